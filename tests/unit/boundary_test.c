/* The cases made at every bound of a small policy: which, in which order, and what they expect. */
#include "check.h"
#include "synthetic.h"

#include <huisuan/huisuan.h>
#include <stdlib.h>

MONEY_FACT(tax, "税额", "Tax", S);

static const hs_measure bounded[] = {
    MEASURE(least, CLAUSE("1"), TITLE("不低于", "At least"), RULE, .when = AT_LEAST(x, YUAN(100))),
    MEASURE(over, CLAUSE("2"), TITLE("超过", "Over"), RULE, .when = MORE_THAN(y, YUAN(0))),
    MEASURE(below, CLAUSE("3"), TITLE("低于", "Below"), RULE, .when = ALL(LESS_THAN(r, RATE(10)), p)),
    MEASURE(chosen, CLAUSE("4"), TITLE("级别", "Level"), RULE, .when = IN(level, low, high)),
    MEASURE(tiered, CLAUSE("5"), TITLE("分档", "Tiers"), FREE, .pays = TIERS(n, FROM(COUNT(2), YUAN(10)), FROM(COUNT(5), YUAN(20)))),
    MEASURE(costs, CLAUSE("6"), TITLE("成本", "Costs"), FREE, .pays = SUM(sites, FIELD(sites, ok), CAP(YUAN(100), FIELD(sites, cost)))),
    MEASURE(days, CLAUSE("7"), TITLE("日期", "Days"), RULE, .when = ANY(SINCE(2023, 03, 01), UNTIL(2022, 12, 31)),
            .window = EACH_YEAR(12, 31, 01, 01)),
    MEASURE(never, CLAUSE("8"), TITLE("无人", "Nobody"), RULE, .when = AT_LEAST(d, DOLLARS(5))),
};

static const hs_limit limits[] = {
    LIMIT(cap, CLAUSE("9"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = LESSER(YUAN(130), tax)),
};

POLICY(synthetic, .version = "1.0.0", .adcode = "999900", .name = {"测试地", "Testland"}, .title = {"测试政策", "Test Policy"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 01, 01));

/* In this order. */
static const char *const ids[] = {
    "synthetic: as of 2022-12-31",
    "synthetic: as of 2023-01-01",
    "synthetic: as of 2023-01-02",
    "synthetic: as of 2023-12-30",
    "synthetic: as of 2023-12-31",
    "synthetic: as of 2024-01-01",
    "synthetic: as of 2024-01-02",
    "synthetic.least: x = 99.99",
    "synthetic.least: x = 100",
    "synthetic.least: x = 100.01",
    "synthetic.over: y = 0",
    "synthetic.over: y = 0.01",
    "synthetic.below: r = 9.99",
    "synthetic.below: r = 10",
    "synthetic.below: r = 10.01",
    "synthetic.below: p = false",
    "synthetic.below: p = true",
    "synthetic.chosen: level = \\\"none\\\"",
    "synthetic.chosen: level = \\\"low\\\"",
    "synthetic.chosen: level = \\\"high\\\"",
    "synthetic.tiered: n = 1",
    "synthetic.tiered: n = 2",
    "synthetic.tiered: n = 3",
    "synthetic.tiered: n = 4",
    "synthetic.tiered: n = 5",
    "synthetic.tiered: n = 6",
    "synthetic.tiered: n = 10",
    "synthetic.costs: sites[0].ok = false",
    "synthetic.costs: sites[0].ok = true",
    "synthetic.costs: sites[1].ok = false",
    "synthetic.costs: sites[1].ok = true",
    "synthetic.costs: sites[0].cost = 99.99",
    "synthetic.costs: sites[0].cost = 100",
    "synthetic.costs: sites[0].cost = 100.01",
    "synthetic.costs: sites[0].cost = 200",
    "synthetic.costs: sites[1].cost = 99.99",
    "synthetic.costs: sites[1].cost = 100",
    "synthetic.costs: sites[1].cost = 100.01",
    "synthetic.costs: sites[1].cost = 200",
    "synthetic.days: as of 2023-02-28",
    "synthetic.days: as of 2023-03-01",
    "synthetic.days: as of 2023-03-02",
    "synthetic.days: as of 2022-12-30",
    "synthetic.days: as of 2022-12-31",
    "synthetic.days: as of 2023-01-01",
    "synthetic.days: as of 2023-12-30",
    "synthetic.days: as of 2023-12-31",
    "synthetic.days: as of 2024-01-01",
    "synthetic.days: as of 2023-01-02",
    "synthetic.cap: tax = 16.99",
    "synthetic.cap: tax = 17",
    "synthetic.cap: tax = 17.01",
    "synthetic.cap: tax = 34",
    "synthetic.cap: n = 1",
    "synthetic.cap: n = 2",
    "synthetic.cap: n = 3",
    "synthetic.cap: n = 4",
    "synthetic.cap: n = 5",
    "synthetic.cap: n = 6",
    "synthetic.cap: n = 10",
    "synthetic.cap: sites[0].cost = 99.99",
    "synthetic.cap: sites[0].cost = 100",
    "synthetic.cap: sites[0].cost = 100.01",
    "synthetic.cap: sites[0].cost = 200",
};

/* Some of them whole, ' for ". */
static const char *const whole[] = {
    "{'id':'synthetic: as of 2024-01-01','applicant':{'as_of':'2024-01-01','name':'A','locations':['999900'],'facts':{'x': 10"
    "1, 'y': 1, 'r': 5, 'p': true, 'level': 'low', 'n': 2, 'sites': [{'ok': true, 'cost': 7}], 'tax': 500}},'expect':{'places"
    "':{'999900':{'policies':{'synthetic':{'in_force':'unknown'}}}}},'confirm':true}",
    "{'id':'synthetic.below: r = 10','applicant':{'as_of':'2023-06-30','name':'A','locations':['999900'],'facts':{'x': 101, '"
    "y': 1, 'r': 10, 'p': true, 'level': 'low', 'n': 2, 'sites': [{'ok': true, 'cost': 7}], 'tax': 500}},'expect':{'places':{"
    "'999900':{'policies':{'synthetic':{'in_force':'yes','measures':{'synthetic.below':{'status':'ineligible','amount':null,'"
    "schedule':[]}}}}}}},'confirm':true}",
    "{'id':'synthetic.costs: sites[1].cost = 100','applicant':{'as_of':'2023-06-30','name':'A','locations':['999900'],'facts'"
    ":{'x': 101, 'y': 1, 'r': 5, 'p': true, 'level': 'low', 'n': 2, 'sites': [{'ok': true, 'cost': 7}, {'ok': true, 'cost': 1"
    "00}], 'tax': 500}},'expect':{'places':{'999900':{'policies':{'synthetic':{'in_force':'yes','measures':{'synthetic.costs'"
    ":{'status':'eligible','amount':{'low': 107, 'high': 107},'schedule':[{'low': 107, 'high': 107}]}}}}}}},'confirm':true}",
    "{'id':'synthetic.days: as of 2023-12-31','applicant':{'as_of':'2023-12-31','name':'A','locations':['999900'],'facts':{'x"
    "': 101, 'y': 1, 'r': 5, 'p': true, 'level': 'low', 'n': 2, 'sites': [{'ok': true, 'cost': 7}], 'tax': 500}},'expect':{'p"
    "laces':{'999900':{'policies':{'synthetic':{'in_force':'yes','measures':{'synthetic.days':{'status':'eligible','amount':n"
    "ull,'schedule':[],'window':{'from': '12-31', 'until': '01-01', 'open': true}}}}}}}},'confirm':true}",
    "{'id':'synthetic.cap: tax = 16.99','applicant':{'as_of':'2023-06-30','name':'A','locations':['999900'],'facts':{'x': 101"
    ", 'y': 1, 'r': 5, 'p': true, 'level': 'low', 'n': 2, 'sites': [{'ok': true, 'cost': 7}], 'tax': 16.99}},'expect':{'place"
    "s':{'999900':{'policies':{'synthetic':{'in_force':'yes'}},'total':{'low': 16.99, 'high': 16.99},'total_all_years':{'low'"
    ": 16.99, 'high': 16.99}}}},'confirm':true}",
};

int main(void) {
    hs_engine *engine;
    hs_suite *suite;
    hs_error error = {0};
    hs_policy policy = *huisuan_policy_synthetic();
    char *lines;
    int32_t without;
    static const char *const given[] = {
        "{\"id\":\"a\",\"applicant\":{\"name\":\"A\",\"as_of\":\"2023-06-30\",\"locations\":[\"999900\"],\"facts\":{\"x\":101,\"y\":1,"
        "\"r\":5,"
        "\"p\":true,\"level\":\"low\",\"n\":2,\"sites\":[{\"ok\":true,\"cost\":7}],\"tax\":500}},\"expect\":{\"places\":{\"999900\":"
        "{\"total\":{\"low\":17},\"policies\":{\"synthetic\":{\"measures\":{\"synthetic.least\":{},\"synthetic.over\":{},\"synthetic."
        "below\":{},\"synthetic.chosen\":{},\"synthetic.tiered\":{},\"synthetic.costs\":{},\"synthetic.days\":{}}}}}}}}",
        "{\"id\":\"b\",\"applicant\":{\"as_of\":\"2023-06-30\",\"locations\":[\"999900\"],\"facts\":{\"x\":5,\"y\":9}},\"expect\":{"
        "\"places\":"
        "{\"999900\":{\"policies\":{\"synthetic\":{\"measures\":{\"synthetic.over\":{},\"synthetic.least\":{}}}}}}}}"};
    policy.measures = bounded, policy.measure_count = sizeof bounded / sizeof bounded[0];
    policy.limits = limits, policy.limit_count = 1;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_suite_new(&suite, engine, 0, NULL, NULL), HS_OK);
    for (int i = 0; i < 2; i++) EXPECT_EQUAL(hs_suite_add(suite, given[i], strlen(given[i]), &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    EXPECT_EQUAL(hs_suite_boundaries(suite, &lines, &without, &error), HS_OK);
    EXPECT_EQUAL(without, 1);
    size_t count = 0, seen = 0;
    for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n"), count++) {
        char id[100];
        snprintf(id, sizeof id, "{\"id\":\"%s\",", count < sizeof ids / sizeof ids[0] ? ids[count] : "no more");
        EXPECT(strncmp(line, id, strlen(id)) == 0);
        if (strncmp(line, id, strlen(id)) != 0) printf("  wanted %s, found %.60s\n", id, line);
        EXPECT_EQUAL(hs_suite_add(suite, line, strlen(line), &error), HS_OK);
        EXPECT_EQUAL(hs_suite_case(suite, 2 + (int32_t)count)->passed, 1);
        for (char *c = line; *c != '\0'; c++)
            if (*c == '"') *c = '\'';
        if (seen < sizeof whole / sizeof whole[0] && strcmp(line, whole[seen]) == 0) seen++;
    }
    EXPECT_EQUAL(count, sizeof ids / sizeof ids[0]);
    EXPECT_EQUAL(seen, sizeof whole / sizeof whole[0]);
    free(lines);
    hs_suite_free(suite);
    hs_engine_free(engine);
    return checks_end();
}
