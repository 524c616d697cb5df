/* The officer's tables: rows of cells in, applicants' documents out. */
#include "csv.h"
#include "engine.h"
#include "error.h"
#include "heading.h"
#include "records.h"

#include <stdlib.h>
#include <string.h>

enum { LISTS_MAX = 64 };

struct hs_table {
    const hs_engine *engine;
    struct csv csv;
    struct heading headings[CSV_CELLS_MAX];
    int32_t count;    /* of headings; 0 before they were read */
    int32_t id, name; /* their columns, -1: none */
    struct records lists[LISTS_MAX];
    int32_t list_count;
    struct records *into; /* the list whose table is being read, or NULL */
    struct writer json;
    hs_table_row row;
    int32_t left_list, left_owner; /* where hs_table_left goes on */
};

int hs_table_new(hs_table **out, const hs_engine *engine, hs_error *error) {
    *out = calloc(1, sizeof **out);
    if (*out == NULL) return error_memory(error);
    (*out)->engine = engine;
    return HS_OK;
}

void hs_table_free(hs_table *self) {
    if (self == NULL) return;
    for (int32_t i = 0; i < self->list_count; i++) records_free(&self->lists[i]);
    csv_free(&self->csv);
    write_free(&self->json);
    free(self);
}

/* Ready for another table. */
static void begin(struct hs_table *self) {
    csv_free(&self->csv);
    memset(&self->csv, 0, sizeof self->csv);
    self->count = 0;
}

static const struct slot *list_called(const hs_engine *engine, const char *id) {
    if (strcmp(id, engine->received.fact->id) == 0) return &engine->received;
    int32_t slot = dictionary_find(&engine->dictionary, id);
    return slot < 0 ? NULL : &engine->dictionary.slots[slot];
}

int hs_table_list(hs_table *self, const char *fact, hs_error *error) {
    const struct slot *list = list_called(self->engine, fact);
    if (list == NULL || list->fact->type != HS_LIST)
        return error_set(error, HS_USAGE, AT_PATH(fact), "没有名为“%s”的列表事实", "no list fact is called \"%s\"", fact);
    for (int32_t i = 0; i < self->list_count; i++)
        if (self->lists[i].list == list)
            return error_set(error, HS_USAGE, AT_PATH(fact), "列表“%s”给了两张表", "two tables are given for the list \"%s\"", fact);
    if (self->list_count == LISTS_MAX) return error_set(error, HS_USAGE, AT_PATH(fact), "列表太多", "too many lists");
    begin(self);
    self->into = &self->lists[self->list_count++];
    self->into->list = list;
    return HS_OK;
}

void hs_table_applicants(hs_table *self) {
    begin(self);
    self->into = NULL;
}

int hs_table_push(hs_table *self, const char *bytes, size_t length, hs_error *error) {
    return csv_push(&self->csv, bytes, length) ? HS_OK : error_memory(error);
}

void hs_table_end(hs_table *self) { csv_end(&self->csv); }

/* ---- Headings -------------------------------------------------------------------------------------------------------------------- */

static bool holds_received(const struct hs_table *self) { return self->into != NULL && self->into->list == &self->engine->received; }

static struct cell cell_at(const struct hs_table *self, int32_t at) {
    const struct csv_cell *found = &self->csv.cells[at];
    struct cell cell = {.text = found->text, .line = found->line, .column = found->column, .row = self->csv.number, .at = at};
    if (at < self->count) heading_path(cell.path, sizeof cell.path, &self->headings[at]);
    cell.exact = holds_received(self);
    return cell;
}

static int read_headings(struct hs_table *self, hs_error *error) {
    const struct slot *list = self->into == NULL ? NULL : self->into->list;
    struct cell only = cell_at(self, 0);
    self->id = self->name = -1;
    if (self->csv.count == 1 && only.text[strcspn(only.text, ";\t|")] != '\0')
        return cell_fault(error, &only, "各列应以英文逗号分开：%s", "columns must be apart by commas: %s", only.text);
    for (int32_t i = 0; i < self->csv.count; i++) {
        struct heading *heading = &self->headings[i];
        struct cell cell = cell_at(self, i);
        int status = heading_read(heading, self->engine, list, &cell, error);
        if (status != HS_OK) return status;
        for (int32_t j = 0; j < i; j++)
            if (heading_equal(heading, &self->headings[j]))
                return cell_fault(error, &cell, "“%s”一列重复（第 %d 列也是）", "the column \"%s\" stands twice (column %d is the same)",
                                  cell.text, (int)j + 1);
        if (heading->kind == HEADING_ID) self->id = i;
        if (heading->kind == HEADING_NAME) self->name = i;
    }
    struct cell first = cell_at(self, 0);
    if (self->id < 0 && (list != NULL || self->list_count > 0))
        return cell_fault(error, &first, "缺少 编号（id）一列，请加上：列表和申请主体按编号对应",
                          "the column id (编号) is missing, add it: lists and applicants are joined by it");
    self->count = self->csv.count;
    return HS_OK;
}

/* ---- A row ----------------------------------------------------------------------------------------------------------------------- */

static bool is_empty(const struct csv *csv) {
    char text[8];
    for (int32_t i = 0; i < csv->count; i++)
        if (cell_narrow(text, sizeof text, csv->cells[i].text)[0] != '\0') return false;
    return true;
}

static int check_row(const struct hs_table *self, hs_error *error) {
    if (self->csv.count != self->count) {
        struct cell last = cell_at(self, self->csv.count > self->count ? self->count : self->csv.count - 1);
        return cell_fault(error, &last, "这一行有 %d 格，列名有 %d 个：格里有逗号或换行的，整格要放在引号里",
                          "the row has %d cells and the table %d headings: a cell with a comma or a newline goes in quotation marks",
                          (int)self->csv.count, (int)self->count);
    }
    for (int32_t i = 0; i < self->count; i++) {
        struct cell cell = cell_at(self, i);
        if (self->headings[i].kind == HEADING_NONE && !cell_is_unknown(cell.text))
            return cell_fault(error, &cell, "这一列没有列名：请写上，不用的列写 #",
                              "this column has no heading: write one, or # if it is not to be read");
    }
    return HS_OK;
}

/* Writes `"name":`, after a comma unless it is the first of its object. */
static void write_key(struct writer *w, const char *name) {
    if (w->length > 0 && w->data[w->length - 1] != '{') write_text(w, ",");
    write_json_text(w, name);
    write_text(w, ":");
}

static int write_cell(struct hs_table *self, int32_t i, hs_error *error) {
    const struct heading *heading = &self->headings[i];
    struct cell cell = cell_at(self, i);
    if (cell_is_unknown(cell.text)) return HS_OK;
    switch (heading->kind) {
    case HEADING_NAME: write_key(&self->json, "name"); return cell_write_text(&self->json, &cell, error);
    case HEADING_AS_OF: write_key(&self->json, "as_of"); return cell_write_date(&self->json, &cell, error);
    case HEADING_LOCATIONS: write_key(&self->json, "locations"); return cell_write_places(&self->json, &cell, self->engine, error);
    case HEADING_FACT:
        write_key(&self->json, heading->fact->id);
        return cell_write_fact(&self->json, &cell, heading->fact, heading->zeros, error);
    default: return HS_OK;
    }
}

/* The facts for a place ("" for everywhere), in the order of the columns. */
static int write_facts(struct hs_table *self, const char *adcode, hs_error *error) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < self->count; i++)
        if (self->headings[i].kind == HEADING_FACT && strcmp(self->headings[i].adcode, adcode) == 0) status = write_cell(self, i, error);
    return status;
}

static int write_facts_at(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    bool begun = false;
    for (int32_t i = 0; status == HS_OK && i < self->count; i++) {
        const char *adcode = self->headings[i].adcode;
        bool first = adcode[0] != '\0';
        for (int32_t j = 0; first && j < i; j++) first = strcmp(self->headings[j].adcode, adcode) != 0;
        if (!first) continue;
        if (!begun) write_key(&self->json, "facts_at"), write_text(&self->json, "{");
        begun = true;
        write_key(&self->json, adcode);
        write_text(&self->json, "{");
        status = write_facts(self, adcode, error);
        write_text(&self->json, "}");
    }
    if (begun) write_text(&self->json, "}");
    return status;
}

/* ---- Lists ----------------------------------------------------------------------------------------------------------------------- */

/* How many records the row says that a list has; -1 where it does not say. */
static int stated_records(const struct hs_table *self, const struct slot *list, int64_t *count, int32_t *at, hs_error *error) {
    *count = *at = -1;
    for (int32_t i = 0; i < self->count; i++) {
        struct cell cell = cell_at(self, i);
        if (self->headings[i].fact != list->fact || cell_is_unknown(cell.text)) continue;
        *at = i;
        return cell_read_records(count, &cell, error);
    }
    return HS_OK;
}

static int take_owner(struct hs_table *self, const struct records *records, struct owner *owner, hs_error *error) {
    struct cell cell = cell_at(self, self->id);
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
    return self->id < 0 ? NULL : records_find(records, cell_narrow(id, sizeof id, self->csv.cells[self->id].text));
}

/* The applicant whose row this is, right or not. */
static void meet_owners(struct hs_table *self) {
    if (self->id < 0 || self->id >= self->csv.count) return;
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
        struct cell cell = cell_at(self, at);
        if (records == NULL)
            return error_cure(error, HS_CURE_TABLE,
                              cell_fault(error, &cell, "这里写了 %d 条记录，却没有列表的表",
                                         "%d records are stated here and the list has no table", (int)stated));
        return cell_fault(error, &cell, "这里写了 %d 条记录，列表 %s 的表里有 %d 条：请改成一样",
                          "%d records are stated here, the table of the list %s has %d: make them the same", (int)stated, list->fact->id,
                          (int)count);
    }
    if (owner == NULL && stated < 0) return HS_OK;
    write_key(&self->json, list->fact->id);
    if (owner != NULL)
        records_write(records, &self->json, owner);
    else
        write_text(&self->json, "[]");
    return HS_OK;
}

static int write_records_of(struct hs_table *self, const struct slot *slot, hs_error *error) {
    const struct records *records = NULL;
    for (int32_t k = 0; k < self->list_count; k++)
        if (self->lists[k].list == slot) records = &self->lists[k];
    return write_list(self, slot, records, error);
}

static int write_lists(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < self->engine->dictionary.count; i++) {
        const struct slot *slot = &self->engine->dictionary.slots[i];
        if (slot->fact->type == HS_LIST) status = write_records_of(self, slot, error);
    }
    return status;
}

/* ---- The documents --------------------------------------------------------------------------------------------------------------- */

static int write_applicant(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    write_text(&self->json, "{");
    for (int32_t i = 0; status == HS_OK && i < self->count; i++)
        if (self->headings[i].kind < HEADING_FACT) status = write_cell(self, i, error);
    write_key(&self->json, "facts");
    write_text(&self->json, "{");
    if (status == HS_OK) status = write_facts(self, "", error);
    if (status == HS_OK) status = write_lists(self, error);
    write_text(&self->json, "}");
    if (status == HS_OK) status = write_facts_at(self, error);
    if (status == HS_OK) status = write_records_of(self, &self->engine->received, error);
    write_text(&self->json, "}");
    return status;
}

/* What was received says either for how many years or how much, and of what. */
static int check_received(const struct hs_table *self, hs_error *error) {
    static const char *const names[] = {"measure", "years", "matter", "amount"};
    unsigned stated = 0;
    for (int32_t i = 0; i < self->count; i++)
        for (unsigned n = 0; n < 4 && self->headings[i].kind == HEADING_FACT; n++)
            if (strcmp(self->headings[i].fact->id, names[n]) == 0 && !cell_is_unknown(self->csv.cells[i].text)) stated |= 1U << n;
    if (stated == 3 || stated == 12) return HS_OK;
    struct cell cell = cell_at(self, self->id);
    return cell_fault(error, &cell, "一行写 措施 和 已领年数，或者写 事项 和 已领金额，另两格空着",
                      "a row states either measure and years or matter and amount, and leaves the other two empty");
}

static int write_record(struct hs_table *self, hs_error *error) {
    int status = holds_received(self) ? check_received(self, error) : HS_OK;
    if (status != HS_OK) return status;
    write_text(&self->json, "{");
    status = write_facts(self, "", error);
    write_text(&self->json, "}");
    return status;
}

/* Keeps a record, or that it was refused: its applicant is then refused too, for its list would be incomplete. */
static int keep_record(struct hs_table *self, bool refused, hs_error *error) {
    char id[CELL_TEXT_MAX];
    struct cell cell = cell_at(self, self->id);
    if (strlen(cell.text) >= sizeof id)
        return cell_fault(error, &cell, "编号超过 %d 字节，请缩短", "the id is longer than %d bytes; shorten it", CELL_TEXT_MAX - 1);
    if (cell_narrow(id, sizeof id, cell.text)[0] == '\0')
        return cell_fault(error, &cell, "缺少编号，请写上属于哪个申请主体", "the id is missing: write whose record it is");
    return records_add(self->into, id, refused ? NULL : self->row.json, self->csv.line) ? HS_OK : error_memory(error);
}

static int read_row(struct hs_table *self) {
    hs_error *error = &self->row.error;
    self->json.length = 0;
    if (self->into == NULL) meet_owners(self);
    int status = check_row(self, error);
    if (status == HS_OK) status = self->into != NULL ? write_record(self, error) : write_applicant(self, error);
    if (status == HS_OK && write_end(&self->json) == NULL) status = error_memory(error);
    if (status == HS_MEMORY) return status;
    self->row.json = status == HS_OK ? self->json.data : NULL;
    self->row.length = status == HS_OK ? self->json.length : 0;
    if (self->id >= 0 && self->id < self->csv.count) self->row.id = self->csv.cells[self->id].text;
    if (self->name >= 0 && self->name < self->csv.count) self->row.name = self->csv.cells[self->name].text;
    return HS_OK;
}

/* In the table of a list a row whose owner cannot be told makes every list doubtful. */
static int read_list_row(struct hs_table *self, hs_error *error) {
    int status = self->csv.error.code != HS_OK ? self->csv.error.code : read_row(self);
    if (status == HS_INPUT || self->csv.count <= self->id) {
        *error = self->csv.error.code != HS_OK ? self->csv.error : self->row.error;
        return HS_INPUT;
    }
    return status != HS_OK ? status : keep_record(self, self->row.json == NULL, error);
}

int hs_table_headings(hs_table *self, int32_t *count, hs_error *error) {
    struct csv *csv = &self->csv;
    int status = HS_OK;
    while (status == HS_OK && self->count == 0 && csv_next(csv)) {
        if (csv->error.code != HS_OK && error != NULL) *error = csv->error;
        if (csv->error.code != HS_OK)
            status = HS_INPUT;
        else if (!is_empty(csv))
            status = read_headings(self, error);
    }
    *count = self->count;
    return status == HS_OK && csv->raw.failed ? error_memory(error) : status;
}

int hs_table_next(hs_table *self, const hs_table_row **out, hs_error *error) {
    struct csv *csv = &self->csv;
    int32_t count;
    int status = hs_table_headings(self, &count, error);
    *out = NULL;
    while (status == HS_OK && count > 0 && csv_next(csv)) {
        self->row = (hs_table_row){.line = csv->line, .number = csv->number, .error = csv->error};
        bool broken = csv->error.code != HS_OK;
        if (!broken && is_empty(csv)) continue;
        if (self->into != NULL)
            status = read_list_row(self, error);
        else if (!broken)
            status = read_row(self);
        if (status != HS_OK) return status == HS_MEMORY ? error_memory(error) : status;
        *out = &self->row;
        return HS_OK;
    }
    return status == HS_OK && csv->raw.failed ? error_memory(error) : status;
}

int hs_table_left(hs_table *self, const char **fact, const char **id, int64_t *line) {
    for (; self->left_list < self->list_count; self->left_list++, self->left_owner = 0) {
        const struct records *records = &self->lists[self->left_list];
        while (self->left_owner < records->owner_count) {
            const struct owner *owner = &records->owners[self->left_owner++];
            if (owner->met) continue;
            *fact = records->list->fact->id;
            *id = records->bytes.data + owner->id;
            *line = owner->line;
            return 1;
        }
    }
    return 0;
}

int hs_table_is_utf8(const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        unsigned char first = (unsigned char)bytes[at];
        size_t more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 9;
        if (more == 9 || first > 0xF4) return 0;
        for (size_t i = 1; i <= more && at + i < length; i++)
            if (((unsigned char)bytes[at + i] & 0xC0) != 0x80) return 0;
        at += more + 1;
    }
    return 1;
}
