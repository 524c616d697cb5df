#include "domain.h"

#include <string.h>

bool same_fact(const hs_fact *x, const hs_fact *y) {
    if (x == y) return true;
    if (x == NULL || y == NULL || strcmp(x->id, y->id) != 0) return false;
    return same_fact(x->list, y->list);
}

bool same_tree(const hs_node *x, const hs_node *y) {
    if (x == y) return true;
    if (x->op != y->op || x->type != y->type || x->value != y->value || x->count != y->count || !same_fact(x->fact, y->fact)) return false;
    for (int32_t i = 0; i < x->count; i++)
        if (!same_tree(x->arguments[i], y->arguments[i])) return false;
    return true;
}

bool domain_is_empty(struct domain domain) { return domain.figure.low > domain.figure.high || domain.values == 0; }

static uint64_t all_values(const hs_fact *fact) {
    if (fact == NULL || (fact->type != HS_CHOICE && fact->type != HS_TRUTH)) return 1;
    return fact->type == HS_TRUTH ? 3 : (UINT64_C(1) << fact->value_count) - 1;
}

static struct domain whole(const hs_fact *fact) { return (struct domain){{0, HS_UNBOUNDED}, all_values(fact)}; }

static struct domain nothing(void) { return (struct domain){{0, -1}, 0}; }

struct domain domain_meet(struct domain x, struct domain y) {
    if (y.figure.low > x.figure.low) x.figure.low = y.figure.low;
    if (y.figure.high < x.figure.high) x.figure.high = y.figure.high;
    x.values &= y.values;
    return x;
}

/* The hull: what lies between two intervals is left possible too. */
static struct domain join(struct domain x, struct domain y) {
    if (domain_is_empty(x)) return y;
    if (domain_is_empty(y)) return x;
    if (y.figure.low < x.figure.low) x.figure.low = y.figure.low;
    if (y.figure.high > x.figure.high) x.figure.high = y.figure.high;
    x.values |= y.values;
    return x;
}

static int32_t mirrored(int32_t op) {
    switch (op) {
    case HS_OP_AT_LEAST: return HS_OP_AT_MOST;
    case HS_OP_MORE_THAN: return HS_OP_LESS_THAN;
    case HS_OP_AT_MOST: return HS_OP_AT_LEAST;
    default: return HS_OP_MORE_THAN;
    }
}

static int32_t opposite(int32_t op) {
    switch (op) {
    case HS_OP_AT_LEAST: return HS_OP_LESS_THAN;
    case HS_OP_MORE_THAN: return HS_OP_AT_MOST;
    case HS_OP_AT_MOST: return HS_OP_MORE_THAN;
    default: return HS_OP_AT_LEAST;
    }
}

bool bound_read(struct bound *out, const hs_node *node) {
    if (node->op < HS_OP_AT_LEAST || node->op > HS_OP_LESS_THAN) return false;
    const hs_node *x = node->arguments[0], *y = node->arguments[1];
    if (x->op == HS_OP_FACT && y->op == HS_OP_CONSTANT) {
        *out = (struct bound){x->fact, node->op, y->value};
        return true;
    }
    if (x->op != HS_OP_CONSTANT || y->op != HS_OP_FACT) return false;
    *out = (struct bound){y->fact, mirrored(node->op), x->value};
    return true;
}

static struct domain bounded(const hs_fact *fact, int32_t op, int64_t value) {
    struct domain domain = whole(fact);
    switch (op) {
    case HS_OP_AT_LEAST: domain.figure.low = value; break;
    case HS_OP_MORE_THAN: domain.figure.low = value + 1; break;
    case HS_OP_AT_MOST: domain.figure.high = value; break;
    default: domain.figure.high = value - 1; break;
    }
    return domain;
}

/* Of a condition that is no ALL, ANY or NOT. */
static struct domain of_leaf(const hs_node *node, const hs_fact *fact, bool holds) {
    struct domain domain = whole(fact);
    struct bound bound;
    if (node->op == HS_OP_CONSTANT) return (node->value != 0) == holds ? domain : nothing();
    if (node->op == HS_OP_FACT && same_fact(node->fact, fact)) domain.values = holds ? 2 : 1;
    if (node->op == HS_OP_IN && same_fact(node->arguments[0]->fact, fact))
        domain.values &= holds ? (uint64_t)node->value : ~(uint64_t)node->value;
    if (bound_read(&bound, node) && same_fact(bound.fact, fact)) return bounded(fact, holds ? bound.op : opposite(bound.op), bound.value);
    return domain;
}

struct domain domain_of(const hs_node *condition, const hs_fact *fact, bool holds) {
    if (condition->op == HS_OP_NOT) return domain_of(condition->arguments[0], fact, !holds);
    if (condition->op != HS_OP_ALL && condition->op != HS_OP_ANY) return of_leaf(condition, fact, holds);
    bool each = (condition->op == HS_OP_ALL) == holds;
    struct domain domain = domain_of(condition->arguments[0], fact, holds);
    for (int32_t i = 1; i < condition->count; i++) {
        struct domain other = domain_of(condition->arguments[i], fact, holds);
        domain = each ? domain_meet(domain, other) : join(domain, other);
    }
    return domain;
}

struct domain domain_given(const struct given *given, const hs_fact *fact) {
    struct domain domain = whole(fact);
    for (; given != NULL; given = given->outer) domain = domain_meet(domain, domain_of(given->condition, fact, given->holds));
    return domain;
}

/* Whether some fact met at or below `at` is left without a value. Records of a list are conditions of their own. */
static bool rules_out(const hs_node *condition, const hs_node *at, bool holds) {
    if (at->op == HS_OP_FACT) return domain_is_empty(domain_of(condition, at->fact, holds));
    if (at->op == HS_OP_SOME || at->op == HS_OP_COUNT_IF || at->op == HS_OP_SUM) return false;
    for (int32_t i = 0; i < at->count; i++)
        if (rules_out(condition, at->arguments[i], holds)) return true;
    return false;
}

bool domain_allows(const hs_node *condition, bool holds) {
    return !domain_is_empty(domain_of(condition, NULL, holds)) && !rules_out(condition, condition, holds);
}
