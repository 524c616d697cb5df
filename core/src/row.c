/* The applicant's document in a row of a database. */
#include "error.h"
#include "gate.h"

#include <stdlib.h>
#include <string.h>

/* The string of an object with one member. */
static int find_document(const struct json **out, const struct json *row, hs_error *error) {
    if (row->kind != JSON_OBJECT || row->count != 1)
        return json_fault(error, row, "一行应为只有一列的对象，如 {\"applicant\": \"…\"}",
                          "a row is an object with one column, like {\"applicant\": \"…\"}");
    if (row->first->kind != JSON_STRING)
        return json_fault(error, row->first, "这一列应为字符串：申请主体的 JSON 文件，实为%s%.0s",
                          "this column is a string, the applicant's JSON document; %.0sfound %s", json_kind_name(row->first->kind).zh,
                          json_kind_name(row->first->kind).en);
    *out = row->first;
    return HS_OK;
}

int hs_row_document(char **out, size_t *out_length, const char *row, size_t length, hs_error *error) {
    struct arena arena = {0};
    struct json *read = NULL;
    const struct json *document = NULL;
    *out = NULL;
    int status = gate_read_row(&read, &arena, row, length, error);
    if (status == HS_OK) status = find_document(&document, read, error);
    if (status == HS_OK) {
        *out_length = strlen(document->text);
        *out = malloc(*out_length + 1);
        if (*out == NULL)
            status = error_memory(error);
        else
            memcpy(*out, document->text, *out_length + 1);
    }
    arena_clear(&arena);
    return status;
}
