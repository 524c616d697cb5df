/* The firm in every place side by side. */
#include "paper.h"
#include "phrase.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 4 };

static const char *name_of(const struct cli *cli, const hs_candidate *candidate) {
    return candidate->place->name.zh == NULL ? candidate->place->adcode : cli_text(cli, candidate->place->name);
}

static const char *money(const struct cli *cli, char line[LINE], hs_interval amount) {
    line[0] = '\0';
    phrase_money(cli, line, amount);
    return line;
}

static void print_overview(const struct paper *paper, const hs_comparison_result *comparison) {
    const struct cli *cli = paper->cli;
    const char *const head[COLUMNS] = {say(cli, "地点", "Place"), say(cli, "评估年度预计", "Expected, year assessed"),
                                       say(cli, "其中可确定", "Of this certain"), say(cli, "各年合计", "All years")};
    static const int widths[COLUMNS] = {28, 27, 17, 0};
    paper_row(paper, head, widths, COLUMNS, true);
    for (int32_t i = 0; i < comparison->count; i++) {
        const hs_candidate *candidate = &comparison->candidates[i];
        const hs_place_result *place = candidate->place;
        char name[LINE], total[LINE], certain[LINE], all_years[LINE];
        snprintf(name, sizeof name, "%s%s", name_of(cli, candidate), candidate->what_if ? say(cli, "（假设）", " (what if)") : "");
        const char *const cells[COLUMNS] = {name, money(cli, total, place->total),
                                            money(cli, certain, (hs_interval){place->certain, place->certain}),
                                            money(cli, all_years, place->all_years)};
        paper_row(paper, cells, widths, COLUMNS, false);
    }
}

static void print_subjects(const struct paper *paper, const char *label, const hs_subject *subjects, int32_t count, enum paper_tone tone) {
    char line[LINE] = "";
    if (count == 0) return;
    phrase_subjects(paper->cli, line, subjects, count);
    paper_text(paper, 0, label, line, tone);
}

static void print_force(const struct paper *paper, const hs_place_result *place) {
    const struct cli *cli = paper->cli;
    for (int32_t i = 0; i < place->policy_count; i++) {
        char line[LINE];
        snprintf(line, sizeof line,
                 say(cli, "%s的政策在评估日期不生效，不计入合计", "the policy of %s is not in force on the date assessed and in no total"),
                 cli_text(cli, place->policies[i].policy->name));
        if (place->policies[i].in_force == HS_FALSE) paper_text(paper, 0, "!", line, TONE_BAD);
    }
}

static void print_candidate(const struct paper *paper, const hs_candidate *candidate) {
    const struct cli *cli = paper->cli;
    char line[LINE];
    const char *name = candidate->place->name.zh == NULL ? say(cli, "行政区划代码", "Place") : name_of(cli, candidate);
    snprintf(line, sizeof line, say(cli, "%s（%s）", "%s (%s)"), name, candidate->place->adcode);
    paper_heading(paper, line);
    if (candidate->what_if)
        paper_text(paper, 0, "?",
                   say(cli, "假设：申请主体不在这里。下面是按现在填报的情况落到这里会怎样。",
                       "What if: the applicant is not here. This is what its facts as stated would give here."),
                   TONE_OPEN);
    if (candidate->place->policy_count == 0)
        paper_text(paper, 0, "", say(cli, "没有已装的政策适用于这里。", "No installed policy covers this place."), TONE_PLAIN);
    snprintf(line, sizeof line, say(cli, "可享受 %d 项，还要看情况 %d 项", "measures that can be had: %d, that are open: %d"),
             (int)candidate->eligible, (int)candidate->open);
    if (candidate->place->policy_count > 0) paper_text(paper, 0, "", line, TONE_PLAIN);
    print_force(paper, candidate->place);
    print_subjects(paper,
                   candidate->what_if ? say(cli, "假定和所在地一样", "Assumed to be as at its own place")
                                      : say(cli, "没有分地填写，按各地相同", "Not stated place by place, taken to be the same"),
                   candidate->assumed, candidate->assumed_count, TONE_OPEN);
    if (candidate->what_if)
        print_subjects(paper, say(cli, "在这里还要弄清", "To find out for this place"), candidate->missing, candidate->extra_count,
                       TONE_OPEN);
    print_subjects(paper, say(cli, "还没有填明", "Not yet stated"), candidate->missing + candidate->extra_count,
                   candidate->missing_count - candidate->extra_count, TONE_FAINT);
}

static void print_comparison(const struct cli *cli, const hs_comparison_result *comparison) {
    struct paper paper = paper_begin(cli);
    char line[LINE], day[HS_DATE_TEXT];
    const hs_result *result = comparison->result;
    what_if_print(&paper, result->overlay, result->overlay_count);
    snprintf(line, sizeof line, say(cli, "%s%s各地比较，评估日期 %s", "%s%splaces side by side, as of %s"),
             result->name == NULL ? "" : result->name, result->name == NULL ? "" : say(cli, "：", ": "), hs_date_text(day, result->as_of));
    paper_title(&paper, line);
    paper_gap(&paper);
    print_overview(&paper, comparison);
    for (int32_t i = 0; i < comparison->count; i++) print_candidate(&paper, &comparison->candidates[i]);
    paper_gap(&paper);
    for (int32_t i = 0; i < result->assumption_count; i++) paper_text(&paper, 0, "*", cli_text(cli, result->assumptions[i]), TONE_FAINT);
}

int run_compare(const struct cli *cli) {
    size_t length = 0;
    int code = EXIT_INPUT;
    if (cli->argument_count != 1)
        return host_usage(cli, "compare 要一个文件，或 - 表示标准输入", "compare wants one file, or - for standard input");
    char *text = host_read(cli, cli->arguments[0], &length);
    hs_engine *engine = text == NULL ? NULL : host_engine(cli, &code);
    if (engine != NULL) {
        hs_error error = {0};
        hs_comparison *comparison = NULL;
        const hs_options options = host_options(cli);
        int status = hs_comparison_new(&comparison, engine, text, length, &options, &error);
        code = status == HS_OK ? EXIT_OK : host_fail(cli, cli->arguments[0], &error);
        const char *json = status == HS_OK && cli->format == FORMAT_JSON ? hs_comparison_json(comparison, NULL) : NULL;
        if (json != NULL)
            puts(json);
        else if (status == HS_OK && cli->format == FORMAT_JSON)
            code = EXIT_MEMORY;
        else if (status == HS_OK)
            print_comparison(cli, hs_comparison_get(comparison));
        hs_comparison_free(comparison);
    }
    hs_engine_free(engine);
    free(text);
    return code;
}
