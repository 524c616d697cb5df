/* expect: a month is 1 to 12 */
#include <huisuan/policy.h>
extern const hs_date day;
const hs_date day = DATE(2023, 13, 1);
