/* A review as JSON. */
#include "json_writer.h"
#include "names.h"
#include "report.h"
#include "review.h"

static void key_title(struct writer *w, const char *name, const char *id, const char *clause, hs_text title) {
    key_text(w, name, id);
    key_text(w, "clause", clause);
    key_both(w, "title", title);
}

/* ---- Claims ------------------------------------------------------------------------------------------------------------------------ */

static void write_missing_facts(struct writer *w, const hs_measure_result *measure) {
    key(w, "missing");
    write_text(w, "[");
    for (int32_t i = 0; i < measure->missing_count; i++) {
        const hs_fact *fact = measure->missing[i].subject.fact;
        comma(w);
        write_text(w, "{");
        key(w, "fact");
        write_subject_text(w, measure->missing[i].subject);
        key_both(w, "label", fact->label);
        key_both(w, "evidence", fact->evidence.zh == NULL && fact->list != NULL ? fact->list->evidence : fact->evidence);
        write_text(w, "}");
    }
    write_text(w, "]");
}

static void write_finding(struct writer *w, const hs_claim *claim) {
    key(w, "finding");
    if (!claim->has_finding) {
        write_text(w, "null");
        return;
    }
    write_text(w, "{");
    key_money(w, "amount", claim->finding);
    key_text(w, "reason", claim->reason);
    key(w, "differs");
    if (claim->has_amount) {
        if (claim->differs < 0) write_text(w, "-");
        write_hundredths(w, claim->differs < 0 ? -claim->differs : claim->differs);
    } else {
        write_text(w, "null");
    }
    write_text(w, "}");
}

static void write_claim(struct writer *w, const hs_claim *claim) {
    const hs_measure_result *measure = claim->measure;
    bool claimed = claim->verdict != HS_NOT_CLAIMED;
    write_text(w, "{");
    key_title(w, "measure", measure->id, measure->measure->clause, measure->measure->title);
    key_text(w, "policy", claim->policy->policy->id);
    key_text(w, "status", standing_names[measure->standing]);
    key_text(w, "verdict", verdict_names[claim->verdict]);
    key(w, "claim");
    if (claimed)
        write_end_of(w, claim->claimed, HS_MONEY);
    else
        write_text(w, "null");
    key_amount(w, "entitled", claim->has_amount, claim->entitled);
    key_money(w, "certain", claim->certain);
    key_money(w, "above", claim->above);
    key_texts(w, "why", claim->why, claim->why_count);
    write_missing_facts(w, measure);
    write_finding(w, claim);
    write_text(w, "}");
}

static void write_limit(struct writer *w, const hs_claim_limit *limit) {
    const hs_limit *of = limit->limit->limit;
    write_text(w, "{");
    key(w, "limit");
    write_format(w, "\"%s.%s\"", limit->limit->policy->id, of->id);
    key_text(w, "clause", of->clause);
    key_both(w, "title", of->title);
    key_money(w, "claimed", limit->claimed);
    key_interval(w, "ceiling", limit->limit->ceiling);
    key_text(w, "verdict", verdict_names[limit->verdict]);
    key_money(w, "above", limit->above);
    write_text(w, "}");
}

static void write_place(struct writer *w, const hs_review_place *place) {
    write_text(w, "{");
    key_text(w, "adcode", place->place->adcode);
    key_both(w, "name", place->place->name);
    key(w, "claims");
    write_text(w, "[");
    for (int32_t i = 0; i < place->count; i++) {
        comma(w);
        write_claim(w, &place->claims[i]);
    }
    write_text(w, "]");
    key(w, "limits");
    write_text(w, "[");
    for (int32_t i = 0; i < place->limit_count; i++) {
        comma(w);
        write_limit(w, &place->limits[i]);
    }
    write_text(w, "]");
    key(w, "unclaimed");
    write_text(w, "[");
    for (int32_t i = 0; i < place->unclaimed_count; i++) {
        const hs_claim *hint = &place->unclaimed[i];
        comma(w);
        write_text(w, "{");
        key_title(w, "measure", hint->measure->id, hint->measure->measure->clause, hint->measure->measure->title);
        key_interval(w, "entitled", hint->entitled);
        write_text(w, "}");
    }
    write_text(w, "]");
    key_interval(w, "total", place->place->total);
    write_text(w, "}");
}

/* ---- Facts and disputes -------------------------------------------------------------------------------------------------------------- */

static void write_fact(struct writer *w, const hs_review_fact *fact) {
    write_text(w, "{");
    key_text(w, "fact", fact->fact->id);
    key_both(w, "label", fact->fact->label);
    key_text(w, "place", fact->place);
    key_text(w, "state", proof_names[fact->state]);
    key(w, "have");
    write_value(w, fact->have, fact->fact->type, fact->fact);
    key_text(w, "note", fact->note);
    key(w, "value");
    if (fact->has_value)
        write_value(w, fact->value, fact->fact->type, fact->fact);
    else
        write_text(w, "null");
    write_text(w, "}");
}

static void key_after(struct writer *w, const char *name, const hs_shift *shift, bool has, hs_interval amount, int32_t standing) {
    bool total = shift->claim == NULL;
    key(w, name);
    if (!has) {
        write_text(w, "null");
        return;
    }
    write_text(w, "{");
    key_text(w, "status", total ? NULL : standing_names[standing]);
    key_amount(w, "amount", total || shift->claim->has_amount, amount);
    write_text(w, "}");
}

static void write_dispute(struct writer *w, const hs_dispute *dispute) {
    write_text(w, "{");
    key_text(w, "fact", dispute->fact->id);
    key_both(w, "label", dispute->fact->label);
    key_text(w, "note", dispute->note);
    key(w, "shifts");
    write_text(w, "[");
    for (int32_t i = 0; i < dispute->count; i++) {
        const hs_shift *shift = &dispute->shifts[i];
        comma(w);
        write_text(w, "{");
        key_text(w, "adcode", shift->place->adcode);
        key_text(w, "measure", shift->claim == NULL ? NULL : shift->claim->measure->id);
        key_amount(w, "before", shift->claim == NULL || shift->claim->has_amount, shift->unknown.was);
        key_after(w, "unknown", shift, true, shift->unknown.is, shift->unknown_standing);
        key_after(w, "value", shift, dispute->has_value != 0, shift->value.is, shift->value_standing);
        write_text(w, "}");
    }
    write_text(w, "]}");
}

static void write_review(struct writer *w, const struct hs_review *self) {
    const hs_review_result *result = &self->result;
    write_format(w, "{\"contract\":%d", HS_CONTRACT);
    key_text(w, "engine", HS_VERSION);
    key_date(w, "as_of", result->result->as_of);
    report_overlay(w, result->result->overlay, result->result->overlay_count);
    key_text(w, "name", result->result->name);
    key(w, "places");
    write_text(w, "[");
    for (int32_t i = 0; i < result->count; i++) {
        comma(w);
        write_place(w, &result->places[i]);
    }
    write_text(w, "]");
    key(w, "elsewhere");
    write_text(w, "[");
    for (int32_t i = 0; i < result->elsewhere_count; i++) {
        comma(w);
        write_json_text(w, result->elsewhere[i]);
    }
    write_text(w, "]");
    key(w, "facts");
    write_text(w, "[");
    for (int32_t i = 0; i < result->fact_count; i++) {
        comma(w);
        write_fact(w, &result->facts[i]);
    }
    write_text(w, "]");
    key(w, "disputes");
    write_text(w, "[");
    for (int32_t i = 0; i < result->dispute_count; i++) {
        comma(w);
        write_dispute(w, &result->disputes[i]);
    }
    write_text(w, "]");
    key_texts(w, "assumptions", result->result->assumptions, result->result->assumption_count);
    report_receipt(w, result->result, self->engine);
    write_text(w, "}");
}

const char *hs_review_json(hs_review *self, size_t *length) {
    if (self->json.length == 0) write_review(&self->json, self);
    const char *text = write_end(&self->json);
    if (length != NULL) *length = text == NULL ? 0 : self->json.length;
    return text;
}
