/* Changing an applicant's document without touching anything else in it. */
#include "error.h"
#include "gate.h"
#include "json_writer.h"

#include <string.h>

enum { LINES_DEPTH = 2 }; /* members down to here stand on lines of their own: one for each fact */

static void write_json(struct writer *w, const struct json *value, int depth);

static void write_children(struct writer *w, const struct json *value, int depth) {
    bool lines = value->kind == JSON_OBJECT && depth < LINES_DEPTH && value->first != NULL;
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        if (child != value->first) write_text(w, lines ? "," : ", ");
        if (lines) write_format(w, "\n%*s", 2 * (depth + 1), "");
        if (value->kind == JSON_OBJECT) {
            write_json_text(w, child->key);
            write_text(w, ": ");
        }
        write_json(w, child, depth + 1);
    }
    if (lines) write_format(w, "\n%*s", 2 * depth, "");
}

static void write_json(struct writer *w, const struct json *value, int depth) {
    switch (value->kind) {
    case JSON_NULL: write_text(w, "null"); return;
    case JSON_FALSE: write_text(w, "false"); return;
    case JSON_TRUE: write_text(w, "true"); return;
    case JSON_NUMBER: write_text(w, value->text); return;
    case JSON_STRING: write_json_text(w, value->text); return;
    default:
        write_text(w, value->kind == JSON_ARRAY ? "[" : "{");
        write_children(w, value, depth);
        write_text(w, value->kind == JSON_ARRAY ? "]" : "}");
        return;
    }
}

/* A document being changed. */
struct edit {
    struct arena *arena;
    const struct json *value;
    bool failed; /* memory ran out */
};

static struct json *append(struct edit *e, struct json *parent, enum json_kind kind, const char *key) {
    struct json *child = arena_take(e->arena, sizeof *child), **end = &parent->first;
    if (child == NULL) {
        e->failed = true;
        return NULL;
    }
    *child = (struct json){.kind = kind, .key = key, .index = parent->count, .parent = parent};
    while (*end != NULL) end = &(*end)->next;
    *end = child;
    parent->count++;
    return child;
}

static struct json *find(struct json *object, const char *key) {
    struct json *child = object->first;
    while (child != NULL && strcmp(child->key, key) != 0) child = child->next;
    return child;
}

/* The member of an object, made if it is not there. */
static struct json *member(struct edit *e, struct json *object, const char *key, enum json_kind kind) {
    struct json *child = find(object, key);
    return child != NULL ? child : append(e, object, kind, key);
}

static void set(struct edit *e, struct json *target) {
    if (target == NULL) return;
    target->kind = e->value->kind;
    target->text = e->value->text;
    target->first = e->value->first;
    target->count = e->value->count;
}

/* The record of a list, made with those before it if it is not there. */
static struct json *record_of(struct edit *e, struct json *list, int32_t record) {
    if (list == NULL) return NULL;
    if (list->kind != JSON_ARRAY) *list = (struct json){.kind = JSON_ARRAY, .key = list->key, .parent = list->parent, .next = list->next};
    while (!e->failed && list->count <= record) append(e, list, JSON_OBJECT, NULL);
    struct json *item = list->first;
    for (int32_t i = 0; item != NULL && i < record; i++) item = item->next;
    return item;
}

static void set_subject(struct edit *e, struct json *facts, hs_subject subject) {
    const hs_fact *list = subject.fact->list != NULL ? subject.fact->list : subject.fact;
    struct json *target = member(e, facts, list->id, JSON_NULL);
    if (subject.record >= 0) target = record_of(e, target, subject.record);
    if (subject.fact->list != NULL && target != NULL) target = member(e, target, subject.fact->id, JSON_NULL);
    set(e, target);
}

/* A local fact, where a place leaves it open. */
static void set_at_places(struct edit *e, struct json *document, const hs_fact *fact) {
    struct json *places = find(document, "facts_at");
    for (struct json *place = places == NULL ? NULL : places->first; place != NULL; place = place->next) {
        struct json *stated = find(place, fact->id);
        if (stated != NULL && (stated->kind == JSON_NULL || stated->kind == JSON_OBJECT)) set(e, stated);
    }
}

static bool is_object_of_objects(const struct json *value) {
    if (value == NULL) return true;
    bool fits = value->kind == JSON_OBJECT;
    for (const struct json *child = value->first; fits && child != NULL; child = child->next) fits = child->kind == JSON_OBJECT;
    return fits;
}

static int set_in(struct writer *w, struct json *document, const struct json *value, hs_subject subject, struct arena *arena,
                  hs_error *error) {
    struct edit edit = {arena, value, false};
    if (document->kind != JSON_OBJECT) return json_fault(error, document, "应为对象", "an object is wanted");
    struct json *facts = member(&edit, document, "facts", JSON_OBJECT);
    if (facts == NULL) return error_memory(error);
    if (facts->kind != JSON_OBJECT) return json_fault(error, facts, "facts 应为对象", "facts must be an object");
    if (!is_object_of_objects(json_member(document, "facts_at")))
        return json_fault(error, json_member(document, "facts_at"), "facts_at 应为对象的对象", "facts_at must be an object of objects");
    set_subject(&edit, facts, subject);
    if (subject.fact->local != 0) set_at_places(&edit, document, subject.fact);
    write_json(w, document, 0);
    return edit.failed ? error_memory(error) : HS_OK;
}

int hs_document_set(char **out, const char *json, size_t length, hs_subject subject, const char *value, hs_error *error) {
    struct arena arena = {0};
    struct writer writer = {0};
    struct json *document = NULL, *stated = NULL;
    *out = NULL;
    int status = gate_read(&document, &arena, json, length, error);
    if (status == HS_OK) status = gate_read(&stated, &arena, value, strlen(value), error);
    if (status == HS_OK) status = set_in(&writer, document, stated, subject, &arena, error);
    if (status == HS_OK && write_end(&writer) == NULL) status = error_memory(error);
    arena_clear(&arena);
    if (status == HS_OK)
        *out = writer.data; /* from here on the caller's */
    else
        write_free(&writer);
    return status;
}
