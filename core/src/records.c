#include "records.h"

#include <stdlib.h>
#include <string.h>

static int32_t *place_of(const struct records *self, const char *id) {
    uint32_t mask = (uint32_t)self->table_size - 1, at = text_hash(id) & mask;
    while (self->table[at] != 0 && strcmp(self->bytes.data + self->owners[self->table[at] - 1].id, id) != 0) at = (at + 1) & mask;
    return &self->table[at];
}

/* Room for one more, twice as much each time. */
static bool grow(void **items, int32_t count, int32_t *room, size_t size) {
    if (count < *room) return true;
    if (*room > INT32_MAX / 2) return false;
    int32_t wanted = *room == 0 ? 64 : 2 * *room;
    void *larger = realloc(*items, (size_t)wanted * size);
    if (larger == NULL) return false;
    *items = larger;
    *room = wanted;
    return true;
}

static bool grow_table(struct records *self) {
    if (self->table_size > 2 * self->owner_count) return true;
    if (self->table_size > INT32_MAX / 2) return false;
    int32_t size = self->table_size == 0 ? 64 : 2 * self->table_size;
    int32_t *table = calloc((size_t)size, sizeof *table);
    if (table == NULL) return false;
    free(self->table);
    self->table = table;
    self->table_size = size;
    for (int32_t i = 0; i < self->owner_count; i++) *place_of(self, self->bytes.data + self->owners[i].id) = i + 1;
    return true;
}

/* Keeps a text with its NUL; where it stands. */
static size_t keep(struct records *self, const char *text) {
    size_t at = self->bytes.length;
    write_bytes(&self->bytes, text, strlen(text) + 1);
    return at;
}

static struct owner *owner_of(struct records *self, const char *id, int line) {
    if (!grow_table(self)) return NULL;
    int32_t *place = place_of(self, id);
    if (*place != 0) return &self->owners[*place - 1];
    if (!grow((void **)&self->owners, self->owner_count, &self->owner_room, sizeof *self->owners)) return NULL;
    self->owners[self->owner_count] = (struct owner){.id = keep(self, id), .first = -1, .last = -1, .line = line};
    *place = ++self->owner_count;
    return self->bytes.failed ? NULL : &self->owners[*place - 1];
}

bool records_add(struct records *self, const char *id, const char *json, int line) {
    struct owner *owner = owner_of(self, id, line);
    if (owner == NULL) return false;
    if (json == NULL) {
        owner->broken_line = line;
        return true;
    }
    if (!grow((void **)&self->items, self->item_count, &self->item_room, sizeof *self->items)) return false;
    self->items[self->item_count] = (struct record){keep(self, json), -1};
    if (owner->last >= 0)
        self->items[owner->last].next = self->item_count;
    else
        owner->first = self->item_count;
    owner->last = self->item_count++;
    owner->count++;
    return !self->bytes.failed;
}

struct owner *records_find(const struct records *self, const char *id) {
    if (self->table_size == 0) return NULL;
    int32_t place = *place_of(self, id);
    return place == 0 ? NULL : &self->owners[place - 1];
}

void records_write(const struct records *self, struct writer *out, const struct owner *owner) {
    write_text(out, "[");
    for (int32_t i = owner->first; i >= 0; i = self->items[i].next) {
        if (i != owner->first) write_text(out, ",");
        write_text(out, self->bytes.data + self->items[i].json);
    }
    write_text(out, "]");
}

void records_free(struct records *self) {
    write_free(&self->bytes);
    free(self->owners);
    free(self->items);
    free(self->table);
    *self = (struct records){0};
}
