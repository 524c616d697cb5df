/* 资金类措施没有写金额 (A measure in money without an amount) */
/* expect: loader: 资金类措施要写 .pays（没有金额就写 UNSTATED） */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park),
};
END;
