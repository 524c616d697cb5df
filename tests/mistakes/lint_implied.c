/* 一个条件被另一个包含 (One condition implies another) */
/* expect: implied: 不起作用：同处的其他条件已经决定了它 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = ALL(AT_LEAST(lease_years, COUNT(3)), AT_LEAST(lease_years, COUNT(1))), .pays = WAN(1)),
};
END;
