#include "columns.h"

#include "error.h"
#include "place.h"

static const struct fact_value *value_at(const struct applicant *applicant, int32_t slot, const char *place) {
    const struct fact_value *value = &applicant->facts[slot];
    int level = -1;
    for (int32_t i = 0; i < applicant->local_count; i++) {
        const struct local_value *local = &applicant->local[i];
        if (local->slot != slot || !adcode_covers(local->adcode, place) || adcode_level(local->adcode) <= level) continue;
        level = adcode_level(local->adcode);
        value = &local->value;
    }
    return value;
}

static bool make(struct column *column, bool truth, size_t lanes, struct arena *arena) {
    if (truth) {
        column->truths.low = arena_array(arena, 2 * lanes, sizeof *column->truths.low);
        if (column->truths.low == NULL) return false;
        column->truths.high = column->truths.low + lanes;
        return true;
    }
    column->numbers.low = arena_array(arena, 2 * lanes, sizeof *column->numbers.low);
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

/* Lists do not differ from place to place: every lane has a copy of the records. */
static bool make_list(struct column *column, const struct slot *slot, const struct record_table *table, int32_t lanes,
                      struct arena *arena) {
    size_t count = table == NULL ? 0 : (size_t)table->count, total = count * (size_t)lanes;
    int32_t *begin = arena_array(arena, (size_t)lanes + 1, sizeof *begin), *lane_of = arena_array(arena, total, sizeof *lane_of);
    uint8_t *stated = arena_array(arena, (size_t)lanes, sizeof *stated);
    struct column *fields = arena_array(arena, (size_t)slot->field_count, sizeof *fields);
    if (begin == NULL || lane_of == NULL || stated == NULL || fields == NULL) return false;
    for (int32_t lane = 0; lane <= lanes; lane++) begin[lane] = (int32_t)count * lane;
    for (int32_t lane = 0; lane < lanes; lane++) stated[lane] = table != NULL;
    for (size_t i = 0; i < total; i++) lane_of[i] = (int32_t)(i / count);
    for (int32_t f = 0; f < slot->field_count; f++) {
        bool truth = slot->fields[f]->type == HS_TRUTH;
        if (!make(&fields[f], truth, total, arena)) return false;
        for (size_t i = 0; i < total; i++) set(&fields[f], truth, i, table->values[i % count * (size_t)slot->field_count + (size_t)f]);
    }
    *column = (struct column){.fields = fields, .begin = begin, .lane_of = lane_of, .stated = stated};
    return true;
}

int columns_build(struct columns *out, const struct dictionary *dictionary, const struct applicant *applicant, const char *const *places,
                  int32_t count, struct arena *arena, hs_error *error) {
    *out = (struct columns){count, arena_array(arena, (size_t)dictionary->count, sizeof *out->slots)};
    if (out->slots == NULL) return error_memory(error);
    for (int32_t s = 0; s < dictionary->count; s++) {
        const hs_fact *fact = dictionary->slots[s].fact;
        bool truth = fact->type == HS_TRUTH;
        bool made = fact->type == HS_LIST ? make_list(&out->slots[s], &dictionary->slots[s], applicant->facts[s].records, count, arena)
                                          : make(&out->slots[s], truth, (size_t)count, arena);
        if (!made) return error_memory(error);
        for (int32_t lane = 0; fact->type != HS_LIST && lane < count; lane++)
            set(&out->slots[s], truth, (size_t)lane, value_at(applicant, s, places[lane])->value);
    }
    return HS_OK;
}
