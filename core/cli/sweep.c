/* One figure runs through its range: where the money turns, and the next turn from here. */
#include "chart.h"
#include "paper.h"
#include "phrase.h"
#include "what_if.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- One figure -------------------------------------------------------------------------------------------------------------------- */

static const char *title_of(const struct cli *cli, const hs_curve *curve) {
    return curve->measure == NULL ? say(cli, "合计（评估年度）", "Total (year assessed)") : cli_text(cli, curve->measure->title);
}

static void add_piece_range(const struct cli *cli, char line[LINE], const hs_piece *piece, const hs_fact *fact, bool last) {
    hs_interval range = {piece->from, last ? HS_UNBOUNDED : piece->to};
    phrase_figure(cli, line, range, fact->type, fact);
}

static void print_piece(const struct paper *paper, const hs_curve *curve, const hs_piece *piece, const hs_fact *fact, bool last) {
    static const hs_text standings[] = {[HS_INELIGIBLE] = {"不符合条件", "not eligible"},
                                        [HS_UNDETERMINED] = {"还不能确定", "cannot be told"},
                                        [HS_ELIGIBLE] = {"符合条件", "eligible"}};
    static const enum paper_tone tones[] = {[HS_INELIGIBLE] = TONE_FAINT, [HS_UNDETERMINED] = TONE_OPEN, [HS_ELIGIBLE] = TONE_PLAIN};
    const struct cli *cli = paper->cli;
    char left[LINE] = "", right[LINE] = "";
    add_piece_range(cli, left, piece, fact, last);
    if (curve->has_amount) phrase_money(cli, right, piece->first);
    bool moves = piece->first.low != piece->last.low || piece->first.high != piece->last.high;
    if (curve->has_amount && moves) {
        if (curve->uneven)
            phrase_add(right, last ? say(cli, " 起，逐级增加", ", rising by steps") : say(cli, " 逐级变到 ", " by steps to "));
        else
            phrase_add(right, last ? say(cli, " 起，按比例增加", ", rising in proportion") : say(cli, " 渐变到 ", " rising to "));
        if (!last) phrase_money(cli, right, piece->last);
    }
    if (!curve->has_amount || (piece->standing != HS_ELIGIBLE && !moves && piece->last.high == 0)) {
        right[0] = '\0';
        phrase_add(right, cli_text(cli, standings[piece->standing]));
    }
    paper_figure(paper, 1, left, right, tones[piece->standing]);
}

static void print_curve(const struct paper *paper, const hs_curve *curve, const hs_fact *fact) {
    paper_figure(paper, 0, title_of(paper->cli, curve), "", TONE_GOOD);
    for (int32_t i = 0; i < curve->count; i++) print_piece(paper, curve, &curve->pieces[i], fact, i + 1 == curve->count);
}

static void print_turn(const struct paper *paper, const char *label, const hs_sweep_place *place, const hs_piece *piece, bool up,
                       const hs_fact *fact) {
    const struct cli *cli = paper->cli;
    char line[LINE] = "", gap[128];
    int64_t at = up ? piece->from : piece->to, now = place->have.low;
    phrase_figure(cli, line, (hs_interval){at, at}, fact->type, fact);
    phrase_add(line, up ? say(cli, "（还差 ", " (lacking ") : say(cli, "（少 ", " (less by "));
    phrase_add(line, hs_figure_text(gap, sizeof gap, up ? at - now : now - at, fact->type, fact, cli->language));
    phrase_add(line, say(cli, "），合计 ", "), total "));
    phrase_money(cli, line, up ? piece->first : piece->last);
    paper_text(paper, 0, label, line, TONE_OPEN);
}

static void print_estimate(const struct paper *paper) {
    paper_text(
        paper, 0, "*",
        say(paper->cli, "其他情况不变；结果为预计，以主管部门审核为准", "all else unchanged; an estimate: the authority's review decides"),
        TONE_FAINT);
}

/* Whether the total rises with the figure where it is now. */
static bool is_moving(const hs_sweep_place *place) {
    const hs_curve *total = &place->curves[0];
    for (int32_t i = 0; place->have.low == place->have.high && i < total->count; i++) {
        const hs_piece *piece = &total->pieces[i];
        if (piece->from <= place->have.low && place->have.low <= piece->to)
            return piece->first.low != piece->last.low || piece->first.high != piece->last.high;
    }
    return false;
}

static void print_turns(const struct paper *paper, const hs_sweep_place *place, const hs_fact *fact) {
    const struct cli *cli = paper->cli;
    const hs_piece *previous, *next;
    hs_sweep_neighbours(place, &previous, &next);
    if (is_moving(place))
        paper_text(paper, 0, "", say(cli, "在现在这一段，合计随它按比例变化", "where it is now, the total moves in proportion"),
                   TONE_FAINT);
    if (next != NULL) print_turn(paper, say(cli, "再往上", "Upwards at"), place, next, true, fact);
    if (previous != NULL) print_turn(paper, say(cli, "再往下", "Downwards at"), place, previous, false, fact);
}

static void print_place(const struct paper *paper, const hs_sweep_result *result, const hs_sweep_place *place) {
    const struct cli *cli = paper->cli;
    const hs_fact *fact = result->subject.fact;
    char line[LINE] = "";
    phrase_add(line, place->name.zh == NULL ? place->adcode : cli_text(cli, place->name));
    phrase_add(line, say(cli, "：", ": "));
    phrase_subject(cli, line, result->subject);
    phrase_add(line, say(cli, "（现为 ", " (now "));
    phrase_fact_value(cli, line, fact, place->have);
    phrase_add(line, say(cli, "）", ")"));
    paper_title(paper, line);
    if (place->count == 1) {
        paper_text(paper, 0, "", say(cli, "这里没有措施取决于它。", "No measure here depends on it."), TONE_PLAIN);
        paper_gap(paper);
        return;
    }
    print_turns(paper, place, fact);
    for (int32_t i = 0; i < place->count; i++) print_curve(paper, &place->curves[i], fact);
    paper_gap(paper);
}

/* ---- Comma-separated values ---------------------------------------------------------------------------------------------------------- */

static void print_cell(int64_t value, int32_t type) {
    if (value == HS_UNBOUNDED)
        return;
    else if (type == HS_COUNT)
        printf("%" PRId64, value);
    else
        printf("%" PRId64 ".%02d", value / 100, (int)(value % 100));
}

static void print_csv(const struct cli *cli, const hs_sweep_result *result) {
    static const char *const standings[] = {[HS_INELIGIBLE] = "ineligible", [HS_UNDETERMINED] = "undetermined", [HS_ELIGIBLE] = "eligible"};
    int32_t type = result->subject.fact->type;
    what_if_print_csv(cli, stdout, result->overlay, result->overlay_count);
    puts("place,measure,from,to,status,low_at_from,high_at_from,low_at_to,high_at_to\r");
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t c = 0; c < result->places[i].count; c++)
            for (int32_t k = 0; k < result->places[i].curves[c].count; k++) {
                const hs_curve *curve = &result->places[i].curves[c];
                const hs_piece *piece = &curve->pieces[k];
                const int64_t amounts[] = {piece->first.low, piece->first.high, piece->last.low, piece->last.high};
                printf("%s,%s,", result->places[i].adcode, curve->measure == NULL ? "total" : curve->id);
                print_cell(piece->from, type);
                putchar(',');
                print_cell(piece->to, type);
                printf(",%s", curve->measure == NULL ? "" : standings[piece->standing]);
                for (int a = 0; a < 4; a++) {
                    putchar(',');
                    if (curve->has_amount) print_cell(amounts[a], HS_MONEY);
                }
                puts("\r");
            }
}

/* ---- Every figure -------------------------------------------------------------------------------------------------------------------- */

/* What a sweep is made with. */
struct source {
    const struct cli *cli;
    const hs_engine *engine;
    const char *file, *text;
    size_t length;
    int swept, turning; /* figures so far, and those at which a total turns */
};

static int sweep(const struct source *source, hs_sweep **out, const char *fact, hs_interval range) {
    hs_error error = {0};
    const hs_options options = host_options(source->cli);
    int status = hs_sweep_new(out, source->engine, source->text, source->length, &options, fact, range, &error);
    return status == HS_OK ? EXIT_OK : host_fail(source->cli, source->file, &error);
}

/* The next turns of the total from a figure that is stated; nothing for one that no total depends on. Returns whether there are any. */
static bool print_next(const struct paper *paper, const hs_sweep_result *result) {
    const struct cli *cli = paper->cli;
    bool any = false;
    for (int32_t i = 0; i < result->count; i++) {
        const hs_sweep_place *place = &result->places[i];
        const hs_piece *previous, *next;
        hs_sweep_neighbours(place, &previous, &next);
        if (previous == NULL && next == NULL) continue;
        any = true;
        char left[LINE] = "", right[LINE] = "";
        phrase_subject(cli, left, result->subject);
        if (result->count > 1) {
            phrase_add(left, say(cli, "（", " ("));
            phrase_add(left, place->name.zh == NULL ? place->adcode : cli_text(cli, place->name));
            phrase_add(left, say(cli, "）", ")"));
        }
        phrase_fact_value(cli, right, result->subject.fact, place->have);
        paper_figure(paper, 0, left, right, TONE_GOOD);
        print_turns(paper, place, result->subject.fact);
    }
    return any;
}

static int sweep_one(struct source *source, const struct paper *paper, hs_subject subject) {
    char name[256];
    hs_sweep *swept = NULL;
    int code = sweep(source, &swept, hs_subject_text(name, sizeof name, subject), (hs_interval){0, 0});
    if (code != EXIT_OK) return code;
    const char *json = source->cli->format == FORMAT_JSON ? hs_sweep_json(swept, NULL) : NULL;
    if (json != NULL)
        printf("%s%s", source->swept == 0 ? "" : ",\n", json);
    else if (source->cli->format == FORMAT_JSON)
        code = EXIT_MEMORY;
    else
        source->turning += print_next(paper, hs_sweep_get(swept));
    source->swept++;
    hs_sweep_free(swept);
    return code;
}

/* The figures in the records that are stated, as the sweep itself would refuse the others. */
static int sweep_records(struct source *source, const struct paper *paper, const hs_fact *list, const hs_assessment *assessment) {
    int32_t records = hs_assessment_records(assessment, list);
    for (int32_t r = 0; r < records; r++)
        for (int32_t f = 0; f < hs_engine_field_count(source->engine, list); f++) {
            const hs_fact *field = hs_engine_field(source->engine, list, f);
            int code = hs_is_figure(field->type) ? sweep_one(source, paper, (hs_subject){field, r}) : EXIT_OK;
            if (code != EXIT_OK) return code;
        }
    return EXIT_OK;
}

static int sweep_all(struct source *source) {
    const struct cli *cli = source->cli;
    struct paper paper = paper_begin(cli);
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    hs_options options = host_options(cli);
    options.brief = 1;
    int status = hs_assess(&assessment, source->engine, source->text, source->length, &options, &error);
    if (status != HS_OK) return host_fail(cli, source->file, &error);
    if (cli->format == FORMAT_JSON) {
        putchar('[');
    } else {
        what_if_print(&paper, hs_assessment_result(assessment)->overlay, hs_assessment_result(assessment)->overlay_count);
        paper_title(&paper, say(cli, "哪个数再变一点，合计就变（其他情况不变）", "Where the total turns next, one figure at a time"));
    }
    int code = EXIT_OK;
    for (int32_t i = 0; code == EXIT_OK && i < hs_engine_fact_count(source->engine); i++) {
        const hs_fact *fact = hs_engine_fact(source->engine, i);
        if (hs_is_figure(fact->type)) code = sweep_one(source, &paper, (hs_subject){fact, -1});
        if (fact->type == HS_LIST) code = sweep_records(source, &paper, fact, assessment);
    }
    if (cli->format == FORMAT_JSON) {
        puts("]");
    } else {
        if (code == EXIT_OK && source->turning == 0)
            paper_text(&paper, 0, "",
                       say(cli, "没有哪个填报的数使合计转折；合计怎样随一个数变，用 --fact 指明。",
                           "The total turns at no figure that is stated; --fact shows how it goes with one."),
                       TONE_PLAIN);
        paper_gap(&paper);
        print_estimate(&paper);
    }
    hs_assessment_free(assessment);
    return code;
}

/* ---- The command ------------------------------------------------------------------------------------------------------------------- */

static int print_sweep(const struct cli *cli, hs_sweep *swept) {
    const hs_sweep_result *result = hs_sweep_get(swept);
    if (cli->format == FORMAT_JSON) {
        const char *json = hs_sweep_json(swept, NULL);
        if (json == NULL) return EXIT_MEMORY;
        puts(json);
    } else if (cli->format == FORMAT_CSV) {
        print_csv(cli, result);
    } else if (cli->format == FORMAT_SVG) {
        chart_print(cli, result);
    } else {
        struct paper paper = paper_begin(cli);
        what_if_print(&paper, result->overlay, result->overlay_count);
        for (int32_t i = 0; i < result->count; i++) print_place(&paper, result, &result->places[i]);
        print_estimate(&paper);
    }
    return EXIT_OK;
}

/* An end of the range as people write it; false where it is no figure. */
static bool read_end(const char *text, int32_t type, int64_t *out) {
    int64_t value = 0;
    int decimals = 0, at = 0;
    for (; (text[at] >= '0' && text[at] <= '9') || (text[at] == '.' && decimals == 0 && at > 0); at++) {
        if (value > INT64_C(1000000000000000)) return false;
        if (text[at] == '.')
            decimals = 1;
        else if (decimals < 3)
            value = value * 10 + (text[at] - '0'), decimals += decimals > 0;
        else
            return false;
    }
    if (at == 0 || text[at] != '\0' || (type == HS_COUNT && decimals > 0)) return false;
    for (int i = decimals == 0 ? 1 : decimals; type != HS_COUNT && i < 3; i++) value *= 10;
    *out = value;
    return true;
}

static int sweep_fact(struct source *source) {
    const struct cli *cli = source->cli;
    hs_subject subject;
    hs_interval range = {0, 0};
    hs_sweep *swept = NULL;
    bool fits = !hs_subject_read(&subject, source->engine, cli->fact) ||
                ((cli->from == NULL || read_end(cli->from, subject.fact->type, &range.low)) &&
                 (cli->to == NULL || (read_end(cli->to, subject.fact->type, &range.high) && range.high > 0)));
    if (!fits || (cli->from != NULL && cli->to == NULL))
        return host_usage(cli, "--from 和 --to 应为数字，如 0 和 5000000，--to 要大于 0；有 --from 就要有 --to",
                          "--from and --to are figures like 0 and 5000000, --to above 0; --from wants --to");
    int code = sweep(source, &swept, cli->fact, range);
    if (code == EXIT_OK) code = print_sweep(cli, swept);
    hs_sweep_free(swept);
    return code;
}

int run_sweep(const struct cli *cli) {
    struct source source = {.cli = cli};
    int code = EXIT_INPUT;
    if (cli->argument_count != 1)
        return host_usage(cli, "sweep 要一个文件，或 - 表示标准输入", "sweep wants one file, or - for standard input");
    if (cli->fact == NULL && (cli->format == FORMAT_CSV || cli->format == FORMAT_SVG))
        return host_usage(cli, "csv 和 svg 要用 --fact 指明一个事实", "csv and svg want one fact, named with --fact");
    if (cli->fact == NULL && (cli->from != NULL || cli->to != NULL))
        return host_usage(cli, "--from 和 --to 要和 --fact 一起用", "--from and --to go with --fact");
    source.file = cli->arguments[0];
    char *text = host_read(cli, source.file, &source.length);
    hs_engine *engine = text == NULL ? NULL : host_engine(cli, &code);
    source.text = text;
    source.engine = engine;
    if (engine != NULL) code = cli->fact == NULL ? sweep_all(&source) : sweep_fact(&source);
    hs_engine_free(engine);
    free(text);
    return code;
}
