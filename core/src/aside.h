/* What the totals leave out, and why. */
#ifndef ASIDE_H
#define ASIDE_H

#include "settle.h"

/* Lists what is set aside and the measures without a figure; false when memory ran out. */
bool aside_list(const struct settlement *s, struct arena *arena);

#endif
