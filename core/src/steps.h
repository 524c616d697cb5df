/* What the steps of a plan do, each over all lanes of its register. */
#ifndef STEPS_H
#define STEPS_H

#include "evaluate.h"

/* Writes the register of a step, which has room for so many lanes; those that it reads are written. What does not fit is noted in the
   frame, and is 0. */
void step_run(struct frame *frame, const struct step *step, int32_t lanes);

#endif
