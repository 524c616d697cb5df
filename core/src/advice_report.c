#include "advice_report.h"

#include "json_writer.h"

void write_missing(struct writer *w, const hs_measure_result *result) {
    write_text(w, ",\"missing\":[");
    for (int32_t i = 0; i < result->missing_count; i++) {
        comma(w);
        write_subject_text(w, result->missing[i].subject);
    }
    write_text(w, "]");
}

/* A new record as an object of the fields that it must state. */
static void write_record(struct writer *w, const hs_fact_change *change) {
    write_text(w, "{");
    for (int32_t i = 0; i < change->field_count; i++) {
        const hs_fact_change *field = &change->fields[i];
        key(w, field->subject.fact->id);
        write_value(w, field->need, field->subject.fact->type, field->subject.fact);
    }
    write_text(w, "}");
}

/* The keys of what there is much of stand here and below as they are written, without a look at what is before them. */
static void write_change(struct writer *w, const hs_fact_change *change, const hs_change_set *set) {
    const hs_fact *fact = change->subject.fact;
    write_text(w, "{\"fact\":");
    write_subject_text(w, change->subject);
    write_text(w, ",\"have\":");
    write_value(w, change->have, fact->type, fact);
    write_text(w, ",\"need\":");
    if (fact->type == HS_LIST)
        write_record(w, change);
    else
        write_value(w, change->need, fact->type, fact);
    write_text(w, ",\"brings\":");
    if (set->has_amount)
        write_interval(w, set->brings);
    else
        write_text(w, "null");
    write_text(w, "}");
}

void write_changes(struct writer *w, const hs_measure_result *result) {
    write_text(w, ",\"change\":[");
    for (int32_t i = 0; i < result->change_count; i++) {
        const hs_change_set *set = &result->changes[i];
        comma(w);
        write_text(w, "[");
        for (int32_t k = 0; k < set->count; k++) {
            comma(w);
            write_change(w, &set->changes[k], set);
        }
        write_text(w, "]");
    }
    write_text(w, "]");
}

/* The bands into which the thresholds cut what is still possible, each as a document would state it. */
static void write_bands(struct writer *w, const hs_question *question) {
    write_text(w, "[");
    for (int32_t i = 0; question->threshold_count > 0 && i <= question->threshold_count; i++) {
        comma(w);
        write_range(w, hs_question_band(question, i), question->subject.fact->type);
    }
    write_text(w, "]");
}

static void write_question(struct writer *w, const hs_question *question) {
    write_text(w, "{\"fact\":");
    write_subject_text(w, question->subject);
    write_text(w, ",\"measures\":[");
    for (int32_t i = 0; i < question->measure_count; i++) {
        comma(w);
        write_id(w, question->measures[i]);
    }
    write_text(w, "],\"at_stake\":");
    write_end_of(w, question->at_stake, HS_MONEY);
    write_text(w, ",\"bands\":");
    write_bands(w, question);
    write_text(w, "}");
}

void write_questions(struct writer *w, const hs_result *result) {
    write_text(w, "[");
    for (int32_t i = 0; i < result->question_count; i++) {
        comma(w);
        write_question(w, &result->questions[i]);
    }
    write_text(w, "]");
}
