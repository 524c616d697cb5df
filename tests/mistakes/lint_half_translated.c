/* 英文里留着中文 (Chinese left in the English text) */
/* expect: translation: 英文里有没译的汉字“补贴” */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("租金补贴", "Rent 补贴"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1)),
};
END;
