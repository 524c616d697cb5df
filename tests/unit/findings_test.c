/* What `policy check` says, rule by rule, of measures and of documents on either side of its line: held against findings.txt, which
   `build/tests/findings_test print` writes anew. */
#include "findings.h"

#include "golden.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* ---- The document ---------------------------------------------------------------------------------------------------------------- */

#define BARE findings, AS_OF, BY_ACTION, .local = 0
MONEY_FACT(bare, "没有说明", "Bare", BARE);
COUNT_FACT(bare_count, "没有单位", "Bare count", BARE, .unit = {NULL, NULL});
#define bare_level_VALUES(V, of) V(of, none, "None", "None") V(of, low, "低", "Low 低")
CHOICE_FACT(bare_level, "没有译", "没有译", findings, AS_OF, BY_ACTION, HINT("提示", "Hint 提示"), EVIDENCE("Proof", "Proof"));
COUNT_FACT(odd, "单位", "Odd", S, .unit = {"家", "家"});
LIST_FACT(rows, "记录", "Rows", S);
YES_NO_FIELD(rows, seen, "见过", "Seen", AS_OF, .local = 0);

static const hs_measure asking[] = {
    PAID(bare_asked, MORE_THAN(bare_count, COUNT(1)), bare),
    CONDITION(level_asked, IS(bare_level, low)),
    CONDITION(odd_asked, AT_LEAST(odd, COUNT(1))),
    CONDITION(rows_counted, AT_LEAST(HOW_MANY(rows, ALWAYS), COUNT(1))),
};
static const hs_measure looking[] = {CONDITION(rows_seen, SOME(rows, FIELD(rows, seen)))};
static const hs_measure paying[] = {PAID(paid_x, p, CAP(YUAN(5), x))};

CHECK(x_within_y, AT_MOST(x, y), "金额大于另一金额", "x is greater than y");
CHECK(few, ALL(AT_LEAST(n, COUNT(3)), AT_MOST(x, x)), "超过3人，请核对", "few");
CHECK(impossible, ALL(p, NOT(p)), "矛盾", "矛盾");
CHECK(rows_unseen, SOME(rows, FIELD(rows, seen)), "没有见过", "Not seen");

static const hs_limit ceilings_of_several[] = {
    LIMIT(single, CLAUSE("八1"), TITLE("上限", "Ceiling"), .per = ONCE, .ceiling = YUAN(5), .measures = OF(one)),
    LIMIT(single_said, CLAUSE("八2"), TITLE("上限", "Ceiling"), .per = ONCE, .ceiling = YUAN(5), .measures = OF(one),
          .note = {"累计", "All years"}),
    LIMIT(several, CLAUSE("八3"), TITLE("上限", "上限"), .per = YEARLY, .ceiling = CAP(YUAN(7), YUAN(6)), .measures = OF(one, two),
          .note = {"Both", "B"}),
    LIMIT(ceiling_gap, CLAUSE("目标"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = TWO(n), .measures = OF(one, two)),
    LIMIT(ceiling_gap_said, CLAUSE(" 八5"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = TWO(n), .measures = OF(one, two),
          .note = {"首档", "B"}),
};

static const hs_measure measures[] = {AMOUNT(one, FIXED, p, YUAN(5)), AMOUNT(two, FIXED, q, YUAN(6))};
static const hs_silence silences[] = {NOTHING("七丙", "只是目标", "An aim only"), NOTHING("八", "只是要求", "A task only")};
static const hs_limit limits[] = {LIMIT(firm, CLAUSE("六乙"), TITLE("总上限", "Ceiling of all"), .per = YEARLY, .ceiling = YUAN(2000))};

POLICY(findings, .version = "1", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .number = "测发〔2024〕2号", .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .limits = LIMITS(limits));

/* ---- The reading ----------------------------------------------------------------------------------------------------------------- */

/* A policy that can be altered, and another beside it. */
static struct {
    hs_policy policy, other;
    hs_measure measures[2], others[2];
    hs_limit limits[1];
    hs_silence silences[2];
    bool beside, behind; /* the other is there; before the one that is read */
} v;

static FILE *out;

static void begin(void) {
    memcpy(v.measures, measures, sizeof measures);
    memcpy(v.others, measures, sizeof measures);
    memcpy(v.limits, limits, sizeof limits);
    memcpy(v.silences, silences, sizeof silences);
    v.policy = v.other = *huisuan_policy_findings();
    v.policy.measures = v.measures, v.policy.limits = v.limits, v.policy.silences = v.silences;
    v.other.measures = v.others, v.other.id = "other", v.other.limit_count = 0;
    v.beside = v.behind = false;
}

static void say(const hs_finding *finding) {
    fprintf(out, "  %s %s %s %s %s %s: %s | %s | %s | %s\n", finding->severity == HS_WRONG ? "wrong" : "look", finding->rule,
            finding->policy, finding->measure == NULL ? "-" : finding->measure, finding->clause == NULL ? "-" : finding->clause,
            finding->part, finding->what.zh, finding->what.en, finding->fix.zh, finding->fix.en);
}

/* The findings of the policy; `json` as they are written, twice. */
static void check(const char *what, bool json) {
    hs_engine *engine = NULL;
    hs_lint *lint = NULL;
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    if (v.behind) EXPECT_EQUAL(hs_engine_add(engine, &v.other, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &v.policy, NULL, &error), HS_OK);
    if (v.beside) EXPECT_EQUAL(hs_engine_add(engine, &v.other, NULL, &error), HS_OK);
    EXPECT_TEXT(error.en, "");
    if (error.code == HS_OK) EXPECT_EQUAL(hs_policy_lint(&lint, engine, v.behind, &error), HS_OK);
    fprintf(out, "%s\n", what);
    for (int32_t i = 0; !json && lint != NULL && i < hs_lint_count(lint); i++) say(hs_lint_finding(lint, i));
    for (int times = 0; json && lint != NULL && times < 2; times++) {
        size_t length = 0;
        const char *text = hs_lint_json(lint, &length);
        fprintf(out, "  %s\n  %d bytes\n", text, (int)length);
    }
    hs_lint_free(lint);
    hs_engine_free(engine);
}

#define ALTERED(alteration) (begin(), alteration, check(#alteration, false))

static void check_measures(const char *what, const hs_measure *table, int32_t count) {
    begin();
    v.policy.measures = table, v.policy.measure_count = count;
    check(what, false);
}

#define MEASURES(table) check_measures(#table, table, (int32_t)(sizeof(table) / sizeof(table)[0]))

static void check_dates(void) {
    static const hs_date none = {0, 0, 0};
    ALTERED(v.policy.expires = none);
    ALTERED(v.policy.effective = none);
    ALTERED((v.policy.effective = none, v.policy.expires = none));
    ALTERED((v.policy.expires = none, v.policy.note = ((hs_text){"长期有效", "For good"})));
    ALTERED((v.policy.expires = none, v.policy.note = ((hs_text){"说明", "A note"})));
}

static void check_clauses(void) {
    ALTERED(v.measures[0].clause = " 1");
    ALTERED(v.measures[0].clause = "1 ");
    ALTERED(v.measures[0].clause = "\xE3\x80\x80"
                                   "1");
    ALTERED(v.measures[0].clause = "1\xE3\x80\x80");
    ALTERED(v.measures[0].clause = "\xC2\xA0"
                                   "1");
    ALTERED(v.measures[0].clause = "1\xC2\xA0");
    ALTERED(v.measures[0].clause = "1 1");
    ALTERED(v.measures[0].clause = " ");
    ALTERED(v.measures[0].clause = "目标");
    ALTERED(v.measures[1].clause = "①");
    ALTERED(v.limits[0].clause = "六 ");
    ALTERED(v.limits[0].clause = "目标");
    ALTERED(v.silences[0].clause = " 七丙");
    ALTERED(v.silences[0].clause = "目标");
    ALTERED(v.silences[0].clause = "2");
    ALTERED(v.silences[1].clause = v.silences[0].clause);
    ALTERED(v.silences[0].reason.en = "只是目标");
    ALTERED(v.silences[1].reason.en = "只是要求");
}

static void check_matters(void) {
    ALTERED(v.policy.duplication = HS_HIGHEST_NO_DUPLICATE);
    ALTERED(v.measures[0].matter = "site");
    ALTERED((v.measures[0].matter = "site", v.measures[1].matter = "sites"));
    ALTERED((v.measures[0].matter = "site", v.measures[1].matter = "site"));
    ALTERED((v.measures[0].matter = "site", v.measures[1].matter = "site", v.policy.duplication = HS_HIGHEST_WITH_TOP_UP));
    ALTERED((v.measures[0].matter = "site", v.measures[1].matter = "site", v.policy.note = ((hs_text){"未规定不重复享受", "None"})));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "sites", v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.other.duplication = HS_HIGHEST_WITH_TOP_UP, v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.other.duplication = HS_HIGHEST_WITH_TOP_UP,
             v.other.adcode = "330200", v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.other.duplication = HS_HIGHEST_WITH_TOP_UP,
             v.policy.adcode = "330200", v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.other.duplication = HS_HIGHEST_WITH_TOP_UP,
             v.other.adcode = "110106", v.beside = true));
    ALTERED((v.measures[0].matter = "site", v.others[1].matter = "site", v.other.duplication = HS_HIGHEST_WITH_TOP_UP, v.other.id = "early",
             v.behind = true));
}

static void check_document(void) {
    ALTERED(v.policy.name.en = "测试区");
    ALTERED(v.policy.title.zh = "Test");
    ALTERED(v.policy.note = ((hs_text){"说明", "A 说明"}));
    ALTERED((v.policy.limits = ceilings_of_several, v.policy.limit_count = 5));
    check_dates();
    check_clauses();
    check_matters();
}

static void check_facts(void) {
    static const hs_check *const within[] = {x_within_y}, *const others[] = {few, impossible}, *const unseen[] = {rows_unseen};
    static const hs_limit of_x[] = {LIMIT(of_x, CLAUSE("1"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = x)};
    MEASURES(asking);
    MEASURES(looking);
    ALTERED((v.policy.measures = asking, v.policy.measure_count = 4, v.policy.checks = unseen, v.policy.check_count = 1));
    ALTERED((v.policy.measures = asking, v.policy.measure_count = 4, v.policy.checks = unseen, v.policy.check_count = 1,
             v.other.measures = looking, v.other.measure_count = 1, v.beside = true));
    ALTERED((v.policy.checks = within, v.policy.check_count = 1));
    ALTERED((v.policy.checks = within, v.policy.check_count = 1, v.beside = true));
    ALTERED((v.policy.checks = within, v.policy.check_count = 1, v.other.measures = paying, v.other.measure_count = 1, v.beside = true));
    ALTERED((v.policy.checks = within, v.policy.check_count = 1, v.other.measures = paying, v.other.measure_count = 1, v.other.id = "early",
             v.behind = true));
    ALTERED((v.policy.checks = within, v.policy.check_count = 1, v.other.limits = of_x, v.other.limit_count = 1, v.beside = true));
    ALTERED((v.policy.checks = others, v.policy.check_count = 2));
}

/* Of one ALL no more than 64 members are held against each other: here the last is the first once more. */
static void check_many(int32_t count) {
    enum { EACH_MOST = 32, MOST = 3 };
    static hs_node days[EACH_MOST * MOST], groups[MOST];
    static const hs_node *members[EACH_MOST * MOST], *tops[MOST];
    static hs_truth all;
    char what[40];
    for (int32_t i = 0; i < count; i++) {
        int64_t first_of_january = (2000 + (i + 1 == count ? 0 : i)) * INT64_C(10000) + 101;
        days[i] = (hs_node){.op = HS_OP_SINCE, .type = HS_TRUTH, .value = first_of_january};
        members[i] = &days[i];
    }
    int32_t top_count = (count + EACH_MOST - 1) / EACH_MOST;
    for (int32_t i = 0; i < top_count; i++) {
        int32_t left = count - i * EACH_MOST;
        groups[i] = (hs_node){
            .op = HS_OP_ALL, .type = HS_TRUTH, .arguments = members + i * EACH_MOST, .count = left < EACH_MOST ? left : EACH_MOST};
        tops[i] = &groups[i];
    }
    all = (hs_truth){{.op = HS_OP_ALL, .type = HS_TRUTH, .arguments = tops, .count = top_count}};
    begin();
    v.measures[0].when = &all;
    snprintf(what, sizeof what, "%d conditions", (int)count);
    check(what, false);
}

static void write_all(FILE *file) {
    out = file;
    ALTERED((void)0);
    MEASURES(conditions);
    check_many(64);
    check_many(65);
    MEASURES(tiers);
    MEASURES(choices);
    MEASURES(ceilings);
    MEASURES(ranges);
    MEASURES(payments);
    MEASURES(texts);
    MEASURES(bounds);
    check_document();
    check_facts();
    begin();
    v.policy.expires = (hs_date){0, 0, 0}, v.measures[0].clause = "目标";
    check("as JSON", true);
}

int main(int count, char **arguments) { return golden_end(count, arguments, write_all); }
