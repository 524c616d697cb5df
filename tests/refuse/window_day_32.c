/* expect: a day is 1 to 31 */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = WAN(1), .window = EACH_YEAR(03, 01, 04, 32)),
};
END
