#include "columns.h"

#include "error.h"
#include "place.h"

static bool make(struct column *column, bool truth, size_t lanes, struct arena *arena) {
    if (truth) {
        column->truths.low = arena_room(arena, 2 * lanes, sizeof *column->truths.low);
        if (column->truths.low == NULL) return false;
        column->truths.high = column->truths.low + lanes;
        return true;
    }
    column->numbers.low = arena_room(arena, 2 * lanes, sizeof *column->numbers.low);
    if (column->numbers.low == NULL) return false;
    column->numbers.high = column->numbers.low + lanes;
    return true;
}

static void set(struct column *column, bool truth, size_t lane, hs_interval value) {
    if (truth) {
        column->truths.low[lane] = (uint8_t)value.low;
        column->truths.high[lane] = (uint8_t)value.high;
    } else {
        column->numbers.low[lane] = value.low;
        column->numbers.high[lane] = value.high;
    }
}

/* The records of all lanes, one behind the other. */
static bool make_list(struct column *column, const struct slot *slot, int32_t s, const struct lane *lanes, int32_t count,
                      struct arena *arena) {
    int32_t *begin = arena_array(arena, (size_t)count + 1, sizeof *begin);
    uint8_t *stated = arena_array(arena, (size_t)count, sizeof *stated);
    if (begin == NULL || stated == NULL) return false;
    for (int32_t lane = 0; lane < count; lane++) {
        const struct record_table *table = lanes[lane].applicant->facts[s].records;
        stated[lane] = table != NULL;
        begin[lane + 1] = begin[lane] + (table == NULL ? 0 : table->count);
    }
    int32_t *lane_of = arena_array(arena, (size_t)begin[count], sizeof *lane_of);
    struct column *fields = arena_array(arena, (size_t)slot->field_count, sizeof *fields);
    if (lane_of == NULL || fields == NULL) return false;
    for (int32_t lane = 0; lane < count; lane++)
        for (int32_t r = begin[lane]; r < begin[lane + 1]; r++) lane_of[r] = lane;
    for (int32_t f = 0; f < slot->field_count; f++) {
        bool truth = slot->fields[f]->type == HS_TRUTH;
        if (!make(&fields[f], truth, (size_t)begin[count], arena)) return false;
        for (int32_t r = 0; r < begin[count]; r++) {
            const struct record_table *table = lanes[lane_of[r]].applicant->facts[s].records;
            set(&fields[f], truth, (size_t)r, table->values[(r - begin[lane_of[r]]) * slot->field_count + f]);
        }
    }
    *column = (struct column){.fields = fields, .begin = begin, .lane_of = lane_of, .stated = stated};
    return true;
}

static const struct fact_value *stated_in(const struct lane *lane, int32_t s) {
    const struct applicant *applicant = lane->applicant;
    return applicant->local_count == 0 ? &applicant->facts[s] : applicant_value(applicant, s, lane->place);
}

static void fill(struct column *column, bool truth, int32_t s, const struct lane *lanes, int32_t count) {
    if (truth)
        for (int32_t i = 0; i < count; i++) {
            hs_interval value = stated_in(&lanes[i], s)->value;
            column->truths.low[i] = (uint8_t)value.low;
            column->truths.high[i] = (uint8_t)value.high;
        }
    else
        for (int32_t i = 0; i < count; i++) {
            hs_interval value = stated_in(&lanes[i], s)->value;
            column->numbers.low[i] = value.low;
            column->numbers.high[i] = value.high;
        }
}

/* `wanted` by slot; NULL: all. */
static int build(struct columns *out, const bool *wanted, const struct dictionary *dictionary, const struct lane *lanes, int32_t count,
                 struct arena *arena, hs_error *error) {
    *out = (struct columns){count, arena_array(arena, (size_t)dictionary->count, sizeof *out->slots),
                            arena_array(arena, (size_t)count, sizeof *out->days)};
    if (out->slots == NULL || out->days == NULL) return error_memory(error);
    for (int32_t lane = 0; lane < count; lane++) out->days[lane] = date_number(lanes[lane].applicant->as_of);
    for (int32_t s = 0; s < dictionary->count; s++) {
        const hs_fact *fact = dictionary->slots[s].fact;
        bool truth = fact->type == HS_TRUTH;
        if (wanted != NULL && !wanted[s]) continue;
        bool made = fact->type == HS_LIST ? make_list(&out->slots[s], &dictionary->slots[s], s, lanes, count, arena)
                                          : make(&out->slots[s], truth, (size_t)count, arena);
        if (!made) return error_memory(error);
        if (fact->type != HS_LIST) fill(&out->slots[s], truth, s, lanes, count);
    }
    return HS_OK;
}

int columns_build(struct columns *out, const struct dictionary *dictionary, const struct lane *lanes, int32_t count, struct arena *arena,
                  hs_error *error) {
    return build(out, NULL, dictionary, lanes, count, arena, error);
}

int columns_build_for(struct columns *out, const struct plan *plan, const struct dictionary *dictionary, const struct lane *lanes,
                      int32_t count, struct arena *arena, hs_error *error) {
    bool *wanted = arena_array(arena, (size_t)dictionary->count, sizeof *wanted);
    if (wanted == NULL) return error_memory(error);
    for (int32_t i = 0; i < plan->input_count; i++)
        if (plan->inputs[i].slot >= 0) wanted[plan->inputs[i].slot] = true;
    for (int32_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].list != NO_LIST) wanted[plan->steps[i].list] = true;
        if (plan->steps[i].over != NO_LIST) wanted[plan->steps[i].over] = true;
    }
    return build(out, wanted, dictionary, lanes, count, arena, error);
}
