/* Reviews and verifications through the library: verdicts at their borders, findings by sign, and what a saved result is held against. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .checks = CHECKS(y_within_x));

static hs_engine *engine;

static char review_json[1 << 16]; /* of the last one */

static int32_t verdict_of(const char *facts, const char *claim, hs_claim *out) {
    char document[512];
    hs_review *review;
    hs_error error = {0};
    snprintf(document, sizeof document, "{\"as_of\":\"2023-06-30\",\"facts\":{%s},%s}", facts, claim);
    if (hs_review_new(&review, engine, document, strlen(document), NULL, &error) != HS_OK) {
        printf("  %s: %s: %s\n", document, error.path, error.en);
        return -1;
    }
    const hs_review_result *result = hs_review_get(review);
    EXPECT_EQUAL(result->places[0].count, 1);
    *out = result->places[0].claims[0];
    snprintf(review_json, sizeof review_json, "%s", hs_review_json(review, NULL));
    hs_review_free(review); /* of *out only figures are read from here on */
    return out->verdict;
}

static void test_claims(void) {
    static const struct {
        const char *facts, *claim;
        int32_t verdict;
        int64_t above;
    } rows[] = {
        /* at most 600 yuan of x */
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":100}", HS_WITHIN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":100.01}", HS_OPEN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":300}", HS_OPEN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":300.01}", HS_ABOVE, 1},
        {"\"x\":700", "\"claims\":{\"synthetic.cap\":600}", HS_WITHIN, 0},
        {"\"x\":700", "\"claims\":{\"synthetic.cap\":700}", HS_ABOVE, 10000},
        {"\"p\":false", "\"claims\":{\"synthetic.fact\":1}", HS_NOT_ENTITLED, 0},
        {"\"p\":null", "\"claims\":{\"synthetic.fact\":1}", HS_CANNOT_TELL, 0},
        {"\"p\":true", "\"claims\":{\"synthetic.fact\":1}", HS_NO_MONEY, 0},
        {"\"p\":true", "\"claims\":{\"synthetic.unstated\":1}", HS_NO_FIGURE, 0},
    };
    hs_claim claim;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(verdict_of(rows[i].facts, rows[i].claim, &claim), rows[i].verdict);
        EXPECT_EQUAL(claim.above, rows[i].above);
        if (checks_failed > before) printf("  in %s %s\n", rows[i].facts, rows[i].claim);
    }
}

static void test_findings(void) {
    static const char range[] = "\"x\":{\"min\":100,\"max\":300}";
    static const struct {
        const char *amount, *reason;
        int64_t differs;
        const char *written;
    } rows[] = {
        {"99.99", "a", -1, "-0.01"},
        {"100", "\\\"a bill of another year", 0, "0"}, /* only its first byte is none that stands for itself */
        {"300", "a", 0, "0"},
        {"300.01", "a", 1, "0.01"},
    };
    hs_claim claim;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char finding[128], wanted[128];
        snprintf(finding, sizeof finding, "\"findings\":{\"synthetic.cap\":{\"amount\":%s,\"reason\":\"%s\"}}", rows[i].amount,
                 rows[i].reason);
        snprintf(wanted, sizeof wanted, "\"finding\":{\"amount\":%s,\"reason\":\"%s\",\"differs\":%s}", rows[i].amount, rows[i].reason,
                 rows[i].written);
        EXPECT_EQUAL(verdict_of(range, finding, &claim), HS_NOT_CLAIMED);
        EXPECT_EQUAL(claim.differs, rows[i].differs);
        EXPECT(strstr(review_json, wanted) != NULL);
        EXPECT(claim.entitled.low == 10000 && claim.entitled.high == 30000); /* the rule's amount stays */
    }
}

/* ---- Why ------------------------------------------------------------------------------------------------------------------------- */

#define PAID .kind = CASH, .basis = FIXED, .per = ONCE

MONEY_FACT(paper, "有据", "On paper", S, .evidence = {"合同", "the contract"});

static const hs_measure reviewed[] = {
    MEASURE(either, CLAUSE("1"), TITLE("其一", "Either"), RULE, .when = ANY(AT_LEAST(x, YUAN(100)), AT_MOST(y, YUAN(5)), IN(level, high))),
    MEASURE(both, CLAUSE("2"), TITLE("都要", "Both"), RULE, .when = ALL(MORE_THAN(n, COUNT(3)), LESS_THAN(r, RATE(10)), p)),
    MEASURE(site, CLAUSE("3"), TITLE("一处", "A site"), PAID, .when = SOME(sites, FIELD(sites, ok)), .pays = YUAN(100)),
    MEASURE(costs, CLAUSE("4"), TITLE("成本", "Costs"), FREE, .pays = SUM(sites, ALWAYS, FIELD(sites, cost))),
    MEASURE(maybe, CLAUSE("5"), TITLE("待定", "Perhaps"), PAID, .when = p, .pays = YUAN(100)),
    MEASURE(one, CLAUSE("6"), TITLE("甲项", "One"), FREE, .matter = "matter", .pays = x),
    MEASURE(two, CLAUSE("7"), TITLE("乙项", "Two"), FREE, .matter = "matter", .pays = y),
    MEASURE(proved, CLAUSE("9"), TITLE("有据", "Proved"), PAID, .when = AT_LEAST(paper, YUAN(1)), .pays = YUAN(60)),
    MEASURE(yields, CLAUSE("8"), TITLE("让位", "Yields"), PAID, .when = ALWAYS, .pays = YUAN(70), .yields = TO(maybe)),
    MEASURE(after, CLAUSE("10"), TITLE("再让", "Yields too"), PAID, .when = ALWAYS, .pays = YUAN(70), .yields = TO(costs)),
};

enum { DATED, BEGINS_LATER, ENDED, LOWERED, ONLY_ONCE, UNDATED };

static hs_policy variant(int which) {
    hs_policy policy = *huisuan_policy_synthetic();
    policy.measures = reviewed, policy.measure_count = sizeof reviewed / sizeof reviewed[0];
    policy.duplication = which == ONLY_ONCE ? HS_HIGHEST_NO_DUPLICATE : HS_HIGHEST_WITH_TOP_UP;
    policy.adjustable = which == LOWERED;
    if (which == BEGINS_LATER || which == UNDATED) policy.effective = (hs_date){0, 0, 0}, policy.expires = (hs_date){0, 0, 0};
    if (which == BEGINS_LATER) policy.effective = (hs_date){2024, 1, 1};
    if (which == ENDED) policy.effective = (hs_date){0, 0, 0}, policy.expires = (hs_date){2022, 12, 31};
    return policy;
}

/* "verdict entitled.low-entitled.high certain", and a line for each reason. ' stands for ". */
static const char *reviewed_as(int which, const char *measure, const char *facts, const char *rest) {
    static const char *const verdicts[] = {[HS_NOT_CLAIMED] = "not claimed",
                                           [HS_WITHIN] = "within",
                                           [HS_ABOVE] = "above",
                                           [HS_OPEN] = "open",
                                           [HS_SET_ASIDE] = "set aside",
                                           [HS_NOT_ENTITLED] = "not entitled",
                                           [HS_NO_FIGURE] = "no figure",
                                           [HS_NO_MONEY] = "no money",
                                           [HS_CANNOT_TELL] = "cannot tell",
                                           [HS_NOT_IN_FORCE] = "not in force"};
    static char text[4096];
    char document[1024];
    const hs_policy policy = variant(which);
    hs_engine *own = NULL;
    hs_error error = {0};
    text[0] = '\0';
    hs_review *review = NULL;
    snprintf(document, sizeof document, "{'as_of':'2023-06-30','facts':{%s}%s}", facts, rest);
    for (char *c = document; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, &error), HS_OK);
    EXPECT_EQUAL(hs_review_new(&review, own, document, strlen(document), NULL, &error), HS_OK);
    if (review == NULL) printf("  %s: %s: %s\n", document, error.path, error.en);
    const hs_review_place *place = review == NULL ? NULL : &hs_review_get(review)->places[0];
    for (int32_t i = 0; place != NULL && i < place->count; i++) {
        const hs_claim *claim = &place->claims[i];
        if (strcmp(claim->measure->measure->id, measure) != 0) continue;
        snprintf(text, sizeof text, "%s %" PRId64 "-%" PRId64 " %" PRId64, verdicts[claim->verdict], claim->entitled.low,
                 claim->entitled.high, claim->certain);
        for (int32_t k = 0; k < claim->why_count; k++) {
            size_t used = strlen(text);
            snprintf(text + used, sizeof text - used, "\n%s | %s", claim->why[k].zh, claim->why[k].en);
        }
    }
    hs_review_free(review);
    hs_engine_free(own);
    return text;
}

static void test_why(void) {
    static const struct {
        int which;
        const char *measure, *facts, *rest, *wanted;
    } rows[] = {
        {DATED, "either", "'x':99.99,'y':6,'level':'low'", "",
         "not entitled 0-0 0\n"
         "不符合 1：以下至少满足一项 | 1 is not met: at least one of these holds\n"
         "不符合 1：金额不低于 100 元（现为 99.99 元，还差 0.01 元） | 1 is not met: Amount x is at least 100 yuan (now 99.99 yuan, "
         "lacking 0.01 yuan)\n"
         "不符合 1：另一金额不超过 5 元（现为 6 元，多出 1 元） | 1 is not met: Amount y is at most 5 yuan (now 6 yuan, too much by 1 "
         "yuan)\n"
         "不符合 1：级别：高 | 1 is not met: Level: High"},
        {DATED, "both", "'n':3,'r':10,'p':false", "",
         "not entitled 0-0 0\n"
         "不符合 2：人数超过 3 人（现为 3 人，还差 1 人） | 2 is not met: People n is more than 3 people (now 3 people, lacking 1 people)\n"
         "不符合 2：比例低于 10%（现为 10%，多出 0.01%） | 2 is not met: Rate r is less than 10% (now 10%, too much by 0.01%)\n"
         "不符合 2：甲 | 2 is not met: Fact p"},
        {DATED, "both", "'n':{'max':3},'r':5,'p':null", "",
         "not entitled 0-0 0\n"
         "不符合 2：人数超过 3 人 | 2 is not met: People n is more than 3 people"},
        {DATED, "site", "'sites':[{'ok':false},{}]", "",
         "cannot tell 0-10000 0\n"
         "下限：条件还不能确定，要看：合格 | low end: the conditions cannot be told yet; it depends on: fit\n"
         "上限：按文件计算 | high end: computed as the document says\n"
         "未填或不确定：“站点第 2 条：合格” | not known: \"Sites, record 2: Fit\""},
        {DATED, "proved", "", "",
         "cannot tell 0-6000 0\n"
         "下限：条件还不能确定，要看：有据 | low end: the conditions cannot be told yet; it depends on: on paper\n"
         "上限：按文件计算 | high end: computed as the document says\n"
         "未填或不确定：“有据”，凭合同可以确定 | not known: \"On paper\"; settled by: the contract"},
        {DATED, "site", "", "",
         "cannot tell 0-10000 0\n"
         "下限：条件还不能确定，要看：站点 | low end: the conditions cannot be told yet; it depends on: sites\n"
         "上限：按文件计算 | high end: computed as the document says\n"
         "未填或不确定：“站点” | not known: \"Sites\""},
        {DATED, "site", "'sites':[{'ok':true}]", "", "within 10000-10000 10000"},
        {DATED, "costs", "'sites':[{'cost':{'min':10,'max':60}}]", "",
         "open 1000-6000 1000\n"
         "下限：还要看你填报的：成本 | low end: it also depends on what you have yet to state: cost\n"
         "上限：还要看你填报的：成本 | high end: it also depends on what you have yet to state: cost\n"
         "未填或不确定：“站点第 1 条：成本” | not known: \"Sites, record 1: Cost\""},
        {DATED, "maybe", "", "",
         "cannot tell 0-10000 0\n"
         "下限：条件还不能确定，要看：甲 | low end: the conditions cannot be told yet; it depends on: fact p\n"
         "上限：按文件计算 | high end: computed as the document says\n"
         "未填或不确定：“甲” | not known: \"Fact p\""},
        {UNDATED, "maybe", "'p':true", "",
         "open 10000-10000 0\n"
         "下限：按文件计算 | low end: computed as the document says\n"
         "上限：按文件计算 | high end: computed as the document says\n"
         "文件效力期不能确定，不计入可确定金额 | whether the policy is in force cannot be told: nothing of it is certain"},
        {LOWERED, "maybe", "'p':true", "",
         "open 10000-10000 0\n"
         "下限：按文件计算；主管部门可以综合调低 | low end: computed as the document says; the authority may lower it\n"
         "上限：按文件计算；主管部门可以综合调低 | high end: computed as the document says; the authority may lower it\n"
         "文件允许主管部门调低金额，不计入可确定金额 | the authority may lower the amount: nothing of it is certain"},
        {BEGINS_LATER, "maybe", "'p':true", "",
         "not in force 0-0 0\n"
         "政策有效期 2024-01-01 至 …，2023-06-30 不在其中 | the policy is in force from 2024-01-01 to …, not on 2023-06-30"},
        {ENDED, "maybe", "'p':true", "",
         "not in force 0-0 0\n"
         "政策有效期 … 至 2022-12-31，2023-06-30 不在其中 | the policy is in force from … to 2022-12-31, not on 2023-06-30"},
        {DATED, "one", "'x':60,'y':40", "", "within 6000-6000 6000"},
        {DATED, "two", "'x':60,'y':40", "",
         "set aside 0-0 0\n"
         "与“甲项”（6）是同一事项，只计一次，就高计算 | one matter with \"One\" (6): counted once, at the higher amount\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {DATED, "two", "'x':{'min':30,'max':60},'y':50", "",
         "open 5000-5000 0\n"
         "与“甲项”（6）是同一事项，只计一次，就高计算；本项的下限较高，合计的下限按本项 | one matter with \"One\" (6): counted once, at "
         "the higher amount; this one's low end is higher and is the one counted\n"
         "下限：按文件计算 | low end: computed as the document says\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {DATED, "two", "'x':{'min':50,'max':60},'y':50", "",
         "set aside 0-0 0\n"
         "与“甲项”（6）是同一事项，只计一次，就高计算 | one matter with \"One\" (6): counted once, at the higher amount\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {DATED, "one", "'x':60,'y':0", ",'received':[{'matter':'matter','amount':20}]",
         "above 4000-4000 4000\n"
         "同一事项已获 20 元，只补差额 | 20 yuan were already received for this matter: only the difference is paid\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {ONLY_ONCE, "one", "'x':60,'y':0", ",'received':[{'matter':'matter','amount':20}]",
         "set aside 0-0 0\n"
         "同一事项已获 20 元，不重复享受；放弃那一项可以恢复本项 | 20 yuan were already received for this matter and it is not paid twice; "
         "giving up the other award would restore this one\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {ENDED, "one", "'x':60,'y':0", /* more than can be added, and for nothing */
         ",'received':[{'matter':'matter','amount':'92233720368547758'},{'matter':'matter','amount':'92233720368547758'}]",
         "not in force 0-0 0\n"
         "政策有效期 … 至 2022-12-31，2023-06-30 不在其中 | the policy is in force from … to 2022-12-31, not on 2023-06-30"},
        {DATED, "yields", "'p':true", "",
         "set aside 0-0 0\n"
         "已享受“待定”（5），不再享受本项 | not paid to who has \"Perhaps\" (5)\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {DATED, "yields", "", "",
         "open 7000-7000 0\n"
         "若享受“待定”（5），就不再享受本项 | not paid should \"Perhaps\" (5) be had\n"
         "下限：按文件计算 | low end: computed as the document says\n"
         "上限：按文件计算 | high end: computed as the document says"},
        {DATED, "yields", "'p':false", "", "within 7000-7000 7000"},
        {DATED, "after", "'sites':[{'cost':{'min':0,'max':60}}]", "",
         "open 7000-7000 0\n"
         "若享受“成本”（4），就不再享受本项 | not paid should \"Costs\" (4) be had\n"
         "下限：按文件计算 | low end: computed as the document says\n"
         "上限：按文件计算 | high end: computed as the document says"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char rest[512];
        int before = checks_failed;
        snprintf(rest, sizeof rest, ",'claims':{'synthetic.%s':50}%s", rows[i].measure, rows[i].rest);
        EXPECT_TEXT(reviewed_as(rows[i].which, rows[i].measure, rows[i].facts, rest), rows[i].wanted);
        if (checks_failed > before) printf("  %s with %s%s\n", rows[i].measure, rows[i].facts, rest);
    }
}

/* A result with assumptions that the engine never writes: it is looked for among them whether the day was given, and they have moved. */
/* ---- Disputes -------------------------------------------------------------------------------------------------------------------- */

/* "was → unknown / value" of each claim and of the total, each with its standing, those that stay in brackets. */
static const char *shifts_of(const hs_dispute *dispute) {
    static const char *const standings[] = {[HS_ELIGIBLE] = "", [HS_INELIGIBLE] = " no", [HS_UNDETERMINED] = " perhaps"};
    static char text[2048];
    text[0] = '\0';
    for (int32_t i = 0; i < dispute->count; i++) {
        const hs_shift *shift = &dispute->shifts[i];
        char value[96] = "", one[256];
        if (dispute->has_value)
            snprintf(value, sizeof value, " / %" PRId64 "-%" PRId64 "%s", shift->value.is.low, shift->value.is.high,
                     standings[shift->value_standing]);
        snprintf(one, sizeof one, "%s%s%s %" PRId64 "-%" PRId64 " > %" PRId64 "-%" PRId64 "%s%s%s", i == 0 ? "" : "; ",
                 shift->moves ? "" : "(", shift->claim == NULL ? "total" : shift->claim->measure->measure->id, shift->unknown.was.low,
                 shift->unknown.was.high, shift->unknown.is.low, shift->unknown.is.high == HS_UNBOUNDED ? -1 : shift->unknown.is.high,
                 standings[shift->unknown_standing], value, shift->moves ? "" : ")");
        strcat(text, one);
    }
    return text;
}

/* What a disputed fact costs: every claim and the total without it, and with the officer's value. In fen; -1: no end. */
static void test_disputes(void) {
    static const struct {
        int which;
        const char *facts, *claims, *evidence, *wanted;
    } rows[] = {
        {DATED, "'x':60,'y':40,'p':true,'sites':[]", "'synthetic.one':60,'synthetic.maybe':100", "'x':{'state':'disputed'}",
         "(maybe 10000-10000 > 10000-10000); one 6000-6000 > 0--1; total 23000-29000 > 21000--1"},
        {DATED, "'x':60,'y':40,'p':true,'sites':[]", "'synthetic.one':60,'synthetic.maybe':100", "'x':{'state':'disputed','value':50}",
         "(maybe 10000-10000 > 10000-10000 / 10000-10000); one 6000-6000 > 0--1 / 5000-5000; total 23000-29000 > 21000--1 / 22000-28000"},
        {DATED, "'x':60,'y':40,'p':true,'sites':[]", "'synthetic.one':60,'synthetic.maybe':100", "'p':{'state':'disputed','value':false}",
         "maybe 10000-10000 > 0-10000 perhaps / 0-0 no; (one 6000-6000 > 6000-6000 / 6000-6000); total 23000-29000 > 13000-29000 / "
         "20000-26000"},
        {DATED, "'x':60,'y':40,'p':false,'sites':[]", "'synthetic.either':1,'synthetic.two':40", "'x':{'state':'disputed','value':100}",
         "either 0-0 > 0-0 perhaps / 0-0; two 0-0 > 4000-4000 / 0-0; total 20000-26000 > 18000--1 / 24000-30000"},
        {DATED, "'x':60,'y':40,'p':false,'sites':[]", "'synthetic.either':1,'synthetic.two':40", "'level':{'state':'disputed'}",
         "(either 0-0 > 0-0 perhaps); (two 0-0 > 0-0); (total 20000-26000 > 20000-26000)"},
        {ENDED, "'x':60,'y':40,'p':true,'sites':[]", "'synthetic.one':60,'synthetic.maybe':100", "'x':{'state':'disputed','value':50}",
         "(maybe 0-0 > 0-0 / 0-0); (one 0-0 > 0-0 / 0-0); (total 0-0 > 0-0 / 0-0)"},
        {DATED, "'x':60,'y':40,'p':true,'sites':[]", "'synthetic.two':40", "'x':{'state':'disputed','value':30}",
         "two 0-0 > 4000-4000 / 4000-4000; total 23000-29000 > 21000--1 / 21000-27000"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char document[1024];
        const hs_policy policy = variant(rows[i].which);
        hs_engine *own = NULL;
        hs_review *review = NULL;
        hs_error error = {0};
        snprintf(document, sizeof document, "{'as_of':'2023-06-30','facts':{%s},'claims':{%s},'evidence':{%s}}", rows[i].facts,
                 rows[i].claims, rows[i].evidence);
        for (char *c = document; *c != '\0'; c++)
            if (*c == '\'') *c = '"';
        EXPECT_EQUAL(hs_engine_new(&own, NULL), HS_OK);
        EXPECT_EQUAL(hs_engine_add(own, &policy, NULL, &error), HS_OK);
        EXPECT_EQUAL(hs_review_new(&review, own, document, strlen(document), NULL, &error), HS_OK);
        if (review == NULL) {
            printf("  %s: %s: %s\n", document, error.path, error.en);
        } else {
            EXPECT_EQUAL(hs_review_get(review)->dispute_count, 1);
            EXPECT_TEXT(shifts_of(&hs_review_get(review)->disputes[0]), rows[i].wanted);
        }
        hs_review_free(review);
        hs_engine_free(own);
    }
}

static void test_undated(const char *saved, size_t size) {
    static const char undated[] = "{\"facts\":{\"x\":700}}", key[] = "\"assumptions\":[";
    const char *at = strstr(saved, key) + sizeof key - 1;
    char *altered = malloc(size + 100);
    hs_verification *verification;
    hs_error error = {0};
    int length = sprintf(altered, "%.*s{},5,{\"zh\":5},{\"zh\":[]},%s", (int)(at - saved), saved, at);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, altered, (size_t)length, undated, sizeof undated - 1, NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("  %s: %s\n", error.path, error.en);
    const hs_verification_result *result = hs_verification_get(verification);
    EXPECT(!result->same && result->replayed);
    EXPECT_EQUAL(result->moved_count, 1);
    EXPECT_TEXT(result->moved[0].path, "assumptions");
    hs_verification_free(verification);
    free(altered);
}

/* A day given outside of the document, and one that the document has gained since: the saved result's day is kept. */
static void test_days(void) {
    static const char undated[] = "{\"facts\":{\"x\":700}}", dated[] = "{\"as_of\":\"2022-06-30\",\"facts\":{\"x\":700}}";
    for (int today = 0; today < 2; today++) {
        const hs_options options = today ? (hs_options){.today = {2023, 6, 30}} : (hs_options){.as_of = {2023, 6, 30}};
        const char *now = today ? dated : undated;
        hs_assessment *assessment;
        hs_verification *verification;
        hs_error error = {0};
        size_t size;
        EXPECT_EQUAL(hs_assess(&assessment, engine, undated, strlen(undated), &options, NULL), HS_OK);
        const char *saved = hs_assessment_json(assessment, &size);
        EXPECT_EQUAL(hs_verification_new(&verification, engine, saved, size, now, strlen(now), NULL, &error), HS_OK);
        const hs_verification_result *result = hs_verification_get(verification);
        EXPECT_EQUAL(result->moved_count, today);
        if (today) EXPECT_TEXT(result->moved[0].path, "assumptions"); /* that no day was given */
        hs_verification_free(verification);
        hs_assessment_free(assessment);
    }
}

static void test_verification(void) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{\"x\":700}}";
    hs_assessment *assessment;
    hs_verification *verification;
    hs_error error = {0};
    size_t size;
    EXPECT_EQUAL(hs_assess(&assessment, engine, document, strlen(document), &(hs_options){.brief = 1}, NULL), HS_OK);
    const char *saved = hs_assessment_json(assessment, &size);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, saved, size, document, strlen(document), NULL, &error), HS_OK);
    EXPECT(hs_verification_get(verification)->same && hs_verification_get(verification)->replayed);
    hs_verification_free(verification);
    for (size_t cut = 0; cut < size; cut += size / 64 + 1) /* no beginning of a result is a result */
        EXPECT_EQUAL(hs_verification_new(&verification, engine, saved, cut, NULL, 0, NULL, &error), HS_INPUT);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, "[]", 2, NULL, 0, NULL, &error), HS_INPUT);
    test_undated(saved, size);
    test_days();
    EXPECT_EQUAL(hs_verification_new(&verification, engine, document, strlen(document), NULL, 0, NULL, NULL), HS_INPUT);
    hs_assessment_free(assessment);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_claims();
    test_findings();
    test_why();
    test_disputes();
    test_verification();
    hs_engine_free(engine);
    return checks_end();
}
