/* How the limits of a policy lie within each other: of those that hold a measure the one with the fewest measures comes first. */
#ifndef LIMIT_H
#define LIMIT_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

enum { NO_LIMIT = -1 };

bool limit_holds(const hs_limit *limit, const char *measure);

/* The first limit that applies to a measure; NO_LIMIT where there is none. */
int32_t limit_of_measure(const hs_policy *policy, const hs_measure *measure);

/* The first limit around another; NO_LIMIT where there is none. */
int32_t limit_around(const hs_policy *policy, int32_t limit);

#endif
