/* Reads the registers of what was evaluated. */
#include "evaluate.h"

struct records frame_records(const struct frame *frame, int32_t list, int32_t lane) {
    const struct column *column = &frame->columns->slots[list];
    int32_t first = column->begin[frame->first];
    return (struct records){column->begin[frame->first + lane] - first, column->begin[frame->first + lane + 1] - first,
                            column->stated[frame->first + lane] != 0};
}
