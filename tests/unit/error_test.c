/* A caller's hs_error: whole characters where a message does not fit, and the name of each status. */
#include "check.h"
#include "error.h"
#include "text.h"

/* A text of `count` times 万, three bytes each. */
static const char *repeat(char *text, int count) {
    for (int i = 0; i < count; i++) memcpy(text + 3 * i, "万", 3);
    text[3 * count] = '\0';
    return text;
}

static void test_cut(void) {
    char text[3 * 300 + 1];
    hs_error error = {0};
    EXPECT_EQUAL(error_set(&error, HS_INPUT, AT_PATH(repeat(text, 85)), "%s", "%s", text), HS_INPUT);
    EXPECT_TEXT(error.path, text); /* 255 bytes and the NUL */
    EXPECT_TEXT(error.zh, text);
    error_set(&error, HS_PLUGIN, AT_PATH(repeat(text, 300)), "%s", "a%s", text);
    EXPECT_EQUAL(error.code, HS_PLUGIN);
    EXPECT_EQUAL(strlen(error.path), 255);
    EXPECT_EQUAL(strlen(error.zh), 639);
    EXPECT_EQUAL(strlen(error.en), 637); /* 640 would want two bytes more of a character than there are */
    EXPECT(text_is_utf8(error.en, strlen(error.en)));
    error_set(&error, HS_PLUGIN, (struct place_of_error){NULL, 0, 0, text}, "ab%s", "%s", text);
    EXPECT_EQUAL(strlen(error.zh), 638);
    EXPECT_EQUAL(strlen(error.clause), sizeof error.clause - 1 - (sizeof error.clause - 1) % 3);
    EXPECT_EQUAL(strlen(error.en), 639);
    EXPECT_EQUAL(error_set(NULL, HS_INPUT, NOWHERE, "无", "none"), HS_INPUT);
    EXPECT_EQUAL(error_memory(&error), HS_MEMORY);
    EXPECT_TEXT(error.path, "");
    EXPECT_TEXT(error.en, "out of memory");
}

static void test_names(void) {
    EXPECT_TEXT(hs_status_name(HS_OK), "OK");
    EXPECT_TEXT(hs_status_name(HS_USAGE), "USAGE");
    EXPECT_TEXT(hs_status_name(HS_INPUT), "INPUT");
    EXPECT_TEXT(hs_status_name(HS_OUTPUT), "OUTPUT");
    EXPECT_TEXT(hs_status_name(HS_PLUGIN), "PLUGIN");
    EXPECT_TEXT(hs_status_name(HS_MEMORY), "MEMORY");
    EXPECT_TEXT(hs_status_name(99), "UNKNOWN");
}

int main(void) {
    test_cut();
    test_names();
    return checks_end();
}
