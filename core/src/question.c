#include "question.h"

#include "money.h"

#include <string.h>

/* A question in the making. */
struct draft {
    hs_question question;
    const char **measures;
    int64_t *thresholds;
    int32_t capacity;  /* of thresholds */
    int32_t unbounded; /* how many of its measures have no upper bound */
    int64_t bounded;   /* fen: what the others come to */
};

struct drafts {
    struct draft *items;
    int32_t count, measures; /* the last: room for one question */
};

bool subject_equal(hs_subject x, hs_subject y) {
    const hs_fact *a = x.fact, *b = y.fact; /* each policy has a copy of its own */
    if (x.record != y.record || strcmp(a->id, b->id) != 0 || (a->list == NULL) != (b->list == NULL)) return false;
    return a->list == NULL || strcmp(a->list->id, b->list->id) == 0;
}

/* The room that all questions together may need. */
static bool make_room(struct drafts *drafts, const hs_result *result, struct arena *arena) {
    int32_t missing = 0;
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            for (int32_t m = 0; m < result->places[i].policies[p].count; m++) {
                const hs_measure_result *measure = &result->places[i].policies[p].measures[m];
                missing += measure->missing_count;
                drafts->measures += measure->missing_count > 0;
            }
    drafts->items = arena_array(arena, (size_t)missing, sizeof *drafts->items);
    return drafts->items != NULL;
}

static struct draft *draft_of(struct drafts *drafts, const hs_missing *missing, struct arena *arena) {
    for (int32_t i = 0; i < drafts->count; i++)
        if (subject_equal(drafts->items[i].question.subject, missing->subject)) return &drafts->items[i];
    struct draft *draft = &drafts->items[drafts->count++];
    *draft = (struct draft){.question = {.subject = missing->subject, .have = missing->have},
                            .measures = arena_array(arena, (size_t)drafts->measures, sizeof(const char *))};
    return draft->measures == NULL ? NULL : draft;
}

static void take_measure(struct draft *draft, const char *id) {
    for (int32_t i = 0; i < draft->question.measure_count; i++)
        if (strcmp(draft->measures[i], id) == 0) return;
    draft->measures[draft->question.measure_count++] = id;
}

static bool take_thresholds(struct draft *draft, const hs_missing *missing, struct arena *arena) {
    int32_t most = draft->question.threshold_count + missing->threshold_count;
    if (most > draft->capacity) {
        int64_t *thresholds = arena_array(arena, 2 * (size_t)most, sizeof *thresholds);
        if (thresholds == NULL) return false;
        if (draft->question.threshold_count > 0)
            memcpy(thresholds, draft->thresholds, (size_t)draft->question.threshold_count * sizeof *thresholds);
        draft->thresholds = thresholds;
        draft->capacity = 2 * most;
    }
    for (int32_t i = 0; i < missing->threshold_count; i++) {
        int64_t at = missing->thresholds[i];
        int32_t place = 0, count = draft->question.threshold_count;
        while (place < count && draft->thresholds[place] < at) place++;
        if (place < count && draft->thresholds[place] == at) continue;
        memmove(draft->thresholds + place + 1, draft->thresholds + place, (size_t)(count - place) * sizeof at);
        draft->thresholds[place] = at;
        draft->question.threshold_count++;
    }
    return true;
}

/* How far a measure's money is open. What no total of cash contains is not at stake: loans, and policies out of force. */
static int64_t openness(const hs_policy_result *policy, const hs_measure_result *result) {
    if (!result->has_amount || result->measure->kind != HS_CASH || policy->in_force == HS_FALSE) return 0;
    return result->amount.high == HS_UNBOUNDED ? HS_UNBOUNDED : result->amount.high - result->amount.low;
}

/* Measures of one matter pay once: of those that wait for a fact only the one most open counts. */
static bool is_outdone(const hs_place_result *place, const hs_measure_result *result, int64_t open, hs_subject subject) {
    if (result->measure->matter == NULL) return false;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *other = &place->policies[p].measures[m];
            if (other == result || other->measure->matter == NULL || strcmp(other->measure->matter, result->measure->matter) != 0) continue;
            int64_t others = openness(&place->policies[p], other);
            for (int32_t k = 0; k < other->missing_count; k++)
                if (subject_equal(other->missing[k].subject, subject) && (others > open || (others == open && other < result))) return true;
        }
    return false;
}

static void take_stake(struct draft *draft, const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *result) {
    int64_t open = openness(policy, result);
    if (open == 0 || is_outdone(place, result, open, draft->question.subject)) return;
    if (open == HS_UNBOUNDED)
        draft->unbounded++;
    else if (!end_add(&draft->bounded, draft->bounded, open))
        draft->bounded = HS_UNBOUNDED - 1;
}

static bool take_place(struct drafts *drafts, const hs_place_result *place, struct arena *arena) {
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            for (int32_t k = 0; k < result->missing_count; k++) {
                struct draft *draft = draft_of(drafts, &result->missing[k], arena);
                if (draft == NULL) return false;
                draft->question.have = interval_hull(draft->question.have, result->missing[k].have);
                take_measure(draft, result->id);
                if (!take_thresholds(draft, &result->missing[k], arena)) return false;
                take_stake(draft, place, &place->policies[p], result);
            }
        }
    return true;
}

static bool comes_before(const struct draft *a, const struct draft *b) {
    if (a->unbounded != b->unbounded) return a->unbounded > b->unbounded;
    return a->bounded > b->bounded;
}

bool questions_list(hs_result *result, struct arena *arena) {
    struct drafts drafts = {0};
    if (!make_room(&drafts, result, arena)) return false;
    for (int32_t i = 0; i < result->count; i++)
        if (!take_place(&drafts, &result->places[i], arena)) return false;
    hs_question *questions = arena_array(arena, (size_t)drafts.count, sizeof *questions);
    if (questions == NULL) return false;
    for (int32_t i = 0; i < drafts.count; i++) {
        struct draft draft = drafts.items[i];
        int32_t place = i;
        for (; place > 0 && comes_before(&draft, &drafts.items[place - 1]); place--) drafts.items[place] = drafts.items[place - 1];
        drafts.items[place] = draft;
    }
    for (int32_t i = 0; i < drafts.count; i++) {
        struct draft *draft = &drafts.items[i];
        draft->question.measures = draft->measures;
        draft->question.thresholds = draft->thresholds;
        draft->question.at_stake = draft->unbounded > 0 ? HS_UNBOUNDED : draft->bounded;
        questions[i] = draft->question;
    }
    result->questions = questions;
    result->question_count = drafts.count;
    return true;
}

hs_interval hs_question_band(const hs_question *question, int32_t index) {
    return (hs_interval){index == 0 ? question->have.low : question->thresholds[index - 1],
                         index == question->threshold_count ? question->have.high : question->thresholds[index] - 1};
}
