/* Reads the registers of what was evaluated. */
#include "evaluate.h"
#include "money.h"

struct records frame_records(const struct frame *frame, int32_t list, int32_t lane) {
    const struct column *column = &frame->columns->slots[list];
    int32_t first = column->begin[frame->first];
    return (struct records){column->begin[frame->first + lane] - first, column->begin[frame->first + lane + 1] - first,
                            column->stated[frame->first + lane] != 0};
}

hs_interval term_product(const struct frame *frame, const struct term *term, struct spot spot) {
    bool of_fact = term->node->op == HS_OP_PERCENT_OF;
    hs_interval x = term_figure(frame, &term->arguments[of_fact ? 1 : 0], spot), out = ANYTHING;
    hs_interval rate = of_fact ? term_figure(frame, &term->arguments[0], spot) : (hs_interval){term->node->value, term->node->value};
    if (!end_percent(&out.low, rate.low, x.low)) out.low = 0;
    if (!end_percent(&out.high, rate.high, x.high)) out.high = HS_UNBOUNDED;
    return out;
}
