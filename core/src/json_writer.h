/* JSON, key by key: commas come by themselves. */
#ifndef JSON_WRITER_H
#define JSON_WRITER_H

#include "text.h"

#include <huisuan/huisuan.h>

/* `"name":`, after a comma unless it is the first of its object. */
void key(struct writer *w, const char *name);

/* A comma unless the item is the first of its array. */
void comma(struct writer *w);

/* A text, null where there is none. */
void key_text(struct writer *w, const char *name, const char *text);

/* {"zh", "en"}, null where there is none. */
void both(struct writer *w, hs_text text);
void key_both(struct writer *w, const char *name, hs_text text);
void key_texts(struct writer *w, const char *name, const hs_text *texts, int32_t count);

/* YYYY-MM-DD, null where none is given. */
void key_date(struct writer *w, const char *name, hs_date date);

/* A subject as documents name it. */
void write_subject(struct writer *w, hs_subject subject);

/* A policy's place, document and dates: "adcode" to "expires". */
void key_document(struct writer *w, const hs_policy *policy);

#endif
