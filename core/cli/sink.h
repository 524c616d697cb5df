/* Where a batch writes: standard output, or a file that has its name only once it is complete. Until then the result stands beside it as
   FILE.part, with FILE.journal, by which --resume goes on after a kill. */
#ifndef SINK_H
#define SINK_H

#include "cli.h"
#include "sha256.h"

#include <time.h>

struct sink {
    const struct cli *cli;
    const char *file; /* NULL: standard output */
    char *part, *journal;
    int part_file, journal_file;
    int64_t rows, done, refused; /* as the journal has them: where to go on */
    char seen[SHA256_TEXT];      /* what those rows said */
    struct timespec since;       /* when the journal was last written */
};

/* With a file, everything printed from here on goes into it. `key` is what has to be the same for a run to be continued: lines with a
   word each in front. EXIT_OK, or an exit code after saying why not. */
int sink_open(struct sink *sink, const struct cli *cli, const char *key);

/* Says that it cannot be continued because the rows before say something else now; the exit code. */
int sink_other_input(const struct sink *sink);

/* Whether the journal is to be written again. */
bool sink_is_due(const struct sink *sink);

/* So much was printed of rows that said `seen`, and is whole: writes it into the journal. False, after saying why, where it cannot be. */
bool sink_reached(struct sink *sink, int64_t rows, int64_t done, int64_t refused, const char seen[SHA256_TEXT]);

/* Leaves everything as it lies, where it could not be continued. */
void sink_leave(struct sink *sink);

/* Ends it: with `keep` the file gets its name, else nothing is left. Returns `code`, or EXIT_OUTPUT after saying why. */
int sink_close(struct sink *sink, bool keep, int code);

#endif
