/* What would have to be otherwise for a condition to come out as wanted: reads the trees and the registers of a frame of one lane. */
#ifndef REPAIR_H
#define REPAIR_H

#include "dictionary.h"
#include "evaluate.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <string.h>

enum {
    DEMANDS_MAX = 8,  /* of one repair */
    REPAIRS_MAX = 256 /* of one condition */
};

/* What one fact would have to be. */
struct demand {
    const hs_fact *fact; /* the list, of a new record as such */
    int32_t slot, field; /* field: of the list, or -1 */
    int32_t record;      /* of the list, or -1 */
    bool fresh;          /* of a record that is yet to be added, behind the last */
    hs_interval allowed; /* of a figure the range, of a truth the point, of a choice the values as bits (low), of choices those that it
                            must hold (low) and must not hold (high) */
};

/* Demands that together do it. */
struct repair {
    int32_t count;
    struct demand demands[DEMANDS_MAX];
};

struct repairs {
    struct repair *items;
    int32_t count, capacity;
};

struct repairer {
    const struct frame *frame;
    const struct dictionary *dictionary;
    struct arena *arena;
    bool failed; /* memory ran out */
};

/* The ways to make a condition surely true, or surely false; none if there is no way that touches only what can be changed, with at most
   HS_CHANGES_MAX changes. Each is to be tried out: it minds one condition at a time. */
struct repairs repair_condition(struct repairer *self, const struct term *term, struct spot spot, bool wanted);

/* Copies the demands that there are. */
static inline void repair_copy(struct repair *out, const struct repair *repair) {
    out->count = repair->count;
    memcpy(out->demands, repair->demands, (size_t)repair->count * sizeof *repair->demands);
}

/* How many facts a repair changes; a new record counts as one. */
int32_t repair_size(const struct repair *repair);

/* A repair that makes one fact so. */
struct repair repair_fact(const struct repairer *self, const hs_fact *fact, struct spot spot, hs_interval allowed);

/* Whether nobody can bring a fact about; a field is as its list. */
bool repair_is_fixed(const hs_fact *fact);

/* Whether the day assessed keeps a condition from being as wanted, whatever is stated. */
bool repair_is_out_of_time(const struct frame *frame, const struct term *term, bool wanted);

/* The facts that nobody can change and because of which a condition cannot come out as wanted; their number, at most `room`. With `known`
   only those that are known to stand in the way. */
int32_t repair_obstacles(const struct repairer *self, const struct term *term, bool wanted, bool known, hs_subject *out, int32_t room);

#endif
