/* A sweep as its report sees it. */
#ifndef SWEEP_H
#define SWEEP_H

#include "arena.h"
#include "text.h"

#include <huisuan/huisuan.h>

struct hs_sweep {
    struct arena arena;
    hs_sweep_result result;
    struct writer json;
};

#endif
