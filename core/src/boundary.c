/* Cases at and beside every bound of a policy, for a person to confirm. */
#include "constants.h"
#include "error.h"
#include "json_writer.h"
#include "place.h"
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BASES_MAX = 16, SUBJECTS_MAX = 32, SEEN_MAX = 512, NAME = 256 };

struct author {
    struct hs_suite *suite;
    struct writer lines;
    struct arena arena;
    struct constant_list constants;
    int64_t seen[SEEN_MAX]; /* values of the fact at hand that a case was made for */
    int32_t seen_count;
    hs_error *error;
};

/* What a case is about: a measure by its number, the policy, or from there downwards a limit. */
enum { OF_POLICY = -1, OF_LIMITS = -2 };

static const hs_measure *measure_of(const struct author *a, int32_t m) {
    return m < 0 ? NULL : &suite_policy(a->suite)->policy->measures[m];
}

static const hs_limit *limit_of(const struct author *a, int32_t m) {
    return m > OF_LIMITS ? NULL : &suite_policy(a->suite)->policy->limits[OF_LIMITS - m];
}

static void write_name(struct writer *w, const struct author *a, int32_t m) {
    const hs_limit *limit = limit_of(a, m);
    write_text(w, m >= 0 ? suite_policy(a->suite)->measure_ids[m] : suite_policy(a->suite)->policy->id);
    if (limit != NULL) write_format(w, ".%s", limit->id);
}

/* ---- A case ---------------------------------------------------------------------------------------------------------------------- */

/* The members of an object that say what is had. */
static void write_members(struct writer *w, const struct json *object, const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct json *member = json_member(object, keys[i]);
        if (member == NULL) continue;
        key(w, keys[i]);
        json_write(w, member);
    }
}

static const struct json *item_of(const struct json *array, const char *name, const char *value) {
    for (const struct json *item = array->first; item != NULL; item = item->next)
        if (strcmp(json_member(item, name)->text, value) == 0) return item;
    return NULL;
}

/* What the engine says of it at every place that the policy covers; of a limit the totals. */
static void write_expected(struct writer *w, const struct json *result, const struct loaded_policy *loaded, int32_t m) {
    static const char *const of_measure[] = {"status", "amount", "schedule", "window"}, *const of_policy[] = {"in_force"},
                             *const of_limit[] = {"total", "total_all_years"};
    const struct json *places = json_member(result, "places");
    write_text(w, "{\"places\":{");
    for (const struct json *place = places->first; place != NULL; place = place->next) {
        const struct json *policy = item_of(json_member(place, "policies"), "id", loaded->policy->id);
        if (policy == NULL) continue;
        key(w, json_member(place, "adcode")->text);
        write_format(w, "{\"policies\":{\"%s\":{", loaded->policy->id);
        write_members(w, policy, of_policy, 1);
        if (m >= 0) {
            write_format(w, ",\"measures\":{\"%s\":{", loaded->measure_ids[m]);
            write_members(w, item_of(json_member(policy, "measures"), "id", loaded->measure_ids[m]), of_measure, 4);
            write_text(w, "}}");
        }
        write_text(w, "}}");
        if (m <= OF_LIMITS) write_members(w, place, of_limit, 2);
        write_text(w, "}");
    }
    write_text(w, "}}");
}

/* The applicant as of a day. */
static void write_applicant(struct writer *w, const struct json *applicant, hs_date day) {
    char date[HS_DATE_TEXT];
    write_text(w, "{");
    key_text(w, "as_of", hs_date_text(date, day));
    for (const struct json *member = applicant->first; member != NULL; member = member->next) {
        if (strcmp(member->key, "as_of") == 0) continue;
        key(w, member->key);
        json_write(w, member);
    }
    write_text(w, "}");
}

/* Writes the case of an applicant with the engine's own result. An applicant that it refuses makes none. */
static int write_case(struct author *a, const char *id, const char *applicant, size_t length, hs_date day, int32_t m) {
    struct arena arena = {0};
    struct json *document, *result = NULL;
    struct writer text = {0};
    hs_assessment *assessment = NULL;
    hs_options options = a->suite->options;
    options.brief = 1;
    if (date_is_given(day)) options.as_of = day;
    int status = hs_assess(&assessment, a->suite->engine, applicant, length, &options, a->error);
    if (status != HS_OK) return status == HS_INPUT ? HS_OK : status;
    size_t size;
    const char *json = hs_assessment_json(assessment, &size);
    status = json == NULL ? error_memory(a->error) : gate_read(&result, &arena, json, size, a->error);
    if (status == HS_OK) status = gate_read(&document, &arena, applicant, length, a->error);
    if (status == HS_OK) {
        write_text(&text, "{");
        key_text(&text, "id", id);
        key(&text, "applicant");
        write_applicant(&text, document, hs_assessment_result(assessment)->as_of);
        key(&text, "expect");
        write_expected(&text, result, suite_policy(a->suite), m);
        write_text(&text, ",\"confirm\":true}\n");
        const char *line = write_end(&text);
        write_text(&a->lines, line == NULL ? "" : line);
        if (line == NULL) status = error_memory(a->error);
    }
    write_free(&text);
    hs_assessment_free(assessment);
    arena_clear(&arena);
    return status;
}

/* ---- Figures --------------------------------------------------------------------------------------------------------------------- */

/* The facts that a tree speaks of, each once, a field as that of the first record. */
static void collect(const hs_node *node, hs_subject subjects[SUBJECTS_MAX], int32_t *count) {
    if (node->op == HS_OP_FACT && node->type <= HS_CHOICE && *count < SUBJECTS_MAX) {
        int32_t i = 0;
        while (i < *count && subjects[i].fact != node->fact) i++;
        if (i == *count) subjects[(*count)++] = (hs_subject){node->fact, node->fact->list == NULL ? -1 : 0};
    }
    for (int32_t i = 0; i < node->count; i++) collect(node->arguments[i], subjects, count);
}

static bool was_seen(struct author *a, int64_t value) {
    for (int32_t i = 0; i < a->seen_count; i++)
        if (a->seen[i] == value) return true;
    if (a->seen_count < SEEN_MAX) a->seen[a->seen_count++] = value;
    return false;
}

/* The base with one fact otherwise. */
static int write_changed(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject, const char *value) {
    char name[NAME], *changed;
    struct writer id = {0};
    hs_error fault = {0};
    if (subject.record >= 0 && strstr(base->applicant, subject.fact->list->id) == NULL) return HS_OK; /* no such record */
    int status = hs_document_set(&changed, base->applicant, base->length, subject, value, &fault);
    if (status != HS_OK) return status == HS_MEMORY ? error_memory(a->error) : HS_OK;
    write_name(&id, a, m);
    write_format(&id, ": %s = %s", hs_subject_text(name, sizeof name, subject), value);
    const char *title = write_end(&id);
    status = title == NULL ? error_memory(a->error) : write_case(a, title, changed, strlen(changed), (hs_date){0, 0, 0}, m);
    free(changed);
    write_free(&id);
    return status;
}

static int write_at(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject, int64_t value) {
    struct writer number = {0};
    if (subject.fact->type == HS_COUNT)
        write_integer(&number, value);
    else
        write_hundredths(&number, value);
    const char *text = write_end(&number);
    int status = text == NULL ? error_memory(a->error) : write_changed(a, base, m, subject, text);
    write_free(&number);
    return status;
}

/* Every value of a choice; of a yes-or-no fact both. */
static int write_choice(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject) {
    int status = HS_OK;
    int32_t count = subject.fact->type == HS_CHOICE ? subject.fact->value_count : 2;
    for (int32_t v = 0; status == HS_OK && v < count; v++) {
        struct writer value = {0};
        if (subject.fact->type == HS_CHOICE)
            write_json_text(&value, subject.fact->values[v].id);
        else
            write_text(&value, v == 0 ? "false" : "true");
        const char *text = write_end(&value);
        status = text == NULL ? error_memory(a->error) : write_changed(a, base, m, subject, text);
        write_free(&value);
    }
    return status;
}

/* Where a comparison excludes its bound, the measure turns one unit behind it; the bound is what the document names. */
static int64_t bound_of(const struct author *a, int32_t m, int64_t turn) {
    bool before = false, at = false;
    for (int32_t i = 0; i < a->constants.count; i++) {
        const hs_constant *constant = &a->constants.items[i];
        if (constant->measure != measure_of(a, m) || constant->limit != limit_of(a, m)) continue;
        before = before || constant->value == turn - 1;
        at = at || constant->value == turn;
    }
    return before && !at ? turn - 1 : turn;
}

/* Just below, at and just above a value at which the measure turns, and, where only its amount does, well above. */
static int write_turn(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject, const hs_piece *piece) {
    int64_t bound = bound_of(a, m, piece->from), far = piece->to / 2 < bound ? piece->to : 2 * bound;
    const int64_t values[] = {bound - 1, bound, bound + 1, piece[-1].standing == piece->standing ? far : bound};
    int status = HS_OK;
    for (int i = 0; status == HS_OK && i < 4; i++)
        if (values[i] >= 0 && !was_seen(a, values[i])) status = write_at(a, base, m, subject, values[i]);
    return status;
}

static int write_turns(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject, const hs_sweep_place *place) {
    int status = HS_OK;
    for (int32_t c = 0; c < place->count; c++) /* a limit turns the total, the curve of no measure */
        for (int32_t p = 1; status == HS_OK && place->curves[c].measure == measure_of(a, m) && p < place->curves[c].count; p++)
            status = write_turn(a, base, m, subject, &place->curves[c].pieces[p]);
    return status;
}

static int write_figure(struct author *a, const struct suite_case *base, int32_t m, hs_subject subject) {
    char name[NAME];
    hs_sweep *sweep;
    hs_error fault = {0};
    hs_subject_text(name, sizeof name, subject);
    int status =
        hs_sweep_new(&sweep, a->suite->engine, base->applicant, base->length, &a->suite->options, name, (hs_interval){0, 0}, &fault);
    if (status != HS_OK) return status == HS_MEMORY ? error_memory(a->error) : HS_OK; /* the applicant has no such record */
    const hs_sweep_result *result = hs_sweep_get(sweep);
    for (int32_t i = 0; status == HS_OK && i < result->count; i++) status = write_turns(a, base, m, subject, &result->places[i]);
    hs_sweep_free(sweep);
    return status;
}

/* The text of a list's first record, in the arena; NULL where there is none. */
static int first_record(const char **out, struct author *a, const struct suite_case *base, const hs_fact *list) {
    struct json *document;
    struct writer text = {0};
    *out = NULL;
    int status = gate_read(&document, &a->arena, base->applicant, base->length, a->error);
    if (status != HS_OK) return status;
    const struct json *records = json_member(json_member(document, "facts"), list->id);
    if (records == NULL || records->kind != JSON_ARRAY || records->first == NULL) return HS_OK;
    json_write(&text, records->first);
    *out = write_keep(&text, &a->arena);
    return *out == NULL ? error_memory(a->error) : HS_OK;
}

/* The same field of a second record like the first: while the first keeps the measure, the second turns its amount. */
static int write_second(struct author *a, const struct suite_case *base, int32_t m, hs_subject field) {
    const char *record;
    struct suite_case twice = *base;
    char *document;
    int status = first_record(&record, a, base, field.fact->list);
    if (status != HS_OK || record == NULL) return status;
    status = hs_document_set(&document, base->applicant, base->length, (hs_subject){field.fact->list, 1}, record, a->error);
    if (status != HS_OK) return status;
    twice.applicant = document;
    twice.length = strlen(document);
    field.record = 1;
    a->seen_count = 0;
    status = hs_is_figure(field.fact->type) ? write_figure(a, &twice, m, field) : write_choice(a, &twice, m, field);
    free(document);
    return status;
}

/* ---- Days ------------------------------------------------------------------------------------------------------------------------ */

static int write_day(struct author *a, const struct suite_case *base, hs_date day, int32_t m) {
    struct writer id = {0};
    char text[HS_DATE_TEXT];
    write_name(&id, a, m);
    write_format(&id, ": as of %s", hs_date_text(text, day));
    const char *name = write_end(&id);
    int status = name == NULL ? error_memory(a->error) : write_case(a, name, base->applicant, base->length, day, m);
    write_free(&id);
    return status;
}

/* A day and those beside it. */
static int write_days(struct author *a, const struct suite_case *base, hs_date day, int32_t m) {
    const hs_date days[] = {date_step(day, -1), day, date_step(day, 1)};
    int status = HS_OK;
    for (int i = 0; status == HS_OK && i < 3; i++)
        if (date_is_valid(days[i]) && !was_seen(a, date_number(days[i]))) status = write_day(a, base, days[i], m);
    return status;
}

/* The days that a tree names. */
static int write_days_of(struct author *a, const struct suite_case *base, const hs_node *node, int32_t m) {
    int status = HS_OK;
    hs_date day = {(int32_t)(node->value / 10000), (int32_t)(node->value / 100 % 100), (int32_t)(node->value % 100)};
    if (node->op == HS_OP_SINCE || node->op == HS_OP_UNTIL) status = write_days(a, base, day, m);
    for (int32_t i = 0; status == HS_OK && i < node->count; i++) status = write_days_of(a, base, node->arguments[i], m);
    return status;
}

/* In the first year of the document, or of the case. */
static int write_window(struct author *a, const struct suite_case *base, int32_t m) {
    const hs_policy *policy = suite_policy(a->suite)->policy;
    hs_window window = policy->measures[m].window;
    int32_t year = date_is_given(policy->effective) ? policy->effective.year : a->suite->options.today.year;
    if (!window_is_given(window)) return HS_OK;
    int status = write_days(a, base, (hs_date){year, window.from_month, window.from_day}, m);
    return status == HS_OK ? write_days(a, base, (hs_date){year, window.until_month, window.until_day}, m) : status;
}

static int write_dates(struct author *a, const struct suite_case *base) {
    const hs_policy *policy = suite_policy(a->suite)->policy;
    const hs_date dates[] = {policy->effective, policy->expires, policy->claimable_until};
    int status = HS_OK;
    a->seen_count = 0;
    for (int i = 0; status == HS_OK && i < 3; i++)
        if (date_is_given(dates[i])) status = write_days(a, base, dates[i], OF_POLICY);
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

/* The first cases that find a measure eligible; their number. */
static int32_t bases_of(const struct hs_suite *suite, int32_t m, const struct suite_case *bases[BASES_MAX]) {
    int32_t count = 0;
    for (int32_t i = 0; i < suite->count && count < BASES_MAX; i++)
        if (suite->cases[i].eligible[m] && suite->cases[i].shown.passed) bases[count++] = &suite->cases[i];
    return count;
}

static int write_measure(struct author *a, int32_t m, const struct suite_case *const *bases, int32_t count) {
    const hs_measure *measure = &suite_policy(a->suite)->policy->measures[m];
    hs_subject subjects[SUBJECTS_MAX];
    int32_t subject_count = 0;
    int status = HS_OK;
    collect(&measure->when->n, subjects, &subject_count);
    if (measure->pays != NULL) collect(&measure->pays->n, subjects, &subject_count);
    for (int32_t s = 0; s < subject_count; s++) {
        bool figure = hs_is_figure(subjects[s].fact->type);
        a->seen_count = 0;
        if (status == HS_OK && !figure) status = write_choice(a, bases[0], m, subjects[s]);
        for (int32_t b = 0; status == HS_OK && figure && b < count; b++) status = write_figure(a, bases[b], m, subjects[s]);
        if (status == HS_OK && subjects[s].record == 0) status = write_second(a, bases[0], m, subjects[s]);
    }
    a->seen_count = 0;
    if (status == HS_OK) status = write_days_of(a, bases[0], &measure->when->n, m);
    if (status == HS_OK && measure->pays != NULL) status = write_days_of(a, bases[0], &measure->pays->n, m);
    return status == HS_OK ? write_window(a, bases[0], m) : status;
}

/* The figures of a ceiling and of what it is over, from the first case that expects a total. */
static int write_limit(struct author *a, int32_t index) {
    const hs_policy *policy = suite_policy(a->suite)->policy;
    hs_subject subjects[SUBJECTS_MAX];
    int32_t count = 0, base = 0;
    int status = HS_OK;
    while (base < a->suite->count && (!a->suite->cases[base].totals || !a->suite->cases[base].shown.passed)) base++;
    collect(&policy->limits[index].ceiling->n, subjects, &count);
    for (int32_t m = 0; m < policy->measure_count; m++)
        if (policy->measures[m].pays != NULL) collect(&policy->measures[m].pays->n, subjects, &count);
    for (int32_t s = 0; status == HS_OK && base < a->suite->count && s < count; s++) {
        a->seen_count = 0;
        if (hs_is_figure(subjects[s].fact->type)) status = write_figure(a, &a->suite->cases[base], OF_LIMITS - index, subjects[s]);
    }
    return status;
}

static int write_all(struct author *a, int32_t *without) {
    const hs_policy *policy = suite_policy(a->suite)->policy;
    const struct suite_case *bases[BASES_MAX];
    bool dated = false;
    int status = constants_list(&a->constants, policy, &a->arena, a->error);
    for (int32_t m = 0; status == HS_OK && m < policy->measure_count; m++) {
        int32_t count = bases_of(a->suite, m, bases);
        *without += count == 0;
        if (count > 0 && !dated) status = write_dates(a, bases[0]);
        dated = dated || count > 0;
        if (status == HS_OK && count > 0) status = write_measure(a, m, bases, count);
    }
    for (int32_t i = 0; status == HS_OK && i < policy->limit_count; i++) status = write_limit(a, i);
    return status;
}

int hs_suite_boundaries(hs_suite *self, char **out, int32_t *without, hs_error *error) {
    int32_t none = 0;
    struct author author = {.suite = self, .error = error};
    *out = NULL;
    int status = write_all(&author, &none);
    if (status == HS_OK && write_end(&author.lines) == NULL) status = error_memory(error);
    if (status == HS_OK)
        *out = author.lines.data; /* from here on the caller's */
    else
        write_free(&author.lines);
    if (without != NULL) *without = none;
    arena_clear(&author.arena);
    return status;
}
