/* expect: a measure cites its clause: write CLAUSE */
#include "region.inc"
static const hs_measure measures[] = {
    MEASURE(wrong, TITLE("补贴", "Subsidy"), .kind = CASH, .when = in_park),
};
END
