/* The engine inside another program: the totals of an applicant, place by place.
   usage: embed PLUGINS_DIRECTORY APPLICANT.json */
#include <huisuan/huisuan.h>
#include <stdio.h>
#include <stdlib.h>

static int fail(const hs_error *error) {
    fprintf(stderr, "%s %s: %s\n", hs_status_name(error->code), error->path, error->en);
    return EXIT_FAILURE;
}

static void print(const hs_result *result) {
    static const char *const standings[] = {[HS_INELIGIBLE] = "ineligible", [HS_UNDETERMINED] = "undetermined", [HS_ELIGIBLE] = "eligible"};
    char low[HS_MONEY_TEXT], high[HS_MONEY_TEXT];
    for (int32_t i = 0; i < result->count; i++) {
        const hs_place_result *place = &result->places[i];
        printf("%s: %s to %s yuan\n", place->adcode, hs_money_text(low, place->total.low), hs_money_text(high, place->total.high));
        for (int32_t p = 0; p < place->policy_count; p++)
            for (int32_t m = 0; m < place->policies[p].count; m++)
                printf("  %s %s\n", place->policies[p].measures[m].id, standings[place->policies[p].measures[m].standing]);
    }
}

int main(int count, char **arguments) {
    static char json[1 << 20];
    hs_error error = {0};
    hs_engine *engine = NULL;
    hs_assessment *assessment = NULL;
    FILE *file = count == 3 ? fopen(arguments[2], "rb") : NULL;
    if (file == NULL) return fprintf(stderr, "usage: embed PLUGINS_DIRECTORY APPLICANT.json\n"), EXIT_FAILURE;
    size_t length = fread(json, 1, sizeof json, file);
    fclose(file);

    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, arguments[1], &error);
    if (status == HS_OK) status = hs_assess(&assessment, engine, json, length, NULL, &error);
    if (status == HS_OK) print(hs_assessment_result(assessment));

    hs_assessment_free(assessment);
    hs_engine_free(engine);
    return status == HS_OK ? EXIT_SUCCESS : fail(&error);
}
