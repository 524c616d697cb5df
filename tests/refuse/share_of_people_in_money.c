/* expect: the two sides are of different kinds */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = SHARE_AT_LEAST(students_placed, annual_revenue, 50), .pays = WAN(1)),
};
END
