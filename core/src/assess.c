/* One applicant at its places: columns, evaluation, explanation and settlement in their order. */
#include "change.h"
#include "columns.h"
#include "engine.h"
#include "error.h"
#include "evaluate.h"
#include "explain.h"
#include "missing.h"
#include "place.h"
#include "question.h"
#include "report.h"
#include "settle.h"
#include "text.h"

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

struct hs_assessment {
    struct arena arena;
    hs_result result;
    const struct hs_engine *engine;
    struct writer json;
};

/* What one assessment works with. */
struct work {
    const struct hs_engine *engine;
    const hs_options *options;
    struct applicant applicant;
    struct columns columns;
    struct arena *arena;
    hs_error *error;
    hs_result *result;
    hs_warning *warnings; /* room for every check of every policy at every place */
    const hs_check **warned;
};

/* ---- Measures and policies ------------------------------------------------------------------------------------------------------ */

static int fault_overflow(struct work *w, const struct frame *frame, const struct loaded_policy *loaded) {
    const struct step *step = &frame->plan->steps[frame->overflow[0] - 1];
    const char *fact = "?";
    for (int32_t i = 0; i < frame->plan->input_count; i++) /* the first figure that enters the step names the culprit best */
        for (int32_t a = 0; a < step->count; a++)
            if (!frame->plan->inputs[i].truth && frame->plan->inputs[i].out == step->in[a] && frame->plan->inputs[i].slot >= 0)
                fact = w->engine->dictionary.slots[frame->plan->inputs[i].slot].fact->id;
    return error_set(w->error, HS_INPUT, AT_PATH(loaded->policy->id), "按填报的数值计算，金额超出范围，请核对“%s”等数值",
                     "with these figures an amount is beyond what can be computed; check \"%s\" and the other figures", fact);
}

static int assess_measure(struct work *w, hs_measure_result *out, const struct loaded_policy *loaded, const struct frame *frame,
                          int32_t m) {
    static const int32_t standings[] = {[HS_FALSE] = HS_INELIGIBLE, [HS_UNKNOWN] = HS_UNDETERMINED, [HS_TRUE] = HS_ELIGIBLE};
    const struct term *pays = loaded->plan.pays[m];
    const hs_measure *measure = &loaded->policy->measures[m];
    *out = (hs_measure_result){.measure = measure, .id = loaded->measure_ids[m]};
    out->standing = standings[frame_truth(frame, loaded->plan.when[m].out, 0)];
    out->unstated = pays != NULL && measure->pays->n.op == HS_OP_UNSTATED;
    out->has_amount = pays != NULL && !out->unstated;
    out->evidence = loaded->evidence[m].items;
    out->evidence_count = loaded->evidence[m].count;
    if (pays != NULL) out->formula = pays->rule;
    bool memory = false;
    if (out->has_amount && !settle_measure(out, frame_number(frame, pays->out, 0), &w->applicant, w->arena, &memory)) {
        if (memory) return error_memory(w->error);
        return error_set(w->error, HS_INPUT, AT_PATH(out->id), "金额超出可以计算的范围，请核对填报的数值",
                         "the amount is beyond what can be computed; check the figures");
    }
    return HS_OK;
}

/* What the registers say beyond the result: what is missing, what would change it, why it is so and who decides each end. */
static int advise(struct work *w, hs_measure_result *measures, const struct loaded_policy *loaded, const struct frame *frame,
                  const char *place) {
    const struct plan *plan = &loaded->plan;
    int32_t count = loaded->policy->measure_count;
    for (int32_t m = 0; m < count; m++)
        if (!missing_find(&measures[m], frame, &plan->when[m], plan->pays[m], w->arena)) return error_memory(w->error);
    int status = change_find(measures, loaded, frame, &(struct lane){&w->applicant, place}, &w->engine->dictionary, w->arena, w->error);
    if (status != HS_OK) return status;
    for (int32_t m = 0; m < count; m++) {
        measures[m].why = explain_condition(frame, &plan->when[m], w->arena);
        if (measures[m].why == NULL || !explain_ends(&measures[m], loaded->policy, frame, &plan->when[m], plan->pays[m], w->arena))
            return error_memory(w->error);
    }
    return HS_OK;
}

static bool already_warned(const struct work *w, const hs_check *check, const char *place) {
    for (int32_t i = 0; i < w->result->warning_count; i++)
        if (strcmp(w->warned[i]->id, check->id) == 0 && (w->warnings[i].place == NULL || strcmp(w->warnings[i].place, place) == 0))
            return true;
    return false;
}

static bool speaks_of_place(const hs_node *node) {
    if (node->op == HS_OP_FACT && node->fact->local != 0) return true;
    for (int32_t i = 0; i < node->count; i++)
        if (speaks_of_place(node->arguments[i])) return true;
    return false;
}

static void warn(struct work *w, const struct loaded_policy *loaded, const struct frame *frame, const char *place) {
    for (int32_t i = 0; i < loaded->policy->check_count; i++) {
        const struct term *holds = &loaded->plan.holds[i];
        const hs_check *check = loaded->policy->checks[i];
        if (holds->node == NULL || frame_truth(frame, holds->out, 0) != HS_FALSE || already_warned(w, check, place)) continue;
        w->warned[w->result->warning_count] = check;
        w->warnings[w->result->warning_count++] = (hs_warning){check->warning, speaks_of_place(holds->node) ? place : NULL};
    }
}

static int assess_policy(struct work *w, hs_policy_result *out, const struct loaded_policy *loaded, int32_t lane, const char *place) {
    struct frame frame;
    hs_measure_result *measures = arena_array(w->arena, (size_t)loaded->policy->measure_count, sizeof *measures);
    if (measures == NULL) return error_memory(w->error);
    *out = (hs_policy_result){loaded->policy, loaded->sha256, hs_policy_in_force(loaded->policy, w->result->as_of), measures,
                              loaded->policy->measure_count};
    int status = evaluate(&frame, &loaded->plan, &w->columns, lane, 1, w->arena, w->error);
    if (status == HS_OK && frame.overflow[0] != 0) status = fault_overflow(w, &frame, loaded);
    if (status == HS_OK) warn(w, loaded, &frame, place);
    for (int32_t m = 0; status == HS_OK && m < out->count; m++) status = assess_measure(w, &measures[m], loaded, &frame, m);
    return status != HS_OK || w->options->brief ? status : advise(w, measures, loaded, &frame, place);
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------------- */

/* The policies that cover a place, the nearest first and then by id. */
static int32_t covering(const struct hs_engine *engine, const char *place, const struct loaded_policy **out) {
    int32_t count = 0;
    for (int level = 2; level >= 0; level--)
        for (int32_t i = 0; i < engine->count; i++) {
            const char *adcode = engine->policies[i]->policy->adcode;
            if (adcode_level(adcode) == level && adcode_covers(adcode, place)) out[count++] = engine->policies[i];
        }
    return count;
}

static int assess_place(struct work *w, hs_place_result *out, int32_t lane, const char *place) {
    const struct loaded_policy **loaded = arena_array(w->arena, (size_t)w->engine->count, sizeof(struct loaded_policy *));
    if (loaded == NULL) return error_memory(w->error);
    int32_t count = covering(w->engine, place, loaded);
    hs_policy_result *policies = arena_array(w->arena, (size_t)count, sizeof *policies);
    if (policies == NULL) return error_memory(w->error);
    *out = (hs_place_result){.adcode = place, .policies = policies, .policy_count = count};
    int status = HS_OK;
    for (int32_t p = 0; status == HS_OK && p < count; p++) {
        if (strcmp(loaded[p]->policy->adcode, place) == 0) out->name = loaded[p]->policy->name;
        status = assess_policy(w, &policies[p], loaded[p], lane, place);
    }
    return status == HS_OK ? settle_place(out, &w->applicant, w->arena, w->error) : status;
}

/* Every place that has a policy, in the order of their codes. */
static const char **all_places(const struct hs_engine *engine, int32_t *count, struct arena *arena) {
    const char **places = arena_array(arena, (size_t)engine->count, sizeof *places);
    *count = 0;
    for (int32_t i = 0; places != NULL && i < engine->count; i++) {
        const char *adcode = engine->policies[i]->policy->adcode;
        int32_t at = 0;
        while (at < *count && strcmp(places[at], adcode) < 0) at++;
        if (at < *count && strcmp(places[at], adcode) == 0) continue;
        memmove(places + at + 1, places + at, (size_t)(*count - at) * sizeof *places);
        places[at] = adcode;
        ++*count;
    }
    return places;
}

static int choose_places(struct work *w, const char *const **places, int32_t *count) {
    if (w->options->location_count > 0) {
        const char **copies = arena_array(w->arena, (size_t)w->options->location_count, sizeof *copies);
        for (int32_t i = 0; copies != NULL && i < w->options->location_count; i++) {
            const char *place = w->options->locations[i];
            if (!adcode_is_valid(place))
                return error_set(w->error, HS_USAGE, AT_PATH("location"), "“%s”不是行政区划代码，应为六位数字，如 330206",
                                 "\"%s\" is not a place code; six digits are wanted, like 330206", place);
            copies[i] = arena_copy(w->arena, place, strlen(place));
            if (copies[i] == NULL) return error_memory(w->error);
        }
        *places = copies;
        *count = w->options->location_count;
    } else if (w->applicant.locations != NULL) {
        *places = w->applicant.locations;
        *count = w->applicant.location_count;
    } else {
        *places = all_places(w->engine, count, w->arena);
    }
    return *places == NULL ? error_memory(w->error) : HS_OK;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

static int choose_date(struct work *w, bool *assumed) {
    hs_date date = date_is_given(w->options->as_of) ? w->options->as_of : w->applicant.as_of;
    *assumed = !date_is_given(date);
    if (*assumed) date = w->options->today;
    if (!date_is_valid(date))
        return error_set(w->error, HS_INPUT, AT_PATH("as_of"), "没有给出评估日期", "no date is given to assess as of");
    w->result->as_of = date;
    return HS_OK;
}

static bool any_policy(const hs_result *result, bool (*holds)(const hs_policy_result *)) {
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            if (holds(&result->places[i].policies[p])) return true;
    return false;
}

static bool has_no_dates(const hs_policy_result *policy) { return policy->in_force == HS_UNKNOWN; }
static bool may_be_lowered(const hs_policy_result *policy) { return policy->policy->adjustable != 0; }

static bool list_assumptions(struct work *w, bool today) {
    hs_text *list = arena_array(w->arena, 6, sizeof *list);
    int32_t count = 0;
    if (list == NULL) return false;
    list[count++] = (hs_text){"结果为预计，以主管部门审核为准", "an estimate: the authority's review decides"};
    list[count++] =
        (hs_text){"各年合计假定以后各年的情况与现在相同", "the total over all years assumes that later years are like this one"};
    if (today) list[count++] = (hs_text){"未写评估日期，按今天（北京时间）计算", "no date was given: assessed as of today in China"};
    if (w->result->count > 1 && w->applicant.local_count == 0)
        list[count++] =
            (hs_text){"没有分地填写的情况，按各地相同计算", "what was not stated place by place is taken to be the same everywhere"};
    if (any_policy(w->result, has_no_dates))
        list[count++] = (hs_text){"有的文件没有载明日期，效力期未知：计入合计，不计入可确定金额",
                                  "some documents carry no dates: they count in the total and not in what is certain"};
    if (any_policy(w->result, may_be_lowered))
        list[count++] = (hs_text){"有的文件允许主管部门调低金额：计入合计，不计入可确定金额",
                                  "some documents let the authority lower the amounts: they count in the total and not in what is certain"};
    w->result->assumptions = list;
    w->result->assumption_count = count;
    return true;
}

static bool make_warnings(struct work *w, int32_t places) {
    size_t most = 0;
    for (int32_t i = 0; i < w->engine->count; i++) most += (size_t)w->engine->policies[i]->policy->check_count;
    w->warnings = arena_array(w->arena, most * (size_t)places, sizeof *w->warnings);
    w->warned = arena_array(w->arena, most * (size_t)places, sizeof(hs_check *));
    w->result->warnings = w->warnings;
    return w->warnings != NULL && w->warned != NULL;
}

static int assess(struct work *w, const char *json, size_t length) {
    const char *const *places = NULL;
    int32_t count = 0;
    bool today = false;
    int status = applicant_read(&w->applicant, w->engine, json, length, w->arena, w->error);
    if (status == HS_OK) status = choose_date(w, &today);
    if (status == HS_OK) status = choose_places(w, &places, &count);
    if (status != HS_OK) return status;
    struct lane *lanes = arena_array(w->arena, (size_t)count, sizeof *lanes);
    if (lanes == NULL) return error_memory(w->error);
    for (int32_t i = 0; i < count; i++) lanes[i] = (struct lane){&w->applicant, places[i]};
    status = columns_build(&w->columns, &w->engine->dictionary, lanes, count, w->arena, w->error);
    if (status != HS_OK) return status;
    hs_place_result *results = arena_array(w->arena, (size_t)count, sizeof *results);
    if (results == NULL || !make_warnings(w, count)) return error_memory(w->error);
    for (int32_t i = 0; status == HS_OK && i < count; i++) status = assess_place(w, &results[i], i, places[i]);
    if (status != HS_OK) return status;
    w->result->name = w->applicant.name;
    w->result->places = results;
    w->result->count = count;
    w->result->brief = w->options->brief;
    if (!w->options->brief && !questions_list(w->result, w->arena)) return error_memory(w->error);
    SHA256Data((const uint8_t *)json, length, w->result->input_sha256);
    return list_assumptions(w, today) ? HS_OK : error_memory(w->error);
}

int hs_assess(hs_assessment **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options, hs_error *error) {
    static const hs_options none;
    hs_assessment *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    self->engine = engine;
    struct work work = {
        .engine = engine, .options = options == NULL ? &none : options, .arena = &self->arena, .error = error, .result = &self->result};
    int status = assess(&work, json, length);
    if (status != HS_OK) {
        hs_assessment_free(self);
        return status == HS_MEMORY ? error_memory(error) : status;
    }
    *out = self;
    return HS_OK;
}

void hs_assessment_free(hs_assessment *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_result *hs_assessment_result(const hs_assessment *self) { return &self->result; }

const char *hs_assessment_json(hs_assessment *self, size_t *length) {
    if (self->json.length == 0) report_json(&self->json, &self->result, self->engine);
    const char *text = write_end(&self->json);
    if (length != NULL) *length = text == NULL ? 0 : self->json.length;
    return text;
}
