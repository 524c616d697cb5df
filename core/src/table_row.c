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

static int read_locations(struct row *row, const struct cell *cell) {
    struct stated_places places;
    int status = cell_read_places(&places, cell, row->table->engine, row->error);
    if (status != HS_OK) return status;
    row->out->locations = arena_array(row->arena, (size_t)places.count, sizeof(char *));
    for (int32_t i = 0; row->out->locations != NULL && i < places.count; i++) {
        row->out->locations[i] = arena_copy(row->arena, places.codes[i], strlen(places.codes[i]));
        if (row->out->locations[i] == NULL) return error_memory(row->error);
    }
    row->out->location_count = places.count;
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

/* Where a word that states a truth or choices stands, or would; NULL where it is not kept. */
static struct table_word *word_of(const struct row *row, const struct cell *cell, size_t *size) {
    const hs_fact *fact = cell->heading->fact;
    if (cell->heading->kind != HEADING_FACT || hs_is_figure(fact->type)) return NULL;
    *size = strlen(cell->text) + 1;
    size_t at = 4 * (size_t)cell->heading->slot + ((unsigned char)cell->text[0] + (unsigned char)cell->text[*size / 2] + *size) % 4;
    return *size > sizeof row->table->words->text ? NULL : &row->table->words[at % TABLE_WORDS];
}

static int read_fact_cell(struct row *row, const struct cell *cell) {
    struct stated stated;
    size_t size;
    int status = cell_read_fact(&stated, cell, cell->heading->fact, cell->heading->zeros, row->error);
    if (status != HS_OK) return status;
    struct table_word *word = word_of(row, cell, &size);
    if (word != NULL) {
        word->fact = cell->heading->fact;
        word->value = stated.value;
        memcpy(word->text, cell->text, size);
    }
    set_fact(row, cell->heading, stated.value);
    return HS_OK;
}

/* Takes a cell whose word stood for its fact before. */
static bool recall(struct row *row, const struct cell *cell) {
    size_t size;
    const struct table_word *word = word_of(row, cell, &size);
    if (word == NULL || word->fact != cell->heading->fact || memcmp(word->text, cell->text, size) != 0) return false;
    set_fact(row, cell->heading, word->value);
    return true;
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
    case HEADING_AS_OF: return cell_read_date(&row->out->as_of, cell, row->error);
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
        struct cell cell = intake_cell(self, self->of->order[i]);
        if (!recall(&row, &cell) && !cell_is_unknown(cell.text)) status = read_cell(&row, &cell);
    }
    return status;
}
