/* Applicants' documents, all five regions: what is taken gives amounts that can be, and the same when it is written canonically and read
   again. */
#include "expect.h"
#include "fuzz.h"
#include "gate.h"
#include "text.h"

static hs_assessment *assess(const char *text, size_t length, int refusal) {
    hs_assessment *assessment = NULL;
    hs_error error = {0};
    int status = hs_assess(&assessment, fuzz_engine(), text, length, length % 8 == 0 ? &fuzz_whole : &fuzz_options, &error);
    fuzz_status(status, &error, refusal);
    CLAIM(status == HS_OK || (error.line >= 1 && error.column >= 1));
    return assessment;
}

/* The result behind the hash of the document. */
static const char *result_of(hs_assessment *assessment) {
    const char *text = hs_assessment_json(assessment, NULL);
    CLAIM(text != NULL);
    fuzz_result(hs_assessment_result(assessment));
    return text;
}

static void same(const char *x, const char *y) {
    const char *end = strstr(x, "\"receipt\":{\"input_sha256\"");
    CLAIM(end != NULL && strncmp(x, y, (size_t)(end - x)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    hs_assessment *first = assess((const char *)bytes, length, HS_INPUT);
    if (first == NULL) return 0;
    struct arena arena = {0};
    struct json *document;
    struct writer canonical = {0};
    CLAIM(gate_read(&document, &arena, (const char *)bytes, length, NULL) == HS_OK);
    json_write(&canonical, document);
    CLAIM(write_end(&canonical) != NULL);
    /* The same length modulo 8, so that both are brief or neither is. */
    while (canonical.length % 8 != length % 8) write_text(&canonical, " ");
    hs_assessment *second = assess(canonical.data, canonical.length, HS_OK);
    same(result_of(first), result_of(second));
    hs_assessment_free(second);
    hs_assessment_free(first);
    write_free(&canonical);
    arena_clear(&arena);
    return 0;
}
