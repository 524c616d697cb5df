#include "clauses.h"

#include <stdbool.h>
#include <string.h>

/* ---- Numbers ----------------------------------------------------------------------------------------------------------------------

   A clause is read as numbers and what stands between them: 三(四)10 is 3, "(", 4, ")", 10. */

enum { LAST = 1000000 };

/* The value of a Chinese digit at `text`, 10 for 十; -1 where there is none. All of them are three bytes. */
static int32_t chinese_digit(const char *text) {
    static const char digits[] = "〇一二三四五六七八九十";
    for (int32_t i = 0; i <= 10; i++)
        if (strncmp(text, digits + 3 * i, 3) == 0) return i;
    return -1;
}

/* 三, 十五, 二十, 二十三. */
static const char *read_chinese(const char *text, int32_t *out) {
    *out = 0;
    for (int32_t digit; (digit = chinese_digit(text)) >= 0; text += 3) {
        if (digit < 10)
            *out += digit;
        else
            *out = *out == 0 ? 10 : *out * 10;
    }
    return text;
}

static const char *read_arabic(const char *text, int32_t *out) {
    *out = 0;
    for (; *text >= '0' && *text <= '9'; text++)
        if (*out < LAST / 10) *out = *out * 10 + (*text - '0');
    return text;
}

/* A number, or the last paragraph, at `text`; `text` itself where there is none. */
static const char *read_number(const char *text, int32_t *out) {
    static const char last[] = "末段";
    if (strncmp(text, last, sizeof last - 1) == 0) return *out = LAST, text + sizeof last - 1;
    if (*text >= '0' && *text <= '9') return read_arabic(text, out);
    return read_chinese(text, out);
}

int clauses_compare(const char *x, const char *y) {
    while (*x != '\0' && *y != '\0') {
        int32_t of_x, of_y;
        const char *behind_x = read_number(x, &of_x), *behind_y = read_number(y, &of_y);
        bool number = behind_x != x && behind_y != y;
        if (!number && behind_x != x && of_x == LAST) return 1;
        if (!number && behind_y != y && of_y == LAST) return -1;
        if (!number && *x != *y) return 0;
        if (number && of_x != of_y) return of_x < of_y ? -1 : 1;
        x = number ? behind_x : x + 1;
        y = number ? behind_y : y + 1;
    }
    return *x == *y ? 0 : *x == '\0' ? -1 : 1;
}

/* ---- Order ----------------------------------------------------------------------------------------------------------------------- */

/* Puts a clause behind the last one that it is known to follow, else before the first that it is known to precede, else at the end. */
static void insert(const char **clauses, int32_t *count, const char *clause) {
    int32_t at = -1;
    for (int32_t i = 0; i < *count; i++) {
        if (strcmp(clauses[i], clause) == 0) return;
        if (clauses_compare(clauses[i], clause) < 0) at = i + 1;
    }
    for (int32_t i = *count - 1; at < 0 && i >= 0; i--)
        if (clauses_compare(clause, clauses[i]) < 0 && (i == 0 || clauses_compare(clause, clauses[i - 1]) >= 0)) at = i;
    if (at < 0) at = *count;
    memmove(clauses + at + 1, clauses + at, (size_t)(*count - at) * sizeof *clauses);
    clauses[at] = clause;
    (*count)++;
}

const char *const *clauses_in_order(const hs_policy *policy, int32_t *count, struct arena *arena) {
    const char **clauses =
        arena_array(arena, (size_t)policy->measure_count + (size_t)policy->limit_count + (size_t)policy->silence_count, sizeof *clauses);
    *count = 0;
    if (clauses == NULL) return NULL;
    for (int32_t i = 0; i < policy->measure_count; i++) insert(clauses, count, policy->measures[i].clause);
    for (int32_t i = 0; i < policy->limit_count; i++) insert(clauses, count, policy->limits[i].clause);
    for (int32_t i = 0; i < policy->silence_count; i++) insert(clauses, count, policy->silences[i].clause);
    return clauses;
}
