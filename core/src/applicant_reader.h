/* The parts of an applicant's document, whoever goes through it. */
#ifndef APPLICANT_READER_H
#define APPLICANT_READER_H

#include "applicant.h"
#include "fact_reader.h"
#include "gate.h"

struct applicant_reader {
    struct fact_reader facts;
    const struct hs_engine *engine;
    struct applicant *out;
};

enum { APPLICANT_FACTS = 3, APPLICANT_PARTS = 9 };

/* The number of the part that a key names, -1 where there is none. */
int32_t applicant_part(const char *key, size_t length);

/* Reads the value of a part. */
int applicant_read_part(struct applicant_reader *r, int32_t part, const struct json *value);

/* Reads a document in one pass, its facts where they stand; false where it is not as most programs write it, or where anything is wrong:
   then nothing is said, and the applicant has to be read from the document's tree. */
bool applicant_read_plain(struct applicant *out, const struct hs_engine *engine, key_order *order, const char *json, size_t length,
                          struct arena *arena);

/* applicant_read from the tree, whatever the document is like. */
int applicant_read_tree(struct applicant *out, const struct hs_engine *engine, const char *json, size_t length, struct arena *arena,
                        hs_error *error);

#endif
