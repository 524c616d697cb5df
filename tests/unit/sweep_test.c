/* What a sweep says of a small range, held against the engine at each of its values: pieces that hold everywhere, none too many, and
   each constant as long as it is one; of each measure also where no other turns beside it. Every figure here moves an amount by whole fen, so that a line is one to the fen. */
#include "check.h"

#include <huisuan/huisuan.h>
#include <huisuan/policy.h>
#include <stdbool.h>
#include <stdlib.h>

TOPIC(sweep_topic, 1, "测试", "Test");
#define S sweep_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
MONEY_FACT(x, "金额", "Amount x", S);
MONEY_FACT(y, "另一金额", "Amount y", S);
MONEY_FACT(z, "第三金额", "Amount z", S);
COUNT_FACT(n, "人数", "People n", S, .unit = {"人", "people"});
PERCENT_FACT(r, "比例", "Rate r", S);
YES_NO_FACT(p, "甲", "Fact p", S);
YES_NO_FACT(q, "乙", "Fact q", S);
#define level_VALUES(V, of) V(of, none, "无", "None") V(of, low, "低", "Low") V(of, high, "高", "High")
CHOICE_FACT(level, "级别", "Level", S);
LIST_FACT(sites, "站点", "Sites", S);
YES_NO_FIELD(sites, ok, "合格", "Fit", AS_OF, HINT("见测试", "See the test."));
MONEY_FIELD(sites, cost, "成本", "Cost", AS_OF, HINT("见测试", "See the test."));

#define PAYS .kind = CASH, .basis = FORMULA, .per = ONCE, .when = ALWAYS, .pays
#define WHEN .kind = IN_KIND, .basis = FIXED, .per = ONCE, .when

static const hs_measure measures[] = {
    MEASURE(at_least, CLAUSE("1"), TITLE("以上", "At least"), WHEN = AT_LEAST(x, YUAN(3))),
    MEASURE(more_than, CLAUSE("2"), TITLE("超过", "More than"), WHEN = ANY(p, MORE_THAN(x, y))),
    MEASURE(both, CLAUSE("3"), TITLE("之间", "Between"), WHEN = ALL(q, NOT(LESS_THAN(x, YUAN(2))), AT_MOST(x, YUAN(5)))),
    MEASURE(share, CLAUSE("4"), TITLE("占比", "Share"), WHEN = SHARE_AT_LEAST(x, y, 50)),
    MEASURE(some, CLAUSE("5"), TITLE("有一条", "Some"), WHEN = SOME(sites, ALL(FIELD(sites, ok), AT_LEAST(FIELD(sites, cost), YUAN(4))))),
    MEASURE(amount, CLAUSE("11"), TITLE("据实", "Amount"), PAYS = x),
    MEASURE(twice, CLAUSE("12"), TITLE("加倍", "Twice"), PAYS = PERCENT(200, x)),
    MEASURE(percent_of, CLAUSE("13"), TITLE("浮动比例", "Percent of"), PAYS = PERCENT_OF(r, x)),
    MEASURE(cap, CLAUSE("14"), TITLE("封顶", "Cap"), PAYS = CAP(YUAN(6), x)),
    MEASURE(lesser, CLAUSE("15"), TITLE("取低", "Lesser"), PAYS = LESSER(x, y)),
    MEASURE(lesser_turned, CLAUSE("16"), TITLE("取低", "Lesser, turned"), PAYS = LESSER(y, PERCENT(200, x))),
    MEASURE(greatest, CLAUSE("17"), TITLE("就高", "Greatest"), PAYS = GREATEST(x, y, YUAN(3))),
    MEASURE(greatest_turned, CLAUSE("18"), TITLE("就高", "Greatest, turned"), PAYS = GREATEST(YUAN(4), PERCENT(300, EXCESS(x, YUAN(4))))),
    MEASURE(range, CLAUSE("19"), TITLE("区间", "Range"), PAYS = RANGE(CAP(YUAN(1), x), CAP(YUAN(4), x))),
    MEASURE(range_open, CLAUSE("40"), TITLE("区间", "Range to another"), PAYS = RANGE(x, y)),
    MEASURE(range_lesser, CLAUSE("50"), TITLE("区间", "Range to the lesser"), PAYS = RANGE(YUAN(1), LESSER(x, y))),
    MEASURE(of_greatest, CLAUSE("41"), TITLE("就高加倍", "Twice the greatest"),
            PAYS = PERCENT(200, GREATEST(x, PERCENT(300, EXCESS(x, YUAN(4)))))),
    MEASURE(two, CLAUSE("42"), TITLE("两者就高", "Greatest of two"), PAYS = GREATEST(y, x)),
    MEASURE(tiers_below, CLAUSE("43"), TITLE("不到起点", "Below the tiers"),
            PAYS = TIERS(y, FROM(YUAN(2), LESSER(x, YUAN(6))), FROM(YUAN(3), YUAN(9)))),
    MEASURE(plus_tiers, CLAUSE("44"), TITLE("加档", "Plus a tier"),
            PAYS = PLUS(x, TIERS(x, FROM(YUAN(2), YUAN(1)), FROM(YUAN(4), YUAN(3))))),
    MEASURE(less_range, CLAUSE("45"), TITLE("减去其一", "Less the lesser"), PAYS = EXCESS(YUAN(3), LESSER(x, y))),
    MEASURE(bump, CLAUSE("46"), TITLE("先升后降", "Up and down"), PAYS = EXCESS(PERCENT(200, LESSER(x, YUAN(4))), x)),
    MEASURE(island, CLAUSE("47"), TITLE("中间一档", "One tier between"),
            PAYS = TIERS(x, FROM(YUAN(0), y), FROM(YUAN(4), YUAN(3)), FROM(YUAN(6), y))),
    MEASURE(exactly, CLAUSE("49"), TITLE("恰好", "Exactly"), WHEN = ALL(AT_LEAST(x, YUAN(3)), AT_MOST(x, YUAN(3)))),
    MEASURE(window, CLAUSE("48"), TITLE("一段", "A stretch"),
            PAYS = IF(ALL(AT_LEAST(x, YUAN(3)), LESS_THAN(x, YUAN(6))), PERCENT(200, x), x)),
    MEASURE(range_of, CLAUSE("20"), TITLE("区间", "Range of"), PAYS = RANGE(YUAN(2), PERCENT(300, x))),
    MEASURE(up_to, CLAUSE("21"), TITLE("最高", "Up to"), PAYS = UP_TO(CAP(YUAN(6), x))),
    MEASURE(first_come, CLAUSE("22"), TITLE("额满为止", "First come"), PAYS = WHILE_FUNDS_LAST(YUAN(6), x)),
    MEASURE(tiers, CLAUSE("23"), TITLE("分档", "Tiers"), PAYS = TIERS(x, FROM(YUAN(2), YUAN(1)), FROM(YUAN(4), x), FROM(YUAN(7), y))),
    MEASURE(tiers_of, CLAUSE("24"), TITLE("他档", "Tiers of another"), PAYS = TIERS(y, FROM(YUAN(2), x), FROM(YUAN(4), YUAN(5)))),
    MEASURE(by, CLAUSE("25"), TITLE("按级", "By"), PAYS = BY(level, (high, x), (low, y), (none, YUAN(0)))),
    MEASURE(either, CLAUSE("26"), TITLE("择一", "If"), PAYS = IF(p, x, YUAN(5))),
    MEASURE(from_figure, CLAUSE("27"), TITLE("按额", "If of the figure"), PAYS = IF(AT_LEAST(x, YUAN(3)), PERCENT(200, x), y)),
    MEASURE(excess, CLAUSE("28"), TITLE("超过部分", "Excess"), PAYS = EXCESS(x, y)),
    MEASURE(slice, CLAUSE("29"), TITLE("累进", "Slice"), PAYS = PERCENT(200, EXCESS(LESSER(x, YUAN(7)), YUAN(2)))),
    MEASURE(top_up, CLAUSE("30"), TITLE("补差", "Top-up"), PAYS = TOP_UP(YUAN(5), x)),
    MEASURE(apart, CLAUSE("31"), TITLE("相差", "Apart"), PAYS = EXCESS(PERCENT(300, x), PLUS(x, y))),
    MEASURE(plus, CLAUSE("32"), TITLE("相加", "Plus"), PAYS = PLUS(x, y, LESSER(x, YUAN(2)))),
    MEASURE(opposed, CLAUSE("33"), TITLE("此消彼长", "Plus of opposites"),
            PAYS = PLUS(LESSER(x, YUAN(5)), PERCENT(200, EXCESS(YUAN(3), x)))),
    MEASURE(each, CLAUSE("34"), TITLE("每人", "Each"), PAYS = EACH(YUAN(2), n)),
    MEASURE(each_of, CLAUSE("35"), TITLE("分类每人", "Each of kinds"), PAYS = EACH_OF((YUAN(2), n), (YUAN(1), CAP_COUNT(COUNT(3), n)))),
    MEASURE(beyond, CLAUSE("36"), TITLE("超过人数", "People beyond"), PAYS = EACH(YUAN(1), EXCESS_COUNT(n, COUNT(10)))),
    MEASURE(sum, CLAUSE("37"), TITLE("合计", "Sum"), PAYS = SUM(sites, FIELD(sites, ok), CAP(YUAN(4), FIELD(sites, cost)))),
    MEASURE(every, CLAUSE("38"), TITLE("全部", "Every"), PAYS = SUM(sites, ALWAYS, GREATEST(FIELD(sites, cost), YUAN(2)))),
    MEASURE(how_many, CLAUSE("39"), TITLE("条数", "How many"),
            PAYS = EACH(YUAN(3), HOW_MANY(sites, ALL(FIELD(sites, ok), MORE_THAN(FIELD(sites, cost), YUAN(3)))))),
    MEASURE(full, CLAUSE("51"), TITLE("每满", "Full"), PAYS = EACH(YUAN(3), FULL(COUNT(4), n))),
    MEASURE(full_money, CLAUSE("52"), TITLE("每满金额", "Full, of money"), PAYS = EACH(YUAN(2), FULL(YUAN(3), x))),
    MEASURE(round_down, CLAUSE("53"), TITLE("舍去", "Rounded down"), PAYS = ROUND_DOWN(1, x)),
    MEASURE(round_up, CLAUSE("54"), TITLE("进一", "Rounded up"), PAYS = ROUND_UP(2, x)),
    MEASURE(round_half_up, CLAUSE("55"), TITLE("四舍五入", "Rounded"), PAYS = ROUND_HALF_UP(1, PERCENT(200, x))),
    MEASURE(by_share, CLAUSE("56"), TITLE("按占比", "By share"),
            PAYS = TIERS(SHARE(x, y), FROM(RATE(10), YUAN(5)), FROM(RATE(90), YUAN(9)))),
    MEASURE(by_growth, CLAUSE("57"), TITLE("按增幅", "By growth"),
            PAYS = TIERS(GROWTH(x, y), FROM(RATE(10), YUAN(5)), FROM(RATE(40), YUAN(9)))),
};

static const hs_silence silences[] = {NOTHING("60", "只是目标", "An aim only")};

POLICY(words, .version = "1.0.0", .adcode = "999904", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31));

/* What a total is made of: a matter, measures that yield, one that is perhaps paid, one of several years, what counts beside it. */
static const hs_measure parts[] = {
    MEASURE(first, CLAUSE("1"), TITLE("第一项", "First"), PAYS = x, .matter = "one"),
    MEASURE(second, CLAUSE("2"), TITLE("第二项", "Second"), PAYS = GREATEST(y, YUAN(2)), .matter = "one"),
    MEASURE(third, CLAUSE("3"), TITLE("第三项", "Third"), PAYS = LESSER(z, PERCENT(200, x)), .years = 2),
    MEASURE(perhaps, CLAUSE("4"), TITLE("或有", "Perhaps"), .kind = CASH, .basis = FORMULA, .per = ONCE, .when = p,
            .pays = EXCESS(x, YUAN(1)), .matter = "other"),
    MEASURE(behind, CLAUSE("5"), TITLE("让位", "Yielding"), PAYS = LESSER(PERCENT(300, x), YUAN(4)), .yields = TO(third)),
    MEASURE(fixed, CLAUSE("6"), TITLE("定额让位", "Fixed and yielding"), PAYS = YUAN(3), .yields = TO(third, perhaps)),
    MEASURE(person, CLAUSE("7"), TITLE("个人", "Person"), PAYS = LESSER(x, YUAN(1)), .payee = PERSON),
    MEASURE(loan, CLAUSE("8"), TITLE("贷款", "Loan"), .kind = LOAN, .basis = DISCRETIONARY, .per = ONCE, .when = ALWAYS, .pays = UP_TO(x)),
};

static const hs_limit none[1];
#define YEAR(name, ...) LIMIT(name, CLAUSE("9"), TITLE("每年上限", "Ceiling of a year"), .per = YEARLY, __VA_ARGS__)
static const hs_limit constant[] = {YEAR(over, .ceiling = YUAN(4), .measures = OF(first, third))};
static const hs_limit moving[] = {YEAR(over, .ceiling = LESSER(PERCENT(200, x), YUAN(5)), .measures = OF(second, behind, third))};
static const hs_limit nested[] = {YEAR(over, .ceiling = YUAN(3), .measures = OF(first, perhaps)),
                                  YEAR(around, .ceiling = PLUS(y, YUAN(4)), .measures = OF(first, perhaps, third))};
static const hs_limit stepped[] = {YEAR(over, .ceiling = ROUND_DOWN(1, PERCENT(200, x)), .measures = OF(first))};
static const hs_limit all[] = {YEAR(over, .ceiling = LESSER(x, YUAN(3)), .measures = OF(second)), YEAR(around, .ceiling = YUAN(8))};

/* ---- One curve, value by value ------------------------------------------------------------------------------------------------------- */

enum { VALUES = 1001, MEASURES = sizeof measures / sizeof measures[0] };

struct value {
    int32_t standing;
    int64_t ends[2]; /* low and high */
};

static hs_engine *engine;
static int32_t is_uneven;                         /* the last total */
static struct value values[1 + MEASURES][VALUES]; /* what the engine says at each: the total, each measure */

static void say(const hs_curve *curve, const char *what, int64_t at) {
    check_that(0, __FILE__, __LINE__, what);
    printf("  %s at %" PRId64 "\n", curve->id == NULL ? "total" : curve->id, at);
}

static const char *with(const char *pattern, const char *value) {
    static char document[2048];
    char whole[2048];
    snprintf(whole, sizeof whole, "{'as_of':'2023-06-30','locations':['999904'],%s}", pattern);
    size_t begin = strcspn(whole, "@");
    snprintf(document, sizeof document, "%.*s%s%s", (int)begin, whole, value, whole[begin] == '\0' ? "" : whole + begin + 1);
    for (char *at = document; *at != '\0'; at++)
        if (*at == '\'') *at = '"';
    return document;
}

/* The total and all measures at one value of the figure, money in fen. */
static void assess_at(const char *pattern, int64_t at, bool whole) {
    char text[32];
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    const hs_options options = {.brief = 1};
    snprintf(text, sizeof text, whole ? "%" PRId64 : "%" PRId64 ".%02" PRId64, whole ? at : at / 100, at % 100);
    const char *document = with(pattern, text);
    EXPECT_EQUAL(hs_assess(&assessment, engine, document, strlen(document), &options, &error), HS_OK);
    if (assessment == NULL) {
        printf("%s: %s: %s\n", document, error.path, error.en);
        return;
    }
    const hs_place_result *place = &hs_assessment_result(assessment)->places[0];
    values[0][at] = (struct value){HS_ELIGIBLE, {place->total.low, place->total.high}};
    for (int32_t i = 0; i < place->policies[0].count; i++) {
        const hs_measure_result *result = &place->policies[0].measures[i];
        values[1 + i][at] = (struct value){result->standing, {result->amount.low, result->amount.high}};
    }
    hs_assessment_free(assessment);
}

/* Whether an end goes in one line, to the fen, from one value to another. */
static bool is_line(const struct value *of, int end, int64_t from, int64_t to) {
    for (int64_t at = from + 1; at <= to; at++) {
        int64_t rise = of[at].ends[end] - of[at - 1].ends[end], first = of[from + 1].ends[end] - of[from].ends[end];
        if (of[at].standing != of[from].standing || rise != first) return false;
    }
    return true;
}

static bool is_flat(const struct value *of, int end, const hs_piece *piece) {
    return piece->to > piece->from && of[piece->from].ends[end] == of[piece->to].ends[end];
}

/* Whether an end leaves its line at a value or beside it, where one constant ends and another begins; of a single value at either end of the
   range that cannot be seen. */
static bool bends(const struct value *of, int end, int64_t at, hs_interval range) {
    if (at - 1 == range.low || at == range.high) return true;
    return !is_line(of, end, at - 2, at + 1);
}

/* Whether two pieces are of one constant. */
static bool is_joined(const struct value *of, int end, const hs_piece *a, const hs_piece *b) {
    bool flat = is_flat(of, end, a) || is_flat(of, end, b);
    return flat && is_line(of, end, a->from, b->to);
}

/* Two pieces are two because the status differs or an end leaves its line; an end that stays does so as long as it can. In a total what
   rises and what falls may hide each other: there a part turns. */
static void check_turn(const struct value *of, const hs_sweep_place *place, int32_t c, const hs_piece *a, const hs_piece *b,
                       hs_interval range) {
    const hs_curve *curve = &place->curves[c];
    bool turns = a->standing != b->standing, hidden = false;
    for (int32_t k = 1; c == 0 && k < place->count; k++)
        for (int32_t i = 0; i < place->curves[k].count; i++) hidden = hidden || place->curves[k].pieces[i].from == b->from;
    if (b->from != a->to + 1) say(curve, "pieces without a gap", b->from);
    for (int end = 0; curve->has_amount && end < 2; end++) {
        turns = turns || (bends(of, end, b->from, range) && !is_joined(of, end, a, b));
        bool meet = a->standing == b->standing && of[a->to].ends[end] == of[b->from].ends[end] && a->to > a->from && b->to > b->from;
        bool range_ends = c > 0 && curve->measure->pays->n.op == HS_OP_RANGE; /* where it says */
        if (meet && is_flat(of, end, a) != is_flat(of, end, b) && !hidden && !range_ends) say(curve, "a constant to its end", b->from);
    }
    if (!turns && !hidden) say(curve, "a breakpoint where something turns", b->from);
}

static void check_curve(const struct value *of, const hs_sweep_place *place, int32_t c, hs_interval range) {
    const hs_curve *curve = &place->curves[c];
    EXPECT_EQUAL(curve->has_amount, c == 0 || curve->measure->pays != NULL);
    EXPECT_EQUAL(curve->pieces[0].from, range.low);
    EXPECT_EQUAL(curve->pieces[curve->count - 1].to, range.high);
    for (int32_t i = 0; i < curve->count; i++) {
        const hs_piece *piece = &curve->pieces[i];
        if (piece->standing != of[piece->from].standing) say(curve, "the status", piece->from);
        for (int64_t at = piece->from; at <= piece->to; at++)
            if (of[at].standing != piece->standing) say(curve, "one status in a piece", at);
        for (int end = 0; curve->has_amount && end < 2; end++) {
            if ((end == 0 ? piece->first.low : piece->first.high) != of[piece->from].ends[end]) say(curve, "the first amount", piece->from);
            if ((end == 0 ? piece->last.low : piece->last.high) != of[piece->to].ends[end]) say(curve, "the last amount", piece->to);
            if (!is_line(of, end, piece->from, piece->to)) say(curve, "one line in a piece", piece->from);
        }
        if (i > 0) check_turn(of, place, c, piece - 1, piece, range);
    }
}

/* Every total has as neighbours the pieces on both sides of the one that the figure lies in, from its first value to its last. */
static void check_neighbours(hs_sweep_place place) {
    const hs_curve *total = &place.curves[0];
    for (int32_t i = 0; i < total->count; i++)
        for (int last = 0; last < 2; last++) {
            const hs_piece *previous, *next;
            int64_t at = last ? total->pieces[i].to : total->pieces[i].from;
            place.have = (hs_interval){at, at};
            hs_sweep_neighbours(&place, &previous, &next);
            EXPECT(previous == (i == 0 ? NULL : &total->pieces[i - 1]));
            EXPECT(next == (i + 1 == total->count ? NULL : &total->pieces[i + 1]));
            place.have.high++;
            hs_sweep_neighbours(&place, &previous, &next);
            EXPECT(previous == NULL && next == NULL);
        }
}

/* Sweeps the figure for which @ stands in the pattern, under a policy of these measures from `first` on; the total only where all are its. */
static void check_sweep(const hs_engine *of, const char *pattern, const char *fact, hs_interval range, const hs_measure *first) {
    hs_sweep *sweep = NULL;
    hs_error error = {0};
    int before = checks_failed;
    const char *document = with(pattern, "1");
    EXPECT_EQUAL(hs_sweep_new(&sweep, of, document, strlen(document), NULL, fact, range, &error), HS_OK);
    if (sweep == NULL) {
        printf("  %s: %s: %s\n", document, error.path, error.en);
        return;
    }
    const hs_sweep_place *place = &hs_sweep_get(sweep)->places[0];
    EXPECT(place->curves[0].measure == NULL);
    EXPECT(place->have.low == place->have.high && place->have.low == (strcmp(fact, "n") == 0 ? 1 : 100)); /* as stated just now */
    check_neighbours(*place);
    is_uneven = place->curves[0].uneven;
    for (int32_t c = of == engine ? 0 : 1; c < place->count; c++)
        check_curve(values[c == 0 ? 0 : 1 + (place->curves[c].measure - first)], place, c, range);
    if (checks_failed > before) printf("  in the sweep of %s from %d to %d with %s\n", fact, (int)range.low, (int)range.high, pattern);
    hs_sweep_free(sweep);
}

static void check_whole_sweep(const char *pattern, const char *fact, hs_interval range, const hs_measure *first) {
    for (int64_t at = range.low; at <= range.high; at++) assess_at(pattern, at, strcmp(fact, "n") == 0);
    check_sweep(engine, pattern, fact, range, first);
}

/* ---- The words ------------------------------------------------------------------------------------------------------------------------ */

static hs_engine *single[MEASURES]; /* each measure in a policy of its own, beside all of them elsewhere */

static void make_singles(void) {
    static hs_policy policies[1 + MEASURES];
    policies[MEASURES] = *huisuan_policy_words();
    policies[MEASURES].id = "elsewhere", policies[MEASURES].adcode = "999903";
    for (int i = 0; i < MEASURES; i++) {
        policies[i] = *huisuan_policy_words();
        policies[i].measures = &measures[i], policies[i].measure_count = 1;
        EXPECT_EQUAL(hs_engine_new(&single[i], NULL), HS_OK);
        EXPECT_EQUAL(hs_engine_add(single[i], &policies[i], NULL, NULL), HS_OK);
        EXPECT_EQUAL(hs_engine_add(single[i], &policies[MEASURES], NULL, NULL), HS_OK);
    }
}

/* All of them over the whole range, and each by itself over parts of it. */
static void check_all(const char *pattern, const char *fact, int64_t most) {
    static uint32_t drawn = 1;
    check_whole_sweep(pattern, fact, (hs_interval){0, most}, measures);
    for (int i = 0; i < MEASURES; i++)
        for (int k = 0; k < 8; k++) {
            drawn = drawn * 1664525 + 1013904223;
            int64_t low = k == 0 ? 0 : (drawn >> 8) % most, high = k == 0 ? most : low + (drawn >> 16) % (most - low) + 1;
            check_sweep(single[i], pattern, fact, (hs_interval){low, high}, measures);
        }
}

static void test_words(void) {
    static const char *const rows[] = {
        "'y':5,'r':100,'p':true,'q':true,'level':'high'",
        "'y':2,'r':200,'p':false,'q':true,'level':'low'",
        "'y':0,'r':0,'p':false,'q':false,'level':'none'",
        "'y':{'min':3,'max':8},'r':{'min':100,'max':300}",
        "'y':{'min':1,'max':4},'p':true",
        "'y':3",
        "'level':'high','q':true",
    };
    char pattern[512];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        snprintf(pattern, sizeof pattern, "'facts':{'x':@,'n':3,'sites':[],%s}", rows[i]);
        check_all(pattern, "x", 1000);
    }
    check_all("'facts':{'x':4,'y':@,'r':100,'p':true,'level':'low'}", "y", 1000);
    check_all("'facts':{'x':{'min':2,'max':6},'y':@}", "y", 1000);
    check_all("'facts':{'n':@,'x':4,'y':2}", "n", 60);
    check_all("'facts':{'x':2,'y':2,'sites':[{'ok':true,'cost':@},{'ok':true,'cost':3},{'cost':5}]}", "sites[0].cost", 1000);
    check_all("'facts':{'x':2,'y':2,'sites':[{'ok':true,'cost':9},{'cost':@},{'ok':false,'cost':5}]}", "sites[1].cost", 1000);
    check_all("'facts':{'sites':[{'ok':false,'cost':@}]}", "sites[0].cost", 700);
    check_whole_sweep("'facts':{'n':@}", "n", (hs_interval){7, 7}, measures);
}

/* The first 64 steps are pieces of their own, those behind them one; and which amounts go by steps or along a curve. */
static void test_steps(void) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"locations\":[\"999904\"],\"facts\":{\"y\":5}}";
    static const struct {
        const char *fact, *id;
        int64_t high, from; /* what lies behind the steps */
        int32_t count;
    } rows[] = {
        {"n", "words.full", 259, 256, 65},           {"n", "words.full", 263, 260, 66},          {"n", "words.full", 5000, 260, 66},
        {"x", "words.full_money", 20000, 19500, 66}, {"x", "words.round_down", 20000, 6500, 66}, {"x", "words.round_up", 20000, 12801, 66},
    };
    static const char uneven[] = " full full_money round_down round_up round_half_up by_share by_growth ";
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_sweep *sweep;
        const hs_interval range = {0, rows[i].high};
        EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, sizeof document - 1, NULL, rows[i].fact, range, NULL), HS_OK);
        const hs_sweep_place *place = &hs_sweep_get(sweep)->places[0];
        EXPECT_EQUAL(place->curves[0].uneven, 1);
        for (int32_t c = 1; c < place->count; c++) {
            const hs_curve *curve = &place->curves[c];
            char name[64];
            snprintf(name, sizeof name, " %s ", strchr(curve->id, '.') + 1);
            EXPECT_EQUAL(curve->uneven, strstr(uneven, name) != NULL);
            if (strcmp(curve->id, rows[i].id) != 0) continue;
            EXPECT_EQUAL(curve->count, rows[i].count);
            EXPECT_EQUAL(curve->pieces[curve->count - 1].from, rows[i].from);
        }
        hs_sweep_free(sweep);
    }
}

/* ---- The total ------------------------------------------------------------------------------------------------------------------------ */

static void test_totals(void) {
    static const struct {
        const hs_limit *limits;
        int32_t count;
    } ceilings[] = {{none, 0}, {constant, 1}, {moving, 1}, {nested, 2}, {all, 2}, {stepped, 1}};
    static const char *const facts[] = {
        "'x':@,'y':2.6,'z':3.3,'p':true", "'x':@,'y':3.4,'z':1.1", "'x':@,'y':{'min':1.2,'max':3.1},'z':{'min':2.4,'max':9},'p':false",
        "'x':3.2,'y':@,'z':2.3,'p':true", "'x':@,'z':1.7",
    };
    static const char *const paid[] = {"", ",'received':[{'matter':'one','amount':1.05}]",
                                       ",'received':[{'matter':'one','amount':2.15},{'matter':'other','amount':9}]"};
    static const int32_t rules[] = {HS_NO_RULE, HS_HIGHEST_WITH_TOP_UP, HS_HIGHEST_NO_DUPLICATE};
    hs_engine *kept = engine;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        for (size_t k = 0; k < sizeof ceilings / sizeof ceilings[0]; k++) {
            char pattern[256];
            hs_policy policy = *huisuan_policy_words();
            policy.measures = parts, policy.measure_count = sizeof parts / sizeof parts[0];
            policy.limits = ceilings[k].limits, policy.limit_count = ceilings[k].count;
            policy.duplication = rules[i];
            EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
            EXPECT_EQUAL(hs_engine_add(engine, &policy, NULL, NULL), HS_OK);
            for (size_t f = 0; f < sizeof facts / sizeof facts[0]; f++)
                for (size_t r = 0; r < sizeof paid / sizeof paid[0]; r++) {
                    int before = checks_failed;
                    snprintf(pattern, sizeof pattern, "'facts':{%s}%s", facts[f], paid[r]);
                    check_whole_sweep(pattern, f == 3 ? "y" : "x", (hs_interval){0, 500}, parts);
                    EXPECT_EQUAL(is_uneven, ceilings[k].limits == stepped && f != 3);
                    if (checks_failed > before) printf("  under rule %d and ceilings %zu\n", (int)rules[i], k);
                }
            hs_engine_free(engine);
        }
    engine = kept;
}

int main(void) {
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_words(), NULL, &error), HS_OK);
    if (error.en[0] != '\0') printf("%s: %s\n", error.path, error.en);
    make_singles();
    test_words();
    test_steps();
    test_totals();
    for (int i = 0; i < MEASURES; i++) hs_engine_free(single[i]);
    hs_engine_free(engine);
    return checks_end();
}
