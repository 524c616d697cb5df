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

static int take_owner(struct hs_table *self, const struct records *records, struct owner *owner, hs_error *error) {
    struct cell cell = intake_cell(self, self->of->id);
    if (owner->broken_line > 0)
        return cell_fault(error, &cell, "列表 %s 的表里第 %d 行属于这个编号，被拒绝了",
                          "of the list %s, line %d of its table belongs to this id and was refused", records->list->fact->id,
                          owner->broken_line);
    if (owner->taken)
        return cell_fault(error, &cell, "编号“%s”已经出现过，列表 %s 的记录不能给两个申请主体",
                          "the id \"%s\" stood before; the records of %s cannot belong to two applicants", cell.text,
                          records->list->fact->id);
    owner->taken = true;
    return HS_OK;
}

static struct owner *owner_of(const struct hs_table *self, const struct records *records) {
    char id[CELL_TEXT_MAX];
    return self->of->id < 0 ? NULL : records_find(records, cell_narrow(id, sizeof id, self->csv.cells[self->of->id].text));
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
    if (self->of->id < 0 || self->of->id >= self->csv.count) return;
    for (int32_t i = 0; i < self->list_count; i++) {
        struct owner *owner = owner_of(self, &self->lists[i]);
        if (owner != NULL) owner->met = true;
    }
}

static int write_list(struct hs_table *self, const struct slot *list, const struct records *records, hs_error *error) {
    int64_t stated;
    int32_t at;
    int status = stated_records(self, list, &stated, &at, error);
    struct owner *owner = records == NULL ? NULL : owner_of(self, records);
    if (status == HS_OK && owner != NULL) status = take_owner(self, records, owner, error);
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
    const struct records *records = NULL;
    for (int32_t k = 0; k < self->list_count; k++)
        if (self->lists[k].list == slot) records = &self->lists[k];
    return write_list(self, slot, records, error);
}

int intake_write_lists(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < self->engine->dictionary.count; i++) {
        const struct slot *slot = &self->engine->dictionary.slots[i];
        if (slot->fact->type == HS_LIST) status = intake_write_records(self, slot, error);
    }
    return status;
}
