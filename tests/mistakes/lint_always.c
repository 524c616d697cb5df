/* 不低于零的条件 (A condition of at least nothing) */
/* expect: always: 总是满足，等于没有写 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(in_park, AT_LEAST(annual_revenue, YUAN(0))), .pays = WAN(1)),
};
END;
