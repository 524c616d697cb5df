#include "place.h"

#include <string.h>

bool adcode_is_valid(const char *adcode) { return strlen(adcode) == 6 && strspn(adcode, "0123456789") == 6 && adcode[0] != '0'; }

int adcode_level(const char *adcode) {
    if (strcmp(adcode + 2, "0000") == 0) return 0;
    return strcmp(adcode + 4, "00") == 0 ? 1 : 2;
}

bool adcode_covers(const char *outer, const char *inner) {
    static const size_t shared_digits[] = {2, 4, 6};
    return strncmp(outer, inner, shared_digits[adcode_level(outer)]) == 0;
}

int32_t hs_policy_covers(const hs_policy *policy, const char *adcode) { return adcode_covers(policy->adcode, adcode); }

static int days_of_month(int32_t year, int32_t month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_is_valid(hs_date date) {
    return date.year >= 1949 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_of_month(date.year, date.month);
}

hs_date date_step(hs_date date, int by) {
    date.day += by;
    if (date.day < 1 && --date.month < 1) date.month = 12, date.year--;
    if (date.day < 1) date.day = days_of_month(date.year, date.month);
    if (date.day <= days_of_month(date.year, date.month)) return date;
    date.day = 1;
    if (++date.month > 12) date.month = 1, date.year++;
    return date;
}

bool date_is_given(hs_date date) { return date.year != 0; }

int64_t date_number(hs_date date) { return ((int64_t)date.year * 100 + date.month) * 100 + date.day; }

int date_compare(hs_date x, hs_date y) {
    int64_t a = date_number(x), b = date_number(y);
    return (a > b) - (a < b);
}

bool window_is_given(hs_window window) { return window.from_month != 0; }

bool window_is_open(hs_window window, hs_date day) {
    int32_t now = day.month * 100 + day.day, from = window.from_month * 100 + window.from_day;
    int32_t until = window.until_month * 100 + window.until_day;
    return from <= until ? now >= from && now <= until : now >= from || now <= until;
}

int hs_date_read(hs_date *out, const char *text) {
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') return 0;
    int32_t parts[3] = {0};
    for (int i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            part++;
            continue;
        }
        if (text[i] < '0' || text[i] > '9') return 0;
        parts[part] = parts[part] * 10 + (text[i] - '0');
    }
    hs_date date = {parts[0], parts[1], parts[2]};
    if (!date_is_valid(date)) return 0;
    *out = date;
    return 1;
}

/* The last digits of a number. Returns where they end. */
static char *put_last(char *out, unsigned number, int digits) {
    for (int i = digits - 1; i >= 0; i--, number /= 10) out[i] = (char)('0' + number % 10);
    return out + digits;
}

char *hs_date_text(char *buffer, hs_date date) {
    char *at = put_last(buffer, (unsigned)date.year, 4);
    *at++ = '-';
    at = put_last(at, (unsigned)date.month, 2);
    *at++ = '-';
    *put_last(at, (unsigned)date.day, 2) = '\0';
    return buffer;
}

bool policy_is_claimable(const hs_policy *policy, hs_date day) {
    return date_is_given(policy->claimable_until) && date_compare(day, policy->expires) > 0 &&
           date_compare(day, policy->claimable_until) <= 0;
}

int32_t hs_policy_in_force(const hs_policy *policy, hs_date day) {
    if (policy_is_claimable(policy, day)) return HS_UNKNOWN;
    if (date_is_given(policy->effective) && date_compare(day, policy->effective) < 0) return HS_FALSE;
    if (date_is_given(policy->expires) && date_compare(day, policy->expires) > 0) return HS_FALSE;
    return date_is_given(policy->effective) && date_is_given(policy->expires) ? HS_TRUE : HS_UNKNOWN;
}
