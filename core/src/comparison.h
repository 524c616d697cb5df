/* A comparison as the plan computes it: one product of a figure and a factor that must reach another, exactly. */
#ifndef COMPARISON_H
#define COMPARISON_H

#include "evaluate.h"

struct side {
    const struct term *figure;
    hs_interval factor; /* in ten-thousandths */
};

/* `upper` must be at least `lower`, or more where `strict`. */
struct comparison {
    struct side upper, lower;
    bool strict;
};

static inline bool is_comparison(int32_t op) { return op >= HS_OP_AT_LEAST && op <= HS_OP_LESS_THAN; }

/* A comparison, or what is the opposite of it where `wanted` is false. */
struct comparison comparison_read(const struct frame *frame, const struct term *term, struct spot spot, bool wanted);

#endif
