/* Rows that workers cut and assess together: each comes to what its document comes to by itself, and is refused for the same cell. */
#include "synthetic.h"

#include "check.h"
#include "plan.h"
#include "result_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"});

enum { BLOCK = 3, BLOCK_MAX = 200 }; /* rows assessed together */

static hs_engine *engine;
static const hs_options options = {.today = {2024, 5, 1}, .brief = 1};

/* ---- By itself ------------------------------------------------------------------------------------------------------------------- */

static void print_alone(FILE *out, const hs_table_row *row) {
    hs_assessment *assessment;
    hs_error error = {0};
    if (row->json == NULL) {
        print_error(out, &row->error);
    } else if (hs_assess(&assessment, engine, row->json, row->length, &options, &error) == HS_OK) {
        print_result(out, hs_assessment_result(assessment));
        hs_assessment_free(assessment);
    } else {
        error.line = (int)row->line, error.column = 1;
        print_error(out, &error);
    }
}

static void read_alone(FILE *out, const char *text, size_t length) {
    hs_table *table;
    const hs_table_row *row;
    hs_error error = {0};
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    hs_table_push(table, text, length, NULL);
    hs_table_end(table);
    int status;
    while ((status = hs_table_next(table, &row, &error)) == HS_OK && row != NULL) {
        fprintf(out, "%" PRId64 " %d %s %s\n", row->line, row->number, row->id == NULL ? "-" : row->id,
                row->name == NULL ? "-" : row->name);
        print_alone(out, row);
    }
    if (status != HS_OK) print_error(out, &error);
    hs_table_free(table);
}

/* ---- Together -------------------------------------------------------------------------------------------------------------------- */

struct seen {
    char front[256];
    bool joined;
    int64_t line;
    hs_error error;
};

static void print_block(FILE *out, hs_crowd *crowd, struct seen *seen, int count) {
    int32_t member = 0;
    EXPECT_EQUAL(hs_crowd_assess(crowd, NULL), HS_OK);
    for (int i = 0; i < count; i++) {
        hs_error error = seen[i].error;
        const hs_result *result = seen[i].joined ? hs_crowd_result(crowd, member++, &error) : NULL;
        fputs(seen[i].front, out);
        if (seen[i].joined && result == NULL) error.line = (int)seen[i].line, error.column = 1;
        if (result == NULL)
            print_error(out, &error);
        else
            print_result(out, result);
    }
    hs_crowd_clear(crowd);
}

static void take_row(hs_crowd *crowd, hs_table *reader, const hs_table_bytes *bytes, struct seen *seen, int *count) {
    const hs_table_row *row;
    struct seen *here = &seen[*count];
    EXPECT_EQUAL(hs_crowd_add_row(crowd, reader, bytes, &row, NULL), HS_OK);
    if (row == NULL) return;
    snprintf(here->front, sizeof here->front, "%" PRId64 " %d %s %s\n", row->line, row->number, row->id == NULL ? "-" : row->id,
             row->name == NULL ? "-" : row->name);
    here->joined = row->error.code == HS_OK;
    here->line = row->line;
    here->error = row->error;
    ++*count;
}

static void read_together(FILE *out, const char *text, size_t length, size_t step, int block) {
    hs_table *table, *reader;
    hs_crowd *crowd;
    const hs_table_bytes *bytes;
    static struct seen seen[BLOCK_MAX];
    hs_error error = {0};
    int status = HS_OK, count = 0;
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_table_reader(&reader, table, NULL), HS_OK);
    EXPECT_EQUAL(hs_crowd_new(&crowd, engine, &options, NULL), HS_OK);
    for (size_t at = 0; status == HS_OK && at <= length; at += step) {
        if (at + step > length) step = length - at;
        hs_table_push(table, text + at, step, NULL);
        if (at + step == length) hs_table_end(table);
        while ((status = hs_table_cut(table, &bytes, &error)) == HS_OK && bytes != NULL) {
            take_row(crowd, reader, bytes, seen, &count);
            if (count == block) print_block(out, crowd, seen, count), count = 0;
        }
        if (at + step == length) break;
    }
    print_block(out, crowd, seen, count);
    if (status != HS_OK) print_error(out, &error);
    hs_crowd_free(crowd);
    hs_table_free(reader);
    hs_table_free(table);
}

/* ---- Both ------------------------------------------------------------------------------------------------------------------------ */

static void compare_blocks(const char *text, size_t length, size_t step, int block) {
    char *alone = NULL, *together = NULL;
    size_t alone_length, together_length;
    FILE *first = open_memstream(&alone, &alone_length), *second = open_memstream(&together, &together_length);
    read_alone(first, text, length);
    read_together(second, text, length, step, block);
    fclose(first);
    fclose(second);
    EXPECT(alone_length > 0);
    EXPECT_TEXT(together, alone);
    free(alone);
    free(together);
}

static void compare(const char *text, size_t length, size_t step) { compare_blocks(text, length, step, BLOCK); }

static void compare_cell(const char *heading, const char *cell) {
    char text[8192];
    int length = snprintf(text, sizeof text, "\"%s\"\n\"%s\"\n", heading, cell);
    compare(text, (size_t)length, (size_t)length);
}

static void test_cells(void) {
    static const char *const good[][3] = {
#include "table_good.inc"
    };
    static const char *const bad[][3] = {
#include "table_bad.inc"
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) compare_cell(good[i][0], good[i][1]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) compare_cell(bad[i][0], bad[i][1]);
}

static void test_rows(void) {
    static const char *const texts[] = {
        "x\n1\n2\n",
        "\xEF\xBB\xBFx\r\n1\r\n2",
        "x,name\n1,\"a \"\"b\"\"\n,c\"\n",
        "\n ,\nx,n\n,\n\n ,\t\n\" \"\n1,2\n\"\"\"\",1\n",
        "x,n\n1\n1,2,3\n",
        "x,\n1,2\n",
        "x,n\n1,2\n\"a\nb\",z\n3,4\n",
        "x,n\n1,\"2\n3,4\n5,6\n",
        "x,n\n1,\"2\"3\n5,6\n1,2\"\n1\r2,3\n1,\xB5\xC4\n5,6\n",
        "id,x,n,所在地\na,1,2,330206\nb,9万,3,\nc,9223372036854775807,4,310118\nd,90000000000000000,9000000000,330206\n",
        "id,x,站点\na,1,0\nb,2,无\nc,3,4\nd,4,\n",
        "here@330206,x,here,as_of,here@310118,name,locations\n是,1,否,2024-01-31,,甲,310118;330206\n,2,,,是,乙,\n否,zz,1,2,3,4,5\n",
        "y,x,kinds,level\n5,3-7,two;one,high\n5,7-3,two;two,high\n≥5,,无,low;high\n",
        "nobody,x\n1,2\n",
        "as_of,locations,p,x\n2024-01-31,330206,是,1\n2024-01-31,330206,是,2\n2024-02-30,330206,是,3\n2024-01-31,330206;1,否,4\n"
        "2024-01-31,330206,否,5\n2023年1月1日,测试区,是,6\n2023年1月1日,测试区,,7\n,,,\n2024-01-31,310118;330206,是否,8\n2024-01-31,330206,"
        "是,9\n",
        "n,x（亿元）,y（万元）\n999999999999,1,999999999999\n1,999999999999,0\n01,2,3\n0,10000000000,01\n",
        "name,x\na\tb,1\n\x01,2\n\xC3\xA9,3\n\xF0\x9F\x98\x80,4\n中\xC3\xA9文,5\n\x7F,6\n中,7\n中文\xE4\xB8,8\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t step = 1; step < 9; step++) compare(texts[i], strlen(texts[i]), step);
}

/* More columns than a document takes members: such rows go through documents, and are refused as those are. */
static void test_wide_rows(void) {
    char *text = malloc(1 << 16);
    size_t length = (size_t)sprintf(text, "x");
    for (int i = 0; i < 600; i++) length += (size_t)sprintf(text + length, ",here@%d", 110000 + i);
    length += (size_t)sprintf(text + length, "\n1");
    for (int i = 0; i < 600; i++) length += (size_t)sprintf(text + length, ",是");
    length += (size_t)sprintf(text + length, "\n\n ,\n"); /* and empty ones */
    compare(text, length, 4096);
    free(text);
}

/* As many as a constant is set up for, and those beside. */
static void test_many(void) {
    static const char *const kinds[] = {"是,high,1", "否,low,20", ",,", "是,none,"};
    for (int count = CONSTANT_LANES - 1; count <= CONSTANT_LANES + 1; count++) {
        char text[8192];
        int length = snprintf(text, sizeof text, "x,p,level,n\n");
        for (int i = 0; i < count; i++) length += snprintf(text + length, sizeof text - (size_t)length, "%d,%s\n", 25 * i, kinds[i % 4]);
        compare_blocks(text, (size_t)length, 4096, BLOCK_MAX);
    }
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_cells();
    test_rows();
    test_wide_rows();
    test_many();
    hs_engine_free(engine);
    return checks_end();
}
