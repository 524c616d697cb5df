/* A policy of no place: each word of the vocabulary once, a measure for each, so that every form is tried under unknowns. */
#include <huisuan/policy.h>

TOPIC(synthetic_topic, 1, "测试", "Test");

#define S synthetic_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
YES_NO_FACT(p, "甲", "Fact p", S);
YES_NO_FACT(q, "乙", "Fact q", S);
MONEY_FACT(x, "金额", "Amount x", S);
MONEY_FACT(y, "另一金额", "Amount y", S);
USD_FACT(d, "美元", "Dollars d", S);
COUNT_FACT(n, "人数", "People n", S, .unit = {"人", "people"});
PERCENT_FACT(r, "比例", "Rate r", S);
YES_NO_FACT(here, "在本地", "Here", S, .local = 1);
#define level_VALUES(V, of) V(of, none, "无", "None") V(of, low, "低", "Low") V(of, high, "高", "High")
CHOICE_FACT(level, "级别", "Level", S);
#define kinds_VALUES(V, of) V(of, one, "一", "One") V(of, two, "二", "Two") V(of, three, "三", "Three")
CHOICES_FACT(kinds, "类型", "Kinds", S);
LIST_FACT(sites, "站点", "Sites", S);
YES_NO_FIELD(sites, ok, "合格", "Fit", AS_OF, HINT("见测试", "See the test."));
MONEY_FIELD(sites, cost, "成本", "Cost", AS_OF, HINT("见测试", "See the test."));
COUNT_FIELD(sites, year, "年份", "Year", AS_OF, HINT("见测试", "See the test."));

CHECK(y_within_x, AT_LEAST(x, y), "另一金额大于金额", "y is greater than x");

#define FREE .kind = CASH, .basis = FORMULA, .per = ONCE, .when = ALWAYS
#define RULE .kind = IN_KIND, .basis = FIXED, .per = ONCE

static const hs_measure measures[] = {
    /* conditions */
    MEASURE(fact, CLAUSE("1"), TITLE("甲", "p"), RULE, .when = p),
    MEASURE(all, CLAUSE("2"), TITLE("都要", "All"), RULE, .when = ALL(p, q)),
    MEASURE(any, CLAUSE("3"), TITLE("其一", "Any"), RULE, .when = ANY(p, q)),
    MEASURE(not, CLAUSE("4"), TITLE("不是", "Not"), RULE, .when = NOT(p)),
    MEASURE(at_least, CLAUSE("5"), TITLE("以上", "At least"), RULE, .when = AT_LEAST(x, YUAN(100))),
    MEASURE(more_than, CLAUSE("6"), TITLE("超过", "More than"), RULE, .when = MORE_THAN(x, YUAN(100))),
    MEASURE(at_most, CLAUSE("7"), TITLE("以下", "At most"), RULE, .when = AT_MOST(x, YUAN(100))),
    MEASURE(less_than, CLAUSE("8"), TITLE("不满", "Less than"), RULE, .when = LESS_THAN(x, YUAN(100))),
    MEASURE(growth, CLAUSE("9"), TITLE("增长超过30%", "Growth over 30 %"), RULE, .when = MORE_THAN(x, PERCENT(130, y))),
    MEASURE(share, CLAUSE("10"), TITLE("占比", "Share"), RULE, .when = AT_LEAST(x, PERCENT_OF(r, y))),
    MEASURE(in, CLAUSE("11"), TITLE("属于", "In"), RULE, .when = IN(level, low, high)),
    MEASURE(has, CLAUSE("12"), TITLE("包括", "Has"), RULE, .when = HAS(kinds, one, three)),
    MEASURE(some, CLAUSE("13"), TITLE("有一条", "Some"), RULE, .when = SOME(sites, ALL(FIELD(sites, ok), p))),
    MEASURE(usd, CLAUSE("14"), TITLE("美元", "Dollars"), RULE, .when = AT_LEAST(d, DOLLARS(500000))),
    MEASURE(rate, CLAUSE("15"), TITLE("比例", "Rate"), RULE, .when = MORE_THAN(r, RATE(80))),
    MEASURE(local, CLAUSE("16"), TITLE("本地", "Local"), RULE, .when = here),
    /* amounts */
    MEASURE(figure, CLAUSE("21"), TITLE("定额", "Figure"), FREE, .pays = WAN(10)),
    MEASURE(amount, CLAUSE("22"), TITLE("据实", "Amount"), FREE, .pays = x),
    MEASURE(percent, CLAUSE("23"), TITLE("比例", "Percent"), FREE, .pays = PERCENT(30, x)),
    MEASURE(percent_of, CLAUSE("24"), TITLE("浮动比例", "Percent of"), FREE, .pays = PERCENT_OF(r, x)),
    MEASURE(cap, CLAUSE("25"), TITLE("封顶", "Cap"), FREE, .pays = CAP(YUAN(600), x)),
    MEASURE(lesser, CLAUSE("26"), TITLE("取低", "Lesser"), FREE, .pays = LESSER(x, y)),
    MEASURE(up_to, CLAUSE("27"), TITLE("最高", "Up to"), FREE, .pays = UP_TO(CAP(YUAN(600), x))),
    MEASURE(range, CLAUSE("28"), TITLE("区间", "Range"), FREE, .pays = RANGE(CAP(YUAN(100), x), CAP(YUAN(200), x))),
    MEASURE(each, CLAUSE("29"), TITLE("每人", "Each"), FREE, .pays = EACH(YUAN(500), n)),
    MEASURE(tiers, CLAUSE("30"), TITLE("分档", "Tiers"), FREE,
            .pays = TIERS(x, FROM(YUAN(500), YUAN(20)), FROM(YUAN(1000), YUAN(50)), FROM(YUAN(1500), YUAN(30)))),
    MEASURE(by, CLAUSE("31"), TITLE("按级", "By"), FREE, .pays = BY(level, (high, YUAN(100)), (low, YUAN(50)), (none, YUAN(0)))),
    MEASURE(sum, CLAUSE("32"), TITLE("合计", "Sum"), FREE,
            .pays = SUM(sites, FIELD(sites, ok), CAP(YUAN(100), PERCENT(50, FIELD(sites, cost))))),
    MEASURE(every, CLAUSE("33"), TITLE("全部", "Every"), FREE, .pays = SUM(sites, ALWAYS, FIELD(sites, cost))),
    MEASURE(how_many, CLAUSE("34"), TITLE("条数", "How many"), FREE, .pays = EACH(YUAN(10), HOW_MANY(sites, ALL(FIELD(sites, ok), p)))),
    MEASURE(plus, CLAUSE("35"), TITLE("相加", "Plus"), FREE, .pays = PLUS(x, y, YUAN(1))),
    MEASURE(plus_count, CLAUSE("36"), TITLE("人数相加", "Counts added"), FREE, .pays = EACH(YUAN(1), PLUS_COUNT(n, COUNT(2)))),
    MEASURE(either, CLAUSE("37"), TITLE("择一", "If"), FREE, .pays = IF(p, x, YUAN(5))),
    MEASURE(either_count, CLAUSE("38"), TITLE("人数择一", "If, counts"), FREE, .pays = EACH(YUAN(1), IF_COUNT(p, n, COUNT(0)))),
    MEASURE(unstated, CLAUSE("39"), TITLE("未载", "Unstated"), .kind = CASH, .basis = ELSEWHERE, .per = ONCE, .when = p, .pays = UNSTATED),
    MEASURE(tier_percent, CLAUSE("40"), TITLE("逐年比例", "Tiered percentage"), FREE,
            .pays = SUM(sites, ALWAYS,
                        TIERS(FIELD(sites, year), FROM(COUNT(1), PERCENT(50, FIELD(sites, cost))),
                              FROM(COUNT(2), PERCENT(30, FIELD(sites, cost)))))),
    /* payment over time, to others, for one matter */
    MEASURE(yearly, CLAUSE("41"), TITLE("三年", "Three years"), .kind = CASH, .basis = FIXED, .per = YEARLY, .when = p, .pays = YUAN(100),
            .years = 3),
    MEASURE(parts, CLAUSE("42"), TITLE("分期", "Instalments"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = p, .pays = x,
            .instalments = {50, 30, 20}),
    MEASURE(loan, CLAUSE("43"), TITLE("贷款", "Loan"), .kind = LOAN, .basis = DISCRETIONARY, .per = ONCE, .when = p,
            .pays = UP_TO(WAN(300))),
    MEASURE(person, CLAUSE("44"), TITLE("个人", "Person"), .kind = CASH, .basis = FIXED, .per = ONCE, .payee = PERSON, .when = p,
            .pays = YUAN(7)),
    MEASURE(matter_a, CLAUSE("45"), TITLE("同事项一", "Matter, first"), .kind = CASH, .basis = FIXED, .per = ONCE, .matter = "one_matter",
            .when = q, .pays = RANGE(YUAN(100), YUAN(1000))),
    MEASURE(matter_b, CLAUSE("46"), TITLE("同事项二", "Matter, second"), .kind = CASH, .basis = FIXED, .per = ONCE, .matter = "one_matter",
            .when = q, .pays = YUAN(300)),
};

static const hs_silence silences[] = {NOTHING("50", "只是目标", "An aim only")};
