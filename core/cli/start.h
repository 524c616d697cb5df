/* The files of a new region. */
#ifndef START_H
#define START_H

enum { START_FILES = 4, START_PARTS = 2 };

struct start_file {
    const char *name;
    const char *parts[START_PARTS]; /* one after the other: a literal has a limit */
};

extern const struct start_file start_files[START_FILES];

#endif
