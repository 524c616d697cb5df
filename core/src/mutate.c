/* The cases of a policy against the policy changed in one place after another. */
#include "checker.h"
#include "edit.h"
#include "error.h"
#include "mutant.h"
#include "suite.h"

#include <string.h>

/* An engine in which one policy is another: what they share is read, what differs lives in an arena of its own. */
struct laboratory {
    struct hs_suite *suite;
    struct hs_engine engine;
    struct loaded_policy **policies;
    struct loaded_policy changed;
    struct arena arena; /* of one mutant */
    hs_error *error;
};

/* Puts a mutant in the policy's place: HS_PLUGIN where it would not hold. It keeps the fingerprint, so that a result differs only where
   the rules make it differ. */
static int set_up(struct laboratory *l, const struct mutation *mutation) {
    hs_error fault = {0};
    const struct loaded_policy *original = suite_policy(l->suite);
    l->changed = *original;
    int status = edit_policy(&l->changed.policy, original->policy, mutation->edits, mutation->count, &l->arena, l->error);
    if (status != HS_OK) return status;
    if (checker_check(l->changed.policy, (struct extent){.count = 0}, &fault) != HS_OK) return HS_PLUGIN;
    l->changed.document = l->changed.policy;
    return plan_build(&l->changed.plan, l->changed.policy, &l->engine.dictionary, &l->arena, l->error);
}

/* Whether a case that passes with the policy itself fails with the mutant. */
static int try_case(struct laboratory *l, const struct suite_case *one, bool *notices) {
    hs_error fault = {0};
    hs_assessment *assessment;
    struct json *found;
    struct differences differences = {.arena = &l->arena};
    int status = suite_assess(&assessment, l->suite, &l->engine, one, &fault);
    *notices = status == HS_INPUT;
    if (status == HS_INPUT) return HS_OK;
    if (status != HS_OK) return error_memory(l->error);
    size_t length;
    const char *json = hs_assessment_json(assessment, &length);
    if (json == NULL)
        status = error_memory(l->error);
    else if (strcmp(json, one->result) != 0) /* most cases say nothing of most measures */
        status = gate_read(&found, &l->arena, json, length, l->error);
    else
        length = 0;
    if (status == HS_OK && length > 0) expect_compare(&differences, one->expect, found);
    *notices = differences.count > 0;
    hs_assessment_free(assessment);
    return status == HS_OK && differences.failed ? error_memory(l->error) : status;
}

/* The cases that speak of the measure first, then the others: one that notices is enough. */
static int try_cases(struct laboratory *l, struct mutation *mutation) {
    for (int round = 0; round < 2; round++)
        for (int32_t i = 0; i < l->suite->count; i++) {
            const struct suite_case *one = &l->suite->cases[i];
            bool first = mutation->measure >= 0 && one->named[mutation->measure] != 0, notices;
            if (first != (round == 0) || !one->shown.passed || one->shown.confirm) continue;
            int status = try_case(l, one, &notices);
            if (status != HS_OK) return status;
            if (!notices) continue;
            mutation->shown.fate = HS_KILLED;
            mutation->shown.by = one->shown.id;
            return HS_OK;
        }
    return HS_OK;
}

static int try_mutation(struct laboratory *l, struct mutation *mutation) {
    int status = set_up(l, mutation);
    if (status == HS_OK) status = try_cases(l, mutation);
    arena_clear(&l->arena);
    if (status != HS_PLUGIN) return status;
    mutation->shown.fate = HS_REFUSED;
    return HS_OK;
}

static int prepare(struct laboratory *l, struct arena *arena) {
    int32_t count = l->engine.count;
    l->policies = arena_array(arena, (size_t)count, sizeof *l->policies);
    if (l->policies == NULL) return error_memory(l->error);
    memcpy(l->policies, l->engine.policies, (size_t)count * sizeof *l->policies);
    l->policies[l->suite->index] = &l->changed;
    l->engine.policies = l->policies;
    return HS_OK;
}

int hs_suite_mutate(hs_suite *self, const hs_mutant **out, int32_t *count, hs_error *error) {
    struct laboratory l = {.suite = self, .engine = *self->engine, .error = error};
    struct mutations list;
    *out = NULL, *count = 0;
    int status = prepare(&l, &self->arena);
    if (status == HS_OK) status = mutations_list(&list, suite_policy(self)->policy, &self->arena, error);
    for (int32_t i = 0; status == HS_OK && i < list.count; i++) status = try_mutation(&l, &list.items[i]);
    if (status != HS_OK) return status;
    hs_mutant *mutants = arena_array(&self->arena, (size_t)list.count, sizeof *mutants);
    if (mutants == NULL) return error_memory(error);
    for (int32_t i = 0; i < list.count; i++) mutants[i] = list.items[i].shown;
    self->mutants = *out = mutants;
    self->mutant_count = *count = list.count;
    return HS_OK;
}
