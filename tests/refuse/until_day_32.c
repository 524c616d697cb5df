/* expect: a day is 1 to 31 */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = ALL(in_park, UNTIL(2024, 12, 32)), .pays = WAN(1)),
};
END
