/* A row of the officer's table as an applicant, without a document in between. */
#ifndef TABLE_ROW_H
#define TABLE_ROW_H

#include "applicant.h"

/* Whether the rows of a table can be read so; the others go through their documents. */
bool table_row_is_plain(const hs_table *self);

/* Opens a row that another reader has found: NULL where it has not a word, or where memory ran out (*status). What is wrong with it stands
   in its error. */
hs_table_row *table_row_open(hs_table *self, const hs_table_bytes *bytes, int *status);

/* The same with its document. */
hs_table_row *table_row_open_document(hs_table *self, const hs_table_bytes *bytes, int *status);

/* Reads the row that was opened. HS_INPUT names the cell; what the applicant points to lives in the arena. The same rows are refused for
   the same cells as where a document is made of them. */
int table_row_read(struct applicant *out, hs_table *self, struct arena *arena, hs_error *error);

#endif
