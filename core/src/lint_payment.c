/* Whether what a measure says of its payment fits together. */
#include "lint.h"

static bool contains(const hs_node *node, int32_t op) {
    if (node->op == op) return true;
    for (int32_t i = 0; i < node->count; i++)
        if (contains(node->arguments[i], op)) return true;
    return false;
}

/* A percentage, or money that the applicant states. */
static bool calculates(const hs_node *node) {
    if (node->type == HS_TRUTH) return false;
    if (node->op == HS_OP_PERCENT || node->op == HS_OP_PERCENT_OF || (node->op == HS_OP_FACT && node->type == HS_MONEY)) return true;
    for (int32_t i = node->op == HS_OP_TIERS; i < node->count; i++)
        if (calculates(node->arguments[i])) return true;
    return false;
}

static void lint_basis(struct hs_lint *lint, const hs_measure *measure, const hs_node *pays) {
    while (pays->op == HS_OP_FIRST_COME) pays = pays->arguments[0]; /* that funds may run out leaves the figure as it is */
    bool left_open = contains(pays, HS_OP_UP_TO) || contains(pays, HS_OP_RANGE);
    if ((measure->basis == HS_FIXED || measure->basis == HS_FORMULA) && left_open)
        FIND(lint, HS_WRONG, "basis",
             BOTH("basis 为 {0}，.pays 却由主管部门在一个范围内核定", "the basis is {0}, and yet .pays leaves the figure to the authority"),
             BOTH("有 UP_TO 的写 DISCRETIONARY，有 RANGE 的写 BETWEEN；金额确定的去掉 UP_TO、RANGE",
                  "with UP_TO the basis is DISCRETIONARY, with RANGE it is BETWEEN; a settled amount has neither"),
             lint_plain(measure->basis == HS_FIXED ? "FIXED" : "FORMULA"));
    else if (measure->basis == HS_FIXED && calculates(pays))
        FIND(lint, HS_WRONG, "basis",
             BOTH("basis 为 FIXED，.pays 却是按比例或按申请人的数计算的：{0}", "the basis is FIXED, and yet .pays is calculated: {0}"),
             BOTH("改为 .basis = FORMULA，或写出固定金额", "write .basis = FORMULA, or the fixed amount"), lint_words(lint, pays));
    else if (measure->basis == HS_FORMULA && pays->op == HS_OP_CONSTANT)
        FIND(lint, HS_LOOK, "basis", BOTH("basis 为 FORMULA，.pays 却是固定的 {0}", "the basis is FORMULA, and yet .pays is simply {0}"),
             BOTH("改为 .basis = FIXED，或写出计算方法", "write .basis = FIXED, or the calculation"), lint_words(lint, pays));
    else if ((measure->basis == HS_DISCRETIONARY || measure->basis == HS_BETWEEN) && !left_open)
        FIND(lint, HS_WRONG, "basis",
             BOTH("basis 为 {0}，.pays 却没有 UP_TO 或 RANGE，会被当作一定能拿到的数",
                  "the basis is {0}, and yet .pays has neither UP_TO nor RANGE and counts as certain"),
             BOTH("最高、以内写 UP_TO(…)，几万至几万写 RANGE(…, …)；金额确定的改 basis 为 FIXED 或 FORMULA",
                  "write UP_TO(…) for a ceiling, RANGE(…, …) for two ends; a settled amount has the basis FIXED or FORMULA"),
             lint_plain(measure->basis == HS_BETWEEN ? "BETWEEN" : "DISCRETIONARY"));
    else if (measure->basis == HS_ELSEWHERE && pays->op != HS_OP_UNSTATED && pays->op != HS_OP_UP_TO)
        FIND(lint, HS_WRONG, "basis",
             BOTH("basis 为 ELSEWHERE（另有文件规定），.pays 却给出了数：{0}",
                  "the basis is ELSEWHERE (another document), and yet .pays gives a figure: {0}"),
             BOTH("没有金额写 UNSTATED，只有上限写 UP_TO(…)；本文件给出金额的改 basis",
                  "write UNSTATED without a figure, UP_TO(…) with a ceiling only; change the basis where this document gives the amount"),
             lint_words(lint, pays));
}

void lint_payment(struct hs_lint *lint, const hs_measure *measure) {
    if (measure->years > 0 && measure->per != HS_YEARLY) {
        lint->part = "years";
        FIND(lint, HS_LOOK, "years", BOTH("写了 .years，.per 却不是 YEARLY", ".years is given, and yet .per is not YEARLY"),
             BOTH("每年都发的写 .per = YEARLY；一次发、分期付的用 .instalments",
                  "paid every year: .per = YEARLY; granted once and paid in parts: .instalments"),
             lint_plain(""));
    }
    lint->part = "pays";
    if (measure->pays != NULL) lint_basis(lint, measure, &measure->pays->n);
}
