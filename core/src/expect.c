#include "expect.h"

#include <stdio.h>
#include <string.h>

enum { PATH = 512 };

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

void json_write(struct writer *w, const struct json *value) {
    static const char *const words[] = {[JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true"};
    switch (value->kind) {
    case JSON_NUMBER: write_text(w, value->text); return;
    case JSON_STRING: write_json_text(w, value->text); return;
    case JSON_ARRAY:
    case JSON_OBJECT: break;
    default: write_text(w, words[value->kind]); return;
    }
    write_text(w, value->kind == JSON_ARRAY ? "[" : "{");
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        if (child != value->first) write_text(w, ", ");
        if (value->kind == JSON_OBJECT) {
            write_json_text(w, child->key);
            write_text(w, ": ");
        }
        json_write(w, child);
    }
    write_text(w, value->kind == JSON_ARRAY ? "]" : "}");
}

const char *json_keep(const struct json *value, struct arena *arena) {
    struct writer writer = {0};
    json_write(&writer, value);
    return write_keep(&writer, arena);
}

bool json_has_key(const struct json *value, const char *key) {
    for (const struct json *child = value->first; child != NULL; child = child->next)
        if ((child->key != NULL && strcmp(child->key, key) == 0) || json_has_key(child, key)) return true;
    return false;
}

/* ---- Differences ----------------------------------------------------------------------------------------------------------------- */

bool expect_add(struct differences *out, const char *path, const char *found, const char *wanted) {
    if (out->count == out->capacity) {
        int32_t capacity = out->capacity == 0 ? 8 : 2 * out->capacity;
        hs_mismatch *items = arena_array(out->arena, (size_t)capacity, sizeof *items);
        if (items == NULL) return out->failed = true, false;
        if (out->count > 0) memcpy(items, out->items, (size_t)out->count * sizeof *items);
        out->items = items;
        out->capacity = capacity;
    }
    const char *copy = arena_copy(out->arena, path, strlen(path));
    if (copy == NULL) return out->failed = true, false;
    out->items[out->count++] = (hs_mismatch){copy, found, wanted};
    return true;
}

static const char *text_of(struct differences *out, const struct json *value) {
    if (value == NULL) return NULL;
    const char *text = json_keep(value, out->arena);
    out->failed = out->failed || text == NULL;
    return text;
}

/* ---- Comparing ------------------------------------------------------------------------------------------------------------------- */

/* The value that a key stands for: in an array of places, policies or measures the one with that adcode or id. */
static const struct json *find(const struct json *found, const char *key) {
    if (found->kind == JSON_OBJECT) return json_member(found, key);
    if (found->kind != JSON_ARRAY) return NULL;
    for (const struct json *item = found->first; item != NULL; item = item->next) {
        if (item->kind != JSON_OBJECT) continue;
        const struct json *id = json_member(item, "id"), *name = id != NULL ? id : json_member(item, "adcode");
        if (name != NULL && name->kind == JSON_STRING && strcmp(name->text, key) == 0) return item;
    }
    return NULL;
}

/* Two ways to write one number are alike (100 and 1e2); what the engine never writes is compared as text. */
static bool same_number(const struct json *x, const struct json *y) {
    int64_t a = 0, b = 0;
    if (json_hundredths(&a, x) == DECIMAL_OK && json_hundredths(&b, y) == DECIMAL_OK) return a == b;
    return strcmp(x->text, y->text) == 0;
}

static bool same(const struct json *wanted, const struct json *found) {
    if (found == NULL || wanted->kind != found->kind) return false;
    if (wanted->kind == JSON_NUMBER) return same_number(wanted, found);
    if (wanted->kind == JSON_STRING) return strcmp(wanted->text, found->text) == 0;
    return wanted->kind < JSON_NUMBER; /* arrays come here where their lengths differ */
}

static void compare(struct differences *out, const char *path, const struct json *wanted, const struct json *found) {
    char inner[PATH];
    bool empty = wanted->kind == JSON_OBJECT && wanted->count == 0 && found != NULL && found->kind == JSON_ARRAY && found->count > 0;
    if (wanted->kind == JSON_OBJECT && found != NULL && !empty) {
        for (const struct json *member = wanted->first; member != NULL; member = member->next) {
            snprintf(inner, sizeof inner, "%s/%s", path, member->key);
            compare(out, inner, member, find(found, member->key));
        }
        return;
    }
    if (wanted->kind == JSON_ARRAY && found != NULL && found->kind == JSON_ARRAY && wanted->count == found->count) {
        const struct json *other = found->first;
        for (const struct json *item = wanted->first; item != NULL; item = item->next, other = other->next) {
            snprintf(inner, sizeof inner, "%s[%d]", path, (int)item->index);
            compare(out, inner, item, other);
        }
        return;
    }
    if (!same(wanted, found)) expect_add(out, path, text_of(out, found), text_of(out, wanted));
}

void expect_compare(struct differences *out, const struct json *wanted, const struct json *found) { compare(out, "", wanted, found); }
