/* facts --template xlsx: a sheet for the firms, one for each list, the choices, and how to fill them in. Saved as CSV, each of the first is
   a table of `huisuan batch`: so one line of headings and no more, figures in plain digits, no unit within a cell. */
#include "form.h"

#ifndef HUISUAN_XLSX

char *workbook_write(const struct cli *cli, const hs_engine *engine, size_t *length, int *code) {
    (void)engine;
    *length = 0;
    *code = host_usage(cli, "这个程序编译时没有 libxlsxwriter，不能生成 Excel 文件；请用 --template csv",
                       "this program was built without libxlsxwriter and makes no workbooks; use --template csv");
    return NULL;
}

#else

#include "paper.h"
#include "xlsx.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What Excel allows in a validation's title and message, in characters; and how long a form is. */
enum { TITLE_MAX = 32, MESSAGE_MAX = 255, LINES = 1000, WIDTH_LEAST = 12, WIDTH_MOST = 26, COMMENT_WIDTH = 320, TEXT = 4096 };

struct book {
    const struct cli *cli;
    const hs_engine *engine;
    lxw_workbook *file;
    lxw_format *heads[2], *money, *text, *date, *title, *wrapped; /* heads by turns, topic after topic */
    lxw_worksheet **lists;                                        /* by the column of the firms; NULL where it is none */
    lxw_worksheet *choices;
    lxw_col_t choice_count; /* columns of it that are taken */
    const char *firms;      /* the name of the first sheet */
    bool failed;
};

static void expect(struct book *book, lxw_error error) { book->failed = book->failed || error != LXW_NO_ERROR; }

static const char *sheet_name(const struct book *book, const hs_fact *list) {
    const struct form firms = {book->cli, book->engine, NULL};
    for (int32_t c = 0; c < form_count(&firms); c++)
        if (form_fact(&firms, c) == list) return book->lists[c]->name;
    return list->id;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------------------------- */

/* The first `most` characters at most, with an ellipsis in place of the rest. */
static const char *cut(char buffer[TEXT], const char *text, int most) {
    int count = 0;
    size_t keep = 0, at = 0;
    for (; text[at] != '\0' && at + 8 < TEXT; at++) {
        if (((unsigned char)text[at] & 0xC0) == 0x80) continue; /* within a character */
        if (++count == most) keep = at;
        if (count > most) break;
    }
    if (text[at] == '\0') keep = at;
    memcpy(buffer, text, keep);
    strcpy(buffer + keep, text[keep] == '\0' ? "" : "…");
    return buffer;
}

/* A line more, whole or not at all. */
static void add_line(char buffer[TEXT], const char *name, const char *text) {
    size_t length = strlen(buffer);
    if (length + strlen(name) + strlen(text) + 2 > TEXT) return;
    snprintf(buffer + length, TEXT - length, "%s%s%s", length == 0 ? "" : "\n", name, text);
}

/* Everything that helps to fill a column in. */
static const char *help_text(char buffer[TEXT], const struct book *book, const struct form *form, int32_t column) {
    const struct cli *cli = book->cli;
    const hs_fact *fact = form_fact(form, column);
    buffer[0] = '\0';
    add_line(buffer, "", form_rule(form, column));
    if (fact == NULL) return buffer;
    if (form_heading(form, column) == fact->id) add_line(buffer, "", cli_text(cli, fact->label));
    if (fact->type == HS_LIST) add_line(buffer, say(cli, "逐条填在这张表：", "Its records stand in the sheet "), sheet_name(book, fact));
    if (fact->type == HS_COUNT && fact->unit.zh != NULL) add_line(buffer, say(cli, "单位：", "Unit: "), cli_text(cli, fact->unit));
    if (fact->hint.zh != NULL) add_line(buffer, "", cli_text(cli, fact->hint));
    if (fact->evidence.zh != NULL) add_line(buffer, say(cli, "证明：", "Evidence: "), cli_text(cli, fact->evidence));
    return buffer;
}

/* ---- Validation -------------------------------------------------------------------------------------------------------------------- */

/* Puts the labels of a choice on the sheet of choices, and the reference to them into `range`. */
static void add_choices(struct book *book, char range[FORM_TEXT], const hs_fact *fact) {
    char cells[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_col_t column = book->choice_count++;
    lxw_row_t last = (lxw_row_t)fact->value_count;
    int width = WIDTH_LEAST;
    expect(book, xlsx.worksheet_write_string(book->choices, 0, column, cli_text(book->cli, fact->label), book->heads[0]));
    for (lxw_row_t v = 0; v < last; v++) {
        const char *label = cli_text(book->cli, fact->values[v].label);
        if (paper_columns(label) > width) width = paper_columns(label);
        expect(book, xlsx.worksheet_write_string(book->choices, v + 1, column, label, NULL));
    }
    expect(book, xlsx.worksheet_set_column(book->choices, column, column, width + 2, NULL));
    xlsx.lxw_rowcol_to_range_abs(cells, 1, column, last, column);
    snprintf(range, FORM_TEXT, "='%s'!%s", book->choices->name, cells);
}

static void set_figure(lxw_data_validation *validation, const struct cli *cli, bool whole) {
    validation->validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
    validation->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    validation->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; /* 25万 and ranges are right, and no numbers to Excel */
    validation->error_message = whole ? (char *)say(cli, "这里应为不小于 0 的整数，或区间如 3~5。确定要这样填吗？",
                                                    "A whole number from 0 on, or a range like 3~5, is wanted. Keep it as it is?")
                                      : (char *)say(cli, "这里应为不小于 0 的数，或 25万、300万-500万。确定要这样填吗？",
                                                    "A number from 0 on, or one like 25万 or 300万-500万, is wanted. Keep it as it is?");
}

/* A fact's column. `range` holds the reference to its choices. */
static void set_fact(struct book *book, lxw_data_validation *validation, char range[FORM_TEXT], const hs_fact *fact, char *truths[3]) {
    switch (fact->type) {
    case HS_TRUTH:
        validation->validate = LXW_VALIDATION_TYPE_LIST;
        validation->value_list = truths;
        break;
    case HS_CHOICE:
    case HS_CHOICES:
        add_choices(book, range, fact);
        validation->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation->value_formula = range;
        if (fact->type == HS_CHOICES) validation->show_error = LXW_VALIDATION_OFF; /* several are typed with semicolons */
        break;
    default: set_figure(validation, book->cli, fact->type == HS_COUNT || fact->type == HS_LIST); break;
    }
}

/* A column before the facts. A firm's id stands once; a record has the id of a firm. */
static void set_lead(const struct book *book, lxw_data_validation *validation, char range[FORM_TEXT], const struct form *form,
                     int32_t column) {
    if (column == FORM_ID && form->list == NULL) {
        snprintf(range, FORM_TEXT, "=COUNTIF($A$2:$A$%d,A2)=1", LINES + 1);
        validation->validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        validation->value_formula = range;
    } else if (column == FORM_ID) {
        snprintf(range, FORM_TEXT, "='%s'!$A$2:$A$%d", book->firms, LINES + 1);
        validation->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation->value_formula = range;
        validation->ignore_blank = LXW_VALIDATION_OFF; /* else the empty lines of the range let anything pass */
        validation->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    } else if (column == FORM_AS_OF) {
        validation->validate = LXW_VALIDATION_TYPE_DATE;
        validation->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        validation->value_datetime = (lxw_datetime){.year = 1949, .month = 1, .day = 1};
    } else {
        validation->validate = LXW_VALIDATION_TYPE_ANY;
    }
}

static void validate(struct book *book, lxw_worksheet *sheet, const struct form *form, int32_t column, const char *heading) {
    char title[TEXT], message[TEXT], help[TEXT], range[FORM_TEXT];
    const struct cli *cli = book->cli;
    char *truths[] = {(char *)say(cli, "是", "yes"), (char *)say(cli, "否", "no"), NULL};
    const hs_fact *fact = form_fact(form, column);
    lxw_data_validation validation = {.ignore_blank = LXW_VALIDATION_DEFAULT,
                                      .input_title = (char *)cut(title, heading, TITLE_MAX),
                                      .input_message = (char *)cut(message, help_text(help, book, form, column), MESSAGE_MAX),
                                      .error_message = (char *)say(cli, "不能这样填：请看单元格的提示", "This does not fit: see the hint")};
    if (fact == NULL)
        set_lead(book, &validation, range, form, column);
    else
        set_fact(book, &validation, range, fact, truths);
    expect(book, xlsx.worksheet_data_validation_range(sheet, 1, (lxw_col_t)column, LINES, (lxw_col_t)column, &validation));
}

/* ---- A form ------------------------------------------------------------------------------------------------------------------------ */

static lxw_format *format_of(const struct book *book, const hs_fact *fact, int32_t column) {
    if (fact == NULL) return column == FORM_AS_OF ? book->date : book->text;
    return fact->type == HS_MONEY || fact->type == HS_USD || fact->type == HS_PERCENTAGE ? book->money : NULL;
}

static void add_comment(struct book *book, lxw_worksheet *sheet, const struct form *form, int32_t column) {
    char help[TEXT], text[TEXT];
    const hs_fact *fact = form_fact(form, column), *topical = form->list != NULL ? form->list : fact;
    snprintf(text, sizeof text, "%s%s%s", topical == NULL ? "" : cli_text(book->cli, topical->topic->label), topical == NULL ? "" : "\n",
             help_text(help, book, form, column));
    int height = 40 + paper_columns(text) / 40 * 20;
    for (const char *at = text; *at != '\0'; at++) height += *at == '\n' ? 20 : 0;
    lxw_comment_options options = {.width = COMMENT_WIDTH, .height = (uint16_t)(height > 600 ? 600 : height)};
    expect(book, xlsx.worksheet_write_comment_opt(sheet, 0, (lxw_col_t)column, text, &options));
}

/* Headings, hints, drop-downs. Only whole columns get a format: a cell with one would be saved as an empty line of the CSV. */
static void fill_form(struct book *book, lxw_worksheet *sheet, const struct form *form) {
    const char *topic = "";
    int turn = 0, lines = 1;
    for (int32_t c = 0; c < form_count(form); c++) {
        const hs_fact *fact = form_fact(form, c);
        const char *text = form_heading(form, c);
        if (fact != NULL && fact->topic != NULL && strcmp(fact->topic->id, topic) != 0) topic = fact->topic->id, turn = 1 - turn;
        int columns = paper_columns(text), width = columns / 2 + 4;
        width = width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
        if (columns / (width - 2) + 1 > lines) lines = columns / (width - 2) + 1;
        expect(book, xlsx.worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, width, format_of(book, fact, c)));
        expect(book, xlsx.worksheet_write_string(sheet, 0, (lxw_col_t)c, text, book->heads[turn]));
        add_comment(book, sheet, form, c);
        validate(book, sheet, form, c, text);
    }
    expect(book, xlsx.worksheet_set_row(sheet, 0, 16 * lines, NULL));
    xlsx.worksheet_freeze_panes(sheet, 1, form->list == NULL ? FORM_NAME + 1 : 1);
}

/* A sheet called by the label; Excel takes no name of more than 31 characters, with signs like / or twice: then by the id. */
static lxw_worksheet *add_sheet(struct book *book, const char *label, const char *id) {
    const char *name = label;
    if (xlsx.workbook_validate_sheet_name(book->file, name) != LXW_NO_ERROR) name = id;
    if (xlsx.workbook_validate_sheet_name(book->file, name) != LXW_NO_ERROR) name = NULL;
    lxw_worksheet *sheet = xlsx.workbook_add_worksheet(book->file, name);
    book->failed = book->failed || sheet == NULL;
    return sheet;
}

/* ---- How to fill it in -------------------------------------------------------------------------------------------------------------- */

static const hs_text notes[] = {
    {"怎么填", "How to fill it in"},
    {"第一张表一行一家单位。每个列表另有一张表，一行一条，第一列写单位的编号，一家有几条就写几行。",
     "The first sheet holds one firm on a line; each list has a sheet of its own, a record on a line, the firm's id in the first "
     "column."},
    {"空着 = 不知道；0 = 确实没有。不知道就空着，不要填 0：空着按“可能有也可能没有”算，填 0 就按没有算。",
     "Empty = unknown, 0 = none. Leave empty what is not known: it then counts as open, while 0 counts as none."},
    {"金额填元，最多两位小数，不写单位；也可以写 25万、1.5亿。美元的写美元数。",
     "Money is in yuan, at most two decimals, without a unit; 25万 and 1.5亿 will do. Dollars where the heading says so."},
    {"大概知道的写区间：300万-500万；整数写 3~5（写 3-5 会被 Excel 变成日期）。只知道下限写 300万以上，只知道上限写 500万以下。",
     "What is known roughly is a range: 300万-500万; of whole numbers 3~5 (Excel makes a date of 3-5). One end alone: ≥300万 or ≤500万."},
    {"列表的列填有几条：没有填 0，不知道空着。", "The column of a list says how many records there are: 0 if none, empty if unknown."},
    {"填好后，逐张表另存为“CSV UTF-8”，用 huisuan batch 评估，各列表的表用 --list 给出。表头不要改。",
     "Then save each sheet as CSV UTF-8 and assess them with huisuan batch, the lists' tables by --list. Leave the headings as they are."},
    {"这里填的适用于所有评估地。某地不同的，加一列，表头写英文名、@ 和行政区划代码，如 registered_locally@330206。",
     "What is stated here holds at every place. For what is otherwise at one, add a column headed by name, @ and code, like "
     "registered_locally@330206."},
};

enum { NOTE_COLUMNS = 6 };

static void note_row(struct book *book, lxw_worksheet *sheet, lxw_row_t row, const char *const cells[NOTE_COLUMNS], lxw_format *format) {
    for (lxw_col_t c = 0; c < NOTE_COLUMNS; c++) expect(book, xlsx.worksheet_write_string(sheet, row, c, cells[c], format));
}

static void note_form(struct book *book, lxw_worksheet *sheet, lxw_row_t *row, const struct form *form) {
    const struct cli *cli = book->cli;
    for (int32_t c = form_leads(form); c < form_count(form); c++) {
        char kind[FORM_TEXT];
        const hs_fact *fact = form_fact(form, c), *topical = form->list != NULL ? form->list : fact;
        const char *const cells[NOTE_COLUMNS] = {form->list != NULL ? cli_text(cli, form->list->label)
                                                                    : cli_text(cli, topical->topic->label),
                                                 form_heading(form, c),
                                                 form_kind(kind, cli, fact),
                                                 fact->hint.zh == NULL ? "" : cli_text(cli, fact->hint),
                                                 fact->evidence.zh == NULL ? "" : cli_text(cli, fact->evidence),
                                                 fact->id};
        note_row(book, sheet, (*row)++, cells, book->wrapped);
        if (fact->type == HS_LIST) note_form(book, sheet, row, &(struct form){cli, form->engine, fact});
    }
}

static void fill_notes(struct book *book, lxw_worksheet *sheet) {
    static const int widths[NOTE_COLUMNS] = {22, 36, 20, 60, 46, 30};
    static const hs_text heads[NOTE_COLUMNS] = {
        {"分类或列表", "Topic or list"}, {"项目", "Item"},         {"类型和单位", "Kind and unit"},
        {"到哪里找", "Where to look"},   {"证明材料", "Evidence"}, {"英文名（表头也可用它）", "Name (also good as a heading)"}};
    const char *cells[NOTE_COLUMNS];
    lxw_row_t row = 0;
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
        expect(book, xlsx.worksheet_write_string(sheet, row++, 0, cli_text(book->cli, notes[i]), i == 0 ? book->title : NULL));
    for (lxw_col_t c = 0; c < NOTE_COLUMNS; c++) {
        cells[c] = cli_text(book->cli, heads[c]);
        expect(book, xlsx.worksheet_set_column(sheet, c, c, widths[c], NULL));
    }
    note_row(book, sheet, ++row, cells, book->heads[1]);
    row++;
    note_form(book, sheet, &row, &(struct form){book->cli, book->engine, NULL});
}

/* ---- The workbook ------------------------------------------------------------------------------------------------------------------ */

static lxw_format *add_format(struct book *book, const char *figures) {
    lxw_format *format = xlsx.workbook_add_format(book->file);
    if (format == NULL)
        book->failed = true;
    else if (figures != NULL)
        xlsx.format_set_num_format(format, figures);
    return format;
}

/* Figures in plain digits: what Excel shows is what it saves as CSV, and left to itself it shows 123456789012 as 1.23E+11. */
static void add_formats(struct book *book) {
    static const lxw_color_t fills[2] = {0xE8EEF7, 0xDCEBDD};
    book->money = add_format(book, "0.00####");
    book->text = add_format(book, "@");
    book->date = add_format(book, "yyyy-mm-dd");
    book->title = add_format(book, NULL);
    book->wrapped = add_format(book, NULL);
    for (int i = 0; i < 2; i++) book->heads[i] = add_format(book, "@");
    if (book->failed) return;
    xlsx.format_set_bold(book->title);
    xlsx.format_set_text_wrap(book->wrapped);
    xlsx.format_set_align(book->wrapped, LXW_ALIGN_VERTICAL_TOP);
    for (int i = 0; i < 2; i++) {
        xlsx.format_set_bold(book->heads[i]);
        xlsx.format_set_text_wrap(book->heads[i]);
        xlsx.format_set_align(book->heads[i], LXW_ALIGN_VERTICAL_TOP);
        xlsx.format_set_bg_color(book->heads[i], fills[i]);
        xlsx.format_set_border(book->heads[i], LXW_BORDER_THIN);
    }
}

/* The sheet of choices stands behind the forms that refer to it, so all are added before any is filled. */
static void fill(struct book *book) {
    const struct cli *cli = book->cli;
    struct form firms = {cli, book->engine, NULL};
    int32_t count = form_count(&firms);
    book->lists = calloc((size_t)count, sizeof(lxw_worksheet *));
    book->failed = book->lists == NULL;
    add_formats(book);
    book->firms = say(cli, "企业", "Firms");
    lxw_worksheet *first = add_sheet(book, book->firms, "firms");
    for (int32_t c = form_leads(&firms); !book->failed && c < count; c++) {
        const hs_fact *fact = form_fact(&firms, c);
        if (fact->type == HS_LIST) book->lists[c] = add_sheet(book, cli_text(cli, fact->label), fact->id);
    }
    book->choices = add_sheet(book, say(cli, "选项", "Choices"), "choices");
    lxw_worksheet *last = add_sheet(book, say(cli, "说明", "Notes"), "notes");
    if (!book->failed) {
        fill_form(book, first, &firms);
        for (int32_t c = 0; c < count; c++)
            if (book->lists[c] != NULL) fill_form(book, book->lists[c], &(struct form){cli, book->engine, form_fact(&firms, c)});
        fill_notes(book, last);
        xlsx.worksheet_activate(first);
    }
    free(book->lists);
}

static char *read_whole(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    long size = file != NULL && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    if (bytes != NULL) {
        rewind(file);
        *length = fread(bytes, 1, (size_t)size, file);
        if (*length != (size_t)size) free(bytes), bytes = NULL;
    }
    if (file != NULL) fclose(file);
    return bytes;
}

/* The library writes files only: one in the folder of temporary ones is read back, so that the target is written as everything is. */
char *workbook_write(const struct cli *cli, const hs_engine *engine, size_t *length, int *code) {
    const char *folder = getenv("TMPDIR");
    char path[PATH_MAX], *bytes = NULL;
    *code = EXIT_OUTPUT;
    if (!xlsx_load(cli)) return NULL;
    int room = snprintf(path, sizeof path, "%s/huisuan.XXXXXX", folder == NULL || folder[0] == '\0' ? "/tmp" : folder);
    int file = room < (int)sizeof path ? mkstemp(path) : -1;
    if (file >= 0) {
        close(file);
        struct book book = {.cli = cli, .engine = engine, .file = xlsx.workbook_new(path)};
        book.failed = book.file == NULL;
        if (!book.failed) fill(&book);
        if (book.file != NULL) expect(&book, xlsx.workbook_close(book.file));
        if (!book.failed) bytes = read_whole(path, length);
        unlink(path);
    }
    if (bytes == NULL)
        fprintf(stderr, "%s\n",
                say(cli, "huisuan: 写不出 Excel 文件，请看临时目录（TMPDIR）的空间和权限",
                    "huisuan: the workbook could not be written; see the space and the rights of TMPDIR"));
    return bytes;
}

#endif
