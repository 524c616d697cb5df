/* Holding a result against what a case expects of it. */
#ifndef EXPECT_H
#define EXPECT_H

#include "gate.h"
#include "text.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* What came out otherwise; all zero but for the arena is none. */
struct differences {
    struct arena *arena;
    hs_mismatch *items;
    int32_t count, capacity;
    bool failed; /* memory ran out */
};

/* Adds where `found` is not what `wanted` asks for; what it leaves out is not compared. */
void expect_compare(struct differences *out, const struct json *wanted, const struct json *found);

bool expect_add(struct differences *out, const char *path, const char *found, const char *wanted);

/* A value on one line, numbers as they were written. */
void json_write(struct writer *w, const struct json *value);

/* The same, kept in the arena; NULL when memory ran out. */
const char *json_keep(const struct json *value, struct arena *arena);

/* Whether an object or array holds the key somewhere within. */
bool json_has_key(const struct json *value, const char *key);

#endif
