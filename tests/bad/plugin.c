/* A policy table written by hand, right but for what plugins.txt puts in: the vocabulary would not let most of it compile. */
#include <huisuan/abi.h>

#ifndef POLICY
#define POLICY
#endif
#ifndef MEASURE
#define MEASURE
#endif
#ifndef FACT
#define FACT
#endif
#ifndef WHEN
#define WHEN
#endif
#ifndef PAYS
#define PAYS
#endif
#ifndef TABLE
#define TABLE &policy
#endif

static const hs_topic topic = {"topic", {"主题", "Topic"}, 1};
static const hs_value values[] = {{"one", {"一", "One"}}, {"two", {"二", "Two"}}};
static const hs_fact fact;
static const hs_fact fact = {
    .id = "open", .type = HS_TRUTH, .change = HS_BY_ACTION, .period = HS_AS_OF, .topic = &topic, .label = {"开业", "Open"}, FACT};
static const hs_node circle, *const around[] = {&circle}; /* a condition that leads back to itself */
static const hs_node circle = {.op = HS_OP_NOT, .type = HS_TRUTH, .arguments = around, .count = 1};
static const hs_node five = {.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500}, *const two[] = {&five, &five};
static const hs_truth when = {{.op = HS_OP_FACT, .type = HS_TRUTH, .fact = &fact, WHEN}};
static const hs_money pays = {{.op = HS_OP_CONSTANT, .type = HS_MONEY, .value = 500, PAYS}};
static const hs_measure measures[] = {{.id = "rent",
                                       .clause = "一",
                                       .title = {"租金", "Rent"},
                                       .kind = HS_CASH,
                                       .basis = HS_FIXED,
                                       .per = HS_ONCE,
                                       .when = &when,
                                       .pays = &pays,
                                       MEASURE}};
static const hs_policy policy = {.magic = HS_MAGIC,
                                 .abi = HS_ABI_CURRENT,
                                 .size = sizeof(hs_policy),
                                 .pointer_size = sizeof(void *),
                                 .toolchain = HS_TOOLCHAIN,
                                 .node_size = sizeof(hs_node),
                                 .fact_size = sizeof(hs_fact),
                                 .measure_size = sizeof(hs_measure),
                                 .id = "bad",
                                 .version = "1.0.0",
                                 .adcode = "330206",
                                 .name = {"地", "Place"},
                                 .title = {"文件", "Document"},
                                 .measures = measures,
                                 .measure_count = sizeof measures / sizeof measures[0],
                                 POLICY};

const hs_policy *huisuan_policy(void) { return TABLE; }
