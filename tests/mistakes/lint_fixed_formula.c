/* 定额写成了比例 (A fixed amount that is calculated) */
/* expect: basis: basis 为 FIXED，.pays 却是按比例或按申请人的数计算的 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = PERCENT(30, annual_rent)),
};
END;
