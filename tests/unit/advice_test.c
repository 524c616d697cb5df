/* What is missing, what would change it, what to ask and where a figure turns, for each form of the vocabulary. */
#include "synthetic.h"

#include "advice.h"

POLICY(synthetic, .version = "1.0.0", .adcode = "330206", .name = {"测试区", "Test District"}, .title = {"测试", "Test"},
       .effective = DATE(2023, 1, 1), .expires = DATE(2023, 12, 31), .duplication = HIGHEST_WITH_TOP_UP, .checks = CHECKS(y_within_x));

static void test_missing(void) {
    static const struct row rows[] = {
        {"fact", "", "p"},
        {"fact", "'p':true", ""},
        {"all", "", "p q"},
        {"all", "'p':true", "q"},
        {"all", "'p':false", ""}, /* ineligible: nothing more to know */
        {"any", "", "p q"},
        {"any", "'p':false", "q"},
        {"any", "'p':true", ""},
        {"not", "", "p"},
        {"at_least", "", "x<10000>"},
        {"at_least", "'x':{'min':99.99,'max':100}", "x<10000>"},
        {"at_least", "'x':{'min':100}", ""},
        {"more_than", "", "x<10001>"},
        {"at_most", "", "x<10001>"},
        {"less_than", "", "x<10000>"},
        {"growth", "'y':100", "x<13001>"},
        {"growth", "'x':130", "y<10000>"},
        {"growth", "", "x y"},
        {"share", "'y':100,'r':50", "x<5000>"},
        {"in", "", "level"},
        {"in", "'level':'low'", ""},
        {"has", "", "kinds"},
        {"some", "", "sites p"}, /* whatever record there is, p matters */
        {"some", "'p':true", "sites"},
        {"how_many", "", "sites p"},
        {"share", "'y':{'min':712.33,'max':712.35},'r':3.73", "x y"}, /* both ends of y round to one figure; compared, they do not */
        {"some", "'sites':[{'ok':true},{'ok':false}]", "p"},
        {"some", "'sites':[{'ok':false},{}]", "sites[1].ok p"},
        {"some", "'sites':[{}],'p':false", ""},
        /* amounts */
        {"figure", "", ""},
        {"amount", "", "x"},
        {"percent", "'x':{'min':1,'max':1.01}", ""}, /* 30 % of either is 30 fen */
        {"percent", "'x':{'min':1,'max':1.02}", "x"},
        {"percent_of", "'r':0", ""},
        {"percent_of", "", "r x"},
        {"cap", "", "x<60000>"},
        {"cap", "'x':{'min':600}", ""},
        {"cap", "'x':{'min':599.99}", "x<60000>"},
        {"lesser", "'y':5", "x<500>"},
        {"lesser", "'x':{'min':5,'max':9},'y':{'min':1,'max':5}", "y"}, /* never more than x */
        {"up_to", "", "x<60000>"},
        {"range", "'x':{'min':100,'max':150}", "x"}, /* the higher ceiling is out of reach */
        {"each", "", "n"},
        {"tiers", "", "x<50000,100000,150000>"},
        {"tiers", "'x':{'min':1000,'max':1499.99}", ""},
        {"tiers", "'x':{'min':1000,'max':1500}", "x<150000>"},
        {"by", "", "level"},
        {"sum", "", "sites"},
        {"sum", "'sites':[{'ok':false},{'cost':3},{'ok':true,'cost':{'min':200}}]", "sites[1].ok"},
        {"sum", "'sites':[{'cost':0}]", ""},
        {"sum", "'sites':[{'ok':true}]", "sites[0].cost<19999>"},
        {"how_many", "'sites':[{'ok':true}]", "p"},
        {"plus", "'x':1", "y"},
        {"either", "'x':5", ""}, /* 5 yuan either way */
        {"either", "'x':6", "p"},
        {"either", "'p':false", ""},
        {"unstated", "", "p"},
        {"tier_percent", "'sites':[{'cost':100}]", "sites[0].year<1,2>"},
        {"parts", "'p':true", "x"},
    };
    check_rows(rows, sizeof rows / sizeof rows[0], missing_text);
}

static void test_change(void) {
    static const struct row rows[] = {
        {"fact", "'p':false", "p=1"},
        {"fact", "", ""}, /* open, not ineligible */
        {"all", "'p':false,'q':true", "p=1"},
        {"all", "'p':false,'q':false", "p=1 & q=1"},
        {"all", "'p':false", "p=1 & q=1"}, /* what is unknown has to be so as well */
        {"any", "'p':false,'q':false", "p=1 | q=1"},
        {"not", "'p':true", "p=0"},
        {"at_least", "'x':99.99", "x=10000"},
        {"more_than", "'x':100", "x=10001"},
        {"at_most", "'x':100.01", "x=10000"},
        {"less_than", "'x':100", "x=9999"},
        {"growth", "'x':100,'y':100", "x=13001 | y=7692"}, /* 130 % of 76.93 is 100.009 */
        {"share", "'x':49.99,'y':100,'r':50", "x=5000 | y=9998"},
        {"in", "'level':'none'", "level=2 | level=4"},
        {"has", "'kinds':['two']", "kinds=3 | kinds=6"},
        {"some", "'sites':[],'p':true", "sites[0]{ok=1}"},
        {"some", "'sites':[{'ok':false}],'p':true", "sites[0].ok=1 | sites[1]{ok=1}"},
        {"some", "'sites':[{'ok':true}],'p':false", "p=1"},
        {"yearly", "'p':false", "p=1 +30000..30000"},
        {"loan", "'p':false", "p=1 +0..300000000"},
        {"unstated", "'p':false", "p=1"},
        /* better tiers of what is eligible */
        {"tiers", "'x':1", "x=50000 +2000..2000"},
        {"tiers", "'x':600", "x=100000 +3000..3000"},
        {"tiers", "'x':1000", ""}, /* the last tier pays less */
        {"by", "'level':'none'", "level=2 +5000..5000"},
        {"by", "'level':'low'", "level=4 +5000..5000"},
        {"by", "'level':'high'", ""},
        {"either", "'p':true,'x':4.99", "p=0 +1..1"},
        {"either", "'p':true,'x':6", ""},
    };
    check_rows(rows, sizeof rows / sizeof rows[0], change_text);
    hs_assessment *assessment = assess("'level':'none'");
    const hs_measure_result *in = measure_in(assessment, "in");
    for (int32_t i = 0; i < in->change_count; i++) EXPECT_EQUAL(in->changes[i].changes[0].values, in->changes[i].changes[0].need.low);
    hs_assessment_free(assessment);
}

/* "sites[0].ok" and what is none. */
static void test_subjects(void) {
    static const struct {
        const char *text, *fact; /* NULL: it is none */
        int32_t record;
    } rows[] = {{"p", "p", -1},       {"sites", "sites", -1},  {"sites[2]", "sites", 2}, {"sites[0].ok", "ok", 0}, {"sites[]", NULL, 0},
                {"sites[1", NULL, 0}, {"sites[1]ok", NULL, 0}, {"sites[1].x", NULL, 0},  {"p[0]", NULL, 0},        {"nobody", NULL, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_subject subject = {NULL, -1};
        EXPECT_EQUAL(hs_subject_read(&subject, engine, rows[i].text), rows[i].fact != NULL);
        if (rows[i].fact == NULL) continue;
        EXPECT_TEXT(subject.fact->id, rows[i].fact);
        EXPECT_EQUAL(subject.record, rows[i].record);
    }
}

static void test_indifferent(void) {
    hs_assessment *assessment = assess("'p':false");
    const hs_measure_result *all = measure_in(assessment, "all"), *any = measure_in(assessment, "any");
    EXPECT_EQUAL(all->indifferent_count, 1);
    EXPECT_TEXT(all->indifferent[0].fact->id, "q");
    EXPECT_HOLDS(all->low_end.en, "it does not depend on what is not stated: fact q");
    EXPECT_EQUAL(any->indifferent_count, 0);
    hs_assessment_free(assessment);
}

/* The facts that settle the most come first, and each question knows its bands. */
static void test_questions(void) {
    char name[64];
    hs_assessment *assessment = assess("'p':true,'q':true,'y':5,'d':1,'n':1,'r':1,'here':true,'kinds':[],'sites':[],'level':'low'");
    const hs_result *result = hs_assessment_result(assessment);
    EXPECT_EQUAL(result->question_count, 1);
    EXPECT_TEXT(hs_subject_text(name, sizeof name, result->questions[0].subject), "x");
    EXPECT_EQUAL(result->questions[0].at_stake, HS_UNBOUNDED);
    hs_assessment_free(assessment);
    assessment = assess("'x':1,'q':true,'y':5,'d':1,'n':1,'r':1,'here':true,'kinds':[],'sites':[],'p':true");
    result = hs_assessment_result(assessment);
    EXPECT_EQUAL(result->question_count, 1);
    EXPECT_TEXT(hs_subject_text(name, sizeof name, result->questions[0].subject), "level");
    EXPECT_EQUAL(result->questions[0].at_stake, 10010); /* by */
    EXPECT_EQUAL(result->questions[0].measure_count, 3);
    EXPECT_TEXT(result->questions[0].measures[0], "synthetic.in");
    EXPECT_TEXT(result->questions[0].measures[1], "synthetic.by");
    hs_assessment_free(assessment);
}

static void test_document(void) {
    static const struct {
        const char *fact, *field;
        int32_t record;
        const char *value, *wanted;
    } rows[] = {
        {"x", NULL, -1, "\"12345678901234567.89\"", "\"x\": \"12345678901234567.89\""},
        {"x", NULL, -1, "null", "\"x\": null"},
        {"p", NULL, -1, "true", "\"p\": true"},
        {"sites", NULL, -1, "[{}]", "\"sites\": [{}]"},
        {"sites", "cost", 0, "3.10", "{\"cost\": 3.10, \"ok\": true}"},
        {"sites", "cost", 2, "4", "\"sites\": [{\"cost\": 1.50, \"ok\": true}, {}, {\"cost\": 4}]"},
        {"here", NULL, -1, "true", "\"330206\": {\"here\": true}"},
    };
    const char *document =
        document_of("'y':2.50,'sites':[{'cost':1.50,'ok':true}]", ",'facts_at':{'330206':{'here':null},'110105':{'here':false}}");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *out = NULL;
        hs_error error = {0};
        const hs_fact *fact = NULL;
        for (int32_t k = 0; k < hs_engine_fact_count(engine); k++)
            if (strcmp(hs_engine_fact(engine, k)->id, rows[i].fact) == 0) fact = hs_engine_fact(engine, k);
        for (int32_t k = 0; rows[i].field != NULL && fact->type == HS_LIST && k < hs_engine_field_count(engine, fact); k++)
            if (strcmp(hs_engine_field(engine, fact, k)->id, rows[i].field) == 0) fact = hs_engine_field(engine, fact, k);
        EXPECT_EQUAL(hs_document_set(&out, document, strlen(document), (hs_subject){fact, rows[i].record}, rows[i].value, &error), HS_OK);
        EXPECT(out != NULL && strstr(out, rows[i].wanted) != NULL);
        EXPECT(out != NULL && strstr(out, "\"y\": 2.50") != NULL);
        EXPECT(out != NULL && strstr(out, "\"110105\": {\"here\": false}") != NULL);
        free(out);
    }
    char *out = NULL;
    hs_error error = {0};
    hs_subject x = {hs_engine_fact(engine, 0), -1};
    EXPECT_EQUAL(hs_document_set(&out, "{", 1, x, "1", &error), HS_INPUT);
    EXPECT_EQUAL(hs_document_set(&out, "[]", 2, x, "1", &error), HS_INPUT);
    EXPECT_EQUAL(hs_document_set(&out, "{}", 2, x, "tru", &error), HS_INPUT);
    EXPECT_EQUAL(hs_document_set(&out, "{\"facts\":[]}", 12, x, "1", &error), HS_INPUT);
    EXPECT_EQUAL(hs_document_set(&out, "{\"facts_at\":[]}", 15, x, "1", &error), HS_INPUT);
    static const char places[] = "{\"facts_at\":{\"110105\":{},\"330206\":[]}}";
    EXPECT_EQUAL(hs_document_set(&out, places, sizeof places - 1, x, "1", &error), HS_INPUT);
    EXPECT_TEXT(error.path, "facts_at");
    EXPECT(out == NULL);
    static const char given[] = "{\"facts\":{\"sites\":[{\"ok\":true},{}],\"kinds\":[]},\"facts_at\":{}}";
    EXPECT_EQUAL(hs_document_set(&out, given, sizeof given - 1, x, "{\"min\":1.50}", &error), HS_OK);
    EXPECT_TEXT(out, "{\n  \"facts\": {\n    \"sites\": [{\"ok\": true}, {}],\n    \"kinds\": [],\n    \"p\": {\"min\": 1.50}\n  },\n  "
                     "\"facts_at\": {}\n}");
    free(out);
}

/* "0 10000i 5e ..": where each piece begins, and the status there. */
static const char *curve_text(const hs_sweep_place *place, const char *id) {
    static char text[1024];
    text[0] = '\0';
    for (int32_t c = 0; c < place->count; c++) {
        const hs_curve *curve = &place->curves[c];
        if (strcmp(curve->measure == NULL ? "total" : curve->measure->id, id) != 0) continue;
        for (int32_t i = 0; i < curve->count; i++) {
            size_t used = strlen(text);
            snprintf(text + used, sizeof text - used, "%s%" PRId64 "%c", i > 0 ? " " : "", curve->pieces[i].from,
                     "iue"[curve->pieces[i].standing]);
        }
    }
    return text;
}

static void test_sweep(void) {
    static const struct {
        const char *fact, *facts, *id, *pieces;
    } rows[] = {
        {"x", "", "at_least", "0i 10000e"},
        {"x", "", "more_than", "0i 10001e"},
        {"x", "", "at_most", "0e 10001i"},
        {"x", "", "less_than", "0e 10000i"},
        {"x", "'y':100", "growth", "0i 13001e"},
        {"y", "'x':100", "growth", "0e 7693i"},
        {"x", "'y':{'min':1,'max':2}", "growth", "0i 131u 261e"},
        {"x", "", "amount", "0e"},
        {"x", "", "percent", "0e"},
        {"x", "", "cap", "0e 60000e"},
        {"x", "'y':5", "lesser", "0e 500e"},
        {"x", "", "up_to", "0e 60000e"},
        {"x", "", "range", "0e 10000e 20000e"},
        {"x", "", "tiers", "0e 50000e 100000e 150000e"},
        {"x", "'y':5", "plus", "0e"},
        {"x", "'p':true", "either", "0e"},
        {"x", "'p':false", "either", "0e"},  /* 5 yuan */
        {"x", "", "either", "0e 500e 501e"}, /* the low end no longer rises, then the high one begins to */
        {"x", "'p':true", "parts", "0e"},
        {"n", "", "each", "0e"},
        {"r", "", "rate", "0i 8001e"},
        {"sites[1].cost", "'sites':[{'ok':true,'cost':7},{'ok':true}]", "sum", "0e 19999e"}, /* half of 199.99 rounds up to 100 */
        {"sites[0].cost", "'sites':[{'ok':false}]", "sum", "0e"},
        {"sites[0].year", "'sites':[{'cost':100}]", "tier_percent", "0e 1e 2e"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_sweep *sweep = NULL;
        hs_error error = {0};
        const char *document = document_of(rows[i].facts, "");
        EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, rows[i].fact, (hs_interval){0, 1000000}, &error),
                     HS_OK);
        if (sweep == NULL) continue;
        const char *found = curve_text(&hs_sweep_get(sweep)->places[0], rows[i].id);
        if (strcmp(found, rows[i].pieces) != 0) printf("%s against %s with %s:\n", rows[i].id, rows[i].fact, rows[i].facts);
        EXPECT_TEXT(found, rows[i].pieces);
        hs_sweep_free(sweep);
    }
    static const char *const refused[] = {"p",
                                          "level",
                                          "sites",
                                          "nosuch",
                                          "sites[0].cost",
                                          "sites[0]",
                                          "x.y",
                                          "",
                                          "sites[-1].cost",
                                          "sites[",
                                          "sites[]",
                                          "sites[].cost",
                                          "sites[0",
                                          "sites[0cost",
                                          "sites[0]cost",
                                          "sites[0].",
                                          "sites[0].nosuch",
                                          "sites[99999999999].cost",
                                          "sites(0).cost"};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        hs_sweep *sweep = NULL;
        hs_error error = {0};
        const char *document = document_of("'sites':[]", "");
        EXPECT_EQUAL(hs_sweep_new(&sweep, engine, document, strlen(document), NULL, refused[i], (hs_interval){0, 0}, &error), HS_USAGE);
        EXPECT(sweep == NULL);
    }
}

int main(void) {
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_new(&engine, &error), HS_OK);
    EXPECT_EQUAL(hs_engine_add(engine, huisuan_policy_synthetic(), NULL, &error), HS_OK);
    test_missing();
    test_change();
    test_subjects();
    test_indifferent();
    test_questions();
    test_document();
    test_sweep();
    hs_engine_free(engine);
    return checks_end();
}
