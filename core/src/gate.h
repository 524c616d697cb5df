/* The strict reader of JSON documents: RFC 8259 to the letter, UTF-8, no NUL, no key twice, within the caps below. It keeps the text of
   every number, so that money is read digit by digit and never passes through floating point. */
#ifndef GATE_H
#define GATE_H

#include "arena.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    GATE_DOCUMENT_MAX = 1024 * 1024, /* bytes */
    GATE_DEPTH_MAX = 32,
    GATE_KEYS_MAX = 512,    /* of one object */
    GATE_ITEMS_MAX = 10000, /* of one array */
    GATE_STRING_MAX = 4096, /* bytes, once decoded */
    GATE_NUMBER_MAX = 32    /* characters */
};

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json {
    enum json_kind kind;
    const char *text; /* of a string, decoded, or a number as written; NUL-terminated */
    const char *key;  /* of a member of an object */
    uint32_t key_hash;
    int32_t index;    /* of an item of an array */
    int32_t count;    /* of members or items */
    int line, column; /* where it begins, 1 first; columns count bytes */
    struct json *parent, *first, *next;
};

/* Reads a whole document into `arena`. HS_INPUT names the place, what was found and what was expected. */
int gate_read(struct json **out, struct arena *arena, const char *text, size_t length, hs_error *error);

/* The same for a row of a database, whose string may be a whole document. */
int gate_read_row(struct json **out, struct arena *arena, const char *text, size_t length, hs_error *error);

/* Reads the value that begins at *at and moves *at behind it, for a reader who goes through a document by itself and takes nothing that is
   nested deep. NULL where something is wrong or memory ran out: nobody says what, gate_read does. */
struct json *gate_read_value(struct arena *arena, const char **at, const char *end);

/* The member of an object, or NULL. */
const struct json *json_member(const struct json *object, const char *key);

/* Writes the JSON path of a value ("facts.overseas_sites[2].audited"), cut at `size`. */
char *json_path(char *buffer, size_t size, const struct json *value);

/* "a string", for messages. */
hs_text json_kind_name(enum json_kind kind);

/* Reports a fault of `value` with its path, line and column; returns HS_INPUT. */
int json_fault(hs_error *error, const struct json *value, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

enum decimal_fault { DECIMAL_OK, DECIMAL_FORM, DECIMAL_NEGATIVE, DECIMAL_TOO_FINE, DECIMAL_TOO_LARGE };

/* A number from 2^46 on no longer carries fen through the floating point of other programs; it must be written as a string. */
#define JSON_NUMBER_BOUND (INT64_C(1) << 46)

/* The value of a number, or of a string of plain decimal digits with at most two decimals, in hundredths, exactly. */
enum decimal_fault json_hundredths(int64_t *out, const struct json *value);

#endif
