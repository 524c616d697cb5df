/* expect: a condition is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = ANY(in_park, park_level), .pays = WAN(1)),
};
END
