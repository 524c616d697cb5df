#include "text.h"

#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool follows(const char *text, size_t length, size_t count, unsigned char least, unsigned char most) {
    if (length <= count) return false;
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[1] < least || bytes[1] > most) return false;
    for (size_t i = 2; i <= count; i++)
        if (bytes[i] < 0x80 || bytes[i] > 0xBF) return false;
    return true;
}

size_t text_character(const char *text, size_t length) {
    if (length == 0) return 0;
    unsigned char first = (unsigned char)text[0];
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(text, length, 1, 0x80, 0xBF) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) return follows(text, length, 2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4) return follows(text, length, 3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) ? 4 : 0;
    return 0;
}

bool text_is_utf8(const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        size_t width = text_character(text + i, length - i);
        if (width == 0) return false;
        i += width;
    }
    return true;
}

bool text_is_printable(const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        size_t width = text_character(text + i, length - i);
        unsigned char first = (unsigned char)text[i];
        if (width == 0 || first < 0x20 || first == 0x7F || (first == 0xC2 && (unsigned char)text[i + 1] < 0xA0)) return false;
        i += width;
    }
    return true;
}

size_t text_plain(const char *text, size_t length) {
    const uint64_t tops = UINT64_C(0x8080808080808080);
    size_t i = 0;
    for (uint64_t bytes; i + 8 <= length; i += 8) {
        memcpy(&bytes, text + i, sizeof bytes);
        uint64_t found = (bytes & tops) | text_escapes(text + i);
        if (found == 0) continue;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        return i + (size_t)__builtin_ctzll(found) / 8; /* the first is exact, those behind it need not be */
#else
        break;
#endif
    }
    while (i < length && (unsigned char)text[i] >= 0x20 && (unsigned char)text[i] < 0x80 && text[i] != '"' && text[i] != '\\') i++;
    return i;
}

uint32_t text_hash(const char *text) { return text_hash_of(text, strlen(text)); }

uint32_t text_hash_of(const char *text, size_t length) {
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = 0, word = 0;
    for (size_t at = 0; at + sizeof word < length; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    if (length >= sizeof word) /* the last eight bytes, some of them once more */
        memcpy(&word, text + length - sizeof word, sizeof word);
    else
        for (size_t at = 0; at < length; at++) word = word << 8 | (unsigned char)text[at];
    hash = (hash ^ word ^ length) * odd;
    return (uint32_t)((hash ^ hash >> 32) * odd >> 32);
}

char *write_cut(const struct writer *writer, char *buffer, size_t size) {
    snprintf(buffer, size, "%.*s", (int)writer->length, writer->data);
    return buffer;
}

bool write_grow(struct writer *writer, size_t more) {
    if (writer->fixed) writer->failed = true, writer->capacity = writer->length; /* nor does less fit from now on */
    if (writer->failed) return false;
    size_t capacity = writer->capacity == 0 ? 256 : writer->capacity;
    while (capacity - writer->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            writer->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *data = realloc(writer->data, capacity);
    if (data == NULL) {
        writer->failed = true;
        return false;
    }
    writer->data = data;
    writer->capacity = capacity;
    return true;
}

void write_format(struct writer *writer, const char *format, ...) {
    va_list arguments;
    size_t room = writer->failed ? 0 : writer->capacity - writer->length;
    va_start(arguments, format);
    int length = vsnprintf(room == 0 ? NULL : writer->data + writer->length, room, format, arguments);
    va_end(arguments);
    if (length < 0 || write_room(writer, (size_t)length) == NULL) {
        writer->failed = true;
        return;
    }
    if ((size_t)length >= room) { /* it did not fit */
        va_start(arguments, format);
        vsnprintf(writer->data + writer->length, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    writer->length += (size_t)length;
}

static size_t count_digits(uint64_t value) {
    size_t count = 1;
    for (; value >= 10000; value /= 10000) count += 4;
    return count + (value >= 10) + (value >= 100) + (value >= 1000);
}

/* The digits of a number, two at a time from the right. */
static char *put_digits(char *out, uint64_t value) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    char *end = out + count_digits(value), *at = end;
    for (; value >= 100; value /= 100) memcpy(at -= 2, pairs + 2 * (value % 100), 2);
    if (value >= 10)
        memcpy(at - 2, pairs + 2 * value, 2);
    else
        at[-1] = (char)('0' + value);
    return end;
}

static char *put_sign(char *out, int64_t value, uint64_t *size) {
    *size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (value < 0) *out++ = '-';
    return out;
}

char *put_integer(char *out, int64_t value) {
    uint64_t size;
    out = put_sign(out, value, &size);
    return put_digits(out, size);
}

/* The decimals of hundredths, none where they are 0. */
static char *put_decimals(char *out, unsigned hundredths) {
    if (hundredths == 0) return out;
    *out++ = '.';
    *out++ = (char)('0' + hundredths / 10);
    if (hundredths % 10 != 0) *out++ = (char)('0' + hundredths % 10);
    return out;
}

char *put_hundredths(char *out, int64_t value) {
    uint64_t size;
    out = put_sign(out, value, &size);
    return put_decimals(put_digits(out, size / 100), (unsigned)(size % 100));
}

void write_integer(struct writer *writer, int64_t value) {
    char *out = write_room(writer, INTEGER_TEXT_MAX);
    if (out != NULL) writer->length = (size_t)(put_integer(out, value) - writer->data);
}

void write_hundredths(struct writer *writer, int64_t value) {
    char *out = write_room(writer, HUNDREDTHS_TEXT_MAX);
    if (out != NULL) writer->length = (size_t)(put_hundredths(out, value) - writer->data);
}

/* The whole units of a figure, with commas every three digits; returns what is left of it. */
static unsigned write_groups(struct writer *writer, int64_t value, unsigned unit) {
    char text[INTEGER_TEXT_MAX];
    uint64_t size;
    char *digits = put_sign(text, value, &size), *end = put_digits(digits, size / unit);
    write_bytes(writer, text, (size_t)(digits - text));
    for (char *at = digits; at < end; at++) {
        if (at > digits && (end - at) % 3 == 0) write_bytes(writer, ",", 1);
        write_bytes(writer, at, 1);
    }
    return (unsigned)(size % unit);
}

void write_grouped_integer(struct writer *writer, int64_t value) { write_groups(writer, value, 1); }

void write_grouped(struct writer *writer, int64_t hundredths) {
    char decimals[3];
    unsigned rest = write_groups(writer, hundredths, 100);
    write_bytes(writer, decimals, (size_t)(put_decimals(decimals, rest) - decimals));
}

void write_money(struct writer *writer, int64_t fen) {
    write_grouped(writer, fen);
    if (fen % 100 != 0 && fen % 10 == 0) write_bytes(writer, "0", 1);
}

enum { BLOCK = 16 };

/* Marks what JSON has to escape in a block; written so that a compiler that can takes all of it at once. */
static inline void mark_escapes(uint64_t marks[BLOCK / 8], const char *text) {
    for (int i = 0; i < BLOCK / 8; i++) marks[i] |= text_escapes(text + 8 * i);
}

/* Whether a text of a block and more stands for itself: the last block of it whatever was looked at before. */
static bool is_plain(const char *text, size_t length) {
    uint64_t marks[BLOCK / 8] = {0};
    const char *last = text + length - BLOCK;
    for (const char *at = text; at < last; at += BLOCK) mark_escapes(marks, at);
    mark_escapes(marks, last);
    return (marks[0] | marks[1]) == 0;
}

static char *escape(char *out, unsigned char byte) {
    static const char digits[] = "0123456789abcdef";
    const char *named = byte == '\n' ? "n" : byte == '\t' ? "t" : byte == '"' ? "\"" : byte == '\\' ? "\\" : NULL;
    *out++ = '\\';
    if (named != NULL) {
        *out++ = *named;
        return out;
    }
    memcpy(out, "u00", 3);
    out[3] = digits[byte >> 4];
    out[4] = digits[byte & 15];
    return out + 5;
}

void write_json_text(struct writer *writer, const char *text) {
    if (text == NULL) {
        write_text(writer, "null");
        return;
    }
    size_t length = strlen(text);
    char *out = length > SIZE_MAX / 8 ? NULL : write_room(writer, 6 * length + 2); /* every byte as \u00xx */
    if (out == NULL) {
        writer->failed = true;
        return;
    }
    *out++ = '"';
    if (length >= BLOCK && is_plain(text, length)) {
        memcpy(out, text, length);
        out += length;
    } else {
        for (size_t i = 0; i < length; i++) {
            unsigned char byte = (unsigned char)text[i];
            if (byte >= 0x20 && byte != '"' && byte != '\\')
                *out++ = (char)byte;
            else
                out = escape(out, byte);
        }
    }
    *out++ = '"';
    writer->length = (size_t)(out - writer->data);
}

char *write_end(struct writer *writer) {
    if (writer->failed || !write_reserve(writer, 0)) return NULL;
    writer->data[writer->length] = '\0';
    return writer->data;
}

char *write_take(struct writer *writer) {
    char *text = write_end(writer);
    if (text == NULL) write_free(writer);
    return text;
}

const char *write_copy(struct writer *writer, struct arena *arena) {
    const char *kept = writer->failed ? NULL : arena_copy(arena, writer->data == NULL ? "" : writer->data, writer->length);
    writer->length = 0;
    return kept;
}

const char *write_keep(struct writer *writer, struct arena *arena) {
    const char *kept = write_copy(writer, arena);
    write_free(writer);
    return kept;
}

struct fragment write_keep_fragment(struct writer *writer, struct arena *arena) {
    size_t length = writer->length;
    return (struct fragment){write_keep(writer, arena), length};
}

void write_free(struct writer *writer) {
    free(writer->data);
    *writer = (struct writer){0};
}

char *hs_money_text(char *buffer, int64_t fen) {
    if (fen == HS_UNBOUNDED) return strcpy(buffer, "∞");
    struct writer writer = {.data = buffer, .capacity = HS_MONEY_TEXT};
    write_money(&writer, fen); /* the longest, 92,233,720,368,547,758.07 with a sign, is 26 bytes */
    buffer[writer.length] = '\0';
    return buffer;
}

/* Levenshtein's distance over bytes, for names of up to 64. */
static int distance_between(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    int row[65];
    if (n > 64 || m > 64) return 64;
    for (size_t j = 0; j <= m; j++) row[j] = (int)j;
    for (size_t i = 1; i <= n; i++) {
        int diagonal = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= m; j++) {
            int best = diagonal + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[m];
}

void nearest_try(struct nearest *nearest, const char *text, const char *candidate) {
    int distance = distance_between(text, candidate);
    if (distance > 2 + (int)strlen(text) / 4 || distance >= (int)strlen(text)) return; /* nothing of it would be left */
    if (nearest->candidate != NULL && distance >= nearest->distance) return;
    *nearest = (struct nearest){candidate, distance};
}
