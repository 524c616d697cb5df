/* What holds between measures: ceilings over several of them, one that yields to another, the time to apply; and what the total makes of it. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdlib.h>

TOPIC(limits_topic, 1, "测试", "Test");
#define S limits_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
MONEY_FACT(a, "甲", "A", S);
MONEY_FACT(b, "乙", "B", S);
MONEY_FACT(c, "丙", "C", S);
MONEY_FACT(tax, "贡献", "Contribution", S);
YES_NO_FACT(p, "条件", "Condition", S);
MONEY_FACT(base_2023, "2023年营业收入", "Revenue of 2023", limits_topic, CALENDAR_YEAR, NEVER, .year = 2023,
           HINT("看年报", "See the report."));

#define PAID .kind = CASH, .basis = FORMULA, .per = ONCE

static const hs_measure measures[] = {
    MEASURE(first, CLAUSE("一"), TITLE("第一项", "First"), PAID, .when = ALWAYS, .pays = a),
    MEASURE(second, CLAUSE("二"), TITLE("第二项", "Second"), PAID, .when = ALWAYS, .pays = b, .years = 2,
            .window = EACH_YEAR(03, 01, 04, 30)),
    MEASURE(third, CLAUSE("三"), TITLE("第三项", "Third"), PAID, .when = ALWAYS, .pays = c, .window = EACH_YEAR(12, 15, 01, 15)),
    MEASURE(grant, CLAUSE("四"), TITLE("奖励", "Award"), PAID, .when = ALL(p, AT_LEAST(base_2023, YUAN(1))), .pays = YUAN(70)),
    MEASURE(other, CLAUSE("五"), TITLE("另一奖励", "Other award"), PAID, .when = ALWAYS, .pays = YUAN(100), .yields = TO(grant)),
};

static const hs_limit limits[] = {
    LIMIT(firm, CLAUSE("六"), TITLE("每家每年上限", "Ceiling for a firm and year"), .per = YEARLY, .ceiling = LESSER(YUAN(1000), tax),
          .measures = OF(first, second, third)),
    LIMIT(pair, CLAUSE("七"), TITLE("两项累计上限", "Ceiling of two"), .per = ONCE, .ceiling = YUAN(300), .measures = OF(first, second)),
};

static const hs_silence silences[] = {NOTHING("八", "解释机关", "Who interprets")};

POLICY(limits, .version = "1.0.0", .adcode = "999902", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 03, 31), .limits = LIMITS(limits));

/* Of two measures of one matter one lies under a limit. */
static const hs_measure matters[] = {
    MEASURE(inside, CLAUSE("一"), TITLE("在内", "Inside"), PAID, .when = ALWAYS, .pays = a, .matter = "one"),
    MEASURE(outside, CLAUSE("二"), TITLE("在外", "Outside"), PAID, .when = ALWAYS, .pays = b, .matter = "one"),
    MEASURE(third, CLAUSE("三"), TITLE("第三项", "Third"), PAID, .when = ALWAYS, .pays = c),
};
static const hs_limit of_matters[] = {
    LIMIT(pair, CLAUSE("四"), TITLE("合计上限", "Ceiling of two"), .per = YEARLY, .ceiling = YUAN(150), .measures = OF(inside, third))};

/* A matter over three years, and what yields to it. */
static const hs_measure of_years[] = {
    MEASURE(first, CLAUSE("一"), TITLE("第一项", "First"), PAID, .when = p, .pays = a, .years = 3, .matter = "one"),
    MEASURE(last, CLAUSE("二"), TITLE("第二项", "Last"), PAID, .when = ALWAYS, .pays = b, .yields = TO(first)),
};

/* Two ceilings over the same measures, over all of them, over all and a single one; in either order. */
#define YEAR(...) LIMIT(x, CLAUSE("七"), TITLE("每年上限", "Ceiling of a year"), .per = YEARLY, __VA_ARGS__)
#define WHOLE(...) LIMIT(y, CLAUSE("八"), TITLE("累计上限", "Ceiling of all years"), .per = ONCE, __VA_ARGS__)
#define BOTH .measures = OF(first, second)
static const hs_limit same[] = {YEAR(.ceiling = YUAN(250), BOTH), WHOLE(.ceiling = YUAN(300), BOTH)};
static const hs_limit same_turned[] = {WHOLE(.ceiling = YUAN(300), BOTH), YEAR(.ceiling = YUAN(250), BOTH)};
static const hs_limit all[] = {YEAR(.ceiling = YUAN(250)), WHOLE(.ceiling = YUAN(300))};
static const hs_limit one[] = {YEAR(.ceiling = YUAN(150)), WHOLE(.ceiling = YUAN(80), .measures = OF(first))};
static const hs_limit one_turned[] = {WHOLE(.ceiling = YUAN(80), .measures = OF(first)), YEAR(.ceiling = YUAN(150))};

static hs_engine *engine;
static hs_assessment *assessment;

static const hs_place_result *assess_on(const char *day, const char *facts, const char *rest) {
    char document[1024];
    hs_error error = {0};
    snprintf(document, sizeof document, "{'as_of':'%s','locations':['999902'],'facts':{%s}%s}", day, facts, rest);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    hs_assessment_free(assessment);
    int status = hs_assess(&assessment, engine, document, strlen(document), NULL, &error);
    if (status != HS_OK) printf("%s: %s: %s\n", document, error.path, error.en);
    EXPECT_EQUAL(status, HS_OK);
    return &hs_assessment_result(assessment)->places[0];
}

static const hs_place_result *assess(const char *facts) { return assess_on("2023-06-30", facts, ""); }

/* Condition and award out of the way, the amounts of the first three in yuan; `low` and `high` of the year assessed and of the whole. */
static void test_ceilings(void) {
    static const struct {
        const char *facts;
        int64_t low, high, whole_low, whole_high;
    } rows[] = {
        {"'a':100,'b':50,'c':10,'tax':1000", 160, 160, 210, 210},
        {"'a':100,'b':100,'c':10,'tax':1000", 210, 210, 310, 310}, /* 100 + 200 over two years: 300 */
        {"'a':100,'b':101,'c':10,'tax':1000", 211, 211, 310, 310}, /* the second year has 99 left */
        {"'a':299,'b':1,'c':0,'tax':1000", 300, 300, 300, 300},
        {"'a':299,'b':2,'c':0,'tax':1000", 300, 300, 300, 300},
        {"'a':0,'b':0,'c':999,'tax':5000", 999, 999, 999, 999},
        {"'a':0,'b':0,'c':1000,'tax':5000", 1000, 1000, 1000, 1000},
        {"'a':0,'b':0,'c':1001,'tax':5000", 1000, 1000, 1000, 1000},
        {"'a':300,'b':300,'c':300,'tax':599", 599, 599, 599, 599}, /* the inner one leaves 300 */
        {"'a':300,'b':300,'c':300,'tax':601", 600, 600, 600, 600},
        {"'a':100,'b':0,'c':100", 0, 200, 0, 200}, /* the ceiling is unknown */
        {"'tax':1000", 0, 1000, 0, 1300},
        {"'a':{'min':200,'max':400},'b':0,'c':0,'tax':1000", 200, 300, 200, 300},
        {"'a':{'min':200,'max':400},'b':150,'c':0,'tax':1000", 300, 300, 300, 300},
        {"'a':{'min':100,'max':200},'b':150,'c':0,'tax':1000", 250, 300, 300, 300},
        {"'a':0,'b':0,'c':900,'tax':{'min':500,'max':700}", 500, 700, 500, 700},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char facts[512];
        int before = checks_failed;
        snprintf(facts, sizeof facts, "%s,'p':false", rows[i].facts);
        const hs_place_result *place = assess(facts);
        EXPECT_EQUAL(place->total.low, (rows[i].low + 100) * 100); /* the other award is paid */
        EXPECT_EQUAL(place->total.high, (rows[i].high + 100) * 100);
        EXPECT_EQUAL(place->all_years.low, (rows[i].whole_low + 100) * 100);
        EXPECT_EQUAL(place->all_years.high, (rows[i].whole_high + 100) * 100);
        if (checks_failed > before) printf("  with %s\n", rows[i].facts);
    }
}

static void test_matter_under_limit(void) {
    static const struct {
        const char *facts;
        int64_t low, high;
    } rows[] = {
        {"'a':100,'b':90,'c':80", 150, 150},  /* the first is paid, with the third */
        {"'a':90,'b':100,'c':80", 180, 180},  /* the second, outside */
        {"'a':100,'b':100,'c':80", 150, 150}, /* of equal ones the first */
        {"'a':0,'b':100,'c':80", 180, 180},
        {"'a':{'min':90,'max':110},'b':100,'c':80", 80, 190}, /* either */
        {"'a':{'min':101,'max':110},'b':100,'c':80", 150, 150},
    };
    hs_engine *other = NULL, *kept = engine;
    hs_policy policy = *huisuan_policy_limits();
    policy.measures = matters, policy.measure_count = 3;
    policy.limits = of_matters, policy.limit_count = 1;
    policy.duplication = HS_HIGHEST_NO_DUPLICATE;
    EXPECT_EQUAL(hs_engine_new(&other, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(other, &policy, NULL, NULL), HS_OK);
    engine = other;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        const hs_place_result *place = assess(rows[i].facts);
        EXPECT_EQUAL(place->total.low, rows[i].low * 100);
        EXPECT_EQUAL(place->total.high, rows[i].high * 100);
        if (checks_failed > before) printf("  with %s\n", rows[i].facts);
    }
    const hs_place_result *place = assess("'a':90,'b':100,'c':80");
    EXPECT_EQUAL(place->set_aside_count, 1);
    EXPECT_TEXT(place->set_aside[0].measure, "limits.inside");
    EXPECT_TEXT(place->set_aside[0].kept, "limits.outside");
    EXPECT_TEXT(place->set_aside[0].reason.zh, "与“在外”（二）是同一事项，只计一次，就高计算");
    place = assess("'a':{'min':90,'max':210},'b':100,'c':80"); /* the one aside pays more at the low end */
    EXPECT_TEXT(place->set_aside[0].measure, "limits.outside");
    EXPECT_TEXT(place->set_aside[0].reason.zh, "与“在内”（一）是同一事项，只计一次，就高计算；本项的下限较高，合计的下限按本项");
    EXPECT_TEXT(place->set_aside[0].reason.en,
                "one matter with \"Inside\" (一): counted once, at the higher amount; this one's low end is higher "
                "and is the one counted");
    place = assess("'a':{'min':100,'max':210},'b':100,'c':80");
    EXPECT_TEXT(place->set_aside[0].reason.zh, "与“在内”（一）是同一事项，只计一次，就高计算");
    place = assess("'a':100,'b':0,'c':80"); /* of no matter is set aside what pays nothing */
    EXPECT_EQUAL(place->set_aside_count, 0);
    static const char beyond[] = /* each as much as can be stated, together more than can be added */
        "{\"as_of\":\"2023-06-30\",\"locations\":[\"999902\"],\"facts\":{\"a\":1},\"received\":["
        "{\"matter\":\"one\",\"amount\":\"92233720368547758\"},{\"matter\":\"one\",\"amount\":\"92233720368547758\"}]}";
    hs_assessment *none = NULL;
    hs_error error = {0};
    EXPECT_EQUAL(hs_assess(&none, engine, beyond, sizeof beyond - 1, NULL, &error), HS_INPUT);
    EXPECT_TEXT(error.en, "the total is beyond what can be computed; check the figures");
    engine = kept;
    hs_assessment_free(assessment);
    assessment = NULL;
    hs_engine_free(other);
}

/* Both hold, and the one over all measures around the one over a single one. */
static void test_ceilings_alike(void) {
    /* 200 once and 100 in each of two years */
    static const struct {
        const hs_limit *limits;
        int64_t year, whole;
    } rows[] = {{same, 250, 300}, {same_turned, 250, 300}, {all, 250, 300}, {one, 150, 250}, {one_turned, 150, 250}};
    hs_engine *kept = engine;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        hs_policy policy = *huisuan_policy_limits();
        policy.measure_count = 2, policy.limits = rows[i].limits, policy.limit_count = 2;
        EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
        EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
        const hs_place_result *place = assess("'a':200,'b':100");
        EXPECT_EQUAL(place->total.low, rows[i].year * 100);
        EXPECT_EQUAL(place->total.high, rows[i].year * 100);
        EXPECT_EQUAL(place->all_years.low, rows[i].whole * 100);
        EXPECT_EQUAL(place->all_years.high, rows[i].whole * 100);
        hs_assessment_free(assessment);
        assessment = NULL;
        hs_engine_free(engine);
        if (checks_failed > before) printf("  with the ceilings of row %zu\n", i);
    }
    engine = kept;
}

static void test_limit_results(void) {
    const hs_place_result *place = assess("'a':100,'b':101,'c':950,'tax':1000,'p':false");
    EXPECT_EQUAL(place->limit_count, 2);
    EXPECT_TEXT(place->limits[0].limit->id, "firm");
    EXPECT_EQUAL(place->limits[0].ceiling.high, 100000);
    EXPECT_EQUAL(place->limits[0].before.low, 115100);
    EXPECT_EQUAL(place->limits[0].after.low, 100000);
    EXPECT_EQUAL(place->limits[1].before.high, 20100);
    EXPECT_EQUAL(place->limits[1].after.high, 20100);
    EXPECT_EQUAL(place->limits[1].whole.high, 30200);
    EXPECT_EQUAL(place->limits[1].allowed.high, 30000);
    EXPECT_EQUAL(place->certain, 110000);
    EXPECT_EQUAL(place->policies[0].measures[2].amount.low, 95000); /* single amounts stand */
    size_t length;
    const char *json = hs_assessment_json(assessment, &length);
    EXPECT(strstr(json, "\"limits\":[{\"limit\":\"limits.firm\",\"clause\":\"六\"") != NULL);
    EXPECT(strstr(json, "\"ceiling\":{\"low\":1000,\"high\":1000}") != NULL);
    EXPECT(strstr(json, "\"before\":{\"low\":302,\"high\":302},\"after\":{\"low\":300,\"high\":300}") != NULL);
}

#define NONE "'a':0,'b':0,'c':0,'tax':0,"

static void test_yields(void) {
    const hs_place_result *place = assess(NONE "'p':true,'base_2023':1");
    EXPECT_EQUAL(place->total.low, 7000);
    EXPECT_EQUAL(place->total.high, 7000);
    EXPECT_EQUAL(place->set_aside_count, 1);
    EXPECT_TEXT(place->set_aside[0].measure, "limits.other");
    EXPECT_TEXT(place->set_aside[0].kept, "limits.grant");
    EXPECT(place->set_aside[0].matter == NULL);
    EXPECT_TEXT(place->set_aside[0].reason.zh, "已享受“奖励”（四），不再享受本项");
    EXPECT_EQUAL(place->policies[0].measures[4].amount.low, 10000);
    place = assess(NONE "'p':false,'base_2023':1");
    EXPECT_EQUAL(place->total.low, 10000);
    EXPECT_EQUAL(place->set_aside_count, 0);
    place = assess(NONE "'base_2023':1"); /* 70 or 100 */
    EXPECT_EQUAL(place->total.low, 0);
    EXPECT_EQUAL(place->total.high, 10000);
    EXPECT_TEXT(place->set_aside[0].reason.en, "not paid should \"Award\" (四) be had");
    place = assess_on("2023-06-30", NONE "'p':false,'base_2023':1", ",'received':[{'measure':'limits.grant','years':1}]");
    EXPECT_EQUAL(place->total.high, 0);
}

/* The total and all years of policies that cover the place, in yuan. */
/* What was received comes off the first years first, each end by itself: of three years of a matter, in yuan. */
static void test_received_over_years(void) {
    enum { OPEN = -1 };
    static const struct {
        const char *a, *received;
        int64_t low[3], high[3];
    } rows[] = {
        {"100", "0", {100, 100, 100}, {100, 100, 100}},
        {"100", "40", {60, 100, 100}, {60, 100, 100}},
        {"100", "100", {0, 100, 100}, {0, 100, 100}},
        {"100", "250", {0, 0, 50}, {0, 0, 50}},
        {"100", "300", {0, 0, 0}, {0, 0, 0}},
        {"100", "900", {0, 0, 0}, {0, 0, 0}},
        {"{\"min\":100,\"max\":200}", "150", {0, 50, 100}, {50, 200, 200}},
        {"{\"min\":100,\"max\":200}", "250", {0, 0, 50}, {0, 150, 200}},
        {"{\"min\":0,\"max\":200}", "500", {0, 0, 0}, {0, 0, 100}},
        {"{\"min\":100}", "150", {0, 50, 100}, {OPEN, OPEN, OPEN}},
    };
    hs_engine *kept = engine;
    hs_policy policy = *huisuan_policy_limits();
    policy.measures = of_years, policy.measure_count = 2, policy.limit_count = 0, policy.duplication = HS_HIGHEST_WITH_TOP_UP;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char facts[100], received[100];
        int before = checks_failed;
        snprintf(facts, sizeof facts, "'a':%s,'b':0,'p':true", rows[i].a);
        snprintf(received, sizeof received, ",'received':[{'matter':'one','amount':%s}]", rows[i].received);
        const hs_place_result *place = assess_on("2023-06-30", facts, received);
        int32_t paid = 1; /* the year assessed, and no more behind the last payment */
        for (int32_t year = 1; year < 3; year++)
            if (rows[i].high[year] != 0) paid = year + 1;
        for (int32_t year = 0; year < place->years && year < 3; year++) {
            EXPECT_EQUAL(place->schedule[year].low, rows[i].low[year] * 100);
            EXPECT_EQUAL(place->schedule[year].high, rows[i].high[year] == OPEN ? HS_UNBOUNDED : rows[i].high[year] * 100);
        }
        EXPECT_EQUAL(place->years, paid);
        if (checks_failed > before) printf("  with %s received of %s\n", rows[i].received, rows[i].a);
    }
    hs_assessment_free(assessment);
    assessment = NULL;
    hs_engine_free(engine);
    engine = kept;
}

static void test_matter_over_years(void) {
    static const struct {
        int32_t rules[2]; /* of a policy in force, and of one that has ended */
        const char *facts, *received;
        int64_t low, high, whole_low, whole_high;
    } rows[] = {
        {{HS_HIGHEST_WITH_TOP_UP, HS_NO_RULE}, "'a':100,'b':0,'p':true", "", 100, 100, 300, 300},
        {{HS_HIGHEST_WITH_TOP_UP, HS_NO_RULE}, "'a':100,'b':0,'p':true", "150", 0, 0, 150, 150}, /* then 50 and 100 */
        {{HS_HIGHEST_WITH_TOP_UP, HS_NO_RULE}, "'a':{'min':100,'max':200},'b':0,'p':true", "150", 0, 50, 150, 450},
        {{HS_HIGHEST_WITH_TOP_UP, HS_NO_RULE}, "'b':0,'p':true", "150", 0, HS_UNBOUNDED / 100, 0, HS_UNBOUNDED / 100},
        {{HS_HIGHEST_NO_DUPLICATE, HS_NO_RULE}, "'a':100,'b':0,'p':true", "1", 0, 0, 0, 0},
        {{HS_HIGHEST_NO_DUPLICATE, HS_NO_RULE}, "'a':100,'b':0,'p':true", "0.01", 0, 0, 0, 0},
        {{HS_HIGHEST_NO_DUPLICATE, HS_HIGHEST_WITH_TOP_UP}, "'a':100,'b':0,'p':true", "1", 0, 0, 0, 0}, /* what has ended has no say */
        {{HS_NO_RULE, HS_HIGHEST_NO_DUPLICATE}, "'a':100,'b':0,'p':true", "1", 100, 100, 300, 300},
        {{HS_NO_RULE, HS_NO_RULE}, "'a':100,'b':130,'p':true", "", 100, 100, 300, 300},
        {{HS_NO_RULE, HS_NO_RULE}, "'a':100,'b':130", "", 0, 130, 0, 300},
        {{HS_NO_RULE, HS_NO_RULE}, "'b':130", "", 0, HS_UNBOUNDED / 100, 0, HS_UNBOUNDED / 100},
        {{HS_NO_RULE, HS_NO_RULE}, "'a':100", "", 0, HS_UNBOUNDED / 100, 0, HS_UNBOUNDED / 100},
        {{HS_HIGHEST_WITH_TOP_UP, HS_NO_RULE},
         "'a':100,'b':130",
         "100",
         0,
         130,
         0,
         330}, /* the first may be had and bring nothing more this year */
    };
    hs_engine *kept = engine;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_policy policies[2];
        char received[100];
        int before = checks_failed;
        EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
        for (int k = 0; k < 2; k++) {
            policies[k] = *huisuan_policy_limits();
            policies[k].id = k == 0 ? "now" : "ended";
            policies[k].measures = of_years, policies[k].measure_count = 2;
            policies[k].limit_count = 0;
            policies[k].duplication = rows[i].rules[k];
        }
        policies[1].effective = (hs_date){2022, 1, 1}, policies[1].expires = (hs_date){2022, 12, 31};
        policies[1].claimable_until = (hs_date){0, 0, 0};
        for (int k = 0; k < 2; k++) EXPECT_EQUAL(hs_engine_add(engine, &policies[1 - k], NULL, NULL), HS_OK);
        snprintf(received, sizeof received, ",'received':[{'matter':'one','amount':%s}]", rows[i].received);
        const hs_place_result *place = assess_on("2023-06-30", rows[i].facts, rows[i].received[0] == '\0' ? "" : received);
        EXPECT_EQUAL(place->total.low, rows[i].low * 100);
        EXPECT_EQUAL(place->total.high / 100, rows[i].high);
        EXPECT_EQUAL(place->all_years.low, rows[i].whole_low * 100);
        EXPECT_EQUAL(place->all_years.high / 100, rows[i].whole_high);
        if (i == 1) EXPECT_EQUAL(place->schedule[1].low, 5000); /* of the 150 received 100 go to the first year */
        hs_assessment_free(assessment);
        assessment = NULL;
        hs_engine_free(engine);
        if (checks_failed > before) printf("  in row %zu\n", i);
    }
    engine = kept;
}

static void test_times(void) {
    static const struct {
        const char *day;
        const char *second, *third, *in_force;
    } rows[] = {
        {"2023-02-28", "false", "false", "yes"},     {"2023-03-01", "true", "false", "yes"},     {"2023-04-30", "true", "false", "yes"},
        {"2023-05-01", "false", "false", "yes"},     {"2023-12-14", "false", "false", "yes"},    {"2023-12-15", "false", "true", "yes"},
        {"2023-12-31", "false", "true", "yes"},      {"2024-01-01", "false", "true", "unknown"}, {"2024-01-15", "false", "true", "unknown"},
        {"2024-01-16", "false", "false", "unknown"}, {"2024-03-31", "true", "false", "unknown"}, {"2024-04-01", "true", "false", "no"},
        {"2023-01-01", "false", "true", "yes"},      {"2022-12-31", "false", "true", "no"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char wanted[3][100];
        int before = checks_failed;
        assess_on(rows[i].day, NONE "'p':false,'base_2023':1", "");
        const char *json = hs_assessment_json(assessment, NULL);
        snprintf(wanted[0], sizeof wanted[0], "\"window\":{\"from\":\"03-01\",\"until\":\"04-30\",\"open\":%s}", rows[i].second);
        snprintf(wanted[1], sizeof wanted[1], "\"window\":{\"from\":\"12-15\",\"until\":\"01-15\",\"open\":%s}", rows[i].third);
        snprintf(wanted[2], sizeof wanted[2], "\"claimable_until\":\"2024-03-31\",\"in_force\":\"%s\"", rows[i].in_force);
        for (int k = 0; k < 3; k++) EXPECT(strstr(json, wanted[k]) != NULL);
        if (checks_failed > before) printf("  on %s\n", rows[i].day);
    }
    const hs_place_result *place = assess_on("2024-01-10", NONE "'p':false,'base_2023':1", "");
    EXPECT_EQUAL(place->total.low, 10000);
    EXPECT_EQUAL(place->certain, 0);
}

/* The total against one figure: its turning points are where a ceiling begins to cut. */
static void test_sweep(void) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"locations\":[\"999902\"],\"facts\":{\"a\":0,\"b\":20,\"c\":800,"
                                   "\"tax\":1000,\"p\":false,\"base_2023\":1}}";
    static const int64_t wanted[] = {0, 18000}; /* 20 + a, up to 200, then 800 fills the thousand */
    hs_sweep *sweep;
    hs_error error = {0};
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, sizeof document - 1, NULL, "a", (hs_interval){0, 100000}, &error), HS_OK);
    const hs_curve *total = &hs_sweep_get(sweep)->places[0].curves[0];
    EXPECT_EQUAL(total->count, 2);
    for (int32_t i = 0; i < total->count && i < 2; i++) EXPECT_EQUAL(total->pieces[i].from, wanted[i]);
    EXPECT_EQUAL(total->pieces[1].first.low, 110000);
    hs_sweep_free(sweep);
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, sizeof document - 1, NULL, "tax", (hs_interval){0, 200000}, &error), HS_OK);
    total = &hs_sweep_get(sweep)->places[0].curves[0];
    EXPECT_EQUAL(total->count, 2);
    EXPECT_EQUAL(total->pieces[1].from, 82000);
    hs_sweep_free(sweep);
}

/* How many cases find a limit cutting, or not. */
static int32_t cases_of(const hs_suite *suite, const char *limit, const char *wanted) {
    int32_t count, cases = -1;
    const hs_point *points = hs_suite_points(suite, &count);
    for (int32_t i = 0; i < count; i++)
        if (points[i].limit != NULL && strcmp(points[i].limit->id, limit) == 0 && strcmp(points[i].wanted.en, wanted) == 0)
            cases = points[i].cases;
    return cases;
}

static int32_t survivors_of(hs_suite *suite, const char *name) {
    const hs_mutant *mutants;
    int32_t count, survivors = 0;
    EXPECT_EQUAL(hs_suite_mutate(suite, &mutants, &count, NULL), HS_OK);
    for (int32_t i = 0; i < count; i++) survivors += strcmp(mutants[i].name, name) == 0 && mutants[i].fate == HS_SURVIVED;
    return survivors;
}

static void add_case(hs_suite *suite, const char *b, const char *whole) {
    char text[512];
    hs_error error = {0};
    int length = snprintf(text, sizeof text,
                          "{\"id\":\"c\",\"applicant\":{\"as_of\":\"2023-06-30\",\"locations\":[\"999902\"],\"facts\":{\"a\":100,\"b\":%s,"
                          "\"c\":10,\"tax\":1000,\"p\":false}},\"expect\":{\"places\":{\"999902\":{\"total_all_years\":{\"low\":%s}}}}}",
                          b, whole);
    EXPECT_EQUAL(hs_suite_add(suite, text, (size_t)length, &error), HS_OK);
    EXPECT_EQUAL(hs_suite_case(suite, hs_suite_count(suite) - 1)->passed, 1);
}

/* What cases reach of a ceiling of 300 over two years, and which changes of it they notice. */
static void test_suite(void) {
    hs_suite *suite;
    EXPECT_EQUAL(hs_suite_new(&suite, engine, 0, NULL, NULL), HS_OK);
    add_case(suite, "99", "408"); /* 100 + 198, 10, the other award 100 */
    EXPECT_EQUAL(cases_of(suite, "pair", "cut"), 0);
    EXPECT_EQUAL(cases_of(suite, "pair", "not cut"), 1);
    EXPECT_EQUAL(survivors_of(suite, "limits.pair.ceiling"), 2);
    add_case(suite, "100", "410"); /* 300 just fits */
    EXPECT_EQUAL(cases_of(suite, "pair", "not cut"), 2);
    EXPECT_EQUAL(survivors_of(suite, "limits.pair.ceiling"), 1);
    add_case(suite, "101", "410");
    EXPECT_EQUAL(cases_of(suite, "pair", "cut"), 1);
    EXPECT_EQUAL(cases_of(suite, "firm", "cut"), 0);
    EXPECT_EQUAL(survivors_of(suite, "limits.pair.ceiling"), 0);
    EXPECT_EQUAL(survivors_of(suite, "limits.firm.ceiling[0]"), 2); /* LESSER of 1000 and the tax: neither cuts */
    EXPECT_HOLDS(hs_suite_json(suite, NULL), "{\"measure\":null,\"limit\":\"firm\",\"clause\":\"六\"");
    char *lines; /* year 1: 201 + 99 = 300 */
    EXPECT_EQUAL(hs_suite_boundaries(suite, &lines, NULL, NULL), HS_OK);
    EXPECT_HOLDS(lines, "\"id\":\"limits.firm: tax = 209\"");
    EXPECT_HOLDS(lines, "\"id\":\"limits.pair: a = 201\"");
    free(lines);
    hs_suite_free(suite);
}

/* Each fault of a table is refused where it stands. */
static void refused(const hs_policy *policy, const char *path, const char *message) {
    hs_engine *other;
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&other, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(other, policy, NULL, &error), HS_PLUGIN);
    EXPECT_TEXT(error.path, path);
    if (strstr(error.en, message) == NULL) EXPECT_TEXT(error.en, message);
    hs_engine_free(other);
}

static void test_refusals(void) {
    static const char *const crossing[] = {"second", "third"}, *const nobody[] = {"nobody"}, *const twice[] = {"first", "first"},
                             *const chain[] = {"other"};
    hs_measure wrong[5];
    hs_limit other[2];
    hs_policy policy = *huisuan_policy_limits();
#define REFUSED(change, path, message)                                                                                                     \
    do {                                                                                                                                   \
        memcpy(wrong, measures, sizeof wrong);                                                                                             \
        memcpy(other, limits, sizeof other);                                                                                               \
        policy = *huisuan_policy_limits();                                                                                                 \
        policy.measures = wrong, policy.limits = other;                                                                                    \
        change;                                                                                                                            \
        refused(&policy, path, message);                                                                                                   \
    } while (0)
    REFUSED(wrong[1].window.from_day = 32, "limits.second.window", "no such day");
    REFUSED(wrong[1].window.until_month = 0, "limits.second.window", "no such day");
    REFUSED(wrong[1].window.until_day = 0, "limits.second.window", "no such day");
    REFUSED((wrong[1].window.until_month = 0, wrong[1].window.until_day = 0), "limits.second.window", "no such day");
    REFUSED(wrong[0].window.from_day = 1, "limits.first.window", "no such day");
    REFUSED(wrong[0].window.from_month = 1, "limits.first.window", "no such day");
    REFUSED(wrong[4].yields = nobody, "limits.other.yields", "no measure with the id nobody");
    REFUSED((wrong[0].yields = chain, wrong[0].yield_count = 1), "limits.first.yields", "other yields to others itself");
    REFUSED(wrong[4].matter = "m", "limits.other.yields", "either yields or a matter");
    REFUSED(wrong[3].payee = HS_PERSON, "limits.other.yields", "grant is no cash for the applicant");
    REFUSED(other[0].per = HS_PER_EVENT, "limits[0].per", "YEARLY");
    REFUSED(other[0].ceiling = NULL, "limits[0].ceiling", "missing");
    REFUSED((other[0].measures = other[1].measures, other[0].measure_count = 2, other[1].measures = crossing), "limits[1].measures",
            "overlaps with firm in part");
    REFUSED(other[1].measures = twice, "limits[1].measures", "first stands there twice");
    REFUSED(other[1].id = "firm", "limits[1].id", "another limit");
    REFUSED(other[1].clause = NULL, "limits[1].clause", "missing");
    REFUSED(policy.claimable_until = ((hs_date){2023, 12, 31}), "claimable_until", "a day after the last one");
    REFUSED(policy.expires = ((hs_date){0, 0, 0}), "claimable_until", "a day after the last one");
    REFUSED(policy.limit_count = 33, "limits", "at most 32");
}

int main(void) {
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_limits(), NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    test_ceilings();
    test_matter_under_limit();
    test_ceilings_alike();
    test_limit_results();
    test_yields();
    test_matter_over_years();
    test_received_over_years();
    test_times();
    test_sweep();
    test_suite();
    test_refusals();
    hs_assessment_free(assessment);
    hs_engine_free(engine);
    return checks_end();
}
