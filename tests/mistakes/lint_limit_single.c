/* 合计上限只写了一项 (A ceiling over several measures that holds one) */
/* expect: limit_single: 这个合计上限只管一项措施 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = ONCE, .basis = FORMULA,
            .when = AT_LEAST(annual_revenue, WAN(500)), .pays = PERCENT(30, annual_rent)),
    MEASURE(two, CLAUSE("三"), TITLE("补助", "Grant"), .kind = CASH, .per = ONCE, .basis = FORMULA,
            .when = AT_LEAST(annual_revenue, WAN(500)), .pays = PERCENT(10, annual_rent)),
};
static const hs_limit limits[] = {
    LIMIT(both, CLAUSE("四"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = WAN(50), .measures = OF(one))};
SILENCES;
POLICY(mistake, HEAD, DATES, .limits = LIMITS(limits));
