/* The second reading of a policy that the checker has taken: what an author has probably not meant. */
#include "lint.h"

#include "engine.h"
#include "error.h"
#include "json_writer.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Reporting ----------------------------------------------------------------------------------------------------------------- */

static const char *filled(struct hs_lint *lint, const char *text, const hs_text *texts, size_t count, enum hs_language language) {
    struct writer writer = {0};
    for (; *text != '\0'; text++) {
        size_t index = text[0] == '{' ? (size_t)(text[1] - '0') : count; /* what is no digit is beyond the count */
        if (index >= count) {
            write_bytes(&writer, text, 1);
            continue;
        }
        write_text(&writer, text_in(texts[index], language));
        text += 2;
    }
    return write_keep(&writer, &lint->arena);
}

static hs_text filled_both(struct hs_lint *lint, hs_text text, const hs_text *texts, size_t count) {
    return (hs_text){filled(lint, text.zh, texts, count, HS_ZH), filled(lint, text.en, texts, count, HS_EN)};
}

static bool make_room(struct hs_lint *lint) {
    if (lint->count < lint->capacity) return true;
    int32_t capacity = lint->capacity == 0 ? 16 : lint->capacity * 2;
    hs_finding *findings = arena_array(&lint->arena, (size_t)capacity, sizeof *findings);
    if (findings == NULL) return false;
    if (lint->count > 0) memcpy(findings, lint->findings, (size_t)lint->count * sizeof *findings);
    lint->findings = findings;
    lint->capacity = capacity;
    return true;
}

void lint_find(struct hs_lint *lint, enum hs_severity severity, const char *rule, hs_text what, hs_text fix, const hs_text *texts,
               size_t count) {
    for (size_t i = 0; i < count; i++) lint->failed = lint->failed || texts[i].zh == NULL || texts[i].en == NULL;
    if (lint->failed || !make_room(lint)) {
        lint->failed = true;
        return;
    }
    hs_finding *finding = &lint->findings[lint->count];
    *finding = (hs_finding){.severity = (int32_t)severity,
                            .rule = rule,
                            .policy = lint->policy->id,
                            .measure = lint->measure,
                            .clause = lint->clause,
                            .part = arena_copy(&lint->arena, lint->part, strlen(lint->part)),
                            .what = filled_both(lint, what, texts, count),
                            .fix = filled_both(lint, fix, texts, count)};
    lint->failed =
        finding->part == NULL || finding->what.zh == NULL || finding->what.en == NULL || finding->fix.zh == NULL || finding->fix.en == NULL;
    lint->count += !lint->failed;
}

hs_text lint_plain(const char *text) { return (hs_text){text, text}; }

hs_text lint_words(struct hs_lint *lint, const hs_node *node) {
    hs_text words = {NULL, NULL};
    words_rule(&words, node, &lint->arena);
    return words;
}

hs_text lint_figure(struct hs_lint *lint, int64_t value, int32_t type, const hs_fact *fact) {
    struct writer zh = {0}, en = {0};
    words_figure(&zh, value, type, fact, HS_ZH);
    words_figure(&en, value, type, fact, HS_EN);
    return (hs_text){write_keep(&zh, &lint->arena), write_keep(&en, &lint->arena)};
}

hs_text lint_label(const hs_fact *fact) { return fact->label; }

bool lint_says(const char *text, const char *words) {
    while (text != NULL && *words != '\0') {
        size_t length = strcspn(words, "|");
        for (const char *at = text; *at != '\0'; at++)
            if (strncmp(at, words, length) == 0) return true;
        words += length + (words[length] == '|');
    }
    return false;
}

/* ---- The reading ---------------------------------------------------------------------------------------------------------------- */

static void read_measure(struct hs_lint *lint, const hs_measure *measure) {
    const struct given given = {&measure->when->n, true, NULL};
    const hs_node *pays = measure->pays == NULL ? NULL : &measure->pays->n;
    lint->measure = measure->id;
    lint->clause = measure->clause;
    lint->note = measure->note.zh;
    lint_translation(lint, "title", measure->title);
    lint_translation(lint, "note", measure->note);
    for (int32_t i = 0; i < measure->procedure.count; i++) lint_translation(lint, "procedure", measure->procedure.items[i]);
    for (int32_t i = 0; i < measure->department.count; i++) lint_translation(lint, "department", measure->department.items[i]);
    lint->part = "when";
    lint_condition(lint, &measure->when->n);
    lint_payment(lint, measure);
    if (pays != NULL) lint_amount(lint, pays, &given);
    lint->part = "title";
    lint_boundaries(lint, measure->title, &measure->when->n, pays);
    lint->part = "note";
    lint_boundaries(lint, measure->note, &measure->when->n, pays);
}

static void read_limit(struct hs_lint *lint, const hs_limit *limit) {
    lint->measure = limit->id;
    lint->clause = limit->clause;
    lint->note = limit->note.zh;
    lint_translation(lint, "title", limit->title);
    lint_translation(lint, "note", limit->note);
    lint->part = "ceiling";
    if (limit->measure_count == 1 && limit->note.zh == NULL)
        FIND(lint, HS_LOOK, "limit_single", BOTH("这个合计上限只管一项措施", "this ceiling over several measures holds one alone"),
             BOTH("写进那一项的 .pays：CAP(…)；累计几年封顶的，在 .note 里说明",
                  "write CAP(…) into .pays of that measure; where it is a ceiling over its years, say so in .note"),
             lint_plain(""));
    lint_amount(lint, &limit->ceiling->n, NULL);
}

static void read_check(struct hs_lint *lint, const hs_check *check) {
    char part[64];
    snprintf(part, sizeof part, "checks.%s", check->id);
    lint_translation(lint, part, check->warning);
    lint_condition(lint, &check->holds->n);
    lint_boundaries(lint, check->warning, &check->holds->n, NULL);
    lint_idle(lint, &check->holds->n);
    lint->part = "";
}

static void read_policy(struct hs_lint *lint) {
    const hs_policy *policy = lint->policy;
    lint_translation(lint, "name", policy->name);
    lint_translation(lint, "title", policy->title);
    lint_translation(lint, "note", policy->note);
    lint_document(lint);
    for (int32_t i = 0; i < policy->measure_count; i++) read_measure(lint, &policy->measures[i]);
    for (int32_t i = 0; i < policy->limit_count; i++) read_limit(lint, &policy->limits[i]);
    lint->measure = lint->note = NULL;
    for (int32_t i = 0; i < policy->silence_count; i++) {
        lint->clause = policy->silences[i].clause;
        lint_translation(lint, "silences", policy->silences[i].reason);
    }
    lint->clause = NULL;
    for (int32_t i = 0; i < policy->check_count; i++) read_check(lint, policy->checks[i]);
    lint_facts(lint);
}

int hs_policy_lint(hs_lint **out, const hs_engine *engine, int32_t index, hs_error *error) {
    *out = NULL;
    if (index < 0 || index >= engine->count)
        return error_set(error, HS_USAGE, NOWHERE, "没有第 %d 份政策", "there is no policy with the number %d", (int)index);
    hs_lint *lint = calloc(1, sizeof *lint);
    if (lint == NULL) return error_memory(error);
    lint->engine = engine;
    lint->policy = engine->policies[index]->policy;
    read_policy(lint);
    if (lint->failed) {
        hs_lint_free(lint);
        return error_memory(error);
    }
    *out = lint;
    return HS_OK;
}

void hs_lint_free(hs_lint *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

int32_t hs_lint_count(const hs_lint *self) { return self->count; }

const hs_finding *hs_lint_finding(const hs_lint *self, int32_t index) { return &self->findings[index]; }

static void write_finding(struct writer *w, const hs_finding *finding) {
    comma(w);
    write_text(w, "{");
    key_text(w, "severity", finding->severity == HS_WRONG ? "wrong" : "look");
    key_text(w, "rule", finding->rule);
    key_text(w, "measure", finding->measure);
    key_text(w, "clause", finding->clause);
    key_text(w, "part", finding->part);
    key_both(w, "what", finding->what);
    key_both(w, "fix", finding->fix);
    write_text(w, "}");
}

const char *hs_lint_json(hs_lint *self, size_t *length) {
    struct writer *w = &self->json;
    if (w->length == 0) {
        write_text(w, "{");
        key_text(w, "policy", self->policy->id);
        key(w, "findings");
        write_text(w, "[");
        for (int32_t i = 0; i < self->count; i++) write_finding(w, &self->findings[i]);
        write_text(w, "]}");
    }
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}
