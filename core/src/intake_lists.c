/* The records of lists, which tables of their own hold, in the document of their applicant. */
#include "error.h"
#include "intake.h"

/* How many records the row says that a list has; -1 where it does not say. */
static int stated_records(const struct hs_table *self, const struct slot *list, int64_t *count, int32_t *at, hs_error *error) {
    *count = *at = -1;
    for (int32_t i = 0; i < self->of->count; i++) {
        struct cell cell = intake_cell(self, i);
        if (self->of->headings[i].fact != list->fact || cell_is_unknown(cell.text)) continue;
        *at = i;
        return cell_read_records(count, &cell, error);
    }
    return HS_OK;
}

/* Whether the row is the next in the order of the table. */
static bool has_turn(const struct hs_table *self) { return self->of == self || self->in_turn; }

static int take_owner(struct hs_table *self, int32_t list, struct owner *owner, hs_error *error) {
    struct cell cell = intake_cell(self, self->of->id);
    const char *id = self->of->lists[list].list->fact->id;
    if (owner->broken_line > 0)
        return cell_fault(error, &cell, "列表 %s 的表里第 %d 行属于这个编号，被拒绝了",
                          "of the list %s, line %d of its table belongs to this id and was refused", id, owner->broken_line);
    self->row.lists |= UINT64_C(1) << list;
    if (!has_turn(self)) return HS_OK;
    if (owner->taken)
        return cell_fault(error, &cell, "编号“%s”已经出现过，列表 %s 的记录不能给两个申请主体",
                          "the id \"%s\" stood before; the records of %s cannot belong to two applicants", cell.text, id);
    owner->taken = true;
    return HS_OK;
}

static struct owner *owner_of(const struct records *records, const char *written_id) {
    char id[CELL_TEXT_MAX];
    return records_find(records, cell_narrow(id, sizeof id, written_id));
}

int intake_fault_records(hs_error *error, const struct cell *cell, int64_t stated, int64_t count) {
    const char *list = cell->heading->fact->id;
    if (count < 0)
        return error_cure(error, HS_CURE_TABLE,
                          cell_fault(error, cell, "这里写了 %d 条记录，却没有列表的表",
                                     "%d records are stated here and the list has no table", (int)stated));
    return cell_fault(error, cell, "这里写了 %d 条记录，列表 %s 的表里有 %d 条：请改成一样",
                      "%d records are stated here, the table of the list %s has %d: make them the same", (int)stated, list, (int)count);
}

/* The applicant whose row this is, right or not. */
void intake_meet_owners(struct hs_table *self) {
    int32_t id = self->of->id;
    if (id < 0 || id >= self->csv.count || !has_turn(self)) return;
    for (int32_t i = 0; i < self->of->list_count; i++) {
        struct owner *owner = owner_of(&self->of->lists[i], self->csv.cells[id].text);
        if (owner != NULL) owner->met = true;
    }
}

/* `table`: of `list`, -1: there is none. */
static int write_list(struct hs_table *self, const struct slot *list, int32_t table, hs_error *error) {
    const struct records *records = table < 0 ? NULL : &self->of->lists[table];
    int64_t stated;
    int32_t at;
    int status = stated_records(self, list, &stated, &at, error);
    struct owner *owner = records == NULL || self->of->id < 0 ? NULL : owner_of(records, self->csv.cells[self->of->id].text);
    if (status == HS_OK && owner != NULL) status = take_owner(self, table, owner, error);
    if (status != HS_OK) return status;
    int32_t count = owner == NULL ? 0 : owner->count;
    if (stated >= 0 && stated != count) {
        struct cell cell = intake_cell(self, at);
        return intake_fault_records(error, &cell, stated, records == NULL ? -1 : count);
    }
    if (owner == NULL && stated < 0) return HS_OK;
    intake_write_key(&self->json, list->fact->id);
    if (owner != NULL)
        records_write(records, &self->json, owner);
    else
        write_text(&self->json, "[]");
    return HS_OK;
}

int intake_write_records(struct hs_table *self, const struct slot *slot, hs_error *error) {
    int32_t table = -1;
    for (int32_t k = 0; k < self->of->list_count; k++)
        if (self->of->lists[k].list == slot) table = k;
    return write_list(self, slot, table, error);
}

int intake_write_lists(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < self->engine->dictionary.count; i++) {
        const struct slot *slot = &self->engine->dictionary.slots[i];
        if (slot->fact->type == HS_LIST) status = intake_write_records(self, slot, error);
    }
    return status;
}

int hs_table_take(hs_table *self, const hs_table_bytes *bytes, const char *id, uint64_t lists, const hs_table_row **out, hs_error *error) {
    struct owner *wanted[LISTS_MAX];
    int32_t count = 0;
    bool taken = false;
    *out = NULL;
    for (int32_t i = 0; id != NULL && i < self->of->list_count; i++) {
        struct owner *owner = owner_of(&self->of->lists[i], id);
        if (owner != NULL) owner->met = true;
        if (owner == NULL || (lists >> i & 1) == 0) continue;
        taken = taken || owner->taken;
        wanted[count++] = owner;
    }
    for (int32_t i = 0; !taken && i < count; i++) wanted[i]->taken = true;
    if (!taken) return HS_OK;
    self->in_turn = true;
    int status = hs_table_read(self, bytes, out, error);
    self->in_turn = false;
    return status;
}
