#include "figures.h"

#include "paper.h"
#include "phrase.h"

#include <stdio.h>

static void print_figures(const struct cli *cli, const hs_policy *policy, const hs_constants *constants) {
    struct paper paper = paper_begin(cli);
    const void *last = NULL;
    char line[LINE];
    snprintf(line, sizeof line,
             say(cli, "%s：文件定的数（%d 个），可用 --set 名称=数值 试改", "%s: the figures it sets (%d); --set NAME=VALUE tries others"),
             cli_text(cli, policy->name), (int)hs_constants_count(constants));
    paper_title(&paper, line);
    for (int32_t i = 0; i < hs_constants_count(constants); i++) {
        const hs_constant *constant = hs_constants_get(constants, i);
        const hs_limit *limit = constant->limit;
        const void *of = limit != NULL ? (const void *)limit : constant->measure;
        if (of != last) {
            last = of;
            snprintf(line, sizeof line, "%s %s", limit != NULL ? limit->clause : constant->measure->clause,
                     cli_text(cli, limit != NULL ? limit->title : constant->measure->title));
            paper_heading(&paper, line);
        }
        hs_figure_text(line, sizeof line, constant->value, constant->type, constant->fact, cli->language);
        paper_figure(&paper, 0, constant->name, line, TONE_GOOD);
    }
}

int figures_print(const struct cli *cli, const hs_policy *policy) {
    hs_error error = {0};
    hs_constants *constants = NULL;
    int status = hs_constants_new(&constants, policy, &error);
    if (status != HS_OK) return host_fail(cli, NULL, &error);
    int code = EXIT_OK;
    if (cli->format == FORMAT_JSON)
        code = host_print(hs_constants_json(constants, NULL));
    else
        print_figures(cli, policy, constants);
    hs_constants_free(constants);
    return code;
}
