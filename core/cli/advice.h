/* What is missing, what would change a verdict, and what to find out next. */
#ifndef ADVICE_H
#define ADVICE_H

#include "paper.h"

/* Of one measure. */
void advice_print(const struct paper *paper, const hs_measure_result *result);

/* Of the whole result. */
void advice_print_questions(const struct paper *paper, const hs_result *result);

#endif
