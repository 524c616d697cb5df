/* What --help prints. */
#ifndef USAGE_H
#define USAGE_H

#include <huisuan/huisuan.h>
#include <stdio.h>

void usage_print(FILE *out, enum hs_language language);

#endif
