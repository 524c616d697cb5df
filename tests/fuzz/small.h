/* A region of one measure, for what is slow with five real ones: a fact and a field of each type, a figure of each type, a ceiling. A heading
   or the name of a figure is looked for among some twenty, not among hundreds. */
#ifndef SMALL_H
#define SMALL_H

#include <huisuan/policy.h>

TOPIC(small_topic, 1, "测试", "Test");

#define ABOUT small_topic, AS_OF, BY_ACTION, HINT("见测试", "See the test.")
YES_NO_FACT(fit, "合格", "Fit", ABOUT, .local = 1);
MONEY_FACT(rent, "年租金", "Annual rent", ABOUT, .local = 1);
USD_FACT(exports, "出口额", "Exports", ABOUT);
COUNT_FACT(staff, "人数", "Staff", ABOUT, .unit = {"人", "people"});
PERCENT_FACT(share, "占比", "Share", ABOUT);
#define level_VALUES(V, of) V(of, none, "无", "None") V(of, low, "低级", "Low") V(of, high, "高级", "High")
CHOICE_FACT(level, "级别", "Level", ABOUT);
#define kinds_VALUES(V, of) V(of, one, "一类", "Kind one") V(of, two, "二类", "Kind two")
CHOICES_FACT(kinds, "类型", "Kinds", ABOUT);
LIST_FACT(sites, "站点", "Sites", ABOUT);
#define IN_SITE AS_OF, HINT("见测试", "See the test.")
YES_NO_FIELD(sites, audited, "已审计", "Audited", IN_SITE);
MONEY_FIELD(sites, cost, "成本", "Cost", IN_SITE);
USD_FIELD(sites, orders, "订单", "Orders", IN_SITE);
COUNT_FIELD(sites, year, "第几年", "Year", IN_SITE, .unit = {"年", "years"});
PERCENT_FIELD(sites, progress, "进度", "Progress", IN_SITE);

#define SITE_COUNTS                                                                                                                        \
    ALL(FIELD(sites, audited), MORE_THAN(FIELD(sites, orders), DOLLARS(100)), AT_LEAST(FIELD(sites, year), COUNT(1)),                      \
        MORE_THAN(FIELD(sites, progress), RATE(5)))

static const hs_measure measures[] = {
    MEASURE(grant, CLAUSE("1"), TITLE("补助", "Grant"), .kind = CASH, .basis = FORMULA, .per = YEARLY,
            .when = ALL(fit, AT_LEAST(exports, DOLLARS(5000)), IN(level, low, high), HAS(kinds, one), SINCE(2023, 02, 01)),
            .pays = CAP(WAN(60), PLUS(PERCENT_OF(share, rent), EACH(YUAN(500), staff), SUM(sites, SITE_COUNTS, FIELD(sites, cost)))),
            .years = 3, .window = EACH_YEAR(03, 01, 04, 30)),
};

static const hs_limit limits[] = {
    LIMIT(firm, CLAUSE("2"), TITLE("每家上限", "Ceiling"), .per = YEARLY, .measures = OF(grant), .ceiling = CAP(WAN(50), rent)),
};

EVERY_CLAUSE_GRANTS;

POLICY(small, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2027, 12, 31), .limits = LIMITS(limits));

/* Made once for many inputs. */
static inline hs_engine *small_engine(void) {
    hs_engine *engine = NULL;
    hs_error error = {0};
    if (hs_engine_new(&engine, &error) == HS_OK && hs_engine_add(engine, huisuan_policy_small(), NULL, &error) == HS_OK) return engine;
    fprintf(stderr, "%s: %s\n", error.path, error.en);
    abort();
}

#endif
