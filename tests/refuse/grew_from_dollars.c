/* expect: the two sides are of different kinds */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = GREW_AT_LEAST(annual_revenue, export_value_usd, 10), .pays = WAN(1)),
};
END
