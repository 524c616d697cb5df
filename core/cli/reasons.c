#include "reasons.h"

#include "phrase.h"

#include <stdio.h>
#include <string.h>

static int32_t figure_type(const hs_reason *reason) {
    return reason->node->op >= HS_OP_AT_LEAST && reason->node->op <= HS_OP_LESS_THAN ? reason->node->arguments[0]->type : 0;
}

static bool is_unstated(const hs_reason *reason) {
    if (reason->fact != NULL && (reason->fact->type == HS_CHOICE || reason->fact->type == HS_CHOICES))
        return reason->have.low != reason->have.high;
    return reason->have.low == 0 && reason->have.high == HS_UNBOUNDED;
}

/* "（现为 2 年，还差 1 年）" */
static void add_have(const struct cli *cli, char *line, const hs_reason *reason) {
    char text[128];
    int32_t type = figure_type(reason);
    if (reason->fact == NULL && type == 0) return;
    if (reason->node->op == HS_OP_FACT) {
        if (reason->truth == HS_UNKNOWN) phrase_add(line, say(cli, "（未填）", " (not stated)"));
        return;
    }
    if (is_unstated(reason)) {
        phrase_add(line, say(cli, "（未填）", " (not stated)"));
        return;
    }
    phrase_add(line, say(cli, "（现为 ", " (now "));
    if (type != 0)
        phrase_figure(cli, line, reason->have, type, reason->fact);
    else
        phrase_values(cli, line, reason->fact, reason->have.low);
    bool computed = type != 0 && reason->node->arguments[1]->op != HS_OP_CONSTANT;
    if (computed) {
        phrase_add(line, say(cli, "，对照 ", ", against "));
        if (reason->need.low == 0 && reason->need.high == HS_UNBOUNDED)
            phrase_add(line, say(cli, "未填的数", "a figure not stated"));
        else
            phrase_figure(cli, line, reason->need, type, reason->fact);
    }
    if (reason->gap > 0) {
        bool rise = reason->node->op == HS_OP_AT_LEAST || reason->node->op == HS_OP_MORE_THAN;
        phrase_add(line, rise ? say(cli, "，还差 ", ", lacking ") : say(cli, "，多出 ", ", too much by "));
        phrase_add(line, hs_figure_text(text, sizeof text, reason->gap, type, reason->fact, cli->language));
    }
    phrase_add(line, say(cli, "）", ")"));
}

static void print_line(const struct paper *paper, int level, int32_t truth, const char *line) {
    static const char *const marks[] = {[HS_FALSE] = "✗", [HS_UNKNOWN] = "?", [HS_TRUE] = "✓"};
    static const enum paper_tone tones[] = {[HS_FALSE] = TONE_BAD, [HS_UNKNOWN] = TONE_OPEN, [HS_TRUE] = TONE_GOOD};
    paper_text(paper, level, marks[truth], line, tones[truth]);
}

static void print_leaf(const struct paper *paper, int level, const hs_reason *reason) {
    char line[LINE] = "";
    phrase_add(line, cli_text(paper->cli, reason->rule));
    if (reason->node != NULL && reason->node->op != HS_OP_SOME) add_have(paper->cli, line, reason);
    if (reason->node != NULL && reason->node->op == HS_OP_SOME && reason->truth == HS_UNKNOWN && reason->count == 0)
        phrase_add(line, say(paper->cli, "（未填）", " (not stated)"));
    if (reason->node != NULL && reason->node->op == HS_OP_SOME && reason->truth == HS_FALSE && reason->have.high == 0)
        phrase_add(line, say(paper->cli, "（没有记录）", " (no records)"));
    print_line(paper, level, reason->truth, line);
}

static void print_reason(const struct paper *paper, int level, const hs_reason *reason);

/* A yes-or-no fact, which needs no line of its own. */
static bool is_plain(const hs_reason *reason) { return reason->node != NULL && reason->node->op == HS_OP_FACT; }

/* The children that decide: of what holds by one of several, that one; of what does not hold, those that do not. Neighbours among the
   yes-or-no facts share a line. */
static void print_deciding(const struct paper *paper, int level, const hs_reason *reason) {
    char line[LINE] = "";
    for (int32_t i = 0; i < reason->count; i++) {
        const hs_reason *child = &reason->children[i], *next = child + 1;
        if (child->truth != reason->truth) continue;
        if (!is_plain(child)) {
            print_reason(paper, level, child);
            continue;
        }
        phrase_add(line, cli_text(paper->cli, child->rule));
        bool more = i + 1 < reason->count && is_plain(next) && next->truth == reason->truth && strlen(line) < LINE / 2;
        if (more) {
            phrase_add(line, say(paper->cli, "；", "; "));
            continue;
        }
        if (child->truth == HS_UNKNOWN) phrase_add(line, say(paper->cli, "（未填）", " (not stated)"));
        print_line(paper, level, child->truth, line);
        line[0] = '\0';
    }
}

static void print_reason(const struct paper *paper, int level, const hs_reason *reason) {
    int32_t op = reason->node == NULL ? HS_OP_NONE : reason->node->op;
    if (op == HS_OP_ALL) {
        print_deciding(paper, level, reason);
    } else if (op == HS_OP_ANY && reason->truth == HS_TRUE) {
        print_deciding(paper, level, reason);
    } else if (op == HS_OP_ANY || op == HS_OP_SOME || reason->node == NULL) {
        print_leaf(paper, level, reason);
        print_deciding(paper, level + 1, reason);
    } else if (op == HS_OP_NOT && reason->children[0].count > 0) {
        print_leaf(paper, level, reason);
        print_reason(paper, level + 1, &reason->children[0]);
    } else {
        print_leaf(paper, level, reason);
    }
}

void reasons_print(const struct paper *paper, const hs_reason *reason) {
    if (reason != NULL) print_reason(paper, 1, reason);
}
