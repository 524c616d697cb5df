/* The officer's tables, as their rows are read. */
#ifndef INTAKE_H
#define INTAKE_H

#include "applicant.h"
#include "csv.h"
#include "heading.h"
#include "records.h"

enum { LISTS_MAX = 64, TABLE_WORDS = 2048 };

/* A word that stood for a fact before, with what it states: few words fill most columns of truths and choices. */
struct table_word {
    const hs_fact *fact;
    hs_interval value;
    char text[40];
};

/* The last date and the last places of a table, which many rows share; "" before the first. */
struct table_date {
    hs_date date;
    char text[24];
};
struct table_places {
    struct stated_places places;
    char text[64];
};

struct hs_table {
    const hs_engine *engine;
    const struct hs_table *of; /* whose headings count; itself, but for a reader of another's rows */
    struct csv csv;
    struct heading headings[CSV_CELLS_MAX];
    int32_t count;                /* of headings; 0 before they were read */
    int32_t id, name;             /* their columns, -1: none */
    int32_t unheaded;             /* columns without a heading */
    int32_t order[CSV_CELLS_MAX]; /* heading_order */
    struct records lists[LISTS_MAX];
    int32_t list_count;
    struct records *into;                 /* the list whose table is being read, or NULL */
    bool in_turn;                         /* a reader: hs_table_take reads the row */
    struct table_word words[TABLE_WORDS]; /* as word_of in table_row.c finds them */
    struct table_date date;               /* likewise of a reader, the last ones */
    struct table_places places;
    struct writer json, bytes;
    hs_table_row row;
    hs_table_bytes uncut;
    int32_t left_list, left_owner; /* where hs_table_left goes on */
};

/* Reads a row that another has found up to its cells: *empty where it has not a word. What is wrong with it stands in the row. HS_MEMORY
   otherwise. */
int intake_open(struct hs_table *self, const hs_table_bytes *bytes, bool *empty);

/* A cell of the row with its place in the table. */
struct cell intake_cell(const struct hs_table *self, int32_t at);

/* Whether the row has a cell for each heading. */
int intake_check(const struct hs_table *self, hs_error *error);

/* A list has other than the stated number of records, or (-1) no table. */
int intake_fault_records(hs_error *error, const struct cell *cell, int64_t stated, int64_t count);

/* Writes `"name":`, after a comma unless it is the first of its object. */
void intake_write_key(struct writer *w, const char *name);

/* Write the lists of the row's applicant, those of the dictionary or one; and note that the row was met, right or not. A reader of
   another's rows leaves the records where they are until its turn. */
int intake_write_lists(struct hs_table *self, hs_error *error);
int intake_write_records(struct hs_table *self, const struct slot *slot, hs_error *error);
void intake_meet_owners(struct hs_table *self);

#endif
