#include "rows.h"

#include "what_if.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const hs_text headings[ROWS_COLUMNS] = {
    {"行", "line"},
    {"编号", "id"},
    {"名称", "name"},
    {"行政区划代码", "adcode"},
    {"地点", "place"},
    {"政策", "policy"},
    {"措施", "measure"},
    {"条款", "clause"},
    {"标题", "title"},
    {"结论", "status"},
    {"下限（元）", "low_yuan"},
    {"上限（元）", "high_yuan"},
    {"下限由谁定", "low_end"},
    {"上限由谁定", "high_end"},
    {"说明", "note"},
};

const char *rows_heading(const struct cli *cli, int column) { return cli_text(cli, headings[column]); }

static const char *status_of(const struct cli *cli, const hs_policy_result *policy, const hs_measure_result *result) {
    static const hs_text names[] = {
        [HS_INELIGIBLE] = {"不符合", "ineligible"}, [HS_UNDETERMINED] = {"待定", "undetermined"}, [HS_ELIGIBLE] = {"符合", "eligible"}};
    if (policy->in_force == HS_FALSE) return say(cli, "政策不在有效期", "not in force");
    return cli_text(cli, names[result->standing]);
}

/* Plain digits, as spreadsheets of every language read them. */
static void print_yuan(char buffer[32], int64_t fen) {
    int64_t rest = fen % 100;
    if (rest == 0)
        snprintf(buffer, 32, "%" PRId64, fen / 100);
    else
        snprintf(buffer, 32, "%" PRId64 ".%02" PRId64, fen / 100, rest);
}

static const char *optional(const char *text) { return text == NULL ? "" : text; }

static void begin(struct rows_cells *out, const struct entry *entry) {
    *out = (struct rows_cells){.has_amount = false};
    for (int i = 0; i < ROWS_COLUMNS; i++) out->text[i] = "";
    snprintf(out->line, sizeof out->line, "%" PRId64, entry->line);
    out->text[0] = out->line;
    out->text[1] = optional(entry->id);
    out->text[2] = optional(entry->name);
}

static void fill_amount(const struct cli *cli, struct rows_cells *out, const hs_measure_result *result) {
    out->has_amount = result->has_amount != 0;
    out->amount = result->amount;
    if (!out->has_amount) return;
    print_yuan(out->low, result->amount.low);
    print_yuan(out->high, result->amount.high == HS_UNBOUNDED ? 0 : result->amount.high);
    out->text[ROWS_LOW] = out->low;
    out->text[ROWS_HIGH] = result->amount.high == HS_UNBOUNDED ? say(cli, "未定", "unbounded") : out->high;
}

void rows_fill(const struct cli *cli, struct rows_cells *out, const struct entry *entry, const hs_place_result *place,
               const hs_policy_result *policy, const hs_measure_result *result) {
    begin(out, entry);
    if (entry->result->name != NULL) out->text[2] = entry->result->name;
    out->text[3] = place->adcode;
    out->text[4] = optional(cli_text(cli, place->name));
    out->text[5] = policy->policy->id;
    out->text[6] = result->id;
    out->text[7] = result->measure->clause;
    out->text[8] = cli_text(cli, result->measure->title);
    out->text[9] = status_of(cli, policy, result);
    fill_amount(cli, out, result);
    out->text[12] = optional(cli_text(cli, result->low_end));
    out->text[13] = optional(cli_text(cli, result->high_end));
    if (result->unstated) out->text[14] = say(cli, "文件未载金额", "no figure in the document");
}

void rows_fill_refused(const struct cli *cli, struct rows_cells *out, const struct entry *entry) {
    begin(out, entry);
    out->text[9] = say(cli, "被拒绝", "refused");
    out->text[14] = say(cli, entry->error.zh, entry->error.en);
}

/* ---- CSV ------------------------------------------------------------------------------------------------------------------------- */

static bool is_control(char byte) { return ((unsigned char)byte < 0x20 && strchr("\t\r\n", byte) == NULL) || byte == 0x7F; }

bool rows_is_formula(const char *text) { return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL; }

/* Quotation marks twice, control characters, which a terminal might obey, as question marks. */
static void write_safe(struct buffer *out, const char *text) {
    for (; *text != '\0'; text++) {
        char byte = is_control(*text) ? '?' : *text;
        if (byte == '"') buffer_add(out, "\"", 1);
        buffer_add(out, &byte, 1);
    }
}

/* How much of a text can be written as it is: up to a control character, a quotation mark or a comma. */
static size_t plain_length(const char *text) {
    const char *at = text;
    while ((unsigned char)*at >= 0x20 && *at != '"' && *at != ',' && *at != 0x7F) at++;
    return (size_t)(at - text);
}

static void write_cell(struct buffer *out, const char *text) {
    size_t plain = plain_length(text);
    bool formula = rows_is_formula(text), quoted = text[plain] != '\0' && strpbrk(text, ",\"\r\n") != NULL;
    if (quoted) buffer_add(out, "\"", 1);
    if (formula) buffer_add(out, "'", 1);
    buffer_add(out, text, plain);
    if (text[plain] != '\0') write_safe(out, text + plain);
    if (quoted) buffer_add(out, "\"", 1);
}

void rows_print_cell(FILE *out, const char *text) {
    struct buffer cell = {0};
    write_cell(&cell, text);
    fwrite(cell.data, 1, cell.length, out);
    buffer_free(&cell);
}

void rows_print_headings(const struct cli *cli, const hs_engine *engine, FILE *out) {
    fputs("\xEF\xBB\xBF", out);
    if (hs_engine_overlay_count(engine) > 0) what_if_print_csv(cli, out, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
    for (int i = 0; i < ROWS_COLUMNS; i++) fprintf(out, "%s%s", i == 0 ? "" : ",", rows_heading(cli, i));
    fputs("\r\n", out);
}

static void write_row(struct buffer *out, const struct rows_cells *cells) {
    for (int i = 0; i < ROWS_COLUMNS; i++) {
        if (i > 0) buffer_add(out, ",", 1);
        write_cell(out, cells->text[i]);
    }
    buffer_add(out, "\r\n", 2);
}

void rows_write(const struct cli *cli, struct buffer *out, const struct entry *entry) {
    struct rows_cells cells;
    if (entry->refused) {
        rows_fill_refused(cli, &cells, entry);
        write_row(out, &cells);
        return;
    }
    for (int32_t i = 0; i < entry->result->count; i++)
        for (int32_t p = 0; p < entry->result->places[i].policy_count; p++)
            for (int32_t m = 0; m < entry->result->places[i].policies[p].count; m++) {
                const hs_policy_result *policy = &entry->result->places[i].policies[p];
                rows_fill(cli, &cells, entry, &entry->result->places[i], policy, &policy->measures[m]);
                write_row(out, &cells);
            }
}
