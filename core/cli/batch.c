/* Many applicants: JSON Lines or a table in; JSON Lines, a table, a workbook or the budget out. */
#include "book.h"
#include "budget.h"
#include "progress.h"
#include "rows.h"
#include "sink.h"
#include "workers.h"

#include <errno.h>
#include <inttypes.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct batch {
    const struct cli *cli;
    const hs_engine *engine;
    hs_options options;
    struct source source;
    struct sink sink;
    struct workers workers;
    struct progress progress;
    hs_budget *budget;          /* NULL: not wanted */
    struct book *book;          /* likewise */
    const char *before, *after; /* around each line of JSON: for a database the column's name */
    int64_t rows, done, refused;
    struct sha256 seen; /* what the rows said, for --resume */
};

/* ---- Applicants, in any thread --------------------------------------------------------------------------------------------------- */

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

static hs_table_bytes bytes_of(const struct block *block, const struct entry *entry) {
    return (hs_table_bytes){block->bytes.data + entry->at, entry->length, entry->line, entry->number, NULL};
}

/* Takes an applicant into the crowd; false where it is not in it. */
static bool join(const struct batch *batch, struct block *block, struct entry *entry) {
    const hs_table_row *row;
    hs_table_bytes bytes = bytes_of(block, entry);
    if (!entry->cut) {
        entry->refused = hs_crowd_add(block->crowd, bytes.bytes, entry->length, &entry->error) != HS_OK;
        if (entry->refused) refuse_result(batch, entry);
        return !entry->refused;
    }
    if (hs_crowd_add_row(block->crowd, block->reader, &bytes, &row, &entry->error) != HS_OK)
        run_out(entry);
    else if (row == NULL)
        entry->absent = true;
    else
        keep_row(entry, row);
    return !entry->absent && !entry->refused;
}

/* Without reasons: all of a block together. */
static void assess_together(const struct batch *batch, struct block *block) {
    bool joined[BLOCK_ENTRIES];
    int32_t member = 0;
    hs_crowd_clear(block->crowd);
    for (int i = 0; i < block->count; i++) joined[i] = !block->entries[i].refused && join(batch, block, &block->entries[i]);
    bool whole = hs_crowd_assess(block->crowd, NULL) == HS_OK;
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (!joined[i]) continue;
        entry->result = whole ? hs_crowd_result(block->crowd, member++, &entry->error) : NULL;
        if (!whole)
            run_out(entry);
        else if (entry->result == NULL)
            refuse_result(batch, entry);
    }
}

/* With reasons, or as JSON: one by one. */
static void assess_alone(const struct batch *batch, struct block *block, struct entry *entry) {
    hs_table_bytes bytes = bytes_of(block, entry);
    const char *json = bytes.bytes;
    size_t length = entry->length;
    if (entry->cut) {
        const hs_table_row *row;
        if (hs_table_read(block->reader, &bytes, &row, NULL) != HS_OK) {
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

static bool prints_rows(const struct batch *batch) { return batch->cli->format == FORMAT_CSV && !batch->cli->summary; }

static bool prints_lines(const struct batch *batch) { return !prints_rows(batch) && batch->budget == NULL; }

/* Assesses the entries of a block and lays out what is printed of them. */
static void work(void *context, struct block *block) {
    const struct batch *batch = context;
    struct buffer *text = &block->text;
    if (block->crowd != NULL) assess_together(batch, block);
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (block->crowd == NULL && !entry->refused) assess_alone(batch, block, entry);
        if (entry->refused) source_cure(&batch->source, &entry->error);
        bool said = !entry->absent && (!entry->refused || entry->error.code == HS_INPUT);
        if (said && prints_rows(batch)) rows_write(&block->rows, batch->cli, text, entry);
        if (said && prints_lines(batch) && !entry->refused) print_line(batch, text, entry);
        entry->text_end = text->length;
        if (text->failed) run_out(entry);
    }
}

/* ---- Results, in the order of the input ------------------------------------------------------------------------------------------ */

static int print_refused(struct batch *batch, struct entry *entry) {
    char *json = prints_lines(batch) ? hs_error_json(&entry->error, NULL) : NULL;
    if (prints_lines(batch) && json == NULL) return EXIT_MEMORY;
    if (json != NULL) printf("%s{\"line\":%" PRId64 ",\"error\":%s}%s\n", batch->before, entry->line, json, batch->after);
    free(json);
    if (!batch->source.table) entry->error.line = (int)entry->line;
    progress_clear(&batch->progress);
    host_fail(batch->cli, batch->source.file, &entry->error);
    batch->refused++;
    return batch->cli->strict ? EXIT_RECORDS : EXIT_OK;
}

static int add(struct batch *batch, const struct entry *entry) {
    hs_error error = {0};
    if (entry->refused) return EXIT_OK;
    int status = hs_budget_add(batch->budget, entry->result, entry->id, entry->line, &error);
    return status == HS_OK ? EXIT_OK : host_fail(batch->cli, batch->source.file, &error);
}

static void seen_text(const struct batch *batch, char text[SINK_SEEN]) {
    struct sha256 seen = batch->seen; /* ending a hash uses it up */
    sha256_end(&seen, text);
}

static int write_entry(struct batch *batch, struct entry *entry) {
    int code = EXIT_OK;
    if (entry->refused && entry->error.code != HS_INPUT) return host_fail(batch->cli, batch->source.file, &entry->error);
    batch->rows++;
    if (entry->absent) return EXIT_OK;
    if (batch->book != NULL && !book_add(batch->book, entry)) return EXIT_OUTPUT;
    if (batch->budget != NULL) code = add(batch, entry);
    if (code == EXIT_OK && entry->refused) code = print_refused(batch, entry);
    batch->done += !entry->refused;
    return code;
}

/* ---- Blocks ---------------------------------------------------------------------------------------------------------------------- */

/* What the applicants of a block are assessed with, made when it is first filled. */
static bool equip(const struct batch *batch, struct block *block) {
    bool together = batch->options.brief != 0 && !prints_lines(batch);
    if (together && block->crowd == NULL && hs_crowd_new(&block->crowd, batch->engine, &batch->options, NULL) != HS_OK) return false;
    return !batch->source.cuts || block->reader != NULL || hs_table_reader(&block->reader, batch->source.reader, NULL) == HS_OK;
}

/* -1 at the end of the input. */
static int fill(struct batch *batch, struct block *block) {
    int code = equip(batch, block) ? EXIT_OK : EXIT_MEMORY;
    block->bytes.length = block->text.length = 0;
    for (block->count = 0; code == EXIT_OK && block->count < BLOCK_ENTRIES;) {
        code = source_next(&batch->source, &block->bytes, &block->entries[block->count]);
        if (code == EXIT_OK) block->count++;
    }
    return code;
}

static int write_block(struct batch *batch, struct block *block) {
    int code = EXIT_OK;
    size_t written = 0;
    char seen[SINK_SEEN];
    workers_wait(&batch->workers, block);
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (code == EXIT_OK && entry->text_end > written && (entry->refused || i + 1 == block->count)) {
            fwrite(block->text.data + written, 1, entry->text_end - written, stdout);
            written = entry->text_end;
        }
        if (batch->sink.file != NULL) entry_hash(&batch->seen, &block->bytes, entry);
        if (code == EXIT_OK) code = write_entry(batch, entry);
        entry_clear(entry);
    }
    block->count = 0;
    progress_show(&batch->progress, batch->source.read, batch->source.size, batch->rows);
    seen_text(batch, seen);
    if (code == EXIT_OK && !sink_reached(&batch->sink, batch->rows, batch->done, batch->refused, seen)) code = EXIT_OUTPUT;
    return code;
}

/* Fills blocks ahead of the one that is written next. What was read before something went wrong is still written. */
static int go_round(struct batch *batch) {
    struct workers *workers = &batch->workers;
    int first = 0, waiting = 0, code = EXIT_OK, reading = EXIT_OK;
    while (code == EXIT_OK && (reading == EXIT_OK || waiting > 0)) {
        if (reading == EXIT_OK && waiting < workers->block_count) {
            struct block *block = &workers->blocks[(first + waiting) % workers->block_count];
            reading = fill(batch, block);
            if (block->count > 0) workers_submit(workers, block), waiting++;
            continue;
        }
        code = write_block(batch, &workers->blocks[first]);
        first = (first + 1) % workers->block_count;
        waiting--;
    }
    return code != EXIT_OK ? code : reading == -1 ? EXIT_OK : reading;
}

/* Goes over what an earlier run has written already, which has to say the same still. */
static int skip(struct batch *batch) {
    struct buffer bytes = {0};
    struct entry entry = {0};
    int code = EXIT_OK;
    char seen[SINK_SEEN];
    sha256_begin(&batch->seen);
    for (; code == EXIT_OK && batch->rows < batch->sink.rows; batch->rows++) {
        bytes.length = 0;
        code = source_next(&batch->source, &bytes, &entry);
        if (code == EXIT_OK) entry_hash(&batch->seen, &bytes, &entry);
        entry_clear(&entry);
    }
    buffer_free(&bytes);
    batch->done = batch->sink.done;
    batch->refused = batch->sink.refused;
    seen_text(batch, seen);
    if (batch->rows == 0 || (code != EXIT_OK && code != -1)) return code;
    return strcmp(seen, batch->sink.seen) == 0 ? EXIT_OK : sink_other_input(&batch->sink);
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

/* What has to be the same for a run to be continued, besides the rows before. */
static char *key_of(const struct batch *batch) {
    const struct cli *cli = batch->cli;
    char day[HS_DATE_TEXT], *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL) return NULL;
    fprintf(out, "options %s %d %d %d %s %s %s", HS_VERSION, (int)cli->format, (int)cli->language, (int)cli->brief,
            cli->input == NULL ? "-" : cli->input, cli->encoding == NULL ? "-" : cli->encoding,
            hs_date_text(day, cli->as_of.year != 0 ? cli->as_of : batch->options.today));
    for (int32_t i = 0; i < cli->location_count; i++) fprintf(out, " %s", cli->locations[i]);
    fputc('\n', out);
    for (int32_t i = 0; i < hs_engine_policy_count(batch->engine); i++)
        fprintf(out, "policy %s %s\n", hs_engine_policy(batch->engine, i)->id, hs_engine_policy_sha256(batch->engine, i));
    return fclose(out) == 0 ? text : NULL;
}

static int say_counts(struct batch *batch, int code) {
    int64_t left = code == EXIT_OK ? source_left(&batch->source) : 0;
    if (code != EXIT_OK || (batch->refused == 0 && left == 0)) return code;
    fprintf(stderr,
            say(batch->cli, "huisuan: %" PRId64 " 行已评估，%" PRId64 " 行被拒绝\n",
                "huisuan: %" PRId64 " lines assessed, %" PRId64 " refused\n"),
            batch->done, batch->refused);
    return EXIT_RECORDS;
}

static int assess_all(struct batch *batch) {
    const struct cli *cli = batch->cli;
    int code = workers_begin(&batch->workers, cli->jobs, work, batch) ? EXIT_OK : EXIT_MEMORY;
    progress_begin(&batch->progress, cli, batch->source.read, batch->rows);
    if (code == EXIT_OK && cli->format == FORMAT_CSV && !cli->summary && batch->rows == 0) rows_print_headings(cli, batch->engine, stdout);
    if (code == EXIT_OK) code = go_round(batch);
    progress_clear(&batch->progress);
    workers_end(&batch->workers);
    return say_counts(batch, code);
}

static int assess_into(struct batch *batch) {
    const struct cli *cli = batch->cli;
    char *key = key_of(batch);
    int code = key == NULL ? EXIT_MEMORY : sink_open(&batch->sink, cli, key);
    free(key);
    if (code != EXIT_OK) return code;
    code = skip(batch);
    if (code != EXIT_OK) {
        sink_leave(&batch->sink);
        return code;
    }
    if (cli->format == FORMAT_XLSX) {
        batch->book = book_begin(cli, batch->engine, batch->sink.part);
        if (batch->book == NULL) return sink_close(&batch->sink, false, EXIT_OUTPUT);
    }
    code = assess_all(batch);
    bool whole = code == EXIT_OK || (code == EXIT_RECORDS && !cli->strict);
    if (whole && cli->summary) whole = budget_print(cli, batch->engine, batch->budget, batch->refused) == EXIT_OK;
    if (batch->book != NULL && book_end(batch->book, whole ? batch->budget : NULL) != EXIT_OK) whole = false, code = EXIT_OUTPUT;
    return sink_close(&batch->sink, whole, code);
}

static int check_usage(const struct cli *cli) {
    bool rows = cli->format == FORMAT_TABLE || cli->format == FORMAT_JSON || cli->format == FORMAT_CSV || cli->format == FORMAT_XLSX;
    if (cli->argument_count != 1)
        return host_usage(cli, "batch 要一个文件，或 - 表示标准输入", "batch wants one file, or - for standard input");
    if (!rows || (cli->summary && cli->format == FORMAT_XLSX))
        return host_usage(cli, "batch 的 --format 只能是 json、csv 或 xlsx；加 --summary 时是 table、json 或 csv",
                          "batch writes json, csv or xlsx; with --summary table, json or csv");
    if (cli->format == FORMAT_XLSX && cli->output == NULL)
        return host_usage(cli, "--format xlsx 要用 --output 写明文件", "--format xlsx wants a file: --output FILE");
    if (cli->envelope >= 0 && !cli->summary) return host_usage(cli, "--envelope 与 --summary 一起用", "--envelope goes with --summary");
    if (cli->resume && (cli->output == NULL || cli->summary || cli->format == FORMAT_XLSX || strcmp(cli->arguments[0], "-") == 0))
        return host_usage(cli, "--resume 用于从文件读、用 --output 写 json 或 csv",
                          "--resume is for a file as input and --output of json or csv");
    return EXIT_OK;
}

/* What one applicant took the next one takes again: glibc would give it back to the system in between. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 256 * 1024 * 1024);
    mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

int run_batch(const struct cli *given) {
    struct cli cli = *given;
    struct batch batch = {.cli = &cli, .options = host_options(given)};
    int code = check_usage(&cli);
    if (code != EXIT_OK) return code;
    if (cli.output != NULL && strcmp(cli.output, "-") == 0) cli.output = NULL;
    if (cli.output != NULL) cli.color = false;
    if (cli.jobs == 0) cli.jobs = 1;
    keep_memory();
    if (cli.summary) batch.options.brief = 1;
    hs_engine *engine = host_engine(&cli, &code);
    batch.engine = engine;
    if (engine == NULL) return code;
    code = source_open(&batch.source, &cli, engine, cli.arguments[0]);
    batch.before = batch.source.rows ? "{\"result\":" : "";
    batch.after = batch.source.rows ? "}" : "";
    if (code == EXIT_OK && (cli.summary || cli.format == FORMAT_XLSX) && hs_budget_new(&batch.budget, engine, NULL) != HS_OK)
        code = EXIT_MEMORY;
    if (code == EXIT_OK) code = assess_into(&batch);
    source_close(&batch.source);
    hs_budget_free(batch.budget);
    hs_engine_free(engine);
    return code;
}
