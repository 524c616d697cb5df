/* expect: plain decimal digits without a leading zero */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = SHARE_MORE_THAN(local_annual_revenue, annual_revenue, 050), .pays = WAN(1)),
};
END
