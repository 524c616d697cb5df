/* 最低一档被条件挡住 (The lowest tier is shadowed by the condition) */
/* expect: tier_unreachable: 从 5,000,000 元 起的一档永远用不上 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = AT_LEAST(annual_revenue, WAN(1000)),
            .pays = TIERS(annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40)))),
};
END;
