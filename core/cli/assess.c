#include "cli.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

static int print(const struct cli *cli, hs_assessment *assessment) {
    if (cli->format != FORMAT_JSON) {
        table_print(cli, hs_assessment_result(assessment));
        return EXIT_OK;
    }
    size_t size = 0;
    const char *json = hs_assessment_json(assessment, &size);
    if (json != NULL) fwrite(json, 1, size, stdout);
    putchar('\n');
    return json == NULL ? EXIT_MEMORY : EXIT_OK;
}

int run_assess(const struct cli *cli) {
    if (cli->argument_count != 1)
        return host_usage(cli, "assess 要一个文件，或 - 表示标准输入", "assess wants one file, or - for standard input");
    const char *path = cli->arguments[0];
    size_t length = 0;
    int code = EXIT_INPUT;
    char *text = host_read(cli, path, &length);
    if (text == NULL) return code;
    hs_error error = {0};
    hs_options options = host_options(cli);
    hs_assessment *assessment = NULL;
    hs_engine *engine = host_engine_for(cli, text, length);
    if (engine == NULL || hs_assess(&assessment, engine, text, length, &options, NULL) != HS_OK) {
        hs_engine_free(engine);
        engine = host_engine(cli, &code);
        if (engine != NULL && hs_assess(&assessment, engine, text, length, &options, &error) != HS_OK) code = host_fail(cli, path, &error);
    }
    if (assessment != NULL) code = print(cli, assessment);
    hs_assessment_free(assessment);
    hs_engine_free(engine);
    free(text);
    return code;
}
