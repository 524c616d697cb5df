/* What the registers say of the measures of a policy. */
#ifndef VERDICT_H
#define VERDICT_H

#include "evaluate.h"
#include "inquiry.h"

/* The results of all measures on a day as they are before anybody is judged: nobody is eligible, nothing was received. `measures` has room
   for them. */
void verdict_begin(hs_policy_result *out, hs_measure_result *measures, const struct loaded_policy *loaded, hs_date day);

/* Judges who is in one lane of a frame, without reasons, upon results as verdict_begin left them; what they point to lives in `arena`.
   HS_INPUT where a figure did not fit. */
int verdict_policy(hs_policy_result *out, hs_measure_result *measures, const struct inquiry *inquiry, const struct loaded_policy *loaded,
                   const struct frame *frame, int32_t lane, struct arena *arena);

#endif
