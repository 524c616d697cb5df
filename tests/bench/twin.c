#include "twin.h"

enum {
    RENT,
    OPENING,
    CONTRIBUTION,
    PARK_LEVEL,
    SCALE,
    LISTING,
    TRADEMARK,
    SHANGHAI_BRAND,
    DATA_CENTRE,
    HIGH_TECH,
    SPECIALISED,
    TALENT_EVENT,
    BOLE,
    TOP_TALENT,
    HOUSING,
    SKILLS_TRAINING,
    SKILLS_BASE,
    SPECIAL_CASE,
    STUDENT_TRAINING,
    DIGITAL
};

const uint8_t twin_has_amount[TWIN_MEASURES] = {
    [RENT] = 1, [OPENING] = 1, [PARK_LEVEL] = 1, [TALENT_EVENT] = 1, [BOLE] = 1, [STUDENT_TRAINING] = 1, [DIGITAL] = 1};

/* The values of choices, as bits. */
enum { AGENCY = 1, OPERATOR = 2, ASSOCIATION = 8, DISTRICT = 2, MUNICIPAL = 4, NATIONAL = 8, LISTED_NAMED = 4 };

#define WAN(figure) (INT64_C(1000000) * (figure)) /* fen */

/* Conditions, end by end. */
#define EACH_END(measure, low_condition, high_condition)                                                                                   \
    for (int32_t k = 0, i = first; k < count; k++, i++) {                                                                                  \
        out->low[measure][k] = (uint8_t)(low_condition);                                                                                   \
        out->high[measure][k] = (uint8_t)(high_condition);                                                                                 \
    }

#define L(name) c->name.low[i]
#define H(name) c->name.high[i]
#define KIND_L(bits) ((L(applicant_kinds) & (bits)) != 0)
#define KIND_H(bits) ((H(applicant_kinds) & (bits)) != 0)

static inline int64_t least(int64_t x, int64_t y) { return x < y ? x : y; }

/* So many percent, half up. */
static inline int64_t percent(int64_t rate, int64_t x) {
    return x == INT64_MAX ? x : x / 10000 * (100 * rate) + (x % 10000 * (100 * rate) + 5000) / 10000;
}

static inline int64_t opening_of(int64_t revenue) {
    return revenue >= WAN(2000)   ? WAN(80)
           : revenue >= WAN(1500) ? WAN(60)
           : revenue >= WAN(1000) ? WAN(40)
           : revenue >= WAN(500)  ? WAN(20)
                                  : 0;
}

static inline int64_t least_of_levels(int64_t bits) {
    return (bits & 1) != 0 ? 0 : (bits & DISTRICT) != 0 ? WAN(20) : (bits & MUNICIPAL) != 0 ? WAN(50) : WAN(100);
}

static inline int64_t most_of_levels(int64_t bits) {
    return (bits & NATIONAL) != 0 ? WAN(100) : (bits & MUNICIPAL) != 0 ? WAN(50) : (bits & DISTRICT) != 0 ? WAN(20) : 0;
}

static inline int64_t training_of(int64_t students) { return students == INT64_MAX ? WAN(50) : least(WAN(50), students * 50000); }

static void conditions(struct twin_results *out, const struct twin_columns *c, int32_t first, int32_t count) {
    uint8_t local[2][TWIN_BLOCK], agency[2][TWIN_BLOCK], licensed[2][TWIN_BLOCK];
    for (int32_t k = 0, i = first; k < count; k++, i++) {
        local[0][k] = L(registered_locally) & L(taxed_locally) & L(sound_accounts) & L(independent_legal_person);
        local[1][k] = H(registered_locally) & H(taxed_locally) & H(sound_accounts) & H(independent_legal_person);
        agency[0][k] = local[0][k] & KIND_L(AGENCY);
        agency[1][k] = local[1][k] & KIND_H(AGENCY);
        licensed[0][k] = KIND_L(AGENCY) & L(registered_locally) & L(independent_legal_person) & L(hr_license);
        licensed[1][k] = KIND_H(AGENCY) & H(registered_locally) & H(independent_legal_person) & H(hr_license);
    }
    EACH_END(RENT,
             local[0][k] & ((KIND_L(AGENCY) & L(in_park) & (L(annual_revenue) > WAN(2000))) | KIND_L(OPERATOR)) & L(self_used_office) &
                 (L(lease_years) >= 3),
             local[1][k] & ((KIND_H(AGENCY) & H(in_park) & (H(annual_revenue) > WAN(2000))) | KIND_H(OPERATOR)) & H(self_used_office) &
                 (H(lease_years) >= 3))
    EACH_END(OPENING,
             agency[0][k] & L(newly_settled) & L(office_in_park) & (L(paid_in_capital) >= WAN(500)) & (L(local_annual_revenue) >= WAN(500)),
             agency[1][k] & H(newly_settled) & H(office_in_park) & (H(paid_in_capital) >= WAN(500)) & (H(local_annual_revenue) >= WAN(500)))
    EACH_END(CONTRIBUTION, agency[0][k] & L(in_park) & (L(local_fiscal_contribution) > 0),
             agency[1][k] & H(in_park) & (H(local_fiscal_contribution) > 0))
    EACH_END(PARK_LEVEL, KIND_L(OPERATOR) & ((H(park_level) & ~(int64_t)(DISTRICT | MUNICIPAL | NATIONAL)) == 0),
             KIND_H(OPERATOR) & ((H(park_level) & (DISTRICT | MUNICIPAL | NATIONAL)) != 0))
    EACH_END(SCALE, agency[0][k] & L(newly_settled) & (L(prior_main_revenue) > WAN(10000)) & L(first_time_at_scale),
             agency[1][k] & H(newly_settled) & (H(prior_main_revenue) > WAN(10000)) & H(first_time_at_scale))
    EACH_END(LISTING, agency[0][k] & ((H(listing_status) & ~(int64_t)LISTED_NAMED) == 0),
             agency[1][k] & ((H(listing_status) & LISTED_NAMED) != 0))
    EACH_END(TRADEMARK, agency[0][k] & L(well_known_trademark), agency[1][k] & H(well_known_trademark))
    EACH_END(SHANGHAI_BRAND, agency[0][k] & L(shanghai_brand), agency[1][k] & H(shanghai_brand))
    EACH_END(DATA_CENTRE, L(shared_data_centre), H(shared_data_centre))
    EACH_END(HIGH_TECH, agency[0][k] & L(high_tech_recognised), agency[1][k] & H(high_tech_recognised))
    EACH_END(SPECIALISED, agency[0][k] & L(specialised_recognised), agency[1][k] & H(specialised_recognised))
    EACH_END(TALENT_EVENT, KIND_L(OPERATOR) & L(talent_event_recognised) & (L(talent_event_cost) > 0),
             KIND_H(OPERATOR) & H(talent_event_recognised) & (H(talent_event_cost) > 0))
    EACH_END(BOLE, agency[0][k] & (L(bole_award) > 0), agency[1][k] & (H(bole_award) > 0))
    EACH_END(TOP_TALENT, agency[0][k] & L(in_park) & L(top_talent_recognised), agency[1][k] & H(in_park) & H(top_talent_recognised))
    EACH_END(HOUSING, agency[0][k] & L(in_park) & L(key_staff_housing), agency[1][k] & H(in_park) & H(key_staff_housing))
    EACH_END(SKILLS_TRAINING, agency[0][k] & L(skills_training_projects), agency[1][k] & H(skills_training_projects))
    EACH_END(SKILLS_BASE, KIND_L(AGENCY | ASSOCIATION) & L(skills_base_created), KIND_H(AGENCY | ASSOCIATION) & H(skills_base_created))
    EACH_END(SPECIAL_CASE, L(in_park) & L(outstanding_contribution), H(in_park) & H(outstanding_contribution))
    EACH_END(STUDENT_TRAINING, licensed[0][k] & L(university_cooperation) & (L(students_placed) >= 1),
             licensed[1][k] & H(university_cooperation) & (H(students_placed) >= 1))
    EACH_END(DIGITAL, licensed[0][k] & (H(it_enterprise) ^ 1) & (L(digital_investment) >= WAN(100)) & L(digital_project_selected),
             licensed[1][k] & (L(it_enterprise) ^ 1) & (H(digital_investment) >= WAN(100)) & H(digital_project_selected))
}

#define EACH_AMOUNT(measure, low_amount, high_amount)                                                                                      \
    for (int32_t k = 0, i = first; k < count; k++, i++) {                                                                                  \
        out->least[measure][k] = (low_amount);                                                                                             \
        out->most[measure][k] = (high_amount);                                                                                             \
    }

static void amounts(struct twin_results *out, const struct twin_columns *c, int32_t first, int32_t count) {
    EACH_AMOUNT(RENT, least(WAN(60), percent(30, L(annual_rent))), least(WAN(60), percent(30, H(annual_rent))))
    EACH_AMOUNT(OPENING, opening_of(L(local_annual_revenue)), opening_of(H(local_annual_revenue)))
    EACH_AMOUNT(PARK_LEVEL, least_of_levels(H(park_level)), most_of_levels(H(park_level)))
    EACH_AMOUNT(TALENT_EVENT, least(WAN(10), percent(30, L(talent_event_cost))), least(WAN(10), percent(30, H(talent_event_cost))))
    EACH_AMOUNT(BOLE, L(bole_award), H(bole_award))
    EACH_AMOUNT(STUDENT_TRAINING, training_of(L(students_placed)), training_of(H(students_placed)))
    EACH_AMOUNT(DIGITAL, 0, least(WAN(100), percent(20, H(digital_investment))))
}

void twin_evaluate(struct twin_results *out, const struct twin_columns *columns, int32_t first, int32_t count) {
    conditions(out, columns, first, count);
    amounts(out, columns, first, count);
}
