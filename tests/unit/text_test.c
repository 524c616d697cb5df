/* Texts as JSON. */
#include "check.h"
#include "text.h"

/* Every length and every place of a byte that has to be escaped, alone and where all are such bytes. */
static void test_escapes(void) {
    static const struct {
        char byte;
        const char *escaped;
    } rows[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\x01', "\\u0001"}, {'\x1F', "\\u001f"}, {' ', " "}, {'\x7F', "\x7F"}};
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
        for (int length = 1; length <= 40; length++)
            for (int at = 0; at <= length; at++) {
                char text[64], wanted[256] = "\"";
                for (int i = 0; i < length; i++) {
                    bool here = i == at || at == length; /* at the end: everywhere */
                    snprintf(text + i, sizeof text - (size_t)i, "%c", here ? rows[r].byte : 'a');
                    strcat(wanted, here ? rows[r].escaped : "a");
                }
                strcat(wanted, "\"");
                struct writer writer = {0};
                write_json_text(&writer, text);
                EXPECT_TEXT(write_end(&writer), wanted);
                write_free(&writer);
            }
}

int main(void) {
    test_escapes();
    return checks_end();
}
