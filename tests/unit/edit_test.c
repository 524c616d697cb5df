/* Changes of a policy, spot by spot: what each makes of it, that all else stays, and the spots at which there is nothing. */
#include "check.h"
#include "synthetic.h"

#include <huisuan/huisuan.h>

static const hs_measure edited[] = {
    MEASURE(one, CLAUSE("1"), TITLE("一", "One"), .kind = CASH, .basis = FORMULA, .per = YEARLY,
            .when = ALL(p, AT_LEAST(x, YUAN(100)), NOT(q)), .pays = CAP(YUAN(600), PLUS(x, y)), .years = 3,
            .window = EACH_YEAR(03, 01, 04, 30)),
    MEASURE(two, CLAUSE("2"), TITLE("二", "Two"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = q, .pays = YUAN(5),
            .instalments = {50, 30, 20}),
    MEASURE(three, CLAUSE("3"), TITLE("三", "Three"), RULE, .when = p),
};

static const hs_limit limits[] = {
    LIMIT(a, CLAUSE("4"), TITLE("甲", "A"), .per = YEARLY, .ceiling = LESSER(YUAN(1000), x)),
    LIMIT(b, CLAUSE("5"), TITLE("乙", "B"), .per = ONCE, .ceiling = YUAN(300)),
};

POLICY(synthetic, .version = "1.0.0", .adcode = "999900", .name = {"测试地", "Testland"}, .title = {"测试政策", "Test Policy"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .limits = LIMITS(limits));

static hs_policy policy;

/* The nodes of a tree in order: "ALL p AT_LEAST x 10000 NOT q", an operation by its number. */
static void write_tree(char *text, const hs_node *node) {
    char *end = text + strlen(text);
    if (node->op == HS_OP_FACT)
        sprintf(end, " %s", node->fact->id);
    else if (node->op == HS_OP_CONSTANT)
        sprintf(end, " %" PRId64, node->value);
    else
        sprintf(end, " %s",
                node->op == HS_OP_ALL        ? "ALL"
                : node->op == HS_OP_ANY      ? "ANY"
                : node->op == HS_OP_AT_LEAST ? "AT_LEAST"
                : node->op == HS_OP_AT_MOST  ? "AT_MOST"
                : node->op == HS_OP_NOT      ? "NOT"
                : node->op == HS_OP_CAP      ? "CAP"
                : node->op == HS_OP_LESSER   ? "LESSER"
                                             : "PLUS");
    for (int32_t i = 0; i < node->count; i++) write_tree(text, node->arguments[i]);
}

/* Everything of a policy that an edit can change. */
static const char *text_of(const hs_policy *of) {
    static char text[2048];
    sprintf(text, "%d-%d-%d %d-%d-%d %d-%d-%d", of->effective.year, of->effective.month, of->effective.day, of->expires.year,
            of->expires.month, of->expires.day, of->claimable_until.year, of->claimable_until.month, of->claimable_until.day);
    for (int32_t m = 0; m < of->measure_count; m++) {
        const hs_measure *measure = &of->measures[m];
        strcat(text, "\n");
        write_tree(text, &measure->when->n);
        strcat(text, ";");
        if (measure->pays != NULL) write_tree(text, &measure->pays->n);
        sprintf(text + strlen(text), "; %d; %d %d %d; %d-%d %d-%d", measure->years, measure->instalments[0], measure->instalments[1],
                measure->instalments[2], measure->window.from_month, measure->window.from_day, measure->window.until_month,
                measure->window.until_day);
    }
    for (int32_t i = 0; i < of->limit_count; i++) {
        strcat(text, "\n");
        write_tree(text, &of->limits[i].ceiling->n);
    }
    return text;
}

#define DATES "2023-1-1 2023-12-31 0-0-0"
#define ONE "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30"
#define TWO "\n q; 500; 0; 50 30 20; 0-0 0-0"
#define THREE "\n p;; 0; 0 0 0; 0-0 0-0"
#define LIMIT_A "\n LESSER 100000 x"
#define LIMIT_B "\n 30000"

static void test_edits(void) {
    static const struct {
        hs_edit edit;
        const char *wanted;
    } rows[] = {
        {{.spot = {HS_PART_WHEN, 0, 4}, .value = 20000},
         DATES "\n ALL p AT_LEAST x 20000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 0}, .op = HS_OP_ANY},
         DATES "\n ANY p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 2}, .op = HS_OP_AT_MOST},
         DATES "\n ALL p AT_MOST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 1}, .op = HS_OP_CONSTANT, .value = 1},
         DATES "\n ALL 1 AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 5}, .op = HS_OP_CONSTANT, .value = 0},
         DATES "\n ALL p AT_LEAST x 10000 0; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 5}, .op = HS_EDIT_ARGUMENT, .value = 0},
         DATES "\n ALL p AT_LEAST x 10000 q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WHEN, 0, 0}, .op = HS_EDIT_ARGUMENT, .value = 2},
         DATES "\n NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_PAYS, 0, 1}, .value = 70000},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 70000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_PAYS, 0, 2}, .op = HS_EDIT_ARGUMENT, .value = 1},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_PAYS, 1, 0}, .value = 600}, DATES ONE "\n q; 600; 0; 50 30 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_YEARS, 0, 0}, .value = 30},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 30; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_YEARS, 0, 0}, .value = 31},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; -1; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_YEARS, 1, 0}, .value = -1}, DATES ONE "\n q; 500; -1; 50 30 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_YEARS, 1, 0}, .value = 0}, DATES ONE TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_INSTALMENT, 1, 0}, .value = 10000}, DATES ONE "\n q; 500; 0; 100 30 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_INSTALMENT, 1, 2}, .value = 0}, DATES ONE "\n q; 500; 0; 50 30 0; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_INSTALMENT, 1, 1}, .value = 3001}, DATES ONE "\n q; 500; 0; 50 -1 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_INSTALMENT, 1, 1}, .value = 10100}, DATES ONE "\n q; 500; 0; 50 -1 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_INSTALMENT, 1, 1}, .value = -100}, DATES ONE "\n q; 500; 0; 50 -1 20; 0-0 0-0" THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WINDOW, 0, 0}, .date = {0, 2, 28}},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 2-28 4-30" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_WINDOW, 0, 1}, .date = {0, 5, 31}},
         DATES "\n ALL p AT_LEAST x 10000 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 5-31" TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_EFFECTIVE, 0, 0}, .date = {2022, 2, 3}}, "2022-2-3 2023-12-31 0-0-0" ONE TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_EXPIRES, 0, 0}, .date = {2024, 2, 3}}, "2023-1-1 2024-2-3 0-0-0" ONE TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_CLAIMABLE, 0, 0}, .date = {2024, 2, 3}}, "2023-1-1 2023-12-31 2024-2-3" ONE TWO THREE LIMIT_A LIMIT_B},
        {{.spot = {HS_PART_CEILING, 0, 1}, .value = 7}, DATES ONE TWO THREE "\n LESSER 7 x" LIMIT_B},
        {{.spot = {HS_PART_CEILING, 1, 0}, .value = 7}, DATES ONE TWO THREE LIMIT_A "\n 7"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_revision *revision;
        EXPECT_EQUAL(hs_revision_new(&revision, &policy, &rows[i].edit, 1, NULL), HS_OK);
        if (revision != NULL) EXPECT_TEXT(text_of(hs_revision_policy(revision)), rows[i].wanted);
        hs_revision_free(revision);
    }
    hs_revision *revision; /* several at once, of one spot the last */
    const hs_edit edits[] = {{.spot = {HS_PART_WHEN, 0, 4}, .value = 1},
                             {.spot = {HS_PART_CEILING, 1, 0}, .value = 2},
                             {.spot = {HS_PART_WHEN, 0, 4}, .value = 3}};
    EXPECT_EQUAL(hs_revision_new(&revision, &policy, edits, 3, NULL), HS_OK);
    EXPECT_TEXT(text_of(hs_revision_policy(revision)),
                DATES "\n ALL p AT_LEAST x 3 NOT q; CAP 60000 PLUS x y; 3; 0 0 0; 3-1 4-30" TWO THREE LIMIT_A "\n 2");
    EXPECT(hs_revision_policy(revision)->measures[1].when == edited[1].when); /* what stays is shared */
    EXPECT(hs_revision_policy(revision)->measures[0].pays == edited[0].pays);
    hs_revision_free(revision);
    EXPECT_TEXT(text_of(&policy), DATES ONE TWO THREE LIMIT_A LIMIT_B);
}

static void test_nowhere(void) {
    static const hs_edit nowhere[] = {
        {.spot = {0, 0, 0}},
        {.spot = {HS_PART_WHEN, -1, 0}},
        {.spot = {HS_PART_WHEN, 3, 0}},
        {.spot = {HS_PART_WHEN, 0, -1}},
        {.spot = {HS_PART_WHEN, 0, 7}},
        {.spot = {HS_PART_PAYS, 0, 5}},
        {.spot = {HS_PART_PAYS, 2, 0}},
        {.spot = {HS_PART_YEARS, -1, 0}},
        {.spot = {HS_PART_YEARS, 3, 0}},
        {.spot = {HS_PART_YEARS, 0, 1}},
        {.spot = {HS_PART_WINDOW, -1, 0}},
        {.spot = {HS_PART_WINDOW, 0, 2}},
        {.spot = {HS_PART_WINDOW, 0, -1}},
        {.spot = {HS_PART_INSTALMENT, 3, 0}},
        {.spot = {HS_PART_INSTALMENT, 1, -1}},
        {.spot = {HS_PART_INSTALMENT, 1, HS_INSTALMENTS_MAX}},
        {.spot = {HS_PART_CEILING, -1, 0}},
        {.spot = {HS_PART_CEILING, 2, 0}},
        {.spot = {HS_PART_CEILING, 0, -1}},
        {.spot = {HS_PART_CEILING, 0, 3}},
        {.spot = {HS_PART_WHEN, 0, 0}, .op = HS_EDIT_ARGUMENT, .value = 3},
        {.spot = {HS_PART_WHEN, 0, 0}, .op = HS_EDIT_ARGUMENT, .value = -1},
        {.spot = {HS_PART_WHEN, 0, 1}, .op = HS_EDIT_ARGUMENT, .value = 0},
        {.spot = {HS_PART_EXPIRES, 0, 0}, .op = HS_EDIT_ARGUMENT, .value = 0},
    };
    for (size_t i = 0; i < sizeof nowhere / sizeof nowhere[0]; i++) {
        const hs_edit edits[] = {{.spot = {HS_PART_WHEN, 0, 4}, .value = 1}, nowhere[i]};
        hs_revision *revision;
        hs_error error = {0};
        EXPECT_EQUAL(hs_revision_new(&revision, &policy, edits, 2, &error), HS_USAGE);
        EXPECT(revision == NULL);
        EXPECT_TEXT(error.path, "synthetic");
        EXPECT_TEXT(error.en, "there is nothing at the spot to be changed");
        if (revision != NULL) printf("  in row %zu\n", i);
        hs_revision_free(revision);
    }
}

int main(void) {
    policy = *huisuan_policy_synthetic();
    policy.measures = edited, policy.measure_count = sizeof edited / sizeof edited[0];
    test_edits();
    test_nowhere();
    return checks_end();
}
