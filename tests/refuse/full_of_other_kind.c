/* expect: the two sides are of different kinds */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EACH(WAN(1), FULL(COUNT(10), annual_revenue))),
};
END
