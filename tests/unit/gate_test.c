/* The strict reader: what it takes, what it refuses and where, and numbers digit by digit. */
#include "check.h"
#include "gate.h"
#include "text.h"

#include <stdlib.h>

static hs_error error;

static int read_text(const char *text, size_t length) {
    struct arena arena = {0};
    struct json *document;
    memset(&error, 0, sizeof error);
    int status = gate_read(&document, &arena, text, length, &error);
    arena_clear(&arena);
    return status;
}

static void test_taken(void) {
    static const char *const texts[] = {"{}",
                                        "[]",
                                        " 1 ",
                                        "-0",
                                        "0.5e-3",
                                        "1E+2",
                                        "\"\"",
                                        "null",
                                        "true",
                                        "[1,[2,{\"a\":[]}]]",
                                        "\"\\u00e9\\ud83d\\ude00\\n\"",
                                        "{\"a\":1,\"b\":2}",
                                        "\"\\u00E9\"",
                                        "\t\r\n{ }\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        EXPECT_EQUAL(read_text(texts[i], strlen(texts[i])), HS_OK);
        if (error.code != 0) printf("  %s: %s\n", texts[i], error.en);
    }
}

static void test_refused(void) {
    static const struct {
        const char *text, *path, *message;
        int line, column;
    } rows[] = {
        {"", "", "[ or {), found the end of the document", 1, 1},
        {"{", "", "a key in quotation marks", 1, 2},
        {"{\"a\"", "a", "expected a colon", 1, 5},
        {"{\"a\":1,}", "", "a key in quotation marks", 1, 8},
        {"{\"a\":1 \"b\":2}", "", "a comma or }", 1, 8},
        {"[1,]", "[1]", "[ or {), found ']'", 1, 4},
        {"[1 2]", "[1]", "a comma or ]", 1, 4},
        {"{\"a\":1,\n\"a\":2}", "a", "stands twice", 2, 1},
        {"01", "", "extra 0", 1, 1},
        {"-01", "", "extra 0", 1, 1},
        {"1.", "", "a digit after the decimal point", 1, 3},
        {".5", "", "[ or {), found '.'", 1, 1},
        {"+1", "", "found '+'", 1, 1},
        {"1e", "", "the digits of an exponent", 1, 3},
        {"-", "", "expected a digit", 1, 2},
        {"NaN", "", "expected a value", 1, 1},
        {"Infinity", "", "expected a value", 1, 1},
        {"'a'", "", "expected a value", 1, 1},
        {"nul", "", "expected a value", 1, 1},
        {"true1", "", "the end of the document", 1, 5},
        {"{} {}", "", "the end of the document", 1, 4},
        {"\"a", "", "is not closed", 1, 1},
        {"\"\\x\"", "", "escape", 1, 2},
        {"\"\\u12g4\"", "", "four hexadecimal digits", 1, 2},
        {"\"\\u12G4\"", "", "four hexadecimal digits", 1, 2},
        {"\"\\u12/4\"", "", "four hexadecimal digits", 1, 2},
        {"\"\\u12:4\"", "", "four hexadecimal digits", 1, 2},
        {"\"\\u12", "", "four hexadecimal digits", 1, 2},
        {"\"\\", "", "escape", 1, 2},
        {"\"\\u0000\"", "", "NUL", 1, 2},
        {"\"\\ud800\"", "", "surrogate", 1, 2},
        {"\"\\udc00\"", "", "surrogate", 1, 2},
        {"\"\\udc00\\udc00\"", "", "surrogate", 1, 2},
        {"\"\\ud800\\u0041\"", "", "surrogate", 1, 2},
        {"\"\\ud800\\ue000\"", "", "surrogate", 1, 2},
        {"\"\\ud800\\u00g1\"", "", "surrogate", 1, 2},
        {"\"\\ud800\\nabcd\"", "", "surrogate", 1, 2},
        {"\"a\tb\"", "", "control character", 1, 3},
        {"\"\xff\"", "", "UTF-8", 1, 2},
        {"\"\x80\"", "", "UTF-8", 1, 2},
        {"\"ab\xbf\"", "", "UTF-8", 1, 4},
        {"\"\xc0\xaf\"", "", "UTF-8", 1, 2},
        {"\"\xed\xa0\x80\"", "", "UTF-8", 1, 2},
        {"\"\xf4\x90\x80\x80\"", "", "UTF-8", 1, 2},
        {"\"\xe4\xb8\"", "", "UTF-8", 1, 2},
        {"\xEF\xBB\xBF{}", "", "byte order mark", 1, 1},
        {"// x", "", "expected a value", 1, 1},
        {"\x01", "", "found 0x01", 1, 1},
        {"\x7F", "", "found 0x7F", 1, 1},
        {"\x80", "", "found 0x80: save the file as UTF-8", 1, 1},
        {"万", "", "found '万'", 1, 1},
        {"{\"facts\": {\"a\": [1, {\"b\": tru}]}}", "facts.a[1].b", "expected a value", 1, 27},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int before = checks_failed;
        EXPECT_EQUAL(read_text(rows[i].text, strlen(rows[i].text)), HS_INPUT);
        EXPECT_TEXT(error.path, rows[i].path);
        EXPECT(strstr(error.en, rows[i].message) != NULL);
        EXPECT_EQUAL(strstr(error.en, "save the file as UTF-8") != NULL, strstr(rows[i].message, "UTF-8") != NULL);
        EXPECT(error.zh[0] != '\0');
        EXPECT_EQUAL(error.line, rows[i].line);
        EXPECT_EQUAL(error.column, rows[i].column);
        if (checks_failed > before) printf("  in %s: %s\n", rows[i].text, error.en);
    }
    EXPECT_EQUAL(read_text("\"a\0b\"", 5), HS_INPUT);
    EXPECT_EQUAL(read_text("\"\\\0\"", 4), HS_INPUT);
    EXPECT_HOLDS(error.en, "an escape that JSON does not know");
    EXPECT_EQUAL(read_text("\0", 1), HS_INPUT);
    EXPECT_HOLDS(error.en, "found 0x00: save the file as UTF-8");
}

/* A quotation mark behind an escape ends nothing when it is escaped as well. */
static void test_escapes(void) {
    struct arena arena = {0};
    struct json *document;
    const char *text = "{\"a\":\"\\n\\\"a text that is longer than its beginning\",\"b\":\"behind it\"}";
    EXPECT_EQUAL(gate_read(&document, &arena, text, strlen(text), NULL), HS_OK);
    EXPECT_TEXT(json_member(document, "a")->text, "\n\"a text that is longer than its beginning");
    EXPECT_TEXT(json_member(document, "b")->text, "behind it");
    arena_clear(&arena);
}

/* Two keys with one hash are two keys. */
static void test_same_hash(void) {
    struct arena arena = {0};
    struct json *document;
    const char *text = "{\"hahvpgkg\":1,\"rcapeyoy\":2}";
    EXPECT_EQUAL(text_hash("hahvpgkg"), text_hash("rcapeyoy"));
    EXPECT_EQUAL(gate_read(&document, &arena, text, strlen(text), NULL), HS_OK);
    EXPECT_TEXT(json_member(document, "rcapeyoy")->text, "2");
    EXPECT_TEXT(json_member(document, "hahvpgkg")->text, "1");
    EXPECT_EQUAL(read_text("{\"hahvpgkg\":1,\"rcapeyoy\":2,\"hahvpgkg\":3}", 40), HS_INPUT);
    arena_clear(&arena);
}

/* A text of `count` times `unit` between two ends. */
static char *repeat(const char *begin, const char *unit, size_t count, const char *end, size_t *length) {
    size_t size = strlen(unit);
    char *text = malloc(strlen(begin) + size * count + strlen(end) + 1), *at = text;
    if (text == NULL) abort();
    at += sprintf(at, "%s", begin);
    for (size_t i = 0; i < count; i++, at += size) memcpy(at, unit, size);
    at += sprintf(at, "%s", end);
    *length = (size_t)(at - text);
    return text;
}

static int read_repeated(const char *begin, const char *unit, size_t count, const char *end) {
    size_t length;
    char *text = repeat(begin, unit, count, end, &length);
    int status = read_text(text, length);
    free(text);
    return status;
}

static int read_keys(int count) {
    char *text = malloc((size_t)count * 16 + 16), *at = text;
    if (text == NULL) abort();
    *at++ = '{';
    for (int i = 0; i < count; i++) at += sprintf(at, "%s\"k%d\":1", i == 0 ? "" : ",", i);
    *at++ = '}';
    int status = read_text(text, (size_t)(at - text));
    free(text);
    return status;
}

static int read_depth(size_t depth) {
    char text[200] = "";
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    return read_text(text, 2 * depth);
}

/* Each cap at its limit and one above. */
static void test_caps(void) {
    EXPECT_EQUAL(read_repeated("\"", "a", 4096, "\""), HS_OK);
    EXPECT_EQUAL(read_repeated("\"", "a", 4097, "\""), HS_INPUT);
    EXPECT_HOLDS(error.en, "4096 bytes");
    EXPECT_EQUAL(read_repeated("1", "0", 31, ""), HS_OK);
    EXPECT_EQUAL(read_repeated("1", "0", 32, ""), HS_INPUT);
    EXPECT_HOLDS(error.en, "32 characters");
    EXPECT_EQUAL(read_repeated("[0", ",0", 9999, "]"), HS_OK);
    EXPECT_EQUAL(read_repeated("[0", ",0", 10000, "]"), HS_INPUT);
    EXPECT_TEXT(error.path, "[10000]");
    EXPECT_HOLDS(error.en, "10000 entries");
    EXPECT_EQUAL(read_keys(512), HS_OK);
    EXPECT_EQUAL(read_keys(513), HS_INPUT);
    EXPECT_HOLDS(error.en, "512 entries");
    EXPECT_EQUAL(read_depth(32), HS_OK);
    EXPECT_EQUAL(read_depth(33), HS_INPUT);
    EXPECT_HOLDS(error.en, "32 levels");
    EXPECT_EQUAL(read_repeated("[]", " ", 1024 * 1024 - 2, ""), HS_OK);
    EXPECT_EQUAL(read_repeated("[]", " ", 1024 * 1024 - 1, ""), HS_INPUT);
    EXPECT_HOLDS(error.en, "1048576 bytes");
}

static void test_hundredths(void) {
    static const struct {
        const char *text;
        enum decimal_fault fault;
        int64_t value;
    } rows[] = {
        {"0", DECIMAL_OK, 0},
        {"-0", DECIMAL_OK, 0},
        {"0.00", DECIMAL_OK, 0},
        {"1", DECIMAL_OK, 100},
        {"0.01", DECIMAL_OK, 1},
        {"0.1", DECIMAL_OK, 10},
        {"19999999.99", DECIMAL_OK, 1999999999},
        {"1.500", DECIMAL_OK, 150},
        {"1e3", DECIMAL_OK, 100000},
        {"1.5E2", DECIMAL_OK, 15000},
        {"12e-2", DECIMAL_OK, 12},
        {"1e-3", DECIMAL_TOO_FINE, 0},
        {"0.001", DECIMAL_TOO_FINE, 0},
        {"1.005", DECIMAL_TOO_FINE, 0},
        {"100.00000000000000001", DECIMAL_TOO_FINE, 0},
        {"10e-2", DECIMAL_OK, 10},
        {"-1", DECIMAL_NEGATIVE, 0},
        {"-0.01", DECIMAL_NEGATIVE, 0},
        {"1e+2", DECIMAL_OK, 10000},
        {"1e400", DECIMAL_TOO_LARGE, 0},
        {"1e99999999999999999999", DECIMAL_TOO_LARGE, 0},
        {"1e-400", DECIMAL_TOO_FINE, 0},
        {"0e400", DECIMAL_OK, 0},
        {"70368744177663.99", DECIMAL_OK, 7036874417766399},
        {"70368744177664", DECIMAL_TOO_LARGE, 0},
        {"\"70368744177664\"", DECIMAL_OK, 7036874417766400},
        {"\"92233720368547758.06\"", DECIMAL_OK, INT64_C(9223372036854775806)},
        {"\"92233720368547758.07\"", DECIMAL_TOO_LARGE, 0},
        {"\"1234567890123456789\"", DECIMAL_TOO_LARGE, 0},
        {"\"12.34\"", DECIMAL_OK, 1234},
        {"\"0\"", DECIMAL_OK, 0},
        {"\"-1\"", DECIMAL_NEGATIVE, 0},
        {"\"12.345\"", DECIMAL_TOO_FINE, 0},
        {"\"1.500\"", DECIMAL_TOO_FINE, 0},
        {"\"\"", DECIMAL_FORM, 0},
        {"\"1,000\"", DECIMAL_FORM, 0},
        {"\" 5\"", DECIMAL_FORM, 0},
        {"\"5 \"", DECIMAL_FORM, 0},
        {"\"1e3\"", DECIMAL_FORM, 0},
        {"\"5.\"", DECIMAL_FORM, 0},
        {"\".5\"", DECIMAL_FORM, 0},
        {"\"+5\"", DECIMAL_FORM, 0},
        {"\"007\"", DECIMAL_FORM, 0},
        {"\"0.5\"", DECIMAL_OK, 50},
        {"\"１２\"", DECIMAL_FORM, 0},
        {"\"12元\"", DECIMAL_FORM, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct arena arena = {0};
        struct json *value;
        int64_t found = 0;
        int before = checks_failed;
        EXPECT_EQUAL(gate_read(&value, &arena, rows[i].text, strlen(rows[i].text), NULL), HS_OK);
        EXPECT_EQUAL(json_hundredths(&found, value), rows[i].fault);
        EXPECT_EQUAL(found, rows[i].value);
        if (checks_failed > before) printf("  in %s\n", rows[i].text);
        arena_clear(&arena);
    }
}

static void expect_document(const char *row, const char *wanted) {
    char *document = NULL;
    size_t length = 0;
    EXPECT_EQUAL(hs_row_document(&document, &length, row, strlen(row), NULL), HS_OK);
    EXPECT_TEXT(document, wanted);
    EXPECT_EQUAL(length, strlen(wanted));
    free(document);
}

static void expect_no_document(const char *row, const char *path, int column, const char *message) {
    char *document;
    size_t length;
    memset(&error, 0, sizeof error);
    EXPECT_EQUAL(hs_row_document(&document, &length, row, strlen(row), &error), HS_INPUT);
    EXPECT(document == NULL);
    EXPECT_TEXT(error.path, path);
    EXPECT_EQUAL(error.column, column);
    EXPECT(strstr(error.en, message) != NULL);
}

static void test_rows(void) {
    expect_document("{\"c1\":\"{\\\"a\\\":\\n\\\"\\/\\u00e9\\ud83d\\ude00\\\"}\"}", "{\"a\":\n\"/é😀\"}");
    /* the first and last character of each length */
    expect_document("{\"c1\":\"\\u0001\\u007f\\u0080\\u07ff\\u0800\\u4E2d\\uffff\\ud800\\udc00\\udbff\\udfff\"}",
                    "\x01\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xe4\xb8\xad\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
    expect_document(" {\"document\" : \"\"} ", "");
    expect_no_document("", "", 1, "expected a value");
    expect_no_document("[\"{}\"]", "", 1, "a row is an object with one column");
    expect_no_document("{}", "", 1, "a row is an object with one column");
    expect_no_document("{\"a\":\"{}\",\"b\":\"{}\"}", "", 1, "a row is an object with one column");
    expect_no_document("{\"a\":null}", "a", 6, "found null");
    expect_no_document("{\"a\":{}}", "a", 6, "found an object");
    expect_no_document("{\"a\":\"\\u0000\"}", "a", 7, "NUL");
}

/* A row with a document of `length` characters, each written as an escape, and `blanks` before it. */
static void expect_long(size_t length, size_t blanks, int status, const char *message) {
    size_t size = blanks + 6 * length + 8, got = 0;
    char *row = malloc(size + 1), *at = row, *document = NULL;
    EXPECT(row != NULL);
    if (row == NULL) return;
    memset(at, ' ', blanks);
    at = stpcpy(at + blanks, "{\"a\":\"");
    for (size_t i = 0; i < length; i++) at = stpcpy(at, "\\u0020");
    strcpy(at, "\"}");
    memset(&error, 0, sizeof error);
    EXPECT_EQUAL(hs_row_document(&document, &got, row, strlen(row), &error), status);
    EXPECT(strstr(error.en, message) != NULL);
    if (status == HS_OK) EXPECT_EQUAL(got, length);
    free(document);
    free(row);
}

static void test_long_rows(void) {
    expect_long(GATE_DOCUMENT_MAX, 0, HS_OK, "");
    expect_long(GATE_DOCUMENT_MAX + 1, 0, HS_INPUT, "a string is longer than 1048576 bytes");
    expect_long(0, HS_ROW_MAX - 8, HS_OK, "");
    expect_long(0, HS_ROW_MAX - 7, HS_INPUT, "larger than 8388608 bytes");
}

int main(void) {
    test_taken();
    test_refused();
    test_escapes();
    test_same_hash();
    test_caps();
    test_hundredths();
    test_rows();
    test_long_rows();
    return checks_end();
}
