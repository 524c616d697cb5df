/* 中文和英文写反了 (Chinese and English the wrong way round) */
/* expect: translation: 中文里没有汉字：Rent subsidy */
#include "region.inc"

static const hs_measure measures[] = {
    MEASURE(one, CLAUSE("二(一)1"), TITLE("Rent subsidy", "租金补贴"), .kind = CASH, .basis = FIXED, .per = ONCE, .when = in_park, .pays = WAN(1)),
};
END;
