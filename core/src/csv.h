/* Tables of comma-separated values, RFC 4180 to the letter: bytes are pushed in, rows come out. UTF-8, with or without a byte order mark;
   lines end with LF or CR LF.

   A row that is not well formed costs only itself. A quotation mark that nobody closes would swallow the rest of the table: only the line it
   stands in is refused, and the next is read as a row of its own. */
#ifndef CSV_H
#define CSV_H

#include "text.h"

#include <huisuan/huisuan.h>

enum {
    CSV_ROW_MAX = 1024 * 1024,  /* bytes */
    CSV_QUOTED_MAX = 64 * 1024, /* bytes of one quoted cell, which bounds how often a line is looked at again */
    CSV_CELLS_MAX = 1024
};

struct csv_cell {
    const char *text; /* without quotation marks; NUL-terminated */
    int line, column; /* where it begins, 1 first; columns count bytes */
};

/* All zero is a table of which nothing was read. */
struct csv {
    struct writer raw; /* what was pushed and is not yet read */
    size_t from, scanned;
    int state;
    size_t quote;  /* where the open quotation mark stands in `raw` */
    bool begun;    /* the byte order mark was looked for */
    bool dropping; /* in a row that was refused for its length */
    bool ended;
    bool gb18030;  /* what is pushed was that once */
    int next_line; /* at which the next row begins, 0 before the first */

    const char *bytes; /* the row as csv_next_bytes left it */
    size_t length;

    /* The row. */
    struct csv_cell cells[CSV_CELLS_MAX];
    int32_t count;
    int line;       /* at which it begins */
    int32_t number; /* 1 first, as a spreadsheet counts them */
    hs_error error; /* its code is HS_INPUT where the row is not well formed; then there are no cells */
};

/* Takes bytes in; false where memory ran out. */
bool csv_push(struct csv *self, const char *bytes, size_t length);

/* Says that no more bytes come. */
void csv_end(struct csv *self);

/* Reads the next row; false where more bytes are wanted, or at the end. The cells live until the next call of any of these. */
bool csv_next(struct csv *self);

/* Finds the next row as csv_next does and leaves it as it stands, in `bytes`, for csv_read: `line`, `number` and `error` are set. */
bool csv_next_bytes(struct csv *self);

/* Reads the cells of a row that another found, from bytes that are the caller's and have one more behind them; they are written over. */
void csv_read(struct csv *self, char *bytes, size_t length, int line, int32_t number);

void csv_free(struct csv *self);

#endif
