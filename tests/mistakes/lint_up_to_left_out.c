/* 由部门核定的金额没有写 UP_TO (An amount left to the authority without UP_TO) */
/* expect: basis: 却没有 UP_TO 或 RANGE，会被当作一定能拿到的数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = DISCRETIONARY, .when = in_park, .pays = WAN(50)),
};
END;
