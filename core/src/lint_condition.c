/* Conditions that can never hold, always hold, or stand there twice. */
#include "lint.h"

enum { MEMBERS_MAX = 64 }; /* of one ALL or ANY that are held against each other */

static bool joins(const hs_node *node) { return node->op == HS_OP_ALL || node->op == HS_OP_ANY; }

/* A condition within which others are looked at by themselves: the records of a list are not the applicant. */
static bool holds_records(const hs_node *node) { return node->op == HS_OP_SOME || node->op == HS_OP_COUNT_IF || node->op == HS_OP_SUM; }

/* The members of an ALL with those of the ALLs in it, likewise of an ANY. */
static void gather(const hs_node *node, int32_t op, const hs_node **members, int32_t *count) {
    for (int32_t i = 0; i < node->count; i++)
        if (node->arguments[i]->op == op)
            gather(node->arguments[i], op, members, count);
        else if (*count < MEMBERS_MAX)
            members[(*count)++] = node->arguments[i];
}

/* Whether two conditions leave some fact met at or below `at` without a value. */
static bool clash(const hs_node *x, const hs_node *y, const hs_node *at) {
    if (at->op == HS_OP_FACT) return domain_is_empty(domain_meet(domain_of(x, at->fact, true), domain_of(y, at->fact, true)));
    if (holds_records(at)) return false;
    for (int32_t i = 0; i < at->count; i++)
        if (clash(x, y, at->arguments[i])) return true;
    return false;
}

/* The first two members that cannot both hold; false where it takes more than two. */
static bool find_clash(const hs_node *node, const hs_node **x, const hs_node **y) {
    const hs_node *members[MEMBERS_MAX];
    int32_t count = 0;
    gather(node, node->op, members, &count);
    for (int32_t i = 1; i < count; i++)
        for (int32_t j = 0; j < i; j++)
            if (clash(members[j], members[i], members[i])) {
                *x = members[j];
                *y = members[i];
                return true;
            }
    return false;
}

static void find_never(struct hs_lint *lint, const hs_node *node) {
    const hs_node *x, *y;
    if (node->op == HS_OP_ALL && find_clash(node, &x, &y))
        FIND(lint, HS_WRONG, "never",
             BOTH("“{0}”与“{1}”互相矛盾，永远不能同时满足", "\"{0}\" and \"{1}\" contradict each other and can never both hold"),
             BOTH("对照条文改正其中一个；若本是两种情形，用 ANY 连接",
                  "correct one of them after the document; if these are two cases, join them with ANY"),
             lint_words(lint, x), lint_words(lint, y));
    else
        FIND(lint, HS_WRONG, "never", BOTH("条件“{0}”永远不能满足", "the condition \"{0}\" can never hold"),
             BOTH("删去它，或对照条文改正其中的数和选项", "delete it, or correct its figures and values after the document"),
             lint_words(lint, node));
}

static void find_always(struct hs_lint *lint, const hs_node *node, const hs_node *parent) {
    if (parent != NULL && parent->op == HS_OP_ANY)
        FIND(lint, HS_WRONG, "always",
             BOTH("ANY 的一项“{0}”总是满足，其余各项不起作用", "\"{0}\" always holds, so that the other members of its ANY do nothing"),
             BOTH("删去这一项，或改正其中的数", "delete this member or correct its figure"), lint_words(lint, node));
    else
        FIND(lint, HS_WRONG, "always", BOTH("条件“{0}”总是满足，等于没有写", "the condition \"{0}\" always holds and asks for nothing"),
             BOTH("删去它，或改正其中的数（人人可享就只写 ALWAYS）",
                  "delete it or correct its figure (ALWAYS alone where everybody may have it)"),
             lint_words(lint, node));
}

/* Looks for the smallest conditions that cannot be true or cannot be false; true if it found any. */
static bool find_settled(struct hs_lint *lint, const hs_node *node, const hs_node *parent) {
    bool found = false;
    if (joins(node) || node->op == HS_OP_NOT)
        for (int32_t i = 0; i < node->count; i++) found = find_settled(lint, node->arguments[i], node) || found;
    if (found) return true;
    if (parent == NULL && node->op == HS_OP_CONSTANT && node->value != 0) return false;
    if (!domain_allows(node, true))
        find_never(lint, node);
    else if (!domain_allows(node, false))
        find_always(lint, node, parent);
    else
        return false;
    return true;
}

/* What SHARE_AT_LEAST and GREW_AT_LEAST ask besides: that there is a whole. */
static bool is_more_than_nothing(const hs_node *node) {
    if (node->op != HS_OP_MORE_THAN) return false;
    const hs_node *bound = node->arguments[1];
    return bound->op == HS_OP_CONSTANT && bound->value == 0;
}

/* ---- Twice ---------------------------------------------------------------------------------------------------------------------- */

/* Whether the other members settle what this one asks of its fact. */
static bool is_implied(const hs_node *const *members, int32_t count, int32_t index, bool all) {
    struct bound bound;
    if (is_more_than_nothing(members[index]) || !bound_read(&bound, members[index]) || !domain_allows(members[index], false) ||
        !domain_allows(members[index], true))
        return false;
    struct domain domain = domain_of(members[index], bound.fact, !all);
    for (int32_t i = 0; i < count; i++)
        if (i != index) domain = domain_meet(domain, domain_of(members[i], bound.fact, all));
    return domain_is_empty(domain);
}

static void find_repeated(struct hs_lint *lint, const hs_node *node) {
    const hs_node *members[MEMBERS_MAX];
    int32_t count = 0;
    gather(node, node->op, members, &count);
    for (int32_t i = 1; i < count; i++)
        for (int32_t j = 0; j < i; j++)
            if (same_tree(members[i], members[j]) && !is_more_than_nothing(members[i])) {
                FIND(lint, HS_LOOK, "twice", BOTH("同一条件“{0}”写了两次", "the condition \"{0}\" stands there twice"),
                     BOTH("删去一个；若本应是另一个条件，改成那一个", "delete one; if another condition was meant, write that one"),
                     lint_words(lint, members[i]));
                return;
            }
    for (int32_t i = 0; i < count; i++)
        if (is_implied(members, count, i, node->op == HS_OP_ALL)) {
            FIND(lint, HS_LOOK, "implied",
                 BOTH("条件“{0}”不起作用：同处的其他条件已经决定了它", "the condition \"{0}\" does nothing: those beside it settle it"),
                 BOTH("删去它，或对照条文核对各个数", "delete it, or hold the figures against the document"), lint_words(lint, members[i]));
            return;
        }
}

/* ---- Whole conditions ------------------------------------------------------------------------------------------------------------ */

static void look_inside(struct hs_lint *lint, const hs_node *node, int32_t parent_op) {
    if (joins(node) && node->op != parent_op && domain_allows(node, true) && domain_allows(node, false)) find_repeated(lint, node);
    if (holds_records(node)) {
        lint_condition(lint, node->arguments[1]);
        return;
    }
    for (int32_t i = 0; i < node->count; i++) look_inside(lint, node->arguments[i], node->op);
}

void lint_condition(struct hs_lint *lint, const hs_node *condition) {
    find_settled(lint, condition, NULL);
    look_inside(lint, condition, HS_OP_NONE);
}
