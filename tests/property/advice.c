/* What is missing, what would change it and what to ask, held against brute force:
       advice PLUGINS N SEED
   A fact is missing if and only if two completions that differ in it alone differ in the measure's status or amount. A change makes the
   measure eligible, brings what it says, touches nothing that is fixed, and no smaller set does. Following the questions settles an
   applicant in no more questions than facts that matter. */
#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMPLETIONS_LISTED = 4000, COMPLETIONS_UNLISTED = 60, TRIPLES = 3000, OPEN_WIDTH = 1000000000, RECORDS_TRIED = 8 };

static const hs_engine *engine;
static struct {
    int64_t listed, witnessed, superfluous, unsound, changes, broken, sets_tried, smaller, none, questions, asked_too_much, unsettled;
} count;

static hs_assessment *assess(const struct person *person, bool brief) {
    static char document[DOCUMENT_MAX];
    hs_error error = {0};
    hs_assessment *assessment = NULL;
    const hs_options options = {.brief = brief};
    person_write(person, document);
    if (hs_assess(&assessment, engine, document, strlen(document), &options, &error) == HS_OK) return assessment;
    printf("refused: %s: %s\n%s\n", error.path, error.en, document);
    exit(1);
}

static const hs_place_result *place_of(const hs_assessment *assessment) { return &hs_assessment_result(assessment)->places[0]; }

static void report(const char *what, const struct person *person, const hs_measure_result *result, const hs_fact *fact) {
    static char document[DOCUMENT_MAX];
    person_write(person, document);
    printf("%s: %s %s\n  %s\n", what, result->id, fact == NULL ? "" : fact->id, document);
}

static bool same_cell(struct cell a, struct cell b) { return a.fact == b.fact && a.record == b.record && a.field == b.field; }

static struct cell cell_of_subject(hs_subject subject) { return cell_of(subject.fact, subject.record); }

/* ---- What is missing --------------------------------------------------------------------------------------------------------------- */

struct outcome {
    bool eligible;
    hs_interval amount;
};

static struct outcome outcome_of(const struct person *person, const hs_measure_result *result) {
    struct outcome out = {tree_truth(&result->measure->when->n, person, -1) == HS_TRUE, {0, 0}};
    if (out.eligible && result->has_amount) out.amount = tree_amount(&result->measure->pays->n, person, -1);
    return out;
}

static bool differ(struct outcome a, struct outcome b) {
    return a.eligible != b.eligible || a.amount.low != b.amount.low || a.amount.high != b.amount.high;
}

/* Whether a cell changes the outcome while all others stay as they are completed. */
static bool turns(const struct person *completed, const struct person *known, struct cell cell, const hs_measure_result *result) {
    struct person person = *completed;
    struct outcome first = outcome_of(&person, result);
    hs_interval values[VALUES_MAX];
    if (cell_fact(cell)->type == HS_LIST) {
        for (int i = 0; i < RECORDS_TRIED; i++) {
            cell_complete(&person, cell);
            if (differ(first, outcome_of(&person, result))) return true;
        }
        return false;
    }
    struct person open = person;
    cell_set(&open, cell, cell_get(known, cell)); /* the values that it can have, seen from the others as completed */
    int32_t n = cell_values(&open, cell, values);
    for (int32_t i = 0; i < n; i++) {
        cell_set(&person, cell, values[i]);
        if (differ(first, outcome_of(&person, result))) return true;
    }
    return false;
}

static bool has_witness(const struct person *known, struct cell cell, const struct cell *cells, int32_t n, const hs_measure_result *result,
                        int tries) {
    struct person person = *known;
    for (int t = 0; t < tries; t++) {
        person.yes = t % 2 == 0 ? 85 : 50;
        for (int32_t i = 0; i < n; i++)
            if (cell_is_open(known, cells[i])) {
                if (cells[i].field < 0 || cells[i].record < 0) person.facts[cells[i].fact] = known->facts[cells[i].fact];
                if (cell_fact(cells[i])->type != HS_LIST) cell_set(&person, cells[i], cell_get(known, cells[i]));
                cell_complete(&person, cells[i]);
            }
        if (turns(&person, known, cell, result)) return true;
    }
    return false;
}

static int32_t cells_of(const struct person *person, const hs_measure_result *result, bool pays, struct cell out[SUBJECTS_MAX]) {
    struct cell more[SUBJECTS_MAX];
    int32_t n = tree_cells(&result->measure->when->n, person, out), m = 0;
    if (pays && result->has_amount) m = tree_cells(&result->measure->pays->n, person, more);
    for (int32_t i = 0; i < m; i++) {
        bool known = false;
        for (int32_t k = 0; k < n; k++) known = known || same_cell(out[k], more[i]);
        if (!known && n < SUBJECTS_MAX) out[n++] = more[i];
    }
    return n;
}

static void check_missing(const struct person *person, const hs_measure_result *result) {
    struct cell cells[SUBJECTS_MAX];
    int32_t n = cells_of(person, result, true, cells);
    count.listed += result->missing_count;
    for (int32_t i = 0; i < n; i++) {
        bool listed = false;
        for (int32_t k = 0; k < result->missing_count; k++)
            listed = listed || same_cell(cells[i], cell_of_subject(result->missing[k].subject));
        if (!cell_is_open(person, cells[i]) || (!listed && result->standing == HS_INELIGIBLE && chance(90))) continue;
        bool witness = has_witness(person, cells[i], cells, n, result, listed ? COMPLETIONS_LISTED : COMPLETIONS_UNLISTED);
        count.witnessed += listed && witness;
        count.superfluous += listed && !witness;
        count.unsound += !listed && witness;
        if (listed != witness) report(listed ? "superfluous" : "unsound", person, result, cell_fact(cells[i]));
    }
}

/* ---- What would change it ---------------------------------------------------------------------------------------------------------- */

static bool is_fixed(const hs_fact *fact) { return (fact->list != NULL ? fact->list : fact)->change == HS_NEVER; }

static bool apply(struct person *person, const hs_fact_change *change) {
    struct cell cell = cell_of_subject(change->subject);
    if (is_fixed(change->subject.fact)) return false;
    if (change->subject.fact->type != HS_LIST) {
        cell_set(person, cell, change->need);
        return change->need.low == change->need.high;
    }
    struct records *list = &person->lists[cell.fact];
    if (change->subject.record != list->count || list->count == RECORDS_MAX) return false;
    for (int32_t f = 0; f < hs_engine_field_count(engine, cell_fact(cell)); f++) {
        const hs_fact *field = hs_engine_field(engine, cell_fact(cell), f);
        int64_t all = field->type == HS_TRUTH ? 1 : field->type == HS_CHOICE ? (INT64_C(1) << field->value_count) - 1 : HS_UNBOUNDED;
        list->fields[list->count][f] = (hs_interval){0, all};
    }
    list->stated = true;
    list->count++;
    for (int32_t i = 0; i < change->field_count; i++)
        cell_set(person, cell_of(change->fields[i].subject.fact, list->count - 1), change->fields[i].need);
    return true;
}

static const hs_measure_result *find(const hs_assessment *assessment, const char *id) {
    const hs_place_result *place = place_of(assessment);
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++)
            if (strcmp(place->policies[p].measures[m].id, id) == 0) return &place->policies[p].measures[m];
    return NULL;
}

static int64_t growth(int64_t from, int64_t to) { return to == HS_UNBOUNDED ? (from == HS_UNBOUNDED ? 0 : to) : to - from; }

static bool brings(const hs_measure_result *before, const hs_measure_result *after, const hs_change_set *set) {
    if (!before->has_amount) return !set->has_amount;
    int64_t low = growth(before->amount.low, after->amount.low), high = growth(before->amount.high, after->amount.high);
    return set->has_amount && set->brings.low == (low < high ? low : high) && set->brings.high == (low < high ? high : low);
}

static void check_change(const struct person *person, const hs_measure_result *result) {
    for (int32_t i = 0; i < result->change_count; i++) {
        const hs_change_set *set = &result->changes[i];
        struct person changed = *person;
        bool works = set->count >= 1 && set->count <= HS_CHANGES_MAX && set->count == result->changes[0].count;
        for (int32_t k = 0; works && k < set->count; k++) works = apply(&changed, &set->changes[k]);
        hs_assessment *assessment = works ? assess(&changed, true) : NULL;
        const hs_measure_result *after = works ? find(assessment, result->id) : NULL;
        works = works && after->standing == HS_ELIGIBLE && brings(result, after, set);
        works = works && (result->standing == HS_INELIGIBLE || set->brings.high > 0);
        count.changes++;
        count.broken += !works;
        if (!works) report("a change that does not work", person, result, set->changes[0].subject.fact);
        hs_assessment_free(assessment);
    }
}

/* One change out of all that could be made: a cell and a value, or one more record. */
struct option {
    struct cell cell; /* of a list: a new record */
    hs_interval value;
    hs_interval record[FIELDS_MAX];
};

static int32_t options_of(const struct person *person, const hs_measure_result *result, struct option **out) {
    static struct option options[SUBJECTS_MAX * VALUES_MAX];
    struct cell cells[SUBJECTS_MAX];
    struct person free_person = *person;
    int32_t n = cells_of(person, result, false, cells), options_count = 0;
    for (int32_t i = 0; i < n; i++) {
        const hs_fact *fact = cell_fact(cells[i]);
        if (is_fixed(fact)) continue;
        struct records *list = &free_person.lists[cells[i].fact];
        if (fact->type == HS_LIST) {
            for (int k = 0; k < RECORDS_TRIED * 2 && list->count < RECORDS_MAX; k++) {
                record_draw(&free_person, cells[i].fact, list->count);
                options[options_count] = (struct option){.cell = cells[i]};
                memcpy(options[options_count++].record, list->fields[list->count], sizeof list->fields[0]);
            }
            continue;
        }
        hs_interval values[VALUES_MAX], all = {0, HS_UNBOUNDED};
        if (fact->type == HS_TRUTH) all.high = 1;
        if (fact->type == HS_CHOICE || fact->type == HS_CHOICES) all.high = (INT64_C(1) << fact->value_count) - 1;
        cell_set(&free_person, cells[i], all);
        int32_t count_of_values = cell_values(&free_person, cells[i], values);
        hs_interval have = cell_get(person, cells[i]);
        for (int32_t v = 0; v < count_of_values; v++) {
            options[options_count++] = (struct option){.cell = cells[i], .value = values[v]};
            if (fact->type == HS_CHOICES && have.low == have.high) { /* one more than are held */
                int64_t held = have.low | values[v].low;
                options[options_count++] = (struct option){.cell = cells[i], .value = {held, held}};
            }
        }
    }
    *out = options;
    return options_count;
}

static void take(struct person *person, const struct option *option) {
    struct records *list = &person->lists[option->cell.fact];
    if (cell_fact(option->cell)->type != HS_LIST) {
        cell_set(person, option->cell, option->value);
    } else if (list->count < RECORDS_MAX) {
        memcpy(list->fields[list->count++], option->record, sizeof list->fields[0]);
        list->stated = true;
    }
}

static bool is_eligible_with(const struct person *person, const hs_measure_result *result, const struct option *const *options, int n) {
    struct person changed = *person;
    for (int i = 0; i < n; i++) take(&changed, options[i]);
    count.sets_tried++;
    return tree_truth(&result->measure->when->n, &changed, -1) == HS_TRUE;
}

/* Looks for a smaller set than the ones proposed: all of one and two changes, of three a sample. */
static void check_smallest(const struct person *person, const hs_measure_result *result) {
    struct option *options;
    int32_t n = options_of(person, result, &options), proposed = result->change_count > 0 ? result->changes[0].count : HS_CHANGES_MAX + 1;
    bool found = false;
    for (int32_t i = 0; proposed > 1 && i < n && !found; i++) {
        const struct option *set[] = {&options[i]};
        found = is_eligible_with(person, result, set, 1);
    }
    for (int32_t i = 0; proposed > 2 && i < n && !found; i++)
        for (int32_t k = i + 1; k < n && !found; k++) {
            const struct option *set[] = {&options[i], &options[k]};
            found = is_eligible_with(person, result, set, 2);
        }
    for (int32_t t = 0; proposed > 3 && n > 0 && t < TRIPLES && !found; t++) {
        const struct option *set[] = {&options[chance_below((uint64_t)n)], &options[chance_below((uint64_t)n)],
                                      &options[chance_below((uint64_t)n)]};
        found = is_eligible_with(person, result, set, 3);
    }
    count.none += result->change_count == 0;
    count.smaller += found;
    if (found) report("a smaller set of changes", person, result, NULL);
}

/* ---- Questions --------------------------------------------------------------------------------------------------------------------- */

static int64_t open_yuan(const hs_assessment *assessment) {
    const hs_place_result *place = place_of(assessment);
    int64_t sum = 0;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            if (!result->has_amount || result->measure->kind != HS_CASH || result->missing_count == 0) continue;
            int64_t width = result->amount.high == HS_UNBOUNDED ? OPEN_WIDTH : result->amount.high - result->amount.low;
            sum += width > OPEN_WIDTH ? OPEN_WIDTH : width;
        }
    return sum;
}

static int compare_shares(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

/* Answers question after question with what a hidden completion says; the share settled by the first five, in thousandths, or -1. */
static int follow(struct person *person, bool *long_talk) {
    struct person hidden = *person;
    hs_assessment *assessment = assess(person, false);
    int64_t at_first = open_yuan(assessment), after_five = -1;
    int32_t matter = hs_assessment_result(assessment)->question_count, asked = 0;
    for (; hs_assessment_result(assessment)->question_count > 0 && asked <= matter; asked++) {
        struct cell cell = cell_of_subject(hs_assessment_result(assessment)->questions[0].subject);
        cell_complete(&hidden, cell);
        if (cell_fact(cell)->type == HS_LIST)
            person->lists[cell.fact] = hidden.lists[cell.fact];
        else
            cell_set(person, cell, cell_get(&hidden, cell));
        hs_assessment_free(assessment);
        assessment = assess(person, false);
        if (asked == 4) after_five = open_yuan(assessment);
    }
    if (after_five < 0) after_five = open_yuan(assessment);
    count.questions += asked;
    count.asked_too_much += asked > matter;
    *long_talk = asked > 5;
    const hs_place_result *place = place_of(assessment);
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            bool open = place->policies[p].measures[m].standing == HS_UNDETERMINED || place->policies[p].measures[m].missing_count > 0;
            count.unsettled += open;
            if (open) report("still open after all questions", person, &place->policies[p].measures[m], NULL);
        }
    hs_assessment_free(assessment);
    return at_first > 0 ? (int)(1000 - after_five * 1000 / at_first) : -1;
}

/* ---- The run ----------------------------------------------------------------------------------------------------------------------- */

static void check(const struct person *person) {
    hs_assessment *assessment = assess(person, false);
    const hs_place_result *place = place_of(assessment);
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            check_missing(person, result);
            check_change(person, result);
            if (result->standing == HS_INELIGIBLE) check_smallest(person, result);
        }
    hs_assessment_free(assessment);
}

static void say_median(const char *what, int *shares, int count) {
    qsort(shares, (size_t)count, sizeof shares[0], compare_shares);
    int median = count > 0 ? shares[count / 2] : 0;
    printf("%s %d.%d %% (%d applicants)", what, median / 10, median % 10, count);
}

int main(int argument_count, char **arguments) {
    static const int wholeness[] = {97, 90, 80, 60, 30, 5};
    static int shares[100000], long_shares[100000];
    hs_engine *loaded;
    hs_error error = {0};
    if (argument_count != 4 || hs_engine_new(&loaded, &error) != HS_OK || hs_engine_load(loaded, arguments[1], &error) != HS_OK) {
        printf("advice PLUGINS N SEED %s\n", error.en);
        return 2;
    }
    engine = loaded;
    model_begin(engine);
    chance_begin((uint64_t)strtoull(arguments[3], NULL, 10));
    int n = atoi(arguments[2]), share_count = 0, long_count = 0;
    for (int i = 0; i < n; i++) {
        struct person person;
        person_draw(&person, wholeness[i % 6], i % 4 == 0 ? 98 : 85);
        check(&person);
        if (i % 2 == 1) continue;
        bool long_talk;
        int share = follow(&person, &long_talk);
        if (share >= 0) shares[share_count++] = share;
        if (share >= 0 && long_talk) long_shares[long_count++] = share;
    }
    printf("advice: %d applicants; %" PRId64 " missing facts listed, %" PRId64 " with a witness, %" PRId64 " superfluous, %" PRId64
           " unsound; %" PRId64 " changes tried, %" PRId64 " that do not work; %" PRId64 " smaller sets tried, %" PRId64 " found; %" PRId64
           " measures without a change; ",
           n, count.listed, count.witnessed, count.superfluous, count.unsound, count.changes, count.broken, count.sets_tried, count.smaller,
           count.none);
    printf("%" PRId64 " questions asked, %" PRId64 " applicants asked too much, %" PRId64 " measures left open; ", count.questions,
           count.asked_too_much, count.unsettled);
    say_median("the first five questions settle in the middle", shares, share_count);
    say_median(", where more were asked", long_shares, long_count);
    printf("\n");
    hs_engine_free(loaded);
    bool holds = count.unsound == 0 && count.superfluous * 100 < count.listed && count.broken == 0 && count.smaller == 0 &&
                 count.asked_too_much == 0 && count.unsettled == 0 && count.listed > 0 && count.changes > 0 && share_count > 0;
    return holds ? 0 : 1;
}
