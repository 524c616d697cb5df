/* The results of a batch as a table: a row for each applicant, place and measure. */
#ifndef ROWS_H
#define ROWS_H

#include "source.h"

enum { ROWS_COLUMNS = 15 };
enum { ROWS_LOW = 10, ROWS_HIGH = 11 }; /* the columns with figures */

struct rows_cells {
    const char *text[ROWS_COLUMNS]; /* "" where there is nothing */
    bool has_amount;
    hs_interval amount; /* fen; the two columns hold it as text too */
    char line[24], low[32], high[32];
};

const char *rows_heading(const struct cli *cli, int column);

/* The row of one measure. */
void rows_fill(const struct cli *cli, struct rows_cells *out, const struct entry *entry, const hs_place_result *place,
               const hs_policy_result *policy, const hs_measure_result *result);

/* The row of an applicant that was refused. */
void rows_fill_refused(const struct cli *cli, struct rows_cells *out, const struct entry *entry);

/* Whether a spreadsheet would take a text for a formula: such a cell gets a ' in front. */
bool rows_is_formula(const char *text);

/* Prints a cell as CSV; what a spreadsheet would take for a formula is given an apostrophe. */
void rows_print_cell(FILE *out, const char *text);

/* The line of headings, with the mark by which Excel knows UTF-8. */
void rows_print_headings(const struct cli *cli, const hs_engine *engine, FILE *out);

/* Writes all rows of an entry as CSV. */
void rows_write(const struct cli *cli, struct buffer *out, const struct entry *entry);

#endif
