/* Twenty measures written by hand, as fast as plain C goes: the yardstick for the evaluator. The 18 measures of Qingpu in their order, then
   student training and digital transformation of Ningbo, under the same unknowns: every value is an interval. */
#ifndef TWIN_H
#define TWIN_H

#include <stdint.h>

enum { TWIN_MEASURES = 20, TWIN_BLOCK = 128 };

#define TWIN_TRUTHS(F)                                                                                                                     \
    F(registered_locally)                                                                                                                  \
    F(taxed_locally)                                                                                                                       \
    F(sound_accounts)                                                                                                                      \
    F(independent_legal_person) F(in_park) F(self_used_office) F(newly_settled) F(office_in_park) F(first_time_at_scale)                   \
        F(well_known_trademark) F(shanghai_brand) F(shared_data_centre) F(high_tech_recognised) F(specialised_recognised)                  \
            F(talent_event_recognised) F(top_talent_recognised) F(key_staff_housing) F(skills_training_projects) F(skills_base_created)    \
                F(outstanding_contribution) F(hr_license) F(university_cooperation) F(it_enterprise) F(digital_project_selected)

#define TWIN_NUMBERS(F)                                                                                                                    \
    F(applicant_kinds)                                                                                                                     \
    F(annual_revenue)                                                                                                                      \
    F(lease_years)                                                                                                                         \
    F(annual_rent) F(paid_in_capital) F(local_annual_revenue) F(local_fiscal_contribution) F(park_level) F(prior_main_revenue)             \
        F(listing_status) F(talent_event_cost) F(bole_award) F(students_placed) F(digital_investment)

struct twin_truth {
    const uint8_t *low, *high;
};
struct twin_number {
    const int64_t *low, *high;
};

struct twin_columns {
#define F(name) struct twin_truth name;
    TWIN_TRUTHS(F)
#undef F
#define F(name) struct twin_number name;
    TWIN_NUMBERS(F)
#undef F
};

/* Of at most TWIN_BLOCK applicants; the amounts of measures without a figure are left as they are. */
struct twin_results {
    uint8_t low[TWIN_MEASURES][TWIN_BLOCK], high[TWIN_MEASURES][TWIN_BLOCK];
    int64_t least[TWIN_MEASURES][TWIN_BLOCK], most[TWIN_MEASURES][TWIN_BLOCK];
};

/* Which measures have a figure. */
extern const uint8_t twin_has_amount[TWIN_MEASURES];

void twin_evaluate(struct twin_results *out, const struct twin_columns *columns, int32_t first, int32_t count);

#endif
