/* A policy changed in one place after another. */
#ifndef MUTANT_H
#define MUTANT_H

#include "arena.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* A mutant and how it is made: two changes where one alone would not hold. */
struct mutation {
    hs_mutant shown;
    hs_edit edits[2];
    int32_t count;
    int32_t measure; /* its number in the policy, or -1 */
};

struct mutations {
    struct mutation *items;
    int32_t count, capacity;
};

/* Every change of a checked policy, in its order. */
int mutations_list(struct mutations *out, const hs_policy *policy, struct arena *arena, hs_error *error);

#endif
