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

/* What was received for a matter, in fen; HS_UNBOUNDED where the sum does not fit. */
int64_t settle_received(const struct applicant *applicant, const char *matter);

/* Whether a result counts as cash of the applicant, and so in the total; and as one of the group of a matter. */
static inline bool settle_is_cash(const hs_measure_result *result) {
    return result->has_amount && result->measure->kind == HS_CASH && result->measure->payee == HS_APPLICANT;
}
bool settle_is_of_matter(const hs_measure_result *result, const char *matter);

/* Whether a result can come to any money at all. */
static inline bool settle_can_pay(const hs_measure_result *result) { return result->amount.high > 0; }

enum { SETTLE_WHOLE = HS_YEARS_MAX }; /* as a year: all of them together */

/* Whether a measure is set aside for one that it yields to, which then goes to *to: surely, not, or HS_UNKNOWN. */
int32_t settle_yields(const hs_policy_result *policy, const hs_measure_result *result, const struct applicant *applicant,
                      const hs_measure_result **to);

/* What a measure without a matter adds to its account in a year. */
hs_interval settle_counted(const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *result,
                           const struct applicant *applicant, int32_t year);

/* Money goes into accounts, one for each limit of the place, numbered like them, and from each, cut at its ceiling, into the one around
   it; the last, with the number `limit_count`, is the total. */
enum { NO_ACCOUNT = -1 };
int32_t settle_account(const hs_place_result *place, const hs_policy *policy, const hs_measure *measure);
int32_t settle_account_around(const hs_place_result *place, int32_t account);

/* The accounts for the two ends of what a matter pays, NO_ACCOUNT where it adds nothing. */
void settle_accounts_of_matter(const hs_place_result *place, const char *matter, int32_t *low, int32_t *high);

/* A measure that counts in the group of its matter: those of one matter in a chain. */
struct of_matter {
    const hs_measure_result *result;
    int32_t first, next; /* of the same matter; NO_MEASURE behind the last */
};

enum { NO_MEASURE = -1 };

/* The settling of one place. */
struct settlement {
    hs_place_result *place;
    const struct applicant *applicant;
    enum hs_duplication rule;
    bool certain_only; /* leave out what is adjustable or of unknown force */
    hs_limit_result *limits;
    struct of_matter *of_matters; /* where the rule groups them, in the order of the measures */
    int32_t of_matter_count;
};

/* The chain of which a measure is the first; NO_MEASURE of any other. */
int32_t settle_group(const struct settlement *s, const hs_measure_result *result);

/* Fills in the totals of a place from its policies' results. */
int settle_place(hs_place_result *place, const struct applicant *applicant, struct arena *arena, hs_error *error);

#endif
