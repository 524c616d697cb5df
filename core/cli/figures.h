/* policy show ID --constants: the figures that a policy sets, by the names that --set takes. */
#ifndef FIGURES_H
#define FIGURES_H

#include "cli.h"

/* Prints them as a table or as JSON; returns an exit code. */
int figures_print(const struct cli *cli, const hs_policy *policy);

#endif
