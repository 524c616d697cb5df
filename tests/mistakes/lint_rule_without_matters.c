/* 写了不重复规则，没有措施写事项 (A rule of duplication that binds no measure) */
/* expect: duplication: 没有一项措施写 .matter，规则不起作用 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
SILENCES;
POLICY(mistake, HEAD, DATES, .duplication = HIGHEST_NO_DUPLICATE);
