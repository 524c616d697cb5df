/* The cases of a policy: how they are compared, what they reach, which changes they notice, and the cases made at its bounds. */
#include "check.h"
#include "synthetic.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdlib.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "999900", .name = {"测试地", "Testland"}, .title = {"测试政策", "Test Policy"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .claimable_until = DATE(2024, 03, 31));

static hs_engine *engine;
static hs_suite *suite;
static const hs_mutant *mutants;
static int32_t mutant_count, mutated_with; /* cases; -1: not made yet */

static void begin(void) {
    hs_error error = {0};
    hs_suite_free(suite);
    mutated_with = -1;
    EXPECT_EQUAL(hs_suite_new(&suite, engine, 0, NULL, &error), HS_OK);
}

/* Adds a case written with ' for "; its status. */
static int add(const char *text, hs_error *error) {
    char document[2048];
    snprintf(document, sizeof document, "%s", text);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    return hs_suite_add(suite, document, strlen(document), error);
}

/* An applicant on a day with facts, and what is expected of it in its place. */
static const hs_case *add_case(const char *day, const char *facts, const char *expected) {
    char text[2048];
    hs_error error = {0};
    snprintf(text, sizeof text,
             "{'id':'c','applicant':{'as_of':'%s','locations':['999900'],'facts':{%s}},'expect':{'places':{'999900':%s}}}", day, facts,
             expected);
    int status = add(text, &error);
    if (status != HS_OK) printf("%s: %s: %s\n", text, error.path, error.en);
    EXPECT_EQUAL(status, HS_OK);
    return hs_suite_case(suite, hs_suite_count(suite) - 1);
}

#define MEASURES(rest) "{'policies':{'synthetic':{'measures':{" rest "}}}}"

static void test_comparing(void) {
    static const struct {
        const char *expected, *path, *found, *wanted; /* path NULL: it agrees */
    } rows[] = {
        {MEASURES("'synthetic.figure':{'status':'eligible','amount':{'low':100000,'high':100000}}"), NULL, NULL, NULL},
        {MEASURES("'synthetic.figure':{'amount':{'low':1e5,'high':100000.00}}"), NULL, NULL, NULL},
        {MEASURES("'synthetic.figure':{'amount':{'low':100000.01}}"),
         "/places/999900/policies/synthetic/measures/synthetic.figure/amount/low", "100000", "100000.01"},
        {MEASURES("'synthetic.figure':{'amount':{'low':'100000'}}"),
         "/places/999900/policies/synthetic/measures/synthetic.figure/amount/low", "100000", "\"100000\""},
        {MEASURES("'synthetic.figure':{'amount':null}"), "/places/999900/policies/synthetic/measures/synthetic.figure/amount",
         "{\"low\": 100000, \"high\": 100000}", "null"},
        {MEASURES("'synthetic.figure':{'nonsense':1}"), "/places/999900/policies/synthetic/measures/synthetic.figure/nonsense", NULL, "1"},
        {MEASURES("'synthetic.nobody':{'status':'eligible'}"), "/places/999900/policies/synthetic/measures/synthetic.nobody", NULL,
         "{\"status\": \"eligible\"}"},
        {MEASURES("'synthetic.amount':{'schedule':[{'low':7}]}"), NULL, NULL, NULL},
        {MEASURES("'synthetic.amount':{'schedule':[{'low':7},{}]}"), "/places/999900/policies/synthetic/measures/synthetic.amount/schedule",
         "[{\"low\": 7, \"high\": 7}]", "[{\"low\": 7}, {}]"},
        {MEASURES("'synthetic.amount':{'schedule':[{'low':8}]}"),
         "/places/999900/policies/synthetic/measures/synthetic.amount/schedule[0]/low", "7", "8"},
        {"{'set_aside':{}}", "/places/999900/set_aside", "[", "{}"},
        {MEASURES("'synthetic.fact':{'missing':[]}"), NULL, NULL, NULL}, /* reasons are worked out where they are expected */
    };
    begin();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const hs_case *one = add_case("2023-06-30", "'x':7,'p':true,'q':true", rows[i].expected);
        int before = checks_failed;
        EXPECT_EQUAL(one->passed, rows[i].path == NULL);
        EXPECT_EQUAL(one->count, rows[i].path == NULL ? 0 : 1);
        if (rows[i].path != NULL && one->count == 1) {
            const hs_mismatch *difference = &one->differences[0];
            EXPECT_TEXT(difference->path, rows[i].path);
            EXPECT_TEXT(difference->wanted[0] == '[' || rows[i].found == NULL ? "" : difference->wanted,
                        rows[i].wanted[0] == '[' || rows[i].found == NULL ? "" : rows[i].wanted);
            EXPECT(rows[i].found == NULL ? difference->found == NULL
                                         : strncmp(difference->found, rows[i].found, strlen(rows[i].found)) == 0);
        }
        if (checks_failed > before) printf("  with %s\n", rows[i].expected);
    }
}

static void test_refusals(void) {
    static const struct {
        const char *text, *path;
    } rows[] = {
        {"{'id':'c'", ""},
        {"[]", ""},
        {"{'applicant':{},'expect':{'a':1}}", ""},
        {"{'id':1,'applicant':{},'expect':{'a':1}}", "id"},
        {"{'id':'c','expect':{'a':1}}", ""},
        {"{'id':'c','applicant':[],'expect':{'a':1}}", "applicant"},
        {"{'id':'c','applicant':{}}", ""},
        {"{'id':'c','applicant':{},'expect':{}}", "expect"},
        {"{'id':'c','applicant':{},'expect':{'a':1},'confirm':1}", "confirm"},
        {"{'id':'c','applicant':{},'expects':{'a':1}}", "expects"},
    };
    begin();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_error error = {0};
        EXPECT_EQUAL(add(rows[i].text, &error), HS_INPUT);
        EXPECT_TEXT(error.path, rows[i].path);
    }
    EXPECT_EQUAL(hs_suite_count(suite), 0);
    const hs_case *one = add_case("2023-06-30", "'nobody':1", "{}");
    EXPECT_EQUAL(one->passed, 0);
    EXPECT_TEXT(one->differences[0].path, "applicant.facts.nobody");
    hs_suite *none;
    EXPECT_EQUAL(hs_suite_new(&none, engine, 1, NULL, NULL), HS_USAGE);
    EXPECT(none == NULL);
}

/* How many cases reach a part of a measure; -1: there is no such part. */
static int32_t cases_of(const char *measure, const char *part, const char *wanted) {
    int32_t count;
    const hs_point *points = hs_suite_points(suite, &count);
    for (int32_t i = 0; i < count; i++) {
        bool whole = part == NULL && points[i].whole != 0;
        if (strcmp(points[i].measure->id, measure) != 0 || strcmp(points[i].wanted.en, wanted) != 0) continue;
        if (whole || (part != NULL && points[i].whole == 0 && strstr(points[i].part.en, part) != NULL)) return points[i].cases;
    }
    return -1;
}

static void test_reach(void) {
    begin();
    EXPECT_EQUAL(cases_of("all", NULL, "eligible"), 0);
    add_case("2023-06-30", "'p':true,'q':true", MEASURES("'synthetic.all':{'status':'eligible'}"));
    add_case("2023-06-30", "'p':true,'q':false", MEASURES("'synthetic.all':{'status':'ineligible'}"));
    add_case("2023-06-30", "'p':true", MEASURES("'synthetic.all':{'status':'undetermined'}"));
    EXPECT_EQUAL(cases_of("all", NULL, "eligible"), 1);
    EXPECT_EQUAL(cases_of("all", NULL, "ineligible"), 1);
    EXPECT_EQUAL(cases_of("all", NULL, "undetermined"), 1);
    EXPECT_EQUAL(cases_of("all", "Fact p", "true"), 3);
    EXPECT_EQUAL(cases_of("all", "Fact p", "false"), 0);
    EXPECT_EQUAL(cases_of("all", "Fact q", "unknown"), 1);
    EXPECT_EQUAL(cases_of("any", NULL, "eligible"), 0);        /* nothing is expected of it */
    EXPECT_EQUAL(cases_of("since", NULL, "undetermined"), -1); /* a day is known */
    EXPECT_EQUAL(cases_of("figure", NULL, "ineligible"), -1);  /* everybody has it */
    /* CAP(600, x): both sides; an unknown amount reaches neither. */
    add_case("2023-06-30", "'x':600", MEASURES("'synthetic.cap':{'amount':{'high':600}}"));
    add_case("2023-06-30", "'x':600.01", MEASURES("'synthetic.cap':{'amount':{'high':600}}"));
    add_case("2023-06-30", "", MEASURES("'synthetic.cap':{'amount':{'low':0}}"));
    EXPECT_EQUAL(cases_of("cap", "", "cut"), 1);
    EXPECT_EQUAL(cases_of("cap", "", "not cut"), 1);
    /* TIERS at 500, 1000, 1500 */
    add_case("2023-06-30", "'x':499.99", MEASURES("'synthetic.tiers':{'amount':{'high':0}}"));
    add_case("2023-06-30", "'x':500", MEASURES("'synthetic.tiers':{'amount':{'high':20}}"));
    add_case("2023-06-30", "'x':999.99", MEASURES("'synthetic.tiers':{'amount':{'high':20}}"));
    add_case("2023-06-30", "'x':{'min':1000,'max':1500}", MEASURES("'synthetic.tiers':{'amount':{'low':30}}")); /* either of two */
    EXPECT_EQUAL(cases_of("tiers", "", "below 500 yuan"), 1);
    EXPECT_EQUAL(cases_of("tiers", "", "the tier from 500 yuan"), 2);
    EXPECT_EQUAL(cases_of("tiers", "", "the tier from 1,000 yuan"), 0);
    EXPECT_EQUAL(cases_of("tiers", "", "the tier from 1,500 yuan"), 0);
    add_case("2023-06-30", "'level':'low'", MEASURES("'synthetic.by':{'amount':{'high':50}}"));
    EXPECT_EQUAL(cases_of("by", "Level", "Low"), 1);
    EXPECT_EQUAL(cases_of("by", "Level", "High"), 0);
    /* Two records of one list in one case: each condition once, the cap within the record that qualifies. */
    add_case("2023-06-30", "'sites':[{'ok':true,'cost':201},{'ok':false,'cost':2},{'ok':false,'cost':3}]",
             MEASURES("'synthetic.sum':{'amount':{'low':100}}"));
    EXPECT_EQUAL(cases_of("sum", "Fit", "true"), 1);
    EXPECT_EQUAL(cases_of("sum", "Fit", "false"), 1);
    EXPECT_EQUAL(cases_of("sum", "", "cut"), 1);
    EXPECT_EQUAL(cases_of("sum", "", "not cut"), 0);
    int32_t count, failed = 0;
    hs_suite_points(suite, &count);
    for (int32_t i = 0; i < hs_suite_count(suite); i++) failed += hs_suite_case(suite, i)->passed == 0;
    EXPECT_EQUAL(failed, 0);
}

static const hs_measure counted[] = {
    MEASURE(greatest, CLAUSE("1"), TITLE("就高", "Greatest"), FREE, .pays = GREATEST(x, y, YUAN(5))),
    MEASURE(staff, CLAUSE("2"), TITLE("按人数", "By people"), FREE, .pays = TIERS(n, FROM(COUNT(5), YUAN(1)), FROM(COUNT(9), YUAN(2)))),
};

/* Which of several is the greatest, of equal ones none; and tiers in the unit of their fact. */
static void test_reach_of_forms(void) {
    hs_engine *own, *before = engine;
    hs_policy policy = *huisuan_policy_synthetic();
    policy.measures = counted, policy.measure_count = sizeof counted / sizeof counted[0];
    EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, NULL), HS_OK);
    engine = own;
    begin();
    add_case("2023-06-30", "'x':7,'y':6", MEASURES("'synthetic.greatest':{'amount':{'low':7}}"));
    EXPECT_EQUAL(cases_of("greatest", "amount x", "the greatest"), 1);
    EXPECT_EQUAL(cases_of("greatest", "amount y", "the greatest"), 0);
    add_case("2023-06-30", "'x':6,'y':6", MEASURES("'synthetic.greatest':{'amount':{'low':6}}"));
    add_case("2023-06-30", "'x':4,'y':4.99", MEASURES("'synthetic.greatest':{'amount':{'low':5}}"));
    EXPECT_EQUAL(cases_of("greatest", "amount x", "the greatest"), 1);
    EXPECT_EQUAL(cases_of("greatest", "amount y", "the greatest"), 0);
    EXPECT_EQUAL(cases_of("greatest", "5 yuan", "the greatest"), 1);
    add_case("2023-06-30", "'n':5", MEASURES("'synthetic.staff':{'amount':{'low':1}}"));
    EXPECT_EQUAL(cases_of("staff", "", "below 5 people"), 0);
    EXPECT_EQUAL(cases_of("staff", "", "the tier from 5 people"), 1);
    EXPECT_EQUAL(cases_of("staff", "", "the tier from 9 people"), 0);
    engine = before;
    begin();
    hs_engine_free(own);
}

/* The fate of the changes with a name, one letter each: k killed, s survived, r refused. */
static const char *fates_of(const char *name) {
    static char fates[64];
    int32_t used = 0;
    hs_error error = {0};
    if (mutated_with != hs_suite_count(suite)) EXPECT_EQUAL(hs_suite_mutate(suite, &mutants, &mutant_count, &error), HS_OK);
    mutated_with = hs_suite_count(suite);
    for (int32_t i = 0; i < mutant_count && used < 63; i++)
        if (strcmp(mutants[i].name, name) == 0) fates[used++] = "skr"[mutants[i].fate];
    fates[used] = '\0';
    return fates;
}

/* Each case takes away the change that it is made for, and no other. */
static void test_mutants(void) {
    begin();
    EXPECT_TEXT(fates_of("synthetic.at_least.x"), "ss");
    add_case("2023-06-30", "'x':100", MEASURES("'synthetic.at_least':{'status':'eligible'}"));
    EXPECT_TEXT(fates_of("synthetic.at_least.x"), "sk");       /* 99.99 is not noticed, 100.01 is */
    EXPECT_TEXT(fates_of("synthetic.at_least.when[0]"), "ks"); /* MORE_THAN; left out */
    add_case("2023-06-30", "'x':99.99", MEASURES("'synthetic.at_least':{'status':'ineligible'}"));
    EXPECT_TEXT(fates_of("synthetic.at_least.x"), "kk");
    EXPECT_TEXT(fates_of("synthetic.at_least.when[0]"), "kk");
    EXPECT_TEXT(fates_of("synthetic.all.when[0]"), "s");
    add_case("2023-06-30", "'p':true,'q':false", MEASURES("'synthetic.all':{'status':'ineligible'}"));
    EXPECT_TEXT(fates_of("synthetic.all.when[0]"), "k"); /* ANY */
    EXPECT_TEXT(fates_of("synthetic.all.when[1]"), "s"); /* without p */
    EXPECT_TEXT(fates_of("synthetic.all.when[2]"), "k"); /* without q */
    EXPECT_TEXT(fates_of("synthetic.cap.pays[0]"), "s");
    add_case("2023-06-30", "'x':600.01", MEASURES("'synthetic.cap':{'amount':{'low':600,'high':600}}"));
    EXPECT_TEXT(fates_of("synthetic.cap.pays[0]"), "k");
    EXPECT_TEXT(fates_of("synthetic.cap.cap"), "kk");
    EXPECT_TEXT(fates_of("synthetic.since.when[0]"), "ss");
    add_case("2023-06-30", "", MEASURES("'synthetic.since':{'status':'eligible'},'synthetic.until':{'status':'eligible'}"));
    EXPECT_TEXT(fates_of("synthetic.since.when[0]"), "sk");
    EXPECT_TEXT(fates_of("synthetic.until.when[0]"), "ks");
    EXPECT_TEXT(fates_of("synthetic.in.when[0]"), "ssss"); /* none put in; low or high left out; the whole condition */
    int counts[3] = {0};
    char wanted[100];
    for (int32_t i = 0; i < mutant_count; i++) counts[mutants[i].fate]++;
    snprintf(wanted, sizeof wanted, "\"mutants\":{\"killed\":%d,\"refused\":%d,\"survived\":%d,\"survivors\":[{", counts[HS_KILLED],
             counts[HS_REFUSED], counts[HS_SURVIVED]);
    EXPECT(strstr(hs_suite_json(suite, NULL), wanted) != NULL);
}

/* More cases than there is room for at first. */
static void test_many(void) {
    enum { MANY = 65 };
    begin();
    for (int i = 0; i < MANY; i++) add_case("2023-06-30", "'x':100", MEASURES("'synthetic.at_least':{'status':'eligible'}"));
    EXPECT_EQUAL(hs_suite_count(suite), MANY);
    for (int32_t i = 0; i < MANY; i++) EXPECT_EQUAL(hs_suite_case(suite, i)->passed, 1);
}

static void test_schedules_and_dates(void) {
    begin();
    EXPECT_TEXT(fates_of("synthetic.parts.instalment1"), "ss");
    add_case("2023-06-30", "'p':true,'x':100", MEASURES("'synthetic.parts':{'schedule':[{'low':50},{'low':30},{'low':20}]}"));
    EXPECT_TEXT(fates_of("synthetic.parts.instalment1"), "kk");
    EXPECT_TEXT(fates_of("synthetic.parts.instalment2"), "kk");
    EXPECT_TEXT(fates_of("synthetic.parts.instalment3"), "");
    add_case("2023-06-30", "'p':true", MEASURES("'synthetic.yearly':{'amount':{'low':300}}"));
    EXPECT_TEXT(fates_of("synthetic.yearly.years"), "kk");
    EXPECT_TEXT(fates_of("synthetic.yearly.window"), "ssss");
    add_case("2023-03-01", "", MEASURES("'synthetic.yearly':{'window':{'open':true}}"));
    add_case("2023-05-01", "", MEASURES("'synthetic.yearly':{'window':{'open':false}}"));
    EXPECT_TEXT(fates_of("synthetic.yearly.window"), "sksk");
    static const struct {
        const char *day, *in_force;
    } days[] = {{"2022-12-31", "no"}, {"2023-01-01", "yes"}, {"2023-12-31", "yes"}, {"2024-01-01", "unknown"}, {"2024-03-31", "unknown"}};
    EXPECT_TEXT(fates_of("synthetic.effective"), "ss");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        char expected[100];
        snprintf(expected, sizeof expected, "{'policies':{'synthetic':{'in_force':'%s'}}}", days[i].in_force);
        add_case(days[i].day, "", expected);
    }
    EXPECT_TEXT(fates_of("synthetic.effective"), "kk");
    EXPECT_TEXT(fates_of("synthetic.expires"), "kk");
    EXPECT_TEXT(fates_of("synthetic.claimable_until"), "ks"); /* a day later needs a case of its own */
    for (int32_t i = 0; i < hs_suite_count(suite); i++) EXPECT_EQUAL(hs_suite_case(suite, i)->passed, 1);
}

/* Unconfirmed cases are run and notice nothing. */
static void test_unconfirmed(void) {
    hs_error error = {0};
    begin();
    EXPECT_EQUAL(
        add("{'id':'u','confirm':true,'applicant':{'as_of':'2023-06-30','locations':['999900'],'facts':{'x':100}},'expect':{'places':{"
            "'999900':" MEASURES("'synthetic.at_least':{'status':'eligible'}") "}}}",
            &error),
        HS_OK);
    EXPECT_EQUAL(hs_suite_case(suite, 0)->confirm, 1);
    EXPECT_EQUAL(hs_suite_case(suite, 0)->passed, 1);
    EXPECT_TEXT(fates_of("synthetic.at_least.x"), "ss");
    EXPECT_HOLDS(hs_suite_json(suite, NULL), "{\"policy\":\"synthetic\",\"passed\":0,\"failed\":0,\"unconfirmed\":1,\"failures\":[]");
}

/* Both sides of a threshold, of each tier and of a cap; the days beside each date; and the cases made pass once more. */
static void test_boundaries(void) {
    static const char *const wanted[] = {
        "\"id\":\"synthetic.at_least: x = 99.99\"",
        "\"id\":\"synthetic.at_least: x = 100\"",
        "\"id\":\"synthetic.at_least: x = 100.01\"",
        "\"id\":\"synthetic.more_than: x = 99.99\"",
        "\"id\":\"synthetic.more_than: x = 100\"",
        "\"id\":\"synthetic.more_than: x = 100.01\"",
        "\"id\":\"synthetic.tiers: x = 499.99\"",
        "\"id\":\"synthetic.tiers: x = 500\"",
        "\"id\":\"synthetic.tiers: x = 1499.99\"",
        "\"id\":\"synthetic.cap: x = 599.99\"",
        "\"id\":\"synthetic.cap: x = 600\"",
        "\"id\":\"synthetic.cap: x = 600.01\"",
        "\"id\":\"synthetic: as of 2022-12-31\"",
        "\"id\":\"synthetic: as of 2023-12-31\"",
        "\"id\":\"synthetic: as of 2024-04-01\"",
        "\"id\":\"synthetic.since: as of 2023-06-29\"",
        "\"id\":\"synthetic.until: as of 2023-07-01\"",
        "\"id\":\"synthetic.yearly: as of 2023-02-28\"",
        "\"id\":\"synthetic.by: level = \\\"none\\\"\"",
        "\"id\":\"synthetic.sum: sites[0].cost = 200\"",
        "\"id\":\"synthetic.sum: sites[1].cost = 200\"",
    };
    char *lines;
    int32_t without;
    hs_error error = {0};
    begin();
    add_case("2023-06-30", "'x':101,'p':true,'n':1,'level':'low','sites':[{'ok':true,'cost':1}]",
             MEASURES("'synthetic.at_least':{},'synthetic.more_than':{},'synthetic.tiers':{},'synthetic.cap':{},'synthetic.since':{},"
                      "'synthetic.until':{},'synthetic.yearly':{},'synthetic.by':{},'synthetic.sum':{}"));
    EXPECT_EQUAL(hs_suite_boundaries(suite, &lines, &without, &error), HS_OK);
    EXPECT_EQUAL(without, (int32_t)(sizeof measures / sizeof measures[0]) - 9);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        EXPECT(strstr(lines, wanted[i]) != NULL);
        if (strstr(lines, wanted[i]) == NULL) printf("  %s\n", wanted[i]);
    }
    begin();
    int32_t made = 0;
    for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n"), made++) {
        EXPECT_EQUAL(hs_suite_add(suite, line, strlen(line), &error), HS_OK);
        EXPECT_EQUAL(hs_suite_case(suite, made)->passed, 1);
        EXPECT_EQUAL(hs_suite_case(suite, made)->confirm, 1);
    }
    free(lines);
}

/* Changes that only this makes. */
static void test_edits(void) {
    hs_revision *revision;
    hs_error error = {0};
    const hs_policy *policy = huisuan_policy_synthetic();
    int32_t m = 0;
    while (strcmp(policy->measures[m].id, "cap") != 0) m++;
    const hs_edit dropped = {.spot = {HS_PART_PAYS, m, 0}, .op = HS_EDIT_ARGUMENT, .value = 1};
    EXPECT_EQUAL(hs_revision_new(&revision, policy, &dropped, 1, &error), HS_OK);
    EXPECT(hs_revision_policy(revision)->measures[m].pays->n.fact == &x_fact);
    hs_revision_free(revision);
    const hs_edit beyond = {.spot = {HS_PART_PAYS, m, 0}, .op = HS_EDIT_ARGUMENT, .value = 2};
    EXPECT_EQUAL(hs_revision_new(&revision, policy, &beyond, 1, &error), HS_USAGE);
    const hs_edit dates[] = {{.spot = {HS_PART_CLAIMABLE, 0, 0}, .date = {2024, 4, 1}},
                             {.spot = {HS_PART_WINDOW, m, 1}, .date = {0, 4, 29}}};
    EXPECT_EQUAL(hs_revision_new(&revision, policy, dates, 2, &error), HS_OK);
    EXPECT_EQUAL(hs_revision_policy(revision)->claimable_until.month, 4);
    EXPECT_EQUAL(hs_revision_policy(revision)->measures[m].window.until_day, 29);
    hs_revision_free(revision);
    const hs_edit nowhere = {.spot = {HS_PART_WINDOW, m, 2}};
    EXPECT_EQUAL(hs_revision_new(&revision, policy, &nowhere, 1, &error), HS_USAGE);
}

int main(void) {
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    test_comparing();
    test_refusals();
    test_reach();
    test_reach_of_forms();
    test_mutants();
    test_many();
    test_schedules_and_dates();
    test_unconfirmed();
    test_boundaries();
    test_edits();
    hs_suite_free(suite);
    hs_engine_free(engine);
    return checks_end();
}
