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

bool text_has_control(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i], next = i + 1 < length ? (unsigned char)text[i + 1] : 0;
        if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next >= 0x80 && next <= 0x9F)) return true;
    }
    return false;
}

uint32_t text_hash(const char *text) {
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = 0, word;
    size_t length = strlen(text), at = 0;
    for (; length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    for (word = 0; at < length; at++) word = word << 8 | (unsigned char)text[at];
    hash = (hash ^ word ^ length) * odd;
    return (uint32_t)(hash >> 32);
}

bool write_grow(struct writer *writer, size_t more) {
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
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || write_room(writer, (size_t)length) == NULL) {
        writer->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(writer->data + writer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    writer->length += (size_t)length;
}

/* The digits of a number that is not negative, right-aligned in 27 bytes, with a separator every three if `comma` is not 0. */
static const char *digits_of(char buffer[28], int64_t value, char comma, size_t *length) {
    size_t at = 28;
    for (int n = 0; n == 0 || value > 0; n++, value /= 10) {
        if (comma != 0 && n > 0 && n % 3 == 0) buffer[--at] = comma;
        buffer[--at] = (char)('0' + value % 10);
    }
    *length = 28 - at;
    return buffer + at;
}

static void write_digits(struct writer *writer, int64_t value, char comma) {
    char buffer[28];
    size_t length;
    const char *digits = digits_of(buffer, value, comma, &length);
    write_bytes(writer, digits, length);
}

void write_integer(struct writer *writer, int64_t value) {
    if (value < 0) write_bytes(writer, "-", 1);
    write_digits(writer, value < 0 ? -value : value, 0);
}

static void write_decimal(struct writer *writer, int64_t value, char comma) {
    if (value < 0) {
        write_bytes(writer, "-", 1);
        value = -value;
    }
    write_digits(writer, value / 100, comma);
    int hundredths = (int)(value % 100);
    if (hundredths == 0) return;
    char text[3] = {'.', (char)('0' + hundredths / 10), (char)('0' + hundredths % 10)};
    write_bytes(writer, text, hundredths % 10 == 0 ? 2 : 3);
}

void write_hundredths(struct writer *writer, int64_t value) { write_decimal(writer, value, 0); }

void write_grouped(struct writer *writer, int64_t hundredths) { write_decimal(writer, hundredths, ','); }

/* Of eight bytes those that have to be escaped, by their top bits: below 0x20, a quotation mark or a backslash. */
static uint64_t escapes_in(const char *eight_bytes) {
    const uint64_t each = UINT64_C(0x0101010101010101), tops = each << 7;
    uint64_t bytes;
    memcpy(&bytes, eight_bytes, sizeof bytes);
    uint64_t quote = bytes ^ each * '"', slash = bytes ^ each * '\\';
    return (((bytes - each * 0x20) & ~bytes) | ((quote - each) & ~quote) | ((slash - each) & ~slash)) & tops;
}

/* Whether a text stands for itself: eight bytes at a time, the last eight of them whatever was looked at before. */
static bool is_plain(const char *text, size_t length) {
    char few[] = "        ";
    if (length < 8) return escapes_in(memcpy(few, text, length)) == 0;
    uint64_t found = escapes_in(text + length - 8);
    for (size_t i = 0; i + 8 < length; i += 8) found |= escapes_in(text + i);
    return found == 0;
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
    if (is_plain(text, length)) {
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
    if (write_room(writer, 0) == NULL) return NULL;
    writer->data[writer->length] = '\0';
    return writer->data;
}

char *write_take(struct writer *writer) {
    char *text = write_end(writer);
    if (text == NULL) write_free(writer);
    return text;
}

const char *write_keep(struct writer *writer, struct arena *arena) {
    const char *kept = writer->failed ? NULL : arena_copy(arena, writer->data == NULL ? "" : writer->data, writer->length);
    write_free(writer);
    return kept;
}

void write_free(struct writer *writer) {
    free(writer->data);
    *writer = (struct writer){0};
}

char *hs_money_text(char *buffer, int64_t fen) {
    if (fen == HS_UNBOUNDED) return strcpy(buffer, "∞");
    struct writer writer = {.data = buffer, .capacity = HS_MONEY_TEXT};
    write_grouped(&writer, fen); /* the longest, 92,233,720,368,547,758.07 with a sign, is 26 bytes */
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
    if (distance > 2 + (int)strlen(text) / 4) return;
    if (nearest->candidate != NULL && distance >= nearest->distance) return;
    *nearest = (struct nearest){candidate, distance};
}
