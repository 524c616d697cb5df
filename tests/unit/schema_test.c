/* The names that a document may use: every measure, and each matter once, of policies that are here and of those only known of. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdlib.h>

TOPIC(schema_topic, 1, "测试", "Test");
MONEY_FACT(x, "金额", "Amount x", schema_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test."));

#define PAID .kind = CASH, .basis = FORMULA, .per = ONCE, .when = ALWAYS, .pays = x

static const hs_measure measures[] = {
    MEASURE(a, CLAUSE("1"), TITLE("甲", "A"), PAID, .matter = "first"),
    MEASURE(b, CLAUSE("2"), TITLE("乙", "B"), PAID),
    MEASURE(c, CLAUSE("3"), TITLE("丙", "C"), PAID, .matter = "second"),
    MEASURE(d, CLAUSE("4"), TITLE("丁", "D"), PAID, .matter = "first"),
};
static const hs_measure others[] = {
    MEASURE(e, CLAUSE("1"), TITLE("戊", "E"), PAID, .matter = "second"),
    MEASURE(f, CLAUSE("2"), TITLE("己", "F"), PAID, .matter = "third"),
    MEASURE(g, CLAUSE("3"), TITLE("庚", "G"), PAID),
    MEASURE(h, CLAUSE("4"), TITLE("辛", "H"), PAID, .matter = "third"),
};
static const hs_silence silences[] = {NOTHING("5", "只是目标", "An aim only")};

POLICY(schema, .version = "1.0.0", .adcode = "999907", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31));

static hs_engine *engine_with(const hs_measure *list, int32_t count) {
    static hs_policy policies[3];
    static int used;
    hs_policy *policy = &policies[used++];
    hs_engine *engine = NULL;
    *policy = *huisuan_policy_schema();
    policy->measures = list, policy->measure_count = count;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, policy, NULL, NULL), HS_OK);
    return engine;
}

static void check_names(const hs_engine *engine, const char *wanted) {
    char *schema = hs_engine_schema_json(engine, NULL);
    EXPECT(schema != NULL && strstr(schema, wanted) != NULL);
    if (strstr(schema, wanted) == NULL)
        printf("  %.400s\n", strstr(schema, "\"measure\":") == NULL ? schema : strstr(schema, "\"measure\":{\"type"));
    free(schema);
}

int main(void) {
    static hs_policy other;
    hs_engine *engine = engine_with(measures, 4);
    check_names(engine, "\"measure\":{\"type\":\"string\",\"enum\":[\"schema.a\",\"schema.b\",\"schema.c\",\"schema.d\"]},"
                        "\"matter\":{\"type\":\"string\",\"enum\":[\"first\",\"second\"]}");
    other = *huisuan_policy_schema();
    other.id = "other", other.adcode = "999908", other.measures = others, other.measure_count = 4;
    EXPECT_EQUAL(hs_engine_learn(engine, &other, NULL), HS_OK);
    check_names(engine,
                "\"measure\":{\"type\":\"string\",\"enum\":[\"schema.a\",\"schema.b\",\"schema.c\",\"schema.d\",\"other.e\",\"other.f\","
                "\"other.g\",\"other.h\"]},\"matter\":{\"type\":\"string\",\"enum\":[\"first\",\"second\",\"third\"]}");
    hs_engine_free(engine);
    engine = engine_with(&measures[1], 1);
    check_names(engine, "\"measure\":{\"type\":\"string\",\"enum\":[\"schema.b\"]},\"matter\":false");
    hs_engine_free(engine);
    return checks_end();
}
