/* What is said of a total while facts are open holds for every way of stating them:
       totals PLUGINS N SEED
   For applicants of whom half is known and three completions of each: the exact total of the year, of all years, for people and of loans, and
   each measure's amount, lie within what was said before; and what was certain, also of a measure's status, stays so. */
#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMPLETIONS = 3 };

static const hs_engine *engine;
static int64_t pairs, compared, outside;

static hs_assessment *assess(const struct person *person) {
    static char document[DOCUMENT_MAX];
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    const hs_options options = {.brief = true};
    person_write(person, document);
    if (hs_assess(&assessment, engine, document, strlen(document), &options, &error) == HS_OK) return assessment;
    printf("refused: %s: %s\n%s\n", error.path, error.en, document);
    exit(1);
}

static void within(hs_interval said, hs_interval exact, const char *what, const struct person *person) {
    static char document[DOCUMENT_MAX];
    compared++;
    if (exact.low >= said.low && exact.high <= said.high) return;
    outside++;
    person_write(person, document);
    printf("%s: %" PRId64 " to %" PRId64 " was said, and it is %" PRId64 " to %" PRId64 "\n  %s\n", what, said.low, said.high, exact.low,
           exact.high, document);
}

static void compare(const hs_place_result *said, const hs_place_result *exact, const struct person *person) {
    within(said->total, exact->total, "total", person);
    within(said->all_years, exact->all_years, "all years", person);
    within(said->people, exact->people, "people", person);
    within(said->loans, exact->loans, "loans", person);
    within((hs_interval){said->certain, HS_UNBOUNDED}, (hs_interval){exact->certain, exact->certain}, "certain", person);
    for (int32_t p = 0; p < said->policy_count; p++)
        for (int32_t m = 0; m < said->policies[p].count; m++) {
            const hs_measure_result *open = &said->policies[p].measures[m], *closed = &exact->policies[p].measures[m];
            bool known = open->standing != HS_UNDETERMINED;
            if (open->has_amount) within(open->amount, closed->amount, open->id, person);
            within((hs_interval){known ? open->standing : HS_INELIGIBLE, known ? open->standing : HS_ELIGIBLE},
                   (hs_interval){closed->standing, closed->standing}, open->id, person);
        }
}

int main(int argc, char **argv) {
    hs_engine *made = NULL;
    hs_error error = {0};
    if (argc != 4) return fputs("totals PLUGINS N SEED\n", stderr), 2;
    if (hs_engine_new(&made, &error) != HS_OK || hs_engine_load(made, argv[1], &error) != HS_OK) return printf("%s\n", error.en), 1;
    engine = made;
    model_begin(engine);
    chance_begin(strtoull(argv[3], NULL, 10));
    for (int64_t i = 0, n = strtoll(argv[2], NULL, 10); i < n; i++) {
        struct person person, full;
        person_draw(&person, (int)chance_below(101), (int)chance_below(101));
        person_move(&person, (int)chance_below(7));
        if (chance(30)) person_receive(&person);
        hs_assessment *said = assess(&person);
        for (int k = 0; k < COMPLETIONS; k++) {
            full = person;
            person_complete(&full);
            hs_assessment *exact = assess(&full);
            pairs++;
            compare(&hs_assessment_result(said)->places[0], &hs_assessment_result(exact)->places[0], &full);
            hs_assessment_free(exact);
        }
        hs_assessment_free(said);
    }
    printf("soundness: %" PRId64 " completions, %" PRId64 " totals, amounts and statuses compared, %" PRId64 " outside of what was said\n",
           pairs, compared, outside);
    hs_engine_free(made);
    return outside == 0 && compared > 0 ? 0 : 1;
}
