/* Reviews and verifications through the library: verdicts at their borders, findings by sign, and what a saved result is held against. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>
#include <stdio.h>
#include <string.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 01, 01), .expires = DATE(2023, 12, 31), .checks = CHECKS(y_within_x));

static hs_engine *engine;

static int32_t verdict_of(const char *facts, const char *claim, hs_claim *out) {
    char document[512];
    hs_review *review;
    hs_error error = {0};
    snprintf(document, sizeof document, "{\"as_of\":\"2023-06-30\",\"facts\":{%s},%s}", facts, claim);
    if (hs_review_new(&review, engine, document, strlen(document), NULL, &error) != HS_OK) {
        printf("  %s: %s: %s\n", document, error.path, error.en);
        return -1;
    }
    const hs_review_result *result = hs_review_get(review);
    EXPECT_EQUAL(result->places[0].count, 1);
    *out = result->places[0].claims[0];
    EXPECT(hs_review_json(review, NULL) != NULL);
    hs_review_free(review); /* of *out only figures are read from here on */
    return out->verdict;
}

static void test_claims(void) {
    static const struct {
        const char *facts, *claim;
        int32_t verdict;
        int64_t above;
    } rows[] = {
        /* at most 600 yuan of x */
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":100}", HS_WITHIN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":100.01}", HS_OPEN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":300}", HS_OPEN, 0},
        {"\"x\":{\"min\":100,\"max\":300}", "\"claims\":{\"synthetic.cap\":300.01}", HS_ABOVE, 1},
        {"\"x\":700", "\"claims\":{\"synthetic.cap\":600}", HS_WITHIN, 0},
        {"\"x\":700", "\"claims\":{\"synthetic.cap\":700}", HS_ABOVE, 10000},
        {"\"p\":false", "\"claims\":{\"synthetic.fact\":1}", HS_NOT_ENTITLED, 0},
        {"\"p\":null", "\"claims\":{\"synthetic.fact\":1}", HS_CANNOT_TELL, 0},
        {"\"p\":true", "\"claims\":{\"synthetic.fact\":1}", HS_NO_FIGURE, 0},
    };
    hs_claim claim;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(verdict_of(rows[i].facts, rows[i].claim, &claim), rows[i].verdict);
        EXPECT_EQUAL(claim.above, rows[i].above);
        if (checks_failed > before) printf("  in %s %s\n", rows[i].facts, rows[i].claim);
    }
}

static void test_findings(void) {
    static const char range[] = "\"x\":{\"min\":100,\"max\":300}";
    static const struct {
        const char *claim;
        int64_t differs;
    } rows[] = {
        {"\"findings\":{\"synthetic.cap\":{\"amount\":99.99,\"reason\":\"a\"}}", -1},
        {"\"findings\":{\"synthetic.cap\":{\"amount\":100,\"reason\":\"a\"}}", 0},
        {"\"findings\":{\"synthetic.cap\":{\"amount\":300,\"reason\":\"a\"}}", 0},
        {"\"findings\":{\"synthetic.cap\":{\"amount\":300.01,\"reason\":\"a\"}}", 1},
    };
    hs_claim claim;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        EXPECT_EQUAL(verdict_of(range, rows[i].claim, &claim), HS_NOT_CLAIMED);
        EXPECT_EQUAL(claim.differs, rows[i].differs);
        EXPECT(claim.entitled.low == 10000 && claim.entitled.high == 30000); /* the rule's amount stays */
    }
}

static void test_verification(void) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{\"x\":700}}";
    hs_assessment *assessment;
    hs_verification *verification;
    hs_error error = {0};
    size_t size;
    EXPECT_EQUAL(hs_assess(&assessment, engine, document, strlen(document), &(hs_options){.brief = 1}, NULL), HS_OK);
    const char *saved = hs_assessment_json(assessment, &size);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, saved, size, document, strlen(document), NULL, &error), HS_OK);
    EXPECT(hs_verification_get(verification)->same && hs_verification_get(verification)->replayed);
    hs_verification_free(verification);
    for (size_t cut = 0; cut < size; cut += size / 64 + 1) /* no beginning of a result is a result */
        EXPECT_EQUAL(hs_verification_new(&verification, engine, saved, cut, NULL, 0, NULL, &error), HS_INPUT);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, "[]", 2, NULL, 0, NULL, &error), HS_INPUT);
    EXPECT_EQUAL(hs_verification_new(&verification, engine, document, strlen(document), NULL, 0, NULL, NULL), HS_INPUT);
    hs_assessment_free(assessment);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_claims();
    test_findings();
    test_verification();
    hs_engine_free(engine);
    return checks_end();
}
