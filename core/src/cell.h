/* What a cell of a table states. The rules stand at hs_table_new in huisuan.h. */
#ifndef CELL_H
#define CELL_H

#include "text.h"

#include <huisuan/huisuan.h>

enum { CELL_TEXT_MAX = 4096 }; /* bytes; as the gate takes strings */

struct heading;

struct cell {
    const char *text;
    int line, column;              /* of the table */
    int32_t row;                   /* "D7": row 7, 1 first */
    int32_t at;                    /* column 3, 0 first */
    const struct heading *heading; /* of its column; NULL in the row of headings */
    bool exact;                    /* a range will not do */
};

/* Whether the cell says nothing: empty, 不清楚, 未知 or unknown. */
bool cell_is_unknown(const char *text);

enum { CELL_PLACES_MAX = 64 };

/* What a cell states of a fact. */
struct stated {
    hs_interval value;              /* as columns hold it */
    int32_t choices[HS_VALUES_MAX]; /* the values of a choice, as they stand in the cell */
    int32_t count;
};

/* The places of a cell, in its order. */
struct stated_places {
    char codes[CELL_PLACES_MAX][8];
    int32_t count;
};

/* Each reads a value; HS_INPUT with the cell ("D7") and its place otherwise. `zeros` is how many the heading adds to a figure: 4 for 万元, 0
   for 元, -1 where it gives no unit. */
int cell_read_fact(struct stated *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error);
int cell_read_figure(hs_interval *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error);
int cell_read_date(hs_date *out, const struct cell *cell, hs_error *error);
int cell_read_text(const char **out, const struct cell *cell, hs_error *error);
int cell_read_places(struct stated_places *out, const struct cell *cell, const hs_engine *engine, hs_error *error);

/* A figure of a few digits and nothing else, as most are; false of any other cell. */
bool cell_read_digits(hs_interval *out, const char *text, const hs_fact *fact, int zeros);

/* Each writes what a cell states as the gate takes it; likewise. */
int cell_write_fact(struct writer *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error);
int cell_write_date(struct writer *out, const struct cell *cell, hs_error *error);
int cell_write_text(struct writer *out, const struct cell *cell, hs_error *error);
int cell_write_places(struct writer *out, const struct cell *cell, const hs_engine *engine, hs_error *error);

/* How many records a list has, as its column in the applicants' table says. */
int cell_read_records(int64_t *out, const struct cell *cell, hs_error *error);

int cell_fault(hs_error *error, const struct cell *cell, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* Copies a cell's text without the blanks around it, full-width letters, digits and signs as narrow ones. Returns `buffer`; the text is cut
   at `size`. */
char *cell_narrow(char *buffer, size_t size, const char *text);

/* Goes over one separator of several values (; 、 , and the wide ones) with its blanks; 0 where there is none. */
size_t cell_separator(const char *text);

/* Whether two texts are the same but for the case of Latin letters. */
bool cell_same(const char *x, const char *y);

#endif
