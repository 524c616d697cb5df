/* What a batch reads: JSON Lines or a table, an applicant at a time. */
#ifndef SOURCE_H
#define SOURCE_H

#include "lines.h"
#include "sha256.h"

#include <iconv.h>

/* An applicant, and once it was assessed the result. The source makes the texts, entry_free frees them. */
struct entry {
    char *json;
    size_t length;
    char *id, *name; /* or NULL */
    int64_t line;
    bool refused;
    hs_error error;
    hs_assessment *assessment;
    char *text; /* as it is to be printed, where that is not the JSON of the assessment */
    size_t text_length;
};

struct source {
    const struct cli *cli;
    const char *file;
    bool table, rows;   /* rows: JSON Lines of a database, each with the document in a string */
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

/* The next applicant into a zeroed entry: EXIT_OK, -1 at the end, or an exit code after saying why. */
int source_next(struct source *source, struct entry *out);

/* Says which records of lists no applicant had; how many. */
int64_t source_left(struct source *source);

void source_close(struct source *source);

/* Adds to a hash all that the source said of an applicant. */
void entry_hash(struct sha256 *hash, const struct entry *entry);

void entry_free(struct entry *entry);

#endif
