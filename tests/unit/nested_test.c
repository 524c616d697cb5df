/* Conditions within conditions and amounts within amounts: what is missing, what would change it, what stands in the way and what each end rests
   on, where the single forms of synthetic.h have nothing to say. */
#include "synthetic.h"

#include "advice.h"

MONEY_FACT(z, "第三金额", "Amount z", S);
YES_NO_FACT(born, "本地设立", "Founded here", synthetic_topic, AS_OF, NEVER, HINT("见测试", "See the test."));

#define OK FIELD(sites, ok)
#define LAST_DAY UNTIL(2023, 06, 29)
#define NEXT_DAY SINCE(2023, 07, 01)

static const hs_measure nested[] = {
    MEASURE(kept, CLAUSE("1"), TITLE("首项", "Kept"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = ALL(SOME(sites, OK), p),
            .pays = BY(level, (high, YUAN(100)), (low, YUAN(50)), (none, YUAN(0)))),
    MEASURE(three, CLAUSE("2"), TITLE("三项", "Three"), RULE, .when = ALL(p, q, AT_LEAST(x, YUAN(100)))),
    MEASURE(four, CLAUSE("3"), TITLE("四项", "Four"), RULE, .when = ALL(p, q, AT_LEAST(x, YUAN(100)), IN(level, high))),
    MEASURE(between, CLAUSE("4"), TITLE("之间", "Between"), RULE, .when = ALL(AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(200)))),
    MEASURE(two_sites, CLAUSE("5"), TITLE("两处", "Two"), RULE, .when = ALL(p, SOME(sites, OK), SOME(sites, NOT(OK)))),
    MEASURE(born, CLAUSE("6"), TITLE("本地", "Founded"), RULE, .when = ALL(p, born)),
    MEASURE(day, CLAUSE("7"), TITLE("期内", "In time"), RULE, .when = ALL(p, LAST_DAY)),
    MEASURE(day_or, CLAUSE("8"), TITLE("期内或甲", "In time or p"), RULE, .when = ANY(LAST_DAY, ALL(born, p, AT_LEAST(x, YUAN(1))))),
    MEASURE(days, CLAUSE("9"), TITLE("两期", "Two times"), RULE, .when = ANY(LAST_DAY, NEXT_DAY)),
    MEASURE(before, CLAUSE("18"), TITLE("以前", "Before"), RULE, .when = NOT(ANY(SINCE(2023, 06, 01), p))),
    MEASURE(before_or, CLAUSE("19"), TITLE("以前或本地", "Before or here"), RULE, .when = NOT(ALL(SINCE(2023, 06, 01), NOT(born)))),
    MEASURE(in_time_or, CLAUSE("20"), TITLE("期内甲或本地", "In time, or here"), RULE, .when = ANY(ALL(p, LAST_DAY), born)),
    MEASURE(neither, CLAUSE("10"), TITLE("都不", "Neither"), RULE, .when = NOT(ANY(p, HAS(kinds, one), SOME(sites, OK)))),
    MEASURE(low_side, CLAUSE("11"), TITLE("低端", "Low side"), FREE, .pays = RANGE(EXCESS(x, RANGE(y, z)), x)),
    MEASURE(less_range, CLAUSE("11"), TITLE("减去区间", "Less a range"), FREE, .pays = EXCESS(x, RANGE(y, z))),
    MEASURE(elsewhere_range, CLAUSE("14"), TITLE("另文区间", "Elsewhere, a range"), .kind = CASH, .basis = ELSEWHERE, .per = ONCE,
            .when = ALWAYS, .pays = RANGE(YUAN(1), YUAN(2))),
    MEASURE(high_side, CLAUSE("12"), TITLE("高端", "High side"), FREE, .pays = UP_TO(EXCESS(x, RANGE(y, z)))),
    MEASURE(funds, CLAUSE("13"), TITLE("先到先得", "First come"), FREE, .pays = UP_TO(WHILE_FUNDS_LAST(YUAN(600), x))),
    MEASURE(elsewhere, CLAUSE("14"), TITLE("另文", "Elsewhere"), .kind = CASH, .basis = ELSEWHERE, .per = ONCE, .when = ALWAYS,
            .pays = UP_TO(x)),
    MEASURE(many, CLAUSE("15"), TITLE("多项", "Many"), .kind = CASH, .basis = FIXED, .per = ONCE,
            .when = ALL(p, q, born, AT_LEAST(x, YUAN(1)), AT_LEAST(y, YUAN(1)), AT_LEAST(z, YUAN(1)), AT_LEAST(d, DOLLARS(1)),
                        AT_LEAST(n, COUNT(1)), HAS(kinds, one)),
            .pays = YUAN(5)),
    MEASURE(few, CLAUSE("16"), TITLE("八项", "Eight"), .kind = CASH, .basis = FIXED, .per = ONCE,
            .when = ALL(p, q, born, AT_LEAST(x, YUAN(1)), AT_LEAST(y, YUAN(1)), AT_LEAST(z, YUAN(1)), AT_LEAST(d, DOLLARS(1)),
                        AT_LEAST(n, COUNT(1))),
            .pays = YUAN(5)),
    MEASURE(shares, CLAUSE("17"), TITLE("各处合计", "Of the sites"), FREE,
            .pays = SUM(sites, AT_LEAST(FIELD(sites, cost), YUAN(10)), IF(p, PERCENT_OF(r, FIELD(sites, cost)), YUAN(3)))),
    MEASURE(beyond, CLAUSE("21"), TITLE("超过", "Beyond"), RULE, .when = SOME(sites, MORE_THAN(FIELD(sites, cost), x))),
    MEASURE(none_like, CLAUSE("22"), TITLE("没有", "None"), RULE,
            .when = NOT(SOME(sites, ALL(OK, MORE_THAN(FIELD(sites, cost), YUAN(5)))))),
    MEASURE(shared, CLAUSE("23"), TITLE("占比", "Share"), RULE, .when = SOME(sites, AT_LEAST(FIELD(sites, cost), PERCENT_OF(r, x)))),
    MEASURE(kinds_two, CLAUSE("24"), TITLE("两类", "Two kinds"), RULE,
            .when = ALL(HAS(kinds, one), HAS(kinds, two), NOT(HAS(kinds, three)))),
    MEASURE(not_low, CLAUSE("25"), TITLE("非低", "Not low"), RULE, .when = NOT(IN(level, low))),
    MEASURE(each_tier, CLAUSE("26"), TITLE("各处分档", "Tiers of the sites"), FREE,
            .pays = SUM(sites, OK, TIERS(FIELD(sites, cost), FROM(YUAN(10), YUAN(1)), FROM(YUAN(20), YUAN(5))))),
    MEASURE(other_branch, CLAUSE("27"), TITLE("另一支", "Other branch"), FREE, .pays = IF(ALL(p, q), YUAN(9), IF(q, YUAN(4), YUAN(2)))),
    MEASURE(product, CLAUSE("28"), TITLE("乘积", "Product"), FREE, .pays = PERCENT_OF(r, EACH(x, n))),
    MEASURE(most, CLAUSE("29"), TITLE("就高", "The greatest"), FREE, .pays = GREATEST(CAP(YUAN(10), x), y, YUAN(5))),
    MEASURE(within, CLAUSE("31"), TITLE("甲与之间", "p and between"), RULE, .when = ALL(p, AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(200)))),
    MEASURE(no_third, CLAUSE("32"), TITLE("无第三类", "Not of kind three"), RULE, .when = NOT(ANY(p, HAS(kinds, three)))),
    MEASURE(by_two, CLAUSE("33"), TITLE("按级", "By level"), FREE, .pays = BY(level, (high, x), (low, y), (none, YUAN(0)))),
    MEASURE(alike, CLAUSE("34"), TITLE("都一样", "Alike"), FREE, .pays = PLUS(IF(p, x, x), BY(level, (high, x), (low, x), (none, x)))),
    MEASURE(of_fit, CLAUSE("35"), TITLE("合格的成本", "Cost of the fit"), FREE, .pays = SUM(sites, OK, FIELD(sites, cost))),
    MEASURE(either_and, CLAUSE("36"), TITLE("其一与金额", "Either and x"), RULE, .when = ALL(ANY(p, q), AT_LEAST(x, YUAN(100)))),
    MEASURE(at_most, CLAUSE("37"), TITLE("甲与上限", "p and at most"), RULE, .when = ALL(p, AT_MOST(x, YUAN(200)))),
    MEASURE(under, CLAUSE("30"), TITLE("低于", "Under"), RULE, .when = LESS_THAN(x, y)),
};

static const hs_measure twice[] = {
    MEASURE(one, CLAUSE("1"), TITLE("其一", "One"), RULE, .when = ALL(ANY(q, born), SOME(sites, ALL(OK, p)))),
    MEASURE(other, CLAUSE("2"), TITLE("其二", "Other"), RULE, .when = ANY(ANY(born, q), ANY(q, born), SOME(sites, ALL(OK, p)))),
};

CHECK(sites_fit, NOT(SOME(sites, NOT(OK))), "有站点不合格", "a site is not fit");

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .checks = CHECKS(sites_fit));

static void test_missing(void) {
    static const struct row rows[] = {
        {"kept", "", "sites p level"},
        {"kept", "'level':'low'", "sites p"},
        {"between", "", "x<10000,20001>"},
        {"between", "'x':{'min':100}", "x<20001>"},
        {"two_sites", "'p':true,'sites':[{},{'ok':true}]", "sites[0].ok"},
        {"born", "'p':true", "born"},
        {"day", "", ""}, /* it is too late whatever p is */
        {"neither", "'kinds':[]", "p sites"},
        {"neither", "'p':true", ""},
        /* what is taken off asks for the other end */
        {"low_side", "", "x z"},
        {"high_side", "", "x y"},
        {"high_side", "'x':0", ""},
        {"funds", "'x':{'min':600}", ""},
        {"funds", "", "x<60000>"},
        {"shares", "", "sites p r"},
        {"shares", "'sites':[{'cost':10}]", "r p"},
        {"shares", "'sites':[{'cost':10}],'p':false", ""},
        {"shares", "'sites':[{'cost':9.99},{}],'p':false", "sites[1].cost<1000>"},
        {"beyond", "", "sites x"},
        {"beyond", "'x':5", "sites"},
        {"beyond", "'sites':[{'cost':7}]", "x<700>"},
        {"beyond", "'sites':[{},{'cost':1}],'x':5", "sites[0].cost<501>"},
        {"none_like", "'sites':[{'cost':7},{'cost':5}]", "sites[0].ok"},
        {"shared", "'sites':[{'cost':7}]", "r x"},
        {"shared", "'sites':[{'cost':7}],'r':50", "x<1401>"},
        {"shared", "", "sites r x"},
        {"kinds_two", "", "kinds"},
        {"each_tier", "'sites':[{'ok':true},{'cost':15}]", "sites[0].cost<1000,2000> sites[1].ok"},
        {"each_tier", "'sites':[{'cost':9}]", ""},
        {"each_tier", "'sites':[{'cost':9},{'cost':15},{'ok':false}]", "sites[1].ok"},
        {"of_fit", "'sites':[{'cost':0.01},{'cost':0},{'cost':0.02,'ok':true}]", "sites[0].ok"}, /* a fen is something */
        {"by_two", "", "x y level"},
        {"alike", "", "x"}, /* whatever p is */
        {"by_two", "'level':'high'", "x"},
        {"by_two", "'level':'low'", "y"},
        {"by_two", "'level':'none'", ""},
        {"by_two", "'x':7,'y':7", "level"}, /* nothing may be paid as well */
        {"other_branch", "", "q p"},
        {"other_branch", "'q':true", "p"},
        {"other_branch", "'q':false", ""},
        {"product", "", "r x n"},
        {"product", "'n':0", ""},
        {"product", "'x':{'max':0.01},'n':{'max':1}", "r x n"}, /* a fen is something */
        {"most", "", "x<1000> y"},
        {"most", "'y':10", ""},
        {"most", "'y':9.99", "x<1000>"},
        {"most", "'x':10", "y"},
        {"most", "'x':3,'y':{'max':5}", ""},
    };
    check_rows(rows, sizeof rows / sizeof rows[0], missing_text);
}

/* More open facts than there is room for at first: a field of each record. */
static void test_many_missing(void) {
    enum { MANY = 100 };
    char facts[MANY * 12 + 32] = "'sites':[{'cost':20}", name[64], wanted[64];
    for (int i = 1; i < MANY; i++) strcat(facts, ",{'cost':20}");
    hs_assessment *assessment = assess(strcat(facts, "]"));
    const hs_measure_result *result = measure_in(assessment, "each_tier");
    EXPECT_EQUAL(result->missing_count, MANY);
    for (int32_t i = 0; i < result->missing_count; i++) {
        snprintf(wanted, sizeof wanted, "sites[%d].ok", (int)i);
        EXPECT_TEXT(hs_subject_text(name, sizeof name, result->missing[i].subject), wanted);
    }
    hs_assessment_free(assessment);
}

static void test_changes(void) {
    static const struct row rows[] = {
        {"kept", "'sites':[{'ok':true}],'p':false,'level':'low'", "p=1 +5000..5000"},
        {"kept", "'sites':[{'ok':true}],'p':true,'level':'none'", "level=2 +5000..5000"}, /* the nearer of two */
        {"kept", "'sites':[{'ok':true}],'p':true,'level':'low'", "level=4 +5000..5000"},
        {"three", "'p':false,'q':false,'x':1", "p=1 & q=1 & x=10000"},
        {"three", "'p':true,'q':false,'x':1", "q=1 & x=10000"},
        {"four", "'p':false,'q':false,'x':1,'level':'low'", ""},
        {"four", "'p':false,'q':false,'x':1,'level':'high'", "p=1 & q=1 & x=10000"},
        {"between", "'x':50", "x=10000"},
        {"between", "'x':250", "x=20000"},
        {"between", "'x':{'min':300}", "x=20000"},
        {"within", "'p':false,'x':{'min':50,'max':300}", "p=1 & x=10000"},
        {"within", "'p':false,'x':{'min':99.99,'max':100}", "p=1 & x=10000"},
        {"within", "'p':false,'x':{'min':100,'max':300}", "p=1 & x=20000"}, /* the side that is open */
        {"within", "'p':false,'x':{'min':150,'max':300}", "p=1 & x=20000"},
        {"either_and", "'p':false,'q':false,'x':1", "p=1 & x=10000 | q=1 & x=10000"}, /* alike in the last alone */
        {"at_most", "'p':false", "p=1 & x=20000"},
        {"no_third", "'p':true", "p=0 & kinds=0"},
        {"no_third", "'p':true,'kinds':['one','three']", "p=0 & kinds=1"},
        {"two_sites", "'p':false,'sites':[{'cost':1}]", "p=1 & sites[0].ok=1 & sites[1]{ok=0} | p=1 & sites[1]{ok=1} & sites[0].ok=0"},
        {"two_sites", "'p':true,'sites':[{'ok':false}]", "sites[1]{ok=1}"},
        {"born", "'p':false", ""},
        {"born", "'p':false,'born':true", "p=1"},
        {"day", "'p':false", ""},
        {"day_or", "'born':true,'p':true,'x':0", "x=100"},
        {"before", "'p':true", ""},
        {"neither", "'p':true,'kinds':['one','two'],'sites':[]", "p=0 & kinds=2"},
        {"neither", "'p':false,'kinds':[],'sites':[{'ok':true},{'ok':false},{'ok':true}]", "sites[0].ok=0 & sites[2].ok=0"},
        {"beyond", "'sites':[{'cost':4}],'x':5", "sites[0].cost=501 | x=399 | sites[1]{cost=501}"},
        {"none_like", "'sites':[{'ok':true,'cost':6},{'ok':true,'cost':5},{'ok':true,'cost':7}]",
         "sites[0].ok=0 & sites[2].ok=0 | sites[0].ok=0 & sites[2].cost=500 | sites[0].cost=500 & sites[2].ok=0 | "
         "sites[0].cost=500 & sites[2].cost=500"},
        {"kinds_two", "'kinds':['three']", "kinds=3"},
        {"kinds_two", "'kinds':['one','three']", "kinds=3"},
        {"kinds_two", "'kinds':['one']", "kinds=3"},
        {"not_low", "'level':'low'", "level=1 | level=4"},
        {"each_tier", "'sites':[{'ok':true,'cost':10},{'ok':false,'cost':10},{'ok':true,'cost':20}]", "sites[0].cost=2000 +400..400"},
        {"each_tier", "'sites':[{'ok':true,'cost':1},{'ok':true,'cost':15}]",
         "sites[0].cost=1000 +100..100 | sites[1].cost=2000 +400..400"},
        {"other_branch", "'p':true,'q':false", "q=1 +700..700"},
        {"other_branch", "'p':false,'q':true", "p=1 +500..500"},
        {"other_branch", "'p':false,'q':false", "q=1 +200..200"},
        {"other_branch", "'p':true,'q':true", ""},
        {"under", "'x':5,'y':0", "y=501"}, /* nothing is below 0 */
        {"under", "'x':5,'y':1", "y=501 | x=99"},
    };
    check_rows(rows, sizeof rows / sizeof rows[0], change_text);
}

/* One change alone that makes it eligible; a better tier of what is eligible is none. */
static void test_near(void) {
    static const struct {
        const char *id, *facts;
        int32_t near;
    } rows[] = {{"kept", "'sites':[{'ok':true}],'p':false,'level':'low'", 1},
                {"kept", "'sites':[{'ok':true}],'p':true,'level':'low'", 0},
                {"three", "'p':true,'q':false,'x':1", 0},
                {"three", "'p':true,'q':false,'x':100", 1},
                {"four", "'p':false,'q':false,'x':1,'level':'low'", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_assessment *assessment = assess(rows[i].facts);
        EXPECT_EQUAL(measure_in(assessment, rows[i].id)->near, rows[i].near);
        hs_assessment_free(assessment);
    }
}

/* What each end rests on, in both languages: the low one, and the high one where it says something else. */
static void test_ends(void) {
    static const struct {
        const char *id, *facts, *low_zh, *low_en, *high_zh, *high_en;
    } rows[] = {
        {"four", "'p':false,'q':false,'x':1,'level':'low'", "不符合条件；要改变的事实不止三项",
         "the conditions are not met; more than three facts would have to change", NULL, NULL},
        {"born", "'p':false", "不符合条件；不能改变的事实不符合：本地设立；没有填明也不影响的：本地设立",
         "the conditions are not met; facts that cannot be changed stand in the way: founded here; it does not depend on what is not "
         "stated: "
         "founded here",
         NULL, NULL},
        {"born", "'p':true,'born':false", "不符合条件；不能改变的事实不符合：本地设立",
         "the conditions are not met; facts that cannot be changed stand in the way: founded here", NULL, NULL},
        {"day", "'p':true", "不符合条件；评估日期不在规定的时间内", "the conditions are not met; the day assessed is outside the time set",
         NULL, NULL},
        {"day_or", "'born':false,'p':true,'x':1", "不符合条件；不能改变的事实不符合：本地设立",
         "the conditions are not met; facts that cannot be changed stand in the way: founded here", NULL, NULL},
        {"before", "'p':true", "不符合条件；评估日期不在规定的时间内",
         "the conditions are not met; the day assessed is outside the time set", NULL, NULL},
        {"before_or", "'born':false", "不符合条件；不能改变的事实不符合：本地设立",
         "the conditions are not met; facts that cannot be changed stand in the way: founded here", NULL, NULL},
        {"in_time_or", "'born':false,'p':true", "不符合条件；不能改变的事实不符合：本地设立",
         "the conditions are not met; facts that cannot be changed stand in the way: founded here", NULL, NULL},
        {"days", "", "不符合条件；评估日期不在规定的时间内", "the conditions are not met; the day assessed is outside the time set", NULL,
         NULL},
        {"funds", "'x':700", "由主管部门核定", "decided by the authority",
         "文件写明的上限，由主管部门在此以内核定；资金或名额还有时按文件计算",
         "the document's ceiling; the authority decides below it; as the document says, while funds or places last"},
        {"elsewhere", "", "按其他文件确定，本文件没有保证下限", "set by another document; this one guarantees no minimum",
         "按其他文件确定，这是本文件写明的上限；还要看你填报的：金额",
         "set by another document; this is the ceiling that this one states; it also depends on what you have yet to state: amount x"},
        {"many", "", "条件还不能确定，要看：甲、乙、本地设立、金额、另一金额、第三金额、美元、人数等",
         "the conditions cannot be told yet; it depends on: fact p, fact q, founded here, amount x, amount y, amount z, dollars d, people "
         "n and "
         "others",
         "按文件计算", "computed as the document says"},
        {"few", "", "条件还不能确定，要看：甲、乙、本地设立、金额、另一金额、第三金额、美元、人数",
         "the conditions cannot be told yet; it depends on: fact p, fact q, founded here, amount x, amount y, amount z, dollars d, people "
         "n",
         "按文件计算", "computed as the document says"},
        {"shares", "'sites':[{'cost':{'min':5,'max':20},'ok':true}],'p':true,'r':50", "还要看你填报的：成本",
         "it also depends on what you have yet to state: cost", NULL, NULL},
        {"low_side", "'x':9,'y':0,'z':1", "文件写明的下限，由主管部门在此以上核定", "the document's floor; the authority decides above it",
         "文件写明的上限，由主管部门在此以内核定", "the document's ceiling; the authority decides below it"},
        {"less_range", "'x':9,'y':0,'z':1", "由主管部门核定", "decided by the authority", "文件写明的上限，由主管部门在此以内核定",
         "the document's ceiling; the authority decides below it"},
        {"elsewhere_range", "", "按其他文件确定，这是本文件写明的下限", "set by another document; this is the floor that this one states",
         "按其他文件确定，这是本文件写明的上限", "set by another document; this is the ceiling that this one states"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        hs_assessment *assessment = assess(rows[i].facts);
        const hs_measure_result *result = measure_in(assessment, rows[i].id);
        EXPECT_TEXT(result->low_end.zh, rows[i].low_zh);
        EXPECT_TEXT(result->low_end.en, rows[i].low_en);
        EXPECT_TEXT(result->high_end.zh, rows[i].high_zh == NULL ? rows[i].low_zh : rows[i].high_zh);
        EXPECT_TEXT(result->high_end.en, rows[i].high_en == NULL ? rows[i].low_en : rows[i].high_en);
        hs_assessment_free(assessment);
        if (checks_failed > before) printf("  %s with %s\n", rows[i].id, rows[i].facts);
    }
}

/* A check of the field that stands first in its list. */
static void test_check(void) {
    static const char *const facts[] = {"'sites':[{'ok':true},{}]", "'sites':[{'ok':true},{'ok':false}]"};
    for (int32_t i = 0; i < 2; i++) {
        hs_assessment *assessment = assess(facts[i]);
        const hs_result *result = hs_assessment_result(assessment);
        EXPECT_EQUAL(result->warning_count, i);
        if (result->warning_count == 1) EXPECT_TEXT(result->warnings[0].text.en, "a site is not fit");
        hs_assessment_free(assessment);
    }
}

/* What a fen is worth: little, and not nothing. */
static void test_at_stake(void) {
    hs_assessment *assessment =
        assess("'p':true,'q':true,'born':true,'y':0,'z':0,'d':0,'n':0,'r':0,'kinds':[],'sites':[],'level':'low','x':{'min':0,'max':0.01}");
    const hs_result *result = hs_assessment_result(assessment);
    EXPECT_EQUAL(result->question_count, 1);
    EXPECT_EQUAL(result->questions[0].at_stake, 7); /* low_side, less_range, high_side, funds, elsewhere, alike twice */
    hs_assessment_free(assessment);
}

/* A measure paid in full asks for nothing that only its amount rests on. */
static void test_received(void) {
    hs_assessment *assessment = NULL;
    const char *document = document_of("", ",'received':[{'measure':'synthetic.low_side','years':1}]");
    EXPECT_EQUAL(hs_assess(&assessment, engine, document, strlen(document), NULL, NULL), HS_OK);
    const hs_measure_result *paid = measure_in(assessment, "low_side"), *open = measure_in(assessment, "high_side");
    EXPECT_EQUAL(paid->missing_count, 0);
    EXPECT_TEXT(paid->low_end.zh, "各年的都已领取；没有填明也不影响的：金额、另一金额、第三金额");
    EXPECT_TEXT(missing_text(open), "x y");
    EXPECT_EQUAL(open->missing[0].subject.record, -1);
    hs_assessment_free(assessment);
}

/* A condition that two measures share is explained once; in another order it is another one, and each record has its own. */
static void test_shared(hs_policy policy) {
    policy.measures = twice, policy.measure_count = sizeof twice / sizeof twice[0];
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
    hs_assessment *assessment = assess("'p':true,'q':false,'born':true,'sites':[{'ok':true},{'ok':false}]");
    const hs_reason *one = measure_in(assessment, "one")->why->children, *other = measure_in(assessment, "other")->why->children;
    EXPECT(one[0].children == other[1].children);
    EXPECT(one[0].children != other[0].children);
    EXPECT_TEXT(one[0].children[0].rule.en, "Fact q");
    EXPECT_TEXT(other[0].children[0].rule.en, "Founded here");
    EXPECT_EQUAL(one[1].children[0].children[0].truth, HS_TRUE);
    EXPECT_EQUAL(one[1].children[1].children[0].truth, HS_FALSE);
    hs_assessment_free(assessment);
    hs_engine_free(engine);
}

int main(void) {
    hs_policy policy = *huisuan_policy_synthetic();
    hs_error error = {0};
    policy.measures = nested, policy.measure_count = sizeof nested / sizeof nested[0];
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    test_missing();
    test_many_missing();
    test_changes();
    test_near();
    test_ends();
    test_received();
    test_check();
    test_at_stake();
    hs_engine_free(engine);
    test_shared(policy);
    return checks_end();
}
