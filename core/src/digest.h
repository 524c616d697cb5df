/* A policy's fingerprint. */
#ifndef DIGEST_H
#define DIGEST_H

#include "dictionary.h"
#include "sha256.h"

/* The SHA-256 (FIPS 180-4) of what a checked policy says, without the layout that a compiler gave it, so that a shared library and a
   WebAssembly module of one source have one fingerprint. Hashed are the fields of abi.h in their order from `id` on, then its facts by
   their first use, each with its fields: `dictionary` holds those of this policy alone. An integer goes in as eight bytes, least first; a
   text as its bytes and a NUL, or the byte FF where there is none; an array as its count and its items; a tree from its root, each node
   with the id of its fact, after a 1, or a 0 where there is none. */
void digest_policy(char out[SHA256_TEXT], const hs_policy *policy, const struct dictionary *dictionary);

#endif
