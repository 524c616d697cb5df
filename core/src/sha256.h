/* SHA-256 (FIPS 180-4): by Nettle, which uses the processor's own instructions, and in WebAssembly, where no package brings it, by libmd. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>

#ifdef __EMSCRIPTEN__
#include <sha2.h>
struct sha256 {
    SHA2_CTX state;
};
#else
#include <nettle/sha2.h>
struct sha256 {
    struct sha256_ctx state;
};
#endif

enum { SHA256_BLOCK = 64, SHA256_TEXT = 65 }; /* bytes; 64 hexadecimal digits and a NUL */

void sha256_begin(struct sha256 *hash);

/* Many small pieces are best gathered first. */
void sha256_add(struct sha256 *hash, const void *bytes, size_t length);

/* The digest in hexadecimal; the hash is used up. */
void sha256_end(struct sha256 *hash, char out[SHA256_TEXT]);

/* Of one piece. */
void sha256_text(char out[SHA256_TEXT], const void *bytes, size_t length);

#endif
