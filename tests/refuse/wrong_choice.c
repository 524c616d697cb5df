/* expect: park_level__provincial */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = IN(park_level, provincial), .pays = WAN(1)),
};
END
