/* 选项写了没有的取值 (A value that the choice does not have) */
/* expect: compiler: park_level__provincial */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = IN(park_level, provincial), .pays = WAN(1)),
};
END;
