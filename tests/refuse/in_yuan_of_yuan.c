/* expect: an amount in dollars is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = IN_YUAN(overseas_revenue_share, annual_revenue)),
};
END
