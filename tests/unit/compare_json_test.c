/* Two JSON texts held against each other: a saved result against one of now (verify_compare), and a result against what a case expects of it
   (expect_compare). */
#include "check.h"
#include "expect.h"
#include "verify.h"

#include <stdlib.h>

static struct arena arena;

/* ' stands for ". */
static struct json *read(const char *text) {
    struct json *document = NULL;
    char *copy = arena_copy(&arena, text, strlen(text));
    for (char *c = copy; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    EXPECT_EQUAL(gate_read(&document, &arena, copy, strlen(copy), NULL), HS_OK);
    if (document == NULL) exit(1);
    return document;
}

static const char *or_none(const char *text) { return text == NULL ? "-" : text; }

/* "path: was → is", apart by "; ". */
static const char *moves_of(const struct moves *moves) {
    static char text[4096];
    text[0] = '\0';
    for (int32_t i = 0; i < moves->count; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s%s: %s → %s", i == 0 ? "" : "; ", moves->items[i].path, or_none(moves->items[i].was),
                 or_none(moves->items[i].is));
    }
    return text;
}

static void test_moves(void) {
    static const struct {
        const char *was, *is, *wanted;
    } rows[] = {
        {"{'a': 1}", "{'a': 1}", ""},
        {"{'a': 1}", "{'a': 2}", "a: 1 → 2"},
        {"{'a': 1}", "{'a': 1.0}", "a: 1 → 1.0"}, /* what the engine writes it writes in one way */
        {"{'a': 1}", "{'a': '1'}", "a: 1 → \"1\""},
        {"{'a': 'x'}", "{'a': 'y'}", "a: \"x\" → \"y\""},
        {"{'a': true}", "{'a': false}", "a: true → false"},
        {"{'a': null}", "{'a': null}", ""},
        {"{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}", ""},
        {"{'a': 1}", "{}", "a: 1 → -"},
        {"{}", "{'a': 1}", "a: - → 1"},
        {"{'a': {'b': {'c': 1}}}", "{'a': {'b': {'c': 2}}}", "a.b.c: 1 → 2"},
        {"{'a': {'b': 1}}", "{'a': [1]}", "a: {\"b\": 1} → [1]"},
        {"{'a': {'b': 1, 'c': [true, null]}}", "{'a': 5}", "a: {\"b\": 1, \"c\": [true, null]} → 5"},
        {"[1, 2]", "[1, 3]", "[1]: 2 → 3"},
        {"[1]", "[1, 3]", ": [1] → [1, 3]"},
        {"{'a': [[1], [2]]}", "{'a': [[1], [3]]}", "a[1][0]: 2 → 3"},
        /* what names the inputs, at the root; and every SHA-256 */
        {"{'engine': '1', 'as_of': '2', 'receipt': 3, 'sha256': 'x'}", "{'engine': '2', 'as_of': '3', 'receipt': 4, 'sha256': 'y'}", ""},
        {"{'a': {'engine': '1', 'as_of': '2', 'receipt': 3, 'sha256': 'x'}}", "{'a': {'engine': '2', 'as_of': '3', 'receipt': 4}}",
         "a.engine: \"1\" → \"2\"; a.as_of: \"2\" → \"3\"; a.receipt: 3 → 4"},
        /* items with names */
        {"{'l': [{'id': 'x', 'v': 1}, {'id': 'y', 'v': 2}]}", "{'l': [{'id': 'x', 'v': 1}, {'id': 'y', 'v': 3}]}", "l[y].v: 2 → 3"},
        {"{'l': [{'id': 'x', 'v': 1}, {'id': 'y', 'v': 2}]}", "{'l': [{'id': 'y', 'v': 2}]}", "l[x]: {\"id\": \"x\", \"v\": 1} → -"},
        {"{'l': [{'id': 'y', 'v': 2}]}", "{'l': [{'id': 'x', 'v': 1}, {'id': 'y', 'v': 2}]}", "l[x]: - → {\"id\": \"x\", \"v\": 1}"},
        {"{'l': [{'id': 'x'}, {'id': 'y'}]}", "{'l': [{'id': 'y'}, {'id': 'x'}]}",
         "l: [{\"id\": \"x\"}, {\"id\": \"y\"}] → [{\"id\": \"y\"}, {\"id\": \"x\"}]"},
        {"{'l': [{'id': 'x'}, {'id': 'y'}]}", "{'l': [{'id': 'x'}, {'id': 'z'}]}", "l[y]: {\"id\": \"y\"} → -; l[z]: - → {\"id\": \"z\"}"},
        {"{'l': [{'id': 'x'}, {'id': 'x'}]}", "{'l': [{'id': 'x'}]}", "l: [{\"id\": \"x\"}, {\"id\": \"x\"}] → [{\"id\": \"x\"}]"},
        {"{'l': [{'id': 5}]}", "{'l': [{'id': 6}]}", "l[0].id: 5 → 6"},
        {"{'l': [{'adcode': '1', 'v': 1}]}", "{'l': [{'adcode': '1', 'v': 2}]}", "l[1].v: 1 → 2"},
        {"{'l': [{'measure': 'm', 'v': 1}]}", "{'l': [{'measure': 'm', 'v': 2}]}", "l[m].v: 1 → 2"},
        {"{'l': [{'limit': 'm', 'v': 1}]}", "{'l': [{'limit': 'm', 'v': 2}]}", "l[m].v: 1 → 2"},
        {"{'l': [{'measure': 'm', 'id': 'n', 'v': 1}]}", "{'l': [{'measure': 'm', 'id': 'n', 'v': 2}]}", "l[n].v: 1 → 2"},
        {"{'l': ['x', {'id': 'y', 'v': 1}]}", "{'l': ['x', {'id': 'y', 'v': 2}]}", "l[1].v: 1 → 2"},
        {"[[{'id': 'x', 'v': 1}]]", "[[{'id': 'x', 'v': 2}]]", "[0][x].v: 1 → 2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct moves moves = {.arena = &arena};
        verify_compare(&moves, read(rows[i].was), read(rows[i].is));
        EXPECT_TEXT(moves_of(&moves), rows[i].wanted);
        EXPECT(!moves.failed);
    }
}

/* Each value knows its place, policy, measure and the clause that the saved result has, or the new one where it is new. */
static void test_spots(void) {
    static const char was[] = "{'places': [{'adcode': '330206', 'total': 1, 'policies': [{'id': 'beilun', 'name': 'x', 'measures': ["
                              "{'id': 'm', 'clause': '一', 'amount': 1}, {'id': 'n', 'clause': 5, 'amount': 1}]}]}], 'count': 1}";
    static const char is[] =
        "{'places': [{'adcode': '330206', 'total': 2, 'policies': [{'id': 'beilun', 'name': 'y', 'measures': ["
        "{'id': 'm', 'clause': '二', 'amount': 2}, {'id': 'n', 'clause': 5, 'amount': 2}, {'id': 'o', 'clause': '三'}]}]}], "
        "'count': 2}";
    static const struct {
        const char *path, *place, *policy, *measure, *clause;
    } rows[] = {
        {"places[330206].total", "330206", "-", "-", "-"},
        {"places[330206].policies[beilun].name", "330206", "beilun", "-", "-"},
        {"places[330206].policies[beilun].measures[m].clause", "330206", "beilun", "m", "一"},
        {"places[330206].policies[beilun].measures[m].amount", "330206", "beilun", "m", "一"},
        {"places[330206].policies[beilun].measures[n].amount", "330206", "beilun", "n", "-"},
        {"places[330206].policies[beilun].measures[o]", "330206", "beilun", "o", "三"},
        {"count", "-", "-", "-", "-"},
    };
    enum { COUNT = sizeof rows / sizeof rows[0] };
    struct moves moves = {.arena = &arena};
    verify_compare(&moves, read(was), read(is));
    EXPECT_EQUAL(moves.count, COUNT);
    for (int32_t i = 0; i < COUNT && i < moves.count; i++) {
        EXPECT_TEXT(moves.items[i].path, rows[i].path);
        EXPECT_TEXT(or_none(moves.items[i].place), rows[i].place);
        EXPECT_TEXT(or_none(moves.items[i].policy), rows[i].policy);
        EXPECT_TEXT(or_none(moves.items[i].measure), rows[i].measure);
        EXPECT_TEXT(or_none(moves.items[i].clause), rows[i].clause);
        EXPECT_EQUAL(moves.items[i].causes, 0);
    }
}

/* More than the room that is there at first. */
static void test_many(void) {
    enum { COUNT = 100 };
    char was[COUNT * 8] = "[0", is[COUNT * 8] = "[1";
    for (int i = 1; i < COUNT; i++) sprintf(was + strlen(was), ",%d", i), sprintf(is + strlen(is), ",%d", i + 1);
    strcat(was, "]"), strcat(is, "]");
    struct moves moves = {.arena = &arena};
    struct differences differences = {.arena = &arena};
    verify_compare(&moves, read(was), read(is));
    expect_compare(&differences, read(was), read(is));
    EXPECT_EQUAL(moves.count, COUNT);
    EXPECT_EQUAL(differences.count, COUNT);
    for (int i = 0; i < COUNT; i++) {
        char path[8], text[8];
        snprintf(path, sizeof path, "[%d]", i % COUNT);
        snprintf(text, sizeof text, "%d", i % COUNT);
        EXPECT_TEXT(moves.items[i].path, path);
        EXPECT_TEXT(moves.items[i].was, text);
        EXPECT_TEXT(differences.items[i].path, path);
        EXPECT_TEXT(differences.items[i].wanted, text);
    }
}

static void test_differences(void) {
    static const struct {
        const char *wanted, *found, *differences;
    } rows[] = {
        {"{'a': 1}", "{'a': 1, 'b': 2}", ""},
        {"{'a': 1}", "{'a': 2}", "/a: 2 → 1"},
        {"{'a': 1}", "{}", "/a: - → 1"},
        {"{'a': 100}", "{'a': 1e2}", ""},
        {"{'a': 1.50}", "{'a': 1.5}", ""},
        {"{'a': 1.51}", "{'a': 1.5}", "/a: 1.5 → 1.51"},
        {"{'a': 1.001}", "{'a': 1.001}", ""},
        {"{'a': 1.001}", "{'a': 1.0010}", "/a: 1.0010 → 1.001"}, /* the engine never writes such ones */
        {"{'a': 1.001}", "{'a': 1}", "/a: 1 → 1.001"},
        {"{'a': 1}", "{'a': 1.001}", "/a: 1.001 → 1"},
        {"{'a': '1'}", "{'a': 1}", "/a: 1 → \"1\""},
        {"{'a': 'x'}", "{'a': 'x'}", ""},
        {"{'a': 'x'}", "{'a': 'y'}", "/a: \"y\" → \"x\""},
        {"{'a': null, 'b': true, 'c': false}", "{'a': null, 'b': true, 'c': false}", ""},
        {"{'a': null}", "{'a': false}", "/a: false → null"},
        {"{'a': [1, 2]}", "{'a': [1, 2]}", ""},
        {"{'a': [1, 2]}", "{'a': [1, 3]}", "/a[1]: 3 → 2"},
        {"{'a': [1, 2]}", "{'a': [1]}", "/a: [1] → [1, 2]"},
        {"{'a': [1, 2]}", "{'a': 5}", "/a: 5 → [1, 2]"},
        {"{'a': [1, 2]}", "{}", "/a: - → [1, 2]"},
        {"{'a': [{'v': 1}]}", "{'a': [{'v': 2}]}", "/a[0]/v: 2 → 1"},
        /* items by their names */
        {"{'l': {'x': {'v': 1}}}", "{'l': [{'id': 'w', 'v': 0}, {'id': 'x', 'v': 1}]}", ""},
        {"{'l': {'x': {'v': 1}}}", "{'l': [{'adcode': 'x', 'v': 2}]}", "/l/x/v: 2 → 1"},
        {"{'l': {'x': {'v': 1}}}", "{'l': [{'id': 'y', 'adcode': 'x', 'v': 1}]}", "/l/x: - → {\"v\": 1}"},
        {"{'l': {'x': {'v': 1}}}", "{'l': ['x', {'id': 5, 'v': 1}, {'v': 1}]}", "/l/x: - → {\"v\": 1}"},
        {"{'l': {'x': {'v': 1}}}", "{'l': 'x'}", "/l/x: - → {\"v\": 1}"},
        {"{'l': {}}", "{'l': []}", ""},
        {"{'l': {}}", "{'l': {'x': 1}}", ""},
        {"{'l': {}}", "{'l': [1]}", "/l: [1] → {}"}, /* {} stands for no items */
        {"{'l': {}}", "{}", "/l: - → {}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct differences differences = {.arena = &arena};
        char text[512] = "";
        expect_compare(&differences, read(rows[i].wanted), read(rows[i].found));
        for (int32_t k = 0; k < differences.count; k++) {
            const hs_mismatch *mismatch = &differences.items[k];
            size_t used = strlen(text);
            snprintf(text + used, sizeof text - used, "%s%s: %s → %s", k == 0 ? "" : "; ", mismatch->path, or_none(mismatch->found),
                     or_none(mismatch->wanted));
        }
        EXPECT_TEXT(text, rows[i].differences);
        EXPECT(!differences.failed);
    }
}

static void test_values(void) {
    char path[10];
    EXPECT_TEXT(json_keep(read("'\\u0001\\u001F\\u007f\\t/\\\\ é'"), &arena), "\"\\u0001\\u001f\x7f\\t/\\\\ é\"");
    const struct json *document = read("{'facts': {'sites': [{'ok': 1.50}, {'a\\n\\'': [null, true, false, {}, []]}]}}");
    EXPECT_TEXT(json_keep(document, &arena), "{\"facts\": {\"sites\": [{\"ok\": 1.50}, {\"a\\n\\\"\": [null, true, false, {}, []]}]}}");
    EXPECT(json_has_key(document, "ok") && json_has_key(document, "facts"));
    EXPECT(!json_has_key(document, "o") && !json_has_key(document->first, "facts"));
    EXPECT_TEXT(json_path(path, sizeof path, document), "");
    EXPECT_TEXT(json_path(path, sizeof path, document->first), "facts");
    EXPECT_TEXT(json_path(path, sizeof path, document->first->first), "facts.sit"); /* cut */
    memset(path, 'x', sizeof path);
    EXPECT_TEXT(json_path(path, 4, document->first->first->first), "fac");
    EXPECT_EQUAL(path[4], 'x');
}

int main(void) {
    test_moves();
    test_spots();
    test_many();
    test_differences();
    test_values();
    arena_clear(&arena);
    return checks_end();
}
