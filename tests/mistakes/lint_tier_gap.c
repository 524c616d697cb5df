/* 条件放进了第一档以下的申请人 (The condition admits figures below the first tier) */
/* expect: tier_gap: 而第一档从 5,000,000 元 起：低于它的符合条件却一分没有 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = AT_LEAST(annual_revenue, WAN(300)),
            .pays = TIERS(annual_revenue, FROM(WAN(500), WAN(20)), FROM(WAN(1000), WAN(40)))),
};
END;
