/* 把人数当成金额 (People where money is wanted) */
/* expect: compiler: an amount of money is wanted here */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = in_park, .pays = CAP(WAN(50), students_placed)),
};
END;
