#include "edit.h"

#include "error.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct hs_revision {
    struct arena arena;
    const hs_policy *policy;
};

/* A tree being copied. */
struct editor {
    const hs_edit *edits;
    int32_t count;
    hs_spot spot; /* of the node that comes next */
    struct arena *arena;
    bool failed; /* memory ran out */
};

/* ---- Spots -------------------------------------------------------------------------------------------------------------------- */

/* The node that `*before` others come before in a tree, which is counted down; NULL: it is not in it. */
static const hs_node *node_at(const hs_node *node, int32_t *before) {
    if ((*before)-- == 0) return node;
    for (int32_t i = 0; i < node->count; i++) {
        const hs_node *found = node_at(node->arguments[i], before);
        if (found != NULL) return found;
    }
    return NULL;
}

const hs_node *hs_policy_node(const hs_policy *policy, hs_spot spot) {
    if (spot.part == HS_PART_CEILING) {
        bool there = spot.measure >= 0 && spot.measure < policy->limit_count && spot.at >= 0;
        return there ? node_at(&policy->limits[spot.measure].ceiling->n, &spot.at) : NULL;
    }
    if (spot.measure < 0 || spot.measure >= policy->measure_count || spot.at < 0) return NULL;
    const hs_measure *measure = &policy->measures[spot.measure];
    if (spot.part == HS_PART_WHEN) return node_at(&measure->when->n, &spot.at);
    return spot.part == HS_PART_PAYS && measure->pays != NULL ? node_at(&measure->pays->n, &spot.at) : NULL;
}

static bool is_there(const hs_policy *policy, hs_spot spot) {
    bool measure = spot.measure >= 0 && spot.measure < policy->measure_count;
    switch (spot.part) {
    case HS_PART_YEARS: return measure && spot.at == 0;
    case HS_PART_WINDOW: return measure && (spot.at == 0 || spot.at == 1);
    case HS_PART_INSTALMENT: return measure && spot.at >= 0 && spot.at < HS_INSTALMENTS_MAX;
    case HS_PART_EFFECTIVE:
    case HS_PART_EXPIRES:
    case HS_PART_CLAIMABLE: return true;
    default: return hs_policy_node(policy, spot) != NULL;
    }
}

static bool has_argument(const hs_policy *policy, const hs_edit *edit) {
    if (edit->op != HS_EDIT_ARGUMENT) return true;
    const hs_node *node = hs_policy_node(policy, edit->spot);
    return node != NULL && edit->value >= 0 && edit->value < node->count;
}

/* ---- Trees -------------------------------------------------------------------------------------------------------------------- */

static const hs_edit *edit_of(const struct editor *e, hs_spot spot) {
    const hs_edit *found = NULL;
    for (int32_t i = 0; i < e->count; i++)
        if (e->edits[i].spot.part == spot.part && e->edits[i].spot.measure == spot.measure && e->edits[i].spot.at == spot.at)
            found = &e->edits[i];
    return found;
}

/* The node, or a copy where it or something below it changes. */
static const hs_node *revise(struct editor *e, const hs_node *node) {
    const hs_edit *edit = edit_of(e, e->spot);
    const hs_node **arguments = NULL;
    e->spot.at++;
    for (int32_t i = 0; i < node->count; i++) {
        const hs_node *argument = revise(e, node->arguments[i]);
        if (argument == node->arguments[i]) continue;
        if (arguments == NULL) {
            arguments = arena_array(e->arena, (size_t)node->count, sizeof *arguments);
            if (arguments == NULL) return e->failed = true, node;
            memcpy(arguments, node->arguments, (size_t)node->count * sizeof *arguments);
        }
        arguments[i] = argument;
    }
    if (edit == NULL && arguments == NULL) return node;
    if (edit != NULL && edit->op == HS_EDIT_ARGUMENT) return (arguments == NULL ? node->arguments : arguments)[edit->value];
    hs_node *copy = arena_take(e->arena, sizeof *copy);
    if (copy == NULL) return e->failed = true, node;
    *copy = *node;
    if (arguments != NULL) copy->arguments = arguments;
    if (edit != NULL) copy->value = edit->value;
    if (edit != NULL && edit->op != 0) copy->op = edit->op;
    if (edit != NULL && edit->op == HS_OP_CONSTANT) copy->fact = NULL, copy->arguments = NULL, copy->count = 0;
    return copy;
}

static const hs_node *revise_tree(struct editor *e, const hs_node *root, int32_t measure, int32_t part) {
    e->spot = (hs_spot){part, measure, 0};
    return revise(e, root);
}

/* ---- Policies ------------------------------------------------------------------------------------------------------------------ */

/* A percentage with a fraction, which an instalment cannot have, becomes one that the checker refuses. */
static int32_t whole_percent(int64_t hundredths) {
    return hundredths % 100 == 0 && hundredths >= 0 && hundredths <= 10000 ? (int32_t)(hundredths / 100) : -1;
}

static int32_t whole_years(int64_t years) { return years >= 0 && years <= HS_YEARS_MAX ? (int32_t)years : -1; }

/* What sees a node as a value of one kind has the node as its only member. */
static void revise_measure(struct editor *e, hs_measure *measure, int32_t index) {
    measure->when = (const hs_truth *)(const void *)revise_tree(e, &measure->when->n, index, HS_PART_WHEN);
    if (measure->pays != NULL) measure->pays = (const hs_money *)(const void *)revise_tree(e, &measure->pays->n, index, HS_PART_PAYS);
    const hs_edit *years = edit_of(e, (hs_spot){HS_PART_YEARS, index, 0});
    if (years != NULL) measure->years = whole_years(years->value);
    for (int32_t i = 0; i < HS_INSTALMENTS_MAX; i++) {
        const hs_edit *part = edit_of(e, (hs_spot){HS_PART_INSTALMENT, index, i});
        if (part != NULL) measure->instalments[i] = whole_percent(part->value);
    }
    const hs_edit *from = edit_of(e, (hs_spot){HS_PART_WINDOW, index, 0}), *until = edit_of(e, (hs_spot){HS_PART_WINDOW, index, 1});
    if (from != NULL) measure->window.from_month = from->date.month, measure->window.from_day = from->date.day;
    if (until != NULL) measure->window.until_month = until->date.month, measure->window.until_day = until->date.day;
}

static void revise_dates(const struct editor *e, hs_policy *policy) {
    for (int32_t i = 0; i < e->count; i++) {
        if (e->edits[i].spot.part == HS_PART_EFFECTIVE) policy->effective = e->edits[i].date;
        if (e->edits[i].spot.part == HS_PART_EXPIRES) policy->expires = e->edits[i].date;
        if (e->edits[i].spot.part == HS_PART_CLAIMABLE) policy->claimable_until = e->edits[i].date;
    }
}

int edit_policy(const hs_policy **out, const hs_policy *policy, const hs_edit *edits, int32_t count, struct arena *arena, hs_error *error) {
    struct editor e = {.edits = edits, .count = count, .arena = arena};
    for (int32_t i = 0; i < count; i++)
        if (!is_there(policy, edits[i].spot) || !has_argument(policy, &edits[i]))
            return error_set(error, HS_USAGE, AT_PATH(policy->id), "政策里没有要改的位置", "there is nothing at the spot to be changed");
    hs_policy *copy = arena_take(arena, sizeof *copy);
    hs_measure *measures = arena_array(arena, (size_t)policy->measure_count, sizeof *measures);
    hs_limit *limits = arena_array(arena, (size_t)policy->limit_count, sizeof *limits);
    if (copy == NULL || measures == NULL || limits == NULL) return error_memory(error);
    *copy = *policy;
    for (int32_t i = 0; i < policy->limit_count; i++) {
        limits[i] = policy->limits[i];
        limits[i].ceiling = (const hs_money *)(const void *)revise_tree(&e, &limits[i].ceiling->n, i, HS_PART_CEILING);
    }
    if (policy->limit_count > 0) copy->limits = limits;
    memcpy(measures, policy->measures, (size_t)policy->measure_count * sizeof *measures);
    for (int32_t m = 0; m < policy->measure_count; m++) revise_measure(&e, &measures[m], m);
    revise_dates(&e, copy);
    copy->measures = measures;
    if (e.failed) return error_memory(error);
    *out = copy;
    return HS_OK;
}

int hs_revision_new(hs_revision **out, const hs_policy *policy, const hs_edit *edits, int32_t count, hs_error *error) {
    hs_revision *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    int status = edit_policy(&self->policy, policy, edits, count, &self->arena, error);
    if (status == HS_OK)
        *out = self;
    else
        hs_revision_free(self);
    return status;
}

void hs_revision_free(hs_revision *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    free(self);
}

const hs_policy *hs_revision_policy(const hs_revision *self) { return self->policy; }
