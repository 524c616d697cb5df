/* Random applicants assessed together come to what each comes to by itself:
       crowd PLUGINS N SEED */
#define _POSIX_C_SOURCE 200809L
#include "person.h"
#include "result_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MAX = 70 };

static hs_engine *engine;
static const hs_options options = {.today = {2024, 5, 1}, .brief = 1};

static char *text_of(const hs_result *result, const hs_error *error) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (result != NULL)
        print_result(out, result);
    else
        print_error(out, error);
    fclose(out);
    return text;
}

static char *alone(const char *document) {
    hs_assessment *assessment;
    hs_error error = {0};
    int status = hs_assess(&assessment, engine, document, strlen(document), &options, &error);
    char *text = text_of(status == HS_OK ? hs_assessment_result(assessment) : NULL, &error);
    hs_assessment_free(assessment);
    return text;
}

/* How many of a block differ. */
static int compare_block(hs_crowd *crowd, int count) {
    static char document[DOCUMENT_MAX];
    char *wanted[BLOCK_MAX], *found[BLOCK_MAX] = {NULL};
    int member_of[BLOCK_MAX], members = 0, differ = 0;
    hs_crowd_clear(crowd);
    for (int i = 0; i < count; i++) {
        struct person person;
        hs_error error = {0};
        person_draw(&person, 40 + (int)chance_below(61), 30 + (int)chance_below(71));
        person_move(&person, (int)chance_below(5));
        if (chance(20)) person_receive(&person);
        person_write(&person, document);
        if (chance(5)) document[chance_below(strlen(document))] = '}';
        wanted[i] = alone(document);
        member_of[i] = hs_crowd_add(crowd, document, strlen(document), &error) == HS_OK ? members++ : -1;
        if (member_of[i] < 0) found[i] = text_of(NULL, &error);
    }
    if (hs_crowd_assess(crowd, NULL) != HS_OK) return count;
    for (int i = 0; i < count; i++) {
        hs_error error = {0};
        if (member_of[i] >= 0) found[i] = text_of(hs_crowd_result(crowd, member_of[i], &error), &error);
        if (strcmp(found[i], wanted[i]) != 0) printf("together:\n%sby itself:\n%s", found[i], wanted[i]), differ++;
        free(found[i]);
        free(wanted[i]);
    }
    return differ;
}

int main(int argument_count, char **arguments) {
    hs_crowd *crowd = NULL;
    hs_error error = {0};
    if (argument_count != 4) return 2;
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, arguments[1], &error);
    if (status == HS_OK) status = hs_crowd_new(&crowd, engine, &options, &error);
    if (status != HS_OK) {
        fprintf(stderr, "%s: %s\n", error.path, error.en);
        return 1;
    }
    model_begin(engine);
    chance_begin(strtoull(arguments[3], NULL, 10));
    int64_t wanted = strtoll(arguments[2], NULL, 10), done = 0, differ = 0;
    while (done < wanted) {
        int count = 1 + (int)chance_below(BLOCK_MAX);
        differ += compare_block(crowd, count);
        done += count;
    }
    printf("%" PRId64 " applicants assessed together, %" PRId64 " otherwise than by themselves\n", done, differ);
    hs_crowd_free(crowd);
    hs_engine_free(engine);
    return differ > 0;
}
