/* expect: a choice is wanted here */
#include "region.inc"
static const hs_measure measures[] = {
    ONE(.when = IN(applicant_kinds, hr_agency), .pays = WAN(1)),
};
END
