/* expect: a condition is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = ALL(in_park, annual_revenue), .pays = WAN(1)),
};
END
