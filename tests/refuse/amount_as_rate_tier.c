/* expect: a percentage is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = PERCENT_OF(TIERS_RATE(annual_revenue, FROM_RATE(WAN(500), WAN(3))), annual_revenue)),
};
END
