#include "question.h"

#include "money.h"
#include "text.h"

#include <string.h>

/* A fact that a measure waits for, at a place. */
struct wait {
    const hs_missing *missing;
    const hs_place_result *place;
    const hs_policy_result *policy;
    const hs_measure_result *result;
    int32_t next; /* for the same fact, in the order of the result; -1: the last */
};

/* A question in the making. */
struct draft {
    hs_question question;
    int32_t first, last, count; /* of its waits */
    int32_t unbounded;          /* how many of its measures have no upper bound */
    int64_t bounded;            /* fen: what the others come to */
};

struct drafts {
    struct draft *items;
    struct wait *waits;
    int32_t count, wait_count;
    int32_t *table; /* draft + 1 by hash of the subject, open addressing; 0: free */
    uint32_t mask;
    struct arena *arena;
};

bool subject_equal(hs_subject x, hs_subject y) {
    const hs_fact *a = x.fact, *b = y.fact; /* each policy has a copy of its own */
    if (x.record != y.record || strcmp(a->id, b->id) != 0 || (a->list == NULL) != (b->list == NULL)) return false;
    return a->list == NULL || strcmp(a->list->id, b->list->id) == 0;
}

/* ---- Who waits for what ------------------------------------------------------------------------------------------------------------ */

static int32_t count_waits(const hs_result *result) {
    int32_t count = 0;
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            for (int32_t m = 0; m < result->places[i].policies[p].count; m++)
                count += result->places[i].policies[p].measures[m].missing_count;
    return count;
}

static bool make_room(struct drafts *drafts, int32_t most) {
    uint32_t size = 64;
    while (size < 2 * (uint32_t)most) size *= 2;
    drafts->items = arena_room(drafts->arena, (size_t)most, sizeof *drafts->items);
    drafts->waits = arena_room(drafts->arena, (size_t)most, sizeof *drafts->waits);
    drafts->table = arena_array(drafts->arena, size, sizeof *drafts->table);
    drafts->mask = size - 1;
    return drafts->items != NULL && drafts->waits != NULL && drafts->table != NULL;
}

static struct draft *draft_of(struct drafts *drafts, const hs_missing *missing) {
    uint32_t at = (text_hash(missing->subject.fact->id) + 2654435761u * (uint32_t)missing->subject.record) & drafts->mask;
    for (; drafts->table[at] != 0; at = (at + 1) & drafts->mask) {
        struct draft *draft = &drafts->items[drafts->table[at] - 1];
        if (subject_equal(draft->question.subject, missing->subject)) return draft;
    }
    struct draft *draft = &drafts->items[drafts->count++];
    *draft = (struct draft){.question = {.subject = missing->subject, .have = missing->have}};
    drafts->table[at] = drafts->count;
    return draft;
}

static void take_wait(struct drafts *drafts, struct wait wait) {
    struct draft *draft = draft_of(drafts, wait.missing);
    int32_t at = drafts->wait_count++;
    wait.next = -1;
    drafts->waits[at] = wait;
    if (draft->count == 0)
        draft->first = at;
    else
        drafts->waits[draft->last].next = at;
    draft->last = at;
    draft->count++;
    draft->question.have = interval_hull(draft->question.have, wait.missing->have);
}

static void take_place(struct drafts *drafts, const hs_place_result *place) {
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            for (int32_t k = 0; k < result->missing_count; k++)
                take_wait(drafts, (struct wait){&result->missing[k], place, &place->policies[p], result, -1});
        }
}

/* ---- What a question is about ------------------------------------------------------------------------------------------------------- */

static bool list_measures(struct draft *draft, const struct drafts *drafts) {
    const char **measures = arena_room(drafts->arena, (size_t)draft->count, sizeof *measures);
    int32_t count = 0;
    if (measures == NULL) return false;
    for (int32_t i = draft->first; i >= 0; i = drafts->waits[i].next) {
        int32_t known = 0;
        while (known < count && measures[known] != drafts->waits[i].result->id) known++; /* at every place the engine's own text */
        if (known == count) measures[count++] = drafts->waits[i].result->id;
    }
    draft->question.measures = measures;
    draft->question.measure_count = count;
    return true;
}

static bool list_thresholds(struct draft *draft, const struct drafts *drafts) {
    int32_t most = 0, count = 0;
    for (int32_t i = draft->first; i >= 0; i = drafts->waits[i].next) most += drafts->waits[i].missing->threshold_count;
    int64_t *thresholds = arena_room(drafts->arena, (size_t)most, sizeof *thresholds);
    if (thresholds == NULL) return false;
    for (int32_t i = draft->first; i >= 0; i = drafts->waits[i].next)
        for (int32_t k = 0; k < drafts->waits[i].missing->threshold_count; k++) {
            int64_t at = drafts->waits[i].missing->thresholds[k];
            int32_t place = 0;
            while (place < count && thresholds[place] < at) place++;
            if (place < count && thresholds[place] == at) continue;
            memmove(thresholds + place + 1, thresholds + place, (size_t)(count - place) * sizeof at);
            thresholds[place] = at;
            count++;
        }
    draft->question.thresholds = thresholds;
    draft->question.threshold_count = count;
    return true;
}

/* How far a measure's money is open. What no total of cash contains is not at stake: loans, and policies out of force. */
static int64_t openness(const struct wait *wait) {
    const hs_measure_result *result = wait->result;
    if (!result->has_amount || result->measure->kind != HS_CASH || wait->policy->in_force == HS_FALSE) return 0;
    return result->amount.high == HS_UNBOUNDED ? HS_UNBOUNDED : result->amount.high - result->amount.low;
}

/* Measures of one matter pay once: of those that wait for a fact at a place only the one most open counts, of several the first. */
static bool is_outdone(const struct draft *draft, const struct drafts *drafts, int32_t at, int64_t open) {
    const struct wait *wait = &drafts->waits[at];
    const char *matter = wait->result->measure->matter;
    for (int32_t i = matter == NULL ? -1 : draft->first; i >= 0; i = drafts->waits[i].next) {
        const struct wait *other = &drafts->waits[i];
        const char *others = other->result->measure->matter;
        if (i == at || other->place != wait->place || others == NULL || strcmp(others, matter) != 0) continue;
        int64_t openness_there = openness(other);
        if (openness_there > open || (openness_there == open && i < at)) return true;
    }
    return false;
}

static void add_up(struct draft *draft, const struct drafts *drafts) {
    for (int32_t i = draft->first; i >= 0; i = drafts->waits[i].next) {
        int64_t open = openness(&drafts->waits[i]);
        if (open == 0 || is_outdone(draft, drafts, i, open)) continue;
        if (open == HS_UNBOUNDED)
            draft->unbounded++;
        else if (!end_add(&draft->bounded, draft->bounded, open))
            draft->bounded = HS_UNBOUNDED - 1;
    }
    draft->question.at_stake = draft->unbounded > 0 ? HS_UNBOUNDED : draft->bounded;
}

/* ---- The list ---------------------------------------------------------------------------------------------------------------------- */

static bool comes_before(const struct draft *a, const struct draft *b) {
    if (a->unbounded != b->unbounded) return a->unbounded > b->unbounded;
    return a->bounded > b->bounded;
}

/* The drafts in their order: merges neighbouring runs of growing length; what is equal stays as it was. NULL when memory ran out. */
static const struct draft *const *sort(const struct drafts *drafts) {
    const struct draft **from = arena_room(drafts->arena, (size_t)drafts->count, sizeof(struct draft *));
    const struct draft **to = arena_room(drafts->arena, (size_t)drafts->count, sizeof(struct draft *));
    if (from == NULL || to == NULL) return NULL;
    for (int32_t i = 0; i < drafts->count; i++) from[i] = &drafts->items[i];
    for (int32_t run = 1; run < drafts->count; run *= 2) {
        for (int32_t begin = 0; begin < drafts->count; begin += 2 * run) {
            int32_t middle = (int32_t)least(begin + run, drafts->count), end = (int32_t)least(begin + 2 * run, drafts->count);
            for (int32_t i = begin, k = middle, out = begin; out < end; out++)
                to[out] = i < middle && (k == end || !comes_before(from[k], from[i])) ? from[i++] : from[k++];
        }
        const struct draft **sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

bool questions_list(hs_result *result, struct arena *arena) {
    struct drafts drafts = {.arena = arena};
    if (!make_room(&drafts, count_waits(result))) return false;
    for (int32_t i = 0; i < result->count; i++) take_place(&drafts, &result->places[i]);
    for (int32_t i = 0; i < drafts.count; i++) {
        if (!list_measures(&drafts.items[i], &drafts) || !list_thresholds(&drafts.items[i], &drafts)) return false;
        add_up(&drafts.items[i], &drafts);
    }
    hs_question *questions = arena_room(arena, (size_t)drafts.count, sizeof *questions);
    const struct draft *const *sorted = sort(&drafts);
    if (questions == NULL || sorted == NULL) return false;
    for (int32_t i = 0; i < drafts.count; i++) questions[i] = sorted[i]->question;
    result->questions = questions;
    result->question_count = drafts.count;
    return true;
}

hs_interval hs_question_band(const hs_question *question, int32_t index) {
    return (hs_interval){index == 0 ? question->have.low : question->thresholds[index - 1],
                         index == question->threshold_count ? question->have.high : question->thresholds[index] - 1};
}
