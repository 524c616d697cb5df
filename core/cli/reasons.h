/* Why, in words and numbers. */
#ifndef REASONS_H
#define REASONS_H

#include "paper.h"

/* Prints of a reason what decides it: of what holds, everything; of what does not, only what is lacking. */
void reasons_print(const struct paper *paper, const hs_reason *reason);

#endif
