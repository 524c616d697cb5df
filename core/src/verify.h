/* A saved result beside what comes out now. */
#ifndef VERIFY_H
#define VERIFY_H

#include "arena.h"
#include "engine.h"
#include "gate.h"
#include "text.h"

#include <huisuan/huisuan.h>

struct moves {
    struct arena *arena;
    hs_moved *items;
    int32_t count, capacity;
    bool failed; /* memory ran out */
};

struct hs_verification {
    struct arena arena;
    const struct hs_engine *engine;
    const struct json *saved;
    hs_policy_state *policies; /* of the result */
    hs_verification_result result;
    struct writer json;
};

/* Adds where two results differ, value by value, but for what names their inputs: engine, date, receipt and SHA-256. */
void verify_compare(struct moves *out, const struct json *was, const struct json *is);

#endif
