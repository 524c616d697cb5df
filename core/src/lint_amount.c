/* Amounts: tiers and choices that nobody reaches, ceilings that never bind, kinds and bases that do not fit. */
#include "lint.h"

/* ---- How much an amount can be ------------------------------------------------------------------------------------------------- */

static int64_t lesser(int64_t x, int64_t y) { return x < y ? x : y; }

static int64_t product(int64_t x, int64_t y) {
    if (y == 0) return 0;
    return x > HS_UNBOUNDED / y ? HS_UNBOUNDED : x * y;
}

static int64_t sum(int64_t x, int64_t y) { return x > HS_UNBOUNDED - y ? HS_UNBOUNDED : x + y; }

static int64_t most(const hs_node *node, const struct given *given);

static int64_t most_of_table(const hs_node *node, const struct given *given) {
    int64_t found = 0;
    for (int32_t i = 2; i < node->count; i += 2) {
        int64_t arm = most(node->arguments[i], given);
        if (arm > found) found = arm;
    }
    return found;
}

/* IF and GREATEST: the most of their amounts. */
static int64_t most_of_several(const hs_node *node, const struct given *given) {
    int64_t found = 0;
    for (int32_t i = node->op == HS_OP_IF; i < node->count; i++) {
        int64_t part = most(node->arguments[i], given);
        if (part > found) found = part;
    }
    return found;
}

/* What a value surely does not exceed, in its unit; no bound for what the rules do not know. */
static int64_t most(const hs_node *node, const struct given *given) {
    const hs_node *const *a = node->arguments;
    switch (node->op) {
    case HS_OP_CONSTANT: return node->value;
    case HS_OP_FACT: return domain_given(given, node->fact).figure.high;
    case HS_OP_PERCENT: {
        int64_t whole = product(most(a[0], given), node->value);
        return whole == HS_UNBOUNDED ? whole : whole / 10000 + 1;
    }
    case HS_OP_CAP:
    case HS_OP_LESSER: return lesser(most(a[0], given), most(a[1], given));
    case HS_OP_UP_TO:
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP:
    case HS_OP_FIRST_COME:
    case HS_OP_ROUND_DOWN: return most(a[0], given);
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP: return sum(most(a[0], given), node->value);
    case HS_OP_IF:
    case HS_OP_GREATEST: return most_of_several(node, given);
    case HS_OP_FULL: {
        int64_t whole = most(a[1], given);
        return whole == HS_UNBOUNDED ? whole : whole / a[0]->value;
    }
    case HS_OP_RANGE: return most(a[1], given);
    case HS_OP_EACH: return product(most(a[0], given), most(a[1], given));
    case HS_OP_TIERS:
    case HS_OP_BY: return most_of_table(node, given);
    case HS_OP_PLUS: {
        int64_t found = 0;
        for (int32_t i = 0; i < node->count; i++) found = sum(found, most(a[i], given));
        return found;
    }
    default: return HS_UNBOUNDED;
    }
}

/* ---- Tiers and choices ----------------------------------------------------------------------------------------------------------- */

static void find_gap(struct hs_lint *lint, const hs_node *tiers) {
    const hs_node *key = tiers->arguments[0], *first = tiers->arguments[1];
    if (lint_says(lint->note, "起点|首档|第一档|最低一档|以下|不足|低于|少于|不满|未达|未满")) return;
    FIND(lint, HS_LOOK, "tier_gap",
         BOTH("条件允许“{0}”低于 {1}，而第一档从 {1} 起：低于它的符合条件却一分没有",
              "the condition admits less than {1} of \"{0}\", where the first tier begins: below it nothing is paid"),
         BOTH("在 .when 里写上 AT_LEAST，或补一档；文件确实如此的，在 .note 里说明“低于首档不补”",
              "add AT_LEAST to .when, or a tier; where the document means it so, say so in .note (低于首档不补)"),
         lint_label(key->fact), lint_figure(lint, first->value, first->type, key->fact));
}

static void find_unreachable(struct hs_lint *lint, const hs_node *tiers, int32_t i, struct domain domain) {
    const hs_fact *fact = tiers->arguments[0]->fact;
    const hs_node *from = tiers->arguments[i];
    hs_text mark = lint_figure(lint, from->value, from->type, fact);
    if (from->value > domain.figure.high)
        FIND(lint, HS_WRONG, "tier_unreachable",
             BOTH("从 {1} 起的一档永远到不了：条件只允许“{0}”最多为 {2}",
                  "the tier from {1} is never reached: the condition lets \"{0}\" be {2} at most"),
             BOTH("删去这一档，或改正 .when 里的上限", "delete the tier, or correct the limit in .when"), lint_label(fact), mark,
             lint_figure(lint, domain.figure.high, from->type, fact));
    else if (i + 2 < tiers->count && tiers->arguments[i + 2]->value <= domain.figure.low)
        FIND(lint, HS_WRONG, "tier_unreachable",
             BOTH("从 {1} 起的一档永远用不上：条件已要求“{0}”至少为 {2}，直接进入更高一档",
                  "the tier from {1} is never used: the condition asks for {2} of \"{0}\", which is in a higher tier"),
             BOTH("删去这一档，或改正 .when 里的下限", "delete the tier, or correct the figure in .when"), lint_label(fact), mark,
             lint_figure(lint, domain.figure.low, from->type, fact));
}

static void find_flat(struct hs_lint *lint, const hs_node *tiers, int32_t i) {
    const hs_node *from = tiers->arguments[i], *here = tiers->arguments[i + 1], *below = tiers->arguments[i - 1];
    if (here->op != HS_OP_CONSTANT || below->op != HS_OP_CONSTANT || here->value > below->value) return;
    FIND(lint, HS_LOOK, "tier_order",
         BOTH("从 {0} 起的一档金额 {1} 不高于前一档的 {2}", "the tier from {0} pays {1}, no more than the {2} of the one before"),
         BOTH("对照条文核对两档金额；相同的合并成一档", "hold both amounts against the document; merge tiers that pay the same"),
         lint_figure(lint, from->value, from->type, tiers->arguments[0]->fact), lint_figure(lint, here->value, here->type, NULL),
         lint_figure(lint, below->value, below->type, NULL));
}

static void lint_tiers(struct hs_lint *lint, const hs_node *node, const struct given *given) {
    const hs_node *key = node->arguments[0];
    for (int32_t i = 3; i + 1 < node->count; i += 2) find_flat(lint, node, i);
    if (key->op != HS_OP_FACT) return;
    struct domain domain = domain_given(given, key->fact);
    if (domain_is_empty(domain)) return;
    if (domain.figure.low < node->arguments[1]->value) find_gap(lint, node);
    for (int32_t i = 1; i + 1 < node->count; i += 2) find_unreachable(lint, node, i, domain);
}

static bool is_zero(const hs_node *node) { return node->op == HS_OP_CONSTANT && node->value == 0; }

static void lint_by(struct hs_lint *lint, const hs_node *node, const struct given *given) {
    const hs_fact *fact = node->arguments[0]->fact;
    struct domain domain = domain_given(given, fact);
    for (int32_t i = 1; i + 1 < node->count && !domain_is_empty(domain); i += 2) {
        int64_t value = node->arguments[i]->value;
        bool admitted = (domain.values >> value & 1) != 0;
        if (admitted != is_zero(node->arguments[i + 1])) continue;
        if (admitted)
            FIND(lint, HS_LOOK, "choice_gap",
                 BOTH("条件允许“{0}”为“{1}”，金额却是 0", "the condition admits \"{1}\" of \"{0}\", for which 0 is paid"),
                 BOTH("在 .when 里用 IN 排除它，或写上金额", "exclude it in .when with IN, or write its amount"), lint_label(fact),
                 fact->values[value].label);
        else
            FIND(lint, HS_LOOK, "choice_unreachable",
                 BOTH("“{0}”为“{1}”的金额永远用不上：条件不允许它",
                      "the amount for \"{1}\" of \"{0}\" is never paid: the condition excludes it"),
                 BOTH("把它加进 .when 的 IN，或把金额写成 YUAN(0)", "add it to the IN of .when, or write YUAN(0)"), lint_label(fact),
                 fact->values[value].label);
    }
}

/* ---- Ceilings, ranges, rates ------------------------------------------------------------------------------------------------------ */

static void lint_cap(struct hs_lint *lint, const hs_node *node, const struct given *given) {
    const hs_node *ceiling = node->arguments[0];
    int64_t reached = most(node->arguments[1], given);
    if (ceiling->op != HS_OP_CONSTANT || reached >= ceiling->value) return;
    FIND(lint, HS_LOOK, "cap_idle", BOTH("封顶 {0} 不起作用：金额最多为 {1}", "the ceiling of {0} never binds: the amount is {1} at most"),
         BOTH("对照条文核对封顶数和单位（元、万元），或删去 CAP",
              "hold the ceiling and its unit (yuan, 10,000 yuan) against the document, or drop CAP"),
         lint_figure(lint, ceiling->value, ceiling->type, NULL), lint_figure(lint, reached, ceiling->type, NULL));
}

/* Whether one amount is surely more than another of the same make. */
static bool exceeds(const hs_node *x, const hs_node *y) {
    if (x->op != y->op || x->count != y->count) return false;
    if (x->op == HS_OP_CONSTANT) return x->value > y->value;
    if (x->op == HS_OP_PERCENT) return x->value > y->value && same_tree(x->arguments[0], y->arguments[0]);
    if (x->op != HS_OP_EACH && x->op != HS_OP_CAP) return false;
    const hs_node *const *a = x->arguments, *const *b = y->arguments;
    return (exceeds(a[0], b[0]) && same_tree(a[1], b[1])) || (same_tree(a[0], b[0]) && exceeds(a[1], b[1]));
}

static void lint_range(struct hs_lint *lint, const hs_node *node) {
    const hs_node *low = node->arguments[0], *high = node->arguments[1];
    if (exceeds(low, high))
        FIND(lint, HS_WRONG, "range_reversed",
             BOTH("RANGE 的下限（{0}）高于上限（{1}）", "the low end of RANGE ({0}) is above its high end ({1})"),
             BOTH("把两个数调换：RANGE(低, 高)", "swap the two: RANGE(low, high)"), lint_words(lint, low), lint_words(lint, high));
    else if (same_tree(low, high))
        FIND(lint, HS_LOOK, "range_point", BOTH("RANGE 的两端都是 {0}", "both ends of RANGE are {0}"),
             BOTH("金额固定就直接写出，basis 用 FIXED；否则改正一端",
                  "a fixed amount is written as it is, with the basis FIXED; else correct one end"),
             lint_words(lint, low));
}

static void lint_rate(struct hs_lint *lint, const hs_node *node) {
    if (node->value <= 10000) return;
    FIND(lint, HS_LOOK, "rate", BOTH("按 {0} 支付：超过全额", "{0} is paid: more than the whole"),
         BOTH("核对比例：30% 写作 PERCENT(30, …)，配套奖励 1:1 写作全额",
              "check the rate: 30 % is PERCENT(30, …), a match of one to one is the amount itself"),
         lint_figure(lint, node->value, HS_PERCENTAGE, NULL));
}

static void lint_branches(struct hs_lint *lint, const hs_node *node, const struct given *given) {
    const struct given holds = {node->arguments[0], true, given}, fails = {node->arguments[0], false, given};
    lint_condition(lint, node->arguments[0]);
    lint_amount(lint, node->arguments[1], &holds);
    lint_amount(lint, node->arguments[2], &fails);
}

void lint_amount(struct hs_lint *lint, const hs_node *amount, const struct given *given) {
    switch (amount->op) {
    case HS_OP_TIERS: lint_tiers(lint, amount, given); break;
    case HS_OP_BY: lint_by(lint, amount, given); break;
    case HS_OP_CAP: lint_cap(lint, amount, given); break;
    case HS_OP_RANGE: lint_range(lint, amount); break;
    case HS_OP_PERCENT: lint_rate(lint, amount); break;
    case HS_OP_IF: lint_branches(lint, amount, given); return;
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: lint_amount(lint, amount->arguments[0], given); return; /* of what is taken off, 0 is no gap */
    case HS_OP_SUM: {
        const struct given record = {amount->arguments[1], true, given};
        lint_condition(lint, amount->arguments[1]);
        lint_amount(lint, amount->arguments[2], &record);
        return;
    }
    default: break;
    }
    for (int32_t i = 0; i < amount->count; i++)
        if (amount->arguments[i]->type == HS_TRUTH)
            lint_condition(lint, amount->arguments[i]);
        else
            lint_amount(lint, amount->arguments[i], given);
}
