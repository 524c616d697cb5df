/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = TIERS(annual_revenue, FROM(WAN(1), COUNT(3)))),
};
END
