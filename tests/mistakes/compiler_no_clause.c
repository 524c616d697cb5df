/* 措施没有写条款号 (A measure without its clause) */
/* expect: compiler: a measure cites its clause: write CLAUSE */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, TITLE("补贴", "Subsidy"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1)),
};
END;
