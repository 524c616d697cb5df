/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = WHILE_FUNDS_LAST(COUNT(100), WAN(1))),
};
END
