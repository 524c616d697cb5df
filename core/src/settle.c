#include "settle.h"

#include "error.h"
#include "money.h"
#include "text.h"

#include <string.h>

/* ---- One measure --------------------------------------------------------------------------------------------------------------- */

static int32_t years_of(const hs_measure *measure) {
    int32_t parts = 0;
    while (parts < HS_INSTALMENTS_MAX && measure->instalments[parts] != 0) parts++;
    return parts > 0 ? parts : measure->years > 0 ? measure->years : 1;
}

/* Each instalment is rounded half up, the last takes the remainder; a remainder below zero is none. */
static bool instalment(int64_t *out, const hs_measure *measure, int32_t year, int32_t years, int64_t whole) {
    if (year + 1 < years) return end_percent(out, (int64_t)measure->instalments[year] * 100, whole);
    if (whole == HS_UNBOUNDED) return *out = HS_UNBOUNDED, true;
    int64_t rest = whole, part;
    for (int32_t y = 0; y < year; y++) {
        if (!end_percent(&part, (int64_t)measure->instalments[y] * 100, whole)) return false;
        rest -= part;
    }
    *out = greatest(rest, 0);
    return true;
}

static int32_t years_received(const struct applicant *applicant, const char *id) {
    int32_t years = 0;
    for (int32_t i = 0; i < applicant->received_count; i++)
        if (applicant->received[i].measure != NULL && strcmp(applicant->received[i].measure, id) == 0)
            years += applicant->received[i].years;
    return years;
}

bool settle_measure(hs_measure_result *result, hs_interval pays, const struct applicant *applicant, struct arena *arena, bool *memory) {
    const hs_measure *measure = result->measure;
    int32_t years = years_of(measure), received = years_received(applicant, result->id);
    hs_interval *schedule = arena_array(arena, (size_t)years, sizeof *schedule);
    *memory = schedule == NULL;
    if (schedule == NULL) return false;
    if (result->standing == HS_INELIGIBLE) pays = NOTHING_AT_ALL;
    if (result->standing == HS_UNDETERMINED) pays.low = 0;
    result->amount = NOTHING_AT_ALL;
    result->schedule = schedule;
    for (int32_t year = received; year < years; year++) {
        hs_interval due = pays;
        if (measure->instalments[0] != 0 &&
            (!instalment(&due.low, measure, year, years, pays.low) || !instalment(&due.high, measure, year, years, pays.high)))
            return false;
        if (!interval_add(&result->amount, result->amount, due)) return false;
        schedule[result->years++] = due;
    }
    return true;
}

/* ---- A place --------------------------------------------------------------------------------------------------------------------- */

/* The sums run over years: 0 is the year assessed, WHOLE all of them together. */
enum { WHOLE = HS_YEARS_MAX };

struct sums {
    hs_interval cash[WHOLE + 1], people, loans;
    bool overflow;
};

struct settlement {
    hs_place_result *place;
    const struct applicant *applicant;
    enum hs_duplication rule;
    bool certain_only; /* leave out what is adjustable or of unknown force */
};

static bool counts(const struct settlement *s, const hs_policy_result *policy) {
    if (s->certain_only) return policy->in_force == HS_TRUE && policy->policy->adjustable == 0;
    return policy->in_force != HS_FALSE;
}

bool settle_is_cash(const hs_measure_result *result) {
    return result->has_amount && result->measure->kind == HS_CASH && result->measure->payee == HS_APPLICANT;
}

static hs_interval due_in(const hs_measure_result *result, int32_t year) {
    if (year == WHOLE) return result->amount;
    return year < result->years ? result->schedule[year] : NOTHING_AT_ALL;
}

static void add(struct sums *sums, hs_interval *sum, hs_interval x) {
    if (!interval_add(sum, *sum, x)) sums->overflow = true;
}

/* Top-up where policies with both rules cover the place. */
enum hs_duplication settle_rule(const hs_place_result *place) {
    enum hs_duplication rule = HS_NO_RULE;
    for (int32_t p = 0; p < place->policy_count; p++) {
        const hs_policy_result *policy = &place->policies[p];
        if (policy->in_force == HS_FALSE || policy->policy->duplication == HS_NO_RULE || rule == HS_HIGHEST_WITH_TOP_UP) continue;
        rule = (enum hs_duplication)policy->policy->duplication;
    }
    return rule;
}

bool settle_received(const struct applicant *applicant, const char *matter, int64_t *sum) {
    *sum = 0;
    for (int32_t i = 0; i < applicant->received_count; i++) {
        const struct received *received = &applicant->received[i];
        if (received->matter != NULL && strcmp(received->matter, matter) == 0 && !end_add(sum, *sum, received->amount)) return false;
    }
    return true;
}

/* A measure that shares its matter with others, as one of the group: the next such measure of the place after `*p`, `*m`. */
static const hs_measure_result *next_of_matter(const struct settlement *s, const char *matter, int32_t *p, int32_t *m) {
    for (; *p < s->place->policy_count; ++*p, *m = -1) {
        const hs_policy_result *policy = &s->place->policies[*p];
        if (!counts(s, policy)) continue;
        while (++*m < policy->count) {
            const hs_measure_result *result = &policy->measures[*m];
            if (settle_is_cash(result) && result->measure->matter != NULL && strcmp(result->measure->matter, matter) == 0) return result;
        }
    }
    return NULL;
}

static hs_interval group_in(const struct settlement *s, const char *matter, int32_t year) {
    hs_interval most = NOTHING_AT_ALL;
    int32_t p = 0, m = -1;
    for (const hs_measure_result *result; (result = next_of_matter(s, matter, &p, &m)) != NULL;)
        most = interval_greatest(most, due_in(result, year));
    return most;
}

/* What a matter pays, year by year and as a whole, less what was received for it. */
static void add_group(const struct settlement *s, struct sums *sums, const char *matter) {
    int64_t received;
    if (!settle_received(s->applicant, matter, &received)) sums->overflow = true;
    if (received > 0 && s->rule == HS_HIGHEST_NO_DUPLICATE) return;
    add(sums, &sums->cash[WHOLE], interval_less(group_in(s, matter, WHOLE), received));
    hs_interval left = {received, received}; /* still to be taken off, end by end */
    for (int32_t year = 0; year < HS_YEARS_MAX; year++) {
        hs_interval due = group_in(s, matter, year);
        hs_interval net = {interval_less(due, left.low).low, interval_less(due, left.high).high};
        left = (hs_interval){greatest(left.low - due.low, 0), due.high == HS_UNBOUNDED ? 0 : greatest(left.high - due.high, 0)};
        add(sums, &sums->cash[year], net);
    }
}

static bool is_first_of_matter(const struct settlement *s, const hs_measure_result *result) {
    int32_t p = 0, m = -1;
    return next_of_matter(s, result->measure->matter, &p, &m) == result;
}

static void add_measure(const struct settlement *s, struct sums *sums, const hs_measure_result *result) {
    if (!result->has_amount) return;
    if (result->measure->kind == HS_LOAN) {
        add(sums, &sums->loans, due_in(result, 0));
    } else if (result->measure->payee == HS_PERSON) {
        add(sums, &sums->people, due_in(result, 0));
    } else if (result->measure->matter == NULL || s->rule == HS_NO_RULE) {
        for (int32_t year = 0; year <= WHOLE; year++) add(sums, &sums->cash[year], due_in(result, year));
    } else if (is_first_of_matter(s, result)) {
        add_group(s, sums, result->measure->matter);
    }
}

static struct sums sum_up(const struct settlement *s) {
    struct sums sums = {0};
    for (int32_t p = 0; p < s->place->policy_count; p++)
        for (int32_t m = 0; counts(s, &s->place->policies[p]) && m < s->place->policies[p].count; m++)
            add_measure(s, &sums, &s->place->policies[p].measures[m]);
    return sums;
}

/* ---- What is set aside -------------------------------------------------------------------------------------------------------- */

static bool can_pay(const hs_measure_result *result) { return result->amount.high > 0; }

/* The measure of a group that is named as counted: the greatest high end, then the greatest low end, then the first. */
static const hs_measure_result *kept_of(const struct settlement *s, const char *matter) {
    const hs_measure_result *kept = NULL;
    int32_t p = 0, m = -1;
    for (const hs_measure_result *result; (result = next_of_matter(s, matter, &p, &m)) != NULL;) {
        if (!can_pay(result)) continue;
        if (kept == NULL || result->amount.high > kept->amount.high ||
            (result->amount.high == kept->amount.high && result->amount.low > kept->amount.low))
            kept = result;
    }
    return kept;
}

static bool reason_of_aside(hs_text *out, const hs_measure_result *aside, const hs_measure_result *kept, struct arena *arena) {
    bool floor = aside->amount.low > kept->amount.low;
    struct writer zh = {0}, en = {0};
    write_format(&zh, "与“%s”（%s）是同一事项，只计一次，就高计算", kept->measure->title.zh, kept->measure->clause);
    write_format(&en, "one matter with \"%s\" (%s): counted once, at the higher amount", kept->measure->title.en, kept->measure->clause);
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

static bool set_aside_group(const struct settlement *s, const char *matter, hs_set_aside *out, int32_t *count, struct arena *arena) {
    const hs_measure_result *kept = kept_of(s, matter);
    int64_t received;
    if (kept == NULL) return true;
    settle_received(s->applicant, matter, &received);
    int32_t p = 0, m = -1;
    for (const hs_measure_result *result; (result = next_of_matter(s, matter, &p, &m)) != NULL;) {
        if (result == kept || !can_pay(result)) continue;
        hs_set_aside *entry = &out[(*count)++];
        *entry = (hs_set_aside){.measure = result->id, .matter = matter, .kept = kept->id};
        if (!reason_of_aside(&entry->reason, result, kept, arena)) return false;
    }
    if (received == 0) return true;
    hs_set_aside *entry = &out[(*count)++];
    *entry = (hs_set_aside){.measure = kept->id, .matter = matter};
    return reason_of_received(&entry->reason, s->rule, received, arena);
}

static int32_t measures_of(const hs_place_result *place) {
    int32_t count = 0;
    for (int32_t p = 0; p < place->policy_count; p++) count += place->policies[p].count;
    return count;
}

static bool list_set_aside(const struct settlement *s, struct arena *arena) {
    if (s->rule == HS_NO_RULE) return true;
    hs_set_aside *entries = arena_array(arena, 2 * (size_t)measures_of(s->place), sizeof *entries);
    if (entries == NULL) return false;
    s->place->set_aside = entries;
    for (int32_t p = 0; p < s->place->policy_count; p++) {
        const hs_policy_result *policy = &s->place->policies[p];
        for (int32_t m = 0; counts(s, policy) && m < policy->count; m++) {
            const hs_measure_result *result = &policy->measures[m];
            if (!settle_is_cash(result) || result->measure->matter == NULL || !is_first_of_matter(s, result)) continue;
            if (!set_aside_group(s, result->measure->matter, entries, &s->place->set_aside_count, arena)) return false;
        }
    }
    return true;
}

static bool list_unstated(hs_place_result *place, struct arena *arena) {
    const hs_measure_result **entries = arena_array(arena, (size_t)measures_of(place), sizeof(hs_measure_result *));
    if (entries == NULL) return false;
    place->unstated = entries;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            if (result->unstated && result->standing != HS_INELIGIBLE) entries[place->unstated_count++] = result;
        }
    return true;
}

int settle_place(hs_place_result *place, const struct applicant *applicant, struct arena *arena, hs_error *error) {
    struct settlement s = {.place = place, .applicant = applicant, .rule = settle_rule(place)};
    struct sums sums = sum_up(&s);
    struct settlement sure = s;
    sure.certain_only = true;
    struct sums certain = sum_up(&sure);
    if (sums.overflow || certain.overflow)
        return error_set(error, HS_INPUT, AT_PATH(place->adcode), "合计超出可以计算的范围，请核对填报的数值",
                         "the total is beyond what can be computed; check the figures");
    place->total = sums.cash[0];
    place->all_years = sums.cash[WHOLE];
    place->people = sums.people;
    place->loans = sums.loans;
    place->certain = certain.cash[0].low;
    place->years = 1;
    for (int32_t year = 1; year < HS_YEARS_MAX; year++)
        if (sums.cash[year].high > 0) place->years = year + 1;
    hs_interval *schedule = arena_array(arena, (size_t)place->years, sizeof *schedule);
    if (schedule == NULL || !list_set_aside(&s, arena) || !list_unstated(place, arena)) return error_memory(error);
    memcpy(schedule, sums.cash, (size_t)place->years * sizeof *schedule);
    place->schedule = schedule;
    return HS_OK;
}
