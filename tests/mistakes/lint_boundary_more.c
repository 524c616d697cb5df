/* 文字说超过，条件写成不低于 (The text says more than, the condition at least) */
/* expect: boundary: 文字写“超过2000万元”，不含本数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = AT_LEAST(annual_revenue, WAN(2000)), .pays = WAN(1),
            .note = {"年营业收入超过2000万元的企业。", "Enterprises with more than 20 million yuan of revenue."}),
};
END;
