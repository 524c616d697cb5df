/* SHA-256 by libmd, whole blocks by the processor's own instructions where it has them. */
#ifndef SHA256_H
#define SHA256_H

#include <sha2.h>

enum { SHA256_TEXT = SHA256_DIGEST_STRING_LENGTH }; /* 64 digits and a NUL */

/* As SHA256Update. Many small pieces are best gathered first. */
void sha256_add(SHA2_CTX *hash, const void *bytes, size_t length);

/* As SHA256Data: the digest in hexadecimal. */
void sha256_text(char out[SHA256_TEXT], const void *bytes, size_t length);

#endif
