/* The figures that a policy sets, by name. */
#ifndef CONSTANTS_H
#define CONSTANTS_H

#include "arena.h"

#include <huisuan/huisuan.h>

struct constant_list {
    hs_constant *items; /* measure by measure */
    int32_t count;
};

/* Lists the constants of a checked policy; HS_MEMORY. A name is `<policy>.<measure>.<what>`, where what is
     cap rate up_to each pays low high count then else   what the vocabulary calls it, or the word of the operation
     <fact>, <fact>_rate                                  held against a fact or field, or as a percentage in such a comparison
     tier1, tier1_pays; <value>                           of TIERS; of BY
     low_cap, tier2_rate, national_each                   within one of these
     years; instalment1 …                                 of the measure
   and of several alike in one measure the second ends in _2. */
int constants_list(struct constant_list *out, const hs_policy *policy, struct arena *arena, hs_error *error);

#endif
