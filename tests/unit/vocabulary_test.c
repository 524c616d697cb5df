/* Each form of the vocabulary on known, unknown and half-known facts, and what the totals make of it. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .duplication = HIGHEST_WITH_TOP_UP, .checks = CHECKS(y_within_x));

enum { I = HS_INELIGIBLE, U = HS_UNDETERMINED, E = HS_ELIGIBLE };

static hs_engine *engine;
static hs_assessment *assessment;

/* The result for facts written with ' for ". */
static const hs_place_result *assess_document(const char *facts, const char *rest) {
    char document[4096];
    hs_error error = {0};
    snprintf(document, sizeof document, "{'as_of':'2023-06-30','locations':['330206'],'facts':{%s}%s}", facts, rest);
    for (char *c = document; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    hs_assessment_free(assessment);
    int status = hs_assess(&assessment, engine, document, strlen(document), NULL, &error);
    if (status != HS_OK) printf("%s: %s: %s\n", document, error.path, error.en);
    EXPECT_EQUAL(status, HS_OK);
    return status == HS_OK ? &hs_assessment_result(assessment)->places[0] : NULL;
}

static const hs_measure_result *measure_in(const hs_place_result *place, const char *id) {
    for (int32_t i = 0; place != NULL && i < place->policies[0].count; i++)
        if (strcmp(place->policies[0].measures[i].measure->id, id) == 0) return &place->policies[0].measures[i];
    printf("no measure %s\n", id);
    EXPECT(0);
    return NULL;
}

static void test_conditions(void) {
    static const struct {
        const char *id, *facts;
        int standing;
    } rows[] = {
        {"fact", "'p':true", E},
        {"fact", "'p':false", I},
        {"fact", "", U},
        {"fact", "'p':null", U},
        {"all", "'p':true,'q':true", E},
        {"all", "'p':true", U},
        {"all", "'p':false", I},
        {"all", "", U},
        {"any", "'p':true", E},
        {"any", "'p':false", U},
        {"any", "'p':false,'q':false", I},
        {"any", "", U},
        {"not", "'p':true", I},
        {"not", "'p':false", E},
        {"not", "", U},
        {"at_least", "'x':99.99", I},
        {"at_least", "'x':100", E},
        {"at_least", "'x':100.01", E},
        {"at_least", "", U},
        {"at_least", "'x':{'min':100}", E},
        {"at_least", "'x':{'max':99.99}", I},
        {"at_least", "'x':{'min':99.99,'max':100}", U},
        {"more_than", "'x':99.99", I},
        {"more_than", "'x':100", I},
        {"more_than", "'x':100.01", E},
        {"more_than", "'x':{'min':100}", U},
        {"at_most", "'x':99.99", E},
        {"at_most", "'x':100", E},
        {"at_most", "'x':100.01", I},
        {"at_most", "'x':{'max':100}", E},
        {"at_most", "", U},
        {"less_than", "'x':99.99", E},
        {"less_than", "'x':100", I},
        {"less_than", "'x':100.01", I},
        {"less_than", "'x':{'max':100}", U},
        /* 130 % of 0.01 is 0.013: exact, so 0.01 does not exceed it and 0.02 does; rounded it would be 0.01 */
        {"growth", "'x':0.01,'y':0.01", I},
        {"growth", "'x':0.02,'y':0.01", E},
        {"growth", "'x':130,'y':100", I},
        {"growth", "'x':130.01,'y':100", E},
        {"growth", "'x':0.01,'y':0", E},
        {"growth", "'x':0,'y':0", I},
        {"growth", "'x':1", U},
        {"growth", "'y':1", U},
        {"growth", "", U},
        {"growth", "'x':{'min':14},'y':{'max':10}", E},
        {"growth", "'x':{'max':13},'y':{'min':10}", I},
        {"share", "'x':50,'y':100,'r':50", E},
        {"share", "'x':49.99,'y':100,'r':50", I},
        {"share", "'x':0,'y':0.01,'r':0.01", I},
        {"share", "'x':0,'r':0", E},
        {"share", "'x':5", U},
        {"in", "'level':'low'", E},
        {"in", "'level':'none'", I},
        {"in", "", U},
        {"has", "'kinds':['one']", E},
        {"has", "'kinds':['two','three']", E},
        {"has", "'kinds':['two']", I},
        {"has", "'kinds':[]", I},
        {"has", "", U},
        {"some", "'p':true,'sites':[]", I},
        {"some", "'p':true,'sites':[{'ok':false},{'ok':true}]", E},
        {"some", "'p':true,'sites':[{'ok':false},{}]", U},
        {"some", "'p':true,'sites':[{'ok':false}]", I},
        {"some", "'p':true", U},
        {"some", "'p':false,'sites':[{'ok':true}]", I},
        {"some", "'sites':[{'ok':true}]", U},
        {"some", "'p':false", U},
        {"usd", "'d':499999.99", I},
        {"usd", "'d':500000", E},
        {"usd", "", U},
        {"rate", "'r':80", I},
        {"rate", "'r':80.01", E},
        {"rate", "'r':{'min':80}", U},
        {"rate", "", U},
        /* 50 % of 0.01 is 0.005: exact */
        {"share_at_least", "'x':49.99,'y':100", I},
        {"share_at_least", "'x':50,'y':100", E},
        {"share_at_least", "'x':0.01,'y':0.02", E},
        {"share_at_least", "'x':0.01,'y':0.03", I},
        {"share_at_least", "'x':5,'y':0", I},
        {"share_at_least", "'x':0", U},
        {"share_at_least", "'x':5", U},
        {"share_at_least", "'y':0", I},
        {"share_at_least", "", U},
        {"share_more_than", "'n':0", I},
        {"share_more_than", "'n':1", E},
        {"share_more_than", "", U},
        {"grew_at_least", "'x':110,'y':100", E},
        {"grew_at_least", "'x':109.99,'y':100", I},
        {"grew_at_least", "'x':0.01,'y':0.01", I},
        {"grew_at_least", "'x':1,'y':0", I},
        {"grew_at_least", "'x':110", U},
        {"grew_at_least", "'x':{'min':22},'y':{'min':1,'max':20}", E},
        {"grew_more_than", "'x':110,'y':100", I},
        {"grew_more_than", "'x':110.01,'y':100", E},
        {"since", "", E},
        {"until", "", E},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        const hs_measure_result *result = measure_in(assess_document(rows[i].facts, ""), rows[i].id);
        if (result != NULL) EXPECT_EQUAL(result->standing, rows[i].standing);
        if (checks_failed > before) printf("  %s with %s\n", rows[i].id, rows[i].facts);
    }
}

#define ANY_MORE HS_UNBOUNDED

static void test_amounts(void) {
    static const struct {
        const char *id, *facts;
        int64_t low, high; /* fen */
    } rows[] = {
        {"figure", "", 10000000, 10000000},
        {"amount", "'x':12.34", 1234, 1234},
        {"amount", "'x':'12.34'", 1234, 1234},
        {"amount", "", 0, ANY_MORE},
        {"amount", "'x':{'min':1,'max':2}", 100, 200},
        {"percent", "'x':0.01", 0, 0},
        {"percent", "'x':0.05", 2, 2},
        {"percent", "'x':0.04", 1, 1},
        {"percent", "", 0, ANY_MORE},
        {"percent_of", "'x':100,'r':3.45", 345, 345},
        {"percent_of", "'x':100", 0, ANY_MORE},
        {"percent_of", "'r':0", 0, 0},
        {"percent_of", "'x':0", 0, 0},
        {"percent_of", "'x':0.01,'r':{'min':49.99,'max':50}", 0, 1},
        {"cap", "'x':599.99", 59999, 59999},
        {"cap", "'x':600", 60000, 60000},
        {"cap", "'x':600.01", 60000, 60000},
        {"cap", "", 0, 60000},
        {"cap", "'x':{'min':500}", 50000, 60000},
        {"lesser", "'x':5,'y':3", 300, 300},
        {"lesser", "'x':5", 0, 500},
        {"lesser", "", 0, ANY_MORE},
        {"up_to", "'x':500", 0, 50000},
        {"up_to", "'x':700", 0, 60000},
        {"up_to", "", 0, 60000},
        {"range", "'x':50", 5000, 5000},
        {"range", "'x':150", 10000, 15000},
        {"range", "'x':500", 10000, 20000},
        {"range", "", 0, 20000},
        {"each", "'n':0", 0, 0},
        {"each", "'n':3", 150000, 150000},
        {"each", "'n':{'min':1,'max':2}", 50000, 100000},
        {"each", "", 0, ANY_MORE},
        {"tiers", "'x':499.99", 0, 0},
        {"tiers", "'x':500", 2000, 2000},
        {"tiers", "'x':999.99", 2000, 2000},
        {"tiers", "'x':1000", 5000, 5000},
        {"tiers", "'x':1499.99", 5000, 5000},
        {"tiers", "'x':1500", 3000, 3000},
        {"tiers", "", 0, 5000},
        {"tiers", "'x':{'min':500}", 2000, 5000},
        {"tiers", "'x':{'min':1500}", 3000, 3000},
        {"tiers", "'x':{'min':499.99,'max':500}", 0, 2000},
        {"tiers", "'x':{'min':1200,'max':1600}", 3000, 5000},
        {"tiers", "'x':{'max':499.99}", 0, 0},
        {"by", "'level':'high'", 10000, 10000},
        {"by", "'level':'none'", 0, 0},
        {"by", "", 0, 10000},
        {"sum", "'sites':[]", 0, 0},
        {"sum", "", 0, ANY_MORE},
        {"sum", "'sites':null", 0, ANY_MORE},
        {"sum", "'sites':[{'ok':true,'cost':100},{'ok':false,'cost':100},{'ok':true,'cost':500}]", 15000, 15000},
        {"sum", "'sites':[{'cost':100},{'ok':true}]", 0, 15000},
        {"sum", "'sites':[{'ok':true,'cost':{'min':10,'max':20}}]", 500, 1000},
        {"every", "'sites':[{'cost':1},{'cost':2}]", 300, 300},
        {"every", "'sites':[{'cost':1},{}]", 100, ANY_MORE},
        {"how_many", "'p':true,'sites':[{'ok':true},{},{'ok':false}]", 1000, 2000},
        {"how_many", "'p':false,'sites':[{'ok':true}]", 0, 0},
        {"how_many", "'sites':[{'ok':true}]", 0, 1000},
        {"how_many", "", 0, ANY_MORE},
        {"how_many", "'sites':[]", 0, 0},
        {"plus", "'x':1,'y':2", 400, 400},
        {"plus", "'x':1", 200, ANY_MORE},
        {"plus_count", "'n':3", 500, 500},
        {"plus_count", "", 200, ANY_MORE},
        {"either", "'p':true,'x':9", 900, 900},
        {"either", "'p':false,'x':9", 500, 500},
        {"either", "'x':9", 500, 900},
        {"either", "'x':2", 200, 500},
        {"either", "", 0, ANY_MORE},
        {"either", "'p':false", 500, 500},
        {"either_count", "'p':true,'n':4", 400, 400},
        {"either_count", "'n':4", 0, 400},
        {"either_count", "'p':false", 0, 0},
        {"excess", "'x':5,'y':3", 200, 200},
        {"excess", "'x':3,'y':3", 0, 0},
        {"excess", "'x':3,'y':5", 0, 0},
        {"excess", "'x':{'min':5,'max':9},'y':{'min':1,'max':2}", 300, 800},
        {"excess", "'x':5", 0, 500},
        {"excess", "'y':5", 0, ANY_MORE},
        {"excess", "'x':0", 0, 0},
        {"slice", "'x':100", 0, 0},
        {"slice", "'x':100.2", 1, 1},
        {"slice", "'x':500", 2000, 2000},
        {"slice", "'x':500.01", 2000, 2000},
        {"slice", "", 0, 2000},
        {"top_up", "'x':9.99,'y':0", 0, 0},
        {"top_up", "'x':10,'y':0", 30000, 30000},
        {"top_up", "'x':10,'y':299.99", 1, 1},
        {"top_up", "'x':10,'y':300", 0, 0},
        {"top_up", "'x':10", 0, 30000},
        {"top_up", "'y':100", 0, 20000},
        {"greatest", "'x':3,'y':4", 500, 500},
        {"greatest", "'x':6,'y':7", 700, 700},
        {"greatest", "'x':6", 600, ANY_MORE},
        {"greatest", "'x':{'max':4},'y':{'max':5}", 500, 500},
        {"full", "'n':9", 0, 0},
        {"full", "'n':10", 300, 300},
        {"full", "'n':19", 300, 300},
        {"full", "'n':{'min':10,'max':20}", 300, 600},
        {"full", "", 0, ANY_MORE},
        {"full_money", "'x':99.99", 0, 0},
        {"full_money", "'x':100", 200, 200},
        {"round_down", "'x':199.99", 10000, 10000},
        {"round_down", "'x':200", 20000, 20000},
        {"round_down", "", 0, ANY_MORE},
        {"round_up", "'x':200", 20000, 20000},
        {"round_up", "'x':200.01", 30000, 30000},
        {"round_up", "'x':0", 0, 0},
        {"round_half_up", "'x':249.99", 20000, 20000},
        {"round_half_up", "'x':250", 30000, 30000},
        {"round_half_up", "'x':{'min':249.99,'max':250}", 20000, 30000},
        {"in_yuan", "'d':1000,'r':712.34", 712340, 712340},
        {"in_yuan", "'d':0.01,'r':712.34", 7, 7},
        {"in_yuan", "'d':0.01,'r':750", 8, 8},
        {"in_yuan", "'d':1000", 0, ANY_MORE},
        {"in_yuan", "'d':0", 0, 0},
        {"first_come", "'x':599.99", 0, 59999},
        {"first_come", "'x':600.01", 0, 60000},
        {"first_come", "", 0, 60000},
        {"tier_rate", "'x':100,'y':9.99", 0, 0},
        {"tier_rate", "'x':100,'y':10", 500, 500},
        {"tier_rate", "'x':100,'y':19.99", 500, 500},
        {"tier_rate", "'x':100,'y':20", 850, 850},
        {"tier_rate", "'x':100", 0, 850},
        {"tier_rate", "'y':20", 0, ANY_MORE},
        {"by_rate", "'x':100,'level':'low'", 500, 500},
        {"by_rate", "'x':100", 0, 1000},
        {"if_rate", "'x':100,'p':true", 2000, 2000},
        {"if_rate", "'x':100,'p':false", 1000, 1000},
        {"if_rate", "'x':100", 1000, 2000},
        {"each_of", "'n':2", 4200, 4200},
        {"each_of", "'n':3", 6300, 6300},
        {"each_of", "'n':4", 8300, 8300},
        {"each_of", "'n':{'min':2,'max':4}", 4200, 8300},
        {"excess_count", "'n':10", 0, 0},
        {"excess_count", "'n':11", 100, 100},
        {"per_mille", "'x':100", 250, 250},
        {"per_ten_thousand", "'x':100", 3, 3},
        {"from_day", "", 1000, 1000},
        {"by_share", "'x':9.99,'y':100", 0, 0},
        {"by_share", "'x':10,'y':100", 500, 500},
        {"by_share", "'x':1,'y':10.01", 0, 0},
        {"by_share", "'x':19.99,'y':100", 500, 500},
        {"by_share", "'x':20,'y':100", 900, 900},
        {"by_share", "'x':20,'y':0", 0, 0},
        {"by_share", "'x':0", 0, 0},
        {"by_share", "'x':20", 0, 900},
        {"by_share", "'x':20,'y':{'min':100,'max':200}", 500, 900},
        {"by_share", "'y':100", 0, 900},
        {"by_growth", "'x':134.99,'y':100", 0, 0},
        {"by_growth", "'x':135,'y':100", 200, 200},
        {"by_growth", "'x':139.99,'y':100", 200, 200},
        {"by_growth", "'x':140,'y':100", 400, 400},
        {"by_growth", "'x':90,'y':100", 0, 0},
        {"by_growth", "'x':90,'y':0", 0, 0},
        {"by_growth", "'x':{'min':135,'max':140},'y':100", 200, 400},
        {"by_growth", "'y':100", 0, ANY_MORE},
        {"by_growth", "'x':140", 0, ANY_MORE},
        {"sum_usd", "'sites':[{'ok':true,'usd':9.99},{'ok':true,'usd':10},{'ok':false,'usd':100}]", 300, 300},
        {"sum_usd", "'sites':[{'ok':true,'usd':10},{'ok':true,'usd':10}]", 600, 600},
        {"sum_usd", "", 0, ANY_MORE},
        {"sum_count", "'sites':[{'year':3},{'year':4}]", 700, 700},
        {"sum_count", "'sites':[{'year':3},{}]", 300, ANY_MORE},
        {"excess_usd", "'d':5.99", 0, 0},
        {"excess_usd", "'d':6", 100, 100},
        /* 5 per mille of 9,999,999 are 49,999.995: half up to the fen they would be 50,000 */
        {"cut_percent", "'x':9999999", 4999900, 4999900},
        {"cut_percent", "'x':10000000", 5000000, 5000000},
        {"cut_percent", "'x':12000200", 6000000, 6000000},
        {"up_percent", "'x':10000000", 5000000, 5000000},
        {"up_percent", "'x':10000000.01", 5000100, 5000100},
        {"half_percent", "'x':10000099.99", 5000000, 5000000},
        {"half_percent", "'x':10000100", 5000100, 5000100},
        {"tier_percent", "'sites':[{'year':1,'cost':100},{'year':2,'cost':100},{'year':0,'cost':100}]", 8000, 8000},
        {"tier_percent", "'sites':[{'cost':100}]", 0, 5000},
        {"yearly", "'p':true", 30000, 30000},
        {"yearly", "", 0, 30000},
        {"yearly", "'p':false", 0, 0},
        {"parts", "'p':true,'x':0.05", 5, 5},
        {"parts", "'p':true", 0, ANY_MORE},
        {"parts", "'x':100", 0, 10000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        const hs_measure_result *result = measure_in(assess_document(rows[i].facts, ""), rows[i].id);
        if (result == NULL) continue;
        EXPECT(result->has_amount);
        EXPECT_EQUAL(result->amount.low, rows[i].low);
        EXPECT_EQUAL(result->amount.high, rows[i].high);
        if (checks_failed > before) printf("  %s with %s\n", rows[i].id, rows[i].facts);
    }
    const hs_measure_result *unstated = measure_in(assess_document("'p':true", ""), "unstated");
    EXPECT(!unstated->has_amount && unstated->unstated);
}

/* Years and instalments, what is received taken off the front. 0.05 yuan in 50, 30 and 20 %: 0.03 (half up), 0.02, and 0 remains. */
static void test_schedules(void) {
    const hs_measure_result *parts = measure_in(assess_document("'p':true,'x':0.05", ""), "parts");
    EXPECT_EQUAL(parts->years, 3);
    EXPECT_EQUAL(parts->schedule[0].low, 3);
    EXPECT_EQUAL(parts->schedule[1].low, 2);
    EXPECT_EQUAL(parts->schedule[2].low, 0);
    parts = measure_in(assess_document("'p':true,'x':100.01", ""), "parts");
    EXPECT_EQUAL(parts->schedule[0].low, 5001);
    EXPECT_EQUAL(parts->schedule[1].low, 3000);
    EXPECT_EQUAL(parts->schedule[2].low, 2000);
    static const int left[] = {3, 2, 1, 0, 0};
    for (int received = 0; received <= 4; received++) {
        char rest[100];
        snprintf(rest, sizeof rest, ",'received':[{'measure':'synthetic.yearly','years':%d}]", received);
        const hs_measure_result *yearly = measure_in(assess_document("'p':true", rest), "yearly");
        EXPECT_EQUAL(yearly->years, left[received]);
        EXPECT_EQUAL(yearly->amount.high, 10000 * left[received]);
        EXPECT_EQUAL(yearly->standing, HS_ELIGIBLE);
    }
    parts = measure_in(assess_document("'p':true,'x':100", ",'received':[{'measure':'synthetic.parts','years':1}]"), "parts");
    EXPECT_EQUAL(parts->years, 2);
    EXPECT_EQUAL(parts->schedule[0].high, 3000);
    EXPECT_EQUAL(parts->amount.high, 5000);
}

static void test_totals(void) {
    /* what is always paid without facts but the two: 10 yuan sums are easier to see with everything else at zero */
    const char *zero = "'x':0,'y':0,'d':0,'n':0,'r':0,'level':'none','sites':[],'p':false,'q':true";
    const hs_place_result *place = assess_document(zero, "");
    const int64_t always = 10000000 + 100 + 200 + 500 + 500 + 1000; /* figure, plus, plus_count, either, greatest, from_day */
    EXPECT_EQUAL(place->total.low, always + 30000);
    EXPECT_EQUAL(place->total.high, always + 100000);
    EXPECT_EQUAL(place->certain, always + 30000);
    EXPECT_EQUAL(place->set_aside_count, 1);
    EXPECT_TEXT(place->set_aside[0].measure, "synthetic.matter_b");
    EXPECT_TEXT(place->set_aside[0].kept, "synthetic.matter_a");
    place = assess_document(zero, ",'received':[{'matter':'one_matter','amount':200},{'matter':'one_matter','amount':100}]");
    EXPECT_EQUAL(place->total.low, always);
    EXPECT_EQUAL(place->total.high, always + 70000);
    EXPECT_EQUAL(place->all_years.high, always + 70000);
    place = assess_document(zero, ",'received':[{'matter':'one_matter','amount':5000}]");
    EXPECT_EQUAL(place->total.high, always);
    place = assess_document("'x':0,'y':0,'d':0,'n':0,'r':0,'level':'none','sites':[],'p':true,'q':false", "");
    EXPECT_EQUAL(place->total.low, always - 500 + 10000);
    EXPECT_EQUAL(place->all_years.low, always - 500 + 30000);
    EXPECT_EQUAL(place->years, 3);
    EXPECT_EQUAL(place->schedule[2].low, 10000);
    EXPECT_EQUAL(place->people.low, 700);
    EXPECT_EQUAL(place->loans.high, 300000000);
    EXPECT_EQUAL(place->loans.low, 0);
    EXPECT_EQUAL(place->unstated_count, 1);
}

static void test_places_and_checks(void) {
    const hs_place_result *place = assess_document("'here':false", ",'facts_at':{'330000':{'here':true}}");
    EXPECT_EQUAL(measure_in(place, "local")->standing, HS_ELIGIBLE);
    place = assess_document("'here':true", ",'facts_at':{'330206':{'here':false},'330000':{'here':true},'330200':{'here':true}}");
    EXPECT_EQUAL(measure_in(place, "local")->standing, HS_INELIGIBLE);
    place = assess_document("'here':true", ",'facts_at':{'330203':{'here':false}}");
    EXPECT_EQUAL(measure_in(place, "local")->standing, HS_ELIGIBLE);
    assess_document("'x':5,'y':5.01", "");
    EXPECT_EQUAL(hs_assessment_result(assessment)->warning_count, 1);
    assess_document("'x':5,'y':5", "");
    EXPECT_EQUAL(hs_assessment_result(assessment)->warning_count, 0);
    assess_document("'y':5", "");
    EXPECT_EQUAL(hs_assessment_result(assessment)->warning_count, 0);
}

/* Conditions of one part, papers, and a warning for each place that a check speaks of. */
MONEY_FACT(paper, "有据", "On paper", S, .evidence = {"合同", "the contract"});

static const hs_measure own_measures[] = {
    MEASURE(not, CLAUSE("1"), TITLE("不是", "Not"), RULE, .when = NOT(p)),
    MEASURE(any_alone, CLAUSE("2"), TITLE("其一", "Any"), RULE, .when = ANY(here)),
    MEASURE(all_alone, CLAUSE("3"), TITLE("都要", "All"), RULE, .when = ALL(q)),
    MEASURE(proved, CLAUSE("4"), TITLE("有据", "Proved"), FREE, .pays = PERCENT(30, paper)),
};

static void test_own_policy(void) {
    enum { CHECKS = 20 };
    char ids[CHECKS][4];
    hs_check checks[CHECKS];
    const hs_check *list[CHECKS];
    for (int i = 0; i < CHECKS; i++) {
        snprintf(ids[i], sizeof ids[i], "c%d", i);
        checks[i] = (hs_check){ids[i], here, {"请核对", "Check it"}};
        list[i] = &checks[i];
    }
    hs_policy policy = *huisuan_policy_synthetic();
    policy.adcode = "330200";
    policy.measures = own_measures, policy.measure_count = sizeof own_measures / sizeof own_measures[0];
    policy.checks = list, policy.check_count = CHECKS;
    const char *document = "{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\",\"330203\"],"
                           "\"facts\":{\"q\":true,\"here\":false,\"paper\":100}}";
    hs_engine *own = NULL;
    hs_assessment *found = NULL;
    EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, NULL), HS_OK);
    EXPECT_EQUAL(hs_assess(&found, own, document, strlen(document), NULL, NULL), HS_OK);
    const hs_result *result = hs_assessment_result(found);
    EXPECT_EQUAL(measure_in(&result->places[0], "any_alone")->standing, I);
    EXPECT_EQUAL(measure_in(&result->places[0], "all_alone")->standing, E);
    EXPECT_EQUAL(measure_in(&result->places[0], "proved")->evidence_count, 1);
    EXPECT_TEXT(measure_in(&result->places[0], "proved")->evidence[0].en, "the contract");
    EXPECT_EQUAL(result->warning_count, 2 * CHECKS);
    for (int32_t i = 0; i < result->warning_count; i++) EXPECT_TEXT(result->warnings[i].place, i < CHECKS ? "330206" : "330203");
    hs_assessment_free(found);
    hs_engine_free(own);
}

/* What does not fit is an error, never a wrong amount. */
static void test_overflow(void) {
    hs_assessment *none;
    hs_error error = {0};
    const char *document =
        "{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\"],\"facts\":{\"n\":70000000000000,\"x\":\"92233720368547758.06\"}}";
    EXPECT_EQUAL(hs_assess(&none, engine, document, strlen(document), NULL, &error), HS_INPUT);
    EXPECT_TEXT(error.path, "synthetic");
    EXPECT(none == NULL);
    /* the greatest figure that enters where it happens is named */
    static const struct {
        const char *facts, *culprit;
    } rows[] = {
        {"\"x\":\"92233720368547758.06\",\"y\":1,\"d\":0", "\"x\""},
        {"\"x\":1,\"y\":\"92233720368547758.06\",\"d\":0", "\"y\""},
        {"\"x\":{\"max\":1},\"y\":{\"max\":\"92233720368547758.06\"},\"d\":0", "\"y\""},
        {"\"sites\":[{\"cost\":\"92233720368547758.06\"},{\"cost\":1}]", "\"sites\""},
        {"\"x\":0,\"r\":5000,\"d\":\"92233720368547758.06\"", "\"d\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[256], wanted[64];
        int length = snprintf(text, sizeof text, "{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\"],\"facts\":{%s}}", rows[i].facts);
        snprintf(wanted, sizeof wanted, "check %s and", rows[i].culprit);
        EXPECT_EQUAL(hs_assess(&none, engine, text, (size_t)length, NULL, &error), HS_INPUT);
        if (strstr(error.en, wanted) == NULL) EXPECT_TEXT(error.en, wanted);
    }
}

/* What a result takes for granted is said, and nothing that it does not. */
static void test_assumptions(void) {
    static const struct {
        const char *document;
        int32_t count;
        const char *last;
    } rows[] = {
        {"{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\"],\"facts\":{}}", 2,
         "the total over all years assumes that later years are like this one"},
        {"{\"locations\":[\"330206\"],\"facts\":{}}", 3, "no date was given: assessed as of today in China"},
        {"{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\",\"330203\"],\"facts\":{}}", 3,
         "what was not stated place by place is taken to be the same everywhere"},
        {"{\"as_of\":\"2023-06-30\",\"locations\":[\"330206\",\"330203\"],\"facts\":{},\"facts_at\":{\"330206\":{\"here\":true}}}", 2,
         "the total over all years assumes that later years are like this one"},
    };
    const hs_options options = {.today = {2023, 5, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_assessment *of;
        EXPECT_EQUAL(hs_assess(&of, engine, rows[i].document, strlen(rows[i].document), &options, NULL), HS_OK);
        const hs_result *result = hs_assessment_result(of);
        EXPECT_EQUAL(result->assumption_count, rows[i].count);
        EXPECT_TEXT(result->assumptions[result->assumption_count - 1].en, rows[i].last);
        hs_assessment_free(of);
    }
}

/* Amounts that leave 64 bits, each alone in its policy: at the low end, and at the high one only. */
static const hs_measure large[] = {
    MEASURE(twice, CLAUSE("1"), TITLE("两倍", "Twice"), FREE, .pays = PERCENT(200, x)),
    MEASURE(rate, CLAUSE("2"), TITLE("浮动比例", "Percent of"), FREE, .pays = PERCENT_OF(r, x)),
    MEASURE(million_each, CLAUSE("3"), TITLE("每人百万", "A million each"), FREE, .pays = EACH(WAN(100), n)),
    MEASURE(added, CLAUSE("4"), TITLE("相加", "Plus"), FREE, .pays = PLUS(x, YUAN(1))),
    MEASURE(rounded, CLAUSE("5"), TITLE("进一", "Rounded up"), FREE, .pays = ROUND_UP(100, x)),
    MEASURE(records, CLAUSE("6"), TITLE("合计", "Sum"), FREE, .pays = SUM(sites, ALWAYS, FIELD(sites, cost))),
    MEASURE(years, CLAUSE("7"), TITLE("三年", "Three years"), .kind = CASH, .basis = FORMULA, .per = YEARLY, .when = ALWAYS, .pays = x,
            .years = 3),
    MEASURE(tiers_of_twice, CLAUSE("8"), TITLE("两倍分档", "Tiers of twice"), FREE,
            .pays = TIERS(PERCENT(200, x), FROM(YUAN(5), YUAN(1)), FROM(YUAN(50), YUAN(2)))),
};

static int alone; /* the standing of the first */
static hs_error why;

static int assess_alone(const hs_measure *of, int32_t count, const char *facts) {
    char document[1024];
    hs_engine *own = NULL;
    hs_assessment *result = NULL;
    why = (hs_error){0};
    hs_policy policy = *huisuan_policy_synthetic();
    policy.measures = of, policy.measure_count = count;
    snprintf(document, sizeof document, "{'as_of':'2023-06-30','locations':['330206'],'facts':{%s}}", facts);
    for (char *c = document; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, NULL), HS_OK);
    int status = hs_assess(&result, own, document, strlen(document), NULL, &why);
    if (status != HS_OK) EXPECT_HOLDS(why.en, "beyond what can be computed");
    alone = status == HS_OK ? hs_assessment_result(result)->places[0].policies[0].measures[0].standing : 0;
    hs_assessment_free(result);
    hs_engine_free(own);
    return status;
}

static void test_large(void) {
    /* Which fact the message names; of amounts over years none. */
    static const char *const named[] = {"check \"x\"", "check \"x\"",     "check \"n\"", "check \"x\"",
                                        "check \"x\"", "check \"sites\"", "the amount",  "check \"x\""};
    static const struct {
        int measure;
        const char *facts;
        int status;
    } rows[] = {
        {0, "'x':'46116860184273879.03'", HS_OK},
        {0, "'x':'46116860184273879.04'", HS_INPUT},
        {0, "'x':{'max':'46116860184273879.04'}", HS_INPUT},
        {1, "'r':200,'x':'46116860184273879.03'", HS_OK},
        {1, "'r':200,'x':'46116860184273879.04'", HS_INPUT},
        {1, "'r':200,'x':{'max':'46116860184273879.04'}", HS_INPUT},
        {2, "'n':92233720368", HS_OK},
        {2, "'n':92233720369", HS_INPUT},
        {2, "'n':{'max':92233720369}", HS_INPUT},
        {3, "'x':'92233720368547757.06'", HS_OK},
        {3, "'x':'92233720368547757.07'", HS_INPUT},
        {3, "'x':{'max':'92233720368547757.07'}", HS_INPUT},
        {4, "'x':'92233720368547700'", HS_OK},
        {4, "'x':'92233720368547700.01'", HS_INPUT},
        {4, "'x':{'max':'92233720368547700.01'}", HS_INPUT},
        {5, "'sites':[{'cost':'46116860184273879.03'},{'cost':'46116860184273879.03'}]", HS_OK},
        {5, "'sites':[{'cost':'46116860184273879.04'},{'cost':'46116860184273879.04'}]", HS_INPUT},
        {5, "'sites':[{'cost':{'max':'46116860184273879.04'}},{'cost':'46116860184273879.04'}]", HS_INPUT},
        {6, "'x':'30744573456182586.02'", HS_OK},
        {6, "'x':'30744573456182586.03'", HS_INPUT},
        {6, "'x':{'max':'30744573456182586.03'}", HS_INPUT},
        {7, "'x':{'min':10,'max':'46116860184273879.03'}", HS_OK},
        {7, "'x':{'min':10,'max':'46116860184273879.04'}", HS_INPUT}, /* the key's ends cross: no tier is reached */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(assess_alone(&large[rows[i].measure], 1, rows[i].facts), rows[i].status);
        if (rows[i].status != HS_OK) EXPECT(strstr(why.en, named[rows[i].measure]) != NULL);
        if (checks_failed > before) printf("  with %s: %s\n", rows[i].facts, why.en);
    }
    const hs_measure both[] = {large[1], large[4]}; /* each fits, and their sum does not */
    EXPECT_EQUAL(assess_alone(both, 2, "'r':100,'x':'46116860184273800'"), HS_OK);
    EXPECT_EQUAL(assess_alone(both, 2, "'r':100,'x':'46116860184273900'"), HS_INPUT);
}

/* A percentage on the greater side, exact too. */
static const hs_measure bounded[] = {
    MEASURE(at_most, CLAUSE("1"), TITLE("不高于", "At most"), RULE, .when = AT_MOST(x, PERCENT(130, y))),
    MEASURE(less_than, CLAUSE("2"), TITLE("低于", "Less than"), RULE, .when = LESS_THAN(x, PERCENT(130, y))),
    MEASURE(since_alone, CLAUSE("3"), TITLE("自某日起", "Since"), RULE, .when = SINCE(2023, 06, 30))};

static void test_percent_above(void) {
    static const struct {
        int measure;
        const char *facts;
        int standing;
    } rows[] = {{0, "'x':130,'y':100", E},
                {0, "'x':130.01,'y':100", I},
                {0, "'x':0.01,'y':0.01", E},
                {0, "'x':0.02,'y':0.01", I},
                {0, "'y':100", U},
                {1, "'x':129.99,'y':100", E},
                {1, "'x':130,'y':100", I},
                {1, "'x':0.01,'y':0.01", E},
                {1, "'x':0.02,'y':0.01", I},
                {1, "'x':5", U},
                {2, "", E}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        EXPECT_EQUAL(assess_alone(&bounded[rows[i].measure], 1, rows[i].facts), HS_OK);
        EXPECT_EQUAL(alone, rows[i].standing);
    }
}

static void test_words(void) {
    const hs_place_result *place = assess_document("'x':90,'level':'low'", "");
    const hs_reason *why = measure_in(place, "at_least")->why;
    EXPECT_TEXT(why->rule.zh, "金额不低于 100 元");
    EXPECT_TEXT(why->rule.en, "Amount x is at least 100 yuan");
    EXPECT_EQUAL(why->gap, 1000);
    EXPECT_EQUAL(measure_in(place, "more_than")->why->gap, 1001);
    EXPECT_TEXT(measure_in(place, "growth")->why->rule.zh, "金额超过 另一金额的 130%");
    EXPECT_TEXT(measure_in(place, "has")->why->rule.zh, "类型包括：一或三");
    EXPECT_TEXT(measure_in(place, "cap")->formula.zh, "金额，封顶 600 元");
    EXPECT_TEXT(measure_in(place, "either")->formula.zh, "若（甲）则 金额，否则 5 元");
    EXPECT_TEXT(measure_in(place, "either")->formula.en, "if (Fact p) then amount x, else 5 yuan");
    EXPECT_TEXT(measure_in(place, "in_yuan")->formula.zh, "美元按每 100 美元折合 比例 元折算");
    EXPECT_TEXT(measure_in(place, "round_up")->formula.zh, "金额，不足 100 元 的进一");
    EXPECT_TEXT(measure_in(place, "by")->formula.en, "by level: High, 100 yuan; Low, 50 yuan; None, 0 yuan");
    EXPECT_TEXT(measure_in(place, "up_to")->high_end.zh, "文件写明的上限，由主管部门在此以内核定");
    EXPECT_TEXT(measure_in(place, "each")->high_end.en, "it also depends on what you have yet to state: people n");
    EXPECT_EQUAL(measure_in(place, "at_least")->near, 1);
    EXPECT_EQUAL(measure_in(place, "in")->near, 0);
}

int main(void) {
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, &error), HS_OK);
    if (error.code != 0) printf("%s: %s\n", error.path, error.en);
    test_conditions();
    test_amounts();
    test_schedules();
    test_totals();
    test_places_and_checks();
    test_own_policy();
    test_overflow();
    test_assumptions();
    test_large();
    test_percent_above();
    test_words();
    hs_assessment_free(assessment);
    hs_engine_free(engine);
    return checks_end();
}
