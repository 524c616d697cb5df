/* expect: a percentage is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = PERCENT_OF(IF_RATE(newly_settled, WAN(20), RATE(10)), annual_rent)),
};
END
