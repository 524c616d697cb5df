/* expect: the two sides are of different kinds */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = AT_LEAST(annual_revenue, COUNT(3)), .pays = WAN(1)),
};
END
