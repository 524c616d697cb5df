/* 拿人民币和美元比较 (Yuan compared with dollars) */
/* expect: compiler: the two sides are of different kinds */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = AT_LEAST(export_value_usd, WAN(50)), .pays = WAN(1)),
};
END;
