/* A row of the officer's table as an applicant, without a document in between. */
#ifndef ROW_H
#define ROW_H

#include "applicant.h"

/* Whether the rows of a table can be read so; the others go through their documents. */
bool row_is_plain(const hs_table *self);

/* Opens a row that another reader has found: NULL where it has not a word, or where memory ran out (*status). What is wrong with it stands
   in its error. */
hs_table_row *row_open(hs_table *self, const hs_table_bytes *bytes, int *status);

/* The same with its document. */
hs_table_row *row_open_document(hs_table *self, const hs_table_bytes *bytes, int *status);

/* Reads the row that was opened. `unknown` holds a value for each slot that nobody stated. HS_INPUT names the cell; what the applicant
   points to lives in the arena. The same rows are refused for the same cells as where a document is made of them. */
int row_read(struct applicant *out, const hs_table *self, const struct fact_value *unknown, struct arena *arena, hs_error *error);

#endif
