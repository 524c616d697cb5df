/* What applicants state, column by column: one lane for each applicant and place. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "applicant.h"
#include "plan.h"

#include <huisuan/huisuan.h>
#include <stdint.h>

/* Intervals, end by end. */
struct numbers {
    int64_t *low, *high;
};
struct truths {
    uint8_t *low, *high;
};

/* One fact. Its type says whether the numbers, the truths or the records are set. */
struct column {
    struct numbers numbers;
    struct truths truths;
    struct column *fields;  /* of a list, over all records of all lanes, lane by lane */
    const int32_t *begin;   /* of a list: where the records of each lane begin; one more for the end */
    const int32_t *lane_of; /* of a list: the lane of each record */
    const uint8_t *stated;  /* of a list: by lane, whether it is known */
};

struct columns {
    int32_t lanes;
    struct column *slots; /* as in the dictionary */
    int64_t *days;        /* the day as of which each lane is assessed, as 20240501 */
};

/* One applicant at one place. */
struct lane {
    const struct applicant *applicant;
    const char *place;
};

/* The columns of several lanes: of each fact the nearest value that holds for the lane's place. `read` says by slot which facts are read, the
   others are not set; NULL: all are. */
int columns_build(struct columns *out, const struct dictionary *dictionary, const bool *read, const struct lane *lanes, int32_t count,
                  struct arena *arena, hs_error *error);

/* The same of what one measure, or a whole plan, reads; the others are not set. */
int columns_build_for(struct columns *out, const struct portion *portion, const struct dictionary *dictionary, const struct lane *lanes,
                      int32_t count, struct arena *arena, hs_error *error);

/* Makes a fact that is no list otherwise in one lane. */
void columns_set(struct columns *self, const struct dictionary *dictionary, int32_t slot, int32_t lane, hs_interval value);

#endif
