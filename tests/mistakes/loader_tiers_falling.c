/* 档次没有从低到高写 (Tiers that do not rise) */
/* expect: loader: 各档起点应为递增的数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = AT_LEAST(annual_revenue, WAN(500)),
            .pays = TIERS(annual_revenue, FROM(WAN(1000), WAN(40)), FROM(WAN(500), WAN(20)))),
};
END;
