/* expect: park_level__provincial */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = BY(park_level, (provincial, WAN(1)), (none, WAN(0)))),
};
END
