/* What each measure needs of its policy's plan, so that one can be evaluated by itself. */
#include "plan.h"

#include <string.h>

/* What is needed, by number. */
struct needs {
    bool *steps, *inputs, *slots, *numbers, *truths;
};

static bool make_needs(struct needs *out, const struct plan *plan, int32_t slot_count, struct arena *arena) {
    *out = (struct needs){arena_array(arena, (size_t)plan->step_count, sizeof(bool)),
                          arena_array(arena, (size_t)plan->input_count, sizeof(bool)), arena_array(arena, (size_t)slot_count, sizeof(bool)),
                          arena_array(arena, (size_t)plan->number_count, sizeof(bool)),
                          arena_array(arena, (size_t)plan->truth_count, sizeof(bool))};
    return out->steps != NULL && out->inputs != NULL && out->slots != NULL && out->numbers != NULL && out->truths != NULL;
}

static void need(const struct needs *needs, bool truth, int32_t out) {
    if (out >= 0) (truth ? needs->truths : needs->numbers)[out] = true;
}

/* A step stands behind those whose registers it reads. */
static void trace(const struct needs *needs, const struct plan *plan) {
    for (int32_t s = plan->step_count - 1; s >= 0; s--) {
        const struct step *step = &plan->steps[s];
        needs->steps[s] = (step_gives_truth(step->op) ? needs->truths : needs->numbers)[step->out];
        if (!needs->steps[s]) continue;
        for (int32_t i = 0; i < step->count; i++) need(needs, step_takes_truth(step->op, i), step->in[i]);
        if (step->list != NO_LIST) needs->slots[step->list] = true;
        if (step->over != NO_LIST) needs->slots[step->over] = true;
    }
    for (int32_t i = 0; i < plan->input_count; i++) {
        const struct input *input = &plan->inputs[i];
        needs->inputs[i] = (input->truth ? needs->truths : needs->numbers)[input->out];
        if (needs->inputs[i] && input->slot >= 0) needs->slots[input->slot] = true;
    }
}

static const int32_t *list_of(int32_t *count, const bool *needed, int32_t all, struct arena *arena) {
    for (int32_t i = 0; i < all; i++) *count += needed[i];
    int32_t *list = arena_room(arena, (size_t)*count, sizeof *list);
    for (int32_t i = 0, k = 0; list != NULL && i < all; i++)
        if (needed[i]) list[k++] = i;
    return list;
}

static bool make_portion(struct portion *out, const struct needs *needs, const struct plan *plan, int32_t slot_count, struct arena *arena) {
    trace(needs, plan);
    out->steps = list_of(&out->step_count, needs->steps, plan->step_count, arena);
    out->inputs = list_of(&out->input_count, needs->inputs, plan->input_count, arena);
    out->slots = list_of(&out->slot_count, needs->slots, slot_count, arena);
    return out->steps != NULL && out->inputs != NULL && out->slots != NULL;
}

static int32_t count_terms(const struct term *term) {
    int32_t count = 1;
    for (int32_t i = 0; i < term->node->count; i++) count += count_terms(&term->arguments[i]);
    return count;
}

static void take_leaf(struct portion *out, const struct term *term) {
    for (int32_t i = 0; term->over == NO_LIST && i < out->leaf_count; i++)
        if (out->leaves[i]->node->op == HS_OP_FACT && out->leaves[i]->node->fact == term->node->fact) return;
    out->leaves[out->leaf_count++] = term;
    out->over_records = out->over_records || term->over != NO_LIST;
}

static void take_leaves(struct portion *out, const struct term *term) {
    if (term->over != NO_LIST || term->node->op == HS_OP_FACT) {
        take_leaf(out, term);
        return;
    }
    for (int32_t i = 0; i < term->node->count; i++) take_leaves(out, &term->arguments[i]);
}

static bool list_leaves(struct portion *out, const struct term *when, const struct term *pays, struct arena *arena) {
    int32_t most = count_terms(when) + (pays == NULL ? 0 : count_terms(pays));
    out->leaves = arena_room(arena, (size_t)most, sizeof *out->leaves);
    if (out->leaves == NULL) return false;
    take_leaves(out, when);
    if (pays != NULL) take_leaves(out, pays);
    return true;
}

bool plan_divide(struct plan *plan, int32_t measure_count, int32_t slot_count, struct arena *arena) {
    struct portion *portions = arena_array(arena, (size_t)measure_count, sizeof *portions);
    struct needs needs;
    if (portions == NULL || !make_needs(&needs, plan, slot_count, arena)) return false;
    plan->portions = portions;
    for (int32_t m = 0; m < measure_count; m++) {
        memset(needs.slots, 0, (size_t)slot_count);
        memset(needs.numbers, 0, (size_t)plan->number_count);
        memset(needs.truths, 0, (size_t)plan->truth_count);
        need(&needs, true, plan->when[m].out);
        if (plan->pays[m] != NULL) need(&needs, false, plan->pays[m]->out);
        if (!make_portion(&portions[m], &needs, plan, slot_count, arena) ||
            !list_leaves(&portions[m], &plan->when[m], plan->pays[m], arena))
            return false;
    }
    memset(needs.numbers, true, (size_t)plan->number_count);
    memset(needs.truths, true, (size_t)plan->truth_count);
    return make_portion(&plan->whole, &needs, plan, slot_count, arena);
}
