/* Who gains and who loses by a new version: applicants line by line, then the sums. Nothing is kept from one line to the next. */
#include "diff.h"
#include "lines.h"
#include "paper.h"
#include "phrase.h"
#include "rows.h"
#include "what_if.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 4, CSV_FIGURES = 10 };

static const hs_text changes[] = {[HS_SAME] = {"不变", "same"},
                                  [HS_GAINS] = {"增加", "gains"},
                                  [HS_LOSES] = {"减少", "loses"},
                                  [HS_MIXED] = {"一端增一端减", "one end up, one down"}};
static const int widths[COLUMNS] = {20, 28, 28, 0};

struct run {
    const struct cli *cli;
    const struct versions *versions;
    struct paper paper;
    struct lines lines;
    hs_effect *effect;
    int64_t printed, refused;
};

/* ---- Figures -------------------------------------------------------------------------------------------------------------------- */

static const char *money(const struct cli *cli, char line[LINE], hs_interval amount) {
    line[0] = '\0';
    phrase_money(cli, line, amount);
    return line;
}

static void add_signed(char line[LINE], int64_t fen) {
    char text[HS_MONEY_TEXT];
    phrase_add(line, fen < 0 ? "-" : fen > 0 ? "+" : "");
    phrase_add(line, hs_money_text(text, fen < 0 ? -fen : fen));
}

/* "+42,000 元"; both ends where they go different ways. */
static const char *difference(const struct cli *cli, char line[LINE], hs_effect_pair pair) {
    hs_interval by = hs_effect_difference(pair);
    line[0] = '\0';
    if (by.low == by.high) {
        add_signed(line, by.low);
        phrase_add(line, say(cli, " 元", " yuan"));
        return line;
    }
    phrase_add(line, say(cli, "低端 ", "low end "));
    add_signed(line, by.low);
    if (by.high == HS_UNBOUNDED) {
        phrase_add(line, say(cli, " 元，高端未定", " yuan, high end not known"));
        return line;
    }
    phrase_add(line, say(cli, "，高端 ", ", high end "));
    add_signed(line, by.high);
    phrase_add(line, say(cli, " 元", " yuan"));
    return line;
}

/* ---- A line ---------------------------------------------------------------------------------------------------------------------- */

static void print_cells(struct run *run, const char *first, hs_effect_pair pair) {
    char was[LINE], is[LINE], by[LINE];
    const char *const cells[COLUMNS] = {first, money(run->cli, was, pair.was), money(run->cli, is, pair.is),
                                        difference(run->cli, by, pair)};
    paper_row(&run->paper, cells, widths, COLUMNS, false);
}

static void print_row(struct run *run, const hs_effect_row *row) {
    char name[LINE];
    if (row->change == HS_SAME) return; /* counted below */
    if (row->name != NULL && row->name[0] != '\0')
        snprintf(name, sizeof name, "%.120s", row->name);
    else
        snprintf(name, sizeof name, say(run->cli, "第 %d 行", "line %d"), run->lines.number);
    print_cells(run, name, row->all_years);
}

/* A cell of text: quoted, and such that no spreadsheet takes it for a formula. */
static void print_csv_text(const char *text) {
    putchar('"');
    if (rows_is_formula(text)) putchar('\'');
    for (; *text != '\0'; text++) {
        if (*text == '"') putchar('"');
        putchar(*text);
    }
    putchar('"');
}

/* A figure without commas; nothing where there is no bound. */
static void print_csv_figure(int64_t fen) {
    char text[HS_MONEY_TEXT];
    putchar(',');
    if (fen == HS_UNBOUNDED) return;
    if (fen < 0) putchar('-');
    for (const char *at = hs_money_text(text, fen < 0 ? -fen : fen); *at != '\0'; at++)
        if (*at != ',') putchar(*at);
}

static void print_csv_row(struct run *run, const hs_effect_row *row) {
    hs_interval by = hs_effect_difference(row->all_years);
    const hs_interval figures[] = {row->total.was, row->total.is, row->all_years.was, row->all_years.is, by};
    printf("%d,", run->lines.number);
    print_csv_text(row->name == NULL ? "" : row->name);
    printf(",%s", cli_text(run->cli, changes[row->change]));
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        print_csv_figure(figures[i].low);
        print_csv_figure(figures[i].high);
    }
    fputs("\r\n", stdout);
}

static int print_json_row(struct run *run, const hs_effect_row *row) {
    char *json = hs_effect_row_json(row, run->lines.number);
    if (json == NULL) return EXIT_MEMORY;
    printf("%s%s", run->printed++ == 0 ? "" : ",", json);
    free(json);
    return EXIT_OK;
}

static int refuse(struct run *run, hs_error *error) {
    char *json = hs_error_json(error, NULL);
    if (json == NULL) return EXIT_MEMORY;
    if (run->cli->format == FORMAT_JSON) printf("%s{\"line\":%d,\"error\":%s}", run->printed++ == 0 ? "" : ",", run->lines.number, json);
    free(json);
    if (run->cli->format == FORMAT_CSV) {
        printf("%d,,%s", run->lines.number, say(run->cli, "被拒绝", "refused"));
        for (int i = 0; i < CSV_FIGURES; i++) putchar(',');
        fputs("\r\n", stdout);
    }
    error->line = run->lines.number;
    host_fail(run->cli, run->lines.file, error);
    run->refused++;
    return EXIT_OK;
}

static int assess_line(struct run *run, const hs_options *options) {
    hs_error error = {0};
    hs_effect_row row;
    int status = hs_effect_add(run->effect, &row, run->lines.text, run->lines.length, options, &error);
    if (status == HS_INPUT) return refuse(run, &error);
    if (status != HS_OK) return host_fail(run->cli, run->lines.file, &error);
    if (run->cli->format == FORMAT_JSON) return print_json_row(run, &row);
    if (run->cli->format == FORMAT_CSV)
        print_csv_row(run, &row);
    else
        print_row(run, &row);
    return EXIT_OK;
}

/* ---- The sums -------------------------------------------------------------------------------------------------------------------- */

static void print_out_of_force(struct run *run, int64_t out, const char *zh, const char *en) {
    char line[LINE];
    if (out == 0) return;
    snprintf(line, sizeof line,
             say(run->cli, "%s在 %" PRId64 " 个申请主体的评估日期不生效，不计入金额；可用 --as-of 指定日期",
                 "%s is not in force on the date assessed of %" PRId64 " applicants and counts for nothing there; --as-of sets the date"),
             say(run->cli, zh, en), out);
    paper_text(&run->paper, 0, "!", line, TONE_BAD);
}

static void print_counts(struct run *run, const hs_effect_result *result) {
    char line[LINE];
    int64_t same = result->applicants - result->gains - result->loses - result->mixed;
    snprintf(line, sizeof line,
             say(run->cli,
                 "评估 %" PRId64 " 个申请主体：增加 %" PRId64 " 个，减少 %" PRId64 " 个，一端增一端减 %" PRId64 " 个，不变 %" PRId64 " 个",
                 "%" PRId64 " applicants assessed: %" PRId64 " gain, %" PRId64 " lose, %" PRId64 " with one end up and one down, %" PRId64
                 " as before"),
             result->applicants, result->gains, result->loses, result->mixed, same);
    paper_text(&run->paper, 0, "", line, TONE_PLAIN);
    snprintf(line, sizeof line,
             say(run->cli, "另有 %" PRId64 " 行被拒绝，不在其中", "%" PRId64 " lines were refused and are not among them"), run->refused);
    if (run->refused > 0) paper_text(&run->paper, 0, "!", line, TONE_BAD);
    print_out_of_force(run, result->was_out, "旧版", "the old version");
    print_out_of_force(run, result->is_out, "新版", "the new version");
}

static void print_measure(struct run *run, const hs_effect_measure *sum) {
    const struct cli *cli = run->cli;
    const hs_measure *measure = sum->is != NULL ? sum->is : sum->was;
    char line[LINE], was[LINE], is[LINE], by[LINE];
    if (sum->changed == 0) return;
    snprintf(line, sizeof line, "%s %s%s", measure->clause, cli_text(cli, measure->title),
             sum->was == NULL  ? say(cli, "（新增）", " (new)")
             : sum->is == NULL ? say(cli, "（取消）", " (gone)")
                               : "");
    paper_figure(&run->paper, 0, line, difference(cli, by, sum->amount), TONE_GOOD);
    snprintf(line, sizeof line,
             say(cli, "%" PRId64 " 个申请主体有变化；由 %s 变为 %s", "%" PRId64 " applicants come out otherwise; from %s, now %s"),
             sum->changed, money(cli, was, sum->amount.was), money(cli, is, sum->amount.is));
    paper_text(&run->paper, 1, "", line, TONE_PLAIN);
}

static void print_head(struct run *run) {
    const struct cli *cli = run->cli;
    bool own = strcmp(run->versions->place, run->versions->is->adcode) == 0;
    char line[LINE];
    const char *const head[COLUMNS] = {say(cli, "申请主体", "Applicant"), say(cli, "旧版，各年合计", "Old, all years"),
                                       say(cli, "新版，各年合计", "New, all years"), say(cli, "变化", "Difference")};
    snprintf(line, sizeof line,
             say(cli, "谁增加、谁减少（%s%s，不变的不列）", "Who gains and who loses (%s%s; those as before are left out)"),
             own ? cli_text(cli, run->versions->is->name) : "", own ? "" : run->versions->place);
    paper_heading(&run->paper, line);
    paper_row(&run->paper, head, widths, COLUMNS, true);
}

static void print_sums(struct run *run) {
    const struct cli *cli = run->cli;
    const hs_effect_result *result = hs_effect_get(run->effect);
    paper_gap(&run->paper);
    print_counts(run, result);
    paper_heading(&run->paper, say(cli, "合计", "Totals"));
    const char *const head[COLUMNS] = {"", say(cli, "旧版", "Old"), say(cli, "新版", "New"), say(cli, "变化", "Difference")};
    paper_row(&run->paper, head, widths, COLUMNS, true);
    print_cells(run, say(cli, "评估年度", "Year assessed"), result->total);
    print_cells(run, say(cli, "各年合计", "All years"), result->all_years);
    paper_heading(&run->paper, say(cli, "按条款（单项金额，没有扣除重复享受和合计上限）",
                                   "Clause by clause (each by itself, before duplication and joint ceilings)"));
    int64_t changed = 0;
    for (int32_t i = 0; i < result->count; i++) {
        print_measure(run, &result->measures[i]);
        changed += result->measures[i].changed;
    }
    if (changed == 0) paper_text(&run->paper, 0, "", say(cli, "没有条款有变化。", "No clause comes out otherwise."), TONE_PLAIN);
}

/* ---- Printing -------------------------------------------------------------------------------------------------------------------- */

static void begin(struct run *run) {
    const struct cli *cli = run->cli;
    const hs_engine *engine = run->versions->is_engine;
    if (cli->format == FORMAT_JSON) {
        printf(",\"place\":\"%s\",\"applicants\":[", run->versions->place);
    } else if (cli->format == FORMAT_CSV) {
        if (hs_engine_overlay_count(engine) > 0)
            what_if_print_csv(cli, stdout, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
        fputs("line,name,change,year_before_low,year_before_high,year_after_low,year_after_high,all_before_low,all_before_high,"
              "all_after_low,all_after_high,difference_low,difference_high\r\n",
              stdout);
    } else {
        print_head(run);
    }
}

static int end(struct run *run) {
    if (run->cli->format == FORMAT_CSV) return EXIT_OK;
    if (run->cli->format != FORMAT_JSON) {
        print_sums(run);
        return EXIT_OK;
    }
    char *json = hs_effect_json(run->effect);
    if (json == NULL) return EXIT_MEMORY;
    printf("],\"effect\":%s", json);
    free(json);
    return EXIT_OK;
}

static int assess_lines(struct run *run) {
    hs_options options = host_options(run->cli);
    int code = EXIT_OK;
    begin(run);
    while (code == EXIT_OK && ferror(stdout) == 0 && lines_next(&run->lines)) code = assess_line(run, &options);
    if (code == EXIT_OK && lines_failed(&run->lines)) code = host_fail_file(run->cli, run->lines.file, errno);
    int ended = end(run);
    if (code == EXIT_OK) code = ended;
    if (code != EXIT_OK || run->refused == 0) return code;
    fprintf(stderr,
            say(run->cli, "huisuan: %" PRId64 " 行已评估，%" PRId64 " 行被拒绝\n",
                "huisuan: %" PRId64 " lines assessed, %" PRId64 " refused\n"),
            hs_effect_get(run->effect)->applicants, run->refused);
    return EXIT_RECORDS;
}

int effect_print(const struct cli *cli, const struct versions *versions) {
    struct run run = {.cli = cli, .versions = versions, .paper = paper_begin(cli)};
    hs_error error = {0};
    int code = EXIT_INPUT;
    if (hs_effect_new(&run.effect, versions->was_engine, versions->was->id, versions->is_engine, versions->is->id, versions->place,
                      &error) != HS_OK)
        return host_fail(cli, NULL, &error);
    if (lines_open(&run.lines, cli, cli->applicants, DOCUMENT_MAX)) {
        code = assess_lines(&run);
        lines_close(&run.lines);
    }
    hs_effect_free(run.effect);
    return code;
}
