#include "json_writer.h"

#include "place.h"

#include <string.h>

void key_text(struct writer *w, const char *name, const char *text) {
    key(w, name);
    write_json_text(w, text);
}

void both(struct writer *w, hs_text text) {
    if (text.zh == NULL) {
        write_text(w, "null");
        return;
    }
    write_text(w, "{\"zh\":");
    write_json_text(w, text.zh);
    write_text(w, ",\"en\":");
    write_json_text(w, text.en);
    write_text(w, "}");
}

void key_both(struct writer *w, const char *name, hs_text text) {
    key(w, name);
    both(w, text);
}

void key_texts(struct writer *w, const char *name, const hs_text *texts, int32_t count) {
    key(w, name);
    write_text(w, "[");
    for (int32_t i = 0; i < count; i++) {
        comma(w);
        both(w, texts[i]);
    }
    write_text(w, "]");
}

void key_date(struct writer *w, const char *name, hs_date date) {
    char text[HS_DATE_TEXT];
    key_text(w, name, date_is_given(date) ? hs_date_text(text, date) : NULL);
}

void key_document(struct writer *w, const hs_policy *policy) {
    key_text(w, "adcode", policy->adcode);
    key_both(w, "name", policy->name);
    key_both(w, "title", policy->title);
    key_text(w, "number", policy->number);
    key_date(w, "effective", policy->effective);
    key_date(w, "expires", policy->expires);
    if (policy->claimable_until.year != 0) key_date(w, "claimable_until", policy->claimable_until);
}

static void write_record(struct writer *w, int32_t record) {
    write_text(w, "[");
    write_integer(w, record);
    write_text(w, "]");
}

void write_subject(struct writer *w, hs_subject subject) {
    const hs_fact *fact = subject.fact;
    if (fact->list != NULL) {
        write_text(w, fact->list->id);
        write_record(w, subject.record);
        write_text(w, ".");
    }
    write_text(w, fact->id);
    if (fact->type == HS_LIST && subject.record >= 0) write_record(w, subject.record);
}

static inline char *put(char *out, const char *text) {
    size_t length = strlen(text);
    memcpy(out, text, length);
    return out + length;
}

static char *put_end_of(char *out, int64_t value, int32_t type) {
    if (value == HS_UNBOUNDED) return put(out, "null");
    if (value == 0) return put(out, "0"); /* as most are */
    return type == HS_COUNT ? put_integer(out, value) : put_hundredths(out, value);
}

void write_end_of(struct writer *w, int64_t value, int32_t type) {
    char *out = write_room(w, HUNDREDTHS_TEXT_MAX);
    if (out != NULL) w->length = (size_t)(put_end_of(out, value, type) - w->data);
}

void write_interval(struct writer *w, hs_interval value) {
    char *out = write_room(w, 16 + 2 * HUNDREDTHS_TEXT_MAX);
    if (out == NULL) return;
    out = put_end_of(put(out, "{\"low\":"), value.low, HS_MONEY);
    out = put_end_of(put(out, ",\"high\":"), value.high, HS_MONEY);
    w->length = (size_t)(put(out, "}") - w->data);
}

void key_interval(struct writer *w, const char *name, hs_interval value) {
    key(w, name);
    write_interval(w, value);
}

void key_amount(struct writer *w, const char *name, bool given, hs_interval amount) {
    if (given)
        key_interval(w, name, amount);
    else
        key_text(w, name, NULL);
}

void key_money(struct writer *w, const char *name, int64_t fen) {
    key(w, name);
    write_end_of(w, fen, HS_MONEY);
}

void key_count(struct writer *w, const char *name, int64_t count) {
    key(w, name);
    write_integer(w, count);
}

void key_truth(struct writer *w, const char *name, bool holds) {
    key(w, name);
    write_text(w, holds ? "true" : "false");
}

void write_values(struct writer *w, const hs_fact *fact, int64_t bits) {
    write_text(w, "[");
    for (int32_t v = 0; v < fact->value_count; v++)
        if ((bits >> v & 1) != 0) {
            comma(w);
            write_id(w, fact->values[v].id);
        }
    write_text(w, "]");
}

void write_range(struct writer *w, hs_interval value, int32_t type) {
    write_text(w, "{");
    key(w, "min");
    write_end_of(w, value.low, type);
    if (value.high != HS_UNBOUNDED) {
        key(w, "max");
        write_end_of(w, value.high, type);
    }
    write_text(w, "}");
}

void write_value(struct writer *w, hs_interval value, int32_t type, const hs_fact *fact) {
    bool point = value.low == value.high;
    if (type == HS_TRUTH) {
        write_text(w, point ? (value.low != 0 ? "true" : "false") : "null");
    } else if (type == HS_CHOICE || type == HS_CHOICES) {
        if (!point)
            write_text(w, "null");
        else if (type == HS_CHOICES)
            write_values(w, fact, value.low);
        else
            for (int32_t v = 0; v < fact->value_count; v++)
                if ((value.low >> v & 1) != 0) write_id(w, fact->values[v].id);
    } else if (point) {
        write_end_of(w, value.low, type == HS_LIST ? HS_COUNT : type);
    } else if (value.low == 0 && value.high == HS_UNBOUNDED) {
        write_text(w, "null");
    } else {
        write_range(w, value, type);
    }
}

void write_subject_text(struct writer *w, hs_subject subject) {
    if (subject.fact->list == NULL && subject.record < 0) {
        write_id(w, subject.fact->id);
        return;
    }
    write_text(w, "\"");
    write_subject(w, subject);
    write_text(w, "\"");
}

char *hs_subject_text(char *buffer, size_t size, hs_subject subject) {
    char text[FIXED_TEXT];
    struct writer writer = {.data = text, .capacity = sizeof text, .fixed = true};
    write_subject(&writer, subject);
    return write_cut(&writer, buffer, size);
}

void write_subjects(struct writer *w, const hs_subject *subjects, int32_t count) {
    write_text(w, "[");
    for (int32_t i = 0; i < count; i++) {
        comma(w);
        write_subject_text(w, subjects[i]);
    }
    write_text(w, "]");
}

static void key_number(struct writer *w, const char *name, int number) {
    key(w, name);
    if (number > 0)
        write_integer(w, number);
    else
        write_text(w, "null");
}

static const char *const cures[] = {
#define CURE_ID(name, code, id, meaning) [HS_CURE_##name] = (id),
    HS_CURES(CURE_ID)
#undef CURE_ID
};

char *hs_error_json(const hs_error *error, size_t *length) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "code", hs_status_name(error->code));
    key_text(&w, "path", error->path[0] == '\0' ? NULL : error->path);
    key_number(&w, "line", error->line);
    key_number(&w, "column", error->column);
    key_text(&w, "clause", error->clause[0] == '\0' ? NULL : error->clause);
    key_both(&w, "message", (hs_text){error->zh, error->en});
    if (error->cure != HS_CURE_NONE) key_text(&w, "cure", cures[error->cure]);
    write_text(&w, "}");
    if (length != NULL) *length = w.length;
    return write_take(&w);
}
