/* What is claimed against what the rules give. */
#include "review.h"

#include "assess.h"
#include "error.h"
#include "money.h"
#include "settle.h"

#include <stdlib.h>
#include <string.h>

/* ---- What the rules give --------------------------------------------------------------------------------------------------------- */

static const hs_set_aside *aside_of(const hs_place_result *place, const char *measure) {
    for (int32_t i = 0; i < place->set_aside_count; i++)
        if (strcmp(place->set_aside[i].measure, measure) == 0) return &place->set_aside[i];
    return NULL;
}

static const hs_measure_result *measure_at(const hs_place_result *place, const char *id) {
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++)
            if (strcmp(place->policies[p].measures[m].id, id) == 0) return &place->policies[p].measures[m];
    return NULL;
}

/* Of what is paid by the year only the year assessed can be claimed. */
static hs_interval due(const hs_measure_result *measure) {
    static const hs_interval none = {0, 0};
    if (measure->measure->per != HS_YEARLY) return measure->amount;
    return measure->years > 0 ? measure->schedule[0] : none;
}

/* Whether what is claimed of a measure falls under a limit as it stands: of one in each year not what is paid in instalments. */
static bool falls_under(const hs_measure_result *measure, const hs_limit *limit) {
    return limit->per != HS_YEARLY || measure->measure->per == HS_YEARLY || measure->years <= 1;
}

static hs_interval cut_at_limits(const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *measure,
                                 hs_interval x) {
    for (int32_t at = settle_account(place, policy->policy, measure->measure); at != place->limit_count;
         at = settle_account_around(place, at)) {
        const hs_limit_result *limit = &place->limits[at];
        if (!falls_under(measure, limit->limit)) continue;
        x = (hs_interval){least(x.low, limit->ceiling.low), least(x.high, limit->ceiling.high)};
    }
    return x;
}

const struct claim *review_claim(const struct claim *claims, int32_t count, const char *measure) {
    for (int32_t i = 0; i < count; i++)
        if (strcmp(claims[i].measure, measure) == 0) return &claims[i];
    return NULL;
}

static bool is_claimed(const struct applicant *applicant, const char *measure) {
    return review_claim(applicant->claims, applicant->claim_count, measure) != NULL;
}

/* What another measure or award of the same matter does to this one. Where both are claimed one of the claims cannot stand. */
static void share_matter(struct entitlement *out, const hs_place_result *place, const hs_measure_result *measure,
                         const struct applicant *applicant) {
    enum hs_duplication rule = settle_rule(place);
    int64_t received = settle_received(applicant, measure->measure->matter);
    if (received > 0 && rule == HS_HIGHEST_NO_DUPLICATE) out->set_aside = true;
    out->amount = interval_less(out->amount, received);
    out->certain = greatest(out->certain - received, 0);
    if (out->aside == NULL || out->aside->kept == NULL) return;
    const hs_measure_result *kept = measure_at(place, out->aside->kept);
    bool both = is_claimed(applicant, measure->id) && is_claimed(applicant, kept->id);
    out->set_aside = out->set_aside || both || kept->amount.low >= measure->amount.high;
    out->certain = 0; /* the other may be paid instead */
}

void review_entitlement(struct entitlement *out, const hs_place_result *place, const hs_policy_result *policy,
                        const hs_measure_result *measure, const struct applicant *applicant) {
    *out = (struct entitlement){.aside = aside_of(place, measure->id)};
    if (!measure->has_amount) return;
    out->amount = due(measure);
    bool cash = settle_is_cash(measure), sure = policy->in_force == HS_TRUE && policy->policy->adjustable == 0;
    if (cash && policy->in_force != HS_FALSE) out->amount = cut_at_limits(place, policy, measure, out->amount);
    out->certain = sure ? out->amount.low : 0;
    if (cash && measure->measure->matter != NULL && settle_rule(place) != HS_NO_RULE) {
        share_matter(out, place, measure, applicant);
    } else if (out->aside != NULL) {
        const hs_measure_result *to = NULL;
        out->set_aside = settle_yields(policy, measure, applicant, &to) == HS_TRUE;
        out->certain = 0;
    }
}

/* ---- Claims ------------------------------------------------------------------------------------------------------------------------ */

static const struct claim *claim_of(const struct hs_review *self, const char *measure) {
    return review_claim(self->applicant->claims, self->applicant->claim_count, measure);
}

static int32_t verdict_of(const hs_claim *claim, const struct entitlement *entitled) {
    if (claim->policy->in_force == HS_FALSE) return HS_NOT_IN_FORCE;
    if (claim->measure->standing == HS_INELIGIBLE) return HS_NOT_ENTITLED;
    if (!claim->has_amount && claim->measure->standing != HS_ELIGIBLE) return HS_CANNOT_TELL;
    if (!claim->has_amount) return claim->measure->unstated ? HS_NO_FIGURE : HS_NO_MONEY;
    if (entitled->set_aside) return HS_SET_ASIDE;
    if (claim->claimed > claim->entitled.high) return HS_ABOVE;
    if (claim->measure->standing == HS_UNDETERMINED) return HS_CANNOT_TELL;
    return claim->claimed <= claim->certain ? HS_WITHIN : HS_OPEN;
}

/* From the nearest amount that the rules allow. */
static int64_t difference(int64_t finding, hs_interval allowed) {
    return finding > allowed.high ? finding - allowed.high : finding < allowed.low ? finding - allowed.low : 0;
}

static int review_measure(struct hs_review *self, hs_claim *out, const hs_place_result *place, const hs_policy_result *policy,
                          const hs_measure_result *measure, hs_error *error) {
    const struct claim *claim = claim_of(self, measure->id);
    const struct claim *finding = review_claim(self->applicant->findings, self->applicant->finding_count, measure->id);
    struct entitlement entitled;
    review_entitlement(&entitled, place, policy, measure, self->applicant);
    static const hs_interval nothing = {0, 0};
    bool none = policy->in_force == HS_FALSE || entitled.set_aside;
    *out = (hs_claim){.policy = policy, .measure = measure, .has_amount = measure->has_amount};
    out->entitled = none ? nothing : entitled.amount;
    out->certain = none ? 0 : entitled.certain;
    out->claimed = claim == NULL ? 0 : claim->amount;
    out->verdict = verdict_of(out, &entitled);
    if (claim != NULL && out->has_amount) out->above = greatest(out->claimed - least(out->entitled.high, out->claimed), 0);
    if (finding != NULL) {
        out->has_finding = 1;
        out->finding = finding->amount;
        out->reason = finding->reason;
        out->differs = measure->has_amount ? difference(finding->amount, out->entitled) : 0;
    }
    if (!review_explain(out, &entitled, self->result.result->as_of, &self->arena)) return error_memory(error);
    if (claim == NULL) out->verdict = HS_NOT_CLAIMED;
    return HS_OK;
}

/* Surely to be had and worth something: a claim may have been forgotten. */
static bool is_forgotten(const struct hs_review *self, const hs_place_result *place, const hs_policy_result *policy,
                         const hs_measure_result *measure) {
    struct entitlement entitled;
    review_entitlement(&entitled, place, policy, measure, self->applicant);
    return policy->in_force != HS_FALSE && measure->standing == HS_ELIGIBLE && measure->has_amount && !entitled.set_aside &&
           entitled.aside == NULL && entitled.amount.high > 0;
}

/* ---- Limits ------------------------------------------------------------------------------------------------------------------------ */

static bool lies_under(const hs_place_result *place, const hs_claim *claim, int32_t limit) {
    if (claim->verdict == HS_NOT_CLAIMED || claim->verdict == HS_NOT_IN_FORCE || !settle_is_cash(claim->measure)) return false;
    for (int32_t at = settle_account(place, claim->policy->policy, claim->measure->measure); at != place->limit_count;
         at = settle_account_around(place, at))
        if (at == limit) return falls_under(claim->measure, place->limits[limit].limit);
    return false;
}

static bool review_limits(hs_review_place *out, struct arena *arena) {
    const hs_place_result *place = out->place;
    hs_claim_limit *limits = arena_array(arena, (size_t)place->limit_count, sizeof *limits);
    if (limits == NULL) return false;
    out->limits = limits;
    for (int32_t i = 0; i < place->limit_count; i++) {
        hs_claim_limit limit = {.limit = &place->limits[i]};
        bool any = false;
        for (int32_t c = 0; c < out->count; c++)
            if (lies_under(place, &out->claims[c], i)) {
                any = true;
                if (!end_add(&limit.claimed, limit.claimed, out->claims[c].claimed)) limit.claimed = HS_UNBOUNDED;
            }
        hs_interval ceiling = limit.limit->ceiling;
        limit.above = greatest(limit.claimed - least(ceiling.high, limit.claimed), 0);
        limit.verdict = limit.above > 0 ? HS_ABOVE : limit.claimed <= ceiling.low ? HS_WITHIN : HS_OPEN;
        if (any) limits[out->limit_count++] = limit;
    }
    return true;
}

/* ---- Places ------------------------------------------------------------------------------------------------------------------------ */

static int review_place(struct hs_review *self, hs_review_place *out, const hs_place_result *place, hs_error *error) {
    int32_t most = 0;
    for (int32_t p = 0; p < place->policy_count; p++) most += place->policies[p].count;
    hs_claim *claims = arena_array(&self->arena, (size_t)most, sizeof *claims);
    hs_claim *unclaimed = arena_array(&self->arena, (size_t)most, sizeof *unclaimed);
    if (claims == NULL || unclaimed == NULL) return error_memory(error);
    *out = (hs_review_place){.place = place, .claims = claims, .unclaimed = unclaimed};
    int status = HS_OK;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; status == HS_OK && m < place->policies[p].count; m++) {
            const hs_policy_result *policy = &place->policies[p];
            const hs_measure_result *measure = &policy->measures[m];
            bool claimed = claim_of(self, measure->id) != NULL;
            if (claimed || review_claim(self->applicant->findings, self->applicant->finding_count, measure->id) != NULL)
                status = review_measure(self, &claims[out->count++], place, policy, measure, error);
            if (status == HS_OK && !claimed && is_forgotten(self, place, policy, measure))
                status = review_measure(self, &unclaimed[out->unclaimed_count++], place, policy, measure, error);
        }
    if (status != HS_OK) return status;
    return review_limits(out, &self->arena) ? HS_OK : error_memory(error);
}

static bool is_anywhere(const hs_result *result, const char *measure) {
    for (int32_t i = 0; i < result->count; i++)
        if (measure_at(&result->places[i], measure) != NULL) return true;
    return false;
}

static int review(struct hs_review *self, hs_error *error) {
    hs_review_result *out = &self->result;
    out->result = hs_assessment_result(self->assessment);
    hs_review_place *places = arena_array(&self->arena, (size_t)out->result->count, sizeof *places);
    const char **elsewhere = arena_array(&self->arena, (size_t)self->applicant->claim_count, sizeof *elsewhere);
    if (places == NULL || elsewhere == NULL) return error_memory(error);
    int status = HS_OK;
    out->places = places;
    out->elsewhere = elsewhere;
    for (; status == HS_OK && out->count < out->result->count; out->count++)
        status = review_place(self, &places[out->count], &out->result->places[out->count], error);
    for (int32_t i = 0; i < self->applicant->claim_count; i++)
        if (!is_anywhere(out->result, self->applicant->claims[i].measure))
            elsewhere[out->elsewhere_count++] = self->applicant->claims[i].measure;
    return status;
}

int hs_review_new(hs_review **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options, hs_error *error) {
    hs_review *self = calloc(1, sizeof *self);
    hs_options whole = options == NULL ? (hs_options){.brief = 0} : *options;
    *out = NULL;
    if (self == NULL) return error_memory(error);
    whole.brief = 0; /* the reasons are what a review is about */
    self->engine = engine;
    int status = hs_assess(&self->assessment, engine, json, length, &whole, error);
    if (status == HS_OK) {
        self->applicant = assessment_applicant(self->assessment);
        status = review(self, error);
    }
    if (status == HS_OK) status = review_facts(self, json, length, &whole, error);
    if (status != HS_OK) {
        hs_review_free(self);
        return status;
    }
    *out = self;
    return HS_OK;
}

void hs_review_free(hs_review *self) {
    if (self == NULL) return;
    hs_assessment_free(self->assessment);
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_review_result *hs_review_get(const hs_review *self) { return &self->result; }
