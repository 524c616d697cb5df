/* What to ask next: the facts that measures wait for, the one that can settle the most yuan first. */
#ifndef QUESTION_H
#define QUESTION_H

#include "arena.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* Sets the questions of a result whose measures have what they are missing. False when memory ran out. */
bool questions_list(hs_result *result, struct arena *arena);

/* Whether two subjects are one, also where each comes from the copy of another policy. */
bool subject_equal(hs_subject x, hs_subject y);

#endif
