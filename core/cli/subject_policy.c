/* The policy that policy check and policy test look at. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static int32_t find_policy(const hs_engine *engine, const char *id) {
    for (int32_t i = 0; i < hs_engine_policy_count(engine); i++)
        if (strcmp(hs_engine_policy(engine, i)->id, id) == 0) return i;
    return -1;
}

/* How many facts a policy asks for by itself; -1 where memory ran out. */
static int facts_of(const hs_policy *policy) {
    hs_engine *alone = NULL;
    int count = -1;
    if (hs_engine_new(&alone, NULL) == HS_OK && hs_engine_add(alone, policy, NULL, NULL) == HS_OK) count = (int)hs_engine_fact_count(alone);
    hs_engine_free(alone);
    return count;
}

static int installed(const struct cli *cli, const char *id, hs_engine **engine, int32_t *index) {
    int code;
    *engine = host_engine(cli, &code);
    if (*engine == NULL) return code;
    *index = find_policy(*engine, id);
    if (*index >= 0) return EXIT_OK;
    return host_usage(cli, "没有这份政策，可用 huisuan policy list 查看；要检查文件，写出路径",
                      "there is no such policy; huisuan policy list shows them; for a file write its path");
}

static int of_file(const struct cli *cli, const char *file, hs_engine **engine, hs_engine **neighbours, int32_t *index) {
    hs_error error = {0};
    char *path = host_absolute(cli, file);
    if (path == NULL) return EXIT_PLUGIN;
    int status = hs_engine_new(engine, &error);
    if (status == HS_OK) status = hs_engine_load_file(*engine, path, &error);
    free(path);
    if (status != HS_OK) return host_fail(cli, NULL, &error);
    const hs_policy *policy = hs_engine_policy(*engine, 0);
    *neighbours = host_neighbours(cli);
    for (int32_t i = 0; *neighbours != NULL && i < hs_engine_policy_count(*neighbours); i++)
        if (strcmp(hs_engine_policy(*neighbours, i)->id, policy->id) != 0)
            hs_engine_add(*engine, hs_engine_policy(*neighbours, i), NULL, NULL);
    *index = find_policy(*engine, policy->id);
    return EXIT_OK;
}

int host_policy(const struct cli *cli, const char *of, hs_engine **engine, hs_engine **neighbours, int32_t *index, int *facts) {
    *engine = *neighbours = NULL;
    int code = strpbrk(of, "/.") == NULL ? installed(cli, of, engine, index) : of_file(cli, of, engine, neighbours, index);
    if (code == EXIT_OK && facts != NULL) *facts = facts_of(hs_engine_policy(*engine, *index));
    return code == EXIT_OK && facts != NULL && *facts < 0 ? EXIT_MEMORY : code;
}
