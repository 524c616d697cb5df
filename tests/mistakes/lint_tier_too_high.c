/* 最高一档超过条件的上限 (The highest tier lies above the limit of the condition) */
/* expect: tier_unreachable: 从 10,000,000 元 起的一档永远到不了 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = ALL(AT_LEAST(annual_revenue, WAN(500)), AT_MOST(annual_revenue, WAN(800))),
            .pays = TIERS(annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40)))),
};
END;
