/* 把金额当成条件，忘了写比较 (An amount as a condition, without a comparison) */
/* expect: compiler: a condition is wanted here */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(in_park, annual_revenue), .pays = WAN(1)),
};
END;
