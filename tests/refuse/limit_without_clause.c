/* expect: a measure cites its clause: write CLAUSE */
#include "region.inc"
static const hs_measure measures[] = {ONE(.when = in_park, .pays = WAN(1))};
static const hs_limit limits[] = {LIMIT(firm, TITLE("上限", "Ceiling"), .per = YEARLY, .ceiling = WAN(100))};
END
