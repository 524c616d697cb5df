/* The options that JavaScript hands over as JSON. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "gate.h"

struct options {
    hs_options assess;
    const char *fact;             /* of a sweep, or NULL */
    const struct json *from, *to; /* likewise; what they are worth depends on the fact */
    int64_t envelope;             /* of a budget, in fen; -1: none */
};

/* Reads options into `arena`. HS_USAGE for a name or a value that is none; the path begins with "options". */
int options_read(struct options *out, struct arena *arena, const char *json, size_t length, hs_error *error);

/* The range of a sweep, {0, 0} where none is given. */
int options_range(hs_interval *out, const struct options *options, const hs_engine *engine, hs_error *error);

#endif
