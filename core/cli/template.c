/* facts --template: forms to be filled in, and what a document may say. */
#include "cli.h"
#include "form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool covers_any(const struct cli *cli, const hs_policy *policy) {
    for (int32_t i = 0; i < cli->location_count; i++)
        if (hs_policy_covers(policy, cli->locations[i])) return true;
    return cli->location_count == 0;
}

/* A place with a policy; else says which is none. */
static bool check_place(const struct cli *cli, const hs_engine *engine, const char *code) {
    bool covered = false, valid = strlen(code) == 6 && strspn(code, "0123456789") == 6 && code[0] != '0';
    for (int32_t i = 0; valid && i < hs_engine_policy_count(engine); i++)
        covered = covered || hs_policy_covers(hs_engine_policy(engine, i), code);
    if (!covered)
        fprintf(stderr,
                say(cli, "huisuan: %s: 没有适用于这个地点的政策，可用 huisuan policy list 查看\n",
                    "huisuan: %s: no policy covers this place; huisuan policy list shows them\n"),
                code);
    return covered;
}

/* An engine with those policies of `all` that cover the places asked for. NULL after saying why. */
static hs_engine *engine_for_places(const struct cli *cli, const hs_engine *all, int *code) {
    hs_engine *engine = NULL;
    hs_error error = {0};
    *code = EXIT_USAGE;
    for (int32_t i = 0; i < cli->location_count; i++)
        if (!check_place(cli, all, cli->locations[i])) return NULL;
    int status = hs_engine_new(&engine, &error);
    for (int32_t i = 0; status == HS_OK && i < hs_engine_policy_count(all); i++)
        if (covers_any(cli, hs_engine_policy(all, i))) status = hs_engine_add(engine, hs_engine_policy(all, i), NULL, &error);
    if (status == HS_OK) return engine;
    *code = host_fail(cli, NULL, &error);
    hs_engine_free(engine);
    return NULL;
}

/* ---- One template ------------------------------------------------------------------------------------------------------------------ */

static char *csv_text(const struct cli *cli, const hs_engine *engine, int *code) {
    struct form form = {cli, engine, NULL};
    const struct form firms = form;
    for (int32_t c = form_leads(&firms); cli->list != NULL && c < form_count(&firms); c++) {
        const hs_fact *fact = form_fact(&firms, c);
        if (fact->type == HS_LIST && strcmp(fact->id, cli->list) == 0) form.list = fact;
    }
    *code = EXIT_MEMORY;
    if (cli->list == NULL || form.list != NULL) return form_csv(&form);
    *code =
        host_usage(cli, "没有这个列表；huisuan facts 列出全部，类型为“列表”的就是", "there is no such list; huisuan facts shows them all");
    return NULL;
}

/* A line of JSON, or JSON of several lines, ends with a newline in a file too. */
static char *with_newline(char *text) {
    size_t length = text == NULL ? 0 : strlen(text);
    char *longer = text == NULL ? NULL : realloc(text, length + 2);
    if (longer == NULL) {
        free(text);
        return NULL;
    }
    memcpy(longer + length, "\n", 2);
    return longer;
}

/* The bytes of the template, to be freed; NULL after saying why. */
static char *template_bytes(const struct cli *cli, const hs_engine *engine, size_t *length, int *code) {
    hs_options options = host_options(cli);
    char *text = NULL;
    *code = EXIT_MEMORY;
    switch (cli->template) {
    case TEMPLATE_XLSX: return workbook_write(cli, engine, length, code);
    case TEMPLATE_CSV: text = csv_text(cli, engine, code); break;
    case TEMPLATE_JSON: text = with_newline(hs_engine_blank_json(engine, &options, NULL)); break;
    default: text = with_newline(hs_engine_schema_json(engine, NULL)); break;
    }
    *length = text == NULL ? 0 : strlen(text);
    return text;
}

int run_template(const struct cli *cli, const hs_engine *all) {
    int code;
    size_t length;
    if (cli->list != NULL && cli->template != TEMPLATE_CSV)
        return host_usage(cli, "--list 只用于 --template csv", "--list is for --template csv");
    if (cli->template == TEMPLATE_XLSX && cli->output == NULL && isatty(STDOUT_FILENO) == 1)
        return host_usage(cli, "Excel 文件不能显示在终端上，请用 --output 写到文件",
                          "an Excel file cannot be shown on a terminal; --output writes it to a file");
    hs_engine *engine = engine_for_places(cli, all, &code);
    if (engine == NULL) return code;
    char *bytes = template_bytes(cli, engine, &length, &code);
    hs_engine_free(engine);
    if (bytes == NULL) return code;
    code = EXIT_OK;
    if (cli->output != NULL && strcmp(cli->output, "-") != 0)
        code = host_write_bytes(cli, cli->output, bytes, length);
    else
        fwrite(bytes, 1, length, stdout);
    free(bytes);
    return code;
}
