/* 一个条款既给待遇又说不给 (A clause that grants and is said to grant nothing) */
/* expect: clause_both: 既是措施 one，又在 NOTHING 里写作不产生待遇 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
static const hs_silence silences[] = {NOTHING("二(一)1", "目标，不设待遇", "Aims; grants nothing")};
POLICY(mistake, HEAD, DATES);
