#include "cli.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

int run_assess(const struct cli *cli) {
    if (cli->argument_count != 1)
        return host_usage(cli, "assess 要一个文件，或 - 表示标准输入", "assess wants one file, or - for standard input");
    const char *path = cli->arguments[0];
    size_t length = 0;
    int code = EXIT_INPUT;
    char *text = host_read(cli, path, &length);
    hs_engine *engine = text == NULL ? NULL : host_engine(cli, &code);
    if (engine != NULL) {
        hs_error error = {0};
        hs_assessment *assessment = NULL;
        hs_options options = host_options(cli);
        int status = hs_assess(&assessment, engine, text, length, &options, &error);
        if (status != HS_OK) {
            code = host_fail(cli, path, &error);
        } else if (cli->format == FORMAT_JSON) {
            size_t size = 0;
            const char *json = hs_assessment_json(assessment, &size);
            code = json == NULL ? EXIT_INTERNAL : EXIT_OK;
            if (json != NULL) fwrite(json, 1, size, stdout);
            putchar('\n');
        } else {
            table_print(cli, hs_assessment_result(assessment));
            code = EXIT_OK;
        }
        hs_assessment_free(assessment);
    }
    hs_engine_free(engine);
    free(text);
    return code;
}
