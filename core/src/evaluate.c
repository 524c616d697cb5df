#include "evaluate.h"

#include "error.h"
#include "steps.h"

/* The ends of one register, which its step sets. */
static bool make_register(struct frame *frame, bool truth, int32_t out, int32_t lanes, struct arena *arena) {
    void *ends = arena_room(arena, 2 * (size_t)lanes, truth ? sizeof(uint8_t) : sizeof(int64_t));
    if (ends == NULL) return false;
    if (truth)
        frame->truths[out] = (struct truths){ends, (uint8_t *)ends + lanes};
    else
        frame->numbers[out] = (struct numbers){ends, (int64_t *)ends + lanes};
    return true;
}

/* A column is read where it stands. */
static void set_column(struct frame *frame, const struct input *input, int32_t first) {
    const struct column *column = &frame->columns->slots[input->slot];
    if (input->field >= 0) column = &column->fields[input->field];
    if (input->truth)
        frame->truths[input->out] = (struct truths){column->truths.low + first, column->truths.high + first};
    else
        frame->numbers[input->out] = (struct numbers){column->numbers.low + first, column->numbers.high + first};
}

/* Set up once for all, where it is long enough. */
static void set_constant(struct frame *frame, const struct input *input) {
    if (input->truth)
        frame->truths[input->out] = (struct truths){input->lanes, input->lanes};
    else
        frame->numbers[input->out] = (struct numbers){input->lanes, input->lanes};
}

static bool set_input(struct frame *frame, const struct input *input, struct arena *arena) {
    int32_t list = (input->truth ? frame->plan->truth_list : frame->plan->number_list)[input->out], lanes = frame_lanes(frame, list);
    if (input->slot >= 0) return set_column(frame, input, frame_first(frame, list)), true;
    if (input->slot == SLOT_CONSTANT && lanes <= CONSTANT_LANES) return set_constant(frame, input), true;
    if (!make_register(frame, input->truth, input->out, lanes, arena)) return false;
    if (input->truth) {
        struct truths out = frame->truths[input->out];
        for (int32_t i = 0; i < lanes; i++) out.low[i] = out.high[i] = (uint8_t)input->value;
        return true;
    }
    struct numbers out = frame->numbers[input->out];
    for (int32_t i = 0; i < lanes; i++)
        out.low[i] = out.high[i] =
            input->slot == SLOT_DAY ? frame->columns->days[frame->first + frame_owner(frame, list, i)] : input->value;
    return true;
}

int evaluate_portion(struct frame *out, const struct plan *plan, const struct portion *portion, const struct columns *columns,
                     int32_t first, int32_t lanes, struct arena *arena, hs_error *error) {
    struct frame frame = {.plan = plan, .columns = columns, .first = first, .lanes = lanes};
    frame.numbers = arena_room(arena, (size_t)plan->number_count, sizeof *frame.numbers);
    frame.truths = arena_room(arena, (size_t)plan->truth_count, sizeof *frame.truths);
    frame.overflow = arena_array(arena, (size_t)lanes, sizeof *frame.overflow);
    bool made = frame.numbers != NULL && frame.truths != NULL && frame.overflow != NULL;
    for (int32_t i = 0; made && i < portion->input_count; i++) made = set_input(&frame, &plan->inputs[portion->inputs[i]], arena);
    for (int32_t i = 0; made && i < portion->step_count; i++) {
        const struct step *step = &plan->steps[portion->steps[i]];
        int32_t step_lanes = frame_lanes(&frame, step->list);
        made = make_register(&frame, step_gives_truth(step->op), step->out, step_lanes, arena);
        if (made) step_run(&frame, step, step_lanes);
    }
    if (!made) return error_memory(error);
    *out = frame;
    return HS_OK;
}

int evaluate(struct frame *out, const struct plan *plan, const struct columns *columns, int32_t first, int32_t lanes, struct arena *arena,
             hs_error *error) {
    return evaluate_portion(out, plan, &plan->whole, columns, first, lanes, arena, error);
}
