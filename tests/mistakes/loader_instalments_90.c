/* 分期相加不是100% (Instalments that do not add up) */
/* expect: loader: 各期相加为 90%，应为 100% */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(10), .instalments = {50, 30, 10}),
};
END;
