/* An applicant as read from its document: every value an interval, what nobody stated as wide as its type. */
#ifndef APPLICANT_H
#define APPLICANT_H

#include "arena.h"
#include "engine.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

struct record_table {
    int32_t count;
    const hs_interval *values; /* record by record, each with the fields of its slot */
};

/* A truth as 0 and 1, a choice as the values that it surely and possibly has, as bits; a list as its records, NULL while unknown. */
struct fact_value {
    hs_interval value;
    const struct record_table *records;
};

/* A fact as it is at one place and within. */
struct local_value {
    const char *adcode;
    int32_t slot;
    struct fact_value value;
};

/* What the applicant has already been paid: years of a measure, or an amount for a matter. */
struct received {
    const char *measure, *matter; /* one of them is NULL */
    int32_t years;
    int64_t amount; /* fen */
};

/* How far a fact is proved, and what an officer holds it to be instead. */
struct evidence {
    int32_t slot;
    int32_t state;    /* enum hs_proof */
    const char *note; /* or NULL */
    bool has_value;
    struct fact_value value;
};

/* A claim, or a finding with its reason. */
struct claim {
    const char *measure;
    int64_t amount;     /* fen */
    const char *reason; /* NULL of a claim */
};

struct applicant {
    const char *name; /* or NULL */
    hs_date as_of;    /* or all zero */
    const char **locations;
    int32_t location_count;
    struct fact_value *facts; /* by slot */
    int32_t *stated;          /* the slots of those that were stated, each once; the others are unknown */
    int32_t stated_count;
    struct local_value *local;
    int32_t local_count;
    struct received *received;
    int32_t received_count;
    struct evidence *evidence;
    int32_t evidence_count;
    struct claim *claims, *findings;
    int32_t claim_count, finding_count;
};

/* One who has stated nothing; false when memory ran out. */
bool applicant_begin(struct applicant *out, const struct hs_engine *engine, struct arena *arena);

/* In which order documents that are read one after another have their facts: by the slot + 1 of each (0: the beginning) the slot + 1 of the one
   behind it last time, 0 where there was none. */
typedef int32_t key_order;

/* Reads contract version 1. HS_INPUT names the JSON path of the first fault. `order`: NULL where no other document is read. */
int applicant_read(struct applicant *out, const struct hs_engine *engine, key_order *order, const char *json, size_t length,
                   struct arena *arena, hs_error *error);

/* The value of a fact that nobody stated. */
hs_interval value_unknown(const hs_fact *fact);

/* The value of a fact at a place: the nearest that holds there. */
const struct fact_value *applicant_local_value(const struct applicant *self, int32_t slot, const char *place);
static inline const struct fact_value *applicant_value(const struct applicant *self, int32_t slot, const char *place) {
    for (int32_t i = 0; i < self->local_count; i++)
        if (self->local[i].slot == slot) return applicant_local_value(self, slot, place);
    return &self->facts[slot]; /* as of most */
}

/* A copy whose facts can be set without touching the original; NULL when memory ran out. */
struct applicant *applicant_copy(const struct applicant *self, int32_t slots, struct arena *arena);

/* Makes a fact, records and all, otherwise at every place. */
void applicant_suppose(struct applicant *self, int32_t slot, const struct fact_value *value);

/* Makes a fact otherwise, at every place; or a field of one record, where the record behind the last is a new one whose fields are
   unknown. False when memory ran out. */
void applicant_set(struct applicant *self, int32_t slot, hs_interval value);
bool applicant_set_field(struct applicant *self, const struct dictionary *dictionary, int32_t slot, int32_t record, int32_t field,
                         hs_interval value, struct arena *arena);

#endif
