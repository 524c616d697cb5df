#include "constants.h"

#include "comparison.h"
#include "error.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct hs_constants {
    struct arena arena;
    struct constant_list list;
};

enum { WORD = 160 }; /* bytes of a part of a name; what is longer is cut, and told apart by its number */

struct lister {
    const hs_policy *policy;
    struct arena *arena;
    struct constant_list *list;
    const char **plain; /* by constant: its name without a number */
    hs_spot spot;       /* of the node that comes next */
    int32_t first;      /* constant of the measure */
};

/* How the constants at a place of a tree are called. */
struct role {
    char within[WORD]; /* what stands around it: "low", "tier1" */
    char own[WORD];    /* what a constant is called here; may be empty */
    const hs_fact *fact;
    bool compared; /* a side of a comparison */
};

/* ---- Words -------------------------------------------------------------------------------------------------------------------- */

static void join(char out[WORD], const char *x, const char *y) {
    char joined[WORD];
    snprintf(joined, sizeof joined, "%.79s%s%.79s", x, x[0] == '\0' || y[0] == '\0' ? "" : "_", y);
    memcpy(out, joined, sizeof joined);
}

/* The word of an operation, in small letters. */
static void operation_word(char out[WORD], int32_t op) {
    static const char *const names[] = {"",
#define NAME(name, least, most) #name,
                                        HS_OPERATIONS(NAME)
#undef NAME
    };
    size_t i = 0;
    for (; names[op][i] != '\0'; i++) out[i] = (char)(names[op][i] == '_' ? '_' : names[op][i] - 'A' + 'a');
    out[i] = '\0';
}

/* The first fact of a tree. */
static const hs_fact *fact_of(const hs_node *node) {
    if (node->op == HS_OP_FACT) return node->fact;
    for (int32_t i = 0; i < node->count; i++) {
        const hs_fact *fact = fact_of(node->arguments[i]);
        if (fact != NULL) return fact;
    }
    return NULL;
}

/* ---- Roles -------------------------------------------------------------------------------------------------------------------- */

/* What the argument is called goes before what stands within it. */
static void stand_within(struct role *role, const char *word) {
    join(role->within, role->within, word);
    role->own[0] = '\0';
}

static void role_in_comparison(struct role *role, const hs_node *node, int32_t index) {
    role->within[0] = '\0';
    role->compared = true;
    role->fact = fact_of(node->arguments[1 - index]);
    if (role->fact == NULL) role->fact = fact_of(node->arguments[index]);
    if (role->fact != NULL) snprintf(role->own, sizeof role->own, "%s", role->fact->id);
}

/* TIERS: figure, then from, amount, from, amount, … */
static void role_in_tiers(struct role *role, const hs_node *node, int32_t index) {
    char tier[WORD];
    if (index == 0) return;
    snprintf(tier, sizeof tier, "tier%d", (int)(index + 1) / 2);
    if (index % 2 == 1) role->fact = fact_of(node->arguments[0]);
    if (index % 2 == 0) stand_within(role, tier);
    snprintf(role->own, sizeof role->own, "%s", index % 2 == 1 ? tier : "pays");
}

/* The argument with number `index` of a node that itself has the role `of`. */
static struct role role_of(const hs_node *node, int32_t index, const struct role *of) {
    struct role role = {.compared = false};
    memcpy(role.within, of->within, sizeof role.within);
    operation_word(role.own, node->op);
    if (is_comparison(node->op)) {
        role_in_comparison(&role, node, index);
        return role;
    }
    switch ((enum hs_op)node->op) {
    case HS_OP_CAP:
    case HS_OP_UP_TO: break; /* the word says it */
    case HS_OP_EACH: strcpy(role.own, index == 0 ? "each" : "count"); break;
    case HS_OP_SUM: strcpy(role.own, "each"); break;
    case HS_OP_PERCENT_OF: strcpy(role.own, index == 0 ? "rate" : "amount"); break;
    case HS_OP_RANGE: stand_within(&role, index == 0 ? "low" : "high"); break;
    case HS_OP_IF:
        if (index > 0) stand_within(&role, index == 1 ? "then" : "else");
        break;
    case HS_OP_TIERS: role_in_tiers(&role, node, index); break;
    case HS_OP_BY:
        if (index > 0 && index % 2 == 0) stand_within(&role, node->arguments[0]->fact->values[node->arguments[index - 1]->value].id);
        break;
    default: break;
    }
    return role;
}

/* ---- The list ------------------------------------------------------------------------------------------------------------------ */

static bool is_taken(const struct lister *l, const char *name) {
    for (int32_t i = l->first; i < l->list->count; i++)
        if (strcmp(l->list->items[i].name, name) == 0) return true;
    return false;
}

/* Gives a constant its name, with a number where another of the measure has it. */
static bool name_constant(struct lister *l, hs_constant *constant, const char *what) {
    char name[2 * WORD];
    const char *of = constant->limit != NULL ? constant->limit->id : constant->measure->id;
    int alike = 0, length = snprintf(name, sizeof name, "%s.%s.%s", l->policy->id, of, what);
    const char *plain = arena_copy(l->arena, name, (size_t)length);
    if (plain == NULL) return false;
    for (int32_t i = l->first; i < l->list->count; i++) alike += strcmp(l->plain[i], plain) == 0;
    for (int number = alike > 0 ? alike : 1; is_taken(l, name);) snprintf(name + length, sizeof name - (size_t)length, "_%d", ++number);
    l->plain[l->list->count] = plain;
    constant->name = arena_copy(l->arena, name, strlen(name));
    return constant->name != NULL;
}

static bool add(struct lister *l, hs_constant constant, const char *what) {
    if (constant.spot.part == HS_PART_CEILING)
        constant.limit = &l->policy->limits[constant.spot.measure];
    else
        constant.measure = &l->policy->measures[constant.spot.measure];
    if (!name_constant(l, &constant, what)) return false;
    l->list->items[l->list->count++] = constant;
    return true;
}

static bool walk(struct lister *l, const hs_node *node, const struct role *role) {
    char what[WORD];
    hs_spot spot = l->spot;
    l->spot.at++;
    if (node->op == HS_OP_CONSTANT && hs_is_figure(node->type)) {
        join(what, role->within, role->own);
        if (!add(l, (hs_constant){.type = node->type, .value = node->value, .fact = role->fact, .spot = spot}, what)) return false;
    } else if (node->op == HS_OP_PERCENT || (node->op >= HS_OP_ROUND_DOWN && node->op <= HS_OP_ROUND_HALF_UP)) {
        bool rate = node->op == HS_OP_PERCENT;
        join(what, role->compared ? role->own : role->within, rate ? "rate" : "multiple");
        hs_constant constant = {.type = rate ? HS_PERCENTAGE : HS_MONEY, .value = node->value, .fact = role->fact, .spot = spot};
        if (!add(l, constant, what)) return false;
    }
    for (int32_t i = 0; i < node->count; i++) {
        struct role inner = role_of(node, i, role);
        if (!walk(l, node->arguments[i], &inner)) return false;
    }
    return true;
}

static bool walk_schedule(struct lister *l, int32_t measure) {
    const hs_measure *from = &l->policy->measures[measure];
    char what[WORD];
    if (from->years > 0 && !add(l, (hs_constant){.type = HS_COUNT, .value = from->years, .spot = {HS_PART_YEARS, measure, 0}}, "years"))
        return false;
    for (int32_t i = 0; i < HS_INSTALMENTS_MAX && from->instalments[i] != 0; i++) {
        hs_constant part = {.type = HS_PERCENTAGE, .value = INT64_C(100) * from->instalments[i], .spot = {HS_PART_INSTALMENT, measure, i}};
        snprintf(what, sizeof what, "instalment%d", (int)i + 1);
        if (!add(l, part, what)) return false;
    }
    return true;
}

static bool walk_measure(struct lister *l, int32_t measure) {
    const hs_measure *from = &l->policy->measures[measure];
    const struct role when = {.own = ""}, pays = {.own = "pays"};
    l->first = l->list->count;
    l->spot = (hs_spot){HS_PART_WHEN, measure, 0};
    if (!walk(l, &from->when->n, &when)) return false;
    l->spot = (hs_spot){HS_PART_PAYS, measure, 0};
    return (from->pays == NULL || walk(l, &from->pays->n, &pays)) && walk_schedule(l, measure);
}

static bool walk_limit(struct lister *l, int32_t limit) {
    const struct role ceiling = {.own = "ceiling"};
    l->first = 0; /* a limit may be called like a measure */
    l->spot = (hs_spot){HS_PART_CEILING, limit, 0};
    return walk(l, &l->policy->limits[limit].ceiling->n, &ceiling);
}

static size_t nodes_of(const hs_node *node) {
    size_t count = 1;
    for (int32_t i = 0; i < node->count; i++) count += nodes_of(node->arguments[i]);
    return count;
}

int constants_list(struct constant_list *out, const hs_policy *policy, struct arena *arena, hs_error *error) {
    size_t most = 0;
    for (int32_t m = 0; m < policy->measure_count; m++) {
        const hs_measure *measure = &policy->measures[m];
        most += nodes_of(&measure->when->n) + (measure->pays == NULL ? 0 : nodes_of(&measure->pays->n)) + 1 + HS_INSTALMENTS_MAX;
    }
    for (int32_t i = 0; i < policy->limit_count; i++) most += nodes_of(&policy->limits[i].ceiling->n);
    *out = (struct constant_list){arena_array(arena, most, sizeof *out->items), 0};
    struct lister l = {.policy = policy, .arena = arena, .list = out, .plain = arena_array(arena, most, sizeof(char *))};
    bool listed = out->items != NULL && l.plain != NULL;
    for (int32_t m = 0; listed && m < policy->measure_count; m++) listed = walk_measure(&l, m);
    for (int32_t i = 0; listed && i < policy->limit_count; i++) listed = walk_limit(&l, i);
    return listed ? HS_OK : error_memory(error);
}

int hs_constants_new(hs_constants **out, const hs_policy *policy, hs_error *error) {
    hs_constants *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    int status = constants_list(&self->list, policy, &self->arena, error);
    if (status == HS_OK)
        *out = self;
    else
        hs_constants_free(self);
    return status;
}

void hs_constants_free(hs_constants *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    free(self);
}

int32_t hs_constants_count(const hs_constants *self) { return self->list.count; }

const hs_constant *hs_constants_get(const hs_constants *self, int32_t index) { return &self->list.items[index]; }
