/* Measures on one side of the line of a rule of `policy check` and on the other. One without a finding in findings.txt is meant so. */
#include <huisuan/policy.h>

/* ---- Facts ----------------------------------------------------------------------------------------------------------------------- */

TOPIC(findings, 1, "测试", "Test");

#define S findings, AS_OF, BY_ACTION, HINT("见测试", "See the test."), EVIDENCE("证明", "A proof")
YES_NO_FACT(p, "甲", "Fact p", S);
YES_NO_FACT(q, "乙", "Fact q", S);
MONEY_FACT(x, "金额", "Amount x", S);
MONEY_FACT(y, "另一金额", "Amount y", S);
USD_FACT(d, "美元", "Dollars d", S);
COUNT_FACT(n, "人数", "People n", S, .unit = {"人", "people"});
PERCENT_FACT(r, "比例", "Rate r", S);
#define level_VALUES(V, of) V(of, none, "无", "None") V(of, low, "低", "Low") V(of, high, "高", "High")
CHOICE_FACT(level, "级别", "Level", S);
LIST_FACT(sites, "站点", "Sites", S);
#define F AS_OF, HINT("见测试", "See the test."), EVIDENCE("证明", "A proof")
YES_NO_FIELD(sites, ok, "合格", "Fit", F);
MONEY_FIELD(sites, cost, "成本", "Cost", F);
COUNT_FIELD(sites, year, "年份", "Year", F, .unit = {"年", "years"});

/* ---- Conditions ------------------------------------------------------------------------------------------------------------------ */

#define CONDITION(id, condition)                                                                                                           \
    MEASURE(id, CLAUSE("1"), TITLE("认定", "Recognition"), .kind = RECOGNITION, .basis = FIXED, .per = ONCE, .when = condition)
#define OK FIELD(sites, ok)

static const hs_truth nobody[1] = {{{.op = HS_OP_CONSTANT, .type = HS_TRUTH}}};

static const hs_measure conditions[] = {
    CONDITION(everybody, ALWAYS),
    CONDITION(clash, ALL(AT_LEAST(x, YUAN(100)), q, AT_MOST(x, YUAN(50)))),
    CONDITION(clash_within, ALL(p, ALL(q, NOT(p)))),
    CONDITION(clash_of_three, ALL(IN(level, low, high), NOT(IS(level, low)), NOT(IS(level, high)))),
    CONDITION(no_clash, ALL(AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(100)), IN(level, low, none), NOT(IS(level, none)))),
    CONDITION(no_clash_of_records, ALL(SOME(sites, OK), SOME(sites, NOT(OK)))),
    CONDITION(never, ALL(q, LESS_THAN(n, COUNT(0)))),
    CONDITION(never_deep, ALL(q, ALL(p, LESS_THAN(n, COUNT(0))))),
    CONDITION(clash_beside_records, ALL(p, SOME(sites, NOT(p)), NOT(p))),
    CONDITION(never_either, ANY(LESS_THAN(n, COUNT(0)), ALL(p, LESS_THAN(YUAN(1), YUAN(0)), LESS_THAN(x, YUAN(0))))),
    CONDITION(never_not, NOT(AT_LEAST(n, COUNT(0)))),
    CONDITION(never_anybody, NOT(ALWAYS)),
    CONDITION(never_first, ALL(LESS_THAN(n, COUNT(0)), q)),
    CONDITION(nobody, nobody),
    CONDITION(always, AT_LEAST(x, YUAN(0))),
    CONDITION(always_besides, ALL(p, ALWAYS)),
    CONDITION(always_either, ANY(p, AT_LEAST(x, YUAN(0)))),
    CONDITION(always_together, ANY(p, NOT(p))),
    CONDITION(always_of_records, SOME(sites, ALL(OK, AT_LEAST(FIELD(sites, year), COUNT(0))))),
    CONDITION(twice, ALL(p, ALL(q, p))),
    CONDITION(twice_either, ALL(q, ANY(MORE_THAN(x, y), p, ANY(q, MORE_THAN(x, y))))),
    CONDITION(twice_of_record, SOME(sites, ALL(OK, OK))),
    CONDITION(twice_counted, AT_LEAST(HOW_MANY(sites, ANY(OK, OK)), COUNT(1))),
    CONDITION(twice_summed, AT_LEAST(SUM_COUNT(sites, ALL(OK, OK), FIELD(sites, year)), COUNT(1))),
    CONDITION(whole_twice, ALL(MORE_THAN(x, YUAN(0)), p, MORE_THAN(x, YUAN(0)))),
    CONDITION(whole_implied, ALL(MORE_THAN(x, YUAN(0)), AT_LEAST(x, YUAN(100)))),
    CONDITION(implied, ALL(MORE_THAN(x, YUAN(1)), q, AT_LEAST(x, YUAN(100)))),
    CONDITION(implied_either, ANY(AT_LEAST(x, YUAN(100)), AT_LEAST(x, YUAN(200)))),
    CONDITION(implied_by_record, ALL(SOME(sites, AT_LEAST(x, YUAN(100))), AT_LEAST(x, YUAN(50)))),
    CONDITION(not_implied, ALL(AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(200)), AT_LEAST(y, YUAN(100)))),
    CONDITION(not_implied_either, ANY(AT_LEAST(x, YUAN(100)), AT_MOST(x, YUAN(50)))),
    CONDITION(settled_not_twice, ALL(p, p, NOT(p))),
};

/* ---- Amounts --------------------------------------------------------------------------------------------------------------------- */

#define AMOUNT(id, basis_, condition, amount)                                                                                              \
    MEASURE(id, CLAUSE("2"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = basis_, .per = ONCE, .when = condition, .pays = amount)
#define PAID(id, condition, amount) AMOUNT(id, FORMULA, condition, amount)
#define NOTED(id, condition, amount, text)                                                                                                 \
    MEASURE(id, CLAUSE("3"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = condition, .pays = amount,     \
            .note = {text, "A note"})
#define TWO(of) TIERS(of, FROM(COUNT(5), YUAN(20)), FROM(COUNT(10), YUAN(40)))
#define YEAR FIELD(sites, year)

static const hs_measure tiers[] = {
    PAID(gap, p, TWO(n)),
    PAID(gap_by_one, AT_LEAST(n, COUNT(4)), TWO(n)),
    PAID(no_gap, AT_LEAST(n, COUNT(5)), TWO(n)),
    NOTED(gap_said, p, TWO(n), "少于五人的没有"),
    NOTED(gap_not_said, p, TWO(n), "按人数给"),
    PAID(too_high, ALL(AT_LEAST(n, COUNT(5)), AT_MOST(n, COUNT(9))), TWO(n)),
    PAID(just_reached, ALL(AT_LEAST(n, COUNT(5)), AT_MOST(n, COUNT(10))), TWO(n)),
    PAID(shadowed, AT_LEAST(n, COUNT(10)), TWO(n)),
    PAID(just_used, AT_LEAST(n, COUNT(9)), TWO(n)),
    PAID(last_used, AT_LEAST(n, COUNT(11)), TIERS(n, FROM(COUNT(5), YUAN(20)))),
    PAID(never_reached, ALL(AT_LEAST(n, COUNT(5)), LESS_THAN(n, COUNT(5))), TWO(n)),
    PAID(never_paid, ALL(p, NOT(p)), TWO(n)),
    PAID(order, AT_LEAST(n, COUNT(1)),
         TIERS(n, FROM(COUNT(1), YUAN(50)), FROM(COUNT(2), YUAN(50)), FROM(COUNT(3), YUAN(40)), FROM(COUNT(4), YUAN(41)), FROM(COUNT(5), x),
               FROM(COUNT(6), YUAN(1)))),
    PAID(order_of_share, p, TIERS(SHARE(x, y), FROM(RATE(10), YUAN(5)), FROM(RATE(20), YUAN(5)))),
    PAID(branches, p, IF(AT_LEAST(n, COUNT(5)), TWO(n), TWO(n))),
    PAID(branch_first, p, IF(AT_MOST(n, COUNT(3)), TWO(n), YUAN(1))),
    PAID(branch_never, p, IF(ALL(q, NOT(q)), x, y)),
    PAID(records, p, SUM(sites, AT_LEAST(YEAR, COUNT(10)), TWO(YEAR))),
    PAID(records_twice, p, SUM(sites, ALL(OK, OK), FIELD(sites, cost))),
    PAID(counted_twice, p, EACH(YUAN(1), HOW_MANY(sites, ANY(OK, OK)))),
    PAID(exceeding, AT_LEAST(n, COUNT(5)), EXCESS(x, TWO(n))),
    PAID(exceeding_gap, p, EXCESS(x, TWO(n))),
    PAID(exceeded_gap, p, EXCESS(TWO(n), x)),
    PAID(topped_up, p, TOP_UP(x, TWO(n))),
    PAID(topped_up_gap, p, TOP_UP(TWO(n), x)),
    PAID(within_sum, p, PLUS(x, CAP(y, TWO(n)))),
};

#define BY_LEVEL(of_high, of_low, of_none) BY(level, (high, of_high), (low, of_low), (none, of_none))

static const hs_measure choices[] = {
    PAID(choice, IN(level, high, low), BY_LEVEL(YUAN(3), YUAN(2), YUAN(0))),
    PAID(choice_gap, IN(level, high, none), BY_LEVEL(YUAN(3), YUAN(0), YUAN(0))),
    PAID(choice_gap_second, IN(level, high, low), BY_LEVEL(YUAN(3), YUAN(0), YUAN(0))),
    PAID(choice_unreachable, IS(level, low), BY_LEVEL(YUAN(3), x, YUAN(0))),
    PAID(choice_never, ALL(IS(level, low), IS(level, high)), BY_LEVEL(YUAN(3), YUAN(2), YUAN(1))),
};

/* What lies under a ceiling of 600 yuan; and the greatest that it surely is, where that is less. */
#define UNDER(id, condition, amount) PAID(id, condition, CAP(YUAN(600), amount))
#define FEW AT_MOST(n, COUNT(30))
#define SOME_YUAN AT_MOST(x, YUAN(500))
#define VAST AT_MOST(x, YUAN(9999999999))

static const hs_measure ceilings[] = {
    UNDER(constant, p, YUAN(599)),
    UNDER(constant_of_same, p, YUAN(600)),
    UNDER(fact, SOME_YUAN, x),
    UNDER(other_fact, SOME_YUAN, y),
    PAID(ceiling_of_fact, p, CAP(y, YUAN(5))),
    PAID(ceiling_of_percent, p, CAP(PERCENT(30, y), YUAN(5))),
    UNDER(percent, SOME_YUAN, PERCENT(50, x)),
    UNDER(percent_open, p, PERCENT(50, x)),
    UNDER(percent_vast, ALL(p, VAST), PERCENT(50, PERCENT(99, PERCENT(99, x)))),
    UNDER(cap, p, CAP(YUAN(500), y)),
    UNDER(cap_of_fact, p, CAP(y, YUAN(500))),
    UNDER(lesser, p, LESSER(YUAN(500), y)),
    UNDER(lesser_second, p, LESSER(YUAN(501), YUAN(500))),
    UNDER(excess, p, EXCESS(YUAN(500), y)),
    UNDER(top_up, p, TOP_UP(YUAN(500), y)),
    UNDER(first_come, p, FIRST_COME(YUAN(500))),
    UNDER(round_down, p, ROUND_DOWN(100, YUAN(500))),
    UNDER(round_up, p, ROUND_UP(50, YUAN(500))),
    UNDER(round_half_up, p, ROUND_HALF_UP(50, YUAN(500))),
    UNDER(round_to_it, p, ROUND_UP(100, YUAN(500))),
    UNDER(round_open, p, ROUND_UP(100, y)),
    UNDER(either, p, IF(q, YUAN(400), YUAN(500))),
    UNDER(either_first, p, IF(q, YUAN(500), YUAN(400))),
    UNDER(either_open, p, IF(q, YUAN(500), y)),
    UNDER(either_nothing, p, IF(q, YUAN(0), YUAN(0))),
    UNDER(greatest, p, GREATEST(YUAN(500), YUAN(400), YUAN(300))),
    UNDER(full, FEW, EACH(YUAN(10), FULL(COUNT(7), n))),
    UNDER(full_open, p, EACH(YUAN(10), FULL(COUNT(7), n))),
    UNDER(each, FEW, EACH(YUAN(10), n)),
    UNDER(each_open, p, EACH(YUAN(10), n)),
    UNDER(each_of_nothing, p, EACH(YUAN(0), n)),
    UNDER(nothing_of_each, AT_MOST(n, COUNT(0)), EACH(x, n)),
    UNDER(each_vast, ALL(VAST, AT_MOST(n, COUNT(9999999999))), EACH(x, n)),
    UNDER(tier, AT_LEAST(n, COUNT(1)), TIERS(n, FROM(COUNT(1), YUAN(300)), FROM(COUNT(2), YUAN(500)))),
    UNDER(tier_of_nothing, AT_LEAST(n, COUNT(1)), TIERS(n, FROM(COUNT(1), YUAN(0)))),
    UNDER(level, p, BY_LEVEL(YUAN(500), YUAN(300), YUAN(1))),
    UNDER(plus, p, PLUS(YUAN(300), YUAN(200))),
    UNDER(plus_open, p, PLUS(YUAN(300), y)),
    UNDER(plus_vast, VAST, PLUS(YUAN(300), EACH(x, COUNT(9000000)), EACH(x, COUNT(9000000)))),
    UNDER(sum, p, SUM(sites, OK, FIELD(sites, cost))),
    AMOUNT(up_to, DISCRETIONARY, p, CAP(YUAN(600), UP_TO(YUAN(500)))),
    AMOUNT(range, BETWEEN, p, CAP(YUAN(600), RANGE(YUAN(100), YUAN(500)))),
    PAID(count, p, EACH(YUAN(1), CAP_COUNT(COUNT(50), FULL(COUNT(3), COUNT(100))))),
};

#define BOTH_ENDS(id, low, high) AMOUNT(id, BETWEEN, p, RANGE(low, high))

static const hs_measure ranges[] = {
    BOTH_ENDS(rising, YUAN(1), YUAN(2)),
    BOTH_ENDS(falling, YUAN(2), YUAN(1)),
    BOTH_ENDS(point, YUAN(2), YUAN(2)),
    BOTH_ENDS(rising_percent, PERCENT(5, x), PERCENT(6, x)),
    BOTH_ENDS(falling_percent, PERCENT(6, x), PERCENT(5, x)),
    BOTH_ENDS(same_percent, PERCENT(6, x), PERCENT(6, x)),
    BOTH_ENDS(percent_of_others, PERCENT(6, x), PERCENT(5, y)),
    BOTH_ENDS(falling_each, EACH(YUAN(2), n), EACH(YUAN(1), n)),
    BOTH_ENDS(falling_count, EACH(x, COUNT(2)), EACH(x, COUNT(1))),
    BOTH_ENDS(rising_count, EACH(x, COUNT(1)), EACH(x, COUNT(2))),
    BOTH_ENDS(rising_each, EACH(YUAN(1), n), EACH(YUAN(2), n)),
    BOTH_ENDS(each_of_others, EACH(YUAN(2), n), EACH(YUAN(1), COUNT(1))),
    BOTH_ENDS(each_both, EACH(YUAN(2), COUNT(1)), EACH(YUAN(1), COUNT(2))),
    BOTH_ENDS(falling_cap, CAP(YUAN(2), x), CAP(YUAN(1), x)),
    BOTH_ENDS(falling_lesser, LESSER(YUAN(2), x), LESSER(YUAN(1), x)),
    BOTH_ENDS(other_words, x, YUAN(1)),
    BOTH_ENDS(other_words_second, YUAN(2), x),
    BOTH_ENDS(other_lengths, PLUS(x, YUAN(2)), PLUS(x, YUAN(1), YUAN(1))),
    PAID(rate, p, PERCENT(100, x)),
    PAID(rate_above, p, PER_TEN_THOUSAND(10001, x)),
    PAID(rate_within, p, PLUS(PERCENT(300, x), y)),
};

/* ---- Payment --------------------------------------------------------------------------------------------------------------------- */

#define TIME(id, per_, years_)                                                                                                             \
    MEASURE(id, CLAUSE("4"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = per_, .when = p, .pays = YUAN(5),              \
            .years = years_)

static const hs_measure payments[] = {
    AMOUNT(fixed, FIXED, p, YUAN(5)),
    AMOUNT(fixed_up_to, FIXED, p, UP_TO(YUAN(5))),
    AMOUNT(fixed_range, FIXED, p, RANGE(YUAN(5), YUAN(6))),
    AMOUNT(fixed_within, FIXED, p, PLUS(UP_TO(YUAN(5)), YUAN(1))),
    AMOUNT(formula_up_to, FORMULA, p, CAP(YUAN(5), UP_TO(x))),
    AMOUNT(fixed_percent, FIXED, p, PERCENT(5, x)),
    AMOUNT(fixed_percent_of, FIXED, p, PERCENT_OF(r, YUAN(100))),
    AMOUNT(fixed_fact, FIXED, p, CAP(YUAN(5), x)),
    AMOUNT(fixed_each, FIXED, p, EACH(YUAN(5), n)),
    AMOUNT(fixed_tiers, FIXED, AT_LEAST(x, YUAN(1)), TIERS(x, FROM(YUAN(1), YUAN(2)), FROM(YUAN(5), YUAN(7)))),
    AMOUNT(fixed_tiers_percent, FIXED, AT_LEAST(x, YUAN(1)), TIERS(x, FROM(YUAN(1), YUAN(2)), FROM(YUAN(5), PERCENT(3, x)))),
    AMOUNT(fixed_either, FIXED, p, IF(AT_LEAST(x, YUAN(5)), YUAN(2), YUAN(1))),
    AMOUNT(fixed_first_come, FIXED, p, FIRST_COME(YUAN(5))),
    AMOUNT(formula_constant, FORMULA, p, YUAN(5)),
    AMOUNT(formula_first_come, FORMULA, p, FIRST_COME(FIRST_COME(YUAN(5)))),
    AMOUNT(discretionary, DISCRETIONARY, p, YUAN(5)),
    AMOUNT(discretionary_up_to, DISCRETIONARY, p, FIRST_COME(UP_TO(YUAN(5)))),
    AMOUNT(between, BETWEEN, p, YUAN(5)),
    AMOUNT(between_range, BETWEEN, p, RANGE(YUAN(1), YUAN(5))),
    AMOUNT(elsewhere, ELSEWHERE, p, YUAN(5)),
    AMOUNT(elsewhere_unstated, ELSEWHERE, p, UNSTATED),
    AMOUNT(elsewhere_up_to, ELSEWHERE, p, FIRST_COME(UP_TO(YUAN(5)))),
    TIME(years_yearly, YEARLY, 3),
    TIME(years_once, ONCE, 1),
    TIME(years_event, PER_EVENT, 2),
    TIME(event, PER_EVENT, 0),
};

/* ---- Texts ----------------------------------------------------------------------------------------------------------------------- */

#define TITLED(id, zh_, en_) MEASURE(id, CLAUSE("五甲"), TITLE(zh_, en_), .kind = RECOGNITION, .basis = FIXED, .per = ONCE, .when = p)

/* U+3400, U+4DBF, U+4E00, U+9FFF, U+20000 and U+3FFFF are Chinese characters; those beside them, and U+0904, are none. */
static const hs_measure texts[] = {
    MEASURE(first, CLAUSE("九丁"), TITLE("补贴", "Subsidy"), .kind = RECOGNITION, .basis = FIXED, .per = ONCE, .when = p),
    TITLED(translated, "补贴", "Subsidy"),
    TITLED(same, "补贴", "补贴"),
    TITLED(swapped, "Subsidy", "补贴"),
    TITLED(first_character, "\xE3\x90\x80", "A"),
    TITLED(last_of_extension, "\xE4\xB6\xBF", "A"),
    TITLED(first_unified, "\xE4\xB8\x80", "A"),
    TITLED(last_unified, "\xE9\xBF\xBF", "A"),
    TITLED(first_beyond, "\xF0\xA0\x80\x80", "A"),
    TITLED(last_beyond, "\xF0\xBF\xBF\xBF", "A"),
    TITLED(before_first, "\xE3\x8F\xBF", "A"),
    TITLED(hexagram, "\xE4\xB7\x80", "A"),
    TITLED(behind_last, "\xEA\x80\x80", "A"),
    TITLED(before_beyond, "\xF0\x9F\xBF\xBD", "A"),
    TITLED(beyond_all, "\xF1\x80\x80\x80", "A"),
    TITLED(behind_others, "\xC3\xA9\xE0\xA4\x84\xF0\x9F\x90\x89\xE4\xB8\xAD", "A"),
    TITLED(behind_accent, "\xC3\xA9\xE4\xB8\xAD", "A"),
    TITLED(mixed, "补贴", "A 补贴 for rent"),
    TITLED(digits, "补贴", "No 123, then 补贴1902"),
    TITLED(brackets, "补贴",
           "Of \xE3\x80\x94"
           "2021\xE3\x80\x95 and 乙方"),
    TITLED(cites_number, "补贴", "See 沪府〔2021〕1号, 第三条, 附则 and 本条"),
    TITLED(cites_clause, "补贴", "See 五甲 and 六乙 and 七丙 and 九丁"),
    TITLED(cites_document, "补贴", "See 测发〔2024〕2"),
    TITLED(cites_none, "补贴", "See 五乙"),
    MEASURE(steps, CLAUSE("5"), TITLE("补贴", "Subsidy"), .kind = RECOGNITION, .basis = FIXED, .per = ONCE, .when = p,
            .procedure = TEXTS({"审核", "审核"}, {"申请", "Apply"}), .department = TEXTS({"Office", "Office 2"}, {"局", "Bureau"}),
            .note = {"说明", "A 说明"}),
};

/* ---- Bounds in words ------------------------------------------------------------------------------------------------------------- */

#define SAID(id, condition, text)                                                                                                          \
    MEASURE(id, CLAUSE("6"), TITLE("认定", "Recognition"), .kind = RECOGNITION, .basis = FIXED, .per = ONCE, .when = condition,            \
            .note = {text, "A note"})

static const hs_measure bounds[] = {
    SAID(below_words, AT_LEAST(n, COUNT(3)),
         "超3人；不超过3人、不高于3人、不多于3人、超过3人、突破3人、高于3人、多于3人；3人以下、3人及以下、3人以内"),
    SAID(above_words, MORE_THAN(n, COUNT(3)),
         "满3人；不低于3人、不少于3人、不满3人、未满3人、未达到3人、不足3人、低于3人、少于3人、达到3人、至少3人；3人以上、3人及以上"),
    SAID(below_words_agree, MORE_THAN(n, COUNT(3)),
         "超3人；不超过3人、不高于3人、不多于3人、超过3人、突破3人、高于3人、多于3人；3人以下、3人及以下、3人以内"),
    SAID(above_words_agree, AT_LEAST(n, COUNT(3)),
         "满3人；不低于3人、不少于3人、不满3人、未满3人、未达到3人、不足3人、低于3人、少于3人、达到3人、至少3人；3人以上、3人及以上"),
    SAID(at_most, AT_MOST(n, COUNT(3)), "满3人"),
    SAID(less_than, LESS_THAN(n, COUNT(3)), "超过3人"),
    SAID(figure_first, LESS_THAN(COUNT(3), n), "满3人"),
    SAID(turned, NOT(AT_LEAST(n, COUNT(3))), "超过3人"),
    SAID(either_side, ANY(AT_LEAST(n, COUNT(3)), ALL(p, MORE_THAN(n, COUNT(3)))), "满3人、超过3人"),
    SAID(both_words, AT_LEAST(n, COUNT(3)), "超过3人以下"),
    SAID(no_word, AT_LEAST(n, COUNT(3)), "3人，恰好3人，3"),
    SAID(bare_figures, AT_LEAST(n, COUNT(3)), "超过3，3以下、3及以下、3 人以下、3x以下、超过3/5"),
    SAID(no_figure, MORE_THAN(n, COUNT(0)), "有人以上的"),
    SAID(other_figures, AT_LEAST(n, COUNT(3)), "超过4人，超过3元，超过3美元，超过3%，超过三人"),
    SAID(units, AT_LEAST(n, COUNT(90)), "超过90个月，超过90平方米，超过90家，超过9十人"),
    SAID(scales, AT_LEAST(n, COUNT(30000)), "超过3万人，超过30千人，超过300百人，超过0.3十万人"),
    SAID(millions, AT_LEAST(x, YUAN(30000000)), "超过3千万元，超过0.3亿元，超过30,000,000元，超过3000 万元"),
    SAID(hundredths, AT_LEAST(r, RATE_PER_MILLE(25)), "超过2.5%，超过2.500%，超过2.509%，超过2.51%，超过2.5.1%，超过2.%，超过2.5"),
    SAID(ninths, AT_LEAST(n, COUNT(1905)), "超过0.1905万人，超过0.19059万人，超过1,905人，超过190.5人，超过1905.5人，超过,1905人"),
    SAID(nine_tenths, AT_LEAST(r, RATE_PER_MILLE(9)), "超过0.9%，超过0.90%"),
    SAID(one_hundredth, AT_LEAST(r, RATE_PER_MILLE(10)), "超过1.0%，超过1.00%，超过01%"),
    SAID(dollars, AT_LEAST(d, DOLLARS(500000)), "超过50万美元，超过50万元"),
    SAID(twelve_digits, AT_LEAST(n, COUNT(1000000000)),
         "超过001000000000人，超过0001000000000人，0001000000000人以下，1000000000.000人以下，1000000000.00人以下"),
    SAID(too_much, AT_LEAST(n, COUNT(3)), "恰好3人，超过999999999999亿人"),
    SAID(in_amount, p, "超过5人"),
    MEASURE(in_title, CLAUSE("6"), TITLE("超过3人的认定", "Recognition"), .kind = RECOGNITION, .basis = FIXED, .per = ONCE,
            .when = AT_LEAST(n, COUNT(3))),
    MEASURE(tier_said, CLAUSE("6"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = AT_LEAST(n, COUNT(5)),
            .pays = TWO(n), .note = {"超过5人、超过6人、超过5元、10人以下、10人以上", "A note"}),
    MEASURE(no_tier_said, CLAUSE("6"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = p,
            .pays = EACH(YUAN(5), n), .note = {"超过5人，超过5元", "A note"}),
};
