/* A review as its parts see it. */
#ifndef REVIEW_H
#define REVIEW_H

#include "applicant.h"
#include "arena.h"
#include "engine.h"
#include "text.h"

#include <huisuan/huisuan.h>

struct hs_review {
    struct arena arena;
    const struct hs_engine *engine;
    hs_assessment *assessment;
    const struct applicant *applicant; /* of the assessment */
    hs_review_result result;
    struct writer json;
};

/* What the rules give of one measure at a place, as a claim is held against it. */
struct entitlement {
    hs_interval amount; /* as hs_claim has it */
    int64_t certain;
    bool set_aside;            /* surely */
    const hs_set_aside *aside; /* why it is or may be; NULL: it is not */
};

void review_entitlement(struct entitlement *out, const hs_place_result *place, const hs_policy_result *policy,
                        const hs_measure_result *measure, const struct applicant *applicant);

/* The claim or finding on a measure, or NULL. */
const struct claim *review_claim(const struct claim *claims, int32_t count, const char *measure);

/* Fills in `why` of a claim whose verdict stands; false when memory ran out. */
bool review_explain(hs_claim *claim, const struct entitlement *entitled, hs_date as_of, struct arena *arena);

/* Lists the facts that the claims rest on, and what each dispute among them does to the money. The assessments that this takes are made and
   freed one by one. */
int review_facts(struct hs_review *self, const char *json, size_t length, const hs_options *options, hs_error *error);

#endif
