/* What the gate has read: finding, naming and refusing values, and decimal figures exactly. */
#include "error.h"
#include "gate.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct json *json_member(const struct json *object, const char *key) {
    uint32_t hash = text_hash(key);
    for (const struct json *member = object->first; member != NULL; member = member->next)
        if (member->key_hash == hash && strcmp(member->key, key) == 0) return member;
    return NULL;
}

char *json_path(char *buffer, size_t size, const struct json *value) {
    buffer[0] = '\0';
    if (value->parent == NULL) return buffer;
    json_path(buffer, size, value->parent);
    size_t length = strlen(buffer);
    if (value->parent->kind == JSON_ARRAY)
        snprintf(buffer + length, size - length, "[%d]", (int)value->index);
    else
        snprintf(buffer + length, size - length, "%s%s", length == 0 ? "" : ".", value->key);
    return buffer;
}

hs_text json_kind_name(enum json_kind kind) {
    static const hs_text names[] = {
        [JSON_NULL] = {"null", "null"},
        [JSON_FALSE] = {"false", "false"},
        [JSON_TRUE] = {"true", "true"},
        [JSON_NUMBER] = {"一个数", "a number"},
        [JSON_STRING] = {"一个字符串", "a string"},
        [JSON_ARRAY] = {"一个数组", "an array"},
        [JSON_OBJECT] = {"一个对象", "an object"},
    };
    return names[kind];
}

int json_fault(hs_error *error, const struct json *value, const char *zh, const char *en, ...) {
    char path[256];
    struct place_of_error place = {json_path(path, sizeof path, value), value->line, value->column, NULL};
    va_list arguments;
    va_start(arguments, en);
    error_set_list(error, HS_INPUT, place, zh, en, arguments);
    va_end(arguments);
    return HS_INPUT;
}

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/* A figure of digits alone, or with one or two behind a point, as hundredths: few enough to be below JSON_NUMBER_BOUND; -1 of any other. */
static int64_t plain_hundredths(const char *text) {
    enum { DIGITS = 13 };
    int64_t value = 0;
    int at = 0;
    for (; at < DIGITS && is_digit(text[at]); at++) value = value * 10 + (text[at] - '0');
    if (at == 0 || (at > 1 && text[0] == '0')) return -1;
    value *= 100;
    if (text[at] == '.' && is_digit(text[at + 1])) {
        value += 10 * (text[at + 1] - '0');
        at += 2;
        if (is_digit(text[at])) value += text[at++] - '0';
    }
    return text[at] == '\0' ? value : -1;
}

/* Digits with a decimal point after the first `whole` of them, as hundredths. */
static enum decimal_fault digits_to_hundredths(int64_t *out, const char *digits, int count, int64_t whole) {
    while (count > 0 && digits[count - 1] == '0') count--;
    if (count == 0) return *out = 0, DECIMAL_OK;
    if (count > whole + 2) return DECIMAL_TOO_FINE;
    if (whole > 18) return DECIMAL_TOO_LARGE;
    int64_t value = 0;
    for (int64_t i = 0; i < whole + 2; i++) {
        int digit = i < count ? digits[i] - '0' : 0;
        if (value > (HS_UNBOUNDED - 1 - digit) / 10) return DECIMAL_TOO_LARGE;
        value = value * 10 + digit;
    }
    *out = value;
    return DECIMAL_OK;
}

static size_t digits_at(const char *text) {
    size_t count = 0;
    while (is_digit(text[count])) count++;
    return count;
}

enum decimal_fault json_hundredths(int64_t *out, const struct json *value) {
    const char *at = value->text;
    char digits[GATE_STRING_MAX];
    int count = 0;
    int64_t whole = 0, exponent = 0;
    bool number = value->kind == JSON_NUMBER, negative = *at == '-', leading = true;
    int64_t plain = plain_hundredths(at); /* as most are */
    if (plain >= 0) return *out = plain, DECIMAL_OK;
    if (negative) at++;
    if (!number) { /* the grammar of a number is known; a string may hold anything */
        size_t integer = digits_at(at), fraction = at[integer] == '.' ? digits_at(at + integer + 1) : 0;
        bool extra_zero = integer > 1 && at[0] == '0';
        if (integer == 0 || extra_zero || at[integer + fraction + (fraction > 0)] != '\0') return DECIMAL_FORM;
        if (fraction > 2) return DECIMAL_TOO_FINE;
        if (integer > 18) return DECIMAL_TOO_LARGE;
    }
    for (bool after_point = false; *at != '\0' && *at != 'e' && *at != 'E'; at++) {
        if (*at == '.') {
            after_point = true;
            continue;
        }
        leading = leading && *at == '0';
        if (!after_point && !leading) whole++;
        if (after_point && leading) whole--; /* 0.001 is the digit 1 with the point two places to its left */
        if (!leading) digits[count++] = *at;
    }
    if (*at != '\0') {
        bool down = at[1] == '-';
        for (at += 1 + (at[1] == '-' || at[1] == '+'); *at != '\0'; at++)
            if (exponent < 1000) exponent = exponent * 10 + (*at - '0');
        whole += down ? -exponent : exponent;
    }
    int64_t hundredths = 0;
    enum decimal_fault fault = digits_to_hundredths(&hundredths, digits, count, whole);
    if (fault != DECIMAL_OK) return fault;
    if (negative && hundredths != 0) return DECIMAL_NEGATIVE;
    if (number && hundredths >= JSON_NUMBER_BOUND * 100) return DECIMAL_TOO_LARGE;
    *out = hundredths;
    return DECIMAL_OK;
}
