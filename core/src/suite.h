/* The cases of a policy, and what is found out with them. */
#ifndef SUITE_H
#define SUITE_H

#include "arena.h"
#include "engine.h"
#include "expect.h"
#include "reach.h"
#include "text.h"

struct suite_case {
    hs_case shown;
    const char *applicant; /* one line of JSON */
    size_t length;
    const struct json *expect;
    bool brief;         /* it expects no reasons */
    bool totals;        /* it expects a total or limits where its policy holds */
    const char *result; /* the JSON of the assessment; NULL: refused */
    uint8_t *eligible;  /* by measure: it is expected of, and surely had */
    uint8_t *named;     /* by measure: it is expected of */
};

struct hs_suite {
    struct arena arena;
    const struct hs_engine *engine;
    int32_t index; /* of the policy */
    hs_options options;
    struct suite_case *cases;
    int32_t count, capacity;
    struct reach reach;
    const hs_mutant *mutants; /* NULL: not made yet */
    int32_t mutant_count;
    struct writer json;
};

static inline const struct loaded_policy *suite_policy(const struct hs_suite *self) { return self->engine->policies[self->index]; }

/* Assesses a case's applicant, briefly where that will do. */
int suite_assess(hs_assessment **out, const struct hs_suite *self, const struct hs_engine *engine, const struct suite_case *one,
                 hs_error *error);

#endif
