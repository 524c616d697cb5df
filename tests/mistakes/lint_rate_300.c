/* 比例多写了一个零 (A rate with a nought too many) */
/* expect: rate: 按 300% 支付：超过全额 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FORMULA, .when = in_park, .pays = PERCENT(300, annual_rent)),
};
END;
