/* `--set NAME=VALUE` by itself: taken, it is the one figure in the overlay and in its range; refused, the policy keeps its SHA-256. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static hs_engine *engine;
    static char before[65];
    char name[256], *value;
    hs_error error = {0};
    if (length >= sizeof name) return 0;
    memcpy(name, bytes, length);
    name[length] = '\0';
    value = strchr(name, '=');
    if (value == NULL) return 0;
    *value++ = '\0';
    if (engine == NULL) {
        CLAIM(hs_engine_new(&engine, NULL) == HS_OK && hs_engine_add(engine, huisuan_policy_qingpu(), NULL, NULL) == HS_OK);
        snprintf(before, sizeof before, "%s", hs_engine_policy_sha256(engine, 0));
    }
    int status = hs_engine_set(engine, name, value, &error);
    fuzz_status(status, &error, HS_USAGE);
    if (status != HS_OK) {
        CLAIM(strcmp(before, hs_engine_policy_sha256(engine, 0)) == 0);
        return 0;
    }
    if (hs_engine_overlay_count(engine) > 0) {
        const hs_overlay *overlay = hs_engine_overlay(engine, 0);
        CLAIM(hs_engine_overlay_count(engine) == 1 && strcmp(overlay->was.name, name) == 0 && overlay->to != overlay->was.value);
        CLAIM(strcmp(before, hs_engine_policy_sha256(engine, 0)) != 0);
    }
    hs_engine_free(engine);
    engine = NULL;
    return 0;
}
