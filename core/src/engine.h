/* What an engine holds. */
#ifndef ENGINE_H
#define ENGINE_H

#include "arena.h"
#include "checker.h"
#include "dictionary.h"
#include "plan.h"
#include "policy_json.h"

#include <huisuan/huisuan.h>

struct loaded_policy {
    const hs_policy *policy;   /* as it is used */
    const hs_policy *document; /* as it was added; another one where something is set otherwise */
    const hs_overlay *overlay; /* what is, in the order of its constants */
    int32_t overlay_count;
    const char *sha256;             /* what the policy says */
    const char *file_sha256;        /* or "" */
    const char *const *measure_ids; /* "qingpu.rent" */
    const hs_texts *evidence;       /* by measure: the papers for its facts */
    const struct hs_policy_json *json;
    struct plan plan;
};

/* A policy that lies in the directory and was not loaded, as its manifest has it. */
struct listed_policy {
    const char *id, *sha256;
};

struct hs_engine {
    struct arena arena;
    struct dictionary dictionary;
    struct loaded_policy **policies; /* by id */
    int32_t count;
    struct loaded_policy **learned; /* hs_engine_learn: known by name, never assessed */
    int32_t learned_count;
    const struct listed_policy *listed; /* hs_engine_load_for, by id */
    int32_t listed_count;
    const hs_fact **facts;            /* of the dictionary, by topic */
    const struct fact_value *unknown; /* by slot, what nobody stated */
    struct slot received;             /* hs_engine_received with its fields */
    const hs_overlay *overlay;        /* of all policies */
    int32_t overlay_count;
};

/* What a manifest says of a policy, which then has to be so; NULL where it does not say. */
struct vouched {
    const char *id, *adcode, *sha256;
};

/* hs_engine_add for a policy whose memory is known. `vouched`: NULL where there is no manifest. */
int engine_add(hs_engine *self, const hs_policy *policy, struct extent extent, const char *file_sha256, const struct vouched *vouched,
               hs_error *error);

/* The policies of the engine, then those that it has only learned of; NULL at the end. */
const struct loaded_policy *engine_policy_at(const hs_engine *self, int32_t index);

/* The SHA-256 of what a checked policy says; NULL when memory ran out. */
const char *engine_fingerprint(hs_engine *self, const hs_policy *policy, hs_error *error);

/* The manifest of an engine's only policy, a line of JSON that the caller frees; NULL when memory ran out. */
char *engine_manifest(const hs_engine *self);

#endif
