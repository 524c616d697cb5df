#include "person.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const hs_engine *engine;
static uint64_t state;

/* ---- Chance ------------------------------------------------------------------------------------------------------------------------ */

void chance_begin(uint64_t seed) { state = seed; }

uint64_t chance_below(uint64_t bound) {
    uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return (z ^ z >> 31) % bound;
}

bool chance(int percent) { return chance_below(100) < (uint64_t)percent; }

/* ---- Cells ------------------------------------------------------------------------------------------------------------------------- */

/* Each policy has copies of its own of the facts: where they lie, by address. */
static struct {
    const hs_fact *fact;
    int32_t index, field;
} places[8192];

static void find_cell(const hs_fact *fact, int32_t *index, int32_t *field) {
    size_t at = ((uintptr_t)fact >> 4) % 8192;
    while (places[at].fact != NULL && places[at].fact != fact) at = (at + 1) % 8192;
    if (places[at].fact == NULL) {
        const char *id = fact->list != NULL ? fact->list->id : fact->id;
        int32_t i = 0, f = -1;
        while (strcmp(hs_engine_fact(engine, i)->id, id) != 0) i++;
        if (fact->list != NULL)
            for (f = 0; strcmp(hs_engine_field(engine, hs_engine_fact(engine, i), f)->id, fact->id) != 0;) f++;
        places[at].fact = fact;
        places[at].index = i;
        places[at].field = f;
    }
    *index = places[at].index;
    *field = places[at].field;
}

struct cell cell_of(const hs_fact *fact, int32_t record) {
    struct cell cell = {0, -1, -1};
    find_cell(fact, &cell.fact, &cell.field);
    if (cell.field >= 0) cell.record = record;
    return cell;
}

const hs_fact *cell_fact(struct cell cell) {
    const hs_fact *fact = hs_engine_fact(engine, cell.fact);
    return cell.field < 0 ? fact : hs_engine_field(engine, fact, cell.field);
}

hs_interval cell_get(const struct person *person, struct cell cell) {
    return cell.field < 0 ? person->facts[cell.fact] : person->lists[cell.fact].fields[cell.record][cell.field];
}

void cell_set(struct person *person, struct cell cell, hs_interval value) {
    if (cell.field < 0)
        person->facts[cell.fact] = value;
    else
        person->lists[cell.fact].fields[cell.record][cell.field] = value;
}

bool cell_is_open(const struct person *person, struct cell cell) {
    if (cell.field < 0 && cell_fact(cell)->type == HS_LIST) return !person->lists[cell.fact].stated;
    hs_interval value = cell_get(person, cell);
    return value.low != value.high;
}

/* ---- Values at which something may turn ---------------------------------------------------------------------------------------------- */

static int64_t turns[FACTS_MAX][FIELDS_MAX + 1][VALUES_MAX]; /* by fact and field + 1 */
static int32_t turn_count[FACTS_MAX][FIELDS_MAX + 1];

/* The figure that a figure is compared with: it turns at `rate` ten-thousandths of the other. */
static struct {
    const hs_fact *other;
    int64_t rate;
} partners[FACTS_MAX][FIELDS_MAX + 1];

static void note_partner(const hs_node *node, const hs_node *other, int64_t rate) {
    int32_t fact, field;
    if (node->op == HS_OP_PERCENT) {
        if (node->arguments[0]->op == HS_OP_FACT) note_partner(node->arguments[0], other, rate * 10000 / node->value);
        return;
    }
    if (other->op == HS_OP_PERCENT) {
        note_partner(node, other->arguments[0], rate * other->value / 10000);
        return;
    }
    if (node->op != HS_OP_FACT || other->op != HS_OP_FACT) return;
    find_cell(node->fact, &fact, &field);
    partners[fact][field + 1].other = other->fact;
    partners[fact][field + 1].rate = rate;
}

static void note_turn(const hs_node *node, int64_t value) {
    int32_t fact, field;
    if (node->op != HS_OP_FACT) return;
    find_cell(node->fact, &fact, &field);
    int32_t *count = &turn_count[fact][field + 1];
    for (int32_t i = 0; i < *count; i++)
        if (turns[fact][field + 1][i] == value) return;
    if (*count < VALUES_MAX / 4 && value >= 0) turns[fact][field + 1][(*count)++] = value;
}

/* A ceiling above an amount: the figure at which it is reached. */
static void note_ceiling(const hs_node *node, int64_t ceiling) {
    if (node->op == HS_OP_PERCENT && node->value > 0) note_ceiling(node->arguments[0], (ceiling * 10000 - 5000) / node->value + 1);
    if (node->op == HS_OP_EACH && node->arguments[0]->value > 0) note_ceiling(node->arguments[1], ceiling / node->arguments[0]->value);
    if (node->op == HS_OP_SUM) note_ceiling(node->arguments[2], ceiling);
    note_turn(node, ceiling);
}

static void note_tree(const hs_node *node) {
    if (node->op >= HS_OP_AT_LEAST && node->op <= HS_OP_LESS_THAN && node->arguments[1]->op == HS_OP_CONSTANT)
        note_turn(node->arguments[0], node->arguments[1]->value);
    for (int32_t i = 0; node->op >= HS_OP_AT_LEAST && node->op <= HS_OP_LESS_THAN && i < 2; i++)
        note_partner(node->arguments[i], node->arguments[1 - i], 10000);
    for (int32_t i = 1; node->op == HS_OP_TIERS && i < node->count; i += 2) note_turn(node->arguments[0], node->arguments[i]->value);
    for (int32_t i = 0; (node->op == HS_OP_CAP || node->op == HS_OP_LESSER) && i < 2; i++)
        if (node->arguments[i]->op == HS_OP_CONSTANT) note_ceiling(node->arguments[1 - i], node->arguments[i]->value);
    for (int32_t i = 0; i < node->count; i++) note_tree(node->arguments[i]);
}

void model_begin(const hs_engine *with) {
    engine = with;
    for (int32_t p = 0; p < hs_engine_policy_count(engine); p++)
        for (int32_t m = 0; m < hs_engine_policy(engine, p)->measure_count; m++) {
            const hs_measure *measure = &hs_engine_policy(engine, p)->measures[m];
            note_tree(&measure->when->n);
            if (measure->pays != NULL) note_tree(&measure->pays->n);
        }
}

static int64_t all_values(const hs_fact *fact) { return (INT64_C(1) << fact->value_count) - 1; }

static int32_t keep(hs_interval out[VALUES_MAX], int32_t count, hs_interval within, int64_t value) {
    if (value < within.low || value > within.high || count == VALUES_MAX) return count;
    for (int32_t i = 0; i < count; i++)
        if (out[i].low == value) return count;
    out[count] = (hs_interval){value, value};
    return count + 1;
}

int32_t cell_values(const struct person *person, struct cell cell, hs_interval out[VALUES_MAX]) {
    const hs_fact *fact = cell_fact(cell);
    hs_interval within = cell_get(person, cell);
    int32_t count = 0;
    if (fact->type == HS_TRUTH) {
        for (int64_t v = 1; v >= 0; v--) count = keep(out, count, within, v);
    } else if (fact->type == HS_CHOICE) {
        for (int32_t v = 0; v < fact->value_count; v++) count = keep(out, count, (hs_interval){0, all_values(fact)}, INT64_C(1) << v);
    } else if (fact->type == HS_CHOICES) {
        for (int32_t v = 0; v < fact->value_count; v++) count = keep(out, count, within, INT64_C(1) << v);
        count = keep(out, keep(out, count, within, 0), within, all_values(fact));
    } else {
        for (int32_t i = 0; i < turn_count[cell.fact][cell.field + 1]; i++)
            for (int64_t d = -1; d <= 1; d++) count = keep(out, count, within, turns[cell.fact][cell.field + 1][i] + d);
        const int64_t others[] = {0, 1, 2, 100, 1000000, INT64_C(100000000), INT64_C(30000000000), within.low, within.low + 1, within.high};
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
            if (others[i] != HS_UNBOUNDED && (fact->type != HS_PERCENTAGE || others[i] <= 1000000))
                count = keep(out, count, within, others[i]);
        if (partners[cell.fact][cell.field + 1].other != NULL) {
            hs_interval other = cell_get(person, cell_of(partners[cell.fact][cell.field + 1].other, cell.record));
            const int64_t ends[] = {other.low, other.high};
            for (int e = 0; e < 2; e++)
                for (int64_t d = -1; ends[e] < HS_UNBOUNDED / 100000 && d <= 2; d++)
                    count = keep(out, count, within, ends[e] * partners[cell.fact][cell.field + 1].rate / 10000 + d);
        }
    }
    return count;
}

void record_draw(struct person *person, int32_t fact, int32_t record) {
    const hs_fact *list = hs_engine_fact(engine, fact);
    for (int32_t f = 0; f < hs_engine_field_count(engine, list); f++) {
        struct cell cell = {fact, record, f};
        const hs_fact *field = cell_fact(cell);
        hs_interval unknown = {0, field->type == HS_TRUTH ? 1 : field->type == HS_CHOICE ? all_values(field) : HS_UNBOUNDED};
        cell_set(person, cell, unknown);
        cell_complete(person, cell);
    }
}

/* Makes a cell known, mostly so that measures come near. */
void cell_complete(struct person *person, struct cell cell) {
    hs_interval values[VALUES_MAX];
    const hs_fact *fact = cell_fact(cell);
    if (fact->type == HS_LIST) {
        struct records *list = &person->lists[cell.fact];
        list->stated = true;
        list->count = (int32_t)chance_below(3);
        for (int32_t r = 0; r < list->count; r++) record_draw(person, cell.fact, r);
        return;
    }
    int32_t count = cell_values(person, cell, values);
    bool yes = fact->type == HS_TRUTH && chance(person->yes), everything = fact->type == HS_CHOICES && chance(person->yes) && chance(50);
    hs_interval value = values[chance_below((uint64_t)count)];
    if (yes) value = values[0];
    if (everything) value = (hs_interval){all_values(fact), all_values(fact)};
    cell_set(person, cell, value);
}

/* ---- Persons ----------------------------------------------------------------------------------------------------------------------- */

static void draw_cell(struct person *person, struct cell cell, int wholeness) {
    const hs_fact *fact = cell_fact(cell);
    hs_interval unknown = {0, fact->type == HS_TRUTH ? 1 : hs_is_figure(fact->type) ? HS_UNBOUNDED : all_values(fact)};
    cell_set(person, cell, unknown);
    if (!chance(wholeness)) return;
    cell_complete(person, cell);
    hs_interval value = cell_get(person, cell);
    if (!hs_is_figure(fact->type) || !chance(12)) return;
    cell_set(person, cell, unknown);
    cell_complete(person, cell);
    hs_interval other = cell_get(person, cell);
    if (value.low < other.low) cell_set(person, cell, (hs_interval){value.low, chance(80) ? other.low : HS_UNBOUNDED});
}

void person_complete(struct person *person) {
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, i);
        struct cell cell = cell_of(fact, -1);
        if (cell_is_open(person, cell)) cell_complete(person, cell);
        for (int32_t r = 0; fact->type == HS_LIST && r < person->lists[cell.fact].count; r++)
            for (int32_t f = 0; f < hs_engine_field_count(engine, fact); f++) {
                struct cell field = cell_of(hs_engine_field(engine, fact, f), r);
                if (cell_is_open(person, field)) cell_complete(person, field);
            }
    }
}

void person_move(struct person *person, int place) {
    static const char *const where[][2] = {
        {"330206", "2023-06-30"}, {"110105", "2023-06-30"}, {"310118", "2024-01-01"}, {"150200", "2023-06-30"}};
    person->place = where[place % 4][0];
    person->day = where[place % 4][1];
}

void person_receive(struct person *person) {
    static const int64_t amounts[] = {1, 5000000, 6000000, 30000000, 100000000};
    const hs_policy *policy = hs_engine_policy(engine, (int32_t)chance_below((uint64_t)hs_engine_policy_count(engine)));
    const hs_measure *measure = &policy->measures[chance_below((uint64_t)policy->measure_count)];
    person->received_for = measure->matter;
    person->received = amounts[chance_below(5)];
}

void person_draw(struct person *out, int wholeness, int yes) {
    memset(out, 0, sizeof *out);
    out->yes = yes;
    person_move(out, (int)chance_below(4));
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, i);
        struct records *list = &out->lists[i];
        if (fact->type != HS_LIST) {
            draw_cell(out, (struct cell){i, -1, -1}, wholeness);
        } else if (chance(wholeness)) {
            list->stated = true;
            list->count = (int32_t)chance_below(RECORDS_MAX);
            for (int32_t r = 0; r < list->count; r++)
                for (int32_t f = 0; f < hs_engine_field_count(engine, fact); f++) draw_cell(out, (struct cell){i, r, f}, wholeness);
        }
    }
}

/* ---- Documents --------------------------------------------------------------------------------------------------------------------- */

static char *put_figure(char *at, const hs_fact *fact, int64_t value) {
    if (fact->type == HS_COUNT) return at + sprintf(at, "%" PRId64, value);
    const char *quote = fact->type == HS_PERCENTAGE ? "" : "\"";
    return at + sprintf(at, "%s%" PRId64 ".%02d%s", quote, value / 100, (int)(value % 100), quote);
}

static char *put_value(char *at, const hs_fact *fact, hs_interval value) {
    bool point = value.low == value.high, first = true;
    if (hs_is_figure(fact->type) && point) return put_figure(at, fact, value.low);
    if (hs_is_figure(fact->type)) {
        at += sprintf(at, "{\"min\": ");
        at = put_figure(at, fact, value.low);
        if (value.high != HS_UNBOUNDED) at = put_figure(at + sprintf(at, ", \"max\": "), fact, value.high);
        return at + sprintf(at, "}");
    }
    if (!point) return at + sprintf(at, "null");
    if (fact->type == HS_TRUTH) return at + sprintf(at, "%s", value.low != 0 ? "true" : "false");
    if (fact->type == HS_CHOICES) at += sprintf(at, "[");
    for (int32_t v = 0; v < fact->value_count; v++)
        if ((value.low >> v & 1) != 0) at += sprintf(at, "%s\"%s\"", first ? "" : ", ", fact->values[v].id), first = false;
    return fact->type == HS_CHOICES ? at + sprintf(at, "]") : at;
}

static char *put_list(char *at, const struct person *person, int32_t fact) {
    const struct records *list = &person->lists[fact];
    if (!list->stated) return at + sprintf(at, "null");
    at += sprintf(at, "[");
    for (int32_t r = 0; r < list->count; r++) {
        at += sprintf(at, "%s{", r > 0 ? ", " : "");
        for (int32_t f = 0; f < hs_engine_field_count(engine, hs_engine_fact(engine, fact)); f++) {
            const hs_fact *field = hs_engine_field(engine, hs_engine_fact(engine, fact), f);
            at = put_value(at + sprintf(at, "%s\"%s\": ", f > 0 ? ", " : "", field->id), field, list->fields[r][f]);
        }
        at += sprintf(at, "}");
    }
    return at + sprintf(at, "]");
}

static void write_in(const struct person *person, const int32_t *order, char document[DOCUMENT_MAX]) {
    char *at = document + sprintf(document, "{\"as_of\": \"%s\", \"locations\": [\"%s\"], \"facts\": {", person->day, person->place);
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        const hs_fact *fact = hs_engine_fact(engine, order[i]);
        at += sprintf(at, "%s\"%s\": ", i > 0 ? ", " : "", fact->id);
        at = fact->type == HS_LIST ? put_list(at, person, order[i]) : put_value(at, fact, person->facts[order[i]]);
    }
    at += sprintf(at, "}");
    if (person->received_for != NULL)
        at += sprintf(at, ", \"received\": [{\"matter\": \"%s\", \"amount\": \"%" PRId64 ".%02d\"}]", person->received_for,
                      person->received / 100, (int)(person->received % 100));
    sprintf(at, "}");
}

void person_write(const struct person *person, char document[DOCUMENT_MAX]) {
    int32_t order[FACTS_MAX];
    for (int32_t i = 0; i < FACTS_MAX; i++) order[i] = i;
    write_in(person, order, document);
}

void person_write_shuffled(const struct person *person, char document[DOCUMENT_MAX]) {
    int32_t order[FACTS_MAX];
    for (int32_t i = 0; i < hs_engine_fact_count(engine); i++) {
        int32_t at = (int32_t)chance_below((uint64_t)i + 1);
        order[i] = order[at];
        order[at] = i;
    }
    write_in(person, order, document);
}

/* ---- Trees ------------------------------------------------------------------------------------------------------------------------- */

static int32_t add_cell(struct cell out[SUBJECTS_MAX], int32_t count, struct cell cell) {
    for (int32_t i = 0; i < count; i++)
        if (out[i].fact == cell.fact && out[i].record == cell.record && out[i].field == cell.field) return count;
    if (count < SUBJECTS_MAX) out[count++] = cell;
    return count;
}

static int32_t add_tree(const hs_node *node, const struct person *person, int32_t record, struct cell out[SUBJECTS_MAX], int32_t count) {
    if (node->op == HS_OP_FACT) return add_cell(out, count, cell_of(node->fact, record));
    bool of_list = node->op == HS_OP_SOME || node->op == HS_OP_SUM || node->op == HS_OP_COUNT_IF;
    for (int32_t i = 0; i < node->count; i++) {
        if (!of_list || i == 0) {
            count = add_tree(node->arguments[i], person, record, out, count);
            continue;
        }
        const struct records *list = &person->lists[cell_of(node->arguments[0]->fact, -1).fact];
        for (int32_t r = 0; r < list->count; r++) count = add_tree(node->arguments[i], person, r, out, count);
    }
    return count;
}

int32_t tree_cells(const hs_node *node, const struct person *person, struct cell out[SUBJECTS_MAX]) {
    return add_tree(node, person, -1, out, 0);
}
