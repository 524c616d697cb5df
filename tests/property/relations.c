/* What must hold between two assessments, or within one, whoever the applicant is:
       relations PLUGINS N SEED
   Each relation is stated from its definition; RELATIONS lists them. Prints how often each was held, and what broke one. */
#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RELATIONS(X)                                                                                                                       \
    X(TWICE, "the same applicant twice gives the same bytes")                                                                              \
    X(ORDER_OF_FACTS, "the order of the facts changes nothing")                                                                            \
    X(ORDER_OF_POLICIES, "the order in which policies were added changes nothing")                                                         \
    X(ORDER_OF_RECORDS, "the order of a list's records changes no amount")                                                                 \
    X(UNUSED, "a fact that no policy of the place asks for changes nothing")                                                               \
    X(ELSEWHERE, "assessing another place too changes nothing here")                                                                       \
    X(BRIEF, "leaving out the reasons changes no amount")                                                                                  \
    X(FACT_NARROWS, "stating a fact narrows every amount and total")                                                                       \
    X(STATUS_STAYS, "stating a fact leaves what is certain of a measure's status")                                                         \
    X(MISSING_SHRINKS, "stating a fact makes no other fact missing")                                                                       \
    X(HALVES, "what is said of a range contains what is said of its halves")                                                               \
    X(MORE_IS_NOT_LESS, "more of a figure that counts only in favour never pays less")                                                     \
    X(SCHEDULE, "the years of a measure add up to its amount, those of a place to all years")                                              \
    X(CEILING, "no year of a measure is above the ceiling in its clause")                                                                  \
    X(COUNTED, "a total is the sum of what is not set aside")                                                                              \
    X(SET_ASIDE_LESS, "what is set aside for another was not the greater of the two")                                                      \
    X(ONE_OF_A_MATTER, "of one matter one measure is counted where the rule says so")                                                      \
    X(CERTAIN, "what is certain is at most the low end of the total")                                                                      \
    X(RECEIVED, "having received more never brings more")                                                                                  \
    X(ENDS, "no low end is above its high end or below nothing")

enum relation {
#define NUMBER(name, text) name,
    RELATIONS(NUMBER)
#undef NUMBER
        RELATION_COUNT
};
#define TEXT(name, text) text,
static const char *const relation_texts[] = {RELATIONS(TEXT)};
#undef TEXT

static hs_engine *engine, *reversed;
static int64_t held[RELATION_COUNT], broken[RELATION_COUNT];

static void hold(enum relation relation, bool holds, const char *what, const struct person *person) {
    static char document[DOCUMENT_MAX];
    held[relation]++;
    if (holds) return;
    person_write(person, document);
    if (broken[relation]++ < 5) printf("broken: %s: %s\n  %s\n", relation_texts[relation], what, document);
}

/* ---- Assessing ------------------------------------------------------------------------------------------------------------------- */

static hs_assessment *assess_document(const hs_engine *with, const char *document, const hs_options *options) {
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    if (hs_assess(&assessment, with, document, strlen(document), options, &error) == HS_OK) return assessment;
    printf("refused: %s: %s\n%s\n", error.path, error.en, document);
    exit(1);
}

static hs_assessment *assess(const struct person *person, bool brief) {
    static char document[DOCUMENT_MAX];
    const hs_options options = {.brief = brief};
    person_write(person, document);
    return assess_document(engine, document, &options);
}

static const hs_place_result *place_of(const hs_assessment *assessment) { return &hs_assessment_result(assessment)->places[0]; }

/* The JSON without the digest of the document, which is another text. The caller frees it. */
static char *text_of(hs_assessment *assessment) {
    char *text = strdup(hs_assessment_json(assessment, NULL)), *digest = strstr(text, "\"input_sha256\":\"");
    memset(digest + strlen("\"input_sha256\":\""), '0', 64);
    return text;
}

static bool same_text(hs_assessment *a, hs_assessment *b) {
    char *one = text_of(a), *other = text_of(b);
    bool same = strcmp(one, other) == 0;
    free(one);
    free(other);
    return same;
}

static bool equal(hs_interval a, hs_interval b) { return a.low == b.low && a.high == b.high; }

static bool within(hs_interval inner, hs_interval outer) { return inner.low >= outer.low && inner.high <= outer.high; }

/* Calls with each measure of two results of one place. */
#define EACH_MEASURE(x, y, a, b)                                                                                                           \
    for (int32_t p_ = 0; p_ < (x)->policy_count; p_++)                                                                                     \
        for (int32_t m_ = 0; m_ < (x)->policies[p_].count; m_++)                                                                           \
            for (const hs_measure_result *a = &(x)->policies[p_].measures[m_], *b = &(y)->policies[p_].measures[m_]; a != NULL; a = NULL)

static bool same_money(const hs_place_result *x, const hs_place_result *y) {
    bool same = equal(x->total, y->total) && equal(x->all_years, y->all_years) && equal(x->people, y->people) &&
                equal(x->loans, y->loans) && x->certain == y->certain;
    EACH_MEASURE(x, y, a, b) same = same && a->standing == b->standing && (!a->has_amount || equal(a->amount, b->amount));
    return same;
}

/* ---- The same applicant otherwise told --------------------------------------------------------------------------------------------- */

static void hold_told_otherwise(const struct person *person, hs_assessment *said) {
    static char document[DOCUMENT_MAX];
    const hs_options full = {0};
    hs_assessment *again = assess(person, false);
    hold(TWICE, same_text(said, again), person->place, person);
    hs_assessment_free(again);

    person_write_shuffled(person, document);
    again = assess_document(engine, document, &full);
    hold(ORDER_OF_FACTS, same_text(said, again), document, person);
    hs_assessment_free(again);

    person_write(person, document);
    again = assess_document(reversed, document, &full);
    hold(ORDER_OF_POLICIES, same_text(said, again), person->place, person);
    hs_assessment_free(again);

    again = assess(person, true);
    hold(BRIEF, same_money(place_of(said), place_of(again)), person->place, person);
    hs_assessment_free(again);

    const char *const places[] = {person->place, strcmp(person->place, "310118") == 0 ? "150200" : "310118"};
    const hs_options both = {.locations = places, .location_count = 2};
    again = assess_document(engine, document, &both);
    hold(ELSEWHERE, same_money(place_of(said), place_of(again)), places[1], person);
    hs_assessment_free(again);
}

static void hold_order_of_records(const struct person *person, const hs_place_result *said) {
    struct person other = *person;
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++)
        for (int32_t r = 0; r < person->lists[i].count; r++)
            memcpy(other.lists[i].fields[r], person->lists[i].fields[person->lists[i].count - 1 - r], sizeof other.lists[i].fields[r]);
    hs_assessment *found = assess(&other, true);
    hold(ORDER_OF_RECORDS, same_money(said, place_of(found)), person->place, &other);
    hs_assessment_free(found);
}

/* ---- Facts that nobody asks for ---------------------------------------------------------------------------------------------------- */

static void mark_used(const hs_node *node, bool used[FACTS_MAX]) {
    if (node->op == HS_OP_FACT) used[cell_of(node->fact, -1).fact] = true;
    if (node->op == HS_OP_IN || node->op == HS_OP_HAS) used[cell_of(node->arguments[0]->fact, -1).fact] = true;
    for (int32_t i = 0; i < node->count; i++) mark_used(node->arguments[i], used);
}

static void hold_unused(const struct person *person, hs_assessment *said) {
    static const struct person unknown_to_all;
    struct person other, drawn;
    bool used[FACTS_MAX] = {false};
    const hs_place_result *place = place_of(said);
    for (int32_t p = 0; p < place->policy_count; p++) {
        const hs_policy *policy = place->policies[p].policy;
        for (int32_t c = 0; c < policy->check_count; c++) mark_used(&policy->checks[c]->holds->n, used);
        for (int32_t m = 0; m < policy->measure_count; m++) {
            mark_used(&policy->measures[m].when->n, used);
            if (policy->measures[m].pays != NULL) mark_used(&policy->measures[m].pays->n, used);
        }
    }
    other = *person;
    drawn = unknown_to_all;
    person_draw(&drawn, 100, 50);
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++)
        if (!used[i]) other.facts[i] = drawn.facts[i], other.lists[i] = drawn.lists[i];
    hs_assessment *found = assess(&other, false);
    hold(UNUSED, same_text(said, found), person->place, &other);
    hs_assessment_free(found);
}

/* ---- Knowing more ------------------------------------------------------------------------------------------------------------------ */

static bool is_missing(const hs_measure_result *result, hs_subject subject) {
    for (int32_t i = 0; i < result->missing_count; i++)
        if (result->missing[i].subject.fact == subject.fact && result->missing[i].subject.record == subject.record) return true;
    return false;
}

static bool narrows(const hs_place_result *wide, const hs_place_result *narrow) {
    return within(narrow->total, wide->total) && within(narrow->all_years, wide->all_years) && within(narrow->people, wide->people) &&
           within(narrow->loans, wide->loans) && narrow->certain >= wide->certain;
}

/* A fact that is open, drawn among them; false where there is none. Of lists and their records no new fact is made, so that what is
   missing can be compared. */
static bool choose_open(const struct person *person, struct cell *out) {
    int32_t met = 0;
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        struct cell cell = {i, -1, -1};
        if (hs_engine_fact(engine, i)->type != HS_LIST && cell_is_open(person, cell) && chance_below((uint64_t)++met) == 0) *out = cell;
    }
    return met > 0;
}

static void hold_knowing_more(const struct person *person, const hs_place_result *said) {
    struct person other = *person;
    struct cell cell;
    if (!choose_open(person, &cell)) return;
    cell_complete(&other, cell);
    hs_assessment *found = assess(&other, false);
    const hs_place_result *known = place_of(found);
    hold(FACT_NARROWS, narrows(said, known), cell_fact(cell)->id, &other);
    EACH_MEASURE(said, known, a, b) {
        if (a->has_amount) hold(FACT_NARROWS, within(b->amount, a->amount), a->id, &other);
        if (a->standing != HS_UNDETERMINED) hold(STATUS_STAYS, a->standing == b->standing, a->id, &other);
        for (int32_t i = 0; i < b->missing_count; i++) hold(MISSING_SHRINKS, is_missing(a, b->missing[i].subject), a->id, &other);
    }
    hs_assessment_free(found);
}

static void hold_halves(const struct person *person, const hs_place_result *said) {
    struct cell cell;
    if (!choose_open(person, &cell) || cell_fact(cell)->type < HS_MONEY || cell_fact(cell)->type > HS_PERCENTAGE) return;
    hs_interval whole = cell_get(person, cell);
    bool bounded = whole.high != HS_UNBOUNDED;
    int64_t middle = whole.low + (int64_t)chance_below(bounded ? (uint64_t)(whole.high - whole.low) : UINT64_C(100000000));
    const hs_interval halves[] = {{whole.low, middle}, {middle + 1, whole.high}};
    for (int half = 0; half < 2; half++) {
        struct person other = *person;
        cell_set(&other, cell, halves[half]);
        hs_assessment *found = assess(&other, true);
        hold(HALVES, narrows(said, place_of(found)), cell_fact(cell)->id, &other);
        EACH_MEASURE(said, place_of(found), a, b) if (a->has_amount) hold(HALVES, within(b->amount, a->amount), a->id, &other);
        hs_assessment_free(found);
    }
}

/* ---- More in favour ---------------------------------------------------------------------------------------------------------------- */

enum { RISES = 1, FALLS = 2 };

static int turned(int ways) { return (ways & RISES ? FALLS : 0) | (ways & FALLS ? RISES : 0); }

static bool tiers_rise(const hs_node *node) {
    for (int32_t i = 4; i < node->count; i += 2)
        if (node->arguments[i]->op != HS_OP_CONSTANT || node->arguments[i]->value < node->arguments[i - 2]->value) return false;
    return node->arguments[2]->op == HS_OP_CONSTANT;
}

/* Which way a tree goes when a fact goes up: RISES, FALLS, both, or 0 where it does not hear of it. */
static int ways(const hs_node *node, const hs_fact *fact) {
    int out = node->op == HS_OP_FACT && node->fact == fact ? RISES : 0;
    for (int32_t i = 0; i < node->count; i++) {
        int of_part = ways(node->arguments[i], fact);
        bool against =
            node->op == HS_OP_NOT || ((node->op == HS_OP_AT_LEAST || node->op == HS_OP_MORE_THAN) && i == 1) ||
            ((node->op == HS_OP_AT_MOST || node->op == HS_OP_LESS_THAN) && i == 0) ||
            ((node->op == HS_OP_EXCESS || node->op == HS_OP_TOP_UP || node->op == HS_OP_SHARE || node->op == HS_OP_GROWTH) && i == 1) ||
            (node->op == HS_OP_FULL && i == 0);
        bool either = (node->op == HS_OP_IF && i == 0) || (node->op == HS_OP_TIERS && i == 0 && !tiers_rise(node));
        out |= either && of_part != 0 ? RISES | FALLS : against ? turned(of_part) : of_part;
    }
    return out;
}

static int ways_of(const hs_measure *measure, const hs_fact *fact) {
    return ways(&measure->when->n, fact) | (measure->pays == NULL ? 0 : ways(&measure->pays->n, fact));
}

/* A figure that is known, to its size at least, and only counts in favour of some measure here; -1 where there is none. */
static int32_t choose_in_favour(const struct person *person, const hs_place_result *place) {
    int32_t chosen = -1, met = 0;
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, i);
        bool favours = false;
        if (fact->type < HS_MONEY || fact->type > HS_COUNT || person->facts[i].high > HS_UNBOUNDED / 1000000) continue;
        EACH_MEASURE(place, place, a, b) favours = favours || ways_of(b->measure, fact) == RISES;
        if (favours && chance_below((uint64_t)++met) == 0) chosen = i;
    }
    return chosen;
}

static void hold_more(const struct person *person, const hs_place_result *said) {
    int32_t number = choose_in_favour(person, said);
    if (number < 0) return;
    const hs_fact *fact = hs_engine_fact(engine, number);
    struct cell cell = {number, -1, -1};
    hs_interval have = cell_get(person, cell);
    struct person other = *person;
    int64_t more = 1 + (int64_t)chance_below(chance(50) ? 100 : UINT64_C(100000000));
    cell_set(&other, cell, (hs_interval){have.low + more, have.high + more});
    hs_assessment *found = assess(&other, true);
    EACH_MEASURE(said, place_of(found), a, b) {
        if (ways_of(a->measure, fact) != RISES) continue;
        hold(MORE_IS_NOT_LESS, b->standing >= a->standing, a->id, &other);
        if (a->has_amount) hold(MORE_IS_NOT_LESS, b->amount.low >= a->amount.low && b->amount.high >= a->amount.high, a->id, &other);
    }
    hs_assessment_free(found);
}

/* ---- Within one result ------------------------------------------------------------------------------------------------------------- */

static hs_interval sum_of(const hs_interval *schedule, int32_t years) {
    hs_interval sum = {0, 0};
    for (int32_t y = 0; y < years; y++) {
        sum.low += schedule[y].low;
        sum.high = sum.high == HS_UNBOUNDED || schedule[y].high == HS_UNBOUNDED ? HS_UNBOUNDED : sum.high + schedule[y].high;
    }
    return sum;
}

static bool in_order(hs_interval x) { return 0 <= x.low && x.low <= x.high; }

static bool is_set_aside(const hs_place_result *place, const char *id) {
    for (int32_t i = 0; i < place->set_aside_count; i++)
        if (strcmp(place->set_aside[i].measure, id) == 0) return true;
    return false;
}

static const hs_measure_result *find(const hs_place_result *place, const char *id) {
    EACH_MEASURE(place, place, a, b) if (strcmp(a->id, id) == 0) return b;
    return NULL;
}

static void hold_amounts(const struct person *person, const hs_place_result *place) {
    const hs_interval totals[] = {place->total, place->all_years, place->people, place->loans};
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) hold(ENDS, in_order(totals[i]), "a total", person);
    hold(CERTAIN, place->certain >= 0 && place->certain <= place->total.low, person->place, person);
    hold(SCHEDULE, equal(sum_of(place->schedule, place->years), place->all_years), person->place, person);
    EACH_MEASURE(place, place, a, b) {
        if (!b->has_amount) continue;
        hold(ENDS, in_order(a->amount), a->id, person);
        if (a->years > 0) hold(SCHEDULE, equal(sum_of(a->schedule, a->years), a->amount), a->id, person);
        const hs_node *pays = &a->measure->pays->n;
        if (pays->op != HS_OP_CAP || pays->arguments[1]->op != HS_OP_CONSTANT) continue;
        for (int32_t y = 0; y < a->years; y++) hold(CEILING, a->schedule[y].high <= pays->arguments[1]->value, a->id, person);
    }
}

/* Of an applicant of whom all is known and who has received nothing: what makes up the total, measure by measure. */
static void hold_counted(const struct person *person, const hs_place_result *place) {
    hs_interval counted = {0, 0};
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            const hs_measure *measure = result->measure;
            bool counts = place->policies[p].in_force != HS_FALSE && measure->kind == HS_CASH && measure->payee == HS_APPLICANT &&
                          result->has_amount && result->standing == HS_ELIGIBLE && !is_set_aside(place, result->id);
            if (!counts) continue;
            counted.low += result->amount.low, counted.high += result->amount.high;
        }
    bool alone = place->set_aside_count == 0; /* of a matter the higher of each year counts, which may be one measure and then another */
    if (alone && counted.high > 0) hold(COUNTED, equal(counted, place->all_years), person->place, person);
    for (int32_t i = 0; i < place->set_aside_count; i++) {
        const hs_set_aside *aside = &place->set_aside[i];
        const hs_measure_result *less = find(place, aside->measure), *more = aside->kept == NULL ? NULL : find(place, aside->kept);
        hold(ONE_OF_A_MATTER, less != NULL && aside->kept != NULL && more != NULL && !is_set_aside(place, more->id), aside->measure,
             person);
        if (more == NULL || less == NULL) continue;
        hold(SET_ASIDE_LESS, more->amount.high >= less->amount.high, aside->measure, person);
        hold(ONE_OF_A_MATTER, strcmp(more->measure->matter, less->measure->matter) == 0, aside->measure, person);
    }
}

static void hold_received(const struct person *person) {
    struct person more = *person;
    if (person->received_for == NULL) person_receive(&more);
    struct person less = more;
    more.received = less.received * 2 + 1;
    hs_assessment *a = assess(&less, true), *b = assess(&more, true);
    hold(RECEIVED, place_of(b)->total.low <= place_of(a)->total.low && place_of(b)->total.high <= place_of(a)->total.high,
         more.received_for, &more);
    hold(RECEIVED, place_of(b)->all_years.high <= place_of(a)->all_years.high, more.received_for, &more);
    hs_assessment_free(a);
    hs_assessment_free(b);
}

/* ---- All of them ------------------------------------------------------------------------------------------------------------------- */

static void hold_all(const struct person *person) {
    hs_assessment *said = assess(person, false);
    hold_told_otherwise(person, said);
    hold_order_of_records(person, place_of(said));
    hold_unused(person, said);
    hold_knowing_more(person, place_of(said));
    hold_halves(person, place_of(said));
    hold_more(person, place_of(said));
    hold_amounts(person, place_of(said));
    hs_assessment_free(said);
    hold_received(person);

    struct person whole;
    person_draw(&whole, 100, 60 + (int)chance_below(41));
    person_complete(&whole);
    whole.received_for = NULL;
    said = assess(&whole, true);
    hold_amounts(&whole, place_of(said));
    hold_counted(&whole, place_of(said));
    hs_assessment_free(said);
}

static bool make_engines(const char *plugins) {
    hs_error error = {0};
    bool made = hs_engine_new(&engine, &error) == HS_OK && hs_engine_load(engine, plugins, &error) == HS_OK &&
                hs_engine_new(&reversed, &error) == HS_OK;
    for (int32_t p = made ? hs_engine_policy_count(engine) : 0; made && p > 0; p--)
        made = hs_engine_add(reversed, hs_engine_policy(engine, p - 1), NULL, &error) == HS_OK;
    if (!made) printf("%s\n", error.en);
    return made;
}

int main(int argc, char **argv) {
    int64_t sum = 0, wrong = 0;
    bool all = true;
    if (argc != 4) return fputs("relations PLUGINS N SEED\n", stderr), 2;
    if (!make_engines(argv[1])) return 1;
    model_begin(engine);
    chance_begin(strtoull(argv[3], NULL, 10));
    for (int64_t i = 0, n = strtoll(argv[2], NULL, 10); i < n; i++) {
        struct person person;
        person_draw(&person, (int)chance_below(101), (int)chance_below(101));
        if (chance(30)) person_receive(&person);
        hold_all(&person);
    }
    for (int r = 0; r < RELATION_COUNT; r++) {
        printf("  %9" PRId64 "  %s%s\n", held[r], relation_texts[r], held[r] == 0 ? ": never looked at" : broken[r] > 0 ? ": BROKEN" : "");
        sum += held[r], wrong += broken[r], all = all && held[r] > 0;
    }
    printf("relations: %d between results, held %" PRId64 " times, broken %" PRId64 "\n", (int)RELATION_COUNT, sum, wrong);
    hs_engine_free(reversed);
    hs_engine_free(engine);
    return wrong == 0 && all ? 0 : 1;
}
