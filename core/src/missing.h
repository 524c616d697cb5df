/* Which facts a measure still waits for: reads the registers of an evaluated frame of one lane. */
#ifndef MISSING_H
#define MISSING_H

#include "evaluate.h"

#include <huisuan/huisuan.h>

/* Sets `missing` and `indifferent` of a measure's result that has its standing and amount. False when memory ran out. */
bool missing_find(hs_measure_result *result, const struct frame *frame, int32_t measure, struct arena *arena);

#endif
