/* 一次性的补贴写了年数 (Years of a subsidy that is paid once) */
/* expect: years: 写了 .years，.per 却不是 YEARLY */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1), .years = 3),
};
END;
