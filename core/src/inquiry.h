/* What is asked: an applicant, a day and the places. */
#ifndef INQUIRY_H
#define INQUIRY_H

#include "applicant.h"
#include "engine.h"

#include <huisuan/huisuan.h>

struct inquiry {
    const struct hs_engine *engine;
    const hs_options *options;
    struct arena *arena;
    hs_error *error;
    key_order *order; /* of the documents of a crowd, or NULL */
    struct applicant applicant;
    hs_date as_of;
    bool today; /* nobody gave a date */
    const char *const *places;
    int32_t place_count;
};

/* Reads the applicant and settles day and places; the first five members are given. */
int inquiry_read(struct inquiry *self, const char *json, size_t length);

/* The same where the applicant is there already. */
int inquiry_settle(struct inquiry *self);

/* The policies that cover a place, the nearest first and then by id; NULL when memory ran out. */
const struct loaded_policy **inquiry_policies(const struct inquiry *self, const char *place, int32_t *count);

#endif
