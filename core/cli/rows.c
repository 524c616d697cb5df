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

static const hs_text states[ROWS_STATES] = {[HS_INELIGIBLE] = {"不符合", "ineligible"},
                                            [HS_UNDETERMINED] = {"待定", "undetermined"},
                                            [HS_ELIGIBLE] = {"符合", "eligible"},
                                            [ROWS_NOT_IN_FORCE] = {"政策不在有效期", "not in force"}},
                     unbounded = {"未定", "unbounded"}, notes[] = {{"", ""}, {"文件未载金额", "no figure in the document"}};

static int32_t state_of(const hs_policy_result *policy, const hs_measure_result *result) {
    return policy->in_force == HS_FALSE ? ROWS_NOT_IN_FORCE : result->standing;
}

/* Plain digits, as spreadsheets of every language read them; where they end. */
static char *put_yuan(char *at, int64_t fen) {
    int64_t rest = fen % 100;
    at = buffer_digits(at, (uint64_t)fen / 100);
    if (rest == 0) return at;
    *at++ = '.';
    *at++ = (char)('0' + rest / 10);
    *at++ = (char)('0' + rest % 10);
    return at;
}

static const char *optional(const char *text) { return text == NULL ? "" : text; }

static void begin(struct rows_cells *out, const struct entry *entry) {
    *out = (struct rows_cells){.has_amount = false};
    for (int i = 0; i < ROWS_COLUMNS; i++) out->text[i] = "";
    *buffer_digits(out->line, (uint64_t)entry->line) = '\0';
    out->text[0] = out->line;
    out->text[1] = optional(entry->id);
    out->text[2] = optional(entry->result != NULL && entry->result->name != NULL ? entry->result->name : entry->name);
}

static void fill_amount(const struct cli *cli, struct rows_cells *out, const hs_measure_result *result) {
    out->has_amount = result->has_amount != 0;
    out->amount = result->amount;
    if (!out->has_amount) return;
    *put_yuan(out->low, result->amount.low) = '\0';
    *put_yuan(out->high, result->amount.high == HS_UNBOUNDED ? 0 : result->amount.high) = '\0';
    out->text[ROWS_LOW] = out->low;
    out->text[ROWS_HIGH] = result->amount.high == HS_UNBOUNDED ? cli_text(cli, unbounded) : out->high;
}

/* What is the same for every applicant at a place. */
static void fill_measure(const struct cli *cli, struct rows_cells *out, const hs_place_result *place, const hs_policy_result *policy,
                         const hs_measure_result *result) {
    out->text[ROWS_PLACE] = place->adcode;
    out->text[4] = optional(cli_text(cli, place->name));
    out->text[5] = policy->policy->id;
    out->text[6] = result->id;
    out->text[7] = result->measure->clause;
    out->text[8] = cli_text(cli, result->measure->title);
}

static void fill_result(const struct cli *cli, struct rows_cells *out, const hs_policy_result *policy, const hs_measure_result *result) {
    out->text[ROWS_STATUS] = cli_text(cli, states[state_of(policy, result)]);
    out->text[ROWS_LOW] = out->text[ROWS_HIGH] = "";
    fill_amount(cli, out, result);
    out->text[12] = optional(cli_text(cli, result->low_end));
    out->text[13] = optional(cli_text(cli, result->high_end));
    out->text[14] = cli_text(cli, notes[result->unstated != 0]);
}

void rows_fill(const struct cli *cli, struct rows_cells *out, const struct entry *entry, const hs_place_result *place,
               const hs_policy_result *policy, const hs_measure_result *result) {
    begin(out, entry);
    fill_measure(cli, out, place, policy, result);
    fill_result(cli, out, policy, result);
}

void rows_fill_refused(const struct cli *cli, struct rows_cells *out, const struct entry *entry) {
    begin(out, entry);
    out->text[ROWS_STATUS] = say(cli, "被拒绝", "refused");
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
    if (text[0] == '\0') return;
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
    if (cell.length > 0) fwrite(cell.data, 1, cell.length, out);
    buffer_free(&cell);
}

void rows_print_headings(const struct cli *cli, const hs_engine *engine, FILE *out) {
    fputs("\xEF\xBB\xBF", out);
    if (hs_engine_overlay_count(engine) > 0) what_if_print_csv(cli, out, hs_engine_overlay(engine, 0), hs_engine_overlay_count(engine));
    for (int i = 0; i < ROWS_COLUMNS; i++) fprintf(out, "%s%s", i == 0 ? "" : ",", rows_heading(cli, i));
    fputs("\r\n", out);
}

/* The cells from `first` up to before `end`, each with the comma or the line end behind it. */
static void write_cells(struct buffer *out, const struct rows_cells *cells, int first, int end) {
    for (int i = first; i < end; i++) {
        write_cell(out, cells->text[i]);
        if (i + 1 < ROWS_COLUMNS)
            buffer_add(out, ",", 1);
        else
            buffer_add(out, "\r\n", 2);
    }
}

/* ---- What was laid out before ------------------------------------------------------------------------------------------------------- */

static void lay(struct rows_piece *out, const char *text, const char *end) {
    struct buffer cell = {.data = out->text, .room = sizeof out->text};
    write_cell(&cell, text);
    buffer_text(&cell, end);
    out->length = cell.length;
}

static void lay_pieces(struct rows_memory *memory, const struct cli *cli) {
    for (int i = 0; i < ROWS_STATES; i++) lay(&memory->states[i], cli_text(cli, states[i]), ",");
    for (int i = 0; i < 2; i++) lay(&memory->notes[i], cli_text(cli, notes[i]), "\r\n");
    lay(&memory->unbounded, cli_text(cli, unbounded), ",");
}

/* A place as one number, from its code. */
static uint64_t number_of(const hs_place_result *place) {
    uint64_t number = 0;
    memcpy(&number, place->adcode, strlen("310118") + 1);
    return number;
}

/* Where the cells of a measure stand, or are to stand instead of others. */
static struct rows_known *find_known(struct rows_memory *memory, const hs_measure *measure, uint64_t place) {
    uint64_t key = ((uintptr_t)measure / sizeof(void *) ^ place) * UINT64_C(0x9E3779B97F4A7C15) >> 32;
    struct rows_known *known = NULL;
    for (uint64_t tried = 0; tried < 8; tried++) {
        known = &memory->known[(key + tried) % ROWS_KNOWN];
        if (known->measure == NULL || (known->measure == measure && known->place == place)) break;
    }
    return known;
}

/* The cells of a measure, laid out once. */
static const struct buffer *measure_cells(struct rows_memory *memory, const struct cli *cli, uint64_t number, const hs_place_result *place,
                                          const hs_policy_result *policy, const hs_measure_result *result) {
    struct rows_known *known = find_known(memory, result->measure, number);
    if (known->measure == result->measure && known->place == number) return &known->cells;
    struct rows_cells cells;
    fill_measure(cli, &cells, place, policy, result);
    known->measure = result->measure;
    known->place = number;
    known->cells.length = 0;
    write_cells(&known->cells, &cells, ROWS_PLACE, ROWS_STATUS);
    return &known->cells;
}

static char *put(char *at, const struct buffer *cells) {
    memcpy(at, cells->data, cells->length);
    return at + cells->length;
}

/* A copy of a size that the compiler knows is done at once. */
static char *put_piece(char *at, const struct rows_piece *piece) {
    memcpy(at, piece->text, sizeof piece->text);
    return at + piece->length;
}

static char *put_amount(char *at, const struct rows_memory *memory, const hs_measure_result *result) {
    if (result->has_amount) at = put_yuan(at, result->amount.low);
    *at++ = ',';
    if (result->has_amount && result->amount.high == HS_UNBOUNDED) return put_piece(at, &memory->unbounded);
    if (result->has_amount) at = put_yuan(at, result->amount.high);
    *at++ = ',';
    return at;
}

static void write_ends(const struct cli *cli, struct buffer *out, const hs_measure_result *result) {
    write_cell(out, optional(cli_text(cli, result->low_end)));
    buffer_add(out, ",", 1);
    write_cell(out, optional(cli_text(cli, result->high_end)));
    buffer_add(out, ",", 1);
}

/* `front` and `same` are the cells up to the title. */
static void write_measure(const struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct buffer *same,
                          const hs_policy_result *policy, const hs_measure_result *result) {
    char *at = buffer_room(out, memory->front.length + same->length + ROWS_TAIL);
    if (at == NULL) return;
    at = put(put(at, &memory->front), same);
    at = put_amount(put_piece(at, &memory->states[state_of(policy, result)]), memory, result);
    if (result->low_end.zh == NULL && result->high_end.zh == NULL) {
        *at++ = ',';
        *at++ = ',';
    } else {
        out->length = (size_t)(at - out->data);
        write_ends(cli, out, result);
        at = buffer_room(out, ROWS_TAIL);
        if (at == NULL) return;
    }
    out->length = (size_t)(put_piece(at, &memory->notes[result->unstated != 0]) - out->data);
}

static void write_measures(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct entry *entry) {
    struct rows_cells cells;
    if (memory->notes[0].length == 0) lay_pieces(memory, cli);
    memory->front.length = 0;
    begin(&cells, entry);
    write_cells(&memory->front, &cells, 0, ROWS_PLACE);
    for (int32_t i = 0; i < entry->result->count; i++) {
        const hs_place_result *place = &entry->result->places[i];
        uint64_t number = number_of(place);
        for (int32_t p = 0; p < place->policy_count; p++)
            for (int32_t m = 0; m < place->policies[p].count; m++) {
                const hs_policy_result *policy = &place->policies[p];
                const struct buffer *same = measure_cells(memory, cli, number, place, policy, &policy->measures[m]);
                if (memory->front.failed || same->failed)
                    out->failed = true;
                else
                    write_measure(memory, cli, out, same, policy, &policy->measures[m]);
            }
    }
}

void rows_write(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct entry *entry) {
    struct rows_cells cells;
    if (!entry->refused) {
        write_measures(memory, cli, out, entry);
        return;
    }
    rows_fill_refused(cli, &cells, entry);
    write_cells(out, &cells, 0, ROWS_COLUMNS);
}

void rows_forget(struct rows_memory *memory) {
    buffer_free(&memory->front);
    for (int i = 0; i < ROWS_KNOWN; i++) buffer_free(&memory->known[i].cells);
}
