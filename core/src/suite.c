#include "suite.h"

#include "error.h"
#include "place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int hs_suite_new(hs_suite **out, const hs_engine *engine, int32_t index, const hs_options *options, hs_error *error) {
    *out = NULL;
    if (index < 0 || index >= engine->count) return error_set(error, HS_USAGE, NOWHERE, "没有这份政策", "there is no such policy");
    hs_suite *self = calloc(1, sizeof *self);
    if (self == NULL) return error_memory(error);
    self->engine = engine;
    self->index = index;
    if (options != NULL) self->options = (hs_options){.as_of = options->as_of, .today = options->today};
    if (!reach_list(&self->reach, suite_policy(self), &self->arena)) return hs_suite_free(self), error_memory(error);
    *out = self;
    return HS_OK;
}

void hs_suite_free(hs_suite *self) {
    if (self == NULL) return;
    write_free(&self->json);
    arena_clear(&self->arena);
    free(self);
}

int32_t hs_suite_count(const hs_suite *self) { return self->count; }

const hs_case *hs_suite_case(const hs_suite *self, int32_t index) { return &self->cases[index].shown; }

const hs_point *hs_suite_points(const hs_suite *self, int32_t *count) {
    *count = self->reach.count;
    return self->reach.points;
}

int suite_assess(hs_assessment **out, const struct hs_suite *self, const struct hs_engine *engine, const struct suite_case *one,
                 hs_error *error) {
    hs_options options = self->options;
    options.brief = one->brief;
    return hs_assess(out, engine, one->applicant, one->length, &options, error);
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------------- */

static int read_member(const struct json **out, const struct json *document, const char *key, enum json_kind kind, hs_error *error) {
    *out = json_member(document, key);
    if (*out == NULL) return json_fault(error, document, "案例缺少“%s”", "the case lacks \"%s\"", key);
    hs_text found = json_kind_name((*out)->kind), wanted = json_kind_name(kind);
    if ((*out)->kind == kind) return HS_OK;
    return json_fault(error, *out, "应为%s%.0s，实为%s%.0s", "%.0s%s is wanted, not %.0s%s", wanted.zh, wanted.en, found.zh, found.en);
}

static int read_confirm(int32_t *out, const struct json *document, hs_error *error) {
    const struct json *confirm = json_member(document, "confirm");
    if (confirm != NULL && confirm->kind != JSON_TRUE && confirm->kind != JSON_FALSE)
        return json_fault(error, confirm, "应为 true 或 false", "true or false is wanted");
    *out = confirm != NULL && confirm->kind == JSON_TRUE;
    return HS_OK;
}

/* A key that a case does not have is a slip of the pen: what it says would not be tested. */
static int refuse_others(const struct json *document, hs_error *error) {
    static const char *const keys[] = {"id", "applicant", "expect", "confirm"};
    for (const struct json *member = document->first; member != NULL; member = member->next) {
        size_t i = 0, count = sizeof keys / sizeof keys[0];
        while (i < count && strcmp(member->key, keys[i]) != 0) i++;
        if (i == count) return json_fault(error, member, "案例没有“%s”这一项", "a case has no \"%s\"", member->key);
    }
    return HS_OK;
}

static bool asks_for_reasons(const struct json *expect) {
    static const char *const keys[] = {"why", "ends", "missing", "change", "questions"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (json_has_key(expect, keys[i])) return true;
    return false;
}

static int read_case(struct hs_suite *self, struct suite_case *out, const char *json, size_t length, hs_error *error) {
    struct json *document;
    const struct json *id, *applicant, *expect;
    struct writer writer = {0};
    int status = gate_read(&document, &self->arena, json, length, error);
    if (status == HS_OK && document->kind != JSON_OBJECT) status = json_fault(error, document, "应为对象", "an object is wanted");
    if (status == HS_OK) status = refuse_others(document, error);
    if (status == HS_OK) status = read_member(&id, document, "id", JSON_STRING, error);
    if (status == HS_OK) status = read_member(&applicant, document, "applicant", JSON_OBJECT, error);
    if (status == HS_OK) status = read_member(&expect, document, "expect", JSON_OBJECT, error);
    if (status == HS_OK && expect->count == 0) status = json_fault(error, expect, "什么也没有期望", "nothing is expected");
    if (status == HS_OK) status = read_confirm(&out->shown.confirm, document, error);
    if (status != HS_OK) return status;
    json_write(&writer, applicant);
    out->shown.id = id->text;
    out->expect = expect;
    out->brief = !asks_for_reasons(expect);
    out->length = writer.length;
    out->applicant = write_keep(&writer, &self->arena);
    size_t measures = (size_t)suite_policy(self)->policy->measure_count;
    out->named = arena_array(&self->arena, measures, 1);
    out->eligible = arena_array(&self->arena, measures, 1);
    return out->applicant == NULL || out->named == NULL || out->eligible == NULL ? error_memory(error) : HS_OK;
}

/* ---- Running --------------------------------------------------------------------------------------------------------------------- */

static const struct json *member_of(const struct json *object, const char *key) {
    return object == NULL || object->kind != JSON_OBJECT ? NULL : json_member(object, key);
}

/* Marks the measures that something is expected of at a place. */
static void name_measures(uint8_t *named, const struct loaded_policy *loaded, const struct json *place) {
    const struct json *policy = member_of(member_of(place, "policies"), loaded->policy->id), *measures = member_of(policy, "measures");
    for (int32_t m = 0; m < loaded->policy->measure_count; m++) named[m] = member_of(measures, loaded->measure_ids[m]) != NULL;
}

static bool names_limits(const struct json *place) {
    return member_of(place, "limits") != NULL || member_of(place, "total") != NULL || member_of(place, "total_all_years") != NULL;
}

static int reach_place(struct hs_suite *self, struct suite_case *one, const struct inquiry *q, const char *place,
                       const struct json *expected, struct arena *arena, hs_error *error) {
    const struct loaded_policy *loaded = suite_policy(self);
    struct columns columns;
    struct frame frame;
    int32_t measures = loaded->policy->measure_count;
    uint8_t *named = arena_array(arena, (size_t)measures, 1);
    if (named == NULL) return error_memory(error);
    name_measures(named, loaded, expected);
    int status = columns_build(&columns, &q->engine->dictionary, NULL, &(struct lane){&q->applicant, place}, 1, arena, error);
    if (status == HS_OK) status = evaluate(&frame, &loaded->plan, &columns, 0, 1, arena, error);
    if (status != HS_OK) return status;
    reach_measures(&self->reach, loaded, &frame, named, self->count + 1);
    for (int32_t m = 0; m < measures; m++) {
        one->named[m] |= named[m];
        one->eligible[m] |= named[m] && frame_truth(&frame, loaded->plan.when[m].out, 0) == HS_TRUE;
    }
    return HS_OK;
}

/* What a case reaches at the places that its policy covers. */
static int reach_case(struct hs_suite *self, struct suite_case *one, const hs_result *result, hs_error *error) {
    struct arena arena = {0};
    const struct loaded_policy *loaded = suite_policy(self);
    struct inquiry q = {.engine = self->engine, .options = &self->options, .arena = &arena, .error = error};
    int status = inquiry_read(&q, one->applicant, one->length);
    for (int32_t i = 0; status == HS_OK && i < result->count; i++) {
        const hs_place_result *place = &result->places[i];
        const struct json *expected = member_of(member_of(one->expect, "places"), place->adcode);
        if (expected == NULL || !adcode_covers(loaded->policy->adcode, place->adcode)) continue;
        status = reach_place(self, one, &q, place->adcode, expected, &arena, error);
        one->totals = one->totals || names_limits(expected);
        if (names_limits(expected)) reach_limits(&self->reach, loaded->policy, place, self->count + 1);
    }
    arena_clear(&arena);
    return status;
}

static int compare_case(struct hs_suite *self, struct suite_case *one, hs_error *error) {
    struct arena arena = {0};
    struct json *found;
    struct differences differences = {.arena = &self->arena};
    int status = gate_read(&found, &arena, one->result, strlen(one->result), error);
    if (status == HS_OK) expect_compare(&differences, one->expect, found);
    arena_clear(&arena);
    if (status == HS_OK && differences.failed) status = error_memory(error);
    one->shown.differences = differences.items;
    one->shown.count = differences.count;
    one->shown.passed = differences.count == 0;
    return status;
}

/* An applicant that is refused fails the case: what is wrong stands where the difference would. */
static int refused(struct hs_suite *self, struct suite_case *one, const hs_error *fault, hs_error *error) {
    struct differences differences = {.arena = &self->arena};
    char path[sizeof fault->path + sizeof "applicant."];
    const char *reason = arena_copy(&self->arena, fault->en, strlen(fault->en));
    snprintf(path, sizeof path, "applicant%s%s", fault->path[0] == '\0' ? "" : ".", fault->path);
    if (reason == NULL || !expect_add(&differences, path, reason, "an applicant that the engine takes")) return error_memory(error);
    one->shown.differences = differences.items;
    one->shown.count = differences.count;
    return HS_OK;
}

static int run_case(struct hs_suite *self, struct suite_case *one, hs_error *error) {
    hs_error fault = {0};
    hs_assessment *assessment;
    int status = suite_assess(&assessment, self, self->engine, one, &fault);
    if (status == HS_INPUT) return refused(self, one, &fault, error);
    if (status != HS_OK) return error_memory(error);
    size_t length;
    const char *json = hs_assessment_json(assessment, &length);
    one->result = json == NULL ? NULL : arena_copy(&self->arena, json, length);
    status = one->result == NULL ? error_memory(error) : reach_case(self, one, hs_assessment_result(assessment), error);
    hs_assessment_free(assessment);
    return status == HS_OK ? compare_case(self, one, error) : status;
}

int hs_suite_add(hs_suite *self, const char *json, size_t length, hs_error *error) {
    struct suite_case one = {.brief = false};
    int status = read_case(self, &one, json, length, error);
    if (status == HS_OK) status = run_case(self, &one, error);
    if (status != HS_OK) return status;
    if (self->count == self->capacity) {
        int32_t capacity = self->capacity == 0 ? 64 : 2 * self->capacity;
        struct suite_case *cases = arena_array(&self->arena, (size_t)capacity, sizeof *cases);
        if (cases == NULL) return error_memory(error);
        if (self->count > 0) memcpy(cases, self->cases, (size_t)self->count * sizeof *cases);
        self->cases = cases;
        self->capacity = capacity;
    }
    self->cases[self->count++] = one;
    return HS_OK;
}
