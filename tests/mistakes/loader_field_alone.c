/* 列表的字段用在列表之外 (A field of a list outside its list) */
/* expect: loader: 字段只能用在它自己的列表里 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = YEARLY,
            .basis = FIXED, .when = FIELD(overseas_sites, audited), .pays = WAN(10)),
};
END;
