/* The parts of a result's JSON that say what the policy says, whoever applies: written once, when the policy is loaded. */
#ifndef POLICY_JSON_H
#define POLICY_JSON_H

#include "arena.h"
#include "text.h"

#include <huisuan/huisuan.h>

/* A measure's members from "id" to `"status":`, with the brace before them; and from "evidence" to the brace behind "note", where it is
   applied for only at times of the year on to `"open":`. */
struct measure_json {
    struct fragment head, tail;
};

struct hs_policy_json {
    struct fragment head; /* from "id" to the dates, with the brace before them */
    struct fragment note;
    const struct measure_json *measures;
};

/* `ids` and `evidence` by measure. NULL when memory ran out. */
const struct hs_policy_json *policy_json(const hs_policy *policy, const char *const *ids, const hs_texts *evidence, struct arena *arena);

/* A reason's members as far as the condition alone decides them; empty where there is nothing to be said. */
struct hs_condition_json {
    struct fragment begin[HS_TRUE + 1]; /* by truth: from the brace to `"have":` or "truth", of a field to where the number of the record
                                           belongs */
    struct fragment field;              /* of a field, from there on */
    struct fragment need;               /* where it is the policy's own figure */
    bool whole;                         /* `begin` is all of it, with the closing brace */
    bool has_have;
};

/* NULL when memory ran out. */
const struct hs_condition_json *condition_json(const hs_node *node, hs_text rule, struct arena *arena);

#endif
