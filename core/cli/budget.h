/* batch --summary: the budget. */
#ifndef BUDGET_H
#define BUDGET_H

#include "cli.h"

/* Prints it as a table, JSON or CSV; returns an exit code. `refused` applicants are in none of its figures. */
int budget_print(const struct cli *cli, const hs_engine *engine, const hs_budget *budget, int64_t refused);

/* What stands in place of an amount that a measure never has; NULL where it has one. */
const char *budget_no_amount(const struct cli *cli, const hs_budget_measure *measure);

#endif
