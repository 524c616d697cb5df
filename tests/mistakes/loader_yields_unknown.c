/* 让位于一项没有的措施 (It yields to a measure that there is not) */
/* expect: loader: 没有编号为 rental 的措施 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(rent, CLAUSE("二"), TITLE("租金补贴", "Rent subsidy"), .kind = CASH, .per = ONCE, .basis = FORMULA,
            .when = AT_LEAST(annual_revenue, WAN(500)), .pays = PERCENT(30, annual_rent)),
    MEASURE(award, CLAUSE("三"), TITLE("奖励", "Award"), .kind = CASH, .per = ONCE, .basis = FIXED,
            .when = AT_LEAST(annual_revenue, WAN(800)), .pays = WAN(10), .yields = TO(rental)),
};
END;
