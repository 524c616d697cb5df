#include "plan.h"

#include "domain.h"
#include "error.h"
#include "money.h"
#include "policy_json.h"
#include "words.h"

#include <string.h>

/* An array that grows in an arena. */
struct growing {
    char *items;
    size_t size;
    int32_t count, capacity;
};

struct builder {
    const struct dictionary *dictionary;
    struct arena *arena;
    hs_error *error;
    struct growing steps, inputs, number_list, truth_list;
    struct growing shared;  /* pointers to the terms that have a number, by it */
    enum rounding rounding; /* of percentages, to the fen */
    int32_t *step_table;    /* step + 1 by hash, open addressing; 0: free */
    int32_t step_table_size;
};

static void *grow(struct builder *b, struct growing *array) {
    if (array->count == array->capacity) {
        int32_t capacity = array->capacity == 0 ? 64 : array->capacity * 2;
        char *items = arena_array(b->arena, (size_t)capacity, array->size);
        if (items == NULL) return NULL;
        if (array->count > 0) memcpy(items, array->items, (size_t)array->count * array->size);
        array->items = items;
        array->capacity = capacity;
    }
    return array->items + (size_t)array->count++ * array->size;
}

/* ---- Registers and inputs ---------------------------------------------------------------------------------------------------- */

/* A new register, or -1 when memory ran out. */
static int32_t new_register(struct builder *b, bool truth, int32_t list) {
    struct growing *lists = truth ? &b->truth_list : &b->number_list;
    int32_t *entry = grow(b, lists);
    if (entry == NULL) return -1;
    *entry = list;
    return lists->count - 1;
}

static bool make_lanes(struct builder *b, bool truth, struct input *constant) {
    constant->lanes = arena_room(b->arena, CONSTANT_LANES, truth ? sizeof(uint8_t) : sizeof(int64_t));
    for (int32_t i = 0; constant->lanes != NULL && i < CONSTANT_LANES; i++)
        if (truth)
            ((uint8_t *)constant->lanes)[i] = (uint8_t)constant->value;
        else
            ((int64_t *)constant->lanes)[i] = constant->value;
    return constant->lanes != NULL;
}

static int32_t input_of(struct builder *b, bool truth, int32_t list, struct input wanted) {
    const struct growing *lists = truth ? &b->truth_list : &b->number_list;
    for (int32_t i = 0; i < b->inputs.count; i++) {
        const struct input *known = (const struct input *)(const void *)b->inputs.items + i;
        if (known->truth == truth && known->slot == wanted.slot && known->field == wanted.field && known->value == wanted.value &&
            ((const int32_t *)(const void *)lists->items)[known->out] == list)
            return known->out;
    }
    if (wanted.slot == SLOT_CONSTANT && !make_lanes(b, truth, &wanted)) return -1;
    wanted.truth = truth;
    wanted.out = new_register(b, truth, list);
    struct input *entry = wanted.out < 0 ? NULL : grow(b, &b->inputs);
    if (entry == NULL) return -1;
    *entry = wanted;
    return wanted.out;
}

static int32_t constant(struct builder *b, bool truth, int32_t list, int64_t value) {
    return input_of(b, truth, list, (struct input){.slot = SLOT_CONSTANT, .field = -1, .value = value});
}

static int32_t list_of_field(const struct builder *b, const hs_fact *field) { return dictionary_find(b->dictionary, field->list->id); }

/* ---- Steps ------------------------------------------------------------------------------------------------------------------- */

static bool same_step(const struct step *x, const struct step *y) {
    return x->op == y->op && x->list == y->list && x->over == y->over && x->value == y->value && x->rounding == y->rounding &&
           x->count == y->count && memcmp(x->in, y->in, (size_t)x->count * sizeof *x->in) == 0;
}

static uint32_t hash_of(const struct step *step) {
    uint32_t hash = 2166136261u;
    const int64_t parts[] = {step->op, step->list, step->over, step->value, step->rounding};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) hash = (hash ^ (uint32_t)parts[i] ^ (uint32_t)(parts[i] >> 32)) * 16777619u;
    for (int32_t i = 0; i < step->count; i++) hash = (hash ^ (uint32_t)step->in[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static int32_t *place_of(const struct builder *b, const struct step *step) {
    const struct step *steps = (const struct step *)(const void *)b->steps.items;
    uint32_t mask = (uint32_t)b->step_table_size - 1, at = hash_of(step) & mask;
    while (b->step_table[at] != 0 && !same_step(&steps[b->step_table[at] - 1], step)) at = (at + 1) & mask;
    return &b->step_table[at];
}

static bool make_table(struct builder *b) {
    if (b->steps.count * 2 < b->step_table_size) return true;
    b->step_table_size = b->step_table_size == 0 ? 1024 : b->step_table_size * 2;
    b->step_table = arena_array(b->arena, (size_t)b->step_table_size, sizeof *b->step_table);
    if (b->step_table == NULL) return false;
    for (int32_t i = 0; i < b->steps.count; i++) *place_of(b, (const struct step *)(const void *)b->steps.items + i) = i + 1;
    return true;
}

/* The register of a step like this one, computed before or now; -1 when memory ran out, for it or for what it reads. */
static int32_t emit(struct builder *b, struct step step) {
    for (int32_t i = 0; i < step.count; i++)
        if (step.in[i] < 0) return -1;
    if (!make_table(b)) return -1;
    int32_t *place = place_of(b, &step);
    if (*place != 0) return ((const struct step *)(const void *)b->steps.items)[*place - 1].out;
    int32_t *in = arena_array(b->arena, (size_t)step.count, sizeof *in);
    step.out = new_register(b, step_gives_truth(step.op), step.list);
    struct step *entry = in == NULL || step.out < 0 ? NULL : grow(b, &b->steps);
    if (entry == NULL) return -1;
    memcpy(in, step.in, (size_t)step.count * sizeof *in);
    step.in = in;
    *entry = step;
    *place = b->steps.count;
    return step.out;
}

/* ---- Terms ------------------------------------------------------------------------------------------------------------------- */

/* The register of a term where the lanes are those of `list`: a value of the applicant is spread over its records. */
static int32_t operand(struct builder *b, const struct term *term, int32_t list) {
    bool truth = term->node->type == HS_TRUTH;
    if (term->list == list || term->out < 0) return term->out;
    if (term->node->op == HS_OP_CONSTANT) return constant(b, truth, list, term->node->value);
    return emit(b, (struct step){
                       .op = truth ? STEP_SPREAD_TRUTH : STEP_SPREAD_NUMBER, .list = list, .over = NO_LIST, .in = &term->out, .count = 1});
}

static bool compile(struct builder *b, struct term *term, const hs_node *node);

static bool compile_fact(struct builder *b, struct term *term, const hs_fact *fact) {
    struct input input = {.field = -1};
    if (fact->list != NULL) {
        input.slot = term->list = list_of_field(b, fact);
        input.field = dictionary_find_field(&b->dictionary->slots[input.slot], fact->id);
    } else {
        input.slot = dictionary_find(b->dictionary, fact->id);
        if (fact->type == HS_LIST) return true; /* the steps over it name its slot */
    }
    term->out = input_of(b, fact->type == HS_TRUTH, term->list, input);
    return term->out >= 0;
}

static bool is_product(const hs_node *node) { return node->op == HS_OP_PERCENT || node->op == HS_OP_PERCENT_OF; }

/* One side of a comparison as figure and factor, in ten-thousandths. */
static void side(struct builder *b, const struct term *term, int32_t list, int32_t in[2]) {
    const hs_node *node = term->node;
    const struct term *figure = node->op == HS_OP_PERCENT ? &term->arguments[0] : node->op == HS_OP_PERCENT_OF ? &term->arguments[1] : term;
    in[0] = operand(b, figure, list);
    if (node->op == HS_OP_PERCENT_OF)
        in[1] = operand(b, &term->arguments[0], list);
    else
        in[1] = constant(b, false, list, node->op == HS_OP_PERCENT ? node->value : 10000);
}

static bool compile_comparison(struct builder *b, struct term *term) {
    const struct term *x = &term->arguments[0], *y = &term->arguments[1];
    struct step step = {.op = term->node->op, .list = term->list, .over = NO_LIST};
    int32_t in[4];
    if (is_product(x->node) || is_product(y->node)) {
        side(b, x, term->list, in);
        side(b, y, term->list, in + 2);
        step.op = STEP_COMPARE_PRODUCTS;
        step.value = term->node->op;
        step.count = 4;
    } else {
        in[0] = operand(b, x, term->list);
        in[1] = operand(b, y, term->list);
        step.count = 2;
    }
    step.in = in;
    term->out = emit(b, step);
    return term->out >= 0;
}

/* SINCE, UNTIL: the day compared with one of the document's. */
static bool compile_day(struct builder *b, struct term *term) {
    const int32_t in[] = {input_of(b, false, NO_LIST, (struct input){.slot = SLOT_DAY, .field = -1}),
                          constant(b, false, NO_LIST, term->node->value)};
    int32_t op = term->node->op == HS_OP_SINCE ? HS_OP_AT_LEAST : HS_OP_AT_MOST;
    term->out = emit(b, (struct step){.op = op, .list = NO_LIST, .over = NO_LIST, .in = in, .count = 2});
    return term->out >= 0;
}

/* SOME, SUM, COUNT_IF: from the records of a list to the applicant. */
static bool compile_records(struct builder *b, struct term *term) {
    int32_t list = dictionary_find(b->dictionary, term->node->arguments[0]->fact->id), in[2] = {0};
    for (int32_t i = 1; i < term->node->count; i++) in[i - 1] = operand(b, &term->arguments[i], list);
    term->list = NO_LIST;
    term->over = list;
    term->out = emit(b, (struct step){.op = term->node->op, .list = NO_LIST, .over = list, .in = in, .count = term->node->count - 1});
    return term->out >= 0;
}

static bool compile_operation(struct builder *b, struct term *term) {
    const hs_node *node = term->node;
    int32_t in[HS_ARGUMENTS_MAX + HS_VALUES_MAX], count = 0;
    for (int32_t i = 0; i < node->count; i++) {
        bool label = node->op == HS_OP_BY && i % 2 == 1; /* of a branch, not an operand */
        int32_t at = node->op == HS_OP_BY && i > 0 ? 1 + (int32_t)node->arguments[i - !label]->value : count;
        if (label) continue;
        in[at] = operand(b, &term->arguments[i], term->list);
        count++;
    }
    bool percentage = is_product(node) || node->op == HS_OP_EXCHANGE;
    term->out = emit(b, (struct step){.op = node->op,
                                      .list = term->list,
                                      .over = NO_LIST,
                                      .value = node->value,
                                      .rounding = (int32_t)(percentage ? b->rounding : HALF_UP),
                                      .in = in,
                                      .count = count});
    return term->out >= 0;
}

enum { SHARED_MAX = 256 }; /* of one policy: each condition is looked for among them */

static bool is_joined(const hs_node *node) { return node->op == HS_OP_ALL || node->op == HS_OP_ANY || node->op == HS_OP_NOT; }

/* The term that says the same as this condition and is compiled, or NULL. */
static const struct term *shared_term(const struct builder *b, const hs_node *node) {
    const struct term *const *known = (const struct term *const *)(const void *)b->shared.items;
    for (int32_t i = 0; i < b->shared.count; i++)
        if (same_tree(known[i]->node, node)) return known[i];
    return NULL;
}

static bool compile_joined(struct builder *b, struct term *term) {
    if (!compile_operation(b, term)) return false;
    if (term->list != NO_LIST || b->shared.count == SHARED_MAX) return true;
    const struct term **entry = grow(b, &b->shared);
    if (entry == NULL) return false;
    *entry = term;
    term->shared = b->shared.count - 1;
    return true;
}

/* What is going to be rounded to a multiple must not be rounded the other way first: 49,999.995 yuan are 49,999 where the rest is dropped. */
static enum rounding rounding_within(const hs_node *node, enum rounding around) {
    if (node->op == HS_OP_ROUND_UP) return UP;
    if (node->op == HS_OP_ROUND_DOWN || node->op == HS_OP_ROUND_HALF_UP) return DOWN;
    return node->type == HS_TRUTH ? HALF_UP : around;
}

static bool put_in_words(struct term *condition, struct arena *arena) {
    if (!words_rule(&condition->rule, condition->node, arena)) return false;
    condition->json = condition_json(condition->node, condition->rule, arena);
    return condition->json != NULL;
}

/* A term's lanes are those of the list whose fields it speaks of, else the applicant's. What the policy says twice is compiled once. */
static bool compile(struct builder *b, struct term *term, const hs_node *node) {
    const struct term *known = is_joined(node) ? shared_term(b, node) : NULL;
    if (known != NULL) return *term = *known, true;
    struct term *arguments = arena_array(b->arena, (size_t)node->count, sizeof *arguments);
    *term = (struct term){.node = node, .out = -1, .list = NO_LIST, .over = NO_LIST, .arguments = arguments, .shared = -1};
    if (arguments == NULL || (node->type == HS_TRUTH && !put_in_words(term, b->arena))) return false;
    enum rounding around = b->rounding;
    b->rounding = rounding_within(node, around);
    for (int32_t i = 0; i < node->count; i++) {
        if (!compile(b, &arguments[i], node->arguments[i])) return false;
        if (arguments[i].list != NO_LIST) term->list = arguments[i].list;
    }
    b->rounding = around;
    switch (node->op) {
    case HS_OP_FACT: return compile_fact(b, term, node->fact);
    case HS_OP_CONSTANT:
        if (node->type == HS_CHOICE) return true; /* the label of a branch */
        term->out = constant(b, node->type == HS_TRUTH, NO_LIST, node->value);
        return term->out >= 0;
    case HS_OP_ALL:
    case HS_OP_ANY:
    case HS_OP_NOT: return compile_joined(b, term);
    case HS_OP_AT_LEAST:
    case HS_OP_MORE_THAN:
    case HS_OP_AT_MOST:
    case HS_OP_LESS_THAN: return compile_comparison(b, term);
    case HS_OP_SOME:
    case HS_OP_SUM:
    case HS_OP_COUNT_IF: return compile_records(b, term);
    case HS_OP_UNSTATED: return true;
    case HS_OP_SINCE:
    case HS_OP_UNTIL: return compile_day(b, term);
    default: return compile_operation(b, term);
    }
}

/* ---- The plan ---------------------------------------------------------------------------------------------------------------- */

static bool compile_measures(struct builder *b, struct plan *plan, const hs_policy *policy) {
    struct term *when = arena_array(b->arena, (size_t)policy->measure_count, sizeof *when);
    const struct term **pays = arena_array(b->arena, (size_t)policy->measure_count, sizeof(struct term *));
    plan->when = when;
    plan->pays = pays;
    if (when == NULL || pays == NULL) return false;
    for (int32_t i = 0; i < policy->measure_count; i++) {
        const hs_measure *measure = &policy->measures[i];
        if (!compile(b, &when[i], &measure->when->n)) return false;
        if (measure->pays == NULL) continue;
        struct term *term = arena_take(b->arena, sizeof *term);
        if (term == NULL || !compile(b, term, &measure->pays->n) || !words_rule(&term->rule, term->node, b->arena)) return false;
        pays[i] = term;
    }
    return true;
}

static bool compile_limits(struct builder *b, struct plan *plan, const hs_policy *policy) {
    struct term *ceilings = arena_array(b->arena, (size_t)policy->limit_count, sizeof *ceilings);
    plan->ceilings = ceilings;
    if (ceilings == NULL) return false;
    for (int32_t i = 0; i < policy->limit_count; i++) {
        const hs_node *node = &policy->limits[i].ceiling->n;
        if (!compile(b, &ceilings[i], node) || !words_rule(&ceilings[i].rule, node, b->arena)) return false;
    }
    return true;
}

static bool is_asked_for(const struct builder *b, const hs_node *node) {
    if (node->op == HS_OP_FACT) {
        int32_t slot = dictionary_find(b->dictionary, (node->fact->list != NULL ? node->fact->list : node->fact)->id);
        if (slot < 0 || (node->fact->list != NULL && dictionary_find_field(&b->dictionary->slots[slot], node->fact->id) < 0)) return false;
    }
    for (int32_t i = 0; i < node->count; i++)
        if (!is_asked_for(b, node->arguments[i])) return false;
    return true;
}

static bool compile_checks(struct builder *b, struct plan *plan, const hs_policy *policy) {
    struct term *holds = arena_array(b->arena, (size_t)policy->check_count, sizeof *holds);
    plan->holds = holds;
    if (holds == NULL) return false;
    for (int32_t i = 0; i < policy->check_count; i++) {
        const hs_node *node = &policy->checks[i]->holds->n;
        if (is_asked_for(b, node) && !compile(b, &holds[i], node)) return false;
    }
    return true;
}

int plan_build(struct plan *out, const hs_policy *policy, const struct dictionary *dictionary, struct arena *arena, hs_error *error) {
    struct builder b = {
        .dictionary = dictionary,
        .arena = arena,
        .error = error,
        .rounding = HALF_UP,
        .steps.size = sizeof(struct step),
        .inputs.size = sizeof(struct input),
        .number_list.size = sizeof(int32_t),
        .truth_list.size = sizeof(int32_t),
        .shared.size = sizeof(struct term *),
    };
    struct plan plan = {0};
    if (!compile_measures(&b, &plan, policy) || !compile_limits(&b, &plan, policy) || !compile_checks(&b, &plan, policy))
        return error_memory(error);
    plan.steps = (const struct step *)(const void *)b.steps.items;
    plan.step_count = b.steps.count;
    plan.inputs = (const struct input *)(const void *)b.inputs.items;
    plan.input_count = b.inputs.count;
    plan.number_list = (const int32_t *)(const void *)b.number_list.items;
    plan.number_count = b.number_list.count;
    plan.truth_list = (const int32_t *)(const void *)b.truth_list.items;
    plan.truth_count = b.truth_list.count;
    plan.shared_count = b.shared.count;
    if (!plan_divide(&plan, policy->measure_count, dictionary->count, arena)) return error_memory(error);
    *out = plan;
    return HS_OK;
}
