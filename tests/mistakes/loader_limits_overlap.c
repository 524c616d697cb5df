/* 两个合计上限部分重叠 (Two ceilings that overlap in part) */
/* expect: loader: 两个上限的措施应当互不相干，或一个包含另一个 */
#include "region.inc"

#define GRANT(id, clause)                                                                                                                  \
    MEASURE(id, CLAUSE(clause), TITLE("补贴", "Subsidy"), .kind = CASH, .per = ONCE, .basis = FORMULA,                                     \
            .when = AT_LEAST(annual_revenue, WAN(500)), .pays = PERCENT(30, annual_rent))

static const hs_measure measures[] = {GRANT(one, "二"), GRANT(two, "三"), GRANT(three, "四")};
static const hs_limit limits[] = {
    LIMIT(first, CLAUSE("五"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = WAN(50), .measures = OF(one, two)),
    LIMIT(second, CLAUSE("六"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = WAN(50), .measures = OF(two, three)),
};
SILENCES;
POLICY(mistake, HEAD, DATES, .limits = LIMITS(limits));
