/* JSON Lines: one document on a line. */
#ifndef LINES_H
#define LINES_H

#include "cli.h"

#include <stdio.h>

struct lines {
    const char *file;
    FILE *in;
    char *text; /* a line, at most a byte more than `most`, and a NUL */
    size_t length, most;
    int number;  /* of the line, 1 first */
    char *bytes; /* read ahead */
    size_t from, count;
};

/* Opens a file, or standard input for "-", whose lines have at most so many bytes that the engine takes; false after saying why not. */
bool lines_open(struct lines *lines, const struct cli *cli, const char *file, size_t most);

/* Reads the next line that holds something; false at the end of the file. */
bool lines_next(struct lines *lines);

/* Whether the end came too early; errno says why. */
bool lines_failed(const struct lines *lines);

void lines_close(struct lines *lines);

#endif
