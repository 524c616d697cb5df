/* An assessment as an officer reads it. */
#ifndef TABLE_H
#define TABLE_H

#include "cli.h"

void table_print(const struct cli *cli, const hs_result *result);

#endif
