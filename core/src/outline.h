/* Conditions and amounts as nested numbered lists, to the full depth of their trees. */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "sheet.h"

/* Ends the line begun with the condition, and gives each of its parts a line below it, numbered after `label`. */
void outline_condition(struct sheet *sheet, const hs_node *node, int32_t level, const char *label);

/* The same for an amount or a figure. */
void outline_amount(struct sheet *sheet, const hs_node *node, int32_t level, const char *label);

#endif
