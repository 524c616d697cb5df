/* Policies made of the input: up to 24 nodes of any operation, type, value and arguments, circles among them. What the checker takes can be
   assessed, explained, read as rules and named by its constants; what it refuses leaves the engine as it was. */
#include "fuzz.h"

enum { NODES = 24 };

struct input {
    const uint8_t *at, *end;
};

static int32_t byte(struct input *in) { return in->at < in->end ? *in->at++ : 0; }

static const hs_topic topic = {"topic", {"主题", "Topic"}, 1};
static const hs_value values[] = {{"one", {"一", "One"}}, {"two", {"二", "Two"}}, {"three", {"三", "Three"}}};

#define FACT(id_, type_, ...)                                                                                                              \
    { .id = (id_), .type = (type_), .change = HS_IN_TIME, .period = HS_AS_OF, .topic = &topic, .label = {"事实", "Fact"}, __VA_ARGS__ }

static const hs_fact facts[] = {FACT("p", HS_TRUTH, .local = 0),
                                FACT("x", HS_MONEY, .local = 1),
                                FACT("u", HS_USD, .local = 0),
                                FACT("n", HS_COUNT, .local = 0),
                                FACT("r", HS_PERCENTAGE, .local = 0),
                                FACT("c", HS_CHOICE, .values = values, .value_count = 3),
                                FACT("s", HS_CHOICES, .values = values, .value_count = 3),
                                FACT("l", HS_LIST, .local = 0)};
static const hs_fact fields[] = {{.id = "f", .type = HS_TRUTH, .period = HS_AS_OF, .label = {"字段", "Field"}, .list = &facts[7]},
                                 {.id = "g", .type = HS_MONEY, .period = HS_AS_OF, .label = {"金额", "Amount"}, .list = &facts[7]},
                                 {.id = "h", .type = HS_COUNT, .period = HS_AS_OF, .label = {"个数", "Count"}, .list = &facts[7]}};

static const hs_fact *any_fact(struct input *in) {
    int32_t number = byte(in) % 12;
    return number < 8 ? &facts[number] : number < 11 ? &fields[number - 8] : NULL;
}

static void make_nodes(hs_node nodes[NODES], const hs_node *arguments[NODES][4], struct input *in) {
    static const int64_t figures[] = {0,       1, 2, 5, 100, 10000, 20230101, 99991231, -1, INT64_MAX, INT64_MIN, INT64_MAX / 100,
                                      5000000, 3, 7, 62};
    for (int i = 0; i < NODES; i++) {
        for (int k = 0; k < 4; k++) arguments[i][k] = &nodes[byte(in) % NODES];
        nodes[i] = (hs_node){.op = byte(in) % (HS_OP_COUNT + 1), .type = byte(in) % 10, .count = byte(in) % 5, .arguments = arguments[i]};
        int64_t figure = figures[byte(in) % 16], step = (int8_t)byte(in);
        nodes[i].value = byte(in) % 2 == 0 || figure > INT64_MAX / 2 || figure < 0 ? figure : figure + step;
        if (nodes[i].op == HS_OP_FACT || byte(in) % 16 == 0) nodes[i].fact = any_fact(in);
        if (nodes[i].fact != NULL && byte(in) % 16 != 0) nodes[i].type = nodes[i].fact->type;
    }
}

static void use(hs_engine *engine) {
    static const char *const documents[] = {
        "{\"facts\":{}}",
        "{\"facts\":{\"p\":true,\"x\":123.45,\"u\":7,\"n\":3,\"r\":50,\"c\":\"two\",\"s\":[\"one\"],\"l\":[{\"f\":true,\"g\":5},{}]}}"};
    hs_rules *rules = NULL;
    hs_lint *lint = NULL;
    hs_constants *constants = NULL;
    for (int i = 0; i < 2; i++) {
        hs_assessment *assessment = NULL;
        hs_error error = {0};
        int status = hs_assess(&assessment, engine, documents[i], strlen(documents[i]), &fuzz_whole, &error);
        fuzz_status(status, &error, HS_INPUT); /* a fact that the policy does not ask for */
        if (status != HS_OK) continue;
        fuzz_result(hs_assessment_result(assessment));
        CLAIM(hs_assessment_json(assessment, NULL) != NULL);
        hs_assessment_free(assessment);
    }
    CLAIM(hs_rules_new(&rules, engine, 0, HS_ZH, NULL) == HS_OK);
    CLAIM(hs_policy_lint(&lint, engine, 0, NULL) == HS_OK);
    CLAIM(hs_constants_new(&constants, hs_engine_policy(engine, 0), NULL) == HS_OK);
    hs_constants_free(constants);
    hs_lint_free(lint);
    hs_rules_free(rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    hs_node nodes[NODES];
    const hs_node *arguments[NODES][4];
    struct input in = {bytes, bytes + length};
    hs_engine *engine = NULL;
    hs_error error = {0};
    hs_measure measure = {.id = "m", .clause = "一", .title = {"措施", "Measure"}, .kind = HS_CASH, .basis = HS_FORMULA};
    measure.per = byte(&in) % 4;
    measure.years = byte(&in) % 4;
    measure.payee = byte(&in) % 3;
    for (int i = 0; i < 3; i++) measure.instalments[i] = measure.years == 0 ? byte(&in) % 2 * 50 : 0;
    make_nodes(nodes, arguments, &in);
    measure.when = (const hs_truth *)(const void *)&nodes[0];
    measure.pays = (const hs_money *)(const void *)&nodes[1];
    hs_policy policy = {
        .magic = HS_MAGIC, .abi = HS_ABI_CURRENT, .size = sizeof policy, .pointer_size = sizeof(void *), .toolchain = HS_TOOLCHAIN};
    policy.node_size = sizeof(hs_node), policy.fact_size = sizeof(hs_fact), policy.measure_size = sizeof(hs_measure);
    policy.id = "made", policy.version = "1", policy.adcode = "330206";
    policy.name = policy.title = (hs_text){"地", "Place"};
    policy.measures = &measure, policy.measure_count = 1;
    CLAIM(hs_engine_new(&engine, NULL) == HS_OK);
    int status = hs_engine_add(engine, &policy, NULL, &error);
    fuzz_status(status, &error, HS_PLUGIN);
    CLAIM(hs_engine_policy_count(engine) == (status == HS_OK));
    if (status == HS_OK) use(engine);
    hs_engine_free(engine);
    return 0;
}
