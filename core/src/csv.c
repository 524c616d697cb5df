#include "csv.h"

#include "error.h"

#include <string.h>

enum { CELL_BEGINS = 0, PLAIN, QUOTED, QUOTE_SEEN };

bool csv_push(struct csv *self, const char *bytes, size_t length) {
    if (self->from > 0) {
        memmove(self->raw.data, self->raw.data + self->from, self->raw.length - self->from);
        self->raw.length -= self->from;
        self->scanned -= self->from;
        self->quote -= self->quote >= self->from ? self->from : self->quote;
        self->from = 0;
    }
    write_bytes(&self->raw, bytes, length);
    return !self->raw.failed;
}

void csv_end(struct csv *self) { self->ended = true; }

void csv_free(struct csv *self) { write_free(&self->raw); }

/* ---- Where a row ends ------------------------------------------------------------------------------------------------------------ */

static int state_after(int state, char byte) {
    if (state == QUOTED) return byte == '"' ? QUOTE_SEEN : QUOTED;
    if (byte == ',') return CELL_BEGINS;
    if (byte == '"' && state != PLAIN) return QUOTED; /* also the second of a doubled one */
    return PLAIN;
}

/* A row without quotation marks ends at its first LF. */
static bool scan_plain(struct csv *self) {
    size_t left = self->raw.length - self->from;
    if (left == 0 || self->scanned > self->from) return false;
    const char *start = self->raw.data + self->from, *end = memchr(start, '\n', left < CSV_ROW_MAX ? left : CSV_ROW_MAX);
    if (end == NULL || memchr(start, '"', (size_t)(end - start)) != NULL) return false;
    self->scanned = (size_t)(end - self->raw.data);
    return true;
}

/* Goes on to the LF that ends the row, or to the end of what there is. */
static bool scan(struct csv *self) {
    if (scan_plain(self)) return true;
    for (; self->scanned < self->raw.length; self->scanned++) {
        char byte = self->raw.data[self->scanned];
        if (byte == '\n' && self->state != QUOTED) return true;
        int state = state_after(self->state, byte);
        if (state == QUOTED && self->state == CELL_BEGINS) self->quote = self->scanned;
        self->state = state;
        if (state == QUOTED && self->scanned - self->quote > CSV_QUOTED_MAX) return false;
        if (self->scanned - self->from >= CSV_ROW_MAX) return false;
    }
    return false;
}

/* Of the row that begins at `start`. */
static int row_fault(struct csv *self, const char *start, const char *at, const char *zh, const char *en) {
    int line = self->line;
    for (const char *byte = start; byte < at; byte++)
        if (*byte == '\n') line++, start = byte + 1;
    self->count = 0;
    return error_set(&self->error, HS_INPUT, (struct place_of_error){NULL, line, (int)(at - start) + 1, NULL}, "%s%.0s", "%.0s%s", zh, en);
}

/* ---- Its cells ------------------------------------------------------------------------------------------------------------------- */

struct cutter {
    struct csv *csv;
    char *at, *end, *line_start;
    int line;
};

static int cut_fault(struct cutter *c, const char *at, const char *zh, const char *en) {
    c->csv->count = 0;
    struct place_of_error place = {NULL, c->line, (int)(at - c->line_start) + 1, NULL};
    return error_set(&c->csv->error, HS_INPUT, place, "%s%.0s", "%.0s%s", zh, en);
}

/* Takes the quotation marks away in place: the text moves towards the front. */
static int cut_quoted(struct cutter *c, char **end) {
    char *out = c->at++;
    for (; c->at < c->end; c->at++) {
        if (*c->at == '\n') c->line++, c->line_start = c->at + 1;
        if (*c->at == '"' && c->at + 1 < c->end && c->at[1] == '"')
            c->at++;
        else if (*c->at == '"')
            break;
        *out++ = *c->at;
    }
    *end = out;
    c->at++;
    if (c->at >= c->end || *c->at == ',') return HS_OK;
    return cut_fault(c, c->at, "右引号之后应为逗号或行末；引号里的引号要写两个",
                     "a comma or the end of the line is wanted behind a closing quotation mark; one within a cell is written twice");
}

/* A comma stands at the end too. */
static int cut_plain(struct cutter *c, char **end) {
    static const bool stops[256] = {[','] = true, ['"'] = true, ['\r'] = true};
    while (!stops[(unsigned char)*c->at]) c->at++;
    if (c->at < c->end && *c->at == '"')
        return cut_fault(c, c->at, "单元格中间有引号：整格应放在引号里，其中的引号写两个",
                         "a quotation mark within a cell: put the whole cell in quotation marks and write it twice");
    if (c->at < c->end && *c->at == '\r')
        return cut_fault(c, c->at, "行中有单独的回车符；行应以 LF 或 CRLF 结束", "a CR by itself; lines end with LF or CR LF");
    *end = c->at;
    return HS_OK;
}

static int cut(struct csv *self, char *start, char *end) {
    struct cutter c = {self, start, end, start, self->line};
    *end = ',';
    for (;;) {
        if (self->count == CSV_CELLS_MAX)
            return cut_fault(&c, c.at, "一行超过 1024 格，请删去一些列", "a row has more than 1024 cells; take some columns out");
        char *text = c.at, *text_end = c.at;
        self->cells[self->count++] = (struct csv_cell){text, c.line, (int)(text - c.line_start) + 1};
        int status = c.at < end && *c.at == '"' ? cut_quoted(&c, &text_end) : cut_plain(&c, &text_end);
        if (status != HS_OK) return status;
        bool more = c.at < end;
        *text_end = '\0'; /* at the latest where the comma or the end of the line stood */
        if (!more) return HS_OK;
        c.at++;
    }
}

/* How many bytes at the front are ASCII and not NUL, eight by eight. */
static size_t plain_bytes(const char *at, size_t length) {
    const uint64_t each = UINT64_C(0x0101010101010101), tops = each << 7;
    size_t count = 0;
    for (uint64_t eight; count + sizeof eight <= length; count += sizeof eight) {
        memcpy(&eight, at + count, sizeof eight);
        if (((eight | (eight - each)) & tops) != 0) break;
    }
    return count;
}

/* Whether a Chinese character stands there, as most do that are not ASCII: three bytes, the first of them E4 to E9. */
static bool is_chinese(const char *at, const char *end) {
    const unsigned char *bytes = (const unsigned char *)at;
    return end - at >= 3 && bytes[0] >= 0xE4 && bytes[0] <= 0xE9 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

static int fault_character(struct csv *self, const char *start, const char *at) {
    if (self->gb18030) return row_fault(self, start, at, "不是 GB18030", "not GB18030");
    return error_cure(&self->error, HS_CURE_ENCODING, row_fault(self, start, at, "不是 UTF-8", "not UTF-8"));
}

static int check_bytes(struct csv *self, const char *start, const char *end) {
    for (const char *at = start; at < end;) {
        at += plain_bytes(at, (size_t)(end - at));
        while (at < end && (signed char)*at > 0) at++;
        for (; is_chinese(at, end); at += 3) continue;
        if (at == end || (signed char)*at > 0) continue;
        size_t width = text_character(at, (size_t)(end - at));
        if (width == 0) return fault_character(self, start, at);
        if (*at == '\0')
            return row_fault(self, start, at, "含有 NUL 字节，不是文本：请另存为 UTF-8 的 CSV",
                             "a NUL byte, so this is no text: save the table as CSV in UTF-8");
        at += width;
    }
    return HS_OK;
}

/* Goes over ASCII and Chinese up to a sign that means something in a table, or any other character. */
#define SIXTEEN true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true
#define NO_ASCII SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN
static char *skip_simple(char *at, const char *end) {
    static const bool stops[256] = {true, ['\n'] = true, ['\r'] = true, ['"'] = true, [','] = true, [0x80] = NO_ASCII};
    for (;; at += 3) {
        while (!stops[(unsigned char)*at]) at++;
        if (!is_chinese(at, end)) return at;
    }
}

/* Cuts a row of such characters without a quotation mark in one pass, as most are; false, with no byte of it changed, for any other. A comma
   stands at the end too. */
static bool cut_simple(struct csv *self, char *start, char *end) {
    int32_t count = 0;
    *end = ',';
    for (char *text = start, *at;; text = at + 1) {
        at = skip_simple(text, end);
        if (*at != ',' || count == CSV_CELLS_MAX) return false;
        self->cells[count++] = (struct csv_cell){text, self->line, (int)(text - start) + 1};
        if (at == end) break;
    }
    for (int32_t i = 1; i < count; i++) start[self->cells[i].column - 2] = '\0';
    *end = '\0';
    self->count = count;
    return true;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------------ */

/* The row goes up to `end`, and the next begins behind `gap` bytes more. */
static void take_row(struct csv *self, size_t end, size_t gap) {
    const char *start = self->raw.data + self->from, *stop = self->raw.data + end;
    for (const char *byte = start; (byte = memchr(byte, '\n', (size_t)(stop - byte))) != NULL; byte++) self->next_line++;
    self->next_line += gap > 0;
    self->length = (size_t)(stop - start) - (stop > start && stop[-1] == '\r');
    self->bytes = start;
    self->from = self->scanned = end + gap;
    self->state = CELL_BEGINS;
}

void csv_read(struct csv *self, char *bytes, size_t length, int line, int32_t number) {
    self->count = 0;
    self->line = line;
    self->number = number;
    self->error.code = HS_OK;
    if (cut_simple(self, bytes, bytes + length)) return;
    if (check_bytes(self, bytes, bytes + length) == HS_OK) cut(self, bytes, bytes + length);
}

/* Where the line ends in which the open quotation mark stands. */
static size_t line_of_quote(const struct csv *self) {
    const char *newline = memchr(self->raw.data + self->quote, '\n', self->raw.length - self->quote);
    return newline == NULL ? self->raw.length : (size_t)(newline - self->raw.data);
}

static void take_line_of_quote(struct csv *self, size_t end) {
    row_fault(self, self->raw.data + self->from, self->raw.data + self->quote,
              "引号没有结束，这一行被拒绝：请补上右引号；格里的引号要写两个",
              "a quotation mark that is never closed, so the line is refused: close it; one within a cell is written twice");
    take_row(self, end, end < self->raw.length);
}

/* A row that is too long, or a quotation mark without an end. */
static bool take_broken(struct csv *self) {
    size_t end = line_of_quote(self);
    if (self->state == QUOTED && end < self->raw.length) {
        take_line_of_quote(self, end);
        return true;
    }
    if (self->state == QUOTED)
        row_fault(self, self->raw.data + self->from, self->raw.data + self->quote, "引号里的一格超过 64 KiB：请缩短，或补上右引号",
                  "a cell in quotation marks is longer than 64 KiB: shorten it, or close the mark");
    else
        row_fault(self, self->raw.data + self->from, self->raw.data + self->from, "一行超过 1 MiB，请缩短",
                  "a row is longer than 1 MiB; shorten it");
    self->dropping = true;
    for (; self->from < self->scanned; self->from++) self->next_line += self->raw.data[self->from] == '\n';
    return true;
}

/* Skips what is left of a row that was refused for its length. */
static bool drop(struct csv *self) {
    const char *start = self->raw.data + self->from, *newline = memchr(start, '\n', self->raw.length - self->from);
    self->from = newline == NULL ? self->raw.length : (size_t)(newline - self->raw.data) + 1;
    self->scanned = self->from;
    self->state = CELL_BEGINS;
    self->dropping = newline == NULL;
    self->next_line += newline != NULL;
    return newline != NULL;
}

static bool skip_mark(struct csv *self) {
    if (self->begun) return true;
    if (self->raw.length < 3 && !self->ended) return false;
    if (self->raw.length >= 3 && memcmp(self->raw.data, "\xEF\xBB\xBF", 3) == 0) self->from = self->scanned = 3;
    self->next_line = 1;
    return self->begun = true;
}

/* What stands behind the last LF. */
static bool take_last(struct csv *self) {
    if (self->from == self->raw.length) return false;
    if (self->state == QUOTED) {
        take_line_of_quote(self, line_of_quote(self));
        return true;
    }
    if (write_room(&self->raw, 1) == NULL) return false; /* for the NUL of the last cell */
    take_row(self, self->raw.length, 0);
    return true;
}

bool csv_next_bytes(struct csv *self) {
    if (!skip_mark(self) || (self->dropping && !drop(self))) return false;
    self->count = 0;
    self->line = self->next_line;
    self->error.code = HS_OK;
    bool whole = scan(self), taken = whole;
    if (whole)
        take_row(self, self->scanned, 1);
    else
        taken = self->scanned < self->raw.length ? take_broken(self) : self->ended && take_last(self);
    if (taken) self->number++;
    return taken;
}

bool csv_next(struct csv *self) {
    if (!csv_next_bytes(self)) return false;
    if (self->error.code == HS_OK) csv_read(self, self->raw.data + (self->bytes - self->raw.data), self->length, self->line, self->number);
    return true;
}
