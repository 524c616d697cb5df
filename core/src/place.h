/* Places (GB/T 2260 codes) and dates. */
#ifndef PLACE_H
#define PLACE_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* Six digits, the first not 0. */
bool adcode_is_valid(const char *adcode);

/* Whether `inner` is `outer` or lies in it: XX0000 covers XX****, XXXX00 covers XXXX**, any other code itself only. */
bool adcode_covers(const char *outer, const char *inner);

/* How near an area that covers a place is: 2 the district, 1 the city, 0 the province. */
int adcode_level(const char *adcode);

bool date_is_valid(hs_date date);
bool date_is_given(hs_date date);

/* The sign of x - y. */
int date_compare(hs_date x, hs_date y);

/* Reads YYYY-MM-DD (RFC 3339, full-date); false where it is not one or no such day exists. */
bool date_read(hs_date *out, const char *text);

#define DATE_TEXT 12
char *date_text(char buffer[DATE_TEXT], hs_date date);

/* Whether a policy is in force on a day (enum hs_known), both ends included; unknown where the document gives no dates. */
int32_t policy_in_force(const hs_policy *policy, hs_date day);

#endif
