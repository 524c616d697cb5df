/* Many applicants added up, by place and measure. */
#include "arena.h"
#include "engine.h"
#include "error.h"
#include "json_writer.h"
#include "money.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

struct place {
    hs_budget_place sums;
    hs_budget_measure *measures;
    hs_budget_driver drivers[HS_DRIVERS_MAX];
    char adcode[8];
};

struct hs_budget {
    const hs_engine *engine;
    struct arena arena;
    struct place **places;
    hs_budget_place *list; /* their sums, side by side */
    int32_t count, room;
};

int hs_budget_new(hs_budget **out, const hs_engine *engine, hs_error *error) {
    *out = calloc(1, sizeof **out);
    if (*out == NULL) return error_memory(error);
    (*out)->engine = engine;
    return HS_OK;
}

static void free_drivers(struct place *place) {
    for (int32_t i = 0; i < place->sums.driver_count; i++) free((char *)place->drivers[i].id);
}

void hs_budget_free(hs_budget *self) {
    if (self == NULL) return;
    for (int32_t i = 0; i < self->count; i++) free_drivers(self->places[i]);
    arena_clear(&self->arena);
    free(self->places);
    free(self->list);
    free(self);
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------------- */

static bool make_room(struct hs_budget *self) {
    if (self->count < self->room) return true;
    int32_t room = self->room == 0 ? 16 : 2 * self->room;
    struct place **places = realloc(self->places, (size_t)room * sizeof(struct place *));
    if (places == NULL) return false;
    self->places = places;
    hs_budget_place *list = realloc(self->list, (size_t)room * sizeof *list);
    if (list == NULL) return false;
    self->list = list;
    self->room = room;
    return true;
}

static struct place *make_place(struct hs_budget *self, const char *adcode, hs_text name, int32_t measure_count) {
    struct place *place = arena_take(&self->arena, sizeof *place);
    hs_budget_measure *measures = arena_array(&self->arena, (size_t)measure_count, sizeof *measures);
    if (place == NULL || measures == NULL || !make_room(self)) return NULL;
    memcpy(place->adcode, adcode, sizeof place->adcode - 1);
    place->measures = measures;
    place->sums = (hs_budget_place){.adcode = place->adcode, .name = name, .measures = measures, .drivers = place->drivers};
    self->places[self->count++] = place;
    return place;
}

/* The policies of a place are the same for every applicant. */
static struct place *add_place(struct hs_budget *self, const hs_place_result *result) {
    int32_t count = 0;
    for (int32_t p = 0; p < result->policy_count; p++) count += result->policies[p].count;
    struct place *place = make_place(self, result->adcode, result->name, count);
    for (int32_t p = 0; place != NULL && p < result->policy_count; p++)
        for (int32_t m = 0; m < result->policies[p].count; m++) {
            const hs_measure_result *of = &result->policies[p].measures[m];
            place->measures[place->sums.count++] = (hs_budget_measure){.policy = result->policies[p].policy,
                                                                       .measure = of->measure,
                                                                       .id = of->id,
                                                                       .has_amount = of->has_amount,
                                                                       .unstated = of->unstated};
        }
    return place;
}

/* A place as another budget has it, with nothing in it. */
static struct place *add_place_like(struct hs_budget *self, const struct place *like) {
    struct place *place = make_place(self, like->adcode, like->sums.name, like->sums.count);
    for (int32_t m = 0; place != NULL && m < like->sums.count; m++) {
        hs_budget_measure *measure = &place->measures[place->sums.count++];
        *measure = like->measures[m];
        measure->eligible = measure->undetermined = measure->ineligible = measure->unbounded = 0;
        measure->year = measure->whole = NOTHING_AT_ALL;
    }
    return place;
}

static struct place *find_place(const struct hs_budget *self, const char *adcode) {
    for (int32_t i = 0; i < self->count; i++)
        if (strcmp(self->places[i]->adcode, adcode) == 0) return self->places[i];
    return NULL;
}

static struct place *place_of(struct hs_budget *self, const hs_place_result *result) {
    struct place *found = find_place(self, result->adcode);
    return found != NULL ? found : add_place(self, result);
}

/* ---- Sums ------------------------------------------------------------------------------------------------------------------------ */

/* A high end beyond what can be counted is no bound, whichever was added first. */
static bool add(hs_interval *sum, hs_interval more) {
    if (!end_add(&sum->high, sum->high, more.high)) sum->high = HS_UNBOUNDED;
    return end_add(&sum->low, sum->low, more.low);
}

static bool add_measure(hs_budget_measure *sum, const hs_policy_result *policy, const hs_measure_result *result) {
    if (policy->in_force == HS_FALSE || result->standing == HS_INELIGIBLE) return sum->ineligible++, true;
    if (result->standing == HS_ELIGIBLE)
        sum->eligible++;
    else
        sum->undetermined++;
    if (!result->has_amount || result->amount.high == 0) return true;
    sum->unbounded += result->amount.high == HS_UNBOUNDED;
    hs_interval first = result->years > 0 ? result->schedule[0] : NOTHING_AT_ALL;
    return add(&sum->year, first) && add(&sum->whole, result->amount);
}

static bool add_sums(struct place *place, const hs_place_result *result) {
    hs_budget_place *sums = &place->sums;
    int32_t at = 0;
    sums->applicants++;
    sums->open += !interval_is_point(result->total);
    bool fits = add(&sums->total, result->total) && add(&sums->all_years, result->all_years) && add(&sums->people, result->people) &&
                add(&sums->loans, result->loans) && end_add(&sums->certain, sums->certain, result->certain);
    for (int32_t p = 0; p < result->policy_count; p++)
        for (int32_t m = 0; fits && m < result->policies[p].count; m++)
            fits = add_measure(&place->measures[at++], &result->policies[p], &result->policies[p].measures[m]);
    return fits;
}

/* ---- Who drives the spread ------------------------------------------------------------------------------------------------------- */

static int64_t spread_of(hs_interval total) { return total.high == HS_UNBOUNDED ? HS_UNBOUNDED : total.high - total.low; }

/* Of two that open it alike the one met first stays first. */
static bool add_driver(struct place *place, hs_interval total, const char *id, int64_t line) {
    int32_t *count = &place->sums.driver_count, at = *count;
    if (interval_is_point(total)) return true;
    while (at > 0 && spread_of(place->drivers[at - 1].total) < spread_of(total)) at--;
    if (at == HS_DRIVERS_MAX) return true;
    char *copy = id == NULL ? NULL : malloc(strlen(id) + 1);
    if (id != NULL && copy == NULL) return false;
    if (copy != NULL) memcpy(copy, id, strlen(id) + 1);
    if (*count == HS_DRIVERS_MAX) free((char *)place->drivers[--*count].id);
    memmove(&place->drivers[at + 1], &place->drivers[at], (size_t)(*count - at) * sizeof place->drivers[0]);
    place->drivers[at] = (hs_budget_driver){copy, line, total};
    ++*count;
    return true;
}

static int fault_sum(hs_error *error, const struct place *place) {
    return error_set(error, HS_INPUT, AT_PATH(place->adcode), "合计超出可以计算的范围", "a sum is beyond what can be counted");
}

int hs_budget_add(hs_budget *self, const hs_result *result, const char *id, int64_t line, hs_error *error) {
    for (int32_t i = 0; i < result->count; i++) {
        struct place *place = place_of(self, &result->places[i]);
        if (place == NULL || !add_driver(place, result->places[i].total, id, line)) return error_memory(error);
        if (!add_sums(place, &result->places[i])) return fault_sum(error, place);
    }
    return HS_OK;
}

/* ---- Of two budgets -------------------------------------------------------------------------------------------------------------- */

static bool merge_measure(hs_budget_measure *sum, const hs_budget_measure *more) {
    sum->eligible += more->eligible;
    sum->undetermined += more->undetermined;
    sum->ineligible += more->ineligible;
    sum->unbounded += more->unbounded;
    return add(&sum->year, more->year) && add(&sum->whole, more->whole);
}

static bool merge_sums(struct place *place, const struct place *other) {
    hs_budget_place *sums = &place->sums;
    const hs_budget_place *more = &other->sums;
    sums->applicants += more->applicants;
    sums->open += more->open;
    bool fits = add(&sums->total, more->total) && add(&sums->all_years, more->all_years) && add(&sums->people, more->people) &&
                add(&sums->loans, more->loans) && end_add(&sums->certain, sums->certain, more->certain);
    for (int32_t m = 0; fits && m < more->count; m++) fits = merge_measure(&place->measures[m], &other->measures[m]);
    return fits;
}

static bool merge_drivers(struct place *place, const struct place *other) {
    bool kept = true;
    for (int32_t i = 0; kept && i < other->sums.driver_count; i++)
        kept = add_driver(place, other->drivers[i].total, other->drivers[i].id, other->drivers[i].line);
    return kept;
}

int hs_budget_merge(hs_budget *self, const hs_budget *more, hs_error *error) {
    for (int32_t i = 0; i < more->count; i++) {
        const struct place *other = more->places[i];
        struct place *place = find_place(self, other->adcode);
        if (place == NULL) place = add_place_like(self, other);
        if (place == NULL || !merge_drivers(place, other)) return error_memory(error);
        if (!merge_sums(place, other)) return fault_sum(error, place);
    }
    return HS_OK;
}

void hs_budget_clear(hs_budget *self) {
    for (int32_t i = 0; i < self->count; i++) free_drivers(self->places[i]);
    arena_reuse(&self->arena);
    self->count = 0;
}

const hs_budget_place *hs_budget_places(const hs_budget *self, int32_t *count) {
    for (int32_t i = 0; i < self->count; i++) self->list[i] = self->places[i]->sums;
    *count = self->count;
    return self->list;
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

static void write_fits(struct writer *w, const hs_budget_place *place, int64_t envelope) {
    key(w, "fits");
    write_text(w, "{");
    key_truth(w, "low", place->total.low <= envelope);
    key_truth(w, "high", place->total.high <= envelope);
    key(w, "exceeding");
    write_text(w, "[");
    for (int32_t i = 0; i < place->count; i++) {
        const hs_budget_measure *measure = &place->measures[i];
        if (measure->year.high <= envelope) continue;
        comma(w);
        write_text(w, "{");
        key_text(w, "measure", measure->id);
        key_truth(w, "low", measure->year.low > envelope);
        key_truth(w, "high", true);
        write_text(w, "}");
    }
    write_text(w, "]}");
}

static void write_measure(struct writer *w, const hs_budget_measure *measure) {
    write_text(w, "{");
    key_text(w, "id", measure->id);
    key_text(w, "clause", measure->measure->clause);
    key_both(w, "title", measure->measure->title);
    key_count(w, "eligible", measure->eligible);
    key_count(w, "undetermined", measure->undetermined);
    key_count(w, "ineligible", measure->ineligible);
    key_count(w, "unbounded", measure->unbounded);
    key_amount(w, "year", measure->has_amount != 0, measure->year);
    key_amount(w, "whole", measure->has_amount != 0, measure->whole);
    key_truth(w, "unstated", measure->unstated != 0);
    write_text(w, "}");
}

static void write_driver(struct writer *w, const hs_budget_driver *driver) {
    write_text(w, "{");
    key_text(w, "id", driver->id);
    key_count(w, "line", driver->line);
    key_money(w, "low", driver->total.low);
    key_money(w, "high", driver->total.high);
    key_money(w, "spread", spread_of(driver->total));
    write_text(w, "}");
}

static void write_place(struct writer *w, const hs_budget_place *place, int64_t envelope) {
    write_text(w, "{");
    key_text(w, "adcode", place->adcode);
    key_both(w, "name", place->name);
    key_count(w, "applicants", place->applicants);
    key_count(w, "open", place->open);
    key_interval(w, "total", place->total);
    key_interval(w, "total_all_years", place->all_years);
    key_money(w, "certain", place->certain);
    key_interval(w, "people", place->people);
    key_interval(w, "loans", place->loans);
    if (envelope >= 0) write_fits(w, place, envelope);
    key(w, "measures");
    write_text(w, "[");
    for (int32_t i = 0; i < place->count; i++) {
        comma(w);
        write_measure(w, &place->measures[i]);
    }
    write_text(w, "]");
    key(w, "drivers");
    write_text(w, "[");
    for (int32_t i = 0; i < place->driver_count; i++) {
        comma(w);
        write_driver(w, &place->drivers[i]);
    }
    write_text(w, "]}");
}

char *hs_budget_json(const hs_budget *self, int64_t envelope) {
    struct writer w = {0};
    write_format(&w, "{\"contract\":%d", HS_CONTRACT);
    key_text(&w, "engine", HS_VERSION);
    if (hs_engine_overlay_count(self->engine) > 0)
        report_overlay(&w, hs_engine_overlay(self->engine, 0), hs_engine_overlay_count(self->engine));
    if (envelope >= 0) key_money(&w, "envelope", envelope);
    key(&w, "places");
    write_text(&w, "[");
    for (int32_t i = 0; i < self->count; i++) {
        comma(&w);
        write_place(&w, &self->places[i]->sums, envelope);
    }
    write_text(&w, "]}");
    return write_take(&w);
}
