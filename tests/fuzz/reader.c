/* The strict reader alone: what it takes reads the same once written; figures and dates agree with a second, slow reading. */
#include "expect.h"
#include "fuzz.h"
#include "gate.h"
#include "text.h"

/* Hundredths of a plain decimal of at most 15 digits before the point, by long multiplication; -1: it is none. */
static int64_t slow_hundredths(const char *text) {
    int64_t value = 0;
    int places = -1;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '.' && places < 0)
            places = 0;
        else if (*at < '0' || *at > '9' || at - text > 15 || places == 2)
            return -1;
        else
            value = value * 10 + (*at - '0'), places += places >= 0;
    }
    for (places = places < 0 ? 0 : places; places < 2; places++) value *= 10;
    return value;
}

static void figures(const struct json *value) {
    int64_t found = -1, slow;
    if (value->kind == JSON_NUMBER) {
        enum decimal_fault fault = json_hundredths(&found, value);
        slow = slow_hundredths(value->text);
        CLAIM(fault != DECIMAL_FORM && (fault != DECIMAL_OK || (found >= 0 && found < JSON_NUMBER_BOUND * 100)));
        if (slow >= 0 && slow < JSON_NUMBER_BOUND * 100) CLAIM(fault == DECIMAL_OK && found == slow);
    }
    if (value->kind == JSON_STRING) {
        hs_date date;
        char text[HS_DATE_TEXT];
        enum decimal_fault fault = json_hundredths(&found, value);
        CLAIM(fault != DECIMAL_OK || (found >= 0 && found < HS_UNBOUNDED));
        if (hs_date_read(&date, value->text)) CLAIM(strcmp(hs_date_text(text, date), value->text) == 0);
    }
    for (const struct json *member = value->first; member != NULL; member = member->next) figures(member);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena arena = {0};
    struct json *document;
    struct writer once = {0}, twice = {0};
    hs_error error = {0};
    int status = gate_read(&document, &arena, (const char *)bytes, length, &error);
    fuzz_status(status, &error, HS_INPUT);
    if (status == HS_OK) {
        figures(document);
        json_write(&once, document);
        CLAIM(gate_read(&document, &arena, once.data, once.length, NULL) == HS_OK);
        json_write(&twice, document);
        CLAIM(once.length == twice.length && memcmp(once.data, twice.data, once.length) == 0);
    }
    write_free(&once);
    write_free(&twice);
    arena_clear(&arena);
    return 0;
}
