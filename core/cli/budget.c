#include "budget.h"

#include "paper.h"
#include "phrase.h"
#include "rows.h"
#include "what_if.h"

#include <inttypes.h>
#include <stdio.h>

static const char *interval_text(const struct cli *cli, char line[LINE], hs_interval value) {
    line[0] = '\0';
    phrase_money(cli, line, value);
    return line;
}

const char *budget_no_amount(const struct cli *cli, const hs_budget_measure *measure) {
    if (measure->unstated) return say(cli, "文件未载金额", "no figure in the document");
    return measure->has_amount ? NULL : say(cli, "不涉及资金", "nothing in money");
}

/* ---- A table --------------------------------------------------------------------------------------------------------------------- */

static void print_measure(const struct paper *paper, const hs_budget_measure *measure) {
    const struct cli *cli = paper->cli;
    char line[2 * LINE], year[LINE], whole[LINE];
    const char *none = budget_no_amount(cli, measure);
    if (measure->eligible == 0 && measure->undetermined == 0) return;
    bool beyond = cli->envelope >= 0 && measure->year.high > cli->envelope;
    paper_figure(paper, 0, cli_text(cli, measure->measure->title), none != NULL ? none : interval_text(cli, year, measure->year),
                 beyond ? TONE_BAD : TONE_PLAIN);
    snprintf(line, sizeof line,
             say(cli, "%s %s：符合 %" PRId64 "，待定 %" PRId64 "%s%s", "%s %s: eligible %" PRId64 ", undetermined %" PRId64 "%s%s"),
             cli_text(cli, measure->policy->name), measure->measure->clause, measure->eligible, measure->undetermined,
             none != NULL ? "" : say(cli, "；各年合计 ", "; all years "), none != NULL ? "" : interval_text(cli, whole, measure->whole));
    paper_text(paper, 1, "", line, TONE_FAINT);
    if (!beyond) return;
    paper_text(paper, 1, "",
               measure->year.low > cli->envelope
                   ? say(cli, "单这一项，下限就超出预算", "by itself beyond the envelope already at the low end")
                   : say(cli, "单这一项，上限就超出预算", "by itself beyond the envelope at the high end"),
               TONE_BAD);
}

static void print_envelope(const struct paper *paper, const hs_budget_place *place) {
    const struct cli *cli = paper->cli;
    char line[2 * LINE], amount[LINE];
    if (cli->envelope < 0) return;
    bool low = place->total.low <= cli->envelope, high = place->total.high <= cli->envelope;
    snprintf(line, sizeof line,
             high  ? say(cli, "预算 %s：上限也够", "Envelope %s: enough even for the high end")
             : low ? say(cli, "预算 %s：下限够，上限不够", "Envelope %s: enough for the low end, not for the high one")
                   : say(cli, "预算 %s：下限也不够", "Envelope %s: not enough even for the low end"),
             interval_text(cli, amount, (hs_interval){cli->envelope, cli->envelope}));
    paper_text(paper, 0, "", line, high ? TONE_GOOD : low ? TONE_OPEN : TONE_BAD);
}

static void print_drivers(const struct paper *paper, const hs_budget_place *place) {
    const struct cli *cli = paper->cli;
    char line[LINE], amount[LINE];
    if (place->driver_count == 0) return;
    paper_heading(paper, say(cli, "哪些申请主体使合计不能确定", "Whose open facts spread the total"));
    for (int32_t i = 0; i < place->driver_count; i++) {
        const hs_budget_driver *driver = &place->drivers[i];
        snprintf(line, sizeof line, say(cli, "%s（第 %" PRId64 " 行）", "%s (line %" PRId64 ")"), driver->id == NULL ? "" : driver->id,
                 driver->line);
        paper_figure(paper, 0, line, interval_text(cli, amount, driver->total), TONE_OPEN);
    }
}

static void print_place(const struct paper *paper, const hs_budget_place *place) {
    const struct cli *cli = paper->cli;
    char line[LINE], amount[LINE];
    snprintf(line, sizeof line, say(cli, "%s（%s）：%" PRId64 " 个申请主体", "%s (%s): %" PRId64 " applicants"),
             place->name.zh != NULL ? cli_text(cli, place->name) : say(cli, "行政区划代码", "Place"), place->adcode, place->applicants);
    paper_title(paper, line);
    paper_figure(paper, 0, say(cli, "评估年度合计", "The year assessed"), interval_text(cli, amount, place->total), TONE_PLAIN);
    paper_figure(paper, 1, say(cli, "其中可确定", "of this certain"),
                 interval_text(cli, amount, (hs_interval){place->certain, place->certain}), TONE_PLAIN);
    paper_figure(paper, 0, say(cli, "各年合计", "All years"), interval_text(cli, amount, place->all_years), TONE_PLAIN);
    print_envelope(paper, place);
    paper_heading(paper, say(cli, "各项措施（单独计算，评估年度）", "Measures, each by itself, the year assessed"));
    for (int32_t i = 0; i < place->count; i++) print_measure(paper, &place->measures[i]);
    print_drivers(paper, place);
    paper_gap(paper);
}

static void print_table(const struct cli *cli, const hs_engine *engine, const hs_budget_place *places, int32_t count, int64_t refused) {
    struct paper paper = paper_begin(cli);
    char line[LINE];
    if (hs_engine_overlay_count(engine) > 0) what_if_print(&paper, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
    for (int32_t i = 0; i < count; i++) print_place(&paper, &places[i]);
    paper_text(&paper, 0, "",
               count > 0 ? say(cli, "预计，以主管部门审核为准。", "An estimate: the authority's review decides.")
                         : say(cli, "没有申请主体可以合计。", "There are no applicants to add up."),
               TONE_FAINT);
    if (refused == 0) return;
    snprintf(line, sizeof line,
             say(cli, "另有 %" PRId64 " 行被拒绝，不在以上数字里。", "%" PRId64 " rows were refused and are in none of these figures."),
             refused);
    paper_text(&paper, 0, "", line, TONE_BAD);
}

/* ---- CSV ------------------------------------------------------------------------------------------------------------------------- */

static void print_end(const struct cli *cli, int64_t fen) {
    if (fen == HS_UNBOUNDED)
        fputs(say(cli, "未定", "unbounded"), stdout);
    else
        printf("%" PRId64 ".%02" PRId64, fen / 100, fen % 100);
}

static void print_ends(const struct cli *cli, hs_interval value) {
    putchar(',');
    print_end(cli, value.low);
    putchar(',');
    print_end(cli, value.high);
}

static void print_csv_row(const struct cli *cli, const hs_budget_place *place, const hs_budget_measure *measure) {
    const char *cells[] = {place->adcode, place->name.zh == NULL ? "" : cli_text(cli, place->name), measure == NULL ? "" : measure->id,
                           measure == NULL ? "" : measure->measure->clause,
                           measure == NULL ? say(cli, "合计", "total") : cli_text(cli, measure->measure->title)};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (i > 0) putchar(',');
        rows_print_cell(stdout, cells[i]);
    }
    if (measure != NULL)
        printf(",%" PRId64 ",%" PRId64 ",%" PRId64, measure->eligible, measure->undetermined, measure->ineligible);
    else
        fputs(",,,", stdout);
    if (measure != NULL && budget_no_amount(cli, measure) != NULL)
        fputs(",,,,", stdout);
    else {
        print_ends(cli, measure == NULL ? place->total : measure->year);
        print_ends(cli, measure == NULL ? place->all_years : measure->whole);
    }
    fputs("\r\n", stdout);
}

static void print_csv(const struct cli *cli, const hs_engine *engine, const hs_budget_place *places, int32_t count) {
    fputs("\xEF\xBB\xBF", stdout);
    if (hs_engine_overlay_count(engine) > 0) what_if_print_csv(cli, stdout, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
    fputs(say(cli, "行政区划代码,地点,措施,条款,标题,符合,待定,不符合,年度下限（元）,年度上限（元）,各年下限（元）,各年上限（元）\r\n",
              "adcode,place,measure,clause,title,eligible,undetermined,ineligible,year_low_yuan,year_high_yuan,whole_low_yuan,whole_high_"
              "yuan\r\n"),
          stdout);
    for (int32_t i = 0; i < count; i++) {
        for (int32_t m = 0; m < places[i].count; m++) print_csv_row(cli, &places[i], &places[i].measures[m]);
        print_csv_row(cli, &places[i], NULL);
    }
}

int budget_print(const struct cli *cli, const hs_engine *engine, const hs_budget *budget, int64_t refused) {
    int32_t count;
    const hs_budget_place *places = hs_budget_places(budget, &count);
    if (cli->format == FORMAT_JSON) return host_print(hs_budget_json(budget, cli->envelope));
    if (cli->format == FORMAT_CSV)
        print_csv(cli, engine, places, count);
    else
        print_table(cli, engine, places, count, refused);
    return EXIT_OK;
}
