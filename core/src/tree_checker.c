#include "tree_checker.h"

#include "checker.h"
#include "place.h"

#include <string.h>

/* ---- Trees ------------------------------------------------------------------------------------------------------------------- */

static const struct operation {
    const char *name;
    int least, most;
} operations[] = {{"", 0, 0},
#define OPERATION(name, least, most) {#name, least, most},
                  HS_OPERATIONS(OPERATION)
#undef OPERATION
};
_Static_assert(sizeof operations / sizeof operations[0] == HS_OP_COUNT, "each operation has its row");

/* Where a walk stands. */
struct walk {
    const hs_fact *list; /* whose records are looked at, or NULL */
    int depth;
    bool side; /* of a comparison */
};

static int check_node(struct checker *c, const char *part, const hs_node *node, int32_t type, struct walk walk);

static int node_fault(struct checker *c, const char *part, const hs_node *node, const char *zh, const char *en) {
    return checker_fault(c, part, "%s：%s%.0s", "%s: %.0s%s", operations[node->op].name, zh, en);
}

static int check_argument(struct checker *c, const char *part, const hs_node *node, int32_t index, int32_t type, struct walk walk) {
    return check_node(c, part, node->arguments[index], type, walk);
}

static int check_arguments(struct checker *c, const char *part, const hs_node *node, int32_t type, struct walk walk) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < node->count; i++) status = check_argument(c, part, node, i, type, walk);
    return status;
}

/* A percentage in a comparison is exact where it is a side of it; deeper inside it would be rounded. */
static bool rounds_inside(const hs_node *node, int depth) {
    if (depth > 0 && (node->op == HS_OP_PERCENT || node->op == HS_OP_PERCENT_OF)) return true;
    for (int32_t i = 0; i < node->count; i++)
        if (rounds_inside(node->arguments[i], depth + 1)) return true;
    return false;
}

static int check_comparison(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    const hs_node *x = node->arguments[0], *y = node->arguments[1];
    if (!hs_is_figure(x->type)) return node_fault(c, part, node, "两边应为数值", "both sides are figures");
    walk.side = true;
    int status = check_argument(c, part, node, 0, x->type, walk);
    if (status == HS_OK) status = check_argument(c, part, node, 1, x->type, walk);
    if (status == HS_OK && (rounds_inside(x, 0) || rounds_inside(y, 0)))
        status = node_fault(c, part, node, "百分比只能直接作为比较的一边", "a percentage stands only directly as a side of a comparison");
    return status;
}

static int check_choice(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    int status = check_argument(c, part, node, 0, node->op == HS_OP_IN ? HS_CHOICE : HS_CHOICES, walk);
    if (status != HS_OK) return status;
    const hs_node *choice = node->arguments[0];
    if (choice->op != HS_OP_FACT) return node_fault(c, part, node, "应为一个选项事实", "a choice fact is wanted");
    int64_t all = (INT64_C(1) << choice->fact->value_count) - 1;
    return node->value > 0 && (node->value & ~all) == 0
               ? HS_OK
               : node_fault(c, part, node, "取值不属于该选项", "values that the choice does not have");
}

static int check_tiers(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    int32_t figure = node->arguments[0]->type;
    if (node->count % 2 == 0 || !hs_is_figure(figure))
        return node_fault(c, part, node, "应为数值和成对的档次", "a figure and pairs are wanted");
    int status = check_argument(c, part, node, 0, figure, walk);
    int64_t from = -1;
    for (int32_t i = 1; status == HS_OK && i < node->count; i += 2) {
        status = check_argument(c, part, node, i, figure, walk);
        if (status == HS_OK) status = check_argument(c, part, node, i + 1, node->type, walk);
        if (status != HS_OK) return status;
        if (node->arguments[i]->op != HS_OP_CONSTANT || node->arguments[i]->value <= from)
            return node_fault(c, part, node, "各档起点应为递增的数", "the tiers begin at rising figures");
        from = node->arguments[i]->value;
    }
    return status;
}

static int check_by(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    int status = check_argument(c, part, node, 0, HS_CHOICE, walk);
    if (status != HS_OK) return status;
    const hs_node *choice = node->arguments[0];
    if (node->count % 2 == 0 || choice->op != HS_OP_FACT)
        return node_fault(c, part, node, "应为选项和成对的金额", "a choice and pairs are wanted");
    int64_t seen = 0;
    for (int32_t i = 1; status == HS_OK && i < node->count; i += 2) {
        const hs_node *value = node->arguments[i];
        if (value->op != HS_OP_CONSTANT || value->type != HS_CHOICE || value->count != 0 || value->value < 0 ||
            value->value >= choice->fact->value_count || (seen >> value->value & 1) != 0)
            return node_fault(c, part, node, "取值无效或重复", "a value that the choice does not have, or one twice");
        seen |= INT64_C(1) << value->value;
        status = check_argument(c, part, node, i + 1, node->type, walk);
    }
    if (status == HS_OK && seen != (INT64_C(1) << choice->fact->value_count) - 1)
        status = node_fault(c, part, node, "每个取值都要写金额（没有就写 YUAN(0)）", "every value has its amount (YUAN(0) for nothing)");
    return status;
}

/* SOME, SUM, COUNT_IF: a list, a condition over its records, for SUM an amount. */
static int check_records(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    const hs_node *list = node->arguments[0];
    int status = check_argument(c, part, node, 0, HS_LIST, walk);
    if (status != HS_OK) return status;
    if (walk.list != NULL) return node_fault(c, part, node, "列表里不能再套列表", "a list within a list");
    walk.list = list->fact;
    status = check_argument(c, part, node, 1, HS_TRUTH, walk);
    if (status == HS_OK && node->op == HS_OP_SUM) status = check_argument(c, part, node, 2, node->type, walk);
    return status;
}

static int check_full(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    const hs_node *unit = node->arguments[0];
    if (unit->op != HS_OP_CONSTANT || unit->value < 1 || !hs_is_figure(unit->type))
        return node_fault(c, part, node, "每满多少应为大于 0 的数", "the unit is a figure of more than 0");
    return check_arguments(c, part, node, unit->type, walk);
}

static hs_date date_of(int64_t number) {
    return (hs_date){(int32_t)(number / 10000), (int32_t)(number / 100 % 100), (int32_t)(number % 100)};
}

static int check_fact_node(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    const hs_fact *fact = node->fact;
    if (fact == NULL) return node_fault(c, part, node, "缺少事实，请写事实的编号", "the fact is missing; write its id");
    int status = check_fact(c, part, fact);
    if (status == HS_OK && fact->list != NULL) status = check_fact(c, part, fact->list);
    if (status != HS_OK) return status;
    if (fact->type != node->type) return checker_fact_fault(c, part, fact, "节点类型与事实不符", "the node has another type than its fact");
    if (fact->list != NULL && (walk.list == NULL || strcmp(fact->list->id, walk.list->id) != 0))
        return checker_fact_fault(c, part, fact, "字段只能用在它自己的列表里", "a field is used only within its own list");
    return HS_OK;
}

static int check_operation(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: return check_fact_node(c, part, node, walk);
    case HS_OP_CONSTANT:
        if (node->type == HS_TRUTH ? node->value != 0 && node->value != 1
                                   : !hs_is_figure(node->type) || node->value < 0 || node->value > CHECKER_CONSTANT_MAX)
            return node_fault(c, part, node, "常数无效，金额和个数应不小于 0",
                              "not a constant of this type; what is counted must not be negative");
        return HS_OK;
    case HS_OP_ALL:
    case HS_OP_ANY:
    case HS_OP_NOT: return check_arguments(c, part, node, HS_TRUTH, walk);
    case HS_OP_AT_LEAST:
    case HS_OP_MORE_THAN:
    case HS_OP_AT_MOST:
    case HS_OP_LESS_THAN: return check_comparison(c, part, node, walk);
    case HS_OP_IN:
    case HS_OP_HAS: return check_choice(c, part, node, walk);
    case HS_OP_SOME:
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: return check_records(c, part, node, walk);
    case HS_OP_PERCENT:
        if (node->value < 0 || node->value > 1000000) return node_fault(c, part, node, "比例应为 0 至 10000%", "a rate is 0 to 10,000 %");
        if (node->type != HS_MONEY && !walk.side)
            return node_fault(c, part, node, "只有金额才有百分比，其他数值的百分比只能用来比较",
                              "a percentage is of money, or of another figure where it is compared");
        return check_arguments(c, part, node, node->type, walk);
    case HS_OP_PERCENT_OF:
    case HS_OP_EXCHANGE: {
        int status = check_argument(c, part, node, 0, HS_PERCENTAGE, walk);
        if (status != HS_OK) return status;
        return check_argument(c, part, node, 1, node->op == HS_OP_EXCHANGE ? HS_USD : HS_MONEY, walk);
    }
    case HS_OP_CAP:
    case HS_OP_EXCESS:
    case HS_OP_LESSER:
    case HS_OP_UP_TO:
    case HS_OP_RANGE:
    case HS_OP_TOP_UP:
    case HS_OP_GREATEST:
    case HS_OP_FIRST_COME: return check_arguments(c, part, node, node->type, walk);
    case HS_OP_ROUND_DOWN:
    case HS_OP_ROUND_UP:
    case HS_OP_ROUND_HALF_UP:
        if (node->value < 1 || node->value > CHECKER_CONSTANT_MAX)
            return node_fault(c, part, node, "取整的单位应大于 0", "a multiple is more than 0");
        return check_arguments(c, part, node, HS_MONEY, walk);
    case HS_OP_SHARE:
    case HS_OP_GROWTH:
        if (!hs_is_figure(node->arguments[0]->type)) return node_fault(c, part, node, "两边应为数值", "both sides are figures");
        return check_arguments(c, part, node, node->arguments[0]->type, walk);
    case HS_OP_FULL: return check_full(c, part, node, walk);
    case HS_OP_SINCE:
    case HS_OP_UNTIL:
        if (node->value < 0 || node->value > 99991231 || !date_is_valid(date_of(node->value)))
            return node_fault(c, part, node, "没有这一天", "there is no such day");
        return HS_OK;
    case HS_OP_EACH: {
        int status = check_argument(c, part, node, 0, HS_MONEY, walk);
        return status == HS_OK ? check_argument(c, part, node, 1, HS_COUNT, walk) : status;
    }
    case HS_OP_TIERS: return check_tiers(c, part, node, walk);
    case HS_OP_BY: return check_by(c, part, node, walk);
    case HS_OP_PLUS: return check_arguments(c, part, node, node->type, walk);
    case HS_OP_IF: {
        int status = check_argument(c, part, node, 0, HS_TRUTH, walk);
        for (int32_t i = 1; status == HS_OK && i < 3; i++) status = check_argument(c, part, node, i, node->type, walk);
        return status;
    }
    case HS_OP_UNSTATED: return node_fault(c, part, node, "UNSTATED 只能单独作为 .pays", "UNSTATED stands alone as .pays");
    case HS_OP_NONE:
    case HS_OP_COUNT: break;
    }
    return checker_fault(c, part, "操作码无效", "not an operation");
}

/* The types of value that an operation may give, as bits; 0 where any will do. */
static int32_t types_given(int32_t op) {
    enum { TRUTH = 1 << HS_TRUTH, MONEY = 1 << HS_MONEY, COUNT = 1 << HS_COUNT, RATE = 1 << HS_PERCENTAGE };
    if (op >= HS_OP_ALL && op <= HS_OP_SOME) return TRUTH;
    switch (op) {
    case HS_OP_FACT:
    case HS_OP_CONSTANT: return 0;
    case HS_OP_SINCE:
    case HS_OP_UNTIL: return TRUTH;
    case HS_OP_PERCENT: return MONEY | COUNT | RATE | 1 << HS_USD;
    case HS_OP_COUNT_IF:
    case HS_OP_FULL: return COUNT;
    case HS_OP_SHARE:
    case HS_OP_GROWTH: return RATE;
    case HS_OP_EXCESS: return MONEY | COUNT | RATE | 1 << HS_USD;
    case HS_OP_SUM: return MONEY | COUNT | 1 << HS_USD;
    case HS_OP_CAP:
    case HS_OP_PLUS: return MONEY | COUNT;
    case HS_OP_TIERS:
    case HS_OP_BY: return MONEY | RATE;
    case HS_OP_IF: return MONEY | COUNT | RATE;
    default: return MONEY;
    }
}

static int check_node(struct checker *c, const char *part, const hs_node *node, int32_t type, struct walk walk) {
    bool side = walk.side;
    walk.side = false;
    if (++walk.depth > CHECKER_DEPTH_MAX)
        return checker_fault(c, part, "嵌套超过 %d 层，或成环，请拆开", "nested deeper than %d, or a cycle; split it", CHECKER_DEPTH_MAX);
    if (--c->budget < 0) return checker_fault(c, part, "节点超过 %d 个", "more than %d nodes", CHECKER_NODES_MAX);
    if (node->op <= HS_OP_NONE || node->op >= HS_OP_COUNT)
        return checker_fault(c, part, "操作码 %d 无效，请用本引擎的头文件重新编译插件",
                             "%d is not an operation; compile the plugin again with this engine's headers", (int)node->op);
    const struct operation *operation = &operations[node->op];
    if (node->count < operation->least || node->count > operation->most || (node->count > 0 && node->arguments == NULL))
        return checker_fault(c, part, "%s 有 %d 个操作数，应为 %d 至 %d 个", "%s has %d operands, wanted %d to %d", operation->name,
                             (int)node->count, operation->least, operation->most);
    if (node->count > 0 && !check_reach(c, part, node->arguments, (size_t)node->count * sizeof *node->arguments)) return HS_PLUGIN;
    for (int32_t i = 0; i < node->count; i++) {
        if (node->arguments[i] == NULL) return node_fault(c, part, node, "缺少一个操作数，请补上", "an operand is missing; write it");
        if (!check_reach(c, part, node->arguments[i], sizeof *node)) return HS_PLUGIN;
    }
    if (node->type != type || (types_given(node->op) != 0 && (types_given(node->op) >> node->type & 1) == 0))
        return node_fault(c, part, node, "类型不符，这里要另一种值", "a value of another type is wanted here");
    walk.side = side && node->op == HS_OP_PERCENT;
    return check_operation(c, part, node, walk);
}

int check_tree(struct checker *c, const char *part, const hs_node *root, int32_t type) {
    if (!check_reach(c, part, root, sizeof *root)) return HS_PLUGIN;
    return check_node(c, part, root, type, (struct walk){NULL, 0, false});
}
