/* A policy as a document: its dates, its clauses, and what it pays only once. */
#include "engine.h"
#include "lint.h"
#include "place.h"

#include <string.h>

/* ---- Dates --------------------------------------------------------------------------------------------------------------------- */

static void lint_dates(struct hs_lint *lint) {
    const hs_policy *policy = lint->policy;
    bool from = date_is_given(policy->effective), to = date_is_given(policy->expires);
    lint->part = from ? "expires" : "effective";
    if ((from && to) || lint_says(policy->note.zh, "日期|施行日|有效期|效力期|失效|长期|试行")) return;
    FIND(lint, HS_LOOK, "dates",
         from ? BOTH("没有失效日，说明里也没有交代", "there is no last day, and the note does not say why")
         : to ? BOTH("没有施行日，说明里也没有交代", "there is no first day, and the note does not say why")
              : BOTH("没有施行日和失效日，说明里也没有交代：是否有效永远不能确定",
                     "there are no dates, and the note does not say why: whether it is in force can never be told"),
         BOTH("写上 .effective = DATE(年, 月, 日) 和 .expires；文件未载的，在 .note 里说明“文件未载日期”",
              "give .effective = DATE(y, m, d) and .expires; where the document has none, say so in .note (文件未载日期)"),
         lint_plain(""));
}

/* ---- Matters -------------------------------------------------------------------------------------------------------------------- */

static int32_t members_of(const hs_engine *engine, const char *matter) {
    int32_t count = 0;
    for (int32_t p = 0; p < engine->count; p++)
        for (int32_t m = 0; m < engine->policies[p]->policy->measure_count; m++) {
            const char *other = engine->policies[p]->policy->measures[m].matter;
            count += other != NULL && strcmp(other, matter) == 0;
        }
    return count;
}

/* Another matter that is spelt nearly alike, or NULL. */
static const char *alike(const hs_engine *engine, const char *matter) {
    struct nearest nearest = {0};
    for (int32_t p = 0; p < engine->count; p++)
        for (int32_t m = 0; m < engine->policies[p]->policy->measure_count; m++) {
            const char *other = engine->policies[p]->policy->measures[m].matter;
            if (other != NULL && strcmp(other, matter) != 0) nearest_try(&nearest, matter, other);
        }
    return nearest.candidate;
}

static void lint_matter(struct hs_lint *lint, const hs_measure *measure) {
    if (measure->matter == NULL || members_of(lint->engine, measure->matter) > 1) return;
    const char *near = alike(lint->engine, measure->matter);
    lint->part = "matter";
    if (near != NULL)
        FIND(lint, HS_WRONG, "matter_alone",
             BOTH("已装的政策里只有这一项措施的事项是 {0}；另有写法相近的 {1}",
                  "no other measure of the policies loaded has the matter {0}; there is one spelt much alike, {1}"),
             BOTH("同一事项要写成同一个词：改为 .matter = \"{1}\"，或确认是另一事项",
                  "one matter has one spelling: write .matter = \"{1}\", unless it is another"),
             lint_plain(measure->matter), lint_plain(near));
    else
        FIND(lint, HS_LOOK, "matter_alone",
             BOTH("已装的政策里只有这一项措施的事项是 {0}，没有可以与它重复的",
                  "no other measure of the policies loaded has the matter {0}, so that nothing can double it"),
             BOTH("给同一事项的另一项措施（本政策的，或上级、下级政策的）写上同一个 .matter，否则删去",
                  "give the other measure for it, here or in the policy of the city or district, the same .matter, or drop this one"),
             lint_plain(measure->matter));
}

/* Whether a policy that applies at one of this one's places has a rule. */
static bool rule_binds(const struct hs_lint *lint) {
    for (int32_t p = 0; p < lint->engine->count; p++) {
        const hs_policy *other = lint->engine->policies[p]->policy;
        if (other->duplication != HS_NO_RULE &&
            (adcode_covers(other->adcode, lint->policy->adcode) || adcode_covers(lint->policy->adcode, other->adcode)))
            return true;
    }
    return false;
}

static void lint_duplication(struct hs_lint *lint) {
    const hs_policy *policy = lint->policy;
    int32_t matters = 0;
    for (int32_t i = 0; i < policy->measure_count; i++) matters += policy->measures[i].matter != NULL;
    lint->part = "duplication";
    if (policy->duplication != HS_NO_RULE && matters == 0)
        FIND(lint, HS_LOOK, "duplication",
             BOTH("写了不重复规则，却没有一项措施写 .matter，规则不起作用",
                  "there is a rule of duplication, but no measure has a .matter, so that it does nothing"),
             BOTH("给可能重复享受的措施写上同一个 .matter", "give the measures that double each other the same .matter"), lint_plain(""));
    if (policy->duplication == HS_NO_RULE && matters > 0 && !rule_binds(lint) && !lint_says(policy->note.zh, "重复"))
        FIND(lint, HS_LOOK, "duplication",
             BOTH("有措施写了 .matter，却没有不重复规则，同一事项会都计入",
                  "measures have a .matter, but there is no rule of duplication, so that all are counted"),
             BOTH("写上 .duplication = HIGHEST_NO_DUPLICATE 或 HIGHEST_WITH_TOP_UP；文件没有这种规则的，在 .note 里说明“未规定不重复享受”",
                  "give .duplication = HIGHEST_NO_DUPLICATE or HIGHEST_WITH_TOP_UP; where the document has no such rule, say so in .note "
                  "(未规定不重复享受)"),
             lint_plain(""));
}

/* ---- Clauses -------------------------------------------------------------------------------------------------------------------- */

static bool has_blank_end(const char *clause) {
    static const char *const blanks[] = {" ", "\xE3\x80\x80", "\xC2\xA0"}; /* U+3000, U+00A0 */
    size_t length = strlen(clause);
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        size_t size = strlen(blanks[i]);
        if (length >= size && (strncmp(clause, blanks[i], size) == 0 || strcmp(clause + length - size, blanks[i]) == 0)) return true;
    }
    return false;
}

static void lint_blanks(struct hs_lint *lint) {
    if (!has_blank_end(lint->clause)) return;
    lint->part = "clause";
    FIND(lint, HS_WRONG, "clause_blank", BOTH("条款号“{0}”首尾有空格", "the clause \"{0}\" begins or ends with a blank"),
         BOTH("删去空格：条款号要与文件逐字相同", "delete the blank: a clause is written exactly as in the document"),
         lint_plain(lint->clause));
}

static void lint_number(struct hs_lint *lint) {
    if (lint_says(lint->clause, "0|1|2|3|4|5|6|7|8|9|一|二|三|四|五|六|七|八|九|十|①|②|③|④|⑤|⑥|⑦|⑧|⑨|I|V|X")) return;
    lint->part = "clause";
    FIND(lint, HS_LOOK, "clause_number", BOTH("条款号“{0}”没有编号，不能据此找到条文", "the clause \"{0}\" bears no number to find it by"),
         BOTH("照文件的编号写，如 CLAUSE(\"四(一)1\")；文件没有编号的，按第几段写",
              "write it as the document numbers it, like CLAUSE(\"四(一)1\"), or say which paragraph it is"),
         lint_plain(lint->clause));
}

static void lint_silence(struct hs_lint *lint, int32_t index) {
    const hs_policy *policy = lint->policy;
    lint->part = "silences";
    for (int32_t i = 0; i < policy->measure_count; i++)
        if (strcmp(policy->measures[i].clause, lint->clause) == 0) {
            FIND(
                lint, HS_WRONG, "clause_both",
                BOTH("条款 {0} 既是措施 {1}，又在 NOTHING 里写作不产生待遇", "the clause {0} is the measure {1} and stands as NOTHING too"),
                BOTH("删去 NOTHING，或改正其中一个条款号", "delete the NOTHING, or correct one of the two clauses"),
                lint_plain(lint->clause), lint_plain(policy->measures[i].id));
            return;
        }
    for (int32_t i = 0; i < index; i++)
        if (strcmp(policy->silences[i].clause, lint->clause) == 0)
            FIND(lint, HS_LOOK, "clause_both", BOTH("条款 {0} 有两个 NOTHING", "the clause {0} stands as NOTHING twice"),
                 BOTH("删去一个，或改正其中一个条款号", "delete one, or correct one of the two clauses"), lint_plain(lint->clause));
}

void lint_document(struct hs_lint *lint) {
    const hs_policy *policy = lint->policy;
    lint_dates(lint);
    lint_duplication(lint);
    for (int32_t i = 0; i < policy->measure_count; i++) {
        lint->measure = policy->measures[i].id;
        lint->clause = policy->measures[i].clause;
        lint_blanks(lint);
        lint_number(lint);
        lint_matter(lint, &policy->measures[i]);
    }
    for (int32_t i = 0; i < policy->limit_count; i++) {
        lint->measure = policy->limits[i].id;
        lint->clause = policy->limits[i].clause;
        lint_blanks(lint);
        lint_number(lint);
    }
    lint->measure = NULL;
    for (int32_t i = 0; i < policy->silence_count; i++) {
        lint->clause = policy->silences[i].clause;
        lint_blanks(lint);
        lint_silence(lint, i);
    }
    lint->clause = NULL;
}
