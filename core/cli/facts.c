#include "cli.h"
#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const hs_text type_names[] = {
    [HS_TRUTH] = {"是或否", "yes or no"},
    [HS_MONEY] = {"金额（元）", "money (yuan)"},
    [HS_USD] = {"金额（美元）", "money (US dollars)"},
    [HS_COUNT] = {"整数", "whole number"},
    [HS_PERCENTAGE] = {"百分比", "percentage"},
    [HS_CHOICE] = {"单选", "one choice"},
    [HS_CHOICES] = {"多选", "several choices"},
    [HS_LIST] = {"列表", "list"},
};

static void print_fact(const struct paper *paper, int level, const hs_fact *fact) {
    const struct cli *cli = paper->cli;
    char line[1024];
    snprintf(line, sizeof line, "%s%s", fact->id, fact->local != 0 ? say(cli, "（各地可不同）", " (may differ by place)") : "");
    paper_figure(paper, level, line, cli_text(cli, type_names[fact->type]), TONE_GOOD);
    snprintf(line, sizeof line, "%s%s%s", cli_text(cli, fact->label), fact->hint.zh == NULL ? "" : say(cli, "。", ". "),
             fact->hint.zh == NULL ? "" : cli_text(cli, fact->hint));
    paper_text(paper, level + 1, "", line, TONE_PLAIN);
    for (int32_t v = 0; v < fact->value_count; v++)
        paper_text(paper, level + 1, fact->values[v].id, cli_text(cli, fact->values[v].label), TONE_FAINT);
}

static void print_facts(const struct cli *cli, const hs_engine *engine) {
    struct paper paper = paper_begin(cli);
    const char *topic = "";
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, i);
        if (strcmp(topic, fact->topic->id) != 0) paper_heading(&paper, cli_text(cli, fact->topic->label));
        topic = fact->topic->id;
        print_fact(&paper, 0, fact);
        for (int32_t f = 0; fact->type == HS_LIST && f < hs_engine_field_count(engine, fact); f++)
            print_fact(&paper, 1, hs_engine_field(engine, fact, f));
    }
}

int run_facts(const struct cli *cli) {
    int code;
    if (cli->argument_count != 0) return host_usage(cli, "facts 不要参数", "facts takes no arguments");
    if (cli->template == TEMPLATE_NONE && (cli->output != NULL || cli->list != NULL))
        return host_usage(cli, "--output 和 --list 要和 --template 一起用", "--output and --list go with --template");
    if (cli->template == TEMPLATE_NONE && (cli->location_count > 0 || cli->as_of.year != 0))
        return host_usage(cli, "--location 和 --as-of 要和 --template 一起用", "--location and --as-of go with --template");
    hs_engine *engine = host_engine(cli, &code);
    if (engine == NULL) return code;
    code = EXIT_OK;
    if (cli->template != TEMPLATE_NONE)
        code = run_template(cli, engine);
    else if (cli->format == FORMAT_JSON)
        code = host_print(hs_engine_facts_json(engine, NULL));
    else
        print_facts(cli, engine);
    hs_engine_free(engine);
    return code;
}
