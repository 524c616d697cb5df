/* A sweep as JSON. */
#include "json_writer.h"
#include "names.h"
#include "report.h"
#include "sweep.h"

static void write_amount(struct writer *w, const hs_curve *curve, hs_interval amount) {
    if (curve->has_amount)
        write_interval(w, amount);
    else
        write_text(w, "null");
}

static void write_piece(struct writer *w, const hs_curve *curve, const hs_piece *piece, int32_t type) {
    write_text(w, "{");
    key(w, "from");
    write_end_of(w, piece->from, type);
    key(w, "to");
    write_end_of(w, piece->to, type);
    key_text(w, "status", curve->measure == NULL ? NULL : standing_names[piece->standing]);
    key(w, "at_from");
    write_amount(w, curve, piece->first);
    key(w, "at_to");
    write_amount(w, curve, piece->last);
    write_text(w, "}");
}

static void write_curve(struct writer *w, const hs_curve *curve, int32_t type) {
    write_text(w, "{");
    key_text(w, "measure", curve->id);
    if (curve->uneven) {
        key(w, "uneven");
        write_text(w, "true");
    }
    key(w, "breakpoints");
    write_text(w, "[");
    for (int32_t i = 1; i < curve->count; i++) {
        comma(w);
        write_end_of(w, curve->pieces[i].from, type);
    }
    write_text(w, "]");
    key(w, "pieces");
    write_text(w, "[");
    for (int32_t i = 0; i < curve->count; i++) {
        comma(w);
        write_piece(w, curve, &curve->pieces[i], type);
    }
    write_text(w, "]}");
}

/* The nearest value at which the total comes under another law, seen from what is stated; null where there is none. */
static void key_neighbour(struct writer *w, const char *name, const hs_piece *piece, bool first, int32_t type) {
    key(w, name);
    if (piece == NULL) {
        write_text(w, "null");
        return;
    }
    write_text(w, "{");
    key(w, "at");
    write_end_of(w, first ? piece->from : piece->to, type);
    key_interval(w, "total", first ? piece->first : piece->last);
    write_text(w, "}");
}

static void write_place(struct writer *w, const hs_sweep_place *place, const hs_sweep_result *result) {
    int32_t type = result->subject.fact->type;
    const hs_piece *next, *previous;
    hs_sweep_neighbours(place, &previous, &next);
    write_text(w, "{");
    key_text(w, "adcode", place->adcode);
    key_both(w, "name", place->name);
    key(w, "have");
    write_value(w, place->have, type, result->subject.fact);
    key(w, "curves");
    write_text(w, "[");
    for (int32_t i = 0; i < place->count; i++) {
        comma(w);
        write_curve(w, &place->curves[i], type);
    }
    write_text(w, "]");
    key_neighbour(w, "previous", previous, false, type);
    key_neighbour(w, "next", next, true, type);
    write_text(w, "}");
}

const char *hs_sweep_json(hs_sweep *self, size_t *length) {
    struct writer *w = &self->json;
    const hs_sweep_result *result = &self->result;
    const hs_fact *fact = result->subject.fact;
    if (w->length == 0) {
        write_format(w, "{\"contract\":%d", HS_CONTRACT);
        key_text(w, "engine", HS_VERSION);
        key_date(w, "as_of", result->as_of);
        report_overlay(w, result->overlay, result->overlay_count);
        key(w, "fact");
        write_subject_text(w, result->subject);
        key(w, "from");
        write_end_of(w, result->range.low, fact->type);
        key(w, "to");
        write_end_of(w, result->range.high, fact->type);
        key(w, "places");
        write_text(w, "[");
        for (int32_t i = 0; i < result->count; i++) {
            comma(w);
            write_place(w, &result->places[i], result);
        }
        write_text(w, "]}");
    }
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}
