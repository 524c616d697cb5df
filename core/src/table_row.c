#include "table_row.h"

#include "error.h"
#include "gate.h"
#include "intake.h"

#include <string.h>

struct row {
    struct hs_table *table;
    struct applicant *out;
    struct arena *arena;
    hs_error *error;
};

/* An object of more members is refused by the gate. */
bool table_row_is_plain(const hs_table *self) { return self->of->list_count == 0 && self->of->count <= GATE_KEYS_MAX; }

hs_table_row *table_row_open(hs_table *self, const hs_table_bytes *bytes, int *status) {
    bool empty;
    *status = intake_open(self, bytes, &empty);
    return *status != HS_OK || empty ? NULL : &self->row;
}

hs_table_row *table_row_open_document(hs_table *self, const hs_table_bytes *bytes, int *status) {
    const hs_table_row *row;
    *status = hs_table_read(self, bytes, &row, NULL);
    return *status != HS_OK || row == NULL ? NULL : &self->row;
}

static int read_name(struct row *row, const struct cell *cell) {
    const char *text = NULL;
    int status = cell_read_text(&text, cell, row->error);
    if (status != HS_OK) return status;
    row->out->name = arena_copy(row->arena, text, strlen(text));
    return row->out->name == NULL ? error_memory(row->error) : HS_OK;
}

/* Keeps the text of a cell if it is not too long. */
static void keep_text(char *out, size_t size, const char *text) {
    size_t length = strlen(text);
    memcpy(out, text, length < size ? length + 1 : 0);
}

static int read_date(struct row *row, const struct cell *cell) {
    struct table_date *last = &row->table->date;
    int status = HS_OK;
    if (strcmp(last->text, cell->text) != 0) {
        last->text[0] = '\0';
        status = cell_read_date(&last->date, cell, row->error);
        if (status == HS_OK) keep_text(last->text, sizeof last->text, cell->text);
    }
    row->out->as_of = last->date;
    return status;
}

static int read_locations(struct row *row, const struct cell *cell) {
    struct table_places *last = &row->table->places;
    if (strcmp(last->text, cell->text) != 0) {
        last->text[0] = '\0';
        int status = cell_read_places(&last->places, cell, row->table->engine, row->error);
        if (status != HS_OK) return status;
        keep_text(last->text, sizeof last->text, cell->text);
    }
    int32_t count = last->places.count;
    row->out->locations = arena_room(row->arena, (size_t)count, sizeof(char *));
    for (int32_t i = 0; row->out->locations != NULL && i < count; i++) {
        row->out->locations[i] = arena_copy(row->arena, last->places.codes[i], strlen(last->places.codes[i]));
        if (row->out->locations[i] == NULL) return error_memory(row->error);
    }
    row->out->location_count = count;
    return row->out->locations == NULL ? error_memory(row->error) : HS_OK;
}

static void set_fact(struct row *row, const struct heading *heading, hs_interval stated) {
    struct fact_value value = {stated, NULL};
    if (heading->adcode[0] == '\0') {
        row->out->facts[heading->slot] = value;
        row->out->stated[row->out->stated_count++] = heading->slot;
    } else {
        row->out->local[row->out->local_count++] = (struct local_value){heading->adcode, heading->slot, value};
    }
}

/* Where a word that states a truth or choices stands, or would. */
static struct table_word *word_of(const struct row *row, const struct heading *heading, const char *text) {
    size_t length = strlen(text), last = length > 0 ? length - 1 : 0;
    size_t mixed = 3 * length + (unsigned char)text[0] + (unsigned char)text[last];
    return &row->table->words[(16 * (size_t)heading->slot + mixed % 16) % TABLE_WORDS];
}

/* Takes a cell of digits alone, or whose word stood for its fact before. */
static bool take_plain(struct row *row, const struct heading *heading, const char *text) {
    hs_interval value;
    if (hs_is_figure(heading->fact->type)) {
        if (!cell_read_digits(&value, text, heading->fact, heading->zeros)) return false;
        set_fact(row, heading, value);
        return true;
    }
    const struct table_word *word = word_of(row, heading, text);
    if (word->fact != heading->fact || strcmp(word->text, text) != 0) return false;
    set_fact(row, heading, word->value);
    return true;
}

static int read_fact_cell(struct row *row, const struct cell *cell) {
    struct stated stated;
    int status = cell_read_fact(&stated, cell, cell->heading->fact, cell->heading->zeros, row->error);
    if (status != HS_OK) return status;
    struct table_word *word = word_of(row, cell->heading, cell->text);
    if (!hs_is_figure(cell->heading->fact->type) && strlen(cell->text) < sizeof word->text) {
        word->fact = cell->heading->fact;
        word->value = stated.value;
        keep_text(word->text, sizeof word->text, cell->text);
    }
    set_fact(row, cell->heading, stated.value);
    return HS_OK;
}

/* No records, for there is no table of them. */
static int read_none(struct row *row, const struct cell *cell) {
    static const struct record_table none = {0, NULL};
    int64_t count;
    int status = cell_read_records(&count, cell, row->error);
    if (status == HS_OK && count > 0) return intake_fault_records(row->error, cell, count, -1);
    if (cell->heading->kind == HEADING_RECORDS) row->out->facts[cell->heading->slot].records = &none;
    return status;
}

static int read_cell(struct row *row, const struct cell *cell) {
    switch (cell->heading->kind) {
    case HEADING_NAME: return read_name(row, cell);
    case HEADING_AS_OF: return read_date(row, cell);
    case HEADING_LOCATIONS: return read_locations(row, cell);
    case HEADING_FACT: return read_fact_cell(row, cell);
    case HEADING_RECEIVED:
    case HEADING_RECORDS: return read_none(row, cell);
    default: return HS_OK;
    }
}

static int32_t count_local(const struct hs_table *table) {
    int32_t count = 0;
    for (int32_t i = 0; i < table->count; i++) count += table->headings[i].adcode[0] != '\0';
    return count;
}

int table_row_read(struct applicant *out, hs_table *self, struct arena *arena, hs_error *error) {
    struct row row = {self, out, arena, error};
    int status = intake_check(self, error);
    if (status != HS_OK) return status;
    if (!applicant_begin(out, self->engine, arena)) return error_memory(error);
    out->local = arena_array(arena, (size_t)count_local(self->of), sizeof *out->local);
    if (out->local == NULL) return error_memory(error);
    for (int32_t i = 0; status == HS_OK && i < self->of->count; i++) {
        int32_t at = self->of->order[i];
        const struct heading *heading = &self->of->headings[at];
        const char *text = self->csv.cells[at].text;
        if ((heading->kind == HEADING_FACT && take_plain(&row, heading, text)) || cell_is_unknown(text)) continue;
        struct cell cell = intake_cell(self, at);
        status = read_cell(&row, &cell);
    }
    return status;
}
