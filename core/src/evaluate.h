/* The one evaluator: runs a plan over lanes of columns, each step into its register. Whoever wants to know why reads the registers. */
#ifndef EVALUATE_H
#define EVALUATE_H

#include "arena.h"
#include "columns.h"
#include "plan.h"

#include <huisuan/huisuan.h>

struct frame {
    const struct plan *plan;
    const struct columns *columns;
    int32_t first, lanes; /* of the columns */
    struct numbers *numbers;
    struct truths *truths;
    int32_t *overflow; /* by lane: 1 + the first step whose result did not fit; 0: all did */
};

/* Evaluates `lanes` lanes from `first` on. What it writes lives in the arena; the columns must stay. */
int evaluate(struct frame *out, const struct plan *plan, const struct columns *columns, int32_t first, int32_t lanes, struct arena *arena,
             hs_error *error);

/* The same of what one measure needs; the other registers are not set. */
int evaluate_portion(struct frame *out, const struct plan *plan, const struct portion *portion, const struct columns *columns,
                     int32_t first, int32_t lanes, struct arena *arena, hs_error *error);

/* Where the lanes of a list's records, or of the applicants for NO_LIST, begin in its columns, and how many there are. */
static inline int32_t frame_first(const struct frame *frame, int32_t list) {
    return list == NO_LIST ? frame->first : frame->columns->slots[list].begin[frame->first];
}

static inline int32_t frame_lanes(const struct frame *frame, int32_t list) {
    if (list == NO_LIST) return frame->lanes;
    const int32_t *begin = frame->columns->slots[list].begin;
    return begin[frame->first + frame->lanes] - begin[frame->first];
}

/* The applicant's lane to which a lane of the step belongs. */
static inline int32_t frame_owner(const struct frame *frame, int32_t list, int32_t lane) {
    return list == NO_LIST ? lane : frame->columns->slots[list].lane_of[frame_first(frame, list) + lane] - frame->first;
}

static inline hs_interval frame_number(const struct frame *frame, int32_t out, int32_t at) {
    return (hs_interval){frame->numbers[out].low[at], frame->numbers[out].high[at]};
}

static inline int32_t frame_truth(const struct frame *frame, int32_t out, int32_t at) {
    return frame->truths[out].low[at] + frame->truths[out].high[at]; /* enum hs_known */
}

/* The records of a list in one lane, numbered from the frame's first record. */
struct records {
    int32_t begin, end;
    bool stated;
};
static inline struct records frame_records(const struct frame *frame, int32_t list, int32_t lane) {
    const struct column *column = &frame->columns->slots[list];
    int32_t first = column->begin[frame->first];
    return (struct records){column->begin[frame->first + lane] - first, column->begin[frame->first + lane + 1] - first,
                            column->stated[frame->first + lane] != 0};
}

/* Where a walk over terms stands: in a lane and, within a list, at one of its records, numbered as above. */
struct spot {
    int32_t lane, record;
};

/* What a term came out as. A percentage inside a comparison is rounded half up here, though the comparison itself is exact. */
static inline int32_t term_truth(const struct frame *frame, const struct term *term, struct spot spot) {
    return frame_truth(frame, term->out, term->list == NO_LIST ? spot.lane : spot.record);
}
static inline hs_interval term_figure(const struct frame *frame, const struct term *term, struct spot spot) {
    return frame_number(frame, term->out, term->list == NO_LIST ? spot.lane : spot.record);
}

#endif
