/* Documents that are read in one pass: each says what its tree says, and nothing is taken that the tree refuses. */
#include "synthetic.h"

#include "applicant_reader.h"
#include "check.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"});

enum { TEXT_MAX = 1024 };

static hs_engine *engine;
static key_order *order; /* of the documents before, or NULL */

/* ---- What an applicant says ------------------------------------------------------------------------------------------------------ */

static void print_value(FILE *out, const struct fact_value *value, int32_t slot) {
    const struct slot *known = &engine->dictionary.slots[slot];
    fprintf(out, "%s %" PRId64 " %" PRId64, known->fact->id, value->value.low, value->value.high);
    int32_t count = value->records == NULL ? -1 : value->records->count;
    fprintf(out, " %d", count);
    for (int32_t i = 0; i < count * known->field_count; i++)
        fprintf(out, " %" PRId64 " %" PRId64, value->records->values[i].low, value->records->values[i].high);
    fputc('\n', out);
}

static void print_applicant(FILE *out, const struct applicant *a) {
    fprintf(out, "%s %d %d %d\n", a->name == NULL ? "-" : a->name, a->as_of.year, a->as_of.month, a->as_of.day);
    for (int32_t i = 0; i < a->location_count; i++) fprintf(out, "at %s\n", a->locations[i]);
    for (int32_t i = 0; i < engine->dictionary.count; i++) print_value(out, &a->facts[i], i);
    for (int32_t i = 0; i < a->stated_count; i++) fprintf(out, "stated %d\n", a->stated[i]);
    for (int32_t i = 0; i < a->local_count; i++)
        fprintf(out, "%s ", a->local[i].adcode), print_value(out, &a->local[i].value, a->local[i].slot);
    for (int32_t i = 0; i < a->received_count; i++)
        fprintf(out, "received %s %s %d %" PRId64 "\n", a->received[i].measure == NULL ? "-" : a->received[i].measure,
                a->received[i].matter == NULL ? "-" : a->received[i].matter, a->received[i].years, a->received[i].amount);
    for (int32_t i = 0; i < a->evidence_count; i++)
        fprintf(out, "evidence %d %d %s\n", a->evidence[i].slot, a->evidence[i].state,
                a->evidence[i].note == NULL ? "-" : a->evidence[i].note);
    for (int32_t i = 0; i < a->claim_count; i++) fprintf(out, "claim %s %" PRId64 "\n", a->claims[i].measure, a->claims[i].amount);
    for (int32_t i = 0; i < a->finding_count; i++)
        fprintf(out, "finding %s %" PRId64 " %s\n", a->findings[i].measure, a->findings[i].amount, a->findings[i].reason);
}

/* Whether the text is read in one pass; then its tree has to say the same. The text has nothing behind it that may be read. */
static bool is_plain(const char *text, size_t length) {
    struct arena arena = {0};
    struct applicant plain, tree;
    hs_error error = {0};
    char *exact = malloc(length + 1), *said[2] = {NULL, NULL};
    size_t size;
    memcpy(exact, text, length);
    bool taken = applicant_read_plain(&plain, engine, order, exact, length, &arena);
    if (taken) {
        EXPECT_EQUAL(applicant_read_tree(&tree, engine, exact, length, &arena, &error), HS_OK);
        for (int i = 0; i < 2 && error.code == HS_OK; i++) {
            FILE *out = open_memstream(&said[i], &size);
            print_applicant(out, i == 0 ? &plain : &tree);
            fclose(out);
        }
        if (error.code == HS_OK) EXPECT_TEXT(said[0], said[1]);
        if (error.code != HS_OK) printf("taken: %.*s: %s\n", (int)length, text, error.en);
    }
    free(said[0]);
    free(said[1]);
    free(exact);
    arena_clear(&arena);
    return taken;
}

/* ' stands for ". */
static size_t quote(char out[TEXT_MAX], const char *text) {
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++) out[i] = text[i] == '\'' ? '"' : text[i];
    return length;
}

/* ---- Documents ------------------------------------------------------------------------------------------------------------------- */

static const char *const documents[] = {
    "{'facts':{}}",
    " { 'facts' : { } } ",
    "{'as_of':'2024-05-01','locations':['330206','330200'],'facts':{'p':true,'q':false,'x':1200,'n':3,'level':'low','kinds':['one','two']}"
    "}",
    "{'facts':{'p':null,'x':0,'y':9999999999999,'d':7,'n':0,'r':30,'here':true},'name':'Firm','as_of':'2024-05-01'}",
    "{\n\t'name': 'a \\u0041 \\' 公司',\r\n 'facts': {'x': '1234.56', 'y': 0.5, 'd': {'min': 1, 'max': 2.50}, 'n' :5 }}",
    "{'facts': {'sites': [{'ok': true, 'cost': 5}, {'year': {'min': 3}}], 'level': null, 'kinds': []}, 'facts_at': {'330206': {'here': "
    "false}}}",
    "{'received': [{'measure': 'synthetic.yearly', 'years': 2}], 'facts': {'x': 5e2, 'y': 12345678901234}, 'evidence': {'x': {'state': "
    "'verified', 'note': 'seen'}}, 'claims': {'synthetic.yearly': 5}, 'findings': {'synthetic.yearly': {'amount': 4, 'reason': 'less'}}}",
};

static void test_plain(void) {
    char text[TEXT_MAX];
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        size_t length = quote(text, documents[i]);
        EXPECT(is_plain(text, length));
        for (size_t cut = 0; cut + 1 < length; cut++) EXPECT(!is_plain(text, cut) || (text[length - 1] == ' ' && cut + 1 == length));
    }
}

/* What is left to the tree, right or wrong. */
static void test_left(void) {
    static const char *const left[] = {
        "",
        "{}",
        "[]",
        "null",
        "{'facts':{}} x",
        "{'facts':{}}{",
        "\xEF\xBB\xBF{'facts':{}}",
        "{'facts':{},}",
        "{,'facts':{}}",
        "{'facts'}",
        "{'facts':{'p':true,}}",
        "{'facts':{'p' true}}",
        "{'facts':{'p':truex}}",
        "{'facts':{'p':1}}",
        "{'facts':{'x':true}}",
        "{'facts':{'x':01}}",
        "{'facts':{'x':-1}}",
        "{'facts':{'x':1.}}",
        "{'facts':{'x':1.234}}",
        "{'facts':{'n':1.5}}",
        "{'facts':{'x':}}",
        "{'facts':{'x':99999999999999}}",
        "{'facts':{'p':true 'q':true}}",
        "{'facts':{'none':1}}",
        "{'facts':null}",
        "{'facts':[]}",
        "{'facts':{'p':true,'p':true}}",
        "{'facts':{'p':true,'q':true,'p':false}}",
        "{'facts':{},'facts':{}}",
        "{'name':'a','facts':{},'name':'a'}",
        "{'facts':{'\\u0070':true}}",
        "{'f\\u0061cts':{}}",
        "{'facts':{'p':true,'\\u0070':true}}",
        "{'facts':{},'other':1}",
        "{'facts':{},'':1}",
        "{'facts':{'':1}}",
        "{'facts':{'x':{'min':2,'max':1}}}",
        "{'facts':{'level':'lo'}}",
        "{'facts':{},'locations':[]}",
        "{'as_of':'2024-05-01'}",
        "{'facts':{'p':true}",
        "{'facts':{'p",
        "{'facts':{'sites':[{'ok':1}]}}",
        "{'facts':{'x':'\xFF'}}",
        "{'facts':{'p\x01':true}}",
    };
    char text[TEXT_MAX];
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
        bool taken = is_plain(text, quote(text, left[i]));
        if (taken) printf("in one pass: %s\n", left[i]);
        EXPECT(!taken);
    }
    EXPECT(!is_plain("{\"facts\":{\0}}", 13));
    EXPECT(!is_plain("{\"name\0\0\0\":1}", 13));
    EXPECT(!is_plain("{\"facts\":{\"p\0\0\0\":true}}", 24));
}

/* The caps of the gate hold here too. */
static void test_caps(void) {
    static char text[GATE_DOCUMENT_MAX + 64];
    size_t length = (size_t)sprintf(text, "{\"facts\":{\"kinds\":");
    for (int i = 0; i < GATE_DEPTH_MAX; i++) text[length++] = '[';
    EXPECT(!is_plain(text, length));
    memset(text, ' ', sizeof text);
    memcpy(text, "{\"facts\":{}}", 12);
    EXPECT(is_plain(text, GATE_DOCUMENT_MAX));
    EXPECT(!is_plain(text, GATE_DOCUMENT_MAX + 1));
}

/* ---- Documents changed at random -------------------------------------------------------------------------------------------------- */

static uint64_t state;

static size_t below(size_t bound) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(state >> 33) % bound;
}

/* One byte set, left out or put in, or some bytes once more elsewhere. */
static size_t change(char text[TEXT_MAX], size_t length) {
    static const char bytes[] = "{}[]:,\"\\ \n0123456789.-+eEtfn'pqxy\x01\xE5";
    size_t at = below(length), count = 1 + below(12), from = below(length);
    switch (below(4)) {
    case 0: text[at] = bytes[below(sizeof bytes)]; return length;
    case 1: memmove(text + at, text + at + 1, length - at - 1); return length - 1;
    case 2: count = 1; break;
    default: break;
    }
    char copy[16];
    if (from + count > length || length + count > TEXT_MAX) return length;
    memcpy(copy, text + from, count);
    if (count == 1) copy[0] = bytes[below(sizeof bytes)];
    memmove(text + at + count, text + at, length - at);
    memcpy(text + at, copy, count);
    return length + count;
}

static void test_changed(void) {
    enum { ROUNDS = 40000 };
    int taken = 0;
    state = 7;
    for (int i = 0; i < ROUNDS; i++) {
        char text[TEXT_MAX];
        size_t length = quote(text, documents[below(sizeof documents / sizeof documents[0])]);
        for (size_t changes = 1 + below(3); changes > 0 && length > 1; changes--) length = change(text, length);
        taken += is_plain(text, length);
    }
    EXPECT_EQUAL(taken, 1781); /* the others are broken */
}

/* Keys that begin like the one that is expected, end early or are others altogether. */
static void test_guesses(void) {
    char text[TEXT_MAX];
    for (int i = 0; i < 2; i++) {
        EXPECT(is_plain(text, quote(text, "{'facts':{'level':'low','p':true,'x':1}}")));
        EXPECT(is_plain(text, quote(text, "{'facts':{'p':true,'level':'high','x':2}}")));
        EXPECT(is_plain(text, quote(text, "{'facts':{ 'level' : 'low' ,'x':3}}")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'lev':'low'}}")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'level1':'low'}}")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'level':'low','level':'low'}}")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'level")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'level'")));
        EXPECT(!is_plain(text, quote(text, "{'facts':{'level'}}")));
    }
}

static void test_documents(void) {
    test_plain();
    test_left();
    test_caps();
    test_changed();
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_documents();
    order = calloc((size_t)engine->dictionary.count + 1, sizeof *order);
    test_documents();
    test_guesses();
    free(order);
    hs_engine_free(engine);
    return checks_end();
}
