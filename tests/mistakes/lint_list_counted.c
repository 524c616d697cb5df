/* 列表只数条数 (A list that is only counted) */
/* expect: list_idle: 没有一个字段影响结果，只数条数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = EACH(WAN(1), HOW_MANY(overseas_sites, ALWAYS))),
};
END;
