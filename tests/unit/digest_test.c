/* A policy's fingerprint: whatever it says counts, where it lies in memory and which file it came from do not. */
#include "check.h"

#include <huisuan/huisuan.h>

/* A small policy with every part, made anew for each change. */
struct table {
    hs_topic topic;
    hs_value values[2];
    hs_fact fact, list, field;
    hs_node p, x, limit, item, field_node;
    const hs_node *compared[2], *chosen[1], *of_list[2];
    hs_truth when, holds, some;
    hs_money pays;
    hs_texts procedure;
    hs_text steps[1];
    hs_measure measures[2];
    hs_silence silence;
    hs_check check;
    const hs_check *checks[1];
    const char *ids[1];
    hs_limit limits[1];
    hs_policy policy;
};

static void fill(struct table *t) {
    *t = (struct table){
        .topic = {"topic", {"主题", "Topic"}, 1},
        .fact = {.id = "x",
                 .type = HS_MONEY,
                 .change = HS_IN_TIME,
                 .period = HS_AS_OF,
                 .topic = &t->topic,
                 .label = {"金额", "X"},
                 .unit = {"元", "yuan"},
                 .hint = {"提示", "Hint"},
                 .evidence = {"材料", "Paper"}},
        .list = {.id = "l", .type = HS_LIST, .change = HS_NEVER, .period = HS_AS_OF, .topic = &t->topic, .label = {"列表", "L"}},
        .values = {{"one", {"一", "One"}}, {"two", {"二", "Two"}}},
        .field = {.id = "f",
                  .type = HS_CHOICE,
                  .period = HS_AS_OF,
                  .label = {"字段", "F"},
                  .list = &t->list,
                  .values = t->values,
                  .value_count = 2},
        .x = {.op = HS_OP_FACT, .type = HS_MONEY, .fact = &t->fact},
        .limit = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500},
        .compared = {&t->x, &t->limit},
        .when = {{.op = HS_OP_AT_LEAST, .type = HS_TRUTH, .arguments = t->compared, .count = 2}},
        .holds = {{.op = HS_OP_AT_MOST, .type = HS_TRUTH, .arguments = t->compared, .count = 2}},
        .item = {.op = HS_OP_FACT, .type = HS_LIST, .fact = &t->list},
        .field_node = {.op = HS_OP_FACT, .type = HS_CHOICE, .fact = &t->field},
        .p = {.op = HS_OP_IN, .type = HS_TRUTH, .value = 1, .arguments = t->chosen, .count = 1},
        .chosen = {&t->field_node},
        .of_list = {&t->item, &t->p},
        .some = {{.op = HS_OP_SOME, .type = HS_TRUTH, .arguments = t->of_list, .count = 2}},
        .pays = {{.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 700}},
        .steps = {{"审核", "Review"}},
        .procedure = {t->steps, 1},
        .silence = {"二", {"无金额", "No money"}},
        .check = {"check", &t->holds, {"警告", "Warning"}},
        .checks = {&t->check},
        .ids = {"first"},
        .limits = {{.id = "cap", .clause = "三", .title = {"上限", "Ceiling"}, .per = HS_YEARLY, .ceiling = &t->pays}},
    };
    t->measures[0] = (hs_measure){.id = "first",
                                  .clause = "一",
                                  .title = {"措施", "Measure"},
                                  .kind = HS_CASH,
                                  .basis = HS_FIXED,
                                  .per = HS_ONCE,
                                  .when = &t->when,
                                  .pays = &t->pays,
                                  .instalments = {60, 40},
                                  .matter = "matter",
                                  .procedure = t->procedure,
                                  .note = {"说明", "Note"}};
    t->measures[1] = t->measures[0];
    t->measures[1].id = "second";
    t->measures[1].when = &t->some;
    t->policy = (hs_policy){.magic = HS_MAGIC,
                            .abi = HS_ABI_CURRENT,
                            .size = sizeof(hs_policy),
                            .pointer_size = sizeof(void *),
                            .toolchain = HS_TOOLCHAIN,
                            .node_size = sizeof(hs_node),
                            .fact_size = sizeof(hs_fact),
                            .measure_size = sizeof(hs_measure),
                            .id = "policy",
                            .version = "1.0.0",
                            .adcode = "110105",
                            .name = {"某地", "Place"},
                            .title = {"文件", "Document"},
                            .number = "1号",
                            .effective = {2023, 1, 1},
                            .expires = {2023, 12, 31},
                            .note = {"注", "Note"},
                            .measures = t->measures,
                            .measure_count = 2,
                            .silences = &t->silence,
                            .silence_count = 1,
                            .checks = t->checks,
                            .check_count = 1,
                            .limits = t->limits};
}

/* Writes the fingerprint; "" where the engine refuses the table. */
static void fingerprint(char out[65], const hs_policy *policy, const char *file) {
    hs_engine *engine = NULL;
    hs_error error = {0};
    out[0] = '\0';
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    if (hs_engine_add(engine, policy, file, &error) == HS_OK)
        snprintf(out, 65, "%s", hs_engine_policy_sha256(engine, 0));
    else
        printf("%s: %s\n", error.path, error.en);
    hs_engine_free(engine);
}

static char original[65];

#define CHANGED(...)                                                                                                                       \
    do {                                                                                                                                   \
        struct table t;                                                                                                                    \
        char changed[65];                                                                                                                  \
        fill(&t);                                                                                                                          \
        __VA_ARGS__;                                                                                                                       \
        fingerprint(changed, &t.policy, NULL);                                                                                             \
        check_that(strlen(changed) == 64 && strcmp(changed, original) != 0, __FILE__, __LINE__, #__VA_ARGS__);                             \
    } while (0)

static void test_policy(void) {
    CHANGED(t.policy.id = "other");
    CHANGED(t.policy.version = "1.0.1");
    CHANGED(t.policy.adcode = "110106");
    CHANGED(t.policy.name.zh = "别处");
    CHANGED(t.policy.title.en = "Another");
    CHANGED(t.policy.number = "2号");
    CHANGED(t.policy.number = NULL);
    CHANGED(t.policy.effective.day = 2);
    CHANGED(t.policy.expires.month = 10);
    CHANGED(t.policy.expires = (hs_date){0, 0, 0});
    CHANGED(t.policy.duplication = HS_HIGHEST_NO_DUPLICATE);
    CHANGED(t.policy.adjustable = 1);
    CHANGED(t.policy.note = (hs_text){NULL, NULL});
    CHANGED(t.policy.measure_count = 1);
    CHANGED(t.silence.clause = "三");
    CHANGED(t.silence.reason.zh = "不同");
    CHANGED(t.policy.silence_count = 0);
    CHANGED(t.check.id = "other");
    CHANGED(t.check.warning.en = "Other");
    CHANGED(t.holds.n.op = HS_OP_LESS_THAN);
    CHANGED(t.policy.check_count = 0);
    CHANGED(t.policy.claimable_until = (hs_date){2024, 3, 31});
    CHANGED(t.policy.limit_count = 1);
}

static void test_measure(void) {
    CHANGED(t.measures[0].id = "other");
    CHANGED(t.measures[0].clause = "三");
    CHANGED(t.measures[0].title.zh = "别的");
    CHANGED(t.measures[0].kind = HS_LOAN);
    CHANGED(t.measures[0].basis = HS_FORMULA);
    CHANGED(t.measures[0].per = HS_YEARLY);
    CHANGED(t.measures[0].payee = HS_PERSON);
    CHANGED(t.measures[0].when = &t.some);
    CHANGED(t.measures[0].pays = NULL, t.measures[0].kind = HS_IN_KIND, t.measures[0].instalments[0] = t.measures[0].instalments[1] = 0);
    CHANGED(t.measures[0].years = 3, t.measures[0].instalments[0] = t.measures[0].instalments[1] = 0);
    CHANGED(t.measures[0].instalments[0] = 50, t.measures[0].instalments[1] = 50);
    CHANGED(t.measures[0].matter = "other");
    CHANGED(t.measures[0].matter = NULL);
    CHANGED(t.steps[0].en = "Other");
    CHANGED(t.measures[0].procedure.count = 0);
    CHANGED(t.measures[0].department = t.procedure);
    CHANGED(t.measures[0].note.en = "Other");
    CHANGED(t.measures[0].window = (hs_window){3, 1, 4, 30});
    CHANGED(t.measures[0].matter = t.measures[1].matter = NULL, t.measures[1].yields = t.ids, t.measures[1].yield_count = 1);
    CHANGED(t.when.n.op = HS_OP_MORE_THAN);
    CHANGED(t.limit.value = 501);
    CHANGED(t.pays.n.value = 701);
    CHANGED(t.p.value = 2);
}

static void test_facts(void) {
    CHANGED(t.fact.id = "y");
    CHANGED(t.fact.local = 1);
    CHANGED(t.fact.change = HS_NEVER);
    CHANGED(t.fact.period = HS_LAST_YEAR);
    CHANGED(t.fact.period = HS_CALENDAR_YEAR, t.fact.year = 2023);
    CHANGED(t.topic.id = "other");
    CHANGED(t.topic.order = 2);
    CHANGED(t.topic.label.en = "Other");
    CHANGED(t.fact.label.zh = "数");
    CHANGED(t.fact.unit.en = "RMB");
    CHANGED(t.fact.hint.zh = "看");
    CHANGED(t.fact.evidence.en = "Other");
    CHANGED(t.list.label.zh = "表");
    CHANGED(t.field.id = "g");
    CHANGED(t.field.label.en = "G");
    CHANGED(t.values[1].id = "three");
    CHANGED(t.values[1].label.zh = "三");
    CHANGED(t.field.value_count = 1);
}

int main(void) {
    struct table t;
    char again[65];
    fill(&t);
    fingerprint(original, &t.policy, "one");
    /* SHA-256 of the bytes that digest.h describes, worked out apart from the engine. */
    EXPECT_TEXT(original, "e7c875ac8bf0e715f7cdf201ea00b2bccc102778e783b9e80748d8ea2a6f0aa6");
    struct table elsewhere;
    fill(&elsewhere);
    fingerprint(again, &elsewhere.policy, "another");
    EXPECT_TEXT(again, original);
    test_policy();
    test_measure();
    test_facts();
    return checks_end();
}
