/* A saved result, assessed once more: the same, or what moved and by which of its inputs. */
#include "verify.h"

#include "error.h"
#include "fact_reader.h"
#include "place.h"
#include "sha256.h"

#include <stdlib.h>
#include <string.h>

/* ---- Reading the saved result ------------------------------------------------------------------------------------------------------ */

static int fault(hs_error *error, const struct json *value, const char *zh, const char *en) {
    return json_fault(error, value, "%s%.0s；这里要 huisuan assess --format json 写出的结果",
                      "%.0s%s; what huisuan assess --format json wrote is wanted", zh, en);
}

/* The member of an object that must be there. */
static int require(const struct json **out, const struct json *object, const char *key, enum json_kind kind, hs_error *error) {
    *out = json_member(object, key);
    if (*out == NULL)
        return json_fault(error, object, "缺少 %s；这里要 huisuan assess --format json 写出的结果",
                          "\"%s\" is missing; what huisuan assess --format json wrote is wanted", key);
    hs_text wanted = json_kind_name(kind);
    return (*out)->kind == kind ? HS_OK : fault_expected(error, *out, wanted.zh, wanted.en);
}

static int read_places(struct hs_verification *self, const char ***out, int32_t *count, hs_error *error) {
    const struct json *places, *adcode;
    int status = require(&places, self->saved, "places", JSON_ARRAY, error);
    if (status != HS_OK) return status;
    *out = arena_array(&self->arena, (size_t)places->count, sizeof **out);
    if (*out == NULL) return error_memory(error);
    for (const struct json *place = places->first; place != NULL; place = place->next) {
        if (place->kind != JSON_OBJECT) return fault(error, place, "应为对象", "an object is wanted");
        status = require(&adcode, place, "adcode", JSON_STRING, error);
        if (status != HS_OK) return status;
        if (!adcode_is_valid(adcode->text)) return fault(error, adcode, "不是行政区划代码", "this is no place code");
        for (int32_t i = 0; i < *count; i++)
            if (strcmp((*out)[i], adcode->text) == 0) return fault(error, adcode, "地点重复", "this place stands twice");
        (*out)[(*count)++] = adcode->text;
    }
    return *count > 0 ? HS_OK : fault(error, places, "没有地点", "there is no place");
}

/* Which policies the saved result rests on, and which are there now. */
static int read_policies(struct hs_verification *self, const struct json *receipt, hs_error *error) {
    const struct json *policies;
    hs_verification_result *out = &self->result;
    int status = require(&policies, receipt, "policies", JSON_OBJECT, error);
    if (status != HS_OK) return status;
    hs_policy_state *states = arena_array(&self->arena, (size_t)policies->count + (size_t)self->engine->count, sizeof *states);
    if (states == NULL) return error_memory(error);
    out->policies = self->policies = states;
    for (const struct json *was = policies->first; was != NULL; was = was->next) {
        if (was->kind != JSON_STRING) return fault_expected(error, was, " SHA-256 字符串", "a SHA-256, a string");
        states[out->policy_count++] = (hs_policy_state){.id = was->key, .was = was->text};
    }
    for (int32_t i = 0; i < self->engine->count; i++) {
        int32_t at = 0;
        const char *id = self->engine->policies[i]->policy->id;
        while (at < out->policy_count && strcmp(states[at].id, id) != 0) at++;
        if (at == out->policy_count) states[out->policy_count++] = (hs_policy_state){.id = id};
        states[at].is = self->engine->policies[i]->sha256;
    }
    return HS_OK;
}

static int read_saved(struct hs_verification *self, const char *json, size_t length, hs_error *error) {
    const struct json *contract, *engine, *as_of, *receipt, *input;
    hs_verification_result *out = &self->result;
    struct json *saved;
    int status = gate_read(&saved, &self->arena, json, length, error);
    if (status != HS_OK) return status;
    self->saved = saved;
    if (saved->kind != JSON_OBJECT) return fault(error, saved, "应为对象", "an object is wanted");
    status = require(&contract, saved, "contract", JSON_NUMBER, error);
    if (status == HS_OK && strcmp(contract->text, "1") != 0)
        status = json_fault(error, contract, "应为第 1 版结果，实为 %s：请用写出它的 huisuan 核对",
                            "results of contract 1 are known, this is %s: verify it with the huisuan that wrote it", contract->text);
    if (status == HS_OK) status = require(&engine, saved, "engine", JSON_STRING, error);
    if (status == HS_OK) status = require(&as_of, saved, "as_of", JSON_STRING, error);
    if (status == HS_OK && !hs_date_read(&out->was_as_of, as_of->text)) status = fault(error, as_of, "不是日期", "this is no date");
    if (status == HS_OK) status = require(&receipt, saved, "receipt", JSON_OBJECT, error);
    if (status == HS_OK) status = require(&input, receipt, "input_sha256", JSON_STRING, error);
    if (status != HS_OK) return status;
    out->was_engine = engine->text;
    out->was_input = input->text;
    return read_policies(self, receipt, error);
}

/* ---- Replaying --------------------------------------------------------------------------------------------------------------------- */

/* Whether the saved result was made on a day that nobody gave. */
static bool was_today(const struct json *saved) {
    const struct json *list = json_member(saved, "assumptions");
    for (const struct json *item = list == NULL ? NULL : list->first; item != NULL; item = item->next) {
        const struct json *zh = item->kind == JSON_OBJECT ? json_member(item, "zh") : NULL;
        if (zh != NULL && zh->kind == JSON_STRING && strcmp(zh->text, "未写评估日期，按今天（北京时间）计算") == 0) return true;
    }
    return false;
}

/* The result as of a day, at the places of the saved one, read back. */
static int replay(struct hs_verification *self, struct json **out, const char *json, size_t length, hs_options options, hs_date day,
                  hs_error *error) {
    hs_assessment *assessment = NULL;
    struct json *document;
    size_t size = 0;
    int status = gate_read(&document, &self->arena, json, length, error);
    if (status != HS_OK) return status;
    bool given = document->kind == JSON_OBJECT && json_member(document, "as_of") != NULL;
    options.as_of = options.today = day;
    if (!given && was_today(self->saved)) options.as_of = (hs_date){0, 0, 0};
    status = hs_assess(&assessment, self->engine, json, length, &options, error);
    const char *text = status == HS_OK ? hs_assessment_json(assessment, &size) : NULL;
    if (status == HS_OK && text == NULL) status = error_memory(error);
    if (status == HS_OK) status = gate_read(out, &self->arena, text, size, error);
    hs_assessment_free(assessment);
    return status;
}

/* ---- Causes ------------------------------------------------------------------------------------------------------------------------- */

static bool differs(const hs_policy_state *state) { return state->was == NULL || state->is == NULL || strcmp(state->was, state->is) != 0; }

/* Whether a policy is another, of all that stand at the result's places where `id` is NULL. */
static bool policy_differs(const struct hs_verification *self, const char *id) {
    for (int32_t i = 0; i < self->result.policy_count; i++)
        if ((id == NULL ? self->result.policies[i].matters != 0 : strcmp(self->result.policies[i].id, id) == 0) &&
            differs(&self->result.policies[i]))
            return true;
    return false;
}

/* What is said of no place, the assumptions among it, may rest on any policy. */
static bool any_differs(const struct hs_verification *self) {
    for (int32_t i = 0; i < self->result.policy_count; i++)
        if (differs(&self->result.policies[i])) return true;
    return false;
}

static bool covers_any(const struct hs_verification *self, const char *id, const char *const *places, int32_t count) {
    for (int32_t p = 0; p < self->engine->count; p++)
        for (int32_t i = 0; strcmp(self->engine->policies[p]->policy->id, id) == 0 && i < count; i++)
            if (hs_policy_covers(self->engine->policies[p]->policy, places[i]) != 0) return true;
    const struct json *saved = json_member(self->saved, "places");
    for (const struct json *place = saved->first; place != NULL; place = place->next) {
        const struct json *policies = json_member(place, "policies");
        for (const struct json *policy = policies == NULL ? NULL : policies->first; policy != NULL; policy = policy->next) {
            const struct json *known = policy->kind == JSON_OBJECT ? json_member(policy, "id") : NULL;
            if (known != NULL && known->kind == JSON_STRING && strcmp(known->text, id) == 0) return true;
        }
    }
    return false;
}

static bool is_moved(const struct moves *moves, const char *path) {
    for (int32_t i = 0; i < moves->count; i++)
        if (strcmp(moves->items[i].path, path) == 0) return true;
    return false;
}

/* What as of the saved day is as it was has moved with the date; the rest by whatever else differs and has a say there. */
static void find_causes(const struct hs_verification *self, struct moves *moves, const struct moves *same_day) {
    for (int32_t i = 0; i < moves->count; i++) {
        hs_moved *moved = &moves->items[i];
        if ((self->result.causes & HS_BY_DATE) != 0 && !is_moved(same_day, moved->path)) {
            moved->causes = HS_BY_DATE;
            continue;
        }
        moved->causes = self->result.causes & (HS_BY_ENGINE | HS_BY_FACTS);
        if (moved->place == NULL ? any_differs(self) : policy_differs(self, moved->policy)) moved->causes |= HS_BY_POLICY;
    }
}

static int compare(struct hs_verification *self, const char *json, size_t length, hs_options options, hs_error *error) {
    struct moves moves = {.arena = &self->arena}, same_day = {.arena = &self->arena};
    struct json *now, *then;
    hs_verification_result *out = &self->result;
    options.brief = json_member(self->saved, "questions") == NULL;
    int status = replay(self, &now, json, length, options, out->as_of, error);
    if (status == HS_OK && (out->causes & HS_BY_DATE) != 0) {
        status = replay(self, &then, json, length, options, out->was_as_of, error);
        if (status == HS_OK) verify_compare(&same_day, self->saved, then);
    }
    if (status != HS_OK) return status;
    verify_compare(&moves, self->saved, now);
    if (moves.failed || same_day.failed) return error_memory(error);
    find_causes(self, &moves, &same_day);
    out->moved = moves.items;
    out->moved_count = moves.count;
    out->replayed = 1;
    return HS_OK;
}

static int verify(struct hs_verification *self, const char *json, size_t length, hs_options options, hs_error *error) {
    hs_verification_result *out = &self->result;
    const char **places = NULL;
    int32_t count = 0;
    int status = read_places(self, &places, &count, error);
    if (status != HS_OK) return status;
    options.locations = places;
    options.location_count = count;
    for (int32_t i = 0; i < out->policy_count; i++) self->policies[i].matters = covers_any(self, out->policies[i].id, places, count);
    out->as_of = date_is_given(options.as_of) ? options.as_of : out->was_as_of;
    bool other_day =
        out->as_of.year != out->was_as_of.year || out->as_of.month != out->was_as_of.month || out->as_of.day != out->was_as_of.day;
    if (strcmp(out->was_engine, HS_VERSION) != 0) out->causes |= HS_BY_ENGINE;
    if (policy_differs(self, NULL)) out->causes |= HS_BY_POLICY;
    if (other_day) out->causes |= HS_BY_DATE;
    if (json != NULL) {
        sha256_text(out->is_input, json, length);
        if (strcmp(out->is_input, out->was_input) != 0) out->causes |= HS_BY_FACTS;
        status = compare(self, json, length, options, error);
    }
    out->same = status == HS_OK && out->moved_count == 0 && (out->causes & (HS_BY_POLICY | HS_BY_FACTS)) == 0;
    return status;
}

int hs_verification_new(hs_verification **out, const hs_engine *engine, const char *saved, size_t saved_length, const char *json,
                        size_t length, const hs_options *options, hs_error *error) {
    static const hs_options none;
    hs_verification *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    self->engine = engine;
    int status = read_saved(self, saved, saved_length, error);
    if (status == HS_OK) status = verify(self, json, length, options == NULL ? none : *options, error);
    if (status != HS_OK) {
        hs_verification_free(self);
        return status;
    }
    *out = self;
    return HS_OK;
}

void hs_verification_free(hs_verification *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_verification_result *hs_verification_get(const hs_verification *self) { return &self->result; }
