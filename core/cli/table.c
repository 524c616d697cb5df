#include "table.h"

#include "advice.h"
#include "paper.h"
#include "phrase.h"
#include "reasons.h"
#include "what_if.h"

#include <stdio.h>
#include <string.h>

/* ---- Amounts --------------------------------------------------------------------------------------------------------------------- */

static const char *interval_text(const struct cli *cli, char buffer[LINE], hs_interval value) {
    buffer[0] = '\0';
    phrase_money(cli, buffer, value);
    return buffer;
}

static const char *amount_text(const struct cli *cli, char buffer[LINE], const hs_measure_result *result) {
    if (result->unstated) return say(cli, "文件未载金额", "no figure in the document");
    if (result->has_amount) return interval_text(cli, buffer, result->amount);
    return result->measure->kind == HS_RECOGNITION ? say(cli, "认定", "recognition") : say(cli, "服务或便利", "a service");
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------------- */

static const char *force_text(const struct cli *cli, char buffer[LINE], const hs_policy_result *result, hs_date as_of) {
    const hs_policy *policy = result->policy;
    char from[HS_DATE_TEXT], to[HS_DATE_TEXT], day[HS_DATE_TEXT], until[HS_DATE_TEXT];
    const char *first = phrase_day(cli, from, policy->effective), *last = phrase_day(cli, to, policy->expires);
    hs_date_text(day, as_of);
    bool ended = policy->expires.year != 0 && strcmp(day, last) > 0;
    if (result->in_force == HS_UNKNOWN && ended)
        snprintf(buffer, LINE,
                 say(cli, "%s 至 %s，已经到期；到期前已符合条件的，可申请到 %s（计入合计，不计入可确定）",
                     "%s to %s, expired; what arose before can be applied for until %s (counted in the total, not in what is certain)"),
                 first, last, hs_date_text(until, policy->claimable_until));
    else if (result->in_force == HS_UNKNOWN && policy->effective.year == 0 && policy->expires.year == 0)
        return say(cli, "文件未载日期，是否有效不能确定（计入合计，不计入可确定）",
                   "the document carries no dates, whether it is in force cannot be told (counted in the total, not in what is certain)");
    else if (result->in_force == HS_UNKNOWN)
        snprintf(buffer, LINE,
                 say(cli, "%s 至 %s，是否有效不能确定（计入合计，不计入可确定）",
                     "%s to %s, whether it is in force cannot be told (counted in the total, not in what is certain)"),
                 first, last);
    else if (result->in_force == HS_TRUE)
        snprintf(buffer, LINE, say(cli, "%s 至 %s，%s 有效", "%s to %s, in force on %s"), first, last, day);
    else if (ended)
        snprintf(buffer, LINE, say(cli, "%s 至 %s，%s 已经到期", "%s to %s, expired on %s"), first, last, day);
    else
        snprintf(buffer, LINE, say(cli, "%s 至 %s，%s 还没有施行", "%s to %s, not yet in force on %s"), first, last, day);
    return buffer;
}

static const char *rule_text(const struct cli *cli, int32_t duplication) {
    switch (duplication) {
    case HS_HIGHEST_WITH_TOP_UP: return say(cli, "；同一事项就高、补差、不重复", "; one matter: the highest, topped up, not twice");
    case HS_HIGHEST_NO_DUPLICATE: return say(cli, "；同一事项就高、不重复", "; one matter: the highest, not twice");
    default: return "";
    }
}

static void print_documents(const struct paper *paper, const hs_place_result *place, hs_date as_of) {
    char force[LINE], line[2 * LINE];
    for (int32_t i = 0; i < place->policy_count; i++) {
        const hs_policy_result *result = &place->policies[i];
        const hs_policy *policy = result->policy;
        snprintf(line, sizeof line, "%s%s%s", cli_text(paper->cli, policy->title), policy->number == NULL ? "" : " ",
                 policy->number == NULL ? "" : policy->number);
        paper_text(paper, 0, say(paper->cli, "依据", "Basis"), line, TONE_FAINT);
        snprintf(line, sizeof line, "%s%s", force_text(paper->cli, force, result, as_of), rule_text(paper->cli, policy->duplication));
        paper_text(paper, 2, "", line, result->in_force == HS_FALSE ? TONE_BAD : TONE_PLAIN);
    }
}

static void print_totals(const struct paper *paper, const hs_place_result *place) {
    const struct cli *cli = paper->cli;
    char amount[LINE], line[2 * LINE];
    interval_text(cli, amount, place->total);
    snprintf(line, sizeof line,
             say(cli, "评估年度预计可得 %s，以主管部门审核为准。", "Expected for the year assessed: %s; the authority's review decides."),
             amount);
    paper_gap(paper);
    paper_text(paper, 0, "", line, TONE_PLAIN);
    paper_gap(paper);
    paper_figure(paper, 0, say(cli, "其中可确定", "Of this certain"),
                 interval_text(cli, amount, (hs_interval){place->certain, place->certain}), TONE_PLAIN);
    paper_figure(paper, 0, say(cli, "各年合计（假定以后情况不变）", "All years (if nothing changes)"),
                 interval_text(cli, amount, place->all_years), TONE_PLAIN);
    if (place->people.high > 0)
        paper_figure(paper, 0, say(cli, "发给个人（不计入）", "Paid to people (not counted)"), interval_text(cli, amount, place->people),
                     TONE_PLAIN);
    if (place->loans.high > 0)
        paper_figure(paper, 0, say(cli, "贷款额度（不计入）", "Loans (not counted)"), interval_text(cli, amount, place->loans), TONE_PLAIN);
    if (place->unstated_count == 0) return;
    snprintf(line, sizeof line, "%d", (int)place->unstated_count);
    snprintf(amount, sizeof amount,
             say(cli, "另有 %s 项文件未载金额，合计里没有它们：", "Not in any total, %s measures without a figure in the document: "),
             line);
    size_t used = strlen(amount);
    for (int32_t i = 0; i < place->unstated_count && used < sizeof amount; i++)
        used += (size_t)snprintf(amount + used, sizeof amount - used, "%s%s", i == 0 ? "" : say(cli, "、", ", "),
                                 cli_text(cli, place->unstated[i]->measure->title));
    paper_text(paper, 0, "", amount, TONE_PLAIN);
}

/* ---- Measures -------------------------------------------------------------------------------------------------------------------- */

enum group { GROUP_ELIGIBLE, GROUP_OPEN, GROUP_NEAR, GROUP_INELIGIBLE, GROUP_NOT_IN_FORCE, GROUP_COUNT };

static enum group group_of(const hs_policy_result *policy, const hs_measure_result *result) {
    if (policy->in_force == HS_FALSE) return GROUP_NOT_IN_FORCE;
    if (result->standing == HS_ELIGIBLE) return GROUP_ELIGIBLE;
    if (result->standing == HS_UNDETERMINED) return GROUP_OPEN;
    return result->near ? GROUP_NEAR : GROUP_INELIGIBLE;
}

static const char *per_text(const struct cli *cli, int32_t per) {
    static const hs_text names[] = {
        [HS_ONCE] = {"一次性", "once"}, [HS_YEARLY] = {"按年", "yearly"}, [HS_PER_EVENT] = {"按次", "for each event"}};
    return cli_text(cli, names[per]);
}

static void join(const struct cli *cli, char *buffer, size_t size, hs_texts texts) {
    size_t used = strlen(buffer);
    for (int32_t i = 0; i < texts.count && used < size; i++)
        used += (size_t)snprintf(buffer + used, size - used, "%s%s", i == 0 ? "" : say(cli, "、", ", "), cli_text(cli, texts.items[i]));
}

static void print_window(const struct paper *paper, const hs_measure_result *result) {
    const struct cli *cli = paper->cli;
    hs_window window = result->measure->window;
    char line[LINE];
    if (window.from_month == 0) return;
    snprintf(
        line, sizeof line,
        result->window_open
            ? say(cli, "每年 %d 月 %d 日至 %d 月 %d 日，评估日期在其中", "each year from %d-%02d to %d-%02d, open on the day assessed")
            : say(cli, "每年 %d 月 %d 日至 %d 月 %d 日，评估日期不在其中", "each year from %d-%02d to %d-%02d, closed on the day assessed"),
        (int)window.from_month, (int)window.from_day, (int)window.until_month, (int)window.until_day);
    paper_text(paper, 1, say(cli, "申报", "Apply"), line, TONE_PLAIN);
}

static void print_schedule(const struct paper *paper, const hs_measure_result *result) {
    const struct cli *cli = paper->cli;
    char line[LINE] = "", amount[LINE];
    size_t used = 0;
    if (!result->has_amount || result->years < 2 || result->amount.high == 0) return;
    for (int32_t i = 0; i < result->years && used < sizeof line; i++) {
        used += (size_t)snprintf(line + used, sizeof line - used, say(cli, "%s第 %d 年 %s", "%syear %d %s"),
                                 i == 0 ? "" : say(cli, "；", "; "), (int)i + 1, interval_text(cli, amount, result->schedule[i]));
    }
    paper_text(paper, 1, say(cli, "分年", "By year"), line, TONE_PLAIN);
}

static void print_ends(const struct paper *paper, const hs_measure_result *result) {
    const struct cli *cli = paper->cli;
    if (!result->has_amount || result->standing == HS_INELIGIBLE || result->low_end.zh == NULL) return;
    if (strcmp(result->low_end.zh, result->high_end.zh) == 0) {
        paper_text(paper, 1, say(cli, "由谁定", "Decided"), cli_text(cli, result->low_end), TONE_PLAIN);
        return;
    }
    paper_text(paper, 1, say(cli, "下限", "Low end"), cli_text(cli, result->low_end), TONE_PLAIN);
    paper_text(paper, 1, say(cli, "上限", "High end"), cli_text(cli, result->high_end), TONE_PLAIN);
}

static void print_measure(const struct paper *paper, const hs_policy_result *policy, const hs_measure_result *result, enum group group) {
    static const enum paper_tone tones[] = {TONE_GOOD, TONE_OPEN, TONE_OPEN, TONE_BAD, TONE_FAINT};
    const struct cli *cli = paper->cli;
    const hs_measure *measure = result->measure;
    char amount[LINE], line[2 * LINE];
    paper_figure(paper, 0, cli_text(cli, measure->title), amount_text(cli, amount, result), tones[group]);
    snprintf(line, sizeof line, "%s %s · %s%s%s", cli_text(cli, policy->policy->name), measure->clause, per_text(cli, measure->per),
             measure->payee == HS_PERSON ? say(cli, " · 发给个人", " · paid to people")
             : measure->kind == HS_LOAN  ? say(cli, " · 贷款", " · a loan")
                                         : "",
             measure->department.count == 0 ? "" : " · ");
    join(cli, line, sizeof line, measure->department);
    paper_text(paper, 1, say(cli, "条款", "Clause"), line, TONE_FAINT);
    if (cli->brief) return;
    reasons_print(paper, result->why);
    if (result->has_amount && result->standing != HS_INELIGIBLE)
        paper_text(paper, 1, say(cli, "算法", "Formula"), cli_text(cli, result->formula), TONE_PLAIN);
    print_schedule(paper, result);
    print_window(paper, result);
    print_ends(paper, result);
    if (group != GROUP_NOT_IN_FORCE) advice_print(paper, result);
    if (result->standing != HS_INELIGIBLE && measure->procedure.count > 0) {
        line[0] = '\0';
        join(cli, line, sizeof line, measure->procedure);
        paper_text(paper, 1, say(cli, "程序", "Review"), line, TONE_PLAIN);
    }
    if (measure->note.zh != NULL) paper_text(paper, 1, say(cli, "说明", "Note"), cli_text(cli, measure->note), TONE_FAINT);
}

static void print_group(const struct paper *paper, const hs_place_result *place, enum group group) {
    static const hs_text titles[] = {
        {"可享受", "Can be had"},
        {"补充信息后可能享受", "Perhaps, once more is known"},
        {"差一点", "Nearly"},
        {"暂不符合", "Not for now"},
        {"政策已到期或还没有施行（不计入合计）", "Policy expired or not yet in force (in no total)"},
    };
    bool begun = false;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            if (group_of(&place->policies[p], result) != group) continue;
            if (!begun)
                paper_heading(paper, cli_text(paper->cli, titles[group]));
            else if (!paper->cli->brief)
                paper_gap(paper);
            begun = true;
            print_measure(paper, &place->policies[p], result, group);
        }
}

static const hs_measure_result *find(const hs_place_result *place, const char *id) {
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++)
            if (strcmp(place->policies[p].measures[m].id, id) == 0) return &place->policies[p].measures[m];
    return NULL;
}

static void print_set_aside(const struct paper *paper, const hs_place_result *place) {
    char amount[LINE];
    if (place->set_aside_count == 0) return;
    paper_heading(paper, say(paper->cli, "不重复计算的", "Not counted twice"));
    for (int32_t i = 0; i < place->set_aside_count; i++) {
        const hs_measure_result *result = find(place, place->set_aside[i].measure);
        paper_figure(paper, 0, cli_text(paper->cli, result->measure->title), amount_text(paper->cli, amount, result), TONE_PLAIN);
        paper_text(paper, 1, "", cli_text(paper->cli, place->set_aside[i].reason), TONE_PLAIN);
    }
}

/* The ceilings over several measures that cut the total or may cut it. */
static void print_limits(const struct paper *paper, const hs_place_result *place) {
    const struct cli *cli = paper->cli;
    char line[2 * LINE], before[LINE], after[LINE];
    bool begun = false;
    for (int32_t i = 0; i < place->limit_count; i++) {
        const hs_limit_result *result = &place->limits[i];
        bool yearly = result->limit->per == HS_YEARLY;
        hs_interval from = yearly ? result->before : result->whole, to = yearly ? result->after : result->allowed;
        if (from.low == to.low && from.high == to.high) continue;
        if (!begun) paper_heading(paper, say(cli, "几项合计的上限", "Ceilings over several measures"));
        begun = true;
        paper_figure(paper, 0, cli_text(cli, result->limit->title), interval_text(cli, after, to), TONE_PLAIN);
        snprintf(line, sizeof line,
                 yearly ? say(cli, "%s：%s；评估年度各项相加 %s", "%s: %s; in the year assessed they add up to %s")
                        : say(cli, "%s：%s；各年各项相加 %s", "%s: %s; over all years they add up to %s"),
                 result->limit->clause, cli_text(cli, result->rule), interval_text(cli, before, from));
        paper_text(paper, 1, say(cli, "条款", "Clause"), line, TONE_FAINT);
    }
}

static void print_place(const struct paper *paper, const hs_result *result, const hs_place_result *place) {
    const struct cli *cli = paper->cli;
    char line[LINE], day[HS_DATE_TEXT];
    hs_date_text(day, result->as_of);
    const char *name = place->name.zh != NULL ? cli_text(cli, place->name) : say(cli, "行政区划代码", "Place");
    snprintf(line, sizeof line, say(cli, "%s（%s），评估日期 %s", "%s (%s), as of %s"), name, place->adcode, day);
    paper_title(paper, line);
    if (place->policy_count == 0) {
        paper_text(paper, 0, "",
                   say(cli, "没有已装的政策适用于这个地点，合计 0 元。", "No installed policy covers this place; the total is 0 yuan."),
                   TONE_PLAIN);
        paper_gap(paper);
        return;
    }
    print_documents(paper, place, result->as_of);
    print_totals(paper, place);
    for (int group = GROUP_ELIGIBLE; group < GROUP_COUNT; group++) {
        print_group(paper, place, (enum group)group);
        if (group != GROUP_ELIGIBLE) continue;
        print_set_aside(paper, place);
        print_limits(paper, place);
    }
    paper_gap(paper);
}

void table_print(const struct cli *cli, const hs_result *result) {
    struct paper paper = paper_begin(cli);
    what_if_print(&paper, result->overlay, result->overlay_count);
    if (result->name != NULL) {
        paper_title(&paper, result->name);
        paper_gap(&paper);
    }
    for (int32_t i = 0; i < result->warning_count; i++) {
        char line[LINE];
        const hs_warning *warning = &result->warnings[i];
        snprintf(line, sizeof line, "%s%s%s", warning->place == NULL ? "" : warning->place, warning->place == NULL ? "" : " ",
                 cli_text(cli, warning->text));
        paper_text(&paper, 0, say(cli, "请核对", "Please check"), line, TONE_BAD);
    }
    if (result->warning_count > 0) paper_gap(&paper);
    for (int32_t i = 0; i < result->count; i++) print_place(&paper, result, &result->places[i]);
    advice_print_questions(&paper, result);
    if (result->question_count > 0) paper_gap(&paper);
    for (int32_t i = 0; i < result->assumption_count; i++) paper_text(&paper, 0, "*", cli_text(cli, result->assumptions[i]), TONE_FAINT);
    if (!cli->brief)
        paper_text(&paper, 0, "*",
                   say(cli, "“若改变”“下一档”只说明规则的界限，请如实填报",
                       "\"if changed\" and \"next tier\" only state the limits of the rules; state what is true"),
                   TONE_FAINT);
}
