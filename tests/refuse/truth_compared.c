/* expect: a figure is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = AT_LEAST(in_park, COUNT(1)), .pays = WAN(1)),
};
END
