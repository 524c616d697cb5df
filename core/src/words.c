#include "words.h"

#include "arena.h"

struct speaker {
    struct writer *writer;
    enum hs_language language;
};

const char *text_in(hs_text text, enum hs_language language) { return language == HS_ZH ? text.zh : text.en; }

static void say(const struct speaker *s, const char *zh, const char *en) { write_text(s->writer, s->language == HS_ZH ? zh : en); }

void words_label(struct writer *writer, const hs_fact *fact, enum hs_language language) {
    const char *label = text_in(fact->label, language);
    bool lower = language == HS_EN && label[0] >= 'A' && label[0] <= 'Z' && ((label[1] >= 'a' && label[1] <= 'z') || label[1] == ' ');
    char first = (char)(label[0] - 'A' + 'a');
    if (lower) write_bytes(writer, &first, 1);
    write_text(writer, label + lower);
}

void words_figure(struct writer *writer, int64_t value, int32_t type, const hs_fact *fact, enum hs_language language) {
    static const hs_text units[] = {[HS_MONEY] = {" 元", " yuan"}, [HS_USD] = {" 美元", " US dollars"}, [HS_PERCENTAGE] = {"%", "%"}};
    if (value == HS_UNBOUNDED) {
        write_text(writer, language == HS_ZH ? "不限" : "no limit");
        return;
    }
    if (type == HS_COUNT) {
        write_grouped_integer(writer, value);
        if (fact == NULL || fact->unit.zh == NULL) return;
        write_text(writer, " ");
        write_text(writer, text_in(fact->unit, language));
        return;
    }
    (type == HS_PERCENTAGE ? write_grouped : write_money)(writer, value);
    write_text(writer, text_in(units[type], language));
}

/* ---- Amounts and figures ------------------------------------------------------------------------------------------------------ */

static void say_amount(const struct speaker *s, const hs_node *node, const hs_fact *unit);

/* A part of a larger formula: in brackets if it is a formula itself. */
static void say_part(const struct speaker *s, const hs_node *node, const hs_fact *unit) {
    bool simple = node->op == HS_OP_FACT || node->op == HS_OP_CONSTANT;
    if (!simple) say(s, "（", "(");
    say_amount(s, node, unit);
    if (!simple) say(s, "）", ")");
}

static void say_list(const struct speaker *s, const hs_node *list) {
    say(s, "“", "\"");
    write_text(s->writer, text_in(list->fact->label, s->language));
    say(s, "”", "\"");
}

/* TIERS and BY: pairs after the first argument. */
static void say_table(const struct speaker *s, const hs_node *node) {
    const hs_node *key = node->arguments[0];
    say(s, "按", "by ");
    say_amount(s, key, NULL);
    say(s, "：", ": ");
    for (int32_t i = 1; i + 1 < node->count; i += 2) {
        const hs_node *from = node->arguments[i];
        if (i > 1) say(s, "；", "; ");
        if (node->op == HS_OP_BY) {
            write_text(s->writer, text_in(key->fact->values[from->value].label, s->language));
        } else {
            say(s, "", "from ");
            say_amount(s, from, key->fact);
            say(s, "起", "");
        }
        say(s, "，", ", ");
        say_amount(s, node->arguments[i + 1], NULL);
    }
}

static void say_rule(const struct speaker *s, const hs_node *node);

static void say_rounding(const struct speaker *s, const hs_node *node, const hs_fact *unit) {
    static const hs_text ways[] = {
        {"，不足 ", ", rounded down to whole "}, {"，不足 ", ", rounded up to whole "}, {"，四舍五入到 ", ", rounded half up to whole "}};
    static const hs_text ends[] = {{" 的舍去", ""}, {" 的进一", ""}, {"", ""}};
    int32_t way = node->op - HS_OP_ROUND_DOWN;
    say_part(s, node->arguments[0], unit);
    write_text(s->writer, text_in(ways[way], s->language));
    words_figure(s->writer, node->value, HS_MONEY, NULL, s->language);
    write_text(s->writer, text_in(ends[way], s->language));
}

/* The fact whose unit a comparison is in. */
static const hs_fact *unit_of(const hs_node *node) {
    if (node->op == HS_OP_FACT) return node->fact;
    for (int32_t i = 0; i < node->count; i++) {
        const hs_fact *fact = unit_of(node->arguments[i]);
        if (fact != NULL) return fact;
    }
    return NULL;
}

/* Operations that stand between their arguments. */
static const struct joint {
    hs_text before, between, behind;
} joints[HS_OP_COUNT] = {
    [HS_OP_PERCENT_OF] = {{"", ""}, {" × ", " × "}, {"", ""}},
    [HS_OP_EACH] = {{"", ""}, {" × ", " × "}, {"", ""}},
    [HS_OP_PLUS] = {{"", ""}, {" + ", " + "}, {"", ""}},
    [HS_OP_RANGE] = {{"由主管部门核定，", "set by the authority, from "}, {" 至 ", " to "}, {"", ""}},
    [HS_OP_LESSER] = {{"", ""}, {" 与 ", " or "}, {" 中较低者", ", whichever is less"}},
    [HS_OP_GREATEST] = {{"", ""}, {"、", " or "}, {" 中最高者", ", whichever is most"}},
    [HS_OP_EXCESS] = {{"", ""}, {" 超过 ", " beyond "}, {" 的部分", ""}},
    [HS_OP_TOP_UP] = {{"", ""}, {" 减去已得的 ", " less what was paid already, "}, {"", ""}},
    [HS_OP_SHARE] = {{"", ""}, {" 占 ", " as a share of "}, {" 的比例", ""}},
    [HS_OP_GROWTH] = {{"", ""}, {" 比 ", ", how much it has grown beyond "}, {" 的增幅", ""}},
};

static void say_joined(const struct speaker *s, const hs_node *node, const hs_fact *unit) {
    const struct joint *joint = &joints[node->op];
    write_text(s->writer, text_in(joint->before, s->language));
    for (int32_t i = 0; i < node->count; i++) {
        if (i > 0) write_text(s->writer, text_in(joint->between, s->language));
        say_part(s, node->arguments[i], unit);
    }
    write_text(s->writer, text_in(joint->behind, s->language));
}

static void say_amount(const struct speaker *s, const hs_node *node, const hs_fact *unit) {
    const hs_node *const *a = node->arguments;
    if (joints[node->op].between.zh != NULL) {
        say_joined(s, node, unit);
        return;
    }
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: words_label(s->writer, node->fact, s->language); return;
    case HS_OP_CONSTANT: words_figure(s->writer, node->value, node->type, unit, s->language); return;
    case HS_OP_PERCENT:
        if (s->language == HS_EN) words_figure(s->writer, node->value, HS_PERCENTAGE, NULL, HS_EN);
        say(s, "", " of ");
        say_part(s, a[0], unit);
        say(s, "的 ", "");
        if (s->language == HS_ZH) words_figure(s->writer, node->value, HS_PERCENTAGE, NULL, HS_ZH);
        return;
    case HS_OP_CAP:
        say_amount(s, a[1], unit);
        say(s, "，封顶 ", ", capped at ");
        say_amount(s, a[0], unit);
        return;
    case HS_OP_UP_TO:
        say(s, "由主管部门核定，不超过 ", "set by the authority, at most ");
        if (a[0]->op == HS_OP_TIERS || a[0]->op == HS_OP_BY || a[0]->op == HS_OP_SUM)
            say_part(s, a[0], unit);
        else
            say_amount(s, a[0], unit);
        return;
    case HS_OP_TIERS:
    case HS_OP_BY: say_table(s, node); return;
    case HS_OP_SUM:
        say_list(s, a[0]);
        say(s, "中符合条件的每条：", ", for each record that qualifies: ");
        say_amount(s, a[2], unit);
        say(s, "；合计", "; added up");
        return;
    case HS_OP_COUNT_IF:
        say_list(s, a[0]);
        say(s, "中符合条件的条数", ", the number of records that qualify");
        return;
    case HS_OP_IF:
        say(s, "若（", "if (");
        say_rule(s, a[0]);
        say(s, "）则 ", ") then ");
        say_part(s, a[1], unit);
        say(s, "，否则 ", ", else ");
        say_part(s, a[2], unit);
        return;
    case HS_OP_EXCHANGE:
        say_part(s, a[1], unit);
        say(s, "按每 100 美元折合 ", " at the rate for 100 dollars, ");
        say_part(s, a[0], unit);
        say(s, " 元折算", "");
        return;
    case HS_OP_FIRST_COME:
        say(s, "资金或名额用完为止：", "while funds or places last: ");
        say_amount(s, a[0], unit);
        return;
    case HS_OP_FULL:
        say_part(s, a[1], unit);
        say(s, " 里满 ", " in whole parts of ");
        say_amount(s, a[0], unit_of(a[1]));
        say(s, " 的次数", "");
        return;
    case HS_OP_ROUND_DOWN:
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP: say_rounding(s, node, unit); return;
    case HS_OP_UNSTATED: say(s, "文件未载金额", "the document gives no figure"); return;
    default: say_rule(s, node); return;
    }
}

/* ---- Conditions --------------------------------------------------------------------------------------------------------------- */

static void say_day(const struct speaker *s, const hs_node *node) {
    say(s, "评估日期在 ", "the day assessed is ");
    say(s, "", node->op == HS_OP_SINCE ? "on or after " : "on or before ");
    write_format(s->writer, "%04d-%02d-%02d", (int)(node->value / 10000), (int)(node->value / 100 % 100), (int)(node->value % 100));
    say(s, node->op == HS_OP_SINCE ? " 或以后" : " 或以前", "");
}

static void say_comparison(const struct speaker *s, const hs_node *node, const char *zh, const char *en) {
    const hs_fact *unit = unit_of(node);
    const hs_node *x = node->arguments[0];
    if (x->op == HS_OP_FACT)
        write_text(s->writer, text_in(x->fact->label, s->language)); /* a sentence begins: keep its capital */
    else
        say_amount(s, x, unit);
    say(s, zh, en);
    say_amount(s, node->arguments[1], unit);
}

static void say_values(const struct speaker *s, const hs_node *node) {
    const hs_fact *fact = node->arguments[0]->fact;
    bool first = true;
    for (int32_t v = 0; v < fact->value_count; v++) {
        if ((node->value >> v & 1) == 0) continue;
        bool last = node->value >> v == 1;
        if (!first) say(s, last ? "或" : "、", last ? " or " : ", ");
        write_text(s->writer, text_in(fact->values[v].label, s->language));
        first = false;
    }
}

static void say_rule(const struct speaker *s, const hs_node *node) {
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: write_text(s->writer, text_in(node->fact->label, s->language)); return;
    case HS_OP_CONSTANT: say(s, node->value != 0 ? "不限条件" : "不可能", node->value != 0 ? "no condition" : "never"); return;
    case HS_OP_ALL: say(s, "以下各项都要满足", "all of these hold"); return;
    case HS_OP_ANY: say(s, "以下至少满足一项", "at least one of these holds"); return;
    case HS_OP_NOT:
        if (node->arguments[0]->op == HS_OP_FACT) {
            say(s, "不是：", "not: ");
            say_rule(s, node->arguments[0]);
        } else {
            say(s, "以下情况不成立", "this does not hold");
        }
        return;
    case HS_OP_AT_LEAST: say_comparison(s, node, "不低于 ", " is at least "); return;
    case HS_OP_MORE_THAN: say_comparison(s, node, "超过 ", " is more than "); return;
    case HS_OP_AT_MOST: say_comparison(s, node, "不超过 ", " is at most "); return;
    case HS_OP_LESS_THAN: say_comparison(s, node, "低于 ", " is less than "); return;
    case HS_OP_IN:
    case HS_OP_HAS:
        write_text(s->writer, text_in(node->arguments[0]->fact->label, s->language));
        say(s, node->op == HS_OP_IN ? "：" : "包括：", node->op == HS_OP_IN ? ": " : " include: ");
        say_values(s, node);
        return;
    case HS_OP_SINCE:
    case HS_OP_UNTIL: say_day(s, node); return;
    case HS_OP_SOME:
        say_list(s, node->arguments[0]);
        say(s, "中至少一条满足条件", " holds at least one record that qualifies");
        return;
    default: say_amount(s, node, NULL); return;
    }
}

static const char *rule_in(const hs_node *node, enum hs_language language, struct arena *arena) {
    struct writer writer = {0};
    const struct speaker speaker = {&writer, language};
    if (node->type == HS_TRUTH)
        say_rule(&speaker, node);
    else
        say_amount(&speaker, node, NULL);
    return write_keep(&writer, arena);
}

bool words_rule(hs_text *out, const hs_node *node, struct arena *arena) {
    *out = (hs_text){rule_in(node, HS_ZH, arena), rule_in(node, HS_EN, arena)};
    return out->zh != NULL && out->en != NULL;
}

char *hs_figure_text(char *buffer, size_t size, int64_t value, int32_t type, const hs_fact *fact, enum hs_language language) {
    char text[FIXED_TEXT];
    struct writer writer = {.data = text, .capacity = sizeof text, .fixed = true};
    words_figure(&writer, value, type, fact, language);
    return write_cut(&writer, buffer, size);
}
