/* Tables of applicants: what a cell becomes, what is refused and where, and rows cut anywhere. */
#include "synthetic.h"

#include "cell.h"
#include "check.h"

#include <huisuan/huisuan.h>
#include <stdlib.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"});

static hs_engine *engine;

struct outcome {
    char json[512];
    int status, refused, rows;
    hs_error error;
};

static void take(struct outcome *out, hs_table *table) {
    const hs_table_row *row;
    while ((out->status = hs_table_next(table, &row, &out->error)) == HS_OK && row != NULL) {
        out->rows++;
        if (row->json != NULL) snprintf(out->json, sizeof out->json, "%s", row->json);
        if (row->json != NULL) continue;
        out->refused++;
        out->error = row->error;
    }
}

/* The last document and the last fault of a table that is pushed `step` bytes at a time, after the table of a list, if there is one. */
static struct outcome read_after(const char *fact, const char *list, const char *text, size_t length, size_t step) {
    struct outcome out = {0};
    hs_table *table = NULL;
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    if (list != NULL) {
        EXPECT_EQUAL(hs_table_list(table, fact, &out.error), HS_OK);
        hs_table_push(table, list, strlen(list), NULL);
        hs_table_end(table);
        take(&out, table);
        hs_table_applicants(table);
        out.rows = 0;
    }
    for (size_t at = 0; out.status == HS_OK && at < length; at += step) {
        hs_table_push(table, text + at, step < length - at ? step : length - at, NULL);
        take(&out, table);
    }
    hs_table_end(table);
    if (out.status == HS_OK) take(&out, table);
    hs_table_free(table);
    return out;
}

static struct outcome read_stepwise(const char *list, const char *text, size_t length, size_t step) {
    return read_after("sites", list, text, length, step);
}

static struct outcome read_table(const char *text) { return read_stepwise(NULL, text, strlen(text), strlen(text) + 1); }

static struct outcome read_cell(const char *heading, const char *cell) {
    char text[8192];
    snprintf(text, sizeof text, "\"%s\"\n\"%s\"\n", heading, cell);
    return read_table(text);
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------------------- */

static void test_cells(void) {
    static const struct {
        const char *heading, *cell, *json;
    } rows[] = {
#include "table_good.inc"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char wanted[512];
        struct outcome out = read_cell(rows[i].heading, rows[i].cell);
        snprintf(wanted, sizeof wanted, rows[i].json[0] == '*' ? "%s" : "{\"facts\":{%s}}", rows[i].json + (rows[i].json[0] == '*'));
        for (char *c = wanted; *c != '\0'; c++)
            if (*c == '\'') *c = '"';
        EXPECT_TEXT(out.json, wanted);
        if (out.refused != 0 || out.status != HS_OK) printf("  %s: %s: %s\n", rows[i].heading, rows[i].cell, out.error.en);
    }
}

/* What a cell's text is taken for before anything is read in it. */
static void test_cell_texts(void) {
    static const struct {
        const char *text, *narrow;
        size_t separator; /* bytes of one at the front */
        bool unknown;
    } rows[] = {
        {"", "", 0, true},
        {" ", "", 0, true},
        {"a", "a", 0, false},
        {" a b ", "a b", 0, false},
        {"\t\r\na\n", "a", 0, false},
        {"　未知　", "未知", 0, true},
        {" 不清楚", "不清楚", 0, true},
        {"Unknown ", "Unknown", 0, true},
        {"unknow", "unknow", 0, false},
        {"unknowns", "unknowns", 0, false},
        {"\u00A0x\u00A0", "x", 0, false},
        {"\u00A1", "\u00A1", 0, false},
        {"あ", "あ", 0, false},
        {"。", "。", 0, false},
        {"！～", "!~", 0, false},
        {"Ａ１", "A1", 0, false},
        {"｟", "｟", 0, false},
        {"\uFF00", "\uFF00", 0, false},
        {";", ";", 1, false},
        {" ; a", "; a", 3, false},
        {"；", ";", 3, false},
        {"、a", "、a", 3, false},
        {",", ",", 1, false},
        {"，　b", ",　b", 6, false},
        {".;", ".;", 0, false},
        {"🏢 ", "🏢", 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char narrow[64];
        int before = checks_failed;
        EXPECT_TEXT(cell_narrow(narrow, sizeof narrow, rows[i].text), rows[i].narrow);
        EXPECT_EQUAL(cell_separator(rows[i].text), rows[i].separator);
        EXPECT_EQUAL(cell_is_unknown(rows[i].text), rows[i].unknown);
        if (checks_failed > before) printf("  in \"%s\"\n", rows[i].text);
    }
    char small[7]; /* cut where a character might not fit */
    EXPECT_TEXT(cell_narrow(small, sizeof small, "abcdefg"), "abc");
    EXPECT_TEXT(cell_narrow(small, sizeof small, "ab🏢c"), "ab🏢");
    EXPECT_TEXT(cell_narrow(small, sizeof small, "abc🏢"), "abc");
    EXPECT(cell_same("aBc", "AbC") && !cell_same("ab", "abc") && !cell_same("abc", "ab") && !cell_same("a", "b") && cell_same("Zz", "zZ"));
    EXPECT(!cell_same("@", "`") && !cell_same("[", "{"));
}

static void test_refused_cells(void) {
    static const struct {
        const char *heading, *cell, *message;
    } rows[] = {
#include "table_bad.inc"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct outcome out = read_cell(rows[i].heading, rows[i].cell);
        int held = out.refused == 1 && strncmp(out.error.en, "A2: ", 4) == 0 && strstr(out.error.en, rows[i].message) != NULL;
        EXPECT(held);
        EXPECT_EQUAL(out.error.line, 2);
        EXPECT_EQUAL(out.error.column, 1);
        EXPECT(strncmp(out.error.zh, "A2：", 5) == 0 && out.error.path[0] != '\0');
        if (!held) printf("  %s: %s: \"%s\", %s\n", rows[i].heading, rows[i].cell, out.error.en, out.json);
    }
}

/* ---- Headings -------------------------------------------------------------------------------------------------------------------- */

static void test_headings(void) {
    static const struct {
        const char *text, *message;
        int column;
    } rows[] = {
        {"xx\n", "A1: no column is called \"xx\"; did you mean \"x\"?", 1},
        {"ids\n", "A1: no column is called \"ids\"; did you mean \"id\"?", 1},
        {"id,leval\n", "B1: no column is called \"leval\"; did you mean \"level\"?", 4},
        {"id,something_else\n", "begin the heading with # if it is not to be read", 4},
        {"x,x\n", "B1: the column \"x\" stands twice (column 1 is the same)", 3},
        {"x,金额\n", "B1: the column \"金额\" stands twice", 3},
        {"id,编号\n", "stands twice", 4},
        {"p@330206\n", "is the same everywhere", 1},
        {"here@33020\n", "like annual_rent@310118", 1},
        {"sites@330206\n", "is the same everywhere", 1},
        {"x（美元）\n", "the unit in brackets must be one of: 元, 万元, 亿元", 1},
        {"n（万人）\n", "the unit in brackets must be one of: 人", 1},
        {"\"x\n", "never closed", 1},
        {"x\"\n", "a quotation mark within a cell", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct outcome out = read_table(rows[i].text);
        EXPECT_EQUAL(out.status, HS_INPUT);
        EXPECT_EQUAL(out.error.line, 1);
        EXPECT_EQUAL(out.error.column, rows[i].column);
        EXPECT(strstr(out.error.en, rows[i].message) != NULL);
        if (strstr(out.error.en, rows[i].message) == NULL) printf("  %s: %s\n", rows[i].text, out.error.en);
    }
    EXPECT_TEXT(read_table("id,#备注,here@330206,here,here@310118\n1,x,是,否,yes\n").json,
                "{\"facts\":{\"here\":false},\"facts_at\":{\"330206\":{\"here\":true},\"310118\":{\"here\":true}}}");
}

/* How it is mended each host says itself: no message of a table names the command line. */
static void test_cures(void) {
    static const struct {
        const char *text, *path;
        int cure;
    } rows[] = {{"id,received\na,1\n", "received", HS_CURE_TABLE},
                {"id,sites\na,some\n", "facts.sites", HS_CURE_TABLE},
                {"id,something_else\n", "", HS_CURE_HEADINGS},
                {"id,name\na,\xC4\xFE\n", "", HS_CURE_ENCODING},
                {"id,leval\n", "", HS_CURE_NONE},
                {"id,x\na,some\n", "facts.x", HS_CURE_NONE},
                {"id,here@330206\na,some\n", "facts_at.330206.here", HS_CURE_NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_error error = read_table(rows[i].text).error;
        EXPECT_EQUAL(error.code, HS_INPUT);
        EXPECT_EQUAL(error.cure, rows[i].cure);
        EXPECT_TEXT(error.path, rows[i].path);
        EXPECT(strstr(error.zh, "huisuan") == NULL && strstr(error.zh, "--") == NULL);
        EXPECT(strstr(error.en, "huisuan") == NULL && strstr(error.en, "--") == NULL);
    }
    hs_error error = {.code = HS_INPUT, .line = 2, .column = 3, .path = "received", .zh = "甲", .en = "a", .cure = HS_CURE_TABLE};
    char *json = hs_error_json(&error, NULL);
    EXPECT_TEXT(json, "{\"code\":\"INPUT\",\"path\":\"received\",\"line\":2,\"column\":3,\"clause\":null,"
                      "\"message\":{\"zh\":\"甲\",\"en\":\"a\"},\"cure\":\"table\"}");
    free(json);
}

/* A table that was GB18030 is told nothing of GB18030; the next one may be UTF-8 again. */
static void test_gb18030(void) {
    const char text[] = "id,name\na,\xFF\n";
    const hs_table_row *row;
    hs_table *table = NULL;
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    for (int turn = 0; turn < 2; turn++) {
        hs_table_applicants(table);
        if (turn == 0) hs_table_gb18030(table);
        hs_table_push(table, text, strlen(text), NULL);
        EXPECT(hs_table_next(table, &row, NULL) == HS_OK && row != NULL);
        EXPECT_TEXT(row->error.zh, turn == 0 ? "不是 GB18030" : "不是 UTF-8");
        EXPECT_TEXT(row->error.en, turn == 0 ? "not GB18030" : "not UTF-8");
        EXPECT_EQUAL(row->error.cure, turn == 0 ? HS_CURE_NONE : HS_CURE_ENCODING);
    }
    hs_table_free(table);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------------ */

static void test_rows(void) {
    static const struct {
        const char *text, *message, *json;
        int rows, refused, line, column;
    } rows[] = {
        {"x\n1\n2\n", "", "{\"facts\":{\"x\":2}}", 2, 0, 0, 0},
        {"\xEF\xBB\xBFx\r\n1\r\n2", "", "{\"facts\":{\"x\":2}}", 2, 0, 0, 0},
        {"x,name\n1,\"a \"\"b\"\"\n,c\"\n", "", "{\"name\":\"a \\\"b\\\"\\n,c\",\"facts\":{\"x\":1}}", 1, 0, 0, 0},
        {"x,n\n,\n\n ,\t\n1,2\n", "", "{\"facts\":{\"x\":1,\"n\":2}}", 1, 0, 0, 0},
        {"x,n\n1\n", "A2: the row has 1 cells and the table 2 headings", "", 1, 1, 2, 1},
        {"x,n\n1,2,3\n", "C2: the row has 3 cells", "", 1, 1, 2, 5},
        {"x,\n1,2\n", "B2: this column has no heading", "", 1, 1, 2, 3},
        {"x,n\n1,2\n\"a\nb\",z\n3,4\n", "A3: \"a", "{\"facts\":{\"x\":3,\"n\":4}}", 3, 1, 3, 1},
        {"x,n\n1,\"2\n3,4\n5,6\n", "never closed", "{\"facts\":{\"x\":5,\"n\":6}}", 3, 1, 2, 3},
        {"x,n\n1,\"2\"3\n5,6\n", "behind a closing quotation mark", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 2, 6},
        {"x,n\n1,2\"\n5,6\n", "a quotation mark within a cell", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 2, 4},
        {"x,n\n1\r2,3\n5,6\n", "a CR by itself", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 2, 2},
        {"x,n\n1,\xB5\xC4\n5,6\n", "not UTF-8", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 2, 3},
        {"x,n\n\"1\n2\",1\n5,z\n", "B3: \"z\" is no figure", "", 2, 2, 4, 3},
        {"x,n\n1,\"a\n\xB5\"\n5,6\n", "not UTF-8", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 3, 1},
        {"x,n\n5,6\n1,\"2", "never closed", "{\"facts\":{\"x\":5,\"n\":6}}", 2, 1, 3, 3},
        {"x,\n1,\n", "", "{\"facts\":{\"x\":1}}", 1, 0, 0, 0},
        {"x,id,name\n1\n", "A2: the row has 1 cells", "", 1, 1, 2, 1},
        {"#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,x\n,,,,,,,,,,,,,,,,,,,,,,,,,,z\n", "AA2: \"z\" is no figure", "", 1, 1, 2,
         27},
        {"here@330206,here@310118\n2,1\n", "A2: \"2\": yes or no", "", 1, 1, 2, 1},
        {"x", "", "", 0, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (size_t step = 1; step < 9; step++) {
            struct outcome out = read_stepwise(NULL, rows[i].text, strlen(rows[i].text), step);
            EXPECT_EQUAL(out.rows, rows[i].rows);
            EXPECT_EQUAL(out.refused, rows[i].refused);
            EXPECT_EQUAL(out.error.line, rows[i].line);
            EXPECT_EQUAL(out.error.column, rows[i].column);
            EXPECT_TEXT(out.json, rows[i].json);
            EXPECT(strstr(out.error.en, rows[i].message) != NULL);
            if (strstr(out.error.en, rows[i].message) == NULL) printf("  %s: %s\n", rows[i].text, out.error.en);
        }
}

/* A row of exactly the limit, one above it, one of several pieces more, and the row behind. */
static void test_long_rows(void) {
    enum { MOST = 1024 * 1024 };
    static const int extras[] = {0, 1, 2, 200000};
    for (size_t i = 0; i < sizeof extras / sizeof extras[0]; i++) {
        int extra = extras[i];
        char *text = malloc((size_t)(MOST + extra + 64));
        size_t length = (size_t)snprintf(text, 64, "x,#\n1,");
        memset(text + length, 'a', MOST - 2 + (size_t)extra);
        length += MOST - 2 + (size_t)extra;
        memcpy(text + length, "\n7,\n", 4);
        struct outcome out = read_stepwise(NULL, text, length + 4, 65536);
        EXPECT_EQUAL(out.refused, extra > 0);
        EXPECT_TEXT(out.json, "{\"facts\":{\"x\":7}}");
        free(text);
    }
    /* Two of them, a good row, and one with a fault, all in one piece: each line is counted. */
    char *text = malloc(2 * MOST + 100), *at = text + sprintf(text, "x,#\n");
    for (int i = 0; i < 2; i++, at += MOST + 3) memcpy(memset(at, 'a', MOST + 3), "1,", 2), at[MOST + 2] = '\n';
    at += sprintf(at, "7,\nz,\n");
    struct outcome out = read_stepwise(NULL, text, (size_t)(at - text), (size_t)(at - text));
    EXPECT_EQUAL(out.rows, 4);
    EXPECT_EQUAL(out.refused, 3);
    EXPECT_EQUAL(out.error.line, 5);
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":7}}");
    free(text);
}

/* The outcome of `begin`, `count` times `unit`, and `end`. */
static struct outcome read_repeated(const char *begin, const char *unit, size_t count, const char *end) {
    size_t size = strlen(unit);
    char *text = malloc(strlen(begin) + size * count + strlen(end) + 1), *at = text;
    if (text == NULL) abort();
    at += sprintf(at, "%s", begin);
    for (size_t i = 0; i < count; i++, at += size) memcpy(at, unit, size);
    at += sprintf(at, "%s", end);
    struct outcome out = read_stepwise(NULL, text, (size_t)(at - text), 4096);
    free(text);
    return out;
}

/* What a cell, a row and a list of places may hold at most, and one more. */
static void test_caps(void) {
    struct outcome out = read_repeated("name,x\n", "a", 4096, ",1\n");
    EXPECT_EQUAL(out.rows - out.refused, 1);
    out = read_repeated("name,x\n", "a", 4097, ",1\n");
    EXPECT_HOLDS(out.error.en, "A2: the cell is longer than 4096 bytes");
    out = read_repeated("x\n", "1", 4095, "\n");
    EXPECT_HOLDS(out.error.en, "is no figure");
    out = read_repeated("x\n", "1", 4096, "\n");
    EXPECT_HOLDS(out.error.en, "A2: the cell is longer than 4095 bytes");
    out = read_repeated("x\n1", ",", 1023, "\n5\n");
    EXPECT_HOLDS(out.error.en, "the row has 1024 cells");
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":5}}");
    out = read_repeated("x\n1", ",", 1024, "\n5\n");
    EXPECT_HOLDS(out.error.en, "a row has more than 1024 cells");
    EXPECT_EQUAL(out.error.column, 1026);
    out = read_repeated("#,x\n\"", "\n", 65535, "\",1\n");
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":1}}");
    out = read_repeated("#,x\n\"", "a", 80000, "\",1\n,5\n");
    EXPECT_HOLDS(out.error.en, "longer than 64 KiB");
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":5}}");
    out = read_repeated("#,x\n\"\n", "a", 65537, "\",1\n,5\n");
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":5}}");
    EXPECT_EQUAL(out.refused, 2);
    out = read_stepwise(NULL, "#,x\na\0b,1\n,5\n", 13, 1);
    EXPECT_HOLDS(out.error.en, "a NUL byte");
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":5}}");
    char places[65 * 8 + 32] = "locations\n", *at = places + strlen(places);
    for (int i = 1; i <= 64; i++) at += sprintf(at, "1101%02d;", i);
    struct outcome most = read_table(places);
    EXPECT_EQUAL(most.rows - most.refused, 1);
    sprintf(at, "110165");
    EXPECT_HOLDS(read_table(places).error.en, "at most 64 places");
}

/* Many ids with a record each: every one finds its own. */
static void test_many_owners(void) {
    enum { MANY = 300 };
    char sites[MANY * 16] = "id,cost\n", *at = sites + strlen(sites), text[32], wanted[64];
    for (int i = 1; i <= MANY; i++) at += sprintf(at, "k%d,%d\n", i, i);
    for (int i = 1; i <= MANY; i++) {
        sprintf(text, "id,x\nk%d,1\n", i);
        sprintf(wanted, "{\"facts\":{\"x\":1,\"sites\":[{\"cost\":%d}]}}", i);
        EXPECT_TEXT(read_stepwise(sites, text, strlen(text), 100).json, wanted);
    }
}

static void test_lists(void) {
    const char *sites = "id,合格,cost\na,是,100\nb,否,2万\na,,\n";
    struct outcome out = read_stepwise(sites, "编号,x\na,1\n", 13, 100);
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":1,\"sites\":[{\"ok\":true,\"cost\":100},{}]}}");
    out = read_stepwise(sites, "id,x\nc,1\n", 9, 100);
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":1}}");
    out = read_stepwise(sites, "id,站点\nc,0\n", 14, 100);
    EXPECT_TEXT(out.json, "{\"facts\":{\"sites\":[]}}");
    out = read_stepwise(sites, "id,站点\na,2\n", 14, 100);
    EXPECT_TEXT(out.json, "{\"facts\":{\"sites\":[{\"ok\":true,\"cost\":100},{}]}}");
    out = read_stepwise(sites, "id,站点\na,3\n", 14, 100);
    EXPECT_HOLDS(out.error.en, "B2: 3 records are stated here, the table of the list sites has 2");
    out = read_stepwise(sites, "id,x\na,1\na,2\n", 13, 100);
    EXPECT_HOLDS(out.error.en, "cannot belong to two applicants");
    out = read_stepwise("id,ok\na,maybe\n", "id,x\na,1\n", 9, 100);
    EXPECT_HOLDS(out.error.en, "line 2 of its table belongs to this id and was refused");
    out = read_stepwise(NULL, "id,x\na,1\n", 9, 100);
    EXPECT_TEXT(out.json, "{\"facts\":{\"x\":1}}");
    out = read_stepwise("ok\n1\n", "id,x\na,1\n", 9, 100);
    EXPECT_HOLDS(out.error.en, "the column id (编号) is missing");
    out = read_stepwise("id,ok\n\"a\"b,1\n", "id,x\na,1\n", 9, 100);
    EXPECT_HOLDS(out.error.en, "behind a closing quotation mark");
    out = read_stepwise("ok,id\n1\n", "id,x\na,1\n", 9, 100);
    EXPECT_HOLDS(out.error.en, "A2: the row has 1 cells and the table 2 headings");
    out = read_stepwise("id,year\na,2020年\n", "id,x\na,1\n", 9, 100);
    EXPECT_HOLDS(out.error.en, "line 2 of its table belongs to this id and was refused");
    out = read_stepwise(sites, "x\n1\n", 4, 100);
    EXPECT_HOLDS(out.error.en, "the column id (编号) is missing, add it");
}

/* What was already paid, as a list: each matter stands once, by the title of the first measure that has it. */
static void test_received_list(void) {
    const hs_fact *received = hs_engine_received(engine);
    EXPECT_TEXT(received->id, "received");
    EXPECT_EQUAL(hs_engine_field_count(engine, received), 4);
    const hs_fact *measure = hs_engine_field(engine, received, 0), *matter = hs_engine_field(engine, received, 2);
    EXPECT_TEXT(measure->id, "measure");
    EXPECT_EQUAL(measure->value_count, (int)(sizeof measures / sizeof measures[0]));
    EXPECT_TEXT(measure->values[0].label.zh, "测试区 甲（synthetic.fact）");
    EXPECT_TEXT(measure->values[0].label.en, "Test District: p (synthetic.fact)");
    EXPECT_TEXT(matter->id, "matter");
    EXPECT_EQUAL(matter->value_count, 1);
    EXPECT_TEXT(matter->values[0].id, "one_matter");
    EXPECT_TEXT(matter->values[0].label.zh, "同事项一（one_matter）");
}

/* Which lists may have a table, and whose record may be told. */
static void test_list_tables(void) {
    char text[CELL_TEXT_MAX + 32];
    hs_table *table = NULL;
    hs_error error = {0};
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_table_list(table, "x", &error), HS_USAGE);
    EXPECT_TEXT(error.en, "no list fact is called \"x\"");
    EXPECT_EQUAL(hs_table_list(table, "nothing", &error), HS_USAGE);
    EXPECT_EQUAL(hs_table_list(table, "sites", &error), HS_OK);
    EXPECT_EQUAL(hs_table_list(table, "sites", &error), HS_USAGE);
    EXPECT_TEXT(error.en, "two tables are given for the list \"sites\"");
    hs_table_free(table);
    snprintf(text, sizeof text, "id,ok\n%0*d,1\n", CELL_TEXT_MAX - 1, 7);
    EXPECT_EQUAL(read_stepwise(text, "id,x\na,1\n", 9, 100).status, HS_OK);
    snprintf(text, sizeof text, "id,ok\n%0*d,1\n", CELL_TEXT_MAX, 7);
    struct outcome out = read_stepwise(text, "id,x\na,1\n", 9, 100);
    EXPECT_EQUAL(out.status, HS_INPUT);
    EXPECT_HOLDS(out.error.en, "the id is longer than 4095 bytes");
    out = read_stepwise("ok,id\n1,a\n0\n", "id,x\na,1\n", 9, 100); /* the row ends where its id should stand */
    EXPECT_EQUAL(out.status, HS_INPUT);
    EXPECT_HOLDS(out.error.en, "A3: the row has 1 cells");
}

/* Headings by themselves: counted once they are whole, and no row is lost. */
static void test_headings_alone(void) {
    static const struct {
        const char *text;
        int32_t count;
        int status;
    } rows[] = {{"", 0, HS_OK},
                {"\n\n", 0, HS_OK},
                {"id,x", 0, HS_OK},
                {"\nid,x\n1,2\n", 2, HS_OK},
                {"id,nothing\n", 0, HS_INPUT},
                {"\"id\"x\n", 0, HS_INPUT}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_table *table = NULL;
        const hs_table_row *row = NULL;
        int32_t count = -1;
        EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
        hs_table_push(table, rows[i].text, strlen(rows[i].text), NULL);
        EXPECT_EQUAL(hs_table_headings(table, &count, NULL), rows[i].status);
        EXPECT_EQUAL(count, rows[i].count);
        if (rows[i].count > 0) {
            EXPECT_EQUAL(hs_table_headings(table, &count, NULL), HS_OK);
            EXPECT_EQUAL(count, rows[i].count);
            EXPECT_EQUAL(hs_table_next(table, &row, NULL), HS_OK);
            EXPECT(row != NULL && row->line == 3 && strcmp(row->json, "{\"facts\":{\"x\":2}}") == 0);
        }
        hs_table_free(table);
    }
}

static void test_encodings(void) {
    static const struct {
        const char *bytes;
        int utf8;
    } rows[] = {{"", 1},
                {"id", 1},
                {"编号", 1},
                {"\xE7\xBC\x96\xE5\x8F", 1},
                {"\xE5", 1},
                {"\xF4\x8F\xBF\xBF", 1},
                {"\xB1\xE0", 0},
                {"\xE7\xBC,", 0},
                {"\xC1\x81", 0},
                {"id,\xFF", 0},
                {"\xF5\x80\x80\x80", 0},
                {"\x80", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EXPECT_EQUAL(hs_table_is_utf8(rows[i].bytes, strlen(rows[i].bytes)), rows[i].utf8);
}

/* ---- What was already paid ------------------------------------------------------------------------------------------------------- */

static struct outcome read_received(const char *records, const char *text) {
    return read_after("received", records, text, strlen(text), 100);
}

static void test_received(void) {
    static const struct {
        const char *records, *message;
    } bad[] = {
        {"id,measure,years\na,synthetic.matter_a,1-2\n", "C2: \"1-2\" is a range: one figure is wanted here"},
        {"id,measure,years\na,synthetic.matter_a,\n", "A2: a row states either measure and years or matter and amount"},
        {"id,measure,years\na,,1\n", "A2: a row states either measure and years"},
        {"id,measure,years,matter,amount\na,synthetic.matter_a,1,one_matter,2\n", "A2: a row states either measure and years"},
        {"id,measure,amount\na,synthetic.matter_a,1\n", "A2: a row states either measure and years"},
        {"id,matter,amount\na,one_mater,2\n", "B2: there is no choice \"one_mater\"; did you mean \"one_matter\"?"},
        {"id,measure,years\na,同事项二,1\n", "did you mean \"测试区 同事项二（synthetic.matter_b）\"?"},
        {"id,matter,amount\na,one_matter,≥2\n", "is a range"},
    };
    const char *paid = "编号,措施,已领年数,事项,已领金额（万元）\na,synthetic.matter_a,2年,,\na,,,同事项一（one_matter）,1.5\n"
                       "b,测试区 同事项二（synthetic.matter_b）,0,,\n";
    const char *two = ",\"received\":[{\"measure\":\"synthetic.matter_a\",\"years\":2},{\"matter\":\"one_matter\",\"amount\":15000}]}";
    struct outcome out = read_received(paid, "id,x\na,1\n");
    EXPECT_HOLDS(out.json, "{\"facts\":{\"x\":1}");
    EXPECT(strstr(out.json, two) != NULL);
    EXPECT_TEXT(read_received(paid, "id,here@330206\nb,是\n").json,
                "{\"facts\":{},\"facts_at\":{\"330206\":{\"here\":true}},\"received\":[{\"measure\":\"synthetic.matter_b\",\"years\":0}]}");
    EXPECT(strstr(read_received(paid, "id,已领补贴\na,2\n").json, two) != NULL);
    EXPECT_TEXT(read_received(paid, "id,Already received\nc,0\n").json, "{\"facts\":{},\"received\":[]}");
    EXPECT_TEXT(read_received(paid, "id,x\nc,1\n").json, "{\"facts\":{\"x\":1}}");
    EXPECT_HOLDS(read_received(paid, "id,received\na,1\n").error.en, "B2: 1 records are stated here, the table of the list received has 2");
    EXPECT_HOLDS(read_table("id,received\na,1\n").error.en, "1 records are stated here and the list has no table");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        hs_table *table = NULL;
        out = (struct outcome){0};
        EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
        EXPECT_EQUAL(hs_table_list(table, "received", NULL), HS_OK);
        hs_table_push(table, bad[i].records, strlen(bad[i].records), NULL);
        hs_table_end(table);
        take(&out, table);
        EXPECT_EQUAL(out.refused, 1);
        EXPECT(strstr(out.error.en, bad[i].message) != NULL);
        if (strstr(out.error.en, bad[i].message) == NULL) printf("  %s: %s\n", bad[i].records, out.error.en);
        hs_table_free(table);
    }
    EXPECT_HOLDS(read_received(bad[0].records, "id,x\na,1\n").error.en, "of the list received, line 2 of its table belongs to this id");
}

/* What a row came to, in one line. */
static void note(char text[1024], const hs_table_row *row) {
    snprintf(text, 1024, "%d %s %s", (int)row->line, row->id == NULL ? "" : row->id, row->json != NULL ? row->json : row->error.en);
}

static hs_table *begin_lists(const char *sites, const char *received, const char *text) {
    const char *const names[] = {"sites", "received"}, *const lists[] = {sites, received};
    hs_table *table = NULL;
    struct outcome out = {0};
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    for (int i = 0; i < 2; i++) {
        EXPECT_EQUAL(hs_table_list(table, names[i], NULL), HS_OK);
        hs_table_push(table, lists[i], strlen(lists[i]), NULL);
        hs_table_end(table);
        take(&out, table);
    }
    hs_table_applicants(table);
    hs_table_push(table, text, strlen(text), NULL);
    hs_table_end(table);
    return table;
}

static void expect_same_left(hs_table *table, hs_table *other) {
    const char *fact, *id, *other_fact, *other_id;
    int64_t line, other_line;
    while (hs_table_left(table, &fact, &id, &line)) {
        EXPECT_EQUAL(hs_table_left(other, &other_fact, &other_id, &other_line), 1);
        EXPECT_TEXT(other_fact, fact);
        EXPECT_TEXT(other_id, id);
        EXPECT_EQUAL(other_line, line);
    }
    EXPECT_EQUAL(hs_table_left(other, &other_fact, &other_id, &other_line), 0);
}

/* Readers that look into the rows in whatever order, here the last first, and take the records in turn come to what one reader does: who of
   two with the same id has the records, and what a refused row has taken. */
static void test_turns(void) {
    const char *sites = "id,ok\na,是\nb,maybe\nc,是\nd,否\ne,是\nf,是\n",
               *received = "id,measure,years\nc,synthetic.matter_a,1\ng,synthetic.matter_a,2\n";
    const char *text = "id,x,sites,received\na,1,,\na,2,,\n\nb,1,,\nc,z,,\nc,3,2,\nc,4,,\nc,5,,\n,6,,\nd,7,0,\nd,8\nd,9,,\n\"e\"x,1,,\ne,2,"
                       ",3\ne,3,,\ng,4,,1\ng,5,,1\n";
    enum { ROWS_MAX = 32 };
    char expected[ROWS_MAX][1024], copies[ROWS_MAX][64], ids[ROWS_MAX][16], found[1024];
    hs_table_bytes rows[ROWS_MAX];
    uint64_t lists[ROWS_MAX];
    bool there[ROWS_MAX];
    int expected_count = 0, count = 0, at = 0;
    hs_table *alone = begin_lists(sites, received, text), *table = begin_lists(sites, received, text), *readers[2];
    const hs_table_row *row;
    const hs_table_bytes *bytes;
    while (hs_table_next(alone, &row, NULL) == HS_OK && row != NULL) note(expected[expected_count++], row);
    for (int i = 0; i < 2; i++) EXPECT_EQUAL(hs_table_reader(&readers[i], table, NULL), HS_OK);
    for (; hs_table_cut(table, &bytes, NULL) == HS_OK && bytes != NULL; count++) {
        memcpy(copies[count], bytes->bytes, bytes->length);
        rows[count] = *bytes, rows[count].bytes = copies[count];
    }
    for (int i = count - 1; i >= 0; i--) {
        EXPECT_EQUAL(hs_table_read(readers[i % 2], &rows[i], &row, NULL), HS_OK);
        there[i] = row != NULL;
        lists[i] = row == NULL ? 0 : row->lists;
        snprintf(ids[i], sizeof ids[i], "%s", row == NULL || row->id == NULL ? "-" : row->id);
    }
    for (int i = 0; i < count; i++) {
        EXPECT_EQUAL(hs_table_take(readers[0], &rows[i], strcmp(ids[i], "-") == 0 ? NULL : ids[i], lists[i], &row, NULL), HS_OK);
        if (there[i] && row == NULL) EXPECT_EQUAL(hs_table_read(readers[1], &rows[i], &row, NULL), HS_OK);
        if (!there[i]) continue;
        note(found, row);
        EXPECT_TEXT(found, expected[at]);
        at++;
    }
    EXPECT_EQUAL(at, expected_count);
    EXPECT_EQUAL(at, 16);
    expect_same_left(alone, table);
    for (int i = 0; i < 2; i++) hs_table_free(readers[i]);
    hs_table_free(table);
    hs_table_free(alone);
}

/* Whose records nobody has: not those of an applicant that was refused. */
static void test_left(void) {
    const char *fact = NULL, *id = NULL, *sites = "id,ok\na,是\nb,maybe\nc,是\nd,否\n", *text = "id,x\na,1\nb,1\nc,z\n";
    int64_t line = 0;
    hs_table *table = NULL;
    struct outcome out = {0};
    EXPECT_EQUAL(hs_table_new(&table, engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_table_list(table, "sites", NULL), HS_OK);
    hs_table_push(table, sites, strlen(sites), NULL);
    hs_table_end(table);
    take(&out, table);
    hs_table_applicants(table);
    hs_table_push(table, text, strlen(text), NULL);
    hs_table_end(table);
    take(&out, table);
    EXPECT_EQUAL(out.refused, 3);
    EXPECT_EQUAL(hs_table_left(table, &fact, &id, &line), 1);
    EXPECT_TEXT(fact, "sites");
    EXPECT_TEXT(id, "d");
    EXPECT_EQUAL(line, 5);
    EXPECT_EQUAL(hs_table_left(table, &fact, &id, &line), 0);
    hs_table_free(table);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_cells();
    test_cell_texts();
    test_received_list();
    test_refused_cells();
    test_headings();
    test_cures();
    test_gb18030();
    test_rows();
    test_long_rows();
    test_caps();
    test_lists();
    test_many_owners();
    test_list_tables();
    test_headings_alone();
    test_encodings();
    test_received();
    test_turns();
    test_left();
    hs_engine_free(engine);
    return checks_end();
}
