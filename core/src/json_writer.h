/* JSON, key by key: commas come by themselves. */
#ifndef JSON_WRITER_H
#define JSON_WRITER_H

#include "text.h"

#include <huisuan/huisuan.h>

/* `"name":`, after a comma unless it is the first of its object. */
static inline void key(struct writer *w, const char *name) {
    size_t length = strlen(name);
    char *out = write_room(w, length + 4);
    if (out == NULL) return;
    char last = w->length == 0 ? '{' : out[-1];
    if (last != '{' && last != '[') *out++ = ',';
    *out++ = '"';
    memcpy(out, name, length);
    out += length;
    *out++ = '"';
    *out++ = ':';
    w->length = (size_t)(out - w->data);
}

/* A comma unless the item is the first of its array. */
static inline void comma(struct writer *w) {
    char last = w->length == 0 ? '[' : w->data[w->length - 1];
    if (last != '[') write_text(w, ",");
}

/* A text between quotation marks that is known to need no escapes: an id. */
static inline void write_id(struct writer *w, const char *id) {
    size_t length = strlen(id);
    char *out = write_room(w, length + 2);
    if (out == NULL) return;
    *out = '"';
    memcpy(out + 1, id, length);
    out[length + 1] = '"';
    w->length += length + 2;
}

/* A text, null where there is none. */
void key_text(struct writer *w, const char *name, const char *text);

/* {"zh", "en"}, null where there is none. */
void both(struct writer *w, hs_text text);
void key_both(struct writer *w, const char *name, hs_text text);
void key_texts(struct writer *w, const char *name, const hs_text *texts, int32_t count);

/* YYYY-MM-DD, null where none is given. */
void key_date(struct writer *w, const char *name, hs_date date);

/* A subject as documents name it, and the same between quotation marks. */
void write_subject(struct writer *w, hs_subject subject);
void write_subject_text(struct writer *w, hs_subject subject);
void write_subjects(struct writer *w, const hs_subject *subjects, int32_t count);

/* An end of an interval; no bound is null. */
void write_end_of(struct writer *w, int64_t value, int32_t type);

/* Fen as {"low", "high"}. */
void write_interval(struct writer *w, hs_interval value);

void key_interval(struct writer *w, const char *name, hs_interval value);

/* The same, null where there is none. */
void key_amount(struct writer *w, const char *name, bool given, hs_interval amount);

/* Fen in yuan; no bound is null. */
void key_money(struct writer *w, const char *name, int64_t fen);

void key_count(struct writer *w, const char *name, int64_t count);
void key_truth(struct writer *w, const char *name, bool holds);

/* {"min", "max"}, without a max where there is no bound. */
void write_range(struct writer *w, hs_interval value, int32_t type);

/* The ids of the values that are set. */
void write_values(struct writer *w, const hs_fact *fact, int64_t bits);

/* What is known of a fact, as the applicant's document would state it: null where nothing is. `fact` names the values of choices. */
void write_value(struct writer *w, hs_interval value, int32_t type, const hs_fact *fact);

/* A policy's place, document and dates: "adcode" to "expires". */
void key_document(struct writer *w, const hs_policy *policy);

#endif
