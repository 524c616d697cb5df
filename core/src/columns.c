#include "columns.h"

#include "error.h"
#include "place.h"

#include <string.h>

/* What both ends of a fact take in one lane at most. */
enum { ENDS_SIZE = 2 * sizeof(int64_t) };

/* Gives a column its room. */
static inline void lay(struct column *column, bool truth, size_t lanes, void *room) {
    if (truth)
        column->truths = (struct truths){room, (uint8_t *)room + lanes};
    else
        column->numbers = (struct numbers){room, (int64_t *)room + lanes};
}

static bool make(struct column *column, bool truth, size_t lanes, struct arena *arena) {
    void *room = arena_room(arena, lanes, truth ? 2 * sizeof(uint8_t) : ENDS_SIZE);
    if (room != NULL) lay(column, truth, lanes, room);
    return room != NULL;
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
    int32_t *begin = arena_room(arena, (size_t)count + 1, sizeof *begin);
    uint8_t *stated = arena_room(arena, (size_t)count, sizeof *stated);
    if (begin == NULL || stated == NULL) return false;
    begin[0] = 0;
    for (int32_t lane = 0; lane < count; lane++) {
        const struct record_table *table = lanes[lane].applicant->facts[s].records;
        stated[lane] = table != NULL;
        begin[lane + 1] = begin[lane] + (table == NULL ? 0 : table->count);
    }
    int32_t *lane_of = arena_room(arena, (size_t)begin[count], sizeof *lane_of);
    struct column *fields = arena_room(arena, (size_t)slot->field_count, sizeof *fields);
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

/* Of a fact that is no list, what every lane's applicant states. */
static void fill(struct column *column, bool truth, int32_t s, const struct lane *lanes, int32_t count) {
    for (int32_t i = 0; i < count; i++) set(column, truth, (size_t)i, applicant_value(lanes[i].applicant, s, lanes[i].place)->value);
}

/* The same before anybody has stated anything. */
static void clear(struct column *column, const hs_fact *fact, size_t lanes) {
    hs_interval unknown = value_unknown(fact);
    if (fact->type == HS_TRUTH) {
        memset(column->truths.low, (int)unknown.low, lanes);
        memset(column->truths.high, (int)unknown.high, lanes);
        return;
    }
    for (size_t i = 0; i < lanes; i++) column->numbers.low[i] = unknown.low;
    for (size_t i = 0; i < lanes; i++) column->numbers.high[i] = unknown.high;
}

static bool make_slot(struct columns *out, int32_t s, const struct dictionary *dictionary, const struct lane *lanes, struct arena *arena) {
    const struct slot *slot = &dictionary->slots[s];
    if (slot->fact->type == HS_LIST) return make_list(&out->slots[s], slot, s, lanes, out->lanes, arena);
    return make(&out->slots[s], slot->fact->type == HS_TRUTH, (size_t)out->lanes, arena);
}

/* What the applicant of a lane has stated: of the dictionary's facts those are few. */
static void state(struct columns *out, const struct dictionary *dictionary, const bool *read, const struct lane *lane, int32_t at) {
    const struct applicant *applicant = lane->applicant;
    for (int32_t i = 0; i < applicant->stated_count; i++) {
        int32_t s = applicant->stated[i];
        if (read != NULL && !read[s]) continue;
        int32_t type = dictionary->slots[s].fact->type;
        if (type != HS_LIST) set(&out->slots[s], type == HS_TRUTH, (size_t)at, applicant->facts[s].value);
    }
    for (int32_t i = 0; i < applicant->local_count; i++) {
        int32_t s = applicant->local[i].slot;
        if (read != NULL && !read[s]) continue;
        int32_t type = dictionary->slots[s].fact->type;
        if (type != HS_LIST) set(&out->slots[s], type == HS_TRUTH, (size_t)at, applicant_value(applicant, s, lane->place)->value);
    }
}

static bool begin(struct columns *out, const struct dictionary *dictionary, const struct lane *lanes, int32_t count, struct arena *arena) {
    *out = (struct columns){count, arena_room(arena, (size_t)dictionary->count, sizeof *out->slots),
                            arena_room(arena, (size_t)count, sizeof *out->days)};
    if (out->slots == NULL || out->days == NULL) return false;
    for (int32_t lane = 0; lane < count; lane++) out->days[lane] = date_number(lanes[lane].applicant->as_of);
    return true;
}

int columns_build(struct columns *out, const struct dictionary *dictionary, const bool *read, const struct lane *lanes, int32_t count,
                  struct arena *arena, hs_error *error) {
    bool built = begin(out, dictionary, lanes, count, arena);
    for (int32_t s = 0; built && s < dictionary->count; s++) {
        if (read != NULL && !read[s]) continue;
        built = make_slot(out, s, dictionary, lanes, arena);
        if (built && dictionary->slots[s].fact->type != HS_LIST) clear(&out->slots[s], dictionary->slots[s].fact, (size_t)count);
    }
    for (int32_t lane = 0; built && lane < count; lane++) state(out, dictionary, read, &lanes[lane], lane);
    return built ? HS_OK : error_memory(error);
}

int columns_build_for(struct columns *out, const struct portion *portion, const struct dictionary *dictionary, const struct lane *lanes,
                      int32_t count, struct arena *arena, hs_error *error) {
    size_t size = (size_t)count * ENDS_SIZE;
    char *room = arena_room(arena, (size_t)portion->slot_count, size); /* of all of them at once */
    bool built = begin(out, dictionary, lanes, count, arena) && room != NULL;
    for (int32_t i = 0; built && i < portion->slot_count; i++, room += size) {
        int32_t s = portion->slots[i], type = dictionary->slots[s].fact->type;
        struct column *column = &out->slots[s];
        if (type == HS_LIST) {
            built = make_list(column, &dictionary->slots[s], s, lanes, count, arena);
            continue;
        }
        lay(column, type == HS_TRUTH, (size_t)count, room);
        fill(column, type == HS_TRUTH, s, lanes, count);
    }
    return built ? HS_OK : error_memory(error);
}

void columns_set(struct columns *self, const struct dictionary *dictionary, int32_t slot, int32_t lane, hs_interval value) {
    set(&self->slots[slot], dictionary->slots[slot].fact->type == HS_TRUTH, (size_t)lane, value);
}
