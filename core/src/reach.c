#include "reach.h"

#include "money.h"
#include "words.h"

#include <string.h>

/* A walk over the terms of a policy, always in one order: once to list the points, then for each case to count it at those it reaches. */
struct walk {
    struct reach *reach;
    struct arena *arena; /* while listing; NULL: counting */
    const struct frame *frame;
    const hs_measure *measure; /* of the points */
    const hs_limit *limit;
    int32_t at;     /* the point that comes next */
    int32_t number; /* of the case */
    bool failed;    /* memory ran out */
};

static const hs_text truths[] = {{"不成立", "false"}, {"不能确定", "unknown"}, {"成立", "true"}};
static const hs_text standings[] = {{"不符合条件", "ineligible"}, {"不能确定", "undetermined"}, {"符合条件", "eligible"}};

/* ---- Points ---------------------------------------------------------------------------------------------------------------------- */

static hs_point *new_point(struct walk *w) {
    struct reach *reach = w->reach;
    if (reach->count == reach->capacity) {
        int32_t capacity = reach->capacity == 0 ? 256 : 2 * reach->capacity;
        hs_point *points = arena_array(w->arena, (size_t)capacity, sizeof *points);
        if (points == NULL) return w->failed = true, NULL;
        if (reach->count > 0) memcpy(points, reach->points, (size_t)reach->count * sizeof *points);
        reach->points = points;
        reach->capacity = capacity;
    }
    return &reach->points[reach->count++];
}

static void point(struct walk *w, hs_text part, hs_text wanted, bool whole, bool reached) {
    struct reach *reach = w->reach;
    int32_t at = w->at++;
    if (w->arena != NULL) {
        hs_point *made = new_point(w);
        if (made != NULL) *made = (hs_point){w->measure, w->limit, part, wanted, whole, 0};
    } else if (reached && reach->seen[at] != w->number) { /* a case counts once, whatever its places and records */
        reach->seen[at] = w->number;
        reach->points[at].cases++;
    }
}

/* An amount in words, while listing. */
static hs_text words_of(struct walk *w, const hs_node *node) {
    hs_text text = {"", ""};
    if (w->arena != NULL && !words_rule(&text, node, w->arena)) w->failed = true;
    return text;
}

static hs_text tier_words(struct walk *w, const hs_node *from, const hs_node *key, bool below) {
    struct writer zh = {0}, en = {0};
    const hs_fact *unit = key->op == HS_OP_FACT ? key->fact : NULL;
    hs_text text = {"", ""};
    if (w->arena == NULL) return text;
    write_text(&zh, below ? "低于 " : "自 ");
    words_figure(&zh, from->value, from->type, unit, HS_ZH);
    write_text(&zh, below ? "" : " 起的一档");
    write_text(&en, below ? "below " : "the tier from ");
    words_figure(&en, from->value, from->type, unit, HS_EN);
    text = (hs_text){write_keep(&zh, w->arena), write_keep(&en, w->arena)};
    w->failed = w->failed || text.zh == NULL || text.en == NULL;
    return text;
}

/* ---- Terms ----------------------------------------------------------------------------------------------------------------------- */

static void visit(struct walk *w, const struct term *term, struct spot spot, bool live);

/* What a condition came out as, -1 where nothing counts. */
static int32_t truth_of(const struct term *term, const struct walk *w, struct spot spot, bool live) {
    return live ? term_truth(w->frame, term, spot) : -1;
}

static hs_interval figure_of(const struct term *term, const struct walk *w, struct spot spot, bool live) {
    return live ? term_figure(w->frame, term, spot) : ANYTHING;
}

static bool is_of_days(const hs_node *node) { return node->op == HS_OP_SINCE || node->op == HS_OP_UNTIL; }

static void visit_truth(struct walk *w, const struct term *term, struct spot spot, bool live) {
    int32_t truth = truth_of(term, w, spot, live);
    point(w, term->rule, truths[HS_TRUE], false, truth == HS_TRUE);
    point(w, term->rule, truths[HS_FALSE], false, truth == HS_FALSE);
    if (!is_of_days(term->node)) point(w, term->rule, truths[HS_UNKNOWN], false, truth == HS_UNKNOWN);
}

/* SOME, SUM, COUNT_IF: the condition and the amount of each record. */
static void visit_records(struct walk *w, const struct term *term, struct spot spot, bool live) {
    int32_t first = w->at;
    struct records records = {0, 0, false};
    if (live) records = frame_records(w->frame, term->over, spot.lane);
    for (int32_t r = records.begin; r < records.end || r == records.begin; r++) {
        struct spot here = {spot.lane, r};
        bool some = r < records.end;
        w->at = first;
        visit(w, &term->arguments[1], here, some);
        if (term->node->count > 2) visit(w, &term->arguments[2], here, truth_of(&term->arguments[1], w, here, some) == HS_TRUE);
    }
}

static void visit_tiers(struct walk *w, const struct term *term, struct spot spot, bool live) {
    const struct term *a = term->arguments;
    hs_interval x = figure_of(&a[0], w, spot, live);
    hs_text part = words_of(w, a[0].node);
    visit(w, &a[0], spot, live);
    if (a[1].node->value > 0) point(w, part, tier_words(w, a[1].node, a[0].node, true), false, live && x.high < a[1].node->value);
    for (int32_t i = 1; i + 1 < term->node->count; i += 2) {
        bool last = i + 2 >= term->node->count;
        bool reached = live && x.low >= a[i].node->value && (last || x.high < a[i + 2].node->value);
        point(w, part, tier_words(w, a[i].node, a[0].node, false), false, reached);
        visit(w, &a[i + 1], spot, reached);
    }
}

static void visit_branches(struct walk *w, const struct term *term, struct spot spot, bool live) {
    const struct term *a = term->arguments;
    hs_interval choice = figure_of(&a[0], w, spot, live);
    const hs_fact *fact = a[0].node->fact;
    for (int32_t i = 1; i + 1 < term->node->count; i += 2) {
        bool reached = live && choice.high == INT64_C(1) << a[i].node->value;
        point(w, fact->label, fact->values[a[i].node->value].label, false, reached);
        visit(w, &a[i + 1], spot, reached);
    }
}

static void visit_if(struct walk *w, const struct term *term, struct spot spot, bool live) {
    int32_t truth = truth_of(&term->arguments[0], w, spot, live);
    visit(w, &term->arguments[0], spot, live);
    visit(w, &term->arguments[1], spot, truth == HS_TRUE);
    visit(w, &term->arguments[2], spot, truth == HS_FALSE);
}

/* Two figures of which one takes over where the other is passed. */
static void visit_turn(struct walk *w, const struct term *term, struct spot spot, bool live) {
    bool cuts = term->node->op == HS_OP_CAP || term->node->op == HS_OP_LESSER;
    hs_interval bound = figure_of(&term->arguments[cuts ? 0 : 1], w, spot, live);
    hs_interval x = figure_of(&term->arguments[cuts ? 1 : 0], w, spot, live);
    hs_text part = words_of(w, term->node);
    point(w, part, cuts ? (hs_text){"超过上限", "cut"} : (hs_text){"有余额", "something left"}, false, live && x.low > bound.high);
    point(w, part, cuts ? (hs_text){"不到上限", "not cut"} : (hs_text){"没有余额", "nothing left"}, false, live && x.high <= bound.low);
    visit(w, &term->arguments[0], spot, live);
    visit(w, &term->arguments[1], spot, live);
}

static void visit_greatest(struct walk *w, const struct term *term, struct spot spot, bool live) {
    for (int32_t i = 0; i < term->node->count; i++) {
        bool most = live;
        hs_interval x = figure_of(&term->arguments[i], w, spot, live);
        for (int32_t k = 0; most && k < term->node->count; k++) most = k == i || figure_of(&term->arguments[k], w, spot, live).high < x.low;
        point(w, words_of(w, term->arguments[i].node), (hs_text){"就高取这一项", "the greatest"}, false, most);
        visit(w, &term->arguments[i], spot, live);
    }
}

static void visit_arguments(struct walk *w, const struct term *term, struct spot spot, bool live) {
    for (int32_t i = 0; i < term->node->count; i++) visit(w, &term->arguments[i], spot, live);
}

static void visit_within(struct walk *w, const struct term *term, struct spot spot, bool live) {
    switch ((enum hs_op)term->node->op) {
    case HS_OP_SOME:
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: visit_records(w, term, spot, live); return;
    case HS_OP_TIERS: visit_tiers(w, term, spot, live); return;
    case HS_OP_BY: visit_branches(w, term, spot, live); return;
    case HS_OP_IF: visit_if(w, term, spot, live); return;
    case HS_OP_CAP:
    case HS_OP_LESSER:
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: visit_turn(w, term, spot, live); return;
    case HS_OP_GREATEST: visit_greatest(w, term, spot, live); return;
    default: visit_arguments(w, term, spot, live); return;
    }
}

static void visit(struct walk *w, const struct term *term, struct spot spot, bool live) {
    if (term->node->op == HS_OP_CONSTANT) return;
    if (term->node->type == HS_TRUTH) visit_truth(w, term, spot, live);
    visit_within(w, term, spot, live);
}

/* ---- Measures and limits --------------------------------------------------------------------------------------------------------- */

/* The condition as a whole is whether the measure is had; ALWAYS is had by everybody. Amounts count only where it is. */
static void visit_measure(struct walk *w, const struct loaded_policy *loaded, int32_t m, bool live) {
    const struct term *when = &loaded->plan.when[m];
    const struct spot spot = {0, 0};
    int32_t truth = truth_of(when, w, spot, live);
    bool always = when->node->op == HS_OP_CONSTANT;
    w->measure = &loaded->policy->measures[m];
    point(w, w->measure->title, standings[HS_ELIGIBLE], true, truth == HS_TRUE);
    if (!always) point(w, w->measure->title, standings[HS_INELIGIBLE], true, truth == HS_FALSE);
    if (!always && !is_of_days(when->node)) point(w, w->measure->title, standings[HS_UNDETERMINED], true, truth == HS_UNKNOWN);
    visit_within(w, when, spot, live);
    if (loaded->plan.pays[m] != NULL) visit(w, loaded->plan.pays[m], spot, truth == HS_TRUE);
}

static void visit_limit(struct walk *w, const hs_limit *limit, const hs_limit_result *result) {
    bool yearly = limit->per == HS_YEARLY;
    hs_interval before = {0, 0}, after = {0, 0};
    if (result != NULL) before = yearly ? result->before : result->whole, after = yearly ? result->after : result->allowed;
    w->limit = limit;
    point(w, limit->title, (hs_text){"超过上限", "cut"}, true, result != NULL && after.high < before.high);
    point(w, limit->title, (hs_text){"不到上限", "not cut"}, true, result != NULL && interval_equal(before, after));
}

bool reach_list(struct reach *out, const struct loaded_policy *loaded, struct arena *arena) {
    struct walk w = {.reach = out, .arena = arena};
    const hs_policy *policy = loaded->policy;
    int32_t *first = arena_array(arena, (size_t)policy->measure_count + (size_t)policy->limit_count, sizeof *first);
    *out = (struct reach){.first = first};
    if (first == NULL) return false;
    for (int32_t m = 0; m < policy->measure_count; m++) {
        first[m] = w.at;
        visit_measure(&w, loaded, m, false);
    }
    w.measure = NULL;
    for (int32_t i = 0; i < policy->limit_count; i++) {
        first[policy->measure_count + i] = w.at;
        visit_limit(&w, &policy->limits[i], NULL);
    }
    out->seen = arena_array(arena, (size_t)out->count, sizeof *out->seen);
    return !w.failed && out->seen != NULL;
}

void reach_measures(struct reach *self, const struct loaded_policy *loaded, const struct frame *frame, const uint8_t *named,
                    int32_t number) {
    struct walk w = {.reach = self, .frame = frame, .number = number};
    for (int32_t m = 0; m < loaded->policy->measure_count; m++) {
        if (!named[m]) continue;
        w.at = self->first[m];
        visit_measure(&w, loaded, m, true);
    }
}

void reach_limits(struct reach *self, const hs_policy *policy, const hs_place_result *place, int32_t number) {
    struct walk w = {.reach = self, .number = number};
    for (int32_t i = 0; i < place->limit_count; i++) {
        if (place->limits[i].policy != policy) continue;
        w.at = self->first[policy->measure_count + (int32_t)(place->limits[i].limit - policy->limits)];
        visit_limit(&w, place->limits[i].limit, &place->limits[i]);
    }
}
