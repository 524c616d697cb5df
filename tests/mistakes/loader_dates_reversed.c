/* 失效日早于施行日 (The last day before the first) */
/* expect: loader: 失效日早于施行日 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
SILENCES;
POLICY(mistake, HEAD, .effective = DATE(2026, 7, 1), .expires = DATE(2025, 12, 31));
