/* Memory that runs out: every allocation of twenty-five scenarios fails, once by itself and once with all that follow:
       memory PLUGINS SOURCE STEP
   (STEP 1: every one, but of the longest the first on each way of calls that leads to one; 7: every seventh; 0: the first on each way of all).
   What is asked of an arena counts as an allocation too. Each run ends with HS_MEMORY or with the very result of the run in which nothing
   failed, and gives back every block. Linked with --wrap. */
#include "arena.h"
#include "ways.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "small.h"

/* ---- Allocations ----------------------------------------------------------------------------------------------------------------- */

static int64_t asked, fails_at, live; /* fails_at -1: never */
static bool for_ever;

static bool fails(void) {
    int64_t number = asked++;
    note(number);
    return fails_at >= 0 && (for_ever ? number >= fails_at : number == fails_at);
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);
void *__wrap_arena_extend(struct arena *arena, size_t size);

static void *counted(void *block) {
    live += block != NULL;
    return block;
}

void *__wrap_malloc(size_t size) { return fails() ? NULL : counted(__real_malloc(size)); }

void *__wrap_calloc(size_t count, size_t size) { return fails() ? NULL : counted(__real_calloc(count, size)); }

void *__wrap_realloc(void *block, size_t size) {
    if (fails()) return NULL;
    return block == NULL ? counted(__real_realloc(NULL, size)) : __real_realloc(block, size);
}

void __wrap_free(void *block) {
    live -= block != NULL;
    __real_free(block);
}

/* An arena asks here for a block, and gets one so small that it asks again for the next few bytes. */
void *__wrap_arena_extend(struct arena *arena, size_t size) {
    const size_t alignment = alignof(max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    struct arena_block *block = __wrap_malloc(sizeof *block + size);
    if (block == NULL) return NULL;
    *block = (struct arena_block){.older = arena->blocks, .size = size};
    arena->blocks = block;
    arena->used = size;
    return block->bytes;
}

/* ---- What the scenarios share ---------------------------------------------------------------------------------------------------- */

enum { TEXT_MAX = 1 << 20 };

static const char *plugins;
static char firm[TEXT_MAX], claim[TEXT_MAX], saved[TEXT_MAX];
static hs_engine *engine, *reform, *small;
static const hs_options options = {.today = {2023, 6, 30}};

/* What a run came to. */
struct outcome {
    int status;
    uint64_t digest;
    hs_error error;
};

static size_t said; /* how long a text is, as the engine said */

static void add(struct outcome *out, const char *text) {
    if (text == NULL) out->status = HS_MEMORY;
    out->digest = mixed(out->digest, said);
    for (; text != NULL && *text != '\0'; text++) out->digest = mixed(out->digest, (unsigned char)*text);
}

/* A text that the caller frees. */
static void add_own(struct outcome *out, char *text) {
    add(out, text);
    free(text);
}

static int32_t policy_number(const hs_engine *of, const char *id) {
    for (int32_t i = 0; i < hs_engine_policy_count(of); i++)
        if (strcmp(hs_engine_policy(of, i)->id, id) == 0) return i;
    return -1;
}

/* ---- The scenarios --------------------------------------------------------------------------------------------------------------- */

static void load(struct outcome *out) {
    hs_engine *loaded = NULL;
    out->status = hs_engine_new(&loaded, &out->error);
    if (out->status == HS_OK) out->status = hs_engine_load(loaded, plugins, &out->error);
    if (out->status == HS_OK) add_own(out, hs_engine_policies_json(loaded, &said));
    hs_engine_free(loaded);
}

static void manifest(struct outcome *out) {
    char path[4096], *text = NULL;
    snprintf(path, sizeof path, "%s/qingpu.so", plugins);
    out->status = hs_plugin_manifest(&text, path, &out->error);
    if (out->status == HS_OK) add_own(out, text);
}

static void assess_as(struct outcome *out, const char *document, bool brief) {
    hs_assessment *assessment = NULL;
    hs_options how = options;
    how.brief = brief;
    out->status = hs_assess(&assessment, engine, document, strlen(document), &how, &out->error);
    if (out->status == HS_OK) add(out, hs_assessment_json(assessment, &said));
    hs_assessment_free(assessment);
}

static void assess(struct outcome *out) { assess_as(out, firm, false); }

static void assess_brief(struct outcome *out) { assess_as(out, claim, true); }

static void refuse_choice(struct outcome *out) { assess_as(out, "{\"facts\": {\"park_level\": \"nationl\"}}", false); }

static void refuse_member(struct outcome *out) { assess_as(out, "{\"facts\": {}, \"ships\": 1}", false); }

static void say_error(struct outcome *out) {
    const hs_error error = {.code = HS_INPUT, .path = "facts.annual_rent", .line = 1, .zh = "不是数", .en = "no figure"};
    add_own(out, hs_error_json(&error, &said));
}

static void tables(struct outcome *out) {
    const char *const texts[] = {"id,audited,build_cost\nA,是,2万\nA,,\n", "id,annual_rent,overseas_sites\nA,42万,2\nB,约5,\n"};
    hs_table *table = NULL;
    out->status = hs_table_new(&table, engine, &out->error);
    for (int i = 0; out->status == HS_OK && i < 2; i++) {
        const hs_table_row *row = NULL;
        out->status = i == 0 ? hs_table_list(table, "overseas_sites", &out->error) : HS_OK;
        if (i == 1) hs_table_applicants(table);
        if (out->status == HS_OK) out->status = hs_table_push(table, texts[i], strlen(texts[i]), &out->error);
        hs_table_end(table);
        while (out->status == HS_OK && (out->status = hs_table_next(table, &row, &out->error)) == HS_OK && row != NULL)
            add(out, row->json == NULL ? row->error.en : row->json);
    }
    hs_table_free(table);
}

static void sweep(struct outcome *out) {
    hs_sweep *made = NULL;
    out->status = hs_sweep_new(&made, engine, firm, strlen(firm), &options, "annual_rent", (hs_interval){0, 100000000}, &out->error);
    if (out->status == HS_OK) add(out, hs_sweep_json(made, &said));
    hs_sweep_free(made);
}

static void compare(struct outcome *out) {
    hs_comparison *made = NULL;
    out->status = hs_comparison_new(&made, engine, firm, strlen(firm), &options, &out->error);
    if (out->status == HS_OK) add(out, hs_comparison_json(made, &said));
    hs_comparison_free(made);
}

static void review(struct outcome *out) {
    hs_review *made = NULL;
    out->status = hs_review_new(&made, engine, claim, strlen(claim), &options, &out->error);
    if (out->status == HS_OK) add(out, hs_review_json(made, &said));
    hs_review_free(made);
}

static void verify(struct outcome *out) {
    hs_verification *made = NULL;
    const hs_options later = {.as_of = {2025, 1, 1}};
    out->status = hs_verification_new(&made, engine, saved, strlen(saved), firm, strlen(firm), &later, &out->error);
    if (out->status == HS_OK) add(out, hs_verification_json(made, &said));
    hs_verification_free(made);
}

static void budget(struct outcome *out) {
    hs_budget *made = NULL;
    hs_assessment *assessment = NULL;
    out->status = hs_budget_new(&made, engine, &out->error);
    if (out->status == HS_OK) out->status = hs_assess(&assessment, engine, firm, strlen(firm), &options, &out->error);
    for (int i = 0; out->status == HS_OK && i < 3; i++)
        out->status = hs_budget_add(made, hs_assessment_result(assessment), "A", i, &out->error);
    if (out->status == HS_OK) add_own(out, hs_budget_json(made, 100));
    hs_assessment_free(assessment);
    hs_budget_free(made);
}

static void what_if(struct outcome *out) {
    static const char rented[] = "{\"facts\": {\"annual_rent\": 4200000, \"annual_revenue\": 26000000}}";
    hs_engine *changed = NULL;
    hs_assessment *assessment = NULL;
    char path[4096];
    const hs_setting settings[] = {{"qingpu.rent.cap", "800000"}, {"qingpu.rent.years", "2"}};
    snprintf(path, sizeof path, "%s/qingpu.so", plugins);
    out->status = hs_engine_new(&changed, &out->error);
    if (out->status == HS_OK) out->status = hs_engine_load_file(changed, path, &out->error);
    if (out->status == HS_OK) out->status = hs_engine_set_all(changed, settings, 2, &out->error);
    if (out->status == HS_OK) out->status = hs_assess(&assessment, changed, rented, strlen(rented), &options, &out->error);
    if (out->status == HS_OK) add(out, hs_assessment_json(assessment, &said));
    hs_assessment_free(assessment);
    hs_engine_free(changed);
}

static void constants(struct outcome *out) {
    hs_constants *made = NULL;
    out->status = hs_constants_new(&made, hs_engine_policy(engine, policy_number(engine, "ningbo")), &out->error);
    if (out->status == HS_OK) add_own(out, hs_constants_json(made, &said));
    hs_constants_free(made);
}

static void diff(struct outcome *out) {
    const hs_policy *was = hs_engine_policy(engine, policy_number(engine, "qingpu"));
    const hs_policy *const later[] = {hs_engine_policy(reform, policy_number(reform, "qingpu")),
                                      hs_engine_policy(engine, policy_number(engine, "beilun"))};
    for (int i = 0; out->status == HS_OK && i < 2; i++) {
        hs_diff *made = NULL;
        out->status = hs_diff_new(&made, was, later[i], &out->error);
        if (out->status == HS_OK) add(out, hs_diff_json(made, &said));
        hs_diff_free(made);
    }
}

static void effect(struct outcome *out) {
    hs_effect *made = NULL;
    hs_effect_row row;
    out->status = hs_effect_new(&made, engine, "qingpu", reform, "qingpu", "310118", &out->error);
    if (out->status == HS_OK) out->status = hs_effect_add(made, &row, firm, strlen(firm), &options, &out->error);
    if (out->status == HS_OK) add_own(out, hs_effect_row_json(&row, 1));
    if (out->status == HS_OK) add_own(out, hs_effect_json(made));
    hs_effect_free(made);
}

static void suite(struct outcome *out) {
    static const char text[] = "{\"id\": \"one\", \"applicant\": {\"as_of\": \"2023-06-30\", \"locations\": [\"310118\"], \"facts\": "
                               "{\"annual_rent\": 1}}, \"expect\": {\"places\": {\"310118\": {\"total\": {\"low\": 5}}}}}";
    hs_suite *made = NULL;
    out->status = hs_suite_new(&made, engine, policy_number(engine, "qingpu"), &options, &out->error);
    if (out->status == HS_OK) out->status = hs_suite_add(made, text, strlen(text), &out->error);
    if (out->status == HS_OK) add(out, hs_suite_json(made, &said));
    hs_suite_free(made);
}

/* Cases of the small region, that of a firm with one site. */
static hs_suite *small_suite(struct outcome *out) {
    static const char text[] =
        "{\"id\": \"one\", \"applicant\": {\"as_of\": \"2023-06-30\", \"locations\": [\"330206\"], \"facts\": {\"fit\": true, "
        "\"exports\": 6000, \"level\": \"low\", \"kinds\": [\"one\"], \"share\": 30, \"rent\": 900000, \"staff\": 3, "
        "\"sites\": [{\"audited\": true, \"orders\": 200, \"year\": 1, \"progress\": 6, \"cost\": 1000}]}}, "
        "\"expect\": {\"places\": {\"330206\": {\"total\": {\"low\": 272500}, "
        "\"policies\": {\"small\": {\"measures\": {\"small.grant\": {\"status\": \"eligible\"}}}}}}}}";
    hs_suite *made = NULL;
    out->status = hs_suite_new(&made, small, 0, &options, &out->error);
    if (out->status == HS_OK) out->status = hs_suite_add(made, text, strlen(text), &out->error);
    return made;
}

static void mutants(struct outcome *out) {
    const hs_mutant *list = NULL;
    int32_t count = 0;
    hs_suite *made = small_suite(out);
    if (out->status == HS_OK) out->status = hs_suite_mutate(made, &list, &count, &out->error);
    if (out->status == HS_OK) add(out, hs_suite_json(made, &said));
    hs_suite_free(made);
}

static void boundaries(struct outcome *out) {
    char *text = NULL;
    hs_suite *made = small_suite(out);
    if (out->status == HS_OK) out->status = hs_suite_boundaries(made, &text, NULL, &out->error);
    if (out->status == HS_OK) add_own(out, text);
    hs_suite_free(made);
}

/* Takes a row in; false where there is no more of them. */
static bool join(struct outcome *out, hs_crowd *crowd, hs_table *table, hs_table *reader, int32_t *members) {
    const hs_table_bytes *bytes = NULL;
    const hs_table_row *row = NULL;
    out->status = hs_table_cut(table, &bytes, &out->error);
    if (out->status != HS_OK || bytes == NULL) return false;
    out->status = hs_crowd_add_row(crowd, reader, bytes, &row, &out->error);
    if (out->status != HS_OK) return false;
    *members += row->error.code == HS_OK;
    if (row->error.code != HS_OK) add(out, row->error.en);
    return true;
}

/* Rows and a document, assessed together: one row is refused for a cell, one for what its figures come to. */
static void crowd(struct outcome *out) {
    static const char rows[] = "id,locations,fit,rent,share\nA,330206,是,42万,3\nB,330206,,5x,\nC,330206,是,7000000000000,70000000000\n";
    hs_table *table = NULL, *reader = NULL;
    hs_crowd *made = NULL;
    int32_t members = 1;
    out->status = hs_table_new(&table, small, &out->error);
    if (out->status == HS_OK) out->status = hs_table_push(table, rows, strlen(rows), &out->error);
    if (out->status == HS_OK) hs_table_end(table);
    if (out->status == HS_OK) out->status = hs_table_reader(&reader, table, &out->error);
    if (out->status == HS_OK) out->status = hs_crowd_new(&made, small, &options, &out->error);
    if (out->status == HS_OK) out->status = hs_crowd_add(made, "{\"facts\": {}}", 13, &out->error);
    bool more = out->status == HS_OK;
    while (more) more = join(out, made, table, reader, &members);
    if (out->status == HS_OK) out->status = hs_crowd_assess(made, &out->error);
    for (int32_t i = 0; out->status == HS_OK && i < members; i++) {
        hs_error fault;
        const hs_result *result = hs_crowd_result(made, i, &fault);
        if (result == NULL) add(out, fault.en);
        out->digest = mixed(out->digest, result == NULL ? 0 : (uint64_t)result->places[0].total.low);
    }
    hs_crowd_free(made);
    hs_table_free(reader);
    hs_table_free(table);
}

static void lint(struct outcome *out) {
    hs_lint *made = NULL;
    out->status = hs_policy_lint(&made, reform, policy_number(reform, "qingpu"), &out->error);
    if (out->status == HS_OK) add(out, hs_lint_json(made, &said));
    hs_lint_free(made);
}

static void rules(struct outcome *out) {
    hs_rules *made = NULL;
    int32_t count = 0;
    out->status = hs_rules_new(&made, engine, policy_number(engine, "qingpu"), HS_EN, &out->error);
    const hs_rules_line *lines = out->status == HS_OK ? hs_rules_lines(made, &count) : NULL;
    for (int32_t i = 0; i < count; i++) add(out, lines[i].text);
    hs_rules_free(made);
}

static void forms(struct outcome *out) {
    add_own(out, hs_engine_schema_json(engine, &said));
    if (out->status == HS_OK) add_own(out, hs_engine_blank_json(engine, &options, &said));
    if (out->status == HS_OK) add_own(out, hs_engine_facts_json(engine, &said));
}

static void document(struct outcome *out) {
    char *text = NULL;
    hs_subject subject;
    if (hs_subject_read(&subject, engine, "overseas_sites[2].build_cost") == 0) out->status = HS_USAGE;
    if (out->status == HS_OK) out->status = hs_document_set(&text, "{}", 2, subject, "5", &out->error);
    if (out->status == HS_OK) add_own(out, text);
}

static const struct scenario {
    bool ways; /* too long for every one: with STEP 1 the first on each way */
    const char *name;
    void (*run)(struct outcome *);
} scenarios[] = {
    {false, "load", load},
    {false, "manifest", manifest},
    {false, "assess", assess},
    {false, "assess, brief", assess_brief},
    {false, "refuse a choice", refuse_choice},
    {false, "refuse", refuse_member},
    {false, "error", say_error},
    {false, "tables", tables},
    {false, "sweep", sweep},
    {false, "compare", compare},
    {false, "review", review},
    {false, "verify", verify},
    {false, "budget", budget},
    {false, "what if", what_if},
    {false, "constants", constants},
    {false, "diff", diff},
    {false, "effect", effect},
    {false, "suite", suite},
    {true, "mutants", mutants},
    {true, "boundaries", boundaries},
    {false, "crowd", crowd},
    {false, "lint", lint},
    {false, "rules", rules},
    {false, "forms", forms},
    {false, "document", document},
};

/* ---- The proof ------------------------------------------------------------------------------------------------------------------- */

static struct outcome run(const struct scenario *scenario, int64_t at, bool ever) {
    struct outcome out = {.status = HS_OK, .digest = UINT64_C(14695981039346656037)};
    asked = 0;
    fails_at = at;
    for_ever = ever;
    scenario->run(&out);
    fails_at = -1;
    for (const char *text = out.status == HS_OK || out.status == HS_MEMORY ? "" : out.error.en; *text != '\0'; text++)
        out.digest = mixed(out.digest, (unsigned char)*text);
    return out;
}

/* How many runs of a scenario went wrong. */
static int prove(const struct scenario *scenario, int64_t step, int64_t *runs) {
    int faults = 0;
    const bool ways_only = step == 0 || (step == 1 && scenario->ways);
    noted = ways_only;
    const struct outcome wanted = run(scenario, -1, false);
    const int64_t all = asked, before = live;
    noted = false;
    for (int64_t at = 0; at < all; at++) {
        if (ways_only ? !is_first(at) : at % step != 0) continue;
        for (int ever = 0; ever < 2; ever++, ++*runs) {
            struct outcome out = run(scenario, at, ever == 1);
            bool same = out.status == wanted.status && out.digest == wanted.digest;
            if ((same || out.status == HS_MEMORY) && live == before) continue;
            faults++;
            printf("%s: allocation %lld%s: status %d, %s, %lld blocks left\n", scenario->name, (long long)at, ever == 1 ? " and on" : "",
                   out.status, same ? "the same result" : "another result", (long long)(live - before));
            live = before;
        }
    }
    return faults;
}

static void read_text(char text[TEXT_MAX], const char *source, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/samples/%s", source, name);
    FILE *file = fopen(path, "rb");
    size_t length = file == NULL ? 0 : fread(text, 1, TEXT_MAX - 1, file);
    if (file == NULL || length == 0) exit(2);
    text[length] = '\0';
    fclose(file);
}

/* The reform: a figure of an amount, one of a condition, the years, and a tier that pays no more than the one before, which the lint finds. */
static const hs_setting changes[] = {{"qingpu.rent.cap", "800000"},
                                     {"qingpu.rent.annual_revenue", "25000000"},
                                     {"qingpu.rent.years", "2"},
                                     {"qingpu.opening.tier2_pays", "200000"}};

static bool prepare(const char *source) {
    hs_assessment *assessment = NULL;
    fails_at = -1;
    read_text(firm, source, "firm.json");
    read_text(claim, source, "claim.json");
    if (hs_engine_new(&engine, NULL) != HS_OK || hs_engine_load(engine, plugins, NULL) != HS_OK) return false;
    if (hs_engine_new(&reform, NULL) != HS_OK || hs_engine_load(reform, plugins, NULL) != HS_OK) return false;
    if (hs_engine_set_all(reform, changes, sizeof changes / sizeof changes[0], NULL) != HS_OK) return false;
    small = small_engine();
    if (hs_assess(&assessment, engine, firm, strlen(firm), &options, NULL) != HS_OK) return false;
    snprintf(saved, sizeof saved, "%s", hs_assessment_json(assessment, NULL));
    hs_assessment_free(assessment);
    return true;
}

int main(int count, char **arguments) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (count != 4 || atoi(arguments[3]) < 0) return 2;
    plugins = arguments[1];
    if (!prepare(arguments[2])) return 2;
    const int kinds = (int)(sizeof scenarios / sizeof scenarios[0]);
    int64_t runs = 0;
    int faults = 0;
    for (int i = 0; i < kinds; i++) faults += prove(&scenarios[i], atoi(arguments[3]), &runs);
    hs_engine_free(small);
    hs_engine_free(reform);
    hs_engine_free(engine);
    if (live != 0) faults++, printf("%lld blocks left at the end\n", (long long)live);
    printf("memory: %d scenarios, %lld allocations failed, %d crashes, leaks or wrong results\n", kinds, (long long)runs, faults);
    return faults == 0 ? 0 : 1;
}
