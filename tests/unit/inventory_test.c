/* What an engine holds, and documents in which one thing is set, whole: held against inventory.txt, which `build/tests/inventory_test print` writes
   anew. */
#include "golden.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdlib.h>

TOPIC(first, 1, "一", "First");
TOPIC(second, 2, "二", "Second");

#define HELP HINT("见账簿", "See the books."), EVIDENCE("账簿", "The books")
MONEY_FACT(money, "钱", "Money", first, THIS_YEAR, IN_TIME, HELP, .local = 1);
COUNT_FACT(staff, "员工", "Staff", second, LAST_YEAR, NEVER, HELP, .unit = {"人", "people"});
MONEY_FACT(base, "基数", "Base", second, CALENDAR_YEAR, NEVER, HELP, .year = 2023);
#define grade_VALUES(V, of) V(of, low, "低", "Low") V(of, high, "高", "High")
CHOICE_FACT(grade, "等级", "Grade", second, AS_OF, BY_ACTION, HELP);
LIST_FACT(sites, "站点", "Sites", second, AS_OF, BY_ACTION, HELP);
MONEY_FIELD(sites, cost, "成本", "Cost", AS_OF, HELP);
YES_NO_FIELD(sites, open, "已开", "Open", AS_OF, HELP);

static const hs_measure measures[] = {
    MEASURE(grant, CLAUSE("一"), TITLE("补助", "Grant"), .kind = CASH, .basis = FORMULA, .per = ONCE, .matter = "one_matter",
            .when = ALL(AT_LEAST(staff, COUNT(3)), IS(grade, high)), .pays = CAP(YUAN(500), PERCENT(25, money))),
    MEASURE(site_grant, CLAUSE("二"), TITLE("站点补助", "Grant for sites"), .kind = CASH, .basis = FORMULA, .per = ONCE,
            .when = AT_LEAST(base, YUAN(1)), .pays = SUM(sites, FIELD(sites, open), FIELD(sites, cost))),
};
static const hs_silence silences[] = {NOTHING("三", "只是目标", "An aim only"), NOTHING("四", "只是要求", "A task only")};
static const hs_limit limits[] = {LIMIT(firm, CLAUSE("五"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = YUAN(900))};

POLICY(small, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .number = "测〔2023〕1号", .effective = DATE(2023, 1, 1), .limits = LIMITS(limits));

static hs_engine *engine;

static void write_own(FILE *out, const char *what, char *text, size_t length) {
    fprintf(out, "%s\n%s\n%d bytes\n", what, text == NULL ? "" : text, (int)length);
    EXPECT(text != NULL);
    free(text);
}

static void write_inventory(FILE *out) {
    static const char *const places[] = {"330206", "310118"};
    const hs_options dated = {.as_of = {2023, 6, 30}, .locations = places, .location_count = 2}, none = {.brief = 1},
                     one = {.locations = places, .location_count = 1};
    hs_constants *constants = NULL;
    size_t length = 0;
    char *text = hs_engine_facts_json(engine, &length);
    write_own(out, "facts", text, length);
    text = hs_engine_policies_json(engine, &length);
    write_own(out, "policies", text, length);
    text = hs_engine_blank_json(engine, &dated, &length);
    write_own(out, "a form for a day and places", text, length);
    text = hs_engine_blank_json(engine, &one, &length);
    write_own(out, "a form for a place", text, length);
    text = hs_engine_blank_json(engine, &none, &length);
    write_own(out, "a form", text, length);
    text = hs_engine_blank_json(engine, NULL, &length);
    write_own(out, "a form without options", text, length);
    EXPECT_EQUAL(hs_constants_new(&constants, huisuan_policy_small(), NULL), HS_OK);
    text = hs_constants_json(constants, &length);
    write_own(out, "constants", text, length);
    hs_constants_free(constants);
}

/* A document, what is set in it, to what. */
static const struct {
    const char *document, *subject, *value;
} rows[] = {
    {"{}", "money", "5"},
    {"{\"facts\": {}}", "money", "5.50"},
    {"{\"name\": \"a\\\"b\", \"facts\": {\"money\": 3.10, \"staff\": null, \"sites\": [{\"open\": true}, 2]}, \"received\": []}", "money",
     "{\"min\": 1, \"max\": \"2\"}"},
    {"{\"facts\": {\"money\": 1, \"staff\": 7}}", "staff", "null"},
    {"{\"facts\": {\"staff\": 7}, \"claims\": {}}", "grade", "\"high\""},
    {"{}", "sites", "[]"},
    {"{}", "sites[0].cost", "1"},
    {"{\"facts\": {\"sites\": null, \"staff\": 1}}", "sites[1].open", "false"},
    {"{\"facts\": {\"sites\": [{\"cost\": 1, \"open\": true}, {\"cost\": 2}], \"staff\": 1}}", "sites[1].open", "true"},
    {"{\"facts\": {\"sites\": [{\"cost\": 1, \"open\": true}, {\"cost\": 2}]}}", "sites[0].cost", "9"},
    {"{\"facts\": {}, \"facts_at\": {\"330206\": {\"money\": null, \"x\": {}}, \"310118\": {\"money\": {\"min\": 1}}, \"110105\": "
     "{\"money\": 4}, "
     "\"150200\": {}}}",
     "money", "8"},
    {"{\"facts\": {}, \"facts_at\": {\"330206\": {\"staff\": null}}}", "staff", "8"},
    {"{", "money", "5"},
    {"[]", "money", "5"},
    {"{\"facts\": []}", "money", "5"},
    {"{\"facts_at\": 5}", "money", "5"},
    {"{\"facts_at\": {\"330206\": 5}}", "money", "5"},
    {"{}", "money", "tru"},
};

static void write_documents(FILE *out) {
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_subject subject;
        hs_error error = {0};
        char *text = NULL;
        EXPECT(hs_subject_read(&subject, engine, rows[i].subject) != 0);
        int status = hs_document_set(&text, rows[i].document, strlen(rows[i].document), subject, rows[i].value, &error);
        fprintf(out, "%s: %s = %s\n%s\n", rows[i].document, rows[i].subject, rows[i].value, text == NULL ? error.en : text);
        EXPECT_EQUAL(text == NULL, status != HS_OK);
        free(text);
    }
}

static void write_all(FILE *out) {
    hs_policy other = *huisuan_policy_small();
    other.id = "other", other.measure_count = 1, other.silence_count = 0;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_small(), NULL, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &other, NULL, NULL), HS_OK);
    write_inventory(out);
    write_documents(out);
    hs_engine_free(engine);
}

int main(int count, char **arguments) { return golden_end(count, arguments, write_all); }
