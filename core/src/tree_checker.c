#include "tree_checker.h"

#include "checker.h"
#include "error.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int checker_fault(struct checker *c, const char *part, const char *zh, const char *en, ...) {
    char path[160];
    snprintf(path, sizeof path, "%s%s%s", c->where, c->where[0] == '\0' ? "" : ".", part);
    struct place_of_error place = {path, 0, 0, c->clause};
    va_list arguments;
    va_start(arguments, en);
    error_set_list(c->error, HS_PLUGIN, place, zh, en, arguments);
    va_end(arguments);
    return HS_PLUGIN;
}

/* How many bytes of the plugin begin at an address; 0 where it is not in the plugin. */
static size_t bytes_left(const struct checker *c, const void *at) {
    uintptr_t offset = (uintptr_t)at - (uintptr_t)c->extent.first, size = (uintptr_t)c->extent.end - (uintptr_t)c->extent.first;
    return offset < size ? size - offset : 0;
}

bool check_reach(struct checker *c, const char *part, const void *at, size_t size) {
    if (c->extent.first == NULL || size <= bytes_left(c, at)) return true;
    checker_fault(c, part, "指针指到插件之外", "a pointer leads out of the plugin");
    return false;
}

size_t check_length(const struct checker *c, const char *text, size_t most) {
    size_t left = c->extent.first == NULL ? most : bytes_left(c, text);
    if (left >= most) return strnlen(text, most);
    size_t length = left == 0 ? 0 : strnlen(text, left);
    return length == left ? most : length;
}

bool check_id(struct checker *c, const char *part, const char *id) {
    size_t length = id == NULL ? 0 : check_length(c, id, 49);
    if (length >= 1 && length <= 48 && id[0] >= 'a' && id[0] <= 'z' && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == length)
        return true;
    checker_fault(c, part, "编号应为小写字母开头的字母、数字和下划线，最多 48 个",
                  "an id is a letter a-z, then letters, digits and _, at most 48");
    return false;
}

bool check_string(struct checker *c, const char *part, const char *text) {
    size_t length = check_length(c, text, CHECKER_TEXT_MAX + 1);
    if (length >= 1 && length <= CHECKER_TEXT_MAX && text_is_utf8(text, length) && !text_has_control(text, length)) return true;
    checker_fault(c, part, "文字应为 1 至 %d 字节的 UTF-8，没有控制字符", "a text has 1 to %d bytes of UTF-8 and no control characters",
                  CHECKER_TEXT_MAX);
    return false;
}

bool check_text(struct checker *c, const char *part, hs_text text, enum text_need need) {
    if (need == TEXT_OPTIONAL && text.zh == NULL && text.en == NULL) return true;
    if (text.zh != NULL && text.en != NULL) return check_string(c, part, text.zh) && check_string(c, part, text.en);
    checker_fault(c, part, "中文和英文都要写", "both Chinese and English are wanted");
    return false;
}

bool check_texts(struct checker *c, const char *part, hs_texts texts) {
    if (texts.count < 0 || texts.count > 100 || (texts.count > 0 && texts.items == NULL)) {
        checker_fault(c, part, "应为 0 至 100 项", "0 to 100 entries are wanted");
        return false;
    }
    if (texts.count > 0 && !check_reach(c, part, texts.items, (size_t)texts.count * sizeof *texts.items)) return false;
    for (int32_t i = 0; i < texts.count; i++)
        if (!check_text(c, part, texts.items[i], TEXT_REQUIRED)) return false;
    return true;
}

/* ---- Facts ------------------------------------------------------------------------------------------------------------------- */

static int fact_fault(struct checker *c, const char *part, const hs_fact *fact, const char *zh, const char *en) {
    return checker_fault(c, part, "事实 %s：%s%.0s", "fact %s: %.0s%s", fact->id, zh, en);
}

static int check_values(struct checker *c, const char *part, const hs_fact *fact) {
    bool choice = fact->type == HS_CHOICE || fact->type == HS_CHOICES;
    if (!choice) return fact->value_count == 0 ? HS_OK : fact_fault(c, part, fact, "只有选项才有取值", "only a choice has values");
    if (fact->values == NULL || fact->value_count < 1 || fact->value_count > HS_VALUES_MAX)
        return fact_fault(c, part, fact, "选项应有 1 至 62 个取值", "a choice has 1 to 62 values");
    if (!check_reach(c, part, fact->values, (size_t)fact->value_count * sizeof *fact->values)) return HS_PLUGIN;
    for (int32_t i = 0; i < fact->value_count; i++) {
        if (!check_id(c, part, fact->values[i].id) || !check_text(c, part, fact->values[i].label, TEXT_REQUIRED)) return HS_PLUGIN;
        for (int32_t j = 0; j < i; j++)
            if (strcmp(fact->values[i].id, fact->values[j].id) == 0)
                return fact_fault(c, part, fact, "取值编号重复", "two values have one id");
    }
    return HS_OK;
}

static int check_fact(struct checker *c, const char *part, const hs_fact *fact) {
    if (!check_reach(c, part, fact, sizeof *fact) || !check_id(c, part, fact->id)) return HS_PLUGIN;
    if (fact->type < HS_TRUTH || fact->type > HS_LIST) return fact_fault(c, part, fact, "类型无效", "not a type");
    if (!check_text(c, part, fact->label, TEXT_REQUIRED) || !check_text(c, part, fact->unit, TEXT_OPTIONAL) ||
        !check_text(c, part, fact->hint, TEXT_OPTIONAL) || !check_text(c, part, fact->evidence, TEXT_OPTIONAL))
        return HS_PLUGIN;
    if (fact->period < HS_AS_OF || fact->period > HS_NO_PERIOD) return fact_fault(c, part, fact, "时间无效", "not a period");
    if (fact->local != 0 && fact->local != 1) return fact_fault(c, part, fact, "local 只能为 0 或 1", "local is 0 or 1");
    if (fact->list != NULL) {
        if (!check_reach(c, part, fact->list, sizeof *fact->list)) return HS_PLUGIN;
        if (fact->type == HS_LIST || fact->list->list != NULL || fact->list->type != HS_LIST || fact->local != 0)
            return fact_fault(c, part, fact, "字段只能属于一个列表，且不能是列表", "a field belongs to a list and is none itself");
        if (fact->topic != NULL) return fact_fault(c, part, fact, "字段的主题就是列表的主题", "the topic of a field is its list's");
    } else {
        if (fact->change < HS_NEVER || fact->change > HS_BY_ACTION)
            return fact_fault(c, part, fact, "能否改变无效", "not a way of changing");
        if (fact->topic == NULL) return fact_fault(c, part, fact, "缺少主题", "the topic is missing");
        if (!check_reach(c, part, fact->topic, sizeof *fact->topic) || !check_id(c, part, fact->topic->id) ||
            !check_text(c, part, fact->topic->label, TEXT_REQUIRED))
            return HS_PLUGIN;
        if (fact->type == HS_LIST && fact->local != 0) return fact_fault(c, part, fact, "列表不能因地而异", "a list is not local");
    }
    return check_values(c, part, fact);
}

static bool same_string(const char *x, const char *y) { return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0); }

static bool same_text(hs_text x, hs_text y) { return same_string(x.zh, y.zh) && same_string(x.en, y.en); }

static bool same_values(const hs_fact *x, const hs_fact *y) {
    if (x->value_count != y->value_count) return false;
    for (int32_t i = 0; i < x->value_count; i++)
        if (strcmp(x->values[i].id, y->values[i].id) != 0 || !same_text(x->values[i].label, y->values[i].label)) return false;
    return true;
}

int checker_same_fact(const hs_fact *x, const hs_fact *y, const char **difference) {
    const char *found = NULL;
    if (x == y) return 1;
    if (x->type != y->type)
        found = "type";
    else if (x->local != y->local)
        found = "local";
    else if (x->change != y->change)
        found = "change";
    else if (x->period != y->period)
        found = "period";
    else if (!same_text(x->label, y->label))
        found = "label";
    else if (!same_text(x->unit, y->unit))
        found = "unit";
    else if (!same_text(x->hint, y->hint))
        found = "hint";
    else if (!same_text(x->evidence, y->evidence))
        found = "evidence";
    else if (!same_values(x, y))
        found = "values";
    else if ((x->topic == NULL) != (y->topic == NULL) || (x->topic != NULL && strcmp(x->topic->id, y->topic->id) != 0))
        found = "topic";
    *difference = found;
    return found == NULL;
}

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

static bool is_figure(int32_t type) { return type >= HS_MONEY && type <= HS_PERCENTAGE; }

/* Where a walk stands. */
struct walk {
    const hs_fact *list; /* whose records are looked at, or NULL */
    int depth;
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
    if (!is_figure(x->type)) return node_fault(c, part, node, "两边应为数值", "both sides are figures");
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
    if (node->count % 2 == 0 || !is_figure(figure))
        return node_fault(c, part, node, "应为数值和成对的档次", "a figure and pairs are wanted");
    int status = check_argument(c, part, node, 0, figure, walk);
    int64_t from = -1;
    for (int32_t i = 1; status == HS_OK && i < node->count; i += 2) {
        status = check_argument(c, part, node, i, figure, walk);
        if (status == HS_OK) status = check_argument(c, part, node, i + 1, HS_MONEY, walk);
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
        status = check_argument(c, part, node, i + 1, HS_MONEY, walk);
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
    if (status == HS_OK && node->op == HS_OP_SUM) status = check_argument(c, part, node, 2, HS_MONEY, walk);
    return status;
}

static int check_fact_node(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    const hs_fact *fact = node->fact;
    if (fact == NULL) return node_fault(c, part, node, "缺少事实", "the fact is missing");
    int status = check_fact(c, part, fact);
    if (status == HS_OK && fact->list != NULL) status = check_fact(c, part, fact->list);
    if (status != HS_OK) return status;
    if (fact->type != node->type) return fact_fault(c, part, fact, "节点类型与事实不符", "the node has another type than its fact");
    if (fact->list != NULL && (walk.list == NULL || strcmp(fact->list->id, walk.list->id) != 0))
        return fact_fault(c, part, fact, "字段只能用在它自己的列表里", "a field is used only within its own list");
    return HS_OK;
}

static int check_operation(struct checker *c, const char *part, const hs_node *node, struct walk walk) {
    switch ((enum hs_op)node->op) {
    case HS_OP_FACT: return check_fact_node(c, part, node, walk);
    case HS_OP_CONSTANT:
        if (node->type == HS_TRUTH ? node->value != 0 && node->value != 1
                                   : !is_figure(node->type) || node->value < 0 || node->value > CHECKER_CONSTANT_MAX)
            return node_fault(c, part, node, "常数无效", "not a constant of this type");
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
        return check_arguments(c, part, node, HS_MONEY, walk);
    case HS_OP_PERCENT_OF: {
        int status = check_argument(c, part, node, 0, HS_PERCENTAGE, walk);
        return status == HS_OK ? check_argument(c, part, node, 1, HS_MONEY, walk) : status;
    }
    case HS_OP_CAP:
    case HS_OP_LESSER:
    case HS_OP_UP_TO:
    case HS_OP_RANGE: return check_arguments(c, part, node, HS_MONEY, walk);
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

/* The type of value that an operation gives; 0 where the node says it. */
static int32_t type_given(int32_t op) {
    if (op >= HS_OP_ALL && op <= HS_OP_SOME) return HS_TRUTH;
    if (op == HS_OP_COUNT_IF) return HS_COUNT;
    if (op >= HS_OP_PERCENT && op <= HS_OP_SUM) return HS_MONEY;
    return 0;
}

static int check_node(struct checker *c, const char *part, const hs_node *node, int32_t type, struct walk walk) {
    if (node == NULL) return checker_fault(c, part, "缺少一个操作数", "an operand is missing");
    if (++walk.depth > CHECKER_DEPTH_MAX)
        return checker_fault(c, part, "嵌套超过 %d 层，或成环", "nested deeper than %d, or a cycle", CHECKER_DEPTH_MAX);
    if (--c->budget < 0) return checker_fault(c, part, "节点超过 %d 个", "more than %d nodes", CHECKER_NODES_MAX);
    if (node->op <= HS_OP_NONE || node->op >= HS_OP_COUNT)
        return checker_fault(c, part, "操作码 %d 无效", "%d is not an operation", (int)node->op);
    const struct operation *operation = &operations[node->op];
    if (node->count < operation->least || node->count > operation->most || (node->count > 0 && node->arguments == NULL))
        return checker_fault(c, part, "%s 有 %d 个操作数，应为 %d 至 %d 个", "%s has %d operands, wanted %d to %d", operation->name,
                             (int)node->count, operation->least, operation->most);
    if (node->count > 0 && !check_reach(c, part, node->arguments, (size_t)node->count * sizeof *node->arguments)) return HS_PLUGIN;
    for (int32_t i = 0; i < node->count; i++) {
        if (node->arguments[i] == NULL) return node_fault(c, part, node, "缺少一个操作数", "an operand is missing");
        if (!check_reach(c, part, node->arguments[i], sizeof *node)) return HS_PLUGIN;
    }
    if (node->type != type || (type_given(node->op) != 0 && type_given(node->op) != node->type) ||
        ((node->op == HS_OP_PLUS || node->op == HS_OP_IF) && node->type != HS_MONEY && node->type != HS_COUNT))
        return node_fault(c, part, node, "类型不符", "a value of another type is wanted here");
    return check_operation(c, part, node, walk);
}

int check_tree(struct checker *c, const char *part, const hs_node *root, int32_t type) {
    if (!check_reach(c, part, root, sizeof *root)) return HS_PLUGIN;
    return check_node(c, part, root, type, (struct walk){NULL, 0});
}
