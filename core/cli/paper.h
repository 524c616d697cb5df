/* A sheet to print on: the same content as a table for the terminal or as Markdown. */
#ifndef PAPER_H
#define PAPER_H

#include "cli.h"

struct paper {
    const struct cli *cli;
    bool markdown;
    int width; /* columns of the terminal */
};

enum paper_tone { TONE_PLAIN, TONE_GOOD, TONE_OPEN, TONE_BAD, TONE_FAINT };

struct paper paper_begin(const struct cli *cli);

/* How many columns a text takes in a terminal: Chinese characters two, combining marks none. */
int paper_columns(const char *text);

void paper_title(const struct paper *paper, const char *text);
void paper_heading(const struct paper *paper, const char *text);
void paper_subheading(const struct paper *paper, const char *text);

/* A line with a figure: what it is on the left, the amount right-aligned. `level` 0 is a measure, 1 belongs to one. */
void paper_figure(const struct paper *paper, int level, const char *left, const char *right, enum paper_tone tone);

/* A text that may wrap, under a hanging label ("" for none). */
void paper_text(const struct paper *paper, int level, const char *label, const char *text, enum paper_tone tone);

/* A row of a table: the first cell to the left, the others to the right of columns of these widths (0: what is left of the line). A cell that
   does not fit beside the one before stands on a line further down, in its column. */
void paper_row(const struct paper *paper, const char *const *cells, const int *widths, int count, bool head);

void paper_gap(const struct paper *paper);

#endif
