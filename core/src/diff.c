/* Two versions of a policy held against each other: the document, its clauses, checks and facts. Both languages are gone through alike, so
   that the texts with one number belong together. */
#include "diff.h"

#include "clauses.h"
#include "digest.h"
#include "engine.h"
#include "error.h"
#include "json_writer.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

struct hs_diff {
    struct arena arena;
    hs_difference *items;
    int32_t count;
    struct writer json;
};

/* ---- What is said ---------------------------------------------------------------------------------------------------------------- */

static bool make_room(struct differ *d) {
    if (d->count < d->capacity) return true;
    int32_t capacity = d->capacity == 0 ? 64 : 2 * d->capacity;
    struct difference *items = realloc(d->items, (size_t)capacity * sizeof *items);
    if (items == NULL) return false;
    d->items = items;
    d->capacity = capacity;
    return true;
}

void diff_end(struct differ *d, int32_t sign) {
    struct writer *line = &d->sheet.line;
    if (d->sheet.language == HS_EN && line->length > 0 && line->data[0] >= 'a' && line->data[0] <= 'z')
        line->data[0] = (char)(line->data[0] - 'a' + 'A');
    struct difference item = {d->now, write_keep(line, d->arena)};
    item.said.sign = sign;
    d->now.name = NULL;
    d->now.type = 0;
    d->now.from = d->now.to = 0;
    if (item.text == NULL || !make_room(d))
        d->sheet.failed = true;
    else
        d->items[d->count++] = item;
}

/* ---- Silent clauses and checks --------------------------------------------------------------------------------------------------- */

/* The reason with a number among those of one clause, 0 first; NULL where there are fewer. */
static const hs_silence *silence_at(const hs_policy *policy, const char *clause, int32_t number) {
    for (int32_t i = 0; i < policy->silence_count; i++)
        if (strcmp(policy->silences[i].clause, clause) == 0 && number-- == 0) return &policy->silences[i];
    return NULL;
}

static void silences(struct differ *d, const char *clause) {
    for (int32_t i = 0;; i++) {
        const hs_silence *was = silence_at(d->was, clause, i), *is = silence_at(d->is, clause, i);
        if (was == NULL && is == NULL) return;
        d->now = (hs_difference){.group = HS_OF_SILENCE, .clause = clause, .part = "whole"};
        if (was != NULL && is != NULL) {
            diff_texts(d, "reason", (hs_text){"没有列为措施的理由", "why it is no measure"}, was->reason, is->reason);
            continue;
        }
        sheet_say(&d->sheet, is != NULL ? "现在没有列为措施：" : "不再列为没有措施的条款，原理由：",
                  is != NULL ? "now it is no measure: " : "no longer listed as no measure, which was because: ");
        sheet_both(&d->sheet, is != NULL ? is->reason : was->reason);
        diff_end(d, is != NULL ? HS_SIGN_ADDED : HS_SIGN_REMOVED);
    }
}

static const hs_check *check_called(const hs_policy *policy, const char *id) {
    for (int32_t i = 0; i < policy->check_count; i++)
        if (strcmp(policy->checks[i]->id, id) == 0) return policy->checks[i];
    return NULL;
}

static void lone_check(struct differ *d, const hs_check *check, int32_t sign) {
    d->now = (hs_difference){.group = HS_OF_CHECK, .id = check->id, .part = "whole"};
    sheet_say(&d->sheet, sign == HS_SIGN_ADDED ? "新增核对：" : "取消核对：",
              sign == HS_SIGN_ADDED ? "this check is new: " : "this check is gone: ");
    diff_say_tree(d, &check->holds->n);
    diff_end(d, sign);
}

static void checks(struct differ *d) {
    for (int32_t i = 0; i < d->is->check_count; i++) {
        const hs_check *is = d->is->checks[i], *was = check_called(d->was, is->id);
        if (was == NULL) {
            lone_check(d, is, HS_SIGN_ADDED);
            continue;
        }
        d->now = (hs_difference){.group = HS_OF_CHECK, .id = is->id, .part = "holds"};
        diff_tree(d, &was->holds->n, &is->holds->n, NULL);
        diff_texts(d, "warning", (hs_text){"提示", "warning"}, was->warning, is->warning);
    }
    for (int32_t i = 0; i < d->was->check_count; i++)
        if (check_called(d->is, d->was->checks[i]->id) == NULL) lone_check(d, d->was->checks[i], HS_SIGN_REMOVED);
}

/* ---- Clause by clause ------------------------------------------------------------------------------------------------------------ */

static void clause_of_later(struct differ *d, const char *clause) {
    for (int32_t i = 0; i < d->is->measure_count; i++) {
        const hs_measure *is = &d->is->measures[i], *was = diff_measure_called(d->was, is->id);
        if (strcmp(is->clause, clause) != 0) continue;
        if (was == NULL)
            diff_lone_measure(d, is, HS_SIGN_ADDED);
        else
            diff_measure(d, was, is);
    }
    for (int32_t i = 0; i < d->is->limit_count; i++) {
        const hs_limit *is = &d->is->limits[i], *was = diff_limit_called(d->was, is->id);
        if (strcmp(is->clause, clause) != 0) continue;
        if (was == NULL)
            diff_lone_limit(d, d->is, is, HS_SIGN_ADDED);
        else
            diff_limit(d, was, is);
    }
}

/* What the earlier version alone grants under a clause. */
static void clause_of_earlier(struct differ *d, const char *clause) {
    for (int32_t i = 0; i < d->was->measure_count; i++) {
        const hs_measure *was = &d->was->measures[i];
        if (strcmp(was->clause, clause) == 0 && diff_measure_called(d->is, was->id) == NULL) diff_lone_measure(d, was, HS_SIGN_REMOVED);
    }
    for (int32_t i = 0; i < d->was->limit_count; i++) {
        const hs_limit *was = &d->was->limits[i];
        if (strcmp(was->clause, clause) == 0 && diff_limit_called(d->is, was->id) == NULL) diff_lone_limit(d, d->was, was, HS_SIGN_REMOVED);
    }
}

static bool is_among(const char *clause, const char *const *clauses, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        if (strcmp(clauses[i], clause) == 0) return true;
    return false;
}

/* The clauses of the later version in their order, then those that only the earlier one has. */
static bool clauses(struct differ *d) {
    int32_t now, then;
    const char *const *later = clauses_in_order(d->is, &now, d->arena), *const *earlier = clauses_in_order(d->was, &then, d->arena);
    if (later == NULL || earlier == NULL) return false;
    for (int32_t i = 0; i < now; i++) {
        clause_of_earlier(d, later[i]);
        clause_of_later(d, later[i]);
        silences(d, later[i]);
    }
    for (int32_t i = 0; i < then; i++) {
        if (is_among(earlier[i], later, now)) continue;
        clause_of_earlier(d, earlier[i]);
        silences(d, earlier[i]);
    }
    return true;
}

/* The two say the same and are not laid out alike. */
static void order(struct differ *d) {
    char was[SHA256_TEXT], is[SHA256_TEXT];
    digest_policy(was, d->was, &d->was_facts);
    digest_policy(is, d->is, &d->is_facts);
    if (d->count > 0 || strcmp(was, is) == 0) return;
    d->now = (hs_difference){.group = HS_OF_DOCUMENT, .part = "order"};
    sheet_say(&d->sheet, "只有排列次序或写法不同，含义没有差别", "only the order or the way of writing differs; they mean the same");
    diff_end(d, HS_SIGN_CHANGED);
}

static bool walk(struct differ *d) {
    diff_document(d);
    bool listed = clauses(d);
    checks(d);
    diff_facts(d);
    order(d);
    return listed && !d->sheet.failed;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

/* Puts the texts of both languages together. */
static bool gather(struct hs_diff *self, const struct differ *zh, const struct differ *en) {
    self->items = arena_array(&self->arena, (size_t)zh->count, sizeof *self->items);
    if (self->items == NULL) return false;
    for (; self->count < zh->count; self->count++) {
        self->items[self->count] = zh->items[self->count].said;
        self->items[self->count].text = (hs_text){zh->items[self->count].text, en->items[self->count].text};
    }
    return true;
}

static int compare(struct hs_diff *self, struct differ *zh, struct differ *en, hs_error *error) {
    static const struct dictionary none;
    int status = constants_list(&zh->was_constants, zh->was, zh->arena, error);
    if (status == HS_OK) status = dictionary_extend(&zh->was_facts, &none, zh->was, zh->arena, error);
    if (status == HS_OK) status = dictionary_extend(&zh->is_facts, &none, zh->is, zh->arena, error);
    if (status != HS_OK) return status;
    *en = *zh;
    en->sheet.language = HS_EN;
    bool made = walk(zh) && walk(en) && zh->count == en->count && gather(self, zh, en);
    return made ? HS_OK : error_memory(error);
}

static void drop(struct differ *d) {
    sheet_free(&d->sheet);
    free(d->items);
}

int hs_diff_new(hs_diff **out, const hs_policy *was, const hs_policy *is, hs_error *error) {
    struct hs_diff *self = calloc(1, sizeof *self);
    *out = NULL;
    if (self == NULL) return error_memory(error);
    struct differ zh = {.was = was, .is = is, .arena = &self->arena, .sheet = {.language = HS_ZH}}, en = zh;
    int status = compare(self, &zh, &en, error);
    drop(&zh);
    drop(&en);
    if (status == HS_OK)
        *out = self;
    else
        hs_diff_free(self);
    return status;
}

void hs_diff_free(hs_diff *self) {
    if (self == NULL) return;
    arena_clear(&self->arena);
    write_free(&self->json);
    free(self);
}

int32_t hs_diff_count(const hs_diff *self) { return self->count; }

const hs_difference *hs_diff_get(const hs_diff *self, int32_t index) { return &self->items[index]; }

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

static void key_figure(struct writer *w, const char *name, int64_t value, int32_t type) {
    key(w, name);
    if (type == 0)
        write_text(w, "null");
    else
        write_end_of(w, value, type);
}

static void write_difference(struct writer *w, const hs_difference *difference) {
    static const char *const signs[] = {"changed", "added", "removed"};
    static const char *const groups[] = {"document", "measure", "limit", "silence", "check", "fact"};
    write_text(w, "{");
    key_text(w, "sign", signs[difference->sign]);
    key_text(w, "of", groups[difference->group]);
    key_text(w, "id", difference->id);
    key_text(w, "clause", difference->clause);
    key_both(w, "title", difference->title);
    key_text(w, "part", difference->part);
    key_text(w, "name", difference->name);
    key_figure(w, "from", difference->from, difference->type);
    key_figure(w, "to", difference->to, difference->type);
    key_both(w, "text", difference->text);
    write_text(w, "}");
}

const char *hs_diff_json(hs_diff *self, size_t *length) {
    struct writer *w = &self->json;
    if (w->length == 0) {
        write_text(w, "[");
        for (int32_t i = 0; i < self->count; i++) {
            comma(w);
            write_difference(w, &self->items[i]);
        }
        write_text(w, "]");
    }
    const char *text = write_end(w);
    if (length != NULL) *length = text == NULL ? 0 : w->length;
    return text;
}

char *hs_diff_version_json(const hs_engine *engine, int32_t index) {
    const struct loaded_policy *loaded = engine->policies[index];
    struct writer w = {0};
    write_text(&w, "{");
    key_text(&w, "id", loaded->policy->id);
    key_text(&w, "version", loaded->policy->version);
    key_document(&w, loaded->policy);
    key_text(&w, "sha256", loaded->sha256);
    report_overlay(&w, loaded->overlay, loaded->overlay_count);
    write_text(&w, "}");
    return write_take(&w);
}
