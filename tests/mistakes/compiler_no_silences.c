/* 忘了写不产生待遇的条款 (The clauses that grant nothing are forgotten) */
/* expect: compiler: missing? static const hs_silence silences[] = {NOTHING(...), ...}; or EVERY_CLAUSE_GRANTS; */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
POLICY(mistake, HEAD, DATES);
