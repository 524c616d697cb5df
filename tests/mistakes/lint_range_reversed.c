/* 范围的两端写反 (The ends of a range the wrong way round) */
/* expect: range_reversed: RANGE 的下限（500,000 元）高于上限（200,000 元） */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = BETWEEN, .when = in_park, .pays = RANGE(WAN(50), WAN(20))),
};
END;
