/* 数字前多写了零（C 里是八进制） (A figure with a leading zero, which C reads as octal) */
/* expect: compiler: write the number in plain decimal digits without a leading zero */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(060)),
};
END;
