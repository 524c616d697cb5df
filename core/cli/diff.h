/* Two versions of a policy on paper, and what they come to for many applicants. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "cli.h"

/* The two versions, each in an engine of its own beside what else there is at the place. */
struct versions {
    hs_engine *was_engine, *is_engine;
    const hs_policy *was, *is;
    const char *place; /* adcode */
};

/* Assesses the applicants of --applicants under both, line by line, and prints them and the sums; returns an exit code. Of JSON it writes
   `"applicants": …, "effect": …`, within an object that the caller opens and closes. */
int effect_print(const struct cli *cli, const struct versions *versions);

#endif
