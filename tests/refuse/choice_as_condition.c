/* expect: a condition is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    MEASURE(wrong, ONE, .when = ANY(in_park, park_level), .pays = WAN(1)),
};
END
