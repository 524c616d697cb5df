/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EACH_OF((students_placed, WAN(1)), (WAN(2), leading_talents))),
};
END
