#include "expect.h"
#include "verify.h"

#include <stdio.h>
#include <string.h>

enum { PATH = 512 };

/* Where in a result a value stands. */
struct spot {
    const char *place, *policy, *measure, *clause;
    char path[PATH];
};

static const char *text_of(struct moves *out, const struct json *value) {
    if (value == NULL) return NULL;
    const char *text = json_keep(value, out->arena);
    out->failed = out->failed || text == NULL;
    return text;
}

static void add(struct moves *out, const struct spot *spot, const struct json *was, const struct json *is) {
    if (out->count == out->capacity) {
        int32_t capacity = out->capacity == 0 ? 16 : 2 * out->capacity;
        hs_moved *items = arena_array(out->arena, (size_t)capacity, sizeof *items);
        out->failed = out->failed || items == NULL;
        if (items == NULL) return;
        if (out->count > 0) memcpy(items, out->items, (size_t)out->count * sizeof *items);
        out->items = items;
        out->capacity = capacity;
    }
    const char *path = arena_copy(out->arena, spot->path, strlen(spot->path));
    out->failed = out->failed || path == NULL;
    out->items[out->count++] =
        (hs_moved){path, spot->place, spot->policy, spot->measure, spot->clause, text_of(out, was), text_of(out, is), 0};
}

/* What names an item of an array: places, policies and measures have a code or an id, other entries what they speak of. */
static const char *name_of(const struct json *item) {
    static const char *const keys[] = {"adcode", "id", "measure", "limit"};
    const struct json *id = item->kind == JSON_OBJECT ? json_member(item, "id") : NULL;
    if (id != NULL && id->kind == JSON_STRING) return id->text;
    for (size_t i = 0; item->kind == JSON_OBJECT && i < sizeof keys / sizeof keys[0]; i++) {
        const struct json *name = json_member(item, keys[i]);
        if (name != NULL && name->kind == JSON_STRING) return name->text;
    }
    return NULL;
}

static const struct json *item_named(const struct json *array, const char *name) {
    for (const struct json *item = array->first; item != NULL; item = item->next) {
        const char *other = name_of(item);
        if (other != NULL && strcmp(other, name) == 0) return item;
    }
    return NULL;
}

static bool is_named(const struct json *array) {
    for (const struct json *item = array->first; item != NULL; item = item->next)
        if (name_of(item) == NULL || item_named(array, name_of(item)) != item) return false;
    return true;
}

static const char *member_text(const struct json *object, const char *key) {
    const struct json *member = object->kind == JSON_OBJECT ? json_member(object, key) : NULL;
    return member != NULL && member->kind == JSON_STRING ? member->text : NULL;
}

/* An item deeper: which place, policy or measure it is. */
static struct spot within(const struct spot *spot, const struct json *array, const struct json *item, const char *name) {
    struct spot inner = *spot;
    if (name != NULL)
        snprintf(inner.path, sizeof inner.path, "%.400s[%.100s]", spot->path, name);
    else
        snprintf(inner.path, sizeof inner.path, "%.400s[%d]", spot->path, (int)item->index);
    if (array->key == NULL) return inner;
    if (strcmp(array->key, "places") == 0) inner.place = name;
    if (strcmp(array->key, "policies") == 0) inner.policy = name;
    if (strcmp(array->key, "measures") == 0) inner.measure = name;
    if (strcmp(array->key, "measures") == 0) inner.clause = member_text(item, "clause");
    return inner;
}

static void compare(struct moves *out, const struct spot *spot, const struct json *was, const struct json *is);

static void compare_named(struct moves *out, const struct spot *spot, const struct json *was, const struct json *is) {
    for (const struct json *item = was->first; item != NULL; item = item->next) {
        struct spot inner = within(spot, was, item, name_of(item));
        compare(out, &inner, item, item_named(is, name_of(item)));
    }
    for (const struct json *item = is->first; item != NULL; item = item->next) {
        struct spot inner = within(spot, is, item, name_of(item));
        if (item_named(was, name_of(item)) == NULL) compare(out, &inner, NULL, item);
    }
    const struct json *other = is->first;
    for (const struct json *item = was->first; was->count == is->count && item != NULL; item = item->next, other = other->next)
        if (item_named(is, name_of(item)) != NULL && strcmp(name_of(item), name_of(other)) != 0) {
            add(out, spot, was, is); /* all there, in another order */
            return;
        }
}

static bool names_inputs(const struct spot *spot, const char *key) {
    if (strcmp(key, "sha256") == 0) return true;
    return spot->path[0] == '\0' && (strcmp(key, "engine") == 0 || strcmp(key, "as_of") == 0 || strcmp(key, "receipt") == 0);
}

static void compare_objects(struct moves *out, const struct spot *spot, const struct json *was, const struct json *is) {
    for (int side = 0; side < 2; side++)
        for (const struct json *member = (side == 0 ? was : is)->first; member != NULL; member = member->next) {
            struct spot inner = *spot;
            if (names_inputs(spot, member->key) || (side == 1 && json_member(was, member->key) != NULL)) continue;
            snprintf(inner.path, sizeof inner.path, "%.400s%s%.100s", spot->path, spot->path[0] == '\0' ? "" : ".", member->key);
            compare(out, &inner, side == 0 ? member : NULL, side == 0 ? json_member(is, member->key) : member);
        }
}

static bool is_leaf(const struct json *value) { return value->kind != JSON_ARRAY && value->kind != JSON_OBJECT; }

static bool same(const struct json *x, const struct json *y) {
    if (x->kind != y->kind) return false;
    return (x->kind != JSON_NUMBER && x->kind != JSON_STRING) || strcmp(x->text, y->text) == 0;
}

static void compare(struct moves *out, const struct spot *spot, const struct json *was, const struct json *is) {
    if (was == NULL || is == NULL || was->kind != is->kind || is_leaf(was)) {
        if (was == NULL || is == NULL || !same(was, is)) add(out, spot, was, is);
    } else if (was->kind == JSON_OBJECT) {
        compare_objects(out, spot, was, is);
    } else if (is_named(was) && is_named(is)) {
        compare_named(out, spot, was, is);
    } else if (was->count != is->count) {
        add(out, spot, was, is);
    } else {
        const struct json *other = is->first;
        for (const struct json *item = was->first; item != NULL; item = item->next, other = other->next) {
            struct spot inner = within(spot, was, item, NULL);
            compare(out, &inner, item, other);
        }
    }
}

void verify_compare(struct moves *out, const struct json *was, const struct json *is) {
    static const struct spot root;
    compare(out, &root, was, is);
}
