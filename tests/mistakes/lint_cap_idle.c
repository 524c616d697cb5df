/* 封顶数多写了一位 (A ceiling with a digit too many) */
/* expect: cap_idle: 封顶 6,000,000 元 不起作用：金额最多为 600,000 元 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = AT_LEAST(annual_revenue, WAN(500)),
            .pays = CAP(WAN(600), TIERS(annual_revenue, FROM(WAN(500), WAN(30)), FROM(WAN(1000), WAN(60))))),
};
END;
