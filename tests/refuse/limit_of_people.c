/* expect: const hs_money */
#include "region.inc"
static const hs_measure measures[] = {ONE(.when = in_park, .pays = WAN(1))};
static const hs_limit limits[] = {LIMIT(firm, CLAUSE("六"), TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = COUNT(100))};
END
