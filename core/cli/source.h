/* What a batch reads: JSON Lines or a table, an applicant at a time. */
#ifndef SOURCE_H
#define SOURCE_H

#include "buffer.h"
#include "lines.h"
#include "sha256.h"

#include <iconv.h>

/* An applicant: a document, or a row of a table into whose cells nobody has looked yet; and once it was assessed the result. */
struct entry {
    size_t at, length; /* its bytes in the buffer that was given to source_next */
    int64_t line;
    int32_t number;         /* of a row */
    bool cut;               /* it is a row */
    size_t row, row_length; /* of one with lists that has become a document: the row */
    uint64_t lists;         /* likewise: whose records it wants */
    bool refused;
    bool broken;               /* and that by the source */
    bool absent;               /* the row has not a word: nothing is to be said of it */
    char *id, *name;           /* as written, or NULL; entry_clear frees them */
    hs_assessment *assessment; /* likewise; NULL where it was assessed with others */
    const hs_result *result;
    size_t text_end;        /* of what is to be printed of it, in its block */
    char said[SHA256_TEXT]; /* what the source said, as source_say gives it; "" where nobody asks */
    hs_error error;
};

struct source {
    const struct cli *cli;
    const char *file;
    bool table, rows;   /* rows: JSON Lines of a database, each with the document in a string */
    bool lists;         /* of a table whose lists have tables */
    struct lines lines; /* of JSON Lines */
    hs_table *reader;   /* of a table */
    FILE *in;
    iconv_t decoder; /* from GB18030; (iconv_t)-1: none */
    char held[8];    /* the beginning of a character that the next bytes end */
    size_t held_count;
    bool started, ended;
    int64_t size, read; /* bytes; the size is -1 where it cannot be known */
};

/* Opens a file, or standard input for "-", and the tables of its lists; EXIT_OK or an exit code after saying why not. */
int source_open(struct source *source, const struct cli *cli, const hs_engine *engine, const char *file);

/* The next applicant into an entry, its bytes behind those of `buffer`: EXIT_OK, -1 at the end, or an exit code after saying why. */
int source_next(struct source *source, struct buffer *buffer, struct entry *out);

/* Where there are lists, makes documents of their applicants' rows: a thread's own reader first makes it, behind the bytes, then the row
   takes its records in turn. The source's own reader does both at once, with the rows one after another. False where memory ran out. */
bool source_read(hs_table *reader, struct buffer *buffer, struct entry *entry);
bool source_take(hs_table *reader, struct buffer *buffer, struct entry *entry);

/* Says which records of lists no applicant had; how many. */
int64_t source_left(struct source *source);

void source_close(struct source *source);

/* A copy of a text, or NULL for NULL; false where memory ran out. */
bool entry_keep(char **out, const char *text);

/* The row of a table as another reader wants it. */
hs_table_bytes entry_row(const struct entry *entry, const struct buffer *buffer);

/* Writes down the SHA-256 of all that the source said of an applicant. */
void entry_say(struct entry *entry, const struct buffer *buffer);

/* Frees what it holds; it is as a new one. */
void entry_clear(struct entry *entry);

#endif
