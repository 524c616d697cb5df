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

/* What one thread has laid out before: the cells that are the same for every applicant. All zero is empty. */
enum {
    ROWS_KNOWN = 512,
    ROWS_NOT_IN_FORCE = 3,
    ROWS_STATES = 4,
    ROWS_TAIL = 128
}; /* ROWS_TAIL: bytes behind the title, but for who decides */
struct rows_memory {
    struct buffer front; /* the cells of the entry */
    struct rows_piece states[ROWS_STATES], unbounded, notes[2];
    struct rows_known {
        const hs_measure *measure;
        uint64_t place;
        struct buffer cells;
    } known[ROWS_KNOWN];
};

/* Writes all rows of an entry as CSV. */
void rows_write(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct entry *entry);

void rows_forget(struct rows_memory *memory);

#endif
