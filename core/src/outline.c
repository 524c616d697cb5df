#include "outline.h"

#include "comparison.h"
#include "prose.h"
#include "words.h"

static void end(struct sheet *s, int32_t level, const char *label) { sheet_end(s, HS_LINE_ITEM, level, label); }

/* ---- What several operations share --------------------------------------------------------------------------------------------- */

/* One part on lines of its own, with what it is in front. */
static void part(struct sheet *s, hs_text role, const hs_node *node, int32_t level, const char *label, int32_t number) {
    sheet_both(s, role);
    if (node->type == HS_TRUTH)
        outline_condition(s, node, level + 1, sheet_number(s, label, number));
    else
        outline_amount(s, node, level + 1, sheet_number(s, label, number));
}

static const hs_text no_role = {"", ""};

static void parts(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    for (int32_t i = 0; i < node->count; i++) part(s, no_role, node->arguments[i], level, label, i + 1);
}

/* An operation that has no wording here: as everywhere else in words, and all that it is made of. */
static void other(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    hs_text text;
    bool deep = false;
    if (words_rule(&text, node, &s->arena))
        sheet_both(s, text);
    else
        s->failed = true;
    for (int32_t i = 0; i < node->count; i++) deep = deep || node->arguments[i]->count > 0;
    if (deep) sheet_say(s, "，其中：", ", where:");
    end(s, level, label);
    if (deep) parts(s, node, level, label);
}

static void list_name(struct sheet *s, const hs_node *list) { sheet_quote(s, list->fact->label); }

static bool is_always(const hs_node *node) { return node->op == HS_OP_CONSTANT && node->value != 0; }

/* ---- Conditions ------------------------------------------------------------------------------------------------------------------ */

/* The members of ALL or ANY; one that is of the same operation itself adds its own members, which means the same. */
static int32_t members(struct sheet *s, const hs_node *node, int32_t level, const char *label, int32_t number) {
    for (int32_t i = 0; i < node->count; i++) {
        const hs_node *member = node->arguments[i];
        if (member->op == node->op)
            number = members(s, member, level, label, number);
        else
            part(s, no_role, member, level, label, ++number);
    }
    return number;
}

static void some(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    const hs_node *condition = node->arguments[1];
    sheet_say(s, "", "at least one record of ");
    list_name(s, node->arguments[0]);
    sheet_say(s, "中至少有一条记录", "");
    if (is_always(condition)) {
        sheet_say(s, "", " is there");
        end(s, level, label);
        return;
    }
    bool joined = condition->op == HS_OP_ALL || condition->op == HS_OP_ANY;
    sheet_say(s, joined ? "" : "符合：", " meets ");
    sheet_say(s, "", joined ? "" : "this: ");
    outline_condition(s, condition, level, label);
}

static void compare(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    hs_text relation;
    prose_relation(&relation, node->op);
    sheet_say(s, "甲数", "the first figure ");
    sheet_both(s, relation);
    sheet_say(s, "乙数：", " the second:");
    end(s, level, label);
    part(s, (hs_text){"甲数：", "the first: "}, node->arguments[0], level, label, 1);
    part(s, (hs_text){"乙数：", "the second: "}, node->arguments[1], level, label, 2);
}

void outline_condition(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    if (prose_is_line(node)) {
        prose_condition(s, node);
        end(s, level, label);
        return;
    }
    if (is_comparison(node->op)) {
        compare(s, node, level, label);
        return;
    }
    switch ((enum hs_op)node->op) {
    case HS_OP_ALL:
        sheet_say(s, "同时满足下列各项：", "all of the following:");
        end(s, level, label);
        members(s, node, level, label, 0);
        return;
    case HS_OP_ANY:
        sheet_say(s, "满足下列任何一项即可：", "at least one of the following:");
        end(s, level, label);
        members(s, node, level, label, 0);
        return;
    case HS_OP_NOT:
        sheet_say(s, "下列情形不得成立：", "this must not be so:");
        end(s, level, label);
        parts(s, node, level, label);
        return;
    case HS_OP_SOME: some(s, node, level, label); return;
    default: other(s, node, level, label); return;
    }
}

/* ---- Amounts --------------------------------------------------------------------------------------------------------------------- */

/* A bound of a tier, with its unit. */
static void bound(struct sheet *s, const hs_node *node, const hs_node *key) { prose_amount(s, node, prose_unit(key)); }

static void below_first_tier(struct sheet *s, const hs_node *node, int32_t level, const char *label, int32_t number) {
    sheet_say(s, "不足 ", "less than ");
    bound(s, node->arguments[1], node->arguments[0]);
    sheet_say(s, "（不含本数）：", " (that figure excluded): ");
    prose_figure(s, 0, node->type, NULL);
    end(s, level + 1, sheet_number(s, label, number));
}

static void last_tier(struct sheet *s, const hs_node *from, const hs_node *key) {
    bool number = from->type == HS_COUNT;
    sheet_say(s, number ? "达到 " : "在 ", "");
    bound(s, from, key);
    sheet_say(s, number ? "（含本数）" : "以上（含本数）", " or more (that figure included)");
}

static void tier(struct sheet *s, const hs_node *from, const hs_node *next, const hs_node *key) {
    if (from->type == HS_COUNT && next->value == from->value + 1) { /* whole numbers: there is but one */
        sheet_say(s, "恰为 ", "exactly ");
        bound(s, from, key);
        return;
    }
    sheet_say(s, "达到 ", "");
    bound(s, from, key);
    sheet_say(s, "（含本数）、不足 ", " or more (that figure included), less than ");
    bound(s, next, key);
    sheet_say(s, "（不含本数）", " (that figure excluded)");
}

static void tiers(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    const hs_node *const *a = node->arguments;
    bool from_zero = a[1]->op == HS_OP_CONSTANT && a[1]->value == 0;
    int32_t number = 0;
    sheet_say(s, "按", "by ");
    if (prose_is_short(a[0]))
        prose_amount(s, a[0], NULL);
    else
        sheet_say(s, "下列数值", "the following figure");
    sheet_say(s, "分档，只取所达到的一档：", ", the one tier that is reached:");
    end(s, level, label);
    if (!prose_is_short(a[0])) part(s, (hs_text){"数值：", "figure: "}, a[0], level, label, ++number);
    if (!from_zero) below_first_tier(s, node, level, label, ++number);
    for (int32_t i = 1; i + 1 < node->count; i += 2) {
        bool last = i + 2 >= node->count;
        if (last)
            last_tier(s, a[i], a[0]);
        else
            tier(s, a[i], a[i + 2], a[0]);
        sheet_say(s, "：", ": ");
        outline_amount(s, a[i + 1], level + 1, sheet_number(s, label, ++number));
    }
}

static void branches(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    const hs_node *const *a = node->arguments;
    sheet_say(s, "按", "by ");
    sheet_quote(s, a[0]->fact->label);
    sheet_say(s, "确定：", ":");
    end(s, level, label);
    for (int32_t i = 1; i + 1 < node->count; i += 2) {
        sheet_both(s, a[0]->fact->values[a[i]->value].label);
        sheet_say(s, "：", ": ");
        outline_amount(s, a[i + 1], level + 1, sheet_number(s, label, i / 2 + 1));
    }
}

/* SUM over every record, whatever it is. */
static void sum_of_all(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    sheet_say(s, "对", "worked out for every record of ");
    list_name(s, node->arguments[0]);
    sheet_say(s, "中的每条记录分别计算，再相加：", ", and added up:");
    end(s, level, label);
    part(s, (hs_text){"每条记录的金额：", "amount for the record: "}, node->arguments[2], level, label, 1);
}

static void sum(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    bool adds = node->op == HS_OP_SUM;
    if (adds && is_always(node->arguments[1])) {
        sum_of_all(s, node, level, label);
        return;
    }
    sheet_say(s, adds ? "对" : "", adds ? "worked out for each record of " : "the number of records of ");
    list_name(s, node->arguments[0]);
    sheet_say(s, adds ? "中符合条件的每条记录分别计算，再相加：" : "中符合条件的记录有多少条：",
              adds ? " that qualifies, and added up:" : " that qualify:");
    end(s, level, label);
    part(s, (hs_text){"记录的条件：", "condition for the record: "}, node->arguments[1], level, label, 1);
    if (adds) part(s, (hs_text){"每条记录的金额：", "amount for the record: "}, node->arguments[2], level, label, 2);
}

static void condition_decides(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    sheet_say(s, "分两种情形：", "one of two, as a condition decides:");
    end(s, level, label);
    part(s, (hs_text){"条件：", "condition: "}, node->arguments[0], level, label, 1);
    part(s, (hs_text){"符合条件的：", "where it holds: "}, node->arguments[1], level, label, 2);
    part(s, (hs_text){"不符合条件的：", "where it does not: "}, node->arguments[2], level, label, 3);
}

/* Two parts, each with what it is. */
static void two_parts(struct sheet *s, const hs_node *node, hs_text whole, hs_text first, hs_text second, int32_t level,
                      const char *label) {
    sheet_both(s, whole);
    end(s, level, label);
    part(s, first, node->arguments[0], level, label, 1);
    part(s, second, node->arguments[1], level, label, 2);
}

static void product(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    if (node->op == HS_OP_EACH)
        two_parts(s, node, (hs_text){"单价乘以数量：", "the amount for one, multiplied by how many there are:"},
                  (hs_text){"单价：", "amount for one: "}, (hs_text){"数量：", "how many: "}, level, label);
    else
        two_parts(s, node, (hs_text){"金额乘以比例：", "an amount multiplied by a rate:"}, (hs_text){"比例：", "rate: "},
                  (hs_text){"金额：", "amount: "}, level, label);
}

/* A part of an amount: `before`, a figure, `behind`, and below it what that is taken of. */
static void taken_of(struct sheet *s, hs_text before, const hs_node *figure, hs_text behind, const hs_node *of, int32_t level,
                     const char *label) {
    sheet_both(s, before);
    if (figure != NULL) prose_amount(s, figure, NULL);
    sheet_both(s, behind);
    end(s, level, label);
    part(s, no_role, of, level, label, 1);
}

static void cap(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    const hs_node *ceiling = node->arguments[0];
    if (prose_is_short(ceiling))
        taken_of(s, (hs_text){ceiling->op == HS_OP_CONSTANT ? "下列金额，但最多 " : "下列金额，但最多", "the following, but at most "},
                 ceiling, (hs_text){"：", ":"}, node->arguments[1], level, label);
    else
        two_parts(s, node, (hs_text){"下列金额，但不超过上限：", "an amount, but at most a ceiling:"}, (hs_text){"上限：", "ceiling: "},
                  (hs_text){"金额：", "amount: "}, level, label);
}

static void percent(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    const hs_node rate = {.op = HS_OP_CONSTANT, .type = HS_PERCENTAGE, .value = node->value};
    taken_of(s, (hs_text){"下列金额的 ", ""}, &rate, (hs_text){"：", " of the following:"}, node->arguments[0], level, label);
}

static void up_to(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    sheet_both(s, s->decider);
    taken_of(s, (hs_text){"，最少 0 元，最多为下列金额（含）：", ", from 0 yuan up to the following (included):"}, NULL, no_role,
             node->arguments[0], level, label);
}

static void range(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    sheet_both(s, s->decider);
    two_parts(s, node, (hs_text){"，在下列两数之间（两端均含）：", ", between two figures (both included):"},
              (hs_text){"最少：", "at least: "}, (hs_text){"最多：", "at most: "}, level, label);
}

static void excess(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    bool paid = node->op == HS_OP_TOP_UP;
    two_parts(s, node,
              paid ? (hs_text){"补足差额，不足时为 0：", "the difference, 0 where there is none:"}
                   : (hs_text){"超过的部分，没有超过时为 0：", "what one has beyond the other, 0 where it has nothing:"},
              paid ? (hs_text){"应得：", "due: "} : (hs_text){"数额：", "of: "},
              paid ? (hs_text){"减去已得：", "less what was paid already: "} : (hs_text){"超过：", "beyond: "}, level, label);
}

static void rounding(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    static const hs_text befores[] = {{"下列金额，不足 ", "the following, rounded down to whole multiples of "},
                                      {"下列金额，不足 ", "the following, rounded up to whole multiples of "},
                                      {"下列金额，四舍五入到 ", "the following, rounded half up to whole multiples of "}};
    static const hs_text behinds[] = {{" 的部分舍去：", ":"}, {" 的部分进一：", ":"}, {" 的整数倍：", ":"}};
    const hs_node multiple = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = node->value};
    int32_t way = node->op - HS_OP_ROUND_DOWN;
    taken_of(s, befores[way], &multiple, behinds[way], node->arguments[0], level, label);
}

static void full(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    sheet_say(s, "每满 ", "one for every whole ");
    prose_amount(s, node->arguments[0], prose_unit(node->arguments[1]));
    sheet_say(s, "计 1，不满的不计：", ", nothing for what is less, of:");
    end(s, level, label);
    part(s, no_role, node->arguments[1], level, label, 1);
}

static void first_come(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    taken_of(s,
             (hs_text){"先到先得，资金或名额用完即止：最少 0 元，最多为下列金额（含）：",
                       "first come, first served, while funds or places last: from 0 yuan up to the following (included):"},
             NULL, no_role, node->arguments[0], level, label);
}

void outline_amount(struct sheet *s, const hs_node *node, int32_t level, const char *label) {
    if (node->op == HS_OP_FACT) { /* the whole of a figure, by its name */
        sheet_say(s, "", node->type == HS_MONEY ? "the whole of " : "");
        prose_amount(s, node, NULL);
        sheet_say(s, node->type == HS_MONEY ? "的全额" : "", "");
        end(s, level, label);
        return;
    }
    if (prose_is_short(node)) {
        prose_amount(s, node, NULL);
        end(s, level, label);
        return;
    }
    switch ((enum hs_op)node->op) {
    case HS_OP_PERCENT: percent(s, node, level, label); return;
    case HS_OP_PERCENT_OF:
    case HS_OP_EACH: product(s, node, level, label); return;
    case HS_OP_CAP: cap(s, node, level, label); return;
    case HS_OP_UP_TO: up_to(s, node, level, label); return;
    case HS_OP_RANGE: range(s, node, level, label); return;
    case HS_OP_TIERS: tiers(s, node, level, label); return;
    case HS_OP_BY: branches(s, node, level, label); return;
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: sum(s, node, level, label); return;
    case HS_OP_IF: condition_decides(s, node, level, label); return;
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: excess(s, node, level, label); return;
    case HS_OP_ROUND_DOWN:
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP: rounding(s, node, level, label); return;
    case HS_OP_FULL: full(s, node, level, label); return;
    case HS_OP_FIRST_COME: first_come(s, node, level, label); return;
    case HS_OP_EXCHANGE:
        two_parts(s, node, (hs_text){"美元折合人民币：", "dollars in yuan:"},
                  (hs_text){"每 100 美元折合的元数：", "yuan for 100 dollars: "}, (hs_text){"美元：", "dollars: "}, level, label);
        return;
    case HS_OP_SHARE:
        two_parts(s, node, (hs_text){"所占比例（百分数保留两位小数，其余舍去）：", "a share (in percent, cut to two decimals):"},
                  (hs_text){"部分：", "part: "}, (hs_text){"全部：", "whole: "}, level, label);
        return;
    case HS_OP_GROWTH:
        two_parts(s, node, (hs_text){"增幅（百分数保留两位小数，其余舍去）：", "growth (in percent, cut to two decimals):"},
                  (hs_text){"现数：", "now: "}, (hs_text){"基数：", "before: "}, level, label);
        return;
    case HS_OP_GREATEST:
        sheet_say(s, "下列各数中最高的一个：", "the greatest of these:");
        end(s, level, label);
        parts(s, node, level, label);
        return;
    case HS_OP_LESSER:
        sheet_say(s, "下列两数中较低的一个：", "the lesser of two:");
        end(s, level, label);
        parts(s, node, level, label);
        return;
    case HS_OP_PLUS:
        sheet_say(s, "下列各数之和：", "the sum of these:");
        end(s, level, label);
        parts(s, node, level, label);
        return;
    default: other(s, node, level, label); return;
    }
}
