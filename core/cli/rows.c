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

static void forget_place(struct rows_place *place) {
    for (int32_t m = 0; m < place->count; m++) {
        buffer_free(&place->measures[m].same);
        for (int i = 0; i < ROWS_STATES; i++) buffer_free(&place->measures[m].rests[i].cells);
    }
    free(place->measures);
    *place = (struct rows_place){.count = 0};
}

/* What was laid out of a place, whose policies are the same for every applicant; NULL where memory ran out. */
static struct rows_place *find_place(struct rows_memory *memory, const hs_place_result *place) {
    for (int32_t i = 0; i < memory->place_count; i++)
        if (strcmp(memory->places[i].adcode, place->adcode) == 0) return &memory->places[i];
    bool full = memory->place_count == ROWS_PLACES;
    struct rows_place *made = &memory->places[full ? memory->oldest : memory->place_count];
    int32_t count = 0;
    for (int32_t p = 0; p < place->policy_count; p++) count += place->policies[p].count;
    forget_place(made);
    if (full) memory->oldest = (memory->oldest + 1) % ROWS_PLACES;
    made->measures = calloc((size_t)count + 1, sizeof *made->measures);
    if (made->measures == NULL) return NULL;
    memory->place_count += !full;
    made->count = count;
    memcpy(made->adcode, place->adcode, strlen("310118") + 1);
    return made;
}

/* Copies of a size that the compiler knows are done at once: up to CHUNK - 1 bytes too many are read and written. */
enum { CHUNK = 32 };
static char *put(char *at, const char *cells, size_t length) {
    for (size_t i = 0; i < length; i += CHUNK) memcpy(at + i, cells + i, CHUNK);
    return at + length;
}

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

/* Lays a row out anew. */
static void lay_rest(const struct rows_memory *memory, const struct cli *cli, struct rows_measure *known, struct rows_rest *rest,
                     const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *result) {
    if (known->same.length == 0) {
        struct rows_cells cells;
        fill_measure(cli, &cells, place, policy, result);
        write_cells(&known->same, &cells, ROWS_PLACE, ROWS_STATUS);
        buffer_room(&known->same, CHUNK);
    }
    rest->amount = result->amount;
    rest->cells.length = 0;
    char *at = buffer_room(&rest->cells, known->same.length + ROWS_TAIL);
    if (at == NULL || known->same.failed) return;
    at = put_piece(put(at, known->same.data, known->same.length), &memory->states[state_of(policy, result)]);
    at = put_amount(at, memory, result);
    rest->amount_end = (size_t)(at - rest->cells.data);
    *at++ = ',';
    *at++ = ',';
    rest->cells.length = (size_t)(put_piece(at, &memory->notes[result->unstated != 0]) - rest->cells.data);
}

/* A row that says who decides. */
static void write_ends(const struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct rows_rest *rest,
                       const hs_measure_result *result) {
    buffer_add(out, memory->front.data, memory->front.length);
    buffer_add(out, rest->cells.data, rest->amount_end);
    write_cell(out, optional(cli_text(cli, result->low_end)));
    buffer_add(out, ",", 1);
    write_cell(out, optional(cli_text(cli, result->high_end)));
    buffer_add(out, rest->cells.data + rest->amount_end + 1, rest->cells.length - rest->amount_end - 1);
}

static void write_row(const struct rows_memory *memory, struct buffer *out, const struct rows_rest *rest) {
    const struct buffer *front = &memory->front, *cells = &rest->cells;
    char *at = buffer_room(out, front->length + cells->length + CHUNK);
    if (at != NULL) out->length = (size_t)(put(put(at, front->data, front->length), cells->data, cells->length) - out->data);
}

static void write_policy(const struct rows_memory *memory, const struct cli *cli, struct buffer *out, struct rows_measure *known,
                         const hs_place_result *place, const hs_policy_result *policy) {
    const hs_measure_result *end = policy->measures + policy->count;
    for (const hs_measure_result *result = policy->measures; result < end; result++, known++) {
        struct rows_rest *rest = &known->rests[state_of(policy, result)];
        if (rest->cells.length == 0 || rest->amount.low != result->amount.low || rest->amount.high != result->amount.high)
            lay_rest(memory, cli, known, rest, place, policy, result);
        if (rest->cells.length == 0)
            out->failed = true;
        else if (result->low_end.zh != NULL || result->high_end.zh != NULL)
            write_ends(memory, cli, out, rest, result);
        else
            write_row(memory, out, rest);
    }
}

static void write_place(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const hs_place_result *place) {
    struct rows_place *known = find_place(memory, place);
    int32_t at = 0;
    out->failed = out->failed || known == NULL;
    for (int32_t p = 0; !out->failed && p < place->policy_count; p++) {
        write_policy(memory, cli, out, known->measures + at, place, &place->policies[p]);
        at += place->policies[p].count;
    }
}

static void write_measures(struct rows_memory *memory, const struct cli *cli, struct buffer *out, const struct entry *entry) {
    struct rows_cells cells;
    if (memory->notes[0].length == 0) lay_pieces(memory, cli);
    memory->front.length = 0;
    begin(&cells, entry);
    write_cells(&memory->front, &cells, 0, ROWS_PLACE);
    buffer_room(&memory->front, CHUNK);
    out->failed = out->failed || memory->front.failed;
    for (int32_t i = 0; !out->failed && i < entry->result->count; i++) write_place(memory, cli, out, &entry->result->places[i]);
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
    for (int32_t i = 0; i < memory->place_count; i++) forget_place(&memory->places[i]);
}
