/* Each way in which a policy table can be wrong is refused, with the place and a cure, and leaves the engine as it was. Tables are made
   wrong here by hand: the vocabulary would not let most of them compile. */
#include "check.h"
#include "checker.h"
#include "engine.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

static const hs_topic topic = {"topic", {"主题", "Topic"}, 1};
static const hs_value choices[] = {{"one", {"一", "One"}}, {"two", {"二", "Two"}}};
static const hs_fact fact_p = {
    .id = "p", .type = HS_TRUTH, .change = HS_BY_ACTION, .period = HS_AS_OF, .topic = &topic, .label = {"甲", "P"}};
static const hs_fact fact_x = {
    .id = "x", .type = HS_MONEY, .change = HS_IN_TIME, .period = HS_AS_OF, .topic = &topic, .label = {"金额", "X"}};
static const hs_fact fact_c = {.id = "c",
                               .type = HS_CHOICE,
                               .change = HS_NEVER,
                               .period = HS_AS_OF,
                               .topic = &topic,
                               .label = {"选项", "C"},
                               .values = choices,
                               .value_count = 2};
static const hs_fact fact_l = {.id = "l", .type = HS_LIST, .change = HS_NEVER, .period = HS_AS_OF, .topic = &topic, .label = {"列表", "L"}};
static const hs_fact fact_m = {
    .id = "m", .type = HS_LIST, .change = HS_NEVER, .period = HS_AS_OF, .topic = &topic, .label = {"另一列表", "M"}};
static const hs_fact field_f = {.id = "f", .type = HS_TRUTH, .period = HS_AS_OF, .label = {"字段", "F"}, .list = &fact_l};

static const hs_node node_p = {.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact_p},
                     node_x = {.op = HS_OP_FACT, .type = HS_MONEY, .fact = &fact_x},
                     node_c = {.op = HS_OP_FACT, .type = HS_CHOICE, .fact = &fact_c},
                     node_l = {.op = HS_OP_FACT, .type = HS_LIST, .fact = &fact_l},
                     node_m = {.op = HS_OP_FACT, .type = HS_LIST, .fact = &fact_m},
                     node_f = {.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &field_f},
                     five = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500},
                     seven = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 700},
                     heads = {.op = HS_OP_CONSTANT, .type = HS_COUNT, .value = 5},
                     first = {.op = HS_OP_CONSTANT, .type = HS_CHOICE, .value = 0},
                     nothing = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 0},
                     always = {.op = HS_OP_CONSTANT, .type = HS_TRUTH, .value = 1},
                     rate = {.op = HS_OP_CONSTANT, .type = HS_PERCENTAGE, .value = 3000},
                     third = {.op = HS_OP_CONSTANT, .type = HS_CHOICE, .value = 2};

#define NODES(...)                                                                                                                         \
    .arguments = (const hs_node *const[]){__VA_ARGS__},                                                                                    \
    .count = (int32_t)(sizeof((const hs_node *const[]){__VA_ARGS__}) / sizeof(hs_node *))

static const hs_node rate_of_x = {.op = HS_OP_PERCENT_OF, .type = HS_MONEY, NODES(&rate, &node_x)};

static hs_engine *engine;
static hs_error error;

static hs_measure good_measure(void) {
    static const hs_truth when = {{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact_p}};
    static const hs_money pays = {{.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500}};
    return (hs_measure){.id = "measure",
                        .clause = "一",
                        .title = {"措施", "Measure"},
                        .kind = HS_CASH,
                        .basis = HS_FIXED,
                        .per = HS_ONCE,
                        .when = &when,
                        .pays = &pays};
}

static hs_policy good_policy(const hs_measure *measures, int32_t count) {
    return (hs_policy){.magic = HS_MAGIC,
                       .abi = HS_ABI_CURRENT,
                       .size = sizeof(hs_policy),
                       .pointer_size = sizeof(void *),
                       .toolchain = HS_TOOLCHAIN,
                       .node_size = sizeof(hs_node),
                       .fact_size = sizeof(hs_fact),
                       .measure_size = sizeof(hs_measure),
                       .id = "bad",
                       .version = "1",
                       .adcode = "330206",
                       .name = {"地", "Place"},
                       .title = {"文件", "Document"},
                       .measures = measures,
                       .measure_count = count};
}

#define SIXTY_FOUR "1.0.0-beta+7...................................................."

static void expect_refused(const hs_policy *policy, const char *path, const char *part, int line) {
    memset(&error, 0, sizeof error);
    int status = hs_engine_add(engine, policy, NULL, &error);
    int before = checks_failed;
    EXPECT_EQUAL(status, HS_PLUGIN);
    EXPECT_TEXT(error.path, path);
    EXPECT(error.line == 0 && error.column == 0); /* no place in a file */
    EXPECT(strstr(error.en, part) != NULL);
    EXPECT(error.zh[0] != '\0');
    EXPECT_EQUAL(hs_engine_policy_count(engine), 0);
    EXPECT_EQUAL(hs_engine_fact_count(engine), 0);
    if (checks_failed > before) printf("  from line %d: %s\n", line, error.en);
}

static void test_policies(void) {
    const hs_measure measure = good_measure();
#define REFUSE_POLICY(change, path, part)                                                                                                  \
    do {                                                                                                                                   \
        hs_policy policy = good_policy(&measure, 1);                                                                                       \
        policy.change;                                                                                                                     \
        expect_refused(&policy, path, part, __LINE__);                                                                                     \
    } while (0)
    REFUSE_POLICY(magic = 1, "magic", "wanted");
    REFUSE_POLICY(abi = HS_ABI_CURRENT + 1, "abi", "compile the plugin again");
    REFUSE_POLICY(abi = HS_ABI_MIN - 1, "abi", "compile the plugin again");
    REFUSE_POLICY(size = 8, "size", "wanted");
    REFUSE_POLICY(pointer_size = 2, "pointer_size", "wanted");
    REFUSE_POLICY(toolchain = 30105, "toolchain", "30105");
    REFUSE_POLICY(node_size--, "node_size", "wanted");
    REFUSE_POLICY(fact_size++, "fact_size", "wanted");
    REFUSE_POLICY(measure_size++, "measure_size", "wanted");
    REFUSE_POLICY(id = NULL, "id", "a letter a-z");
    REFUSE_POLICY(id = "Bad", "id", "a letter a-z");
    REFUSE_POLICY(id = "../x", "id", "a letter a-z");
    REFUSE_POLICY(id = "{", "id", "a letter a-z");
    REFUSE_POLICY(version = NULL, "version", "version");
    REFUSE_POLICY(version = "", "version", "version");
    REFUSE_POLICY(version = "1\xff", "version", "letters, digits");
    REFUSE_POLICY(version = "1\"2", "version", "letters, digits");
    REFUSE_POLICY(version = SIXTY_FOUR "5", "version", "1 to 64");
    REFUSE_POLICY(number = "1\x1b[31m", "number", "no control characters");
    REFUSE_POLICY(number = "1\x7f", "number", "no control characters");
    REFUSE_POLICY(number = "1\xc2\x9b", "number", "no control characters");
    REFUSE_POLICY(adcode = "33020", "adcode", "six digits");
    REFUSE_POLICY(adcode = NULL, "adcode", "six digits");
    REFUSE_POLICY(name.en = NULL, "name", "both Chinese and English");
    REFUSE_POLICY(title.zh = NULL, "title", "both Chinese and English");
    REFUSE_POLICY(title.zh = "\xff", "title", "UTF-8");
    REFUSE_POLICY(note.zh = "只有中文", "note", "both Chinese and English");
    REFUSE_POLICY(number = "", "number", "UTF-8");
    REFUSE_POLICY(effective.year = 2023, "effective", "no such day");
    REFUSE_POLICY(expires = ((hs_date){2023, 2, 29}), "expires", "no such day");
    REFUSE_POLICY(claimable_until = ((hs_date){2023, 2, 29}), "claimable_until", "a day after the last one");
    REFUSE_POLICY(duplication = 3, "duplication", "rule");
    REFUSE_POLICY(duplication = -1, "duplication", "rule");
    REFUSE_POLICY(adjustable = 2, "adjustable", "0 or 1");
    REFUSE_POLICY(measures = NULL, "measures", "1 to 1000");
    REFUSE_POLICY(measure_count = 0, "measures", "1 to 1000");
    REFUSE_POLICY(measure_count = 1001, "measures", "1 to 1000");
    REFUSE_POLICY(silence_count = 1, "silences", "grant nothing");
    REFUSE_POLICY(silence_count = -1, "silences", "grant nothing");
    REFUSE_POLICY(silence_count = 1001, "silences", "grant nothing");
    REFUSE_POLICY(check_count = -1, "checks", "checks");
    REFUSE_POLICY(check_count = 1001, "checks", "checks");
    REFUSE_POLICY(check_count = 1, "checks", "checks");
    REFUSE_POLICY(limit_count = -1, "limits", "at most");
    REFUSE_POLICY(limit_count = HS_LIMITS_MAX + 1, "limits", "at most");
    REFUSE_POLICY(limit_count = 1, "limits", "at most");
    hs_policy crossed = good_policy(&measure, 1);
    crossed.effective = (hs_date){2024, 1, 1};
    crossed.expires = (hs_date){2023, 12, 31};
    expect_refused(&crossed, "expires", "before the first", __LINE__);
    expect_refused(NULL, "", "no policy table", __LINE__);
}

static void test_measures(void) {
#define REFUSE_MEASURE(change, path, part)                                                                                                 \
    do {                                                                                                                                   \
        hs_measure measure = good_measure();                                                                                               \
        measure.change;                                                                                                                    \
        const hs_policy policy = good_policy(&measure, 1);                                                                                 \
        expect_refused(&policy, path, part, __LINE__);                                                                                     \
    } while (0)
    REFUSE_MEASURE(id = NULL, "measures[0].id", "a letter a-z");
    REFUSE_MEASURE(id = "a.b", "measures[0].id", "a letter a-z");
    REFUSE_MEASURE(clause = NULL, "bad.measure.clause", "clause is missing");
    REFUSE_MEASURE(clause = "", "bad.measure.clause", "UTF-8");
    REFUSE_MEASURE(title.en = NULL, "bad.measure.title", "both Chinese and English");
    REFUSE_MEASURE(kind = 0, "bad.measure.kind", ".kind is missing");
    REFUSE_MEASURE(note.en = "only", "bad.measure.note", "both Chinese and English");
    REFUSE_MEASURE(kind = HS_RECOGNITION + 1, "bad.measure.kind", ".kind is missing");
    REFUSE_MEASURE(basis = 0, "bad.measure.basis", ".basis is missing");
    REFUSE_MEASURE(basis = 9, "bad.measure.basis", ".basis is missing");
    REFUSE_MEASURE(per = 0, "bad.measure.per", ".per is missing");
    REFUSE_MEASURE(per = HS_PER_EVENT + 1, "bad.measure.per", ".per is missing");
    REFUSE_MEASURE(payee = 2, "bad.measure.payee", "payee");
    REFUSE_MEASURE(payee = -1, "bad.measure.payee", "payee");
    REFUSE_MEASURE(window.from_day = 1, "bad.measure.window", "no such day");
    REFUSE_MEASURE(window.until_month = 1, "bad.measure.window", "no such day");
    REFUSE_MEASURE(window.until_day = 1, "bad.measure.window", "no such day");
    REFUSE_MEASURE(when = NULL, "bad.measure.when", "ALWAYS");
    REFUSE_MEASURE(pays = NULL, "bad.measure.pays", "UNSTATED");
    REFUSE_MEASURE(kind = HS_IN_KIND, "bad.measure.pays", "no .pays");
    REFUSE_MEASURE(years = 31, "bad.measure.years", "0 to 30");
    REFUSE_MEASURE(years = -1, "bad.measure.years", "0 to 30");
    REFUSE_MEASURE(instalments[0] = 99, "bad.measure.instalments", "99 %, 100 % is wanted");
    REFUSE_MEASURE(instalments[0] = -1, "bad.measure.instalments", "1 to 100");
    REFUSE_MEASURE(instalments[0] = 101, "bad.measure.instalments", "1 to 100");
    REFUSE_MEASURE(matter = "Export", "bad.measure.matter", "a letter a-z");
    REFUSE_MEASURE(procedure.count = 1, "bad.measure.procedure", "0 to 100");
    REFUSE_MEASURE(department.count = 101, "bad.measure.department", "0 to 100");
    static const hs_text half[] = {{"一半", NULL}};
    REFUSE_MEASURE(department = ((hs_texts){half, 1}), "bad.measure.department", "both Chinese and English");
    static const char *const ids[] = {"Other"};
    REFUSE_MEASURE(yield_count = -1, "bad.measure.yields", "ids of measures");
    REFUSE_MEASURE(yield_count = 1001, "bad.measure.yields", "ids of measures");
    REFUSE_MEASURE(yield_count = 1, "bad.measure.yields", "ids of measures");
    hs_measure yielding = good_measure();
    yielding.yields = ids;
    yielding.yield_count = 1;
    hs_policy of_one = good_policy(&yielding, 1);
    expect_refused(&of_one, "bad.measure.yields", "a letter a-z", __LINE__);
    hs_measure full = good_measure();
    for (int i = 0; i < HS_INSTALMENTS_MAX; i++) full.instalments[i] = 20;
    of_one = good_policy(&full, 1);
    expect_refused(&of_one, "bad.measure.instalments", "160 %", __LINE__);
    hs_measure both = good_measure();
    both.years = 3;
    both.instalments[0] = 100;
    hs_policy policy = good_policy(&both, 1);
    expect_refused(&policy, "bad.measure.years", "either years or instalments", __LINE__);
    static const hs_money unstated = {{.op = HS_OP_UNSTATED, .type = HS_MONEY}};
    hs_measure silent = good_measure();
    silent.pays = &unstated;
    policy = good_policy(&silent, 1);
    expect_refused(&policy, "bad.measure.basis", "ELSEWHERE", __LINE__);
    const hs_money with_operand = {{.op = HS_OP_UNSTATED, .type = HS_MONEY, NODES(&five)}};
    silent.pays = &with_operand;
    silent.basis = HS_ELSEWHERE;
    expect_refused(&policy, "bad.measure.pays", "UNSTATED has no operands", __LINE__);
    const hs_measure twice[] = {good_measure(), good_measure()};
    policy = good_policy(twice, 2);
    expect_refused(&policy, "bad.measure.id", "another measure", __LINE__);
}

/* Clauses that grant nothing, and the ids that yields and limits name. */
static void test_tables(void) {
    const hs_measure measure = good_measure();
    hs_policy policy = good_policy(&measure, 1);
    hs_silence silence = {.clause = "", .reason = {"理由", "Reason"}};
    policy.silences = &silence;
    policy.silence_count = 1;
    expect_refused(&policy, "silences[0].clause", "UTF-8", __LINE__);
    silence = (hs_silence){.clause = "二", .reason = {"理由", NULL}};
    expect_refused(&policy, "silences[0].reason", "both Chinese and English", __LINE__);
    silence.clause = NULL;
    expect_refused(&policy, "silences[0].clause", "clause is missing", __LINE__);
    static const char *const ids[] = {"other"};
    hs_measure two[] = {good_measure(), good_measure()};
    two[0].yields = ids;
    two[0].yield_count = 1;
    two[1].id = "other";
    two[1].payee = HS_PERSON;
    policy = good_policy(two, 2);
    expect_refused(&policy, "bad.measure.yields", "other is no cash for the applicant", __LINE__);
}

static void test_limits(void) {
    static const hs_money ceiling = {{.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500}};
    static const hs_money people = {{.op = HS_OP_CONSTANT, .type = HS_COUNT, .value = 5}};
    static const char *const ids[] = {"measure"};
    const hs_limit good = {.id = "limit", .clause = "九", .title = {"上限", "Limit"}, .per = HS_ONCE, .ceiling = &ceiling};
    const hs_measure measure = good_measure();
#define REFUSE_LIMIT(change, path, part)                                                                                                   \
    do {                                                                                                                                   \
        hs_limit limits[] = {good, good};                                                                                                  \
        hs_policy policy = good_policy(&measure, 1);                                                                                       \
        policy.limits = limits;                                                                                                            \
        policy.limit_count = 2;                                                                                                            \
        limits[1].id = "second";                                                                                                           \
        limits[1].change;                                                                                                                  \
        expect_refused(&policy, "limits[1]." path, part, __LINE__);                                                                        \
    } while (0)
    REFUSE_LIMIT(id = "Limit", "id", "a letter a-z");
    REFUSE_LIMIT(id = "limit", "id", "another limit has this id");
    REFUSE_LIMIT(clause = NULL, "clause", "clause is missing");
    REFUSE_LIMIT(clause = "", "clause", "UTF-8");
    REFUSE_LIMIT(title.en = NULL, "title", "both Chinese and English");
    REFUSE_LIMIT(note.zh = "只有中文", "note", "both Chinese and English");
    REFUSE_LIMIT(per = HS_PER_EVENT, "per", "YEARLY");
    REFUSE_LIMIT(ceiling = NULL, "ceiling", "the ceiling is missing");
    REFUSE_LIMIT(measure_count = 1, "measures", "OF(…)");
    REFUSE_LIMIT(measures = ids, "measures", "OF(…)");
    REFUSE_LIMIT(ceiling = &people, "ceiling", "another type");
}

static void refuse_tree_at(const hs_node *root, bool amount, const char *path, const char *part, int line) {
    hs_measure measure = good_measure();
    if (amount)
        measure.pays = (const hs_money *)(const void *)root;
    else
        measure.when = (const hs_truth *)(const void *)root;
    const hs_policy policy = good_policy(&measure, 1);
    expect_refused(&policy, path, part, line);
    EXPECT_TEXT(error.clause, "一");
}

static void refuse_tree(const hs_node *root, bool amount, const char *part, int line) {
    refuse_tree_at(root, amount, amount ? "bad.measure.pays" : "bad.measure.when", part, line);
}
#define REFUSE_WHEN(part, ...) refuse_tree(&(const hs_node){__VA_ARGS__}, false, part, __LINE__)
#define REFUSE_PAYS(part, ...) refuse_tree(&(const hs_node){__VA_ARGS__}, true, part, __LINE__)

static void test_trees(void) {
    REFUSE_WHEN("0 is not an operation", .op = 0, .type = HS_TRUTH);
    REFUSE_WHEN("99 is not an operation", .op = 99, .type = HS_TRUTH);
    REFUSE_WHEN("-1 is not an operation", .op = -1, .type = HS_TRUTH);
    REFUSE_WHEN("another type", .op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 1);
    REFUSE_WHEN("not a constant", .op = HS_OP_CONSTANT, .type = HS_TRUTH, .value = 2);
    REFUSE_WHEN("ALL has 0 operands", .op = HS_OP_ALL, .type = HS_TRUTH);
    REFUSE_WHEN("ALL has 33 operands", .op = HS_OP_ALL, .type = HS_TRUTH, .arguments = (const hs_node *const[]){&node_p}, .count = 33);
    REFUSE_WHEN("NOT has 2 operands", .op = HS_OP_NOT, .type = HS_TRUTH, NODES(&node_p, &node_p));
    REFUSE_WHEN("ANY has 2 operands", .op = HS_OP_ANY, .type = HS_TRUTH, .count = 2);
    REFUSE_WHEN("NOT has 1 operands", .op = HS_OP_NOT, .type = HS_TRUTH, .count = 1);
    REFUSE_WHEN("an operand is missing", .op = HS_OP_ANY, .type = HS_TRUTH, NODES(&node_p, NULL));
    REFUSE_WHEN("another type", .op = HS_OP_ANY, .type = HS_TRUTH, NODES(&node_p, &node_x));
    REFUSE_WHEN("both sides are figures", .op = HS_OP_AT_LEAST, .type = HS_TRUTH, NODES(&node_p, &node_p));
    REFUSE_WHEN("both sides are figures", .op = HS_OP_AT_LEAST, .type = HS_TRUTH, NODES(&node_c, &node_c));
    REFUSE_WHEN("another type", .op = HS_OP_AT_LEAST, .type = HS_TRUTH, NODES(&node_x, &heads));
    REFUSE_WHEN("another type", .op = HS_OP_CAP, .type = HS_TRUTH, NODES(&node_p, &node_p));
    REFUSE_WHEN("both sides are figures", .op = HS_OP_AT_LEAST, .type = HS_TRUTH,
                NODES(&((const hs_node){.op = HS_OP_SHARE, .type = HS_PERCENTAGE, NODES(&node_p, &node_p)}), &rate));
    REFUSE_WHEN("no such day", .op = HS_OP_SINCE, .type = HS_TRUTH, .value = -1);
    REFUSE_WHEN("no such day", .op = HS_OP_UNTIL, .type = HS_TRUTH, .value = 99991232);
    REFUSE_WHEN("no such day", .op = HS_OP_UNTIL, .type = HS_TRUTH, .value = 20230229);
    REFUSE_WHEN("directly as a side", .op = HS_OP_MORE_THAN, .type = HS_TRUTH,
                NODES(&node_x, &((const hs_node){.op = HS_OP_PLUS, .type = HS_MONEY, NODES(&five, &rate_of_x)})));
    REFUSE_WHEN("values that the choice does not have", .op = HS_OP_IN, .type = HS_TRUTH, .value = 4, NODES(&node_c));
    REFUSE_WHEN("values that the choice does not have", .op = HS_OP_IN, .type = HS_TRUTH, .value = 0, NODES(&node_c));
    REFUSE_WHEN("another type", .op = HS_OP_HAS, .type = HS_TRUTH, .value = 1, NODES(&node_c));
    REFUSE_WHEN("only within its own list", .op = HS_OP_ALL, .type = HS_TRUTH, NODES(&node_f));
    REFUSE_WHEN("only within its own list", .op = HS_OP_SOME, .type = HS_TRUTH, NODES(&node_m, &node_f));
    REFUSE_WHEN("another type", .op = HS_OP_SOME, .type = HS_TRUTH, NODES(&node_p, &node_f));
    REFUSE_WHEN("the fact is missing", .op = HS_OP_FACT, .type = HS_TRUTH);
    REFUSE_WHEN("another type than its fact", .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact_x);
    REFUSE_WHEN("a list within a list", .op = HS_OP_SOME, .type = HS_TRUTH,
                NODES(&node_l, &((const hs_node){.op = HS_OP_SOME, .type = HS_TRUTH, NODES(&node_m, &node_p)})));
    REFUSE_WHEN(
        "directly as a side", .op = HS_OP_MORE_THAN, .type = HS_TRUTH,
        NODES(&node_x,
              &((const hs_node){.op = HS_OP_CAP,
                                .type = HS_MONEY,
                                NODES(&five, &((const hs_node){.op = HS_OP_PERCENT, .type = HS_MONEY, .value = 3000, NODES(&node_x)}))})));
    REFUSE_PAYS("not a constant", .op = HS_OP_CONSTANT, .type = HS_MONEY, .value = -1);
    REFUSE_PAYS("not a constant", .op = HS_OP_CONSTANT, .type = HS_MONEY, .value = HS_UNBOUNDED);
    REFUSE_PAYS("not a constant", .op = HS_OP_CONSTANT, .type = HS_MONEY, .value = INT64_MAX / 100 + 1);
    const hs_node with_arguments = {.op = HS_OP_CONSTANT, .type = HS_CHOICE, .value = 1, NODES(&five)};
    const hs_node of_another_type = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 1};
    REFUSE_PAYS("a value that the choice does not have", .op = HS_OP_BY, .type = HS_MONEY,
                NODES(&node_c, &first, &five, &with_arguments, &seven));
    REFUSE_PAYS("a value that the choice does not have", .op = HS_OP_BY, .type = HS_MONEY,
                NODES(&node_c, &first, &five, &of_another_type, &seven));
    REFUSE_PAYS("a rate is 0 to 10,000 %", .op = HS_OP_PERCENT, .type = HS_MONEY, .value = 1000001, NODES(&node_x));
    REFUSE_PAYS("a rate is 0 to 10,000 %", .op = HS_OP_PERCENT, .type = HS_MONEY, .value = -1, NODES(&node_x));
    REFUSE_PAYS("another type", .op = HS_OP_EACH, .type = HS_MONEY, NODES(&five, &five));
    REFUSE_PAYS("rising figures", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_x, &seven, &five, &five, &five));
    REFUSE_PAYS("rising figures", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_x, &five, &five, &five, &five));
    REFUSE_PAYS("rising figures", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_x, &node_x, &five));
    REFUSE_PAYS("another type", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_x, &heads, &five));
    REFUSE_PAYS("pairs", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_p, &five, &five));
    REFUSE_PAYS("a choice and pairs", .op = HS_OP_BY, .type = HS_MONEY, NODES(&node_c, &first, &five, &third));
    REFUSE_PAYS("does not have", .op = HS_OP_BY, .type = HS_MONEY, NODES(&node_c, &node_c, &five));
    REFUSE_PAYS("does not have", .op = HS_OP_BY, .type = HS_MONEY,
                NODES(&node_c, &((const hs_node){.op = HS_OP_CONSTANT, .type = HS_CHOICE, .value = -1}), &five));
    REFUSE_PAYS("not a constant", .op = HS_OP_BY, .type = HS_MONEY, NODES(&first, &first, &five));
    REFUSE_PAYS("a multiple is more than 0", .op = HS_OP_ROUND_DOWN, .type = HS_MONEY, .value = 0, NODES(&node_x));
    REFUSE_PAYS("a multiple is more than 0", .op = HS_OP_ROUND_UP, .type = HS_MONEY, .value = INT64_MAX / 100 + 1, NODES(&node_x));
#define REFUSE_COUNT(part, ...)                                                                                                            \
    REFUSE_PAYS(part, .op = HS_OP_EACH, .type = HS_MONEY, NODES(&five, &((const hs_node){.type = HS_COUNT, __VA_ARGS__})))
    REFUSE_COUNT("a percentage is of money", .op = HS_OP_PERCENT, .value = 3000, NODES(&heads));
    REFUSE_COUNT("a figure of more than 0", .op = HS_OP_FULL, NODES(&node_x, &node_x));
    REFUSE_COUNT("a figure of more than 0", .op = HS_OP_FULL, NODES(&nothing, &node_x));
    REFUSE_COUNT("a figure of more than 0", .op = HS_OP_FULL, NODES(&always, &node_p));
    REFUSE_PAYS("pairs", .op = HS_OP_TIERS, .type = HS_MONEY, NODES(&node_x, &five, &five, &seven));
    REFUSE_PAYS("every value has its amount", .op = HS_OP_BY, .type = HS_MONEY, NODES(&node_c, &first, &five));
    REFUSE_PAYS("one twice", .op = HS_OP_BY, .type = HS_MONEY, NODES(&node_c, &first, &five, &first, &five));
    REFUSE_PAYS("does not have", .op = HS_OP_BY, .type = HS_MONEY, NODES(&node_c, &third, &five, &first, &five));
    REFUSE_PAYS("UNSTATED stands alone", .op = HS_OP_UP_TO, .type = HS_MONEY,
                NODES(&((const hs_node){.op = HS_OP_UNSTATED, .type = HS_MONEY})));
    REFUSE_PAYS("another type", .op = HS_OP_PLUS, .type = HS_MONEY, NODES(&five, &heads));
}

/* A tree that contains itself, one that is too deep, and one whose paths would take for ever. */
static void test_bounds(void) {
    static hs_node cycle = {.op = HS_OP_NOT, .type = HS_TRUTH, .count = 1};
    static const hs_node *const itself[] = {&cycle};
    cycle.arguments = itself;
    refuse_tree(&cycle, false, "deeper than 64, or a cycle", __LINE__);
    enum { DEPTH = 60 };
    static hs_node wide[DEPTH];
    static const hs_node *pairs[DEPTH][2];
    for (int i = 0; i < DEPTH; i++) {
        pairs[i][0] = pairs[i][1] = i == 0 ? &node_p : &wide[i - 1];
        wide[i] = (hs_node){.op = HS_OP_ALL, .type = HS_TRUTH, .arguments = pairs[i], .count = 2};
    }
    refuse_tree(&wide[DEPTH - 1], false, "more than 20000 nodes", __LINE__);
    static hs_node deep[64];
    static const hs_node *inner[64];
    for (int i = 0; i < 64; i++) {
        inner[i] = i == 0 ? &node_p : &deep[i - 1];
        deep[i] = (hs_node){.op = HS_OP_NOT, .type = HS_TRUTH, .arguments = &inner[i], .count = 1};
    }
    refuse_tree(&deep[63], false, "deeper than 64", __LINE__); /* 64 of them over a fact */
}

static void test_facts(void) {
#define REFUSE_FACT(change, part)                                                                                                          \
    do {                                                                                                                                   \
        hs_fact fact = fact_p;                                                                                                             \
        fact.change;                                                                                                                       \
        REFUSE_WHEN(part, .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact);                                                              \
    } while (0)
    REFUSE_FACT(id = "P", "a letter a-z");
    REFUSE_FACT(id = "a234567890123456789012345678901234567890123456789", "at most 48");
    REFUSE_FACT(type = 0, "not a type");
    REFUSE_FACT(type = HS_LIST + 1, "not a type");
#define REFUSE_FACT_TEXT(change, name)                                                                                                     \
    do {                                                                                                                                   \
        hs_fact fact = fact_p;                                                                                                             \
        fact.change;                                                                                                                       \
        const hs_node node = {.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact};                                                          \
        refuse_tree_at(&node, false, "bad.measure.when.p." name, "both Chinese and English", __LINE__);                                    \
    } while (0)
    REFUSE_FACT_TEXT(label.en = NULL, "label");
    REFUSE_FACT_TEXT(hint.en = "only", "hint");
    REFUSE_FACT_TEXT(unit.en = "only", "unit");
    REFUSE_FACT_TEXT(evidence.en = "only", "evidence");
    REFUSE_FACT(period = 0, "not a period");
    REFUSE_FACT(period = HS_CALENDAR_YEAR + 1, "not a period");
    REFUSE_FACT(year = 2023, "a fixed year has the period CALENDAR_YEAR");
    REFUSE_FACT(period = HS_CALENDAR_YEAR, "a fixed year has the period CALENDAR_YEAR");
    hs_fact yearly = fact_p;
    yearly.period = HS_CALENDAR_YEAR;
    yearly.year = 10000;
    REFUSE_WHEN("a fixed year", .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &yearly);
    yearly.year = 1948;
    REFUSE_WHEN("a fixed year", .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &yearly);
    REFUSE_FACT(change = 0, "not a way of changing");
    REFUSE_FACT(change = HS_BY_ACTION + 1, "not a way of changing");
    static const hs_topic no_id = {"Topic", {"主题", "Topic"}, 1}, no_label = {"topic", {"主题", NULL}, 1};
    REFUSE_FACT(topic = &no_id, "a letter a-z");
    REFUSE_FACT(topic = &no_label, "both Chinese and English");
    hs_fact local_list = fact_l;
    local_list.local = 1;
    const hs_node list_node = {.op = HS_OP_FACT, .type = HS_LIST, .fact = &local_list};
    REFUSE_WHEN("a list is not local", .op = HS_OP_SOME, .type = HS_TRUTH, NODES(&list_node, &node_f));
    REFUSE_FACT(local = 2, "local is 0 or 1");
    REFUSE_FACT(topic = NULL, "the topic is missing");
    REFUSE_FACT(value_count = 1, "only a choice has values");
    hs_fact choice = fact_c;
    choice.value_count = 63;
    hs_node node = {.op = HS_OP_FACT, .type = HS_CHOICE, .fact = &choice};
    REFUSE_WHEN("1 to 62 values", .op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node));
    static const hs_value same[] = {{"one", {"一", "One"}}, {"one", {"二", "Two"}}};
    choice = fact_c;
    choice.values = same;
    REFUSE_WHEN("two values have one id", .op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node));
    static const hs_value no_value_id[] = {{"One", {"一", "One"}}}, no_value_label[] = {{"one", {"一", NULL}}};
    choice.value_count = 1;
    choice.values = no_value_id;
    REFUSE_WHEN("a letter a-z", .op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node));
    choice.values = no_value_label;
    refuse_tree_at(&(const hs_node){.op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node)}, false, "bad.measure.when.c.one",
                   "both Chinese and English", __LINE__);
    hs_fact with_topic = field_f;
    with_topic.topic = &topic;
    REFUSE_WHEN("the topic of a field", .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &with_topic);
    hs_fact nested = field_f;
    nested.list = &fact_p;
    REFUSE_WHEN("a field belongs to a list", .op = HS_OP_FACT, .type = HS_TRUTH, .fact = &nested);
}

/* More facts in one policy than there is room for at first, each found by its name; on its only day. */
static void test_many_facts(void) {
    enum { MANY = 300 };
    static hs_fact facts[MANY];
    static hs_truth whens[MANY];
    static hs_measure measures[MANY];
    static char ids[MANY][8];
    hs_engine *other = NULL;
    hs_assessment *assessment = NULL;
    for (int i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "f%d", i);
        facts[i] = fact_p, facts[i].id = ids[i];
        whens[i] = (hs_truth){{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &facts[i]}};
        measures[i] = good_measure(), measures[i].id = ids[i], measures[i].when = &whens[i];
    }
    hs_policy policy = good_policy(measures, MANY);
    policy.effective = policy.expires = (hs_date){2023, 6, 30};
    EXPECT_EQUAL(hs_engine_new(&other, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(other, &policy, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_fact_count(other), MANY);
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{\"f0\":true,\"f63\":true,\"f64\":false,\"f299\":true}}";
    EXPECT_EQUAL(hs_assess(&assessment, other, document, sizeof document - 1, NULL, &error), HS_OK);
    if (assessment != NULL) {
        const hs_policy_result *result = &hs_assessment_result(assessment)->places[0].policies[0];
        EXPECT_EQUAL(result->in_force, HS_TRUE);
        for (int i = 0; i < MANY; i++)
            EXPECT_EQUAL(result->measures[i].standing, i == 0 || i == 63 || i == 299 ? HS_ELIGIBLE
                                                       : i == 64                     ? HS_INELIGIBLE
                                                                                     : HS_UNDETERMINED);
    }
    hs_assessment_free(assessment);
    hs_engine_free(other);
}

/* A manifest names the facts that its policy asks for, as long as the strict reader takes them as one string. */
static void test_manifest(void) {
    enum { MANY = 128, WIDTH = 31 }; /* with the spaces between them 4,095 bytes */
    static hs_fact facts[MANY];
    static hs_truth whens[MANY];
    static hs_measure measures[MANY];
    static char ids[MANY][WIDTH + 4], names[MANY][8], wanted[5000];
    for (int longer = 0; longer < 4; longer++) {
        hs_engine *other = NULL;
        wanted[0] = '\0';
        for (int i = 0; i < MANY; i++) {
            snprintf(ids[i], sizeof ids[i], "f%0*d", WIDTH - 1 + (i == MANY - 1 ? longer : 0), i);
            snprintf(names[i], sizeof names[i], "m%d", i);
            snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "%s%s", i == 0 ? ", \"facts\": \"" : " ", ids[i]);
            facts[i] = fact_p, facts[i].id = ids[i];
            whens[i] = (hs_truth){{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &facts[i]}};
            measures[i] = good_measure(), measures[i].id = names[i], measures[i].when = &whens[i];
        }
        strcat(wanted, "\"}");
        hs_policy policy = good_policy(measures, MANY);
        EXPECT_EQUAL(hs_engine_new(&other, NULL), HS_OK);
        EXPECT_EQUAL(hs_engine_add(other, &policy, NULL, &error), HS_OK);
        char *manifest = engine_manifest(other);
        EXPECT_EQUAL(strstr(manifest, wanted) != NULL, longer <= 1);
        EXPECT_EQUAL(strstr(manifest, "facts") != NULL, longer <= 1);
        EXPECT_EQUAL(manifest[strlen(manifest) - 1], '}');
        free(manifest);
        hs_engine_free(other);
    }
}

/* The good table is taken once; then what another policy defines otherwise, or the same id again, is refused. */
static void test_second(void) {
    const hs_measure measure = good_measure();
    const hs_policy policy = good_policy(&measure, 1);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, "abc", &error), HS_OK);
    EXPECT_EQUAL(hs_engine_fact_count(engine), 1);
    EXPECT_TEXT(hs_engine_policy_file_sha256(engine, 0), "abc");
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "already loaded");
    hs_fact other = fact_p;
    other.local = 1;
    const hs_truth when = {{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &other}};
    hs_measure second = good_measure();
    second.when = &when;
    hs_policy another = good_policy(&second, 1);
    another.id = "other";
    EXPECT_EQUAL(hs_engine_add(engine, &another, NULL, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "fact p differs in its local");
    EXPECT_EQUAL(hs_engine_policy_count(engine), 1);
    other.local = 0;
    EXPECT_EQUAL(hs_engine_add(engine, &another, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_fact_count(engine), 1);
}

/* A fact that two policies define is the same in both, in each of its parts. */
static void test_differences(void) {
    static const hs_value renamed[] = {{"one", {"一", "One"}}, {"three", {"二", "Two"}}},
                          relabelled[] = {{"one", {"一", "One"}}, {"two", {"二", "Second"}}};
    static const hs_topic another_topic = {"another", {"主题", "Topic"}, 1};
    const hs_node in_first = {.op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node_c)};
    hs_engine *own = NULL;
    hs_measure measure = good_measure();
    measure.when = (const hs_truth *)(const void *)&in_first;
    const hs_policy first_policy = good_policy(&measure, 1);
    EXPECT_EQUAL(hs_engine_new(&own, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &first_policy, NULL, &error), HS_OK);
    hs_fact others[10];
    for (int i = 0; i < 10; i++) others[i] = fact_c;
    others[0].change = HS_IN_TIME;
    others[1].period = HS_LAST_YEAR;
    others[2].label.en = "Another";
    others[3].unit = (hs_text){"个", "of them"};
    others[4].hint = (hs_text){"见", "see"};
    others[5].evidence = (hs_text){"证", "proof"};
    others[6].values = renamed;
    others[7].values = relabelled;
    others[8].value_count = 1;
    others[9].topic = &another_topic;
    static const char *const parts[] = {"change", "period", "label", "unit", "hint", "evidence", "values", "values", "values", "topic"};
    for (int i = 0; i < 10; i++) {
        const hs_node node = {.op = HS_OP_FACT, .type = HS_CHOICE, .fact = &others[i]};
        const hs_truth when = {{.op = HS_OP_IN, .type = HS_TRUTH, .value = 1, NODES(&node)}};
        char wanted[64];
        hs_measure second = good_measure();
        second.when = &when;
        hs_policy another = good_policy(&second, 1);
        another.id = "other";
        snprintf(wanted, sizeof wanted, "fact c differs in its %s", parts[i]);
        EXPECT_EQUAL(hs_engine_add(own, &another, NULL, &error), HS_PLUGIN);
        EXPECT(strstr(error.en, wanted) != NULL);
        EXPECT_EQUAL(hs_engine_policy_count(own), 1);
    }
    hs_engine_free(own);
}

/* A fact of the first year that there is, and of the last: another fact. */
static void test_years(void) {
    hs_engine *own = NULL;
    hs_fact facts[] = {fact_p, fact_p};
    facts[0].period = facts[1].period = HS_CALENDAR_YEAR;
    facts[0].year = 1949, facts[1].year = 9999;
    const hs_truth whens[] = {{{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &facts[0]}},
                              {{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &facts[1]}}};
    hs_measure measures[] = {good_measure(), good_measure()};
    measures[0].when = &whens[0], measures[1].when = &whens[1];
    hs_policy policy = good_policy(&measures[0], 1), another = good_policy(&measures[1], 1);
    another.id = "other";
    EXPECT_EQUAL(hs_engine_new(&own, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &another, NULL, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "fact p differs in its year");
    EXPECT_EQUAL(hs_engine_policy_count(own), 1);
    hs_engine_free(own);
}

/* The facts of a check are those of the measures, or nobody's. */
static void test_checks(void) {
    hs_fact other = fact_p;
    other.type = HS_MONEY;
    const hs_node node = {.op = HS_OP_FACT, .type = HS_MONEY, .fact = &other};
    const hs_truth holds = {{.op = HS_OP_AT_LEAST, .type = HS_TRUTH, NODES(&node, &five)}};
    const hs_check check = {"check", &holds, {"警告", "Warning"}};
    const hs_check *checks[] = {&check};
    const hs_measure measure = good_measure();
    hs_policy policy = good_policy(&measure, 1);
    policy.checks = checks;
    policy.check_count = 1;
    expect_refused(&policy, "bad", "fact p differs in its type", __LINE__);
    const hs_node *const of_list[] = {&node_l, &node_f};
    const hs_truth some = {{.op = HS_OP_SOME, .type = HS_TRUTH, .arguments = of_list, .count = 2}};
    hs_fact other_field = field_f;
    other_field.label.en = "Another";
    const hs_node node_other = {.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &other_field}, *const of_other[] = {&node_l, &node_other};
    const hs_truth some_other = {{.op = HS_OP_SOME, .type = HS_TRUTH, .arguments = of_other, .count = 2}};
    const hs_check check_other = {"check", &some_other, {"警告", "Warning"}};
    hs_measure with_list = measure;
    with_list.when = &some;
    policy.measures = &with_list;
    checks[0] = &check_other;
    expect_refused(&policy, "bad", "fact f differs in its label", __LINE__);
    static const hs_truth always_holds = {{.op = HS_OP_CONSTANT, .type = HS_TRUTH, .value = 1}};
    static const hs_check no_id = {"Check", &always_holds, {"警告", "Warning"}}, no_warning = {"check", &always_holds, {"警告", NULL}},
                          no_condition = {"check", NULL, {"警告", "Warning"}};
    checks[0] = &no_id;
    expect_refused(&policy, "checks[0].id", "a letter a-z", __LINE__);
    checks[0] = &no_warning;
    expect_refused(&policy, "checks[0].warning", "both Chinese and English", __LINE__);
    checks[0] = &no_condition;
    expect_refused(&policy, "checks[0].holds", "the condition is missing", __LINE__);
    checks[0] = NULL;
    expect_refused(&policy, "checks[0].holds", "the condition is missing", __LINE__);
}

/* What is just still right. */
static void test_borders(void) {
    const hs_measure measure = good_measure();
#define TAKE_POLICY(change)                                                                                                                \
    do {                                                                                                                                   \
        hs_engine *own;                                                                                                                    \
        hs_policy policy = good_policy(&measure, 1);                                                                                       \
        policy.change;                                                                                                                     \
        EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);                                                                                    \
        EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, &error), HS_OK);                                                                    \
        hs_engine_free(own);                                                                                                               \
    } while (0)
    TAKE_POLICY(version = SIXTY_FOUR);
    TAKE_POLICY(effective = policy.expires = ((hs_date){2024, 2, 29}));
    char text[CHECKER_TEXT_MAX + 2];
    memset(text, 't', sizeof text);
    text[CHECKER_TEXT_MAX] = '\0';
    TAKE_POLICY(number = text);
    text[CHECKER_TEXT_MAX] = 't', text[CHECKER_TEXT_MAX + 1] = '\0';
    hs_policy wordy = good_policy(&measure, 1);
    wordy.number = text;
    expect_refused(&wordy, "number", "1 to 4096 bytes", __LINE__);
    hs_silence silences[1001];
    for (size_t i = 0; i < 1001; i++) silences[i] = (hs_silence){"二", {"无", "Nothing"}};
    TAKE_POLICY(silence_count = (policy.silences = silences, 1000));
    hs_policy policy = good_policy(&measure, 1);
    policy.silences = silences, policy.silence_count = 1001;
    expect_refused(&policy, "silences", "not a table of clauses that grant nothing", __LINE__);
}

/* A table whose every byte is known: nothing outside it is looked at. */
static struct {
    char id[4], version[2], adcode[7], text[2], fact_id[2];
    hs_topic topic;
    hs_fact fact;
    hs_node argument;
    const hs_node *arguments[1];
    hs_truth when;
    hs_measure measure;
    const hs_check *checks[1];
    hs_policy policy;
    char last[2]; /* a text that goes on behind the table */
} whole;

static const hs_check check_outside;

static void fill_whole(void) {
    memset(&whole, 0, sizeof whole);
    strcpy(whole.id, "bad");
    strcpy(whole.version, "1");
    strcpy(whole.adcode, "330206");
    strcpy(whole.text, "t");
    strcpy(whole.fact_id, "p");
    memcpy(whole.last, "ab", 2);
    whole.checks[0] = &check_outside;
    const hs_text text = {whole.text, whole.text};
    whole.topic = (hs_topic){whole.fact_id, text, 1};
    whole.fact =
        (hs_fact){.id = whole.fact_id, .type = HS_TRUTH, .change = HS_IN_TIME, .period = HS_AS_OF, .topic = &whole.topic, .label = text};
    whole.argument = (hs_node){.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &whole.fact};
    whole.arguments[0] = &whole.argument;
    whole.when.n = (hs_node){.op = HS_OP_NOT, .type = HS_TRUTH, .arguments = whole.arguments, .count = 1};
    whole.measure = (hs_measure){.id = whole.fact_id,
                                 .clause = whole.text,
                                 .title = text,
                                 .kind = HS_IN_KIND,
                                 .basis = HS_FIXED,
                                 .per = HS_ONCE,
                                 .when = &whole.when};
    whole.policy = good_policy(&whole.measure, 1);
    whole.policy.id = whole.id;
    whole.policy.version = whole.version;
    whole.policy.adcode = whole.adcode;
    whole.policy.name = whole.policy.title = text;
}

static void test_extent(void) {
    static const hs_text texts[] = {{"外", "out"}};
    static const hs_topic topic_outside = {"p", {"外", "out"}, 1};
    const struct extent extent = {{{(const char *)&whole, whole.last + sizeof whole.last}}, 1};
    const hs_measure measure_outside = good_measure();
    fill_whole();
    EXPECT_EQUAL(checker_check(&whole.policy, extent, &error), HS_OK);
#define REFUSE_OUTSIDE(change, part)                                                                                                       \
    do {                                                                                                                                   \
        fill_whole();                                                                                                                      \
        whole.change;                                                                                                                      \
        EXPECT_EQUAL(checker_check(&whole.policy, extent, &error), HS_PLUGIN);                                                             \
        EXPECT_HOLDS(error.en, part);                                                                                                      \
    } while (0)
    REFUSE_OUTSIDE(policy.id = "bad", "a letter a-z");
    REFUSE_OUTSIDE(policy.version = "1", "letters, digits");
    REFUSE_OUTSIDE(policy.adcode = "330206", "six digits");
    REFUSE_OUTSIDE(policy.title.en = "out", "bytes of UTF-8");
    REFUSE_OUTSIDE(policy.title.en = whole.last, "bytes of UTF-8");
    REFUSE_OUTSIDE(policy.measures = &measure_outside, "out of the plugin");
    REFUSE_OUTSIDE(policy.measure_count = 1000, "out of the plugin");
    REFUSE_OUTSIDE(measure.when = (const hs_truth *)&node_p, "out of the plugin");
    REFUSE_OUTSIDE(measure.pays = (const hs_money *)&five, "out of the plugin");
    REFUSE_OUTSIDE(measure.procedure = ((hs_texts){texts, 1}), "out of the plugin");
    REFUSE_OUTSIDE(when.n.arguments = (const hs_node *const *)1, "out of the plugin");
    REFUSE_OUTSIDE(arguments[0] = &node_p, "out of the plugin");
    REFUSE_OUTSIDE(argument.fact = &fact_p, "out of the plugin");
    REFUSE_OUTSIDE(fact.topic = &topic_outside, "out of the plugin");
    REFUSE_OUTSIDE(fact.list = &fact_l, "out of the plugin");
    static const hs_limit limit_outside;
    static const hs_silence silence_outside;
    static const hs_check *const checks_outside[] = {&check_outside};
    static const char *const ids_outside[] = {"p"};
#define REFUSE_ONE_OUTSIDE(count, change)                                                                                                  \
    do {                                                                                                                                   \
        fill_whole();                                                                                                                      \
        whole.change;                                                                                                                      \
        whole.count = 1;                                                                                                                   \
        EXPECT_EQUAL(checker_check(&whole.policy, extent, &error), HS_PLUGIN);                                                             \
        EXPECT_HOLDS(error.en, "out of the plugin");                                                                                       \
    } while (0)
    REFUSE_ONE_OUTSIDE(policy.limit_count, policy.limits = &limit_outside);
    REFUSE_ONE_OUTSIDE(policy.silence_count, policy.silences = &silence_outside);
    REFUSE_ONE_OUTSIDE(policy.check_count, policy.checks = checks_outside);
    REFUSE_ONE_OUTSIDE(policy.check_count, policy.checks = whole.checks);
    REFUSE_ONE_OUTSIDE(measure.yield_count, measure.yields = ids_outside);
    REFUSE_OUTSIDE(policy.checks = (const hs_check *const *)(const void *)(whole.last - sizeof *whole.checks);
                   whole.policy.check_count = 2, "out of the plugin"); /* the second one's pointer goes on behind the table */
    EXPECT_TEXT(error.path, "checks");
    fill_whole();
    whole.fact.type = HS_CHOICE;
    whole.fact.values = choices;
    whole.fact.value_count = 2;
    EXPECT_EQUAL(checker_check(&whole.policy, extent, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "out of the plugin");
    const hs_policy outside = whole.policy;
    EXPECT_EQUAL(checker_check(&outside, extent, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "out of the plugin");
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    test_policies();
    test_measures();
    test_tables();
    test_limits();
    test_trees();
    test_bounds();
    test_facts();
    test_checks();
    test_borders();
    test_differences();
    test_years();
    test_extent();
    test_many_facts();
    test_manifest();
    test_second();
    hs_engine_free(engine);
    return checks_end();
}
