/* The second reading: what the interval analysis makes of conditions, and that each rule speaks where it should and is silent where not.
   tests/mistakes holds the messages. */
#include "check.h"
#include "domain.h"

#include <huisuan/facts.h>
#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdbool.h>

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof(array)[0]))

/* ---- Conditions ----------------------------------------------------------------------------------------------------------------- */

#define CONDITION(name, ...) static const hs_truth *const name = __VA_ARGS__

CONDITION(at_most_below, ALL(AT_LEAST(annual_revenue, WAN(500)), AT_MOST(annual_revenue, WAN(499))));
CONDITION(one_point, ALL(AT_LEAST(annual_revenue, WAN(500)), AT_MOST(annual_revenue, WAN(500))));
CONDITION(excluded_point, ALL(AT_LEAST(annual_revenue, WAN(500)), LESS_THAN(annual_revenue, WAN(500))));
CONDITION(next_fen, ALL(MORE_THAN(annual_revenue, YUAN(1)), LESS_THAN(annual_revenue, YUAN(2))));
CONDITION(next_count, ALL(MORE_THAN(lease_years, COUNT(1)), LESS_THAN(lease_years, COUNT(2))));
CONDITION(two_values, ALL(IS(park_level, municipal), IS(park_level, national)));
CONDITION(other_values, ALL(IN(park_level, municipal, national), NOT(IS(park_level, national))));
CONDITION(yes_and_no, ALL(in_park, ANY(NOT(in_park), NOT(in_park))));
CONDITION(yes_or_no, ANY(in_park, NOT(in_park)));
CONDITION(either_gap, ALL(ANY(AT_LEAST(lease_years, COUNT(9)), AT_MOST(lease_years, COUNT(1))), AT_LEAST(lease_years, COUNT(3))));
CONDITION(either_all, ANY(AT_LEAST(lease_years, COUNT(3)), LESS_THAN(lease_years, COUNT(3))));
CONDITION(two_facts, ANY(AT_LEAST(lease_years, COUNT(3)), LESS_THAN(annual_revenue, WAN(3))));
CONDITION(from_nothing, AT_LEAST(lease_years, COUNT(0)));
CONDITION(below_nothing, LESS_THAN(lease_years, COUNT(0)));
CONDITION(figure_first, ALL(AT_MOST(COUNT(5), lease_years), MORE_THAN(COUNT(5), lease_years)));
CONDITION(figure_first_most, ALL(AT_LEAST(COUNT(5), lease_years), LESS_THAN(COUNT(5), lease_years)));
CONDITION(sums, AT_LEAST(SUM_COUNT(overseas_sites, ALL(FIELD(overseas_sites, audited), NOT(FIELD(overseas_sites, audited))), COUNT(2)),
                         COUNT(1)));
CONDITION(not_always, NOT(ALWAYS));
CONDITION(records, ALL(SOME(overseas_sites, FIELD(overseas_sites, audited)), SOME(overseas_sites, NOT(FIELD(overseas_sites, audited)))));

static void test_conditions(void) {
    const struct {
        const hs_truth *condition;
        bool can_hold, can_fail;
    } rows[] = {{at_most_below, false, true},
                {one_point, true, true},
                {excluded_point, false, true},
                {next_fen, true, true},
                {next_count, false, true},
                {two_values, false, true},
                {other_values, true, true},
                {yes_and_no, false, true},
                {yes_or_no, true, false},
                {either_gap, true, true},
                {either_all, true, false},
                {two_facts, true, true},
                {from_nothing, true, false},
                {below_nothing, false, true},
                {figure_first, false, true},
                {not_always, false, true},
                {records, true, true},
                {figure_first_most, false, true},
                {sums, true, true}};
    for (int i = 0; i < COUNT_OF(rows); i++) {
        EXPECT_EQUAL(domain_allows(&rows[i].condition->n, true), rows[i].can_hold);
        EXPECT_EQUAL(domain_allows(&rows[i].condition->n, false), rows[i].can_fail);
    }
    EXPECT(!same_fact(NULL, &lease_years_fact) && !same_fact(&lease_years_fact, NULL) && same_fact(NULL, NULL));
    struct domain years = domain_of(&either_gap->n, &lease_years_fact, true);
    EXPECT_EQUAL(years.figure.low, 3);
    EXPECT(years.figure.high == HS_UNBOUNDED);
    struct domain levels = domain_of(&other_values->n, &park_level_fact, true);
    EXPECT_EQUAL(levels.values, 1 << park_level__municipal);
}

/* ---- Policies -------------------------------------------------------------------------------------------------------------------- */

#define SUBSIDY(id, number, ...) MEASURE(id, CLAUSE(number), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY, __VA_ARGS__)
#define TWO_TIERS TIERS(annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40)))
#define NOTE(text) .note = {text, "A note."}

/* Each of these is meant so. */
static const hs_measure measures[] = {
    SUBSIDY(gap_said, "1", .basis = FORMULA, .when = in_park, .pays = TWO_TIERS, NOTE("营业收入不足500万元的不补。")),
    SUBSIDY(tier_of_branch, "2", .basis = FORMULA, .when = in_park, .pays = IF(AT_LEAST(annual_revenue, WAN(500)), TWO_TIERS, YUAN(0))),
    SUBSIDY(cap_binds, "3", .basis = FORMULA, .when = in_park, .pays = CAP(WAN(60), EACH(WAN(1), students_placed))),
    SUBSIDY(text_agrees, "4", .basis = FIXED,
            .when = ALL(MORE_THAN(annual_revenue, WAN(2000)), AT_LEAST(lease_years, COUNT(3)), NOT(AT_LEAST(students_placed, COUNT(50))),
                        AT_MOST(export_value_usd, DOLLARS(500000)), MORE_THAN(overseas_revenue_share, RATE(80))),
            .pays = WAN(1),
            NOTE("收入超过 2,000 万元、租期满3年、输送不满50人、出口50万美元以下、比例超80%的，补1万元，不超过2000万元的不补。")),
    SUBSIDY(other_figure, "5", .basis = FIXED, .when = AT_LEAST(annual_revenue, WAN(2000)), .pays = WAN(1),
            NOTE("超过2001万元、超过2000人、超过2000万美元，2000万元。")),
    SUBSIDY(years_fall, "6", .basis = FORMULA, .when = AT_LEAST(lease_years, COUNT(1)),
            .pays = TIERS(lease_years, FROM(COUNT(1), PERCENT(50, annual_rent)), FROM(COUNT(2), PERCENT(30, annual_rent)))),
    SUBSIDY(ceiling_elsewhere, "7", .basis = ELSEWHERE, .when = in_park, .pays = UP_TO(WAN(300))),
    SUBSIDY(cites, "8", .basis = ELSEWHERE, .when = in_park, .pays = UNSTATED,
            .note = {"按青商规〔2021〕1号执行。", "Governed by 青商规〔2021〕1号 and 第三条, 30 of them."}),
};
static const hs_silence silences[] = {NOTHING("目标", "不设待遇", "Grants nothing; see 8")};
POLICY(quiet, .version = "1", .adcode = "110106", .name = {"某区", "A District"}, .title = {"办法", "Rules"},
       .note = {"文件未载日期。", "The document has no dates."});

static void test_silence(void) {
    hs_engine *engine;
    hs_lint *lint;
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_quiet(), NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_policy_lint(&lint, engine, 0, &error), HS_OK);
    for (int32_t i = 0; i < hs_lint_count(lint); i++) {
        const hs_finding *finding = hs_lint_finding(lint, i);
        printf("%s %s %s: %s\n", finding->rule, finding->measure == NULL ? "" : finding->measure, finding->part, finding->what.zh);
    }
    EXPECT_EQUAL(hs_lint_count(lint), 0);
    size_t length;
    EXPECT_TEXT(hs_lint_json(lint, &length), "{\"policy\":\"quiet\",\"findings\":[]}");
    EXPECT_EQUAL(length, strlen(hs_lint_json(lint, NULL)));
    hs_lint_free(lint);
    hs_lint_free(NULL);
    for (int32_t index = -1; index <= 1; index += 2) {
        EXPECT_EQUAL(hs_policy_lint(&lint, engine, index, &error), HS_USAGE);
        EXPECT(lint == NULL);
    }
    hs_engine_free(engine);
}

int main(void) {
    test_conditions();
    test_silence();
    return checks_end();
}
