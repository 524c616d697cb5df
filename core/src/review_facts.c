/* How far the facts behind a claim are proved, and what each dispute does to the money. */
#include "assess.h"
#include "error.h"
#include "review.h"

#include <string.h>

/* ---- Which facts ------------------------------------------------------------------------------------------------------------------- */

static void mark(bool *used, const struct dictionary *dictionary, const hs_node *node) {
    if (node->fact != NULL) {
        int32_t slot = dictionary_find(dictionary, (node->fact->list != NULL ? node->fact->list : node->fact)->id);
        if (slot >= 0) used[slot] = true;
    }
    for (int32_t i = 0; i < node->count; i++) mark(used, dictionary, node->arguments[i]);
}

static void mark_claim(bool *used, const struct dictionary *dictionary, const hs_claim *claim) {
    const hs_measure *measure = claim->measure->measure;
    if (measure->when != NULL) mark(used, dictionary, &measure->when->n);
    if (measure->pays != NULL) mark(used, dictionary, &measure->pays->n);
}

static const struct evidence *evidence_of(const struct applicant *applicant, int32_t slot) {
    for (int32_t i = 0; i < applicant->evidence_count; i++)
        if (applicant->evidence[i].slot == slot) return &applicant->evidence[i];
    return NULL;
}

static hs_interval shown(const hs_fact *fact, const struct fact_value *value) {
    if (fact->type != HS_LIST) return value->value;
    if (value->records == NULL) return (hs_interval){0, HS_UNBOUNDED};
    return (hs_interval){value->records->count, value->records->count};
}

static void list_fact(hs_review_fact *out, const struct hs_review *self, int32_t slot, const char *place) {
    const hs_fact *fact = self->engine->dictionary.slots[slot].fact;
    const struct evidence *evidence = evidence_of(self->applicant, slot);
    const struct fact_value *value = place != NULL ? applicant_value(self->applicant, slot, place) : &self->applicant->facts[slot];
    *out = (hs_review_fact){.fact = fact, .place = place, .have = shown(fact, value)};
    if (evidence == NULL) return;
    out->state = evidence->state;
    out->note = evidence->note;
    out->has_value = evidence->has_value;
    if (evidence->has_value) out->value = shown(fact, &evidence->value);
}

static bool is_stated_by_place(const struct applicant *applicant, int32_t slot) {
    for (int32_t i = 0; i < applicant->local_count; i++)
        if (applicant->local[i].slot == slot) return true;
    return false;
}

static bool list_facts(struct hs_review *self, const bool *used) {
    const struct dictionary *dictionary = &self->engine->dictionary;
    hs_review_result *out = &self->result;
    hs_review_fact *facts = arena_array(&self->arena, (size_t)dictionary->count * (size_t)(out->count + 1), sizeof *facts);
    if (facts == NULL) return false;
    out->facts = facts;
    for (int32_t slot = 0; slot < dictionary->count; slot++) {
        if (!used[slot] && evidence_of(self->applicant, slot) == NULL) continue;
        bool local = is_stated_by_place(self->applicant, slot);
        if (!local) list_fact(&facts[out->fact_count++], self, slot, NULL);
        for (int32_t i = 0; local && i < out->count; i++) list_fact(&facts[out->fact_count++], self, slot, out->places[i].place->adcode);
    }
    return true;
}

/* ---- Disputes ---------------------------------------------------------------------------------------------------------------------- */

static int32_t shift_count(const hs_review_result *result) {
    int32_t count = 0;
    for (int32_t i = 0; i < result->count; i++) count += result->places[i].count + 1;
    return count;
}

/* The same measure in another assessment of the same places. */
static void amount_in(hs_interval *out, int32_t *standing, const hs_place_result *place, const hs_review_place *of, const hs_claim *claim,
                      const struct applicant *applicant) {
    int32_t p = (int32_t)(claim->policy - of->place->policies), m = (int32_t)(claim->measure - claim->policy->measures);
    const hs_policy_result *policy = &place->policies[p];
    struct entitlement entitled;
    review_entitlement(&entitled, place, policy, &policy->measures[m], applicant);
    *standing = policy->measures[m].standing;
    *out = entitled.set_aside || policy->in_force == HS_FALSE ? (hs_interval){0, 0} : entitled.amount;
}

static bool moves(const hs_effect_pair *pair, const hs_claim *claim, int32_t standing) {
    bool money = claim == NULL || claim->has_amount;
    return (money && (pair->is.low != pair->was.low || pair->is.high != pair->was.high)) ||
           (claim != NULL && standing != claim->measure->standing);
}

/* Writes each claim and each total as an assessment has them, into `pair` of the shifts. */
static void fill(hs_shift *shifts, const struct hs_review *self, const hs_assessment *other, bool value) {
    const hs_review_result *of = &self->result;
    const hs_result *result = hs_assessment_result(other);
    for (int32_t i = 0; i < of->count; i++) {
        for (int32_t c = 0; c <= of->places[i].count; c++, shifts++) {
            hs_effect_pair *pair = value ? &shifts->value : &shifts->unknown;
            int32_t *standing = value ? &shifts->value_standing : &shifts->unknown_standing;
            const hs_claim *claim = c < of->places[i].count ? &of->places[i].claims[c] : NULL;
            *standing = HS_ELIGIBLE;
            shifts->place = of->places[i].place;
            shifts->claim = claim;
            pair->was = claim == NULL ? of->places[i].place->total : claim->entitled;
            pair->is = result->places[i].total;
            if (claim != NULL) amount_in(&pair->is, standing, &result->places[i], &of->places[i], claim, assessment_applicant(other));
            shifts->moves = shifts->moves || moves(pair, claim, *standing);
        }
    }
}

/* The document once more with the fact otherwise, on the same day and at the same places. */
static int suppose(struct hs_review *self, hs_shift *shifts, const struct supposition *otherwise, bool value, const char *json,
                   size_t length, const hs_options *options, hs_error *error) {
    hs_assessment *other = NULL;
    hs_options brief = *options;
    brief.brief = 1;
    int status = assess_supposing(&other, self->engine, json, length, &brief, otherwise, error);
    if (status == HS_OK) fill(shifts, self, other, value);
    hs_assessment_free(other);
    return status;
}

static int list_dispute(struct hs_review *self, hs_dispute *out, const struct evidence *evidence, const char *json, size_t length,
                        const hs_options *options, hs_error *error) {
    const hs_fact *fact = self->engine->dictionary.slots[evidence->slot].fact;
    const struct fact_value unknown = {value_unknown(fact), NULL};
    hs_shift *shifts = arena_array(&self->arena, (size_t)shift_count(&self->result), sizeof *shifts);
    if (shifts == NULL) return error_memory(error);
    *out = (hs_dispute){fact, evidence->note, evidence->has_value, shifts, shift_count(&self->result)};
    int status = suppose(self, shifts, &(struct supposition){evidence->slot, &unknown}, false, json, length, options, error);
    if (status == HS_OK && evidence->has_value)
        status = suppose(self, shifts, &(struct supposition){evidence->slot, &evidence->value}, true, json, length, options, error);
    return status;
}

int review_facts(struct hs_review *self, const char *json, size_t length, const hs_options *options, hs_error *error) {
    hs_review_result *out = &self->result;
    const struct applicant *applicant = self->applicant;
    bool *used = arena_array(&self->arena, (size_t)self->engine->dictionary.count, sizeof *used);
    hs_dispute *disputes = arena_array(&self->arena, (size_t)applicant->evidence_count, sizeof *disputes);
    if (used == NULL || disputes == NULL) return error_memory(error);
    for (int32_t i = 0; i < out->count; i++)
        for (int32_t c = 0; c < out->places[i].count; c++) mark_claim(used, &self->engine->dictionary, &out->places[i].claims[c]);
    if (!list_facts(self, used)) return error_memory(error);
    out->disputes = disputes;
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < applicant->evidence_count; i++)
        if (applicant->evidence[i].state == HS_DISPUTED)
            status = list_dispute(self, &disputes[out->dispute_count++], &applicant->evidence[i], json, length, options, error);
    return status;
}
