/* The vocabulary of policy: all that a plugin includes (with <huisuan/facts.h>, the facts that regions share).

   A region is a table of measures. Each has a condition (`.when`) and mostly an amount (`.pays`), written with the words below so that
   an officer can hold the file against the document line by line. The words build constant trees; the core reads them, so it can check,
   explain and advise. No word computes anything here.

   Every number is a closed interval: a fact that nobody has stated is [0, no upper bound), a stated one a point. Every truth is true,
   false or unknown. For every way of filling in what is unknown, the exact answer lies within the interval.

   Kinds do not mix: comparing money with people, a percentage of a count or money where a condition is wanted does not compile.
   Wording (Civil Code art. 1259): 以上, 以下, 以内, 满, 达到 include the number (AT_LEAST, AT_MOST); 超过, 突破, 不满 exclude it
   (MORE_THAN, LESS_THAN). */
#ifndef HUISUAN_POLICY_H
#define HUISUAN_POLICY_H

#include <huisuan/abi.h>
#include <stddef.h>

/* ---- Inner workings: counting and mapping arguments, telling kinds apart ---------------------------------------------------- */

#define HS_NTH(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26,    \
               a27, a28, a29, a30, a31, a32, a33, n, ...)                                                                                  \
    n
#define HS_LENGTH(...)                                                                                                                     \
    HS_NTH(__VA_ARGS__, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4,  \
           3, 2, 1, 0)

/* HS_MAP(f, c, x, y, z) gives f(c, x) , f(c, y) , f(c, z): up to 32. */
#define HS_PASTE(a, b) HS_PASTE_(a, b)
#define HS_PASTE_(a, b) a##b
#define HS_MAP(f, c, ...) HS_PASTE(HS_MAP_, HS_LENGTH(__VA_ARGS__))(f, c, __VA_ARGS__)
#define HS_MAP_1(f, c, x) f(c, x)
#define HS_MAP_2(f, c, x, ...) f(c, x), HS_MAP_1(f, c, __VA_ARGS__)
#define HS_MAP_3(f, c, x, ...) f(c, x), HS_MAP_2(f, c, __VA_ARGS__)
#define HS_MAP_4(f, c, x, ...) f(c, x), HS_MAP_3(f, c, __VA_ARGS__)
#define HS_MAP_5(f, c, x, ...) f(c, x), HS_MAP_4(f, c, __VA_ARGS__)
#define HS_MAP_6(f, c, x, ...) f(c, x), HS_MAP_5(f, c, __VA_ARGS__)
#define HS_MAP_7(f, c, x, ...) f(c, x), HS_MAP_6(f, c, __VA_ARGS__)
#define HS_MAP_8(f, c, x, ...) f(c, x), HS_MAP_7(f, c, __VA_ARGS__)
#define HS_MAP_9(f, c, x, ...) f(c, x), HS_MAP_8(f, c, __VA_ARGS__)
#define HS_MAP_10(f, c, x, ...) f(c, x), HS_MAP_9(f, c, __VA_ARGS__)
#define HS_MAP_11(f, c, x, ...) f(c, x), HS_MAP_10(f, c, __VA_ARGS__)
#define HS_MAP_12(f, c, x, ...) f(c, x), HS_MAP_11(f, c, __VA_ARGS__)
#define HS_MAP_13(f, c, x, ...) f(c, x), HS_MAP_12(f, c, __VA_ARGS__)
#define HS_MAP_14(f, c, x, ...) f(c, x), HS_MAP_13(f, c, __VA_ARGS__)
#define HS_MAP_15(f, c, x, ...) f(c, x), HS_MAP_14(f, c, __VA_ARGS__)
#define HS_MAP_16(f, c, x, ...) f(c, x), HS_MAP_15(f, c, __VA_ARGS__)
#define HS_MAP_17(f, c, x, ...) f(c, x), HS_MAP_16(f, c, __VA_ARGS__)
#define HS_MAP_18(f, c, x, ...) f(c, x), HS_MAP_17(f, c, __VA_ARGS__)
#define HS_MAP_19(f, c, x, ...) f(c, x), HS_MAP_18(f, c, __VA_ARGS__)
#define HS_MAP_20(f, c, x, ...) f(c, x), HS_MAP_19(f, c, __VA_ARGS__)
#define HS_MAP_21(f, c, x, ...) f(c, x), HS_MAP_20(f, c, __VA_ARGS__)
#define HS_MAP_22(f, c, x, ...) f(c, x), HS_MAP_21(f, c, __VA_ARGS__)
#define HS_MAP_23(f, c, x, ...) f(c, x), HS_MAP_22(f, c, __VA_ARGS__)
#define HS_MAP_24(f, c, x, ...) f(c, x), HS_MAP_23(f, c, __VA_ARGS__)
#define HS_MAP_25(f, c, x, ...) f(c, x), HS_MAP_24(f, c, __VA_ARGS__)
#define HS_MAP_26(f, c, x, ...) f(c, x), HS_MAP_25(f, c, __VA_ARGS__)
#define HS_MAP_27(f, c, x, ...) f(c, x), HS_MAP_26(f, c, __VA_ARGS__)
#define HS_MAP_28(f, c, x, ...) f(c, x), HS_MAP_27(f, c, __VA_ARGS__)
#define HS_MAP_29(f, c, x, ...) f(c, x), HS_MAP_28(f, c, __VA_ARGS__)
#define HS_MAP_30(f, c, x, ...) f(c, x), HS_MAP_29(f, c, __VA_ARGS__)
#define HS_MAP_31(f, c, x, ...) f(c, x), HS_MAP_30(f, c, __VA_ARGS__)
#define HS_MAP_32(f, c, x, ...) f(c, x), HS_MAP_31(f, c, __VA_ARGS__)

/* 0, or a compile error that shows `why`. */
#define HS_REQUIRE(holds, why)                                                                                                             \
    (0 * (int)sizeof(struct {                                                                                                              \
         int required;                                                                                                                     \
         _Static_assert(holds, why);                                                                                                       \
     }))

#define HS_KIND_OF(x)                                                                                                                      \
    _Generic((x), const hs_truth *: HS_TRUTH, const hs_money *: HS_MONEY, const hs_usd *: HS_USD, const hs_count *: HS_COUNT,     \
             const hs_percentage *: HS_PERCENTAGE, const hs_choice *: HS_CHOICE, const hs_choices *: HS_CHOICES,                  \
             const hs_list *: HS_LIST)

#define HS_IS_FIGURE(x) (HS_KIND_OF(x) >= HS_MONEY && HS_KIND_OF(x) <= HS_PERCENTAGE)
#define HS_FIGURE_NODE(x) (&(x)->n + HS_REQUIRE(HS_IS_FIGURE(x), "a figure is wanted here"))
#define HS_ALIKE_NODE(x, y) (&(y)->n + HS_REQUIRE(HS_KIND_OF(x) == HS_KIND_OF(y), "the two sides are of different kinds"))

/* The node behind a value, if it is of the kind wanted. */
#define HS_NODE(x, kind, why) (&(x)->n + HS_REQUIRE(HS_KIND_OF(x) == kind, why))
#define HS_TRUTH_NODE(c, x) HS_NODE(x, HS_TRUTH, "a condition is wanted here")
#define HS_MONEY_NODE(c, x) HS_NODE(x, HS_MONEY, "an amount of money is wanted here")
#define HS_COUNT_NODE(c, x) HS_NODE(x, HS_COUNT, "a count is wanted here")
#define HS_LIST_NODE(x) HS_NODE(x, HS_LIST, "a list is wanted here")

#define HS_MAKE(struct_, op_, type_, ...)                                                                                                  \
    (&(const struct_){                                                                                                                     \
        {.op = HS_OP_##op_, .type = type_, .arguments = (const hs_node *const[]){__VA_ARGS__}, .count = HS_LENGTH(__VA_ARGS__)}})
#define HS_MAKE_VALUE(struct_, op_, type_, value_, ...)                                                                                    \
    (&(const struct_){{.op = HS_OP_##op_,                                                                                                  \
                       .type = type_,                                                                                                      \
                       .value = value_,                                                                                                    \
                       .arguments = (const hs_node *const[]){__VA_ARGS__},                                                                 \
                       .count = HS_LENGTH(__VA_ARGS__)}})
#define HS_MAKE_CONSTANT(struct_, type_, value_) (&(const struct_){{.op = HS_OP_CONSTANT, .type = type_, .value = value_}})

/* A plain decimal number. 1##x - x is a power of ten for it, and not for an octal (020), a sum or a fraction. */
#define HS_POWER_OF_TEN(x)                                                                                                                 \
    ((x) == 10 || (x) == 100 || (x) == 1000 || (x) == 10000 || (x) == 100000 || (x) == 1000000 || (x) == 10000000 || (x) == 100000000 ||   \
     (x) == 1000000000 || (x) == 10000000000)
#define HS_DECIMAL(x)                                                                                                                      \
    (INT64_C(x) +                                                                                                                          \
     HS_REQUIRE(HS_POWER_OF_TEN(INT64_C(1##x) - INT64_C(x)), "write the number in plain decimal digits without a leading zero"))

/* A number of one or two digits; 08 is eight. */
#define HS_TWO_DIGITS(x) (1##x >= 100 ? 1##x - 100 : 1##x - 10)

/* ---- Facts ------------------------------------------------------------------------------------------------------------------

   YES_NO_FACT(in_park, "入驻产业园", "In the park", PLACE, AS_OF, BY_ACTION, .local = 1, HINT(zh, en), EVIDENCE(zh, en))

   name, label in both languages, topic, period, whether the applicant can bring it about, then what else there is. The bare name then
   stands for the value of the fact. A count also takes .unit = {zh, en}. */

enum { AS_OF = HS_AS_OF, THIS_YEAR = HS_THIS_YEAR, LAST_YEAR = HS_LAST_YEAR, APPLICATION = HS_APPLICATION, NO_PERIOD = HS_NO_PERIOD };
/* 前年; and one year for good (以2023年为基数): MONEY_FACT(revenue_2023, zh, en, topic, CALENDAR_YEAR, NEVER, .year = 2023). */
enum { YEAR_BEFORE_LAST = HS_YEAR_BEFORE_LAST, CALENDAR_YEAR = HS_CALENDAR_YEAR };
enum { NEVER = HS_NEVER, IN_TIME = HS_IN_TIME, BY_ACTION = HS_BY_ACTION };

#define HINT(zh_, en_) .hint = {zh_, en_}
#define EVIDENCE(zh_, en_) .evidence = {zh_, en_}

/* A heading of the form, where those of facts.h do not do: TOPIC(sample, 20, "示例", "Example"). */
#define TOPIC(name_, order_, zh_, en_) static const hs_topic name_##_topic = {#name_, {zh_, en_}, order_}

#define HS_DEFINE_FACT(struct_, type_, name_, zh_, en_, topic_, period_, change_, ...)                                                     \
    static const hs_fact name_##_fact = {                                                                                                  \
        .id = #name_, .type = type_, .label = {zh_, en_}, .topic = &topic_##_topic, .period = period_, .change = change_, __VA_ARGS__};    \
    static const struct_ name_[1] = {{{.op = HS_OP_FACT, .type = type_, .fact = &name_##_fact}}}

#define YES_NO_FACT(name, ...) HS_DEFINE_FACT(hs_truth, HS_TRUTH, name, __VA_ARGS__)
#define MONEY_FACT(name, ...) HS_DEFINE_FACT(hs_money, HS_MONEY, name, __VA_ARGS__)
#define USD_FACT(name, ...) HS_DEFINE_FACT(hs_usd, HS_USD, name, __VA_ARGS__)
#define COUNT_FACT(name, ...) HS_DEFINE_FACT(hs_count, HS_COUNT, name, __VA_ARGS__)
#define PERCENT_FACT(name, ...) HS_DEFINE_FACT(hs_percentage, HS_PERCENTAGE, name, __VA_ARGS__)
#define LIST_FACT(name, ...) HS_DEFINE_FACT(hs_list, HS_LIST, name, __VA_ARGS__)

/* The values of a choice stand before it, each with its id and label:
       #define park_level_VALUES(V, of) V(of, none, "未认定", "None") V(of, district, "区级", "District")
       CHOICE_FACT(park_level, …) */
#define HS_VALUE_ENUM(of, id, zh, en) of##__##id,
#define HS_VALUE_TEXT(of, id_, zh_, en_) {#id_, {zh_, en_}},
#define HS_DEFINE_VALUES(name)                                                                                                             \
    enum { name##_VALUES(HS_VALUE_ENUM, name) name##__count };                                                                             \
    static const hs_value name##_values[] = {name##_VALUES(HS_VALUE_TEXT, name)}
#define HS_WITH_VALUES(name) .values = name##_values, .value_count = name##__count

#define CHOICE_FACT(name, ...)                                                                                                             \
    HS_DEFINE_VALUES(name);                                                                                                                \
    HS_DEFINE_FACT(hs_choice, HS_CHOICE, name, __VA_ARGS__, HS_WITH_VALUES(name))
#define CHOICES_FACT(name, ...)                                                                                                            \
    HS_DEFINE_VALUES(name);                                                                                                                \
    HS_DEFINE_FACT(hs_choices, HS_CHOICES, name, __VA_ARGS__, HS_WITH_VALUES(name))

/* Fields of a list's records: MONEY_FIELD(overseas_sites, build_cost, zh, en, period, …), used as FIELD(overseas_sites, build_cost). */
#define FIELD(list, name) list##__##name

#define HS_DEFINE_FIELD(struct_, type_, list_, name_, zh_, en_, period_, ...)                                                              \
    static const hs_fact list_##__##name_##_fact = {                                                                                       \
        .id = #name_, .type = type_, .label = {zh_, en_}, .period = period_, .list = &list_##_fact, __VA_ARGS__};                          \
    static const struct_ list_##__##name_[1] = {{{.op = HS_OP_FACT, .type = type_, .fact = &list_##__##name_##_fact}}}

#define YES_NO_FIELD(list, ...) HS_DEFINE_FIELD(hs_truth, HS_TRUTH, list, __VA_ARGS__)
#define MONEY_FIELD(list, ...) HS_DEFINE_FIELD(hs_money, HS_MONEY, list, __VA_ARGS__)
#define USD_FIELD(list, ...) HS_DEFINE_FIELD(hs_usd, HS_USD, list, __VA_ARGS__)
#define COUNT_FIELD(list, ...) HS_DEFINE_FIELD(hs_count, HS_COUNT, list, __VA_ARGS__)
#define PERCENT_FIELD(list, ...) HS_DEFINE_FIELD(hs_percentage, HS_PERCENTAGE, list, __VA_ARGS__)
#define CHOICE_FIELD(list, name, ...)                                                                                                      \
    HS_DEFINE_VALUES(list##__##name);                                                                                                      \
    HS_DEFINE_FIELD(hs_choice, HS_CHOICE, list, name, __VA_ARGS__, HS_WITH_VALUES(list##__##name))

/* ---- Figures ----------------------------------------------------------------------------------------------------------------- */

/* 元, in whole yuan: YUAN(5000). A figure of the document is always known; so are the kinds below. */
#define YUAN(x) HS_MAKE_CONSTANT(hs_money, HS_MONEY, HS_DECIMAL(x) * 100)
/* 万元: WAN(60) is 600,000 yuan. */
#define WAN(x) HS_MAKE_CONSTANT(hs_money, HS_MONEY, HS_DECIMAL(x) * 1000000)
/* 美元: DOLLARS(500000); 50万美元. */
#define DOLLARS(x) HS_MAKE_CONSTANT(hs_usd, HS_USD, HS_DECIMAL(x) * 100)
/* 人, 家, 年, 平方米 …: COUNT(3). */
#define COUNT(x) HS_MAKE_CONSTANT(hs_count, HS_COUNT, HS_DECIMAL(x))
/* A percentage to compare a percentage with: MORE_THAN(overseas_revenue_share, RATE(80)). 2.5 % is RATE_PER_MILLE(25). */
#define RATE(x) HS_MAKE_CONSTANT(hs_percentage, HS_PERCENTAGE, HS_DECIMAL(x) * 100)
#define RATE_PER_MILLE(x) HS_MAKE_CONSTANT(hs_percentage, HS_PERCENTAGE, HS_DECIMAL(x) * 10)

#define HS_YEAR_REQUIRED(y) HS_REQUIRE((y) >= 1949 && (y) <= 9999, "a year has four digits")
#define HS_MONTH_REQUIRED(m) HS_REQUIRE(HS_TWO_DIGITS(m) >= 1 && HS_TWO_DIGITS(m) <= 12, "a month is 1 to 12")
#define HS_DAY_REQUIRED(d) HS_REQUIRE(HS_TWO_DIGITS(d) >= 1 && HS_TWO_DIGITS(d) <= 31, "a day is 1 to 31")
#define DATE(y, m, d)                                                                                                                      \
    { (y) + HS_YEAR_REQUIRED(y), HS_TWO_DIGITS(m) + HS_MONTH_REQUIRED(m), HS_TWO_DIGITS(d) + HS_DAY_REQUIRED(d) }

/* ---- Conditions --------------------------------------------------------------------------------------------------------------

   A yes-or-no fact is a condition by itself; unstated it is unknown. */

/* Everybody, every record; always known. .when = ALWAYS, SUM(overseas_sites, ALWAYS, FIELD(overseas_sites, build_cost)). */
#define ALWAYS HS_MAKE_CONSTANT(hs_truth, HS_TRUTH, 1)

/* 且, 同时具备: ALL(in_park, self_used_office): each of them. False as soon as one is false, true when all are true, else unknown. */
#define ALL(...) HS_MAKE(hs_truth, ALL, HS_TRUTH, HS_MAP(HS_TRUTH_NODE, 0, __VA_ARGS__))

/* 或, 之一: ANY(in_park, office_in_park): at least one of them. True as soon as one is true, false when all are false, else unknown. */
#define ANY(...) HS_MAKE(hs_truth, ANY, HS_TRUTH, HS_MAP(HS_TRUTH_NODE, 0, __VA_ARGS__))

/* 除外, 未: NOT(newly_settled): the opposite; unknown stays unknown. */
#define NOT(x) HS_MAKE(hs_truth, NOT, HS_TRUTH, HS_TRUTH_NODE(0, x))

/* Comparisons of two figures of one kind: AT_LEAST(lease_years, COUNT(3)), MORE_THAN(annual_revenue, WAN(2000)). True when every pair of
   values in the two intervals satisfies it, false when none does, else unknown. A percentage on either side is exact, not rounded:
   MORE_THAN(revenue, PERCENT(130, revenue_prior)). */
#define AT_LEAST(x, y) HS_COMPARE(AT_LEAST, x, y)   /* 以上, 达到, 满, 不低于 */
#define MORE_THAN(x, y) HS_COMPARE(MORE_THAN, x, y) /* 超过, 突破 */
#define AT_MOST(x, y) HS_COMPARE(AT_MOST, x, y)     /* 以下, 以内, 不超过 */
#define LESS_THAN(x, y) HS_COMPARE(LESS_THAN, x, y) /* 不满, 低于 */
#define HS_COMPARE(op, x, y) HS_MAKE(hs_truth, op, HS_TRUTH, HS_FIGURE_NODE(x), HS_ALIKE_NODE(x, y))

/* 占比不低于: SHARE_AT_LEAST(hr_revenue, annual_revenue, 50): the first is at least 50 % of the second, and there is a second: of nothing
   there is no share. Exact; two figures of one kind, also counts. True, false or unknown as ALL of its two comparisons. */
#define SHARE_AT_LEAST(part, whole, rate) HS_SHARE(AT_LEAST, part, whole, HS_DECIMAL(rate) * 100)
#define SHARE_MORE_THAN(part, whole, rate) HS_SHARE(MORE_THAN, part, whole, HS_DECIMAL(rate) * 100)

/* 增长不低于: GREW_AT_LEAST(annual_revenue, annual_revenue_prior, 10): at least 110 % of the year before, and that was not nothing: from
   nothing there is no rate of growth. Unknown as with a share. Growth over consecutive years: ALL(GREW_AT_LEAST(y, y1, 10),
   GREW_AT_LEAST(y1, y2, 10)). */
#define GREW_AT_LEAST(x, before, rate) HS_SHARE(AT_LEAST, x, before, HS_DECIMAL(rate) * 100 + 10000)
#define GREW_MORE_THAN(x, before, rate) HS_SHARE(MORE_THAN, x, before, HS_DECIMAL(rate) * 100 + 10000)

/* 按增幅分档: the share of one figure in another, and how much one has grown beyond another, as percentages to compare or to put into
   TIERS and FULL: TIERS(GROWTH(annual_revenue, annual_revenue_prior), FROM(RATE(10), WAN(5)), FROM(RATE(20), WAN(12))). Cut to two
   decimals, 0 where the second is 0 or nothing has grown. The low end is that of the first's low end in the second's high one. */
#define SHARE(part, whole) HS_RATIO(SHARE, part, whole)
#define GROWTH(x, before) HS_RATIO(GROWTH, x, before)
#define HS_RATIO(op, x, of) HS_MAKE(hs_percentage, op, HS_PERCENTAGE, HS_FIGURE_NODE(x), HS_ALIKE_NODE(x, of))

#define HS_SHARE(op, x, of, rate)                                                                                                          \
    HS_MAKE(hs_truth, ALL, HS_TRUTH,                                                                                                       \
            &HS_MAKE(hs_truth, MORE_THAN, HS_TRUTH, &(of)->n, &HS_MAKE_CONSTANT(hs_count, HS_KIND_OF(of), 0)->n)->n,                       \
            &HS_MAKE(hs_truth, op, HS_TRUTH, HS_FIGURE_NODE(x),                                                                            \
                     &HS_MAKE_VALUE(hs_count, PERCENT, HS_KIND_OF(of), rate, HS_ALIKE_NODE(x, of))->n)                                     \
                 ->n)

/* 自…起, 截至…: the day as of which is assessed is no earlier, or no later. Always known. For what changes on a day:
   IF(SINCE(2025, 01, 01), WAN(20), WAN(10)). */
#define SINCE(y, m, d) HS_MAKE_DAY(SINCE, y, m, d)
#define UNTIL(y, m, d) HS_MAKE_DAY(UNTIL, y, m, d)
#define HS_MAKE_DAY(op_, y, m, d)                                                                                                          \
    (&(const hs_truth){{.op = HS_OP_##op_,                                                                                                 \
                        .type = HS_TRUTH,                                                                                                  \
                        .value = ((y) + HS_YEAR_REQUIRED(y)) * INT64_C(10000) + (HS_TWO_DIGITS(m) + HS_MONTH_REQUIRED(m)) * 100 +          \
                                 HS_TWO_DIGITS(d) + HS_DAY_REQUIRED(d)}})

/* IN(listing_status, listed_named, listed_other): the choice is one of these. Unknown while some values that it can still have are
   among them and some are not. IS: the same with one value. */
#define IN(choice, ...) HS_IN_(choice, __VA_ARGS__)
#define HS_IN_(choice, ...)                                                                                                                \
    HS_MAKE_VALUE(hs_truth, IN, HS_TRUTH, HS_BITS(HS_MAP(HS_BIT, choice, __VA_ARGS__)),                                                    \
                  HS_NODE(choice, HS_CHOICE, "a choice is wanted here"))
#define IS(choice, value) IN(choice, value)

/* HAS(applicant_kinds, hr_agency, park_operator): the set holds one of these at least. Unknown while the set is. */
#define HAS(choices, ...) HS_HAS_(choices, __VA_ARGS__)
#define HS_HAS_(choices, ...)                                                                                                              \
    HS_MAKE_VALUE(hs_truth, HAS, HS_TRUTH, HS_BITS(HS_MAP(HS_BIT, choices, __VA_ARGS__)),                                                  \
                  HS_NODE(choices, HS_CHOICES, "a set of choices is wanted here"))
#define HS_BIT(of, id) (INT64_C(1) << of##__##id)
#define HS_BITS(...) HS_PASTE(HS_OR_, HS_LENGTH(__VA_ARGS__))(__VA_ARGS__)
#define HS_OR_1(a) a
#define HS_OR_2(a, ...) a | HS_OR_1(__VA_ARGS__)
#define HS_OR_3(a, ...) a | HS_OR_2(__VA_ARGS__)
#define HS_OR_4(a, ...) a | HS_OR_3(__VA_ARGS__)
#define HS_OR_5(a, ...) a | HS_OR_4(__VA_ARGS__)
#define HS_OR_6(a, ...) a | HS_OR_5(__VA_ARGS__)
#define HS_OR_7(a, ...) a | HS_OR_6(__VA_ARGS__)
#define HS_OR_8(a, ...) a | HS_OR_7(__VA_ARGS__)

/* SOME(overseas_sites, FIELD(overseas_sites, audited)): a record of the list satisfies the condition, which sees the record's fields
   and the facts. False for an empty list, unknown for an unknown one. */
#define SOME(list, condition) HS_MAKE(hs_truth, SOME, HS_TRUTH, HS_LIST_NODE(list), HS_TRUTH_NODE(0, condition))

/* ---- Amounts ------------------------------------------------------------------------------------------------------------------ */

/* 按30%: PERCENT(30, annual_rent), each end rounded half up to the fen; of an unknown amount from 0 without bound. */
#define PERCENT(rate, x) HS_MAKE_VALUE(hs_money, PERCENT, HS_MONEY, HS_DECIMAL(rate) * 100, HS_MONEY_NODE(0, x))

/* 千分之五, 万分之三: PER_MILLE(5, x), PER_TEN_THOUSAND(3, x); 2.5 % is PER_MILLE(25, x). As PERCENT, also unknown. */
#define PER_MILLE(rate, x) HS_MAKE_VALUE(hs_money, PERCENT, HS_MONEY, HS_DECIMAL(rate) * 10, HS_MONEY_NODE(0, x))
#define PER_TEN_THOUSAND(rate, x) HS_MAKE_VALUE(hs_money, PERCENT, HS_MONEY, HS_DECIMAL(rate), HS_MONEY_NODE(0, x))

/* The same with the rate a fact, or one that depends on a tier: PERCENT_OF(lpr, principal), PERCENT_OF(TIERS_RATE(…), annual_revenue).
   0 times unbounded is 0. */
#define PERCENT_OF(rate, x)                                                                                                                \
    HS_MAKE(hs_money, PERCENT_OF, HS_MONEY, HS_NODE(rate, HS_PERCENTAGE, "a percentage is wanted here"), HS_MONEY_NODE(0, x))

/* An amount with a ceiling (最高, 封顶), CAP(WAN(60), PERCENT(30, annual_rent)), and the lesser of two amounts (取低), LESSER(x,
   interest_paid): the smaller one, end by end, so that of an unknown amount no more than the ceiling is left. */
#define CAP(ceiling, x) HS_MAKE(hs_money, CAP, HS_MONEY, HS_MONEY_NODE(0, ceiling), HS_MONEY_NODE(0, x))
#define LESSER(x, y) HS_MAKE(hs_money, LESSER, HS_MONEY, HS_MONEY_NODE(0, x), HS_MONEY_NODE(0, y))
/* 最多50人: CAP_COUNT(COUNT(50), staff), likewise. */
#define CAP_COUNT(ceiling, x) HS_MAKE(hs_count, CAP, HS_COUNT, HS_COUNT_NODE(0, ceiling), HS_COUNT_NODE(0, x))

/* 就高, 取其高者, within one measure: GREATEST(WAN(5), PERCENT(1, annual_revenue)): the greatest, end by end: unknown, at least WAN(5). (Of
   several measures: one `.matter`, and a rule of `.duplication`.) */
#define GREATEST(...) HS_MAKE(hs_money, GREATEST, HS_MONEY, HS_MAP(HS_MONEY_NODE, 0, __VA_ARGS__))

/* 超过部分, 增量: EXCESS(annual_revenue, WAN(500)), what the first has beyond the second, nothing where it does not exceed it. The low end
   lessens the first's low end by the second's high one, the high end the other way about. A part between two figures (累进):
   EXCESS(LESSER(x, WAN(500)), WAN(100)). */
#define EXCESS(x, y) HS_MAKE(hs_money, EXCESS, HS_MONEY, HS_MONEY_NODE(0, x), HS_MONEY_NODE(0, y))
#define EXCESS_USD(x, y)                                                                                                                   \
    HS_MAKE(hs_usd, EXCESS, HS_USD, HS_NODE(x, HS_USD, "an amount in dollars is wanted here"),                                             \
            HS_NODE(y, HS_USD, "an amount in dollars is wanted here"))
#define EXCESS_RATE(x, y)                                                                                                                  \
    HS_MAKE(hs_percentage, EXCESS, HS_PERCENTAGE, HS_NODE(x, HS_PERCENTAGE, "a percentage is wanted here"),                                \
            HS_NODE(y, HS_PERCENTAGE, "a percentage is wanted here"))
#define EXCESS_COUNT(x, y) HS_MAKE(hs_count, EXCESS, HS_COUNT, HS_COUNT_NODE(0, x), HS_COUNT_NODE(0, y))

/* 补差, 晋级补足差额: the amount less what was paid already, ends as with EXCESS: TOP_UP(TIERS(…), paid_for_lower_grade). */
#define TOP_UP(x, paid) HS_MAKE(hs_money, TOP_UP, HS_MONEY, HS_MONEY_NODE(0, x), HS_MONEY_NODE(0, paid))

/* 每满, 每增加: how many whole tens are in it, FULL(COUNT(10), new_staff), or whole millions, FULL(WAN(100), investment): a count, each
   end; of an unknown figure from 0 without bound. The unit is a figure of the document. */
#define FULL(unit, x) HS_MAKE(hs_count, FULL, HS_COUNT, HS_FIGURE_NODE(unit), HS_ALIKE_NODE(unit, x))

/* 不足一万元的舍去, 进一, 四舍五入: an amount to a whole multiple of so many yuan, each end: ROUND_DOWN(10000, x), ROUND_UP, ROUND_HALF_UP. */
#define ROUND_DOWN(yuan, x) HS_ROUND(ROUND_DOWN, yuan, x)
#define ROUND_UP(yuan, x) HS_ROUND(ROUND_UP, yuan, x)
#define ROUND_HALF_UP(yuan, x) HS_ROUND(ROUND_HALF_UP, yuan, x)
#define HS_ROUND(op, yuan, x) HS_MAKE_VALUE(hs_money, op, HS_MONEY, HS_DECIMAL(yuan) * 100, HS_MONEY_NODE(0, x))

/* 折合人民币: IN_YUAN(central_parity, export_value_usd), dollars at a rate that a PERCENT_FACT states as yuan for 100 dollars, the way the
   central parity is published (712.34). Each end rounded half up to the fen. */
#define IN_YUAN(yuan_for_100, x)                                                                                                           \
    HS_MAKE(hs_money, EXCHANGE, HS_MONEY, HS_NODE(yuan_for_100, HS_PERCENTAGE, "a percentage is wanted here"),                             \
            HS_NODE(x, HS_USD, "an amount in dollars is wanted here"))

/* 最高, 不超过, 以内 where the authority decides: UP_TO(WAN(50)): from 0 to the high end, which without bound stays so. */
#define UP_TO(x) HS_MAKE(hs_money, UP_TO, HS_MONEY, HS_MONEY_NODE(0, x))

/* 先到先得, 额满为止: FIRST_COME(WAN(5)): from 0, for funds or places may have run out, to the high end; with the year's budget stated,
   WHILE_FUNDS_LAST(WAN(500), x), to no more than that. */
#define FIRST_COME(x) HS_MAKE(hs_money, FIRST_COME, HS_MONEY, HS_MONEY_NODE(0, x))
#define WHILE_FUNDS_LAST(budget, x) FIRST_COME(CAP(budget, x))

/* 10万至20万元 where the authority decides: RANGE(WAN(10), WAN(20)): from the low end of the first to the high end of the second. */
#define RANGE(low, high) HS_MAKE(hs_money, RANGE, HS_MONEY, HS_MONEY_NODE(0, low), HS_MONEY_NODE(0, high))

/* 每家, 每人, 每项: EACH(YUAN(500), students_placed): the amount for each, end by end; of an unknown count from 0 without bound. */
#define EACH(x, count_) HS_MAKE(hs_money, EACH, HS_MONEY, HS_MONEY_NODE(0, x), HS_COUNT_NODE(0, count_))

/* 博士每人2万元、硕士每人1万元: EACH_OF((WAN(2), doctors), (WAN(1), masters)), as EACH, added up. */
#define EACH_OF(...) HS_MAKE(hs_money, PLUS, HS_MONEY, HS_MAP(HS_EACH_OF_NODE, 0, __VA_ARGS__))
#define HS_EACH_OF_NODE(c, pair) (&EACH pair->n)

/* TIERS(local_annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40))): the amount of the last tier whose figure is reached;
   0 below the first. Of an interval: from the least to the most of all tiers that it can reach. */
#define TIERS(x, ...) HS_TIERS_(HS_FIGURE_NODE(x), __VA_ARGS__)
#define HS_TIERS_(...) HS_MAKE(hs_money, TIERS, HS_MONEY, __VA_ARGS__)
#define FROM(figure, pays) &(figure)->n, HS_MONEY_NODE(0, pays)

/* A percentage by tiers: TIERS_RATE(annual_revenue, FROM_RATE(WAN(500), RATE(3)), FROM_RATE(WAN(1000), RATE(5))), for PERCENT_OF.
   The rate is that of the whole amount (全额); of an interval as TIERS. */
#define TIERS_RATE(x, ...) HS_TIERS_RATE_(HS_FIGURE_NODE(x), __VA_ARGS__)
#define HS_TIERS_RATE_(...) HS_MAKE(hs_percentage, TIERS, HS_PERCENTAGE, __VA_ARGS__)
#define FROM_RATE(figure, rate) &(figure)->n, HS_NODE(rate, HS_PERCENTAGE, "a percentage is wanted here")

/* BY(park_level, (national, WAN(100)), (municipal, WAN(50)), (none, YUAN(0))): by the choice, every value named. Of an unknown choice:
   from the least to the most of the values that it can have. */
#define BY(choice, ...) HS_BY_(choice, __VA_ARGS__)
#define HS_BY_(choice, ...) HS_BY_MAKE(HS_NODE(choice, HS_CHOICE, "a choice is wanted here"), HS_MAP(HS_ARM, choice, __VA_ARGS__))
#define HS_BY_MAKE(...) HS_MAKE(hs_money, BY, HS_MONEY, __VA_ARGS__)
#define HS_ARM(of, arm) HS_ARM_(of, HS_ARM_PARTS arm)
#define HS_ARM_PARTS(value, pays) value, pays
#define HS_ARM_(of, parts) HS_ARM__(of, parts)
#define HS_ARM__(of, value, pays) &HS_MAKE_CONSTANT(hs_choice, HS_CHOICE, of##__##value)->n, HS_MONEY_NODE(0, pays)

/* A percentage by the choice: BY_RATE(level, (national, RATE(10)), (other, RATE(5))), for PERCENT_OF. Unknown as BY. */
#define BY_RATE(choice, ...) HS_BY_RATE_(choice, __VA_ARGS__)
#define HS_BY_RATE_(choice, ...)                                                                                                           \
    HS_BY_RATE_MAKE(HS_NODE(choice, HS_CHOICE, "a choice is wanted here"), HS_MAP(HS_RATE_ARM, choice, __VA_ARGS__))
#define HS_BY_RATE_MAKE(...) HS_MAKE(hs_percentage, BY, HS_PERCENTAGE, __VA_ARGS__)
#define HS_RATE_ARM(of, arm) HS_RATE_ARM_(of, HS_ARM_PARTS arm)
#define HS_RATE_ARM_(of, parts) HS_RATE_ARM__(of, parts)
#define HS_RATE_ARM__(of, value, rate)                                                                                                     \
    &HS_MAKE_CONSTANT(hs_choice, HS_CHOICE, of##__##value)->n, HS_NODE(rate, HS_PERCENTAGE, "a percentage is wanted here")

/* SUM(overseas_sites, condition, amount): over the records. A record whose condition is true adds the amount, one where it is unknown
   adds from 0 to the high end, one where it is false nothing. An unknown list: from 0 without bound. */
#define SUM(list, condition, x) HS_MAKE(hs_money, SUM, HS_MONEY, HS_LIST_NODE(list), HS_TRUTH_NODE(0, condition), HS_MONEY_NODE(0, x))

/* The same of dollars, and of counts: SUM_COUNT(rooms, FIELD(rooms, own_use), FIELD(rooms, area)). */
#define SUM_USD(list, condition, x)                                                                                                        \
    HS_MAKE(hs_usd, SUM, HS_USD, HS_LIST_NODE(list), HS_TRUTH_NODE(0, condition), HS_NODE(x, HS_USD, "an amount in dollars is wanted here"))
#define SUM_COUNT(list, condition, x) HS_MAKE(hs_count, SUM, HS_COUNT, HS_LIST_NODE(list), HS_TRUTH_NODE(0, condition), HS_COUNT_NODE(0, x))

/* HOW_MANY(high_level_staff, condition): counts the records likewise. */
#define HOW_MANY(list, condition) HS_MAKE(hs_count, COUNT_IF, HS_COUNT, HS_LIST_NODE(list), HS_TRUTH_NODE(0, condition))

/* 之和, 另加: PLUS(WAN(10), PERCENT(5, annual_rent)), added up, end by end; of amounts and of counts. */
#define PLUS(...) HS_MAKE(hs_money, PLUS, HS_MONEY, HS_MAP(HS_MONEY_NODE, 0, __VA_ARGS__))
#define PLUS_COUNT(...) HS_MAKE(hs_count, PLUS, HS_COUNT, HS_MAP(HS_COUNT_NODE, 0, __VA_ARGS__))

/* 入园的20万元，其他10万元: IF(in_park, WAN(20), WAN(10)): the second where the condition is true, the third where it is false, from the least to
   the most of both while it is unknown. */
#define IF(condition, x, y) HS_MAKE(hs_money, IF, HS_MONEY, HS_TRUTH_NODE(0, condition), HS_MONEY_NODE(0, x), HS_MONEY_NODE(0, y))
#define IF_COUNT(condition, x, y) HS_MAKE(hs_count, IF, HS_COUNT, HS_TRUTH_NODE(0, condition), HS_COUNT_NODE(0, x), HS_COUNT_NODE(0, y))
#define IF_RATE(condition, x, y)                                                                                                           \
    HS_MAKE(hs_percentage, IF, HS_PERCENTAGE, HS_TRUTH_NODE(0, condition), HS_NODE(x, HS_PERCENTAGE, "a percentage is wanted here"),       \
            HS_NODE(y, HS_PERCENTAGE, "a percentage is wanted here"))

/* 按有关规定, with no figure in the document: never a guess: no amount, and the result lists it as unstated. Stands alone, as the whole of
   `.pays`. */
#define UNSTATED (&(const hs_money){{.op = HS_OP_UNSTATED, .type = HS_MONEY}})

/* ---- Measures and the policy -------------------------------------------------------------------------------------------------

   MEASURE(rent, CLAUSE("四(一)1"), TITLE("租金补贴", "Rent subsidy"),
       .kind = CASH, .basis = FORMULA, .per = YEARLY,
       .when = ALL(LOCAL_FIRM, AT_LEAST(lease_years, COUNT(3))),
       .pays = CAP(WAN(60), PERCENT(30, annual_rent)),
       .years = 3)

   id, clause and title come first and cannot be left out; the fields of hs_measure follow by name. */

enum { CASH = HS_CASH, LOAN = HS_LOAN, IN_KIND = HS_IN_KIND, RECOGNITION = HS_RECOGNITION };
enum { FIXED = HS_FIXED, FORMULA = HS_FORMULA, DISCRETIONARY = HS_DISCRETIONARY, BETWEEN = HS_BETWEEN, ELSEWHERE = HS_ELSEWHERE };
enum { ONCE = HS_ONCE, YEARLY = HS_YEARLY, PER_EVENT = HS_PER_EVENT };
enum { APPLICANT = HS_APPLICANT, PERSON = HS_PERSON };
enum { HIGHEST_WITH_TOP_UP = HS_HIGHEST_WITH_TOP_UP, HIGHEST_NO_DUPLICATE = HS_HIGHEST_NO_DUPLICATE };

#define MEASURE(id_, clause_, title_, ...)                                                                                                 \
    { .id = #id_, .clause = HS_FIRST_##clause_, .title = HS_SECOND_##title_, __VA_ARGS__ }
#define HS_FIRST_CLAUSE(text) &(text "")[HS_REQUIRE(sizeof(text) > 1, "a measure cites its clause: the text is empty")]
#define HS_FIRST_TITLE(...) (char *)0 + HS_REQUIRE(0, "a measure cites its clause: write CLAUSE(\"…\") before TITLE(…)")
#define HS_SECOND_TITLE(zh_, en_)                                                                                                          \
    { zh_, en_ }

/* 每年3月1日至4月30日申报: .window = EACH_YEAR(03, 01, 04, 30). It changes no amount; the result says whether it is open. A fixed time is a
   condition: ALL(SINCE(2024, 06, 01), UNTIL(2024, 06, 30)). */
#define EACH_YEAR(m1, d1, m2, d2)                                                                                                          \
    {                                                                                                                                      \
        HS_TWO_DIGITS(m1) + HS_MONTH_REQUIRED(m1), HS_TWO_DIGITS(d1) + HS_DAY_REQUIRED(d1), HS_TWO_DIGITS(m2) + HS_MONTH_REQUIRED(m2),     \
            HS_TWO_DIGITS(d2) + HS_DAY_REQUIRED(d2)                                                                                        \
    }

/* 已享受一(一)的，不再享受本项: .yields = TO(rent, building). The measure's own amount stands; in the total it counts only as far as it
   exceeds the others at the high end, and at the low end only where none of them can be had. Where the applicant may choose: one
   `.matter` for all of them. */
#define TO(...) (const char *const[]){HS_MAP(HS_ID, 0, __VA_ARGS__)}, .yield_count = HS_LENGTH(__VA_ARGS__)
#define HS_ID(c, id) #id

/* 第三条至第五条合计最高200万元; 每家每年累计不超过其当年地方财政贡献:
       static const hs_limit limits[] = {
           LIMIT(space, CLAUSE("六"), TITLE("场地补助合计上限", "Ceiling of all grants for premises"), .per = YEARLY,
                 .ceiling = WAN(200), .measures = OF(rent, building)),
           LIMIT(firm, CLAUSE("二十"), TITLE("每家每年上限", "Ceiling for a firm and year"), .per = YEARLY,
                 .ceiling = LESSER(WAN(500), local_fiscal_contribution))};
   and in the policy .limits = LIMITS(limits). YEARLY: in each year; ONCE: over all years, used up from the first year on. Without
   `.measures`: all that pay cash to the applicant. Each end of the total is cut at the ceiling's; single amounts stand. */
#define LIMIT(id_, clause_, title_, ...)                                                                                                   \
    { .id = #id_, .clause = HS_FIRST_##clause_, .title = HS_SECOND_##title_, __VA_ARGS__ }
#define OF(...) (const char *const[]){HS_MAP(HS_ID, 0, __VA_ARGS__)}, .measure_count = HS_LENGTH(__VA_ARGS__)
#define LIMITS(table) table, .limit_count = (int32_t)(sizeof(table) / sizeof(table)[0])

/* .department = TEXTS({"市人力社保局", "Municipal HR and Social Security Bureau"}) */
#define TEXTS(...)                                                                                                                         \
    { (const hs_text[]){__VA_ARGS__}, (int32_t)(sizeof((const hs_text[]){__VA_ARGS__}) / sizeof(hs_text)) }

/* A numbered clause that grants nothing: NOTHING("五(13)", "只是对部门的要求", "A task for the authorities only"). */
#define NOTHING(clause_, zh_, en_)                                                                                                         \
    {                                                                                                                                      \
        .clause = clause_, .reason = { zh_, en_ }                                                                                          \
    }

/* CHECK(revenue_covers_rent, AT_LEAST(annual_revenue, annual_rent), "年租金超过年营业收入", "…"): defined beside the facts, listed in
   the policy as .checks = CHECKS(revenue_covers_rent). It warns only where it is surely broken, not while it is unknown. */
#define CHECK(name_, holds_, zh_, en_) static const hs_check name_[1] = {{#name_, holds_, {zh_, en_}}}
#define HS_CHECK_POINTER(c, x) (x)

#define HS_TABLE(name) .name##s = name##s, .name##_count = (int32_t)(sizeof(name##s) / sizeof(name##s)[0])

/* EVERY_CLAUSE_GRANTS; in place of the table of silences where no clause of the document is silent. A type of its own, so that it counts as no table. */
typedef struct hs_no_silence {
    int32_t none;
} hs_no_silence;
#define EVERY_CLAUSE_GRANTS static const hs_no_silence silences[1] = {{0}}

/* Where the table is missing, compilers show the second of these lines, which says what to write. */
/* clang-format off */
#define HS_SILENCE_TABLE \
    .silences = (const void *)silences, /* missing? static const hs_silence silences[] = {NOTHING(...), ...}; or EVERY_CLAUSE_GRANTS; */ \
    .silence_count = (int32_t)(sizeof(silences) / sizeof(silences)[0]) * _Generic(&silences[0], const hs_no_silence *: 0, default: 1)
/* clang-format on */

/* The end of a policy.c, after `static const hs_measure measures[]` and `static const hs_silence silences[]` (or EVERY_CLAUSE_GRANTS):
       POLICY(qingpu, .version = "1.0.0", .adcode = "310118", …) */
#define POLICY(id_, ...)                                                                                                                   \
    static const hs_policy id_##_policy = {.magic = HS_MAGIC,                                                                              \
                                           .abi = HS_ABI_CURRENT,                                                                          \
                                           .size = sizeof(hs_policy),                                                                      \
                                           .pointer_size = sizeof(void *),                                                                 \
                                           .toolchain = HS_TOOLCHAIN,                                                                      \
                                           .node_size = sizeof(hs_node),                                                                   \
                                           .fact_size = sizeof(hs_fact),                                                                   \
                                           .measure_size = sizeof(hs_measure),                                                             \
                                           .id = #id_,                                                                                     \
                                           HS_TABLE(measure),                                                                              \
                                           HS_SILENCE_TABLE,                                                                               \
                                           __VA_ARGS__};                                                                                   \
    HS_GETTER(id_);                                                                                                                        \
    HS_GETTER(id_) { return &id_##_policy; }                                                                                               \
    _Static_assert(sizeof(#id_) > 1, "a policy has an id")

#define CHECKS(...) (const hs_check *const[]){HS_MAP(HS_CHECK_POINTER, 0, __VA_ARGS__)}, .check_count = HS_LENGTH(__VA_ARGS__)

/* Linked into one program (sanitizers, fuzzing) each region's getter carries its id. */
#ifdef HUISUAN_STATIC
#define HS_GETTER(id_) const hs_policy *huisuan_policy_##id_(void)
#else
#define HS_GETTER(id_) __attribute__((visibility("default"))) const hs_policy *huisuan_policy(void)
#endif

#endif
