/* expect: a measure cites its clause: the text is empty */
#include "region.inc"
static const hs_measure measures[] = {
    MEASURE(wrong, CLAUSE(""), TITLE("补贴", "Subsidy"), .kind = CASH, .when = in_park),
};
END
