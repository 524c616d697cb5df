/* 数量没有单位 (A count without a unit) */
/* expect: fact_unit: 没有单位 */
#include "region.inc"

COUNT_FACT(harbour_cranes, "起重机", "Cranes", finance, AS_OF, BY_ACTION, HINT("数本单位的", "Count your own."), EVIDENCE("资产清单", "List of assets"));
static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = AT_LEAST(harbour_cranes, COUNT(2)), .pays = WAN(1)),
};
END;
