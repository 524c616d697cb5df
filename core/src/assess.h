/* An assessment as the review sees it. */
#ifndef ASSESS_H
#define ASSESS_H

#include "applicant.h"

/* A fact taken to be otherwise, at every place. */
struct supposition {
    int32_t slot;
    const struct fact_value *value;
};

/* hs_assess with a fact otherwise; `otherwise` may be NULL. */
int assess_supposing(hs_assessment **out, const struct hs_engine *engine, const char *json, size_t length, const hs_options *options,
                     const struct supposition *otherwise, hs_error *error);

/* The applicant as it was read, owned by the assessment. */
const struct applicant *assessment_applicant(const hs_assessment *self);

#endif
