/* A policy's rules as prose, to be read and signed. */
#ifndef RULES_H
#define RULES_H

#include "cli.h"

/* Prints the policy with this number, as a table or as Markdown; returns an exit code. */
int rules_print(const struct cli *cli, const hs_engine *engine, int32_t index);

#endif
