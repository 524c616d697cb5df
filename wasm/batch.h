/* Tables of applicants assessed a few rows at a time: what `huisuan batch` does, for a host that keeps the results itself. */
#ifndef BATCH_H
#define BATCH_H

#include "options.h"
#include "text.h"

struct batch;

/* Begins a batch, whose options are in `json`; the engine outlives it and gets no more policies meanwhile. Free it with batch_free. */
int batch_new(struct batch **out, const hs_engine *engine, const char *json, size_t length, hs_error *error);

/* `self` may be NULL. */
void batch_free(struct batch *self);

/* What is pushed from here on is the table of a list fact, or the applicants' ("" as the list), which comes last. `gb18030`: hs_table_gb18030. */
int batch_table(struct batch *self, const char *list, bool gb18030, hs_error *error);

/* Takes bytes of the table in, UTF-8, cut anywhere; none: it ends here. */
int batch_push(struct batch *self, const char *bytes, size_t length, hs_error *error);

/* Reads and assesses up to `count` more rows, 0: the headings alone, and writes what bridge.h says. After an error the batch is good for
   nothing any more. */
int batch_step(struct batch *self, int32_t count, struct writer *out, hs_error *error);

/* The applicants assessed so far, added up. */
const hs_budget *batch_budget(const struct batch *self);

#endif
