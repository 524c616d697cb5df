/* Two versions of a policy: every figure, every comparison and every date of the five regions that is changed by itself is one difference,
   named and with both its values; a policy beside itself has none. */
#include "check.h"
#include "comparison.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <string.h>

const hs_policy *huisuan_policy_baotou(void);
const hs_policy *huisuan_policy_beilun(void);
const hs_policy *huisuan_policy_chaoyang(void);
const hs_policy *huisuan_policy_ningbo(void);
const hs_policy *huisuan_policy_qingpu(void);

/* The differences that one edit makes; the caller frees both. */
static hs_diff *diff_of(hs_revision **revision, const hs_policy *policy, hs_edit edit) {
    hs_error error;
    hs_diff *diff = NULL;
    EXPECT_EQUAL(hs_revision_new(revision, policy, &edit, 1, &error), HS_OK);
    EXPECT_EQUAL(hs_diff_new(&diff, policy, hs_revision_policy(*revision), &error), HS_OK);
    return diff;
}

static void check_constant(const hs_policy *policy, const hs_constant *constant) {
    hs_revision *revision = NULL;
    bool instalment = constant->spot.part == HS_PART_INSTALMENT;
    hs_edit edit = {.spot = constant->spot, .value = constant->value + (instalment ? 100 : 1)};
    hs_diff *diff = diff_of(&revision, policy, edit);
    EXPECT_EQUAL(hs_diff_count(diff), 1);
    const hs_difference *difference = hs_diff_get(diff, 0);
    EXPECT_EQUAL(difference->sign, HS_SIGN_CHANGED);
    EXPECT(difference->text.zh[0] != '\0' && difference->text.en[0] != '\0');
    bool has_figure = difference->type != 0;
    if (has_figure) EXPECT_EQUAL(difference->from, constant->value);
    if (has_figure) EXPECT_EQUAL(difference->to, edit.value);
    if (difference->name != NULL) EXPECT(strcmp(difference->name, constant->name) == 0);
    hs_diff_free(diff);
    hs_revision_free(revision);
}

static void check_constants(const hs_policy *policy) {
    hs_error error;
    hs_constants *constants = NULL;
    EXPECT_EQUAL(hs_constants_new(&constants, policy, &error), HS_OK);
    for (int32_t i = 0; i < hs_constants_count(constants); i++) check_constant(policy, hs_constants_get(constants, i));
    hs_constants_free(constants);
}

/* 以上 becomes 超过, and so on. */
static void check_comparisons(const hs_policy *policy, int32_t measure) {
    const hs_node *node;
    for (hs_spot spot = {HS_PART_WHEN, measure, 0}; (node = hs_policy_node(policy, spot)) != NULL; spot.at++) {
        if (!is_comparison(node->op)) continue;
        hs_revision *revision = NULL;
        int32_t op = node->op == HS_OP_AT_LEAST    ? HS_OP_MORE_THAN
                     : node->op == HS_OP_MORE_THAN ? HS_OP_AT_LEAST
                     : node->op == HS_OP_AT_MOST   ? HS_OP_LESS_THAN
                                                   : HS_OP_AT_MOST;
        hs_diff *diff = diff_of(&revision, policy, (hs_edit){.spot = spot, .op = op, .value = node->value});
        EXPECT_EQUAL(hs_diff_count(diff), 1);
        EXPECT(strcmp(hs_diff_get(diff, 0)->part, "when") == 0);
        hs_diff_free(diff);
        hs_revision_free(revision);
    }
}

static void check_policy(const hs_policy *policy) {
    hs_error error;
    hs_diff *same = NULL;
    hs_revision *revision = NULL;
    EXPECT_EQUAL(hs_diff_new(&same, policy, policy, &error), HS_OK);
    EXPECT_EQUAL(hs_diff_count(same), 0);
    EXPECT(strcmp(hs_diff_json(same, NULL), "[]") == 0);
    hs_diff_free(same);
    check_constants(policy);
    for (int32_t m = 0; m < policy->measure_count; m++) check_comparisons(policy, m);
    hs_diff *dated = diff_of(&revision, policy, (hs_edit){.spot = {HS_PART_EXPIRES, 0, 0}, .date = {2099, 1, 1}});
    EXPECT_EQUAL(hs_diff_count(dated), 1);
    EXPECT(strcmp(hs_diff_get(dated, 0)->part, "expires") == 0);
    hs_diff_free(dated);
    hs_revision_free(revision);
}

int main(void) {
    check_policy(huisuan_policy_baotou());
    check_policy(huisuan_policy_beilun());
    check_policy(huisuan_policy_chaoyang());
    check_policy(huisuan_policy_ningbo());
    check_policy(huisuan_policy_qingpu());
    return checks_end();
}
