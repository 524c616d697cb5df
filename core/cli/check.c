/* huisuan policy check: the loader's refusals, then what an author has probably not meant. */
#include "cli.h"
#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 512 };

/* ---- On paper -------------------------------------------------------------------------------------------------------------------- */

/* False where memory ran out. */
static bool print_finding(const struct cli *cli, const struct paper *paper, const hs_finding *finding) {
    bool wrong = finding->severity == HS_WRONG;
    size_t size = strlen(cli_text(cli, finding->what)) + LINE;
    char *line = malloc(size);
    if (line == NULL) return false;
    snprintf(line, size, "%s%s%s%s%s%s%s", finding->clause == NULL ? "" : finding->clause, finding->clause == NULL ? "" : " ",
             finding->measure == NULL ? "" : finding->measure, finding->measure == NULL ? "" : ".", finding->part, say(cli, "：", ": "),
             cli_text(cli, finding->what));
    paper_text(paper, 0, wrong ? say(cli, "有误", "Wrong") : say(cli, "请核对", "Look"), line, wrong ? TONE_BAD : TONE_OPEN);
    paper_text(paper, 1, say(cli, "改法", "Mend"), cli_text(cli, finding->fix), TONE_PLAIN);
    free(line);
    return true;
}

/* EXIT_OK, or EXIT_MEMORY. */
static int print_findings(const struct cli *cli, const hs_lint *lint) {
    struct paper paper = paper_begin(cli);
    int wrong = 0, count = (int)hs_lint_count(lint);
    for (int32_t i = 0; i < count; i++) wrong += hs_lint_finding(lint, i)->severity == HS_WRONG;
    if (count == 0) {
        printf("%s\n", say(cli, "没有发现可疑之处。", "Nothing in it looks wrong."));
        return EXIT_OK;
    }
    printf(say(cli, "发现 %d 处：有误 %d 处，请核对 %d 处\n", "%d findings: %d wrong, %d to look at\n"), count, wrong, count - wrong);
    for (int32_t i = 0; i < count; i++)
        if (!print_finding(cli, &paper, hs_lint_finding(lint, i))) return EXIT_MEMORY;
    return EXIT_OK;
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
        if (json == NULL)
            code = EXIT_MEMORY;
        else
            puts(json);
    } else {
        printf(say(cli, "%s：可用，%d 项措施，%d 个事实，sha256 %s，文件 sha256 %s\n",
                   "%s: fit for use, %d measures, %d facts, sha256 %s, of the file %s\n"),
               policy->id, (int)policy->measure_count, facts, hs_engine_policy_sha256(engine, index),
               hs_engine_policy_file_sha256(engine, index));
        print_expiry(cli, policy);
        code = print_findings(cli, lint);
    }
    if (code == EXIT_OK && cli->strict && hs_lint_count(lint) > 0) code = EXIT_RECORDS;
    hs_lint_free(lint);
    return code;
}

int run_policy_check(const struct cli *cli, const char *of) {
    hs_engine *engine, *neighbours;
    int32_t index;
    int facts, code = host_policy(cli, of, &engine, &neighbours, &index, &facts);
    if (code == EXIT_OK) code = report(cli, engine, index, facts);
    hs_engine_free(engine);
    hs_engine_free(neighbours);
    return code;
}
