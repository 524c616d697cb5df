/* Budgets: sums and their bounds, who opens a total widest, policies not in force, envelopes at their edge. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>
#include <stdlib.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"});

enum { MEASURES = 2 };

static hs_engine *engine;

/* One applicant at one place with one policy of two measures. */
struct one {
    hs_interval first_years[MEASURES][2];
    hs_measure_result measures[MEASURES];
    hs_policy_result policy;
    hs_place_result place;
    hs_result result;
};

static void fill(struct one *one, hs_interval total) {
    const hs_policy *policy = huisuan_policy_synthetic();
    *one = (struct one){.policy = {.policy = policy, .in_force = HS_TRUE, .measures = one->measures, .count = MEASURES}};
    for (int i = 0; i < MEASURES; i++)
        one->measures[i] = (hs_measure_result){.measure = &policy->measures[i],
                                               .id = i == 0 ? "synthetic.a" : "synthetic.b",
                                               .standing = HS_ELIGIBLE,
                                               .has_amount = 1,
                                               .schedule = one->first_years[i]};
    one->place = (hs_place_result){
        .adcode = "330206", .name = policy->name, .policies = &one->policy, .policy_count = 1, .total = total, .all_years = total};
    one->result = (hs_result){.places = &one->place, .count = 1};
}

static hs_budget *begin(void) {
    hs_budget *budget = NULL;
    EXPECT_EQUAL(hs_budget_new(&budget, engine, NULL), HS_OK);
    return budget;
}

static int add(hs_budget *budget, const struct one *one, const char *id, int64_t line) {
    return hs_budget_add(budget, &one->result, id, line, NULL);
}

static int add_total(hs_budget *budget, int64_t low, int64_t high, const char *id, int64_t line) {
    struct one one;
    fill(&one, (hs_interval){low, high});
    return add(budget, &one, id, line);
}

static const hs_budget_place *only_place(const hs_budget *budget) {
    int32_t count;
    const hs_budget_place *places = hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, 1);
    return places;
}

#define EXPECT_INTERVAL(found, least, most) EXPECT_EQUAL((found).low, least), EXPECT_EQUAL((found).high, most)

/* ---- Sums ------------------------------------------------------------------------------------------------------------------------ */

static void test_sums(void) {
    struct one one;
    hs_budget *budget = begin();
    int32_t count = -1;
    hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, 0);
    fill(&one, (hs_interval){100, 300});
    one.place.all_years = (hs_interval){1000, 3000}, one.place.certain = 70;
    one.place.people = (hs_interval){1, 2}, one.place.loans = (hs_interval){5, 6};
    one.measures[0].years = 2, one.measures[0].amount = (hs_interval){30, 50};
    one.first_years[0][0] = (hs_interval){10, 20};
    one.measures[1].standing = HS_UNDETERMINED, one.measures[1].amount = (hs_interval){0, 7}; /* all its years received */
    EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
    one.place.total = (hs_interval){200, 200};
    one.measures[1].standing = HS_INELIGIBLE;
    EXPECT_EQUAL(add(budget, &one, "y", 3), HS_OK);
    one.measures[0].has_amount = 0;
    EXPECT_EQUAL(add(budget, &one, "z", 4), HS_OK);
    const hs_budget_place *place = only_place(budget);
    EXPECT_TEXT(place->adcode, "330206");
    EXPECT_EQUAL(place->applicants, 3);
    EXPECT_EQUAL(place->open, 1);
    EXPECT_INTERVAL(place->total, 500, 700);
    EXPECT_INTERVAL(place->all_years, 3000, 9000);
    EXPECT_EQUAL(place->certain, 210);
    EXPECT_INTERVAL(place->people, 3, 6);
    EXPECT_INTERVAL(place->loans, 15, 18);
    EXPECT_EQUAL(place->count, MEASURES);
    const hs_budget_measure *a = &place->measures[0], *b = &place->measures[1];
    EXPECT_TEXT(a->id, "synthetic.a");
    EXPECT(a->eligible == 3 && a->undetermined == 0 && a->ineligible == 0 && a->unbounded == 0);
    EXPECT_INTERVAL(a->year, 20, 40);
    EXPECT_INTERVAL(a->whole, 60, 100);
    EXPECT(b->eligible == 0 && b->undetermined == 1 && b->ineligible == 2);
    EXPECT_INTERVAL(b->year, 0, 0);
    EXPECT_INTERVAL(b->whole, 0, 7);
    hs_budget_free(budget);
}

/* As many places as come, each with sums and drivers of its own. */
static void test_places(void) {
    enum { PLACES = 70 };
    struct one one;
    hs_budget *budget = begin();
    int32_t count;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < PLACES; i++) {
            char adcode[20], id[64];
            snprintf(adcode, sizeof adcode, "3302%02d", i);
            snprintf(id, sizeof id, "an id of some length, of the place %s", adcode);
            fill(&one, (hs_interval){i, 2 * i + 1});
            one.place.adcode = adcode; /* not kept */
            EXPECT_EQUAL(add(budget, &one, id, round), HS_OK);
            memset(adcode, 'x', sizeof adcode);
        }
    const hs_budget_place *places = hs_budget_places(budget, &count);
    EXPECT_EQUAL(count, PLACES);
    for (int i = 0; i < count; i++) {
        char adcode[20], id[64];
        snprintf(adcode, sizeof adcode, "3302%02d", i);
        snprintf(id, sizeof id, "an id of some length, of the place %s", adcode);
        EXPECT_TEXT(places[i].adcode, adcode);
        EXPECT_INTERVAL(places[i].total, 2 * i, 4 * i + 2);
        EXPECT_EQUAL(places[i].applicants, 2);
        EXPECT_EQUAL(places[i].count, MEASURES);
        EXPECT_EQUAL(places[i].driver_count, 2);
        EXPECT_TEXT(places[i].drivers[0].id, id);
        EXPECT_TEXT(places[i].drivers[1].id, id);
    }
    hs_budget_free(budget);
}

/* Budgets of a few applicants each, one behind the other, come to the same as one of them all: places as first met, of equal drivers the first. */
static void test_merge(void) {
    enum { APPLICANTS = 90, BLOCK = 7 };
    hs_budget *whole = begin(), *merged = begin(), *block = begin();
    for (int i = 0; i < APPLICANTS; i++) {
        char adcode[20], id[20];
        struct one one;
        snprintf(adcode, sizeof adcode, "3302%02d", 10 + i * i % 11);
        snprintf(id, sizeof id, "A%d", i);
        fill(&one, (hs_interval){i, i % 5 == 0 ? HS_UNBOUNDED : i + i % 4});
        one.place.adcode = adcode, one.place.certain = i, one.place.people = one.place.loans = (hs_interval){1, i};
        one.measures[0].years = 1, one.measures[0].standing = i % 3;
        one.measures[0].amount = one.first_years[0][0] = (hs_interval){0, i % 7 == 0 ? HS_UNBOUNDED : i};
        EXPECT_EQUAL(add(whole, &one, id, i), HS_OK);
        EXPECT_EQUAL(add(block, &one, id, i), HS_OK);
        if (i % BLOCK != BLOCK - 1 && i != APPLICANTS - 1) continue;
        EXPECT_EQUAL(hs_budget_merge(merged, block, NULL), HS_OK);
        hs_budget_clear(block);
    }
    char *one = hs_budget_json(whole, 500), *other = hs_budget_json(merged, 500);
    EXPECT_TEXT(other, one);
    EXPECT(strstr(one, "\"adcode\":\"330210\"") < strstr(one, "\"adcode\":\"330211\""));
    free(one);
    free(other);
    hs_budget_free(whole);
    hs_budget_free(merged);
    hs_budget_free(block);
}

/* High ends that do not fit together are no bound, in whichever order they come and however they are split. */
static void test_high_ends(void) {
    enum { COUNT = 3 };
    static const int64_t highs[COUNT] = {HS_UNBOUNDED, HS_UNBOUNDED - 2, HS_UNBOUNDED - 2};
    for (int first = 0; first < COUNT; first++)
        for (int split = 0; split <= COUNT; split++) {
            hs_budget *budget = begin(), *more = begin();
            for (int i = 0; i < COUNT; i++)
                EXPECT_EQUAL(add_total(i < split ? budget : more, 1, highs[(first + i) % COUNT], "x", i), HS_OK);
            EXPECT_EQUAL(hs_budget_merge(budget, more, NULL), HS_OK);
            EXPECT_INTERVAL(only_place(budget)->total, 3, HS_UNBOUNDED);
            hs_budget_free(budget);
            hs_budget_free(more);
        }
}

/* A sum that two budgets do not fit into together. */
static void test_merged_overflow(void) {
    hs_budget *budget = begin(), *more = begin();
    hs_error error = {0};
    EXPECT_EQUAL(add_total(budget, HS_UNBOUNDED - 10, HS_UNBOUNDED - 10, "x", 1), HS_OK);
    EXPECT_EQUAL(add_total(more, 9, 9, "y", 2), HS_OK);
    EXPECT_EQUAL(hs_budget_merge(budget, more, &error), HS_OK);
    hs_budget_clear(more);
    EXPECT_EQUAL(add_total(more, 1, 1, "z", 3), HS_OK);
    EXPECT_EQUAL(hs_budget_merge(budget, more, &error), HS_INPUT);
    EXPECT_TEXT(error.path, "330206");
    hs_budget_free(budget);
    hs_budget_free(more);
}

/* A policy that holds another figure says so. */
static void test_overlay(void) {
    hs_engine *other = NULL;
    hs_budget *budget = NULL;
    EXPECT_EQUAL(hs_engine_new(&other, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(other, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_set(other, "synthetic.cap.cap", "700", NULL), HS_OK);
    EXPECT_EQUAL(hs_budget_new(&budget, other, NULL), HS_OK);
    char *json = hs_budget_json(budget, -1);
    EXPECT_HOLDS(json, "\"overlay\":[{\"name\":\"synthetic.cap.cap\",\"from\":600,\"to\":700}],\"places\":[]}");
    free(json);
    hs_budget_free(budget);
    hs_engine_free(other);
}

/* What has no bound has none in any sum, and stays countable at the low end. */
static void test_unbounded(void) {
    struct one one;
    hs_budget *budget = begin();
    fill(&one, (hs_interval){100, HS_UNBOUNDED});
    one.measures[0].years = 1, one.measures[0].amount = one.first_years[0][0] = (hs_interval){40, HS_UNBOUNDED};
    EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
    EXPECT_EQUAL(add_total(budget, 1, 2, "y", 3), HS_OK);
    const hs_budget_place *place = only_place(budget);
    EXPECT_INTERVAL(place->total, 101, HS_UNBOUNDED);
    EXPECT_EQUAL(place->measures[0].unbounded, 1);
    EXPECT_INTERVAL(place->measures[0].year, 40, HS_UNBOUNDED);
    EXPECT_EQUAL(place->measures[1].unbounded, 0);
    char *json = hs_budget_json(budget, INT64_MAX - 1);
    EXPECT_HOLDS(json, "\"fits\":{\"low\":true,\"high\":false,\"exceeding\":[{\"measure\":\"synthetic.a\",\"low\":false,\"high\":true}]}");
    EXPECT_HOLDS(json, "{\"id\":\"x\",\"line\":2,\"low\":1,\"high\":null,\"spread\":null}");
    free(json);
    hs_budget_free(budget);
}

static void test_overflow(void) {
    hs_error error = {0};
    struct one one;
    for (int last = 0; last < 2; last++) {
        hs_budget *budget = begin();
        EXPECT_EQUAL(add_total(budget, HS_UNBOUNDED - 100, HS_UNBOUNDED - 100, "x", 2), HS_OK);
        fill(&one, (hs_interval){99 + last, 99 + last}); /* the sum is the greatest figure, or what stands for no bound */
        EXPECT_EQUAL(hs_budget_add(budget, &one.result, "y", 3, &error), last == 0 ? HS_OK : HS_INPUT);
        if (last == 0) EXPECT_INTERVAL(only_place(budget)->total, HS_UNBOUNDED - 1, HS_UNBOUNDED - 1);
        hs_budget_free(budget);
    }
    EXPECT_HOLDS(error.en, "a sum is beyond what can be counted");
    EXPECT_TEXT(error.path, "330206");
    for (int field = 0; field < 5; field++) { /* each sum has its own */
        hs_budget *budget = begin();
        fill(&one, (hs_interval){0, 0});
        hs_interval *const sums[] = {&one.place.total, &one.place.all_years, &one.place.people, &one.place.loans};
        if (field < 4) *sums[field] = (hs_interval){HS_UNBOUNDED / 2 + 1, HS_UNBOUNDED};
        if (field == 4) one.place.certain = HS_UNBOUNDED / 2 + 1;
        EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
        EXPECT_EQUAL(add(budget, &one, "y", 3), HS_INPUT);
        hs_budget_free(budget);
    }
    hs_budget *budget = begin();
    fill(&one, (hs_interval){0, 0});
    one.measures[1].years = 1, one.measures[1].amount = (hs_interval){HS_UNBOUNDED / 2 + 1, HS_UNBOUNDED};
    EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
    EXPECT_EQUAL(add(budget, &one, "y", 3), HS_INPUT);
    hs_budget_free(budget);
    budget = begin();
    fill(&one, (hs_interval){0, 0});
    one.measures[1].years = 1, one.measures[1].amount = one.first_years[1][0] = (hs_interval){HS_UNBOUNDED / 2 + 1, HS_UNBOUNDED};
    EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
    EXPECT_EQUAL(add(budget, &one, "y", 3), HS_INPUT);
    hs_budget_free(budget);
}

static void test_not_in_force(void) {
    static const int32_t known[] = {HS_FALSE, HS_UNKNOWN, HS_TRUE};
    for (int i = 0; i < 3; i++) {
        struct one one;
        hs_budget *budget = begin();
        fill(&one, (hs_interval){0, 0});
        one.policy.in_force = known[i];
        one.measures[0].years = 1, one.measures[0].amount = one.first_years[0][0] = (hs_interval){5, 5};
        EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
        const hs_budget_measure *measure = &only_place(budget)->measures[0];
        EXPECT_EQUAL(measure->eligible, known[i] != HS_FALSE);
        EXPECT_EQUAL(measure->ineligible, known[i] == HS_FALSE);
        EXPECT_EQUAL(measure->year.high, known[i] == HS_FALSE ? 0 : 5);
        EXPECT_EQUAL(measure->whole.low, known[i] == HS_FALSE ? 0 : 5);
        hs_budget_free(budget);
    }
}

/* ---- Who opens the total --------------------------------------------------------------------------------------------------------- */

static void test_drivers(void) {
    char id[8];
    hs_budget *budget = begin();
    EXPECT_EQUAL(add_total(budget, 900, 900, "point", 1), HS_OK);
    EXPECT_EQUAL(only_place(budget)->driver_count, 0);
    /* Spreads 1 to 5 twice: the ten that there is room for. */
    for (int i = 0; i < HS_DRIVERS_MAX; i++) {
        snprintf(id, sizeof id, "a%d", i);
        EXPECT_EQUAL(add_total(budget, 100 * i, 100 * i + i % 5 + 1, id, 10 + i), HS_OK);
    }
    static const char *const ten[] = {"a4", "a9", "a3", "a8", "a2", "a7", "a1", "a6", "a0", "a5"};
    const hs_budget_place *place = only_place(budget);
    EXPECT_EQUAL(place->driver_count, HS_DRIVERS_MAX);
    for (int i = 0; i < HS_DRIVERS_MAX; i++) EXPECT_TEXT(place->drivers[i].id, ten[i]);
    EXPECT_EQUAL(place->drivers[1].line, 19);
    EXPECT_INTERVAL(place->drivers[1].total, 900, 905);
    /* As wide as the last comes too late; wider pushes the last out, behind its equals; no bound is the widest. */
    EXPECT_EQUAL(add_total(budget, 0, 1, "late", 30), HS_OK);
    EXPECT_TEXT(only_place(budget)->drivers[HS_DRIVERS_MAX - 1].id, "a5");
    EXPECT_EQUAL(add_total(budget, 0, 3, "equal", 31), HS_OK);
    EXPECT_EQUAL(add_total(budget, 7, HS_UNBOUNDED, NULL, 32), HS_OK);
    static const char *const after[] = {NULL, "a4", "a9", "a3", "a8", "a2", "a7", "equal", "a1", "a6"};
    place = only_place(budget);
    EXPECT_EQUAL(place->driver_count, HS_DRIVERS_MAX);
    EXPECT(place->drivers[0].id == NULL && place->drivers[0].line == 32);
    for (int i = 1; i < HS_DRIVERS_MAX; i++) EXPECT_TEXT(place->drivers[i].id, after[i]);
    EXPECT_EQUAL(place->applicants, 14);
    EXPECT_EQUAL(place->open, 13);
    hs_budget_free(budget);
}

/* ---- Envelopes ------------------------------------------------------------------------------------------------------------------- */

static void expect_json(const hs_budget *budget, int64_t envelope, const char *part) {
    char *json = hs_budget_json(budget, envelope);
    EXPECT(json != NULL && strstr(json, part) != NULL);
    if (json != NULL && strstr(json, part) == NULL) printf("  no %s in %s\n", part, json);
    free(json);
}

static void test_envelopes(void) {
    struct one one;
    hs_budget *budget = begin();
    fill(&one, (hs_interval){10000, 30000});
    for (int i = 0; i < MEASURES; i++) one.measures[i].years = 1;
    one.measures[0].amount = one.first_years[0][0] = (hs_interval){10000, 20000};
    one.measures[1].amount = one.first_years[1][0] = (hs_interval){0, 30001};
    EXPECT_EQUAL(add(budget, &one, "x", 2), HS_OK);
    expect_json(budget, 30001, "\"envelope\":300.01,\"places\"");
    expect_json(budget, 30001, "\"fits\":{\"low\":true,\"high\":true,\"exceeding\":[]}");
    expect_json(budget, 30000,
                "\"fits\":{\"low\":true,\"high\":true,\"exceeding\":[{\"measure\":\"synthetic.b\",\"low\":false,\"high\":true}]}");
    expect_json(budget, 29999, "\"fits\":{\"low\":true,\"high\":false,");
    expect_json(budget, 20000, "\"exceeding\":[{\"measure\":\"synthetic.b\"");
    expect_json(budget, 19999, "\"exceeding\":[{\"measure\":\"synthetic.a\",\"low\":false,\"high\":true}");
    expect_json(budget, 10000, "\"fits\":{\"low\":true,\"high\":false,\"exceeding\":[{\"measure\":\"synthetic.a\",\"low\":false,");
    expect_json(budget, 9999, "\"fits\":{\"low\":false,\"high\":false,\"exceeding\":[{\"measure\":\"synthetic.a\",\"low\":true,");
    expect_json(budget, -1, "\"loans\":{\"low\":0,\"high\":0},\"measures\"");
    hs_budget_free(budget);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_sums();
    test_places();
    test_merge();
    test_high_ends();
    test_merged_overflow();
    test_overlay();
    test_unbounded();
    test_overflow();
    test_not_in_force();
    test_drivers();
    test_envelopes();
    hs_engine_free(engine);
    return checks_end();
}
