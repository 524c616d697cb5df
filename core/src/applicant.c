#include "applicant_reader.h"

#include "error.h"
#include "gate.h"
#include "names.h"
#include "place.h"
#include "text.h"

#include <string.h>

static int require_kind(struct applicant_reader *r, const struct json *value, enum json_kind kind) {
    if (value->kind == kind) return HS_OK;
    hs_text wanted = json_kind_name(kind);
    return fault_expected(r->facts.error, value, wanted.zh, wanted.en);
}

/* ---- Dates and places --------------------------------------------------------------------------------------------------------- */

static int read_name(struct applicant_reader *r, const struct json *value) {
    if (value->kind == JSON_NULL) return HS_OK;
    r->out->name = value->text;
    return require_kind(r, value, JSON_STRING);
}

static int read_as_of(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_STRING);
    if (status == HS_OK && !hs_date_read(&r->out->as_of, value->text))
        return json_fault(r->facts.error, value, "“%s”不是有效日期，应如 2023-06-30", "\"%s\" is not a date; write it like 2023-06-30",
                          value->text);
    return status;
}

static int read_locations(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_ARRAY);
    if (status != HS_OK) return status;
    if (value->count == 0)
        return json_fault(r->facts.error, value, "没有写地点；要评估全部地点请去掉 locations",
                          "no place is named; leave locations out to assess every place");
    const char **locations = arena_array(r->facts.arena, (size_t)value->count, sizeof *locations);
    if (locations == NULL) return error_memory(r->facts.error);
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        status = require_kind(r, item, JSON_STRING);
        if (status != HS_OK) return status;
        if (!adcode_is_valid(item->text))
            return json_fault(r->facts.error, item, "“%s”不是行政区划代码，应为六位数字，如 \"330206\"",
                              "\"%s\" is not a place code; six digits are wanted, like \"330206\"", item->text);
        for (int32_t i = 0; i < item->index; i++)
            if (strcmp(locations[i], item->text) == 0)
                return json_fault(r->facts.error, item, "地点 %s 重复", "the place %s stands twice", item->text);
        locations[item->index] = item->text;
    }
    r->out->locations = locations;
    r->out->location_count = value->count;
    return HS_OK;
}

/* ---- Facts --------------------------------------------------------------------------------------------------------------------- */

static int read_facts(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_OBJECT);
    for (const struct json *member = value->first; status == HS_OK && member != NULL; member = member->next) {
        int32_t slot;
        status = read_fact_name(&r->facts, &slot, member);
        if (status != HS_OK) return status;
        r->out->stated[r->out->stated_count++] = slot;
        status = read_fact(&r->facts, &r->out->facts[slot], member, slot);
    }
    return status;
}

static int read_local(struct applicant_reader *r, const struct json *member, struct local_value *out) {
    int status = read_fact_name(&r->facts, &out->slot, member);
    if (status != HS_OK) return status;
    if (r->facts.dictionary->slots[out->slot].fact->local == 0)
        return json_fault(r->facts.error, member, "“%s”不因地而异，请写在 facts 里", "\"%s\" is the same everywhere; write it under facts",
                          member->key);
    out->adcode = member->parent->key;
    return read_fact(&r->facts, &out->value, member, out->slot);
}

static int read_facts_at(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_OBJECT);
    int32_t count = 0;
    for (const struct json *place = value->first; status == HS_OK && place != NULL; place = place->next) {
        status = require_kind(r, place, JSON_OBJECT);
        if (status == HS_OK && !adcode_is_valid(place->key))
            status = json_fault(r->facts.error, place, "“%s”不是行政区划代码，应为六位数字",
                                "\"%s\" is not a place code; six digits are wanted", place->key);
        count += place->count;
    }
    if (status != HS_OK) return status;
    r->out->local = arena_array(r->facts.arena, (size_t)count, sizeof *r->out->local);
    if (r->out->local == NULL) return error_memory(r->facts.error);
    for (const struct json *place = value->first; place != NULL; place = place->next)
        for (const struct json *member = place->first; status == HS_OK && member != NULL; member = member->next)
            status = read_local(r, member, &r->out->local[r->out->local_count++]);
    return status;
}

/* ---- What was received ---------------------------------------------------------------------------------------------------------- */

/* The engine's own text of a measure's id, or NULL; `nearest`, if given, then holds what it may have meant. */
static const char *find_measure(const struct applicant_reader *r, const char *id, struct nearest *nearest) {
    const struct loaded_policy *loaded;
    for (int32_t p = 0; (loaded = engine_policy_at(r->engine, p)) != NULL; p++)
        for (int32_t m = 0; m < loaded->policy->measure_count; m++) {
            const char *known = loaded->measure_ids[m];
            if (strcmp(known, id) == 0) return known;
            if (nearest != NULL) nearest_try(nearest, id, known);
        }
    return NULL;
}

/* The same for a matter. */
static const char *find_matter(const struct applicant_reader *r, const char *id, struct nearest *nearest) {
    const struct loaded_policy *loaded;
    for (int32_t p = 0; (loaded = engine_policy_at(r->engine, p)) != NULL; p++)
        for (int32_t m = 0; m < loaded->policy->measure_count; m++) {
            const char *known = loaded->policy->measures[m].matter;
            if (known == NULL) continue;
            if (strcmp(known, id) == 0) return known;
            if (nearest != NULL) nearest_try(nearest, id, known);
        }
    return NULL;
}

static int fault_unknown(struct applicant_reader *r, const struct json *value, const char *id, const struct nearest *nearest,
                         hs_text what) {
    if (nearest->candidate != NULL)
        return json_fault(r->facts.error, value, "没有名为“%s”的%s%.0s，是不是“%s”？",
                          "there is no \"%s\" among the %.0s%s; did you mean \"%s\"?", id, what.zh, what.en, nearest->candidate);
    return json_fault(r->facts.error, value, "没有名为“%s”的%s%.0s，可用 huisuan policy list --format json 查看全部",
                      "there is no \"%s\" among the %.0s%s; huisuan policy list --format json lists them all", id, what.zh, what.en);
}

static int require_measure(struct applicant_reader *r, const struct json *value, const char *id, const char **out) {
    struct nearest nearest = {0};
    *out = find_measure(r, id, NULL);
    if (*out != NULL) return HS_OK;
    find_measure(r, id, &nearest);
    return fault_unknown(r, value, id, &nearest, (hs_text){"措施", "measures"});
}

static int read_one_received(struct applicant_reader *r, struct received *out, const struct json *item) {
    int status = require_kind(r, item, JSON_OBJECT);
    if (status != HS_OK) return status;
    const struct json *measure = json_member(item, "measure"), *years = json_member(item, "years");
    const struct json *matter = json_member(item, "matter"), *amount = json_member(item, "amount");
    if (item->count == 2 && measure != NULL && years != NULL) {
        int64_t count = 0;
        status = require_kind(r, measure, JSON_STRING);
        if (status == HS_OK) status = require_measure(r, measure, measure->text, &out->measure);
        if (status == HS_OK) status = read_whole(&r->facts, &count, years, HS_YEARS_MAX);
        out->years = (int32_t)count;
        return status;
    }
    if (item->count == 2 && matter != NULL && amount != NULL) {
        struct nearest nearest = {0};
        status = require_kind(r, matter, JSON_STRING);
        if (status != HS_OK) return status;
        out->matter = find_matter(r, matter->text, NULL);
        if (out->matter != NULL) return read_money(&r->facts, &out->amount, amount);
        find_matter(r, matter->text, &nearest);
        return fault_unknown(r, matter, matter->text, &nearest, (hs_text){"事项", "matters"});
    }
    return json_fault(r->facts.error, item, "应为 {\"measure\", \"years\"} 或 {\"matter\", \"amount\"}",
                      "either {\"measure\", \"years\"} or {\"matter\", \"amount\"} is wanted");
}

static int read_received(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_ARRAY);
    if (status != HS_OK) return status;
    r->out->received = arena_array(r->facts.arena, (size_t)value->count, sizeof *r->out->received);
    if (r->out->received == NULL) return error_memory(r->facts.error);
    r->out->received_count = value->count;
    for (const struct json *item = value->first; status == HS_OK && item != NULL; item = item->next)
        status = read_one_received(r, &r->out->received[item->index], item);
    return status;
}

/* ---- What a review adds --------------------------------------------------------------------------------------------------------- */

static int read_state(struct applicant_reader *r, int32_t *out, const struct json *entry) {
    const struct json *state = json_member(entry, "state");
    for (int32_t i = 0; state != NULL && state->kind == JSON_STRING && i <= HS_DISPUTED; i++)
        if (strcmp(state->text, proof_names[i]) == 0) {
            *out = i;
            return HS_OK;
        }
    return json_fault(r->facts.error, state == NULL ? entry : state, "state 应为 declared、evidenced、verified 或 disputed",
                      "the state must be declared, evidenced, verified or disputed");
}

static int read_one_evidence(struct applicant_reader *r, struct evidence *out, const struct json *entry) {
    int status = read_fact_name(&r->facts, &out->slot, entry);
    if (status == HS_OK) status = require_kind(r, entry, JSON_OBJECT);
    if (status == HS_OK) status = read_state(r, &out->state, entry);
    for (const struct json *member = entry->first; status == HS_OK && member != NULL; member = member->next) {
        if (strcmp(member->key, "note") == 0) {
            out->note = member->text;
            status = require_kind(r, member, JSON_STRING);
        } else if (strcmp(member->key, "value") == 0) {
            out->has_value = true;
            status = read_fact(&r->facts, &out->value, member, out->slot);
        } else if (strcmp(member->key, "state") != 0) {
            status = json_fault(r->facts.error, member, "没有“%s”这一项，可写 state、note、value",
                                "there is no \"%s\" here; there are state, note and value", member->key);
        }
    }
    return status;
}

static int read_evidence(struct applicant_reader *r, const struct json *value) {
    int status = require_kind(r, value, JSON_OBJECT);
    if (status != HS_OK) return status;
    r->out->evidence = arena_array(r->facts.arena, (size_t)value->count, sizeof *r->out->evidence);
    if (r->out->evidence == NULL) return error_memory(r->facts.error);
    for (const struct json *entry = value->first; status == HS_OK && entry != NULL; entry = entry->next)
        status = read_one_evidence(r, &r->out->evidence[r->out->evidence_count++], entry);
    return status;
}

/* Room for a claim or finding for each member. */
static int make_claims(struct applicant_reader *r, struct claim **out, const struct json *value) {
    int status = require_kind(r, value, JSON_OBJECT);
    if (status != HS_OK) return status;
    *out = arena_array(r->facts.arena, (size_t)value->count, sizeof **out);
    return *out == NULL ? error_memory(r->facts.error) : HS_OK;
}

static int read_claims(struct applicant_reader *r, const struct json *value) {
    int status = make_claims(r, &r->out->claims, value);
    for (const struct json *member = value->first; status == HS_OK && member != NULL; member = member->next) {
        struct claim *claim = &r->out->claims[r->out->claim_count++];
        status = require_measure(r, member, member->key, &claim->measure);
        if (status == HS_OK) status = read_money(&r->facts, &claim->amount, member);
    }
    return status;
}

static int read_findings(struct applicant_reader *r, const struct json *value) {
    int status = make_claims(r, &r->out->findings, value);
    for (const struct json *member = value->first; status == HS_OK && member != NULL; member = member->next) {
        struct claim *finding = &r->out->findings[r->out->finding_count++];
        status = require_measure(r, member, member->key, &finding->measure);
        if (status == HS_OK) status = require_kind(r, member, JSON_OBJECT);
        if (status != HS_OK) return status;
        const struct json *amount = json_member(member, "amount"), *reason = json_member(member, "reason");
        if (member->count != 2 || amount == NULL || reason == NULL)
            return json_fault(r->facts.error, member, "应为 {\"amount\", \"reason\"}", "{\"amount\", \"reason\"} is wanted");
        status = read_money(&r->facts, &finding->amount, amount);
        if (status == HS_OK) status = require_kind(r, reason, JSON_STRING);
        finding->reason = reason->text;
    }
    return status;
}

/* ---- The document --------------------------------------------------------------------------------------------------------------- */

static const struct part {
    const char *key;
    int (*read)(struct applicant_reader *, const struct json *);
} parts[APPLICANT_PARTS] = {
    {"name", read_name},         {"as_of", read_as_of},       {"locations", read_locations}, [APPLICANT_FACTS] = {"facts", read_facts},
    {"facts_at", read_facts_at}, {"received", read_received}, {"evidence", read_evidence},   {"claims", read_claims},
    {"findings", read_findings},
};

int32_t applicant_part(const char *key, size_t length) {
    for (int32_t i = 0; i < APPLICANT_PARTS; i++)
        if (strlen(parts[i].key) == length && memcmp(parts[i].key, key, length) == 0) return i;
    return -1;
}

int applicant_read_part(struct applicant_reader *r, int32_t part, const struct json *value) { return parts[part].read(r, value); }

static int read_part(struct applicant_reader *r, const struct json *member) {
    struct nearest nearest = {0};
    int32_t part = applicant_part(member->key, strlen(member->key));
    if (part >= 0) return applicant_read_part(r, part, member);
    for (int32_t i = 0; i < APPLICANT_PARTS; i++) nearest_try(&nearest, member->key, parts[i].key);
    if (nearest.candidate != NULL)
        return json_fault(r->facts.error, member, "没有“%s”这一项，是不是“%s”？", "there is no \"%s\" here; did you mean \"%s\"?",
                          member->key, nearest.candidate);
    if (dictionary_find(r->facts.dictionary, member->key) >= 0)
        return json_fault(r->facts.error, member, "事实“%s”应写在 facts 里面", "the fact \"%s\" belongs under facts", member->key);
    struct writer known = {0};
    for (int32_t i = 0; i < APPLICANT_PARTS; i++) write_format(&known, "%s%s", i == 0 ? "" : ", ", parts[i].key);
    const char *list = write_keep(&known, r->facts.arena);
    return list == NULL ? error_memory(r->facts.error)
                        : json_fault(r->facts.error, member, "没有“%s”这一项。可写：%s", "there is no \"%s\" here. There are: %s",
                                     member->key, list);
}

bool applicant_begin(struct applicant *out, const struct hs_engine *engine, struct arena *arena) {
    size_t slots = (size_t)engine->dictionary.count;
    *out =
        (struct applicant){.facts = arena_room(arena, slots, sizeof *out->facts), .stated = arena_room(arena, slots, sizeof *out->stated)};
    if (out->facts == NULL || out->stated == NULL) return false;
    if (slots > 0) memcpy(out->facts, engine->unknown, slots * sizeof *out->facts);
    return true;
}

int applicant_read_tree(struct applicant *out, const struct hs_engine *engine, const char *json, size_t length, struct arena *arena,
                        hs_error *error) {
    struct applicant_reader r = {{&engine->dictionary, arena, error}, engine, out};
    struct json *document;
    int status = gate_read(&document, arena, json, length, error);
    if (status != HS_OK) return status;
    if (!applicant_begin(out, engine, arena)) return error_memory(error);
    status = require_kind(&r, document, JSON_OBJECT);
    if (status == HS_OK && json_member(document, "facts") == NULL)
        status = json_fault(error, document, "缺少 facts（申请人的各项事实）；还没有就写 \"facts\": {}",
                            "\"facts\" is missing: what the applicant states; write \"facts\": {} where there is nothing yet");
    for (const struct json *member = document->first; status == HS_OK && member != NULL; member = member->next)
        status = read_part(&r, member);
    return status;
}

int applicant_read(struct applicant *out, const struct hs_engine *engine, key_order *order, const char *json, size_t length,
                   struct arena *arena, hs_error *error) {
    if (applicant_read_plain(out, engine, order, json, length, arena)) return HS_OK;
    return applicant_read_tree(out, engine, json, length, arena, error);
}
