/* The facts that the policies of an engine ask for: each id once, with its column number. */
#ifndef DICTIONARY_H
#define DICTIONARY_H

#include "arena.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

enum { DICTIONARY_FIELDS_MAX = 64 }; /* of one list */

struct slot {
    const hs_fact *fact;
    const hs_fact **fields; /* of a list, as first met */
    int32_t field_count;
    size_t id_length; /* bytes of the fact's id */
};

struct dictionary {
    struct slot *slots; /* as first met; a slot's number never changes */
    int32_t count, capacity;
    int32_t *table;     /* slot + 1 by hash of the id, open addressing; 0: free */
    int32_t table_size; /* a power of two, at least twice the count */
};

/* A copy of `old` (which may be all zero) with the facts of a checked policy added. HS_PLUGIN where the policy defines a fact otherwise
   than one before it. */
int dictionary_extend(struct dictionary *out, const struct dictionary *old, const hs_policy *policy, struct arena *arena, hs_error *error);

/* The same, but a fact that `old` has stays as it is. */
int dictionary_learn(struct dictionary *out, const struct dictionary *old, const hs_policy *policy, struct arena *arena, hs_error *error);

/* The slot of a fact, -1 where no policy asks for it. */
int32_t dictionary_find(const struct dictionary *self, const char *id);

/* The same where the id's text_hash is known. */
int32_t dictionary_find_hash(const struct dictionary *self, const char *id, uint32_t hash);

/* The same of an id that no NUL ends. */
int32_t dictionary_find_text(const struct dictionary *self, const char *text, size_t length);

/* The number of a field within its list, -1 likewise. */
int32_t dictionary_find_field(const struct slot *list, const char *id);

/* Reads a subject as documents name it: a fact, a record of a list ("overseas_sites[2]") or a field of one
   ("overseas_sites[2].audited"). False where no policy asks for it. */
bool dictionary_find_subject(const struct dictionary *self, hs_subject *out, const char *text);

#endif
