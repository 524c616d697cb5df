/* Short conditions and amounts as parts of a sentence: what needs no list of its own. */
#ifndef PROSE_H
#define PROSE_H

#include "sheet.h"

/* A figure with its unit; in Chinese large amounts in 万 or 亿, as documents state them. `unit` gives a count its unit and may be NULL. */
void prose_figure(struct sheet *sheet, int64_t value, int32_t type, const hs_fact *unit);

/* Whether an amount or a figure reads well within a sentence, and that sentence's part. */
bool prose_is_short(const hs_node *node);
void prose_amount(struct sheet *sheet, const hs_node *node, const hs_fact *unit);

/* Whether a condition fits on one line, and the line. Each comparison says whether its bound is included. */
bool prose_is_line(const hs_node *node);
void prose_condition(struct sheet *sheet, const hs_node *node);

/* How a comparison puts its two sides, of which neither is a constant; false for what is none. */
bool prose_relation(hs_text *out, int32_t op);

/* The fact that a figure's constants take their unit from, or NULL. */
const hs_fact *prose_unit(const hs_node *node);

#endif
