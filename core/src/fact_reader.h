/* The values of facts in a document. */
#ifndef FACT_READER_H
#define FACT_READER_H

#include "applicant.h"
#include "gate.h"

/* What reading needs at hand. */
struct fact_reader {
    const struct dictionary *dictionary;
    struct arena *arena;
    hs_error *error;
};

/* The value of the fact with number `slot`. */
int read_fact(const struct fact_reader *reader, struct fact_value *out, const struct json *value, int32_t slot);

/* An amount of money that is a point, in fen. */
int read_money(const struct fact_reader *reader, int64_t *out, const struct json *value);

/* A whole number from 0 to `most`. */
int read_whole(const struct fact_reader *reader, int64_t *out, const struct json *value, int64_t most);

/* The slot of the fact that a member names; HS_INPUT with the nearest name where there is none. */
int read_fact_name(const struct fact_reader *reader, int32_t *slot, const struct json *member);

/* `expected …, found …`. */
int fault_expected(hs_error *error, const struct json *value, const char *zh, const char *en);

#endif
