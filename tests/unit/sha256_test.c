/* SHA-256 by blocks and by libmd alone agree, whatever the length and however the bytes are cut into pieces. */
#include "check.h"
#include "sha256.h"

enum { LONGEST = 700 };

static void check_length(const unsigned char *bytes, size_t length) {
    char found[SHA256_TEXT], wanted[SHA256_TEXT];
    SHA256Data(bytes, length, wanted);
    sha256_text(found, bytes, length);
    EXPECT_TEXT(found, wanted);
    for (size_t cut = 0; cut <= length; cut += 1 + length / 13) {
        SHA2_CTX hash;
        SHA256Init(&hash);
        sha256_add(&hash, bytes, cut);
        sha256_add(&hash, bytes + cut, length - cut);
        SHA256End(&hash, found);
        EXPECT_TEXT(found, wanted);
    }
}

int main(void) {
    char text[SHA256_TEXT];
    unsigned char bytes[LONGEST];
    for (size_t i = 0; i < LONGEST; i++) bytes[i] = (unsigned char)(i * 167 + i / 256);
    for (size_t length = 0; length <= LONGEST; length++) check_length(bytes, length);
    sha256_text(text, "abc", 3); /* FIPS 180-2, B.1 */
    EXPECT_TEXT(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    return checks_end();
}
