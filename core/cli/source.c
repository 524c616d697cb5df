#include "source.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { CHUNK = 64 * 1024 };

static void hash_text(struct sha256 *hash, const char *text) {
    uint8_t there = text != NULL;
    sha256_add(hash, &there, 1);
    if (text != NULL) sha256_add(hash, text, strlen(text) + 1);
}

/* What is wrong with a row is part of what it says; what is wrong with a document follows from it. Of a row that is cut later the bytes say
   all. */
void entry_say(struct entry *entry, const struct buffer *buffer) {
    const int64_t numbers[] = {entry->line, (int64_t)entry->length};
    struct sha256 hash;
    sha256_begin(&hash);
    sha256_add(&hash, numbers, sizeof numbers);
    if (entry->length > 0) sha256_add(&hash, buffer->data + entry->at, entry->length);
    if (entry->broken) hash_text(&hash, entry->error.zh);
    if (!entry->cut) {
        hash_text(&hash, entry->id);
        hash_text(&hash, entry->name);
    }
    sha256_end(&hash, entry->said);
}

hs_table_bytes entry_row(const struct entry *entry, const struct buffer *buffer) {
    bool cut = entry->cut;
    const char *row = buffer->data + (cut ? entry->at : entry->row);
    return (hs_table_bytes){row, cut ? entry->length : entry->row_length, entry->line, entry->number, NULL};
}

void entry_clear(struct entry *entry) {
    hs_assessment_free(entry->assessment);
    free(entry->id);
    free(entry->name);
    memset(entry, 0, offsetof(struct entry, error));
    entry->error.code = HS_OK;
}

bool entry_keep(char **out, const char *text) {
    size_t size = text == NULL ? 0 : strlen(text) + 1;
    *out = text == NULL ? NULL : malloc(size);
    if (*out != NULL) memcpy(*out, text, size);
    return text == NULL || *out != NULL;
}

/* ---- Bytes ----------------------------------------------------------------------------------------------------------------------- */

/* What --encoding says, else what the first bytes look like. */
static int start(struct source *source, const char *bytes, size_t length) {
    const char *encoding = source->cli->encoding;
    bool gb = encoding != NULL ? strcmp(encoding, "gb18030") == 0 : !hs_table_is_utf8(bytes, length);
    source->started = true;
    if (gb) {
        hs_table_gb18030(source->reader);
        source->decoder = iconv_open("UTF-8", "GB18030");
    }
    return gb && source->decoder == (iconv_t)-1 ? host_fail_file(source->cli, source->file, errno) : EXIT_OK;
}

static int push(struct source *source, const char *bytes, size_t length) {
    hs_error error = {0};
    int status = hs_table_push(source->reader, bytes, length, &error);
    return status == HS_OK ? EXIT_OK : host_fail(source->cli, source->file, &error);
}

/* GB18030 to UTF-8; a byte that fits nowhere goes on as it is, and its row is refused for it. */
static int push_decoded(struct source *source, const char *bytes, size_t length) {
    char input[CHUNK + 8], output[4 * CHUNK];
    memcpy(input, source->held, source->held_count);
    memcpy(input + source->held_count, bytes, length);
    char *from = input, *to = output;
    size_t left = source->held_count + length, room = sizeof output;
    source->held_count = 0;
    while (left > 0 && iconv(source->decoder, &from, &left, &to, &room) == (size_t)-1 && left > 0) {
        if (errno == EINVAL && left < sizeof source->held && !source->ended) {
            memcpy(source->held, from, source->held_count = left);
            break;
        }
        *to++ = '\xFF';
        from++, left--, room--;
    }
    return push(source, output, (size_t)(to - output));
}

/* Reads some more bytes of a table. */
static int feed(struct source *source) {
    char bytes[CHUNK];
    size_t count = fread(bytes, 1, sizeof bytes, source->in);
    if (ferror(source->in) != 0) return host_fail_file(source->cli, source->file, errno);
    int code = source->started ? EXIT_OK : start(source, bytes, count);
    source->read += (int64_t)count;
    source->ended = count == 0;
    if (code != EXIT_OK) return code;
    code = source->decoder == (iconv_t)-1 ? push(source, bytes, count) : push_decoded(source, bytes, count);
    if (source->ended) hs_table_end(source->reader);
    return code;
}

/* The next row: of a list's table read (`row`), of the applicants' as it stands (`bytes`). */
static int next_row(struct source *source, const hs_table_row **row, const hs_table_bytes **bytes) {
    hs_error error = {0};
    for (;;) {
        int status = row != NULL ? hs_table_next(source->reader, row, &error) : hs_table_cut(source->reader, bytes, &error);
        host_cure(&error);
        if (status != HS_OK) return host_fail(source->cli, source->file, &error);
        if (row != NULL ? *row != NULL : *bytes != NULL) return EXIT_OK;
        if (source->ended) return -1;
        int code = feed(source);
        if (code != EXIT_OK) return code;
    }
}

static bool open_file(struct source *source, const char *file) {
    source->file = file;
    source->started = source->ended = false;
    source->held_count = 0;
    source->decoder = (iconv_t)-1;
    source->in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    if (source->in != NULL) return true;
    host_fail_file(source->cli, file, errno);
    return false;
}

static void close_file(struct source *source) {
    if (source->decoder != (iconv_t)-1) iconv_close(source->decoder);
    if (source->in != NULL && source->in != stdin) fclose(source->in);
    source->in = NULL;
    source->decoder = (iconv_t)-1;
}

/* ---- The tables of lists --------------------------------------------------------------------------------------------------------- */

static int read_list(struct source *source, const hs_setting *list) {
    hs_error error = {0};
    const hs_table_row *row;
    int status = hs_table_list(source->reader, list->name, &error), code;
    if (status != HS_OK) return host_fail(source->cli, NULL, &error);
    if (!open_file(source, list->value)) return EXIT_INPUT;
    while ((code = next_row(source, &row, NULL)) == EXIT_OK)
        if (row->json == NULL) host_fail(source->cli, source->file, &row->error);
    close_file(source);
    return code == -1 ? EXIT_OK : code;
}

int64_t source_left(struct source *source) {
    const char *fact, *id;
    int64_t line, count = 0;
    while (source->table && hs_table_left(source->reader, &fact, &id, &line)) {
        hs_error error = {.code = HS_INPUT, .line = (int)line, .column = 1};
        const char *file = fact;
        for (int32_t i = 0; i < source->cli->list_count; i++)
            if (strcmp(source->cli->lists[i].name, fact) == 0) file = source->cli->lists[i].value;
        snprintf(error.zh, sizeof error.zh, "没有编号为“%.200s”的申请主体", id);
        snprintf(error.en, sizeof error.en, "no applicant has the id \"%.200s\"", id);
        host_fail(source->cli, file, &error);
        count++;
    }
    return count;
}

/* ---- Applicants ------------------------------------------------------------------------------------------------------------------ */

static bool ends_with(const char *file, const char *suffix) {
    size_t length = strlen(file), size = strlen(suffix);
    return length > size && strcasecmp(file + length - size, suffix) == 0;
}

/* What --input says, else the name, else the first byte: JSON Lines begin with a brace or a blank. */
static bool is_table(const struct cli *cli, const char *file) {
    if (cli->input != NULL) return strcmp(cli->input, "csv") == 0;
    if (ends_with(file, ".csv")) return true;
    if (ends_with(file, ".json") || ends_with(file, ".jsonl") || ends_with(file, ".ndjson")) return false;
    FILE *in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    if (in == NULL) return false;
    int first = getc(in);
    if (in == stdin)
        ungetc(first, in);
    else
        fclose(in);
    return first != EOF && strchr("{[ \t\r\n", first) == NULL;
}

int source_open(struct source *source, const struct cli *cli, const hs_engine *engine, const char *file) {
    hs_error error = {0};
    struct stat stat_of;
    *source = (struct source){.cli = cli, .file = file, .size = -1, .decoder = (iconv_t)-1};
    source->table = is_table(cli, file);
    source->rows = cli->input != NULL && strcmp(cli->input, "rows") == 0;
    if (strcmp(file, "-") != 0 && stat(file, &stat_of) == 0 && S_ISREG(stat_of.st_mode)) source->size = stat_of.st_size;
    if (!source->table && cli->list_count > 0)
        return host_usage(cli, "--list 用于表格（CSV）；JSON Lines 里列表写在 facts 里",
                          "--list is for tables; in JSON Lines lists stand under facts");
    if (!source->table) return lines_open(&source->lines, cli, file, source->rows ? HS_ROW_MAX : DOCUMENT_MAX) ? EXIT_OK : EXIT_INPUT;
    if (hs_table_new(&source->reader, engine, &error) != HS_OK) return host_fail(cli, NULL, &error);
    int code = EXIT_OK;
    for (int32_t i = 0; code == EXIT_OK && i < cli->list_count; i++) code = read_list(source, &cli->lists[i]);
    if (code != EXIT_OK) return code;
    hs_table_applicants(source->reader);
    source->lists = cli->list_count > 0;
    source->read = 0;
    return open_file(source, file) ? EXIT_OK : EXIT_INPUT;
}

static void keep_bytes(struct entry *out, struct buffer *buffer, const char *bytes, size_t length) {
    out->at = buffer->length;
    buffer_add(buffer, bytes, length);
    out->length = buffer->failed ? 0 : length;
}

static int next_database_row(const struct lines *lines, struct buffer *buffer, struct entry *out) {
    char *json;
    size_t length;
    out->broken = out->refused = hs_row_document(&json, &length, lines->text, lines->length, &out->error) != HS_OK;
    if (!out->refused) keep_bytes(out, buffer, json, length);
    free(json);
    return EXIT_OK;
}

static int next_line(struct source *source, struct buffer *buffer, struct entry *out) {
    struct lines *lines = &source->lines;
    if (!lines_next(lines)) return lines_failed(lines) ? host_fail_file(source->cli, lines->file, errno) : -1;
    out->line = lines->number;
    source->read += (int64_t)lines->length + 1;
    if (source->rows) return next_database_row(lines, buffer, out);
    keep_bytes(out, buffer, lines->text, lines->length);
    return EXIT_OK;
}

static int next_cut(struct source *source, struct buffer *buffer, struct entry *out) {
    const hs_table_bytes *bytes;
    int code = next_row(source, NULL, &bytes);
    if (code != EXIT_OK) return code;
    out->cut = true;
    out->line = bytes->line;
    out->number = bytes->number;
    out->broken = out->refused = bytes->error != NULL;
    if (out->refused)
        out->error = *bytes->error;
    else
        keep_bytes(out, buffer, bytes->bytes, bytes->length);
    return EXIT_OK;
}

/* What a reader made of a row with lists. */
static bool take_document(struct buffer *buffer, struct entry *entry, const hs_table_row *row) {
    entry->at = entry->length = 0;
    entry->broken = entry->refused = row->json == NULL;
    if (entry->refused)
        entry->error = row->error;
    else
        keep_bytes(entry, buffer, row->json, row->length);
    return !buffer->failed;
}

bool source_read(hs_table *reader, struct buffer *buffer, struct entry *entry) {
    const hs_table_row *row;
    hs_table_bytes bytes = entry_row(entry, buffer);
    if (entry->refused) return true;
    if (hs_table_read(reader, &bytes, &row, NULL) != HS_OK) return false;
    entry->absent = row == NULL;
    if (row == NULL) return true;
    entry->row = entry->at;
    entry->row_length = entry->length;
    entry->lists = row->lists;
    entry->cut = false;
    return take_document(buffer, entry, row) && entry_keep(&entry->id, row->id) && entry_keep(&entry->name, row->name);
}

bool source_take(hs_table *reader, struct buffer *buffer, struct entry *entry) {
    const hs_table_row *row;
    if (entry->id == NULL) return true;
    hs_table_bytes bytes = entry_row(entry, buffer);
    if (hs_table_take(reader, &bytes, entry->id, entry->lists, &row, NULL) != HS_OK) return false;
    return row == NULL || take_document(buffer, entry, row);
}

int source_next(struct source *source, struct buffer *buffer, struct entry *out) {
    int code = source->table ? next_cut(source, buffer, out) : next_line(source, buffer, out);
    return code == EXIT_OK && buffer->failed ? EXIT_MEMORY : code;
}

void source_close(struct source *source) {
    if (!source->table && source->lines.in != NULL) lines_close(&source->lines);
    close_file(source);
    hs_table_free(source->reader);
}
