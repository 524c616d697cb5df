/* What would be elsewhere and otherwise: places side by side, and one figure running through a range. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>

TOPIC(what_if_topic, 1, "测试", "Test");
#define S what_if_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
YES_NO_FACT(p, "甲", "Fact p", S);
YES_NO_FACT(q, "乙", "Fact q", S);
MONEY_FACT(x, "金额", "Amount x", S);
MONEY_FACT(y, "另一金额", "Amount y", S);
COUNT_FACT(n, "人数", "People n", S, .unit = {"人", "people"});
PERCENT_FACT(r, "比例", "Rate r", S);
YES_NO_FACT(here, "在本地", "Here", S, .local = 1);
MONEY_FACT(local_rent, "本地租金", "Local rent", S, .local = 1);
LIST_FACT(sites, "站点", "Sites", S);
MONEY_FIELD(sites, cost, "成本", "Cost", AS_OF, HINT("见测试", "See the test."));

#define PAID .kind = CASH, .basis = FORMULA, .per = ONCE

static const hs_silence silences[] = {NOTHING("九", "解释机关", "Who interprets")};

static const hs_measure measures[] = {
    MEASURE(award, CLAUSE("一"), TITLE("奖励", "Award"), PAID, .when = ALL(here, p), .pays = CAP(YUAN(10), x)),
    MEASURE(sum, CLAUSE("二"), TITLE("合计", "Sum"), PAID, .when = ALWAYS, .pays = SUM(sites, ALWAYS, FIELD(sites, cost))),
    MEASURE(none, CLAUSE("三"), TITLE("不足", "Too few"), PAID, .when = AT_LEAST(n, COUNT(5)), .pays = YUAN(1)),
    MEASURE(rate, CLAUSE("四"), TITLE("比例", "Rate"), PAID, .when = MORE_THAN(r, RATE(50)), .pays = YUAN(1)),
};
POLICY(home, .version = "1.0.0", .adcode = "990101", .name = {"甲地", "Home"}, .title = {"测试", "Test"}, .effective = DATE(2023, 01, 01),
       .expires = DATE(2023, 12, 31));

static const hs_measure measures_away[] = {
    MEASURE(grant, CLAUSE("一"), TITLE("补助", "Grant"), PAID, .when = ALL(here, p, q), .pays = LESSER(y, local_rent)),
    MEASURE(second, CLAUSE("二"), TITLE("再补", "Second"), PAID, .when = AT_LEAST(y, YUAN(1)), .pays = YUAN(2)),
    MEASURE(unstated, CLAUSE("三"), TITLE("未载", "Unstated"), .kind = CASH, .basis = ELSEWHERE, .per = ONCE, .when = p, .pays = UNSTATED),
};

static hs_engine *engine;

static void add_policy(const char *id, const char *adcode, const hs_measure *of, int32_t count, hs_date expires) {
    static hs_policy policies[4]; /* they live as long as the engine */
    static int32_t used;
    hs_error error = {0};
    hs_policy *policy = &policies[used++];
    *policy = *huisuan_policy_home();
    policy->id = id, policy->adcode = adcode, policy->measures = of, policy->measure_count = count, policy->expires = expires;
    EXPECT_EQUAL(hs_engine_add(engine, policy, NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
}

/* A document with ' for ". */
static const char *quoted(const char *text) {
    static char document[1024];
    snprintf(document, sizeof document, "%s", text);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    return document;
}

/* ---- Places side by side --------------------------------------------------------------------------------------------------------------- */

static const char *subject_ids(const hs_subject *subjects, int32_t from, int32_t to) {
    static char text[200];
    text[0] = '\0';
    for (int32_t i = from; i < to; i++) {
        if (i > from) strcat(text, " ");
        strcat(text, subjects[i].fact->id);
    }
    return text;
}

static hs_comparison *compare(const char *text, const hs_options *options) {
    hs_comparison *comparison = NULL;
    hs_error error = {0};
    const char *document = quoted(text);
    EXPECT_EQUAL(hs_comparison_new(&comparison, engine, document, strlen(document), options, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s: %s\n", document, error.path, error.en);
    return comparison;
}

static void test_places(void) {
    hs_comparison *comparison =
        compare("{'as_of':'2023-06-30','locations':['990101'],'facts':{'here':true,'local_rent':5,'x':3,'sites':[]}}", NULL);
    const hs_comparison_result *result = hs_comparison_get(comparison);
    static const struct {
        const char *adcode;
        int32_t what_if, eligible, open;
        const char *extra, *others, *assumed;
    } rows[] = {
        {"990101", 0, 1, 3, "", "p n r", ""},
        {"980000", 1, 0, 3, "q y", "p", "here local_rent"}, /* p is missing at home too */
        {"990201", 1, 0, 3, "q y", "p", "here local_rent"},
        {"990301", 1, 0, 0, "", "", "here"}, /* no longer in force */
    };
    EXPECT_EQUAL(result->count, 4);
    for (int32_t i = 0; i < result->count && i < 4; i++) {
        const hs_candidate *candidate = &result->candidates[i];
        int before = checks_failed;
        EXPECT_TEXT(candidate->place->adcode, rows[i].adcode);
        EXPECT_EQUAL(candidate->what_if, rows[i].what_if);
        EXPECT_EQUAL(candidate->eligible, rows[i].eligible);
        EXPECT_EQUAL(candidate->open, rows[i].open);
        EXPECT_TEXT(subject_ids(candidate->missing, 0, candidate->extra_count), rows[i].extra);
        EXPECT_TEXT(subject_ids(candidate->missing, candidate->extra_count, candidate->missing_count), rows[i].others);
        EXPECT_TEXT(subject_ids(candidate->assumed, 0, candidate->assumed_count), rows[i].assumed);
        if (checks_failed > before) printf("  at %s\n", rows[i].adcode);
    }
    hs_comparison_free(comparison);
}

/* Own places first, in the order given; what is stated for a place is not assumed there. */
static void test_choice_of_places(void) {
    hs_comparison *comparison =
        compare("{'as_of':'2023-06-30','locations':['990201','990101'],'facts':{'here':true,'p':true,'local_rent':5},"
                "'facts_at':{'990201':{'here':false}}}",
                NULL);
    const hs_comparison_result *result = hs_comparison_get(comparison);
    EXPECT_EQUAL(result->count, 4);
    EXPECT_TEXT(result->candidates[0].place->adcode, "990201");
    EXPECT_EQUAL(result->candidates[0].what_if, 0);
    EXPECT_TEXT(result->candidates[1].place->adcode, "990101");
    EXPECT_TEXT(subject_ids(result->candidates[0].assumed, 0, result->candidates[0].assumed_count), "local_rent");
    EXPECT_TEXT(subject_ids(result->candidates[1].assumed, 0, result->candidates[1].assumed_count), "here");
    EXPECT_TEXT(result->candidates[2].place->adcode, "980000");
    EXPECT_EQUAL(result->candidates[2].what_if, 1);
    EXPECT_TEXT(result->candidates[3].place->adcode, "990301");
    EXPECT_EQUAL(result->candidates[3].what_if, 1);
    hs_comparison_free(comparison);
    static const char *const places[] = {"990201", "990101", "990000"};
    const hs_options options = {.locations = places, .location_count = 3};
    comparison = compare("{'as_of':'2023-06-30','locations':['990101'],'facts':{}}", &options);
    result = hs_comparison_get(comparison);
    EXPECT_EQUAL(result->count, 3);
    EXPECT_TEXT(result->candidates[0].place->adcode, "990101");
    EXPECT_EQUAL(result->candidates[0].what_if, 0);
    EXPECT_TEXT(result->candidates[1].place->adcode, "990000"); /* the other lies in it */
    EXPECT_EQUAL(result->candidates[1].what_if, 0);
    EXPECT_TEXT(result->candidates[2].place->adcode, "990201");
    EXPECT_EQUAL(result->candidates[2].what_if, 1);
    EXPECT_EQUAL(result->candidates[2].assumed_count, 0); /* nothing is stated */
    hs_comparison_free(comparison);
    hs_comparison_free(NULL);
    hs_error error = {0};
    EXPECT_EQUAL(hs_comparison_new(&comparison, engine, "{", 1, NULL, &error), HS_INPUT);
    EXPECT(comparison == NULL);
}

/* The adcodes of what is compared, in order. */
static const char *places_of(const hs_comparison *comparison) {
    static char text[100];
    const hs_comparison_result *result = hs_comparison_get(comparison);
    text[0] = '\0';
    for (int32_t i = 0; i < result->count; i++) {
        if (i > 0) strcat(text, " ");
        strcat(text, result->candidates[i].place->adcode);
    }
    return text;
}

/* Without a place, all are what-ifs, by their codes; of one place asked for, that one alone; what is missing is listed though brevity is asked for. */
static void test_places_asked_for(void) {
    static const char *const away[] = {"990201"};
    const hs_options one = {.locations = away, .location_count = 1}, brief = {.brief = 1};
    hs_comparison *comparison = compare("{'as_of':'2023-06-30','facts':{'here':true,'local_rent':5}}", NULL);
    EXPECT_TEXT(places_of(comparison), "980000 990101 990201 990301");
    EXPECT_EQUAL(hs_comparison_get(comparison)->candidates[0].what_if, 1);
    size_t length;
    const char *json = hs_comparison_json(comparison, &length);
    EXPECT_EQUAL(length, strlen(json));
    EXPECT_HOLDS(json, "\"places\":[{\"adcode\":\"980000\",");
    EXPECT_HOLDS(json, "},{\"adcode\":\"990101\",");
    EXPECT(hs_comparison_json(comparison, NULL) == json && strlen(json) == length);
    hs_comparison_free(comparison);
    comparison = compare("{'as_of':'2023-06-30','locations':['990101'],'facts':{'here':true}}", &one);
    EXPECT_TEXT(places_of(comparison), "990201");
    EXPECT_EQUAL(hs_comparison_get(comparison)->candidates[0].assumed_count, 1);
    EXPECT_EQUAL(hs_comparison_get(comparison)->candidates[0].assumed[0].record, -1);
    hs_comparison_free(comparison);
    comparison = compare("{'as_of':'2023-06-30','locations':['990101'],'facts':{}}", &brief);
    EXPECT(hs_comparison_get(comparison)->candidates[0].missing_count > 0);
    hs_comparison_free(comparison);
}

/* ---- One figure --------------------------------------------------------------------------------------------------------------------------- */

#define HOME "{'as_of':'2023-06-30','locations':['990101'],'facts':{'here':true,'p':true,'x':4,'n':7,'sites':[{'cost':1},{'cost':2}]}}"

static void test_ranges(void) {
    static const struct {
        const char *fact;
        hs_interval range, wanted;
    } rows[] = {
        {"x", {0, 0}, {0, INT64_C(100000000000000)}},
        {"n", {0, 0}, {0, 1000000000}},
        {"r", {0, 0}, {0, 1000000}},
        {"x", {5, 5}, {5, 5}},
        {"x", {0, 7}, {0, 7}},
        {"sites[1].cost", {0, 0}, {0, INT64_C(100000000000000)}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_sweep *sweep;
        const char *document = quoted(HOME);
        EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, rows[i].fact, rows[i].range, NULL), HS_OK);
        EXPECT_EQUAL(hs_sweep_get(sweep)->range.low, rows[i].wanted.low);
        EXPECT_EQUAL(hs_sweep_get(sweep)->range.high, rows[i].wanted.high);
        hs_sweep_free(sweep);
    }
    hs_sweep_free(NULL);
}

static void test_refused(void) {
    static const struct {
        const char *fact;
        hs_interval range;
        const char *path, *message;
    } rows[] = {
        {"p", {0, 0}, "fact", "\"p\" is no figure"},
        {"sites", {0, 0}, "fact", "\"sites\" is no figure"},
        {"nothing", {0, 0}, "fact", "\"nothing\" is no figure"},
        {"sites[2].cost", {0, 0}, "fact", "the record must be stated"},
        {"sites.cost", {0, 0}, "fact", "is no figure"},
        {"x", {2, 1}, "range", "upside down or has no end"},
        {"x", {-1, 1}, "range", "upside down or has no end"},
        {"x", {0, HS_UNBOUNDED}, "range", "upside down or has no end"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_sweep *sweep;
        hs_error error = {0};
        const char *document = quoted(HOME);
        int before = checks_failed;
        EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, rows[i].fact, rows[i].range, &error), HS_USAGE);
        EXPECT(sweep == NULL);
        EXPECT_TEXT(error.path, rows[i].path);
        EXPECT(strstr(error.en, rows[i].message) != NULL);
        if (checks_failed > before) printf("  %s: %s\n", rows[i].fact, error.en);
    }
    hs_sweep *sweep;
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, "{", 1, NULL, "x", (hs_interval){0, 0}, NULL), HS_INPUT);
    const char *document = quoted("{'as_of':'2023-06-30','facts':{'sites':null}}");
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, "sites[0].cost", (hs_interval){0, 0}, NULL), HS_USAGE);
}

/* The award rises with x up to its ceiling of 10; the others do not depend on it. */
static void test_curves(void) {
    hs_sweep *sweep;
    const hs_piece *previous, *next;
    const char *document = quoted(HOME);
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, "x", (hs_interval){0, 5000}, NULL), HS_OK);
    const hs_sweep_place *place = &hs_sweep_get(sweep)->places[0];
    EXPECT_TEXT(place->adcode, "990101");
    EXPECT_TEXT(place->name.en, "Home");
    EXPECT_EQUAL(place->have.low, 400);
    EXPECT_EQUAL(place->have.high, 400);
    EXPECT_EQUAL(place->count, 2);
    EXPECT(place->curves[0].measure == NULL);
    EXPECT_TEXT(place->curves[1].id, "home.award");
    EXPECT_EQUAL(place->curves[1].has_amount, 1);
    EXPECT_EQUAL(place->curves[1].uneven, 0);
    EXPECT_EQUAL(place->curves[1].count, 2);
    EXPECT_EQUAL(place->curves[1].pieces[0].to, 999);
    EXPECT_EQUAL(place->curves[1].pieces[0].last.low, 999);
    EXPECT_EQUAL(place->curves[1].pieces[1].from, 1000);
    EXPECT_EQUAL(place->curves[1].pieces[1].to, 5000);
    EXPECT_EQUAL(place->curves[1].pieces[1].last.high, 1000);
    EXPECT_EQUAL(place->curves[0].pieces[0].first.low, 400); /* the sum and what enough people bring */
    hs_sweep_neighbours(place, &previous, &next);
    EXPECT(previous == NULL && next == &place->curves[0].pieces[1]);
    hs_sweep_free(sweep);
    document = quoted(HOME);
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, "n", (hs_interval){0, 10}, NULL), HS_OK);
    place = &hs_sweep_get(sweep)->places[0];
    EXPECT_EQUAL(place->curves[1].pieces[0].standing, HS_INELIGIBLE);
    EXPECT_EQUAL(place->curves[1].pieces[0].to, 4);
    EXPECT_EQUAL(place->curves[1].pieces[1].standing, HS_ELIGIBLE);
    hs_sweep_neighbours(place, &previous, &next);
    EXPECT(previous == &place->curves[0].pieces[0] && next == NULL);
    hs_sweep_free(sweep);
    document = quoted(HOME);
    EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, "sites[1].cost", (hs_interval){100, 300}, NULL), HS_OK);
    place = &hs_sweep_get(sweep)->places[0];
    EXPECT_EQUAL(place->have.low, 200);
    EXPECT_TEXT(place->curves[1].id, "home.sum");
    EXPECT_EQUAL(place->curves[1].pieces[0].first.low, 200);
    EXPECT_EQUAL(place->curves[1].pieces[0].last.high, 400);
    hs_sweep_neighbours(place, &previous, &next);
    EXPECT(previous == NULL && next == NULL);
    hs_sweep_free(sweep);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    add_policy("home", "990101", measures, 4, (hs_date){2023, 12, 31});
    add_policy("away", "990201", measures_away, 3, (hs_date){2023, 12, 31});
    add_policy("over", "990301", measures, 1, (hs_date){2023, 3, 31});
    add_policy("beyond", "980000", measures_away, 3, (hs_date){2023, 12, 31});
    test_places();
    test_choice_of_places();
    test_places_asked_for();
    test_ranges();
    test_refused();
    test_curves();
    hs_engine_free(engine);
    return checks_end();
}
