#include "aside.h"

#include "text.h"

/* Of a group that can pay the measure that is named as counted: the greatest high end, then the greatest low end, then the first. */
static const hs_measure_result *kept_of(const struct settlement *s, int32_t group) {
    const hs_measure_result *kept = NULL;
    for (int32_t i = group; i != NO_MEASURE; i = s->payables[i].next) {
        const hs_measure_result *result = settle_result(s, &s->payables[i]);
        if (!settle_can_pay(result)) continue;
        if (kept == NULL || result->amount.high > kept->amount.high ||
            (result->amount.high == kept->amount.high && result->amount.low > kept->amount.low))
            kept = result;
    }
    return kept;
}

/* A sentence around a measure's title and clause. */
static void write_named(struct writer *w, const char *before, const char *title, const char *between, const char *clause,
                        const char *after) {
    write_text(w, before);
    write_text(w, title);
    write_text(w, between);
    write_text(w, clause);
    write_text(w, after);
}

static bool reason_of_aside(hs_text *out, const hs_measure_result *aside, const hs_measure_result *kept, struct arena *arena) {
    bool floor = aside->amount.low > kept->amount.low;
    struct writer zh = {0}, en = {0};
    write_named(&zh, "与“", kept->measure->title.zh, "”（", kept->measure->clause, "）是同一事项，只计一次，就高计算");
    write_named(&en, "one matter with \"", kept->measure->title.en, "\" (", kept->measure->clause, "): counted once, at the higher amount");
    if (floor) {
        write_text(&zh, "；本项的下限较高，合计的下限按本项");
        write_text(&en, "; this one's low end is higher and is the one counted");
    }
    *out = (hs_text){write_keep(&zh, arena), write_keep(&en, arena)};
    return out->zh != NULL && out->en != NULL;
}

static bool reason_of_received(hs_text *out, enum hs_duplication rule, int64_t received, struct arena *arena) {
    char amount[HS_MONEY_TEXT];
    struct writer zh = {0}, en = {0};
    hs_money_text(amount, received);
    if (rule == HS_HIGHEST_WITH_TOP_UP) {
        write_format(&zh, "同一事项已获 %s 元，只补差额", amount);
        write_format(&en, "%s yuan were already received for this matter: only the difference is paid", amount);
    } else {
        write_format(&zh, "同一事项已获 %s 元，不重复享受；放弃那一项可以恢复本项", amount);
        write_format(
            &en, "%s yuan were already received for this matter and it is not paid twice; giving up the other award would restore this one",
            amount);
    }
    *out = (hs_text){write_keep(&zh, arena), write_keep(&en, arena)};
    return out->zh != NULL && out->en != NULL;
}

static bool set_aside_group(const struct settlement *s, int32_t group, hs_set_aside *out, int32_t *count, struct arena *arena) {
    const hs_measure_result *kept = kept_of(s, group);
    const char *matter = kept->measure->matter;
    int64_t received = settle_received(s->applicant, matter);
    for (int32_t i = group; i != NO_MEASURE; i = s->payables[i].next) {
        const hs_measure_result *result = settle_result(s, &s->payables[i]);
        if (result == kept || !settle_can_pay(result)) continue;
        hs_set_aside *entry = &out[(*count)++];
        *entry = (hs_set_aside){.measure = result->id, .matter = matter, .kept = kept->id};
        if (!reason_of_aside(&entry->reason, result, kept, arena)) return false;
    }
    if (received == 0) return true;
    hs_set_aside *entry = &out[(*count)++];
    *entry = (hs_set_aside){.measure = kept->id, .matter = matter};
    return reason_of_received(&entry->reason, s->plan->rule, received, arena);
}

/* Who has one measure does not have another. */
static bool reason_of_yielding(hs_text *out, const hs_measure_result *to, int32_t yields, struct arena *arena) {
    struct writer zh = {0}, en = {0};
    write_format(&zh, yields == HS_TRUE ? "已享受“%s”（%s），不再享受本项" : "若享受“%s”（%s），就不再享受本项", to->measure->title.zh,
                 to->measure->clause);
    write_format(&en, yields == HS_TRUE ? "not paid to who has \"%s\" (%s)" : "not paid should \"%s\" (%s) be had", to->measure->title.en,
                 to->measure->clause);
    *out = (hs_text){write_keep(&zh, arena), write_keep(&en, arena)};
    return out->zh != NULL && out->en != NULL;
}

static bool set_aside_yielding(const struct settlement *s, const hs_policy_result *policy, const hs_measure_result *result,
                               hs_set_aside *out, int32_t *count, struct arena *arena) {
    const hs_measure_result *to = NULL;
    int32_t yields = settle_yields(policy, result, s->applicant, &to);
    if (yields == HS_FALSE) return true;
    hs_set_aside *entry = &out[(*count)++];
    *entry = (hs_set_aside){.measure = result->id, .kept = to->id};
    return reason_of_yielding(&entry->reason, to, yields, arena);
}

/* At most one for each measure: of a matter the one kept stands for what was received. */
static bool list_set_aside(const struct settlement *s, struct arena *arena) {
    hs_place_result *place = s->place;
    hs_set_aside *entries = arena_room(arena, (size_t)s->payable_count, sizeof *entries);
    if (entries == NULL) return false;
    place->set_aside = entries;
    for (int32_t i = 0; i < s->paying_count; i++) {
        const struct payable *payable = &s->payables[s->paying[i]];
        const hs_measure_result *result = settle_result(s, payable);
        bool listed = true;
        if (payable->grouped)
            listed = set_aside_group(s, s->paying[i], entries, &place->set_aside_count, arena);
        else if (settle_is_cash(result))
            listed = set_aside_yielding(s, &place->policies[payable->spot.policy], result, entries, &place->set_aside_count, arena);
        if (!listed) return false;
    }
    return true;
}

static bool list_unstated(const struct settlement *s, struct arena *arena) {
    hs_place_result *place = s->place;
    const hs_measure_result **entries = arena_room(arena, (size_t)s->plan->unstated_count, sizeof(hs_measure_result *));
    if (entries == NULL) return false;
    place->unstated = entries;
    for (int32_t i = 0; i < s->plan->unstated_count; i++) {
        struct measure_spot spot = s->plan->unstated[i];
        const hs_measure_result *result = &place->policies[spot.policy].measures[spot.measure];
        if (result->standing != HS_INELIGIBLE) entries[place->unstated_count++] = result;
    }
    return true;
}

bool aside_list(const struct settlement *s, struct arena *arena) { return list_set_aside(s, arena) && list_unstated(s, arena); }
