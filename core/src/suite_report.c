/* How the cases of a policy went, as JSON. */
#include "json_writer.h"
#include "suite.h"

static void write_of(struct writer *w, const struct loaded_policy *loaded, const hs_measure *measure, const hs_limit *limit) {
    key_text(w, "measure", measure == NULL ? NULL : loaded->measure_ids[measure - loaded->policy->measures]);
    if (limit != NULL) key_text(w, "limit", limit->id);
    key_text(w, "clause", measure != NULL ? measure->clause : limit != NULL ? limit->clause : NULL);
}

static void write_failure(struct writer *w, const hs_case *one) {
    write_text(w, "{");
    key_text(w, "id", one->id);
    key_truth(w, "confirm", one->confirm != 0);
    key(w, "differences");
    write_text(w, "[");
    for (int32_t i = 0; i < one->count; i++) {
        comma(w);
        write_text(w, "{");
        key_text(w, "path", one->differences[i].path);
        key_text(w, "found", one->differences[i].found);
        key_text(w, "wanted", one->differences[i].wanted);
        write_text(w, "}");
    }
    write_text(w, "]}");
}

static void write_cases(struct writer *w, const struct hs_suite *self) {
    int passed = 0, failed = 0, unconfirmed = 0;
    for (int32_t i = 0; i < self->count; i++) {
        const hs_case *one = &self->cases[i].shown;
        passed += one->passed && !one->confirm;
        failed += !one->passed;
        unconfirmed += one->passed && one->confirm;
    }
    write_format(w, ",\"passed\":%d,\"failed\":%d,\"unconfirmed\":%d", passed, failed, unconfirmed);
    key(w, "failures");
    write_text(w, "[");
    for (int32_t i = 0; i < self->count; i++) {
        if (self->cases[i].shown.passed) continue;
        comma(w);
        write_failure(w, &self->cases[i].shown);
    }
    write_text(w, "]");
}

static void write_coverage(struct writer *w, const struct hs_suite *self) {
    const struct reach *reach = &self->reach;
    int reached = 0;
    for (int32_t i = 0; i < reach->count; i++) reached += reach->points[i].cases > 0;
    key(w, "coverage");
    write_format(w, "{\"reached\":%d,\"points\":%d", reached, (int)reach->count);
    key(w, "unreached");
    write_text(w, "[");
    for (int32_t i = 0; i < reach->count; i++) {
        const hs_point *point = &reach->points[i];
        if (point->cases > 0) continue;
        comma(w);
        write_text(w, "{");
        write_of(w, suite_policy(self), point->measure, point->limit);
        key_both(w, "part", point->part);
        key_both(w, "wanted", point->wanted);
        key(w, "whole");
        write_text(w, point->whole != 0 ? "true}" : "false}");
    }
    write_text(w, "]}");
}

static void write_mutants(struct writer *w, const struct hs_suite *self) {
    int fates[3] = {0};
    if (self->mutants == NULL) return;
    for (int32_t i = 0; i < self->mutant_count; i++) fates[self->mutants[i].fate]++;
    key(w, "mutants");
    write_format(w, "{\"killed\":%d,\"refused\":%d,\"survived\":%d", fates[HS_KILLED], fates[HS_REFUSED], fates[HS_SURVIVED]);
    key(w, "survivors");
    write_text(w, "[");
    for (int32_t i = 0; i < self->mutant_count; i++) {
        const hs_mutant *mutant = &self->mutants[i];
        if (mutant->fate != HS_SURVIVED) continue;
        comma(w);
        write_text(w, "{");
        key_text(w, "name", mutant->name);
        write_of(w, suite_policy(self), mutant->measure, mutant->limit);
        key_both(w, "part", mutant->part);
        key_both(w, "from", mutant->from);
        key_both(w, "to", mutant->to);
        write_text(w, "}");
    }
    write_text(w, "]}");
}

const char *hs_suite_json(hs_suite *self, size_t *length) {
    struct writer *w = &self->json;
    write_free(w);
    *w = (struct writer){0};
    write_text(w, "{");
    key_text(w, "policy", suite_policy(self)->policy->id);
    write_cases(w, self);
    write_coverage(w, self);
    write_mutants(w, self);
    write_text(w, "}");
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}
