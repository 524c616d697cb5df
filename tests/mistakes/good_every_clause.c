/* 每个条款都给待遇，没有不产生待遇的条款 (Every clause grants something) */
/* expect: none */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
EVERY_CLAUSE_GRANTS;
POLICY(mistake, HEAD, DATES);
