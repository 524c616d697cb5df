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
        fprintf(out, "  %s %d %s %s %s: %s | %s\n", SIGNS[d->sign], (int)d->group, d->id == NULL ? "" : d->id, d->part,
                d->clause == NULL ? "" : d->clause, d->text.zh, d->text.en);
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

static void alter_policy(void) {
    ALTERED(v.policy.version = "2.0.0");
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
    ALTERED(v.policy.silence_count = 0);
    ALTERED(v.silences[0].reason.en = "Something else");
    ALTERED(v.silences[0].clause = "51");
}

static void alter_measures(void) {
    static const char *const to[] = {"figure"};
    static const hs_text offices[] = {{"人社局", "HR bureau"}, {"财政局", "Finance bureau"}};
    ALTERED(v.policy.measure_count--);
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
    ALTERED((v.measures[0].instalments[0] = 60, v.measures[0].instalments[1] = 40));
    ALTERED(v.measures[0].matter = "one_matter");
    ALTERED(v.measures[0].note = ((hs_text){"说明", "A note"}));
    ALTERED((v.measures[0].procedure.items = offices, v.measures[0].procedure.count = 2));
    ALTERED((v.measures[0].department.items = offices, v.measures[0].department.count = 1));
    ALTERED(v.measures[0].window = ((hs_window){3, 1, 4, 30}));
    ALTERED((v.measures[0].yields = to, v.measures[0].yield_count = 1));
}

static void alter_limits(void) {
    static const char *const one[] = {"figure", "yearly"};
    ALTERED(v.policy.limit_count = 1);
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

static void write_all(FILE *file) {
    out = file;
    alter_policy();
    alter_measures();
    alter_limits();
    alter_trees();
}

int main(int count, char **arguments) { return golden_end(count, arguments, write_all); }
