/* 拿金额和个数比较 (Money compared with a count) */
/* expect: compiler: the two sides are of different kinds */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = AT_LEAST(annual_revenue, COUNT(2000)), .pays = WAN(1)),
};
END;
