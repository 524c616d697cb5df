/* expect: an amount of money is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = in_park, .pays = ROUND_UP(1000, students_placed)),
};
END
