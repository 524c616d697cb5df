/* 每满的单位不是文件里的数 (The unit of FULL is no figure of the document) */
/* expect: loader: 每满多少应为大于 0 的数 */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("补贴", "Subsidy"), .kind = CASH, .per = ONCE,
            .basis = FORMULA, .when = in_park, .pays = EACH(WAN(1), FULL(students_placed, leading_talents))),
};
END;
