/* Conditions and amounts in words, from the trees alone. */
#ifndef WORDS_H
#define WORDS_H

#include "text.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

struct arena;

/* The words for a condition or an amount, in both languages. A condition over several others names only how they are joined. False when
   memory ran out. */
bool words_rule(hs_text *out, const hs_node *node, struct arena *arena);

/* A figure with its unit: "3,000,000 元", "80%", "3 年". `fact` gives a count its unit and may be NULL. */
void words_figure(struct writer *writer, int64_t value, int32_t type, const hs_fact *fact, enum hs_language language);

/* The name of a fact inside a sentence. */
void words_label(struct writer *writer, const hs_fact *fact, enum hs_language language);

const char *text_in(hs_text text, enum hs_language language);

#endif
