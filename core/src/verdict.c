#include "verdict.h"

#include "error.h"
#include "money.h"
#include "place.h"
#include "settle.h"

/* The greatest of the figures that enter the step where the amount does not fit names the culprit best. */
static const char *culprit(const struct inquiry *q, const struct frame *frame, const struct step *step, int32_t lane) {
    const char *fact = "?";
    int64_t most = -1;
    for (int32_t i = 0; i < frame->plan->input_count; i++)
        for (int32_t a = 0; a < step->count; a++) {
            const struct input *input = &frame->plan->inputs[i];
            if (input->truth || input->out != step->in[a] || input->slot < 0) continue;
            hs_interval figure =
                input->field < 0 ? frame_number(frame, input->out, lane) : NOTHING_AT_ALL; /* records have their own lanes */
            int64_t end = figure.high == HS_UNBOUNDED ? figure.low : figure.high;
            if (end > most) most = end, fact = q->engine->dictionary.slots[input->slot].fact->id;
        }
    return fact;
}

static int fault_overflow(const struct inquiry *q, const struct frame *frame, const struct loaded_policy *loaded, int32_t lane) {
    const char *fact = culprit(q, frame, &frame->plan->steps[frame->overflow[lane] - 1], lane);
    return error_set(q->error, HS_INPUT, AT_PATH(loaded->policy->id), "按填报的数值计算，金额超出范围，请核对“%s”等数值",
                     "with these figures an amount is beyond what can be computed; check \"%s\" and the other figures", fact);
}

static void begin(hs_measure_result *out, const struct loaded_policy *loaded, int32_t m, hs_date day) {
    const struct term *pays = loaded->plan.pays[m];
    const hs_measure *measure = &loaded->policy->measures[m];
    *out = (hs_measure_result){.measure = measure, .id = loaded->measure_ids[m], .standing = HS_INELIGIBLE};
    out->unstated = pays != NULL && measure->pays->n.op == HS_OP_UNSTATED;
    out->has_amount = pays != NULL && !out->unstated;
    out->evidence = loaded->evidence[m].items;
    out->evidence_count = loaded->evidence[m].count;
    out->window_open = window_is_given(measure->window) && window_is_open(measure->window, day);
    if (pays != NULL) out->formula = pays->rule;
    if (out->has_amount) settle_nothing(out);
}

void verdict_begin(hs_policy_result *out, hs_measure_result *measures, const struct loaded_policy *loaded, hs_date day) {
    for (int32_t m = 0; m < loaded->policy->measure_count; m++) begin(&measures[m], loaded, m, day);
    *out = (hs_policy_result){.policy = loaded->policy,
                              .sha256 = loaded->sha256,
                              .in_force = hs_policy_in_force(loaded->policy, day),
                              .measures = measures,
                              .count = loaded->policy->measure_count,
                              .overlay = loaded->overlay,
                              .overlay_count = loaded->overlay_count,
                              .json = loaded->json};
}

/* Most measures are for others: of who is not eligible there is nothing to say but what was received. */
static int judge(hs_measure_result *out, const struct inquiry *q, const struct loaded_policy *loaded, const struct frame *frame,
                 int32_t lane, int32_t m, struct arena *arena) {
    static const int32_t standings[] = {[HS_FALSE] = HS_INELIGIBLE, [HS_UNKNOWN] = HS_UNDETERMINED, [HS_TRUE] = HS_ELIGIBLE};
    int32_t truth = frame_truth(frame, loaded->plan.when[m].out, lane);
    bool memory = false;
    if (truth == HS_FALSE && q->applicant.received_count == 0) return HS_OK;
    out->standing = standings[truth];
    if (out->has_amount && !settle_measure(out, frame_number(frame, loaded->plan.pays[m]->out, lane), &q->applicant, arena, &memory)) {
        if (memory) return error_memory(q->error);
        return error_set(q->error, HS_INPUT, AT_PATH(out->id), "金额超出可以计算的范围，请核对填报的数值",
                         "the amount is beyond what can be computed; check the figures");
    }
    return HS_OK;
}

static int read_ceilings(hs_policy_result *out, const struct inquiry *q, const struct loaded_policy *loaded, const struct frame *frame,
                         int32_t lane, struct arena *arena) {
    int32_t limits = loaded->policy->limit_count;
    hs_interval *ceilings = arena_room(arena, (size_t)limits, sizeof *ceilings);
    hs_text *rules = arena_room(arena, (size_t)limits, sizeof *rules);
    if (ceilings == NULL || rules == NULL) return error_memory(q->error);
    for (int32_t i = 0; i < limits; i++) {
        ceilings[i] = frame_number(frame, loaded->plan.ceilings[i].out, lane);
        rules[i] = loaded->plan.ceilings[i].rule;
    }
    out->ceilings = ceilings;
    out->ceiling_rules = rules;
    return HS_OK;
}

int verdict_policy(hs_policy_result *out, hs_measure_result *measures, const struct inquiry *inquiry, const struct loaded_policy *loaded,
                   const struct frame *frame, int32_t lane, struct arena *arena) {
    if (frame->overflow[lane] != 0) return fault_overflow(inquiry, frame, loaded, lane);
    for (int32_t m = 0; m < loaded->policy->measure_count; m++) {
        int status = judge(&measures[m], inquiry, loaded, frame, lane, m, arena);
        if (status != HS_OK) return status;
    }
    return read_ceilings(out, inquiry, loaded, frame, lane, arena);
}
