/* One figure runs through a range: the lanes of a block differ in it alone, and where two neighbours decide something differently the
   range between them is halved until they are one unit apart. Neighbours that decide alike have nothing between them: every decision
   compares two amounts of which the figure moves one, or both in proportion, so that it turns at most once while the decisions below it
   stay; and those are among the decisions compared. */
#include "sweep.h"

#include "columns.h"
#include "error.h"
#include "inquiry.h"
#include "money.h"
#include "settle.h"
#include "total_law.h"
#include "verdict.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 128 };

/* One curve at one value of the figure. */
struct point {
    int32_t standing;
    hs_interval amount;
    struct law low, high;
};

struct sample {
    int64_t x;
    uint64_t decisions;
    const struct point *points; /* by curve */
};

struct curve_of {
    int32_t policy, measure; /* of the place; -1: the total */
};

/* The sweep of one place. */
struct sweeper {
    const struct inquiry *inquiry;
    struct motion *motions; /* by policy; the frame is that of the block at hand */
    int32_t slot, field, record;
    const char *place;
    const struct loaded_policy **loaded;
    int32_t policy_count;
    struct curve_of *curves;
    int32_t curve_count;
    struct sample *samples; /* ascending */
    int32_t sample_count, sample_room;
    struct arena *arena;
};

/* ---- One value --------------------------------------------------------------------------------------------------------------------- */

static struct point point_of(const struct sweeper *s, const hs_place_result *place, struct curve_of curve, int32_t lane) {
    const struct laws laws = {s->motions, s->loaded, &s->inquiry->applicant};
    if (curve.policy < 0)
        return (struct point){HS_ELIGIBLE, place->total, law_of_total(&laws, place, lane, false), law_of_total(&laws, place, lane, true)};
    const hs_policy_result *policy = &place->policies[curve.policy];
    const hs_measure_result *result = &policy->measures[curve.measure];
    return (struct point){result->standing, result->amount,
                          law_of_measure(&laws, policy, curve.policy, curve.measure, lane, false, result->amount),
                          law_of_measure(&laws, policy, curve.policy, curve.measure, lane, true, result->amount)};
}

static uint64_t mix_law(uint64_t hash, struct law law) {
    return law_mix(law_mix(law_mix(hash, law.sloped), (uint64_t)law.value), law.shape);
}

/* What the ceilings that a total is cut at decide. */
static uint64_t mix_ceilings(const struct sweeper *s, uint64_t hash, int32_t lane) {
    for (int32_t p = 0; p < s->policy_count; p++)
        for (int32_t i = 0; i < s->loaded[p]->policy->limit_count; i++)
            hash = law_mix(hash, law_decisions(&s->motions[p], &s->loaded[p]->plan.ceilings[i], lane));
    return hash;
}

static int take_sample(struct sweeper *s, struct sample *sample, const hs_place_result *place, int32_t lane) {
    struct point *points = arena_array(s->arena, (size_t)s->curve_count, sizeof *points);
    if (points == NULL) return error_memory(s->inquiry->error);
    sample->points = points;
    for (int32_t i = 0; i < s->curve_count; i++) {
        struct curve_of curve = s->curves[i];
        points[i] = point_of(s, place, curve, lane);
        sample->decisions = mix_law(mix_law(law_mix(sample->decisions, (uint64_t)points[i].standing), points[i].low), points[i].high);
        if (curve.policy < 0) {
            sample->decisions = mix_ceilings(s, sample->decisions, lane);
            continue;
        }
        const struct plan *plan = &s->loaded[curve.policy]->plan;
        sample->decisions = law_mix(sample->decisions, law_decisions(&s->motions[curve.policy], &plan->when[curve.measure], lane));
        if (place->policies[curve.policy].measures[curve.measure].has_amount)
            sample->decisions = law_mix(sample->decisions, law_decisions(&s->motions[curve.policy], plan->pays[curve.measure], lane));
    }
    return HS_OK;
}

/* ---- A block of values ------------------------------------------------------------------------------------------------------------- */

static const struct applicant *applicant_at(const struct sweeper *s, int64_t x, struct arena *scratch) {
    const struct dictionary *dictionary = &s->inquiry->engine->dictionary;
    struct applicant *applicant = applicant_copy(&s->inquiry->applicant, dictionary->count, scratch);
    if (applicant == NULL) return NULL;
    if (s->field < 0)
        applicant_set(applicant, s->slot, (hs_interval){x, x});
    else if (!applicant_set_field(applicant, dictionary, s->slot, s->record, s->field, (hs_interval){x, x}, scratch))
        return NULL;
    return applicant;
}

static int settle_lane(struct sweeper *s, struct sample *sample, const struct frame *frames, int32_t lane, struct arena *scratch) {
    hs_policy_result *policies = arena_array(scratch, (size_t)s->policy_count, sizeof *policies);
    hs_place_result place = {.adcode = s->place, .policies = policies, .policy_count = s->policy_count};
    if (policies == NULL) return error_memory(s->inquiry->error);
    for (int32_t p = 0; p < s->policy_count; p++) {
        hs_measure_result *measures = arena_array(scratch, (size_t)s->loaded[p]->policy->measure_count, sizeof *measures);
        if (measures == NULL) return error_memory(s->inquiry->error);
        verdict_begin(&policies[p], measures, s->loaded[p], s->inquiry->as_of);
        int status = verdict_policy(&policies[p], measures, s->inquiry, s->loaded[p], &frames[p], lane, scratch);
        if (status != HS_OK) return status;
    }
    struct settle_plan plan;
    if (!settle_plan(&plan, &place, scratch)) return error_memory(s->inquiry->error);
    int status = settle_place(&place, &plan, &s->inquiry->applicant, scratch, s->inquiry->error);
    return status == HS_OK ? take_sample(s, sample, &place, lane) : status;
}

static int run_block(struct sweeper *s, struct sample *samples, int32_t count, struct arena *scratch) {
    struct columns columns;
    struct lane lanes[BLOCK];
    struct frame *frames = arena_array(scratch, (size_t)s->policy_count, sizeof *frames);
    if (frames == NULL) return error_memory(s->inquiry->error);
    for (int32_t i = 0; i < count; i++) {
        lanes[i] = (struct lane){applicant_at(s, samples[i].x, scratch), s->place};
        if (lanes[i].applicant == NULL) return error_memory(s->inquiry->error);
    }
    int status = columns_build(&columns, &s->inquiry->engine->dictionary, NULL, lanes, count, scratch, s->inquiry->error);
    for (int32_t p = 0; status == HS_OK && p < s->policy_count; p++) {
        status = evaluate(&frames[p], &s->loaded[p]->plan, &columns, 0, count, scratch, s->inquiry->error);
        s->motions[p].frame = &frames[p];
    }
    for (int32_t i = 0; status == HS_OK && i < count; i++) status = settle_lane(s, &samples[i], frames, i, scratch);
    return status;
}

/* ---- Where neighbours differ --------------------------------------------------------------------------------------------------------- */

static bool make_room(struct sweeper *s, int32_t more) {
    if (s->sample_count + more <= s->sample_room) return true;
    int32_t room = 2 * (s->sample_count + more);
    struct sample *samples = arena_array(s->arena, (size_t)room, sizeof *samples);
    if (samples == NULL) return false;
    if (s->sample_count > 0) memcpy(samples, s->samples, (size_t)s->sample_count * sizeof *samples);
    s->samples = samples;
    s->sample_room = room;
    return true;
}

static int add_block(struct sweeper *s, struct sample *block, int32_t count) {
    struct arena scratch = {0};
    int status = run_block(s, block, count, &scratch);
    arena_clear(&scratch);
    if (status != HS_OK) return status;
    if (!make_room(s, count)) return error_memory(s->inquiry->error);
    for (int32_t i = 0; i < count; i++) {
        int32_t at = s->sample_count++;
        for (; at > 0 && s->samples[at - 1].x > block[i].x; at--) s->samples[at] = s->samples[at - 1];
        s->samples[at] = block[i];
    }
    return HS_OK;
}

/* Leaves out samples whose neighbours on both sides decide alike. */
static void thin(struct sweeper *s) {
    int32_t kept = 0;
    for (int32_t i = 0; i < s->sample_count; i++) {
        bool inner = kept > 0 && i + 1 < s->sample_count && s->samples[kept - 1].decisions == s->samples[i].decisions &&
                     s->samples[i].decisions == s->samples[i + 1].decisions;
        if (!inner) s->samples[kept++] = s->samples[i];
    }
    s->sample_count = kept;
}

static int halve(struct sweeper *s, bool *done) {
    struct sample block[BLOCK];
    int32_t count = 0;
    for (int32_t i = 0; i + 1 < s->sample_count && count < BLOCK; i++) {
        const struct sample *a = &s->samples[i], *b = a + 1;
        if (a->decisions != b->decisions && b->x - a->x > 1) block[count++] = (struct sample){.x = a->x + (b->x - a->x) / 2};
    }
    *done = count == 0;
    if (*done) return HS_OK;
    int status = add_block(s, block, count);
    if (status == HS_OK) thin(s);
    return status;
}

static int find_breakpoints(struct sweeper *s, hs_interval range) {
    struct sample ends[] = {{.x = range.low}, {.x = range.high}};
    int status = add_block(s, ends, range.low == range.high ? 1 : 2);
    for (bool done = false; status == HS_OK && !done;) status = halve(s, &done);
    return status;
}

/* ---- Curves ------------------------------------------------------------------------------------------------------------------------ */

static bool same_piece(const struct point *x, const struct point *y) {
    return x->standing == y->standing && law_equal(x->low, y->low) && law_equal(x->high, y->high);
}

static bool policy_is_uneven(const struct sweeper *s, int32_t p) {
    const hs_policy *policy = s->loaded[p]->policy;
    const struct plan *plan = &s->loaded[p]->plan;
    for (int32_t m = 0; m < policy->measure_count; m++)
        if (plan->pays[m] != NULL && motion_is_uneven(&s->motions[p], plan->pays[m])) return true;
    for (int32_t i = 0; i < policy->limit_count; i++)
        if (motion_is_uneven(&s->motions[p], &plan->ceilings[i])) return true;
    return false;
}

static bool is_uneven(const struct sweeper *s, struct curve_of curve) {
    if (curve.policy >= 0) {
        const struct term *pays = s->loaded[curve.policy]->plan.pays[curve.measure];
        return pays != NULL && motion_is_uneven(&s->motions[curve.policy], pays);
    }
    bool uneven = false;
    for (int32_t p = 0; p < s->policy_count; p++) uneven = uneven || policy_is_uneven(s, p);
    return uneven;
}

static bool draw(const struct sweeper *s, hs_curve *out, int32_t c) {
    struct curve_of curve = s->curves[c];
    hs_piece *pieces = arena_array(s->arena, (size_t)s->sample_count, sizeof *pieces);
    if (pieces == NULL) return false;
    *out = (hs_curve){.has_amount = 1, .uneven = is_uneven(s, curve), .pieces = pieces};
    if (curve.policy >= 0) {
        out->measure = &s->loaded[curve.policy]->policy->measures[curve.measure];
        out->id = s->loaded[curve.policy]->measure_ids[curve.measure];
        out->has_amount = out->measure->pays != NULL && out->measure->pays->n.op != HS_OP_UNSTATED;
    }
    for (int32_t i = 0; i < s->sample_count; i++) {
        const struct point *point = &s->samples[i].points[c];
        if (i == 0 || !same_piece(&s->samples[i - 1].points[c], point))
            pieces[out->count++] = (hs_piece){.from = s->samples[i].x, .standing = point->standing, .first = point->amount};
        pieces[out->count - 1].to = s->samples[i].x;
        pieces[out->count - 1].last = point->amount;
    }
    return true;
}

/* The total, and each measure that depends on the figure. */
static bool choose_curves(struct sweeper *s) {
    int32_t most = 1;
    for (int32_t p = 0; p < s->policy_count; p++) most += s->loaded[p]->policy->measure_count;
    s->curves = arena_array(s->arena, (size_t)most, sizeof *s->curves);
    s->motions = arena_array(s->arena, (size_t)s->policy_count, sizeof *s->motions);
    if (s->curves == NULL || s->motions == NULL) return false;
    s->curves[s->curve_count++] = (struct curve_of){-1, -1};
    for (int32_t p = 0; p < s->policy_count; p++) {
        const struct plan *plan = &s->loaded[p]->plan;
        s->motions[p] = (struct motion){.slot = s->slot, .field = s->field, .record = s->record};
        if (!motion_begin(&s->motions[p], plan, s->arena)) return false;
        for (int32_t m = 0; m < s->loaded[p]->policy->measure_count; m++)
            if (motion_touches(&s->motions[p], &plan->when[m]) || (plan->pays[m] != NULL && motion_touches(&s->motions[p], plan->pays[m])))
                s->curves[s->curve_count++] = (struct curve_of){p, m};
    }
    return true;
}

static hs_interval have_of(const struct sweeper *s) {
    const struct applicant *applicant = &s->inquiry->applicant;
    if (s->field < 0) return applicant_value(applicant, s->slot, s->place)->value;
    int32_t width = s->inquiry->engine->dictionary.slots[s->slot].field_count;
    return applicant->facts[s->slot].records->values[s->record * width + s->field];
}

static int sweep_place(struct sweeper *s, hs_sweep_place *out, hs_interval range) {
    hs_error *error = s->inquiry->error;
    s->loaded = inquiry_policies(s->inquiry, s->place, &s->policy_count);
    if (s->loaded == NULL || !choose_curves(s)) return error_memory(error);
    int status = find_breakpoints(s, range);
    if (status != HS_OK) return status;
    hs_curve *curves = arena_array(s->arena, (size_t)s->curve_count, sizeof *curves);
    if (curves == NULL) return error_memory(error);
    *out = (hs_sweep_place){.adcode = s->place, .have = have_of(s), .curves = curves, .count = s->curve_count};
    for (int32_t p = 0; p < s->policy_count; p++)
        if (strcmp(s->loaded[p]->policy->adcode, s->place) == 0) out->name = s->loaded[p]->policy->name;
    for (int32_t c = 0; c < s->curve_count; c++)
        if (!draw(s, &curves[c], c)) return error_memory(error);
    return HS_OK;
}

/* ---- The figure -------------------------------------------------------------------------------------------------------------------- */

/* Finds the figure that a text names; its slot, field and record go to `s`. */
static const hs_fact *find_figure(struct sweeper *s, const char *text) {
    const struct dictionary *dictionary = &s->inquiry->engine->dictionary;
    hs_subject subject;
    if (!dictionary_find_subject(dictionary, &subject, text)) return NULL;
    const hs_fact *list = subject.fact->list;
    s->slot = dictionary_find(dictionary, list == NULL ? subject.fact->id : list->id);
    s->field = list == NULL ? -1 : dictionary_find_field(&dictionary->slots[s->slot], subject.fact->id);
    s->record = subject.record;
    const struct record_table *table = s->inquiry->applicant.facts[s->slot].records;
    return s->record >= 0 && (table == NULL || s->record >= table->count) ? NULL : subject.fact;
}

static int fault_figure(const struct inquiry *q, const char *text) {
    return error_set(
        q->error, HS_USAGE, AT_PATH("fact"),
        "“%s”不是数值型的事实；可用 huisuan facts 查看，列表里的写成 overseas_sites[0].build_cost（记录要已经填报）",
        "\"%s\" is no figure; huisuan facts lists them, one in a list is written overseas_sites[0].build_cost (the record must "
        "be stated)",
        text);
}

static hs_interval usual_range(int32_t type) {
    switch (type) {
    case HS_COUNT: return (hs_interval){0, INT64_C(1000000000)};
    case HS_PERCENTAGE: return (hs_interval){0, INT64_C(1000000)};
    default: return (hs_interval){0, INT64_C(100000000000000)};
    }
}

static int sweep(struct hs_sweep *self, struct inquiry *q, const char *json, size_t length, const char *text, hs_interval range) {
    struct sweeper figure = {.inquiry = q, .arena = &self->arena};
    int status = inquiry_read(q, json, length);
    if (status != HS_OK) return status;
    const hs_fact *fact = find_figure(&figure, text);
    if (fact == NULL || !hs_is_figure(fact->type)) return fault_figure(q, text);
    if (range.low == 0 && range.high == 0) range = usual_range(fact->type);
    if (range.low < 0 || range.low > range.high || range.high == HS_UNBOUNDED)
        return error_set(q->error, HS_USAGE, AT_PATH("range"), "区间的下限大于上限，或没有上限", "the range is upside down or has no end");
    hs_sweep_place *places = arena_array(&self->arena, (size_t)q->place_count, sizeof *places);
    if (places == NULL) return error_memory(q->error);
    self->result =
        (hs_sweep_result){{fact, figure.record}, range, q->as_of, places, q->place_count, q->engine->overlay, q->engine->overlay_count};
    for (int32_t i = 0; status == HS_OK && i < q->place_count; i++) {
        struct sweeper sweeper = figure;
        sweeper.place = q->places[i];
        status = sweep_place(&sweeper, &places[i], range);
    }
    return status;
}

int hs_sweep_new(hs_sweep **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options, const char *fact,
                 hs_interval range, hs_error *error) {
    static const hs_options none;
    struct hs_sweep *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    struct inquiry inquiry = {engine, options == NULL ? &none : options, &self->arena, error, .place_count = 0};
    int status = sweep(self, &inquiry, json, length, fact, range);
    if (status != HS_OK) {
        hs_sweep_free(self);
        return status == HS_MEMORY ? error_memory(error) : status;
    }
    *out = self;
    return HS_OK;
}

void hs_sweep_free(hs_sweep *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

const hs_sweep_result *hs_sweep_get(const hs_sweep *self) { return &self->result; }

void hs_sweep_neighbours(const hs_sweep_place *place, const hs_piece **previous, const hs_piece **next) {
    const hs_curve *total = &place->curves[0];
    *previous = *next = NULL;
    for (int32_t i = 0; interval_is_point(place->have) && i < total->count; i++) {
        if (total->pieces[i].to < place->have.low) *previous = &total->pieces[i];
        if (total->pieces[i].from > place->have.low && *next == NULL) *next = &total->pieces[i];
    }
}
