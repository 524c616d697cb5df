/* How far a batch is, on a terminal; silent elsewhere. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "cli.h"

#include <time.h>

struct progress {
    const struct cli *cli;
    bool shown;
    int64_t read, rows; /* done before it began */
    struct timespec began, last;
};

/* `read` bytes and `rows` were done by an earlier run. */
void progress_begin(struct progress *progress, const struct cli *cli, int64_t read, int64_t rows);

/* `read` bytes of `size` (-1: unknown) and `rows` are done. */
void progress_show(struct progress *progress, int64_t read, int64_t size, int64_t rows);

/* Takes the line away, so that a message can be printed. */
void progress_clear(const struct progress *progress);

#endif
