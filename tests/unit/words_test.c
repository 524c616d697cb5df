/* Figures with their units, and the names of facts as they stand inside a sentence. */
#include "check.h"
#include "words.h"

static void test_labels(void) {
    static const struct {
        const char *label, *inside;
    } rows[] = {
        {"Annual rent", "annual rent"},
        {"A company", "a company"},
        {"Az", "az"},
        {"Za", "za"},
        {"VAT paid", "VAT paid"},
        {"R&D staff", "R&D staff"},
        {"A1 class", "A1 class"},
        {"A", "A"},
        {"already", "already"},
        {"[Own] tax", "[Own] tax"},
        {"A`", "A`"},
        {"A{", "A{"},
        {"", ""},
        {"@at", "@at"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const hs_fact fact = {.label = {rows[i].label, rows[i].label}};
        struct writer zh = {0}, en = {0};
        words_label(&zh, &fact, HS_ZH);
        words_label(&en, &fact, HS_EN);
        EXPECT_TEXT(write_end(&zh), rows[i].label);
        EXPECT_TEXT(write_end(&en), rows[i].inside);
        write_free(&zh);
        write_free(&en);
    }
}

static void test_figures(void) {
    static const hs_fact people = {.type = HS_COUNT, .unit = {"人", "people"}}, plain = {.type = HS_COUNT};
    static const struct {
        int64_t value;
        int32_t type;
        const hs_fact *fact;
        const char *zh, *en;
    } rows[] = {
        {0, HS_MONEY, NULL, "0 元", "0 yuan"},
        {1, HS_MONEY, NULL, "0.01 元", "0.01 yuan"},
        {10, HS_MONEY, NULL, "0.10 元", "0.10 yuan"},
        {-1010, HS_MONEY, NULL, "-10.10 元", "-10.10 yuan"},
        {99999, HS_MONEY, NULL, "999.99 元", "999.99 yuan"},
        {100000, HS_MONEY, NULL, "1,000 元", "1,000 yuan"},
        {123456789, HS_MONEY, &people, "1,234,567.89 元", "1,234,567.89 yuan"},
        {50050, HS_USD, NULL, "500.50 美元", "500.50 US dollars"},
        {50000, HS_USD, NULL, "500 美元", "500 US dollars"},
        {8050, HS_PERCENTAGE, NULL, "80.5%", "80.5%"},
        {3, HS_COUNT, NULL, "3", "3"},
        {3, HS_COUNT, &plain, "3", "3"},
        {INT64_MAX - 1, HS_COUNT, NULL, "9,223,372,036,854,775,806", "9,223,372,036,854,775,806"},
        {INT64_MIN, HS_COUNT, NULL, "-9,223,372,036,854,775,808", "-9,223,372,036,854,775,808"},
        {1000, HS_COUNT, &people, "1,000 人", "1,000 people"},
        {HS_UNBOUNDED, HS_MONEY, NULL, "不限", "no limit"},
        {HS_UNBOUNDED, HS_COUNT, &people, "不限", "no limit"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[64];
        EXPECT_TEXT(hs_figure_text(text, sizeof text, rows[i].value, rows[i].type, rows[i].fact, HS_ZH), rows[i].zh);
        EXPECT_TEXT(hs_figure_text(text, sizeof text, rows[i].value, rows[i].type, rows[i].fact, HS_EN), rows[i].en);
    }
    char small[6];
    EXPECT_TEXT(hs_figure_text(small, sizeof small, 123456789, HS_MONEY, NULL, HS_EN), "1,234");
    const hs_subject record = {&(const hs_fact){.id = "ok", .list = &(const hs_fact){.id = "sites", .type = HS_LIST}, .type = HS_TRUTH}, 2};
    char exact[sizeof "sites[2].ok"];
    EXPECT_TEXT(hs_subject_text(exact, sizeof exact, record), "sites[2].ok");
    EXPECT_TEXT(hs_subject_text(small, sizeof small, record), "sites");
    EXPECT_EQUAL(hs_figure_text(small, 0, 1, HS_COUNT, NULL, HS_ZH)[0], 's'); /* of no bytes none is written */
}

/* How far a name is from one that there is: letters changed, added and left out; -1: too far to be meant. */
static void test_nearest(void) {
    static const struct {
        const char *text, *candidate;
        int distance;
    } rows[] = {
        {"rent", "rent", 0},
        {"rnt", "rent", 1},
        {"rents", "rent", 1},
        {"rend", "rent", 1},
        {"rnet", "rent", 2},
        {"annual", "anal", 2},
        {"anal", "annual", 2},
        {"kitten", "sitting", 3},
        {"kitty", "sitting", -1},
        {"a", "", -1},
        {"", "ab", -1},
        {"", "abc", -1},
        {"abc", "xyz", -1},
        {"abcdefgh", "abcdwxyz", 4},
        {"abcdefg", "abcwxyz", -1},
        {"bac", "abc", 2},
        {"a", "id", -1},
        {"ba", "ab", -1},
        {"ad", "id", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct nearest nearest = {0};
        nearest_try(&nearest, rows[i].text, rows[i].candidate);
        EXPECT_EQUAL(nearest.candidate == NULL ? -1 : nearest.distance, rows[i].distance);
        if (nearest.candidate != NULL && nearest.distance != rows[i].distance) printf("  %s, %s\n", rows[i].text, rows[i].candidate);
    }
    struct nearest nearest = {0}; /* of equal ones the first */
    nearest_try(&nearest, "rent", "rend");
    nearest_try(&nearest, "rent", "rant");
    EXPECT_TEXT(nearest.candidate, "rend");
    nearest_try(&nearest, "rent", "rent");
    EXPECT_TEXT(nearest.candidate, "rent");
    char longest[66];
    memset(longest, 'a', sizeof longest - 1);
    longest[65] = '\0';
    nearest = (struct nearest){0};
    nearest_try(&nearest, longest + 1, longest + 2);
    EXPECT_EQUAL(nearest.distance, 1);
    nearest = (struct nearest){0};
    nearest_try(&nearest, longest, longest + 1); /* names are no longer than 64 */
    EXPECT(nearest.candidate == NULL);
}

int main(void) {
    test_nearest();
    test_labels();
    test_figures();
    return checks_end();
}
