#include "prose.h"

#include "comparison.h"
#include "words.h"

#include <string.h>

/* ---- Figures --------------------------------------------------------------------------------------------------------------------- */

enum { HUNDREDTHS = 100 };

/* Whether a count says which one it is and not how many: 10 is then 第 10. */
static bool is_ordinal(const hs_fact *fact) { return strstr(fact->label.zh, "第几") != NULL || strstr(fact->label.zh, "排名") != NULL; }

void prose_figure(struct sheet *sheet, int64_t value, int32_t type, const hs_fact *unit) {
    const int64_t wan = INT64_C(10000), yi = INT64_C(100000000);
    bool money = type == HS_MONEY || type == HS_USD;
    if (sheet->language == HS_EN && type == HS_COUNT) unit = NULL; /* the label says it, and "1 years" would not do */
    if (sheet->language == HS_ZH && type == HS_COUNT && unit != NULL && is_ordinal(unit)) {
        if (sheet->line.length > 0 && sheet->line.data[sheet->line.length - 1] == ' ') sheet->line.length--;
        write_text(&sheet->line, "第 ");
    }
    if (sheet->language == HS_EN || !money || value <= 0 || value == HS_UNBOUNDED || value % (wan * HUNDREDTHS) != 0) {
        words_figure(&sheet->line, value, type, unit, sheet->language);
        return;
    }
    bool large = value % (yi * HUNDREDTHS) == 0;
    write_grouped(&sheet->line, value / (large ? yi : wan));
    sheet_say(sheet, large ? " 亿" : " 万", "");
    sheet_say(sheet, type == HS_USD ? "美元" : "元", "");
}

const hs_fact *prose_unit(const hs_node *node) {
    if (node->op == HS_OP_FACT) return node->fact;
    for (int32_t i = 0; i < node->count; i++) {
        const hs_fact *fact = prose_unit(node->arguments[i]);
        if (fact != NULL && fact->type == HS_COUNT) return fact;
    }
    return NULL;
}

/* ---- Amounts --------------------------------------------------------------------------------------------------------------------- */

static bool is_plain(const hs_node *node) { return node->op == HS_OP_FACT || node->op == HS_OP_CONSTANT; }

static bool is_product(const hs_node *node) {
    if (node->op != HS_OP_PERCENT && node->op != HS_OP_PERCENT_OF && node->op != HS_OP_EACH) return false;
    return is_plain(node->arguments[0]) && (node->op == HS_OP_PERCENT || is_plain(node->arguments[1]));
}

bool prose_is_short(const hs_node *node) {
    const hs_node *const *a = node->arguments;
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT:
    case HS_OP_CONSTANT:
    case HS_OP_UNSTATED: return true;
    case HS_OP_PERCENT:
    case HS_OP_PERCENT_OF:
    case HS_OP_EACH: return is_product(node);
    case HS_OP_CAP: return is_plain(a[0]) && (is_plain(a[1]) || is_product(a[1]));
    case HS_OP_UP_TO: return is_plain(a[0]) || is_product(a[0]);
    case HS_OP_LESSER:
    case HS_OP_RANGE: return is_plain(a[0]) && is_plain(a[1]);
    default: return false;
    }
}

/* A fact's name: English ones are too many words to stand without quotation marks, Chinese ones may hold some. */
static void say_name(struct sheet *s, const hs_fact *fact) {
    if (s->language == HS_EN)
        sheet_quote(s, fact->label);
    else
        sheet_both(s, fact->label);
}

/* An amount behind a word: in Chinese a space parts a figure from it. */
static void say_behind(struct sheet *s, hs_text word, const hs_node *node, const hs_fact *unit) {
    sheet_both(s, word);
    if (node->op == HS_OP_CONSTANT) sheet_say(s, " ", "");
    prose_amount(s, node, unit);
}

/* The amount for one, times how many there are. */
static void say_each(struct sheet *s, const hs_node *node) {
    const hs_node *count = node->arguments[1];
    if (count->op == HS_OP_FACT && count->fact->unit.zh != NULL) {
        sheet_say(s, "每", "");
        sheet_say(s, count->fact->unit.zh, "");
        sheet_say(s, " ", "");
    }
    prose_amount(s, node->arguments[0], NULL);
    if (count->op == HS_OP_CONSTANT) {
        say_behind(s, (hs_text){"乘以", " multiplied by "}, count, NULL);
        return;
    }
    sheet_say(s, "乘以", " for each one counted under ");
    sheet_quote(s, count->fact->label);
}

static void say_percent(struct sheet *s, const hs_node *node) {
    if (s->language == HS_EN) prose_figure(s, node->value, HS_PERCENTAGE, NULL);
    sheet_say(s, "", " of ");
    prose_amount(s, node->arguments[0], NULL);
    sheet_say(s, "的 ", "");
    if (s->language == HS_ZH) prose_figure(s, node->value, HS_PERCENTAGE, NULL);
}

static void say_pair(struct sheet *s, const hs_node *first, hs_text between, const hs_node *second, const hs_fact *unit) {
    prose_amount(s, first, unit);
    say_behind(s, between, second, unit);
}

void prose_amount(struct sheet *s, const hs_node *node, const hs_fact *unit) {
    const hs_node *const *a = node->arguments;
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: say_name(s, node->fact); return;
    case HS_OP_CONSTANT: prose_figure(s, node->value, node->type, unit); return;
    case HS_OP_UNSTATED: sheet_say(s, "文件没有写明金额", "the document states no amount"); return;
    case HS_OP_PERCENT: say_percent(s, node); return;
    case HS_OP_PERCENT_OF: say_pair(s, a[1], (hs_text){"乘以", " multiplied by "}, a[0], unit); return;
    case HS_OP_EACH: say_each(s, node); return;
    case HS_OP_CAP: say_pair(s, a[1], (hs_text){"，但最多", ", but at most "}, a[0], unit); return;
    case HS_OP_LESSER:
        say_pair(s, a[0], (hs_text){"与", " or "}, a[1], unit);
        sheet_say(s, "，取较低者", ", whichever is less");
        return;
    case HS_OP_UP_TO:
        sheet_both(s, s->decider);
        say_behind(s, (hs_text){"，最少 0 元，最多为", ", from 0 yuan up to "}, a[0], unit);
        sheet_say(s, "（含）", " (included)");
        return;
    case HS_OP_RANGE:
        sheet_both(s, s->decider);
        say_behind(s, (hs_text){"，最少", ", at least "}, a[0], unit);
        say_behind(s, (hs_text){"，最多", " and at most "}, a[1], unit);
        sheet_say(s, "（两端均含）", " (both included)");
        return;
    default: break; /* what is not short has lines of its own */
    }
}

/* ---- Conditions ------------------------------------------------------------------------------------------------------------------ */

struct relation {
    hs_text money, number, other, after; /* before a constant amount or number, before another figure, behind a constant */
};

static const struct relation relations[] = {
    [HS_OP_AT_LEAST] = {{"在 ", ": "}, {"至少为 ", ": "}, {"不低于", ": at least "}, {"以上（含本数）", " or more (that figure included)"}},
    [HS_OP_MORE_THAN] = {{"超过 ", ": more than "},
                         {"超过 ", ": more than "},
                         {"超过", ": more than "},
                         {"（不含本数）", " (that figure excluded)"}},
    [HS_OP_AT_MOST] = {{"在 ", ": "}, {"至多为 ", ": "}, {"不超过", ": at most "}, {"以下（含本数）", " or less (that figure included)"}},
    [HS_OP_LESS_THAN] = {{"不足 ", ": less than "},
                         {"不足 ", ": less than "},
                         {"低于", ": less than "},
                         {"（不含本数）", " (that figure excluded)"}},
};

static bool includes_bound(int32_t op) { return op == HS_OP_AT_LEAST || op == HS_OP_AT_MOST; }

bool prose_relation(hs_text *out, int32_t op) {
    if (!is_comparison(op)) return false;
    static const hs_text texts[] = {[HS_OP_AT_LEAST] = {"不低于（相等也算）", "is at least (equal counts)"},
                                    [HS_OP_MORE_THAN] = {"超过（相等不算）", "is more than (equal does not count)"},
                                    [HS_OP_AT_MOST] = {"不超过（相等也算）", "is at most (equal counts)"},
                                    [HS_OP_LESS_THAN] = {"低于（相等不算）", "is less than (equal does not count)"}};
    *out = texts[op];
    return true;
}

static void say_bound(struct sheet *s, const hs_node *node, const hs_fact *unit) {
    const struct relation *relation = &relations[node->op];
    const hs_node *bound = node->arguments[1];
    bool number = bound->type == HS_COUNT;
    if (bound->value == 0 && node->op == HS_OP_MORE_THAN) {
        sheet_say(s, "大于 0（不含 0）", ": more than 0 (0 itself does not count)");
        return;
    }
    sheet_both(s, number ? relation->number : relation->money);
    prose_figure(s, bound->value, bound->type, unit);
    if (bound->type == HS_PERCENTAGE && includes_bound(node->op)) sheet_say(s, " ", "");
    if (number && s->language == HS_ZH)
        sheet_say(s, includes_bound(node->op) ? "（含本数）" : "（不含本数）", "");
    else
        sheet_both(s, relation->after);
}

static void say_comparison(struct sheet *s, const hs_node *node) {
    const hs_node *x = node->arguments[0], *y = node->arguments[1];
    const hs_fact *unit = prose_unit(x);
    if (x->op == HS_OP_FACT)
        sheet_both(s, x->fact->label);
    else
        prose_amount(s, x, unit);
    if (y->op == HS_OP_CONSTANT) {
        say_bound(s, node, unit);
        return;
    }
    sheet_both(s, relations[node->op].other);
    prose_amount(s, y, unit);
    sheet_say(s, includes_bound(node->op) ? "（相等也算）" : "（相等不算）",
              includes_bound(node->op) ? " (equal counts)" : " (equal does not count)");
}

/* The label of a set without the hint in brackets behind it that several can be ticked. */
static void say_set(struct sheet *s, const hs_fact *fact) {
    const char *label = text_in(fact->label, s->language), *tail = strstr(label, s->language == HS_ZH ? "（" : " (");
    write_bytes(&s->line, label, tail == NULL || fact->type != HS_CHOICES ? strlen(label) : (size_t)(tail - label));
}

static void say_values(struct sheet *s, const hs_node *node) {
    const hs_fact *fact = node->arguments[0]->fact;
    bool several = (node->value & (node->value - 1)) != 0, first = true;
    say_set(s, fact);
    if (node->op == HS_OP_HAS)
        sheet_say(s, several ? "包括下列至少一种：" : "包括：", several ? " include at least one of these: " : " include: ");
    else
        sheet_say(s, several ? "为下列之一：" : "为：", several ? " is one of these: " : " is: ");
    for (int32_t v = 0; v < fact->value_count; v++) {
        if ((node->value >> v & 1) == 0) continue;
        if (!first) sheet_say(s, "；", "; ");
        sheet_both(s, fact->values[v].label);
        first = false;
    }
}

bool prose_is_line(const hs_node *node) {
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT:
    case HS_OP_CONSTANT:
    case HS_OP_IN:
    case HS_OP_HAS: return true;
    case HS_OP_NOT: return node->arguments[0]->op == HS_OP_FACT;
    case HS_OP_AT_LEAST:
    case HS_OP_MORE_THAN:
    case HS_OP_AT_MOST:
    case HS_OP_LESS_THAN: return prose_is_short(node->arguments[0]) && prose_is_short(node->arguments[1]);
    case HS_OP_SINCE:
    case HS_OP_UNTIL: return true;
    default: return false;
    }
}

static void say_day(struct sheet *s, const hs_node *node) {
    char day[HS_DATE_TEXT];
    hs_date date = {(int32_t)(node->value / 10000), (int32_t)(node->value / 100 % 100), (int32_t)(node->value % 100)};
    bool since = node->op == HS_OP_SINCE;
    sheet_say(s, "评估日期：", since ? "the day assessed: from " : "the day assessed: until ");
    write_text(&s->line, hs_date_text(day, date));
    sheet_say(s, since ? " 起（含当日）" : " 止（含当日）", " (that day included)");
}

void prose_condition(struct sheet *s, const hs_node *node) {
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: sheet_both(s, node->fact->label); return;
    case HS_OP_CONSTANT:
        sheet_say(s, node->value != 0 ? "不限条件" : "任何情况都不符合", node->value != 0 ? "no condition" : "never");
        return;
    case HS_OP_SINCE:
    case HS_OP_UNTIL: say_day(s, node); return;
    case HS_OP_IN:
    case HS_OP_HAS: say_values(s, node); return;
    case HS_OP_NOT:
        sheet_say(s, "以下须为“否”：", "This must not be so: ");
        words_label(&s->line, node->arguments[0]->fact, s->language);
        return;
    default: say_comparison(s, node); return;
    }
}
