/* What counts at a place on a day, whoever is there. */
#include "settle.h"

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

static bool is_certain(const hs_policy_result *policy) { return policy->in_force == HS_TRUE && policy->policy->adjustable == 0; }

static int32_t measures_of(const hs_place_result *place) {
    int32_t count = 0;
    for (int32_t p = 0; p < place->policy_count; p++) count += place->policies[p].count;
    return count;
}

/* Puts a measure behind the others of its matter. */
static void join(struct payable *payables, int32_t at, const hs_place_result *place, const char *matter) {
    int32_t last = at - 1;
    for (; last >= 0; last--) {
        const struct measure_spot *spot = &payables[last].spot;
        if (payables[last].grouped && settle_same_matter(place->policies[spot->policy].measures[spot->measure].measure->matter, matter))
            break;
    }
    if (last < 0) return;
    payables[last].next = at;
    payables[at].first = payables[last].first;
}

/* NULL when memory ran out. */
static const struct payable *list_payables(int32_t *count, const hs_place_result *place, enum hs_duplication rule, bool certain_only,
                                           struct arena *arena) {
    struct payable *payables = arena_room(arena, (size_t)measures_of(place), sizeof *payables);
    *count = 0;
    for (int32_t p = 0; payables != NULL && p < place->policy_count; p++) {
        const hs_policy_result *policy = &place->policies[p];
        if (policy->in_force == HS_FALSE || (certain_only && !is_certain(policy))) continue;
        for (int32_t m = 0; m < policy->count; m++) {
            const hs_measure_result *result = &policy->measures[m];
            const char *matter = result->measure->matter;
            if (!result->has_amount) continue;
            bool grouped = rule != HS_NO_RULE && matter != NULL && settle_is_cash(result);
            payables[*count] = (struct payable){{p, m}, grouped, *count, NO_MEASURE};
            if (grouped) join(payables, *count, place, matter);
            ++*count;
        }
    }
    return payables;
}

static const struct measure_spot *list_unstated(int32_t *count, const hs_place_result *place, struct arena *arena) {
    struct measure_spot *unstated = arena_room(arena, (size_t)measures_of(place), sizeof *unstated);
    *count = 0;
    for (int32_t p = 0; unstated != NULL && p < place->policy_count; p++)
        for (int32_t m = 0; place->policies[p].in_force != HS_FALSE && m < place->policies[p].count; m++)
            if (place->policies[p].measures[m].unstated) unstated[(*count)++] = (struct measure_spot){p, m};
    return unstated;
}

bool settle_plan(struct settle_plan *out, const hs_place_result *place, struct arena *arena) {
    *out = (struct settle_plan){.rule = settle_rule(place)};
    out->payables = list_payables(&out->payable_count, place, out->rule, false, arena);
    out->certain = list_payables(&out->certain_count, place, out->rule, true, arena);
    out->unstated = list_unstated(&out->unstated_count, place, arena);
    return out->payables != NULL && out->certain != NULL && out->unstated != NULL;
}
