/* ANY 里有一项总是满足 (A member of ANY always holds) */
/* expect: always: 总是满足，其余各项不起作用 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ANY(in_park, IN(park_level, none, district, municipal, national)), .pays = WAN(1)),
};
END;
