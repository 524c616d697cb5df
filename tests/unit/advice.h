/* What is missing and what would change it, as short texts: for tests of policies made with synthetic.h. */
#ifndef ADVICE_H
#define ADVICE_H

#include "check.h"

#include <huisuan/huisuan.h>
#include <stdlib.h>

static hs_engine *engine;

/* A document for facts written with ' for ". */
static const char *document_of(const char *facts, const char *rest) {
    static char document[4096];
    snprintf(document, sizeof document, "{'as_of':'2023-06-30','locations':['330206'],'facts':{%s}%s}", facts, rest);
    for (char *c = document; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    return document;
}

static hs_assessment *assess(const char *facts) {
    hs_assessment *assessment = NULL;
    hs_error error = {0};
    const char *document = document_of(facts, "");
    int status = hs_assess(&assessment, engine, document, strlen(document), NULL, &error);
    if (status != HS_OK) printf("%s: %s: %s\n", document, error.path, error.en);
    EXPECT_EQUAL(status, HS_OK);
    return assessment;
}

static const hs_measure_result *measure_in(const hs_assessment *assessment, const char *id) {
    const hs_policy_result *policy = &hs_assessment_result(assessment)->places[0].policies[0];
    for (int32_t i = 0; i < policy->count; i++)
        if (strcmp(policy->measures[i].measure->id, id) == 0) return &policy->measures[i];
    printf("no measure %s\n", id);
    exit(1);
}

/* "x<100,10001> sites[0].ok": each missing fact, with its thresholds. */
static const char *missing_text(const hs_measure_result *result) {
    static char text[1024];
    char name[128];
    text[0] = '\0';
    for (int32_t i = 0; i < result->missing_count; i++) {
        const hs_missing *missing = &result->missing[i];
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s%s", i > 0 ? " " : "", hs_subject_text(name, sizeof name, missing->subject));
        for (int32_t k = 0; k < missing->threshold_count; k++) {
            used = strlen(text);
            snprintf(text + used, sizeof text - used, "%s%" PRId64 "%s", k == 0 ? "<" : ",", missing->thresholds[k],
                     k + 1 == missing->threshold_count ? ">" : "");
        }
    }
    return text;
}

/* "p=1 & x=10000 +5..7 | q=1": each set of changes, with what it brings. */
static const char *change_text(const hs_measure_result *result) {
    static char text[2048];
    char name[128];
    text[0] = '\0';
    for (int32_t i = 0; i < result->change_count; i++) {
        const hs_change_set *set = &result->changes[i];
        for (int32_t k = 0; k < set->count; k++) {
            size_t used = strlen(text);
            snprintf(text + used, sizeof text - used, "%s%s",
                     k > 0   ? " & "
                     : i > 0 ? " | "
                             : "",
                     hs_subject_text(name, sizeof name, set->changes[k].subject));
            for (int32_t f = 0; f < set->changes[k].field_count; f++) {
                used = strlen(text);
                snprintf(text + used, sizeof text - used, "{%s=%" PRId64 "}", set->changes[k].fields[f].subject.fact->id,
                         set->changes[k].fields[f].need.low);
            }
            used = strlen(text);
            if (set->changes[k].subject.fact->type != HS_LIST)
                snprintf(text + used, sizeof text - used, "=%" PRId64, set->changes[k].need.low);
        }
        size_t used = strlen(text);
        if (set->has_amount) snprintf(text + used, sizeof text - used, " +%" PRId64 "..%" PRId64, set->brings.low, set->brings.high);
    }
    return text;
}

/* A measure for facts, and what a text about it says. */
struct row {
    const char *id, *facts, *wanted;
};

static void check_rows(const struct row *rows, size_t count, const char *(*text)(const hs_measure_result *)) {
    for (size_t i = 0; i < count; i++) {
        hs_assessment *assessment = assess(rows[i].facts);
        const char *found = text(measure_in(assessment, rows[i].id));
        if (strcmp(found, rows[i].wanted) != 0) printf("%s with %s:\n", rows[i].id, rows[i].facts);
        EXPECT_TEXT(found, rows[i].wanted);
        hs_assessment_free(assessment);
    }
}

#endif
