/* Places and dates. */
#include "check.h"
#include "place.h"
#include "text.h"

static void test_covers(void) {
    static const struct {
        const char *outer, *inner;
        bool covers;
    } rows[] = {
        {"330200", "330206", true}, {"330200", "330203", true},  {"330200", "330200", true},  {"330200", "330100", false},
        {"330000", "330206", true}, {"330000", "330200", true},  {"330206", "330200", false}, {"330206", "330203", false},
        {"371000", "371002", true}, {"371000", "371102", false}, {"110000", "110105", true},  {"330000", "340000", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) EXPECT_EQUAL(adcode_covers(rows[i].outer, rows[i].inner), rows[i].covers);
    EXPECT(adcode_is_valid("330206"));
    EXPECT(!adcode_is_valid("033020"));
    EXPECT(!adcode_is_valid("33020"));
    EXPECT(!adcode_is_valid("3302060"));
    EXPECT(!adcode_is_valid("33020x"));
    EXPECT(!adcode_is_valid(""));
}

static void test_dates(void) {
    hs_date date = {1, 2, 3};
    char text[HS_DATE_TEXT];
    EXPECT_EQUAL(hs_date_read(&date, "2024-02-29"), 1);
    EXPECT_TEXT(hs_date_text(text, date), "2024-02-29");
    static const char *const none[] = {"2023-02-29",  "2023-13-01", "2023-00-10", "2023-04-31", "2023-1-01",   "2023/01/01", "20230101",
                                       "2023-01-01 ", "",           "0000-01-01", "1900-02-29", "２023-01-01", "202a-01-01", "202/-01-01"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) EXPECT(!hs_date_read(&date, none[i]));
    EXPECT_EQUAL(date.year, 2024);
    EXPECT(hs_date_read(&date, "2000-02-29"));
    EXPECT_EQUAL(date_compare((hs_date){2023, 4, 30}, (hs_date){2023, 5, 1}), -1);
    EXPECT_EQUAL(date_compare((hs_date){2023, 5, 1}, (hs_date){2023, 5, 1}), 0);
    EXPECT_EQUAL(date_compare((hs_date){2024, 1, 1}, (hs_date){2023, 12, 31}), 1);
}

/* The first and last day and the days beside. */
static void test_in_force(void) {
    const hs_policy trial = {.effective = {2023, 5, 1}, .expires = {2024, 4, 30}}, undated = {0}, open = {.effective = {2023, 5, 1}};
    EXPECT_EQUAL(hs_policy_in_force(&trial, (hs_date){2023, 4, 30}), HS_FALSE);
    EXPECT_EQUAL(hs_policy_in_force(&trial, (hs_date){2023, 5, 1}), HS_TRUE);
    EXPECT_EQUAL(hs_policy_in_force(&trial, (hs_date){2024, 4, 30}), HS_TRUE);
    EXPECT_EQUAL(hs_policy_in_force(&trial, (hs_date){2024, 5, 1}), HS_FALSE);
    EXPECT_EQUAL(hs_policy_in_force(&undated, (hs_date){2024, 5, 1}), HS_UNKNOWN);
    EXPECT_EQUAL(hs_policy_in_force(&open, (hs_date){2023, 4, 30}), HS_FALSE);
    EXPECT_EQUAL(hs_policy_in_force(&open, (hs_date){2023, 5, 1}), HS_UNKNOWN);
}

static void test_nearest(void) {
    struct nearest nearest = {0};
    nearest_try(&nearest, "annual_revenu", "annual_rent");
    nearest_try(&nearest, "annual_revenu", "annual_revenue");
    nearest_try(&nearest, "annual_revenu", "paid_in_capital");
    EXPECT_TEXT(nearest.candidate, "annual_revenue");
    nearest = (struct nearest){0};
    nearest_try(&nearest, "xyz", "annual_revenue");
    EXPECT(nearest.candidate == NULL);
}

/* The day after, and back. */
static void test_steps(void) {
    static const char *const days[][2] = {{"2023-06-14", "2023-06-15"}, {"2023-01-31", "2023-02-01"}, {"2023-02-28", "2023-03-01"},
                                          {"2024-02-28", "2024-02-29"}, {"2024-02-29", "2024-03-01"}, {"2023-04-30", "2023-05-01"},
                                          {"2023-10-31", "2023-11-01"}, {"2023-11-30", "2023-12-01"}, {"2023-12-30", "2023-12-31"},
                                          {"2023-12-31", "2024-01-01"}, {"2099-12-31", "2100-01-01"}, {"2100-02-28", "2100-03-01"}};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        hs_date first = {0}, second = {0};
        char text[HS_DATE_TEXT];
        EXPECT(hs_date_read(&first, days[i][0]) && hs_date_read(&second, days[i][1]));
        EXPECT_TEXT(hs_date_text(text, date_step(first, 1)), days[i][1]);
        EXPECT_TEXT(hs_date_text(text, date_step(second, -1)), days[i][0]);
        EXPECT(date_compare(first, second) < 0 && date_compare(second, first) > 0 && date_compare(first, first) == 0);
    }
}

int main(void) {
    test_steps();
    test_covers();
    test_dates();
    test_in_force();
    test_nearest();
    return checks_end();
}
