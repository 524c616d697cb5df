/* What one applicant costs when the engine is warm, JSON text in and JSON text out:
       assess PLUGINS FILE ROUNDS
   FILE holds an applicant on each line. Prints one line of JSON: microseconds an applicant, the median of the rounds, the least and the most, of
   cJSON's parse of the same text, of an assessment without and with reasons, and of a sweep of the first one's annual_rent. */
#define _POSIX_C_SOURCE 200809L
#include <cJSON.h>
#include <huisuan/huisuan.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LINES_MAX = 4096, ROUNDS_MAX = 1000 };

static char *lines[LINES_MAX];
static int line_count;
static hs_engine *engine;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void read_lines(const char *path) {
    size_t size = 0;
    FILE *file = fopen(path, "r");
    while (file != NULL && line_count < LINES_MAX && getline(&lines[line_count], &size, file) > 0) {
        line_count++;
        size = 0;
    }
    if (file != NULL) fclose(file);
}

static void fail(const hs_error *error) {
    fprintf(stderr, "%s: %s\n", error->path, error->en);
    exit(1);
}

static void assess_all(int brief) {
    const hs_options options = {.brief = brief};
    for (int i = 0; i < line_count; i++) {
        hs_assessment *assessment = NULL;
        hs_error error = {0};
        if (hs_assess(&assessment, engine, lines[i], strlen(lines[i]), &options, &error) != HS_OK) fail(&error);
        if (hs_assessment_json(assessment, NULL) == NULL) exit(1);
        hs_assessment_free(assessment);
    }
}

/* Each by its name, so that instructions.sh can count in it alone. */
void parse_only(void);
void without_reasons(void);
void with_reasons(void);
void sweep_once(void);

void parse_only(void) {
    for (int i = 0; i < line_count; i++) {
        cJSON *parsed = cJSON_Parse(lines[i]);
        if (parsed == NULL) exit(1);
        cJSON_Delete(parsed);
    }
}

void without_reasons(void) { assess_all(1); }

void with_reasons(void) { assess_all(0); }

void sweep_once(void) {
    hs_sweep *sweep = NULL;
    hs_error error = {0};
    if (hs_sweep_new(&sweep, engine, lines[0], strlen(lines[0]), NULL, "annual_rent", (hs_interval){0, 0}, &error) != HS_OK) fail(&error);
    hs_sweep_free(sweep);
}

static const struct work {
    const char *name;
    void (*run)(void);
    int once; /* and not for each applicant */
} works[] = {{"parse", parse_only, 0}, {"brief", without_reasons, 0}, {"full", with_reasons, 0}, {"sweep", sweep_once, 1}};
enum { WORKS = sizeof works / sizeof works[0] };

static int by_size(const void *x, const void *y) {
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

int main(int argument_count, char **arguments) {
    static double took[WORKS][ROUNDS_MAX];
    hs_error error = {0};
    int rounds = argument_count == 4 ? atoi(arguments[3]) : 0;
    if (rounds < 1 || rounds > ROUNDS_MAX) return 2;
    read_lines(arguments[2]);
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, arguments[1], &error);
    if (status != HS_OK) fail(&error);
    if (line_count == 0) return 2;
    for (int round = -1; round < rounds; round++) /* one to warm up; each round does all the works, so that all have the same weather */
        for (int w = 0; w < WORKS; w++) {
            double begin = now();
            works[w].run();
            if (round >= 0) took[w][round] = (now() - begin) / (works[w].once ? 1 : line_count);
        }
    for (int w = 0; w < WORKS; w++) {
        qsort(took[w], (size_t)rounds, sizeof took[w][0], by_size);
        printf("%s\"%s\": {\"median\": %.2f, \"min\": %.2f, \"max\": %.2f}", w == 0 ? "{" : ", ", works[w].name, took[w][rounds / 2],
               took[w][0], took[w][rounds - 1]);
    }
    printf("}\n");
    for (int i = 0; i < line_count; i++) free(lines[i]);
    hs_engine_free(engine);
    return 0;
}
