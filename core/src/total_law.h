/* The laws of what is settled: of a measure's amount, and of a place's total. */
#ifndef TOTAL_LAW_H
#define TOTAL_LAW_H

#include "applicant.h"
#include "engine.h"
#include "law.h"

/* The policies of a place, with how the figure moves each of them. */
struct laws {
    const struct motion *motions;
    const struct loaded_policy **loaded;
    const struct applicant *applicant;
};

/* The law of an end of what a measure pays: in `settled`, a year or the whole of it. */
struct law law_of_measure(const struct laws *s, const hs_policy_result *policy, int32_t p, int32_t m, int32_t lane, bool high,
                          hs_interval settled);

/* The law of an end of a place's total for year 1. */
struct law law_of_total(const struct laws *s, const hs_place_result *place, int32_t lane, bool high);

#endif
