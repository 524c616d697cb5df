/* What of one version corresponds to what of the other. */
#include "diff.h"

#include "comparison.h"
#include "domain.h"

#include <string.h>

static int32_t value_called(const hs_fact *fact, const char *id) {
    for (int32_t v = 0; v < fact->value_count; v++)
        if (strcmp(fact->values[v].id, id) == 0) return v;
    return -1;
}

/* Whether every value among the bits is among those of the other set. */
static bool values_within(const hs_fact *fact, int64_t bits, const hs_fact *other, int64_t others) {
    for (int32_t v = 0; v < fact->value_count; v++) {
        int32_t there = (bits >> v & 1) == 0 ? -1 : value_called(other, fact->values[v].id);
        if ((bits >> v & 1) != 0 && (there < 0 || (others >> there & 1) == 0)) return false;
    }
    return true;
}

static bool same_values(const hs_node *x, const hs_node *y) {
    const hs_fact *fact = x->arguments[0]->fact, *other = y->arguments[0]->fact;
    return values_within(fact, x->value, other, y->value) && values_within(other, y->value, fact, x->value);
}

int32_t diff_branch(const hs_node *node, const char *id) {
    int32_t value = value_called(node->arguments[0]->fact, id);
    for (int32_t i = 1; i + 1 < node->count; i += 2)
        if (node->arguments[i]->value == value) return i;
    return 0;
}

const hs_value *diff_value(const hs_node *node, int32_t branch) {
    return &node->arguments[0]->fact->values[node->arguments[branch]->value];
}

static bool same_branches(const hs_node *x, const hs_node *y) {
    for (int32_t i = 1; i + 1 < x->count; i += 2) {
        int32_t there = diff_branch(y, diff_value(x, i)->id);
        if (there == 0 || !diff_alike(x->arguments[i + 1], y->arguments[there + 1])) return false;
    }
    return diff_alike(x->arguments[0], y->arguments[0]);
}

bool diff_alike(const hs_node *x, const hs_node *y) {
    if (x->op != y->op || x->type != y->type || x->count != y->count || !same_fact(x->fact, y->fact)) return false;
    if (x->op == HS_OP_BY) return same_branches(x, y);
    bool set = x->op == HS_OP_IN || x->op == HS_OP_HAS;
    if (!set && x->value != y->value) return false;
    for (int32_t i = 0; i < x->count; i++)
        if (!diff_alike(x->arguments[i], y->arguments[i])) return false;
    return !set || same_values(x, y);
}

static bool shares_member(const hs_node *x, const hs_node *y) {
    for (int32_t i = 0; i < x->count; i++)
        for (int32_t k = 0; k < y->count; k++)
            if (diff_alike(x->arguments[i], y->arguments[k])) return true;
    return false;
}

/* Whether some argument of two as long is the same in its place. */
static bool shares_argument(const hs_node *x, const hs_node *y) {
    for (int32_t i = 0; i < x->count; i++)
        if (diff_alike(x->arguments[i], y->arguments[i])) return true;
    return false;
}

bool diff_akin(const hs_node *x, const hs_node *y) {
    if (is_comparison(x->op) && is_comparison(y->op)) return diff_alike(x->arguments[0], y->arguments[0]);
    if (x->op != y->op) return false;
    switch ((enum hs_op)x->op) {
    case HS_OP_FACT: return false;
    case HS_OP_CONSTANT:
    case HS_OP_SINCE:
    case HS_OP_UNTIL: return true;
    case HS_OP_ALL:
    case HS_OP_ANY:
    case HS_OP_PLUS: return shares_member(x, y);
    case HS_OP_NOT:
    case HS_OP_UP_TO: return diff_akin(x->arguments[0], y->arguments[0]);
    case HS_OP_PERCENT: return diff_alike(x->arguments[0], y->arguments[0]) || diff_akin(x->arguments[0], y->arguments[0]);
    case HS_OP_EACH: return diff_alike(x->arguments[1], y->arguments[1]);
    case HS_OP_CAP: return diff_alike(x->arguments[1], y->arguments[1]) || diff_akin(x->arguments[1], y->arguments[1]);
    case HS_OP_IF: return shares_argument(x, y);
    default: return diff_alike(x->arguments[0], y->arguments[0]);
    }
}
