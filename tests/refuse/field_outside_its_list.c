/* expect: overseas_sites__booth_fee */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = SUM(overseas_sites, ALWAYS, FIELD(overseas_sites, booth_fee))),
};
END
