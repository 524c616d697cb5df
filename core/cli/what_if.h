/* The first lines of every output where figures of the policies were set otherwise. */
#ifndef WHAT_IF_H
#define WHAT_IF_H

#include "paper.h"

#include <stdio.h>

/* On a sheet, a line for each, and a gap; nothing where nothing was set. */
void what_if_print(const struct paper *paper, const hs_overlay *overlay, int32_t count);

/* As rows of one cell before the table. */
void what_if_print_csv(const struct cli *cli, FILE *out, const hs_overlay *overlay, int32_t count);

#endif
