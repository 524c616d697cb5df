/* 让位的措施编号写错 (Yielding to a measure that does not exist) */
/* expect: loader: 没有编号为 rents 的措施 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(rent, CLAUSE("二(一)1"), TITLE("租金补贴", "Rent subsidy"), .kind = CASH, .per = ONCE,
            .basis = FIXED, .when = in_park, .pays = WAN(10)),
    MEASURE(opening, CLAUSE("二(一)2"), TITLE("开办补贴", "Opening subsidy"), .kind = CASH, .per = ONCE,
            .basis = FIXED, .when = in_park, .pays = WAN(5), .yields = TO(rents)),
};
END;
