/* The ways of calls that lead to an allocation, by the addresses that it returns to, and which allocations are the first on theirs. */
#ifndef WAYS_H
#define WAYS_H

#include <execinfo.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FRAMES = 9, WAYS_MAX = 1 << 16, FIRSTS_MAX = 1 << 20 };

static uint64_t ways[WAYS_MAX];
static bool firsts[FIRSTS_MAX], noted; /* while the scenario runs in which nothing fails */

static uint64_t mixed(uint64_t digest, uint64_t value) { return (digest ^ value) * UINT64_C(1099511628211); }

static bool is_first_on_its_way(void) {
    void *frames[FRAMES];
    uint64_t way = UINT64_C(14695981039346656037);
    int count = backtrace(frames, FRAMES);
    for (int i = 0; i < count; i++) way = mixed(way, (uintptr_t)frames[i]);
    size_t at = way % WAYS_MAX;
    while (ways[at] != 0 && ways[at] != way) at = (at + 1) % WAYS_MAX;
    bool first = ways[at] == 0;
    ways[at] = way;
    return first;
}

/* Allocation `number` was asked for. */
static void note(int64_t number) {
    if (noted && number < FIRSTS_MAX) firsts[number] = is_first_on_its_way();
}

static bool is_first(int64_t number) { return number < FIRSTS_MAX && firsts[number]; }

#endif
