/* expect: a day is 1 to 31 */
#include <huisuan/policy.h>
extern const hs_date day;
const hs_date day = DATE(2023, 1, 32);
