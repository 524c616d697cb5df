/* expect: a month is 1 to 12 */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = ALL(in_park, SINCE(2024, 13, 01)), .pays = WAN(1)),
};
END
