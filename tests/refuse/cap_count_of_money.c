/* expect: a count is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EACH(WAN(1), CAP_COUNT(WAN(50), students_placed))),
};
END
