/* The check of a whole policy table before anything else reads it. Every walk is bounded, so that a bad table is refused and never hangs
   or crashes the host, and no pointer is followed out of the memory that the plugin lies in, where that is known. */
#ifndef CHECKER_H
#define CHECKER_H

#include "part_checker.h"

#include <huisuan/huisuan.h>

enum {
    CHECKER_DEPTH_MAX = 64,    /* of a tree */
    CHECKER_NODES_MAX = 20000, /* visited in one policy */
    CHECKER_MEASURES_MAX = 1000,
    CHECKER_TEXT_MAX = 4096 /* bytes */
};

/* Of a figure: hundredths of it still fit. */
#define CHECKER_CONSTANT_MAX (INT64_MAX / 100)

/* HS_OK, or HS_PLUGIN with what was found, what was wanted and how to mend it. */
int checker_check(const hs_policy *policy, struct extent extent, hs_error *error);

#endif
