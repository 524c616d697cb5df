/* JSON Lines through and through: one applicant on a line, one result on a line. */
#include "cli.h"
#include "lines.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct batch {
    const struct cli *cli;
    const hs_engine *engine;
    struct lines lines;
    int done, refused;
};

static int refuse(struct batch *batch, hs_error *error) {
    char *json = hs_error_json(error, NULL);
    if (json == NULL) return EXIT_INTERNAL;
    printf("{\"line\":%d,\"error\":%s}\n", batch->lines.number, json);
    free(json);
    error->line = batch->lines.number;
    host_fail(batch->cli, batch->lines.file, error);
    batch->refused++;
    return EXIT_OK;
}

static int assess_line(struct batch *batch, const hs_options *options) {
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    int status = hs_assess(&assessment, batch->engine, batch->lines.text, batch->lines.length, options, &error);
    if (status == HS_INPUT) return refuse(batch, &error);
    if (status != HS_OK) return host_fail(batch->cli, batch->lines.file, &error);
    const char *json = hs_assessment_json(assessment, NULL);
    if (json != NULL) puts(json);
    hs_assessment_free(assessment);
    batch->done++;
    return json == NULL ? EXIT_INTERNAL : EXIT_OK;
}

static int assess_lines(struct batch *batch) {
    hs_options options = host_options(batch->cli);
    int code = EXIT_OK;
    while (code == EXIT_OK && ferror(stdout) == 0 && lines_next(&batch->lines)) code = assess_line(batch, &options);
    if (lines_failed(&batch->lines)) return host_fail_file(batch->cli, batch->lines.file, errno);
    if (code != EXIT_OK || batch->refused == 0) return code;
    fprintf(stderr, say(batch->cli, "huisuan: %d 行已评估，%d 行被拒绝\n", "huisuan: %d lines assessed, %d refused\n"), batch->done,
            batch->refused);
    return EXIT_RECORDS;
}

int run_batch(const struct cli *cli) {
    struct batch batch = {.cli = cli};
    int code;
    if (cli->argument_count != 1)
        return host_usage(cli, "batch 要一个文件，或 - 表示标准输入", "batch wants one file, or - for standard input");
    if (cli->format != FORMAT_TABLE && cli->format != FORMAT_JSON)
        return host_usage(cli, "batch 的结果是 JSON Lines，--format 只能是 json", "batch writes JSON Lines; its --format can only be json");
    if (!lines_open(&batch.lines, cli, cli->arguments[0])) return EXIT_INPUT;
    hs_engine *engine = host_engine(cli, &code);
    batch.engine = engine;
    if (engine != NULL) code = assess_lines(&batch);
    hs_engine_free(engine);
    lines_close(&batch.lines);
    return code;
}
