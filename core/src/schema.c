/* What the strict reader and the reader of applicants accept, as a JSON Schema. */
#include "engine.h"
#include "gate.h"
#include "json_writer.h"

#include <string.h>

/* Hundredths below 2^63 - 1 as digits: what a string of at most 16 digits before the point holds, and of 17 what is not beyond. */
#define DECIMAL_TEXT                                                                                                                       \
    "^(?:-0(?:\\.0{1,2})?|(?:0|[1-9][0-9]{0,15}|[1-8][0-9]{16}|9[01][0-9]{15}|92[01][0-9]{14}|922[0-2][0-9]{13}|9223[0-2][0-9]{12}|"       \
    "92233[0-6][0-9]{11}|922337[01][0-9]{10}|92233720[0-2][0-9]{8}|922337203[0-5][0-9]{7}|9223372036[0-7][0-9]{6}|"                        \
    "92233720368[0-4][0-9]{5}|922337203685[0-3][0-9]{4}|9223372036854[0-6][0-9]{3}|92233720368547[0-6][0-9]{2}|"                           \
    "922337203685477[0-4][0-9]|9223372036854775[0-7])(?:\\.[0-9]{1,2})?|92233720368547758(?:\\.0[0-6]?)?)$"

/* The days that there are from 1949 on: months of 31 and of 30 days, February, and its 29th in leap years. */
#define DATE_TEXT                                                                                                                          \
    "^(?:(?:19(?:49|[5-9][0-9])|[2-9][0-9]{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"    \
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:19(?:5[26]|[68][048]|[79][26])|[2-9][0-9](?:0[48]|[2468][048]|[13579][26])|"                          \
    "(?:[2468][048]|[3579][26])00)-02-29)$"

#define PLACE_TEXT "^[1-9][0-9]{5}$"

/* Validators divide in floating point, where 19.99 / 0.01 is no whole number. Every amount below the bound is a whole multiple, so worked
   out, of 0.01 or of a twenty-first of it; one with a third decimal is of neither. */
#define TWO_DECIMALS "\"anyOf\":[{\"multipleOf\":0.01},{\"multipleOf\":0.0004761904761904762}]"

_Static_assert(JSON_NUMBER_BOUND == INT64_C(70368744177664), "the bound of numbers stands in the schema as digits");
#define BOUNDED "\"minimum\":0,\"exclusiveMaximum\":70368744177664"

/* ---- Pieces ------------------------------------------------------------------------------------------------------------------------ */

static void key_reference(struct writer *w, const char *name, const char *definition) {
    key(w, name);
    write_format(w, "{\"$ref\":\"#/$defs/%s\"}", definition);
}

static void begin_object(struct writer *w) {
    write_text(w, "{");
    key_text(w, "type", "object");
}

static void begin_properties(struct writer *w) {
    key(w, "properties");
    write_text(w, "{");
}

/* Closes the properties and the object that has no others. */
static void end_object(struct writer *w) {
    write_text(w, "}");
    key(w, "additionalProperties");
    write_text(w, "false}");
}

/* "中文 / English". */
static void key_title(struct writer *w, hs_text text) {
    struct writer title = {0};
    write_format(&title, "%s / %s", text.zh, text.en);
    key_text(w, "title", write_end(&title));
    w->failed = w->failed || title.failed;
    write_free(&title);
}

static void add_line(struct writer *text, hs_text name, hs_text line) {
    if (line.zh == NULL) return;
    write_format(text, "%s%s%s\n%s%s", text->length == 0 ? "" : "\n", name.zh, line.zh, name.en, line.en);
}

/* Where to find the figure, in what unit, and what proves it. */
static void key_description(struct writer *w, const hs_fact *fact) {
    struct writer text = {0};
    add_line(&text, (hs_text){"", ""}, fact->hint);
    add_line(&text, (hs_text){"单位：", "Unit: "}, fact->unit);
    add_line(&text, (hs_text){"证明：", "Evidence: "}, fact->evidence);
    if (text.length > 0) key_text(w, "description", write_end(&text));
    w->failed = w->failed || text.failed;
    write_free(&text);
}

/* ---- Facts ------------------------------------------------------------------------------------------------------------------------- */

static void write_fact(struct writer *w, const struct dictionary *dictionary, const hs_fact *fact);

static void write_choice(struct writer *w, const hs_fact *fact, bool null) {
    write_text(w, "\"oneOf\":[");
    if (null) write_text(w, "{\"type\":\"null\"}");
    for (int32_t v = 0; v < fact->value_count; v++) {
        comma(w);
        write_text(w, "{");
        key_text(w, "const", fact->values[v].id);
        key_title(w, fact->values[v].label);
        write_text(w, "}");
    }
    write_text(w, "]");
}

static void write_list(struct writer *w, const struct dictionary *dictionary, const hs_fact *fact) {
    const struct slot *slot = &dictionary->slots[dictionary_find(dictionary, fact->id)];
    write_format(w, "\"anyOf\":[{\"type\":\"null\"},{\"type\":\"array\",\"maxItems\":%d,\"items\":", GATE_ITEMS_MAX);
    begin_object(w);
    begin_properties(w);
    for (int32_t f = 0; f < slot->field_count; f++) {
        key(w, slot->fields[f]->id);
        write_fact(w, dictionary, slot->fields[f]);
    }
    end_object(w);
    write_text(w, "}]");
}

/* Any value of a fact or field, null for what is unknown. */
static void write_fact(struct writer *w, const struct dictionary *dictionary, const hs_fact *fact) {
    write_text(w, "{");
    key_title(w, fact->label);
    key_description(w, fact);
    write_text(w, ",");
    switch (fact->type) {
    case HS_TRUTH: write_text(w, "\"enum\":[true,false,null]"); break;
    case HS_COUNT: write_text(w, "\"$ref\":\"#/$defs/count\""); break;
    case HS_PERCENTAGE: write_text(w, "\"$ref\":\"#/$defs/percent\""); break;
    case HS_CHOICE: write_choice(w, fact, true); break;
    case HS_CHOICES:
        write_text(w, "\"anyOf\":[{\"type\":\"null\"},{\"type\":\"array\",\"uniqueItems\":true,\"items\":{");
        write_choice(w, fact, false);
        write_text(w, "}}]");
        break;
    case HS_LIST: write_list(w, dictionary, fact); break;
    default: write_text(w, "\"$ref\":\"#/$defs/money\""); break;
    }
    write_text(w, "}");
}

static void key_facts(struct writer *w, const hs_engine *engine) {
    key(w, "facts");
    begin_object(w);
    key_title(w, (hs_text){"各项事实，不知道的不写或写 null", "What the applicant states; what is unknown is left out or null"});
    begin_properties(w);
    for (int32_t i = 0; i < engine->dictionary.count; i++) {
        key(w, engine->facts[i]->id);
        write_fact(w, &engine->dictionary, engine->facts[i]);
    }
    end_object(w);
}

static void write_fact_reference(struct writer *w, const hs_fact *fact) {
    write_format(w, "{\"$ref\":\"#/properties/facts/properties/%s\"}", fact->id);
}

/* By place; only what may differ from place to place. */
static void key_facts_at(struct writer *w, const hs_engine *engine) {
    key(w, "facts_at");
    begin_object(w);
    key_title(w, (hs_text){"各地不同的事实，按行政区划代码", "Facts that differ from place to place, by the code of the place"});
    write_format(w, ",\"maxProperties\":%d,\"patternProperties\":{\"" PLACE_TEXT "\":", GATE_KEYS_MAX);
    begin_object(w);
    begin_properties(w);
    for (int32_t i = 0; i < engine->dictionary.count; i++)
        if (engine->facts[i]->local != 0) {
            key(w, engine->facts[i]->id);
            write_fact_reference(w, engine->facts[i]);
        }
    end_object(w);
    end_object(w);
}

/* ---- Measures and matters ---------------------------------------------------------------------------------------------------------- */

/* A matter stands once, at the first measure that has it. */
static bool is_first(const hs_engine *engine, const char *matter, int32_t policy, int32_t measure) {
    for (int32_t p = 0; p <= policy; p++) {
        const hs_policy *earlier = engine_policy_at(engine, p)->policy;
        for (int32_t m = 0; m < (p == policy ? measure : earlier->measure_count); m++)
            if (earlier->measures[m].matter != NULL && strcmp(earlier->measures[m].matter, matter) == 0) return false;
    }
    return true;
}

/* The ids of all measures, or of all matters; `false` where there are none, for an enumeration of nothing is no schema. */
static void key_names(struct writer *w, const char *name, const hs_engine *engine, bool matters) {
    bool any = false;
    key(w, name);
    for (int32_t p = 0; p < engine->count + engine->learned_count; p++) {
        const struct loaded_policy *loaded = engine_policy_at(engine, p);
        for (int32_t m = 0; m < loaded->policy->measure_count; m++) {
            const char *matter = loaded->policy->measures[m].matter;
            if (matters && (matter == NULL || !is_first(engine, matter, p, m))) continue;
            write_text(w, any ? "," : "{\"type\":\"string\",\"enum\":[");
            write_json_text(w, matters ? matter : loaded->measure_ids[m]);
            any = true;
        }
    }
    write_text(w, any ? "]}" : "false");
}

static void key_received(struct writer *w) {
    key(w, "received");
    write_text(w, "{");
    key_title(w,
              (hs_text){"已经领过的：措施和年数，或事项和金额", "What was already paid: a measure and years, or a matter and an amount"});
    write_format(w, ",\"type\":\"array\",\"maxItems\":%d,\"items\":{\"anyOf\":[", GATE_ITEMS_MAX);
    begin_object(w);
    write_text(w, ",\"required\":[\"measure\",\"years\"]");
    begin_properties(w);
    key_reference(w, "measure", "measure");
    key(w, "years");
    write_format(w, "{\"type\":\"integer\",\"minimum\":0,\"maximum\":%d}", HS_YEARS_MAX);
    end_object(w);
    comma(w);
    begin_object(w);
    write_text(w, ",\"required\":[\"matter\",\"amount\"]");
    begin_properties(w);
    key_reference(w, "matter", "matter");
    key_reference(w, "amount", "amount");
    end_object(w);
    write_text(w, "]}}");
}

/* ---- What a review adds ------------------------------------------------------------------------------------------------------------ */

static void key_evidence(struct writer *w, const hs_engine *engine) {
    key(w, "evidence");
    begin_object(w);
    key_title(w, (hs_text){"各项事实的证明情况", "How far each fact is proven"});
    begin_properties(w);
    for (int32_t i = 0; i < engine->dictionary.count; i++) {
        key(w, engine->facts[i]->id);
        begin_object(w);
        write_text(w, ",\"required\":[\"state\"]");
        begin_properties(w);
        key_reference(w, "state", "state");
        key_reference(w, "note", "text");
        key(w, "value");
        write_fact_reference(w, engine->facts[i]);
        end_object(w);
    }
    end_object(w);
}

/* An object whose keys are measures. */
static void begin_by_measure(struct writer *w, const char *name, hs_text title) {
    key(w, name);
    begin_object(w);
    key_title(w, title);
    write_format(w, ",\"maxProperties\":%d", GATE_KEYS_MAX);
    key_reference(w, "propertyNames", "measure");
    key(w, "additionalProperties");
}

static void key_claims(struct writer *w) {
    begin_by_measure(w, "claims", (hs_text){"申报金额，按措施", "What is claimed, by measure"});
    write_text(w, "{\"$ref\":\"#/$defs/amount\"}}");
}

static void key_findings(struct writer *w) {
    begin_by_measure(w, "findings", (hs_text){"经办人的认定，按措施", "What the officer found, by measure"});
    begin_object(w);
    write_text(w, ",\"required\":[\"amount\",\"reason\"]");
    begin_properties(w);
    key_reference(w, "amount", "amount");
    key_reference(w, "reason", "text");
    end_object(w);
    write_text(w, "}");
}

/* ---- The document ------------------------------------------------------------------------------------------------------------------ */

/* A figure that is unknown, a point, or a range with at least one end. */
static void key_figure(struct writer *w, const char *name, const char *point) {
    key(w, name);
    write_format(w,
                 "{\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"#/$defs/%s\"},{\"type\":\"object\",\"minProperties\":1,\"properties\":"
                 "{\"min\":{\"$ref\":\"#/$defs/%s\"},\"max\":{\"$ref\":\"#/$defs/%s\"}},\"additionalProperties\":false}]}",
                 point, point, point);
}

static void key_definitions(struct writer *w, const hs_engine *engine) {
    key(w, "$defs");
    write_text(w, "{");
    key(w, "text");
    write_format(w, "{\"type\":\"string\",\"maxLength\":%d,\"pattern\":\"^[^\\\\u0000]*$\"}", GATE_STRING_MAX);
    key(w, "decimal");
    write_text(w, "{\"type\":\"number\"," BOUNDED "," TWO_DECIMALS "}");
    key(w, "amount");
    write_text(w, "{\"anyOf\":[{\"$ref\":\"#/$defs/decimal\"},{\"type\":\"string\",\"pattern\":");
    write_json_text(w, DECIMAL_TEXT);
    write_text(w, "}]}");
    key(w, "whole");
    write_text(w, "{\"type\":\"integer\"," BOUNDED "}");
    key_figure(w, "money", "amount");
    key_figure(w, "percent", "decimal");
    key_figure(w, "count", "whole");
    key_names(w, "measure", engine, false);
    key_names(w, "matter", engine, true);
    key(w, "state");
    write_text(w, "{\"type\":\"string\",\"enum\":[\"declared\",\"evidenced\",\"verified\",\"disputed\"]}");
    write_text(w, "}");
}

static void key_head(struct writer *w) {
    key(w, "name");
    write_text(w, "{");
    key_title(w, (hs_text){"名称", "Name"});
    write_text(w, ",\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"#/$defs/text\"}]}");
    key(w, "as_of");
    write_text(w, "{");
    key_title(w, (hs_text){"评估日期", "Date to assess as of"});
    write_text(w, ",\"type\":\"string\",\"pattern\":\"" DATE_TEXT "\"}");
    key(w, "locations");
    write_text(w, "{");
    key_title(w, (hs_text){"评估地的行政区划代码，不写为全部地点", "Codes of the places to assess; every place where left out"});
    write_format(
        w,
        ",\"type\":\"array\",\"minItems\":1,\"maxItems\":%d,\"uniqueItems\":true,\"items\":{\"type\":\"string\",\"pattern\":\"" PLACE_TEXT
        "\"}}",
        GATE_ITEMS_MAX);
}

char *hs_engine_schema_json(const hs_engine *self, size_t *length) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "$schema", "https://json-schema.org/draft/2020-12/schema");
    key_title(&w, (hs_text){"惠算：申请主体", "Huisuan: an applicant"});
    write_text(&w, ",\"type\":\"object\",\"required\":[\"facts\"]");
    begin_properties(&w);
    key_head(&w);
    key_facts(&w, self);
    key_facts_at(&w, self);
    key_received(&w);
    key_evidence(&w, self);
    key_claims(&w);
    key_findings(&w);
    write_text(&w, "}");
    key(&w, "additionalProperties");
    write_text(&w, "false");
    key_definitions(&w, self);
    write_text(&w, "}");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}
