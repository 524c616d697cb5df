/* Assesses each applicant of a file of cases and compares the result with what is expected, exactly. Reads both with cJSON, which is no
   part of the engine, so that the engine's reader and printer cannot agree with themselves.

   A line: {"id", "applicant", "expect": {"places": {adcode: {"policies": {id: {"in_force", "measures": {id: {…}}}}, "total", …}}}}; what
   `expect` leaves out is not compared.

   usage: run_cases PLUGINS FILE… */
#define _GNU_SOURCE /* getline */
#include "check.h"

#include <cjson/cJSON.h>
#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdlib.h>

static const char *case_id;

static void differ(const char *path, const cJSON *wanted, const cJSON *found) {
    char *w = cJSON_PrintUnformatted(wanted), *f = found == NULL ? NULL : cJSON_PrintUnformatted(found);
    printf("%s: %s is %s, wanted %s\n", case_id, path, f == NULL ? "absent" : f, w == NULL ? "?" : w);
    free(w);
    free(f);
    checks_failed++;
}

/* The value that `key` of `expect` stands for: in an array of places, policies or measures the one with that adcode or id. */
static const cJSON *find(const cJSON *found, const char *key) {
    const cJSON *item;
    if (cJSON_IsObject(found)) return cJSON_GetObjectItemCaseSensitive(found, key);
    cJSON_ArrayForEach(item, found) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(item, "id"), *adcode = cJSON_GetObjectItemCaseSensitive(item, "adcode");
        const cJSON *name = id != NULL ? id : adcode;
        if (cJSON_IsString(name) && strcmp(name->valuestring, key) == 0) return item;
    }
    return NULL;
}

static void compare(const char *path, const cJSON *wanted, const cJSON *found) {
    char inner[512];
    if (cJSON_IsObject(wanted) && found != NULL) {
        const cJSON *member;
        cJSON_ArrayForEach(member, wanted) {
            snprintf(inner, sizeof inner, "%s/%s", path, member->string);
            compare(inner, member, find(found, member->string));
        }
        if (cJSON_IsArray(found) && cJSON_GetArraySize(found) != cJSON_GetArraySize(wanted) && wanted->child == NULL)
            differ(path, wanted, found);
        return;
    }
    if (cJSON_IsArray(wanted) && cJSON_IsArray(found) && cJSON_GetArraySize(wanted) == cJSON_GetArraySize(found)) {
        for (int i = 0; i < cJSON_GetArraySize(wanted); i++) {
            snprintf(inner, sizeof inner, "%s[%d]", path, i);
            compare(inner, cJSON_GetArrayItem(wanted, i), cJSON_GetArrayItem(found, i));
        }
        return;
    }
    bool same = found != NULL && wanted->type == found->type;
    /* two decimals of one value, below 2^53 hundredths, give one double and others another */
    if (same && cJSON_IsNumber(wanted)) same = memcmp(&wanted->valuedouble, &found->valuedouble, sizeof wanted->valuedouble) == 0;
    if (same && cJSON_IsString(wanted)) same = strcmp(wanted->valuestring, found->valuestring) == 0;
    if (same && cJSON_IsArray(wanted)) same = false;
    if (same)
        checks_passed++;
    else
        differ(path, wanted, found);
}

static void run(const hs_engine *engine, const char *line) {
    cJSON *document = cJSON_Parse(line);
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(document, "id"), *expect = cJSON_GetObjectItemCaseSensitive(document, "expect");
    const char *applicant = strstr(line, "\"applicant\""), *begin = applicant == NULL ? NULL : strchr(applicant, '{'), *end = NULL;
    cJSON *copy = begin == NULL ? NULL : cJSON_ParseWithOpts(begin, &end, 0); /* only for where it ends */
    case_id = cJSON_IsString(id) ? id->valuestring : "(no id)";
    EXPECT(copy != NULL && cJSON_IsObject(expect));
    if (copy != NULL && cJSON_IsObject(expect)) {
        hs_error error = {0};
        hs_assessment *assessment = NULL;
        const hs_options options = {.today = {2026, 11, 20}};
        int status = hs_assess(&assessment, engine, begin, (size_t)(end - begin), &options, &error);
        if (status != HS_OK) printf("%s: refused: %s: %s\n", case_id, error.path, error.en);
        EXPECT_EQUAL(status, HS_OK);
        if (status == HS_OK) {
            cJSON *result = cJSON_Parse(hs_assessment_json(assessment, NULL));
            compare("", expect, result);
            cJSON_Delete(result);
        }
        hs_assessment_free(assessment);
    }
    cJSON_Delete(copy);
    cJSON_Delete(document);
}

int main(int count, char **arguments) {
    hs_error error = {0};
    hs_engine *engine = NULL;
    char *directory = count > 2 ? realpath(arguments[1], NULL) : NULL;
    if (directory == NULL || hs_engine_new(&engine, &error) != HS_OK || hs_engine_load(engine, directory, &error) != HS_OK) {
        printf("the plugins of %s were not loaded: %s %s\n", count > 1 ? arguments[1] : "?", error.path, error.en);
        return 2;
    }
    free(directory);
    for (int i = 2; i < count; i++) {
        FILE *file = fopen(arguments[i], "r");
        EXPECT(file != NULL);
        char *line = NULL;
        size_t size = 0;
        int lines = 0;
        while (file != NULL && getline(&line, &size, file) > 0) {
            run(engine, line);
            lines++;
        }
        printf("%s: %d cases\n", arguments[i], lines);
        EXPECT(lines > 0);
        free(line);
        if (file != NULL) fclose(file);
    }
    hs_engine_free(engine);
    return checks_end();
}
