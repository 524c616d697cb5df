/* What a policy asks of applicants: facts that decide nothing, and facts that nobody could look up. */
#include "engine.h"
#include "lint.h"

#include <stdio.h>

static bool tree_asks(const hs_node *node, const hs_fact *fact) {
    if (node->op == HS_OP_FACT && same_fact(node->fact, fact)) return true;
    for (int32_t i = 0; i < node->count; i++)
        if (tree_asks(node->arguments[i], fact)) return true;
    return false;
}

static bool measures_ask(const hs_policy *policy, const hs_fact *fact) {
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (tree_asks(&policy->measures[i].when->n, fact) ||
            (policy->measures[i].pays != NULL && tree_asks(&policy->measures[i].pays->n, fact)))
            return true;
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (tree_asks(&policy->limits[i].ceiling->n, fact)) return true;
    return false;
}

static bool policy_asks(const hs_policy *policy, const hs_fact *fact) {
    for (int32_t i = 0; i < policy->check_count; i++)
        if (tree_asks(&policy->checks[i]->holds->n, fact)) return true;
    return measures_ask(policy, fact);
}

static bool any_asks(const hs_engine *engine, const hs_fact *fact) {
    for (int32_t p = 0; p < engine->count; p++)
        if (measures_ask(engine->policies[p]->policy, fact)) return true;
    return false;
}

/* The checks of facts.h speak of facts that only some regions use: a fact is idle where none of several uses it. */
void lint_idle(struct hs_lint *lint, const hs_node *node) {
    if (node->op == HS_OP_FACT && lint->engine->count > 1 && !any_asks(lint->engine, node->fact))
        FIND(lint, HS_LOOK, "fact_idle",
             BOTH("“{0}”（{1}）只用在 CHECK 里，没有一项措施用到它：不会问到，也不会核对",
                  "\"{0}\" ({1}) stands only in a CHECK and in no measure: it is never asked for, and nothing is checked"),
             BOTH("在措施里用它，或从 CHECK 里去掉", "use it in a measure, or take it out of the CHECK"), lint_label(node->fact),
             lint_plain(node->fact->id));
    for (int32_t i = 0; i < node->count; i++) lint_idle(lint, node->arguments[i]);
}

static bool field_matters(const struct hs_lint *lint, const hs_fact *list) {
    for (int32_t i = 0; i < hs_engine_field_count(lint->engine, list); i++)
        if (policy_asks(lint->policy, hs_engine_field(lint->engine, list, i))) return true;
    return false;
}

static void lint_list(struct hs_lint *lint, const hs_fact *list) {
    if (field_matters(lint, list)) return;
    FIND(lint, HS_LOOK, "list_idle",
         BOTH("列表“{0}”没有一个字段影响结果，只数条数", "no field of the list \"{0}\" decides anything; its records are only counted"),
         BOTH("写上每条记录要满足的条件，如 FIELD({1}, …)；只需要个数的，改用 COUNT_FACT",
              "say what a record must satisfy, with FIELD({1}, …); where only their number counts, a COUNT_FACT will do"),
         lint_label(list), lint_plain(list->id));
}

static void lint_help(struct hs_lint *lint, const hs_fact *fact) {
    hs_text id = lint_plain(fact->id);
    if (fact->hint.zh == NULL)
        FIND(lint, HS_LOOK, "fact_hint", BOTH("事实“{0}”（{1}）没有说明到哪里找", "nothing says where to find \"{0}\" ({1})"),
             BOTH("加上 HINT(\"看哪份材料的哪一栏\", \"…\")", "add HINT(\"…\", \"which line of which paper\")"), lint_label(fact), id);
    if (fact->evidence.zh == NULL)
        FIND(lint, HS_LOOK, "fact_evidence", BOTH("事实“{0}”（{1}）没有证明材料", "nothing says what proves \"{0}\" ({1})"),
             BOTH("加上 EVIDENCE(\"材料名称\", \"…\")", "add EVIDENCE(\"…\", \"which papers\")"), lint_label(fact), id);
    if (fact->type == HS_COUNT && fact->unit.zh == NULL)
        FIND(lint, HS_LOOK, "fact_unit", BOTH("数量“{0}”（{1}）没有单位", "the count \"{0}\" ({1}) has no unit"),
             BOTH("加上 .unit = {\"人\", \"people\"} 之类", "add .unit, like {\"人\", \"people\"}"), lint_label(fact), id);
}

static void lint_fact(struct hs_lint *lint, const hs_fact *fact) {
    char part[128];
    if (fact->list == NULL)
        snprintf(part, sizeof part, "facts.%s", fact->id);
    else
        snprintf(part, sizeof part, "facts.%s.%s", fact->list->id, fact->id);
    lint_translation(lint, part, fact->label);
    lint_translation(lint, part, fact->unit);
    lint_translation(lint, part, fact->hint);
    lint_translation(lint, part, fact->evidence);
    for (int32_t i = 0; i < fact->value_count; i++) lint_translation(lint, part, fact->values[i].label);
    lint_help(lint, fact);
    if (fact->type == HS_LIST) lint_list(lint, fact);
    lint->part = "";
}

void lint_facts(struct hs_lint *lint) {
    lint->measure = lint->clause = NULL;
    for (int32_t i = 0; i < hs_engine_fact_count(lint->engine); i++) {
        const hs_fact *fact = hs_engine_fact(lint->engine, i);
        if (!policy_asks(lint->policy, fact)) continue;
        lint_fact(lint, fact);
        for (int32_t f = 0; fact->type == HS_LIST && f < hs_engine_field_count(lint->engine, fact); f++) {
            const hs_fact *field = hs_engine_field(lint->engine, fact, f);
            if (policy_asks(lint->policy, field)) lint_fact(lint, field);
        }
    }
}
