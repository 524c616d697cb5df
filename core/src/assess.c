/* One applicant at its places: columns, evaluation, explanation and settlement in their order. */
#include "assess.h"

#include "change.h"
#include "columns.h"
#include "error.h"
#include "evaluate.h"
#include "explain.h"
#include "inquiry.h"
#include "missing.h"
#include "overlay.h"
#include "place.h"
#include "question.h"
#include "report.h"
#include "settle.h"
#include "sha256.h"
#include "verdict.h"

#include <stdlib.h>
#include <string.h>

/* A block of this size, once freed, has glibc keep twice as much for the next applicant; with less it gives the pages of each back. */
enum { JSON_ROOM = 512 * 1024 - 1 };

struct hs_assessment {
    struct arena arena;
    hs_result result;
    const struct hs_engine *engine;
    struct dictionary dictionary; /* as it was */
    struct applicant applicant;   /* as stated, by its slots */
    struct writer json;
};

/* What one assessment works with. */
struct work {
    struct inquiry inquiry;
    struct arena *arena;
    hs_error *error;
    hs_result *result;
    hs_warning *warnings; /* room for every check of every policy at every place */
    const hs_check **warned;
};

/* ---- Measures and policies ------------------------------------------------------------------------------------------------------ */

/* What the registers say beyond the result: what is missing, what would change it, why it is so and who decides each end. */
static int advise(struct work *w, hs_measure_result *measures, const struct loaded_policy *loaded, const struct frame *frame,
                  const char *place) {
    const struct plan *plan = &loaded->plan;
    int32_t count = loaded->policy->measure_count;
    for (int32_t m = 0; m < count; m++)
        if (!missing_find(&measures[m], frame, m, w->arena)) return error_memory(w->error);
    int status = change_find(measures, loaded, frame, &(struct lane){&w->inquiry.applicant, place}, &w->inquiry.engine->dictionary,
                             w->arena, w->error);
    if (status != HS_OK) return status;
    struct writer writer = {0};
    const hs_reason **told = arena_array(w->arena, (size_t)plan->shared_count, sizeof(hs_reason *));
    bool explained = told != NULL;
    for (int32_t m = 0; explained && m < count; m++) {
        measures[m].why = explain_condition(frame, &plan->when[m], told, &writer, w->arena);
        explained =
            measures[m].why != NULL && explain_ends(&measures[m], loaded->policy, frame, &plan->when[m], plan->pays[m], &writer, w->arena);
    }
    write_free(&writer);
    return explained ? HS_OK : error_memory(w->error);
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

static int assess_policy(struct work *w, hs_policy_result *out, const struct loaded_policy *loaded, const char *place) {
    const struct lane lane = {&w->inquiry.applicant, place};
    struct columns columns;
    struct frame frame;
    hs_measure_result *measures = arena_room(w->arena, (size_t)loaded->policy->measure_count, sizeof *measures);
    if (measures == NULL) return error_memory(w->error);
    int status = columns_build_for(&columns, &loaded->plan.whole, &w->inquiry.engine->dictionary, &lane, 1, w->arena, w->error);
    if (status == HS_OK) status = evaluate(&frame, &loaded->plan, &columns, 0, 1, w->arena, w->error);
    verdict_begin(out, measures, loaded, w->inquiry.as_of);
    if (status == HS_OK) status = verdict_policy(out, measures, &w->inquiry, loaded, &frame, 0, w->arena);
    if (status != HS_OK) return status;
    warn(w, loaded, &frame, place);
    return w->inquiry.options->brief ? HS_OK : advise(w, measures, loaded, &frame, place);
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------------- */

static int assess_place(struct work *w, hs_place_result *out, const char *place) {
    int32_t count;
    const struct loaded_policy **loaded = inquiry_policies(&w->inquiry, place, &count);
    if (loaded == NULL) return error_memory(w->error);
    hs_policy_result *policies = arena_array(w->arena, (size_t)count, sizeof *policies);
    if (policies == NULL) return error_memory(w->error);
    *out = (hs_place_result){.adcode = place, .policies = policies, .policy_count = count};
    for (int32_t p = 0; p < count; p++) {
        if (strcmp(loaded[p]->policy->adcode, place) == 0) out->name = loaded[p]->policy->name;
        int status = assess_policy(w, &policies[p], loaded[p], place);
        if (status != HS_OK) return status;
    }
    struct settle_plan plan;
    if (!settle_plan(&plan, out, w->arena)) return error_memory(w->error);
    return settle_place(out, &plan, &w->inquiry.applicant, w->arena, w->error);
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

static bool any_policy(const hs_result *result, bool (*holds)(const hs_policy_result *, hs_date as_of)) {
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            if (holds(&result->places[i].policies[p], result->as_of)) return true;
    return false;
}

static bool has_ended(const hs_policy_result *policy, hs_date as_of) { return policy_is_claimable(policy->policy, as_of); }
static bool lacks_a_date(const hs_policy_result *policy, hs_date as_of) {
    return policy->in_force == HS_UNKNOWN && !has_ended(policy, as_of);
}
static bool is_cut(const hs_policy_result *policy, hs_date as_of) {
    (void)as_of;
    return policy->in_force != HS_FALSE && policy->policy->limit_count > 0;
}
static bool may_be_lowered(const hs_policy_result *policy, hs_date as_of) {
    (void)as_of;
    return policy->policy->adjustable != 0;
}

static bool list_assumptions(struct work *w, bool today) {
    hs_text *list = arena_array(w->arena, 8 + (size_t)w->result->overlay_count, sizeof *list);
    int32_t count = 0;
    if (list == NULL) return false;
    for (int32_t i = 0; i < w->result->overlay_count; i++)
        if (!overlay_words(&list[count++], &w->result->overlay[i], w->arena)) return false;
    list[count++] = (hs_text){"结果为预计，以主管部门审核为准", "an estimate: the authority's review decides"};
    list[count++] =
        (hs_text){"各年合计假定以后各年的情况与现在相同", "the total over all years assumes that later years are like this one"};
    if (today) list[count++] = (hs_text){"未写评估日期，按今天（北京时间）计算", "no date was given: assessed as of today in China"};
    if (w->result->count > 1 && w->inquiry.applicant.local_count == 0)
        list[count++] =
            (hs_text){"没有分地填写的情况，按各地相同计算", "what was not stated place by place is taken to be the same everywhere"};
    if (any_policy(w->result, lacks_a_date))
        list[count++] = (hs_text){
            "有的文件没有载明施行或失效的日期，效力期未知：计入合计，不计入可确定金额",
            "some documents do not state both their first and their last day: they count in the total and not in what is certain"};
    if (any_policy(w->result, has_ended))
        list[count++] =
            (hs_text){"有的政策已经期满，期内已符合条件的仍可申请：计入合计，不计入可确定金额",
                      "some policies have ended and can still be applied for by who qualified before: they count in the total and "
                      "not in what is certain"};
    if (any_policy(w->result, is_cut))
        list[count++] = (hs_text){"有的措施合计有上限：合计按上限计算，各项金额是单独计算的",
                                  "some measures have a ceiling together: the total is cut at it, each amount stands for itself"};
    if (any_policy(w->result, may_be_lowered))
        list[count++] = (hs_text){"有的文件允许主管部门调低金额：计入合计，不计入可确定金额",
                                  "some documents let the authority lower the amounts: they count in the total and not in what is certain"};
    w->result->assumptions = list;
    w->result->assumption_count = count;
    return true;
}

static bool make_warnings(struct work *w, int32_t places) {
    size_t most = 0;
    for (int32_t i = 0; i < w->inquiry.engine->count; i++) most += (size_t)w->inquiry.engine->policies[i]->policy->check_count;
    w->warnings = arena_room(w->arena, most * (size_t)places, sizeof *w->warnings);
    w->warned = arena_room(w->arena, most * (size_t)places, sizeof(hs_check *));
    w->result->warnings = w->warnings;
    return w->warnings != NULL && w->warned != NULL;
}

static int assess(struct work *w, const char *json, size_t length, const struct supposition *otherwise) {
    struct inquiry *q = &w->inquiry;
    int status = inquiry_read(q, json, length);
    if (status != HS_OK) return status;
    if (otherwise != NULL) applicant_suppose(&q->applicant, otherwise->slot, otherwise->value);
    w->result->as_of = q->as_of;
    hs_place_result *results = arena_array(w->arena, (size_t)q->place_count, sizeof *results);
    if (results == NULL || !make_warnings(w, q->place_count)) return error_memory(w->error);
    for (int32_t i = 0; status == HS_OK && i < q->place_count; i++) status = assess_place(w, &results[i], q->places[i]);
    if (status != HS_OK) return status;
    w->result->name = q->applicant.name;
    w->result->places = results;
    w->result->count = q->place_count;
    w->result->brief = q->options->brief;
    w->result->overlay = q->engine->overlay;
    w->result->overlay_count = q->engine->overlay_count;
    if (!q->options->brief && !questions_list(w->result, w->arena)) return error_memory(w->error);
    sha256_text(w->result->input_sha256, json, length);
    return list_assumptions(w, q->today) ? HS_OK : error_memory(w->error);
}

int assess_supposing(hs_assessment **out, const struct hs_engine *engine, const char *json, size_t length, const hs_options *options,
                     const struct supposition *otherwise, hs_error *error) {
    static const hs_options none;
    hs_assessment *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    self->engine = engine;
    struct work work = {.inquiry = {engine, options == NULL ? &none : options, &self->arena, error, .place_count = 0},
                        .arena = &self->arena,
                        .error = error,
                        .result = &self->result};
    int status = assess(&work, json, length, otherwise);
    if (status != HS_OK) {
        hs_assessment_free(self);
        return status == HS_MEMORY ? error_memory(error) : status;
    }
    self->dictionary = engine->dictionary;
    self->applicant = work.inquiry.applicant;
    *out = self;
    return HS_OK;
}

int hs_assess(hs_assessment **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options, hs_error *error) {
    return assess_supposing(out, engine, json, length, options, NULL, error);
}

const struct applicant *assessment_applicant(const hs_assessment *self) { return &self->applicant; }

void hs_assessment_free(hs_assessment *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_result *hs_assessment_result(const hs_assessment *self) { return &self->result; }

int32_t hs_assessment_records(const hs_assessment *self, const hs_fact *list) {
    int32_t slot = dictionary_find(&self->dictionary, list->id);
    const struct record_table *table = slot < 0 ? NULL : self->applicant.facts[slot].records;
    return table == NULL ? -1 : table->count;
}

const char *hs_assessment_json(hs_assessment *self, size_t *length) {
    /* Room from the start for most results: what is not filled costs nothing, copying a text each time that it has doubled does. */
    if (self->json.length == 0) write_room(&self->json, JSON_ROOM);
    if (self->json.length == 0) report_json(&self->json, &self->result, self->engine);
    const char *text = write_end(&self->json);
    if (length != NULL) *length = text == NULL ? 0 : self->json.length;
    return text;
}
