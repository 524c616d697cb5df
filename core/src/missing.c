#include "missing.h"

#include "comparison.h"
#include "money.h"

#include <string.h>

/* Which ends of an amount a walk asks about: the facts below UP_TO can change only the high one. */
enum { LOW_END = 1, HIGH_END = 2, BOTH_ENDS = LOW_END | HIGH_END };

struct search {
    const struct frame *frame;
    struct arena *arena;
    hs_missing *items;
    int32_t count, capacity;
    int32_t *table; /* item + 1 by hash of the subject, open addressing, twice the capacity; 0: free */
    bool failed;    /* memory ran out */
};

/* ---- What was found -------------------------------------------------------------------------------------------------------------- */

/* Where a subject stands in the table, or the free place for it. A term's facts are those of one policy: one pointer each. */
static int32_t *place_of(const struct search *s, hs_subject subject) {
    uint32_t mask = 2 * (uint32_t)s->capacity - 1;
    uint32_t at = ((uint32_t)((uintptr_t)subject.fact >> 4) + 2654435761u * (uint32_t)subject.record) & mask;
    for (; s->table[at] != 0; at = (at + 1) & mask) {
        hs_subject known = s->items[s->table[at] - 1].subject;
        if (known.fact == subject.fact && known.record == subject.record) break;
    }
    return &s->table[at];
}

static bool is_known(const struct search *s, hs_subject subject) { return s->capacity > 0 && *place_of(s, subject) != 0; }

static bool grow(struct search *s) {
    struct search larger = *s;
    larger.capacity = s->capacity == 0 ? 8 : 2 * s->capacity;
    larger.items = arena_room(s->arena, (size_t)larger.capacity, sizeof *larger.items);
    larger.table = arena_array(s->arena, 2 * (size_t)larger.capacity, sizeof *larger.table);
    s->failed = s->failed || larger.items == NULL || larger.table == NULL;
    if (s->failed) return false;
    if (s->count > 0) memcpy(larger.items, s->items, (size_t)s->count * sizeof *s->items);
    for (int32_t i = 0; i < s->count; i++) *place_of(&larger, larger.items[i].subject) = i + 1;
    *s = larger;
    return true;
}

/* What is known of a fact; ANYTHING of a list, which is asked about only while it is not stated. */
static inline hs_interval known_of(const struct search *s, const struct term *term, struct spot spot) {
    int32_t type = term->node->fact->type;
    if (type == HS_LIST) return ANYTHING;
    if (type != HS_TRUTH) return term_figure(s->frame, term, spot);
    int32_t truth = term_truth(s->frame, term, spot);
    return (hs_interval){truth == HS_TRUE, truth != HS_FALSE};
}

/* The item of an open fact, of which `have` is known; NULL when memory ran out. */
static hs_missing *note(struct search *s, const hs_fact *fact, hs_interval have, int32_t record) {
    hs_subject subject = {fact, fact->list == NULL ? -1 : record};
    if (s->count == s->capacity && !grow(s)) return NULL;
    int32_t *place = place_of(s, subject);
    if (*place == 0) {
        s->items[s->count] = (hs_missing){.subject = subject, .have = have};
        *place = ++s->count;
    }
    return &s->items[*place - 1];
}

/* The item of an open fact; NULL if it is known after all, or when memory ran out. */
static inline hs_missing *found(struct search *s, const struct term *term, struct spot spot) {
    hs_interval have = known_of(s, term, spot);
    return interval_is_point(have) ? NULL : note(s, term->node->fact, have, spot.record);
}

/* Notes a threshold of a figure that can still lie on either side of it. */
static void cut(struct search *s, hs_missing *item, int64_t at) {
    if (item == NULL || at <= item->have.low || at > item->have.high || at == HS_UNBOUNDED) return;
    int32_t count = item->threshold_count, place = 0;
    while (place < count && item->thresholds[place] < at) place++;
    if (place < count && item->thresholds[place] == at) return;
    int64_t *thresholds = arena_room(s->arena, (size_t)count + 1, sizeof *thresholds);
    s->failed = s->failed || thresholds == NULL;
    if (thresholds == NULL) return;
    for (int32_t i = 0; i < count; i++) thresholds[i + (i >= place)] = item->thresholds[i];
    thresholds[place] = at;
    item->thresholds = thresholds;
    item->threshold_count = count + 1;
}

/* The item of a term that is itself a fact, else NULL. */
static hs_missing *found_figure(struct search *s, const struct term *term, struct spot spot) {
    return term->node->op == HS_OP_FACT ? found(s, term, spot) : NULL;
}

/* ---- Conditions ------------------------------------------------------------------------------------------------------------------ */

static void search_figure(struct search *s, const struct term *term, struct spot spot, int ends);

/* Where one side is known, the other's fact is cut at the figure at which the comparison turns. */
static void cut_comparison(struct search *s, const struct term *term, struct spot spot) {
    struct comparison c = comparison_read(s->frame, term, spot, true);
    if (!interval_is_point(c.upper.factor) || !interval_is_point(c.lower.factor)) return;
    hs_interval upper = term_figure(s->frame, c.upper.figure, spot), lower = term_figure(s->frame, c.lower.figure, spot);
    int64_t a = c.upper.factor.low, b = c.lower.factor.low;
    if (interval_is_point(lower)) cut(s, found_figure(s, c.upper.figure, spot), least_product(a, lower.low, b, c.strict));
    if (interval_is_point(upper)) cut(s, found_figure(s, c.lower.figure, spot), least_product(b, upper.low, a, !c.strict));
}

/* A side is exact: its register, rounded, may be a point though it is not. */
static void search_side(struct search *s, const struct term *term, struct spot spot) {
    bool product = term->node->op == HS_OP_PERCENT || term->node->op == HS_OP_PERCENT_OF;
    for (int32_t i = 0; product && i < term->node->count; i++) search_figure(s, &term->arguments[i], spot, BOTH_ENDS);
    if (!product) search_figure(s, term, spot, BOTH_ENDS);
}

static void search_condition(struct search *s, const struct term *term, struct spot spot);

/* Of a list that nobody has stated, any record may be in it: what its condition and amount ask of the applicant itself matters too. */
static void search_blank(struct search *s, const struct term *term, struct spot spot) {
    if (term->node->op == HS_OP_CONSTANT) return;
    if (term->list == NO_LIST && term->node->type == HS_TRUTH) {
        search_condition(s, term, spot);
    } else if (term->list == NO_LIST) {
        search_figure(s, term, spot, BOTH_ENDS);
    } else {
        for (int32_t i = 0; i < term->node->count; i++) search_blank(s, &term->arguments[i], spot);
    }
}

static void search_list(struct search *s, const struct term *term, struct spot spot) {
    found(s, &term->arguments[0], spot);
    for (int32_t i = 1; i < term->node->count; i++) search_blank(s, &term->arguments[i], spot);
}

static void search_condition(struct search *s, const struct term *term, struct spot spot) {
    if (term_truth(s->frame, term, spot) != HS_UNKNOWN) return;
    if (is_comparison(term->node->op)) {
        for (int32_t i = 0; i < 2; i++) search_side(s, &term->arguments[i], spot);
        cut_comparison(s, term, spot);
        return;
    }
    switch (term->node->op) {
    case HS_OP_FACT: found(s, term, spot); return;
    case HS_OP_IN:
    case HS_OP_HAS: found(s, &term->arguments[0], spot); return;
    case HS_OP_SOME: {
        struct records records = frame_records(s->frame, term->over, spot.lane);
        if (!records.stated) search_list(s, term, spot);
        for (int32_t r = records.begin; r < records.end; r++) search_condition(s, &term->arguments[1], (struct spot){spot.lane, r});
        return;
    }
    default:
        for (int32_t i = 0; i < term->node->count; i++) search_condition(s, &term->arguments[i], spot);
        return;
    }
}

/* ---- Amounts --------------------------------------------------------------------------------------------------------------------- */

/* The branches that an open key can reach, one after the other; the key matters only if two of them differ. Where all of them come to one
   figure nobody asks. */
struct branches {
    int32_t out, count; /* register of the first */
    bool differ;
};

/* `branch` may be NULL: nothing is paid. */
static void take_branch(struct search *s, struct branches *b, const struct term *branch, struct spot spot, int ends) {
    int32_t out = branch == NULL ? -1 : branch->out;
    if (b->count++ == 0) b->out = out;
    b->differ = b->differ || out != b->out;
    if (branch != NULL) search_figure(s, branch, spot, ends);
}

static void search_tiers(struct search *s, const struct term *term, struct spot spot, int ends) {
    const struct term *key = &term->arguments[0];
    hs_interval x = term_figure(s->frame, key, spot);
    struct branches branches = {0};
    for (int32_t t = -1; t < term->node->count; t += 2) { /* t = -1: below the first tier */
        int64_t from = t < 0 ? 0 : term->node->arguments[t]->value;
        int64_t next = t + 2 < term->node->count ? term->node->arguments[t + 2]->value : HS_UNBOUNDED;
        if (x.high < from || x.low >= next || from >= next) continue;
        take_branch(s, &branches, t < 0 ? NULL : &term->arguments[t + 1], spot, ends);
    }
    if (!branches.differ) return;
    search_figure(s, key, spot, BOTH_ENDS);
    for (int32_t t = 1; t < term->node->count; t += 2) cut(s, found_figure(s, key, spot), term->node->arguments[t]->value);
}

static void search_by(struct search *s, const struct term *term, struct spot spot, int ends) {
    struct branches branches = {0};
    int64_t possible = term_figure(s->frame, &term->arguments[0], spot).high;
    for (int32_t i = 1; i + 1 < term->node->count; i += 2)
        if ((possible >> term->node->arguments[i]->value & 1) != 0) take_branch(s, &branches, &term->arguments[i + 1], spot, ends);
    if (branches.differ) found(s, &term->arguments[0], spot);
}

static void search_if(struct search *s, const struct term *term, struct spot spot, int ends) {
    struct branches branches = {0};
    int32_t truth = term_truth(s->frame, &term->arguments[0], spot);
    if (truth != HS_FALSE) take_branch(s, &branches, &term->arguments[1], spot, ends);
    if (truth != HS_TRUE) take_branch(s, &branches, &term->arguments[2], spot, ends);
    if (branches.differ) search_condition(s, &term->arguments[0], spot);
}

static void search_records(struct search *s, const struct term *term, struct spot spot, int ends) {
    bool sum = term->node->op == HS_OP_SUM;
    struct records records = frame_records(s->frame, term->over, spot.lane);
    if (!records.stated) search_list(s, term, spot);
    for (int32_t r = records.begin; r < records.end; r++) {
        struct spot at = {spot.lane, r};
        bool counts = term_truth(s->frame, &term->arguments[1], at) != HS_FALSE;
        if (counts && (!sum || term_figure(s->frame, &term->arguments[2], at).high > 0)) search_condition(s, &term->arguments[1], at);
        if (counts && sum) search_figure(s, &term->arguments[2], at, ends);
    }
}

/* The figure from which on a fact, or a share of it, reaches a known ceiling. */
static void cut_at_ceiling(struct search *s, const struct term *term, struct spot spot, hs_interval ceiling) {
    bool share = term->node->op == HS_OP_PERCENT;
    if (!interval_is_point(ceiling)) return;
    cut(s, found_figure(s, share ? &term->arguments[0] : term, spot),
        share ? least_with_percent(term->node->value, ceiling.low) : ceiling.low);
}

/* Of two amounts the smaller counts: one that is never the smaller changes nothing. */
static void search_lesser(struct search *s, const struct term *term, struct spot spot, int ends) {
    for (int32_t i = 0; i < 2; i++) {
        const struct term *one = &term->arguments[i], *other = &term->arguments[1 - i];
        hs_interval ceiling = term_figure(s->frame, other, spot);
        if (term_figure(s->frame, one, spot).low >= ceiling.high) continue;
        search_figure(s, one, spot, ends);
        cut_at_ceiling(s, one, spot, ceiling);
    }
}

/* Factors: one changes nothing while the other is surely 0. */
static void search_product(struct search *s, const struct term *term, struct spot spot, int ends) {
    for (int32_t i = 0; i < 2; i++)
        if (term_figure(s->frame, &term->arguments[1 - i], spot).high > 0) search_figure(s, &term->arguments[i], spot, ends);
}

/* What is taken off, or divided by, lessens the low end by its high one, and the other way about. */
static void search_excess(struct search *s, const struct term *term, struct spot spot, int ends) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    hs_interval of_y = term_figure(s->frame, y, spot);
    int other = ((ends & LOW_END) != 0 ? HIGH_END : 0) | ((ends & HIGH_END) != 0 ? LOW_END : 0);
    search_figure(s, x, spot, ends);
    search_figure(s, y, spot, other);
    bool difference = term->node->op == HS_OP_EXCESS || term->node->op == HS_OP_TOP_UP;
    if (difference && interval_is_point(of_y) && of_y.low != HS_UNBOUNDED) cut(s, found_figure(s, x, spot), of_y.low + 1);
}

/* One that is never the greatest changes nothing. */
static void search_greatest(struct search *s, const struct term *term, struct spot spot, int ends) {
    for (int32_t i = 0; i < term->node->count; i++) {
        int64_t floor = 0;
        for (int32_t k = 0; k < term->node->count; k++)
            if (k != i) floor = greatest(floor, term_figure(s->frame, &term->arguments[k], spot).low);
        if (term_figure(s->frame, &term->arguments[i], spot).high > floor) search_figure(s, &term->arguments[i], spot, ends);
    }
}

static void search_figure(struct search *s, const struct term *term, struct spot spot, int ends) {
    if (term->node->op != HS_OP_FACT && interval_is_point(term_figure(s->frame, term, spot))) return;
    switch (term->node->op) {
    case HS_OP_FACT: found(s, term, spot); return;
    case HS_OP_UP_TO:
    case HS_OP_FIRST_COME:
        if ((ends & HIGH_END) != 0) search_figure(s, &term->arguments[0], spot, HIGH_END);
        return;
    case HS_OP_RANGE:
        if ((ends & LOW_END) != 0) search_figure(s, &term->arguments[0], spot, LOW_END);
        if ((ends & HIGH_END) != 0) search_figure(s, &term->arguments[1], spot, HIGH_END);
        return;
    case HS_OP_CAP:
    case HS_OP_LESSER: search_lesser(s, term, spot, ends); return;
    case HS_OP_TIERS: search_tiers(s, term, spot, ends); return;
    case HS_OP_BY: search_by(s, term, spot, ends); return;
    case HS_OP_IF: search_if(s, term, spot, ends); return;
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: search_records(s, term, spot, ends); return;
    case HS_OP_EACH:
    case HS_OP_EXCHANGE:
    case HS_OP_PERCENT_OF: search_product(s, term, spot, ends); return;
    case HS_OP_SHARE:
    case HS_OP_GROWTH:
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: search_excess(s, term, spot, ends); return;
    case HS_OP_GREATEST: search_greatest(s, term, spot, ends); return;
    default:
        for (int32_t i = 0; i < term->node->count; i++) search_figure(s, &term->arguments[i], spot, ends);
        return;
    }
}

/* ---- What no longer matters ------------------------------------------------------------------------------------------------------ */

/* Finds every open fact that a term speaks of, decided or not. */
static void search_all(struct search *s, const struct term *term, struct spot spot) {
    if (term->node->op == HS_OP_FACT) {
        if (term->node->type != HS_LIST) found(s, term, spot);
        return;
    }
    if (term->over == NO_LIST) {
        for (int32_t i = 0; i < term->node->count; i++) search_all(s, &term->arguments[i], spot);
        return;
    }
    struct records records = frame_records(s->frame, term->over, spot.lane);
    if (!records.stated) found(s, &term->arguments[0], spot);
    for (int32_t r = records.begin; r < records.end; r++)
        for (int32_t i = 1; i < term->node->count; i++) search_all(s, &term->arguments[i], (struct spot){spot.lane, r});
}

/* Room for the subjects that do not matter, none of them there yet. */
static hs_subject *begin_indifferent(hs_measure_result *result, int32_t most, struct arena *arena) {
    hs_subject *subjects = arena_room(arena, (size_t)most, sizeof *subjects);
    result->indifferent = subjects;
    return subjects;
}

/* Of terms that run over records, whose facts may be found more than once. */
static bool list_found(hs_measure_result *result, const struct search *missing, const struct portion *portion) {
    static const struct spot first = {0, 0};
    struct search all = {.frame = missing->frame, .arena = missing->arena};
    for (int32_t i = 0; i < portion->leaf_count; i++) search_all(&all, portion->leaves[i], first);
    hs_subject *subjects = begin_indifferent(result, all.count, all.arena);
    if (subjects == NULL || all.failed) return false;
    for (int32_t i = 0; i < all.count; i++) {
        hs_subject subject = all.items[i].subject;
        if (!is_known(missing, subject)) subjects[result->indifferent_count++] = subject;
    }
    return true;
}

/* Of facts, each of which stands among the leaves once. */
static bool list_open(hs_measure_result *result, const struct search *missing, const struct portion *portion) {
    static const struct spot first = {0, 0};
    hs_subject *subjects = begin_indifferent(result, portion->leaf_count, missing->arena);
    if (subjects == NULL) return false;
    for (int32_t i = 0; i < portion->leaf_count; i++) {
        hs_subject subject = {portion->leaves[i]->node->fact, -1};
        if (interval_is_point(known_of(missing, portion->leaves[i], first)) || is_known(missing, subject)) continue;
        subjects[result->indifferent_count++] = subject;
    }
    return true;
}

bool missing_find(hs_measure_result *result, const struct frame *frame, int32_t measure, struct arena *arena) {
    static const struct spot first = {0, 0};
    const struct portion *portion = &frame->plan->portions[measure];
    struct search missing = {.frame = frame, .arena = arena};
    search_condition(&missing, &frame->plan->when[measure], first);
    bool payable = result->has_amount && result->standing != HS_INELIGIBLE && result->years > 0;
    if (payable) search_figure(&missing, frame->plan->pays[measure], first, BOTH_ENDS);
    result->missing = missing.items;
    result->missing_count = missing.count;
    return !missing.failed && (portion->over_records ? list_found : list_open)(result, &missing, portion);
}
