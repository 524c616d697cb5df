/* A sweep as a drawing. */
#ifndef CHART_H
#define CHART_H

#include "cli.h"

/* An SVG of the total at each place against the figure: a band from the low end to the high end. */
void chart_print(const struct cli *cli, const hs_sweep_result *result);

#endif
