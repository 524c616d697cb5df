/* 事项名写错一个字母 (A matter spelt otherwise) */
/* expect: matter_alone: 改为 .matter = "overseas_site" */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1), .matter = "overseas_sites"),
};
SILENCES;
POLICY(mistake, HEAD, DATES, .duplication = HIGHEST_NO_DUPLICATE);
