/* One cell of a table: a figure that is taken is JSON that the reader takes, of one value or two in their order. The first byte says of what
   kind it is and what its heading adds. */
#include "fuzz.h"

#include "cell.h"
#include "gate.h"
#include "text.h"

static int64_t end_of(const struct json *value, const char *name) {
    int64_t hundredths = 0;
    const struct json *end = value->kind == JSON_OBJECT ? json_member(value, name) : value;
    CLAIM(end == NULL || json_hundredths(&hundredths, end) == DECIMAL_OK);
    return end != NULL ? hundredths : name[1] == 'i' ? 0 : HS_UNBOUNDED;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static const int32_t types[] = {HS_MONEY, HS_USD, HS_COUNT, HS_PERCENTAGE};
    if (length < 1 || length > 4096) return 0;
    char *text = malloc(length);
    memcpy(text, bytes + 1, length - 1);
    text[length - 1] = '\0';
    const hs_fact fact = {.id = "f", .type = types[bytes[0] % 4], .unit = {"年", "years"}};
    const struct cell cell = {.text = text, .line = 1, .column = 1, .row = 1};
    struct writer out = {0};
    struct arena arena = {0};
    hs_error error = {0};
    if (strlen(text) + 1 == length && text_is_utf8(text, length - 1)) {
        static const int units[] = {-1, 0, 4, 8};
        bool money = fact.type == HS_MONEY || fact.type == HS_USD;
        int status = cell_write_fact(&out, &cell, &fact, units[bytes[0] / 4 % (money ? 4 : 2)], &error);
        fuzz_status(status, &error, HS_INPUT);
        struct json *value = NULL;
        if (status == HS_OK) {
            CLAIM(gate_read(&value, &arena, out.data, out.length, NULL) == HS_OK);
            int64_t low = end_of(value, "min"), high = end_of(value, "max");
            CLAIM(low >= 0 && low <= high && (fact.type != HS_COUNT || (low % 100 == 0 && (high == HS_UNBOUNDED || high % 100 == 0))));
        }
    }
    free(text);
    write_free(&out);
    arena_clear(&arena);
    return 0;
}
