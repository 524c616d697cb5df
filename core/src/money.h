/* Exact arithmetic on intervals of int64. HS_UNBOUNDED as a high end is no bound and stays none; every step is checked. */
#ifndef MONEY_H
#define MONEY_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* Ends that are not negative. Each returns false, and leaves *out as it was, where the result does not fit. */
bool end_add(int64_t *out, int64_t x, int64_t y);
bool end_multiply(int64_t *out, int64_t x, int64_t y); /* 0 times unbounded is 0 */

/* To a multiple of `unit`, which is more than 0: down, up, or half up. */
enum rounding { DOWN, UP, HALF_UP };
bool end_round(int64_t *out, int64_t x, int64_t unit, enum rounding rounding);

/* rate / 10,000 of x, a rate in hundredths of a percent; and the same rounded half up. */
bool end_percent_rounded(int64_t *out, int64_t rate, int64_t x, enum rounding rounding);
static inline bool end_percent(int64_t *out, int64_t rate, int64_t x) { return end_percent_rounded(out, rate, x, HALF_UP); }

/* The share of x in y in hundredths of a percent, cut; nothing of nothing. `y` is not unbounded, unless x is 0 or the share is. */
int64_t end_share(int64_t x, int64_t y);

/* The sign of x * a - y * b, exact; neither factor is negative, unbounded is greater than every number. */
int compare_products(int64_t x, int64_t a, int64_t y, int64_t b);

/* The least x with x * a >= y * b, or > where `strict`; HS_UNBOUNDED if there is none. */
int64_t least_product(int64_t a, int64_t y, int64_t b, bool strict);

/* The least x of which rate / 10,000, rounded half up, is at least y; HS_UNBOUNDED if there is none. */
int64_t least_with_percent(int64_t rate, int64_t y);

static inline int64_t least(int64_t x, int64_t y) { return x < y ? x : y; }
static inline int64_t greatest(int64_t x, int64_t y) { return x > y ? x : y; }

static const hs_interval ANYTHING = {0, HS_UNBOUNDED};
static const hs_interval NOTHING_AT_ALL = {0, 0};

bool interval_add(hs_interval *out, hs_interval x, hs_interval y);

/* What x has beyond y, for every value of both; not below 0. */
hs_interval interval_beyond(hs_interval x, hs_interval y);

/* x less y at both ends, not below 0. */
static inline hs_interval interval_less(hs_interval x, int64_t y) { return interval_beyond(x, (hs_interval){y, y}); }

static inline hs_interval interval_hull(hs_interval x, hs_interval y) {
    return (hs_interval){least(x.low, y.low), greatest(x.high, y.high)};
}
static inline hs_interval interval_greatest(hs_interval x, hs_interval y) {
    return (hs_interval){greatest(x.low, y.low), greatest(x.high, y.high)};
}
static inline bool interval_is_point(hs_interval x) { return x.low == x.high; }
static inline bool interval_equal(hs_interval x, hs_interval y) { return x.low == y.low && x.high == y.high; }

#endif
