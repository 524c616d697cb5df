/* Many applicants: JSON Lines or a table in; JSON Lines, a table, a workbook or the budget out. */
#include "batch.h"
#include "book.h"
#include "budget.h"

#include <errno.h>
#include <inttypes.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Results, in the order of the input ------------------------------------------------------------------------------------------ */

static int print_refused(struct batch *batch, struct entry *entry) {
    char *json = batch_prints_lines(batch) ? hs_error_json(&entry->error, NULL) : NULL;
    if (batch_prints_lines(batch) && json == NULL) return EXIT_MEMORY;
    if (json != NULL) printf("%s{\"line\":%" PRId64 ",\"error\":%s}%s\n", batch->before, entry->line, json, batch->after);
    free(json);
    if (!batch->source.table) entry->error.line = (int)entry->line;
    progress_clear(&batch->progress);
    host_fail(batch->cli, batch->source.file, &entry->error);
    batch->refused++;
    return batch->cli->strict ? EXIT_RECORDS : EXIT_OK;
}

static int add_budget(struct batch *batch, const struct block *block) {
    hs_error error = block->fault;
    if (block->budget == NULL) return EXIT_OK;
    int status = error.code == HS_OK ? hs_budget_merge(batch->budget, block->budget, &error) : error.code;
    return status == HS_OK ? EXIT_OK : host_fail(batch->cli, batch->source.file, &error);
}

static void seen_text(const struct batch *batch, char text[SHA256_TEXT]) {
    struct sha256 seen = batch->seen; /* ending a hash uses it up */
    sha256_end(&seen, text);
}

static int write_entry(struct batch *batch, struct entry *entry) {
    int code = EXIT_OK;
    if (entry->refused && entry->error.code != HS_INPUT) return host_fail(batch->cli, batch->source.file, &entry->error);
    batch->rows++;
    if (entry->absent) return EXIT_OK;
    if (batch->book != NULL && !book_add(batch->book, entry)) return EXIT_OUTPUT;
    if (entry->refused) code = print_refused(batch, entry);
    batch->done += !entry->refused;
    return code;
}

/* ---- Blocks ---------------------------------------------------------------------------------------------------------------------- */

/* -1 at the end of the input. */
static int fill(struct batch *batch, struct block *block) {
    int code = EXIT_OK;
    block->bytes.length = block->text.length = 0;
    for (block->count = 0; code == EXIT_OK && block->count < BLOCK_ENTRIES;) {
        code = source_next(&batch->source, &block->bytes, &block->entries[block->count]);
        if (code == EXIT_OK) block->count++;
    }
    return code;
}

/* Notes down how far the sink has come, when it is time to. */
static bool reach(struct batch *batch) {
    char seen[SHA256_TEXT];
    if (!sink_is_due(&batch->sink)) return ferror(stdout) == 0;
    seen_text(batch, seen);
    return sink_reached(&batch->sink, batch->rows, batch->done, batch->refused, seen);
}

static int write_block(struct batch *batch, struct block *block) {
    int code = EXIT_OK;
    size_t written = 0;
    workers_wait(&batch->workers, block);
    for (int i = 0; i < block->count; i++) {
        struct entry *entry = &block->entries[i];
        if (code == EXIT_OK && entry->text_end > written && (entry->refused || i + 1 == block->count)) {
            fwrite(block->text.data + written, 1, entry->text_end - written, stdout);
            written = entry->text_end;
        }
        if (batch->sink.file != NULL) sha256_add(&batch->seen, entry->said, sizeof entry->said);
        if (code == EXIT_OK) code = write_entry(batch, entry);
        entry_clear(entry);
    }
    if (code == EXIT_OK) code = add_budget(batch, block);
    block->count = 0;
    progress_show(&batch->progress, batch->source.read, batch->source.size, batch->rows);
    return code == EXIT_OK && !reach(batch) ? EXIT_OUTPUT : code;
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
    char seen[SHA256_TEXT];
    sha256_begin(&batch->seen);
    for (; code == EXIT_OK && batch->rows < batch->sink.rows; batch->rows++) {
        bytes.length = 0;
        code = source_next(&batch->source, &bytes, &entry);
        if (code == EXIT_OK && batch->source.lists && !source_read(batch->source.reader, &bytes, &entry)) code = EXIT_MEMORY;
        if (code == EXIT_OK) entry_say(&entry, &bytes);
        if (code == EXIT_OK) sha256_add(&batch->seen, entry.said, sizeof entry.said);
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
    int code = workers_begin(&batch->workers, cli->jobs, batch_work, batch) ? EXIT_OK : EXIT_MEMORY;
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
    int printed = whole && cli->summary ? budget_print(cli, batch->engine, batch->budget, batch->refused) : EXIT_OK;
    if (printed != EXIT_OK) whole = false, code = printed;
    if (batch->book != NULL && book_end(batch->book, whole ? batch->budget : NULL) != EXIT_OK) whole = false, code = EXIT_OUTPUT;
    return sink_close(&batch->sink, whole, code);
}

static int check_usage(const struct cli *cli) {
    if (cli->argument_count != 1)
        return host_usage(cli, "batch 要一个文件，或 - 表示标准输入", "batch wants one file, or - for standard input");
    if (cli->format == FORMAT_TABLE && !cli->summary)
        return host_usage(cli, "--format table 与 --summary 一起用；逐个主体的结果写 json、csv 或 xlsx",
                          "--format table goes with --summary; json, csv and xlsx say what each applicant comes to");
    if (cli->summary && cli->format == FORMAT_XLSX)
        return host_usage(cli, "加 --summary 时 --format 是 table、json 或 csv", "with --summary batch writes table, json or csv");
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
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
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
