/* The clauses of a document in its own order. */
#ifndef CLAUSES_H
#define CLAUSES_H

#include "arena.h"

#include <huisuan/abi.h>

/* The numbers of all clauses, each once: those that grant something and those that do not. Where two numbers do not tell which stands
   first, they stay as the policy lists them, those that grant nothing behind. NULL when memory ran out. */
const char *const *clauses_in_order(const hs_policy *policy, int32_t *count, struct arena *arena);

/* Whether clause `x` is known to stand before (-1) or behind (1) clause `y`; 0 where they are the same or their numbers do not tell. */
int clauses_compare(const char *x, const char *y);

#endif
