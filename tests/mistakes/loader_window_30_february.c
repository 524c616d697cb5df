/* 申报期写了没有的日子 (A day that does not exist in the time to apply) */
/* expect: loader: 没有这一天，应写如 EACH_YEAR(03, 01, 04, 30) */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = ONCE,
            .basis = FIXED, .when = in_park, .pays = WAN(10), .window = EACH_YEAR(02, 01, 02, 30)),
};
END;
