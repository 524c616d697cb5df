/* Why a measure came out as it did: reads the registers of an evaluated frame of one lane and evaluates nothing again. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "evaluate.h"
#include "text.h"

#include <huisuan/huisuan.h>

enum { RECORDS_SHOWN_MAX = 20 }; /* of a list, in one reason */

/* The reasons of a condition; NULL when memory ran out. `told` has room for the plan's shared conditions, NULL before the first of a frame:
   what several conditions share has one list of children. `writer` is empty before and after. */
const hs_reason *explain_condition(const struct frame *frame, const struct term *when, const hs_reason **told, struct writer *writer,
                                   struct arena *arena);

/* Says who or what decides each end of the amount; `writer` as above. False when memory ran out. */
bool explain_ends(hs_measure_result *result, const hs_policy *policy, const struct frame *frame, const struct term *when,
                  const struct term *pays, struct writer *writer, struct arena *arena);

#endif
