#include "total_law.h"

#include "money.h"
#include "settle.h"

#include <string.h>

struct law law_of_measure(const struct laws *s, const hs_policy_result *policy, int32_t p, int32_t m, int32_t lane, bool high,
                          hs_interval settled) {
    const hs_measure_result *result = &policy->measures[m];
    struct law law = {false, high ? settled.high : settled.low, 0};
    bool pays = result->years > 0 && (result->standing == HS_ELIGIBLE || (high && result->standing == HS_UNDETERMINED));
    if (!result->has_amount || !pays) return law;
    struct law of_pays = law_of_end(&s->motions[p], s->loaded[p]->plan.pays[m], lane, high);
    if (!of_pays.sloped) return law;
    uint64_t shape = law_mix(law_mix(of_pays.shape, (uint64_t)of_pays.value), (uint64_t)p << 32 | (uint64_t)m);
    return (struct law){true, 0, shape};
}

static hs_interval year_one(const hs_measure_result *result) { return result->years > 0 ? result->schedule[0] : NOTHING_AT_ALL; }

static bool yields_to(const hs_measure *measure, const hs_measure *other) {
    for (int32_t i = 0; i < measure->yield_count; i++)
        if (strcmp(measure->yields[i], other->id) == 0) return true;
    return false;
}

/* What the measures of one matter pay together: the greatest of them, less what was received; of equal ones the one that stays, or where
   that is nothing the one that moves. */
static struct law law_of_group(const struct laws *s, const hs_place_result *place, const char *matter, int32_t lane, bool high) {
    struct law best = {false, 0, 0};
    int64_t most = 0, received = settle_received(s->applicant, matter);
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            if (!settle_is_of_matter(result, matter)) continue;
            hs_interval due = year_one(result);
            struct law law = law_of_measure(s, &place->policies[p], p, m, lane, high, due);
            int64_t value = high ? due.high : due.low;
            if (value < most || (value == most && (value == 0 ? best.sloped : law.sloped))) continue;
            best = law;
            most = value;
        }
    if (received == 0) return best;
    if (settle_rule(place) == HS_HIGHEST_NO_DUPLICATE || most <= received) return (struct law){false, 0, 0};
    if (!best.sloped) return (struct law){false, most == HS_UNBOUNDED ? most : most - received, 0};
    return (struct law){true, 0, law_mix(best.shape, (uint64_t)received)};
}

static bool is_first_of_matter(const hs_place_result *place, const hs_measure_result *of) {
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++)
            if (settle_is_of_matter(&place->policies[p].measures[m], of->measure->matter)) return &place->policies[p].measures[m] == of;
    return false;
}

/* What a measure without a matter adds to its account: nothing, all that it pays, or what is beyond those that it yields to. */
static struct law law_of_counted(const struct laws *s, const hs_place_result *place, int32_t p, int32_t m, int32_t lane, bool high) {
    const hs_policy_result *policy = &place->policies[p];
    const hs_measure_result *result = &policy->measures[m];
    hs_interval due = year_one(result), counted = settle_counted(place, policy, result, s->applicant, 0);
    struct law law = law_of_measure(s, policy, p, m, lane, high, due);
    int64_t value = high ? counted.high : counted.low;
    if (value == (high ? due.high : due.low)) return law;
    bool sloped = law.sloped;
    for (int32_t i = 0; i < policy->count; i++) {
        struct law other = law_of_measure(s, policy, p, i, lane, true, year_one(&policy->measures[i]));
        if (!yields_to(result->measure, policy->measures[i].measure) || !other.sloped) continue;
        sloped = true;
        law.shape = law_mix(law.shape, other.shape);
    }
    return value == 0 || !sloped ? (struct law){false, value, 0} : (struct law){true, 0, law.shape};
}

static struct law law_of_ceiling(const struct laws *s, const hs_place_result *place, int32_t account, int32_t lane, bool high) {
    const hs_limit_result *limit = &place->limits[account];
    int32_t p = 0;
    while (place->policies[p].policy != limit->policy) p++;
    struct law law = law_of_end(&s->motions[p], &s->loaded[p]->plan.ceilings[limit->limit - limit->policy->limits], lane, high);
    if (law.sloped) law = (struct law){true, 0, law_mix(law_mix(law.shape, (uint64_t)law.value), (uint64_t)account)};
    return law;
}

/* Whether a ceiling gives an end of what stands in its account; where both come to the same, the one that stays gives it. */
static bool is_cut(const struct laws *s, const hs_place_result *place, int32_t account, int32_t lane, bool high) {
    const hs_limit_result *limit = &place->limits[account];
    int64_t before = high ? limit->before.high : limit->before.low, ceiling = high ? limit->ceiling.high : limit->ceiling.low;
    return before > ceiling || (before == ceiling && before > 0 && !law_of_ceiling(s, place, account, lane, high).sloped);
}

/* Whether what stands in an account is lost in a ceiling, its own or one around it. */
static bool is_lost(const struct laws *s, const hs_place_result *place, int32_t account, int32_t lane, bool high) {
    for (; account != place->limit_count; account = settle_account_around(place, account))
        if (is_cut(s, place, account, lane, high)) return true;
    return false;
}

static void add_law(struct law *sum, struct law law) {
    sum->value += law.value; /* no more than the total, which fits */
    sum->sloped = sum->sloped || law.sloped;
    sum->shape += law.shape;
}

/* The ceilings that give an end of the total, each in place of all that it holds. */
static void add_ceilings(const struct laws *s, struct law *sum, const hs_place_result *place, int32_t lane, bool high) {
    for (int32_t i = 0; i < place->limit_count; i++)
        if (is_cut(s, place, i, lane, high) && !is_lost(s, place, settle_account_around(place, i), lane, high))
            add_law(sum, law_of_ceiling(s, place, i, lane, high));
}

struct law law_of_total(const struct laws *s, const hs_place_result *place, int32_t lane, bool high) {
    struct law sum = {false, 0, 0};
    enum hs_duplication rule = settle_rule(place);
    if ((high ? place->total.high : place->total.low) == HS_UNBOUNDED) return (struct law){false, HS_UNBOUNDED, 0};
    for (int32_t p = 0; p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++) {
            const hs_measure_result *result = &place->policies[p].measures[m];
            bool grouped = rule != HS_NO_RULE && result->measure->matter != NULL;
            if (!settle_is_cash(result) || (grouped && !is_first_of_matter(place, result))) continue;
            int32_t account = settle_account(place, place->policies[p].policy, result->measure), low = account, most = account;
            if (grouped) settle_accounts_of_matter(place, result->measure->matter, &low, &most);
            account = high ? most : low;
            if (account == NO_ACCOUNT || is_lost(s, place, account, lane, high)) continue;
            add_law(&sum,
                    grouped ? law_of_group(s, place, result->measure->matter, lane, high) : law_of_counted(s, place, p, m, lane, high));
        }
    add_ceilings(s, &sum, place, lane, high);
    return sum;
}
