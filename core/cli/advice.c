#include "advice.h"

#include "phrase.h"

#include <stdio.h>
#include <string.h>

enum { QUESTIONS_SHOWN = 8 };

/* ---- What is missing --------------------------------------------------------------------------------------------------------------- */

static void print_subjects(const struct paper *paper, const char *label, const hs_subject *subjects, int32_t count, enum paper_tone tone) {
    char line[LINE] = "";
    if (count == 0) return;
    phrase_subjects(paper->cli, line, subjects, count);
    paper_text(paper, 1, label, line, tone);
}

static void print_missing(const struct paper *paper, const hs_measure_result *result) {
    hs_subject named[SUBJECTS_NAMED];
    for (int32_t i = 0; i < result->missing_count && i < SUBJECTS_NAMED; i++) named[i] = result->missing[i].subject;
    print_subjects(paper, say(paper->cli, "还缺", "Missing"), named, result->missing_count, TONE_OPEN);
}

/* ---- What would change it ---------------------------------------------------------------------------------------------------------- */

static bool takes_time(const hs_fact *fact) { return (fact->list != NULL ? fact->list : fact)->change == HS_IN_TIME; }

/* "（还差 1 年）" where a known figure has to move. */
static void add_gap(const struct cli *cli, char line[LINE], const hs_fact_change *change) {
    char text[128];
    int32_t type = change->subject.fact->type;
    int64_t gap = change->need.low - change->have.low;
    if (type == HS_TRUTH || type == HS_CHOICE || type == HS_CHOICES || change->have.low != change->have.high) return;
    phrase_add(line, gap > 0 ? say(cli, "，还差 ", ", lacking ") : say(cli, "，多出 ", ", too much by "));
    phrase_add(line, hs_figure_text(text, sizeof text, gap > 0 ? gap : -gap, type, change->subject.fact, cli->language));
}

static void add_fields(const struct cli *cli, char line[LINE], const hs_fact_change *change) {
    for (int32_t i = 0; i < change->field_count; i++) {
        const hs_fact_change *field = &change->fields[i];
        const hs_fact *fact = field->subject.fact;
        phrase_add(line, i == 0 ? say(cli, "，其中", " with ") : say(cli, "，", ", "));
        phrase_add(line, cli_text(cli, fact->label));
        phrase_add(line, say(cli, "：", ": "));
        if (fact->type == HS_CHOICE)
            phrase_values(cli, line, fact, field->values);
        else
            phrase_fact_value(cli, line, fact, field->need);
        if (fact->type == HS_CHOICE && (field->values & (field->values - 1)) != 0) phrase_add(line, say(cli, "之一", " (one of them)"));
    }
}

static void add_change(const struct cli *cli, char line[LINE], const hs_fact_change *change) {
    const hs_fact *fact = change->subject.fact;
    if (fact->type == HS_LIST) {
        char text[LINE];
        snprintf(text, sizeof text, say(cli, "“%s”增加一条", "one more record in \"%s\""), cli_text(cli, fact->label));
        phrase_add(line, text);
        add_fields(cli, line, change);
    } else {
        phrase_subject(cli, line, change->subject);
        phrase_add(line, say(cli, "：", ": "));
        phrase_fact_value(cli, line, fact, change->have);
        phrase_add(line, " → ");
        phrase_fact_value(cli, line, fact, change->need);
        add_gap(cli, line, change);
    }
    if (takes_time(fact)) phrase_add(line, say(cli, "（要时间）", " (takes time)"));
}

static void print_changes(const struct paper *paper, const hs_measure_result *result) {
    const struct cli *cli = paper->cli;
    bool better = result->standing == HS_ELIGIBLE;
    for (int32_t i = 0; i < result->change_count; i++) {
        const hs_change_set *set = &result->changes[i];
        char line[LINE] = "";
        for (int32_t k = 0; k < set->count; k++) {
            if (k > 0) phrase_add(line, say(cli, "；并且 ", "; and "));
            add_change(cli, line, &set->changes[k]);
        }
        if (set->has_amount) {
            phrase_add(line, better ? say(cli, "。可增加 ", ". Would add ") : say(cli, "。可得 ", ". Would bring "));
            phrase_money(cli, line, set->brings);
        }
        const char *label = better ? say(cli, "下一档", "Next tier") : i == 0 ? say(cli, "若改变", "If changed") : say(cli, "或", "Or");
        paper_text(paper, 1, label, line, TONE_PLAIN);
    }
    if (result->standing != HS_INELIGIBLE || result->change_count > 0) return;
    if (result->fixed_count > 0)
        print_subjects(paper, say(cli, "不能改变", "Cannot be changed"), result->fixed, result->fixed_count, TONE_FAINT);
    else
        paper_text(paper, 1, "", say(cli, "要改变的事实不止三项", "more than three facts would have to change"), TONE_FAINT);
}

/* Whether a change speaks of it. */
static bool is_to_change(const hs_measure_result *result, hs_subject subject) {
    for (int32_t i = 0; i < result->change_count; i++)
        for (int32_t k = 0; k < result->changes[i].count; k++) {
            const hs_subject changed = result->changes[i].changes[k].subject;
            if (changed.fact == subject.fact && changed.record == subject.record) return true;
        }
    return false;
}

/* What is open and does not matter as things stand; but for what a change would make matter. */
static void print_indifferent(const struct paper *paper, const hs_measure_result *result) {
    hs_subject named[SUBJECTS_NAMED];
    int32_t count = 0;
    for (int32_t i = 0; i < result->indifferent_count; i++) {
        if (is_to_change(result, result->indifferent[i])) continue;
        if (count < SUBJECTS_NAMED) named[count] = result->indifferent[i];
        count++;
    }
    print_subjects(paper, say(paper->cli, "没有填明也不影响", "Not stated, but it does not matter"), named, count, TONE_FAINT);
}

void advice_print(const struct paper *paper, const hs_measure_result *result) {
    print_missing(paper, result);
    print_changes(paper, result);
    bool told = result->has_amount && result->standing != HS_INELIGIBLE; /* with who decides the ends */
    if (result->missing_count == 0 && !told) print_indifferent(paper, result);
}

/* ---- What to find out next --------------------------------------------------------------------------------------------------------- */

static void print_question(const struct paper *paper, const hs_question *question) {
    const struct cli *cli = paper->cli;
    char label[LINE] = "", stake[LINE] = "", line[LINE] = "";
    phrase_subject(cli, label, question->subject);
    if (question->at_stake == HS_UNBOUNDED)
        phrase_add(stake, say(cli, "金额没有上限", "without upper limit"));
    else if (question->at_stake > 0)
        phrase_money(cli, stake, (hs_interval){question->at_stake, question->at_stake});
    paper_figure(paper, 0, label, stake, TONE_OPEN);
    snprintf(line, sizeof line, say(cli, "关系到 %d 项措施", "measures that wait for it: %d"), (int)question->measure_count);
    for (int32_t i = 0; i < question->threshold_count; i++) {
        phrase_add(line, i == 0 ? say(cli, "；分界：", "; it turns at: ") : say(cli, "、", ", "));
        phrase_threshold(cli, line, question->thresholds[i], question->subject.fact);
    }
    const char *hint = question->subject.fact->hint.zh == NULL ? NULL : cli_text(cli, question->subject.fact->hint);
    paper_text(paper, 1, "", line, TONE_FAINT);
    if (hint != NULL) paper_text(paper, 1, "", hint, TONE_FAINT);
}

void advice_print_questions(const struct paper *paper, const hs_result *result) {
    const struct cli *cli = paper->cli;
    char line[LINE];
    if (result->question_count == 0) return;
    paper_heading(paper,
                  say(cli, "先弄清这些（右边是它能定下来的金额）", "Find out these first (on the right the money that they can settle)"));
    for (int32_t i = 0; i < result->question_count && i < QUESTIONS_SHOWN; i++) print_question(paper, &result->questions[i]);
    if (result->question_count <= QUESTIONS_SHOWN) return;
    snprintf(line, sizeof line, say(cli, "另有 %d 项，用 huisuan ask 逐项填写", "%d more; huisuan ask takes them one by one"),
             (int)(result->question_count - QUESTIONS_SHOWN));
    paper_text(paper, 0, "", line, TONE_FAINT);
}
