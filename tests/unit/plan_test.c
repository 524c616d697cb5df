/* A plan of many steps, which share registers: none is taken for another, whatever they have in common. */
#include "check.h"
#include "engine.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>

TOPIC(plan_topic, 1, "测试", "Test");
#define S plan_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
MONEY_FACT(x, "金额", "Amount x", S);
MONEY_FACT(y, "另一金额", "Amount y", S);
YES_NO_FACT(p, "甲", "Fact p", S);
LIST_FACT(sites, "站点", "Sites", S);
YES_NO_FIELD(sites, ok, "合格", "Fit", AS_OF, HINT("见测试", "See the test."));

static const hs_measure measures[] = {
    MEASURE(model, CLAUSE("1"), TITLE("样本", "Model"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = ALWAYS,
            .pays = PLUS(EACH(YUAN(5), COUNT(1)), IF(ANY(p, AT_LEAST(y, YUAN(0))), x, y))), /* a truth of 1 and a figure of 1 */
};
/* Its first number is what is counted, its first truth a field. */
static const hs_measure counted[] = {
    MEASURE(counted, CLAUSE("1"), TITLE("条数", "How many"), .kind = IN_KIND, .basis = FIXED, .per = ONCE,
            .when = AT_LEAST(HOW_MANY(sites, FIELD(sites, ok)), COUNT(2))),
};
static const hs_silence silences[] = {NOTHING("2", "只是目标", "An aim only")};

POLICY(plan, .version = "1.0.0", .adcode = "999906", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31));

enum { KINDS = 6, MANY = 60 * KINDS };

/* A percentage of x to the fen; it rounded up, down and to the nearest multiple; sums that begin with it. */
static struct tree {
    char id[8];
    hs_node percent;
    const hs_node *of_percent[1], *arguments[3];
    hs_money pays;
} trees[MANY];

static void make_tree(struct tree *tree, int i) {
    static const int32_t ops[KINDS] = {HS_OP_PERCENT, HS_OP_ROUND_UP, HS_OP_ROUND_DOWN, HS_OP_ROUND_HALF_UP, HS_OP_PLUS, HS_OP_PLUS};
    static const int32_t counts[KINDS] = {1, 1, 1, 1, 2, 3};
    int kind = i % KINDS;
    int64_t rate = i / KINDS + 1;
    snprintf(tree->id, sizeof tree->id, "m%d", i);
    *tree->of_percent = &x->n;
    tree->percent = (hs_node){.op = HS_OP_PERCENT, .type = HS_MONEY, .value = rate, .arguments = tree->of_percent, .count = 1};
    tree->arguments[0] = kind == 0 ? &x->n : &tree->percent, tree->arguments[1] = &y->n, tree->arguments[2] = &x->n;
    tree->pays.n = (hs_node){.op = ops[kind], .type = HS_MONEY, .arguments = tree->arguments, .count = counts[kind]};
    if (kind < 4) tree->pays.n.value = kind == 0 ? rate : 10 * rate; /* hundredths of a per cent; fen */
}

static int64_t up_to(int64_t value, int64_t unit) { return (value + unit - 1) / unit * unit; }

/* By the definitions, in fen. */
static int64_t wanted(int i, int64_t of_x, int64_t of_y) {
    int64_t rate = i / KINDS + 1, unit = 10 * rate, product = of_x * rate, half = (product + 5000) / 10000, down = product / 10000;
    switch (i % KINDS) {
    case 0: return half;
    case 1: return up_to(up_to(product, 10000) / 10000, unit);
    case 2: return down / unit * unit;
    case 3: return (down + unit / 2) / unit * unit;
    case 4: return half + of_y;
    default: return half + of_y + of_x;
    }
}

static void test_counted(void) {
    static const char *const documents[] = {"{\"facts\":{\"sites\":[{\"ok\":true},{\"ok\":false}]}}",
                                            "{\"facts\":{\"sites\":[{\"ok\":true},{}]}}",
                                            "{\"facts\":{\"sites\":[{\"ok\":true},{},{\"ok\":true}]}}"};
    static const int32_t standings[] = {HS_INELIGIBLE, HS_UNDETERMINED, HS_ELIGIBLE};
    hs_engine *engine;
    hs_policy policy = *huisuan_policy_plan();
    const hs_options options = {.as_of = {2023, 6, 30}};
    policy.measures = counted, policy.measure_count = 1;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
    for (int i = 0; i < 3; i++) {
        hs_assessment *assessment = NULL;
        EXPECT_EQUAL(hs_assess(&assessment, engine, documents[i], strlen(documents[i]), &options, NULL), HS_OK);
        EXPECT_EQUAL(hs_assessment_result(assessment)->places[0].policies[0].measures[0].standing, standings[i]);
        hs_assessment_free(assessment);
    }
    hs_engine_free(engine);
}

int main(void) {
    static hs_measure many[MANY + 1];
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{\"x\":12345.67,\"y\":89.01,\"p\":null}}";
    hs_engine *engine;
    hs_assessment *assessment = NULL;
    hs_error error = {0};
    hs_policy policy = *huisuan_policy_plan();
    for (int i = 0; i < MANY; i++) {
        make_tree(&trees[i], i);
        many[i] = measures[0], many[i].id = trees[i].id, many[i].pays = &trees[i].pays;
    }
    many[MANY] = measures[0];
    policy.measures = many, policy.measure_count = MANY + 1;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_assess(&assessment, engine, document, sizeof document - 1, NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    /* What is the same is computed once: of each rate the percentage in three roundings, which six amounts share; five steps of the model. */
    EXPECT_EQUAL(engine->policies[0]->plan.step_count, MANY / KINDS * (3 + 3 + 2) + 5);
    EXPECT_EQUAL(engine->policies[0]->plan.input_count, 7); /* x, y, p, the truth of ALWAYS, 0, 1 and 500 */
    const hs_policy_result *result = &hs_assessment_result(assessment)->places[0].policies[0];
    for (int i = 0; i <= MANY; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(result->measures[i].amount.low, i == MANY ? 500 + 1234567 : wanted(i, 1234567, 8901));
        EXPECT_EQUAL(result->measures[i].amount.high, result->measures[i].amount.low);
        if (checks_failed > before) printf("  of %s\n", many[i].id);
    }
    hs_assessment_free(assessment);
    hs_engine_free(engine);
    test_counted();
    return checks_end();
}
