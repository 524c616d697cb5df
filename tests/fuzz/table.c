/* Officers' tables: cut anywhere they give the same rows, and what a table takes the engine takes. Behind a byte FF stands the table of a list;
   the first byte says how it is cut. */
#include "fuzz.h"
#include "small.h"
#include "text.h"

static hs_engine *engine;

/* The rows of both tables, one behind the other. */
static int read_tables(struct writer *out, const char *text, size_t length, const char *list, size_t list_length, size_t step) {
    hs_table *table = NULL;
    hs_error error = {0};
    int status = hs_table_new(&table, engine, NULL);
    for (int part = list == NULL ? 1 : 0; status == HS_OK && part < 2; part++) {
        const char *at = part == 0 ? list : text, *end = part == 0 ? list + list_length : text + length;
        const hs_table_row *row = NULL;
        status = part == 0 ? hs_table_list(table, "sites", &error) : HS_OK;
        if (part == 1) hs_table_applicants(table);
        for (bool ended = false; status == HS_OK && !ended;) {
            size_t piece = step < (size_t)(end - at) ? step : (size_t)(end - at);
            ended = at == end;
            if (ended) hs_table_end(table);
            if (!ended) CLAIM(hs_table_push(table, at, piece, NULL) == HS_OK);
            at += piece;
            while ((status = hs_table_next(table, &row, &error)) == HS_OK && row != NULL) {
                write_format(out, "%d %d %s\n", (int)row->line, row->number, row->json == NULL ? row->error.en : row->json);
                CLAIM(row->json != NULL || (row->error.code == HS_INPUT && row->error.line >= 1 && row->error.zh[0] != '\0'));
                if (row->json == NULL || part == 0) continue;
                hs_assessment *assessment = NULL;
                CLAIM(hs_assess(&assessment, engine, row->json, row->length, &fuzz_options, NULL) == HS_OK);
                fuzz_result(hs_assessment_result(assessment));
                hs_assessment_free(assessment);
            }
        }
    }
    fuzz_status(status, &error, HS_INPUT);
    write_format(out, "%d %s\n", status, error.en);
    hs_table_free(table);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct writer whole = {0}, cut = {0};
    if (length < 2) return 0;
    if (engine == NULL) engine = small_engine();
    const char *text = (const char *)bytes + 1, *end = (const char *)bytes + length, *list = memchr(text, 0xFF, length - 1);
    size_t text_length = (size_t)((list == NULL ? end : list) - text), list_length = list == NULL ? 0 : (size_t)(end - list) - 1;
    list = list == NULL ? NULL : list + 1;
    read_tables(&whole, text, text_length, list, list_length, length);
    read_tables(&cut, text, text_length, list, list_length, (size_t)bytes[0] % 16 + 1);
    CLAIM(whole.length == cut.length && memcmp(whole.data, cut.data, whole.length) == 0);
    write_free(&whole);
    write_free(&cut);
    return 0;
}
