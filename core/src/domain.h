/* What a condition leaves possible of one fact: a small interval analysis, one fact at a time, for the second reading of a policy. */
#ifndef DOMAIN_H
#define DOMAIN_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* Of a figure the interval; of a choice its values as bits; of a yes-or-no fact bit 0 for no and bit 1 for yes. */
struct domain {
    hs_interval figure;
    uint64_t values;
};

/* A comparison of a fact with a figure, the fact on the left. */
struct bound {
    const hs_fact *fact;
    int32_t op; /* HS_OP_AT_LEAST to HS_OP_LESS_THAN */
    int64_t value;
};

/* A condition known to hold, or known not to, where an amount is looked at; and what is known besides. */
struct given {
    const hs_node *condition;
    bool holds;
    const struct given *outer; /* or NULL */
};

bool domain_is_empty(struct domain domain);

struct domain domain_meet(struct domain x, struct domain y);

/* Every value that the fact can have while the condition is true, or with `holds` false while it is false, and perhaps more: what the
   analysis does not understand it leaves possible. A NULL fact: empty only where the condition itself rules that out. */
struct domain domain_of(const hs_node *condition, const hs_fact *fact, bool holds);

/* The same under all that is given. */
struct domain domain_given(const struct given *given, const hs_fact *fact);

/* False where the condition surely cannot be true (`holds`) or cannot be false (not `holds`). */
bool domain_allows(const hs_node *condition, bool holds);

/* Reads a comparison of a fact with a figure; false where the node is none. */
bool bound_read(struct bound *out, const hs_node *node);

bool same_fact(const hs_fact *x, const hs_fact *y);

/* Whether two trees say the same, argument by argument. */
bool same_tree(const hs_node *x, const hs_node *y);

#endif
