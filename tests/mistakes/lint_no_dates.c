/* 没有日期，也没有说明 (No dates and no word of them) */
/* expect: dates: 是否有效永远不能确定 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
SILENCES;
POLICY(mistake, HEAD);
