#include "repair.h"

#include "comparison.h"
#include "money.h"

#include <string.h>

enum {
    FRESH = -2,           /* as the record of a spot: one that is yet to be added */
    RECORDS_REPAIRED = 20 /* of one list */
};

bool repair_is_fixed(const hs_fact *fact) { return (fact->list != NULL ? fact->list : fact)->change == HS_NEVER; }

/* ---- Reading, also in a record that is not there yet ------------------------------------------------------------------------------- */

static bool is_blank(const struct term *term, struct spot spot) { return spot.record == FRESH && term->list != NO_LIST; }

static int32_t truth_of(const struct repairer *r, const struct term *term, struct spot spot) {
    return is_blank(term, spot) ? HS_UNKNOWN : term_truth(r->frame, term, spot);
}

static hs_interval figure_of(const struct repairer *r, const struct term *term, struct spot spot) {
    return is_blank(term, spot) ? ANYTHING : term_figure(r->frame, term, spot);
}

static bool is_as_wanted(const struct repairer *r, const struct term *term, struct spot spot, bool wanted) {
    return truth_of(r, term, spot) == (wanted ? HS_TRUE : HS_FALSE);
}

/* ---- Lists of repairs -------------------------------------------------------------------------------------------------------------- */

int32_t repair_size(const struct repair *repair) {
    int32_t size = 0;
    for (int32_t i = 0; i < repair->count; i++) {
        const struct demand *demand = &repair->demands[i];
        bool counted = false; /* with another field of the same new record */
        for (int32_t k = 0; k < i; k++)
            counted = counted || (demand->fresh && repair->demands[k].fresh && repair->demands[k].slot == demand->slot);
        size += !counted;
    }
    return size;
}

static bool same_demand(const struct demand *x, const struct demand *y) {
    return x->slot == y->slot && x->field == y->field && x->record == y->record && interval_equal(x->allowed, y->allowed);
}

static bool same_repair(const struct repair *x, const struct repair *y) {
    bool same = x->count == y->count;
    for (int32_t i = 0; same && i < x->count; i++) same = same_demand(&x->demands[i], &y->demands[i]);
    return same;
}

static void add(struct repairer *r, struct repairs *list, const struct repair *repair) {
    if (list->count == REPAIRS_MAX || repair_size(repair) > HS_CHANGES_MAX) return;
    for (int32_t i = 0; i < list->count; i++)
        if (same_repair(&list->items[i], repair)) return;
    if (list->count == list->capacity) {
        int32_t capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
        struct repair *items = arena_room(r->arena, (size_t)capacity, sizeof *items);
        r->failed = r->failed || items == NULL;
        if (items == NULL) return;
        if (list->count > 0) memcpy(items, list->items, (size_t)list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    repair_copy(&list->items[list->count++], repair);
}

static void add_all(struct repairer *r, struct repairs *list, struct repairs others) {
    for (int32_t i = 0; i < others.count; i++) add(r, list, &others.items[i]);
}

/* Both demands on one fact at once; false where they contradict each other. */
static bool meet(struct demand *out, const struct demand *other) {
    hs_interval *x = &out->allowed;
    const hs_interval *y = &other->allowed;
    switch (out->fact->type) {
    case HS_CHOICE: x->low &= y->low; return x->low != 0;
    case HS_CHOICES:
        x->low |= y->low;
        x->high |= y->high;
        return (x->low & x->high) == 0;
    default:
        x->low = greatest(x->low, y->low);
        x->high = least(x->high, y->high);
        return x->low <= x->high;
    }
}

static bool merge(struct repair *out, const struct repair *other) {
    for (int32_t i = 0; i < other->count; i++) {
        const struct demand *demand = &other->demands[i];
        int32_t at = 0;
        while (at < out->count && (out->demands[at].slot != demand->slot || out->demands[at].field != demand->field ||
                                   out->demands[at].record != demand->record))
            at++;
        if (at == DEMANDS_MAX) return false;
        if (at == out->count)
            out->demands[out->count++] = *demand;
        else if (!meet(&out->demands[at], demand))
            return false;
    }
    return true;
}

/* One of these together with one of those. */
static struct repairs both_of(struct repairer *r, struct repairs these, struct repairs those) {
    struct repairs list = {0};
    for (int32_t i = 0; i < these.count; i++)
        for (int32_t k = 0; k < those.count; k++) {
            struct repair together;
            repair_copy(&together, &these.items[i]);
            if (merge(&together, &those.items[k])) add(r, &list, &together);
        }
    return list;
}

static struct repairs nothing_to_do(struct repairer *r) {
    static const struct repair none;
    struct repairs list = {0};
    add(r, &list, &none);
    return list;
}

/* ---- Single facts ------------------------------------------------------------------------------------------------------------------ */

struct repair repair_fact(const struct repairer *self, const hs_fact *fact, struct spot spot, hs_interval allowed) {
    struct demand demand = {.fact = fact, .field = -1, .record = -1, .allowed = allowed};
    demand.slot = dictionary_find(self->dictionary, fact->list != NULL ? fact->list->id : fact->id);
    if (fact->list != NULL) demand.field = dictionary_find_field(&self->dictionary->slots[demand.slot], fact->id);
    if (fact->list != NULL || fact->type == HS_LIST) {
        demand.fresh = spot.record == FRESH;
        struct records records = frame_records(self->frame, demand.slot, spot.lane);
        demand.record = demand.fresh ? records.end - records.begin : spot.record - records.begin;
    }
    return (struct repair){1, {demand}};
}

static void add_fact(struct repairer *r, struct repairs *list, const hs_fact *fact, struct spot spot, hs_interval allowed) {
    if (repair_is_fixed(fact)) return;
    struct repair repair = repair_fact(r, fact, spot, allowed);
    add(r, list, &repair);
}

static void repair_values(struct repairer *r, struct repairs *list, const struct term *term, struct spot spot, bool wanted) {
    const hs_fact *fact = term->node->arguments[0]->fact;
    int64_t all = (INT64_C(1) << fact->value_count) - 1, bits = term->node->value;
    if (term->node->op == HS_OP_IN) {
        int64_t good = wanted ? bits : all & ~bits;
        if (good != 0) add_fact(r, list, fact, spot, (hs_interval){good, good});
    } else if (!wanted) {
        add_fact(r, list, fact, spot, (hs_interval){0, bits});
    } else {
        for (int32_t v = 0; v < fact->value_count; v++)
            if ((bits >> v & 1) != 0) add_fact(r, list, fact, spot, (hs_interval){INT64_C(1) << v, 0});
    }
}

/* One side rises to the other, or the other falls to it. */
static void repair_comparison(struct repairer *r, struct repairs *list, const struct term *term, struct spot spot, bool wanted) {
    for (int32_t i = 0; i < 2; i++) /* a rate that stands in a record to come */
        if (term->arguments[i].node->op == HS_OP_PERCENT_OF && is_blank(&term->arguments[i].arguments[0], spot)) return;
    struct comparison c = comparison_read(r->frame, term, spot, wanted);
    hs_interval upper = figure_of(r, c.upper.figure, spot), lower = figure_of(r, c.lower.figure, spot);
    if (c.upper.figure->node->op == HS_OP_FACT) {
        int64_t from = least_product(c.upper.factor.low, lower.high, c.lower.factor.high, c.strict);
        if (from != HS_UNBOUNDED) add_fact(r, list, c.upper.figure->node->fact, spot, (hs_interval){from, HS_UNBOUNDED});
    }
    if (c.lower.figure->node->op == HS_OP_FACT) {
        int64_t beyond = least_product(c.lower.factor.high, upper.low, c.upper.factor.low, !c.strict);
        if (beyond > 0) add_fact(r, list, c.lower.figure->node->fact, spot, (hs_interval){0, beyond - 1});
    }
}

/* ---- Conditions -------------------------------------------------------------------------------------------------------------------- */

/* A record that qualifies: one that is there, made to, or a new one. */
static void repair_some(struct repairer *r, struct repairs *list, const struct term *term, int32_t lane) {
    const hs_fact *fact = term->node->arguments[0]->fact;
    struct records records = frame_records(r->frame, term->over, lane);
    if (repair_is_fixed(fact)) return;
    for (int32_t i = records.begin; i < records.end && i < records.begin + RECORDS_REPAIRED; i++)
        add_all(r, list, repair_condition(r, &term->arguments[1], (struct spot){lane, i}, true));
    const struct spot fresh = {lane, FRESH};
    struct repair record = repair_fact(r, fact, fresh, ANYTHING);
    struct repairs added = {&record, 1, 1};
    add_all(r, list, both_of(r, added, repair_condition(r, &term->arguments[1], fresh, true)));
}

static struct repairs repair_no_record(struct repairer *r, const struct term *term, int32_t lane) {
    struct records records = frame_records(r->frame, term->over, lane);
    struct repairs list = {0};
    if (records.stated) list = nothing_to_do(r);
    for (int32_t i = records.begin; i < records.end && list.count > 0; i++)
        list = both_of(r, list, repair_condition(r, &term->arguments[1], (struct spot){lane, i}, false));
    return list;
}

/* Whether no change of a fact can make a single condition otherwise than it is. */
static bool is_fixed(const hs_node *node) {
    switch (node->op) {
    case HS_OP_FACT: return repair_is_fixed(node->fact);
    case HS_OP_IN:
    case HS_OP_HAS: return repair_is_fixed(node->arguments[0]->fact);
    default: return false;
    }
}

static struct repairs repair_joined(struct repairer *r, const struct term *term, struct spot spot, bool wanted) {
    bool together = (term->node->op == HS_OP_ALL) == wanted;
    struct repairs list = {0};
    for (int32_t i = 0; together && i < term->node->count; i++) /* what need not be begun */
        if (is_fixed(term->node->arguments[i]) && !is_as_wanted(r, &term->arguments[i], spot, wanted)) return list;
    if (together) list = nothing_to_do(r);
    for (int32_t i = 0; i < term->node->count && (!together || list.count > 0); i++) {
        if (is_as_wanted(r, &term->arguments[i], spot, wanted)) continue;
        struct repairs part = repair_condition(r, &term->arguments[i], spot, wanted);
        if (together)
            list = both_of(r, list, part);
        else
            add_all(r, &list, part);
    }
    return list;
}

struct repairs repair_condition(struct repairer *self, const struct term *term, struct spot spot, bool wanted) {
    if (is_as_wanted(self, term, spot, wanted)) return nothing_to_do(self);
    switch (term->node->op) {
    case HS_OP_NOT: return repair_condition(self, &term->arguments[0], spot, !wanted);
    case HS_OP_ALL:
    case HS_OP_ANY: return repair_joined(self, term, spot, wanted);
    default: break;
    }
    if (term->node->op == HS_OP_SOME && !wanted) return repair_no_record(self, term, spot.lane);
    struct repairs list = {0};
    switch (term->node->op) {
    case HS_OP_SOME: repair_some(self, &list, term, spot.lane); break;
    case HS_OP_FACT: add_fact(self, &list, term->node->fact, spot, (hs_interval){wanted, wanted}); break;
    case HS_OP_IN:
    case HS_OP_HAS: repair_values(self, &list, term, spot, wanted); break;
    case HS_OP_CONSTANT:
    case HS_OP_SINCE: /* the day is what it is */
    case HS_OP_UNTIL: break;
    default: repair_comparison(self, &list, term, spot, wanted); break;
    }
    return list;
}

/* ---- Obstacles --------------------------------------------------------------------------------------------------------------------- */

/* The facts of a single condition, if all of them are fixed. */
static int32_t fixed_facts(const struct term *term, hs_subject *out, int32_t room) {
    const hs_node *node = term->node;
    int32_t count = 0;
    if (node->op == HS_OP_FACT) {
        if (!repair_is_fixed(node->fact) || room == 0) return 0;
        out[0] = (hs_subject){node->fact, -1};
        return 1;
    }
    for (int32_t i = 0; i < (node->op == HS_OP_SOME ? 1 : node->count); i++) {
        int32_t of_part = fixed_facts(&term->arguments[i], out + count, room - count);
        if (of_part == 0 && node->arguments[i]->op != HS_OP_CONSTANT) return 0;
        count += of_part;
    }
    return count;
}

bool repair_is_out_of_time(const struct frame *frame, const struct term *term, bool wanted) {
    static const struct spot first = {0, 0};
    int32_t op = term->node->op;
    if (term_truth(frame, term, first) == (wanted ? HS_TRUE : HS_FALSE)) return false;
    if (op == HS_OP_SINCE || op == HS_OP_UNTIL) return true;
    if (op == HS_OP_NOT) return repair_is_out_of_time(frame, &term->arguments[0], !wanted);
    if (op != HS_OP_ALL && op != HS_OP_ANY) return false;
    bool together = (op == HS_OP_ALL) == wanted;
    int32_t late = 0;
    for (int32_t i = 0; i < term->node->count; i++) late += repair_is_out_of_time(frame, &term->arguments[i], wanted);
    return together ? late > 0 : late == term->node->count;
}

int32_t repair_obstacles(const struct repairer *self, const struct term *term, bool wanted, bool known, hs_subject *out, int32_t room) {
    static const struct spot first = {0, 0};
    int32_t op = term->node->op, count = 0, truth = truth_of(self, term, first);
    if (truth == (wanted ? HS_TRUE : HS_FALSE) || (known && truth == HS_UNKNOWN)) return 0;
    if (op == HS_OP_NOT) return repair_obstacles(self, &term->arguments[0], !wanted, known, out, room);
    if (op != HS_OP_ALL && op != HS_OP_ANY) return fixed_facts(term, out, room);
    bool together = (op == HS_OP_ALL) == wanted;
    for (int32_t i = 0; i < term->node->count; i++) {
        int32_t of_part = repair_obstacles(self, &term->arguments[i], wanted, known, out + count, room - count);
        if (of_part == 0 && !together && !repair_is_out_of_time(self->frame, &term->arguments[i], wanted))
            return 0; /* there is a way round */
        count += of_part;
    }
    return count;
}
