/* 月份写成十三 (A thirteenth month) */
/* expect: compiler: a month is 1 to 12 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
SILENCES;
POLICY(mistake, HEAD, .effective = DATE(2026, 13, 1));
