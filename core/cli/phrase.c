#include "phrase.h"

#include <stdio.h>
#include <string.h>

void phrase_add(char line[LINE], const char *text) {
    size_t used = strlen(line);
    snprintf(line + used, LINE - used, "%s", text);
}

void phrase_money(const struct cli *cli, char line[LINE], hs_interval value) {
    char low[HS_MONEY_TEXT], high[HS_MONEY_TEXT], text[128];
    hs_money_text(low, value.low);
    hs_money_text(high, value.high);
    if (value.low == value.high)
        snprintf(text, sizeof text, say(cli, "%s 元", "%s yuan"), low);
    else if (value.high == HS_UNBOUNDED)
        snprintf(text, sizeof text, say(cli, "%s 元起，上限未定", "from %s yuan, no upper limit known"), low);
    else
        snprintf(text, sizeof text, say(cli, "%s 至 %s 元", "%s to %s yuan"), low, high);
    phrase_add(line, text);
}

void phrase_figure(const struct cli *cli, char line[LINE], hs_interval value, int32_t type, const hs_fact *fact) {
    char text[128];
    if (value.low == value.high) {
        phrase_add(line, hs_figure_text(text, sizeof text, value.low, type, fact, cli->language));
        return;
    }
    if (value.high != HS_UNBOUNDED && (type == HS_MONEY || type == HS_USD)) /* the unit stands behind the high end */
        phrase_add(line, hs_money_text(text, value.low));
    else
        phrase_add(line, hs_figure_text(text, sizeof text, value.low, type, value.high == HS_UNBOUNDED ? fact : NULL, cli->language));
    phrase_add(line, value.high == HS_UNBOUNDED ? say(cli, "以上", " or more") : say(cli, " 至 ", " to "));
    if (value.high != HS_UNBOUNDED) phrase_add(line, hs_figure_text(text, sizeof text, value.high, type, fact, cli->language));
}

void phrase_threshold(const struct cli *cli, char line[LINE], int64_t from, const hs_fact *fact) {
    char text[128];
    bool beyond = (fact->type == HS_MONEY || fact->type == HS_USD) && from % 100 == 1 && from > 1; /* the first fen above a round figure */
    phrase_add(line, beyond ? say(cli, "超过 ", "more than ") : say(cli, "达到 ", "at least "));
    phrase_add(line, hs_figure_text(text, sizeof text, from - beyond, fact->type, fact, cli->language));
}

void phrase_values(const struct cli *cli, char line[LINE], const hs_fact *fact, int64_t bits) {
    bool first = true;
    for (int32_t v = 0; v < fact->value_count; v++) {
        if ((bits >> v & 1) == 0) continue;
        if (!first) phrase_add(line, say(cli, "、", ", "));
        phrase_add(line, cli_text(cli, fact->values[v].label));
        first = false;
    }
    if (first) phrase_add(line, say(cli, "无", "none"));
}

void phrase_fact_value(const struct cli *cli, char line[LINE], const hs_fact *fact, hs_interval value) {
    bool point = value.low == value.high, choice = fact->type == HS_CHOICE || fact->type == HS_CHOICES;
    bool open = fact->type == HS_TRUTH || choice ? !point : value.low == 0 && value.high == HS_UNBOUNDED;
    if (open)
        phrase_add(line, say(cli, "未填", "not stated"));
    else if (fact->type == HS_TRUTH)
        phrase_add(line, value.low != 0 ? say(cli, "是", "yes") : say(cli, "否", "no"));
    else if (choice)
        phrase_values(cli, line, fact, value.low);
    else
        phrase_figure(cli, line, value, fact->type, fact);
}

const char *phrase_day(const struct cli *cli, char text[HS_DATE_TEXT], hs_date day) {
    return day.year == 0 ? say(cli, "（未载）", "(not stated)") : hs_date_text(text, day);
}

void phrase_subject(const struct cli *cli, char line[LINE], hs_subject subject) {
    char text[LINE];
    const hs_fact *list = subject.fact->list != NULL ? subject.fact->list : subject.fact;
    if (subject.record < 0) {
        phrase_add(line, cli_text(cli, subject.fact->label));
        return;
    }
    snprintf(text, sizeof text, say(cli, "“%s”第 %d 条", "\"%s\" record %d"), cli_text(cli, list->label), (int)subject.record + 1);
    phrase_add(line, text);
    if (subject.fact == list) return;
    phrase_add(line, say(cli, "：", ": "));
    phrase_add(line, cli_text(cli, subject.fact->label));
}

void phrase_subjects(const struct cli *cli, char line[LINE], const hs_subject *subjects, int32_t count) {
    char text[64];
    for (int32_t i = 0; i < count && i < SUBJECTS_NAMED; i++) {
        if (i > 0) phrase_add(line, say(cli, "；", "; ")); /* a label may have commas of its own */
        phrase_subject(cli, line, subjects[i]);
    }
    snprintf(text, sizeof text, say(cli, "等 %d 项", " and others, %d in all"), (int)count);
    if (count > SUBJECTS_NAMED) phrase_add(line, text);
}
