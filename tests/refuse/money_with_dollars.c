/* expect: the two sides are of different kinds */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = MORE_THAN(annual_revenue, export_value_usd), .pays = WAN(1)),
};
END
