/* huisuan verify: a saved result once more, the same or what moved and why. */
#include "cli.h"
#include "paper.h"
#include "phrase.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE = 200 }; /* bytes of a value shown; the JSON has it whole */

static void phrase_causes(const struct cli *cli, char line[LINE], int32_t causes) {
    static const hs_text names[] = {
        {"引擎版本", "the engine"}, {"政策内容", "the policy"}, {"评估日期", "the date"}, {"事实", "the facts"}};
    bool any = false;
    for (int i = 0; i < 4; i++) {
        if ((causes >> i & 1) == 0) continue;
        phrase_add(line, any ? say(cli, "或", " or ") : "");
        phrase_add(line, cli_text(cli, names[i]));
        any = true;
    }
    if (!any) phrase_add(line, say(cli, "输入都没有变：存下的结果被改动过", "no input differs: the saved result was altered"));
}

/* A value as JSON, cut between characters. */
static void phrase_value(const struct cli *cli, char line[LINE], const char *value) {
    char part[VALUE + 1];
    if (value == NULL) {
        phrase_add(line, say(cli, "无", "nothing"));
        return;
    }
    size_t length = strlen(value), end = length > VALUE ? VALUE : length;
    while (end < length && ((unsigned char)value[end] & 0xC0) == 0x80) end--;
    memcpy(part, value, end);
    part[end] = '\0';
    phrase_add(line, part);
    if (end < length) phrase_add(line, "…");
}

static void print_inputs(const struct paper *paper, const hs_verification_result *result) {
    const struct cli *cli = paper->cli;
    char line[LINE], was[HS_DATE_TEXT], is[HS_DATE_TEXT];
    if ((result->causes & HS_BY_ENGINE) != 0) {
        snprintf(line, sizeof line, "%.64s → %s", result->was_engine, HS_VERSION);
        paper_text(paper, 0, say(cli, "引擎版本不同", "Another engine:"), line, TONE_BAD);
    }
    for (int32_t i = 0; i < result->policy_count; i++) {
        const hs_policy_state *state = &result->policies[i];
        if (!state->matters || (state->was != NULL && state->is != NULL && strcmp(state->was, state->is) == 0)) continue;
        snprintf(line, sizeof line,
                 say(cli, "%.64s：sha256 %.16s… → %.16s…（有旧版时可用 huisuan policy diff 逐条对比）",
                     "%.64s: sha256 %.16s… → %.16s… (with the old version at hand, huisuan policy diff shows its clauses)"),
                 state->id, state->was == NULL ? say(cli, "无", "none") : state->was,
                 state->is == NULL ? say(cli, "无", "none") : state->is);
        paper_text(paper, 0, say(cli, "政策内容不同", "Another policy:"), line, TONE_BAD);
    }
    if ((result->causes & HS_BY_DATE) != 0) {
        snprintf(line, sizeof line, "%s → %s", hs_date_text(was, result->was_as_of), hs_date_text(is, result->as_of));
        paper_text(paper, 0, say(cli, "评估日期不同", "Another date:"), line, TONE_BAD);
    }
    if ((result->causes & HS_BY_FACTS) == 0) return;
    snprintf(line, sizeof line,
             say(cli, "sha256 %.16s… → %.16s…（旧文件不在手边，不能说是哪一项事实）",
                 "sha256 %.16s… → %.16s… (the old document is not at hand, so which fact cannot be said)"),
             result->was_input, result->is_input);
    paper_text(paper, 0, say(cli, "申请文件不同", "Another document:"), line, TONE_BAD);
}

static bool alike(const char *x, const char *y) { return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0); }

static void print_moved(const struct paper *paper, const hs_moved *moved, const hs_moved *last) {
    const struct cli *cli = paper->cli;
    char line[LINE] = "";
    if (last == NULL || !alike(last->place, moved->place) || !alike(last->measure, moved->measure) || last->causes != moved->causes) {
        const char *place = moved->place == NULL ? say(cli, "全文", "The whole") : moved->place;
        snprintf(line, sizeof line, "%.40s%s%.100s%s%.200s", place, moved->clause == NULL ? "" : " ",
                 moved->clause == NULL ? "" : moved->clause, moved->measure == NULL ? "" : " ",
                 moved->measure == NULL ? "" : moved->measure);
        paper_heading(paper, line);
        line[0] = '\0';
        phrase_causes(cli, line, moved->causes);
        paper_text(paper, 0, say(cli, "原因", "Cause"), line, TONE_OPEN);
        line[0] = '\0';
    }
    const char *tail = moved->measure == NULL ? NULL : strstr(moved->path, moved->measure);
    phrase_value(cli, line, moved->was);
    phrase_add(line, " → ");
    phrase_value(cli, line, moved->is);
    tail = tail == NULL ? moved->path : tail + strlen(moved->measure) + 1;
    paper_text(paper, 1, *tail == '.' ? tail + 1 : *tail == '\0' ? "·" : tail, line, TONE_PLAIN);
}

static void print_table(const struct cli *cli, const hs_engine *engine, const hs_verification_result *result) {
    struct paper paper = paper_begin(cli);
    if (hs_engine_overlay_count(engine) > 0) what_if_print(&paper, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
    if (!result->replayed)
        paper_title(&paper,
                    result->same
                        ? say(cli, "引擎和政策相符；要重算还需要申请人的文件，结果里只有它的哈希值",
                              "Engine and policies agree; a replay wants the applicant's document too: the result holds only its hash")
                        : say(cli, "政策与存下的结果不同；要重算还需要申请人的文件",
                              "The policies are not those of the result; a replay wants the applicant's document too"));
    else if (result->moved_count == 0)
        paper_title(&paper, result->same ? say(cli, "相同", "The same")
                                         : say(cli, "各条款没有变，但输入不同", "No clause moved, and the inputs are not the same"));
    else
        paper_title(&paper, say(cli, "不同", "Not the same"));
    print_inputs(&paper, result);
    for (int32_t i = 0; i < result->moved_count; i++) print_moved(&paper, &result->moved[i], i == 0 ? NULL : &result->moved[i - 1]);
}

static int print_verification(const struct cli *cli, const hs_engine *engine, hs_verification *verification) {
    const hs_verification_result *result = hs_verification_get(verification);
    if (cli->format == FORMAT_JSON) {
        const char *json = hs_verification_json(verification, NULL);
        if (json == NULL) return EXIT_MEMORY;
        puts(json);
    } else {
        print_table(cli, engine, result);
    }
    return result->same ? EXIT_OK : EXIT_RECORDS;
}

int run_verify(const struct cli *cli) {
    if (cli->argument_count < 1 || cli->argument_count > 2)
        return host_usage(cli, "verify 要存下的结果，和申请人的文件", "verify wants a saved result, and the applicant's document");
    size_t saved_length = 0, length = 0;
    int code = EXIT_INPUT;
    bool alone = cli->argument_count == 1;
    char *saved = host_read(cli, cli->arguments[0], &saved_length);
    char *text = saved == NULL || alone ? NULL : host_read(cli, cli->arguments[1], &length);
    hs_engine *engine = saved == NULL || (text == NULL && !alone) ? NULL : host_engine(cli, &code);
    if (engine != NULL) {
        hs_error error = {0};
        hs_verification *verification = NULL;
        hs_options options = host_options(cli);
        const char *file = cli->arguments[0];
        int status = hs_verification_new(&verification, engine, saved, saved_length, NULL, 0, &options, &error);
        if (status == HS_OK && !alone) { /* what is refused from here on is the applicant's document */
            file = cli->arguments[1];
            hs_verification_free(verification);
            status = hs_verification_new(&verification, engine, saved, saved_length, text, length, &options, &error);
        }
        code = status == HS_OK ? print_verification(cli, engine, verification) : host_fail(cli, file, &error);
        hs_verification_free(verification);
    }
    hs_engine_free(engine);
    free(text);
    free(saved);
    return code;
}
