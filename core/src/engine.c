#include "engine.h"

#include "applicant.h"
#include "checker.h"
#include "digest.h"
#include "error.h"
#include "received.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { EVIDENCE_MAX = 64 }; /* papers listed for one measure */

int hs_engine_new(hs_engine **out, hs_error *error) {
    *out = calloc(1, sizeof **out);
    if (*out != NULL && received_make(&(*out)->received, *out, &(*out)->arena)) return HS_OK;
    hs_engine_free(*out);
    *out = NULL;
    return error_memory(error);
}

void hs_engine_free(hs_engine *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    free(self);
}

static const char *const *measure_ids(hs_engine *self, const hs_policy *policy) {
    const char **ids = arena_array(&self->arena, (size_t)policy->measure_count, sizeof *ids);
    for (int32_t i = 0; ids != NULL && i < policy->measure_count; i++) {
        size_t prefix = strlen(policy->id), length = prefix + 1 + strlen(policy->measures[i].id);
        char *id = arena_take(&self->arena, length + 1);
        if (id == NULL) return NULL;
        memcpy(id, policy->id, prefix);
        id[prefix] = '.';
        memcpy(id + prefix + 1, policy->measures[i].id, length - prefix);
        ids[i] = id;
    }
    return ids;
}

/* The evidence of the facts of a tree, each text once. */
static void collect_evidence(const hs_node *node, hs_text *items, int32_t *count) {
    if (node->op == HS_OP_FACT && node->fact->evidence.zh != NULL && *count < EVIDENCE_MAX) {
        int32_t at = 0;
        while (at < *count && strcmp(items[at].zh, node->fact->evidence.zh) != 0) at++;
        if (at == *count) items[(*count)++] = node->fact->evidence;
    }
    for (int32_t i = 0; i < node->count; i++) collect_evidence(node->arguments[i], items, count);
}

static const hs_texts *evidence_of(hs_engine *self, const hs_policy *policy) {
    hs_texts *evidence = arena_array(&self->arena, (size_t)policy->measure_count, sizeof *evidence);
    for (int32_t i = 0; evidence != NULL && i < policy->measure_count; i++) {
        hs_text found[EVIDENCE_MAX];
        collect_evidence(&policy->measures[i].when->n, found, &evidence[i].count);
        if (policy->measures[i].pays != NULL) collect_evidence(&policy->measures[i].pays->n, found, &evidence[i].count);
        hs_text *items = arena_array(&self->arena, (size_t)evidence[i].count, sizeof *items);
        if (items == NULL) return NULL;
        memcpy(items, found, (size_t)evidence[i].count * sizeof *items);
        evidence[i].items = items;
    }
    return evidence;
}

static int refuse_second(const hs_engine *self, const hs_policy *policy, hs_error *error) {
    for (int32_t i = 0; i < self->count; i++)
        if (strcmp(self->policies[i]->policy->id, policy->id) == 0)
            return error_set(error, HS_PLUGIN, AT_PATH(policy->id), "编号为 %s 的政策已经加载", "a policy with the id %s is already loaded",
                             policy->id);
    return HS_OK;
}

static bool comes_later(const hs_topic *x, const hs_topic *y) {
    return x->order != y->order ? x->order > y->order : strcmp(x->id, y->id) > 0;
}

/* The facts of a dictionary by the order of their topics, else as first met. */
static const hs_fact **by_topic(const struct dictionary *dictionary, struct arena *arena) {
    const hs_fact **facts = arena_array(arena, (size_t)dictionary->count, sizeof *facts);
    for (int32_t i = 0; facts != NULL && i < dictionary->count; i++) {
        const hs_fact *fact = dictionary->slots[i].fact;
        int32_t at = i;
        for (; at > 0 && comes_later(facts[at - 1]->topic, fact->topic); at--) facts[at] = facts[at - 1];
        facts[at] = fact;
    }
    return facts;
}

static const struct fact_value *unknown_of(const struct dictionary *dictionary, struct arena *arena) {
    struct fact_value *unknown = arena_array(arena, (size_t)dictionary->count, sizeof *unknown);
    for (int32_t i = 0; unknown != NULL && i < dictionary->count; i++) unknown[i].value = value_unknown(dictionary->slots[i].fact);
    return unknown;
}

const char *engine_fingerprint(hs_engine *self, const hs_policy *policy, hs_error *error) {
    const struct dictionary none = {0};
    struct dictionary own;
    char *text = arena_take(&self->arena, SHA256_TEXT);
    if (text == NULL || dictionary_extend(&own, &none, policy, &self->arena, error) != HS_OK) return NULL;
    digest_policy(text, policy, &own);
    return text;
}

/* What the engine keeps of a policy besides its plan. */
static struct loaded_policy *describe(hs_engine *self, const hs_policy *policy, const char *file_sha256, hs_error *error) {
    struct loaded_policy *out = arena_take(&self->arena, sizeof *out);
    if (out == NULL) return NULL;
    out->policy = out->document = policy;
    out->sha256 = engine_fingerprint(self, policy, error);
    out->file_sha256 = file_sha256 == NULL ? "" : arena_copy(&self->arena, file_sha256, strlen(file_sha256));
    out->measure_ids = measure_ids(self, policy);
    out->evidence = evidence_of(self, policy);
    if (out->sha256 == NULL || out->file_sha256 == NULL || out->measure_ids == NULL || out->evidence == NULL) return NULL;
    out->json = policy_json(policy, out->measure_ids, out->evidence, &self->arena);
    return out->json == NULL ? NULL : out;
}

/* Takes a policy's facts into the dictionary and plans it; what was planned before is left to those who still read it. */
static int plan(struct loaded_policy **loaded, struct dictionary *dictionary, struct arena *arena, hs_error *error) {
    struct loaded_policy *planned = arena_take(arena, sizeof *planned);
    if (planned == NULL) return error_memory(error);
    *planned = **loaded;
    *loaded = planned;
    int status = dictionary_extend(dictionary, dictionary, planned->policy, arena, error);
    return status == HS_OK ? plan_build(&planned->plan, planned->policy, dictionary, arena, error) : status;
}

/* An engine as it was and what it will be, but for the names of what was received. */
static int put(hs_engine *self, hs_engine *larger, hs_error *error) {
    larger->unknown = unknown_of(&larger->dictionary, &self->arena);
    if (larger->unknown == NULL || !received_make(&larger->received, larger, &self->arena)) return error_memory(error);
    larger->arena = self->arena;
    *self = *larger;
    return HS_OK;
}

/* By what a manifest says a policy is left closed (hs_engine_load_for): what is wrong has to be found where it is opened. */
static int require_vouched(const struct vouched *vouched, const struct loaded_policy *loaded, hs_error *error) {
    const struct {
        const char *key, *said, *is;
    } parts[] = {{"adcode", vouched->adcode, loaded->policy->adcode}, {"policy_sha256", vouched->sha256, loaded->sha256}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].said != NULL && strcmp(parts[i].said, parts[i].is) != 0)
            return error_set(error, HS_PLUGIN, AT_PATH(""),
                             "清单的“%s”写的是 %.16s，里面的政策是 %.16s：用 huisuan policy manifest 重新生成清单",
                             "\"%s\" of the manifest says %.16s, the policy in it has %.16s: make the manifest again with huisuan policy "
                             "manifest",
                             parts[i].key, parts[i].said, parts[i].is);
    return HS_OK;
}

/* Facts are numbered through the policies by their ids, so that results do not depend on the order in which policies came: one that comes
   before another has all of them planned anew. Everything is made first and put in place last, so that a refusal leaves the engine as it
   was. */
static int add(hs_engine *self, const hs_policy *policy, struct extent extent, const char *file_sha256, const struct vouched *vouched,
               hs_error *error) {
    struct dictionary dictionary;
    int status = checker_check(policy, extent, error);
    if (status == HS_OK && vouched != NULL && strcmp(policy->id, vouched->id) != 0)
        return error_set(error, HS_PLUGIN, AT_PATH(""), "里面的政策编号是 %s，文件名和清单写的是 %s：请改成一样",
                         "the policy in it has the id %s, file and manifest say %s: make them the same", policy->id, vouched->id);
    if (status == HS_OK) status = refuse_second(self, policy, error);
    if (status == HS_OK) status = dictionary_extend(&dictionary, &self->dictionary, policy, &self->arena, error);
    if (status != HS_OK) return status;
    struct loaded_policy **policies = arena_array(&self->arena, (size_t)self->count + 1, sizeof *policies);
    struct loaded_policy *added = describe(self, policy, file_sha256, error);
    if (policies == NULL || added == NULL) return error_memory(error);
    if (vouched != NULL) status = require_vouched(vouched, added, error);
    if (status != HS_OK) return status;
    int32_t at = 0;
    while (at < self->count && strcmp(self->policies[at]->policy->id, policy->id) < 0) at++;
    for (int32_t i = 0; i < self->count; i++) policies[i + (i >= at)] = self->policies[i];
    policies[at] = added;
    bool last = at == self->count;
    if (!last) dictionary = (struct dictionary){.count = 0};
    for (int32_t i = last ? at : 0; status == HS_OK && i <= self->count; i++) status = plan(&policies[i], &dictionary, &self->arena, error);
    if (status != HS_OK) return status;
    const hs_fact **facts = by_topic(&dictionary, &self->arena);
    if (facts == NULL) return error_memory(error);
    hs_engine larger = *self;
    larger.policies = policies;
    larger.count++;
    larger.dictionary = dictionary;
    larger.facts = facts;
    return put(self, &larger, error);
}

int engine_add(hs_engine *self, const hs_policy *policy, struct extent extent, const char *file_sha256, const struct vouched *vouched,
               hs_error *error) {
    struct arena before = self->arena;
    int status = add(self, policy, extent, file_sha256, vouched, error);
    if (status != HS_OK) arena_rewind(&self->arena, before);
    return status;
}

int hs_engine_add(hs_engine *self, const hs_policy *policy, const char *file_sha256, hs_error *error) {
    return engine_add(self, policy, (struct extent){.count = 0}, file_sha256, NULL, error);
}

static int learn(hs_engine *self, const hs_policy *policy, hs_error *error) {
    struct dictionary dictionary;
    int status = dictionary_learn(&dictionary, &self->dictionary, policy, &self->arena, error);
    if (status != HS_OK) return status;
    const hs_fact **facts = by_topic(&dictionary, &self->arena);
    struct loaded_policy **learned = arena_array(&self->arena, (size_t)self->learned_count + 1, sizeof *learned);
    struct loaded_policy *added = describe(self, policy, NULL, error);
    if (facts == NULL || learned == NULL || added == NULL) return error_memory(error);
    for (int32_t i = 0; i < self->learned_count; i++) learned[i] = self->learned[i];
    learned[self->learned_count] = added;
    hs_engine larger = *self;
    larger.learned = learned;
    larger.learned_count++;
    larger.dictionary = dictionary;
    larger.facts = facts;
    return put(self, &larger, error);
}

int hs_engine_learn(hs_engine *self, const hs_policy *policy, hs_error *error) {
    struct arena before = self->arena;
    int status = learn(self, policy, error);
    if (status != HS_OK) arena_rewind(&self->arena, before);
    return status;
}

const struct loaded_policy *engine_policy_at(const hs_engine *self, int32_t index) {
    if (index < self->count) return self->policies[index];
    return index - self->count < self->learned_count ? self->learned[index - self->count] : NULL;
}

int32_t hs_engine_policy_count(const hs_engine *self) { return self->count; }

const hs_policy *hs_engine_policy(const hs_engine *self, int32_t index) { return self->policies[index]->policy; }

const char *hs_engine_policy_sha256(const hs_engine *self, int32_t index) { return self->policies[index]->sha256; }

const char *hs_engine_policy_file_sha256(const hs_engine *self, int32_t index) { return self->policies[index]->file_sha256; }

int32_t hs_engine_fact_count(const hs_engine *self) { return self->dictionary.count; }

const hs_fact *hs_engine_fact(const hs_engine *self, int32_t index) { return self->facts[index]; }

const hs_fact *hs_engine_received(const hs_engine *self) { return self->received.fact; }

static const struct slot *slot_of(const hs_engine *self, const hs_fact *list) {
    if (list == self->received.fact) return &self->received;
    int32_t slot = dictionary_find(&self->dictionary, list->id);
    return slot < 0 ? NULL : &self->dictionary.slots[slot];
}

int32_t hs_engine_field_count(const hs_engine *self, const hs_fact *list) {
    const struct slot *slot = slot_of(self, list);
    return slot == NULL ? 0 : slot->field_count;
}

const hs_fact *hs_engine_field(const hs_engine *self, const hs_fact *list, int32_t index) { return slot_of(self, list)->fields[index]; }

int hs_subject_read(hs_subject *out, const hs_engine *engine, const char *text) {
    hs_subject subject;
    if (!dictionary_find_subject(&engine->dictionary, &subject, text)) return 0;
    *out = subject;
    return 1;
}
