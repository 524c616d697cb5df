/* 事实名写错 (A fact that does not exist) */
/* expect: compiler: annual_turnover */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = MORE_THAN(annual_turnover, WAN(2000)), .pays = WAN(1)),
};
END;
