/* What the rules of the second reading share: where they are, and how they report. */
#ifndef LINT_H
#define LINT_H

#include "arena.h"
#include "domain.h"
#include "text.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

struct hs_lint {
    struct arena arena;
    struct writer json;
    const hs_engine *engine;
    const hs_policy *policy;
    hs_finding *findings;
    int32_t count, capacity;
    bool failed; /* memory ran out */
    /* Where the rules are. */
    const char *measure, *clause;
    const char *part;
    const char *note; /* of the measure, in Chinese, or NULL */
};

/* Adds a finding at the place where the lint is. {0}, {1} … in its four texts stand for the texts behind them. */
#define FIND(lint, severity, rule, what, fix, ...)                                                                                         \
    lint_find(lint, severity, rule, what, fix, (const hs_text[]){__VA_ARGS__}, sizeof((const hs_text[]){__VA_ARGS__}) / sizeof(hs_text))
#define BOTH(zh, en) ((hs_text){zh, en})

void lint_find(struct hs_lint *lint, enum hs_severity severity, const char *rule, hs_text what, hs_text fix, const hs_text *texts,
               size_t count);

/* Texts to put in: an id or a clause, a condition or an amount in words, a figure with its unit, a fact's name. */
hs_text lint_plain(const char *text);
hs_text lint_words(struct hs_lint *lint, const hs_node *node);
hs_text lint_figure(struct hs_lint *lint, int64_t value, int32_t type, const hs_fact *fact);
hs_text lint_label(const hs_fact *fact);

/* Whether a text holds one of the words, which are separated by |. NULL holds none. */
bool lint_says(const char *text, const char *words);

/* The rules, a file each. */
void lint_condition(struct hs_lint *lint, const hs_node *condition);                                /* a whole condition */
void lint_amount(struct hs_lint *lint, const hs_node *amount, const struct given *given);           /* an amount and what lies in it */
void lint_payment(struct hs_lint *lint, const hs_measure *measure);                                 /* kind, basis, amount, years */
void lint_translation(struct hs_lint *lint, const char *part, hs_text text);                        /* one text */
void lint_boundaries(struct hs_lint *lint, hs_text text, const hs_node *when, const hs_node *pays); /* 以上, 超过 … against the trees */
void lint_document(struct hs_lint *lint);                                                           /* dates, matters, clauses */
void lint_idle(struct hs_lint *lint, const hs_node *node);                                          /* facts that only a check speaks of */
void lint_facts(struct hs_lint *lint);                                                              /* what the policy asks for */

#endif
