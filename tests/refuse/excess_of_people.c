/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EXCESS(annual_revenue, COUNT(10))),
};
END
