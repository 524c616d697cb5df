/* Two versions of a policy with every word of the vocabulary that differ in one thing, each thing once, and what is said of them, both ways round:
   held against alterations.txt, which `build/tests/alterations_test print` writes anew. */
#include "synthetic.h"

#include "golden.h"

#include <huisuan/huisuan.h>
#include <stdlib.h>

static const hs_limit limits[] = {
    LIMIT(pair, CLAUSE("81"), TITLE("两项上限", "Ceiling of two"), .per = ONCE, .ceiling = YUAN(700), .measures = OF(amount, yearly)),
    LIMIT(all, CLAUSE("83"), TITLE("总上限", "Ceiling of all"), .per = YEARLY, .ceiling = LESSER(YUAN(2000), y)),
};

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .checks = CHECKS(y_within_x), .limits = LIMITS(limits));

enum { MEASURES = sizeof measures / sizeof measures[0] };

/* A version that can be altered. */
static struct version {
    hs_policy policy;
    hs_measure measures[MEASURES + 1];
    hs_limit limits[3];
    hs_silence silences[2];
} v;

static FILE *out;
static const char *const SIGNS[] = {[HS_SIGN_ADDED] = "+", [HS_SIGN_REMOVED] = "-", [HS_SIGN_CHANGED] = "~"};

static void begin(void) {
    memcpy(v.measures, measures, sizeof measures);
    memcpy(v.limits, limits, sizeof limits);
    memcpy(v.silences, silences, sizeof silences);
    v.policy = *huisuan_policy_synthetic();
    v.policy.measures = v.measures, v.policy.limits = v.limits, v.policy.silences = v.silences;
}

static void say(const char *what, const hs_policy *was, const hs_policy *is) {
    hs_diff *diff = NULL;
    EXPECT_EQUAL(hs_diff_new(&diff, was, is, NULL), HS_OK);
    fprintf(out, "%s\n", what);
    for (int32_t i = 0; diff != NULL && i < hs_diff_count(diff); i++) {
        const hs_difference *d = hs_diff_get(diff, i);
        fprintf(out, "  %s %d %s %s %s: %s | %s", SIGNS[d->sign], (int)d->group, d->id == NULL ? "" : d->id, d->part,
                d->clause == NULL ? "" : d->clause, d->text.zh, d->text.en);
        if (d->name != NULL) fprintf(out, " | %s", d->name);
        if (d->name != NULL || d->type != 0 || d->from != 0 || d->to != 0)
            fprintf(out, " | %d: %lld, %lld", (int)d->type, (long long)d->from, (long long)d->to);
        fprintf(out, "\n");
    }
    hs_diff_free(diff);
}

static void both_ways(const char *what) {
    char back[200];
    snprintf(back, sizeof back, "%s, taken back", what);
    say(what, huisuan_policy_synthetic(), &v.policy);
    say(back, &v.policy, huisuan_policy_synthetic());
}

#define ALTERED(alteration)                                                                                                                \
    do {                                                                                                                                   \
        begin();                                                                                                                           \
        alteration;                                                                                                                        \
        both_ways(#alteration);                                                                                                            \
    } while (0)

/* As y_within_x, with one thing otherwise; and a check of another name. */
static const hs_check y_below_x = {"y_within_x", MORE_THAN(x, y), {"另一金额大于金额", "y is greater than x"}},
                      y_said_otherwise = {"y_within_x", AT_LEAST(x, y), {"另一金额大于金额", "y exceeds x"}},
                      n_within_three = {"n_within_three", AT_MOST(n, COUNT(3)), {"人数过多", "Too many"}};
static const hs_check *const below[] = {&y_below_x}, *const said_otherwise[] = {&y_said_otherwise},
                             *const two_checks[] = {&n_within_three, &y_below_x};

static void alter_policy(void) {
    ALTERED(v.policy.id = "other");
    ALTERED(v.policy.version = "2.0.0");
    ALTERED(v.policy.adcode = "310118");
    ALTERED(v.policy.name = ((hs_text){"另一区", "Other District"}));
    ALTERED(v.policy.title.zh = "另一文件");
    ALTERED(v.policy.number = "测〔2024〕1号");
    ALTERED(v.policy.effective.day = 2);
    ALTERED(v.policy.expires = ((hs_date){0, 0, 0}));
    ALTERED(v.policy.claimable_until = ((hs_date){2024, 6, 30}));
    ALTERED(v.policy.duplication = HS_HIGHEST_WITH_TOP_UP);
    ALTERED(v.policy.duplication = HS_HIGHEST_NO_DUPLICATE);
    ALTERED(v.policy.adjustable = 1);
    ALTERED(v.policy.note = ((hs_text){"说明", "A note"}));
    ALTERED(v.policy.check_count = 0);
    ALTERED(v.policy.checks = below);
    ALTERED(v.policy.checks = said_otherwise);
    ALTERED((v.policy.checks = two_checks, v.policy.check_count = 2));
    ALTERED(v.policy.silence_count = 0);
    ALTERED((v.silences[1] = v.silences[0], v.silences[1].reason.zh = "另有原因", v.policy.silence_count = 2));
    ALTERED((v.silences[1] = v.silences[0], v.silences[0].clause = "21", v.policy.silence_count = 2));
    ALTERED(v.silences[0].reason.en = "Something else");
    ALTERED(v.silences[0].clause = "51");
}

static void alter_measures(void) {
    static const char *const to[] = {"figure"}, *const backwards[] = {"amount", "figure"}, *const other[] = {"figure", "fact", "amount"};
    static const int32_t eighths[HS_INSTALMENTS_MAX] = {30, 10, 10, 10, 10, 10, 10, 10};
    static const hs_text offices[] = {{"人社局", "HR bureau"}, {"财政局", "Finance bureau"}};
    ALTERED(v.policy.measure_count--);
    ALTERED((v.policy.measures++, v.policy.measure_count--));
    ALTERED((v.measures[MEASURES] = measures[0], v.measures[MEASURES].id = "more", v.measures[MEASURES].clause = "99",
             v.policy.measure_count++));
    ALTERED((v.measures[0] = measures[1], v.measures[1] = measures[0]));
    ALTERED(v.measures[0].id = "renamed");
    ALTERED(v.measures[0].clause = "1之一");
    ALTERED(v.measures[0].title.en = "Renamed");
    ALTERED(v.measures[0].kind = HS_LOAN);
    ALTERED(v.measures[0].basis = HS_DISCRETIONARY);
    ALTERED(v.measures[0].per = HS_PER_EVENT);
    ALTERED(v.measures[0].payee = HS_PERSON);
    ALTERED(v.measures[0].years = 3);
    ALTERED(v.measures[0].years = 1);
    ALTERED(v.measures[MEASURES - 7].years = 2);
    ALTERED(v.measures[MEASURES - 6].instalments[0] = 60);
    ALTERED(memcpy(v.measures[MEASURES - 6].instalments, eighths, sizeof eighths));
    ALTERED(v.measures[MEASURES - 7].window.until_day = 29);
    ALTERED(v.measures[MEASURES - 3].yields = backwards);
    ALTERED(v.measures[MEASURES - 3].yields = other);
    ALTERED((v.measures[0].instalments[0] = 60, v.measures[0].instalments[1] = 40));
    ALTERED(v.measures[0].matter = "one_matter");
    ALTERED(v.measures[0].note = ((hs_text){"说明", "A note"}));
    ALTERED((v.measures[0].procedure.items = offices, v.measures[0].procedure.count = 2));
    ALTERED((v.measures[0].department.items = offices, v.measures[0].department.count = 1));
    ALTERED((v.measures[0].pays = measures[22].pays, v.measures[0].kind = HS_CASH));
    ALTERED(v.measures[0].window = ((hs_window){3, 1, 4, 30}));
    ALTERED((v.measures[0].yields = to, v.measures[0].yield_count = 1));
}

static void alter_limits(void) {
    static const char *const one[] = {"figure", "yearly"};
    ALTERED(v.policy.limit_count = 1);
    ALTERED((v.policy.limits++, v.policy.limit_count = 1));
    ALTERED((v.limits[2] = limits[1], v.limits[2].id = "more", v.policy.limit_count = 3));
    ALTERED(v.limits[0].clause = "82");
    ALTERED(v.limits[0].title.zh = "另一上限");
    ALTERED(v.limits[0].per = HS_YEARLY);
    ALTERED(v.limits[0].measures = one);
    ALTERED((v.limits[0].measures = NULL, v.limits[0].measure_count = 0));
    ALTERED(v.limits[0].note = ((hs_text){"说明", "A note"}));
    ALTERED(v.limits[0].ceiling = limits[1].ceiling);
}

/* Each condition and amount gives way to that of the next measure. */
/* A version with one measure and nothing else. */
static hs_policy of_one(const hs_measure *measure) {
    hs_policy policy = *huisuan_policy_synthetic();
    policy.measures = measure, policy.measure_count = 1, policy.limit_count = policy.check_count = 0;
    return policy;
}

/* Two lists of one length, of which the first, or the last, is otherwise in one language. */
static void alter_lists(void) {
    static const hs_text was[] = {{"人社局", "HR bureau"}, {"财政局", "Finance bureau"}},
                         first[] = {{"人社局", "HR office"}, {"财政局", "Finance bureau"}},
                         last[] = {{"人社局", "HR bureau"}, {"税务局", "Finance bureau"}};
    static const hs_text *const lists[] = {first, last};
    for (int i = 0; i < 2; i++) {
        hs_measure of[2] = {measures[0], measures[0]};
        hs_policy policies[2] = {of_one(&of[0]), of_one(&of[1])};
        for (int k = 0; k < 2; k++) of[k].department.items = k == 0 ? was : lists[i], of[k].department.count = 2;
        say(i == 0 ? "the first of two departments" : "the last of two departments", &policies[0], &policies[1]);
    }
}

static void alter_trees(void) {
    char what[100];
    for (int i = 0; i + 1 < MEASURES; i++) {
        begin();
        v.measures[i].when = measures[i + 1].when;
        snprintf(what, sizeof what, "%s: the condition of %s", measures[i].id, measures[i + 1].id);
        both_ways(what);
        if (measures[i + 1].pays == NULL && measures[i].pays == NULL) continue;
        begin();
        v.measures[i].pays = measures[i + 1].pays;
        snprintf(what, sizeof what, "%s: the amount of %s", measures[i].id, measures[i + 1].id);
        both_ways(what);
    }
}

/* ---- Pairs of trees -------------------------------------------------------------------------------------------------------------- */

/* The choice with other values: low is gone, top is new, and high comes last in both. */
enum { other_level__none, other_level__top, other_level__high };
static const hs_value other_levels[] = {{"none", {"无", "~ none"}}, {"top", {"a顶", "z~ top"}}, {"high", {"高", "High"}}};
static const hs_fact other_level_fact = {.id = "level",
                                         .type = HS_CHOICE,
                                         .label = {"级别", "Level"},
                                         .topic = &synthetic_topic_topic,
                                         .values = other_levels,
                                         .value_count = 3,
                                         .hint = {"见测试", "See the test."},
                                         .period = AS_OF,
                                         .change = BY_ACTION};
static const hs_choice other_level[1] = {{{.op = HS_OP_FACT, .type = HS_CHOICE, .fact = &other_level_fact}}};
#define second_VALUES(V, of) V(of, none, "无", "a 0") V(of, low, "低", "Low")
CHOICE_FACT(second, "另一级别", "Second", S);
#define third_VALUES(V, of) V(of, none, "无", "None") V(of, low, "低", "Low")
CHOICE_FACT(third, "又一级别", "Third", S);
static const hs_truth nobody[1] = {{{.op = HS_OP_CONSTANT, .type = HS_TRUTH}}};
LIST_FACT(rows, "记录", "Rows", S);
YES_NO_FIELD(rows, seen, "见过", "Seen", AS_OF, HINT("见测试", "See the test."));

/* One measure with a condition and an amount, in two versions, both ways round. */
static void pair(const char *what, const hs_truth *const when[2], const hs_money *const pays[2]) {
    hs_measure of[2] = {measures[0], measures[0]};
    hs_policy policies[2] = {of_one(&of[0]), of_one(&of[1])};
    char back[400];
    for (int i = 0; i < 2; i++) of[i].when = when[i], of[i].pays = pays[i];
    snprintf(back, sizeof back, "%s, taken back", what);
    say(what, &policies[0], &policies[1]);
    say(back, &policies[1], &policies[0]);
}

#define CONDITIONS(was, is) pair(#was " becomes " #is, (const hs_truth *const[]){was, is}, (const hs_money *const[]){NULL, NULL})
#define AMOUNTS(was, is) pair(#was " becomes " #is, (const hs_truth *const[]){p, p}, (const hs_money *const[]){was, is})

static void pair_conditions(void) {
    CONDITIONS(IN(level, low, high), IN(level, high));
    CONDITIONS(IN(level, none, low), IN(level, low));
    CONDITIONS(IN(level, none, high), IN(other_level, none, high));
    CONDITIONS(IN(level, low, high), IN(other_level, top, high));
    CONDITIONS(IN(level, high), IN(other_level, top));
    CONDITIONS(IN(level, none), IN(second, none));
    CONDITIONS(HAS(kinds, one), HAS(kinds, one, two));
    CONDITIONS(ALL(p, HAS(kinds, one)), ALL(p, HAS(kinds, two)));
    CONDITIONS(NOT(p), NOT(q));
    CONDITIONS(NOT(p), p);
    CONDITIONS(ALWAYS, p);
    CONDITIONS(ALWAYS, nobody);
    CONDITIONS(p, ALL(p, q));
    CONDITIONS(ANY(p, q), q);
    CONDITIONS(ALL(p, q, here), ALL(here, ALL(q, p)));
    CONDITIONS(ANY(p, NOT(AT_LEAST(x, YUAN(1)))), ANY(NOT(AT_LEAST(x, YUAN(2))), p));
    CONDITIONS(ANY(p, NOT(q)), ANY(p, NOT(here)));
    CONDITIONS(ANY(here, ALL(p, q)), ANY(here, ALL(q, NOT(p))));
    CONDITIONS(ANY(here, ALL(p, q)), ANY(here, ALL(NOT(q), NOT(p))));
    CONDITIONS(ALL(here, ANY(p, q)), ALL(here, ANY(NOT(p), q)));
    CONDITIONS(ALL(p, SINCE(2023, 06, 30)), ALL(p, SINCE(2024, 06, 30)));
    CONDITIONS(ALL(p, SINCE(2023, 06, 30)), ALL(p, UNTIL(2023, 06, 30)));
    CONDITIONS(AT_LEAST(x, YUAN(100)), MORE_THAN(x, YUAN(100)));
    CONDITIONS(AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(200)));
    CONDITIONS(AT_LEAST(x, YUAN(100)), AT_LEAST(x, y));
    CONDITIONS(AT_LEAST(x, YUAN(100)), AT_LEAST(y, YUAN(100)));
    CONDITIONS(AT_LEAST(x, YUAN(1)), AT_LEAST(n, COUNT(100)));
    CONDITIONS(ALL(p, AT_LEAST(YUAN(100), x)), ALL(p, AT_LEAST(YUAN(100), y)));
    CONDITIONS(ALL(p, AT_LEAST(x, YUAN(100))), ALL(p, AT_LEAST(y, YUAN(100))));
    CONDITIONS(ALL(p, AT_LEAST(x, YUAN(100))), ALL(p, q));
    CONDITIONS(SOME(sites, FIELD(sites, ok)), SOME(sites, NOT(FIELD(sites, ok))));
    CONDITIONS(SOME(sites, FIELD(sites, ok)), SOME(rows, FIELD(rows, seen)));
    CONDITIONS(SOME(sites, FIELD(sites, ok)), SOME(sites, AT_LEAST(FIELD(sites, cost), YUAN(5))));
}

static void pair_members(void) {
    AMOUNTS(PLUS(x, YUAN(1)), PLUS(x, YUAN(2)));
    AMOUNTS(PLUS(x, YUAN(1)), PLUS(YUAN(1), x));
    AMOUNTS(PLUS(x, YUAN(1)), PLUS(y, YUAN(1)));
    AMOUNTS(PLUS(x, YUAN(1)), PLUS(x, y, YUAN(2)));
    AMOUNTS(PLUS(x, PERCENT(5, y)), PLUS(x, PERCENT(6, y)));
    AMOUNTS(PLUS(x, PERCENT(5, x)), PLUS(x, PERCENT(5, y)));
    AMOUNTS(PLUS(x, PERCENT(5, YUAN(1))), PLUS(x, PERCENT(5, YUAN(2))));
    AMOUNTS(PLUS(x, EACH(YUAN(1), n)), PLUS(x, EACH(YUAN(2), n)));
    AMOUNTS(PLUS(x, EACH(YUAN(1), n)), PLUS(x, EACH(YUAN(1), COUNT(2))));
    AMOUNTS(PLUS(x, CAP(YUAN(1), x)), PLUS(x, CAP(YUAN(2), x)));
    AMOUNTS(PLUS(x, CAP(YUAN(1), x)), PLUS(x, CAP(YUAN(1), y)));
    AMOUNTS(PLUS(x, CAP(YUAN(1), PERCENT(5, x))), PLUS(x, CAP(YUAN(1), PERCENT(6, x))));
    AMOUNTS(PLUS(x, UP_TO(YUAN(1))), PLUS(x, UP_TO(YUAN(2))));
    AMOUNTS(PLUS(x, UP_TO(x)), PLUS(x, UP_TO(y)));
    AMOUNTS(PLUS(x, IF(p, x, y)), PLUS(x, IF(q, x, YUAN(1))));
    AMOUNTS(PLUS(x, IF(p, x, y)), PLUS(x, IF(q, YUAN(1), y)));
    AMOUNTS(PLUS(x, IF(p, x, y)), PLUS(x, IF(p, YUAN(1), YUAN(2))));
    AMOUNTS(PLUS(x, IF(p, x, y)), PLUS(x, IF(q, y, x)));
    AMOUNTS(PLUS(x, ROUND_DOWN(10, x)), PLUS(x, ROUND_DOWN(100, x)));
    AMOUNTS(PLUS(x, ROUND_DOWN(10, x)), PLUS(x, ROUND_DOWN(10, y)));
    AMOUNTS(PLUS(x, EXCESS(x, YUAN(1))), PLUS(x, EXCESS(x, YUAN(2))));
    AMOUNTS(GREATEST(PLUS(x, y), YUAN(1)), GREATEST(YUAN(1), PLUS(YUAN(2), y)));
    AMOUNTS(GREATEST(PLUS(x, y), YUAN(1)), GREATEST(PLUS(YUAN(2), YUAN(3)), YUAN(1)));
    AMOUNTS(GREATEST(x, GREATEST(y, YUAN(1))), GREATEST(x, y));
    AMOUNTS(LESSER(x, y), LESSER(x, YUAN(5)));
    AMOUNTS(LESSER(x, y), GREATEST(x, y));
    AMOUNTS(EACH(YUAN(1), PLUS_COUNT(n, COUNT(2))), EACH(YUAN(1), PLUS_COUNT(n, COUNT(3))));
}

#define FIRST FROM(YUAN(5), YUAN(1))
#define SECOND FROM(YUAN(6), YUAN(2))
#define THIRD FROM(YUAN(7), YUAN(3))

static void pair_tiers(void) {
    AMOUNTS(TIERS(x, FIRST, SECOND, THIRD), TIERS(x, FIRST, THIRD));
    AMOUNTS(TIERS(x, SECOND, THIRD), TIERS(x, FIRST, SECOND, THIRD));
    AMOUNTS(TIERS(x, FIRST, SECOND), TIERS(x, FIRST, THIRD));
    AMOUNTS(TIERS(x, FIRST, SECOND), TIERS(y, FIRST, SECOND));
    AMOUNTS(TIERS(x, FIRST), TIERS(x, FROM(YUAN(5), y)));
    AMOUNTS(TIERS(x, FIRST), TIERS(x, FROM(YUAN(5), YUAN(4)), SECOND));
    AMOUNTS(TIERS(x, FIRST), TIERS(n, FROM(COUNT(5), YUAN(1))));
    AMOUNTS(TIERS(x, FIRST), TIERS(n, FROM(COUNT(500), YUAN(1))));
    AMOUNTS(TIERS(n, FROM(COUNT(1), YUAN(1))), TIERS(n, FROM(COUNT(2), YUAN(1))));
    AMOUNTS(BY(level, (high, YUAN(3)), (low, YUAN(2)), (none, YUAN(0))), BY(level, (none, YUAN(0)), (low, YUAN(2)), (high, YUAN(3))));
    AMOUNTS(BY(level, (high, YUAN(3)), (low, YUAN(2)), (none, YUAN(0))), BY(level, (high, YUAN(3)), (low, x), (none, YUAN(1))));
    AMOUNTS(BY(level, (high, YUAN(3)), (low, YUAN(2)), (none, YUAN(0))), BY(other_level, (high, YUAN(3)), (top, YUAN(2)), (none, YUAN(1))));
    AMOUNTS(BY(level, (high, YUAN(3)), (low, YUAN(2)), (none, YUAN(0))), BY(second, (low, YUAN(2)), (none, YUAN(0))));
    AMOUNTS(BY(second, (low, YUAN(2)), (none, YUAN(0))), BY(second, (low, YUAN(2)), (none, YUAN(1))));
    AMOUNTS(BY(second, (low, YUAN(2)), (none, YUAN(0))), BY(third, (low, YUAN(2)), (none, YUAN(0))));
    AMOUNTS(PLUS(BY(second, (low, YUAN(2)), (none, YUAN(1))), BY(second, (low, YUAN(3)), (none, YUAN(4)))),
            PLUS(BY(second, (none, YUAN(4)), (low, YUAN(3))), BY(second, (none, YUAN(1)), (low, YUAN(2)))));
}

static void pair_amounts(void) {
    AMOUNTS(x, CAP(YUAN(5), x));
    AMOUNTS(PERCENT(5, x), CAP(YUAN(5), PERCENT(6, x)));
    AMOUNTS(x, CAP(YUAN(5), y));
    AMOUNTS(x, UP_TO(x));
    AMOUNTS(x, UP_TO(CAP(YUAN(5), x)));
    AMOUNTS(YUAN(5), FIRST_COME(YUAN(6)));
    AMOUNTS(CAP(YUAN(5), x), UP_TO(x));
    AMOUNTS(UP_TO(YUAN(5)), FIRST_COME(YUAN(5)));
    AMOUNTS(UP_TO(x), UP_TO(y));
    AMOUNTS(x, y);
    AMOUNTS(RANGE(YUAN(1), YUAN(2)), RANGE(YUAN(1), YUAN(3)));
    AMOUNTS(RANGE(YUAN(1), YUAN(2)), RANGE(YUAN(0), x));
    AMOUNTS(EACH(YUAN(1), n), EACH(x, COUNT(2)));
    AMOUNTS(SUM(sites, FIELD(sites, ok), FIELD(sites, cost)), SUM(sites, ALWAYS, YUAN(5)));
    AMOUNTS(SUM(sites, FIELD(sites, ok), YUAN(5)), SUM(rows, FIELD(rows, seen), YUAN(5)));
    AMOUNTS(EACH(YUAN(1), HOW_MANY(sites, FIELD(sites, ok))), EACH(YUAN(1), HOW_MANY(sites, ALWAYS)));
    AMOUNTS(EACH(YUAN(1), HOW_MANY(sites, FIELD(sites, ok))), EACH(YUAN(1), HOW_MANY(rows, FIELD(rows, seen))));
    AMOUNTS(IF(p, x, y), IF(q, YUAN(1), YUAN(2)));
    AMOUNTS(EXCESS(x, y), EXCESS(y, YUAN(1)));
    AMOUNTS(TOP_UP(x, y), TOP_UP(y, YUAN(1)));
    AMOUNTS(EACH(YUAN(1), FULL(COUNT(10), n)), EACH(YUAN(1), FULL(COUNT(20), n)));
    AMOUNTS(EACH(YUAN(1), FULL(COUNT(10), n)), EACH(YUAN(1), FULL(YUAN(10), x)));
    AMOUNTS(ROUND_UP(10, x), ROUND_UP(100, x));
    AMOUNTS(ROUND_UP(10, x), ROUND_HALF_UP(10, x));
    AMOUNTS(ROUND_HALF_UP(10, x), ROUND_HALF_UP(100, y));
    AMOUNTS(PERCENT(5, x), PERCENT(6, y));
    AMOUNTS(PERCENT_OF(r, x), PERCENT_OF(RATE(5), x));
    AMOUNTS(PERCENT_OF(IF_RATE(p, RATE(20), RATE(10)), x), PERCENT_OF(IF_RATE(p, RATE(20), RATE(15)), x));
    AMOUNTS(IN_YUAN(r, d), IN_YUAN(RATE(700), d));
    AMOUNTS(UNSTATED, YUAN(5));
    AMOUNTS(UNSTATED, UP_TO(YUAN(5)));
}

static const hs_check n_within_four = {"n_within_three", AT_MOST(n, COUNT(4)), {"人数过多", "Too many"}};

/* A figure of a check is no constant of the policy, and has no name. */
static void alter_check(void) {
    static const hs_check *const was[] = {&n_within_three}, *const is[] = {&n_within_four};
    hs_policy policies[2] = {of_one(&measures[0]), of_one(&measures[0])};
    policies[0].checks = was, policies[1].checks = is, policies[0].check_count = policies[1].check_count = 1;
    say("the figure of a check", &policies[0], &policies[1]);
}

/* Every measure but the first is gone: more differences than there is room for at once. */
static void lose_measures(void) {
    const hs_policy policy = of_one(&measures[0]);
    say("all gone but one", huisuan_policy_synthetic(), &policy);
}

static void write_json(void) {
    hs_diff *diff = NULL;
    begin();
    v.policy.version = "2.0.0";
    v.measures[22].pays = YUAN(7);
    EXPECT_EQUAL(hs_diff_new(&diff, huisuan_policy_synthetic(), &v.policy, NULL), HS_OK);
    for (int times = 0; diff != NULL && times < 2; times++) {
        size_t length = 0;
        const char *text = hs_diff_json(diff, &length);
        fprintf(out, "%s\n%d bytes\n", text, (int)length);
    }
    hs_diff_free(diff);
}

static void write_all(FILE *file) {
    out = file;
    alter_policy();
    alter_measures();
    alter_limits();
    alter_lists();
    alter_trees();
    pair_conditions();
    pair_members();
    pair_tiers();
    pair_amounts();
    alter_check();
    lose_measures();
    write_json();
}

int main(int count, char **arguments) { return golden_end(count, arguments, write_all); }
