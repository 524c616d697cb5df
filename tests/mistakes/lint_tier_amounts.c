/* 高一档的金额反而少 (A higher tier pays less) */
/* expect: tier_order: 金额 200,000 元 不高于前一档的 400,000 元 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = AT_LEAST(annual_revenue, WAN(500)),
            .pays = TIERS(annual_revenue, FROM(WAN(500), WAN(40)), FROM(WAN(1000), WAN(20)))),
};
END;
