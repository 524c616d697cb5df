/* The places side by side. */
#include "error.h"
#include "inquiry.h"
#include "json_writer.h"
#include "place.h"
#include "question.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

struct hs_comparison {
    struct arena arena;
    hs_assessment *assessment;
    hs_comparison_result result;
    struct writer json;
};

/* What a comparison works with. */
struct comparer {
    struct inquiry inquiry; /* the document as it stands, for its own places and for what it states where */
    const hs_result *result;
    hs_candidate *candidates;
    struct arena *arena;
};

/* ---- Which places -------------------------------------------------------------------------------------------------------------------- */

static bool is_own(const struct inquiry *q, const char *place) {
    for (int32_t i = 0; i < q->applicant.location_count; i++)
        if (adcode_covers(place, q->applicant.locations[i])) return true;
    return false;
}

static bool is_among(const char *const *places, int32_t count, const char *place) {
    for (int32_t i = 0; i < count; i++)
        if (strcmp(places[i], place) == 0) return true;
    return false;
}

/* The places asked for, or the applicant's own and every other that has a policy; own ones first. */
static const char *const *choose(const struct inquiry *q, int32_t *count, struct arena *arena) {
    int32_t most = q->applicant.location_count + q->engine->count + q->options->location_count, all_count = 0;
    const char **all = arena_array(arena, (size_t)most, sizeof *all), **places = arena_array(arena, (size_t)most, sizeof *places);
    if (all == NULL || places == NULL) return NULL;
    *count = 0;
    if (q->options->location_count > 0) {
        for (int32_t i = 0; i < q->place_count; i++) all[all_count++] = q->places[i];
    } else {
        for (int32_t i = 0; i < q->applicant.location_count; i++) all[all_count++] = q->applicant.locations[i];
        for (int32_t i = 0; i < q->engine->count; i++) {
            const char *adcode = q->engine->policies[i]->policy->adcode;
            int32_t at = all_count;
            if (is_among(all, all_count, adcode)) continue;
            for (; at > q->applicant.location_count && strcmp(all[at - 1], adcode) > 0; at--) all[at] = all[at - 1];
            all[at] = adcode;
            all_count++;
        }
    }
    for (int own = 1; own >= 0; own--)
        for (int32_t i = 0; i < all_count; i++)
            if (is_own(q, all[i]) == (own != 0)) places[(*count)++] = all[i];
    return places;
}

/* ---- What a place wants ------------------------------------------------------------------------------------------------------------- */

static bool has(const hs_subject *subjects, int32_t count, hs_subject subject) {
    for (int32_t i = 0; i < count; i++)
        if (subject_equal(subjects[i], subject)) return true;
    return false;
}

static bool is_missing_at_home(const struct comparer *c, hs_subject subject) {
    for (int32_t i = 0; i < c->result->count; i++)
        if (!c->candidates[i].what_if && has(c->candidates[i].missing, c->candidates[i].missing_count, subject)) return true;
    return false;
}

static bool list_missing(struct comparer *c, hs_candidate *out) {
    int32_t most = 0, policies = out->place->policy_count;
    for (int32_t p = 0; p < policies; p++)
        for (int32_t m = 0; m < out->place->policies[p].count; m++) most += out->place->policies[p].measures[m].missing_count;
    hs_subject *subjects = arena_array(c->arena, (size_t)most, sizeof *subjects);
    if (subjects == NULL) return false;
    out->missing = subjects;
    for (int32_t p = 0; p < policies; p++)
        for (int32_t m = 0; out->place->policies[p].in_force != HS_FALSE && m < out->place->policies[p].count; m++) {
            const hs_measure_result *result = &out->place->policies[p].measures[m];
            out->eligible += result->standing == HS_ELIGIBLE;
            out->open += result->standing == HS_UNDETERMINED;
            for (int32_t k = 0; k < result->missing_count; k++)
                if (!has(subjects, out->missing_count, result->missing[k].subject))
                    subjects[out->missing_count++] = result->missing[k].subject;
        }
    return true;
}

/* Puts first what is missing at none of the applicant's own places. */
static bool put_extra_first(struct comparer *c, hs_candidate *out) {
    hs_subject *subjects = arena_array(c->arena, (size_t)out->missing_count, sizeof *subjects);
    int32_t count = 0;
    if (subjects == NULL) return false;
    for (int extra = 1; extra >= 0; extra--) {
        for (int32_t i = 0; i < out->missing_count; i++) {
            bool known_there = !is_missing_at_home(c, out->missing[i]) || out->missing[i].fact->local != 0;
            if ((out->what_if && known_there) == (extra != 0)) subjects[count++] = out->missing[i];
        }
        if (extra) out->extra_count = count;
    }
    out->missing = subjects;
    return true;
}

static bool is_stated_at(const struct applicant *applicant, int32_t slot, const char *place) {
    for (int32_t i = 0; i < applicant->local_count; i++)
        if (applicant->local[i].slot == slot && adcode_covers(applicant->local[i].adcode, place)) return true;
    return false;
}

static bool speaks_of(const struct plan *plan, int32_t slot) {
    for (int32_t i = 0; i < plan->input_count; i++)
        if (plan->inputs[i].slot == slot) return true;
    return false;
}

/* Facts about the place that "facts" states for the applicant's own one. */
static bool list_assumed(struct comparer *c, hs_candidate *out) {
    const struct dictionary *dictionary = &c->inquiry.engine->dictionary;
    const struct applicant *applicant = &c->inquiry.applicant;
    int32_t count;
    const struct loaded_policy **loaded = inquiry_policies(&c->inquiry, out->place->adcode, &count);
    hs_subject *subjects = arena_array(c->arena, (size_t)dictionary->count, sizeof *subjects);
    if (loaded == NULL || subjects == NULL) return false;
    out->assumed = subjects;
    for (int32_t s = 0; s < dictionary->count; s++) {
        const hs_fact *fact = dictionary->slots[s].fact;
        hs_interval unknown = value_unknown(fact), stated = applicant->facts[s].value;
        bool open = stated.low == unknown.low && stated.high == unknown.high, here = !out->what_if && applicant->location_count == 1;
        if (fact->local == 0 || open || here || is_stated_at(applicant, s, out->place->adcode)) continue;
        for (int32_t p = 0; p < count; p++)
            if (speaks_of(&loaded[p]->plan, s)) {
                subjects[out->assumed_count++] = (hs_subject){fact, -1};
                break;
            }
    }
    return true;
}

/* ---- The comparison ------------------------------------------------------------------------------------------------------------------ */

static int compare(struct hs_comparison *self, struct comparer *c, const char *json, size_t length) {
    struct inquiry *q = &c->inquiry;
    int status = inquiry_read(q, json, length);
    if (status != HS_OK) return status;
    hs_options options = *q->options;
    options.locations = choose(q, &options.location_count, c->arena);
    if (options.locations == NULL) return error_memory(q->error);
    options.brief = 0;
    status = hs_assess(&self->assessment, q->engine, json, length, &options, q->error);
    if (status != HS_OK) return status;
    c->result = hs_assessment_result(self->assessment);
    c->candidates = arena_array(c->arena, (size_t)c->result->count, sizeof *c->candidates);
    if (c->candidates == NULL) return error_memory(q->error);
    for (int32_t i = 0; i < c->result->count; i++) {
        c->candidates[i] = (hs_candidate){.place = &c->result->places[i], .what_if = !is_own(q, c->result->places[i].adcode)};
        if (!list_missing(c, &c->candidates[i])) return error_memory(q->error);
    }
    for (int32_t i = 0; i < c->result->count; i++)
        if (!put_extra_first(c, &c->candidates[i]) || !list_assumed(c, &c->candidates[i])) return error_memory(q->error);
    self->result = (hs_comparison_result){c->result, c->candidates, c->result->count};
    return HS_OK;
}

int hs_comparison_new(hs_comparison **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options,
                      hs_error *error) {
    static const hs_options none;
    struct hs_comparison *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    struct comparer comparer = {.inquiry = {engine, options == NULL ? &none : options, &self->arena, error, .place_count = 0},
                                .arena = &self->arena};
    int status = compare(self, &comparer, json, length);
    if (status != HS_OK) {
        hs_comparison_free(self);
        return status == HS_MEMORY ? error_memory(error) : status;
    }
    *out = self;
    return HS_OK;
}

void hs_comparison_free(hs_comparison *self) {
    if (self == NULL) return;
    hs_assessment_free(self->assessment);
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_comparison_result *hs_comparison_get(const hs_comparison *self) { return &self->result; }

/* ---- JSON ---------------------------------------------------------------------------------------------------------------------------- */

static void key_subjects(struct writer *w, const char *name, const hs_subject *subjects, int32_t count) {
    key(w, name);
    write_subjects(w, subjects, count);
}

static void write_candidate(struct writer *w, const hs_candidate *candidate) {
    const hs_place_result *place = candidate->place;
    write_text(w, "{");
    key_text(w, "adcode", place->adcode);
    key_both(w, "name", place->name);
    key_truth(w, "what_if", candidate->what_if);
    report_totals(w, place);
    key_count(w, "eligible", candidate->eligible);
    key_count(w, "undetermined", candidate->open);
    report_unstated(w, place);
    key_subjects(w, "missing", candidate->missing, candidate->missing_count);
    key_subjects(w, "extra", candidate->missing, candidate->extra_count);
    key_subjects(w, "assumed", candidate->assumed, candidate->assumed_count);
    write_text(w, "}");
}

const char *hs_comparison_json(hs_comparison *self, size_t *length) {
    struct writer *w = &self->json;
    if (w->length == 0) {
        write_format(w, "{\"contract\":%d", HS_CONTRACT);
        key_text(w, "engine", HS_VERSION);
        key_date(w, "as_of", self->result.result->as_of);
        report_overlay(w, self->result.result->overlay, self->result.result->overlay_count);
        key(w, "places");
        write_text(w, "[");
        for (int32_t i = 0; i < self->result.count; i++) {
            comma(w);
            write_candidate(w, &self->result.candidates[i]);
        }
        write_text(w, "]");
        key_texts(w, "assumptions", self->result.result->assumptions, self->result.result->assumption_count);
        write_text(w, "}");
    }
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}
