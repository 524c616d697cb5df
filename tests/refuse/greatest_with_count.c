/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = GREATEST(WAN(50), annual_rent, COUNT(3))),
};
END
