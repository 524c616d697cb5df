/* Two versions of a policy over some applicants: what each comes to, and the sums, held against figures worked out by hand. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdlib.h>

TOPIC(effect_topic, 1, "测试", "Test");
#define S effect_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
MONEY_FACT(x, "金额", "Amount x", S);
COUNT_FACT(n, "人数", "People n", S, .unit = {"人", "people"});
YES_NO_FACT(p, "甲", "Fact p", S);
YES_NO_FACT(q, "乙", "Fact q", S);
YES_NO_FACT(s, "丙", "Fact s", S);

#define CASH_ONCE .kind = CASH, .basis = FIXED, .per = ONCE
#define LENT(name)                                                                                                                         \
    MEASURE(name, CLAUSE("3"), TITLE("贷款", "Loan"), .kind = LOAN, .basis = FIXED, .per = ONCE, .when = ALWAYS,                           \
            .pays = EACH(WAN(100000000), n))

/* The earlier version; the later one below: a higher cap, one measure less and one more, a year more, another bound. */
static const hs_measure measures[] = {
    MEASURE(dropped, CLAUSE("1"), TITLE("取消", "Dropped"), CASH_ONCE, .when = p, .pays = YUAN(100)),
    MEASURE(kept, CLAUSE("2"), TITLE("保留", "Kept"), CASH_ONCE, .when = ALWAYS, .pays = CAP(YUAN(600), x)),
    LENT(lent),
    MEASURE(yearly, CLAUSE("4"), TITLE("逐年", "Yearly"), .kind = CASH, .basis = FIXED, .per = YEARLY, .when = s, .pays = YUAN(10),
            .years = 2),
    MEASURE(service, CLAUSE("5"), TITLE("服务", "Service"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = AT_LEAST(x, YUAN(100))),
};
static const hs_measure later[] = {
    MEASURE(kept, CLAUSE("2"), TITLE("保留", "Kept"), CASH_ONCE, .when = ALWAYS, .pays = CAP(YUAN(800), x)),
    LENT(lent),
    MEASURE(yearly, CLAUSE("4"), TITLE("逐年", "Yearly"), .kind = CASH, .basis = FIXED, .per = YEARLY, .when = s, .pays = YUAN(10),
            .years = 3),
    MEASURE(service, CLAUSE("5"), TITLE("服务", "Service"), .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when = AT_LEAST(x, YUAN(600))),
    MEASURE(added, CLAUSE("6"), TITLE("新增", "Added"), CASH_ONCE, .when = q, .pays = YUAN(50)),
};

static const hs_silence silences[] = {NOTHING("7", "只是目标", "An aim only")};

POLICY(effect, .version = "1.0.0", .adcode = "999905", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31));

enum { KEPT, LENT_OUT, YEARLY_PAID, SERVICE, ADDED, DROPPED, MEASURES };

static hs_engine *was, *is;
static hs_effect *effect;

static int add(hs_effect_row *row, const char *day, const char *facts, hs_error *error) {
    char document[512];
    snprintf(document, sizeof document, "{'as_of':'%s','facts':{%s}}", day, facts);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    return hs_effect_add(effect, row, document, strlen(document), NULL, error);
}

#define EXPECT_YUAN(pair, was_low, was_high, is_low, is_high)                                                                              \
    do {                                                                                                                                   \
        EXPECT_EQUAL((pair).was.low, (was_low)*100);                                                                                       \
        EXPECT_EQUAL((pair).was.high, (was_high)*100);                                                                                     \
        EXPECT_EQUAL((pair).is.low, (is_low)*100);                                                                                         \
        EXPECT_EQUAL((pair).is.high, (is_high)*100);                                                                                       \
    } while (0)

/* In yuan. The loan is of no total; what a version that is not in force gives is nothing. */
static void test_rows(void) {
    static const struct {
        const char *day, *facts;
        int32_t change, measures_changed;
        int64_t total[4], whole[4]; /* low and high before, low and high after */
    } rows[] = {
        {"2023-08-01", "'x':700,'n':2,'p':false,'q':false,'s':false", HS_GAINS, 1, {600, 600, 700, 700}, {600, 600, 700, 700}},
        {"2023-08-01", "'x':50,'n':0,'p':false,'q':false,'s':false", HS_SAME, 0, {50, 50, 50, 50}, {50, 50, 50, 50}},
        {"2023-08-01", "'x':50,'n':0,'p':true,'q':false,'s':false", HS_LOSES, 1, {150, 150, 50, 50}, {150, 150, 50, 50}},
        {"2023-08-01", "'x':700,'n':0,'p':true,'q':false,'s':false", HS_SAME, 2, {700, 700, 700, 700}, {700, 700, 700, 700}},
        {"2023-08-01", "'n':1,'p':true,'q':false,'s':false", HS_MIXED, 2, {100, 700, 0, 800}, {100, 700, 0, 800}},
        {"2023-08-01", "'x':300,'n':0,'p':false,'q':true,'s':true", HS_GAINS, 3, {310, 310, 360, 360}, {320, 320, 380, 380}},
        {"2023-08-01", "'x':0,'n':0,'p':false,'q':null,'s':false", HS_GAINS, 1, {0, 0, 0, 50}, {0, 0, 0, 50}},
        {"2023-03-01", "'x':700,'n':3,'p':false,'q':true,'s':false", HS_LOSES, 3, {600, 600, 0, 0}, {600, 600, 0, 0}},
        {"2024-05-01", "'x':800,'n':1,'p':true,'q':false,'s':false", HS_GAINS, 3, {0, 0, 800, 800}, {0, 0, 800, 800}},
    };
    enum { ROWS = sizeof rows / sizeof rows[0] };
    int64_t sums[2][4] = {{0}}, gains = 0, loses = 0, mixed = 0;
    const hs_effect_result *result = hs_effect_get(effect);
    for (size_t i = 0; i < ROWS; i++) {
        hs_effect_row row;
        hs_error error = {0};
        int before = checks_failed;
        EXPECT_EQUAL(add(&row, rows[i].day, rows[i].facts, &error), HS_OK);
        EXPECT(row.name == NULL);
        EXPECT_EQUAL(row.change, rows[i].change);
        EXPECT_EQUAL(row.measures_changed, rows[i].measures_changed);
        EXPECT_YUAN(row.total, rows[i].total[0], rows[i].total[1], rows[i].total[2], rows[i].total[3]);
        EXPECT_YUAN(row.all_years, rows[i].whole[0], rows[i].whole[1], rows[i].whole[2], rows[i].whole[3]);
        EXPECT_EQUAL(row.was_force, strcmp(rows[i].day, "2024") > 0 ? HS_FALSE : HS_TRUE);
        EXPECT_EQUAL(row.is_force, strcmp(rows[i].day, "2023-07") < 0 ? HS_FALSE : HS_TRUE);
        gains += row.change == HS_GAINS, loses += row.change == HS_LOSES, mixed += row.change == HS_MIXED;
        for (int k = 0; k < 4; k++) sums[0][k] += rows[i].total[k], sums[1][k] += rows[i].whole[k];
        EXPECT_EQUAL(result->applicants, i + 1);
        EXPECT_YUAN(result->total, sums[0][0], sums[0][1], sums[0][2], sums[0][3]);
        EXPECT_YUAN(result->all_years, sums[1][0], sums[1][1], sums[1][2], sums[1][3]);
        EXPECT(result->gains == gains && result->loses == loses && result->mixed == mixed);
        if (checks_failed > before) printf("  with %s\n", rows[i].facts);
    }
    EXPECT_EQUAL(result->was_out, 1);
    EXPECT_EQUAL(result->is_out, 1);
}

static void test_measures(void) {
    static const struct {
        const char *was, *is;
        int64_t changed, amount[4];
    } wanted[MEASURES] = {
        [KEPT] = {"kept", "kept", 5, {2200, 2800, 2600, 3400}},
        [LENT_OUT] = {"lent", "lent", 2, {0}},
        [YEARLY_PAID] = {"yearly", "yearly", 1, {20, 20, 30, 30}},
        [SERVICE] = {"service", "service", 3, {0}},
        [ADDED] = {NULL, "added", 2, {0, 0, 50, 100}},
        [DROPPED] = {"dropped", NULL, 3, {300, 300, 0, 0}},
    };
    const hs_effect_result *result = hs_effect_get(effect);
    EXPECT_EQUAL(result->count, MEASURES);
    for (int32_t i = 0; i < result->count; i++) {
        const hs_effect_measure *measure = &result->measures[i];
        int before = checks_failed;
        EXPECT((measure->was == NULL) == (wanted[i].was == NULL) && (measure->is == NULL) == (wanted[i].is == NULL));
        if (measure->was != NULL) EXPECT_TEXT(measure->was->id, wanted[i].was);
        if (measure->is != NULL) EXPECT_TEXT(measure->is->id, wanted[i].is);
        EXPECT_EQUAL(measure->changed, wanted[i].changed);
        if (i != LENT_OUT) EXPECT_YUAN(measure->amount, wanted[i].amount[0], wanted[i].amount[1], wanted[i].amount[2], wanted[i].amount[3]);
        if (checks_failed > before) printf("  of measure %d\n", (int)i);
    }
}

/* A line whose amounts cannot be added leaves all as it was, also the measures before the one that is too great. */
static void test_beyond(void) {
    hs_effect_row row;
    hs_error error = {0};
    const char *great = "'x':700,'n':80000,'p':false,'q':true,'s':true";
    EXPECT_EQUAL(add(&row, "2023-08-01", great, &error), HS_OK);
    for (int i = 0; i < 2; i++) {
        char *before = hs_effect_json(effect);
        EXPECT_EQUAL(add(&row, "2023-08-01", great, &error), HS_INPUT);
        EXPECT_TEXT(error.en, "with this line a sum is beyond what can be computed");
        char *after = hs_effect_json(effect);
        EXPECT_TEXT(after, before);
        free(before);
        free(after);
    }
    EXPECT_EQUAL(add(&row, "2023-08-01", "'x':700,'n':0,'p':false,'q':false,'s':false", &error), HS_OK);
    EXPECT_EQUAL(hs_effect_get(effect)->applicants, 11);
}

static void test_refused(void) {
    hs_effect *other = effect;
    hs_error error = {0};
    EXPECT_EQUAL(hs_effect_new(&other, was, "nobody", is, "effect", "999905", &error), HS_USAGE);
    EXPECT(other == NULL);
    EXPECT_EQUAL(hs_effect_new(&other, was, "effect", is, "nobody", "999905", &error), HS_USAGE);
    EXPECT_EQUAL(hs_effect_new(&other, was, "effect", is, "effect", "99990", &error), HS_USAGE);
    EXPECT(other == NULL);
}

/* One version at the place, the other elsewhere, so that each engine knows the facts of both. */
static hs_engine *engine_of(const hs_policy *here, const hs_policy *version) {
    static hs_policy elsewhere[2];
    static int count;
    hs_policy *other = &elsewhere[count++];
    hs_error error = {0};
    hs_engine *engine = NULL;
    *other = *version;
    other->id = "elsewhere", other->adcode = "999904";
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, here, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, other, NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    return engine;
}

int main(void) {
    hs_error error = {0};
    hs_policy policy = *huisuan_policy_effect();
    policy.measures = later, policy.measure_count = sizeof later / sizeof later[0];
    policy.effective = (hs_date){2023, 7, 1}, policy.expires = (hs_date){2024, 12, 31};
    was = engine_of(huisuan_policy_effect(), &policy);
    is = engine_of(&policy, huisuan_policy_effect());
    EXPECT_EQUAL(hs_effect_new(&effect, was, "effect", is, "effect", "999905", &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    test_rows();
    test_measures();
    test_beyond();
    test_refused();
    hs_effect_free(effect);
    hs_effect_free(NULL);
    hs_engine_free(was);
    hs_engine_free(is);
    return checks_end();
}
