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
USD_FIELD(sites, usd, "美元", "Dollars", AS_OF, HINT("见测试", "See the test."));
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
    MEASURE(share_at_least, CLAUSE("71"), TITLE("占比不低于", "Share at least"), RULE, .when = SHARE_AT_LEAST(x, y, 50)),
    MEASURE(share_more_than, CLAUSE("72"), TITLE("占比超过", "Share of more"), RULE,
            .when = SHARE_MORE_THAN(n, PLUS_COUNT(n, COUNT(2)), 30)),
    MEASURE(grew_at_least, CLAUSE("73"), TITLE("增长不低于", "Grew"), RULE, .when = GREW_AT_LEAST(x, y, 10)),
    MEASURE(grew_more_than, CLAUSE("74"), TITLE("增长超过", "Grew by more"), RULE, .when = GREW_MORE_THAN(x, y, 10)),
    MEASURE(since, CLAUSE("75"), TITLE("自某日起", "Since"), RULE, .when = SINCE(2023, 06, 30)),
    MEASURE(until, CLAUSE("76"), TITLE("截至某日", "Until"), RULE, .when = UNTIL(2023, 06, 30)),
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
    MEASURE(excess, CLAUSE("51"), TITLE("超过部分", "Excess"), FREE, .pays = EXCESS(x, y)),
    MEASURE(slice, CLAUSE("52"), TITLE("累进", "Slice"), FREE, .pays = PERCENT(5, EXCESS(LESSER(x, YUAN(500)), YUAN(100)))),
    MEASURE(top_up, CLAUSE("53"), TITLE("补差", "Top-up"), FREE, .pays = TOP_UP(TIERS(x, FROM(YUAN(10), YUAN(300))), y)),
    MEASURE(greatest, CLAUSE("54"), TITLE("就高", "Greatest"), FREE, .pays = GREATEST(x, y, YUAN(5))),
    MEASURE(full, CLAUSE("55"), TITLE("每满", "Full"), FREE, .pays = EACH(YUAN(3), FULL(COUNT(10), n))),
    MEASURE(full_money, CLAUSE("56"), TITLE("每满金额", "Full, of money"), FREE, .pays = EACH(YUAN(2), FULL(YUAN(100), x))),
    MEASURE(round_down, CLAUSE("57"), TITLE("舍去", "Rounded down"), FREE, .pays = ROUND_DOWN(100, x)),
    MEASURE(round_up, CLAUSE("58"), TITLE("进一", "Rounded up"), FREE, .pays = ROUND_UP(100, x)),
    MEASURE(round_half_up, CLAUSE("59"), TITLE("四舍五入", "Rounded"), FREE, .pays = ROUND_HALF_UP(100, x)),
    MEASURE(in_yuan, CLAUSE("60"), TITLE("折合", "In yuan"), FREE, .pays = IN_YUAN(r, d)),
    MEASURE(first_come, CLAUSE("61"), TITLE("额满为止", "First come"), FREE, .pays = WHILE_FUNDS_LAST(YUAN(600), x)),
    MEASURE(tier_rate, CLAUSE("62"), TITLE("分档比例", "Rate by tier"), FREE,
            .pays = PERCENT_OF(TIERS_RATE(y, FROM_RATE(YUAN(10), RATE(5)), FROM_RATE(YUAN(20), RATE_PER_MILLE(85))), x)),
    MEASURE(by_rate, CLAUSE("63"), TITLE("按级比例", "Rate by level"), FREE,
            .pays = PERCENT_OF(BY_RATE(level, (high, RATE(10)), (low, RATE(5)), (none, RATE(0))), x)),
    MEASURE(if_rate, CLAUSE("64"), TITLE("择一比例", "Either rate"), FREE, .pays = PERCENT_OF(IF_RATE(p, RATE(20), RATE(10)), x)),
    MEASURE(each_of, CLAUSE("65"), TITLE("分类每人", "Each of kinds"), FREE,
            .pays = EACH_OF((YUAN(20), n), (YUAN(1), CAP_COUNT(COUNT(3), n)))),
    MEASURE(excess_count, CLAUSE("66"), TITLE("超过人数", "People beyond"), FREE, .pays = EACH(YUAN(1), EXCESS_COUNT(n, COUNT(10)))),
    MEASURE(per_mille, CLAUSE("67"), TITLE("千分之", "Per mille"), FREE, .pays = PER_MILLE(25, x)),
    MEASURE(per_ten_thousand, CLAUSE("68"), TITLE("万分之", "Per ten thousand"), FREE, .pays = PER_TEN_THOUSAND(3, x)),
    MEASURE(from_day, CLAUSE("69"), TITLE("标准调整", "New from a day"), FREE, .pays = IF(SINCE(2023, 07, 01), YUAN(20), YUAN(10))),
    MEASURE(by_share, CLAUSE("79"), TITLE("按占比", "By share"), FREE,
            .pays = TIERS(SHARE(x, y), FROM(RATE(10), YUAN(5)), FROM(RATE(20), YUAN(9)))),
    MEASURE(by_growth, CLAUSE("80"), TITLE("按增幅", "By growth"), FREE,
            .pays = EACH(YUAN(2), FULL(RATE(5), EXCESS_RATE(GROWTH(x, y), RATE(30))))),
    MEASURE(sum_usd, CLAUSE("84"), TITLE("美元合计", "Dollars added"), FREE,
            .pays = EACH(YUAN(3), FULL(DOLLARS(10), SUM_USD(sites, FIELD(sites, ok), FIELD(sites, usd))))),
    MEASURE(sum_count, CLAUSE("85"), TITLE("年份合计", "Years added"), FREE,
            .pays = EACH(YUAN(1), SUM_COUNT(sites, ALWAYS, FIELD(sites, year)))),
    MEASURE(excess_usd, CLAUSE("86"), TITLE("超过美元", "Dollars beyond"), FREE,
            .pays = EACH(YUAN(1), FULL(DOLLARS(1), EXCESS_USD(d, DOLLARS(5))))),
    MEASURE(cut_percent, CLAUSE("87"), TITLE("舍去比例", "Percentage cut"), FREE, .pays = ROUND_DOWN(1, CAP(YUAN(60000), PER_MILLE(5, x)))),
    MEASURE(up_percent, CLAUSE("88"), TITLE("进一比例", "Percentage rounded up"), FREE, .pays = ROUND_UP(1, PER_MILLE(5, x))),
    MEASURE(half_percent, CLAUSE("89"), TITLE("四舍五入比例", "Percentage rounded"), FREE, .pays = ROUND_HALF_UP(1, PER_MILLE(5, x))),
    MEASURE(unstated, CLAUSE("39"), TITLE("未载", "Unstated"), .kind = CASH, .basis = ELSEWHERE, .per = ONCE, .when = p, .pays = UNSTATED),
    MEASURE(tier_percent, CLAUSE("40"), TITLE("逐年比例", "Tiered percentage"), FREE,
            .pays = SUM(sites, ALWAYS,
                        TIERS(FIELD(sites, year), FROM(COUNT(1), PERCENT(50, FIELD(sites, cost))),
                              FROM(COUNT(2), PERCENT(30, FIELD(sites, cost)))))),
    /* payment over time, to others, for one matter */
    MEASURE(yearly, CLAUSE("41"), TITLE("三年", "Three years"), .kind = CASH, .basis = FIXED, .per = YEARLY, .when = p, .pays = YUAN(100),
            .years = 3, .window = EACH_YEAR(03, 01, 04, 30)),
    MEASURE(parts, CLAUSE("42"), TITLE("分期", "Instalments"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = p, .pays = x,
            .instalments = {50, 30, 20}),
    MEASURE(loan, CLAUSE("43"), TITLE("贷款", "Loan"), .kind = LOAN, .basis = DISCRETIONARY, .per = ONCE, .when = p,
            .pays = UP_TO(WAN(300))),
    MEASURE(person, CLAUSE("44"), TITLE("个人", "Person"), .kind = CASH, .basis = FIXED, .per = ONCE, .payee = PERSON, .when = p,
            .pays = YUAN(7)),
    MEASURE(yielding, CLAUSE("47"), TITLE("让位", "Yielding"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = p, .pays = YUAN(9),
            .yields = TO(figure, amount)),
    MEASURE(matter_a, CLAUSE("45"), TITLE("同事项一", "Matter, first"), .kind = CASH, .basis = FIXED, .per = ONCE, .matter = "one_matter",
            .when = q, .pays = RANGE(YUAN(100), YUAN(1000))),
    MEASURE(matter_b, CLAUSE("46"), TITLE("同事项二", "Matter, second"), .kind = CASH, .basis = FIXED, .per = ONCE, .matter = "one_matter",
            .when = q, .pays = YUAN(300)),
};

static const hs_silence silences[] = {NOTHING("50", "只是目标", "An aim only")};
