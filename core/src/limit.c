#include "limit.h"

#include <string.h>

bool limit_holds(const hs_limit *limit, const char *measure) {
    for (int32_t i = 0; i < limit->measure_count; i++)
        if (strcmp(limit->measures[i], measure) == 0) return true;
    return limit->measure_count == 0;
}

/* One without measures holds them all. */
static int32_t size_of(const hs_limit *limit) { return limit->measure_count == 0 ? INT32_MAX : limit->measure_count; }

/* Of equal ones the yearly stands inside, for what a year's ceiling cuts off uses up nothing of the whole; of two alike the first. */
static bool is_within(const hs_policy *policy, int32_t inner, int32_t outer) {
    const hs_limit *x = &policy->limits[inner], *y = &policy->limits[outer];
    bool first = x->per == y->per ? inner < outer : x->per == HS_YEARLY;
    if (size_of(x) > size_of(y) || (size_of(x) == size_of(y) && !first)) return false;
    return x->measure_count == 0 ? y->measure_count == 0 : limit_holds(y, x->measures[0]); /* none overlap in part */
}

int32_t limit_of_measure(const hs_policy *policy, const hs_measure *measure) {
    int32_t first = NO_LIMIT;
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (limit_holds(&policy->limits[i], measure->id) && (first == NO_LIMIT || is_within(policy, i, first))) first = i;
    return first;
}

int32_t limit_around(const hs_policy *policy, int32_t limit) {
    int32_t first = NO_LIMIT;
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (is_within(policy, limit, i) && (first == NO_LIMIT || is_within(policy, i, first))) first = i;
    return first;
}
