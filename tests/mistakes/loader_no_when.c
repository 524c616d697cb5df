/* 没有写条件 (A measure without a condition) */
/* expect: loader: 缺少 .when（人人可享就写 ALWAYS） */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .pays = WAN(10)),
};
END;
