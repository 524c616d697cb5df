/* 两个条件互相矛盾 (Two conditions contradict each other) */
/* expect: never: 对同一事实的要求互相矛盾，永远不能同时满足 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(MORE_THAN(annual_revenue, WAN(2000)), LESS_THAN(annual_revenue, WAN(500))), .pays = WAN(1)),
};
END;
