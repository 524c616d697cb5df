/* huisuan policy check: the loader's refusals, then what an author has probably not meant. */
#include "cli.h"
#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 512 };

static int32_t find_policy(const hs_engine *engine, const char *id) {
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++)
        if (strcmp(hs_engine_policy(engine, i)->id, id) == 0) return i;
    return -1;
}

/* ---- On paper -------------------------------------------------------------------------------------------------------------------- */

static void print_finding(const struct cli *cli, const struct paper *paper, const hs_finding *finding) {
    bool wrong = finding->severity == HS_WRONG;
    size_t size = strlen(cli_text(cli, finding->what)) + LINE;
    char *line = malloc(size);
    if (line == NULL) return;
    snprintf(line, size, "%s%s%s%s%s%s%s", finding->clause == NULL ? "" : finding->clause, finding->clause == NULL ? "" : " ",
             finding->measure == NULL ? "" : finding->measure, finding->measure == NULL ? "" : ".", finding->part, say(cli, "：", ": "),
             cli_text(cli, finding->what));
    paper_text(paper, 0, wrong ? say(cli, "有误", "Wrong") : say(cli, "请核对", "Look"), line, wrong ? TONE_BAD : TONE_OPEN);
    paper_text(paper, 1, say(cli, "改法", "Mend"), cli_text(cli, finding->fix), TONE_PLAIN);
    free(line);
}

static void print_findings(const struct cli *cli, const hs_lint *lint) {
    struct paper paper = paper_begin(cli);
    int wrong = 0, count = (int)hs_lint_count(lint);
    for (int32_t i = 0; i < count; i++) wrong += hs_lint_finding(lint, i)->severity == HS_WRONG;
    if (count == 0) {
        printf("%s\n", say(cli, "没有发现可疑之处。", "Nothing in it looks wrong."));
        return;
    }
    printf(say(cli, "发现 %d 处：有误 %d 处，请核对 %d 处\n", "%d findings: %d wrong, %d to look at\n"), count, wrong, count - wrong);
    for (int32_t i = 0; i < count; i++) print_finding(cli, &paper, hs_lint_finding(lint, i));
}

/* Only for information: a policy does not become wrong by ending. */
static void print_expiry(const struct cli *cli, const hs_policy *policy) {
    char last[HS_DATE_TEXT];
    hs_date today = host_today();
    if (policy->expires.year == 0 || hs_policy_in_force(policy, today) != HS_FALSE) return;
    printf(say(cli, "提示：%s 为最后一天，今天不在有效期内。\n", "For information: its last day is %s; it is not in force today.\n"),
           hs_date_text(last, policy->expires));
}

/* ---- Checking -------------------------------------------------------------------------------------------------------------------- */

static int report(const struct cli *cli, const hs_engine *engine, int32_t index, int facts) {
    hs_error error = {0};
    hs_lint *lint = NULL;
    const hs_policy *policy = hs_engine_policy(engine, index);
    if (hs_policy_lint(&lint, engine, index, &error) != HS_OK) return host_fail(cli, NULL, &error);
    int code = EXIT_OK;
    if (cli->format == FORMAT_JSON) {
        const char *json = hs_lint_json(lint, NULL);
        code = json == NULL || printf("%s\n", json) < 0 ? EXIT_INTERNAL : EXIT_OK;
    } else {
        printf(say(cli, "%s：可用，%d 项措施，%d 个事实，sha256 %s\n", "%s: fit for use, %d measures, %d facts, sha256 %s\n"), policy->id,
               (int)policy->measure_count, facts, hs_engine_policy_file_sha256(engine, index));
        print_expiry(cli, policy);
        print_findings(cli, lint);
    }
    if (code == EXIT_OK && cli->strict && hs_lint_count(lint) > 0) code = EXIT_RECORDS;
    hs_lint_free(lint);
    return code;
}

/* How many facts a policy asks for by itself. */
static int facts_of(const hs_policy *policy) {
    hs_engine *alone = NULL;
    int count = 0;
    if (hs_engine_new(&alone, NULL) == HS_OK && hs_engine_add(alone, policy, NULL, NULL) == HS_OK) count = (int)hs_engine_fact_count(alone);
    hs_engine_free(alone);
    return count;
}

static int check_installed(const struct cli *cli, const char *id) {
    int code;
    hs_engine *engine = host_engine(cli, &code);
    if (engine == NULL) return code;
    int32_t index = find_policy(engine, id);
    code = index < 0 ? host_usage(cli, "没有这份政策，可用 huisuan policy list 查看；要检查文件，写出路径",
                                  "there is no such policy; huisuan policy list shows them; for a file write its path")
                     : report(cli, engine, index, facts_of(hs_engine_policy(engine, index)));
    hs_engine_free(engine);
    return code;
}

/* A file is read beside the installed policies, but for an older reading of the same one: matters may be shared with them. */
static int check_file(const struct cli *cli, const char *file) {
    hs_error error = {0};
    hs_engine *engine = NULL;
    char *path = host_absolute(cli, file);
    if (path == NULL) return EXIT_PLUGIN;
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load_file(engine, path, &error);
    free(path);
    if (status != HS_OK) {
        hs_engine_free(engine);
        return host_fail(cli, NULL, &error);
    }
    const hs_policy *policy = hs_engine_policy(engine, 0);
    int facts = (int)hs_engine_fact_count(engine);
    hs_engine *neighbours = host_neighbours(cli);
    for (int32_t i = 0; neighbours != NULL && i < hs_engine_policy_count(neighbours); i++)
        if (strcmp(hs_engine_policy(neighbours, i)->id, policy->id) != 0)
            hs_engine_add(engine, hs_engine_policy(neighbours, i), NULL, NULL);
    int code = report(cli, engine, find_policy(engine, policy->id), facts);
    hs_engine_free(engine);
    hs_engine_free(neighbours);
    return code;
}

int run_policy_check(const struct cli *cli, const char *of) {
    return strpbrk(of, "/.") == NULL ? check_installed(cli, of) : check_file(cli, of);
}
