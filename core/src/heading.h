/* What the columns of a table hold, by their headings. */
#ifndef HEADING_H
#define HEADING_H

#include "cell.h"
#include "dictionary.h"

enum heading_kind {
    HEADING_NONE = 0, /* no heading: its cells must be empty */
    HEADING_IGNORED,  /* begins with # */
    HEADING_ID,
    HEADING_NAME,
    HEADING_AS_OF,
    HEADING_LOCATIONS,
    HEADING_RECEIVED, /* how many records there are of what was already paid */
    HEADING_FACT,     /* or a field, in the table of a list */
    HEADING_RECORDS,  /* a list: how many records it has */
};

struct heading {
    enum heading_kind kind;
    const hs_fact *fact; /* of the last three */
    int32_t slot;        /* of a fact, -1 of a field */
    int zeros;           /* as cell_read_fact wants them */
    char adcode[8];      /* "annual_rent@310118": the place it is stated for; else "" */
};

/* Reads a heading. `list` is the slot whose records the table holds, or NULL for the table of applicants. HS_INPUT with the nearest known
   one where there is none. */
int heading_read(struct heading *out, const hs_engine *engine, const struct slot *list, const struct cell *cell, hs_error *error);

/* Whether both stand for the same. */
bool heading_equal(const struct heading *x, const struct heading *y);

/* The columns in the order in which they are read: as a document is, part by part. */
void heading_order(int32_t *out, const struct heading *headings, int32_t count);

/* "facts.annual_rent", "facts_at.310118.annual_rent", "name". */
char *heading_path(char *buffer, size_t size, const struct heading *heading);

#endif
