/* expect: a count is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = EACH(YUAN(500), annual_rent)),
};
END
