/* What the machine can do at most beside what the engine does, over the same applicants in memory:
       throughput PLUGINS JSONL CSV SECONDS
   One line of JSON, applicants a second, the median of a few runs:
   twin, evaluate: the 20 measures of twin.h by hand and by the evaluator, columns in memory, the results checked to be equal;
   rows, documents: the same 20 with verdicts and totals, nothing printed, from the table and from the lines;
   regions: all policies of PLUGINS by the evaluator; csv: a bare scan of the table; cjson: parse and free of the lines;
   gate: the engine's own reader of the lines. */
#define _POSIX_C_SOURCE 200809L
#include "columns.h"
#include "dictionary.h"
#include "engine.h"
#include "evaluate.h"
#include "gate.h"
#include "place.h"
#include "twin.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 8192, RUNS = 5 };

static struct {
    char *text;
    size_t length;
} lines[LANES];
static int32_t line_count;
static char *table;
static size_t table_length;
static int64_t table_rows;

static struct applicant applicants[LANES];
static struct arena arena, scratch;
static hs_engine *engine, *twenty;
static hs_crowd *crowd; /* of the twenty, at their place */
static struct columns columns, twenty_columns;
static struct twin_columns twin;
static struct twin_results results;
static volatile uint64_t sink;

static _Noreturn void stop(const char *what, const hs_error *error) {
    fprintf(stderr, "%s: %s\n", what, error == NULL ? "" : error->en);
    exit(1);
}

/* ---- What is timed: each goes over everything once and says how many applicants that were -------------------------------------- */

static int64_t run_twin(void) {
    for (int32_t first = 0; first < line_count; first += TWIN_BLOCK) {
        twin_evaluate(&results, &twin, first, line_count - first < TWIN_BLOCK ? line_count - first : TWIN_BLOCK);
        sink += results.low[0][0] + (uint64_t)results.most[0][0];
    }
    return line_count;
}

static int64_t evaluate_all(const hs_engine *of, const struct columns *in) {
    for (int32_t first = 0; first < line_count; first += TWIN_BLOCK) {
        int32_t count = line_count - first < TWIN_BLOCK ? line_count - first : TWIN_BLOCK;
        for (int32_t p = 0; p < of->count; p++) {
            struct frame frame;
            arena_reuse(&scratch);
            if (evaluate(&frame, &of->policies[p]->plan, in, first, count, &scratch, NULL) != HS_OK) stop("evaluate", NULL);
            sink += frame.truths[0].low[0];
        }
    }
    return line_count;
}

static int64_t run_evaluate(void) { return evaluate_all(twenty, &twenty_columns); }

static int64_t run_regions(void) { return evaluate_all(engine, &columns); }

static int64_t run_csv(void) {
    uint64_t commas = 0, rows = 0, quoted = 0;
    for (const char *at = table, *end = table + table_length; at < end; at++) {
        if (*at == '"') quoted ^= 1;
        commas += *at == ',' && quoted == 0;
        rows += *at == '\n' && quoted == 0;
    }
    sink += commas + rows;
    return table_rows;
}

static int64_t run_cjson(void) {
    for (int32_t i = 0; i < line_count; i++) {
        cJSON *document = cJSON_ParseWithLength(lines[i].text, lines[i].length);
        if (document == NULL) stop("cJSON", NULL);
        cJSON_Delete(document);
    }
    return line_count;
}

static int64_t run_gate(void) {
    for (int32_t i = 0; i < line_count; i++) {
        struct json *document;
        hs_error error;
        arena_reuse(&scratch);
        if (gate_read(&document, &scratch, lines[i].text, lines[i].length, &error) != HS_OK) stop("gate", &error);
    }
    return line_count;
}

/* ---- The twenty, from text to verdicts and totals ------------------------------------------------------------------------------- */

static int64_t judge(int32_t count) {
    hs_error error;
    if (hs_crowd_assess(crowd, &error) != HS_OK) stop("assess", &error);
    for (int32_t i = 0; i < count; i++) {
        const hs_result *result = hs_crowd_result(crowd, i, &error);
        if (result == NULL) stop("result", &error);
        sink += (uint64_t)result->places[0].total.high;
    }
    hs_crowd_clear(crowd);
    return count;
}

static int64_t run_documents(void) {
    hs_error error;
    for (int32_t first = 0; first < line_count; first += TWIN_BLOCK) {
        int32_t i = first;
        for (; i < line_count && i < first + TWIN_BLOCK; i++)
            if (hs_crowd_add(crowd, lines[i].text, lines[i].length, &error) != HS_OK) stop("document", &error);
        judge(i - first);
    }
    return line_count;
}

static int64_t run_rows(void) {
    hs_table *table_of, *reader;
    const hs_table_bytes *bytes;
    const hs_table_row *row;
    hs_error error;
    int32_t headings, count = 0;
    int64_t done = 0;
    if (hs_table_new(&table_of, twenty, &error) != HS_OK || hs_table_push(table_of, table, table_length, &error) != HS_OK ||
        (hs_table_end(table_of), hs_table_headings(table_of, &headings, &error)) != HS_OK ||
        hs_table_reader(&reader, table_of, &error) != HS_OK)
        stop("table", &error);
    while (hs_table_cut(table_of, &bytes, &error) == HS_OK && bytes != NULL) {
        if (hs_crowd_add_row(crowd, reader, bytes, &row, &error) != HS_OK || row->error.code != HS_OK) stop("row", &error);
        if (++count == TWIN_BLOCK) done += judge(count), count = 0;
    }
    done += judge(count);
    hs_table_free(reader);
    hs_table_free(table_of);
    return done;
}

/* ---- Timing ---------------------------------------------------------------------------------------------------------------------- */

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int by_size(const void *x, const void *y) {
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Applicants a second for so many seconds. */
static double rate(int64_t (*run)(void), double seconds) {
    int64_t done = 0;
    double begin = now(), spent;
    do done += run();
    while ((spent = now() - begin) < seconds);
    return (double)done / spent;
}

/* ---- What it is timed on --------------------------------------------------------------------------------------------------------- */

static void read_lines(const char *path) {
    FILE *file = fopen(path, "r");
    size_t size = 0;
    ssize_t length;
    while (file != NULL && line_count < LANES && (length = getline(&lines[line_count].text, &size, file)) > 0) {
        lines[line_count++].length = (size_t)length - 1;
        size = 0;
    }
    if (line_count == 0) stop(path, NULL);
    fclose(file);
}

static void read_table(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) stop(path, NULL);
    fseek(file, 0, SEEK_END);
    table_length = (size_t)ftell(file);
    rewind(file);
    table = malloc(table_length + 1);
    if (table == NULL || fread(table, 1, table_length, file) != table_length) stop(path, NULL);
    for (size_t i = 0; i < table_length; i++) table_rows += table[i] == '\n';
    fclose(file);
}

static const hs_policy *policy_of(const char *id) {
    for (int32_t i = 0; i < engine->count; i++)
        if (strcmp(engine->policies[i]->policy->id, id) == 0) return engine->policies[i]->policy;
    stop(id, NULL);
}

/* An engine with a policy of the twenty. */
static void make_twenty(void) {
    static hs_measure measures[TWIN_MEASURES];
    static hs_policy policy;
    static const char *const more[] = {"student_training", "digital"};
    const hs_policy *qingpu = policy_of("qingpu"), *ningbo = policy_of("ningbo");
    hs_error error;
    policy = *qingpu;
    memcpy(measures, qingpu->measures, (size_t)qingpu->measure_count * sizeof *measures);
    for (int32_t i = 0; i < 2; i++)
        for (int32_t m = 0; m < ningbo->measure_count; m++)
            if (strcmp(ningbo->measures[m].id, more[i]) == 0) measures[qingpu->measure_count + i] = ningbo->measures[m];
    policy.measures = measures;
    policy.measure_count = TWIN_MEASURES;
    if (hs_engine_new(&twenty, &error) != HS_OK || hs_engine_add(twenty, &policy, NULL, &error) != HS_OK) stop("the twenty", &error);
}

static void make_columns(const hs_engine *of, struct columns *out, const char *place) {
    struct lane *lanes = calloc(LANES, sizeof *lanes);
    hs_error error;
    for (int32_t i = 0; i < line_count; i++) lanes[i] = (struct lane){&applicants[i], place};
    if (lanes == NULL || columns_build(out, &of->dictionary, NULL, lanes, line_count, &arena, &error) != HS_OK) stop("columns", &error);
    free(lanes);
}

static const struct column *column_of(const char *id) {
    int32_t slot = dictionary_find(&engine->dictionary, id);
    if (slot < 0) stop(id, NULL);
    return &columns.slots[slot];
}

/* The same columns for all three; the slots of the smaller engine point into those of the larger one. */
static void share_columns(void) {
    twenty_columns = (struct columns){columns.lanes, calloc((size_t)twenty->dictionary.count, sizeof(struct column)), columns.days};
    for (int32_t i = 0; i < twenty->dictionary.count; i++) twenty_columns.slots[i] = *column_of(twenty->dictionary.slots[i].fact->id);
#define F(name) twin.name = (struct twin_truth){column_of(#name)->truths.low, column_of(#name)->truths.high};
    TWIN_TRUTHS(F)
#undef F
#define F(name) twin.name = (struct twin_number){column_of(#name)->numbers.low, column_of(#name)->numbers.high};
    TWIN_NUMBERS(F)
#undef F
}

/* How many results differ. */
static int64_t compare(void) {
    const struct plan *plan = &twenty->policies[0]->plan;
    int64_t differ = 0;
    for (int32_t first = 0; first < line_count; first += TWIN_BLOCK) {
        struct frame frame;
        int32_t count = line_count - first < TWIN_BLOCK ? line_count - first : TWIN_BLOCK;
        arena_reuse(&scratch);
        twin_evaluate(&results, &twin, first, count);
        if (evaluate(&frame, plan, &twenty_columns, first, count, &scratch, NULL) != HS_OK) stop("evaluate", NULL);
        for (int32_t m = 0; m < TWIN_MEASURES; m++)
            for (int32_t k = 0; k < count; k++) {
                differ += frame_truth(&frame, plan->when[m].out, k) != results.low[m][k] + results.high[m][k];
                if (!twin_has_amount[m]) continue;
                hs_interval amount = frame_number(&frame, plan->pays[m]->out, k);
                differ += amount.low != results.least[m][k] || amount.high != results.most[m][k];
            }
    }
    return differ;
}

int main(int argument_count, char **arguments) {
    static const char *const place = "310118";
    static const hs_options there = {.locations = &place, .location_count = 1};
    hs_error error = {0};
    if (argument_count != 5) return 2;
    read_lines(arguments[2]);
    read_table(arguments[3]);
    if (hs_engine_new(&engine, &error) != HS_OK || hs_engine_load(engine, arguments[1], &error) != HS_OK) stop(arguments[1], &error);
    make_twenty();
    if (hs_crowd_new(&crowd, twenty, &there, &error) != HS_OK) stop("crowd", &error);
    for (int32_t i = 0; i < line_count; i++)
        if (applicant_read(&applicants[i], engine, NULL, lines[i].text, lines[i].length, &arena, &error) != HS_OK)
            stop(arguments[2], &error);
    make_columns(engine, &columns, place);
    share_columns();
    if (compare() != 0) stop("the twin differs from the evaluator", NULL);
    double seconds = strtod(arguments[4], NULL);
    static const struct {
        const char *name;
        int64_t (*run)(void);
    } all[] = {{"twin", run_twin},       {"evaluate", run_evaluate}, {"rows", run_rows},   {"documents", run_documents},
               {"regions", run_regions}, {"csv", run_csv},           {"cjson", run_cjson}, {"gate", run_gate}};
    double rates[sizeof all / sizeof all[0]][RUNS];
    for (int run = -1; run < RUNS; run++) /* one to warm up; each does all, so that all have the same weather */
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
            double found = rate(all[i].run, seconds / RUNS);
            if (run >= 0) rates[i][run] = found;
        }
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        qsort(rates[i], RUNS, sizeof rates[i][0], by_size);
        printf("%s\"%s\": %.0f", i == 0 ? "{" : ", ", all[i].name, rates[i][RUNS / 2]);
    }
    puts("}");
    return 0;
}
