/* expect: a year has four digits */
#include <huisuan/policy.h>
extern const hs_date day;
const hs_date day = DATE(23, 1, 1);
