/* 条款没有编号 (A clause without a number) */
/* expect: clause_number: 没有编号，不能据此找到条文 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("租金"), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1)),
};
END;
