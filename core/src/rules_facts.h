/* The facts that a policy asks for, as lines. */
#ifndef RULES_FACTS_H
#define RULES_FACTS_H

#include "sheet.h"

/* By topic; with each list its fields. What only the checks speak of is marked. */
void rules_facts(struct sheet *sheet, const hs_policy *policy);

#endif
