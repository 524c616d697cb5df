/* What is done for a block of applicants, in any thread. */
#include "batch.h"

static void run_out(struct entry *entry) {
    entry->refused = true;
    entry->error = (hs_error){.code = HS_MEMORY, .zh = "内存不足", .en = "out of memory"};
}

static void refuse(struct entry *entry, const hs_error *error) {
    entry->refused = true;
    entry->error = *error;
}

/* A fault in what a row comes to stands at its beginning. */
static void refuse_result(const struct batch *batch, struct entry *entry) {
    entry->refused = true;
    if (batch->source.table && entry->error.code == HS_INPUT) entry->error.line = (int)entry->line, entry->error.column = 1;
}

static void keep_row(struct entry *entry, const hs_table_row *row) {
    if (!entry_keep(&entry->id, row->id) || !entry_keep(&entry->name, row->name))
        run_out(entry);
    else if (row->error.code != HS_OK)
        refuse(entry, &row->error);
}

/* Takes an applicant into the crowd; false where it is not in it. */
static bool join(const struct batch *batch, hs_crowd *crowd, hs_table *reader, const struct block *block, struct entry *entry) {
    const hs_table_row *row;
    if (!entry->cut) {
        entry->refused = hs_crowd_add(crowd, block->bytes.data + entry->at, entry->length, &entry->error) != HS_OK;
        if (entry->refused) refuse_result(batch, entry);
        return !entry->refused;
    }
    hs_table_bytes bytes = entry_row(entry, &block->bytes);
    if (hs_crowd_add_row(crowd, reader, &bytes, &row, &entry->error) != HS_OK)
        run_out(entry);
    else if (row == NULL)
        entry->absent = true;
    else
        keep_row(entry, row);
    return !entry->absent && !entry->refused;
}

/* Without reasons: all of a block together. */
static void assess_together(const struct batch *batch, struct block *block, hs_crowd *crowd, hs_table *reader) {
    bool joined[BLOCK_ENTRIES];
    int32_t member = 0;
    hs_crowd_clear(crowd);
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        joined[i] = !entry->refused && !entry->absent && join(batch, crowd, reader, block, entry);
    }
    bool whole = hs_crowd_assess(crowd, NULL) == HS_OK;
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (!joined[i]) continue;
        entry->result = whole ? hs_crowd_result(crowd, member++, &entry->error) : NULL;
        if (!whole)
            run_out(entry);
        else if (entry->result == NULL)
            refuse_result(batch, entry);
    }
}

/* With reasons, or as JSON: one by one. */
static void assess_alone(const struct batch *batch, const struct block *block, hs_table *reader, struct entry *entry) {
    const char *json = block->bytes.data + entry->at;
    size_t length = entry->length;
    if (entry->cut) {
        const hs_table_row *row;
        hs_table_bytes bytes = entry_row(entry, &block->bytes);
        if (hs_table_read(reader, &bytes, &row, NULL) != HS_OK) {
            run_out(entry);
            return;
        }
        entry->absent = row == NULL;
        if (row == NULL) return;
        keep_row(entry, row);
        json = row->json, length = row->length;
    }
    if (entry->refused) return;
    if (hs_assess(&entry->assessment, batch->engine, json, length, &batch->options, &entry->error) != HS_OK)
        refuse_result(batch, entry);
    else
        entry->result = hs_assessment_result(entry->assessment);
}

static void print_line(const struct batch *batch, struct buffer *text, struct entry *entry) {
    size_t length;
    const char *json = hs_assessment_json(entry->assessment, &length);
    if (json == NULL)
        run_out(entry);
    else {
        buffer_text(text, batch->before);
        buffer_add(text, json, length);
        buffer_text(text, batch->after);
        buffer_text(text, "\n");
    }
    hs_assessment_free(entry->assessment);
    entry->assessment = NULL;
}

bool batch_prints_rows(const struct batch *batch) { return batch->cli->format == FORMAT_CSV && !batch->cli->summary; }

bool batch_prints_lines(const struct batch *batch) { return !batch_prints_rows(batch) && batch->budget == NULL; }

/* Makes what the block is worked on with; NULL for the crowd where each is assessed alone. Results that a workbook reads later live in the
   block until then. */
static bool equip(const struct batch *batch, struct block *block, struct tools *tools, hs_crowd **crowd) {
    hs_crowd **own = batch->book != NULL ? &block->crowd : &tools->crowd;
    bool together = batch->options.brief != 0 && !batch_prints_lines(batch), table = batch->source.table;
    if (together && *own == NULL && hs_crowd_new(own, batch->engine, &batch->options, NULL) != HS_OK) return false;
    *crowd = together ? *own : NULL;
    if (batch->budget != NULL && block->budget == NULL && hs_budget_new(&block->budget, batch->engine, NULL) != HS_OK) return false;
    return !table || tools->reader != NULL || hs_table_reader(&tools->reader, batch->source.reader, NULL) == HS_OK;
}

/* Adds the entries of a block up, until a sum does not fit. */
static void add_up(struct block *block) {
    block->fault.code = HS_OK;
    hs_budget_clear(block->budget);
    for (int i = 0; block->fault.code == HS_OK && i < block->count; i++) {
        const struct entry *entry = &block->entries[i];
        if (!entry->refused && !entry->absent) hs_budget_add(block->budget, entry->result, entry->id, entry->line, &block->fault);
    }
}

/* Documents of the rows of a table with lists. */
static void read_rows(struct batch *batch, struct block *block, hs_table *reader) {
    for (int i = 0; i < block->count; i++)
        if (!source_read(reader, &block->bytes, &block->entries[i])) run_out(&block->entries[i]);
    workers_enter(&batch->workers, block);
    for (int i = 0; i < block->count; i++)
        if (!source_take(reader, &block->bytes, &block->entries[i])) run_out(&block->entries[i]);
    workers_leave(&batch->workers);
}

static void finish(const struct batch *batch, struct block *block, struct tools *tools, struct entry *entry) {
    struct buffer *text = &block->text;
    bool said = !entry->absent && (!entry->refused || entry->error.code == HS_INPUT);
    if (entry->refused) host_cure(&entry->error);
    if (said && batch_prints_rows(batch)) rows_write(&tools->rows, batch->cli, text, entry);
    if (said && batch_prints_lines(batch) && !entry->refused) print_line(batch, text, entry);
    entry->text_end = text->length;
    if (text->failed) run_out(entry);
}

void batch_work(void *context, struct block *block, struct tools *tools) {
    struct batch *batch = context;
    hs_crowd *crowd = NULL;
    bool equipped = equip(batch, block, tools, &crowd);
    for (int i = 0; !equipped && i < block->count; i++) run_out(&block->entries[i]);
    if (batch->source.lists) read_rows(batch, block, tools->reader);
    for (int i = 0; batch->sink.file != NULL && i < block->count; i++) entry_say(&block->entries[i], &block->bytes);
    if (crowd != NULL) assess_together(batch, block, crowd, tools->reader);
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (crowd == NULL && !entry->refused && !entry->absent) assess_alone(batch, block, tools->reader, entry);
        finish(batch, block, tools, entry);
    }
    if (block->budget != NULL) add_up(block);
}
