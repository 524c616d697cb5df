#include "sheet.h"

#include "words.h"

#include <stdlib.h>

void sheet_say(struct sheet *sheet, const char *zh, const char *en) { write_text(&sheet->line, sheet->language == HS_ZH ? zh : en); }

void sheet_both(struct sheet *sheet, hs_text text) { write_text(&sheet->line, text_in(text, sheet->language)); }

void sheet_quote(struct sheet *sheet, hs_text name) {
    sheet_say(sheet, "“", "“");
    sheet_both(sheet, name);
    sheet_say(sheet, "”", "”");
}

static bool make_room(struct sheet *sheet) {
    if (sheet->count < sheet->capacity) return true;
    int32_t capacity = sheet->capacity == 0 ? 256 : 2 * sheet->capacity;
    hs_rules_line *lines = realloc(sheet->lines, (size_t)capacity * sizeof *lines);
    if (lines == NULL) return false;
    sheet->lines = lines;
    sheet->capacity = capacity;
    return true;
}

void sheet_end(struct sheet *sheet, enum hs_line_kind kind, int32_t level, const char *label) {
    struct writer *line = &sheet->line;
    if (sheet->language == HS_EN && line->length > 0 && line->data[0] >= 'a' && line->data[0] <= 'z')
        line->data[0] = (char)(line->data[0] - 'a' + 'A');
    const char *text = write_keep(line, &sheet->arena);
    if (text == NULL || !make_room(sheet)) {
        sheet->failed = true;
        return;
    }
    sheet->lines[sheet->count++] = (hs_rules_line){.kind = (int32_t)kind, .level = level, .label = label, .text = text};
}

const char *sheet_number(struct sheet *sheet, const char *of, int32_t number) {
    struct writer writer = {0};
    write_format(&writer, "%s%s%d", of, of[0] == '\0' ? "" : ".", (int)number);
    const char *text = write_keep(&writer, &sheet->arena);
    if (text == NULL) sheet->failed = true;
    return text == NULL ? "" : text;
}

void sheet_free(struct sheet *sheet) {
    write_free(&sheet->line);
    free(sheet->lines);
    arena_clear(&sheet->arena);
}
