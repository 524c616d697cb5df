/* A document as programs write it, in one pass: most facts are a word or a few digits behind a key without escapes, and are taken where they
   stand. What is more than that the gate reads, value by value. Whatever is wrong is not said here: the whole is read once more as a tree
   then, which decides and says it, so that there is one meaning. */
#include "applicant_reader.h"

#include <string.h>

struct plain {
    const char *at, *end;
    struct applicant_reader reader;
    uint64_t *seen; /* by slot, a bit each: which facts were stated */
    key_order *order;
    int32_t last; /* slot + 1 of the fact before */
};

static void skip_space(struct plain *p) {
    while (p->at < p->end && (*p->at == ' ' || *p->at == '\n' || *p->at == '\t' || *p->at == '\r')) p->at++;
}

/* Goes over a sign with the blanks before it. */
static bool take(struct plain *p, char sign) {
    skip_space(p);
    bool here = p->at < p->end && *p->at == sign;
    p->at += here;
    return here;
}

/* Goes over a key and its colon. What has an escape in it is no name that is known. */
static bool take_key(struct plain *p, const char **key, size_t *length) {
    if (!take(p, '"')) return false;
    const char *closing = memchr(p->at, '"', (size_t)(p->end - p->at));
    if (closing == NULL) return false;
    *key = p->at;
    *length = (size_t)(closing - p->at);
    p->at = closing + 1;
    return take(p, ':');
}

/* Whether the key of a fact stands there, with its quotation marks, and goes over it. */
static bool take_guess(struct plain *p, const struct slot *guess) {
    size_t length = guess->id_length;
    bool here = (size_t)(p->end - p->at) > length + 1 && p->at[0] == '"' && p->at[length + 1] == '"' &&
                memcmp(p->at + 1, guess->fact->id, length) == 0;
    if (here) p->at += length + 2;
    return here;
}

/* The key of a fact: most documents have the same ones in the same order, so that the next is the one that came next before. */
static bool take_fact(struct plain *p, int32_t *slot) {
    const struct dictionary *dictionary = p->reader.facts.dictionary;
    const char *key;
    size_t length;
    skip_space(p);
    *slot = p->order == NULL ? -1 : p->order[p->last] - 1;
    if (*slot >= 0 && take_guess(p, &dictionary->slots[*slot])) {
        p->last = *slot + 1;
        return take(p, ':');
    }
    if (!take_key(p, &key, &length)) return false;
    *slot = dictionary_find_text(dictionary, key, length);
    if (*slot < 0) return false;
    if (p->order != NULL) p->order[p->last] = *slot + 1;
    p->last = *slot + 1;
    return true;
}

static bool take_word(struct plain *p, const char *word, size_t length) {
    if ((size_t)(p->end - p->at) < length || memcmp(p->at, word, length) != 0) return false;
    p->at += length;
    return true;
}

/* A whole number of a few digits, which is not near any bound. */
static bool take_digits(struct plain *p, int64_t *out) {
    enum { DIGITS = 13 };
    const char *start = p->at, *at = start;
    int64_t value = 0;
    for (; at < p->end && at - start < DIGITS && *at >= '0' && *at <= '9'; at++) value = value * 10 + (*at - '0');
    bool number = at > start && (*start != '0' || at - start == 1);
    if (!number || at == p->end || (*at != ',' && *at != '}')) return false;
    p->at = at;
    *out = value;
    return true;
}

/* What a fact that is no list and no choice states in a word or in digits. */
static bool take_simple(struct plain *p, hs_interval *out, const hs_fact *fact) {
    int64_t point = 0;
    if (fact->type == HS_TRUTH && take_word(p, "true", 4))
        point = 1;
    else if (fact->type == HS_TRUTH && take_word(p, "false", 5))
        point = 0;
    else if (hs_is_figure(fact->type) && take_digits(p, &point))
        point = fact->type == HS_COUNT ? point : point * 100;
    else
        return false;
    *out = (hs_interval){point, point};
    return true;
}

static bool read_value(struct plain *p, int32_t slot) {
    const hs_fact *fact = p->reader.facts.dictionary->slots[slot].fact;
    struct fact_value *out = &p->reader.out->facts[slot];
    skip_space(p);
    if (take_simple(p, &out->value, fact)) return true;
    const struct json *value = gate_read_value(p->reader.facts.arena, &p->at, p->end);
    return value != NULL && read_fact(&p->reader.facts, out, value, slot) == HS_OK;
}

static bool read_facts(struct plain *p) {
    struct applicant *out = p->reader.out;
    if (!take(p, '{')) return false;
    if (take(p, '}')) return true;
    do {
        int32_t slot;
        if (out->stated_count == GATE_KEYS_MAX || !take_fact(p, &slot) || (p->seen[slot / 64] >> slot % 64 & 1) != 0) return false;
        p->seen[slot / 64] |= UINT64_C(1) << slot % 64;
        out->stated[out->stated_count++] = slot;
        if (!read_value(p, slot)) return false;
    } while (take(p, ','));
    return take(p, '}');
}

static bool read_part(struct plain *p, int32_t part) {
    if (part == APPLICANT_FACTS) return read_facts(p);
    skip_space(p);
    const struct json *value = gate_read_value(p->reader.facts.arena, &p->at, p->end);
    return value != NULL && applicant_read_part(&p->reader, part, value) == HS_OK;
}

static bool read_document(struct plain *p) {
    unsigned seen = 0;
    if (!take(p, '{')) return false;
    do {
        const char *key;
        size_t length;
        if (!take_key(p, &key, &length)) return false;
        int32_t part = applicant_part(key, length);
        if (part < 0 || (seen >> part & 1) != 0) return false;
        seen |= 1U << part;
        if (!read_part(p, part)) return false;
    } while (take(p, ','));
    if (!take(p, '}')) return false;
    skip_space(p);
    return p->at == p->end && (seen >> APPLICANT_FACTS & 1) != 0;
}

bool applicant_read_plain(struct applicant *out, const struct hs_engine *engine, key_order *order, const char *json, size_t length,
                          struct arena *arena) {
    hs_error unsaid;
    struct plain plain = {json, json + length, {{&engine->dictionary, arena, &unsaid}, engine, out}, NULL, order, 0};
    plain.seen = arena_array(arena, (size_t)engine->dictionary.count / 64 + 1, sizeof *plain.seen);
    return length <= GATE_DOCUMENT_MAX && plain.seen != NULL && applicant_begin(out, engine, arena) && read_document(&plain);
}
