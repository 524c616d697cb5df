/* The records of a list fact, by the applicant that they belong to. All of them are held in memory, as their JSON. */
#ifndef RECORDS_H
#define RECORDS_H

#include "dictionary.h"
#include "text.h"

struct owner {
    size_t id; /* in `bytes` */
    int32_t first, last, count;
    int line;        /* of the first record */
    int broken_line; /* of a record that was refused, 0: none */
    bool met;        /* an applicant has the id, even one that was refused */
    bool taken;      /* by an applicant */
};

struct record {
    size_t json; /* in `bytes` */
    int32_t next;
};

struct records {
    const struct slot *list;
    struct writer bytes;
    struct owner *owners; /* as first met */
    struct record *items;
    int32_t *table; /* owner + 1 by hash of the id, open addressing; 0: free */
    int32_t owner_count, owner_room, item_count, item_room, table_size;
};

/* Adds a record (`json`), or, where it is NULL, notes that one was refused; false where memory ran out. */
bool records_add(struct records *self, const char *id, const char *json, int line);

/* Who has an id, or NULL. */
struct owner *records_find(const struct records *self, const char *id);

/* Writes an owner's records as a JSON array, in the order of the table. */
void records_write(const struct records *self, struct writer *out, const struct owner *owner);

void records_free(struct records *self);

#endif
