/* expect: a count is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EACH(WAN(1), EXCESS_COUNT(annual_revenue, COUNT(10)))),
};
END
