#include "options.h"

#include "error.h"

#include <stdbool.h>
#include <string.h>

static int refuse(hs_error *error, const struct json *value, const char *zh, const char *en) {
    char path[128] = "options.";
    json_path(path + strlen(path), sizeof path - strlen(path), value);
    return error_set(error, HS_USAGE, AT_PATH(path), "%s%.0s", "%.0s%s", zh, en);
}

static int read_date(hs_date *out, const struct json *value, hs_error *error) {
    if (value->kind != JSON_STRING || !hs_date_read(out, value->text))
        return refuse(error, value, "应为日期，如 \"2023-06-30\"", "a date like \"2023-06-30\" is wanted");
    return HS_OK;
}

static int read_locations(hs_options *out, const struct json *value, struct arena *arena, hs_error *error) {
    const char **places = arena_array(arena, (size_t)value->count, sizeof *places);
    if (value->kind != JSON_ARRAY || value->count == 0)
        return refuse(error, value, "应为行政区划代码的数组，如 [\"330206\"]", "an array of place codes like [\"330206\"] is wanted");
    if (places == NULL) return error_memory(error);
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        bool fits = item->kind == JSON_STRING;
        for (int32_t i = 0; fits && i < item->index; i++) fits = strcmp(places[i], item->text) != 0;
        if (!fits) return refuse(error, item, "应为行政区划代码，每个只写一次", "a place code is wanted, each once");
        places[item->index] = item->text;
    }
    out->locations = places;
    out->location_count = value->count;
    return HS_OK;
}

static int read_option(struct options *out, const struct json *value, struct arena *arena, hs_error *error) {
    if (strcmp(value->key, "as_of") == 0) return read_date(&out->assess.as_of, value, error);
    if (strcmp(value->key, "today") == 0) return read_date(&out->assess.today, value, error);
    if (strcmp(value->key, "locations") == 0) return read_locations(&out->assess, value, arena, error);
    if (strcmp(value->key, "brief") == 0) {
        if (value->kind != JSON_TRUE && value->kind != JSON_FALSE)
            return refuse(error, value, "应为 true 或 false", "true or false is wanted");
        out->assess.brief = value->kind == JSON_TRUE;
    } else if (strcmp(value->key, "fact") == 0) {
        if (value->kind != JSON_STRING) return refuse(error, value, "应为事实的名称", "the name of a fact is wanted");
        out->fact = value->text;
    } else if (strcmp(value->key, "from") == 0) {
        out->from = value;
    } else if (strcmp(value->key, "to") == 0) {
        out->to = value;
    } else if (strcmp(value->key, "envelope") == 0) {
        bool fits = value->kind == JSON_NUMBER || value->kind == JSON_STRING;
        if (!fits || json_hundredths(&out->envelope, value) != DECIMAL_OK)
            return refuse(error, value, "应为元，最多两位小数", "yuan with at most two decimals are wanted");
    } else {
        return refuse(error, value, "没有这个选项", "there is no such option");
    }
    return HS_OK;
}

int options_read(struct options *out, struct arena *arena, const char *json, size_t length, hs_error *error) {
    struct json *document;
    *out = (struct options){.envelope = -1};
    int status = gate_read(&document, arena, json, length, error);
    if (status == HS_OK && document->kind != JSON_OBJECT) status = refuse(error, document, "选项应为对象", "the options are an object");
    if (status != HS_OK) return status;
    for (const struct json *member = document->first; status == HS_OK && member != NULL; member = member->next)
        status = read_option(out, member, arena, error);
    return status;
}

static int read_figure(int64_t *out, const struct json *value, int32_t type, hs_error *error) {
    int64_t hundredths = 0;
    bool fits = (value->kind == JSON_NUMBER || value->kind == JSON_STRING) && json_hundredths(&hundredths, value) == DECIMAL_OK;
    if (!fits || (type == HS_COUNT && hundredths % 100 != 0))
        return refuse(error, value, "应为数字，计数的事实为整数", "a figure is wanted, a whole one for a count");
    *out = type == HS_COUNT ? hundredths / 100 : hundredths;
    return HS_OK;
}

int options_range(hs_interval *out, const struct options *options, const hs_engine *engine, hs_error *error) {
    hs_subject subject;
    *out = (hs_interval){0, 0};
    if (options->from != NULL && options->to == NULL) return refuse(error, options->from, "有 from 就要有 to", "from wants to");
    if (options->to == NULL || options->fact == NULL || !hs_subject_read(&subject, engine, options->fact)) return HS_OK;
    int status = options->from == NULL ? HS_OK : read_figure(&out->low, options->from, subject.fact->type, error);
    if (status == HS_OK) status = read_figure(&out->high, options->to, subject.fact->type, error);
    if (status == HS_OK && out->high == 0) status = refuse(error, options->to, "应大于 0", "more than 0 is wanted");
    return status;
}
