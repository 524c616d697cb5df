/* 自己的事实没有说明到哪里找 (A fact of one's own without a hint) */
/* expect: fact_hint: 没有说明到哪里找 */
#include "region.inc"

YES_NO_FACT(harbour_user, "使用港口", "Uses the harbour", finance, AS_OF, BY_ACTION, EVIDENCE("港口合同", "Harbour contract"));
static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = harbour_user, .pays = WAN(1)),
};
END;
