#include "settle.h"

#include "aside.h"
#include "error.h"
#include "limit.h"
#include "money.h"

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

/* 0 in every year that is left. */
static void pay_nothing(hs_measure_result *result, int32_t received) {
    static const hs_interval nothing[HS_YEARS_MAX];
    int32_t years = years_of(result->measure);
    result->amount = NOTHING_AT_ALL;
    result->schedule = nothing;
    result->years = years > received ? years - received : 0;
}

void settle_nothing(hs_measure_result *result) { pay_nothing(result, 0); }

bool settle_measure(hs_measure_result *result, hs_interval pays, const struct applicant *applicant, struct arena *arena, bool *memory) {
    const hs_measure *measure = result->measure;
    int32_t years = years_of(measure), received = years_received(applicant, result->id);
    *memory = false;
    if (result->standing == HS_UNDETERMINED) pays.low = 0;
    if (result->standing == HS_INELIGIBLE || (pays.low == 0 && pays.high == 0)) { /* as most are */
        pay_nothing(result, received);
        return true;
    }
    result->amount = NOTHING_AT_ALL;
    result->years = 0;
    hs_interval *schedule = arena_room(arena, (size_t)years, sizeof *schedule);
    *memory = schedule == NULL;
    if (schedule == NULL) return false;
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

/* ---- Accounts -------------------------------------------------------------------------------------------------------------------- */

int32_t settle_account(const hs_place_result *place, const hs_policy *policy, const hs_measure *measure) {
    int32_t limit = limit_of_measure(policy, measure);
    for (int32_t i = 0; limit != NO_LIMIT && i < place->limit_count; i++)
        if (place->limits[i].policy == policy && place->limits[i].limit == &policy->limits[limit]) return i;
    return place->limit_count;
}

int32_t settle_account_around(const hs_place_result *place, int32_t account) {
    const hs_limit_result *of = &place->limits[account];
    int32_t around = limit_around(of->policy, (int32_t)(of->limit - of->policy->limits));
    return around == NO_LIMIT ? place->limit_count : account + around - (int32_t)(of->limit - of->policy->limits);
}

static int32_t common_account(const hs_place_result *place, int32_t x, int32_t y) {
    for (; x != place->limit_count; x = settle_account_around(place, x))
        for (int32_t other = y; other != place->limit_count; other = settle_account_around(place, other))
            if (other == x) return x;
    return place->limit_count;
}

/* Whether a measure can be the one of its matter that is paid: the greatest, of equal ones the first. */
static bool can_be_kept(const hs_place_result *place, const hs_measure_result *of) {
    bool before = true;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *other = &place->policies[p].measures[m];
            if (other == of) before = false;
            if (other == of || !settle_is_of_matter(other, of->measure->matter)) continue;
            if (before ? other->amount.low >= of->amount.high : other->amount.low > of->amount.high) return false;
        }
    return settle_can_pay(of);
}

void settle_accounts_of_matter(const hs_place_result *place, const char *matter, int32_t *low, int32_t *high) {
    *low = *high = NO_ACCOUNT;
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            if (!settle_is_of_matter(result, matter) || !can_be_kept(place, result)) continue;
            int32_t account = settle_account(place, place->policies[p].policy, result->measure);
            bool first = *high == NO_ACCOUNT;
            *low = first || *low == account ? account : NO_ACCOUNT;
            *high = first ? account : common_account(place, *high, account);
            if (place->limit_count == 0) return; /* there is but one */
        }
}

/* ---- What yields ----------------------------------------------------------------------------------------------------------------- */

static const hs_measure_result *result_of(const hs_policy_result *policy, const char *id) {
    for (int32_t m = 0; m < policy->count; m++)
        if (strcmp(policy->measures[m].measure->id, id) == 0) return &policy->measures[m];
    return NULL;
}

/* Whether an applicant has a measure, this year or earlier: HS_UNKNOWN where it may. */
static int32_t is_had(const hs_measure_result *result, const struct applicant *applicant) {
    if (years_received(applicant, result->id) > 0) return HS_TRUE;
    if (result->standing == HS_INELIGIBLE || (result->has_amount && !settle_can_pay(result))) return HS_FALSE;
    return result->standing == HS_ELIGIBLE && result->has_amount && result->amount.low > 0 ? HS_TRUE : HS_UNKNOWN;
}

int32_t settle_yields(const hs_policy_result *policy, const hs_measure_result *result, const struct applicant *applicant,
                      const hs_measure_result **to) {
    int32_t yields = HS_FALSE;
    for (int32_t i = 0; i < result->measure->yield_count; i++) {
        const hs_measure_result *other = result_of(policy, result->measure->yields[i]);
        int32_t had = is_had(other, applicant);
        if (had > yields) *to = other;
        yields = had > yields ? had : yields;
    }
    return yields;
}

static hs_interval due_in(const hs_measure_result *result, int32_t year) {
    if (year == SETTLE_WHOLE) return result->amount;
    return year < result->years ? result->schedule[year] : NOTHING_AT_ALL;
}

/* Where the others count in full, what they can come to has been counted: only what is beyond it comes on top. */
static int64_t beyond_others(const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *result, int32_t year) {
    int64_t high = due_in(result, year).high;
    for (int32_t i = 0; i < result->measure->yield_count; i++) {
        const hs_measure_result *other = result_of(policy, result->measure->yields[i]);
        bool in_full = settle_account(place, policy->policy, other->measure) == place->limit_count &&
                       (other->measure->matter == NULL || settle_rule(place) == HS_NO_RULE);
        if (!other->has_amount || !in_full) continue;
        int64_t counted = due_in(other, year).high;
        if (high == HS_UNBOUNDED || counted == HS_UNBOUNDED) return high;
        high = greatest(high - counted, 0);
    }
    return high;
}

hs_interval settle_counted(const hs_place_result *place, const hs_policy_result *policy, const hs_measure_result *result,
                           const struct applicant *applicant, int32_t year) {
    const hs_measure_result *to = NULL;
    if (result->measure->yield_count == 0) return due_in(result, year); /* as most are */
    switch (settle_yields(policy, result, applicant, &to)) {
    case HS_FALSE: return due_in(result, year);
    case HS_TRUE: return NOTHING_AT_ALL;
    default: return (hs_interval){0, beyond_others(place, policy, result, year)};
    }
}

/* ---- A place --------------------------------------------------------------------------------------------------------------------- */

/* The sums run over years: 0 is the year assessed, SETTLE_WHOLE all of them together. */
struct account {
    hs_interval cash[SETTLE_WHOLE + 1];
};

struct sums {
    struct account *accounts; /* by limit of the place, then the total */
    hs_interval people, loans;
    int32_t years; /* nothing is due in a later one */
    bool overflow;
};

bool settle_is_of_matter(const hs_measure_result *result, const char *matter) {
    const char *own = result->measure->matter;
    return own != NULL && settle_same_matter(own, matter) && settle_is_cash(result);
}

static void add(struct sums *sums, hs_interval *sum, hs_interval x) {
    if (!interval_add(sum, *sum, x)) sums->overflow = true;
}

int64_t settle_received(const struct applicant *applicant, const char *matter) {
    int64_t sum = 0;
    for (int32_t i = 0; i < applicant->received_count; i++) {
        const struct received *received = &applicant->received[i];
        if (received->matter == NULL || !settle_same_matter(received->matter, matter)) continue;
        if (!end_add(&sum, sum, received->amount)) return HS_UNBOUNDED;
    }
    return sum;
}

static hs_interval group_in(const struct settlement *s, int32_t group, int32_t year) {
    hs_interval most = NOTHING_AT_ALL;
    for (int32_t i = group; i != NO_MEASURE; i = s->payables[i].next)
        most = interval_greatest(most, due_in(settle_result(s, &s->payables[i]), year));
    return most;
}

/* After so many years a group pays nothing any more. */
static int32_t group_years(const struct settlement *s, int32_t group) {
    int32_t years = 0;
    for (int32_t i = group; i != NO_MEASURE; i = s->payables[i].next)
        years = settle_result(s, &s->payables[i])->years > years ? settle_result(s, &s->payables[i])->years : years;
    return years;
}

/* Where the accounts of a group's measures differ, its low end stands in none of them and its high end in the one around them all: the
   total then holds whichever of them is paid. What pays has a measure that can be the one paid, so there is always such a one. */
static void add_to_group(struct sums *sums, int32_t low, int32_t high, int32_t year, hs_interval x) {
    if (low != NO_ACCOUNT) add(sums, &sums->accounts[low].cash[year], (hs_interval){x.low, 0});
    add(sums, &sums->accounts[high].cash[year], (hs_interval){0, x.high});
}

/* What a matter pays, year by year and as a whole, less what was received for it. False where it cannot pay anything. */
static bool add_group(const struct settlement *s, struct sums *sums, int32_t group) {
    const char *matter = settle_result(s, &s->payables[group])->measure->matter;
    int64_t received = settle_received(s->applicant, matter);
    int32_t low = s->place->limit_count, high = low; /* the total, where there are no limits */
    sums->overflow = sums->overflow || received == HS_UNBOUNDED;
    hs_interval whole = group_in(s, group, SETTLE_WHOLE);
    if (whole.high == 0 || (received > 0 && s->plan->rule == HS_HIGHEST_NO_DUPLICATE)) return whole.high > 0;
    if (s->place->limit_count > 0) settle_accounts_of_matter(s->place, matter, &low, &high);
    add_to_group(sums, low, high, SETTLE_WHOLE, interval_less(whole, received));
    hs_interval left = {received, received}; /* still to be taken off, end by end */
    int32_t years = group_years(s, group);
    sums->years = years > sums->years ? years : sums->years;
    for (int32_t year = 0; year < years; year++) {
        hs_interval due = group_in(s, group, year);
        hs_interval net = {interval_less(due, left.low).low, interval_less(due, left.high).high};
        left = (hs_interval){greatest(left.low - due.low, 0), due.high == HS_UNBOUNDED ? 0 : greatest(left.high - due.high, 0)};
        if (net.high > 0) add_to_group(sums, low, high, year, net);
    }
    return true;
}

static bool add_measure(const struct settlement *s, struct sums *sums, const hs_policy_result *policy, const hs_measure_result *result) {
    if (!settle_can_pay(result)) return false;
    if (result->measure->kind == HS_LOAN) {
        add(sums, &sums->loans, due_in(result, 0));
    } else if (result->measure->payee == HS_PERSON) {
        add(sums, &sums->people, due_in(result, 0));
    } else {
        hs_interval *cash = sums->accounts[settle_account(s->place, policy->policy, result->measure)].cash;
        for (int32_t year = 0; year < result->years; year++)
            add(sums, &cash[year], settle_counted(s->place, policy, result, s->applicant, year));
        add(sums, &cash[SETTLE_WHOLE], settle_counted(s->place, policy, result, s->applicant, SETTLE_WHOLE));
        sums->years = result->years > sums->years ? result->years : sums->years;
    }
    return true;
}

/* ---- Ceilings -------------------------------------------------------------------------------------------------------------------- */

static hs_interval cut(hs_interval x, hs_interval ceiling) { return (hs_interval){least(x.low, ceiling.low), least(x.high, ceiling.high)}; }

/* In each year. Once a year may be cut, the whole is no more than the years come to. */
static void cut_years(struct sums *sums, hs_interval cash[SETTLE_WHOLE + 1], hs_interval ceiling) {
    hs_interval whole = NOTHING_AT_ALL;
    bool cuts = false;
    for (int32_t year = 0; year < HS_YEARS_MAX; year++) {
        cuts = cuts || cash[year].high > ceiling.low;
        cash[year] = cut(cash[year], ceiling);
        add(sums, &whole, cash[year]);
    }
    if (cuts) cash[SETTLE_WHOLE] = cut(cash[SETTLE_WHOLE], whole);
}

/* Over all years: each one takes what those before it have left. */
static void cut_whole(hs_interval cash[SETTLE_WHOLE + 1], hs_interval ceiling) {
    hs_interval left = ceiling; /* at the low end what is left if the years before took most */
    cash[SETTLE_WHOLE] = cut(cash[SETTLE_WHOLE], ceiling);
    for (int32_t year = 0; year < HS_YEARS_MAX; year++) {
        cash[year] = cut(cash[year], left);
        left = interval_beyond(left, cash[year]);
    }
}

/* Puts into an account what the limits within it leave, and cuts it at its own. */
static void close_account(const struct settlement *s, struct sums *sums, int32_t account) {
    hs_place_result *place = s->place;
    hs_interval *cash = sums->accounts[account].cash;
    for (int32_t i = 0; i < place->limit_count; i++) {
        if (settle_account_around(place, i) != account) continue;
        close_account(s, sums, i);
        for (int32_t year = 0; year <= SETTLE_WHOLE; year++) add(sums, &cash[year], sums->accounts[i].cash[year]);
    }
    if (account == place->limit_count) return;
    hs_limit_result *limit = &s->limits[account];
    hs_interval before = cash[0], whole = cash[SETTLE_WHOLE];
    if (limit->limit->per == HS_YEARLY)
        cut_years(sums, cash, limit->ceiling);
    else
        cut_whole(cash, limit->ceiling);
    if (s->certain_only) return;
    limit->before = before, limit->after = cash[0];
    limit->whole = whole, limit->allowed = cash[SETTLE_WHOLE];
}

static bool sum_up(struct settlement *s, struct sums *sums, struct arena *arena) {
    *sums = (struct sums){.accounts = arena_array(arena, (size_t)s->place->limit_count + 1, sizeof *sums->accounts)};
    s->paying = arena_room(arena, (size_t)s->payable_count, sizeof *s->paying);
    s->paying_count = 0;
    if (sums->accounts == NULL || s->paying == NULL) return false;
    for (int32_t i = 0; i < s->payable_count; i++) {
        const struct payable *payable = &s->payables[i];
        if (payable->first != i) continue;
        bool pays = payable->grouped ? add_group(s, sums, i)
                                     : add_measure(s, sums, &s->place->policies[payable->spot.policy], settle_result(s, payable));
        if (pays) s->paying[s->paying_count++] = i;
    }
    close_account(s, sums, s->place->limit_count);
    return true;
}

static bool list_limits(struct settlement *s, struct arena *arena) {
    int32_t count = 0;
    for (int32_t p = 0; p < s->place->policy_count; p++) count += s->place->policies[p].policy->limit_count;
    s->limits = arena_array(arena, (size_t)count, sizeof *s->limits);
    if (s->limits == NULL) return false;
    s->place->limits = s->limits;
    for (int32_t p = 0; p < s->place->policy_count; p++) {
        const hs_policy_result *result = &s->place->policies[p];
        for (int32_t i = 0; result->in_force != HS_FALSE && i < result->policy->limit_count; i++)
            s->limits[s->place->limit_count++] = (hs_limit_result){.policy = result->policy,
                                                                   .limit = &result->policy->limits[i],
                                                                   .ceiling = result->ceilings[i],
                                                                   .rule = result->ceiling_rules[i]};
    }
    return true;
}

int settle_place(hs_place_result *place, const struct settle_plan *plan, const struct applicant *applicant, struct arena *arena,
                 hs_error *error) {
    struct settlement s = {place, applicant, plan, false, plan->payables, plan->payable_count, NULL, 0, NULL};
    if (!list_limits(&s, arena)) return error_memory(error);
    struct settlement sure = s;
    struct sums sums, certain;
    sure.certain_only = true;
    sure.payables = plan->certain;
    sure.payable_count = plan->certain_count;
    if (!sum_up(&s, &sums, arena)) return error_memory(error);
    certain = sums;
    if (plan->certain_count < plan->payable_count && !sum_up(&sure, &certain, arena)) return error_memory(error);
    if (sums.overflow || certain.overflow)
        return error_set(error, HS_INPUT, AT_PATH(place->adcode), "合计超出可以计算的范围，请核对填报的数值",
                         "the total is beyond what can be computed; check the figures");
    const hs_interval *cash = sums.accounts[place->limit_count].cash;
    place->total = cash[0];
    place->all_years = cash[SETTLE_WHOLE];
    place->people = sums.people;
    place->loans = sums.loans;
    place->certain = certain.accounts[place->limit_count].cash[0].low;
    place->schedule = cash;
    place->years = 1;
    for (int32_t year = 1; year < sums.years; year++)
        if (cash[year].high > 0) place->years = year + 1;
    return aside_list(&s, arena) ? HS_OK : error_memory(error);
}
