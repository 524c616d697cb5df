/* From measures to totals: what is paid in which year, and what counts once. */
#ifndef SETTLE_H
#define SETTLE_H

#include "applicant.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* Fills in amount and schedule of a measure from what its condition and amount came to; what was already received is taken off the
   front. False when the sum does not fit (`*memory` tells whether memory ran out instead). */
bool settle_measure(hs_measure_result *result, hs_interval pays, const struct applicant *applicant, struct arena *arena, bool *memory);

/* The rule about one matter that binds at a place. */
enum hs_duplication settle_rule(const hs_place_result *place);

/* What was received for a matter, in fen; false where the sum does not fit. */
bool settle_received(const struct applicant *applicant, const char *matter, int64_t *sum);

/* Whether a result counts as cash of the applicant, and so in the total. */
bool settle_is_cash(const hs_measure_result *result);

/* Fills in the totals of a place from its policies' results. */
int settle_place(hs_place_result *place, const struct applicant *applicant, struct arena *arena, hs_error *error);

#endif
