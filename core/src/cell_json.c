/* What a cell states, as a document of JSON has it. */
#include "cell.h"
#include "gate.h"

/* From 2^46 on money is a string, and nothing else is that large. */
static void write_point(struct writer *out, int64_t value, const hs_fact *fact) {
    int64_t hundredths = fact->type == HS_COUNT ? 100 * value : value;
    bool large = hundredths >= JSON_NUMBER_BOUND * 100;
    if (large) write_text(out, "\"");
    write_hundredths(out, hundredths);
    if (large) write_text(out, "\"");
}

static void write_figure(struct writer *out, hs_interval value, const hs_fact *fact) {
    if (value.low == value.high) {
        write_point(out, value.low, fact);
        return;
    }
    write_text(out, "{\"min\":");
    write_point(out, value.low, fact);
    if (value.high != HS_UNBOUNDED) {
        write_text(out, ",\"max\":");
        write_point(out, value.high, fact);
    }
    write_text(out, "}");
}

static void write_choices(struct writer *out, const struct stated *stated, const hs_fact *fact) {
    write_text(out, "[");
    for (int32_t i = 0; i < stated->count; i++) {
        if (i > 0) write_text(out, ",");
        write_json_text(out, fact->values[stated->choices[i]].id);
    }
    write_text(out, "]");
}

static void write_stated(struct writer *out, const struct stated *stated, const hs_fact *fact) {
    switch (fact->type) {
    case HS_TRUTH: write_text(out, stated->value.low != 0 ? "true" : "false"); return;
    case HS_CHOICE: write_json_text(out, fact->values[stated->choices[0]].id); return;
    case HS_CHOICES: write_choices(out, stated, fact); return;
    default: write_figure(out, stated->value, fact);
    }
}

int cell_write_fact(struct writer *out, const struct cell *cell, const hs_fact *fact, int zeros, hs_error *error) {
    struct stated stated;
    int status = cell_read_fact(&stated, cell, fact, zeros, error);
    if (status == HS_OK) write_stated(out, &stated, fact);
    return status;
}

int cell_write_date(struct writer *out, const struct cell *cell, hs_error *error) {
    char text[HS_DATE_TEXT];
    hs_date date;
    int status = cell_read_date(&date, cell, error);
    if (status == HS_OK) write_json_text(out, hs_date_text(text, date));
    return status;
}

int cell_write_text(struct writer *out, const struct cell *cell, hs_error *error) {
    const char *text;
    int status = cell_read_text(&text, cell, error);
    if (status == HS_OK) write_json_text(out, text);
    return status;
}

int cell_write_places(struct writer *out, const struct cell *cell, const hs_engine *engine, hs_error *error) {
    struct stated_places places;
    int status = cell_read_places(&places, cell, engine, error);
    if (status != HS_OK) return status;
    write_text(out, "[");
    for (int32_t i = 0; i < places.count; i++) {
        if (i > 0) write_text(out, ",");
        write_json_text(out, places.codes[i]);
    }
    write_text(out, "]");
    return HS_OK;
}
