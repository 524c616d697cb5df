/* What an engine holds, as JSON. */
#include "engine.h"
#include "gate.h"
#include "json_writer.h"
#include "names.h"
#include "place.h"

#include <string.h>

static void write_fact(struct writer *w, const hs_engine *engine, const hs_fact *fact) {
    write_text(w, "{");
    key_text(w, "id", fact->id);
    key_text(w, "type", type_names[fact->type]);
    key_both(w, "label", fact->label);
    if (fact->topic != NULL) key_text(w, "topic", fact->topic->id);
    key_text(w, "period", period_names[fact->period]);
    if (fact->year != 0) key_count(w, "year", fact->year);
    if (fact->list == NULL) {
        key_text(w, "change", change_names[fact->change]);
        key_truth(w, "local", fact->local != 0);
    }
    key_both(w, "unit", fact->unit);
    key_both(w, "hint", fact->hint);
    key_both(w, "evidence", fact->evidence);
    if (fact->value_count > 0) {
        key(w, "values");
        write_text(w, "[");
        for (int32_t v = 0; v < fact->value_count; v++) {
            comma(w);
            write_text(w, "{");
            key_text(w, "id", fact->values[v].id);
            key_both(w, "label", fact->values[v].label);
            write_text(w, "}");
        }
        write_text(w, "]");
    }
    if (fact->type == HS_LIST) {
        key(w, "fields");
        write_text(w, "[");
        for (int32_t f = 0; f < hs_engine_field_count(engine, fact); f++) {
            comma(w);
            write_fact(w, engine, hs_engine_field(engine, fact, f));
        }
        write_text(w, "]");
    }
    write_text(w, "}");
}

char *hs_engine_facts_json(const hs_engine *self, size_t *length) {
    struct writer w = {0};
    const hs_topic *topic = NULL;
    write_text(&w, "{");
    key(&w, "topics");
    write_text(&w, "[");
    for (int32_t i = 0; i < self->dictionary.count; i++) {
        const hs_topic *next = self->facts[i]->topic;
        if (topic != NULL && strcmp(topic->id, next->id) == 0) continue;
        topic = next;
        comma(&w);
        write_text(&w, "{");
        key_text(&w, "id", topic->id);
        key_both(&w, "label", topic->label);
        write_text(&w, "}");
    }
    write_text(&w, "]");
    key(&w, "facts");
    write_text(&w, "[");
    for (int32_t i = 0; i < self->dictionary.count; i++) {
        comma(&w);
        write_fact(&w, self, self->facts[i]);
    }
    write_text(&w, "]");
    key(&w, "received");
    write_fact(&w, self, self->received.fact);
    write_text(&w, "}");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}

/* An item of a form to be filled in by hand stands on a line of its own. */
static void line(struct writer *w, const char *indent, const char *name) {
    char last = w->data == NULL ? '{' : w->data[w->length - 1];
    write_format(w, "%s\n%s\"%s\": ", last == '{' ? "" : ",", indent, name);
}

char *hs_engine_blank_json(const hs_engine *self, const hs_options *options, size_t *length) {
    struct writer w = {0};
    char date[HS_DATE_TEXT];
    write_text(&w, "{");
    line(&w, "  ", "name");
    write_text(&w, "null");
    if (options != NULL && date_is_given(options->as_of)) {
        line(&w, "  ", "as_of");
        write_json_text(&w, hs_date_text(date, options->as_of));
    }
    if (options != NULL && options->location_count > 0) {
        line(&w, "  ", "locations");
        write_text(&w, "[");
        for (int32_t i = 0; i < options->location_count; i++) {
            if (i > 0) write_text(&w, ", ");
            write_json_text(&w, options->locations[i]);
        }
        write_text(&w, "]");
    }
    line(&w, "  ", "facts");
    write_text(&w, "{");
    for (int32_t i = 0; i < self->dictionary.count; i++) {
        line(&w, "    ", self->facts[i]->id);
        write_text(&w, "null");
    }
    write_text(&w, "\n  }\n}");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}

static void write_policy(struct writer *w, const struct loaded_policy *loaded) {
    const hs_policy *policy = loaded->policy;
    write_text(w, "{");
    key_text(w, "id", policy->id);
    key_text(w, "version", policy->version);
    key_document(w, policy);
    key_text(w, "sha256", loaded->sha256);
    key_text(w, "file_sha256", loaded->file_sha256[0] == '\0' ? NULL : loaded->file_sha256);
    key(w, "measures");
    write_text(w, "[");
    for (int32_t i = 0; i < policy->measure_count; i++) {
        const hs_measure *measure = &policy->measures[i];
        comma(w);
        write_text(w, "{");
        key_text(w, "id", loaded->measure_ids[i]);
        key_text(w, "clause", measure->clause);
        key_both(w, "title", measure->title);
        key_text(w, "kind", kind_names[measure->kind]);
        key_text(w, "matter", measure->matter);
        write_text(w, "}");
    }
    write_text(w, "]");
    key(w, "silences");
    write_text(w, "[");
    for (int32_t i = 0; i < policy->silence_count; i++) {
        comma(w);
        write_text(w, "{");
        key_text(w, "clause", policy->silences[i].clause);
        key_both(w, "reason", policy->silences[i].reason);
        write_text(w, "}");
    }
    write_text(w, "]}");
}

char *hs_engine_policies_json(const hs_engine *self, size_t *length) {
    struct writer w = {0};
    write_text(&w, "[");
    for (int32_t i = 0; i < self->count; i++) {
        comma(&w);
        write_policy(&w, self->policies[i]);
    }
    write_text(&w, "]");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}

static void write_constant(struct writer *w, const hs_constant *constant) {
    const char *name = constant->name, *dot = strrchr(name, '.'); /* a name has two of them */
    const hs_fact *fact = constant->fact;
    const hs_limit *limit = constant->limit;
    write_text(w, "{");
    key_text(w, "name", name);
    key(w, "measure");
    write_format(w, "\"%.*s\"", (int)(dot - name), name);
    key_text(w, "clause", limit != NULL ? limit->clause : constant->measure->clause);
    key_both(w, "title", limit != NULL ? limit->title : constant->measure->title);
    key_text(w, "type", type_names[constant->type]);
    key(w, "value");
    write_end_of(w, constant->value, constant->type);
    key(w, "fact");
    if (fact == NULL)
        write_text(w, "null");
    else
        write_format(w, "\"%s%s%s\"", fact->list == NULL ? "" : fact->list->id, fact->list == NULL ? "" : ".", fact->id);
    write_text(w, "}");
}

char *hs_constants_json(const hs_constants *self, size_t *length) {
    struct writer w = {0};
    write_text(&w, "[");
    for (int32_t i = 0; i < hs_constants_count(self); i++) {
        comma(&w);
        write_constant(&w, hs_constants_get(self, i));
    }
    write_text(&w, "]");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}

char *engine_manifest(const hs_engine *self) {
    struct writer w = {0}, facts = {0};
    const struct loaded_policy *only = self->policies[0];
    write_format(&w, "{\"id\": \"%s\", \"version\": \"%s\", \"abi\": %u, \"adcode\": \"%s\", \"sha256\": \"%s\", \"policy_sha256\": \"%s\"",
                 only->policy->id, only->policy->version, (unsigned)only->policy->abi, only->policy->adcode, only->file_sha256,
                 only->sha256);
    for (int32_t i = 0; i < self->dictionary.count; i++)
        write_format(&facts, "%s%s", i == 0 ? "" : " ", self->dictionary.slots[i].fact->id);
    const char *list = write_end(&facts);
    if (list != NULL && facts.length <= GATE_STRING_MAX) write_format(&w, ", \"facts\": \"%s\"", list); /* else it is left out */
    write_text(&w, "}");
    w.failed = w.failed || list == NULL;
    write_free(&facts);
    return write_take(&w);
}
