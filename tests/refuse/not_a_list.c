/* expect: a list is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = SOME(in_park, in_park), .pays = WAN(1)),
};
END
