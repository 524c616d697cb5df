#include "cli.h"
#include "figures.h"
#include "paper.h"
#include "phrase.h"
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void dates_text(const struct cli *cli, char buffer[LINE], const hs_policy *policy) {
    static const hs_text states[] = {{"现已失效或未施行", "not in force today"},
                                     {"是否有效不能确定", "whether it is in force cannot be told"},
                                     {"现行有效", "in force today"}};
    char from[HS_DATE_TEXT], to[HS_DATE_TEXT];
    if (policy->effective.year == 0 && policy->expires.year == 0) {
        snprintf(buffer, LINE, "%s", say(cli, "文件未载日期", "the document carries no dates"));
        return;
    }
    snprintf(buffer, LINE, say(cli, "%s 至 %s，%s", "%s to %s, %s"), phrase_day(cli, from, policy->effective),
             phrase_day(cli, to, policy->expires), cli_text(cli, states[hs_policy_in_force(policy, host_today())]));
}

/* ---- list ------------------------------------------------------------------------------------------------------------------------ */

static void print_policies(const struct cli *cli, const hs_engine *engine) {
    struct paper paper = paper_begin(cli);
    char line[2 * LINE], dates[LINE];
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++) {
        const hs_policy *policy = hs_engine_policy(engine, i);
        snprintf(line, sizeof line, say(cli, "%s  %s（%s）", "%s  %s (%s)"), policy->id, cli_text(cli, policy->name), policy->adcode);
        snprintf(dates, sizeof dates, say(cli, "%d 项措施", "%d measures"), (int)policy->measure_count);
        paper_figure(&paper, 0, line, dates, TONE_GOOD);
        snprintf(line, sizeof line, "%s%s%s", cli_text(cli, policy->title), policy->number == NULL ? "" : " ",
                 policy->number == NULL ? "" : policy->number);
        paper_text(&paper, 1, "", line, TONE_PLAIN);
        dates_text(cli, dates, policy);
        snprintf(line, sizeof line, say(cli, "%s · 版本 %s · sha256 %.16s…", "%s · version %s · sha256 %.16s…"), dates, policy->version,
                 hs_engine_policy_sha256(engine, i));
        paper_text(&paper, 1, "", line, TONE_FAINT);
    }
}

static int run_list(const struct cli *cli) {
    int code;
    hs_engine *engine = host_engine(cli, &code);
    if (engine == NULL) return code;
    code = EXIT_OK;
    if (cli->format == FORMAT_JSON)
        code = host_print(hs_engine_policies_json(engine, NULL));
    else
        print_policies(cli, engine);
    hs_engine_free(engine);
    return code;
}

/* ---- show ------------------------------------------------------------------------------------------------------------------------ */

static void print_clauses(const struct paper *paper, const hs_policy *policy) {
    const struct cli *cli = paper->cli;
    char line[LINE];
    snprintf(line, sizeof line, say(cli, "产生待遇的条款（%d 项措施）", "Clauses that grant something (%d measures)"),
             (int)policy->measure_count);
    paper_heading(paper, line);
    for (int32_t m = 0; m < policy->measure_count; m++) {
        const hs_measure *measure = &policy->measures[m];
        snprintf(line, sizeof line, "%s.%s", policy->id, measure->id);
        paper_figure(paper, 0, measure->clause, line, TONE_GOOD);
        paper_text(paper, 1, "", cli_text(cli, measure->title), TONE_PLAIN);
        if (measure->note.zh != NULL) paper_text(paper, 1, say(cli, "说明", "Note"), cli_text(cli, measure->note), TONE_FAINT);
    }
    snprintf(line, sizeof line, say(cli, "不产生待遇的条款（%d 条）及理由", "Clauses that grant nothing (%d), and why"),
             (int)policy->silence_count);
    paper_heading(paper, line);
    for (int32_t s = 0; s < policy->silence_count; s++)
        paper_text(paper, 0, policy->silences[s].clause, cli_text(cli, policy->silences[s].reason), TONE_PLAIN);
}

static void print_policy(const struct cli *cli, const hs_policy *policy) {
    struct paper paper = paper_begin(cli);
    char line[LINE];
    paper_title(&paper, cli_text(cli, policy->title));
    snprintf(line, sizeof line, say(cli, "%s（%s）%s%s", "%s (%s)%s%s"), cli_text(cli, policy->name), policy->adcode,
             policy->number == NULL ? "" : " ", policy->number == NULL ? "" : policy->number);
    paper_text(&paper, 0, "", line, TONE_PLAIN);
    dates_text(cli, line, policy);
    paper_text(&paper, 0, "", line, TONE_PLAIN);
    if (policy->note.zh != NULL) paper_text(&paper, 0, "", cli_text(cli, policy->note), TONE_PLAIN);
    print_clauses(&paper, policy);
}

static int run_show(const struct cli *cli, const char *id) {
    int code;
    if (cli->document && cli->format == FORMAT_JSON)
        return host_usage(cli, "--document 只有 table 和 markdown 两种格式", "--document is a table or markdown");
    if (!cli->constants && cli->format == FORMAT_JSON)
        return host_usage(cli, "--format json 要和 --constants 一起用", "--format json goes with --constants");
    hs_engine *engine = host_engine(cli, &code);
    if (engine == NULL) return code;
    code = -1;
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++) {
        if (strcmp(hs_engine_policy(engine, i)->id, id) != 0) continue;
        code = EXIT_OK;
        if (cli->constants)
            code = figures_print(cli, hs_engine_policy(engine, i));
        else if (cli->document)
            code = rules_print(cli, engine, i);
        else
            print_policy(cli, hs_engine_policy(engine, i));
        break;
    }
    if (code < 0)
        code = host_usage(cli, "没有这份政策，可用 huisuan policy list 查看", "there is no such policy; huisuan policy list shows them");
    hs_engine_free(engine);
    return code;
}

/* ---- manifest ------------------------------------------------------------------------------------------------------------------------- */

static int run_manifest(const struct cli *cli, const char *file) {
    hs_error error = {0};
    char *manifest = NULL, *path = host_absolute(cli, file);
    if (path == NULL) return EXIT_PLUGIN;
    int status = hs_plugin_manifest(&manifest, path, &error);
    free(path);
    return status == HS_OK ? host_print(manifest) : host_fail(cli, NULL, &error);
}

/* ---- One of them --------------------------------------------------------------------------------------------------------------------- */

int run_policy(const struct cli *cli) {
    const char *action = cli->command + strlen("policy ");
    char **of = cli->arguments;
    int count = cli->argument_count;
    if (strcmp(action, "list") == 0 && count == 0) return run_list(cli);
    if (strcmp(action, "show") == 0 && count == 1) return run_show(cli, of[0]);
    if (strcmp(action, "check") == 0 && count == 1) return run_policy_check(cli, of[0]);
    if (strcmp(action, "test") == 0 && count >= 1) return run_policy_test(cli, of[0]);
    if (strcmp(action, "diff") == 0 && count == 2) return run_policy_diff(cli, of[0], of[1]);
    if (strcmp(action, "manifest") == 0 && count == 1) return run_manifest(cli, of[0]);
    if (strcmp(action, "new") == 0 && (count == 1 || count == 2)) return run_policy_new(cli, of[0], count == 1 ? "." : of[1]);
    return host_usage(cli, "应为 policy list、show ID、check FILE|ID、test FILE|ID、diff OLD NEW、new ID [DIR] 或 manifest FILE",
                      "policy list, show ID, check FILE|ID, test FILE|ID, diff OLD NEW, new ID [DIR] or manifest FILE is wanted");
}
