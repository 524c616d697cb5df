/* The parts of a result's JSON that say what the policy says, whoever applies: written once, when the policy is loaded. */
#ifndef POLICY_JSON_H
#define POLICY_JSON_H

#include "arena.h"

#include <huisuan/huisuan.h>

/* A measure's members from "id" to "payee", with the brace before them, and from "evidence" to "note". */
struct measure_json {
    const char *head, *tail;
};

struct hs_policy_json {
    const char *head; /* from "id" to the dates, with the brace before them */
    const char *note;
    const struct measure_json *measures;
};

/* `ids` and `evidence` by measure. NULL when memory ran out. */
const struct hs_policy_json *policy_json(const hs_policy *policy, const char *const *ids, const hs_texts *evidence, struct arena *arena);

/* A condition's `"rule":{"zh", "en"}`. NULL when memory ran out. */
const char *rule_json(hs_text rule, struct arena *arena);

#endif
