/* expect: nothing */
#include "region.inc"
static const hs_measure measures[] = {
    MEASURE(rent, CLAUSE("一1"), TITLE("租金补贴", "Rent subsidy"), .kind = CASH, .basis = FORMULA, .per = YEARLY,
            .when = ALL(in_park, MORE_THAN(annual_revenue, WAN(2000)), AT_LEAST(lease_years, COUNT(3)), IN(park_level, national, municipal),
                        SOME(overseas_sites, FIELD(overseas_sites, recognised))),
            .pays = CAP(WAN(60), PERCENT(30, annual_rent)), .years = 3),
};
END
