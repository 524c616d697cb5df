/* expect: a percentage is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = PERCENT_OF(BY_RATE(park_level, (national, WAN(1)), (none, RATE(0))), annual_rent)),
};
END
