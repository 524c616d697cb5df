#include "change.h"

#include "error.h"
#include "money.h"
#include "repair.h"
#include "settle.h"

#include <string.h>

enum {
    ATTEMPTS_MAX = 48,     /* for one measure */
    FIXED_MAX = 8,         /* facts named as standing in the way */
    RECORDS_BETTERED = 20, /* of one list */
    RECORDS_AT_ONCE = 4096 /* over all lanes of a block: it bounds the memory */
};

/* A repair with a value for every fact, to be tried out. */
struct attempt {
    int32_t size;
    struct repair repair;
    hs_interval values[DEMANDS_MAX];
    hs_interval brings;
    bool works;
};

struct work {
    const struct loaded_policy *loaded;
    const struct lane *lane;
    struct repairer repairer;
    struct arena *arena;
    struct arena scratch; /* for what is needed of one measure after the other */
    hs_error *error;
    int32_t lanes_at_once;
    int32_t measure; /* the one being looked at */
    hs_measure_result *result;
    struct attempt *attempts; /* for it */
    int32_t count, capacity;
};

static const struct spot FIRST = {0, 0};

/* ---- Attempts ---------------------------------------------------------------------------------------------------------------------- */

/* What is known of the fact of a demand; of a record to come, nothing. */
static hs_interval have_of(const struct work *w, const struct demand *demand) {
    const struct record_table *table = w->lane->applicant->facts[demand->slot].records;
    if (demand->field < 0) return applicant_value(w->lane->applicant, demand->slot, w->lane->place)->value;
    if (demand->fresh) return value_unknown(demand->fact);
    return table->values[demand->record * w->repairer.dictionary->slots[demand->slot].field_count + demand->field];
}

/* The value nearest to what is there. */
static hs_interval nearest_value(const struct work *w, const struct demand *demand) {
    hs_interval have = have_of(w, demand), allowed = demand->allowed;
    int64_t value = allowed.low;
    switch (demand->fact->type) {
    case HS_TRUTH: break;
    case HS_CHOICE: value = allowed.low & -allowed.low; break;
    case HS_CHOICES: value = ((interval_is_point(have) ? have.low : 0) | allowed.low) & ~allowed.high; break;
    default:
        if (have.low >= allowed.low && allowed.high != HS_UNBOUNDED) value = allowed.high;
        break;
    }
    return (hs_interval){value, value};
}

static void attempt(struct work *w, const struct repair *repair) {
    if (w->count == w->capacity) {
        int32_t capacity = w->capacity == 0 ? 8 : 2 * w->capacity;
        struct attempt *attempts = arena_room(w->arena, (size_t)capacity, sizeof *attempts);
        w->repairer.failed = w->repairer.failed || attempts == NULL;
        if (attempts == NULL) return;
        if (w->count > 0) memcpy(attempts, w->attempts, (size_t)w->count * sizeof *attempts);
        w->attempts = attempts;
        w->capacity = capacity;
    }
    struct attempt *entry = &w->attempts[w->count++];
    entry->size = repair_size(repair);
    entry->works = false;
    entry->brings = NOTHING_AT_ALL;
    repair_copy(&entry->repair, repair);
    for (int32_t i = 0; i < repair->count; i++) entry->values[i] = nearest_value(w, &repair->demands[i]);
}

/* One attempt for each value of the first choice that has several; a new record takes the first that will do. */
static void attempt_each_value(struct work *w, const struct repair *repair, int32_t from, int32_t *left) {
    for (int32_t i = from; i < repair->count; i++) {
        const struct demand *demand = &repair->demands[i];
        if (demand->fact->type != HS_CHOICE || demand->fresh) continue;
        for (int64_t bits = demand->allowed.low; bits != 0; bits &= bits - 1) {
            struct repair narrowed = *repair;
            narrowed.demands[i].allowed.low = bits & -bits;
            attempt_each_value(w, &narrowed, i + 1, left);
        }
        return;
    }
    if (--*left >= 0) attempt(w, repair);
}

/* The smaller first. */
static void attempt_eligibility(struct work *w) {
    struct repairs repairs = repair_condition(&w->repairer, &w->loaded->plan.when[w->measure], FIRST, true);
    int32_t left = ATTEMPTS_MAX;
    for (int32_t size = 1; size <= HS_CHANGES_MAX; size++)
        for (int32_t i = 0; i < repairs.count; i++)
            if (repair_size(&repairs.items[i]) == size) attempt_each_value(w, &repairs.items[i], 0, &left);
}

/* ---- Better tiers ------------------------------------------------------------------------------------------------------------------ */

static void attempt_fact(struct work *w, const struct term *key, struct spot spot, int64_t value) {
    struct repair repair = repair_fact(&w->repairer, key->node->fact, spot, (hs_interval){value, value});
    attempt(w, &repair);
}

/* Whether a tier's or a branch's key is known and can be changed. */
static bool is_open_to_change(const struct work *w, const struct term *key, struct spot spot) {
    return key->node->op == HS_OP_FACT && !repair_is_fixed(key->node->fact) && interval_is_point(term_figure(w->repairer.frame, key, spot));
}

static void attempt_better(struct work *w, const struct term *term, struct spot spot);

static void attempt_tiers(struct work *w, const struct term *term, struct spot spot) {
    const struct term *key = &term->arguments[0];
    if (!is_open_to_change(w, key, spot)) return;
    int64_t now = term_figure(w->repairer.frame, key, spot).low;
    for (int32_t i = 1; i + 1 < term->node->count; i += 2) {
        int64_t value = term->node->arguments[i]->value;
        bool better = term->node->op == HS_OP_TIERS ? value > now : (now >> value & 1) == 0;
        if (better) attempt_fact(w, key, spot, term->node->op == HS_OP_TIERS ? value : INT64_C(1) << value);
    }
}

static void attempt_other_branch(struct work *w, const struct term *condition, struct spot spot) {
    int32_t truth = term_truth(w->repairer.frame, condition, spot);
    if (truth == HS_UNKNOWN) return;
    struct repairs repairs = repair_condition(&w->repairer, condition, spot, truth == HS_FALSE);
    for (int32_t i = 0; i < repairs.count; i++)
        if (repair_size(&repairs.items[i]) == 1) attempt(w, &repairs.items[i]);
}

static void attempt_better(struct work *w, const struct term *term, struct spot spot) {
    if (term->node->op == HS_OP_SUM) {
        struct records records = frame_records(w->repairer.frame, term->over, spot.lane);
        for (int32_t r = records.begin; r < records.end && r < records.begin + RECORDS_BETTERED; r++) {
            struct spot at = {spot.lane, r};
            bool counts = term_truth(w->repairer.frame, &term->arguments[1], at) == HS_TRUE;
            if (counts) attempt_better(w, &term->arguments[2], at);
        }
        return;
    }
    if (term->node->op == HS_OP_COUNT_IF) return;
    if (term->node->op == HS_OP_IF) attempt_other_branch(w, &term->arguments[0], spot);
    if (term->node->op == HS_OP_TIERS || term->node->op == HS_OP_BY) attempt_tiers(w, term, spot);
    for (int32_t i = 0; i < term->node->count; i++)
        if (term->node->arguments[i]->type != HS_TRUTH) attempt_better(w, &term->arguments[i], spot);
}

/* ---- Trying out -------------------------------------------------------------------------------------------------------------------- */

/* The applicant with the records of an attempt changed; its other facts are changed in the columns. */
static const struct applicant *changed(const struct work *w, const struct attempt *a, struct arena *arena) {
    const struct dictionary *dictionary = w->repairer.dictionary;
    struct applicant *applicant = NULL;
    for (int32_t i = 0; i < a->repair.count; i++) {
        const struct demand *demand = &a->repair.demands[i];
        if (demand->record < 0) continue;
        if (applicant == NULL) applicant = applicant_copy(w->lane->applicant, dictionary->count, arena);
        if (applicant == NULL ||
            !applicant_set_field(applicant, dictionary, demand->slot, demand->record, demand->field, a->values[i], arena))
            return NULL;
    }
    return applicant == NULL ? w->lane->applicant : applicant;
}

static void change_columns(const struct work *w, struct columns *columns, const struct attempt *a, int32_t lane) {
    for (int32_t i = 0; i < a->repair.count; i++)
        if (a->repair.demands[i].record < 0) columns_set(columns, w->repairer.dictionary, a->repair.demands[i].slot, lane, a->values[i]);
}

/* By how much an end would grow; from no bound to no bound it does not. */
static int64_t growth(int64_t from, int64_t to) {
    if (to == HS_UNBOUNDED) return from == HS_UNBOUNDED ? 0 : HS_UNBOUNDED;
    return from == HS_UNBOUNDED ? -1 : to - from;
}

/* Whether the measure, in a lane with the changes made, is eligible and no end of its amount is smaller; an amount that was there before
   must be greater. */
static int try_out(struct work *w, struct attempt *a, const struct frame *frame, int32_t lane, struct arena *arena) {
    const hs_measure_result *before = w->result;
    const struct term *pays = w->loaded->plan.pays[w->measure];
    hs_measure_result after = *before;
    bool memory = false;
    if (frame->overflow[lane] != 0 || frame_truth(frame, w->loaded->plan.when[w->measure].out, lane) != HS_TRUE) return HS_OK;
    after.standing = HS_ELIGIBLE;
    after.years = 0;
    a->works = before->standing == HS_INELIGIBLE;
    if (!before->has_amount) return HS_OK;
    if (!settle_measure(&after, frame_number(frame, pays->out, lane), w->lane->applicant, arena, &memory)) {
        a->works = false;
        return memory ? error_memory(w->error) : HS_OK;
    }
    int64_t low = growth(before->amount.low, after.amount.low), high = growth(before->amount.high, after.amount.high);
    a->brings = (hs_interval){least(low, high), greatest(low, high)};
    if (before->standing == HS_ELIGIBLE) a->works = low >= 0 && high >= 0 && a->brings.high > 0;
    return HS_OK;
}

static int try_block(struct work *w, struct attempt *attempts, int32_t count, struct arena *arena) {
    const struct portion *portion = &w->loaded->plan.portions[w->measure];
    struct columns columns;
    struct frame frame;
    struct lane *lanes = arena_room(arena, (size_t)count, sizeof *lanes);
    if (lanes == NULL) return error_memory(w->error);
    for (int32_t i = 0; i < count; i++) {
        lanes[i] = (struct lane){changed(w, &attempts[i], arena), w->lane->place};
        if (lanes[i].applicant == NULL) return error_memory(w->error);
    }
    int status = columns_build_for(&columns, portion, w->repairer.dictionary, lanes, count, arena, w->error);
    for (int32_t i = 0; status == HS_OK && i < count; i++) change_columns(w, &columns, &attempts[i], i);
    if (status == HS_OK) status = evaluate_portion(&frame, &w->loaded->plan, portion, &columns, 0, count, arena, w->error);
    for (int32_t i = 0; status == HS_OK && i < count; i++) status = try_out(w, &attempts[i], &frame, i, arena);
    return status;
}

/* A lane holds every record of the applicant, or fewer where the measure does not ask for a list. */
static int32_t lanes_at_once(const struct work *w) {
    int32_t records = 0;
    const struct applicant *applicant = w->lane->applicant;
    for (int32_t i = 0; i < applicant->stated_count; i++) {
        const struct record_table *table = applicant->facts[applicant->stated[i]].records;
        if (table != NULL) records += table->count;
    }
    return records < RECORDS_AT_ONCE ? RECORDS_AT_ONCE / (1 + records) : 1;
}

static int try_all(struct work *w) {
    int32_t most = w->lanes_at_once;
    int status = HS_OK;
    for (int32_t from = 0; status == HS_OK && from < w->count; from += most) {
        arena_reuse(&w->scratch);
        status = try_block(w, w->attempts + from, w->count - from < most ? w->count - from : most, &w->scratch);
    }
    return status;
}

/* ---- Choosing ---------------------------------------------------------------------------------------------------------------------- */

/* Of the attempts to better one fact only the nearest is kept: of a figure the first, of a choice the one that brings least. */
static bool is_nearer(const struct attempt *a, const struct attempt *b) {
    const struct demand *x = &a->repair.demands[0], *y = &b->repair.demands[0];
    if (x->slot != y->slot || x->field != y->field || x->record != y->record) return false;
    if (x->fact->type != HS_CHOICE) return a < b;
    return a->brings.high < b->brings.high || (a->brings.high == b->brings.high && a < b);
}

static void keep_the_best(struct work *w) {
    int32_t smallest = HS_CHANGES_MAX + 1;
    for (int32_t i = 0; i < w->count; i++)
        if (w->attempts[i].works && w->attempts[i].size < smallest) smallest = w->attempts[i].size;
    for (int32_t i = 0; i < w->count; i++) {
        struct attempt *a = &w->attempts[i];
        if (!a->works) continue;
        a->works = a->size == smallest;
        for (int32_t k = 0; w->result->standing == HS_ELIGIBLE && k < w->count; k++)
            if (k != i && w->attempts[k].works && is_nearer(&w->attempts[k], a)) a->works = false;
    }
}

static void describe(const struct work *w, hs_fact_change *out, const struct demand *demand, hs_interval value) {
    *out = (hs_fact_change){.subject = {demand->fact, demand->record}, .have = have_of(w, demand), .need = value};
    out->values = demand->fact->type == HS_CHOICE ? demand->allowed.low : value.low;
}

/* A new record is one change, with the fields that it must state. */
static bool describe_record(const struct work *w, hs_fact_change *out, const struct attempt *a, const struct demand *of) {
    hs_fact_change *fields = arena_array(w->arena, (size_t)a->repair.count, sizeof *fields);
    if (fields == NULL) return false;
    *out = (hs_fact_change){.subject = {w->repairer.dictionary->slots[of->slot].fact, of->record}, .have = ANYTHING, .fields = fields};
    for (int32_t i = 0; i < a->repair.count; i++) {
        const struct demand *demand = &a->repair.demands[i];
        if (demand->fresh && demand->slot == of->slot && demand->field >= 0) describe(w, &fields[out->field_count++], demand, a->values[i]);
    }
    return true;
}

static bool describe_attempt(const struct work *w, hs_change_set *out, const struct attempt *a) {
    hs_fact_change *changes = arena_array(w->arena, (size_t)a->size, sizeof *changes);
    if (changes == NULL) return false;
    *out = (hs_change_set){.changes = changes, .has_amount = w->result->has_amount, .brings = a->brings};
    for (int32_t i = 0; i < a->repair.count; i++) {
        const struct demand *demand = &a->repair.demands[i];
        bool told = false;
        for (int32_t k = 0; k < i; k++)
            told = told || (demand->fresh && a->repair.demands[k].fresh && a->repair.demands[k].slot == demand->slot);
        if (told) continue;
        if (!demand->fresh)
            describe(w, &changes[out->count++], demand, a->values[i]);
        else if (!describe_record(w, &changes[out->count++], a, demand))
            return false;
    }
    return true;
}

static bool list_changes(const struct work *w) {
    hs_measure_result *result = w->result;
    int32_t count = 0;
    for (int32_t i = 0; i < w->count; i++) count += w->attempts[i].works;
    hs_change_set *sets = arena_array(w->arena, (size_t)count, sizeof *sets);
    if (sets == NULL) return false;
    result->changes = sets;
    for (int32_t i = 0; i < w->count; i++)
        if (w->attempts[i].works && !describe_attempt(w, &sets[result->change_count++], &w->attempts[i])) return false;
    result->near = result->standing == HS_INELIGIBLE && count > 0 && sets[0].count == 1;
    return true;
}

static bool list_fixed(const struct work *w) {
    hs_measure_result *result = w->result;
    hs_subject found[FIXED_MAX];
    if (result->standing != HS_INELIGIBLE || result->change_count > 0) return true;
    const struct term *when = &w->loaded->plan.when[w->measure];
    int32_t count = repair_obstacles(&w->repairer, when, true, true, found, FIXED_MAX);
    if (count == 0) count = repair_obstacles(&w->repairer, when, true, false, found, FIXED_MAX);
    hs_subject *subjects = arena_array(w->arena, (size_t)count, sizeof *subjects);
    if (subjects == NULL) return false;
    result->fixed = subjects;
    for (int32_t i = 0; i < count; i++) {
        bool told = false;
        for (int32_t k = 0; k < i; k++) told = told || found[k].fact == found[i].fact;
        if (!told) subjects[result->fixed_count++] = found[i];
    }
    return true;
}

static int find(struct work *w) {
    w->count = 0;
    if (w->result->standing == HS_INELIGIBLE)
        attempt_eligibility(w);
    else if (w->result->standing == HS_ELIGIBLE && w->result->has_amount)
        attempt_better(w, w->loaded->plan.pays[w->measure], FIRST);
    if (w->repairer.failed) return error_memory(w->error);
    int status = try_all(w);
    if (status != HS_OK) return status;
    keep_the_best(w);
    return list_changes(w) && list_fixed(w) ? HS_OK : error_memory(w->error);
}

int change_find(hs_measure_result *results, const struct loaded_policy *loaded, const struct frame *frame, const struct lane *lane,
                const struct dictionary *dictionary, struct arena *arena, hs_error *error) {
    struct work w = {.loaded = loaded, .lane = lane, .arena = arena, .error = error};
    int status = HS_OK;
    w.repairer = (struct repairer){frame, dictionary, &w.scratch, false};
    w.lanes_at_once = lanes_at_once(&w);
    for (int32_t m = 0; status == HS_OK && m < loaded->policy->measure_count; m++) {
        w.measure = m;
        w.result = &results[m];
        arena_reuse(&w.scratch);
        status = find(&w);
    }
    arena_clear(&w.scratch);
    return status;
}
