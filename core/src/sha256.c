#include "sha256.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <stdatomic.h>
#include <stdbool.h>

/* The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
static const uint32_t roots[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* Asked once: the question takes longer than hashing a document. Whoever asks at the same time finds the same. */
static bool processor_hashes(void) {
    static atomic_int answer; /* 0: not asked, else 1 + whether */
    int known = atomic_load_explicit(&answer, memory_order_relaxed);
    if (known != 0) return known > 1;
    unsigned a, b, c, d;
    bool vectors = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSE4_1) != 0;
    bool hashes = vectors && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
    atomic_store_explicit(&answer, 1 + hashes, memory_order_relaxed);
    return hashes;
}

/* The state is held as the instructions want it, {f, e, b, a} and {h, g, d, c}; `words` are the last 16 of the message schedule. */
__attribute__((target("sha,sse4.1"))) static void hash_blocks(uint32_t state[8], const unsigned char *bytes, size_t count) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
    __m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);
    for (; count > 0; count--, bytes += SHA256_BLOCK_LENGTH) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];
#pragma GCC unroll 16
        for (int i = 0; i < 16; i++) {
            __m128i *now = &words[i % 4], last = words[(i + 3) % 4];
            if (i < 4)
                *now = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i)), big_endian);
            else
                *now = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(*now, words[(i + 1) % 4]), _mm_alignr_epi8(last, words[(i + 2) % 4], 4)), last);
            __m128i with_roots = _mm_add_epi32(*now, _mm_loadu_si128((const __m128i *)(const void *)(roots + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, with_roots);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(with_roots, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const uint32_t after[8] = {(uint32_t)_mm_extract_epi32(abef, 3), (uint32_t)_mm_extract_epi32(abef, 2),
                               (uint32_t)_mm_extract_epi32(cdgh, 3), (uint32_t)_mm_extract_epi32(cdgh, 2),
                               (uint32_t)_mm_extract_epi32(abef, 1), (uint32_t)_mm_extract_epi32(abef, 0),
                               (uint32_t)_mm_extract_epi32(cdgh, 1), (uint32_t)_mm_extract_epi32(cdgh, 0)};
    for (int i = 0; i < 8; i++) state[i] = after[i];
}

/* Hashes whole blocks and gives how many bytes that were; 0 where the processor cannot, or a block has been begun. */
static size_t add_blocks(SHA2_CTX *hash, const void *bytes, size_t length) {
    size_t count = length / SHA256_BLOCK_LENGTH;
    if (count == 0 || hash->bitcount[0] % (8 * SHA256_BLOCK_LENGTH) != 0 || !processor_hashes()) return 0;
    hash_blocks(hash->state.st32, bytes, count);
    hash->bitcount[0] += 8 * SHA256_BLOCK_LENGTH * (uint64_t)count;
    return SHA256_BLOCK_LENGTH * count;
}
#else
static size_t add_blocks(SHA2_CTX *hash, const void *bytes, size_t length) {
    (void)hash, (void)bytes, (void)length;
    return 0;
}
#endif

void sha256_add(SHA2_CTX *hash, const void *bytes, size_t length) {
    size_t done = add_blocks(hash, bytes, length);
    SHA256Update(hash, (const uint8_t *)bytes + done, length - done);
}

void sha256_text(char out[SHA256_TEXT], const void *bytes, size_t length) {
    SHA2_CTX hash;
    SHA256Init(&hash);
    sha256_add(&hash, bytes, length);
    SHA256End(&hash, out);
}
