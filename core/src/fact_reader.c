#include "fact_reader.h"

#include "error.h"
#include "text.h"

#include <inttypes.h>
#include <string.h>

hs_interval value_unknown(const hs_fact *fact) {
    switch (fact->type) {
    case HS_TRUTH: return (hs_interval){0, 1};
    case HS_CHOICE:
    case HS_CHOICES: return (hs_interval){0, (INT64_C(1) << fact->value_count) - 1};
    default: return (hs_interval){0, HS_UNBOUNDED};
    }
}

int fault_expected(hs_error *error, const struct json *value, const char *zh, const char *en) {
    hs_text found = json_kind_name(value->kind);
    return json_fault(error, value, "应为%s%.0s，实为%s%.0s", "%.0sexpected %s, %.0sfound %s", zh, en, found.zh, found.en);
}

static bool is_label(const char *text, hs_text label) { return strcmp(text, label.zh) == 0 || strcmp(text, label.en) == 0; }

int read_fact_name(const struct fact_reader *reader, int32_t *slot, const struct json *member) {
    *slot = dictionary_find_hash(reader->dictionary, member->key, member->key_hash);
    if (*slot >= 0) return HS_OK;
    struct nearest nearest = {0};
    for (int32_t i = 0; i < reader->dictionary->count; i++) nearest_try(&nearest, member->key, reader->dictionary->slots[i].fact->id);
    for (int32_t i = 0; i < reader->dictionary->count; i++) {
        const hs_fact *fact = reader->dictionary->slots[i].fact;
        if (is_label(member->key, fact->label)) nearest.candidate = fact->id;
    }
    if (nearest.candidate != NULL)
        return json_fault(reader->error, member, "没有名为“%s”的事实，是不是“%s”？", "no fact is called \"%s\"; did you mean \"%s\"?",
                          member->key, nearest.candidate);
    return json_fault(reader->error, member, "没有名为“%s”的事实，可用 huisuan facts 查看全部",
                      "no fact is called \"%s\"; huisuan facts lists them all", member->key);
}

/* ---- Figures ------------------------------------------------------------------------------------------------------------------ */

static bool takes_text(int32_t type) { return type == HS_MONEY || type == HS_USD; }

static int fault_decimal(hs_error *error, const struct json *value, int32_t type, enum decimal_fault fault) {
    switch (fault) {
    case DECIMAL_NEGATIVE: return json_fault(error, value, "不能为负数：%s", "must not be negative: %s", value->text);
    case DECIMAL_TOO_FINE: return json_fault(error, value, "最多两位小数：%s", "at most two decimals: %s", value->text);
    case DECIMAL_TOO_LARGE:
        if (!takes_text(type))
            return json_fault(error, value, "数值过大：%s（应小于 2 的 46 次方）", "too large: %s (less than 2^46 is wanted)", value->text);
        return json_fault(error, value, "数值过大：%s（2 的 46 次方及以上请写成字符串，最大 92233720368547758.06）",
                          "too large: %s (from 2^46 on write it as a string; at most 92233720368547758.06 is taken)", value->text);
    default:
        return json_fault(error, value, "应为纯数字，如 \"1234.56\"，实为“%s”", "plain digits are wanted, like \"1234.56\", not \"%s\"",
                          value->text);
    }
}

/* What is no figure, where a range may stand too or not. */
static int fault_figure(hs_error *error, const struct json *value, int32_t type, bool range) {
    if (takes_text(type))
        return range ? fault_expected(error, value, "数字、小数字符串或 {\"min\", \"max\"}",
                                      "a number, a decimal string or {\"min\", \"max\"}")
                     : fault_expected(error, value, "数字或小数字符串", "a number or a decimal string");
    return range ? fault_expected(error, value, "数字或 {\"min\", \"max\"}", "a number or {\"min\", \"max\"}")
                 : fault_expected(error, value, "数字", "a number");
}

/* A figure of one type, as a point. */
static int read_point(const struct fact_reader *reader, int64_t *out, const struct json *value, int32_t type, bool range) {
    if (value->kind != JSON_NUMBER && !(value->kind == JSON_STRING && takes_text(type)))
        return fault_figure(reader->error, value, type, range);
    enum decimal_fault fault = json_hundredths(out, value);
    if (fault != DECIMAL_OK && !(type == HS_COUNT && fault == DECIMAL_TOO_FINE)) return fault_decimal(reader->error, value, type, fault);
    if (type != HS_COUNT) return HS_OK;
    if (fault == DECIMAL_TOO_FINE || *out % 100 != 0)
        return json_fault(reader->error, value, "应为整数：%s", "a whole number is wanted: %s", value->text);
    *out /= 100;
    return HS_OK;
}

int read_money(const struct fact_reader *reader, int64_t *out, const struct json *value) {
    return read_point(reader, out, value, HS_MONEY, false);
}

int read_whole(const struct fact_reader *reader, int64_t *out, const struct json *value, int64_t most) {
    int status = read_point(reader, out, value, HS_COUNT, false);
    if (status == HS_OK && *out > most)
        return json_fault(reader->error, value, "应不大于 %" PRId64 "：%s", "at most %" PRId64 " is wanted: %s", most, value->text);
    return status;
}

static int read_range(const struct fact_reader *reader, hs_interval *out, const struct json *value, int32_t type) {
    const struct json *from = json_member(value, "min"), *to = json_member(value, "max");
    for (const struct json *member = value->first; member != NULL; member = member->next)
        if (member != from && member != to)
            return json_fault(reader->error, member, "区间只有 min 和 max，没有“%s”", "a range has min and max, not \"%s\"", member->key);
    if (from == NULL && to == NULL)
        return json_fault(reader->error, value, "区间至少要有 min 或 max；不清楚请写 null",
                          "a range has min or max; write null for what is unknown");
    *out = (hs_interval){0, HS_UNBOUNDED};
    int status = from == NULL ? HS_OK : read_point(reader, &out->low, from, type, false);
    if (status == HS_OK && to != NULL) status = read_point(reader, &out->high, to, type, false);
    if (status == HS_OK && out->low > out->high) /* so both were given */
        return json_fault(reader->error, value, "min %s 大于 max %s，请核对", "min %s is greater than max %s; check both", from->text,
                          to->text);
    return status;
}

/* ---- Choices ------------------------------------------------------------------------------------------------------------------ */

static int read_value_id(const struct fact_reader *reader, int64_t *bit, const struct json *value, const hs_fact *fact) {
    if (value->kind != JSON_STRING) return fault_expected(reader->error, value, "选项编号（字符串）", "the id of a choice, a string");
    for (int32_t v = 0; v < fact->value_count; v++) {
        *bit = INT64_C(1) << v;
        if (strcmp(fact->values[v].id, value->text) == 0) return HS_OK;
    }
    struct nearest nearest = {0};
    for (int32_t v = 0; v < fact->value_count; v++) nearest_try(&nearest, value->text, fact->values[v].id);
    for (int32_t v = 0; v < fact->value_count; v++)
        if (is_label(value->text, fact->values[v].label)) nearest.candidate = fact->values[v].id;
    struct writer known = {0};
    for (int32_t v = 0; v < fact->value_count; v++) write_format(&known, "%s%s", v == 0 ? "" : ", ", fact->values[v].id);
    const char *list = write_keep(&known, reader->arena);
    if (list == NULL) return error_memory(reader->error);
    if (nearest.candidate != NULL)
        return json_fault(reader->error, value, "没有选项“%s”，是不是“%s”？可选：%s",
                          "there is no choice \"%s\"; did you mean \"%s\"? There are: %s", value->text, nearest.candidate, list);
    return json_fault(reader->error, value, "没有选项“%s”。可选：%s", "there is no choice \"%s\". There are: %s", value->text, list);
}

static int read_choices(const struct fact_reader *reader, hs_interval *out, const struct json *value, const hs_fact *fact) {
    if (value->kind != JSON_ARRAY) return fault_expected(reader->error, value, "选项编号的数组", "an array of choice ids");
    int64_t held = 0, bit = 0;
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        int status = read_value_id(reader, &bit, item, fact);
        if (status != HS_OK) return status;
        if ((held & bit) != 0) return json_fault(reader->error, item, "选项“%s”重复", "the choice \"%s\" stands twice", item->text);
        held |= bit;
    }
    *out = (hs_interval){held, held};
    return HS_OK;
}

/* ---- Values ------------------------------------------------------------------------------------------------------------------- */

/* Any value but a list. */
static int read_simple(const struct fact_reader *reader, hs_interval *out, const struct json *value, const hs_fact *fact) {
    int64_t point = 0;
    int status;
    if (value->kind == JSON_NULL) return *out = value_unknown(fact), HS_OK;
    switch (fact->type) {
    case HS_TRUTH:
        if (value->kind != JSON_TRUE && value->kind != JSON_FALSE)
            return fault_expected(reader->error, value, " true、false 或 null", "true, false or null");
        point = value->kind == JSON_TRUE;
        break;
    case HS_CHOICE:
        status = read_value_id(reader, &point, value, fact);
        if (status != HS_OK) return status;
        break;
    case HS_CHOICES: return read_choices(reader, out, value, fact);
    default:
        if (value->kind == JSON_OBJECT) return read_range(reader, out, value, fact->type);
        status = read_point(reader, &point, value, fact->type, true);
        if (status != HS_OK) return status;
        break;
    }
    *out = (hs_interval){point, point};
    return HS_OK;
}

static int fault_field(const struct fact_reader *reader, const struct json *member, const struct slot *list) {
    struct nearest nearest = {0};
    struct writer known = {0};
    for (int32_t f = 0; f < list->field_count; f++) {
        nearest_try(&nearest, member->key, list->fields[f]->id);
        write_format(&known, "%s%s", f == 0 ? "" : ", ", list->fields[f]->id);
    }
    const char *all = write_keep(&known, reader->arena);
    if (all == NULL) return error_memory(reader->error);
    if (nearest.candidate != NULL)
        return json_fault(reader->error, member, "“%s”没有字段“%s”，是不是“%s”？可写：%s",
                          "\"%s\" has no field \"%s\"; did you mean \"%s\"? There are: %s", list->fact->id, member->key, nearest.candidate,
                          all);
    return json_fault(reader->error, member, "“%s”没有字段“%s”。可写：%s", "\"%s\" has no field \"%s\". There are: %s", list->fact->id,
                      member->key, all);
}

static int read_record(const struct fact_reader *reader, hs_interval *out, const struct json *record, const struct slot *list) {
    if (record->kind != JSON_OBJECT) return fault_expected(reader->error, record, "一条记录（对象）", "a record, an object");
    for (int32_t f = 0; f < list->field_count; f++) out[f] = value_unknown(list->fields[f]);
    for (const struct json *member = record->first; member != NULL; member = member->next) {
        int32_t field = dictionary_find_field(list, member->key);
        if (field < 0) return fault_field(reader, member, list);
        int status = read_simple(reader, &out[field], member, list->fields[field]);
        if (status != HS_OK) return status;
    }
    return HS_OK;
}

static int read_list(const struct fact_reader *reader, const struct record_table **out, const struct json *value, const struct slot *list) {
    if (value->kind == JSON_NULL) return HS_OK;
    if (value->kind != JSON_ARRAY) return fault_expected(reader->error, value, "记录的数组", "an array of records");
    struct record_table *table = arena_take(reader->arena, sizeof *table);
    hs_interval *values = arena_room(reader->arena, (size_t)value->count * (size_t)list->field_count, sizeof *values);
    if (table == NULL || values == NULL) return error_memory(reader->error);
    for (const struct json *record = value->first; record != NULL; record = record->next) {
        int status = read_record(reader, values + (size_t)record->index * (size_t)list->field_count, record, list);
        if (status != HS_OK) return status;
    }
    *table = (struct record_table){value->count, values};
    *out = table;
    return HS_OK;
}

int read_fact(const struct fact_reader *reader, struct fact_value *out, const struct json *value, int32_t slot) {
    const struct slot *known = &reader->dictionary->slots[slot];
    out->records = NULL;
    if (known->fact->type != HS_LIST) return read_simple(reader, &out->value, value, known->fact);
    out->value = value_unknown(known->fact);
    return read_list(reader, &out->records, value, known);
}
