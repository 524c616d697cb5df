/* The parts of a batch: one thread reads, splits and writes (batch.c), the others do all that is done for a block (batch_work.c). */
#ifndef BATCH_H
#define BATCH_H

#include "progress.h"
#include "sink.h"
#include "workers.h"

struct batch {
    const struct cli *cli;
    const hs_engine *engine;
    hs_options options;
    struct source source;
    struct sink sink;
    struct workers workers;
    struct progress progress;
    hs_budget *budget;          /* NULL: not wanted */
    struct book *book;          /* likewise */
    const char *before, *after; /* around each line of JSON: for a database the column's name */
    int64_t rows, done, refused;
    struct sha256 seen; /* what the rows said, for --resume */
};

/* Whether each applicant becomes rows of a table, or a line of JSON. */
bool batch_prints_rows(const struct batch *batch);
bool batch_prints_lines(const struct batch *batch);

/* Assesses the entries of a block and lays out what is printed of them; `context` is a batch, of which nothing but the workers changes. */
void batch_work(void *context, struct block *block, struct tools *tools);

#endif
