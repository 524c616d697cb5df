/* The examples of FIPS 180-2, appendix B, and one digest however the bytes are cut into pieces. */
#include "check.h"
#include "sha256.h"

#include <string.h>

enum { LONGEST = 700, MILLION = 1000000 };

static char found[SHA256_TEXT];

static const char *digest_of(const char *text) {
    sha256_text(found, text, strlen(text));
    return found;
}

static void test_examples(void) {
    static char many[MILLION];
    memset(many, 'a', sizeof many);
    EXPECT_TEXT(digest_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_TEXT(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_TEXT(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    sha256_text(found, many, sizeof many);
    EXPECT_TEXT(found, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void test_pieces(void) {
    char whole[SHA256_TEXT];
    unsigned char bytes[LONGEST];
    for (size_t i = 0; i < LONGEST; i++) bytes[i] = (unsigned char)(i * 167 + i / 256);
    for (size_t length = 0; length <= LONGEST; length++) {
        sha256_text(whole, bytes, length);
        for (size_t cut = 0; cut <= length; cut += 1 + length / 13) {
            struct sha256 hash;
            sha256_begin(&hash);
            sha256_add(&hash, bytes, cut);
            sha256_add(&hash, bytes + cut, length - cut);
            sha256_end(&hash, found);
            EXPECT_TEXT(found, whole);
        }
    }
}

int main(void) {
    test_examples();
    test_pieces();
    return checks_end();
}
