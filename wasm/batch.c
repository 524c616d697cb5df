#include "batch.h"

#include "error.h"
#include "json_writer.h"
#include "names.h"
#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batch {
    const hs_engine *engine;
    struct arena arena; /* of the options */
    hs_options options;
    hs_table *table;
    hs_budget *budget;
    const char *list; /* whose table is being read, NULL: the applicants' */
    bool ended;
};

int batch_new(struct batch **out, const hs_engine *engine, const char *json, size_t length, hs_error *error) {
    struct batch *self = *out = calloc(1, sizeof *self);
    struct options options;
    if (self == NULL) return error_memory(error);
    self->engine = engine;
    int status = options_read(&options, &self->arena, json, length, error);
    if (status == HS_OK) status = hs_table_new(&self->table, engine, error);
    if (status == HS_OK) status = hs_budget_new(&self->budget, engine, error);
    self->options = options.assess;
    if (status == HS_OK) return HS_OK;
    batch_free(self);
    *out = NULL;
    return status;
}

void batch_free(struct batch *self) {
    if (self == NULL) return;
    hs_table_free(self->table);
    hs_budget_free(self->budget);
    arena_clear(&self->arena);
    free(self);
}

const hs_budget *batch_budget(const struct batch *self) { return self->budget; }

/* ---- Tables ---------------------------------------------------------------------------------------------------------------------- */

int batch_table(struct batch *self, const char *list, bool gb18030, hs_error *error) {
    hs_subject subject;
    int status = HS_OK;
    self->ended = false;
    self->list = NULL;
    if (list[0] == '\0')
        hs_table_applicants(self->table);
    else
        status = hs_table_list(self->table, list, error);
    if (gb18030) hs_table_gb18030(self->table);
    if (status == HS_OK && list[0] != '\0')
        self->list = hs_subject_read(&subject, self->engine, list) ? subject.fact->id : hs_engine_received(self->engine)->id;
    return status;
}

int batch_push(struct batch *self, const char *bytes, size_t length, hs_error *error) {
    self->ended = length == 0;
    if (!self->ended) return hs_table_push(self->table, bytes, length, error);
    hs_table_end(self->table);
    return HS_OK;
}

/* An error in the table of a list has its path begin with the list: several tables are read in one batch. */
static void name_list(const struct batch *self, hs_error *error) {
    char path[sizeof error->path];
    size_t length = self->list == NULL ? 0 : strlen(self->list);
    if (length == 0 || strncmp(error->path, self->list, length) == 0) return;
    snprintf(path, sizeof path, "%s%s%.128s", self->list, error->path[0] == '\0' ? "" : ".", error->path);
    memcpy(error->path, path, sizeof path);
}

/* ---- What came of a row ---------------------------------------------------------------------------------------------------------- */

static void write_measure(struct writer *w, const hs_policy_result *policy, const hs_measure_result *result, bool brief) {
    write_text(w, "{");
    key_text(w, "id", result->id);
    key_text(w, "status", standing_names[result->standing]);
    key_text(w, "in_force", force_names[policy->in_force]);
    key_amount(w, "year", result->has_amount != 0, result->years > 0 ? result->schedule[0] : (hs_interval){0, 0});
    key_amount(w, "amount", result->has_amount != 0, result->amount);
    key_truth(w, "unstated", result->unstated != 0);
    key(w, "ends");
    if (brief) {
        write_text(w, "null}");
        return;
    }
    write_text(w, "{");
    key_both(w, "low", result->low_end);
    key_both(w, "high", result->high_end);
    write_text(w, "}}");
}

static void write_place(struct writer *w, const hs_place_result *place, bool brief) {
    write_text(w, "{");
    key_text(w, "adcode", place->adcode);
    report_totals(w, place);
    key(w, "measures");
    write_text(w, "[");
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            comma(w);
            write_measure(w, &place->policies[p], &place->policies[p].measures[m], brief);
        }
    write_text(w, "]}");
}

/* An applicant with its result, or without one and why. */
static void write_row(struct writer *w, const hs_table_row *row, const hs_result *result, const hs_error *refused) {
    char *error = result == NULL ? hs_error_json(refused, NULL) : NULL;
    if (result == NULL && error == NULL) w->failed = true;
    comma(w);
    write_text(w, "{");
    key_count(w, "line", row->line);
    key_count(w, "number", row->number);
    key_text(w, "id", row->id);
    key_text(w, "name", row->name);
    key_text(w, "document", result == NULL ? NULL : row->json);
    key(w, "error");
    write_text(w, error == NULL ? "null" : error);
    key(w, "places");
    write_text(w, "[");
    for (int32_t i = 0; result != NULL && i < result->count; i++) {
        comma(w);
        write_place(w, &result->places[i], result->brief != 0);
    }
    write_text(w, "]}");
    free(error);
}

/* ---- Steps ----------------------------------------------------------------------------------------------------------------------- */

/* Assesses a row and adds it up; of a list's table only the rows that are refused are written. */
static int take_row(struct batch *self, struct writer *out, const hs_table_row *row, hs_error *error) {
    hs_assessment *assessment = NULL;
    hs_error refused = row->error;
    int status = HS_OK;
    if (self->list != NULL) {
        name_list(self, &refused);
        if (row->json == NULL) write_row(out, row, NULL, &refused);
        return HS_OK;
    }
    if (row->json != NULL) {
        status = hs_assess(&assessment, self->engine, row->json, row->length, &self->options, &refused);
        if (status == HS_INPUT) refused.line = (int)row->line, refused.column = 1;
    }
    if (status != HS_OK && status != HS_INPUT) {
        *error = refused;
        return status;
    }
    const hs_result *result = assessment == NULL ? NULL : hs_assessment_result(assessment);
    write_row(out, row, result, &refused);
    status = result == NULL ? HS_OK : hs_budget_add(self->budget, result, row->id, row->line, error);
    hs_assessment_free(assessment);
    return status;
}

static void write_left(struct batch *self, struct writer *w) {
    const char *fact, *id;
    int64_t line;
    key(w, "left");
    write_text(w, "[");
    while (self->list == NULL && hs_table_left(self->table, &fact, &id, &line)) {
        comma(w);
        write_text(w, "{");
        key_text(w, "fact", fact);
        key_text(w, "id", id);
        key_count(w, "line", line);
        write_text(w, "}");
    }
    write_text(w, "]");
}

int batch_step(struct batch *self, int32_t count, struct writer *out, hs_error *error) {
    const hs_table_row *row = NULL;
    int32_t headings = 0;
    int status = hs_table_headings(self->table, &headings, error);
    bool more = headings > 0;
    write_text(out, "{");
    key(out, "rows");
    write_text(out, "[");
    for (int32_t i = 0; status == HS_OK && more && i < count; i++) {
        status = hs_table_next(self->table, &row, error);
        more = row != NULL;
        if (status == HS_OK && more) status = take_row(self, out, row, error);
    }
    if (status == HS_INPUT) name_list(self, error);
    if (status != HS_OK) return status;
    write_text(out, "]");
    key_text(out, "next", more ? "rows" : self->ended ? "end" : "bytes");
    if (!more && self->ended) write_left(self, out);
    write_text(out, "}");
    return HS_OK;
}
