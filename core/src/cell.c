#include "cell.h"

#include "engine.h"
#include "error.h"
#include "heading.h"
#include "narrow.h"
#include "place.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- Texts ----------------------------------------------------------------------------------------------------------------------- */

/* The bytes of a blank at `text`, 0 where there is none: space, tab, line ends, no-break space, ideographic space. */
static size_t blank(const char *text) {
    switch ((unsigned char)text[0]) {
    case ' ':
    case '\t':
    case '\r':
    case '\n': return 1;
    case 0xC2: return (unsigned char)text[1] == 0xA0 ? 2 : 0;
    case 0xE3: return (unsigned char)text[1] == 0x80 && (unsigned char)text[2] == 0x80 ? 3 : 0;
    default: return 0;
    }
}

char *cell_narrow(char *buffer, size_t size, const char *text) {
    size_t length = 0, kept = 0;
    while (blank(text) > 0) text += blank(text);
    while (*text != '\0' && length + 4 < size) {
        if (*text > ' ' && *text < 0x7F) { /* most of what is no Chinese */
            buffer[length++] = *text++;
            kept = length;
            continue;
        }
        char narrow = narrow_of(text);
        size_t gap = blank(text), width = narrow != '\0' ? WIDE_BYTES : text_character(text, 4); /* which ends at the NUL */
        if (narrow != '\0')
            buffer[length++] = narrow;
        else
            for (size_t i = 0; i < width; i++) buffer[length++] = text[i];
        text += width;
        if (gap == 0) kept = length;
    }
    buffer[kept] = '\0';
    return buffer;
}

static char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter; }

bool cell_same(const char *x, const char *y) {
    while (*x != '\0' && lower(*x) == lower(*y)) x++, y++;
    return *x == *y;
}

static bool is_one_of(const char *text, const char *const *words) {
    for (; *words != NULL; words++)
        if (cell_same(text, *words)) return true;
    return false;
}

bool cell_is_unknown(const char *text) {
    static const char *const words[] = {"", "不清楚", "未知", "unknown", NULL};
    char narrow[32];
    if (*text > ' ' && lower(*text) != lower(words[3][0])) return false; /* most cells begin with another letter or a digit */
    return is_one_of(cell_narrow(narrow, sizeof narrow, text), words);
}

size_t cell_separator(const char *text) {
    static const char *const separators[] = {";", "；", "、", ",", "，"};
    const char *at = text;
    while (blank(at) > 0) at += blank(at);
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        size_t length = strlen(separators[i]);
        if (strncmp(at, separators[i], length) != 0) continue;
        at += length;
        while (blank(at) > 0) at += blank(at);
        return (size_t)(at - text);
    }
    return 0;
}

/* ---- Faults ---------------------------------------------------------------------------------------------------------------------- */

/* "D7", "AB12". */
static void name_cell(char buffer[24], const struct cell *cell) {
    char letters[8];
    int count = 0, left = cell->at;
    for (; left >= 0 && count < 8; left = left / 26 - 1) letters[count++] = (char)('A' + left % 26);
    for (int i = 0; i < count; i++) buffer[i] = letters[count - 1 - i];
    snprintf(buffer + count, (size_t)(24 - count), "%d", (int)cell->row);
}

int cell_fault(hs_error *error, const struct cell *cell, const char *zh, const char *en, ...) {
    char name[24], path[128] = "", formats[2][512];
    name_cell(name, cell);
    if (cell->heading != NULL) heading_path(path, sizeof path, cell->heading);
    snprintf(formats[0], sizeof formats[0], "%s：%s", name, zh);
    snprintf(formats[1], sizeof formats[1], "%s: %s", name, en);
    va_list arguments;
    va_start(arguments, en);
    struct place_of_error place = {path, cell->line, cell->column, NULL};
    int status = error_set_list(error, HS_INPUT, place, formats[0], formats[1], arguments);
    va_end(arguments);
    return status;
}

/* Excel leaves these where a formula failed or a column is too narrow. */
static int check_excel(const struct cell *cell, const char *text, hs_error *error) {
    if (text[0] != '#') return HS_OK;
    return cell_fault(error, cell, "“%s”是 Excel 的错误标记，不是值：请改正公式或加宽该列后重新另存",
                      "\"%s\" is a mark that Excel leaves where a formula failed or a column is too narrow: mend it and save again", text);
}

/* ---- Yes or no, choices ---------------------------------------------------------------------------------------------------------- */

static int read_truth(struct stated *out, const struct cell *cell, hs_error *error) {
    static const char *const yes[] = {"是", "true", "1", "yes", NULL}, *const no[] = {"否", "false", "0", "no", NULL};
    char text[64];
    cell_narrow(text, sizeof text, cell->text);
    bool holds = is_one_of(text, yes);
    if (!holds && !is_one_of(text, no)) {
        int status = check_excel(cell, text, error);
        return status != HS_OK ? status
                               : cell_fault(error, cell, "“%s”应为 是 或 否（也可写 true/false、1/0、yes/no；不清楚就空着）",
                                            "\"%s\": yes or no is wanted (or true/false, 1/0, 是/否; leave it empty if unknown)", text);
    }
    out->value = (hs_interval){holds, holds};
    return HS_OK;
}

/* The length of `word` at the beginning of a text, when a separator or the end follows; else 0. */
static size_t leads(const char *text, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i < length; i++)
        if (lower(text[i]) != lower(word[i])) return 0;
    return text[length] == '\0' || cell_separator(text + length) > 0 ? length : 0;
}

/* False where a word surely does not lead a text: most differ in their first letter, narrow as it is. */
static bool may_lead(const char *text, const char *word) {
    unsigned char first = (unsigned char)word[0];
    if (first > ' ' && first < 0x80) return lower(text[0]) == lower(word[0]);
    return first < 0xE4 || first == 0xEF || strncmp(text, word, 3) == 0;
}

/* The value that a text begins with, by id or label: the longest, since a label may hold a separator. */
static int32_t leading_value(const hs_fact *fact, const char *text, size_t *length) {
    int32_t found = -1;
    *length = 0;
    for (int32_t v = 0; v < fact->value_count; v++) {
        const char *const words[] = {fact->values[v].id, fact->values[v].label.zh, fact->values[v].label.en};
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
            char narrow[CELL_TEXT_MAX];
            if (!may_lead(text, words[i])) continue;
            size_t taken = leads(text, cell_narrow(narrow, sizeof narrow, words[i]));
            if (taken > *length) found = v, *length = taken;
        }
    }
    return found;
}

enum { CHOICES_TEXT = 320 };

/* The choices, or those whose label holds `part`, as far as there is room: by their labels in Chinese, else by their ids. */
static void list_choices(char known[CHOICES_TEXT], const hs_fact *fact, const char *part, enum hs_language language) {
    size_t used = 0;
    for (int32_t v = 0; v < fact->value_count; v++) {
        const hs_value *value = &fact->values[v];
        const char *word = language == HS_ZH ? value->label.zh : value->id;
        if (strstr(value->label.zh, part) == NULL) continue;
        bool fits = used + strlen(word) + 8 < CHOICES_TEXT;
        const char *between = used == 0 ? "" : !fits ? " " : language == HS_ZH ? "；" : ", ";
        used += (size_t)snprintf(known + used, CHOICES_TEXT - used, "%s%s", between, fits ? word : "…");
        if (!fits) return;
    }
}

static int fault_choice(const struct cell *cell, const hs_fact *fact, const char *text, hs_error *error) {
    struct nearest nearest = {0};
    char zh[CHOICES_TEXT] = "", en[CHOICES_TEXT] = "";
    const char *holding = NULL; /* a label that holds the text */
    int32_t count = 0;          /* of such */
    int status = check_excel(cell, text, error);
    if (status != HS_OK) return status;
    for (int32_t v = 0; v < fact->value_count; v++) {
        const hs_value *value = &fact->values[v];
        nearest_try(&nearest, text, value->id);
        nearest_try(&nearest, text, value->label.zh);
        if (strstr(value->label.zh, text) != NULL) holding = value->label.zh, count++;
    }
    bool several = nearest.candidate == NULL && count > 1;
    list_choices(zh, fact, several ? text : "", HS_ZH);
    list_choices(en, fact, several ? text : "", HS_EN);
    if (several)
        return cell_fault(error, cell, "“%s”可能是几个选项，请写其中一个：%s%.0s",
                          "\"%s\" may be several choices; write one of them: %.0s%s", text, zh, en);
    if (nearest.candidate == NULL) nearest.candidate = holding;
    if (nearest.candidate != NULL)
        return cell_fault(error, cell, "没有选项“%s”，是不是“%s”？可选：%s%.0s",
                          "there is no choice \"%s\"; did you mean \"%s\"? There are: %.0s%s", text, nearest.candidate, zh, en);
    bool apart = fact->type == HS_CHOICES;
    return cell_fault(error, cell, apart ? "没有选项“%s”。可选：%s%.0s，几项用分号分开" : "没有选项“%s”。可选：%s%.0s",
                      apart ? "there is no choice \"%s\". There are: %.0s%s; several stand apart by semicolons"
                            : "there is no choice \"%s\". There are: %.0s%s",
                      text, zh, en);
}

/* Which measure was paid has more values than columns hold, and goes into documents only. */
static void take_choice(struct stated *out, int32_t value) {
    if (value < HS_VALUES_MAX) out->value.low = out->value.high |= INT64_C(1) << value;
    out->choices[out->count++] = value;
}

static int read_choice(struct stated *out, const struct cell *cell, const hs_fact *fact, hs_error *error) {
    char text[CELL_TEXT_MAX];
    size_t length;
    int32_t value = leading_value(fact, cell_narrow(text, sizeof text, cell->text), &length);
    if (value >= 0 && text[length] != '\0')
        return cell_fault(error, cell, "“%s”只能选一项", "\"%s\": only one of the choices can be taken", text);
    if (value < 0) return fault_choice(cell, fact, text, error);
    take_choice(out, value);
    return HS_OK;
}

static int read_choices(struct stated *out, const struct cell *cell, const hs_fact *fact, hs_error *error) {
    static const char *const none[] = {"无", "none", NULL};
    char text[CELL_TEXT_MAX];
    size_t length;
    const char *at = cell_narrow(text, sizeof text, cell->text);
    if (leading_value(fact, at, &length) < 0 && is_one_of(at, none)) at += strlen(at);
    while (*at != '\0') {
        int32_t value = leading_value(fact, at, &length);
        if (value < 0) return fault_choice(cell, fact, at, error);
        if ((out->value.low >> value & 1) != 0)
            return cell_fault(error, cell, "选项“%s”重复", "the choice \"%s\" stands twice", fact->values[value].id);
        take_choice(out, value);
        at += length + cell_separator(at + length);
    }
    return HS_OK;
}

int cell_read_fact(struct stated *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error) {
    if (strlen(cell->text) >= CELL_TEXT_MAX)
        return cell_fault(error, cell, "一格超过 %d 字节，请缩短", "the cell is longer than %d bytes; shorten it", CELL_TEXT_MAX - 1);
    out->value = (hs_interval){0, 0};
    out->count = 0;
    switch (fact->type) {
    case HS_TRUTH: return read_truth(out, cell, error);
    case HS_CHOICE: return read_choice(out, cell, fact, error);
    case HS_CHOICES: return read_choices(out, cell, fact, error);
    default: return cell_read_figure(&out->value, cell, fact, zeros, error);
    }
}

/* ---- What is no fact ------------------------------------------------------------------------------------------------------------- */

int cell_read_text(const char **out, const struct cell *cell, hs_error *error) {
    if (strlen(cell->text) > CELL_TEXT_MAX)
        return cell_fault(error, cell, "一格超过 %d 字节，请缩短", "the cell is longer than %d bytes; shorten it", CELL_TEXT_MAX);
    *out = cell->text;
    return HS_OK;
}

/* Digits, at most four, and what may stand behind them; 0 where there are none. */
static int32_t date_part(const char **text, const char *const *behind) {
    int32_t number = 0;
    int digits = 0;
    for (; **text >= '0' && **text <= '9' && digits < 5; digits++) number = 10 * number + (*(*text)++ - '0');
    for (; *behind != NULL; behind++)
        if (strncmp(*text, *behind, strlen(*behind)) == 0) {
            *text += strlen(*behind);
            return digits == 0 || digits > 4 ? 0 : number;
        }
    return 0;
}

int cell_read_date(hs_date *out, const struct cell *cell, hs_error *error) {
    static const char *const signs[] = {"-", "/", "年", NULL}, *const second[] = {"-", "/", "月", NULL}, *const last[] = {"日", "", NULL};
    char text[64];
    const char *at = cell_narrow(text, sizeof text, cell->text);
    int year = date_part(&at, signs), month = date_part(&at, second), day = date_part(&at, last);
    *out = (hs_date){year, month, day};
    if (*at != '\0' || !date_is_valid(*out))
        return cell_fault(error, cell, "“%s”不是有效日期，应如 2023-06-30、2023/6/30 或 2023年6月30日",
                          "\"%s\" is not a date; write it like 2023-06-30, 2023/6/30 or 2023年6月30日", text);
    return HS_OK;
}

/* A code, or a place that a policy names. */
static const char *find_place(const hs_engine *engine, const char *text, size_t *length) {
    *length = strspn(text, "0123456789");
    if (*length == 6 && (text[6] == '\0' || cell_separator(text + 6) > 0)) return text;
    for (int32_t i = 0; i < engine->count; i++) {
        const hs_policy *policy = engine->policies[i]->policy;
        const char *const words[] = {policy->name.zh, policy->name.en};
        for (size_t w = 0; w < sizeof words / sizeof words[0]; w++) {
            *length = leads(text, words[w]);
            if (*length > 0) return policy->adcode;
        }
    }
    return NULL;
}

/* Whether a Chinese name ends with a text, but for its last character (市, 区) where that is left out, or an English one begins with it. */
static bool is_short_for(hs_text name, const char *text) {
    size_t length = strlen(text), whole = strlen(name.zh), last = strlen("区");
    if (strncmp(name.en, text, length) == 0) return true;
    return (whole >= length && strcmp(name.zh + whole - length, text) == 0) ||
           (whole >= length + last && strncmp(name.zh + whole - length - last, text, length) == 0);
}

/* The place that a text is short for, NULL where there is none. It is not taken for it: other places may be called so. */
static const hs_policy *place_like(const hs_engine *engine, const char *text) {
    for (int32_t i = 0; i < engine->count && strlen(text) >= strlen("北仑"); i++)
        if (is_short_for(engine->policies[i]->policy->name, text)) return engine->policies[i]->policy;
    return NULL;
}

/* Cuts the text behind the place that is no place. */
static int fault_place(const struct cell *cell, const hs_engine *engine, char *text, hs_error *error) {
    char *end = text;
    while (*end != '\0' && cell_separator(end) == 0) end++;
    *end = '\0';
    const hs_policy *like = place_like(engine, text);
    if (like != NULL) /* each language leaves out the other's name */
        return cell_fault(error, cell, "“%s”不是行政区划代码，也不是地点的全名，是不是 %s（%s%.0s）？",
                          "\"%s\" is neither a place code nor the whole name of a place; did you mean %s (%.0s%s)?", text, like->adcode,
                          like->name.zh, like->name.en);
    return cell_fault(error, cell, "“%s”不是行政区划代码，也不是有政策的地点；应如 330206，几处用分号分开",
                      "\"%s\" is neither a place code nor a place with a policy; write it like 330206, several apart by semicolons", text);
}

int cell_read_places(struct stated_places *out, const struct cell *cell, const hs_engine *engine, hs_error *error) {
    char text[CELL_TEXT_MAX];
    out->count = 0;
    for (char *at = cell_narrow(text, sizeof text, cell->text); *at != '\0';) {
        size_t length;
        const char *place = find_place(engine, at, &length);
        if (out->count == CELL_PLACES_MAX) return cell_fault(error, cell, "地点最多 %d 个", "at most %d places are taken", CELL_PLACES_MAX);
        if (place == NULL) return fault_place(cell, engine, at, error);
        char *code = out->codes[out->count];
        memcpy(code, place, 6);
        code[6] = '\0';
        if (!adcode_is_valid(code))
            return cell_fault(error, cell, "“%s”不是行政区划代码，应如 330206", "\"%s\" is not a place code; write it like 330206", code);
        for (int32_t i = 0; i < out->count; i++)
            if (strcmp(out->codes[i], code) == 0) return cell_fault(error, cell, "地点 %s 重复", "the place %s stands twice", code);
        out->count++;
        at += length + cell_separator(at + length);
    }
    return HS_OK;
}
