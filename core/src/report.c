#include "report.h"

#include "advice_report.h"
#include "json_writer.h"
#include "names.h"
#include "place.h"
#include "policy_json.h"

/* ---- Figures -------------------------------------------------------------------------------------------------------------------- */

static void write_schedule(struct writer *w, const hs_interval *schedule, int32_t years) {
    write_text(w, ",\"schedule\":[");
    for (int32_t i = 0; i < years; i++) {
        if (i > 0) write_text(w, ",");
        write_interval(w, schedule[i]);
    }
    write_text(w, "]");
}

/* What stands in the text already, once more. */
static void write_again(struct writer *w, size_t at, size_t length) {
    if (write_reserve(w, length)) write_bytes(w, w->data + at, length);
}

/* ---- Reasons --------------------------------------------------------------------------------------------------------------------- */

static void write_need(struct writer *w, const hs_reason *reason) {
    int32_t type = reason->node->arguments[0]->type;
    if (reason->need.low == reason->need.high)
        write_end_of(w, reason->need.low, type);
    else
        write_range(w, reason->need, type);
}

/* Where the text of what is told more than once stands, by the children of a reason or the words of an end: conditions that measures share
   are explained once, and most ends say what those of other measures say. Of two in one place the later one is kept, which costs nothing
   but time. */
enum { TOLD_MAX = 64 };
struct told {
    const void *what;
    size_t at, length;
};

static struct told *told_of(struct told *told, const void *what) { return &told[(uintptr_t)what / sizeof(struct told) % TOLD_MAX]; }

static void write_reason(struct writer *w, const hs_reason *reason, int32_t record, struct told *told);

static void write_children(struct writer *w, const hs_reason *reason, int32_t record, struct told *told) {
    if (reason->count > 0) {
        write_text(w, ",\"children\":[");
        for (int32_t i = 0; i < reason->count; i++) {
            if (i > 0) write_text(w, ",");
            write_reason(w, &reason->children[i], record, told);
        }
        write_text(w, "]");
    }
    write_text(w, "}");
}

static const struct fragment truths[] = {[HS_FALSE] = {"\"false\"", 7}, [HS_UNKNOWN] = {"\"unknown\"", 9}, [HS_TRUE] = {"\"true\"", 6}};

/* One record of a list. */
static void write_record(struct writer *w, const hs_reason *reason, struct told *told) {
    write_text(w, "{\"rule\":");
    both(w, reason->rule);
    write_text(w, ",\"truth\":");
    write_fragment(w, truths[reason->truth]);
    write_text(w, ",\"fact\":");
    write_subject_text(w, (hs_subject){reason->fact, reason->record});
    write_children(w, reason, reason->record, told);
}

static void write_new_reason(struct writer *w, const hs_reason *reason, int32_t record, struct told *told) {
    const struct hs_condition_json *json = reason->json;
    write_fragment(w, json->begin[reason->truth]);
    if (json->whole) return;
    if (json->field.length > 0) {
        write_integer(w, record);
        write_fragment(w, json->field);
    }
    if (json->has_have)
        write_value(w, reason->have, reason->fact == NULL ? reason->node->arguments[0]->type : reason->fact->type, reason->fact);
    write_fragment(w, json->need);
    if (reason->has_need && json->need.length == 0) {
        write_text(w, ",\"need\":");
        write_need(w, reason);
    }
    if (reason->gap > 0) {
        write_text(w, ",\"gap\":");
        write_end_of(w, reason->gap, reason->node->arguments[0]->type);
    }
    write_children(w, reason, record, told);
}

/* `record`: where the reason stands within one. */
static void write_reason(struct writer *w, const hs_reason *reason, int32_t record, struct told *told) {
    struct told *known = told_of(told, reason->children);
    if (reason->json == NULL) {
        write_record(w, reason, told);
    } else if (reason->count == 0) {
        write_new_reason(w, reason, record, told);
    } else if (known->what == reason->children) {
        write_again(w, known->at, known->length);
    } else {
        size_t at = w->length;
        write_new_reason(w, reason, record, told);
        *known = (struct told){reason->children, at, w->length - at};
    }
}

/* ---- Results --------------------------------------------------------------------------------------------------------------------- */

static void write_end_words(struct writer *w, hs_text words, struct told *told) {
    struct told *known = told_of(told, words.zh);
    if (known->what == words.zh) {
        write_again(w, known->at, known->length);
        return;
    }
    size_t at = w->length;
    both(w, words);
    *known = (struct told){words.zh, at, w->length - at};
}

static void write_ends(struct writer *w, const hs_measure_result *result, struct told *told) {
    write_text(w, ",\"ends\":{\"low\":");
    write_end_words(w, result->low_end, told);
    write_text(w, ",\"high\":");
    write_end_words(w, result->high_end, told);
    write_text(w, "}");
}

/* The keys of what there is most of stand here as they are written, without a look at what is before them. */
static void write_measure(struct writer *w, const hs_measure_result *result, const struct measure_json *json, struct told *told) {
    write_fragment(w, json->head);
    write_id(w, standing_names[result->standing]);
    write_text(w, ",\"amount\":");
    if (result->has_amount)
        write_interval(w, result->amount);
    else
        write_text(w, "null");
    write_schedule(w, result->schedule, result->years);
    if (result->why != NULL) {
        write_text(w, ",\"why\":");
        write_reason(w, result->why, -1, told);
        write_ends(w, result, told);
        write_missing(w, result);
        write_changes(w, result);
    }
    write_text(w, ",");
    write_fragment(w, json->tail);
    if (window_is_given(result->measure->window)) write_text(w, result->window_open ? "true}}" : "false}}");
}

static void write_policy(struct writer *w, const hs_policy_result *result) {
    const hs_policy *policy = result->policy;
    struct told told[TOLD_MAX] = {{0}};
    write_fragment(w, result->json->head);
    key_text(w, "in_force", force_names[result->in_force]);
    key_truth(w, "adjustable", policy->adjustable != 0);
    key_text(w, "sha256", result->sha256);
    report_overlay(w, result->overlay, result->overlay_count);
    write_text(w, ",");
    write_fragment(w, result->json->note);
    key(w, "measures");
    write_text(w, "[");
    for (int32_t i = 0; i < result->count; i++) {
        comma(w);
        write_measure(w, &result->measures[i], &result->json->measures[i], told);
    }
    write_text(w, "]}");
}

/* Of a limit in each year what it does in the year assessed, else what it does to the whole. */
static void write_limit(struct writer *w, const hs_limit_result *result) {
    const hs_limit *limit = result->limit;
    bool yearly = limit->per == HS_YEARLY;
    write_text(w, "{");
    key(w, "limit");
    write_format(w, "\"%s.%s\"", result->policy->id, limit->id);
    key_text(w, "clause", limit->clause);
    key_both(w, "title", limit->title);
    key_text(w, "per", per_names[limit->per]);
    key_interval(w, "ceiling", result->ceiling);
    key_both(w, "rule", result->rule);
    key_interval(w, "before", yearly ? result->before : result->whole);
    key_interval(w, "after", yearly ? result->after : result->allowed);
    key_both(w, "note", limit->note);
    write_text(w, "}");
}

static void write_set_aside(struct writer *w, const hs_set_aside *entry) {
    write_text(w, "{");
    key_text(w, "measure", entry->measure);
    key_text(w, "matter", entry->matter);
    key_text(w, "kept", entry->kept);
    key_both(w, "reason", entry->reason);
    write_text(w, "}");
}

void report_overlay(struct writer *w, const hs_overlay *overlay, int32_t count) {
    if (count == 0) return;
    key(w, "overlay");
    write_text(w, "[");
    for (int32_t i = 0; i < count; i++) {
        comma(w);
        write_text(w, "{");
        key_text(w, "name", overlay[i].was.name);
        key(w, "from");
        write_end_of(w, overlay[i].was.value, overlay[i].was.type);
        key(w, "to");
        write_end_of(w, overlay[i].to, overlay[i].was.type);
        write_text(w, "}");
    }
    write_text(w, "]");
}

void report_totals(struct writer *w, const hs_place_result *place) {
    key_interval(w, "total", place->total);
    key_interval(w, "total_all_years", place->all_years);
    key_money(w, "certain", place->certain);
    key_interval(w, "people", place->people);
    key_interval(w, "loans", place->loans);
}

void report_unstated(struct writer *w, const hs_place_result *place) {
    key(w, "unstated");
    write_text(w, "[");
    for (int32_t i = 0; i < place->unstated_count; i++) {
        comma(w);
        write_id(w, place->unstated[i]->id);
    }
    write_text(w, "]");
}

static void write_place(struct writer *w, const hs_place_result *place) {
    write_text(w, "{");
    key_text(w, "adcode", place->adcode);
    key_both(w, "name", place->name);
    key(w, "policies");
    write_text(w, "[");
    for (int32_t i = 0; i < place->policy_count; i++) {
        comma(w);
        write_policy(w, &place->policies[i]);
    }
    write_text(w, "]");
    report_totals(w, place);
    write_schedule(w, place->schedule, place->years);
    report_unstated(w, place);
    key(w, "set_aside");
    write_text(w, "[");
    for (int32_t i = 0; i < place->set_aside_count; i++) {
        comma(w);
        write_set_aside(w, &place->set_aside[i]);
    }
    write_text(w, "]");
    if (place->limit_count > 0) {
        key(w, "limits");
        write_text(w, "[");
        for (int32_t i = 0; i < place->limit_count; i++) {
            comma(w);
            write_limit(w, &place->limits[i]);
        }
        write_text(w, "]");
    }
    write_text(w, "}");
}

static void write_warning(struct writer *w, const hs_warning *warning) {
    write_text(w, "{");
    key_text(w, "zh", warning->text.zh);
    key_text(w, "en", warning->text.en);
    key_text(w, "place", warning->place);
    write_text(w, "}");
}

void report_receipt(struct writer *w, const hs_result *result, const struct hs_engine *engine) {
    key(w, "receipt");
    write_text(w, "{");
    key_text(w, "input_sha256", result->input_sha256);
    key(w, "policies");
    write_text(w, "{");
    for (int32_t i = 0, k = 0; i < engine->count || k < engine->listed_count;) {
        const struct loaded_policy *loaded = i < engine->count ? engine->policies[i] : NULL;
        const struct listed_policy *listed = k < engine->listed_count ? &engine->listed[k] : NULL;
        bool first = listed == NULL || (loaded != NULL && strcmp(loaded->policy->id, listed->id) < 0);
        key_text(w, first ? loaded->policy->id : listed->id, first ? loaded->sha256 : listed->sha256);
        i += first;
        k += !first;
    }
    write_text(w, "}}");
}

void report_json(struct writer *w, const hs_result *result, const struct hs_engine *engine) {
    write_text(w, "{\"contract\":");
    write_integer(w, HS_CONTRACT);
    key_text(w, "engine", HS_VERSION);
    key_date(w, "as_of", result->as_of);
    key(w, "places");
    write_text(w, "[");
    for (int32_t i = 0; i < result->count; i++) {
        comma(w);
        write_place(w, &result->places[i]);
    }
    write_text(w, "]");
    if (!result->brief) {
        key(w, "questions");
        write_questions(w, result);
    }
    key(w, "warnings");
    write_text(w, "[");
    for (int32_t i = 0; i < result->warning_count; i++) {
        comma(w);
        write_warning(w, &result->warnings[i]);
    }
    write_text(w, "]");
    key_texts(w, "assumptions", result->assumptions, result->assumption_count);
    report_receipt(w, result, engine);
    write_text(w, "}");
}
