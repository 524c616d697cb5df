#include "digest.h"

#include "sha256.h"

#include <string.h>

/* What is hashed comes in small pieces and is gathered. */
struct hasher {
    struct sha256 sha;
    uint8_t bytes[64 * SHA256_BLOCK];
    size_t length;
};

static void add_bytes(struct hasher *hash, const void *bytes, size_t length) {
    const uint8_t *from = bytes;
    while (length > 0) {
        size_t room = sizeof hash->bytes - hash->length, part = length < room ? length : room;
        memcpy(hash->bytes + hash->length, from, part);
        hash->length += part;
        from += part;
        length -= part;
        if (hash->length < sizeof hash->bytes) return;
        sha256_add(&hash->sha, hash->bytes, hash->length);
        hash->length = 0;
    }
}

static void add_integer(struct hasher *hash, int64_t value) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)((uint64_t)value >> 8 * i);
    add_bytes(hash, bytes, sizeof bytes);
}

static void add_string(struct hasher *hash, const char *text) {
    static const uint8_t none = 0xFF;
    if (text == NULL)
        add_bytes(hash, &none, 1);
    else
        add_bytes(hash, text, strlen(text) + 1);
}

static void add_both(struct hasher *hash, hs_text text) {
    add_string(hash, text.zh);
    add_string(hash, text.en);
}

static void add_texts(struct hasher *hash, hs_texts texts) {
    add_integer(hash, texts.count);
    for (int32_t i = 0; i < texts.count; i++) add_both(hash, texts.items[i]);
}

static void add_date(struct hasher *hash, hs_date date) {
    add_integer(hash, date.year);
    add_integer(hash, date.month);
    add_integer(hash, date.day);
}

static void add_node(struct hasher *hash, const hs_node *node) {
    add_integer(hash, node->op);
    add_integer(hash, node->type);
    add_integer(hash, node->value);
    add_string(hash, node->op == HS_OP_FACT ? node->fact->id : NULL);
    add_integer(hash, node->count);
    for (int32_t i = 0; i < node->count; i++) add_node(hash, node->arguments[i]);
}

static void add_tree(struct hasher *hash, const hs_node *root) {
    add_integer(hash, root != NULL);
    if (root != NULL) add_node(hash, root);
}

static void add_ids(struct hasher *hash, const char *const *ids, int32_t count) {
    add_integer(hash, count);
    for (int32_t i = 0; i < count; i++) add_string(hash, ids[i]);
}

/* ---- The parts of a policy ------------------------------------------------------------------------------------------------------- */

static void add_measure(struct hasher *hash, const hs_measure *measure) {
    add_string(hash, measure->id);
    add_string(hash, measure->clause);
    add_both(hash, measure->title);
    add_integer(hash, measure->kind);
    add_integer(hash, measure->basis);
    add_integer(hash, measure->per);
    add_integer(hash, measure->payee);
    add_tree(hash, &measure->when->n);
    add_tree(hash, measure->pays == NULL ? NULL : &measure->pays->n);
    add_integer(hash, measure->years);
    for (int i = 0; i < HS_INSTALMENTS_MAX; i++) add_integer(hash, measure->instalments[i]);
    add_string(hash, measure->matter);
    add_texts(hash, measure->procedure);
    add_texts(hash, measure->department);
    add_both(hash, measure->note);
    add_integer(hash, measure->window.from_month);
    add_integer(hash, measure->window.from_day);
    add_integer(hash, measure->window.until_month);
    add_integer(hash, measure->window.until_day);
    add_ids(hash, measure->yields, measure->yield_count);
}

static void add_limit(struct hasher *hash, const hs_limit *limit) {
    add_string(hash, limit->id);
    add_string(hash, limit->clause);
    add_both(hash, limit->title);
    add_integer(hash, limit->per);
    add_tree(hash, &limit->ceiling->n);
    add_ids(hash, limit->measures, limit->measure_count);
    add_both(hash, limit->note);
}

static void add_fact(struct hasher *hash, const hs_fact *fact) {
    add_string(hash, fact->id);
    add_integer(hash, fact->type);
    add_integer(hash, fact->local);
    add_integer(hash, fact->change);
    add_integer(hash, fact->period);
    add_string(hash, fact->topic == NULL ? NULL : fact->topic->id);
    if (fact->topic != NULL) {
        add_both(hash, fact->topic->label);
        add_integer(hash, fact->topic->order);
    }
    add_both(hash, fact->label);
    add_both(hash, fact->unit);
    add_both(hash, fact->hint);
    add_both(hash, fact->evidence);
    add_integer(hash, fact->value_count);
    for (int32_t v = 0; v < fact->value_count; v++) {
        add_string(hash, fact->values[v].id);
        add_both(hash, fact->values[v].label);
    }
    add_integer(hash, fact->year);
}

static void add_policy(struct hasher *hash, const hs_policy *policy) {
    add_string(hash, policy->id);
    add_string(hash, policy->version);
    add_string(hash, policy->adcode);
    add_both(hash, policy->name);
    add_both(hash, policy->title);
    add_string(hash, policy->number);
    add_date(hash, policy->effective);
    add_date(hash, policy->expires);
    add_integer(hash, policy->duplication);
    add_integer(hash, policy->adjustable);
    add_both(hash, policy->note);
    add_integer(hash, policy->measure_count);
    for (int32_t i = 0; i < policy->measure_count; i++) add_measure(hash, &policy->measures[i]);
    add_integer(hash, policy->silence_count);
    for (int32_t i = 0; i < policy->silence_count; i++) {
        add_string(hash, policy->silences[i].clause);
        add_both(hash, policy->silences[i].reason);
    }
    add_integer(hash, policy->check_count);
    for (int32_t i = 0; i < policy->check_count; i++) {
        add_string(hash, policy->checks[i]->id);
        add_tree(hash, &policy->checks[i]->holds->n);
        add_both(hash, policy->checks[i]->warning);
    }
    add_integer(hash, policy->limit_count);
    for (int32_t i = 0; i < policy->limit_count; i++) add_limit(hash, &policy->limits[i]);
    add_date(hash, policy->claimable_until);
}

void digest_policy(char out[SHA256_TEXT], const hs_policy *policy, const struct dictionary *dictionary) {
    struct hasher hash;
    sha256_begin(&hash.sha);
    hash.length = 0;
    add_policy(&hash, policy);
    add_integer(&hash, dictionary->count);
    for (int32_t i = 0; i < dictionary->count; i++) {
        const struct slot *slot = &dictionary->slots[i];
        add_fact(&hash, slot->fact);
        add_integer(&hash, slot->field_count);
        for (int32_t f = 0; f < slot->field_count; f++) add_fact(&hash, slot->fields[f]);
    }
    sha256_add(&hash.sha, hash.bytes, hash.length);
    sha256_end(&hash.sha, out);
}
