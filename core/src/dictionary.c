#include "dictionary.h"

#include "checker.h"
#include "error.h"
#include "gate.h"
#include "text.h"

#include <string.h>

struct builder {
    struct dictionary *dictionary;
    const hs_policy *policy;
    struct arena *arena;
    hs_error *error;
    bool keeps; /* what is known stays, however this policy defines it */
};

/* Where the id stands in the table, or the free place for it. It may hold anything, also a NUL. */
static int32_t *place_of_hash(const struct dictionary *self, const char *id, size_t length, uint32_t hash) {
    uint32_t mask = (uint32_t)self->table_size - 1, at = hash & mask;
    for (; self->table[at] != 0; at = (at + 1) & mask) {
        const struct slot *slot = &self->slots[self->table[at] - 1];
        if (slot->id_length == length && memcmp(slot->fact->id, id, length) == 0) break;
    }
    return &self->table[at];
}

static int32_t *place_of(const struct dictionary *self, const char *id) { return place_of_hash(self, id, strlen(id), text_hash(id)); }

int32_t dictionary_find(const struct dictionary *self, const char *id) { return dictionary_find_text(self, id, strlen(id)); }

int32_t dictionary_find_hash(const struct dictionary *self, const char *id, uint32_t hash) {
    return self->table_size == 0 ? -1 : *place_of_hash(self, id, strlen(id), hash) - 1;
}

int32_t dictionary_find_text(const struct dictionary *self, const char *text, size_t length) {
    return self->table_size == 0 ? -1 : *place_of_hash(self, text, length, text_hash_of(text, length)) - 1;
}

int32_t dictionary_find_field(const struct slot *list, const char *id) {
    for (int32_t i = 0; i < list->field_count; i++)
        if (strcmp(list->fields[i]->id, id) == 0) return i;
    return -1;
}

/* Room for `capacity` facts, holding those of `old`. */
static int make(struct dictionary *self, const struct dictionary *old, int32_t capacity, struct arena *arena, hs_error *error) {
    *self = (struct dictionary){.capacity = capacity, .table_size = 64};
    while (self->table_size < 2 * capacity) self->table_size *= 2;
    self->slots = arena_array(arena, (size_t)capacity, sizeof *self->slots);
    self->table = arena_array(arena, (size_t)self->table_size, sizeof *self->table);
    if (self->slots == NULL || self->table == NULL) return error_memory(error);
    for (; self->count < old->count; self->count++) {
        self->slots[self->count] = old->slots[self->count];
        *place_of(self, old->slots[self->count].fact->id) = self->count + 1;
    }
    return HS_OK;
}

static int require_same(const struct builder *b, const hs_fact *known, const hs_fact *fact) {
    const char *difference;
    if (b->keeps || checker_same_fact(known, fact, &difference)) return HS_OK;
    return error_set(b->error, HS_PLUGIN, AT_PATH(b->policy->id), "事实 %s 的 %s 与已加载的政策不同，请改用 facts.h 里的定义",
                     "fact %s differs in its %s from a policy already loaded; use the definition in facts.h", fact->id, difference);
}

static int add_fact(struct builder *b, const hs_fact *fact, int32_t *slot) {
    struct dictionary *self = b->dictionary;
    *slot = dictionary_find(self, fact->id);
    if (*slot >= 0) return require_same(b, self->slots[*slot].fact, fact);
    if (self->count == self->capacity) {
        struct dictionary larger;
        int status = make(&larger, self, self->capacity * 2, b->arena, b->error);
        if (status != HS_OK) return status;
        *self = larger;
    }
    *slot = self->count++;
    self->slots[*slot].fact = fact;
    self->slots[*slot].id_length = strlen(fact->id);
    *place_of(self, fact->id) = *slot + 1;
    return HS_OK;
}

/* Fields are copied before one is added: the list may be shared with the dictionary that is being extended. */
static int add_field(struct builder *b, int32_t list, const hs_fact *field) {
    struct slot *slot = &b->dictionary->slots[list];
    int32_t known = dictionary_find_field(slot, field->id);
    if (known >= 0) return require_same(b, slot->fields[known], field);
    if (slot->field_count == DICTIONARY_FIELDS_MAX)
        return error_set(b->error, HS_PLUGIN, AT_PATH(b->policy->id), "列表 %s 的字段超过 %d 个", "the list %s has more than %d fields",
                         slot->fact->id, DICTIONARY_FIELDS_MAX);
    const hs_fact **fields = arena_array(b->arena, (size_t)slot->field_count + 1, sizeof *fields);
    if (fields == NULL) return error_memory(b->error);
    if (slot->field_count > 0) memcpy(fields, slot->fields, (size_t)slot->field_count * sizeof *fields);
    fields[slot->field_count++] = field;
    slot->fields = fields;
    return HS_OK;
}

static int add_tree(struct builder *b, const hs_node *node) {
    int status = HS_OK;
    if (node->op == HS_OP_FACT) {
        int32_t slot;
        const hs_fact *fact = node->fact;
        status = add_fact(b, fact->list != NULL ? fact->list : fact, &slot);
        if (status == HS_OK && fact->list != NULL) status = add_field(b, slot, fact);
    }
    for (int32_t i = 0; status == HS_OK && i < node->count; i++) status = add_tree(b, node->arguments[i]);
    return status;
}

/* The facts of checks are no reason to ask for them; where they are asked for, they are the same. */
static int require_known(const struct builder *b, const hs_node *node) {
    int status = HS_OK;
    if (node->op == HS_OP_FACT) {
        const hs_fact *fact = node->fact, *list = fact->list != NULL ? fact->list : fact;
        int32_t slot = dictionary_find(b->dictionary, list->id);
        int32_t field = slot < 0 || list == fact ? -1 : dictionary_find_field(&b->dictionary->slots[slot], fact->id);
        if (slot >= 0) status = require_same(b, b->dictionary->slots[slot].fact, list);
        if (status == HS_OK && field >= 0) status = require_same(b, b->dictionary->slots[slot].fields[field], fact);
    }
    for (int32_t i = 0; status == HS_OK && i < node->count; i++) status = require_known(b, node->arguments[i]);
    return status;
}

static int extend(struct dictionary *out, const struct dictionary *old, const hs_policy *policy, bool keeps, struct arena *arena,
                  hs_error *error) {
    struct dictionary extended;
    struct builder b = {&extended, policy, arena, error, keeps};
    int status = make(&extended, old, old->count + 64, arena, error);
    for (int32_t i = 0; status == HS_OK && i < policy->measure_count; i++) {
        status = add_tree(&b, &policy->measures[i].when->n);
        if (status == HS_OK && policy->measures[i].pays != NULL) status = add_tree(&b, &policy->measures[i].pays->n);
    }
    for (int32_t i = 0; status == HS_OK && i < policy->limit_count; i++) status = add_tree(&b, &policy->limits[i].ceiling->n);
    for (int32_t i = 0; status == HS_OK && i < policy->check_count; i++) status = require_known(&b, &policy->checks[i]->holds->n);
    if (status == HS_OK) *out = extended;
    return status;
}

int dictionary_extend(struct dictionary *out, const struct dictionary *old, const hs_policy *policy, struct arena *arena, hs_error *error) {
    return extend(out, old, policy, false, arena, error);
}

int dictionary_learn(struct dictionary *out, const struct dictionary *old, const hs_policy *policy, struct arena *arena, hs_error *error) {
    return extend(out, old, policy, true, arena, error);
}

/* The number between brackets at *text, which goes behind them; -1 where there is none. */
static int32_t read_record(const char **text) {
    const char *at = *text;
    int32_t record = 0;
    if (*at++ != '[' || *at == ']') return -1;
    for (; *at >= '0' && *at <= '9' && record < GATE_ITEMS_MAX; at++) record = 10 * record + (*at - '0');
    if (*at != ']') return -1;
    *text = at + 1;
    return record;
}

bool dictionary_find_subject(const struct dictionary *self, hs_subject *out, const char *text) {
    char id[128];
    size_t length = strcspn(text, "[");
    if (length >= sizeof id) return false;
    memcpy(id, text, length);
    id[length] = '\0';
    int32_t slot = dictionary_find(self, id);
    if (slot < 0) return false;
    *out = (hs_subject){self->slots[slot].fact, -1};
    text += length;
    if (*text == '\0') return true;
    out->record = read_record(&text);
    if (out->record < 0 || out->fact->type != HS_LIST) return false;
    if (*text == '\0') return true;
    int32_t field = *text == '.' ? dictionary_find_field(&self->slots[slot], text + 1) : -1;
    if (field >= 0) out->fact = self->slots[slot].fields[field];
    return field >= 0;
}
