#include "gate.h"

#include "error.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct reader {
    const char *start, *at, *end;
    const char *line_start;
    int line;
    struct arena *arena;
    hs_error *error;
    struct json *parent; /* the array or object being read */
    const char *key;     /* the member being read; NULL in an array, or before a key */
    int depth;
    int string_max; /* bytes */
};

/* Reports what is wrong at `at` and returns HS_INPUT. */
static int fault(struct reader *reader, const char *at, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

static int fault(struct reader *reader, const char *at, const char *zh, const char *en, ...) {
    char path[256] = "";
    if (reader->parent != NULL) {
        struct json here = {.parent = reader->parent, .key = reader->key, .index = reader->parent->count};
        bool inside = reader->key != NULL || reader->parent->kind == JSON_ARRAY;
        json_path(path, sizeof path, inside ? &here : reader->parent);
    }
    struct place_of_error place = {path, reader->line, (int)(at - reader->line_start) + 1, NULL};
    va_list arguments;
    va_start(arguments, en);
    error_set_list(reader->error, HS_INPUT, place, zh, en, arguments);
    va_end(arguments);
    return HS_INPUT;
}

/* "expected …, found …", where the reader stands. */
static int fault_here(struct reader *reader, hs_text wanted) {
    char buffer[16];
    hs_text found = {buffer, buffer}, cure = {"", ""};
    size_t left = (size_t)(reader->end - reader->at), width = text_character(reader->at, left);
    unsigned char byte = left == 0 ? 0 : (unsigned char)*reader->at;
    if (left == 0)
        found = (hs_text){"文件结束", "the end of the document"};
    else if (width == 0 || byte < 0x20 || byte == 0x7F)
        snprintf(buffer, sizeof buffer, "0x%02X", byte);
    else
        snprintf(buffer, sizeof buffer, "'%.*s'", (int)width, reader->at);
    if (left > 0 && (width == 0 || byte == 0)) cure = (hs_text){"：请把文件另存为 UTF-8", ": save the file as UTF-8"};
    if (width > 1) cure = (hs_text){"：引号以外的标点和空格用英文半角", ": outside quotation marks signs and blanks are ASCII"};
    return fault(reader, reader->at, "这里应为%s%.0s，实为%s%.0s%s%.0s", "%.0sexpected %s, %.0sfound %s%.0s%s", wanted.zh, wanted.en,
                 found.zh, found.en, cure.zh, cure.en);
}

/* ---- Scanning ---------------------------------------------------------------------------------------------------------------- */

static void skip_space(struct reader *reader) {
    const char *at = reader->at, *end = reader->end;
    for (; at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'); at++) {
        if (*at != '\n') continue;
        reader->line++;
        reader->line_start = at + 1;
    }
    reader->at = at;
}

static bool here(const struct reader *reader, char c) { return reader->at < reader->end && *reader->at == c; }

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool read_unit(struct reader *reader, unsigned *unit) {
    if (reader->end - reader->at < 4) return false;
    *unit = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        int digit = hex_digit(*reader->at);
        if (digit < 0) return false;
        *unit = *unit * 16 + (unsigned)digit;
    }
    return true;
}

static size_t encode(char *to, unsigned point) {
    if (point < 0x80) return to[0] = (char)point, 1;
    if (point < 0x800) return to[0] = (char)(0xC0 | point >> 6), to[1] = (char)(0x80 | (point & 0x3F)), 2;
    if (point < 0x10000)
        return to[0] = (char)(0xE0 | point >> 12), to[1] = (char)(0x80 | (point >> 6 & 0x3F)), to[2] = (char)(0x80 | (point & 0x3F)), 3;
    to[0] = (char)(0xF0 | point >> 18);
    to[1] = (char)(0x80 | (point >> 12 & 0x3F));
    to[2] = (char)(0x80 | (point >> 6 & 0x3F));
    to[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

/* After the backslash. Writes the character meant and its length. */
static int read_escape(struct reader *reader, char *to, size_t *length) {
    static const char short_forms[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *backslash = reader->at - 1;
    const char *form = reader->at < reader->end && *reader->at != '\0' ? strchr(short_forms, *reader->at) : NULL;
    if (form != NULL) {
        to[0] = meant[form - short_forms];
        *length = 1;
        reader->at++;
        return HS_OK;
    }
    unsigned unit, low;
    if (!here(reader, 'u'))
        return fault(reader, backslash, "字符串里有无效的转义；反斜杠本身要写两个",
                     "a string holds an escape that JSON does not know; write a backslash itself twice");
    reader->at++;
    if (!read_unit(reader, &unit)) return fault(reader, backslash, "\\u 之后应为四位十六进制数字", "\\u wants four hexadecimal digits");
    if (unit == 0) return fault(reader, backslash, "字符串里不能有 NUL（\\u0000）", "a string must not hold NUL (\\u0000)");
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        bool paired = unit < 0xDC00 && reader->end - reader->at >= 6 && reader->at[0] == '\\' && reader->at[1] == 'u';
        if (paired) reader->at += 2;
        if (!paired || !read_unit(reader, &low) || low < 0xDC00 || low > 0xDFFF)
            return fault(reader, backslash, "代理对不完整，应为两半，如 \\ud83d\\ude00",
                         "half a surrogate pair stands alone; both are wanted, like \\ud83d\\ude00");
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    *length = encode(to, unit);
    return HS_OK;
}

/* At the opening quotation mark. */
static int read_string(struct reader *reader, const char **out, size_t *out_length) {
    const char *opening = reader->at++;
    size_t plain_length = text_plain(reader->at, (size_t)(reader->end - reader->at));
    const char *closing = reader->at + plain_length;
    if (closing < reader->end && *closing == '"' && plain_length <= (size_t)reader->string_max) { /* as most are */
        *out = arena_copy(reader->arena, reader->at, plain_length);
        *out_length = plain_length;
        reader->at = closing + 1;
        return *out == NULL ? error_memory(reader->error) : HS_OK;
    }
    while (closing < reader->end && *closing != '"') closing += *closing == '\\' && closing + 1 < reader->end ? 2 : 1;
    char *text = arena_take(reader->arena, (size_t)(closing - reader->at) + 1); /* decoding never makes it longer */
    if (text == NULL) return error_memory(reader->error);
    size_t length = 0;
    while (!here(reader, '"')) {
        const char *plain = reader->at; /* most characters stand for themselves and need no look at UTF-8 */
        while (reader->at < closing && (unsigned char)*reader->at >= 0x20 && (unsigned char)*reader->at < 0x80 && *reader->at != '\\')
            reader->at++;
        memcpy(text + length, plain, (size_t)(reader->at - plain));
        length += (size_t)(reader->at - plain);
        if (here(reader, '"')) break;
        size_t left = (size_t)(reader->end - reader->at), width = text_character(reader->at, left);
        if (left == 0) return fault(reader, opening, "字符串没有结束的引号", "a string is not closed: its quotation mark is wanted");
        if (width == 0)
            return fault(reader, reader->at, "不是有效的 UTF-8，请把文件另存为 UTF-8", "not valid UTF-8; save the file as UTF-8");
        if ((unsigned char)*reader->at < 0x20)
            return fault(reader, reader->at, "字符串里的控制字符要写成转义，如 \\n、\\t",
                         "a control character in a string must be escaped, like \\n or \\t");
        if (*reader->at == '\\') {
            reader->at++;
            int status = read_escape(reader, text + length, &width);
            if (status != HS_OK) return status;
        } else {
            memcpy(text + length, reader->at, width);
            reader->at += width;
        }
        length += width;
    }
    if (length > (size_t)reader->string_max)
        return fault(reader, opening, "字符串超过 %d 字节，请缩短", "a string is longer than %d bytes; shorten it", reader->string_max);
    reader->at++;
    *out = text;
    *out_length = length;
    return HS_OK;
}

static void skip_digits(struct reader *reader) {
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9') reader->at++;
}

static bool digit_here(const struct reader *reader) { return reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9'; }

static int read_number(struct reader *reader, const char **out) {
    const char *start = reader->at;
    if (here(reader, '-')) reader->at++;
    if (!digit_here(reader)) return fault_here(reader, (hs_text){"数字", "a digit"});
    if (here(reader, '0'))
        reader->at++;
    else
        skip_digits(reader);
    if (digit_here(reader)) return fault(reader, start, "数字前面不能有多余的 0", "a number must not begin with an extra 0");
    if (here(reader, '.')) {
        reader->at++;
        if (!digit_here(reader)) return fault_here(reader, (hs_text){"小数点后的数字", "a digit after the decimal point"});
        skip_digits(reader);
    }
    if (here(reader, 'e') || here(reader, 'E')) {
        reader->at++;
        if (here(reader, '+') || here(reader, '-')) reader->at++;
        if (!digit_here(reader)) return fault_here(reader, (hs_text){"指数", "the digits of an exponent"});
        skip_digits(reader);
    }
    if (reader->at - start > GATE_NUMBER_MAX)
        return fault(reader, start, "数字超过 %d 个字符，请缩短", "a number is longer than %d characters; shorten it", GATE_NUMBER_MAX);
    *out = arena_copy(reader->arena, start, (size_t)(reader->at - start));
    return *out == NULL ? error_memory(reader->error) : HS_OK;
}

static bool read_word(struct reader *reader, const char *word) {
    size_t length = strlen(word);
    if ((size_t)(reader->end - reader->at) < length || memcmp(reader->at, word, length) != 0) return false;
    reader->at += length;
    return true;
}

/* ---- Values ------------------------------------------------------------------------------------------------------------------ */

static int read_value(struct reader *reader, struct json **out);

/* Whether a key of the object may have had this hash, a bit for each 1024th; where none had, none need be looked at. */
static bool see(uint64_t seen[16], uint32_t hash) {
    uint64_t *word = &seen[hash >> 6 & 15], bit = UINT64_C(1) << (hash & 63);
    bool before = (*word & bit) != 0;
    *word |= bit;
    return before;
}

static int read_key(struct reader *reader, const struct json *object, uint64_t seen[16], uint32_t *hash) {
    const char *start = reader->at;
    if (!here(reader, '"')) return fault_here(reader, (hs_text){"加引号的键名", "a key in quotation marks"});
    const char *key;
    size_t length;
    int status = read_string(reader, &key, &length);
    if (status != HS_OK) return status;
    *hash = text_hash_of(key, length);
    reader->key = key;
    for (const struct json *member = see(seen, *hash) ? object->first : NULL; member != NULL; member = member->next)
        if (member->key_hash == *hash && strcmp(member->key, key) == 0)
            return fault(reader, start, "键“%s”重复，请只保留一个", "the key \"%s\" stands twice; keep one", key);
    skip_space(reader);
    if (!here(reader, ':')) return fault_here(reader, (hs_text){"冒号", "a colon"});
    reader->at++;
    skip_space(reader);
    return HS_OK;
}

/* The members of an object or the items of an array, at the opening bracket. */
static int read_members(struct reader *reader, struct json *self) {
    bool object = self->kind == JSON_OBJECT;
    char closing = object ? '}' : ']';
    int most = object ? GATE_KEYS_MAX : GATE_ITEMS_MAX;
    const char *opening = reader->at++;
    if (++reader->depth > GATE_DEPTH_MAX)
        return fault(reader, opening, "嵌套超过 %d 层，请看括号是否都已关上", "nested deeper than %d levels; is every bracket closed?",
                     GATE_DEPTH_MAX);
    struct json *outer = reader->parent;
    const char *outer_key = reader->key;
    struct json **link = &self->first;
    uint64_t seen[16] = {0};
    reader->parent = self;
    reader->key = NULL;
    skip_space(reader);
    for (bool more = !here(reader, closing); more;) {
        uint32_t hash = 0;
        int status = object ? read_key(reader, self, seen, &hash) : HS_OK;
        if (status == HS_OK && self->count >= most)
            status = fault(reader, reader->at, "超过 %d 项，请删去一些", "more than %d entries; take some out", most);
        if (status == HS_OK) status = read_value(reader, link);
        if (status != HS_OK) return status;
        (*link)->key_hash = hash;
        link = &(*link)->next;
        self->count++;
        reader->key = NULL;
        skip_space(reader);
        more = here(reader, ',');
        if (more) {
            reader->at++;
            skip_space(reader);
        } else if (!here(reader, closing)) {
            return fault_here(reader, object ? (hs_text){"逗号或 }", "a comma or }"} : (hs_text){"逗号或 ]", "a comma or ]"});
        }
    }
    reader->at++;
    reader->depth--;
    reader->parent = outer;
    reader->key = outer_key;
    return HS_OK;
}

static int read_value(struct reader *reader, struct json **out) {
    struct json *value = arena_bytes(reader->arena, sizeof *value);
    if (value == NULL) return error_memory(reader->error);
    *value = (struct json){.key = reader->key,
                           .index = reader->parent == NULL ? 0 : reader->parent->count,
                           .line = reader->line,
                           .column = (int)(reader->at - reader->line_start) + 1,
                           .parent = reader->parent};
    char c = reader->at < reader->end ? *reader->at : '\0';
    size_t length;
    int status = HS_OK;
    if (c == '{' || c == '[') {
        value->kind = c == '{' ? JSON_OBJECT : JSON_ARRAY;
        status = read_members(reader, value);
    } else if (c == '"') {
        value->kind = JSON_STRING;
        status = read_string(reader, &value->text, &length);
    } else if (c == '-' || (c >= '0' && c <= '9')) {
        value->kind = JSON_NUMBER;
        status = read_number(reader, &value->text);
    } else if (read_word(reader, "true")) {
        value->kind = JSON_TRUE;
    } else if (read_word(reader, "false")) {
        value->kind = JSON_FALSE;
    } else if (!read_word(reader, "null")) {
        status = fault_here(reader, (hs_text){"一个值（加引号的文字、数字、true、false、null、[ 或 {）",
                                              "a value (a text in quotation marks, a number, true, false, null, [ or {)"});
    }
    if (status == HS_OK) *out = value;
    return status;
}

static int read_whole(struct json **out, struct arena *arena, const char *text, size_t length, int most, int string_max, hs_error *error) {
    struct reader reader = {.start = text, .at = text, .end = text + length, .line_start = text, .line = 1, .arena = arena, .error = error};
    reader.string_max = string_max;
    if (length > (size_t)most)
        return fault(&reader, text, "文件超过 %d 字节，请拆开", "the document is larger than %d bytes; split it", most);
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        return fault(&reader, text, "文件以 BOM 开头，请另存为不带 BOM 的 UTF-8",
                     "the document begins with a byte order mark; save it as UTF-8 without one");
    skip_space(&reader);
    int status = read_value(&reader, out);
    if (status != HS_OK) return status;
    skip_space(&reader);
    return reader.at == reader.end ? HS_OK : fault_here(&reader, (hs_text){"文件结束", "the end of the document"});
}

int gate_read(struct json **out, struct arena *arena, const char *text, size_t length, hs_error *error) {
    return read_whole(out, arena, text, length, GATE_DOCUMENT_MAX, GATE_STRING_MAX, error);
}

int gate_read_row(struct json **out, struct arena *arena, const char *text, size_t length, hs_error *error) {
    return read_whole(out, arena, text, length, HS_ROW_MAX, GATE_DOCUMENT_MAX, error);
}

struct json *gate_read_value(struct arena *arena, const char **at, const char *end) {
    hs_error unsaid;
    struct reader reader = {.start = *at, .at = *at, .end = end, .line_start = *at, .line = 1, .arena = arena, .error = &unsaid};
    struct json *value;
    reader.string_max = GATE_STRING_MAX;
    if (read_value(&reader, &value) != HS_OK) return NULL;
    *at = reader.at;
    return value;
}
