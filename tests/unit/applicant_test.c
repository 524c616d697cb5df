/* What an applicant's document may not say: each fault names its JSON path, what was found and what was expected. */
#include "synthetic.h"

#include "check.h"

#include <huisuan/huisuan.h>

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .checks = CHECKS(y_within_x));

static hs_engine *engine;

static int assess_text(const char *document, hs_error *error) {
    hs_assessment *assessment = NULL;
    const hs_options options = {.today = {2026, 11, 20}};
    memset(error, 0, sizeof *error);
    int status = hs_assess(&assessment, engine, document, strlen(document), &options, error);
    EXPECT((status == HS_OK) == (assessment != NULL));
    hs_assessment_free(assessment);
    return status;
}

/* ' stands for ". */
static int assess_quoted(const char *text, hs_error *error) {
    char document[2048];
    snprintf(document, sizeof document, "%s", text);
    for (char *c = document; *c != '\0'; c++)
        if (*c == '\'') *c = '"';
    return assess_text(document, error);
}

static void test_refused(void) {
    static const struct {
        const char *document, *path, *message;
    } rows[] = {
        {"[]", "", "expected an object, found an array"},
        {"'x'", "", "expected an object, found a string"},
        {"{}", "", "\"facts\" is missing"},
        {"{'facts': []}", "facts", "expected an object, found an array"},
        {"{'facts': {}, 'fact': {}}", "fact", "did you mean \"facts\""},
        {"{'facts': {}, 'nmae': 'x'}", "nmae", "did you mean \"name\""},
        {"{'facts': {}, 'p': true}", "p", "belongs under facts"},
        {"{'facts': {}, 'level': 'low'}", "level", "belongs under facts"},
        {"{'facts': {}, 'somewhere_else': 1}", "somewhere_else",
         "there is no \"somewhere_else\" here. There are: name, as_of, locations, facts, facts_at, received, evidence, claims, findings"},
        {"{'facts': {}, 'name': 5}", "name", "expected a string, found a number"},
        /* dates and places */
        {"{'facts': {}, 'as_of': '2023-02-29'}", "as_of", "\"2023-02-29\" is not a date"},
        {"{'facts': {}, 'as_of': 20230101}", "as_of", "expected a string, found a number"},
        {"{'facts': {}, 'as_of': null}", "as_of", "expected a string, found null"},
        {"{'facts': {}, 'locations': '330206'}", "locations", "expected an array, found a string"},
        {"{'facts': {}, 'locations': []}", "locations", "leave locations out to assess every place"},
        {"{'facts': {}, 'locations': [330206]}", "locations[0]", "expected a string, found a number"},
        {"{'facts': {}, 'locations': ['330206', '33020']}", "locations[1]", "is not a place code"},
        {"{'facts': {}, 'locations': ['330206', '330200', '330206']}", "locations[2]", "the place 330206 stands twice"},
        /* names */
        {"{'facts': {'knds': []}}", "facts.knds", "no fact is called \"knds\"; did you mean \"kinds\""},
        {"{'facts': {'nothing_like_it': 1}}", "facts.nothing_like_it", "huisuan facts lists them all"},
        {"{'facts': {'sites': [{}, {'cots': 1}]}}", "facts.sites[1].cots",
         "\"sites\" has no field \"cots\"; did you mean \"cost\"? There are: ok, cost, usd, year"},
        /* yes or no */
        {"{'facts': {'p': 1}}", "facts.p", "expected true, false or null, found a number"},
        {"{'facts': {'p': 'true'}}", "facts.p", "expected true, false or null, found a string"},
        {"{'facts': {'p': {}}}", "facts.p", "found an object"},
        /* choices */
        {"{'facts': {'level': 'lwo'}}", "facts.level", "did you mean \"low\"? There are: none, low, high"},
        {"{'facts': {'level': 'enormous'}}", "facts.level", "there is no choice \"enormous\". There are: none, low, high"},
        {"{'facts': {'level': ['low']}}", "facts.level", "the id of a choice, a string, found an array"},
        {"{'facts': {'level': true}}", "facts.level", "found true"},
        {"{'facts': {'kinds': 'one'}}", "facts.kinds", "expected an array of choice ids, found a string"},
        {"{'facts': {'kinds': ['one', 'four']}}", "facts.kinds[1]", "there is no choice \"four\""},
        {"{'facts': {'kinds': ['one', 'two', 'one']}}", "facts.kinds[2]", "the choice \"one\" stands twice"},
        {"{'facts': {'kinds': [null]}}", "facts.kinds[0]", "found null"},
        /* figures */
        {"{'facts': {'x': true}}", "facts.x", "expected a number, a decimal string or {\"min\", \"max\"}, found true"},
        {"{'facts': {'x': [1]}}", "facts.x", "found an array"},
        {"{'facts': {'x': -0.01}}", "facts.x", "must not be negative: -0.01"},
        {"{'facts': {'x': '-1'}}", "facts.x", "must not be negative: -1"},
        {"{'facts': {'x': 1.234}}", "facts.x", "at most two decimals: 1.234"},
        {"{'facts': {'x': '1.230'}}", "facts.x", "at most two decimals: 1.230"},
        {"{'facts': {'x': '1,000'}}", "facts.x", "plain digits are wanted"},
        {"{'facts': {'x': '300万'}}", "facts.x", "plain digits are wanted"},
        {"{'facts': {'x': ''}}", "facts.x", "plain digits are wanted"},
        {"{'facts': {'x': 70368744177664}}", "facts.x", "too large: 70368744177664"},
        {"{'facts': {'x': '92233720368547758.07'}}", "facts.x", "too large"},
        {"{'facts': {'d': '0.001'}}", "facts.d", "at most two decimals"},
        {"{'facts': {'n': 1.5}}", "facts.n", "a whole number is wanted: 1.5"},
        {"{'facts': {'n': 1.001}}", "facts.n", "a whole number is wanted: 1.001"},
        {"{'facts': {'n': '1'}}", "facts.n", "expected a number or {\"min\", \"max\"}, found a string"},
        {"{'facts': {'n': -1}}", "facts.n", "must not be negative"},
        {"{'facts': {'r': '80'}}", "facts.r", "expected a number or {\"min\", \"max\"}, found a string"},
        {"{'facts': {'r': 80.001}}", "facts.r", "at most two decimals"},
        /* ranges */
        {"{'facts': {'x': {}}}", "facts.x", "write null for what is unknown"},
        {"{'facts': {'x': {'min': 2, 'max': 1.99}}}", "facts.x", "min 2 is greater than max 1.99; check both"},
        {"{'facts': {'x': {'min': 1, 'maximum': 2}}}", "facts.x.maximum", "a range has min and max, not \"maximum\""},
        {"{'facts': {'x': {'min': null}}}", "facts.x.min", "found null"},
        {"{'facts': {'x': {'max': -1}}}", "facts.x.max", "must not be negative"},
        {"{'facts': {'n': {'min': 0.5}}}", "facts.n.min", "a whole number is wanted"},
        /* lists */
        {"{'facts': {'sites': {}}}", "facts.sites", "expected an array of records, found an object"},
        {"{'facts': {'sites': [1]}}", "facts.sites[0]", "expected a record, an object, found a number"},
        {"{'facts': {'sites': [null]}}", "facts.sites[0]", "found null"},
        {"{'facts': {'sites': [{'ok': true}, {'cost': 'x'}]}}", "facts.sites[1].cost", "plain digits are wanted"},
        /* place by place */
        {"{'facts': {}, 'facts_at': []}", "facts_at", "expected an object"},
        {"{'facts': {}, 'facts_at': {'33': {}}}", "facts_at.33", "is not a place code"},
        {"{'facts': {}, 'facts_at': {'330206': []}}", "facts_at.330206", "expected an object, found an array"},
        {"{'facts': {}, 'facts_at': {'330206': {'p': true}}}", "facts_at.330206.p", "is the same everywhere; write it under facts"},
        {"{'facts': {}, 'facts_at': {'330206': {'hree': true}}}", "facts_at.330206.hree", "did you mean \"here\""},
        {"{'facts': {}, 'facts_at': {'330206': {'here': 5}}}", "facts_at.330206.here", "expected true, false or null"},
        /* what was received */
        {"{'facts': {}, 'received': {}}", "received", "expected an array"},
        {"{'facts': {}, 'received': [1]}", "received[0]", "expected an object"},
        {"{'facts': {}, 'received': [{}]}", "received[0]", "either {\"measure\", \"years\"} or {\"matter\", \"amount\"}"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly'}]}", "received[0]", "either"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'amount': 1}]}", "received[0]", "either"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'years': 1, 'amount': 1}]}", "received[0]", "either"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yerly', 'years': 1}]}", "received[0].measure",
         "did you mean \"synthetic.yearly\""},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'years': -1}]}", "received[0].years", "must not be negative"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'years': 1.5}]}", "received[0].years", "a whole number is wanted"},
        {"{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'years': 31}]}", "received[0].years", "at most 30 is wanted"},
        {"{'facts': {}, 'received': [{'matter': 'one_mater', 'amount': 1}]}", "received[0].matter", "did you mean \"one_matter\""},
        {"{'facts': {}, 'received': [{'matter': 'one_matter', 'amount': null}]}", "received[0].amount", "found null"},
        {"{'facts': {}, 'received': [{'matter': 5, 'amount': 1}]}", "received[0].matter", "expected a string"},
        /* what a review adds */
        {"{'facts': {}, 'evidence': {'q': {'state': 'seen'}}}", "evidence.q.state", "declared, evidenced, verified or disputed"},
        {"{'facts': {}, 'evidence': {'q': {'state': 'declared', 'note': 5}}}", "evidence.q.note", "expected a string, found a number"},
        {"{'facts': {}, 'evidence': {'q': {}}}", "evidence.q", "declared, evidenced, verified or disputed"},
        {"{'facts': {}, 'evidence': {'qq': {'state': 'declared'}}}", "evidence.qq", "no fact is called \"qq\""},
        {"{'facts': {}, 'evidence': {'q': {'state': 'declared', 'value': 5}}}", "evidence.q.value", "expected true, false or null"},
        {"{'facts': {}, 'evidence': {'q': {'state': 'declared', 'by': 5}}}", "evidence.q.by", "there is no \"by\" here"},
        {"{'facts': {}, 'claims': {'synthetic.caps': 5}}", "claims.synthetic.caps", "did you mean \"synthetic.cap\""},
        {"{'facts': {}, 'claims': {'synthetic.cap': -5}}", "claims.synthetic.cap", "must not be negative"},
        {"{'facts': {}, 'findings': {'synthetic.cap': {'amount': 5}}}", "findings.synthetic.cap", "{\"amount\", \"reason\"} is wanted"},
        {"{'facts': {}, 'findings': {'synthetic.cap': {'amont': 5, 'reason': 'y'}}}", "findings.synthetic.cap", "is wanted"},
        {"{'facts': {}, 'findings': {'synthetic.cap': {'amount': 5, 'reasons': 'y'}}}", "findings.synthetic.cap", "is wanted"},
        {"{'facts': {}, 'findings': {'synthetic.cap': {'amount': 5, 'reason': 'y', 'by': 'z'}}}", "findings.synthetic.cap", "is wanted"},
        {"{'facts': {}, 'findings': {'synthetic.cap': {'amount': 5, 'reason': 5}}}", "findings.synthetic.cap.reason", "expected a string"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_error error;
        int before = checks_failed;
        EXPECT_EQUAL(assess_quoted(rows[i].document, &error), HS_INPUT);
        EXPECT_TEXT(error.path, rows[i].path);
        EXPECT(strstr(error.en, rows[i].message) != NULL);
        EXPECT(error.zh[0] != '\0' && error.line == 1 && error.column >= 1);
        if (checks_failed > before) printf("  in %s: %s: %s\n", rows[i].document, error.path, error.en);
    }
}

static void test_taken(void) {
    static const char *const documents[] = {
        "{'facts': {}}",
        "{'name': null, 'facts': {'p': null, 'x': null, 'level': null, 'kinds': null, 'sites': null}}",
        "{'name': '甲', 'as_of': '2024-02-29', 'facts': {'x': '900000000000000.06', 'n': 5.0, 'r': 80.01, 'd': '0.01'}}",
        "{'facts': {'x': {'min': 1}, 'y': {'max': '2.5'}, 'n': {'min': 1, 'max': 1}, 'kinds': [], 'sites': [{}]}}",
        "{'facts': {}, 'facts_at': {'330000': {'here': true}, '110105': {'here': null}}, 'received': []}",
        "{'facts': {}, 'received': [{'measure': 'synthetic.yearly', 'years': 30}, {'matter': 'one_matter', 'amount': 0}]}",
        "{'facts': {}, 'evidence': {'q': {'state': 'disputed', 'note': 'x', 'value': false}}}",
        "{'facts': {}, 'claims': {'synthetic.cap': '600000.00'}, 'findings': {'synthetic.cap': {'amount': 0, 'reason': 'y'}}}",
    };
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        hs_error error;
        EXPECT_EQUAL(assess_quoted(documents[i], &error), HS_OK);
        if (error.code != 0) printf("  in %s: %s: %s\n", documents[i], error.path, error.en);
    }
    hs_assessment *none;
    hs_error error;
    EXPECT_EQUAL(hs_assess(&none, engine, "{\"facts\":{}}", 12, NULL, &error), HS_INPUT);
    EXPECT_TEXT(error.path, "as_of");
    EXPECT_EQUAL(hs_assess(&none, engine, "{", 1, NULL, NULL), HS_INPUT);
}

int main(void) {
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, NULL), HS_OK);
    test_refused();
    test_taken();
    hs_engine_free(engine);
    return checks_end();
}
