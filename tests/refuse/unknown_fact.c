/* expect: annual_turnover */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = AT_LEAST(annual_turnover, WAN(1)), .pays = WAN(1)),
};
END
