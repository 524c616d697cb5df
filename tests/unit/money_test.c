/* Exact ends of intervals: sums, products, percentages, comparisons, at their limits. */
#include "check.h"
#include "money.h"

static void test_add(void) {
    int64_t out = -1;
    EXPECT(end_add(&out, 2, 3) && out == 5);
    EXPECT(end_add(&out, HS_UNBOUNDED, 3) && out == HS_UNBOUNDED);
    EXPECT(end_add(&out, HS_UNBOUNDED - 2, 1) && out == HS_UNBOUNDED - 1);
    out = -1;
    EXPECT(!end_add(&out, HS_UNBOUNDED - 1, 1));
    EXPECT(!end_add(&out, INT64_C(5000000000000000000), INT64_C(5000000000000000000)));
    EXPECT_EQUAL(out, -1);
}

static void test_multiply(void) {
    int64_t out = -1;
    EXPECT(end_multiply(&out, 0, HS_UNBOUNDED) && out == 0);
    EXPECT(end_multiply(&out, HS_UNBOUNDED, 0) && out == 0);
    EXPECT(end_multiply(&out, HS_UNBOUNDED, 1) && out == HS_UNBOUNDED);
    EXPECT(end_multiply(&out, 3, INT64_C(3074457345618258602)) && out == INT64_C(9223372036854775806));
    out = -1;
    EXPECT(!end_multiply(&out, 4, INT64_C(2305843009213693952)));
    EXPECT_EQUAL(out, -1);
}

/* Half a fen rounds up, less rounds down. */
static void test_percent(void) {
    const struct {
        int64_t rate, x, wanted;
    } rows[] = {
        {3000, 100, 30},
        {5000, 1, 1},
        {4999, 1, 0},
        {5000, 3, 2},
        {100, 49, 0},
        {100, 50, 1},
        {100, 149, 1},
        {100, 150, 2},
        {345, 12388986401, 427420031},
        {0, HS_UNBOUNDED, 0},
        {1, HS_UNBOUNDED, HS_UNBOUNDED},
        {13000, 1973136453, 2565077389},
        {10000, INT64_C(9223372036854775806), INT64_C(9223372036854775806)},
        {5000, INT64_C(9223372036854775805), INT64_C(4611686018427387903)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t out = -1;
        EXPECT(end_percent(&out, rows[i].rate, rows[i].x));
        EXPECT_EQUAL(out, rows[i].wanted);
    }
    int64_t out = -1;
    EXPECT(!end_percent(&out, 20000, INT64_C(9223372036854775806)));
    EXPECT(!end_percent(&out, INT64_C(1000000000000000), 9999)); /* the part that is rounded is too large already */
    EXPECT_EQUAL(out, -1);
}

static void test_compare_products(void) {
    EXPECT_EQUAL(compare_products(130, 100, 100, 130), 0);
    EXPECT_EQUAL(compare_products(131, 10000, 100, 13000), 1);
    EXPECT_EQUAL(compare_products(129, 10000, 100, 13000), -1);
    /* 128 bits: these differ in the last unit of a product of 126 bits */
    EXPECT_EQUAL(compare_products(INT64_C(9223372036854775806), INT64_C(9223372036854775806), INT64_C(9223372036854775805),
                                  INT64_C(9223372036854775806)),
                 1);
    EXPECT_EQUAL(compare_products(INT64_C(3037000499), INT64_C(3037000499), INT64_C(9223372030926249001), 1), 0);
    EXPECT_EQUAL(compare_products(INT64_C(4294967297), INT64_C(4294967295), INT64_C(4294967296), INT64_C(4294967296)), -1);
    /* one product of four, paired otherwise, every word of which counts */
    const int64_t a = 3037000493, b = 3037000453, c = 2147483647, d = 2147483629;
    EXPECT_EQUAL(compare_products(a * b, c * d, a * c, b * d), 0);
    EXPECT_EQUAL(compare_products(a * d, b * c, a * c, b * d), 0);
    EXPECT_EQUAL(compare_products(a * b + 1, c * d, a * c, b * d), 1);
    EXPECT_EQUAL(compare_products(a * b, c * d - 1, a * c, b * d), -1);
    /* the top bit of the lower word, and the lowest of the upper one from either side */
    const int64_t large = INT64_C(1) << 62;
    EXPECT_EQUAL(compare_products(large, 2, large, 1), 1);
    EXPECT_EQUAL(compare_products(large, 4, large, 3), 1);
    EXPECT_EQUAL(compare_products(4, large, 3, large), 1);
    EXPECT_EQUAL(compare_products(HS_UNBOUNDED, 1, 5, 5), 1);
    EXPECT_EQUAL(compare_products(HS_UNBOUNDED, 0, 5, 0), 0);
    EXPECT_EQUAL(compare_products(5, 5, HS_UNBOUNDED, 10000), -1);
    EXPECT_EQUAL(compare_products(HS_UNBOUNDED, 1, HS_UNBOUNDED, 2), 0);
    EXPECT_EQUAL(compare_products(1, HS_UNBOUNDED, 5, 5), 1);
    EXPECT_EQUAL(compare_products(0, HS_UNBOUNDED, 0, HS_UNBOUNDED), 0);
    EXPECT_EQUAL(compare_products(5, 5, 1, HS_UNBOUNDED), -1);
}

static void test_least(void) {
    EXPECT_EQUAL(least_product(3, 10, 10, false), 34);
    EXPECT_EQUAL(least_product(5, 10, 10, false), 20);
    EXPECT_EQUAL(least_product(5, 10, 10, true), 21);
    EXPECT_EQUAL(least_product(0, 1, 1, false), HS_UNBOUNDED);
    EXPECT_EQUAL(least_product(5, HS_UNBOUNDED, 1, false), HS_UNBOUNDED);
    EXPECT_EQUAL(least_product(5, HS_UNBOUNDED, 0, false), 0);
    EXPECT_EQUAL(least_with_percent(20000, 10), 5);
    EXPECT_EQUAL(least_with_percent(3000, 3), 9); /* 2.7, which rounds to 3 */
    EXPECT_EQUAL(least_product(0, HS_UNBOUNDED, 0, false), 0);
    EXPECT_EQUAL(least_with_percent(0, 1), HS_UNBOUNDED);
    EXPECT_EQUAL(least_with_percent(3000, 60000), 199999);
    EXPECT_EQUAL(least_with_percent(10000, 60000), 60000);
    EXPECT_EQUAL(least_with_percent(20000, HS_UNBOUNDED - 1), HS_UNBOUNDED / 2); /* what overflows reaches it too */
}

static void test_share(void) {
    EXPECT_EQUAL(end_share(1, 3), 3333);
    EXPECT_EQUAL(end_share(2, 1), 20000);
    EXPECT_EQUAL(end_share(0, 0), 0);
    EXPECT_EQUAL(end_share(5, 0), HS_UNBOUNDED);
    EXPECT_EQUAL(end_share(5, HS_UNBOUNDED), 0);
    EXPECT_EQUAL(end_share(HS_UNBOUNDED, HS_UNBOUNDED), HS_UNBOUNDED);
    EXPECT_EQUAL(end_share(HS_UNBOUNDED - 1, 1), HS_UNBOUNDED);
}

static void test_interval_add(void) {
    hs_interval out = {-1, -1};
    EXPECT(interval_add(&out, (hs_interval){1, 2}, (hs_interval){3, HS_UNBOUNDED}) && out.low == 4 && out.high == HS_UNBOUNDED);
    EXPECT(!interval_add(&out, (hs_interval){HS_UNBOUNDED - 1, HS_UNBOUNDED}, (hs_interval){1, 1}));
    EXPECT(!interval_add(&out, (hs_interval){0, HS_UNBOUNDED - 1}, (hs_interval){1, 1}));
}

static void test_less(void) {
    hs_interval x = interval_less((hs_interval){100, 300}, 200);
    EXPECT_EQUAL(x.low, 0);
    EXPECT_EQUAL(x.high, 100);
    x = interval_less((hs_interval){100, HS_UNBOUNDED}, 50);
    EXPECT_EQUAL(x.low, 50);
    EXPECT_EQUAL(x.high, HS_UNBOUNDED);
    x = interval_less((hs_interval){100, 200}, 200);
    EXPECT_EQUAL(x.high, 0);
}

static void test_text(void) {
    char buffer[HS_MONEY_TEXT];
    EXPECT_TEXT(hs_money_text(buffer, 0), "0");
    EXPECT_TEXT(hs_money_text(buffer, 1), "0.01");
    EXPECT_TEXT(hs_money_text(buffer, 50), "0.50");
    EXPECT_TEXT(hs_money_text(buffer, 99999), "999.99");
    EXPECT_TEXT(hs_money_text(buffer, 100000), "1,000");
    EXPECT_TEXT(hs_money_text(buffer, 123456789), "1,234,567.89");
    EXPECT_TEXT(hs_money_text(buffer, HS_UNBOUNDED - 1), "92,233,720,368,547,758.06");
    EXPECT_TEXT(hs_money_text(buffer, HS_UNBOUNDED), "∞");
}

int main(void) {
    test_add();
    test_multiply();
    test_percent();
    test_compare_products();
    test_least();
    test_share();
    test_interval_add();
    test_less();
    test_text();
    return checks_end();
}
