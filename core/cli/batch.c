/* JSON Lines through and through: one applicant on a line, one result on a line. */
#include "cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 1024 * 1024 }; /* as the engine takes */

struct batch {
    const struct cli *cli;
    const hs_engine *engine;
    const char *file;
    FILE *in;
    char *text; /* a line, at most a byte more than the engine takes, and a NUL */
    size_t length;
    int number; /* of the line, 1 first */
    int done, refused;
};

/* Reads a line without its end; what is longer than the engine takes is cut a byte behind that. False at the end of the file. */
static bool read_line(struct batch *batch) {
    int byte = getc(batch->in);
    if (byte == EOF) return false;
    batch->length = 0;
    batch->number++;
    for (; byte != EOF && byte != '\n'; byte = getc(batch->in))
        if (batch->length <= LINE_MAX_BYTES) batch->text[batch->length++] = (char)byte;
    bool whole = batch->length <= LINE_MAX_BYTES;
    if (whole && batch->length > 0 && batch->text[batch->length - 1] == '\r') batch->length--;
    batch->text[batch->length] = '\0';
    return true;
}

static int refuse(struct batch *batch, hs_error *error) {
    char *json = hs_error_json(error, NULL);
    if (json == NULL) return EXIT_INTERNAL;
    printf("{\"line\":%d,\"error\":%s}\n", batch->number, json);
    free(json);
    error->line = batch->number;
    host_fail(batch->cli, batch->file, error);
    batch->refused++;
    return EXIT_OK;
}

static int assess_line(struct batch *batch, const hs_options *options) {
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    int status = hs_assess(&assessment, batch->engine, batch->text, batch->length, options, &error);
    if (status == HS_INPUT) return refuse(batch, &error);
    if (status != HS_OK) return host_fail(batch->cli, batch->file, &error);
    const char *json = hs_assessment_json(assessment, NULL);
    if (json != NULL) puts(json);
    hs_assessment_free(assessment);
    batch->done++;
    return json == NULL ? EXIT_INTERNAL : EXIT_OK;
}

static int assess_lines(struct batch *batch) {
    hs_options options = host_options(batch->cli);
    int code = EXIT_OK;
    while (code == EXIT_OK && ferror(stdout) == 0 && read_line(batch))
        if (strspn(batch->text, " \t") < batch->length) code = assess_line(batch, &options);
    if (ferror(batch->in) != 0) return host_fail_file(batch->cli, batch->file, errno);
    if (code != EXIT_OK || batch->refused == 0) return code;
    fprintf(stderr, say(batch->cli, "huisuan: %d 行已评估，%d 行被拒绝\n", "huisuan: %d lines assessed, %d refused\n"), batch->done,
            batch->refused);
    return EXIT_RECORDS;
}

int run_batch(const struct cli *cli) {
    struct batch batch = {.cli = cli};
    int code = EXIT_INPUT;
    if (cli->argument_count != 1)
        return host_usage(cli, "batch 要一个文件，或 - 表示标准输入", "batch wants one file, or - for standard input");
    if (cli->format != FORMAT_TABLE && cli->format != FORMAT_JSON)
        return host_usage(cli, "batch 的结果是 JSON Lines，--format 只能是 json", "batch writes JSON Lines; its --format can only be json");
    batch.file = cli->arguments[0];
    bool standard = strcmp(batch.file, "-") == 0;
    batch.in = standard ? stdin : fopen(batch.file, "rb");
    if (batch.in == NULL) return host_fail_file(cli, batch.file, errno);
    hs_engine *engine = host_engine(cli, &code);
    batch.engine = engine;
    batch.text = malloc(LINE_MAX_BYTES + 2);
    if (engine != NULL) code = batch.text == NULL ? EXIT_INTERNAL : assess_lines(&batch);
    free(batch.text);
    hs_engine_free(engine);
    if (!standard) fclose(batch.in);
    return code;
}
