/* 没有金额却写作定额 (No figure, and yet a fixed amount) */
/* expect: loader: 没有金额的措施 basis 应为 ELSEWHERE */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = in_park, .pays = UNSTATED),
};
END;
