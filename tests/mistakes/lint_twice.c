/* 同一条件写了两次 (One condition twice) */
/* expect: twice: 同一条件“在评估地依法注册”写了两次 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(registered_locally, in_park, registered_locally), .pays = WAN(1)),
};
END;
