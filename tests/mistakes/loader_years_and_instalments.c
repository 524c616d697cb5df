/* 既写年数又写分期 (Years and instalments together) */
/* expect: loader: years 与 instalments 只能写一个 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(10), .years = 3, .instalments = {50, 50}),
};
END;
