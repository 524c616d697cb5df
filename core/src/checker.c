#include "checker.h"

#include "error.h"
#include "limit.h"
#include "place.h"
#include "text.h"
#include "tree_checker.h"

#include <stdio.h>
#include <string.h>

#define VERSION_CHARACTERS "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.+-"

static int check_head(const hs_policy *policy, hs_error *error) {
    if (policy == NULL)
        return error_set(error, HS_PLUGIN, NOWHERE, "插件没有给出政策表，请写 POLICY(…)",
                         "the plugin gives no policy table; write POLICY(...)");
    struct {
        const char *name;
        uint32_t found, wanted;
    } heads[] = {
        {"magic", policy->magic, HS_MAGIC},
        {"abi", policy->abi, policy->abi >= HS_ABI_MIN && policy->abi <= HS_ABI_CURRENT ? policy->abi : HS_ABI_CURRENT},
        {"size", policy->size, sizeof(hs_policy)},
        {"pointer_size", policy->pointer_size, sizeof(void *)},
        {"toolchain", policy->toolchain, HS_TOOLCHAIN},
        {"node_size", policy->node_size, sizeof(hs_node)},
        {"fact_size", policy->fact_size, sizeof(hs_fact)},
        {"measure_size", policy->measure_size, sizeof(hs_measure)},
    };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (heads[i].found != heads[i].wanted)
            return error_set(error, HS_PLUGIN, AT_PATH(heads[i].name), "%s 为 %u，应为 %u：请用本引擎的头文件重新编译插件",
                             "%s is %u, wanted %u: compile the plugin again with this engine's headers", heads[i].name,
                             (unsigned)heads[i].found, (unsigned)heads[i].wanted);
    return HS_OK;
}

static int check_policy_texts(struct checker *c) {
    const hs_policy *policy = c->policy;
    if (!check_id(c, "id", policy->id)) return HS_PLUGIN;
    size_t version = policy->version == NULL ? 0 : check_length(c, policy->version, 65);
    if (version < 1 || version > 64 || strspn(policy->version, VERSION_CHARACTERS) != version)
        return checker_fault(c, "version", "版本号应为 1 至 64 个字母、数字和 . + -，如 .version = \"1.0.0\"",
                             "a version must have 1 to 64 letters, digits and . + -, like .version = \"1.0.0\"");
    if (policy->adcode == NULL || check_length(c, policy->adcode, 7) != 6 || !adcode_is_valid(policy->adcode))
        return checker_fault(c, "adcode", "adcode 应为六位数字（GB/T 2260）", "the adcode must have six digits (GB/T 2260)");
    if (!check_text(c, "name", policy->name, TEXT_REQUIRED) || !check_text(c, "title", policy->title, TEXT_REQUIRED) ||
        !check_text(c, "note", policy->note, TEXT_OPTIONAL))
        return HS_PLUGIN;
    if (policy->number != NULL && !check_string(c, "number", policy->number)) return HS_PLUGIN;
    return HS_OK;
}

static int check_policy_dates(struct checker *c) {
    const hs_policy *policy = c->policy;
    if (date_is_given(policy->effective) && !date_is_valid(policy->effective))
        return checker_fault(c, "effective", "没有这一天，应写如 DATE(2023, 06, 30)", "there is no such day; write DATE(2023, 06, 30)");
    if (date_is_given(policy->expires) && !date_is_valid(policy->expires))
        return checker_fault(c, "expires", "没有这一天，应写如 DATE(2023, 06, 30)", "there is no such day; write DATE(2023, 06, 30)");
    if (date_is_given(policy->effective) && date_is_given(policy->expires) && date_compare(policy->effective, policy->expires) > 0)
        return checker_fault(c, "expires", "失效日早于施行日，请核对", "the last day is before the first; check both");
    if (date_is_given(policy->claimable_until) && (!date_is_valid(policy->claimable_until) || !date_is_given(policy->expires) ||
                                                   date_compare(policy->claimable_until, policy->expires) <= 0))
        return checker_fault(c, "claimable_until", "应为失效日（.expires）以后的一天", "a day after the last one (.expires) is wanted");
    if (policy->duplication < HS_NO_RULE || policy->duplication > HS_HIGHEST_NO_DUPLICATE)
        return checker_fault(c, "duplication", "不重复规则应为 HIGHEST_WITH_TOP_UP 或 HIGHEST_NO_DUPLICATE，或者不写",
                             "the rule of duplication must be HIGHEST_WITH_TOP_UP or HIGHEST_NO_DUPLICATE, or left out");
    if (policy->adjustable != 0 && policy->adjustable != 1)
        return checker_fault(c, "adjustable", "adjustable 只能为 0 或 1", "adjustable is 0 or 1");
    return HS_OK;
}

static int check_schedule(struct checker *c, const hs_measure *measure) {
    int sum = 0, parts = 0;
    for (; parts < HS_INSTALMENTS_MAX && measure->instalments[parts] != 0; parts++) {
        if (measure->instalments[parts] < 1 || measure->instalments[parts] > 100)
            return checker_fault(c, "instalments", "每期应为 1 至 100 的百分比", "an instalment is a percentage from 1 to 100");
        sum += measure->instalments[parts];
    }
    if (parts > 0 && sum != 100)
        return checker_fault(c, "instalments", "各期相加为 %d%%，应为 100%%", "the instalments add up to %d %%, 100 %% is wanted", sum);
    if (measure->years < 0 || measure->years > HS_YEARS_MAX)
        return checker_fault(c, "years", "years 应为 0 至 %d", "years must be 0 to %d", HS_YEARS_MAX);
    if (parts > 0 && measure->years > 0)
        return checker_fault(c, "years", "years 与 instalments 只能写一个", "give either years or instalments");
    return HS_OK;
}

/* Whether kind, basis and amount fit together. */
static int check_payment(struct checker *c, const hs_measure *measure) {
    if (measure->kind < HS_CASH || measure->kind > HS_RECOGNITION)
        return checker_fault(c, "kind", "缺少 .kind：写 CASH、LOAN、IN_KIND 或 RECOGNITION",
                             ".kind is missing: write CASH, LOAN, IN_KIND or RECOGNITION");
    if (measure->basis < HS_FIXED || measure->basis > HS_ELSEWHERE)
        return checker_fault(c, "basis", "缺少 .basis：写 FIXED、FORMULA、DISCRETIONARY、BETWEEN 或 ELSEWHERE",
                             ".basis is missing: write FIXED, FORMULA, DISCRETIONARY, BETWEEN or ELSEWHERE");
    if (measure->per < HS_ONCE || measure->per > HS_PER_EVENT)
        return checker_fault(c, "per", "缺少 .per：写 ONCE、YEARLY 或 PER_EVENT", ".per is missing: write ONCE, YEARLY or PER_EVENT");
    if (measure->payee < HS_APPLICANT || measure->payee > HS_PERSON)
        return checker_fault(c, "payee", "payee 应为 PERSON，或者不写", "the payee must be PERSON, or left out");
    if (measure->pays != NULL && !check_reach(c, "pays", measure->pays, sizeof *measure->pays)) return HS_PLUGIN;
    bool money = measure->kind == HS_CASH || measure->kind == HS_LOAN;
    if (money && measure->pays == NULL)
        return checker_fault(c, "pays", "资金类措施要写 .pays（没有金额就写 UNSTATED）",
                             "a measure in money has .pays (write UNSTATED where there is no figure)");
    if (!money && measure->pays != NULL)
        return checker_fault(c, "pays", "不涉及资金的措施不写 .pays", "a measure that is not in money has no .pays");
    if (money && measure->pays->n.op == HS_OP_UNSTATED && measure->basis != HS_ELSEWHERE)
        return checker_fault(c, "basis", "没有金额的措施 basis 应为 ELSEWHERE", "a measure without a figure has the basis ELSEWHERE");
    if (money && measure->pays->n.op == HS_OP_UNSTATED && measure->pays->n.count != 0)
        return checker_fault(c, "pays", "UNSTATED 没有操作数", "UNSTATED has no operands");
    return check_schedule(c, measure);
}

static int check_window(struct checker *c, hs_window window) {
    hs_date from = {2024, window.from_month, window.from_day}, until = {2024, window.until_month, window.until_day}; /* a leap year */
    bool none = window.from_month == 0 && window.from_day == 0 && window.until_month == 0 && window.until_day == 0;
    if (none || (date_is_valid(from) && date_is_valid(until))) return HS_OK;
    return checker_fault(c, "window", "没有这一天，应写如 EACH_YEAR(03, 01, 04, 30)",
                         "there is no such day; write EACH_YEAR(03, 01, 04, 30)");
}

/* The measure of this policy with an id; NULL where there is none. */
static const hs_measure *find_measure(const hs_policy *policy, const char *id) {
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (strcmp(policy->measures[i].id, id) == 0) return &policy->measures[i];
    return NULL;
}

/* Ids of measures of this policy, all of which are checked already. */
static int check_ids(struct checker *c, const char *part, const char *const *ids, int32_t count) {
    if (count < 0 || count > CHECKER_MEASURES_MAX || (count > 0 && ids == NULL))
        return checker_fault(c, part, "应为措施编号", "ids of measures are wanted");
    if (count > 0 && !check_reach(c, part, ids, (size_t)count * sizeof *ids)) return HS_PLUGIN;
    for (int32_t i = 0; i < count; i++) {
        if (!check_id(c, part, ids[i])) return HS_PLUGIN;
        const hs_measure *measure = find_measure(c->policy, ids[i]);
        if (measure == NULL) return checker_fault(c, part, "没有编号为 %s 的措施", "there is no measure with the id %s", ids[i]);
        if (measure->kind != HS_CASH || measure->payee != HS_APPLICANT)
            return checker_fault(c, part, "%s 不是给申请主体的资金", "%s is no cash for the applicant", ids[i]);
        for (int32_t k = 0; k < i; k++)
            if (strcmp(ids[i], ids[k]) == 0) return checker_fault(c, part, "%s 写了两次", "%s stands there twice", ids[i]);
    }
    return HS_OK;
}

/* One that others yield to yields to none: who comes first is always clear. */
static int check_yields(struct checker *c, const hs_measure *measure) {
    snprintf(c->where, sizeof c->where, "%s.%s", c->policy->id, measure->id);
    c->clause = measure->clause;
    int status = check_ids(c, "yields", measure->yields, measure->yield_count);
    for (int32_t i = 0; status == HS_OK && i < measure->yield_count; i++)
        if (find_measure(c->policy, measure->yields[i])->yield_count > 0)
            status = checker_fault(c, "yields", "%s 本身也让位于别的措施，先后应当明确",
                                   "%s yields to others itself; say which comes first", measure->yields[i]);
    if (status == HS_OK && measure->yield_count > 0 && (measure->kind != HS_CASH || measure->payee != HS_APPLICANT))
        status = checker_fault(c, "yields", "只有给申请主体的资金才有先后", "only cash for the applicant yields");
    if (status == HS_OK && measure->yield_count > 0 && measure->matter != NULL)
        status = checker_fault(c, "yields", "yields 与 matter 只能写一个", "give either yields or a matter");
    return status;
}

static int check_measure(struct checker *c, const hs_measure *measure, int32_t index) {
    snprintf(c->where, sizeof c->where, "measures[%d]", (int)index);
    if (!check_id(c, "id", measure->id)) return HS_PLUGIN;
    snprintf(c->where, sizeof c->where, "%s.%s", c->policy->id, measure->id);
    for (int32_t i = 0; i < index; i++)
        if (strcmp(c->policy->measures[i].id, measure->id) == 0)
            return checker_fault(c, "id", "措施编号重复", "another measure has this id");
    if (measure->clause == NULL || !check_string(c, "clause", measure->clause)) {
        if (measure->clause == NULL)
            checker_fault(c, "clause", "缺少条款号，请写 CLAUSE(\"…\")", "the clause is missing; write CLAUSE(\"...\")");
        return HS_PLUGIN;
    }
    c->clause = measure->clause;
    if (!check_text(c, "title", measure->title, TEXT_REQUIRED) || !check_text(c, "note", measure->note, TEXT_OPTIONAL) ||
        !check_texts(c, "procedure", measure->procedure) || !check_texts(c, "department", measure->department))
        return HS_PLUGIN;
    if (measure->matter != NULL && !check_id(c, "matter", measure->matter)) return HS_PLUGIN;
    int status = check_payment(c, measure);
    if (status == HS_OK) status = check_window(c, measure->window);
    if (status != HS_OK) return status;
    if (measure->when == NULL)
        return checker_fault(c, "when", "缺少 .when（人人可享就写 ALWAYS）", ".when is missing (write ALWAYS where everybody may have it)");
    status = check_tree(c, "when", &measure->when->n, HS_TRUTH);
    if (status == HS_OK && measure->pays != NULL && measure->pays->n.op != HS_OP_UNSTATED)
        status = check_tree(c, "pays", &measure->pays->n, HS_MONEY);
    return status;
}

static int check_silence(struct checker *c, const hs_silence *silence, int32_t index) {
    snprintf(c->where, sizeof c->where, "silences[%d]", (int)index);
    if (silence->clause == NULL)
        return checker_fault(c, "clause", "缺少条款号，请写 CLAUSE(\"…\")", "the clause is missing; write CLAUSE(\"...\")");
    if (!check_string(c, "clause", silence->clause) || !check_text(c, "reason", silence->reason, TEXT_REQUIRED)) return HS_PLUGIN;
    return HS_OK;
}

static int check_check(struct checker *c, const hs_check *check, int32_t index) {
    snprintf(c->where, sizeof c->where, "checks[%d]", (int)index);
    if (check != NULL && !check_reach(c, "checks", check, sizeof *check)) return HS_PLUGIN;
    if (check == NULL || check->holds == NULL) return checker_fault(c, "holds", "缺少条件", "the condition is missing");
    if (!check_id(c, "id", check->id) || !check_text(c, "warning", check->warning, TEXT_REQUIRED)) return HS_PLUGIN;
    return check_tree(c, "holds", &check->holds->n, HS_TRUTH);
}

/* ---- Limits ---------------------------------------------------------------------------------------------------------------------- */

/* Two limits that share a measure without one holding the other's could not be applied one after the other. */
static bool limits_cross(const hs_limit *x, const hs_limit *y) {
    int32_t shared = 0;
    for (int32_t i = 0; i < x->measure_count; i++) shared += limit_holds(y, x->measures[i]);
    return shared > 0 && shared < x->measure_count && shared < y->measure_count;
}

static int check_limit(struct checker *c, const hs_limit *limit, int32_t index) {
    snprintf(c->where, sizeof c->where, "limits[%d]", (int)index);
    if (!check_id(c, "id", limit->id)) return HS_PLUGIN;
    if (limit->clause == NULL)
        return checker_fault(c, "clause", "缺少条款号，请写 CLAUSE(\"…\")", "the clause is missing; write CLAUSE(\"...\")");
    if (!check_string(c, "clause", limit->clause)) return HS_PLUGIN;
    c->clause = limit->clause;
    if (!check_text(c, "title", limit->title, TEXT_REQUIRED) || !check_text(c, "note", limit->note, TEXT_OPTIONAL)) return HS_PLUGIN;
    if (limit->per != HS_ONCE && limit->per != HS_YEARLY)
        return checker_fault(c, "per", "应为 YEARLY（每年）或 ONCE（累计）", "YEARLY (in each year) or ONCE (over all) is wanted");
    if (limit->ceiling == NULL) return checker_fault(c, "ceiling", "缺少上限", "the ceiling is missing");
    if ((limit->measures == NULL) != (limit->measure_count == 0))
        return checker_fault(c, "measures", "应写 OF(…)，或者不写", "write OF(…), or nothing");
    int status = check_ids(c, "measures", limit->measures, limit->measure_count);
    for (int32_t i = 0; status == HS_OK && i < index; i++) {
        const hs_limit *other = &c->policy->limits[i];
        if (strcmp(other->id, limit->id) == 0)
            status = checker_fault(c, "id", "另一个上限也用这个编号", "another limit has this id");
        else if (limits_cross(other, limit))
            status = checker_fault(c, "measures", "与 %s 部分重叠；两个上限的措施应当互不相干，或一个包含另一个",
                                   "overlaps with %s in part; of two limits one holds the other's measures, or they share none", other->id);
    }
    return status == HS_OK ? check_tree(c, "ceiling", &limit->ceiling->n, HS_MONEY) : status;
}

static int check_tables(struct checker *c) {
    const hs_policy *policy = c->policy;
    if (policy->measures == NULL || policy->measure_count < 1 || policy->measure_count > CHECKER_MEASURES_MAX)
        return checker_fault(c, "measures", "应有 1 至 %d 条措施", "1 to %d measures are wanted", CHECKER_MEASURES_MAX);
    if (policy->silence_count < 0 || policy->silence_count > CHECKER_MEASURES_MAX ||
        (policy->silence_count > 0 && policy->silences == NULL))
        return checker_fault(c, "silences", "silences 无效", "not a table of clauses that grant nothing");
    if (policy->check_count < 0 || policy->check_count > CHECKER_MEASURES_MAX || (policy->check_count > 0 && policy->checks == NULL))
        return checker_fault(c, "checks", "checks 无效", "not a table of checks");
    if (policy->limit_count < 0 || policy->limit_count > HS_LIMITS_MAX || (policy->limit_count > 0 && policy->limits == NULL))
        return checker_fault(c, "limits", "上限最多 %d 个", "at most %d limits", HS_LIMITS_MAX);
    if (!check_reach(c, "measures", policy->measures, (size_t)policy->measure_count * sizeof *policy->measures) ||
        (policy->limit_count > 0 && !check_reach(c, "limits", policy->limits, (size_t)policy->limit_count * sizeof *policy->limits)) ||
        (policy->silence_count > 0 &&
         !check_reach(c, "silences", policy->silences, (size_t)policy->silence_count * sizeof *policy->silences)) ||
        (policy->check_count > 0 && !check_reach(c, "checks", policy->checks, (size_t)policy->check_count * sizeof *policy->checks)))
        return HS_PLUGIN;
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < policy->measure_count; i++) status = check_measure(c, &policy->measures[i], i);
    for (int32_t i = 0; status == HS_OK && i < policy->measure_count; i++) status = check_yields(c, &policy->measures[i]);
    for (int32_t i = 0; status == HS_OK && i < policy->limit_count; i++) status = check_limit(c, &policy->limits[i], i);
    c->clause = NULL;
    for (int32_t i = 0; status == HS_OK && i < policy->silence_count; i++) status = check_silence(c, &policy->silences[i], i);
    for (int32_t i = 0; status == HS_OK && i < policy->check_count; i++) status = check_check(c, policy->checks[i], i);
    return status;
}

int checker_check(const hs_policy *policy, struct extent extent, hs_error *error) {
    struct checker c = {.policy = policy, .extent = extent, .error = error, .budget = CHECKER_NODES_MAX};
    if (policy != NULL && !check_reach(&c, "policy", policy, sizeof *policy)) return HS_PLUGIN;
    int status = check_head(policy, error);
    if (status == HS_OK) status = check_policy_texts(&c);
    if (status == HS_OK) status = check_policy_dates(&c);
    if (status == HS_OK) status = check_tables(&c);
    return status;
}
