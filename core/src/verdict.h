/* What the registers say of the measures of a policy. */
#ifndef VERDICT_H
#define VERDICT_H

#include "evaluate.h"
#include "inquiry.h"

/* The results of all measures in one lane of a frame, without reasons, into `measures`; what they point to lives in `arena`. HS_INPUT
   where a figure did not fit. */
int verdict_policy(hs_policy_result *out, hs_measure_result *measures, const struct inquiry *inquiry, const struct loaded_policy *loaded,
                   const struct frame *frame, int32_t lane, struct arena *arena);

#endif
