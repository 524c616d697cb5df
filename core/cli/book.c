#include "book.h"

#include "budget.h"
#include "phrase.h"
#include "rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#ifdef HUISUAN_XLSX

#include "xlsx.h"

/* CELL_MOST: what Excel takes in a cell, in UTF-16 units. */
enum { SHEETS_MAX = 256, SHEET_ROWS = 1048576, SHEET_NAME = 31, CELL_MOST = 32767 };

struct sheet {
    char adcode[8];
    lxw_worksheet *sheet;
    lxw_row_t rows;
    int part; /* of a place with more rows than a sheet has: 1 first */
};

struct book {
    const struct cli *cli;
    const char *path;
    lxw_workbook *workbook;
    lxw_format *head, *money;
    lxw_worksheet *budget, *refused;
    lxw_row_t refused_rows;
    struct sheet sheets[SHEETS_MAX];
    int count;
};

enum { BUDGET_COLUMNS = 10 };

/* Room for the headings in both languages with the button of the filter, and for all that is no sentence. */
static const double widths[ROWS_COLUMNS] = {8, 14, 30, 16, 26, 14, 30, 16, 40, 16, 18, 18, 40, 40, 40},
                    budget_widths[BUDGET_COLUMNS] = {16, 26, 40, 16, 31, 16, 26, 26, 26, 26};

static bool fail(const struct book *book, lxw_error error) {
    fprintf(stderr, say(book->cli, "huisuan: %s: 不能写入：%s\n", "huisuan: %s: cannot be written: %s\n"), book->cli->output,
            xlsx.lxw_strerror(error));
    return false;
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------------------- */

static bool begins_character(char byte) { return ((unsigned char)byte & 0xC0) != 0x80; }

/* An apostrophe stands before what a spreadsheet would take for a formula, an ellipsis where a text is longer than a cell. */
static void put_text(lxw_worksheet *sheet, lxw_row_t row, int column, const char *text, lxw_format *format) {
    char safe[3 * CELL_MOST + 8];
    size_t length = 0;
    int units = 1;
    if (text[0] == '\0') return;
    if (rows_is_formula(text)) safe[length++] = '\'', units++;
    for (; *text != '\0'; text++) {
        units += begins_character(*text) + ((unsigned char)*text >= 0xF0);
        if (units > CELL_MOST) break;
        safe[length++] = *text;
    }
    strcpy(safe + length, *text == '\0' ? "" : "…");
    xlsx.worksheet_write_string(sheet, row, (lxw_col_t)column, safe, format);
}

static void put_yuan(const struct book *book, lxw_worksheet *sheet, lxw_row_t row, int column, int64_t fen) {
    if (fen == HS_UNBOUNDED)
        put_text(sheet, row, column, say(book->cli, "未定", "unbounded"), NULL);
    else
        xlsx.worksheet_write_number(sheet, row, (lxw_col_t)column, (double)fen / 100, book->money);
}

static void put_row(const struct book *book, lxw_worksheet *sheet, lxw_row_t row, const struct rows_cells *cells) {
    for (int i = 0; i < ROWS_COLUMNS; i++) {
        if (i == 0)
            xlsx.worksheet_write_number(sheet, row, 0, (double)strtoll(cells->line, NULL, 10), NULL);
        else if (i == ROWS_LOW && cells->has_amount)
            put_yuan(book, sheet, row, i, cells->amount.low);
        else if (i == ROWS_HIGH && cells->has_amount)
            put_yuan(book, sheet, row, i, cells->amount.high);
        else
            put_text(sheet, row, i, cells->text[i], NULL);
    }
}

/* ---- Sheets ---------------------------------------------------------------------------------------------------------------------- */

/* A name as Excel takes it: none of []:*?/\, at most 31 characters. */
static void name_sheet(char buffer[4 * SHEET_NAME + 1], const char *adcode, const char *place, int part) {
    char text[512], *out = buffer;
    int count = 0;
    if (part > 1)
        snprintf(text, sizeof text, "%s %d %s", adcode, part, place);
    else
        snprintf(text, sizeof text, "%s %s", adcode, place);
    for (const char *at = text; *at != '\0'; at++) {
        if (begins_character(*at) && ++count > SHEET_NAME) break;
        if (strchr("[]:*?/\\'", *at) == NULL) *out++ = *at;
    }
    *out = '\0';
}

static lxw_worksheet *add_sheet(const struct book *book, const char *name, const double *width, int columns) {
    lxw_worksheet *sheet = xlsx.workbook_add_worksheet(book->workbook, name);
    for (int i = 0; sheet != NULL && i < columns; i++) xlsx.worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, width[i], NULL);
    return sheet;
}

static void head_rows(const struct book *book, lxw_worksheet *sheet) {
    for (int i = 0; i < ROWS_COLUMNS; i++) put_text(sheet, 0, i, rows_heading(book->cli, i), book->head);
    xlsx.worksheet_freeze_panes(sheet, 1, 0);
}

static struct sheet *sheet_of(struct book *book, const hs_place_result *place) {
    struct sheet *found = NULL;
    char name[4 * SHEET_NAME + 1];
    for (int i = 0; i < book->count; i++)
        if (strcmp(book->sheets[i].adcode, place->adcode) == 0) found = &book->sheets[i];
    if (found != NULL && found->rows < SHEET_ROWS) return found;
    if (book->count == SHEETS_MAX) return NULL;
    struct sheet *sheet = &book->sheets[book->count];
    *sheet = (struct sheet){.rows = 1, .part = found == NULL ? 1 : found->part + 1};
    snprintf(sheet->adcode, sizeof sheet->adcode, "%s", place->adcode);
    name_sheet(name, place->adcode, place->name.zh == NULL ? "" : cli_text(book->cli, place->name), sheet->part);
    sheet->sheet = add_sheet(book, name, widths, ROWS_COLUMNS);
    if (sheet->sheet == NULL) return NULL;
    head_rows(book, sheet->sheet);
    book->count++;
    return sheet;
}

/* What was tried with --set, on a first sheet of its own. */
static void mark_what_if(const struct book *book, const hs_engine *engine) {
    char line[LINE];
    int32_t count = hs_engine_overlay_count(engine);
    lxw_worksheet *sheet = count == 0 ? NULL : xlsx.workbook_add_worksheet(book->workbook, say(book->cli, "假设", "What if"));
    for (int32_t i = 0; sheet != NULL && i < count; i++)
        put_text(sheet, (lxw_row_t)i, 0, hs_overlay_text(line, sizeof line, hs_engine_overlay(engine, i), book->cli->language), book->head);
}

/* ---- The book -------------------------------------------------------------------------------------------------------------------- */

struct book *book_begin(const struct cli *cli, const hs_engine *engine, const char *path) {
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    if (!xlsx_load(cli)) return NULL;
    struct book *book = calloc(1, sizeof *book);
    if (book == NULL) {
        host_fail(cli, path, &(hs_error){.code = HS_MEMORY, .zh = "内存不足", .en = "out of memory"});
        return NULL;
    }
    *book = (struct book){.cli = cli, .path = path, .workbook = xlsx.workbook_new_opt(path, &options), .refused_rows = 1};
    lxw_doc_properties properties = {.created = 1}; /* the same bytes whenever it is made */
    if (book->workbook == NULL || xlsx.workbook_set_properties(book->workbook, &properties) != LXW_NO_ERROR) {
        fail(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        free(book);
        return NULL;
    }
    book->head = xlsx.workbook_add_format(book->workbook);
    xlsx.format_set_bold(book->head);
    book->money = xlsx.workbook_add_format(book->workbook);
    xlsx.format_set_num_format(book->money, "#,##0.00");
    mark_what_if(book, engine);
    book->budget = add_sheet(book, say(cli, "预算", "Budget"), budget_widths, BUDGET_COLUMNS);
    book->refused = add_sheet(book, say(cli, "被拒绝的行", "Refused rows"), widths, ROWS_COLUMNS);
    head_rows(book, book->refused);
    return book;
}

static bool add_refused(struct book *book, const struct entry *entry) {
    struct rows_cells cells;
    if (book->refused_rows == SHEET_ROWS) return fail(book, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    rows_fill_refused(book->cli, &cells, entry);
    put_row(book, book->refused, book->refused_rows++, &cells);
    return true;
}

bool book_add(struct book *book, const struct entry *entry) {
    struct rows_cells cells;
    if (entry->refused) return add_refused(book, entry);
    const hs_result *result = entry->result;
    for (int32_t i = 0; i < result->count; i++)
        for (int32_t p = 0; p < result->places[i].policy_count; p++)
            for (int32_t m = 0; m < result->places[i].policies[p].count; m++) {
                const hs_policy_result *policy = &result->places[i].policies[p];
                struct sheet *sheet = sheet_of(book, &result->places[i]);
                if (sheet == NULL) return fail(book, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
                rows_fill(book->cli, &cells, entry, &result->places[i], policy, &policy->measures[m]);
                put_row(book, sheet->sheet, sheet->rows++, &cells);
            }
    return true;
}

static void put_budget_row(const struct book *book, lxw_row_t row, const hs_budget_place *place, const hs_budget_measure *measure) {
    const struct cli *cli = book->cli;
    lxw_worksheet *sheet = book->budget;
    put_text(sheet, row, 0, place->adcode, NULL);
    put_text(sheet, row, 1, place->name.zh == NULL ? "" : cli_text(cli, place->name), NULL);
    put_text(sheet, row, 2, measure == NULL ? say(cli, "合计", "total") : cli_text(cli, measure->measure->title), NULL);
    put_text(sheet, row, 3, measure == NULL ? "" : measure->measure->clause, NULL);
    xlsx.worksheet_write_number(sheet, row, 4, (double)(measure == NULL ? place->applicants : measure->eligible), NULL);
    xlsx.worksheet_write_number(sheet, row, 5, (double)(measure == NULL ? place->open : measure->undetermined), NULL);
    hs_interval year = measure == NULL ? place->total : measure->year, whole = measure == NULL ? place->all_years : measure->whole;
    const int64_t ends[] = {year.low, year.high, whole.low, whole.high};
    bool paid = measure == NULL || budget_no_amount(cli, measure) == NULL;
    for (int i = 0; paid && i < 4; i++) put_yuan(book, sheet, row, 6 + i, ends[i]);
}

static void put_budget(const struct book *book, const hs_budget *budget) {
    static const hs_text heads[BUDGET_COLUMNS] = {{"行政区划代码", "adcode"},
                                                  {"地点", "place"},
                                                  {"措施", "measure"},
                                                  {"条款", "clause"},
                                                  {"符合（合计行：主体数）", "eligible (total: applicants)"},
                                                  {"待定", "undetermined"},
                                                  {"年度下限（元）", "low of the year, yuan"},
                                                  {"年度上限（元）", "high of the year, yuan"},
                                                  {"各年下限（元）", "low of all years, yuan"},
                                                  {"各年上限（元）", "high of all years, yuan"}};
    int32_t count;
    lxw_row_t row = 1;
    const hs_budget_place *places = hs_budget_places(budget, &count);
    for (int i = 0; i < BUDGET_COLUMNS; i++) put_text(book->budget, 0, i, cli_text(book->cli, heads[i]), book->head);
    xlsx.worksheet_freeze_panes(book->budget, 1, 0);
    for (int32_t i = 0; i < count; i++) {
        for (int32_t m = 0; m < places[i].count; m++) put_budget_row(book, row++, &places[i], &places[i].measures[m]);
        put_budget_row(book, row++, &places[i], NULL);
    }
    xlsx.worksheet_autofilter(book->budget, 0, 0, row - 1, BUDGET_COLUMNS - 1);
}

int book_end(struct book *book, const hs_budget *budget) {
    if (budget != NULL) put_budget(book, budget);
    for (int i = 0; i < book->count; i++)
        xlsx.worksheet_autofilter(book->sheets[i].sheet, 0, 0, book->sheets[i].rows - 1, ROWS_COLUMNS - 1);
    xlsx.worksheet_autofilter(book->refused, 0, 0, book->refused_rows - 1, ROWS_COLUMNS - 1);
    lxw_error error = xlsx.workbook_close(book->workbook);
    if (error != LXW_NO_ERROR) fail(book, error);
    free(book);
    return error == LXW_NO_ERROR ? EXIT_OK : EXIT_OUTPUT;
}

#else

struct book *book_begin(const struct cli *cli, const hs_engine *engine, const char *path) {
    (void)engine;
    (void)path;
    fprintf(stderr, "%s\n",
            say(cli, "huisuan: 编译时没有 libxlsxwriter，不能写 xlsx；请用 --format csv",
                "huisuan: built without libxlsxwriter: no xlsx; use --format csv"));
    return NULL;
}
bool book_add(struct book *book, const struct entry *entry) { return (void)book, (void)entry, false; }
int book_end(struct book *book, const hs_budget *budget) { return (void)book, (void)budget, EXIT_OUTPUT; }

#endif
