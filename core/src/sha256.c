#include "sha256.h"

#include <stdint.h>

#ifdef __EMSCRIPTEN__
void sha256_begin(struct sha256 *hash) { SHA256Init(&hash->state); }

void sha256_add(struct sha256 *hash, const void *bytes, size_t length) { SHA256Update(&hash->state, bytes, length); }

void sha256_end(struct sha256 *hash, char out[SHA256_TEXT]) { SHA256End(&hash->state, out); }
#else
void sha256_begin(struct sha256 *hash) { sha256_init(&hash->state); }

void sha256_add(struct sha256 *hash, const void *bytes, size_t length) { sha256_update(&hash->state, length, bytes); }

void sha256_end(struct sha256 *hash, char out[SHA256_TEXT]) {
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&hash->state, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) out[2 * i] = digits[digest[i] >> 4], out[2 * i + 1] = digits[digest[i] & 15];
    out[2 * sizeof digest] = '\0';
}
#endif

void sha256_text(char out[SHA256_TEXT], const void *bytes, size_t length) {
    struct sha256 hash;
    sha256_begin(&hash);
    sha256_add(&hash, bytes, length);
    sha256_end(&hash, out);
}
