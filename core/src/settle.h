/* From measures to totals: what is paid in which year, and what counts once. */
#ifndef SETTLE_H
#define SETTLE_H

#include "applicant.h"

#include <huisuan/huisuan.h>

/* Fills in amount and schedule of a measure from what its condition and amount came to; what was already received is taken off the
   front. False when the sum does not fit (`*memory` tells whether memory ran out instead). */
bool settle_measure(hs_measure_result *result, hs_interval pays, const struct applicant *applicant, struct arena *arena, bool *memory);

/* Fills in the totals of a place from its policies' results. */
int settle_place(hs_place_result *place, const struct applicant *applicant, struct arena *arena, hs_error *error);

#endif
