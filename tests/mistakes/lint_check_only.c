/* 只在核对里用到的事实 (A fact used only in a check) */
/* expect: fact_idle: 只用在 CHECK 里，没有一项措施用到它 */
#include "region.inc"

MONEY_FACT(harbour_dues, "港口规费", "Harbour dues", finance, THIS_YEAR, IN_TIME, HINT("看缴款书", "See the payment slip."), EVIDENCE("缴款书", "Payment slip"));
CHECK(dues_within_revenue, AT_LEAST(annual_revenue, harbour_dues), "规费多于年营业收入", "The dues exceed the revenue.");
static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = WAN(1)),
};
SILENCES;
POLICY(mistake, HEAD, DATES, .checks = CHECKS(dues_within_revenue));
