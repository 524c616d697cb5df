/* expect: plain decimal digits without a leading zero */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = WAN(2 * 30)),
};
END
