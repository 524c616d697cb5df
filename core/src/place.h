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

/* 20240501: in the order of the days. */
int64_t date_number(hs_date date);

/* The sign of x - y. */
int date_compare(hs_date x, hs_date y);

/* The day after (by = 1) or before (by = -1) one that there is. */
hs_date date_step(hs_date date, int by);

/* Whether a policy has ended, and what arose before can still be applied for. */
bool policy_is_claimable(const hs_policy *policy, hs_date day);

bool window_is_given(hs_window window);

/* Whether a day lies in a time of each year. */
bool window_is_open(hs_window window, hs_date day);

#endif
