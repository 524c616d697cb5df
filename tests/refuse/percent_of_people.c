/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = PERCENT(30, students_placed)),
};
END
