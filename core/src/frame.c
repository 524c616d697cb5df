/* Reads the registers of what was evaluated. */
#include "evaluate.h"

struct records frame_records(const struct frame *frame, int32_t list, int32_t lane) {
    const struct column *column = &frame->columns->slots[list];
    int32_t first = column->begin[frame->first];
    return (struct records){column->begin[frame->first + lane] - first, column->begin[frame->first + lane + 1] - first,
                            column->stated[frame->first + lane] != 0};
}

int32_t term_truth(const struct frame *frame, const struct term *term, struct spot spot) {
    return frame_truth(frame, term->out, term->list == NO_LIST ? spot.lane : spot.record);
}

hs_interval term_figure(const struct frame *frame, const struct term *term, struct spot spot) {
    return frame_number(frame, term->out, term->list == NO_LIST ? spot.lane : spot.record);
}
