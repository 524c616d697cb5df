#include "overlay.h"

#include "constants.h"
#include "edit.h"
#include "engine.h"
#include "error.h"
#include "gate.h"
#include "words.h"

#include <stdio.h>
#include <string.h>

enum { FIGURE = 64, NAMES_LISTED = 12 };

/* ---- Words -------------------------------------------------------------------------------------------------------------------- */

static void say_overlay(struct writer *w, const hs_overlay *overlay, enum hs_language language) {
    const hs_constant *was = &overlay->was;
    bool zh = language == HS_ZH;
    write_format(w, zh ? "假设：%s 由 " : "What if: %s is ", was->name);
    words_figure(w, zh ? was->value : overlay->to, was->type, was->fact, language);
    bool unit = w->length > 0 && (unsigned char)w->data[w->length - 1] >= 0x80; /* in Chinese: no space behind it */
    write_text(w, zh ? unit ? "改为 " : " 改为 " : ", not ");
    words_figure(w, zh ? overlay->to : was->value, was->type, was->fact, language);
    write_text(w, zh ? "，不是现行政策" : "; this is not the policy in force");
}

bool overlay_words(hs_text *out, const hs_overlay *overlay, struct arena *arena) {
    struct writer zh = {0}, en = {0};
    say_overlay(&zh, overlay, HS_ZH);
    say_overlay(&en, overlay, HS_EN);
    *out = (hs_text){write_keep(&zh, arena), write_keep(&en, arena)};
    return out->zh != NULL && out->en != NULL;
}

char *hs_overlay_text(char *buffer, size_t size, const hs_overlay *overlay, enum hs_language language) {
    char text[FIXED_TEXT];
    struct writer writer = {.data = text, .capacity = sizeof text, .fixed = true};
    say_overlay(&writer, overlay, language);
    return write_cut(&writer, buffer, size);
}

/* ---- Values -------------------------------------------------------------------------------------------------------------------- */

static bool read_plain(int64_t *out, const char *text, int32_t type, enum decimal_fault *fault) {
    const struct json value = {.kind = JSON_STRING, .text = text};
    *fault = strlen(text) < FIGURE ? json_hundredths(out, &value) : DECIMAL_FORM;
    if (*fault != DECIMAL_OK || type != HS_COUNT) return *fault == DECIMAL_OK;
    if (*out % 100 != 0) *fault = DECIMAL_TOO_FINE;
    *out /= 100;
    return *fault == DECIMAL_OK;
}

/* Units that people write behind a figure, and for which types. */
enum { MONEY = 1 << HS_MONEY, USD = 1 << HS_USD, WHOLE = 1 << HS_COUNT, PERCENTAGE = 1 << HS_PERCENTAGE };
static const struct unit {
    const char *word;
    int64_t times;
    int types;
} units[] = {{"", 1, MONEY | USD | WHOLE | PERCENTAGE},
             {"元", 1, MONEY},
             {" yuan", 1, MONEY},
             {"万元", 10000, MONEY},
             {"亿元", 100000000, MONEY},
             {"美元", 1, USD},
             {"万美元", 10000, USD},
             {"万", 10000, MONEY | USD | WHOLE},
             {"亿", 100000000, MONEY | USD | WHOLE},
             {"人", 1, WHOLE},
             {"家", 1, WHOLE},
             {"项", 1, WHOLE},
             {"年", 1, WHOLE},
             {" years", 1, WHOLE},
             {"%", 1, PERCENTAGE},
             {"％", 1, PERCENTAGE}};

/* The digits that a text begins with, without the commas among them, and what stands behind. */
static const char *take_digits(char out[FIGURE], const char *text) {
    size_t used = 0;
    for (; used + 1 < FIGURE; text++) {
        if ((*text >= '0' && *text <= '9') || *text == '.')
            out[used++] = *text;
        else if (strncmp(text, "，", 3) == 0)
            text += 2;
        else if (*text != ',')
            break;
    }
    out[used] = '\0';
    return text;
}

/* The plain way to write "80万", "800,000元" or "30%"; false where it is none of these. */
static bool write_plainly(char out[FIGURE], const char *text, int32_t type) {
    char digits[FIGURE];
    const char *unit = take_digits(digits, text);
    enum decimal_fault fault;
    int64_t value;
    size_t i = 0, count = sizeof units / sizeof units[0];
    while (i < count && (strcmp(units[i].word, unit) != 0 || (units[i].types >> type & 1) == 0)) i++;
    if (i == count || !read_plain(&value, digits, HS_MONEY, &fault) || value > CHECKER_CONSTANT_MAX / units[i].times) return false;
    struct writer plain = {0};
    write_hundredths(&plain, value * units[i].times);
    const char *written = write_end(&plain);
    snprintf(out, FIGURE, "%s", written == NULL ? "" : written);
    write_free(&plain);
    return read_plain(&value, out, type, &fault);
}

int overlay_read(int64_t *out, const char *name, const char *text, int32_t type, hs_error *error) {
    static const hs_text wanted[] = {
        [HS_MONEY] = {"应为元，最多两位小数，如 800000 或 800000.50",
                      "yuan are wanted, with at most two decimals, like 800000 or 800000.50"},
        [HS_USD] = {"应为美元，最多两位小数，如 500000", "US dollars are wanted, with at most two decimals, like 500000"},
        [HS_COUNT] = {"应为不带小数的数，如 3", "a whole number is wanted, like 3"},
        [HS_PERCENTAGE] = {"应为百分数，最多两位小数，如 30 表示 30%",
                           "a percentage is wanted, with at most two decimals, like 30 for 30 %"}};
    enum decimal_fault fault;
    char plain[FIGURE];
    if (read_plain(out, text, type, &fault)) return HS_OK;
    if (write_plainly(plain, text, type))
        return error_set(error, HS_USAGE, AT_PATH(name), "“%s”请写成 %s：%s%.0s", "write \"%s\" as %s: %.0s%s", text, plain,
                         wanted[type].zh, wanted[type].en);
    return error_set(error, HS_USAGE, AT_PATH(name), "读不懂“%s”：%s%.0s", "\"%s\" cannot be read: %.0s%s", text, wanted[type].zh,
                     wanted[type].en);
}

/* ---- Setting -------------------------------------------------------------------------------------------------------------------- */

/* What hs_engine_set_all works with: everything is made first and put in place last. */
struct setter {
    hs_engine *engine;
    const hs_setting *settings;
    int32_t count;
    bool *known; /* by setting: a policy has a constant of that name */
    struct loaded_policy **policies;
    hs_error *error;
};

static bool is_of_policy(const char *name, const hs_policy *policy) {
    size_t length = strlen(policy->id);
    return strncmp(name, policy->id, length) == 0 && name[length] == '.';
}

/* What is to stand in a constant's place: set now, before, or not at all. */
static int choose_value(struct setter *s, int64_t *to, const struct loaded_policy *loaded, const hs_constant *constant) {
    *to = constant->value;
    for (int32_t i = 0; i < loaded->overlay_count; i++)
        if (strcmp(loaded->overlay[i].was.name, constant->name) == 0) *to = loaded->overlay[i].to;
    for (int32_t i = 0; i < s->count; i++) {
        if (strcmp(s->settings[i].name, constant->name) != 0) continue;
        s->known[i] = true;
        int status = overlay_read(to, constant->name, s->settings[i].value, constant->type, s->error);
        if (status != HS_OK) return status;
    }
    return HS_OK;
}

/* The policy with the overlay in it, if it holds. */
static int revise(struct setter *s, struct loaded_policy *loaded) {
    struct arena *arena = &s->engine->arena;
    hs_error fault = {0};
    hs_edit *edits = arena_array(arena, (size_t)loaded->overlay_count, sizeof *edits);
    if (edits == NULL) return error_memory(s->error);
    for (int32_t i = 0; i < loaded->overlay_count; i++)
        edits[i] = (hs_edit){.spot = loaded->overlay[i].was.spot, .value = loaded->overlay[i].to};
    loaded->policy = loaded->document;
    int status = HS_OK;
    if (loaded->overlay_count > 0) status = edit_policy(&loaded->policy, loaded->document, edits, loaded->overlay_count, arena, s->error);
    if (status != HS_OK) return status;
    if (checker_check(loaded->policy, (struct extent){.count = 0}, &fault) != HS_OK)
        return error_set(s->error, HS_USAGE, ((struct place_of_error){fault.path, 0, 0, fault.clause}), "这样改，政策就不成立：%s%.0s",
                         "the policy so changed would not hold: %.0s%s", fault.zh, fault.en);
    loaded->sha256 = engine_fingerprint(s->engine, loaded->policy, s->error);
    loaded->json = policy_json(loaded->policy, loaded->measure_ids, loaded->evidence, arena);
    if (loaded->sha256 == NULL || loaded->json == NULL) return error_memory(s->error);
    return plan_build(&loaded->plan, loaded->policy, &s->engine->dictionary, arena, s->error);
}

static int set_policy(struct setter *s, int32_t index) {
    struct arena *arena = &s->engine->arena;
    const struct loaded_policy *loaded = s->engine->policies[index];
    struct constant_list list;
    bool named = false;
    s->policies[index] = s->engine->policies[index];
    for (int32_t i = 0; i < s->count; i++) named = named || is_of_policy(s->settings[i].name, loaded->policy);
    if (!named) return HS_OK;
    int status = constants_list(&list, loaded->document, arena, s->error);
    if (status != HS_OK) return status;
    struct loaded_policy *revised = arena_take(arena, sizeof *revised);
    hs_overlay *overlay = arena_array(arena, (size_t)list.count, sizeof *overlay);
    if (revised == NULL || overlay == NULL) return error_memory(s->error);
    *revised = *loaded;
    revised->overlay = overlay;
    revised->overlay_count = 0;
    for (int32_t i = 0; i < list.count; i++) {
        int64_t to = 0;
        status = choose_value(s, &to, loaded, &list.items[i]);
        if (status != HS_OK) return status;
        if (to != list.items[i].value) overlay[revised->overlay_count++] = (hs_overlay){list.items[i], to};
    }
    s->policies[index] = revised;
    return revise(s, revised);
}

/* ---- Names that no policy has -------------------------------------------------------------------------------------------------- */

/* How many bytes of a constant's name name its measure. */
static size_t measure_part(const char *name) {
    const char *dot = strchr(name, '.');
    if (dot != NULL) dot = strchr(dot + 1, '.');
    return dot == NULL ? strlen(name) : (size_t)(dot - name);
}

static int fault_unknown(struct setter *s, const char *name) {
    struct nearest nearest = {0};
    struct writer others = {0};
    size_t measure = measure_part(name);
    int listed = 0;
    for (int32_t p = 0; p < s->engine->count; p++) {
        struct constant_list list;
        int status = constants_list(&list, s->engine->policies[p]->document, &s->engine->arena, s->error);
        if (status != HS_OK) {
            write_free(&others);
            return status;
        }
        for (int32_t i = 0; i < list.count; i++) {
            const char *known = list.items[i].name;
            nearest_try(&nearest, name, known);
            if (measure_part(known) == measure && strncmp(known, name, measure) == 0 && listed++ < NAMES_LISTED)
                write_format(&others, "%s%s", listed == 1 ? "" : ", ", known);
        }
    }
    const char *list = listed == 0 ? NULL : write_keep(&others, &s->engine->arena);
    if (list != NULL)
        return error_set(s->error, HS_USAGE, AT_PATH(name), "没有这个数。这项措施有：%s", "there is no such figure. The measure has: %s",
                         list);
    if (nearest.candidate != NULL)
        return error_set(s->error, HS_USAGE, AT_PATH(name), "没有这个数，是不是 %s？", "there is no such figure; did you mean %s?",
                         nearest.candidate);
    return error_set(s->error, HS_USAGE, AT_PATH(name), "没有这个数。一份政策的全部可改的数用 huisuan policy show ID --constants 查看",
                     "there is no such figure; huisuan policy show ID --constants lists those of a policy");
}

/* ---- The engine ------------------------------------------------------------------------------------------------------------------ */

/* The overlays of all policies one behind the other. */
static bool gather(struct setter *s, const hs_overlay **out, int32_t *count) {
    *count = 0;
    for (int32_t p = 0; p < s->engine->count; p++) *count += s->policies[p]->overlay_count;
    hs_overlay *all = arena_array(&s->engine->arena, (size_t)*count, sizeof *all);
    if (all == NULL) return false;
    *out = all;
    for (int32_t p = 0; p < s->engine->count; p++)
        for (int32_t i = 0; i < s->policies[p]->overlay_count; i++) *all++ = s->policies[p]->overlay[i];
    return true;
}

static int set_all(struct setter *s) {
    hs_engine *engine = s->engine;
    const hs_overlay *overlay;
    int32_t count;
    s->known = arena_array(&engine->arena, (size_t)s->count, sizeof *s->known);
    s->policies = arena_array(&engine->arena, (size_t)engine->count, sizeof *s->policies);
    if (s->known == NULL || s->policies == NULL) return error_memory(s->error);
    int status = HS_OK;
    for (int32_t p = 0; status == HS_OK && p < engine->count; p++) status = set_policy(s, p);
    for (int32_t i = 0; status == HS_OK && i < s->count; i++)
        if (!s->known[i]) status = fault_unknown(s, s->settings[i].name);
    if (status != HS_OK) return status;
    if (!gather(s, &overlay, &count)) return error_memory(s->error);
    engine->policies = s->policies;
    engine->overlay = overlay;
    engine->overlay_count = count;
    return HS_OK;
}

int hs_engine_set_all(hs_engine *self, const hs_setting *settings, int32_t count, hs_error *error) {
    struct setter setter = {.engine = self, .settings = settings, .count = count, .error = error};
    struct arena before = self->arena;
    int status = set_all(&setter);
    if (status != HS_OK) arena_rewind(&self->arena, before);
    return status;
}

int hs_engine_set(hs_engine *self, const char *name, const char *value, hs_error *error) {
    return hs_engine_set_all(self, &(const hs_setting){name, value}, 1, error);
}

int32_t hs_engine_overlay_count(const hs_engine *self) { return self->overlay_count; }

const hs_overlay *hs_engine_overlay(const hs_engine *self, int32_t index) { return &self->overlay[index]; }
