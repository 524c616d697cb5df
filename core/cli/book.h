/* batch --format xlsx: a workbook with the budget, the refused rows, and a sheet for each place. */
#ifndef BOOK_H
#define BOOK_H

#include "source.h"

struct book;

/* Begins a workbook at `path`; NULL after saying why. Without libxlsxwriter it says so. */
struct book *book_begin(const struct cli *cli, const hs_engine *engine, const char *path);

/* Adds the rows of an applicant; false where that fails. */
bool book_add(struct book *book, const struct entry *entry);

/* Writes the budget and ends the file: EXIT_OK, or an exit code after saying why. `budget` NULL: the file counts for nothing. */
int book_end(struct book *book, const hs_budget *budget);

#endif
