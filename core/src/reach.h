/* Which parts of a policy its cases reach: reads the registers of a frame of one lane. */
#ifndef REACH_H
#define REACH_H

#include "engine.h"
#include "evaluate.h"
#include "inquiry.h"

struct reach {
    hs_point *points;
    int32_t count, capacity;
    int32_t *seen;        /* by point: the last case that reached it */
    const int32_t *first; /* by measure and then by limit: its first point */
};

/* Lists what there is to reach. False when memory ran out. */
bool reach_list(struct reach *out, const struct loaded_policy *loaded, struct arena *arena);

/* What one case reaches at one place. `named` says by measure whether it counts; `number` is the case's, 1 first. */
void reach_measures(struct reach *self, const struct loaded_policy *loaded, const struct frame *frame, const uint8_t *named,
                    int32_t number);
void reach_limits(struct reach *self, const hs_policy *policy, const hs_place_result *place, int32_t number);

#endif
