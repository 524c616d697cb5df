#include "policy_json.h"

#include "json_writer.h"
#include "names.h"

static const char *measure_head(const hs_measure *measure, const char *id, struct arena *arena) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "id", id);
    key_text(&w, "clause", measure->clause);
    key_both(&w, "title", measure->title);
    key_text(&w, "kind", kind_names[measure->kind]);
    key_text(&w, "basis", basis_names[measure->basis]);
    key_text(&w, "per", per_names[measure->per]);
    key_text(&w, "payee", payee_names[measure->payee]);
    return write_keep(&w, arena);
}

static const char *measure_tail(const hs_measure *measure, hs_texts evidence, struct arena *arena) {
    struct writer w = {0};
    key_texts(&w, "evidence", evidence.items, evidence.count);
    key_texts(&w, "procedure", measure->procedure.items, measure->procedure.count);
    key_texts(&w, "department", measure->department.items, measure->department.count);
    key_both(&w, "note", measure->note);
    return write_keep(&w, arena);
}

static const char *policy_head(const hs_policy *policy, struct arena *arena) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "id", policy->id);
    key_document(&w, policy);
    return write_keep(&w, arena);
}

static const char *policy_note(const hs_policy *policy, struct arena *arena) {
    struct writer w = {0};
    key_both(&w, "note", policy->note);
    return write_keep(&w, arena);
}

const struct hs_policy_json *policy_json(const hs_policy *policy, const char *const *ids, const hs_texts *evidence, struct arena *arena) {
    struct hs_policy_json *out = arena_take(arena, sizeof *out);
    struct measure_json *measures = arena_array(arena, (size_t)policy->measure_count, sizeof *measures);
    if (out == NULL || measures == NULL) return NULL;
    *out = (struct hs_policy_json){policy_head(policy, arena), policy_note(policy, arena), measures};
    for (int32_t i = 0; i < policy->measure_count; i++) {
        measures[i] = (struct measure_json){measure_head(&policy->measures[i], ids[i], arena),
                                            measure_tail(&policy->measures[i], evidence[i], arena)};
        if (measures[i].head == NULL || measures[i].tail == NULL) return NULL;
    }
    return out->head == NULL || out->note == NULL ? NULL : out;
}

const char *rule_json(hs_text rule, struct arena *arena) {
    struct writer w = {0};
    key_both(&w, "rule", rule);
    return write_keep(&w, arena);
}
