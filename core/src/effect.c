/* Two versions of a policy, applicant by applicant: who gains, who loses, and what each clause comes to. */
#include "arena.h"
#include "error.h"
#include "json_writer.h"
#include "money.h"
#include "names.h"
#include "place.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* One version and what it is assessed beside. */
struct version {
    const hs_engine *engine;
    const hs_policy *policy;
};

struct hs_effect {
    struct arena arena;
    struct version was, is;
    char place[8];
    hs_assessment *last; /* whose name the last row carries */
    hs_effect_result result;
    hs_effect_measure *measures, *next; /* the sums, and those with one applicant more */
};

/* ---- One applicant --------------------------------------------------------------------------------------------------------------- */

static int assess(hs_assessment **out, const struct version *version, const char *place, const char *json, size_t length,
                  const hs_options *options, hs_error *error) {
    hs_options here = options == NULL ? (hs_options){.brief = 1} : *options;
    here.locations = &place;
    here.location_count = 1;
    here.brief = 1;
    return hs_assess(out, version->engine, json, length, &here, error);
}

static const hs_place_result *place_of(const hs_assessment *assessment) { return &hs_assessment_result(assessment)->places[0]; }

static const hs_policy_result *policy_of(const hs_assessment *assessment, const char *id) {
    const hs_place_result *place = place_of(assessment);
    for (int32_t i = 0; i < place->policy_count; i++)
        if (strcmp(place->policies[i].policy->id, id) == 0) return &place->policies[i];
    return NULL;
}

/* A measure's standing and amount; nothing where its policy does not have it, or is not in force. */
struct outcome {
    int32_t standing;
    hs_interval amount;
};

static struct outcome outcome_of(const hs_policy_result *policy, const hs_measure *measure) {
    struct outcome none = {HS_INELIGIBLE, {0, 0}};
    if (measure == NULL || policy == NULL || policy->in_force == HS_FALSE) return none;
    for (int32_t i = 0; i < policy->count; i++) {
        const hs_measure_result *result = &policy->measures[i];
        if (strcmp(result->measure->id, measure->id) != 0 || result->standing == HS_INELIGIBLE) continue;
        return (struct outcome){result->standing, result->has_amount ? result->amount : none.amount};
    }
    return none;
}

static int32_t change_of(hs_effect_pair pair) {
    bool up = pair.is.low > pair.was.low || pair.is.high > pair.was.high, down = pair.is.low < pair.was.low || pair.is.high < pair.was.high;
    return up && down ? HS_MIXED : up ? HS_GAINS : down ? HS_LOSES : HS_SAME;
}

/* ---- Sums ------------------------------------------------------------------------------------------------------------------------ */

static bool add_pair(hs_effect_pair *sum, hs_effect_pair pair) {
    return interval_add(&sum->was, sum->was, pair.was) && interval_add(&sum->is, sum->is, pair.is);
}

static bool add_measures(struct hs_effect *self, hs_effect_row *row, const hs_policy_result *was, const hs_policy_result *is) {
    for (int32_t i = 0; i < self->result.count; i++) {
        hs_effect_measure *sum = &self->next[i];
        *sum = self->measures[i];
        struct outcome before = outcome_of(was, sum->was), after = outcome_of(is, sum->is);
        bool changed = before.standing != after.standing || !interval_equal(before.amount, after.amount);
        sum->changed += changed;
        row->measures_changed += changed;
        if (!add_pair(&sum->amount, (hs_effect_pair){before.amount, after.amount})) return false;
    }
    return true;
}

static void take_over(struct hs_effect *self, const hs_effect_result *sums) {
    hs_effect_measure *old = self->measures;
    self->measures = self->next;
    self->next = old;
    self->result = *sums;
    self->result.measures = self->measures;
}

/* Everything is added up beside the sums and put in place last. */
static bool add(struct hs_effect *self, hs_effect_row *row, const hs_assessment *was, const hs_assessment *is) {
    const hs_place_result *before = place_of(was), *after = place_of(is);
    const hs_policy_result *policy = policy_of(was, self->was.policy->id), *other = policy_of(is, self->is.policy->id);
    hs_effect_result sums = self->result;
    *row = (hs_effect_row){.name = hs_assessment_result(is)->name,
                           .total = {before->total, after->total},
                           .all_years = {before->all_years, after->all_years},
                           .was_force = policy == NULL ? HS_FALSE : policy->in_force,
                           .is_force = other == NULL ? HS_FALSE : other->in_force};
    row->change = change_of(row->all_years);
    sums.applicants++;
    sums.gains += row->change == HS_GAINS;
    sums.loses += row->change == HS_LOSES;
    sums.mixed += row->change == HS_MIXED;
    sums.was_out += row->was_force == HS_FALSE;
    sums.is_out += row->is_force == HS_FALSE;
    if (!add_pair(&sums.total, row->total) || !add_pair(&sums.all_years, row->all_years) || !add_measures(self, row, policy, other))
        return false;
    take_over(self, &sums);
    return true;
}

int hs_effect_add(hs_effect *self, hs_effect_row *out, const char *json, size_t length, const hs_options *options, hs_error *error) {
    hs_assessment *was = NULL, *is = NULL;
    int status = assess(&was, &self->was, self->place, json, length, options, error);
    if (status == HS_OK) status = assess(&is, &self->is, self->place, json, length, options, error);
    if (status == HS_OK && !add(self, out, was, is))
        status = error_set(error, HS_INPUT, NOWHERE, "加上这一行，合计超出可以计算的范围",
                           "with this line a sum is beyond what can be computed");
    hs_assessment_free(was);
    if (status != HS_OK) {
        hs_assessment_free(is);
        return status;
    }
    hs_assessment_free(self->last);
    self->last = is;
    return HS_OK;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

static const hs_policy *policy_called(const hs_engine *engine, const char *id) {
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++)
        if (strcmp(hs_engine_policy(engine, i)->id, id) == 0) return hs_engine_policy(engine, i);
    return NULL;
}

static const hs_measure *measure_called(const hs_policy *policy, const char *id) {
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (strcmp(policy->measures[i].id, id) == 0) return &policy->measures[i];
    return NULL;
}

static bool list_measures(struct hs_effect *self) {
    const hs_policy *was = self->was.policy, *is = self->is.policy;
    size_t most = (size_t)was->measure_count + (size_t)is->measure_count;
    self->measures = arena_array(&self->arena, most, sizeof *self->measures);
    self->next = arena_array(&self->arena, most, sizeof *self->next);
    if (self->measures == NULL || self->next == NULL) return false;
    for (int32_t i = 0; i < is->measure_count; i++)
        self->measures[self->result.count++] =
            (hs_effect_measure){measure_called(was, is->measures[i].id), &is->measures[i], 0, {{0}, {0}}};
    for (int32_t i = 0; i < was->measure_count; i++)
        if (measure_called(is, was->measures[i].id) == NULL)
            self->measures[self->result.count++] = (hs_effect_measure){&was->measures[i], NULL, 0, {{0}, {0}}};
    self->result.measures = self->measures;
    return true;
}

int hs_effect_new(hs_effect **out, const hs_engine *was_engine, const char *was, const hs_engine *is_engine, const char *is,
                  const char *place, hs_error *error) {
    const struct version before = {was_engine, policy_called(was_engine, was)}, after = {is_engine, policy_called(is_engine, is)};
    *out = NULL;
    if (before.policy == NULL || after.policy == NULL)
        return error_set(error, HS_USAGE, NOWHERE, "没有这份政策", "there is no such policy");
    if (!adcode_is_valid(place))
        return error_set(error, HS_USAGE, AT_PATH(place), "行政区划代码应为六位数字", "the code of a place has six digits");
    struct hs_effect *self = calloc(1, sizeof *self);
    if (self == NULL) return error_memory(error);
    self->was = before;
    self->is = after;
    memcpy(self->place, place, strlen(place));
    if (!list_measures(self)) return hs_effect_free(self), error_memory(error);
    *out = self;
    return HS_OK;
}

void hs_effect_free(hs_effect *self) {
    if (self == NULL) return;
    hs_assessment_free(self->last);
    arena_clear(&self->arena);
    free(self);
}

const hs_effect_result *hs_effect_get(const hs_effect *self) { return &self->result; }

hs_interval hs_effect_difference(hs_effect_pair pair) {
    bool open = pair.was.high == HS_UNBOUNDED || pair.is.high == HS_UNBOUNDED;
    return (hs_interval){pair.is.low - pair.was.low, open ? HS_UNBOUNDED : pair.is.high - pair.was.high};
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

static void key_pair(struct writer *w, const char *name, hs_effect_pair pair) {
    key(w, name);
    write_text(w, "{");
    key_interval(w, "before", pair.was);
    key_interval(w, "after", pair.is);
    key_interval(w, "difference", hs_effect_difference(pair));
    write_text(w, "}");
}

char *hs_effect_row_json(const hs_effect_row *row, int64_t line) {
    static const char *const changes[] = {[HS_SAME] = "same", [HS_GAINS] = "gains", [HS_LOSES] = "loses", [HS_MIXED] = "mixed"};
    struct writer w = {0};
    write_text(&w, "{");
    key_count(&w, "line", line);
    key_text(&w, "name", row->name);
    key_text(&w, "change", changes[row->change]);
    key(&w, "in_force");
    write_format(&w, "{\"before\":\"%s\",\"after\":\"%s\"}", force_names[row->was_force], force_names[row->is_force]);
    key_pair(&w, "total", row->total);
    key_pair(&w, "total_all_years", row->all_years);
    write_text(&w, "}");
    return write_take(&w);
}

static void write_measure(struct writer *w, const hs_effect_measure *sum) {
    const hs_measure *measure = sum->is != NULL ? sum->is : sum->was;
    write_text(w, "{");
    key_text(w, "id", measure->id);
    key_text(w, "clause", measure->clause);
    key_both(w, "title", measure->title);
    key_text(w, "in", sum->was == NULL ? "after" : sum->is == NULL ? "before" : "both");
    key_count(w, "changed", sum->changed);
    key_pair(w, "amount", sum->amount);
    write_text(w, "}");
}

char *hs_effect_json(const hs_effect *self) {
    const hs_effect_result *result = &self->result;
    struct writer w = {0};
    write_text(&w, "{");
    key_count(&w, "applicants", result->applicants);
    key_count(&w, "gains", result->gains);
    key_count(&w, "loses", result->loses);
    key_count(&w, "mixed", result->mixed);
    key_count(&w, "same", result->applicants - result->gains - result->loses - result->mixed);
    key(&w, "not_in_force");
    write_format(&w, "{\"before\":%" PRId64 ",\"after\":%" PRId64 "}", result->was_out, result->is_out);
    key_pair(&w, "total", result->total);
    key_pair(&w, "total_all_years", result->all_years);
    key(&w, "measures");
    write_text(&w, "[");
    for (int32_t i = 0; i < result->count; i++) {
        comma(&w);
        write_measure(&w, &result->measures[i]);
    }
    write_text(&w, "]}");
    return write_take(&w);
}
