/* Applicants added up: sums by place and measure, who drives the spread, and whether an envelope suffices. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdlib.h>

TOPIC(budget_topic, 1, "测试", "Test");
#define S budget_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
MONEY_FACT(a, "甲", "A", S);
YES_NO_FACT(p, "条件", "Condition", S);

static const hs_measure measures[] = {
    MEASURE(award, CLAUSE("一"), TITLE("奖励", "Award"), .kind = CASH, .basis = FORMULA, .per = YEARLY, .when = ALWAYS, .pays = a,
            .years = 2),
    MEASURE(grant, CLAUSE("二"), TITLE("补助", "Grant"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = p, .pays = YUAN(5)),
    MEASURE(loan, CLAUSE("三"), TITLE("贷款", "Loan"), .kind = LOAN, .basis = FIXED, .per = ONCE, .when = p, .pays = YUAN(7)),
    MEASURE(person, CLAUSE("四"), TITLE("个人", "Person"), .kind = CASH, .basis = FIXED, .per = ONCE, .payee = PERSON, .when = p,
            .pays = YUAN(3)),
    MEASURE(place, CLAUSE("五"), TITLE("称号", "Title"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = p),
};
static const hs_silence silences[] = {NOTHING("六", "解释机关", "Who interprets")};
POLICY(sums, .version = "1.0.0", .adcode = "990000", .name = {"测试省", "Test Province"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31));

static hs_engine *engine;

/* Adds an applicant of a day and places with facts written with ' for "; the status. */
static int add_on(hs_budget *budget, const char *day, const char *places, const char *facts, const char *id, int64_t line) {
    char document[1024];
    hs_error error = {0};
    hs_assessment *assessment;
    snprintf(document, sizeof document, "{'as_of':'%s','locations':[%s],'facts':{%s}}", day, places, facts);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    int status = hs_assess(&assessment, engine, document, strlen(document), NULL, &error);
    EXPECT_EQUAL(status, HS_OK);
    if (status != HS_OK) return status;
    status = hs_budget_add(budget, hs_assessment_result(assessment), id, line, &error);
    if (status != HS_OK) {
        EXPECT_TEXT(error.path, "990101");
        EXPECT_TEXT(error.en, "a sum is beyond what can be counted");
    }
    hs_assessment_free(assessment);
    return status;
}

static int add(hs_budget *budget, const char *facts, const char *id, int64_t line) {
    return add_on(budget, "2023-06-30", "'990101'", facts, id, line);
}

static hs_budget *new_budget(void) {
    hs_budget *budget;
    EXPECT_EQUAL(hs_budget_new(&budget, engine, NULL), HS_OK);
    return budget;
}

#define EXPECT_INTERVAL(found, from, to)                                                                                                   \
    do {                                                                                                                                   \
        EXPECT_EQUAL((found).low, from);                                                                                                   \
        EXPECT_EQUAL((found).high, to);                                                                                                    \
    } while (0)

static void test_sums(void) {
    hs_budget *budget = new_budget();
    int32_t count;
    hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, 0);
    EXPECT_EQUAL(add(budget, "'a':100,'p':true", "A", 2), HS_OK);
    EXPECT_EQUAL(add(budget, "'a':{'min':10,'max':30},'p':false", NULL, 3), HS_OK);
    EXPECT_EQUAL(add(budget, "'a':1", "C", 4), HS_OK);
    EXPECT_EQUAL(add_on(budget, "2024-06-30", "'990101'", "'a':100,'p':true", "D", 5), HS_OK); /* no longer in force */
    const hs_budget_place *place = hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, 1);
    EXPECT_TEXT(place->adcode, "990101");
    EXPECT(place->name.zh == NULL);
    EXPECT_EQUAL(place->applicants, 4);
    EXPECT_EQUAL(place->open, 2);
    EXPECT_INTERVAL(place->total, 10500 + 1000 + 100, 10500 + 3000 + 600);
    EXPECT_INTERVAL(place->all_years, 20500 + 2000 + 200, 20500 + 6000 + 700);
    EXPECT_EQUAL(place->certain, 10500 + 1000 + 100);
    EXPECT_INTERVAL(place->people, 300, 600);
    EXPECT_INTERVAL(place->loans, 700, 1400);
    EXPECT_EQUAL(place->count, 5);
    static const struct {
        const char *id;
        int64_t eligible, undetermined, ineligible, low, high, whole_low, whole_high;
    } rows[] = {
        {"sums.award", 3, 0, 1, 11100, 13100, 22200, 26200},
        {"sums.grant", 1, 1, 2, 500, 1000, 500, 1000},
        {"sums.loan", 1, 1, 2, 700, 1400, 700, 1400},
        {"sums.person", 1, 1, 2, 300, 600, 300, 600},
        {"sums.place", 1, 1, 2, 0, 0, 0, 0},
    };
    for (int32_t i = 0; i < place->count && i < 5; i++) {
        const hs_budget_measure *measure = &place->measures[i];
        EXPECT_TEXT(measure->id, rows[i].id);
        EXPECT(measure->measure == &measures[i]);
        EXPECT_EQUAL(measure->eligible, rows[i].eligible);
        EXPECT_EQUAL(measure->undetermined, rows[i].undetermined);
        EXPECT_EQUAL(measure->ineligible, rows[i].ineligible);
        EXPECT_EQUAL(measure->unbounded, 0);
        EXPECT_INTERVAL(measure->year, rows[i].low, rows[i].high);
        EXPECT_INTERVAL(measure->whole, rows[i].whole_low, rows[i].whole_high);
    }
    EXPECT_EQUAL(place->driver_count, 2);
    EXPECT(place->drivers[0].id == NULL); /* 20 yuan wide, the next one 5 */
    EXPECT_EQUAL(place->drivers[0].line, 3);
    EXPECT_INTERVAL(place->drivers[0].total, 1000, 3000);
    EXPECT_TEXT(place->drivers[1].id, "C");
    EXPECT_EQUAL(add(budget, "'p':false", "E", 6), HS_OK);
    place = hs_budget_places(budget, &count);
    EXPECT_EQUAL(place->measures[0].unbounded, 1);
    EXPECT_EQUAL(place->total.high, HS_UNBOUNDED);
    EXPECT_TEXT(place->drivers[0].id, "E");
    hs_budget_free(budget);
    hs_budget_free(NULL);
}

/* The widest ten, of alike ones the one met first. */
static void test_drivers(void) {
    static const int wanted[HS_DRIVERS_MAX] = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3};
    hs_budget *budget = new_budget();
    int32_t count;
    char facts[64], id[16];
    for (int i = 1; i <= 12; i++) {
        int width = i % 2 == 0 ? 14 - i : i; /* 1, 12, 3, 10, 5, 8, 7, 6, 9, 4, 11, 2 */
        snprintf(facts, sizeof facts, "'a':{'min':0,'max':%d},'p':false", width);
        snprintf(id, sizeof id, "%d", width);
        EXPECT_EQUAL(add(budget, facts, id, i), HS_OK);
    }
    EXPECT_EQUAL(add(budget, "'a':{'min':1,'max':4},'p':false", "again", 13), HS_OK);
    EXPECT_EQUAL(add(budget, "'a':50,'p':false", "closed", 14), HS_OK);
    const hs_budget_place *place = hs_budget_places(budget, &count);
    EXPECT_EQUAL(place->open, 13);
    EXPECT_EQUAL(place->driver_count, HS_DRIVERS_MAX);
    for (int i = 0; i < HS_DRIVERS_MAX; i++) {
        snprintf(id, sizeof id, "%d", wanted[i]);
        EXPECT_TEXT(place->drivers[i].id, id);
        EXPECT_EQUAL(place->drivers[i].total.high, wanted[i] * 100);
    }
    hs_budget_free(budget);
}

/* More places than there is room for at first, each by itself. */
static void test_places(void) {
    hs_budget *budget = new_budget();
    char places[400] = "", code[16];
    int32_t count;
    for (int i = 1; i <= 40; i++) {
        snprintf(code, sizeof code, "%s'9901%02d'", i == 1 ? "" : ",", i);
        strcat(places, code);
    }
    EXPECT_EQUAL(add_on(budget, "2023-06-30", places, "'a':2,'p':false", "A", 2), HS_OK);
    EXPECT_EQUAL(add_on(budget, "2023-06-30", "'990140','990000'", "'a':3,'p':false", "B", 3), HS_OK);
    const hs_budget_place *all = hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, 41);
    EXPECT_TEXT(all[0].adcode, "990101");
    EXPECT_TEXT(all[38].adcode, "990139");
    EXPECT_EQUAL(all[38].total.low, 200);
    EXPECT_EQUAL(all[39].total.low, 500);
    EXPECT_EQUAL(all[39].applicants, 2);
    EXPECT_EQUAL(all[39].measures[0].year.high, 500);
    EXPECT_TEXT(all[40].adcode, "990000");
    EXPECT_TEXT(all[40].name.en, "Test Province");
    EXPECT_EQUAL(all[40].total.low, 300);
    hs_budget_free(budget);
}

static void test_overflow(void) {
    hs_budget *budget = new_budget();
    EXPECT_EQUAL(add(budget, "'a':'30000000000000000','p':false", "A", 2), HS_OK);
    EXPECT_EQUAL(add(budget, "'a':'30000000000000000','p':false", "B", 3), HS_INPUT);
    hs_budget_free(budget);
}

static void expect_json(const hs_budget *budget, int64_t envelope, const char *part) {
    char *json = hs_budget_json(budget, envelope);
    EXPECT(json != NULL && strstr(json, part) != NULL);
    if (json != NULL && strstr(json, part) == NULL) printf("  %" PRId64 ": %s\n", envelope, json);
    free(json);
}

/* An envelope at each end of the total and of a measure, and a fen to each side. */
static void test_envelope(void) {
    hs_budget *budget = new_budget();
    EXPECT_EQUAL(add(budget, "'a':{'min':10,'max':30}", "A", 2), HS_OK); /* 10 to 35, with 0 to 5 of the grant */
    expect_json(budget, -1, "\"loans\":{\"low\":0,\"high\":7},\"measures\":[{\"id\":\"sums.award\",\"clause\":\"一\"");
    expect_json(budget, -1, "\"engine\":\"" HS_VERSION "\",\"places\":[{\"adcode\":\"990101\",\"name\":");
    expect_json(budget, 3500, "\"envelope\":35,\"places\":[");
    expect_json(budget, 3500, "\"fits\":{\"low\":true,\"high\":true,\"exceeding\":[]},");
    expect_json(budget, 3499, "\"fits\":{\"low\":true,\"high\":false,\"exceeding\":[]},");
    expect_json(budget, 3000, "\"fits\":{\"low\":true,\"high\":false,\"exceeding\":[]},");
    expect_json(budget, 2999, "\"exceeding\":[{\"measure\":\"sums.award\",\"low\":false,\"high\":true}]},");
    expect_json(budget, 1000,
                "\"fits\":{\"low\":true,\"high\":false,\"exceeding\":[{\"measure\":\"sums.award\",\"low\":false,\"high\":true}]},");
    expect_json(budget, 999,
                "\"fits\":{\"low\":false,\"high\":false,\"exceeding\":[{\"measure\":\"sums.award\",\"low\":true,\"high\":true}]},");
    expect_json(budget, 0, "\"envelope\":0,");
    expect_json(budget, -1, "\"drivers\":[{\"id\":\"A\",\"line\":2,\"low\":10,\"high\":35,\"spread\":25}]}]}");
    hs_budget_free(budget);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_sums(), NULL, NULL), HS_OK);
    test_sums();
    test_drivers();
    test_places();
    test_overflow();
    test_envelope();
    hs_engine_free(engine);
    return checks_end();
}
