/* The smallest changes that would make the measures of a policy eligible, and eligible ones greater. */
#ifndef CHANGE_H
#define CHANGE_H

#include "columns.h"
#include "engine.h"
#include "evaluate.h"

#include <huisuan/huisuan.h>

/* Sets `changes`, `fixed` and `near` of the results of a policy, which are in its order and have their standing and amount. The frame has
   the one lane that is given. What is proposed has been tried out: it is evaluated with the changes made. */
int change_find(hs_measure_result *results, const struct loaded_policy *loaded, const struct frame *frame, const struct lane *lane,
                const struct dictionary *dictionary, struct arena *arena, hs_error *error);

#endif
