/* What the targets share: an engine with the five regions linked in, and a claim that ends the program where it does not hold. */
#ifndef FUZZ_H
#define FUZZ_H

#include <huisuan/huisuan.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define CLAIM(holds)                                                                                                                       \
    do {                                                                                                                                   \
        if (!(holds)) {                                                                                                                    \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #holds);                                                     \
            abort();                                                                                                                       \
        }                                                                                                                                  \
    } while (0)

const hs_policy *huisuan_policy_baotou(void), *huisuan_policy_beilun(void), *huisuan_policy_chaoyang(void), *huisuan_policy_ningbo(void),
    *huisuan_policy_qingpu(void);

static const hs_options fuzz_options = {.today = {2023, 6, 30}, .brief = 1}, fuzz_whole = {.today = {2023, 6, 30}};

/* Made once. */
static inline hs_engine *fuzz_engine(void) {
    static hs_engine *engine;
    const hs_policy *const policies[] = {huisuan_policy_baotou(), huisuan_policy_beilun(), huisuan_policy_chaoyang(),
                                         huisuan_policy_ningbo(), huisuan_policy_qingpu()};
    if (engine != NULL) return engine;
    CLAIM(hs_engine_new(&engine, NULL) == HS_OK);
    for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++) CLAIM(hs_engine_add(engine, policies[i], NULL, NULL) == HS_OK);
    return engine;
}

/* A refusal says what and where in both languages, and memory never runs out over so little. */
static inline void fuzz_status(int status, const hs_error *error, int refusal) {
    CLAIM(status == HS_OK || status == refusal);
    CLAIM(status == HS_OK || (error->code == refusal && error->zh[0] != '\0' && error->en[0] != '\0'));
}

static inline void fuzz_interval(hs_interval x) { CLAIM(x.low >= 0 && x.low <= x.high); }

/* Every amount of a result is an interval of what is possible, and its years add up to it. */
static inline void fuzz_result(const hs_result *result) {
    for (int32_t p = 0; p < result->count; p++) {
        const hs_place_result *place = &result->places[p];
        fuzz_interval(place->total), fuzz_interval(place->all_years), fuzz_interval(place->people), fuzz_interval(place->loans);
        CLAIM(place->certain >= 0 && place->certain <= place->total.low && place->total.low <= place->all_years.low);
        for (int32_t q = 0; q < place->policy_count; q++)
            for (int32_t m = 0; m < place->policies[q].count; m++) {
                const hs_measure_result *measure = &place->policies[q].measures[m];
                if (!measure->has_amount) continue;
                fuzz_interval(measure->amount);
                for (int32_t y = 0; y < measure->years; y++) fuzz_interval(measure->schedule[y]);
            }
    }
}

#endif
