/* expect: const hs_money */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = SINCE(2024, 01, 01)),
};
END
