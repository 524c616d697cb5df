/* 两个条件互相矛盾 (Two conditions contradict each other) */
/* expect: never: “年营业收入超过 20,000,000 元”与“年营业收入低于 5,000,000 元”互相矛盾 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(MORE_THAN(annual_revenue, WAN(2000)), LESS_THAN(annual_revenue, WAN(500))), .pays = WAN(1)),
};
END;
