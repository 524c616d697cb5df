/* The officer's tables: rows of cells in, applicants' documents out. */
#include "intake.h"

#include "engine.h"
#include "error.h"

#include <stdlib.h>
#include <string.h>

int hs_table_new(hs_table **out, const hs_engine *engine, hs_error *error) {
    *out = calloc(1, sizeof **out);
    if (*out == NULL) return error_memory(error);
    (*out)->engine = engine;
    (*out)->of = *out;
    return HS_OK;
}

int hs_table_reader(hs_table **out, const hs_table *of, hs_error *error) {
    int status = hs_table_new(out, of->engine, error);
    if (status == HS_OK) (*out)->of = of;
    return status;
}

void hs_table_free(hs_table *self) {
    if (self == NULL) return;
    for (int32_t i = 0; i < self->list_count; i++) records_free(&self->lists[i]);
    csv_free(&self->csv);
    write_free(&self->json);
    write_free(&self->bytes);
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

void hs_table_gb18030(hs_table *self) { self->csv.gb18030 = true; }

int hs_table_push(hs_table *self, const char *bytes, size_t length, hs_error *error) {
    return csv_push(&self->csv, bytes, length) ? HS_OK : error_memory(error);
}

void hs_table_end(hs_table *self) { csv_end(&self->csv); }

/* ---- Headings -------------------------------------------------------------------------------------------------------------------- */

static bool holds_received(const struct hs_table *self) { return self->into != NULL && self->into->list == &self->engine->received; }

struct cell intake_cell(const struct hs_table *self, int32_t at) {
    const struct csv_cell *found = &self->csv.cells[at];
    return (struct cell){.text = found->text,
                         .line = found->line,
                         .column = found->column,
                         .row = self->csv.number,
                         .at = at,
                         .heading = at < self->of->count ? &self->of->headings[at] : NULL,
                         .exact = holds_received(self)};
}

static int read_headings(struct hs_table *self, hs_error *error) {
    const struct slot *list = self->into == NULL ? NULL : self->into->list;
    struct cell only = intake_cell(self, 0);
    self->id = self->name = -1;
    self->unheaded = 0;
    if (self->csv.count == 1 && only.text[strcspn(only.text, ";\t|")] != '\0')
        return cell_fault(error, &only, "各列应以英文逗号分开：%s", "columns must be apart by commas: %s", only.text);
    for (int32_t i = 0; i < self->csv.count; i++) {
        struct heading *heading = &self->headings[i];
        struct cell cell = intake_cell(self, i);
        int status = heading_read(heading, self->engine, list, &cell, error);
        if (status != HS_OK) return status;
        for (int32_t j = 0; j < i; j++)
            if (heading_equal(heading, &self->headings[j]))
                return cell_fault(error, &cell, "“%s”一列重复（第 %d 列也是）", "the column \"%s\" stands twice (column %d is the same)",
                                  cell.text, (int)j + 1);
        if (heading->kind == HEADING_ID) self->id = i;
        if (heading->kind == HEADING_NAME) self->name = i;
        self->unheaded += heading->kind == HEADING_NONE;
    }
    struct cell first = intake_cell(self, 0);
    if (self->id < 0 && (list != NULL || self->list_count > 0))
        return cell_fault(error, &first, "缺少 编号（id）一列，请加上：列表和申请主体按编号对应",
                          "the column id (编号) is missing, add it: lists and applicants are joined by it");
    self->count = self->csv.count;
    heading_order(self->order, self->headings, self->count);
    return HS_OK;
}

/* ---- A row ----------------------------------------------------------------------------------------------------------------------- */

static bool is_empty(const struct csv *csv) {
    char text[8];
    for (int32_t i = 0; i < csv->count; i++)
        if (cell_narrow(text, sizeof text, csv->cells[i].text)[0] != '\0') return false;
    return true;
}

int intake_check(const struct hs_table *self, hs_error *error) {
    if (self->csv.count != self->of->count) {
        struct cell last = intake_cell(self, self->csv.count > self->of->count ? self->of->count : self->csv.count - 1);
        return cell_fault(error, &last, "这一行有 %d 格，列名有 %d 个：格里有逗号或换行的，整格要放在引号里",
                          "the row has %d cells and the table %d headings: a cell with a comma or a newline goes in quotation marks",
                          (int)self->csv.count, (int)self->of->count);
    }
    for (int32_t i = 0; self->of->unheaded > 0 && i < self->of->count; i++) {
        if (self->of->headings[i].kind != HEADING_NONE) continue;
        struct cell cell = intake_cell(self, i);
        if (!cell_is_unknown(cell.text))
            return cell_fault(error, &cell, "这一列没有列名：请写上，不用的列写 #",
                              "this column has no heading: write one, or # if it is not to be read");
    }
    return HS_OK;
}

void intake_write_key(struct writer *w, const char *name) {
    if (w->length > 0 && w->data[w->length - 1] != '{') write_text(w, ",");
    write_json_text(w, name);
    write_text(w, ":");
}

static void take_names(struct hs_table *self) {
    int32_t id = self->of->id, name = self->of->name;
    if (id >= 0 && id < self->csv.count) self->row.id = self->csv.cells[id].text;
    if (name >= 0 && name < self->csv.count) self->row.name = self->csv.cells[name].text;
}

static int write_cell(struct hs_table *self, int32_t i, hs_error *error) {
    const struct heading *heading = &self->of->headings[i];
    struct cell cell = intake_cell(self, i);
    if (cell_is_unknown(cell.text)) return HS_OK;
    switch (heading->kind) {
    case HEADING_NAME: intake_write_key(&self->json, "name"); return cell_write_text(&self->json, &cell, error);
    case HEADING_AS_OF: intake_write_key(&self->json, "as_of"); return cell_write_date(&self->json, &cell, error);
    case HEADING_LOCATIONS: intake_write_key(&self->json, "locations"); return cell_write_places(&self->json, &cell, self->engine, error);
    case HEADING_FACT:
        intake_write_key(&self->json, heading->fact->id);
        return cell_write_fact(&self->json, &cell, heading->fact, heading->zeros, error);
    default: return HS_OK;
    }
}

/* The facts for a place ("" for everywhere), in the order of the columns. */
static int write_facts(struct hs_table *self, const char *adcode, hs_error *error) {
    int status = HS_OK;
    for (int32_t i = 0; status == HS_OK && i < self->of->count; i++)
        if (self->of->headings[i].kind == HEADING_FACT && strcmp(self->of->headings[i].adcode, adcode) == 0)
            status = write_cell(self, i, error);
    return status;
}

static int write_facts_at(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    bool begun = false;
    for (int32_t i = 0; status == HS_OK && i < self->of->count; i++) {
        const char *adcode = self->of->headings[i].adcode;
        bool first = adcode[0] != '\0';
        for (int32_t j = 0; first && j < i; j++) first = strcmp(self->of->headings[j].adcode, adcode) != 0;
        if (!first) continue;
        if (!begun) intake_write_key(&self->json, "facts_at"), write_text(&self->json, "{");
        begun = true;
        intake_write_key(&self->json, adcode);
        write_text(&self->json, "{");
        status = write_facts(self, adcode, error);
        write_text(&self->json, "}");
    }
    if (begun) write_text(&self->json, "}");
    return status;
}

/* ---- The documents --------------------------------------------------------------------------------------------------------------- */

static int write_applicant(struct hs_table *self, hs_error *error) {
    int status = HS_OK;
    write_text(&self->json, "{");
    for (int32_t i = 0; status == HS_OK && i < self->of->count; i++)
        if (self->of->headings[i].kind < HEADING_FACT) status = write_cell(self, i, error);
    intake_write_key(&self->json, "facts");
    write_text(&self->json, "{");
    if (status == HS_OK) status = write_facts(self, "", error);
    if (status == HS_OK) status = intake_write_lists(self, error);
    write_text(&self->json, "}");
    if (status == HS_OK) status = write_facts_at(self, error);
    if (status == HS_OK) status = intake_write_records(self, &self->engine->received, error);
    write_text(&self->json, "}");
    return status;
}

/* What was received says either for how many years or how much, and of what. */
static int check_received(const struct hs_table *self, hs_error *error) {
    static const char *const names[] = {"measure", "years", "matter", "amount"};
    unsigned stated = 0;
    for (int32_t i = 0; i < self->of->count; i++)
        for (unsigned n = 0; n < 4 && self->of->headings[i].kind == HEADING_FACT; n++)
            if (strcmp(self->of->headings[i].fact->id, names[n]) == 0 && !cell_is_unknown(self->csv.cells[i].text)) stated |= 1U << n;
    if (stated == 3 || stated == 12) return HS_OK;
    struct cell cell = intake_cell(self, self->of->id);
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
    struct cell cell = intake_cell(self, self->of->id);
    if (strlen(cell.text) >= sizeof id)
        return cell_fault(error, &cell, "编号超过 %d 字节，请缩短", "the id is longer than %d bytes; shorten it", CELL_TEXT_MAX - 1);
    if (cell_narrow(id, sizeof id, cell.text)[0] == '\0')
        return cell_fault(error, &cell, "缺少编号，请写上属于哪个申请主体", "the id is missing: write whose record it is");
    return records_add(self->into, id, refused ? NULL : self->row.json, self->csv.line) ? HS_OK : error_memory(error);
}

static int read_row(struct hs_table *self) {
    hs_error *error = &self->row.error;
    self->json.length = 0;
    if (self->into == NULL) intake_meet_owners(self);
    int status = intake_check(self, error);
    if (status == HS_OK) status = self->into != NULL ? write_record(self, error) : write_applicant(self, error);
    if (status == HS_OK && write_end(&self->json) == NULL) status = error_memory(error);
    if (status == HS_MEMORY) return status;
    self->row.json = status == HS_OK ? self->json.data : NULL;
    self->row.length = status == HS_OK ? self->json.length : 0;
    take_names(self);
    return HS_OK;
}

/* In the table of a list a row whose owner cannot be told makes every list doubtful. */
static int read_list_row(struct hs_table *self, hs_error *error) {
    int status = self->csv.error.code != HS_OK ? self->csv.error.code : read_row(self);
    if (status == HS_INPUT || self->csv.count <= self->of->id) {
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

/* ---- In several threads ---------------------------------------------------------------------------------------------------------- */

int hs_table_cut(hs_table *self, const hs_table_bytes **out, hs_error *error) {
    struct csv *csv = &self->csv;
    int32_t count;
    int status = hs_table_headings(self, &count, error);
    *out = NULL;
    if (status != HS_OK) return status;
    if (count > 0 && csv_next_bytes(csv)) {
        self->uncut = (hs_table_bytes){.bytes = csv->bytes, .length = csv->length, .line = csv->line, .number = csv->number};
        if (csv->error.code != HS_OK) self->uncut.error = &csv->error;
        *out = &self->uncut;
    }
    return csv->raw.failed ? error_memory(error) : HS_OK;
}

int intake_open(struct hs_table *self, const hs_table_bytes *bytes, bool *empty) {
    self->row = (hs_table_row){.line = bytes->line, .number = bytes->number};
    self->bytes.length = 0;
    self->csv.count = 0;
    *empty = false;
    if (bytes->error != NULL) {
        self->row.error = *bytes->error;
        return HS_OK;
    }
    write_bytes(&self->bytes, bytes->bytes, bytes->length);
    if (write_end(&self->bytes) == NULL) return HS_MEMORY;
    self->csv.gb18030 = self->of->csv.gb18030;
    csv_read(&self->csv, self->bytes.data, bytes->length, (int)bytes->line, bytes->number);
    if (self->csv.error.code != HS_OK) self->row.error = self->csv.error;
    take_names(self);
    *empty = self->csv.error.code == HS_OK && is_empty(&self->csv);
    return HS_OK;
}

int hs_table_read(hs_table *self, const hs_table_bytes *bytes, const hs_table_row **out, hs_error *error) {
    bool empty;
    int status = intake_open(self, bytes, &empty);
    if (status == HS_OK && !empty && self->row.error.code == HS_OK) status = read_row(self);
    *out = status != HS_OK || empty ? NULL : &self->row;
    return status == HS_OK ? HS_OK : error_memory(error);
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
