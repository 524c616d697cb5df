/* `--set NAME=VALUE` by itself: taken, it is the one figure in the overlay and in its range, and set back it leaves the policy as it was;
   refused, the policy keeps its SHA-256. */
#include "fuzz.h"
#include "small.h"

enum { TAKEN = 200 }; /* settings of one engine, which keeps what it was told */

/* As JSON has it: two decimals, but a count. */
static void set_back(hs_engine *engine, const hs_constant *was) {
    char plain[32];
    if (was->type == HS_COUNT)
        snprintf(plain, sizeof plain, "%lld", (long long)was->value);
    else
        snprintf(plain, sizeof plain, "%lld.%02d", (long long)(was->value / 100), (int)(was->value % 100));
    CLAIM(hs_engine_set(engine, was->name, plain, NULL) == HS_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static hs_engine *engine;
    static char before[65];
    static int taken;
    char name[256], *value;
    hs_error error = {0};
    if (length >= sizeof name) return 0;
    memcpy(name, bytes, length);
    name[length] = '\0';
    value = strchr(name, '=');
    if (value == NULL) return 0;
    *value++ = '\0';
    if (engine == NULL) {
        engine = small_engine();
        snprintf(before, sizeof before, "%s", hs_engine_policy_sha256(engine, 0));
    }
    int status = hs_engine_set(engine, name, value, &error);
    fuzz_status(status, &error, HS_USAGE);
    if (status == HS_OK && hs_engine_overlay_count(engine) > 0) {
        const hs_overlay *overlay = hs_engine_overlay(engine, 0);
        CLAIM(hs_engine_overlay_count(engine) == 1 && strcmp(overlay->was.name, name) == 0 && overlay->to != overlay->was.value);
        CLAIM(strcmp(before, hs_engine_policy_sha256(engine, 0)) != 0);
        set_back(engine, &overlay->was);
    }
    CLAIM(hs_engine_overlay_count(engine) == 0 && strcmp(before, hs_engine_policy_sha256(engine, 0)) == 0);
    if (status != HS_OK || ++taken % TAKEN != 0) return 0;
    hs_engine_free(engine);
    engine = NULL;
    return 0;
}
