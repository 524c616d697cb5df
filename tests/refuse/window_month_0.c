/* expect: a month is 1 to 12 */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = WAN(1), .window = EACH_YEAR(00, 01, 04, 30)),
};
END
