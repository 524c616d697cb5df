/* How many assessments a second the engine makes when it is warm, JSON text in and JSON text out:
       assess PLUGINS FILE SECONDS
   FILE holds an applicant on each line. Prints one line of JSON: {"brief": per second, "full": per second}. */
#define _POSIX_C_SOURCE 200809L
#include <huisuan/huisuan.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LINES_MAX = 4096 };

static char *lines[LINES_MAX];
static int line_count;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
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

static double rate(const hs_engine *engine, int brief, double seconds) {
    const hs_options options = {.brief = brief};
    double begin = now(), end = begin + seconds;
    int64_t done = 0;
    for (; now() < end; done++) {
        const char *line = lines[done % line_count];
        hs_assessment *assessment = NULL;
        hs_error error = {0};
        if (hs_assess(&assessment, engine, line, strlen(line), &options, &error) != HS_OK) {
            fprintf(stderr, "%s: %s\n", error.path, error.en);
            exit(1);
        }
        if (hs_assessment_json(assessment, NULL) == NULL) exit(1);
        hs_assessment_free(assessment);
    }
    return (double)done / (now() - begin);
}

int main(int argument_count, char **arguments) {
    hs_engine *engine = NULL;
    hs_error error = {0};
    if (argument_count != 4) return 2;
    read_lines(arguments[2]);
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, arguments[1], &error);
    if (status != HS_OK || line_count == 0) {
        fprintf(stderr, "%s: %s\n", error.path, status == HS_OK ? "no applicants" : error.en);
        return 1;
    }
    double seconds = strtod(arguments[3], NULL);
    rate(engine, 1, seconds / 4);
    double brief = rate(engine, 1, seconds), full = rate(engine, 0, seconds);
    printf("{\"brief\": %.0f, \"full\": %.0f}\n", brief, full);
    for (int i = 0; i < line_count; i++) free(lines[i]);
    hs_engine_free(engine);
    return 0;
}
