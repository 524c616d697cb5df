/* 按选项给金额时漏了一个取值 (A value of the choice has no amount) */
/* expect: loader: 每个取值都要写金额（没有就写 YUAN(0)） */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = IN(park_level, municipal, national), .pays = BY(park_level, (national, WAN(100)), (municipal, WAN(50)))),
};
END;
