#include "digest.h"

#include <sha2.h>
#include <string.h>

static void add_integer(SHA2_CTX *hash, int64_t value) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)((uint64_t)value >> 8 * i);
    SHA256Update(hash, bytes, sizeof bytes);
}

static void add_string(SHA2_CTX *hash, const char *text) {
    static const uint8_t none = 0xFF;
    if (text == NULL)
        SHA256Update(hash, &none, 1);
    else
        SHA256Update(hash, (const uint8_t *)text, strlen(text) + 1);
}

static void add_both(SHA2_CTX *hash, hs_text text) {
    add_string(hash, text.zh);
    add_string(hash, text.en);
}

static void add_texts(SHA2_CTX *hash, hs_texts texts) {
    add_integer(hash, texts.count);
    for (int32_t i = 0; i < texts.count; i++) add_both(hash, texts.items[i]);
}

static void add_date(SHA2_CTX *hash, hs_date date) {
    add_integer(hash, date.year);
    add_integer(hash, date.month);
    add_integer(hash, date.day);
}

static void add_node(SHA2_CTX *hash, const hs_node *node) {
    add_integer(hash, node->op);
    add_integer(hash, node->type);
    add_integer(hash, node->value);
    add_string(hash, node->op == HS_OP_FACT ? node->fact->id : NULL);
    add_integer(hash, node->count);
    for (int32_t i = 0; i < node->count; i++) add_node(hash, node->arguments[i]);
}

static void add_tree(SHA2_CTX *hash, const hs_node *root) {
    add_integer(hash, root != NULL);
    if (root != NULL) add_node(hash, root);
}

static void add_ids(SHA2_CTX *hash, const char *const *ids, int32_t count) {
    add_integer(hash, count);
    for (int32_t i = 0; i < count; i++) add_string(hash, ids[i]);
}

/* ---- The parts of a policy ------------------------------------------------------------------------------------------------------- */

static void add_measure(SHA2_CTX *hash, const hs_measure *measure) {
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

static void add_limit(SHA2_CTX *hash, const hs_limit *limit) {
    add_string(hash, limit->id);
    add_string(hash, limit->clause);
    add_both(hash, limit->title);
    add_integer(hash, limit->per);
    add_tree(hash, &limit->ceiling->n);
    add_ids(hash, limit->measures, limit->measure_count);
    add_both(hash, limit->note);
}

static void add_fact(SHA2_CTX *hash, const hs_fact *fact) {
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

static void add_policy(SHA2_CTX *hash, const hs_policy *policy) {
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

void digest_policy(char out[DIGEST_TEXT], const hs_policy *policy, const struct dictionary *dictionary) {
    SHA2_CTX hash;
    SHA256Init(&hash);
    add_policy(&hash, policy);
    add_integer(&hash, dictionary->count);
    for (int32_t i = 0; i < dictionary->count; i++) {
        const struct slot *slot = &dictionary->slots[i];
        add_fact(&hash, slot->fact);
        add_integer(&hash, slot->field_count);
        for (int32_t f = 0; f < slot->field_count; f++) add_fact(&hash, slot->fields[f]);
    }
    SHA256End(&hash, out);
}
