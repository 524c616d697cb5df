/* huisuan review: claims against the rules, fact by fact. */
#include "review.h"

#include "paper.h"
#include "phrase.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

hs_text review_verdict(int32_t verdict) {
    static const hs_text texts[] = {[HS_NOT_CLAIMED] = {"未申报", "not claimed"},
                                    [HS_WITHIN] = {"在可确定以内", "within what is certain"},
                                    [HS_OPEN] = {"在可能的范围内", "within what is possible"},
                                    [HS_ABOVE] = {"超出", "above"},
                                    [HS_NOT_ENTITLED] = {"不符合", "not entitled"},
                                    [HS_CANNOT_TELL] = {"不能确定", "cannot be told"},
                                    [HS_NO_FIGURE] = {"文件未载金额", "no figure in the document"},
                                    [HS_NO_MONEY] = {"不涉及资金", "nothing in money"},
                                    [HS_SET_ASIDE] = {"不重复享受", "set aside, not paid twice"},
                                    [HS_NOT_IN_FORCE] = {"政策不在有效期", "policy not in force"}};
    return texts[verdict];
}

hs_text review_proof(int32_t state) {
    static const hs_text texts[] = {[HS_DECLARED] = {"申报", "declared"},
                                    [HS_EVIDENCED] = {"有凭证", "evidenced"},
                                    [HS_VERIFIED] = {"已核实", "verified"},
                                    [HS_DISPUTED] = {"有争议", "disputed"}};
    return texts[state];
}

static enum paper_tone tone_of(int32_t verdict) {
    switch (verdict) {
    case HS_WITHIN: return TONE_GOOD;
    case HS_ABOVE:
    case HS_NOT_ENTITLED:
    case HS_SET_ASIDE:
    case HS_NOT_IN_FORCE: return TONE_BAD;
    default: return TONE_OPEN;
    }
}

/* "超出 20,000 元" */
static void phrase_verdict(const struct cli *cli, char line[LINE], int32_t verdict, int64_t above) {
    phrase_add(line, cli_text(cli, review_verdict(verdict)));
    if (above == 0 || (verdict != HS_ABOVE && verdict != HS_CANNOT_TELL)) return;
    phrase_add(line, verdict == HS_ABOVE ? " " : say(cli, "，至少超出 ", ", above by at least "));
    phrase_money(cli, line, (hs_interval){above, above});
}

/* "+20,000 元" */
static void phrase_signed(const struct cli *cli, char line[LINE], int64_t fen) {
    int64_t size = fen < 0 ? -fen : fen;
    phrase_add(line, fen < 0 ? "−" : fen > 0 ? "+" : "");
    phrase_money(cli, line, (hs_interval){size, size});
}

static void print_finding(const struct paper *paper, const hs_claim *claim) {
    const struct cli *cli = paper->cli;
    char line[LINE] = "";
    if (!claim->has_finding) return;
    phrase_money(cli, line, (hs_interval){claim->finding, claim->finding});
    if (claim->has_amount) {
        phrase_add(line, say(cli, "，与规则相差 ", ", against the rules "));
        phrase_signed(cli, line, claim->differs);
    }
    paper_text(paper, 1, say(cli, "认定", "Finding"), line, TONE_PLAIN);
    paper_text(paper, 1, say(cli, "理由", "Reason"), claim->reason, TONE_PLAIN);
}

static void print_claim(const struct paper *paper, const hs_claim *claim) {
    const struct cli *cli = paper->cli;
    const hs_measure *measure = claim->measure->measure;
    char line[LINE] = "", amount[LINE] = "";
    if (claim->verdict != HS_NOT_CLAIMED) phrase_money(cli, amount, (hs_interval){claim->claimed, claim->claimed});
    paper_figure(paper, 0, cli_text(cli, measure->title), amount, tone_of(claim->verdict));
    phrase_verdict(cli, line, claim->verdict, claim->above);
    paper_text(paper, 1, say(cli, "结论", "Verdict"), line, tone_of(claim->verdict));
    snprintf(line, sizeof line, "%s %s", cli_text(cli, claim->policy->policy->name), measure->clause);
    paper_text(paper, 1, say(cli, "条款", "Clause"), line, TONE_FAINT);
    line[0] = '\0';
    if (claim->has_amount) {
        phrase_money(cli, line, claim->entitled);
        phrase_add(line, say(cli, "，其中可确定 ", ", certain "));
        phrase_money(cli, line, (hs_interval){claim->certain, claim->certain});
        phrase_add(line,
                   measure->per == HS_YEARLY ? say(cli, "（评估年度）", " (the year assessed)") : say(cli, "（全部）", " (the whole)"));
        paper_text(paper, 1, say(cli, "规则", "Rules"), line, TONE_PLAIN);
    }
    for (int32_t i = 0; i < claim->why_count; i++) paper_text(paper, 1, "·", cli_text(cli, claim->why[i]), TONE_PLAIN);
    print_finding(paper, claim);
}

static void print_limits(const struct paper *paper, const hs_review_place *place) {
    const struct cli *cli = paper->cli;
    if (place->limit_count > 0) paper_heading(paper, say(cli, "几项合计的上限", "Ceilings over several measures"));
    for (int32_t i = 0; i < place->limit_count; i++) {
        const hs_claim_limit *limit = &place->limits[i];
        char amount[LINE] = "", line[LINE] = "";
        phrase_money(cli, amount, (hs_interval){limit->claimed, limit->claimed});
        paper_figure(paper, 0, cli_text(cli, limit->limit->limit->title), amount, tone_of(limit->verdict));
        phrase_verdict(cli, line, limit->verdict, limit->above);
        phrase_add(line, say(cli, "：", ": "));
        phrase_add(line, limit->limit->limit->clause);
        phrase_add(line, say(cli, " 上限 ", " ceiling "));
        phrase_money(cli, line, limit->limit->ceiling);
        paper_text(paper, 1, say(cli, "结论", "Verdict"), line, tone_of(limit->verdict));
    }
}

static void print_place(const struct paper *paper, const hs_review_result *review, const hs_review_place *place) {
    const struct cli *cli = paper->cli;
    char line[LINE], day[HS_DATE_TEXT];
    const char *name = place->place->name.zh != NULL ? cli_text(cli, place->place->name) : say(cli, "行政区划代码", "Place");
    snprintf(line, sizeof line, say(cli, "%s（%s），评估日期 %s", "%s (%s), as of %s"), name, place->place->adcode,
             hs_date_text(day, review->result->as_of));
    paper_title(paper, line);
    paper_heading(paper, say(cli, "申报", "Claims"));
    if (place->count == 0) paper_text(paper, 0, "", say(cli, "这里没有申报。", "Nothing is claimed here."), TONE_PLAIN);
    for (int32_t i = 0; i < place->count; i++) {
        if (i > 0) paper_gap(paper);
        print_claim(paper, &place->claims[i]);
    }
    print_limits(paper, place);
    if (place->unclaimed_count > 0) paper_heading(paper, say(cli, "符合而没有申报的", "Entitled and not claimed"));
    for (int32_t i = 0; i < place->unclaimed_count; i++) {
        const hs_measure *measure = place->unclaimed[i].measure->measure;
        char amount[LINE] = "";
        phrase_money(cli, amount, place->unclaimed[i].entitled);
        snprintf(line, sizeof line, "%s %s", measure->clause, cli_text(cli, measure->title));
        paper_figure(paper, 0, line, amount, TONE_PLAIN);
    }
    paper_gap(paper);
}

/* ---- Facts ------------------------------------------------------------------------------------------------------------------------ */

static void phrase_have(const struct cli *cli, char line[LINE], const hs_fact *fact, hs_interval have) {
    static const hs_text records = {"条", "records"};
    const hs_fact count = {.id = fact->id, .type = HS_COUNT, .unit = records};
    if (fact->type != HS_LIST)
        phrase_fact_value(cli, line, fact, have);
    else if (have.high == HS_UNBOUNDED)
        phrase_add(line, say(cli, "未填", "not stated"));
    else
        phrase_figure(cli, line, have, HS_COUNT, &count);
}

static void print_facts(const struct paper *paper, const hs_review_result *review) {
    static const enum paper_tone tones[] = {TONE_FAINT, TONE_PLAIN, TONE_GOOD, TONE_BAD};
    const struct cli *cli = paper->cli;
    if (review->fact_count > 0) paper_heading(paper, say(cli, "事实", "Facts"));
    for (int32_t i = 0; i < review->fact_count; i++) {
        const hs_review_fact *fact = &review->facts[i];
        char left[LINE], right[LINE] = "";
        snprintf(left, sizeof left, "%s %s%s%s", cli_text(cli, review_proof(fact->state)), cli_text(cli, fact->fact->label),
                 fact->place == NULL ? "" : " ", fact->place == NULL ? "" : fact->place);
        phrase_have(cli, right, fact->fact, fact->have);
        if (fact->has_value) {
            phrase_add(right, say(cli, " → 认定 ", " → found "));
            phrase_have(cli, right, fact->fact, fact->value);
        }
        paper_figure(paper, 0, left, right, tones[fact->state]);
        if (fact->note != NULL) paper_text(paper, 1, say(cli, "说明", "Note"), fact->note, TONE_PLAIN);
    }
}

static void phrase_amount(const struct cli *cli, char line[LINE], const hs_shift *shift, hs_interval amount, int32_t standing) {
    if (shift->claim != NULL && !shift->claim->has_amount)
        phrase_add(line, standing == HS_ELIGIBLE     ? say(cli, "可享受", "to be had")
                         : standing == HS_INELIGIBLE ? say(cli, "不符合", "not entitled")
                                                     : say(cli, "不能确定", "cannot be told"));
    else
        phrase_money(cli, line, amount);
}

static void print_shift(const struct paper *paper, const hs_dispute *dispute, const hs_shift *shift) {
    const struct cli *cli = paper->cli;
    char left[LINE], line[LINE] = "";
    snprintf(left, sizeof left, "%s %s", shift->place->adcode,
             shift->claim == NULL ? say(cli, "评估年度合计", "total of the year assessed")
                                  : cli_text(cli, shift->claim->measure->measure->title));
    phrase_amount(cli, line, shift, shift->unknown.was, shift->claim == NULL ? HS_ELIGIBLE : shift->claim->measure->standing);
    paper_figure(paper, 1, left, line, TONE_PLAIN);
    line[0] = '\0';
    phrase_amount(cli, line, shift, shift->unknown.is, shift->unknown_standing);
    paper_text(paper, 2, say(cli, "若不采信", "If not accepted"), line, TONE_PLAIN);
    if (!dispute->has_value) return;
    line[0] = '\0';
    phrase_amount(cli, line, shift, shift->value.is, shift->value_standing);
    paper_text(paper, 2, say(cli, "按认定值", "By the officer's value"), line, TONE_PLAIN);
}

static void print_disputes(const struct paper *paper, const hs_review_result *review) {
    const struct cli *cli = paper->cli;
    if (review->dispute_count > 0) paper_heading(paper, say(cli, "争议影响多少钱", "What disputes cost"));
    for (int32_t i = 0; i < review->dispute_count; i++) {
        const hs_dispute *dispute = &review->disputes[i];
        paper_text(paper, 0, "▪", cli_text(cli, dispute->fact->label), TONE_BAD);
        if (dispute->note != NULL) paper_text(paper, 1, say(cli, "说明", "Note"), dispute->note, TONE_PLAIN);
        bool any = false;
        for (int32_t s = 0; s < dispute->count; s++) {
            if (!dispute->shifts[s].moves) continue;
            print_shift(paper, dispute, &dispute->shifts[s]);
            any = true;
        }
        if (!any) paper_text(paper, 1, "", say(cli, "不影响申报的措施和合计。", "No claim and no total depends on it."), TONE_PLAIN);
    }
}

/* ---- The command -------------------------------------------------------------------------------------------------------------------- */

static void print_table(const struct cli *cli, const hs_review_result *review) {
    struct paper paper = paper_begin(cli);
    what_if_print(&paper, review->result->overlay, review->result->overlay_count);
    if (review->result->name != NULL) {
        paper_title(&paper, review->result->name);
        paper_gap(&paper);
    }
    for (int32_t i = 0; i < review->elsewhere_count; i++)
        paper_text(&paper, 0, review->elsewhere[i],
                   say(cli, "已申报，但这些地方没有政策有这项措施", "is claimed, and no policy of these places has it"), TONE_BAD);
    for (int32_t i = 0; i < review->count; i++) print_place(&paper, review, &review->places[i]);
    print_facts(&paper, review);
    print_disputes(&paper, review);
    paper_gap(&paper);
    for (int32_t i = 0; i < review->result->assumption_count; i++)
        paper_text(&paper, 0, "*", cli_text(cli, review->result->assumptions[i]), TONE_FAINT);
}

static int print_review(const struct cli *cli, const hs_engine *engine, hs_review *review) {
    if (cli->format != FORMAT_JSON && cli->format != FORMAT_HTML) {
        print_table(cli, hs_review_get(review));
        return EXIT_OK;
    }
    char *page = cli->format == FORMAT_HTML ? review_page(cli, engine, hs_review_get(review)) : NULL;
    const char *text = cli->format == FORMAT_HTML ? page : hs_review_json(review, NULL);
    int code = text == NULL ? EXIT_MEMORY : EXIT_OK;
    if (text != NULL && cli->output != NULL && strcmp(cli->output, "-") != 0)
        code = host_write(cli, cli->output, text);
    else if (text != NULL)
        puts(text);
    free(page);
    return code;
}

int run_review(const struct cli *cli) {
    if (cli->argument_count != 1)
        return host_usage(cli, "review 要一个文件，或 - 表示标准输入", "review wants one file, or - for standard input");
    if (cli->output != NULL && cli->format != FORMAT_JSON && cli->format != FORMAT_HTML)
        return host_usage(cli, "--output 要和 --format json 或 html 一起用", "--output goes with --format json or html");
    size_t length = 0;
    int code = EXIT_INPUT;
    char *text = host_read(cli, cli->arguments[0], &length);
    hs_engine *engine = text == NULL ? NULL : host_engine(cli, &code);
    if (engine != NULL) {
        hs_error error = {0};
        hs_review *review = NULL;
        hs_options options = host_options(cli);
        int status = hs_review_new(&review, engine, text, length, &options, &error);
        code = status == HS_OK ? print_review(cli, engine, review) : host_fail(cli, cli->arguments[0], &error);
        hs_review_free(review);
    }
    hs_engine_free(engine);
    free(text);
    return code;
}
