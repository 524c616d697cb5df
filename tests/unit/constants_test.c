/* The figures that a policy sets: their names, each of them set otherwise and back, what a changed one does, and what is refused.
   `constants_test print` writes what constants.txt has to be. */
#include "check.h"
#include "synthetic.h"

#include <huisuan/huisuan.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .checks = CHECKS(y_within_x));

const hs_policy *huisuan_policy_baotou(void);
const hs_policy *huisuan_policy_beilun(void);
const hs_policy *huisuan_policy_chaoyang(void);
const hs_policy *huisuan_policy_ningbo(void);
const hs_policy *huisuan_policy_qingpu(void);

static const hs_policy *(*const regions[])(void) = {huisuan_policy_baotou, huisuan_policy_beilun, huisuan_policy_chaoyang,
                                                    huisuan_policy_ningbo, huisuan_policy_qingpu};
enum { REGIONS = sizeof regions / sizeof regions[0] };

static hs_engine *engine_with(const hs_policy *policy) {
    hs_engine *engine = NULL;
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, policy, NULL, &error), HS_OK);
    return engine;
}

static hs_constants *constants_of(const hs_policy *policy) {
    hs_constants *constants = NULL;
    EXPECT_EQUAL(hs_constants_new(&constants, policy, NULL), HS_OK);
    return constants;
}

/* ---- Names --------------------------------------------------------------------------------------------------------------------- */

static void describe(char out[256], const hs_constant *constant) {
    char figure[64];
    hs_figure_text(figure, sizeof figure, constant->value, constant->type, constant->fact, HS_ZH);
    snprintf(out, 256, "%s %s %s", constant->name, constant->measure->clause, figure);
}

static void test_words(void) {
    static const char *const names[] = {"at_least.x",
                                        "more_than.x",
                                        "at_most.x",
                                        "less_than.x",
                                        "growth.x_rate",
                                        "usd.d",
                                        "rate.r",
                                        "share_at_least.y",
                                        "share_at_least.x_rate",
                                        "share_more_than.plus",
                                        "share_more_than.n",
                                        "share_more_than.n_rate",
                                        "share_more_than.plus_2",
                                        "grew_at_least.y",
                                        "grew_at_least.x_rate",
                                        "grew_more_than.y",
                                        "grew_more_than.x_rate",
                                        "figure.pays",
                                        "percent.rate",
                                        "cap.cap",
                                        "up_to.cap",
                                        "range.low_cap",
                                        "range.high_cap",
                                        "each.each",
                                        "tiers.tier1",
                                        "tiers.tier1_pays",
                                        "tiers.tier2",
                                        "tiers.tier2_pays",
                                        "tiers.tier3",
                                        "tiers.tier3_pays",
                                        "by.high",
                                        "by.low",
                                        "by.none",
                                        "sum.cap",
                                        "sum.rate",
                                        "how_many.each",
                                        "plus.plus",
                                        "plus_count.each",
                                        "plus_count.plus",
                                        "either.else",
                                        "either_count.each",
                                        "either_count.else",
                                        "slice.rate",
                                        "slice.lesser",
                                        "slice.excess",
                                        "top_up.tier1",
                                        "top_up.tier1_pays",
                                        "greatest.greatest",
                                        "full.each",
                                        "full.full",
                                        "full_money.each",
                                        "full_money.full",
                                        "round_down.multiple",
                                        "round_up.multiple",
                                        "round_half_up.multiple",
                                        "first_come.cap",
                                        "tier_rate.tier1",
                                        "tier_rate.tier1_pays",
                                        "tier_rate.tier2",
                                        "tier_rate.tier2_pays",
                                        "by_rate.high",
                                        "by_rate.low",
                                        "by_rate.none",
                                        "if_rate.then",
                                        "if_rate.else",
                                        "each_of.each",
                                        "each_of.each_2",
                                        "each_of.cap",
                                        "excess_count.each",
                                        "excess_count.excess",
                                        "per_mille.rate",
                                        "per_ten_thousand.rate",
                                        "from_day.then",
                                        "from_day.else",
                                        "by_share.tier1",
                                        "by_share.tier1_pays",
                                        "by_share.tier2",
                                        "by_share.tier2_pays",
                                        "by_growth.each",
                                        "by_growth.full",
                                        "by_growth.excess",
                                        "sum_usd.each",
                                        "sum_usd.full",
                                        "sum_count.each",
                                        "excess_usd.each",
                                        "excess_usd.full",
                                        "excess_usd.excess",
                                        "cut_percent.multiple",
                                        "cut_percent.cap",
                                        "cut_percent.rate",
                                        "up_percent.multiple",
                                        "up_percent.rate",
                                        "half_percent.multiple",
                                        "half_percent.rate",
                                        "tier_percent.tier1",
                                        "tier_percent.tier1_rate",
                                        "tier_percent.tier2",
                                        "tier_percent.tier2_rate",
                                        "yearly.pays",
                                        "yearly.years",
                                        "parts.instalment1",
                                        "parts.instalment2",
                                        "parts.instalment3",
                                        "loan.up_to",
                                        "person.pays",
                                        "yielding.pays",
                                        "matter_a.low",
                                        "matter_a.high",
                                        "matter_b.pays"};
    hs_constants *constants = constants_of(huisuan_policy_synthetic());
    int32_t count = (int32_t)(sizeof names / sizeof names[0]);
    EXPECT_EQUAL(hs_constants_count(constants), count);
    for (int32_t i = 0; i < count && i < hs_constants_count(constants); i++) {
        char wanted[64];
        snprintf(wanted, sizeof wanted, "synthetic.%s", names[i]);
        EXPECT_TEXT(hs_constants_get(constants, i)->name, wanted);
    }
    hs_constants_free(constants);
}

/* Two that are alike, one of them called as the number of the other would be. */
static void test_alike(void) {
    static const hs_fact x_2 = {.id = "x_2", .type = HS_MONEY};
    static const hs_node fact = {.op = HS_OP_FACT, .type = HS_MONEY, .fact = &x_fact},
                         other = {.op = HS_OP_FACT, .type = HS_MONEY, .fact = &x_2};
    static const hs_node one = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 1};
    static const hs_node *const sides[] = {&fact, &one}, *const others[] = {&other, &one}, *const backwards[] = {&one, &fact};
    static const hs_node first = {.op = HS_OP_AT_LEAST, .type = HS_TRUTH, .arguments = others, .count = 2};
    static const hs_node second = {.op = HS_OP_AT_LEAST, .type = HS_TRUTH, .arguments = sides, .count = 2};
    static const hs_node third = {.op = HS_OP_AT_MOST, .type = HS_TRUTH, .arguments = backwards, .count = 2};
    static const hs_node *const all[] = {&first, &second, &third, &second};
    static const hs_truth when = {{.op = HS_OP_ALL, .type = HS_TRUTH, .arguments = all, .count = 4}};
    static const hs_measure measure = {.id = "m", .when = &when};
    static const hs_policy policy = {.id = "p", .measures = &measure, .measure_count = 1};
    static const char *const names[] = {"p.m.x_2", "p.m.x", "p.m.x_3", "p.m.x_4"};
    hs_constants *constants = constants_of(&policy);
    EXPECT_EQUAL(hs_constants_count(constants), 4);
    for (int32_t i = 0; i < 4; i++) EXPECT_TEXT(hs_constants_get(constants, i)->name, names[i]);
    hs_constants_free(constants);
}

static void test_regions(void) {
    FILE *golden = fopen(GOLDEN, "r");
    char wanted[256], found[256];
    EXPECT(golden != NULL);
    for (int r = 0; golden != NULL && r < REGIONS; r++) {
        hs_constants *constants = constants_of(regions[r]());
        for (int32_t i = 0; i < hs_constants_count(constants); i++) {
            EXPECT(fgets(wanted, sizeof wanted, golden) != NULL);
            wanted[strcspn(wanted, "\n")] = '\0';
            describe(found, hs_constants_get(constants, i));
            EXPECT_TEXT(found, wanted);
        }
        hs_constants_free(constants);
    }
    EXPECT(golden != NULL && fgets(wanted, sizeof wanted, golden) == NULL);
    if (golden != NULL) fclose(golden);
}

static void print_regions(void) {
    char line[256];
    for (int r = 0; r < REGIONS; r++) {
        hs_constants *constants = constants_of(regions[r]());
        for (int32_t i = 0; i < hs_constants_count(constants); i++) {
            describe(line, hs_constants_get(constants, i));
            puts(line);
        }
        hs_constants_free(constants);
    }
}

/* ---- Every figure set and read back --------------------------------------------------------------------------------------------- */

/* A figure as a document states it. */
static void write_value(char out[64], int64_t value, int32_t type) {
    if (type == HS_COUNT)
        snprintf(out, 64, "%" PRId64, value);
    else
        snprintf(out, 64, "%" PRId64 ".%02d", value / 100, (int)(value % 100));
}

static int set(hs_engine *engine, const hs_constant *constant, int64_t value) {
    char text[64];
    write_value(text, value, constant->type);
    return hs_engine_set(engine, constant->name, text, NULL);
}

static void expect_set(hs_engine *engine, const hs_constants *before, int32_t at, int64_t value) {
    hs_constants *after = constants_of(hs_engine_policy(engine, 0));
    EXPECT_EQUAL(hs_constants_count(after), hs_constants_count(before));
    for (int32_t i = 0; i < hs_constants_count(after); i++) {
        EXPECT_TEXT(hs_constants_get(after, i)->name, hs_constants_get(before, i)->name);
        EXPECT_EQUAL(hs_constants_get(after, i)->value, i == at ? value : hs_constants_get(before, i)->value);
    }
    EXPECT_EQUAL(hs_engine_overlay_count(engine), 1);
    EXPECT_TEXT(hs_engine_overlay(engine, 0)->was.name, hs_constants_get(before, at)->name);
    EXPECT_EQUAL(hs_engine_overlay(engine, 0)->was.value, hs_constants_get(before, at)->value);
    EXPECT_EQUAL(hs_engine_overlay(engine, 0)->to, value);
    hs_constants_free(after);
}

/* Sets one figure a little higher, or else lower, and back; 0 where the policy holds with neither. */
static int vary(hs_engine *engine, const hs_constants *constants, int32_t at, const char *sha256) {
    const hs_constant *constant = hs_constants_get(constants, at);
    int64_t value = constant->value + 1;
    if (set(engine, constant, value) != HS_OK) {
        value = constant->value - 1;
        if (set(engine, constant, value) != HS_OK) {
            EXPECT_EQUAL(hs_engine_overlay_count(engine), 0);
            EXPECT_TEXT(hs_engine_policy_sha256(engine, 0), sha256);
            return 0;
        }
    }
    expect_set(engine, constants, at, value);
    EXPECT(strcmp(hs_engine_policy_sha256(engine, 0), sha256) != 0);
    EXPECT_EQUAL(set(engine, constant, constant->value), HS_OK);
    EXPECT_EQUAL(hs_engine_overlay_count(engine), 0);
    EXPECT_TEXT(hs_engine_policy_sha256(engine, 0), sha256);
    return 1;
}

static void test_every_figure(void) {
    int refused = 0;
    for (int r = 0; r < REGIONS; r++) {
        hs_engine *engine = engine_with(regions[r]());
        hs_constants *constants = constants_of(regions[r]());
        char sha256[65];
        snprintf(sha256, sizeof sha256, "%s", hs_engine_policy_sha256(engine, 0));
        for (int32_t i = 0; i < hs_constants_count(constants); i++) refused += !vary(engine, constants, i, sha256);
        hs_constants_free(constants);
        hs_engine_free(engine);
    }
    EXPECT_EQUAL(refused, 4); /* three instalments, and a tier between 1 and 3 */
}

static void test_together(void) {
    static const hs_setting parts[] = {{"qingpu.opening.instalment1", "40"}, {"qingpu.opening.instalment2", "40"}};
    static const hs_setting tiers[] = {{"chaoyang.platform.tier3", "4"}, {"chaoyang.platform.tier2", "3"}};
    hs_engine *engine = engine_with(huisuan_policy_qingpu());
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_chaoyang(), NULL, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_set_all(engine, parts, 2, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_set_all(engine, tiers, 2, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_beilun(), NULL, NULL), HS_OK); /* before both: they are planned anew */
    EXPECT_EQUAL(hs_engine_overlay_count(engine), 4);
    EXPECT_TEXT(hs_engine_overlay(engine, 0)->was.name, "chaoyang.platform.tier2");
    EXPECT_TEXT(hs_engine_overlay(engine, 1)->was.name, "chaoyang.platform.tier3");
    EXPECT_TEXT(hs_engine_overlay(engine, 2)->was.name, "qingpu.opening.instalment1");
    EXPECT_EQUAL(hs_engine_policy(engine, 2)->measures[1].instalments[0], 40);
    EXPECT_EQUAL(hs_engine_policy(engine, 2)->measures[1].instalments[1], 40);
    EXPECT_EQUAL(huisuan_policy_qingpu()->measures[1].instalments[0], 50);
    hs_engine_free(engine);
}

/* ---- What a changed figure does -------------------------------------------------------------------------------------------------- */

/* The measure of the synthetic policy for an applicant with these facts. */
static const hs_measure_result *assess(hs_assessment **out, const hs_engine *engine, const char *facts, const char *id) {
    char json[256];
    hs_error error = {0};
    snprintf(json, sizeof json, "{\"as_of\": \"2023-06-30\", \"locations\": [\"330206\"], \"facts\": %s}", facts);
    EXPECT_EQUAL(hs_assess(out, engine, json, strlen(json), NULL, &error), HS_OK);
    const hs_place_result *place = &hs_assessment_result(*out)->places[0];
    for (int32_t m = 0; m < place->policies[0].count; m++)
        if (strcmp(place->policies[0].measures[m].id, id) == 0) return &place->policies[0].measures[m];
    return NULL;
}

static int standing(const hs_engine *engine, const char *facts, const char *id) {
    hs_assessment *assessment;
    const hs_measure_result *result = assess(&assessment, engine, facts, id);
    int32_t found = result == NULL ? -1 : result->standing;
    hs_assessment_free(assessment);
    return found;
}

static int64_t amount(const hs_engine *engine, const char *facts, const char *id) {
    hs_assessment *assessment;
    const hs_measure_result *result = assess(&assessment, engine, facts, id);
    int64_t found = result == NULL || result->amount.low != result->amount.high ? -1 : result->amount.low;
    hs_assessment_free(assessment);
    return found;
}

static void test_effects(void) {
    static const hs_setting settings[] = {
        {"synthetic.at_least.x", "200"},       {"synthetic.growth.x_rate", "150"},   {"synthetic.cap.cap", "700.50"},
        {"synthetic.percent.rate", "33.33"},   {"synthetic.tiers.tier2", "800"},     {"synthetic.by.low", "51"},
        {"synthetic.range.high_cap", "150"},   {"synthetic.yearly.years", "2"},      {"synthetic.each.each", "501"},
        {"synthetic.parts.instalment1", "45"}, {"synthetic.parts.instalment3", "25"}};
    hs_engine *engine = engine_with(huisuan_policy_synthetic());
    hs_assessment *assessment;
    EXPECT_EQUAL(standing(engine, "{\"x\": 100}", "synthetic.at_least"), HS_ELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 99.99}", "synthetic.at_least"), HS_INELIGIBLE);
    EXPECT_EQUAL(hs_engine_set_all(engine, settings, 11, NULL), HS_OK);
    EXPECT_EQUAL(standing(engine, "{\"x\": 200}", "synthetic.at_least"), HS_ELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 199.99}", "synthetic.at_least"), HS_INELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 150, \"y\": 100}", "synthetic.growth"), HS_INELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 150.01, \"y\": 100}", "synthetic.growth"), HS_ELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 100.01}", "synthetic.more_than"), HS_ELIGIBLE); /* as before */
    EXPECT_EQUAL(amount(engine, "{\"x\": 1000}", "synthetic.cap"), 70050);
    EXPECT_EQUAL(amount(engine, "{\"x\": 700}", "synthetic.cap"), 70000);
    EXPECT_EQUAL(amount(engine, "{\"x\": 1000}", "synthetic.percent"), 33330);
    EXPECT_EQUAL(amount(engine, "{\"x\": 50.03}", "synthetic.percent"), 1667); /* of 1667.4999 fen */
    EXPECT_EQUAL(amount(engine, "{\"x\": 50}", "synthetic.percent"), 1667);    /* of 1666.5 */
    EXPECT_EQUAL(amount(engine, "{\"x\": 799.99}", "synthetic.tiers"), 2000);
    EXPECT_EQUAL(amount(engine, "{\"x\": 800}", "synthetic.tiers"), 5000);
    EXPECT_EQUAL(amount(engine, "{\"level\": \"low\"}", "synthetic.by"), 5100);
    EXPECT_EQUAL(amount(engine, "{\"level\": \"high\"}", "synthetic.by"), 10000);
    EXPECT_EQUAL(amount(engine, "{\"n\": 3}", "synthetic.each"), 150300);
    EXPECT_EQUAL(amount(engine, "{\"p\": true}", "synthetic.yearly"), 20000);
    const hs_measure_result *range = assess(&assessment, engine, "{\"x\": 1000}", "synthetic.range");
    EXPECT_EQUAL(range->amount.low, 10000);
    EXPECT_EQUAL(range->amount.high, 15000);
    hs_assessment_free(assessment);
    const hs_measure_result *parts = assess(&assessment, engine, "{\"p\": true, \"x\": 100}", "synthetic.parts");
    EXPECT_EQUAL(parts->years, 3);
    EXPECT_EQUAL(parts->schedule[0].low, 4500);
    EXPECT_EQUAL(parts->schedule[1].low, 3000);
    EXPECT_EQUAL(parts->schedule[2].low, 2500);
    hs_assessment_free(assessment);
    hs_engine_free(engine);
}

static void test_marks(void) {
    hs_engine *engine = engine_with(huisuan_policy_synthetic());
    hs_assessment *assessment;
    assess(&assessment, engine, "{}", "synthetic.cap");
    EXPECT_EQUAL(hs_assessment_result(assessment)->overlay_count, 0);
    EXPECT(strstr(hs_assessment_json(assessment, NULL), "overlay") == NULL);
    EXPECT(strstr(hs_assessment_json(assessment, NULL), "现行政策") == NULL);
    hs_assessment_free(assessment);
    EXPECT_EQUAL(hs_engine_set(engine, "synthetic.cap.cap", "700.50", NULL), HS_OK);
    assess(&assessment, engine, "{}", "synthetic.cap");
    const hs_result *result = hs_assessment_result(assessment);
    EXPECT_EQUAL(result->overlay_count, 1);
    EXPECT_EQUAL(result->places[0].policies[0].overlay_count, 1);
    EXPECT_TEXT(result->places[0].policies[0].sha256, hs_engine_policy_sha256(engine, 0));
    EXPECT_TEXT(result->assumptions[0].zh, "假设：synthetic.cap.cap 由 600 元改为 700.50 元，不是现行政策");
    EXPECT_TEXT(result->assumptions[0].en, "What if: synthetic.cap.cap is 700.50 yuan, not 600 yuan; this is not the policy in force");
    EXPECT_HOLDS(hs_assessment_json(assessment, NULL),
                 "\",\"overlay\":[{\"name\":\"synthetic.cap.cap\",\"from\":600,\"to\":700.5}],\"note\":");
    hs_assessment_free(assessment);
    hs_engine_free(engine);
}

/* ---- What is refused -------------------------------------------------------------------------------------------------------------- */

static void test_refused(void) {
    static const struct {
        const char *name, *value, *path, *zh, *en;
    } cases[] = {
        {"synthetic.capp.cap", "1", "synthetic.capp.cap", "没有这个数，是不是 synthetic.cap.cap？", "did you mean synthetic.cap.cap?"},
        {"synthetic.tiers.tier4", "1", "synthetic.tiers.tier4", "这项措施有：synthetic.tiers.tier1, ", "synthetic.tiers.tier3_pays"},
        {"atlantis", "1", "atlantis", "huisuan policy show ID --constants", "lists those of a policy"},
        {"", "1", "", "没有这个数", "there is no such figure"},
        {"synthetic.cap.cap", "80万", "synthetic.cap.cap", "“80万”请写成 800000：", "write \"80万\" as 800000: yuan"},
        {"synthetic.cap.cap", "1.5亿元", "synthetic.cap.cap", "请写成 150000000：", "as 150000000:"},
        {"synthetic.cap.cap", "800,000", "synthetic.cap.cap", "请写成 800000：", "as 800000:"},
        {"synthetic.percent.rate", "40%", "synthetic.percent.rate", "请写成 40：", "as 40: a percentage"},
        {"synthetic.cap.cap", "40%", "synthetic.cap.cap", "读不懂“40%”：应为元", "\"40%\" cannot be read: yuan"},
        {"synthetic.usd.d", "50万美元", "synthetic.usd.d", "请写成 500000：应为美元", "as 500000: US dollars"},
        {"synthetic.yearly.years", "5年", "synthetic.yearly.years", "请写成 5：", "as 5: a whole number"},
        {"synthetic.yearly.years", "五年", "synthetic.yearly.years", "读不懂“五年”", "cannot be read"},
        {"synthetic.cap.cap", "1.234", "synthetic.cap.cap", "读不懂“1.234”", "at most two decimals"},
        {"synthetic.cap.cap", "-1", "synthetic.cap.cap", "读不懂“-1”", "cannot be read"},
        {"synthetic.cap.cap", "1e6", "synthetic.cap.cap", "读不懂“1e6”", "cannot be read"},
        {"synthetic.cap.cap", "1000000000000000000", "synthetic.cap.cap", "读不懂", "cannot be read"},
        {"synthetic.yearly.years", "2.5", "synthetic.yearly.years", "应为不带小数的数", "a whole number is wanted"},
        {"synthetic.yearly.years", "31", "synthetic.yearly.years", "这样改，政策就不成立：", "would not hold: years must be 0 to 30"},
        {"synthetic.tiers.tier1", "1000", "synthetic.tiers.pays", "各档起点应为递增的数", "the tiers begin at rising figures"},
        {"synthetic.parts.instalment1", "60", "synthetic.parts.instalments", "各期相加为 110%", "add up to 110 %"},
        {"synthetic.parts.instalment1", "49.5", "synthetic.parts.instalments", "1 至 100 的百分比", "a percentage from 1 to 100"},
        {"synthetic.percent.rate", "10000.01", "synthetic.percent.pays", "比例应为 0 至 10000%", "a rate is 0 to 10,000 %"},
    };
    hs_engine *engine = engine_with(huisuan_policy_synthetic());
    EXPECT_EQUAL(hs_engine_set(engine, "synthetic.cap.cap", "700", NULL), HS_OK);
    char sha256[65];
    snprintf(sha256, sizeof sha256, "%s", hs_engine_policy_sha256(engine, 0));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        hs_error error = {0};
        const hs_setting both[] = {{"synthetic.each.each", "9"}, {cases[i].name, cases[i].value}};
        EXPECT_EQUAL(hs_engine_set_all(engine, both, 2, &error), HS_USAGE);
        EXPECT_TEXT(error.path, cases[i].path);
        EXPECT(error.line == 0 && error.column == 0);
        check_that(strstr(error.zh, cases[i].zh) != NULL, __FILE__, __LINE__, error.zh);
        check_that(strstr(error.en, cases[i].en) != NULL, __FILE__, __LINE__, error.en);
        EXPECT_TEXT(hs_engine_policy_sha256(engine, 0), sha256);
        EXPECT_EQUAL(hs_engine_overlay_count(engine), 1);
    }
    EXPECT_EQUAL(amount(engine, "{\"x\": 1000}", "synthetic.cap"), 70000);
    hs_engine_free(engine);
}

/* ---- Copies with changes ---------------------------------------------------------------------------------------------------------- */

static const hs_measure *measure_of(const hs_policy *policy, const char *id) {
    for (int32_t m = 0; m < policy->measure_count; m++)
        if (strcmp(policy->measures[m].id, id) == 0) return &policy->measures[m];
    return NULL;
}

static int32_t number_of(const hs_policy *policy, const char *id) { return (int32_t)(measure_of(policy, id) - policy->measures); }

static void test_revision(void) {
    const hs_policy *policy = huisuan_policy_synthetic(), *copy;
    hs_revision *revision = NULL;
    const hs_edit edits[] = {
        {.spot = {HS_PART_WHEN, number_of(policy, "at_least"), 0}, .op = HS_OP_LESS_THAN},
        {.spot = {HS_PART_WHEN, number_of(policy, "at_least"), 0}, .op = HS_OP_MORE_THAN}, /* the later one counts */
        {.spot = {HS_PART_PAYS, number_of(policy, "sum"), 4}, .value = 20000},
        {.spot = {HS_PART_EXPIRES, 0, 0}, .date = {2031, 12, 31}},
    };
    EXPECT_EQUAL(hs_revision_new(&revision, policy, edits, 4, NULL), HS_OK);
    copy = hs_revision_policy(revision);
    EXPECT_EQUAL(measure_of(copy, "at_least")->when->n.op, HS_OP_MORE_THAN);
    EXPECT_EQUAL(measure_of(policy, "at_least")->when->n.op, HS_OP_AT_LEAST);
    EXPECT_EQUAL(hs_policy_node(copy, edits[2].spot)->value, 20000);
    EXPECT_EQUAL(hs_policy_node(policy, edits[2].spot)->value, 10000);
    EXPECT(measure_of(copy, "sum")->pays->n.arguments[1] == measure_of(policy, "sum")->pays->n.arguments[1]);
    EXPECT(measure_of(copy, "cap")->pays == measure_of(policy, "cap")->pays);
    EXPECT_EQUAL(copy->expires.year, 2031);
    hs_engine *engine = engine_with(copy);
    EXPECT_EQUAL(standing(engine, "{\"x\": 100}", "synthetic.at_least"), HS_INELIGIBLE);
    EXPECT_EQUAL(standing(engine, "{\"x\": 100.01}", "synthetic.at_least"), HS_ELIGIBLE);
    EXPECT_EQUAL(amount(engine, "{\"sites\": [{\"ok\": true, \"cost\": 1000}]}", "synthetic.sum"), 20000);
    hs_engine_free(engine);
    hs_revision_free(revision);
}

static void test_spots(void) {
    const hs_policy *policy = huisuan_policy_synthetic();
    const hs_spot nowhere[] = {{HS_PART_WHEN, -1, 0},
                               {HS_PART_WHEN, policy->measure_count, 0},
                               {HS_PART_WHEN, 0, 1},
                               {HS_PART_WHEN, 0, -1},
                               {HS_PART_PAYS, number_of(policy, "fact"), 0},
                               {HS_PART_INSTALMENT, 0, HS_INSTALMENTS_MAX},
                               {HS_PART_YEARS, -1, 0},
                               {0, 0, 0}};
    for (size_t i = 0; i < sizeof nowhere / sizeof nowhere[0]; i++) {
        hs_revision *revision = NULL;
        hs_error error = {0};
        EXPECT_EQUAL(hs_revision_new(&revision, policy, &(const hs_edit){.spot = nowhere[i]}, 1, &error), HS_USAGE);
        EXPECT(revision == NULL && error.en[0] != '\0');
        EXPECT(hs_policy_node(policy, nowhere[i]) == NULL);
    }
    hs_constants *constants = constants_of(policy);
    for (int32_t i = 0; i < hs_constants_count(constants); i++) {
        const hs_constant *constant = hs_constants_get(constants, i);
        const hs_node *node = hs_policy_node(policy, constant->spot);
        EXPECT((node != NULL) == (constant->spot.part <= HS_PART_PAYS));
        if (node != NULL) EXPECT_EQUAL(node->value, constant->value);
    }
    hs_constants_free(constants);
}

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "print") == 0) {
        print_regions();
        return 0;
    }
    test_words();
    test_alike();
    test_regions();
    test_every_figure();
    test_together();
    test_effects();
    test_marks();
    test_refused();
    test_revision();
    test_spots();
    return checks_end();
}
