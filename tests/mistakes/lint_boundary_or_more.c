/* 文字说以上，条件写成超过 (The text says or more, the condition more than) */
/* expect: boundary: 文字写“3年以上”，含本数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = MORE_THAN(lease_years, COUNT(3)), .pays = WAN(1),
            .note = {"租期3年以上。", "A lease of three years or more."}),
};
END;
