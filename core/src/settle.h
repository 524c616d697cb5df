/* From measures to totals: what is paid in which year, and what counts once. */
#ifndef SETTLE_H
#define SETTLE_H

#include "applicant.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <string.h>

/* Fills in amount and schedule of a measure from what its condition and amount came to; what was already received is taken off the
   front. False when the sum does not fit (`*memory` tells whether memory ran out instead). */
bool settle_measure(hs_measure_result *result, hs_interval pays, const struct applicant *applicant, struct arena *arena, bool *memory);

/* The same of a measure with an amount of which nothing is paid and nothing was received. */
void settle_nothing(hs_measure_result *result);

/* The names of matters are few, and mostly the same pointer or of another first letter. */
static inline bool settle_same_matter(const char *x, const char *y) { return x == y || (x[0] == y[0] && strcmp(x, y) == 0); }

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

/* Where a result stands: by the numbers of its policy at the place and of its measure in the policy. */
struct measure_spot {
    int32_t policy, measure;
};

/* A measure with an amount, which counts as far as it pays. Those of one matter, where the rule groups them, stand in a chain. */
struct payable {
    struct measure_spot spot;
    bool grouped;
    int32_t first, next; /* of the same matter; NO_MEASURE behind the last. One that is not grouped stands alone */
};

enum { NO_MEASURE = -1 };

/* What of the settling is the same for everybody at a place on a day; all in the order of the measures, of the policies that are not out of
   force. */
struct settle_plan {
    enum hs_duplication rule;
    const struct payable *payables, *certain; /* all; and without those that are adjustable or of unknown force */
    int32_t payable_count, certain_count;     /* as many where all are certain */
    const struct measure_spot *unstated;      /* the measures without a figure */
    int32_t unstated_count;
};

/* Makes the plan of a place from its policies' results, of anybody's; false when memory ran out. */
bool settle_plan(struct settle_plan *out, const hs_place_result *place, struct arena *arena);

/* The settling of one place. */
struct settlement {
    hs_place_result *place;
    const struct applicant *applicant;
    const struct settle_plan *plan;
    bool certain_only;
    const struct payable *payables; /* of the plan */
    int32_t payable_count;
    int32_t *paying; /* their numbers, of those that can pay; a group's first stands for it */
    int32_t paying_count;
    hs_limit_result *limits;
};

static inline const hs_measure_result *settle_result(const struct settlement *s, const struct payable *of) {
    return &s->place->policies[of->spot.policy].measures[of->spot.measure];
}

/* Fills in the totals of a place from its policies' results. */
int settle_place(hs_place_result *place, const struct settle_plan *plan, const struct applicant *applicant, struct arena *arena,
                 hs_error *error);

#endif
