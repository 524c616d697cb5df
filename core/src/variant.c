/* Applicants as they would be if a fact were otherwise. */
#include "applicant.h"
#include "place.h"

#include <string.h>

const struct fact_value *applicant_local_value(const struct applicant *self, int32_t slot, const char *place) {
    const struct fact_value *value = &self->facts[slot];
    int level = -1;
    for (int32_t i = 0; i < self->local_count; i++) {
        const struct local_value *local = &self->local[i];
        if (local->slot != slot || !adcode_covers(local->adcode, place) || adcode_level(local->adcode) <= level) continue;
        level = adcode_level(local->adcode);
        value = &local->value;
    }
    return value;
}

struct applicant *applicant_copy(const struct applicant *self, int32_t slots, struct arena *arena) {
    struct applicant *copy = arena_take(arena, sizeof *copy);
    struct fact_value *facts = arena_room(arena, (size_t)slots, sizeof *facts);
    int32_t *stated = arena_room(arena, (size_t)slots, sizeof *stated);
    struct local_value *local = arena_room(arena, (size_t)self->local_count, sizeof *local);
    if (copy == NULL || facts == NULL || stated == NULL || local == NULL) return NULL;
    *copy = *self;
    copy->facts = memcpy(facts, self->facts, (size_t)slots * sizeof *facts);
    copy->stated = memcpy(stated, self->stated, (size_t)self->stated_count * sizeof *stated);
    for (int32_t i = 0; i < self->local_count; i++) local[i] = self->local[i];
    copy->local = local;
    return copy;
}

static void state(struct applicant *self, int32_t slot) {
    for (int32_t i = 0; i < self->stated_count; i++)
        if (self->stated[i] == slot) return;
    self->stated[self->stated_count++] = slot;
}

void applicant_set(struct applicant *self, int32_t slot, hs_interval value) {
    state(self, slot);
    self->facts[slot].value = value;
    for (int32_t i = 0; i < self->local_count; i++)
        if (self->local[i].slot == slot) self->local[i].value.value = value;
}

void applicant_suppose(struct applicant *self, int32_t slot, const struct fact_value *value) {
    state(self, slot);
    self->facts[slot] = *value;
    for (int32_t i = 0; i < self->local_count; i++)
        if (self->local[i].slot == slot) self->local[i].value = *value;
}

bool applicant_set_field(struct applicant *self, const struct dictionary *dictionary, int32_t slot, int32_t record, int32_t field,
                         hs_interval value, struct arena *arena) {
    const struct slot *list = &dictionary->slots[slot];
    const struct record_table *old = self->facts[slot].records;
    size_t width = (size_t)list->field_count;
    int32_t had = old == NULL ? 0 : old->count, count = record == had ? had + 1 : had;
    struct record_table *table = arena_take(arena, sizeof *table);
    hs_interval *values = arena_room(arena, (size_t)count * width, sizeof *values);
    if (table == NULL || values == NULL) return false;
    if (had > 0) memcpy(values, old->values, (size_t)had * width * sizeof *values);
    for (size_t f = 0; record == had && f < width; f++) values[(size_t)had * width + f] = value_unknown(list->fields[f]);
    if (field >= 0) values[(size_t)record * width + (size_t)field] = value;
    *table = (struct record_table){count, values};
    state(self, slot);
    self->facts[slot].records = table;
    return true;
}
