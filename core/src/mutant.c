#include "mutant.h"

#include "comparison.h"
#include "constants.h"
#include "error.h"
#include "place.h"
#include "words.h"

#include <string.h>

struct maker {
    const hs_policy *policy;
    struct arena *arena;
    struct mutations *list;
    hs_spot spot; /* of the node that comes next */
    bool failed;  /* memory ran out */
};

/* ---- The list -------------------------------------------------------------------------------------------------------------------- */

static struct mutation *new_mutation(struct maker *m) {
    struct mutations *list = m->list;
    if (list->count == list->capacity) {
        int32_t capacity = list->capacity == 0 ? 256 : 2 * list->capacity;
        struct mutation *items = arena_array(m->arena, (size_t)capacity, sizeof *items);
        if (items == NULL) return m->failed = true, NULL;
        if (list->count > 0) memcpy(items, list->items, (size_t)list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    return &list->items[list->count++];
}

/* Adds a change at a spot; the caller gives name, part, from and to. */
static void add(struct maker *m, hs_mutant shown, hs_edit edit) {
    struct mutation *out = new_mutation(m);
    if (out == NULL) return;
    bool of_limit = edit.spot.part == HS_PART_CEILING;
    bool of_policy = edit.spot.part == HS_PART_EFFECTIVE || edit.spot.part == HS_PART_EXPIRES || edit.spot.part == HS_PART_CLAIMABLE;
    *out = (struct mutation){.shown = shown, .edits = {edit}, .count = 1, .measure = of_limit || of_policy ? -1 : edit.spot.measure};
    if (of_limit) out->shown.limit = &m->policy->limits[edit.spot.measure];
    if (out->measure >= 0) out->shown.measure = &m->policy->measures[out->measure];
}

/* ---- Words ----------------------------------------------------------------------------------------------------------------------- */

static hs_text keep(struct maker *m, struct writer *zh, struct writer *en) {
    hs_text text = {write_keep(zh, m->arena), write_keep(en, m->arena)};
    m->failed = m->failed || text.zh == NULL || text.en == NULL;
    return text;
}

static hs_text figure(struct maker *m, int64_t value, int32_t type, const hs_fact *fact) {
    struct writer zh = {0}, en = {0};
    words_figure(&zh, value, type, fact, HS_ZH);
    words_figure(&en, value, type, fact, HS_EN);
    return keep(m, &zh, &en);
}

static hs_text rule(struct maker *m, const hs_node *node) {
    hs_text text = {"", ""};
    if (!words_rule(&text, node, m->arena)) m->failed = true;
    return text;
}

static hs_text day(struct maker *m, hs_date date) {
    char text[HS_DATE_TEXT];
    const char *copy = arena_copy(m->arena, hs_date_text(text, date), 10);
    m->failed = m->failed || copy == NULL;
    return (hs_text){copy, copy};
}

/* "qingpu.rent.when[3]": a node, or what stands beside the trees ("window", "expires"). */
static const char *name_of(struct maker *m, hs_spot spot, const char *what) {
    struct writer w = {0};
    bool tree = spot.part == HS_PART_WHEN || spot.part == HS_PART_PAYS || spot.part == HS_PART_CEILING;
    write_text(&w, m->policy->id);
    if (spot.part == HS_PART_CEILING)
        write_format(&w, ".%s", m->policy->limits[spot.measure].id);
    else if (spot.part != HS_PART_EFFECTIVE && spot.part != HS_PART_EXPIRES && spot.part != HS_PART_CLAIMABLE)
        write_format(&w, ".%s", m->policy->measures[spot.measure].id);
    write_format(&w, ".%s", what);
    if (tree) write_format(&w, "[%d]", (int)spot.at);
    const char *name = write_keep(&w, m->arena);
    m->failed = m->failed || name == NULL;
    return name;
}

static const char *part_name(hs_spot spot) { return spot.part == HS_PART_WHEN ? "when" : spot.part == HS_PART_PAYS ? "pays" : "ceiling"; }

/* A change of a node. */
static void add_node(struct maker *m, const hs_node *node, hs_text to, hs_edit edit) {
    hs_text from = rule(m, node);
    add(m, (hs_mutant){.name = name_of(m, edit.spot, part_name(edit.spot)), .part = from, .from = from, .to = to}, edit);
}

/* ---- Figures --------------------------------------------------------------------------------------------------------------------- */

static hs_text part_of_constant(struct maker *m, const hs_constant *constant) {
    const hs_node *node = hs_policy_node(m->policy, constant->spot);
    if (constant->fact != NULL) return constant->fact->label;
    if (node != NULL && node->op != HS_OP_CONSTANT) return rule(m, node);
    return constant->limit != NULL ? constant->limit->title : constant->measure->title;
}

static void add_constant(struct maker *m, const hs_constant *constant) {
    for (int by = -1; by <= 1; by += 2) {
        if (constant->value + by < 0) continue;
        add(m,
            (hs_mutant){.name = constant->name,
                        .part = part_of_constant(m, constant),
                        .from = figure(m, constant->value, constant->type, constant->fact),
                        .to = figure(m, constant->value + by, constant->type, constant->fact)},
            (hs_edit){.spot = constant->spot, .value = constant->value + by});
    }
}

/* One percent from an instalment to the next: what one alone would not add up to. */
static void add_shift(struct maker *m, const hs_constant *constant) {
    const int32_t *parts = m->policy->measures[constant->spot.measure].instalments, at = constant->spot.at;
    if (at + 1 >= HS_INSTALMENTS_MAX || parts[at + 1] == 0) return;
    for (int by = -1; by <= 1; by += 2) {
        hs_spot next = {HS_PART_INSTALMENT, constant->spot.measure, at + 1};
        add(m,
            (hs_mutant){.name = constant->name,
                        .part = constant->measure->title,
                        .from = figure(m, constant->value, HS_PERCENTAGE, NULL),
                        .to = figure(m, constant->value + 100 * by, HS_PERCENTAGE, NULL)},
            (hs_edit){.spot = constant->spot, .value = constant->value + 100 * by});
        struct mutation *out = &m->list->items[m->list->count - 1];
        if (m->failed) return;
        out->edits[out->count++] = (hs_edit){.spot = next, .value = 100 * (parts[at + 1] - by)};
    }
}

static int add_constants(struct maker *m, hs_error *error) {
    struct constant_list constants;
    int status = constants_list(&constants, m->policy, m->arena, error);
    for (int32_t i = 0; status == HS_OK && i < constants.count; i++)
        if (constants.items[i].spot.part == HS_PART_INSTALMENT)
            add_shift(m, &constants.items[i]);
        else
            add_constant(m, &constants.items[i]);
    return status;
}

/* ---- Nodes ----------------------------------------------------------------------------------------------------------------------- */

static void change_operation(struct maker *m, const hs_node *node, hs_spot spot, int32_t op) {
    hs_node other = *node;
    other.op = op;
    add_node(m, node, rule(m, &other), (hs_edit){.spot = spot, .op = op, .value = node->value});
}

static void give_way(struct maker *m, const hs_node *node, hs_spot spot, int32_t argument) {
    add_node(m, node, rule(m, node->arguments[argument]), (hs_edit){.spot = spot, .op = HS_EDIT_ARGUMENT, .value = argument});
}

static void change_choices(struct maker *m, const hs_node *node, hs_spot spot) {
    const hs_fact *fact = node->arguments[0]->fact;
    for (int32_t v = 0; v < fact->value_count; v++) {
        hs_node other = *node;
        other.value ^= INT64_C(1) << v;
        if (other.value == 0) continue; /* a condition of no choice at all is another change: it is left out */
        add_node(m, node, rule(m, &other), (hs_edit){.spot = spot, .value = other.value});
    }
}

static void change_day(struct maker *m, const hs_node *node, hs_spot spot) {
    hs_date date = {(int32_t)(node->value / 10000), (int32_t)(node->value / 100 % 100), (int32_t)(node->value % 100)};
    for (int by = -1; by <= 1; by += 2) {
        hs_date other = date_step(date, by);
        add(m, (hs_mutant){.name = name_of(m, spot, part_name(spot)), .part = rule(m, node), .from = day(m, date), .to = day(m, other)},
            (hs_edit){.spot = spot, .value = date_number(other)});
    }
}

static void change_node(struct maker *m, const hs_node *node, hs_spot spot) {
    switch ((enum hs_op)node->op) {
    case HS_OP_ALL:
    case HS_OP_ANY:
        if (node->count > 1) change_operation(m, node, spot, node->op == HS_OP_ALL ? HS_OP_ANY : HS_OP_ALL);
        return;
    case HS_OP_AT_LEAST: change_operation(m, node, spot, HS_OP_MORE_THAN); return;
    case HS_OP_MORE_THAN: change_operation(m, node, spot, HS_OP_AT_LEAST); return;
    case HS_OP_AT_MOST: change_operation(m, node, spot, HS_OP_LESS_THAN); return;
    case HS_OP_LESS_THAN: change_operation(m, node, spot, HS_OP_AT_MOST); return;
    case HS_OP_IN:
    case HS_OP_HAS: change_choices(m, node, spot); return;
    case HS_OP_SINCE:
    case HS_OP_UNTIL: change_day(m, node, spot); return;
    case HS_OP_NOT:
    case HS_OP_UP_TO:
    case HS_OP_FIRST_COME:
    case HS_OP_EXCESS:
    case HS_OP_TOP_UP: give_way(m, node, spot, 0); return;
    case HS_OP_CAP: give_way(m, node, spot, 1); return;
    case HS_OP_LESSER:
    case HS_OP_GREATEST:
    case HS_OP_RANGE:
        give_way(m, node, spot, 0);
        give_way(m, node, spot, 1);
        return;
    case HS_OP_IF:
        give_way(m, node, spot, 1);
        give_way(m, node, spot, 2);
        return;
    default: return;
    }
}

/* Leaves a condition out: where one of several is wanted it is false, elsewhere true. */
static void leave_out(struct maker *m, const hs_node *node, hs_spot spot, bool of_any) {
    static const hs_text left_out = {"不要这个条件", "left out"};
    bool leaf = node->op == HS_OP_FACT || node->op == HS_OP_IN || node->op == HS_OP_HAS || is_comparison(node->op);
    if (node->type == HS_TRUTH && (leaf || node->op == HS_OP_SOME))
        add_node(m, node, left_out, (hs_edit){.spot = spot, .op = HS_OP_CONSTANT, .value = !of_any});
}

/* `within`: the operation around the node. Under NOT what is left out is what would make it false. */
static void walk(struct maker *m, const hs_node *node, int32_t within) {
    hs_spot spot = m->spot;
    m->spot.at++;
    change_node(m, node, spot);
    leave_out(m, node, spot, within == HS_OP_ANY || within == HS_OP_NOT);
    for (int32_t i = 0; i < node->count; i++) walk(m, node->arguments[i], node->op);
}

static void walk_tree(struct maker *m, const hs_node *root, int32_t part, int32_t number) {
    m->spot = (hs_spot){part, number, 0};
    walk(m, root, 0);
}

/* ---- Days ------------------------------------------------------------------------------------------------------------------------ */

static void add_date(struct maker *m, hs_date date, int32_t part, const char *name, hs_text what) {
    for (int by = -1; by <= 1 && date_is_given(date); by += 2) {
        hs_date other = date_step(date, by);
        hs_spot spot = {part, 0, 0};
        add(m, (hs_mutant){.name = name_of(m, spot, name), .part = what, .from = day(m, date), .to = day(m, other)},
            (hs_edit){.spot = spot, .date = other});
    }
}

/* A day of every year, without 29 February. */
static void add_window(struct maker *m, int32_t measure, int32_t at) {
    hs_window window = m->policy->measures[measure].window;
    hs_date date = {2001, at == 0 ? window.from_month : window.until_month, at == 0 ? window.from_day : window.until_day};
    hs_spot spot = {HS_PART_WINDOW, measure, at};
    for (int by = -1; by <= 1 && window_is_given(window); by += 2) {
        hs_date other = date_step(date, by);
        hs_text from = day(m, date), to = day(m, other);
        if (m->failed) return;
        add(m,
            (hs_mutant){.name = name_of(m, spot, "window"),
                        .part = {"申报时间", "time to apply"},
                        .from = {from.zh + 5, from.en + 5}, /* without the year */
                        .to = {to.zh + 5, to.en + 5}},
            (hs_edit){.spot = spot, .date = other});
    }
}

int mutations_list(struct mutations *out, const hs_policy *policy, struct arena *arena, hs_error *error) {
    struct maker m = {.policy = policy, .arena = arena, .list = out};
    *out = (struct mutations){.count = 0};
    add_date(&m, policy->effective, HS_PART_EFFECTIVE, "effective", (hs_text){"施行日", "first day"});
    add_date(&m, policy->expires, HS_PART_EXPIRES, "expires", (hs_text){"截止日", "last day"});
    add_date(&m, policy->claimable_until, HS_PART_CLAIMABLE, "claimable_until", (hs_text){"最后申请日", "last day to apply"});
    int status = add_constants(&m, error);
    for (int32_t i = 0; status == HS_OK && i < policy->measure_count; i++) {
        walk_tree(&m, &policy->measures[i].when->n, HS_PART_WHEN, i);
        if (policy->measures[i].pays != NULL) walk_tree(&m, &policy->measures[i].pays->n, HS_PART_PAYS, i);
        for (int32_t at = 0; at < 2; at++) add_window(&m, i, at);
    }
    for (int32_t i = 0; status == HS_OK && i < policy->limit_count; i++) walk_tree(&m, &policy->limits[i].ceiling->n, HS_PART_CEILING, i);
    return status == HS_OK && m.failed ? error_memory(error) : status;
}
