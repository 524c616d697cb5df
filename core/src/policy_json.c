#include "policy_json.h"

#include "comparison.h"
#include "json_writer.h"
#include "names.h"
#include "place.h"

static struct fragment measure_head(const hs_measure *measure, const char *id, struct arena *arena) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "id", id);
    key_text(&w, "clause", measure->clause);
    key_both(&w, "title", measure->title);
    key_text(&w, "kind", kind_names[measure->kind]);
    key_text(&w, "basis", basis_names[measure->basis]);
    key_text(&w, "per", per_names[measure->per]);
    key_text(&w, "payee", payee_names[measure->payee]);
    key(&w, "status");
    return write_keep_fragment(&w, arena);
}

static struct fragment measure_tail(const hs_measure *measure, hs_texts evidence, struct arena *arena) {
    hs_window window = measure->window;
    struct writer w = {0};
    key_texts(&w, "evidence", evidence.items, evidence.count);
    key_texts(&w, "procedure", measure->procedure.items, measure->procedure.count);
    key_texts(&w, "department", measure->department.items, measure->department.count);
    key_both(&w, "note", measure->note);
    if (window_is_given(window))
        write_format(&w, ",\"window\":{\"from\":\"%02d-%02d\",\"until\":\"%02d-%02d\",\"open\":", (int)window.from_month,
                     (int)window.from_day, (int)window.until_month, (int)window.until_day);
    else
        write_text(&w, "}");
    return write_keep_fragment(&w, arena);
}

static struct fragment policy_head(const hs_policy *policy, struct arena *arena) {
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "id", policy->id);
    key_document(&w, policy);
    return write_keep_fragment(&w, arena);
}

static struct fragment policy_note(const hs_policy *policy, struct arena *arena) {
    struct writer w = {0};
    key_both(&w, "note", policy->note);
    return write_keep_fragment(&w, arena);
}

const struct hs_policy_json *policy_json(const hs_policy *policy, const char *const *ids, const hs_texts *evidence, struct arena *arena) {
    struct hs_policy_json *out = arena_take(arena, sizeof *out);
    struct measure_json *measures = arena_array(arena, (size_t)policy->measure_count, sizeof *measures);
    if (out == NULL || measures == NULL) return NULL;
    *out = (struct hs_policy_json){policy_head(policy, arena), policy_note(policy, arena), measures};
    for (int32_t i = 0; i < policy->measure_count; i++) {
        measures[i] = (struct measure_json){measure_head(&policy->measures[i], ids[i], arena),
                                            measure_tail(&policy->measures[i], evidence[i], arena)};
        if (measures[i].head.text == NULL || measures[i].tail.text == NULL) return NULL;
    }
    return out->head.text == NULL || out->note.text == NULL ? NULL : out;
}

/* ---- Conditions ------------------------------------------------------------------------------------------------------------------ */

/* The fact that a reason of the condition shows with what is known of it, or NULL. */
static const hs_fact *condition_fact(const hs_node *node) {
    switch (node->op) {
    case HS_OP_FACT: return node->fact;
    case HS_OP_SOME:
    case HS_OP_IN:
    case HS_OP_HAS: return node->arguments[0]->fact;
    default: return is_comparison(node->op) && node->arguments[0]->op == HS_OP_FACT ? node->arguments[0]->fact : NULL;
    }
}

static bool has_have(const hs_node *node) { return condition_fact(node) != NULL || is_comparison(node->op); }

/* Whether all of a reason follows from how its condition came out. */
static bool is_told_by_truth(const hs_node *node) {
    return node->op == HS_OP_CONSTANT || node->op == HS_OP_SINCE || node->op == HS_OP_UNTIL ||
           (node->op == HS_OP_FACT && node->fact->list == NULL);
}

/* Moves the text into the arena; the writer keeps its room for the next one. */
static struct fragment keep(struct writer *w, struct arena *arena) {
    size_t length = w->length;
    return (struct fragment){write_copy(w, arena), length};
}

static struct fragment condition_begin(struct writer *w, const hs_node *node, hs_text rule, int32_t truth, struct arena *arena) {
    const hs_fact *fact = condition_fact(node);
    bool field = fact != NULL && fact->list != NULL, have = !field && has_have(node);
    write_text(w, "{");
    key_both(w, "rule", rule);
    key_text(w, "truth", known_names[truth]);
    if (field) write_format(w, ",\"fact\":\"%s[", fact->list->id);
    if (fact != NULL && !field) key_text(w, "fact", fact->id);
    if (have) key(w, "have");
    if (have && node->op == HS_OP_FACT) write_value(w, (hs_interval){truth == HS_TRUE, truth != HS_FALSE}, HS_TRUTH, fact);
    if (is_told_by_truth(node)) write_text(w, "}");
    return keep(w, arena);
}

static struct fragment condition_field(struct writer *w, const hs_node *node, struct arena *arena) {
    const hs_fact *fact = condition_fact(node);
    if (fact != NULL && fact->list != NULL) write_format(w, "].%s\",\"have\":", fact->id);
    return keep(w, arena);
}

static struct fragment condition_need(struct writer *w, const hs_node *node, struct arena *arena) {
    bool figure = is_comparison(node->op) && node->arguments[1]->op == HS_OP_CONSTANT;
    bool values = node->op == HS_OP_IN || node->op == HS_OP_HAS;
    if (figure || values) write_text(w, ",\"need\":");
    if (figure) write_end_of(w, node->arguments[1]->value, node->arguments[0]->type);
    if (values) write_values(w, node->arguments[0]->fact, node->value);
    return keep(w, arena);
}

const struct hs_condition_json *condition_json(const hs_node *node, hs_text rule, struct arena *arena) {
    struct hs_condition_json *out = arena_take(arena, sizeof *out);
    struct writer w = {0};
    if (out == NULL) return NULL;
    out->whole = is_told_by_truth(node);
    out->has_have = has_have(node);
    out->field = condition_field(&w, node, arena);
    out->need = condition_need(&w, node, arena);
    bool kept = out->field.text != NULL && out->need.text != NULL;
    for (int32_t truth = HS_FALSE; truth <= HS_TRUE; truth++) {
        out->begin[truth] = condition_begin(&w, node, rule, truth, arena);
        kept = kept && out->begin[truth].text != NULL;
    }
    write_free(&w);
    return kept ? out : NULL;
}
