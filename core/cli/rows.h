/* The results of a batch as a table: a row for each applicant, place and measure. */
#ifndef ROWS_H
#define ROWS_H

#include "source.h"

enum { ROWS_COLUMNS = 15 };
enum { ROWS_PLACE = 3, ROWS_STATUS = 9, ROWS_LOW = 10, ROWS_HIGH = 11 }; /* the last two are the columns with figures */

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

/* A short cell with what stands behind it. */
struct rows_piece {
    char text[32];
    size_t length;
};

/* The row of a measure at a place behind the cells of the entry, as it was for the last applicant of one standing, but for who decides. */
struct rows_rest {
    hs_interval amount;
    struct buffer cells; /* empty: there was none yet */
    size_t amount_end;   /* where those behind the amount begin */
};

enum {
    ROWS_PLACES = 32,
    ROWS_NOT_IN_FORCE = 3,
    ROWS_STATES = 4,
    ROWS_TAIL = 160 /* bytes behind the title, but for who decides, and those that a copy writes too many */
};

struct rows_measure {
    struct buffer same; /* the cells up to the title */
    struct rows_rest rests[ROWS_STATES];
};

struct rows_place {
    char adcode[8];
    struct rows_measure *measures; /* of its policies, in their order */
    int32_t count;
};

/* What one thread has laid out before, to be copied for whom it is the same again. All zero is empty. */
struct rows_memory {
    struct buffer front; /* the cells of the entry */
    struct rows_piece states[ROWS_STATES], unbounded, notes[2];
    struct rows_place places[ROWS_PLACES];
    int32_t place_count, oldest; /* of so many places that not all are kept the oldest gives way */
};

/* Writes all rows of an entry as CSV. */
void rows_write(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct entry *entry);

void rows_forget(struct rows_memory *memory);

#endif
