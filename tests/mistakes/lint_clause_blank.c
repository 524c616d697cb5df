/* 条款号后面多一个空格 (A blank behind the clause) */
/* expect: clause_blank: 首尾有空格 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1 "), TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1)),
};
END;
