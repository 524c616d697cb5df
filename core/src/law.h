/* By which law an amount depends on one figure that varies: read off the registers of a frame in whose lanes only that figure differs. */
#ifndef LAW_H
#define LAW_H

#include "dictionary.h"
#include "evaluate.h"

#include <huisuan/huisuan.h>

/* What varies, within one evaluated plan. */
struct motion {
    const struct frame *frame;
    int32_t slot, field, record;     /* field and record: -1 for a fact of the applicant */
    const uint8_t *numbers, *truths; /* by register, whether it depends on the figure */
};

/* An end of an amount: constant, or in proportion to the figure. Two ends with equal laws are one function of the figure. */
struct law {
    bool sloped;
    int64_t value;  /* of a constant; what is added to the rest */
    uint64_t shape; /* of the rest: how it is computed */
};

static inline bool law_equal(struct law x, struct law y) { return x.sloped == y.sloped && x.value == y.value && x.shape == y.shape; }

uint64_t law_mix(uint64_t hash, uint64_t value);

/* Marks the registers that depend on the figure. False when memory ran out. */
bool motion_begin(struct motion *self, const struct plan *plan, struct arena *arena);

/* Whether a term speaks of the figure. */
bool motion_touches(const struct motion *self, const struct term *term);

/* Whether what the figure moves in an amount goes by steps or along a curve, and not in proportion. */
bool motion_is_uneven(const struct motion *self, const struct term *term);

/* The law of one end of an amount in a lane. */
struct law law_of_end(const struct motion *self, const struct term *pays, int32_t lane, bool high);

/* Everything that the figure decides within a condition or an amount, also where nothing comes of it: two lanes with equal decisions have
   no breakpoint between them. */
uint64_t law_decisions(const struct motion *self, const struct term *term, int32_t lane);

#endif
