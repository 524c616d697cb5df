/* expect: const hs_money */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = TIERS_RATE(annual_revenue, FROM_RATE(WAN(500), RATE(3)))),
};
END
