/* The engine's API: all that a host includes.

   An engine holds policies. An assessment is one applicant held against them: a tree of plain structs to read, and the same as JSON.
   Money is in fen, US dollars in cents, percentages in hundredths of a percent; HS_UNBOUNDED as a high end means that there is none.

   Errors: a function that can fail returns an enum hs_status and, if `error` is not NULL, says there what was found, what was wanted
   and how to mend it. On failure `*out` is NULL and nothing else has changed.

   Ownership: what an engine or an assessment hands out belongs to it and lives as long as it does; an engine outlives its assessments.
   Threads: an engine that no policy is being added to or set in may be read from several threads; the library keeps no other state.

   The library reads no clock, no locale and no environment: the host gives the date. */
#ifndef HUISUAN_H
#define HUISUAN_H

#include <huisuan/abi.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define HS_API __attribute__((visibility("default")))
#else
#define HS_API
#endif

#define HS_VERSION "0.1.0"
#define HS_CONTRACT 1

/* X(name, code, what it means). The codes are those that the command line exits with. */
#define HS_STATUSES(X)                                                                                                                     \
    X(OK, 0, "done")                                                                                                                       \
    X(USAGE, -2, "the caller's arguments do not fit together")                                                                             \
    X(INPUT, -3, "the applicant's document is not what the contract wants")                                                                \
    X(OUTPUT, -4, "the result could not be written")                                                                                       \
    X(PLUGIN, -5, "a plugin was refused")                                                                                                  \
    X(MEMORY, -6, "no memory was left")

enum hs_status {
#define HS_STATUS_ENUM(name, code, meaning) HS_##name = code,
    HS_STATUSES(HS_STATUS_ENUM)
#undef HS_STATUS_ENUM
};

/* What would mend it where that is done in the host: a message says what is wrong, and each host adds how it takes a table or an encoding. */
#define HS_CURES(X)                                                                                                                        \
    X(TABLE, 1, "table", "the records of the list at `path` are wanted, in their table")                                                   \
    X(ENCODING, 2, "encoding", "the table may be in another encoding")                                                                     \
    X(HEADINGS, 3, "headings", "the headings that there are")

enum hs_cure {
    HS_CURE_NONE = 0,
#define HS_CURE_ENUM(name, code, id, meaning) HS_CURE_##name = code,
    HS_CURES(HS_CURE_ENUM)
#undef HS_CURE_ENUM
};

typedef struct hs_error {
    int code;         /* enum hs_status */
    char path[256];   /* JSON path ("facts.annual_rent.min"), file or plugin; may be empty */
    int line, column; /* in the document, 1 first; 0 where it makes no sense */
    char clause[64];  /* of the measure concerned; may be empty */
    char zh[640], en[640];
    int cure; /* enum hs_cure */
} hs_error;

#define HS_UNBOUNDED INT64_MAX

/* A closed interval of exact integers. */
typedef struct hs_interval {
    int64_t low, high;
} hs_interval;

enum hs_known { HS_FALSE = 0, HS_UNKNOWN, HS_TRUE };
enum hs_standing { HS_INELIGIBLE = 0, HS_UNDETERMINED, HS_ELIGIBLE };
enum hs_language { HS_ZH = 0, HS_EN };

/* Why a condition holds, does not, or cannot be told. A leaf compares a fact; `need` is the figure it is held against and `gap` what is
   lacking (0: nothing, or it cannot be told). */
typedef struct hs_reason {
    hs_text rule;
    int32_t truth;       /* enum hs_known */
    const hs_node *node; /* of the policy's tree; NULL for a record of a list */
    const hs_fact *fact; /* of a leaf or a list, else NULL */
    int32_t record;      /* the record of the list that this speaks of, 0 first; -1: none */
    hs_interval have;    /* of `fact`: a figure, truths 0 and 1, or of a choice the values it surely and possibly has, as bits */
    int32_t has_need;
    hs_interval need;
    int64_t gap;
    const struct hs_reason *children;
    int32_t count;
    const struct hs_condition_json *json; /* the engine's own: what the JSON says of the condition whoever applies; NULL of a record */
} hs_reason;

/* What a question, a change or a sweep is about: a fact, a field of one record of a list, or one record of a list. */
typedef struct hs_subject {
    const hs_fact *fact;
    int32_t record; /* 0 first; -1: none */
} hs_subject;

/* A fact that nobody has stated, or only as a range, and that can still change a measure's status or an end of its amount. */
typedef struct hs_missing {
    hs_subject subject;
    hs_interval have;
    const int64_t *thresholds; /* of a figure, ascending: each is the first from which on the measure may come out otherwise */
    int32_t threshold_count;
} hs_missing;

/* A fact as it is and as it would have to be. Of a new record (a list as its subject) the fields, in place of have and need. */
typedef struct hs_fact_change {
    hs_subject subject;
    hs_interval have, need; /* as in hs_reason; `need` is a point */
    int64_t values;         /* of a choice: all that would do, as bits */
    const struct hs_fact_change *fields;
    int32_t field_count;
} hs_fact_change;

/* Changes that together make a measure eligible, or an eligible one greater. */
typedef struct hs_change_set {
    const hs_fact_change *changes;
    int32_t count;
    int32_t has_amount;
    hs_interval brings; /* by how much the measure's whole amount would grow, end by end; meaningless without has_amount */
} hs_change_set;

/* One measure for one applicant in one place. */
typedef struct hs_measure_result {
    const hs_measure *measure;
    const char *id;              /* "qingpu.rent" */
    int32_t standing;            /* enum hs_standing */
    int32_t near;                /* ineligible, and a single change would make it eligible; 0 when brief */
    int32_t has_amount;          /* 0: nothing in money, or the document gives no figure */
    int32_t unstated;            /* the document speaks of money and gives no figure */
    hs_interval amount;          /* the whole; meaningless without has_amount */
    const hs_interval *schedule; /* year 1 first, adding up to the amount; empty when every year is already received */
    int32_t years;
    int32_t window_open;       /* whether the day lies in the measure's window, where it has one */
    const hs_reason *why;      /* NULL when the assessment was asked to be brief */
    hs_text low_end, high_end; /* who or what decides each end; {NULL, NULL} when brief */
    const hs_missing *missing; /* none when brief */
    int32_t missing_count;
    const hs_subject *indifferent; /* open facts of its condition and amount on which nothing depends any more */
    int32_t indifferent_count;
    const hs_change_set *changes; /* the smallest, of an eligible measure to its next tier; at most HS_CHANGES_MAX changes each */
    int32_t change_count;
    const hs_subject *fixed; /* ineligible and without changes: the facts that stand in the way and that nobody can change; none: it
                                would take more changes */
    int32_t fixed_count;
    hs_text formula;         /* how `.pays` reads in words */
    const hs_text *evidence; /* the papers for the facts of its conditions and amount */
    int32_t evidence_count;
} hs_measure_result;

#define HS_CHANGES_MAX 3

/* Where something stands in a policy. */
enum hs_part {
    HS_PART_WHEN = 1,
    HS_PART_PAYS,
    HS_PART_YEARS,
    HS_PART_INSTALMENT,
    HS_PART_EFFECTIVE,
    HS_PART_EXPIRES,
    HS_PART_CEILING,
    HS_PART_CLAIMABLE,
    HS_PART_WINDOW
};
typedef struct hs_spot {
    int32_t part;    /* enum hs_part */
    int32_t measure; /* its number in the policy, of a ceiling that of its limit; not read for a date of the policy */
    int32_t at;      /* in a tree, how many nodes come before it, a node before its arguments; of an instalment its number, 0 first; of a
                        window 0 its first day, 1 its last */
} hs_spot;

/* A figure that the document sets. */
typedef struct hs_constant {
    const char *name;          /* "qingpu.rent.cap": policy, measure and what it is there; it stays when figures change */
    const hs_measure *measure; /* or NULL: of a limit */
    const hs_limit *limit;
    int32_t type;        /* enum hs_type, of a figure; years are a count, instalments percentages */
    int64_t value;       /* in the smallest unit of the type */
    const hs_fact *fact; /* the fact or field that it is held against, in whose unit a count is; or NULL */
    hs_spot spot;
} hs_constant;

/* A figure that an engine was told to take otherwise than the document has it. */
typedef struct hs_overlay {
    hs_constant was; /* as the document has it */
    int64_t to;      /* what stands in its place */
} hs_overlay;

typedef struct hs_policy_result {
    const hs_policy *policy;
    const char *sha256; /* as hs_engine_policy_sha256 */
    int32_t in_force;   /* enum hs_known */
    const hs_measure_result *measures;
    int32_t count;
    const hs_interval *ceilings;  /* by limit of the policy */
    const hs_text *ceiling_rules; /* how they read in words */
    const hs_overlay *overlay;    /* what is taken otherwise than in its document */
    int32_t overlay_count;
    const struct hs_policy_json *json; /* the engine's own: what the JSON says of the policy itself */
} hs_policy_result;

/* What a limit of a policy does to a place's total: what its measures come to together before and after it. */
typedef struct hs_limit_result {
    const hs_policy *policy;
    const hs_limit *limit;
    hs_interval ceiling;
    hs_text rule;               /* of the ceiling */
    hs_interval before, after;  /* in the year assessed */
    hs_interval whole, allowed; /* over all years */
} hs_limit_result;

/* A measure left out of the totals because another of the same matter is counted, because the matter was already paid, or because who has
   another does not have this one. */
typedef struct hs_set_aside {
    const char *measure;
    const char *matter; /* NULL: it yields to another */
    const char *kept;   /* the measure counted in its place, or NULL */
    hs_text reason;
} hs_set_aside;

typedef struct hs_place_result {
    const char *adcode;
    hs_text name;                     /* {NULL, NULL} where no policy names the place */
    const hs_policy_result *policies; /* nearest first; none: no policy covers the place */
    int32_t policy_count;
    hs_interval total;     /* year 1 of the cash for the applicant */
    hs_interval all_years; /* the whole of it */
    int64_t certain;
    hs_interval people, loans;
    const hs_interval *schedule;
    int32_t years;
    const hs_measure_result *const *unstated; /* measures without a figure, which no total contains */
    int32_t unstated_count;
    const hs_set_aside *set_aside;
    int32_t set_aside_count;
    const hs_limit_result *limits; /* of the policies that are not out of force */
    int32_t limit_count;
} hs_place_result;

typedef struct hs_warning {
    hs_text text;
    const char *place; /* adcode, or NULL: everywhere */
} hs_warning;

/* A fact that is missing somewhere. */
typedef struct hs_question {
    hs_subject subject;
    hs_interval have;
    const char *const *measures; /* the ids of the measures that wait for it */
    int32_t measure_count;
    int64_t at_stake; /* fen: how far their amounts are open, a matter counted once; HS_UNBOUNDED: without bound */
    const int64_t *thresholds;
    int32_t threshold_count;
} hs_question;

typedef struct hs_result {
    const char *name; /* of the applicant, or NULL */
    hs_date as_of;
    const hs_place_result *places;
    int32_t count;
    int32_t brief;                /* as asked for */
    const hs_question *questions; /* the one that can settle the most yuan first; none when brief */
    int32_t question_count;
    const hs_warning *warnings;
    int32_t warning_count;
    const hs_text *assumptions;
    int32_t assumption_count;
    char input_sha256[65];
    const hs_overlay *overlay; /* as hs_engine_overlay: the assumptions say it too */
    int32_t overlay_count;
} hs_result;

typedef struct hs_engine hs_engine;
typedef struct hs_assessment hs_assessment;

/* ---- Engine ------------------------------------------------------------------------------------------------------------------ */

/* A new engine without policies. Free it with hs_engine_free. */
HS_API int hs_engine_new(hs_engine **out, hs_error *error);

/* Frees the engine; `self` may be NULL. Libraries that hs_engine_load opened stay in the process. */
HS_API void hs_engine_free(hs_engine *self);

/* Checks the whole table and adds it, or refuses it whole (HS_PLUGIN) and leaves the engine as it was. `file_sha256` is that of the
   file it came from, 64 hexadecimal digits, copied; NULL where there is none. The policy must outlive the engine. */
HS_API int hs_engine_add(hs_engine *self, const hs_policy *policy, const char *file_sha256, hs_error *error);

/* What a plugin's file is called after its id. */
#ifdef __EMSCRIPTEN__
#define HS_PLUGIN_SUFFIX ".wasm"
#else
#define HS_PLUGIN_SUFFIX ".so"
#endif

/* Loads every plugin of a directory (not in browsers; the program for Node wants no manifest): `<id>.so` with its manifest `<id>.json`, in the order of their names. The directory
   is an absolute path; what makes a file be refused stands in plugins/README.md. The first refusal ends it with HS_PLUGIN; plugins
   loaded before stay loaded. */
HS_API int hs_engine_load(hs_engine *self, const char *directory, hs_error *error);

/* Loads one plugin file under the same rules. */
HS_API int hs_engine_load_file(hs_engine *self, const char *path, hs_error *error);

/* Opens a plugin file without a manifest, checks it, and gives the manifest to put beside it, a line of JSON that the caller frees with
   free(). Only for files that you built yourself: opening a library runs its code. */
HS_API int hs_plugin_manifest(char **out, const char *path, hs_error *error);

/* Takes in which facts a policy asks for and how its measures and matters are called, and nothing else of it, so that a document which
   speaks of them is not refused; a fact that the engine knows stays as it is. The policy must have been taken in by an engine and outlive
   this one. Call it when all policies are added: of what is added later the facts may go missing again. */
HS_API int hs_engine_learn(hs_engine *self, const hs_policy *policy, hs_error *error);

/* The policies, in the order of their ids. */
HS_API int32_t hs_engine_policy_count(const hs_engine *self);
HS_API const hs_policy *hs_engine_policy(const hs_engine *self, int32_t index);

/* The SHA-256 of what the policy says, 64 hexadecimal digits: the same for a shared library and a WebAssembly module of one source, so
   that a result names the law that it rests on and not the file. */
HS_API const char *hs_engine_policy_sha256(const hs_engine *self, int32_t index);

/* The SHA-256 of the file it came from, or "". */
HS_API const char *hs_engine_policy_file_sha256(const hs_engine *self, int32_t index);

/* The facts that the policies ask for, by topic and then as first met; and the fields of a list fact that they use. */
HS_API int32_t hs_engine_fact_count(const hs_engine *self);
HS_API const hs_fact *hs_engine_fact(const hs_engine *self, int32_t index);
HS_API int32_t hs_engine_field_count(const hs_engine *self, const hs_fact *list);
HS_API const hs_fact *hs_engine_field(const hs_engine *self, const hs_fact *list, int32_t index);

/* What was already paid, a document's "received", as a list with the fields measure, years, matter and amount, for tables and forms: no fact,
   for no policy asks for it. The choices of measure and matter are those of the engine; where it has no matter the last two are left out.
   Owned by the engine until a policy is added. */
HS_API const hs_fact *hs_engine_received(const hs_engine *self);

/* The policies with their measures and silent clauses, and the facts with what can be received, as canonical JSON. NUL-terminated; free it with free(); NULL when
   memory ran out. */
HS_API char *hs_engine_policies_json(const hs_engine *self, size_t *length);
HS_API char *hs_engine_facts_json(const hs_engine *self, size_t *length);

/* ---- What if the policy were another ----------------------------------------------------------------------------------------- */

typedef struct hs_setting {
    const char *name;  /* of a constant, as hs_constants gives it */
    const char *value; /* as a document states a figure of its type: yuan or dollars with at most two decimals, a count, a percentage */
} hs_setting;

/* Takes figures of the policies otherwise than their documents have them, all of them at once: every assessment begun afterwards uses the
   policies so changed, says so, and carries their own SHA-256. What was set before stays; a figure set to what its document has is no
   longer marked. HS_USAGE for a name that no policy has, a value that cannot be read and a policy that would not hold (tiers that no
   longer rise, instalments that do not add up to 100); then the engine is as it was. The texts are not kept. Take the JSON of an earlier
   assessment first: its receipt names the policies that the engine has when it is written. */
HS_API int hs_engine_set_all(hs_engine *self, const hs_setting *settings, int32_t count, hs_error *error);

/* The same for one figure: hs_engine_set(engine, "qingpu.rent.cap", "800000", &error). */
HS_API int hs_engine_set(hs_engine *self, const char *name, const char *value, hs_error *error);

/* What is set, in the order of the policies and within one in that of its constants. */
HS_API int32_t hs_engine_overlay_count(const hs_engine *self);
HS_API const hs_overlay *hs_engine_overlay(const hs_engine *self, int32_t index);

/* "What if: qingpu.rent.cap is 800,000 yuan, not 600,000 yuan; this is not the policy in force". Returns `buffer`, cut at `size`. */
HS_API char *hs_overlay_text(char *buffer, size_t size, const hs_overlay *overlay, enum hs_language language);

/* The constants of a policy. */
typedef struct hs_constants hs_constants;

/* Lists every figure that a policy sets, measure by measure: those of the condition and of the amount in the order of their trees, then
   the years and the instalments; then those of the limits' ceilings. The policy must be one that an engine has taken in, and outlive the list. Free it with
   hs_constants_free. */
HS_API int hs_constants_new(hs_constants **out, const hs_policy *policy, hs_error *error);

HS_API void hs_constants_free(hs_constants *self);

HS_API int32_t hs_constants_count(const hs_constants *self);
HS_API const hs_constant *hs_constants_get(const hs_constants *self, int32_t index);

/* [{"name", "measure", "clause", "title", "type", "value", "fact"}], values as documents state them; a field is "list.field".
   NUL-terminated; free it with free(); NULL when memory ran out. */
HS_API char *hs_constants_json(const hs_constants *self, size_t *length);

/* As the operation of a change: the node gives way to its argument with the number `value`, 0 first. */
#define HS_EDIT_ARGUMENT (-1)

/* One change of a policy. */
typedef struct hs_edit {
    hs_spot spot;
    int32_t op;    /* enum hs_op that a node is to have, with HS_OP_CONSTANT no arguments any more; 0: it keeps its own */
    int64_t value; /* that a node is to have; or the years; or an instalment in hundredths of a percent */
    hs_date date;  /* of a date of the policy; of a window the year is not read */
} hs_edit;

/* A policy with changes. */
typedef struct hs_revision hs_revision;

/* Makes a copy of a policy with `count` changes; of two at one spot the later counts. What does not change is shared with the policy, which
   must be one that an engine has taken in and outlive the copy. Whether the copy holds is not looked at: hs_engine_add does. HS_USAGE where
   there is no such spot. Free it with hs_revision_free. */
HS_API int hs_revision_new(hs_revision **out, const hs_policy *policy, const hs_edit *edits, int32_t count, hs_error *error);

HS_API void hs_revision_free(hs_revision *self);

HS_API const hs_policy *hs_revision_policy(const hs_revision *self);

/* The node at a spot of a checked policy; NULL where there is none, and for what is no node. */
HS_API const hs_node *hs_policy_node(const hs_policy *policy, hs_spot spot);

/* ---- A second reading of a policy ------------------------------------------------------------------------------------------------ */

enum hs_severity { HS_LOOK = 0, HS_WRONG }; /* perhaps meant so; surely not */

/* What an author has probably not meant. No finding keeps a policy from being used. */
typedef struct hs_finding {
    int32_t severity;    /* enum hs_severity */
    const char *rule;    /* which rule found it: "never", "tier_gap" … */
    const char *policy;  /* id */
    const char *measure; /* id within the policy, or NULL: the policy, a check or a fact */
    const char *clause;  /* or NULL */
    const char *part;    /* "when", "pays", "note", "facts.annual_rent" … */
    hs_text what, fix;   /* what stands there, in words; how to mend it */
} hs_finding;

typedef struct hs_lint hs_lint;

/* Reads the engine's policy of a number once more, beside the others that the engine holds: matters and facts may be shared with them.
   Findings come in the order of the document. HS_USAGE where there is no such policy. Free it with hs_lint_free; the engine outlives it. */
HS_API int hs_policy_lint(hs_lint **out, const hs_engine *engine, int32_t index, hs_error *error);

HS_API void hs_lint_free(hs_lint *self);

HS_API int32_t hs_lint_count(const hs_lint *self);
HS_API const hs_finding *hs_lint_finding(const hs_lint *self, int32_t index);

/* The same as canonical JSON, NUL-terminated, owned by the reading; NULL when memory ran out: {"policy", "findings": [{"severity":
   "wrong|look", "rule", "measure", "clause", "part", "what", "fix"}]}. */
HS_API const char *hs_lint_json(hs_lint *self, size_t *length);

/* ---- Two versions of a policy ------------------------------------------------------------------------------------------------------ */

enum hs_sign { HS_SIGN_CHANGED = 0, HS_SIGN_ADDED, HS_SIGN_REMOVED };
enum hs_group { HS_OF_DOCUMENT = 0, HS_OF_MEASURE, HS_OF_LIMIT, HS_OF_SILENCE, HS_OF_CHECK, HS_OF_FACT };

/* One thing that is otherwise in the later version. */
typedef struct hs_difference {
    int32_t sign, group; /* enum hs_sign, enum hs_group: what it is of */
    const char *id;      /* of the measure, limit, check or fact ("list.field"); NULL of the others */
    const char *clause;  /* as the later version numbers it, or of what was removed; or NULL */
    hs_text title;       /* of the measure or limit, or the fact's label; may be {NULL, NULL} */
    const char *part;    /* "when", "pays", "title" …, "whole" of what was added or removed as a whole */
    const char *name;    /* of a constant, as the earlier version's hs_constants gives it; or NULL */
    int32_t type;        /* enum hs_type of a figure that changed, 0 where it is none */
    int64_t from, to;    /* that figure */
    hs_text text;        /* in words: "上限由 600,000 元改为 800,000 元" */
} hs_difference;

typedef struct hs_diff hs_diff;

/* Holds two policies against each other, which engines have taken in and which outlive the diff: measures by their ids, limits, checks and
   facts likewise, silent clauses by their numbers. What is in one version and not in the other, or otherwise, is said once, clause by clause
   in the order of the later version. No difference: the two say the same. Free it with hs_diff_free. */
HS_API int hs_diff_new(hs_diff **out, const hs_policy *was, const hs_policy *is, hs_error *error);

HS_API void hs_diff_free(hs_diff *self);

HS_API int32_t hs_diff_count(const hs_diff *self);
HS_API const hs_difference *hs_diff_get(const hs_diff *self, int32_t index);

/* The differences as canonical JSON, NUL-terminated, owned by the diff; NULL when memory ran out: [{"sign": "changed|added|removed", "of":
   "document|measure|limit|silence|check|fact", "id", "clause", "title", "part", "name", "from", "to", "text"}], the last but one null but of
   a figure. */
HS_API const char *hs_diff_json(hs_diff *self, size_t *length);

/* Which version the engine's policy with a number is, as JSON to be freed with free(): {"id", "version", "adcode" to "expires" as in an
   assessment, "sha256"}, and "overlay" where figures are set otherwise. NULL when memory ran out. */
HS_API char *hs_diff_version_json(const hs_engine *engine, int32_t index);

/* ---- Assessment -------------------------------------------------------------------------------------------------------------- */

/* What the host adds to the applicant's document; zeroes and NULLs leave it as it is. */
typedef struct hs_options {
    hs_date as_of;                /* replaces the document's */
    hs_date today;                /* in China; used where neither gives a date. All zero: a date is then required */
    const char *const *locations; /* adcodes that replace the document's */
    int32_t location_count;
    int32_t brief; /* leave out reasons, what is missing, changes and questions */
} hs_options;

/* Assesses an applicant: a JSON document of `length` bytes (contract version 1, at most 1 MiB). `options` may be NULL. Refused input
   (HS_INPUT) names the JSON path and nothing is assessed. Free the assessment with hs_assessment_free. */
HS_API int hs_assess(hs_assessment **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options,
                     hs_error *error);

/* Loads of a directory what hs_assess needs for this document and these options, which give the same result then: the policies of the places
   asked for, and of the others only what their manifests say for the receipt. Where no place is named, or a manifest does not say it, the
   libraries are opened as by hs_engine_load. It refuses where a place would be left without a policy. When it or hs_assess refuses, load the
   whole directory into another engine and ask that one: the document may speak of facts of other places. */
HS_API int hs_engine_load_for(hs_engine *self, const char *directory, const char *json, size_t length, const hs_options *options,
                              hs_error *error);

HS_API void hs_assessment_free(hs_assessment *self);

HS_API const hs_result *hs_assessment_result(const hs_assessment *self);

/* How many records of a list the applicant states; -1 where the list is unknown. */
HS_API int32_t hs_assessment_records(const hs_assessment *self, const hs_fact *list);

/* An applicant's document to be filled in, every fact null, by topic; with the date and the places of `options`, which may be NULL. It is
   accepted as it is. NUL-terminated; free it with free(); NULL when memory ran out. */
HS_API char *hs_engine_blank_json(const hs_engine *self, const hs_options *options, size_t *length);

/* What hs_assess accepts of an applicant, as a JSON Schema (2020-12) with labels and hints in both languages: it refuses no document that
   is accepted, and accepts few that are not (tests/README.md says which). NUL-terminated; free it with free(); NULL when memory ran out. */
HS_API char *hs_engine_schema_json(const hs_engine *self, size_t *length);

/* The result as canonical JSON (contract version 1), NUL-terminated, owned by the assessment; NULL when memory ran out. */
HS_API const char *hs_assessment_json(hs_assessment *self, size_t *length);

/* ---- What a version comes to --------------------------------------------------------------------------------------------------- */

/* What two versions of a policy come to for many applicants. */

enum hs_change_of { HS_SAME = 0, HS_GAINS, HS_LOSES, HS_MIXED }; /* both ends up, both down, one up and the other down */

typedef struct hs_effect_pair {
    hs_interval was, is;
} hs_effect_pair;

/* For one applicant, at the place. */
typedef struct hs_effect_row {
    const char *name;            /* or NULL; lives until the next applicant */
    int32_t change;              /* enum hs_change_of, by `all_years` */
    hs_effect_pair total;        /* of the year assessed */
    hs_effect_pair all_years;    /* the whole */
    int32_t was_force, is_force; /* enum hs_known: whether the versions are in force on the day assessed */
    int32_t measures_changed;    /* how many measures come out otherwise */
} hs_effect_row;

/* One measure, its applicants together: by itself, before duplication and limits, and nothing where its policy is not in force. */
typedef struct hs_effect_measure {
    const hs_measure *was, *is; /* NULL in a version that does not have it */
    int64_t changed;            /* applicants whose status or amount is another */
    hs_effect_pair amount;
} hs_effect_measure;

typedef struct hs_effect_result {
    int64_t applicants, gains, loses, mixed; /* assessed, and of those */
    int64_t was_out, is_out;                 /* assessed as of a day on which the version is not in force */
    hs_effect_pair total, all_years;
    const hs_effect_measure *measures; /* of the later version in its order, then those that it does not have */
    int32_t count;
} hs_effect_result;

typedef struct hs_effect hs_effect;

/* Counts what the policy `was` of one engine and the policy `is` of another (their ids) come to at a place. Each engine holds one version
   beside whatever else there is at the place; the engines outlive the count. HS_USAGE where there is no such policy,
   or the place is no code of six digits. Free it with hs_effect_free. */
HS_API int hs_effect_new(hs_effect **out, const hs_engine *was_engine, const char *was, const hs_engine *is_engine, const char *is,
                         const char *place, hs_error *error);

HS_API void hs_effect_free(hs_effect *self);

/* Assesses one applicant under both and adds it up; the options' places are not read. HS_INPUT where the document is refused under one of
   them, or a sum would be beyond what can be counted: then nothing is added. The memory does not grow with the applicants. */
HS_API int hs_effect_add(hs_effect *self, hs_effect_row *out, const char *json, size_t length, const hs_options *options, hs_error *error);

HS_API const hs_effect_result *hs_effect_get(const hs_effect *self);

/* By how much each end goes up, fen; the high one HS_UNBOUNDED where that cannot be told. */
HS_API hs_interval hs_effect_difference(hs_effect_pair pair);

/* As JSON, NUL-terminated, to be freed with free(); NULL when memory ran out. Of a row {"line", "name", "change": "same|gains|loses|mixed",
   "in_force": {"before", "after"}, "total": {"before": {"low", "high"}, "after", "difference"}, "total_all_years"}; of the whole
   {"applicants", "gains", "loses", "mixed", "same", "not_in_force": {"before", "after"}, "total", "total_all_years", "measures": [{"id",
   "clause", "title", "in": "before|after|both", "changed", "amount"}]}. */
HS_API char *hs_effect_row_json(const hs_effect_row *row, int64_t line);
HS_API char *hs_effect_json(const hs_effect *self);

/* ---- Review -------------------------------------------------------------------------------------------------------------------

   What an officer holds in hand: what is claimed against what the rules give, how far each fact is proved, and the officer's own finding
   beside the rule's. Nothing here changes an amount of the rules. */

enum hs_proof { HS_DECLARED = 0, HS_EVIDENCED, HS_VERIFIED, HS_DISPUTED };

enum hs_verdict {
    HS_NOT_CLAIMED = 0, /* a finding without a claim */
    HS_WITHIN,          /* no more than what is certain */
    HS_OPEN,            /* beyond what is certain, and possible */
    HS_ABOVE,           /* beyond the high end */
    HS_NOT_ENTITLED,
    HS_CANNOT_TELL, /* whether the measure can be had is open */
    HS_NO_FIGURE,   /* the document gives no figure */
    HS_NO_MONEY,    /* nothing in money */
    HS_SET_ASIDE,   /* another measure or award stands in its place */
    HS_NOT_IN_FORCE
};

/* A claim or a finding at one place. What is paid by the year is claimed for the year assessed, all else as a whole, instalments together.
   Each claim stands for itself; what several come to under one ceiling is in hs_claim_limit. */
typedef struct hs_claim {
    const hs_policy_result *policy;
    const hs_measure_result *measure;
    int32_t verdict; /* enum hs_verdict */
    int64_t claimed; /* fen; meaningless of HS_NOT_CLAIMED */
    int32_t has_amount;
    hs_interval entitled; /* by the rules, less what was received for the matter and cut at its ceilings; meaningless without has_amount */
    int64_t certain;      /* of it: 0 where the policy may not be in force or the authority may lower the amount */
    int64_t above;        /* by how much the claim is beyond the high end */
    const hs_text *why;   /* the conditions that fail, each end that is open, what would settle it */
    int32_t why_count;
    int32_t has_finding;
    int64_t finding;    /* the officer's */
    const char *reason; /* the officer's */
    int64_t differs;    /* the finding less the nearest amount that the rules allow: above it positive, below negative */
} hs_claim;

/* A ceiling under which something is claimed. Of one in each year only what is paid by the year or at once is added up. */
typedef struct hs_claim_limit {
    const hs_limit_result *limit;
    int64_t claimed; /* under it, together */
    int32_t verdict; /* held against the ceiling: HS_WITHIN, HS_OPEN or HS_ABOVE */
    int64_t above;
} hs_claim_limit;

typedef struct hs_review_place {
    const hs_place_result *place;
    const hs_claim *claims; /* in policy order */
    int32_t count;
    const hs_claim_limit *limits;
    int32_t limit_count;
    const hs_claim *unclaimed; /* surely entitled and not claimed */
    int32_t unclaimed_count;
} hs_review_place;

/* A fact that a claimed measure depends on, or that has a state. */
typedef struct hs_review_fact {
    const hs_fact *fact;
    const char *place; /* of a fact about the place, or NULL */
    int32_t state;     /* enum hs_proof */
    hs_interval have;  /* as in hs_reason; of a list how many records */
    const char *note;  /* the officer's, or NULL */
    int32_t has_value;
    hs_interval value; /* what the officer holds it to be */
} hs_review_fact;

/* What a dispute means for one claimed measure at a place, or for the place's total of the year. */
typedef struct hs_shift {
    const hs_place_result *place;
    const hs_claim *claim;                    /* NULL: the total */
    hs_effect_pair unknown;                   /* from what is stated to nothing being known */
    hs_effect_pair value;                     /* to the officer's value; meaningless without has_value */
    int32_t unknown_standing, value_standing; /* enum hs_standing; of a total HS_ELIGIBLE */
    int32_t moves;                            /* whether the one or the other changes anything */
} hs_shift;

typedef struct hs_dispute {
    const hs_fact *fact;
    const char *note; /* or NULL */
    int32_t has_value;
    const hs_shift *shifts;
    int32_t count;
} hs_dispute;

typedef struct hs_review_result {
    const hs_result *result;
    const hs_review_place *places;
    int32_t count;
    const char *const *elsewhere; /* measures claimed of policies that cover none of the places */
    int32_t elsewhere_count;
    const hs_review_fact *facts;
    int32_t fact_count;
    const hs_dispute *disputes;
    int32_t dispute_count;
} hs_review_result;

typedef struct hs_review hs_review;

/* Assesses an applicant and holds its "claims", "evidence" and "findings" against the result. The options' `brief` is not read. Free it with
   hs_review_free before the engine. */
HS_API int hs_review_new(hs_review **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options,
                         hs_error *error);

HS_API void hs_review_free(hs_review *self);

HS_API const hs_review_result *hs_review_get(const hs_review *self);

/* The same as canonical JSON, NUL-terminated, owned by the review; NULL when memory ran out: {"contract", "engine", "as_of", "name", "places":
   [{"adcode", "name", "claims": [{"measure", "clause", "title", "policy", "status", "verdict": "within|open|above|…", "claim", "entitled",
   "certain", "above", "why", "missing": [{"fact", "label", "evidence"}], "finding": {"amount", "reason", "differs"}}], "limits": [{"limit",
   "clause", "title", "claimed", "ceiling", "verdict", "above"}], "unclaimed": [{"measure", "clause", "title", "entitled"}], "total"}],
   "elsewhere", "facts": [{"fact", "label", "place", "state", "have", "note", "value"}], "disputes": [{"fact", "label", "note", "shifts":
   [{"adcode", "measure", "before", "unknown": {"status", "amount"}, "value"}]}], "assumptions", "receipt"}; of a shift the measure is null
   for the total, "value" null where the officer gave none. */
HS_API const char *hs_review_json(hs_review *self, size_t *length);

/* ---- A saved result once more --------------------------------------------------------------------------------------------------- */

/* What a result is made from, as bits. */
enum hs_cause { HS_BY_ENGINE = 1, HS_BY_POLICY = 2, HS_BY_DATE = 4, HS_BY_FACTS = 8 };

/* A value that is another now. */
typedef struct hs_moved {
    const char *path;                              /* "places[310118].policies[qingpu].measures[qingpu.rent].amount.low" */
    const char *place, *policy, *measure, *clause; /* that it belongs to, or NULL */
    const char *was, *is;                          /* as JSON; NULL: not there */
    int32_t causes; /* enum hs_cause: what differs and has a say here; 0: nothing does, the saved result was altered */
} hs_moved;

/* A policy by its SHA-256 in the saved result and now. */
typedef struct hs_policy_state {
    const char *id, *was, *is; /* NULL: not there */
    int32_t matters;           /* whether it stands at one of the result's places */
} hs_policy_state;

typedef struct hs_verification_result {
    int32_t same;     /* nothing moved, and what was looked at of document and policies is the same */
    int32_t replayed; /* 0: no document was given */
    int32_t causes;   /* enum hs_cause: all that differs */
    const char *was_engine, *was_input;
    char is_input[65]; /* "" where no document was given */
    hs_date was_as_of, as_of;
    const hs_policy_state *policies;
    int32_t policy_count;
    const hs_moved *moved; /* in the result's order */
    int32_t moved_count;
} hs_verification_result;

typedef struct hs_verification hs_verification;

/* Assesses an applicant once more, at the places and on the day of a saved result (as hs_assessment_json writes it) or on the options' day,
   and holds the two against each other value by value. `json` may be NULL: then only engine and policies are looked at. Of the options only
   the date is read. HS_INPUT where the saved text is no result. Free it with hs_verification_free before the engine. */
HS_API int hs_verification_new(hs_verification **out, const hs_engine *engine, const char *saved, size_t saved_length, const char *json,
                               size_t length, const hs_options *options, hs_error *error);

HS_API void hs_verification_free(hs_verification *self);

HS_API const hs_verification_result *hs_verification_get(const hs_verification *self);

/* {"contract", "same", "replayed", "differs": ["engine|policy|date|facts"], "engine": {"was", "is"}, "as_of", "input_sha256", "policies": [{"id",
   "was", "is", "matters"}], "moved": [{"path", "place", "policy", "measure", "clause", "was", "is", "causes"}]}, the policies only where they
   differ. NUL-terminated, owned by the verification; NULL when memory ran out. */
HS_API const char *hs_verification_json(hs_verification *self, size_t *length);

/* ---- Places side by side ------------------------------------------------------------------------------------------------------ */

typedef struct hs_candidate {
    const hs_place_result *place;
    int32_t what_if;           /* the applicant is not there, as far as the document says */
    int32_t eligible, open;    /* measures of policies in force or of unknown force */
    const hs_subject *missing; /* facts that are missing here; a fact about the place is another at every place */
    int32_t missing_count;
    int32_t extra_count;       /* so many of them, the first ones, are missing at none of the applicant's own places */
    const hs_subject *assumed; /* facts about the place that its policies speak of and that are stated only for elsewhere */
    int32_t assumed_count;
} hs_candidate;

typedef struct hs_comparison_result {
    const hs_result *result;
    const hs_candidate *candidates; /* the applicant's own places first, then by code */
    int32_t count;
} hs_comparison_result;

typedef struct hs_comparison hs_comparison;

/* Assesses an applicant at its own places ("locations") and at every other that has a policy, or, if the options name places, at those.
   An own place is one that the document names, or one that such a place lies in. Free it with hs_comparison_free. */
HS_API int hs_comparison_new(hs_comparison **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options,
                             hs_error *error);

HS_API void hs_comparison_free(hs_comparison *self);

HS_API const hs_comparison_result *hs_comparison_get(const hs_comparison *self);

/* The same as canonical JSON, NUL-terminated, owned by the comparison; NULL when memory ran out:
   {"contract", "engine", "as_of", "places": [{"adcode", "name", "what_if", "total" … "loans", "eligible", "undetermined", "unstated",
   "missing", "extra", "assumed"}], "assumptions"}, the totals as in an assessment; where figures were set otherwise, "overlay" after
   "as_of": [{"name", "from", "to"}]. */
HS_API const char *hs_comparison_json(hs_comparison *self, size_t *length);

/* ---- What if one figure were another ------------------------------------------------------------------------------------------ */

/* Values of the figure from `from` to `to` over which the status stays and each end of the amount follows one law: constant, or in
   proportion. The first value of a piece behind the first is a breakpoint. */
typedef struct hs_piece {
    int64_t from, to;
    int32_t standing;        /* enum hs_standing; of a total always HS_ELIGIBLE */
    hs_interval first, last; /* the amount at both ends; meaningless without has_amount */
} hs_piece;

/* How one amount depends on the figure. */
typedef struct hs_curve {
    const hs_measure *measure; /* NULL: the place's total for year 1 */
    const char *id;            /* of the measure, or NULL */
    int32_t has_amount;
    int32_t uneven; /* within a piece the amount may go by steps or along a curve instead of in proportion; the first 64 steps are pieces */
    const hs_piece *pieces;
    int32_t count;
} hs_curve;

typedef struct hs_sweep_place {
    const char *adcode;
    hs_text name;
    hs_interval have;       /* as stated for the place */
    const hs_curve *curves; /* the total, then every measure that depends on the figure */
    int32_t count;
} hs_sweep_place;

typedef struct hs_sweep_result {
    hs_subject subject;
    hs_interval range;
    hs_date as_of;
    const hs_sweep_place *places;
    int32_t count;
    const hs_overlay *overlay; /* as hs_engine_overlay */
    int32_t overlay_count;
} hs_sweep_result;

typedef struct hs_sweep hs_sweep;

/* Lets one figure run through `range`, in the smallest unit of its type, and finds every breakpoint exactly; all other facts stay as the
   document states them. `fact` is a figure of the applicant ("annual_rent") or of one of its records ("overseas_sites[0].build_cost").
   A range of {0, 0} is the usual one: up to a trillion yuan or dollars, a thousand million of a count, 10,000 %. HS_USAGE where there is
   no such figure. Free it with hs_sweep_free. */
HS_API int hs_sweep_new(hs_sweep **out, const hs_engine *engine, const char *json, size_t length, const hs_options *options,
                        const char *fact, hs_interval range, hs_error *error);

HS_API void hs_sweep_free(hs_sweep *self);

HS_API const hs_sweep_result *hs_sweep_get(const hs_sweep *self);

/* Where the figure is stated, the pieces of the place's total below and above the one it lies in; NULL where there is none. */
HS_API void hs_sweep_neighbours(const hs_sweep_place *place, const hs_piece **previous, const hs_piece **next);

/* The same as canonical JSON, NUL-terminated, owned by the sweep; NULL when memory ran out:
   {"contract", "engine", "as_of", "fact", "from", "to", "places": [{"adcode", "name", "have", "curves": [{"measure", "breakpoints",
   "pieces": [{"from", "to", "status", "at_from", "at_to"}]}], "previous", "next"}]}; the first curve is the total, its measure null;
   "overlay" as in a comparison; "previous" and "next" are {"at", "total"}: the nearest figures below and above what is stated at which the total is another piece. */
HS_API const char *hs_sweep_json(hs_sweep *self, size_t *length);

/* ---- Cases of a policy ----------------------------------------------------------------------------------------------------------

   A case is an applicant and a part of the result that it must have: {"id", "applicant", "expect": {"places": {adcode: {"policies": {id:
   {"in_force", "measures": {id: {…}}}}, "total", …}}}, "confirm"?: true}. What `expect` leaves out is not compared; places, policies
   and measures are named by their codes and ids, {} in their place means that there are none; figures are compared exactly. */

/* A value that came out otherwise. */
typedef struct hs_mismatch {
    const char *path;   /* "/places/330206/total/low"; of an applicant that is refused "applicant" and what is wrong in it */
    const char *found;  /* as JSON, of a refusal the reason in English; NULL: absent */
    const char *wanted; /* as JSON */
} hs_mismatch;

typedef struct hs_case {
    const char *id;
    int32_t confirm; /* 1: nobody has confirmed yet what it expects */
    int32_t passed;
    const hs_mismatch *differences;
    int32_t count;
} hs_case;

/* Something that cases ought to reach: a measure that is had, not had or undetermined, a condition that is true, false or unknown, a tier,
   a branch, a ceiling that cuts or does not. Only cases that expect something of the measure count, of a limit those that expect a total
   or its limits. */
typedef struct hs_point {
    const hs_measure *measure; /* or NULL: of a limit */
    const hs_limit *limit;
    hs_text part;   /* a condition or an amount in words; of the whole measure its title */
    hs_text wanted; /* "不成立", "false" */
    int32_t whole;  /* 1: speaks of the measure or limit itself */
    int32_t cases;  /* that reach it */
} hs_point;

enum hs_fate { HS_SURVIVED = 0, HS_KILLED, HS_REFUSED };

/* A policy with one thing in it otherwise, and whether a case notices. */
typedef struct hs_mutant {
    const char *name;          /* "qingpu.rent.cap", "qingpu.rent.when[3]", "qingpu.expires" */
    const hs_measure *measure; /* or NULL */
    const hs_limit *limit;     /* or NULL; both: the policy as a whole */
    hs_text part, from, to;
    int32_t fate;   /* enum hs_fate; refused: the policy so changed would not hold */
    const char *by; /* the case that noticed; NULL where none did */
} hs_mutant;

typedef struct hs_suite hs_suite;

/* Begins the cases of the engine's policy with a number; they are assessed with all policies of the engine. Of the options only the dates
   are read; `options` may be NULL. HS_USAGE where there is no such policy. Free it with hs_suite_free before the engine. */
HS_API int hs_suite_new(hs_suite **out, const hs_engine *engine, int32_t index, const hs_options *options, hs_error *error);

HS_API void hs_suite_free(hs_suite *self);

/* Takes one case, a JSON document, and runs it. HS_INPUT where it is none; an applicant that the engine refuses fails the case. */
HS_API int hs_suite_add(hs_suite *self, const char *json, size_t length, hs_error *error);

/* The cases in their order, how they went, owned by the suite until another is added. */
HS_API int32_t hs_suite_count(const hs_suite *self);
HS_API const hs_case *hs_suite_case(const hs_suite *self, int32_t index);

/* What cases ought to reach, measure by measure, then the limits; owned by the suite. */
HS_API const hs_point *hs_suite_points(const hs_suite *self, int32_t *count);

/* Changes the policy in one place after another and runs the cases that pass and are confirmed against each: every figure by one unit, every comparison by its
   neighbour, ALL for ANY, choices put in and left out, conditions and ceilings left out, days by one, years and instalments. The mutants
   are owned by the suite. */
HS_API int hs_suite_mutate(hs_suite *self, const hs_mutant **out, int32_t *count, hs_error *error);

/* Cases for a person to confirm, as JSON Lines that the caller frees with free(): from the cases that find a measure eligible, each figure of
   its condition and amount just below, at and just above every value at which the measure turns, well above where only its amount does;
   each choice and yes-or-no fact every way; of a limit the figures at which the total of year 1 turns; each date of the policy, of SINCE, UNTIL and windows with the days beside it; all with the
   engine's own result and "confirm": true. `*without` (may be NULL) becomes the number of measures that no case finds eligible. */
HS_API int hs_suite_boundaries(hs_suite *self, char **out, int32_t *without, hs_error *error);

/* {"policy", "passed", "failed", "unconfirmed", "failures": [{"id", "confirm", "differences": [{"path", "found", "wanted"}]}], "coverage":
   {"reached", "points", "unreached": [{"measure", "clause", "part", "wanted", "whole"}]}, "mutants"?: {"killed", "refused", "survived",
   "survivors": [{"name", "measure", "clause", "part", "from", "to"}]}}, the mutants once they were made. NUL-terminated, owned by the
   suite; NULL when memory ran out. */
HS_API const char *hs_suite_json(hs_suite *self, size_t *length);

/* ---- Documents --------------------------------------------------------------------------------------------------------------- */

/* A copy of an applicant's document in which a fact is stated otherwise: `value` is its JSON text, as under "facts". A local fact that
   "facts_at" leaves open at some place (null or a range) is answered there too. A field of a record that is not there yet adds records
   up to it. Everything else keeps its text, figures digit by digit, and
   is laid out a fact to a line. The caller frees *out with free(). HS_INPUT where document
   or value is no JSON; what the value means is looked at when the copy is assessed. */
HS_API int hs_document_set(char **out, const char *json, size_t length, hs_subject subject, const char *value, hs_error *error);

/* Bytes of a database's row: a document with every byte written as an escape fits. */
enum { HS_ROW_MAX = 8 * 1024 * 1024 };

/* The applicant's document in a row of a database, as these write and read JSON lines: {"applicant": "…"}, an object with one column of any
   name, whose string is the document, line ends and all. The caller frees *out, NUL-terminated, with free(). HS_INPUT where the row is
   something else, with the column's name as the path; what the document says is looked at when it is assessed. */
HS_API int hs_row_document(char **out, size_t *out_length, const char *row, size_t length, hs_error *error);

/* ---- What a policy costs ---------------------------------------------------------------------------------------------------------

   The budget: many applicants added up, by place and measure. Sums of measures are each measure by itself, before duplication and common
   ceilings, and nothing where its policy is not in force; a place's total is after both. Places are not added up: an applicant may be
   assessed at several. */

#define HS_DRIVERS_MAX 10

typedef struct hs_budget_measure {
    const hs_policy *policy;
    const hs_measure *measure;
    const char *id;                             /* "qingpu.rent" */
    int32_t has_amount, unstated;               /* as in hs_measure_result */
    int64_t eligible, undetermined, ineligible; /* applicants; of a policy not in force all are ineligible */
    int64_t unbounded;                          /* of them, those whose amount has no high end */
    hs_interval year, whole;                    /* of the year assessed, and of all years; if has_amount */
} hs_budget_measure;

/* An applicant whose total is open. */
typedef struct hs_budget_driver {
    const char *id; /* or NULL */
    int64_t line;   /* in the input */
    hs_interval total;
} hs_budget_driver;

typedef struct hs_budget_place {
    const char *adcode;
    hs_text name; /* {NULL, NULL} where no policy names the place */
    int64_t applicants;
    int64_t open;                 /* of them, those whose total is open */
    hs_interval total, all_years; /* as in hs_place_result, added up */
    int64_t certain;
    hs_interval people, loans;
    const hs_budget_measure *measures; /* in the order of the policies */
    int32_t count;
    const hs_budget_driver *drivers; /* who opens the total widest, the widest first, at most HS_DRIVERS_MAX */
    int32_t driver_count;
} hs_budget_place;

typedef struct hs_budget hs_budget;

/* An empty budget. The engine outlives it. Free it with hs_budget_free. */
HS_API int hs_budget_new(hs_budget **out, const hs_engine *engine, hs_error *error);

HS_API void hs_budget_free(hs_budget *self);

/* Adds one applicant's result, which is not kept; `id` may be NULL. A high end beyond what can be counted is HS_UNBOUNDED; HS_INPUT where a low
   end would be: the budget then counts for nothing. The memory grows with places and not with applicants. */
HS_API int hs_budget_add(hs_budget *self, const hs_result *result, const char *id, int64_t line, hs_error *error);

/* Adds all that another budget of the same engine holds, of applicants that come behind those of this one. As hs_budget_add. */
HS_API int hs_budget_merge(hs_budget *self, const hs_budget *more, hs_error *error);

/* Makes it empty again; it keeps its memory for what is added next. */
HS_API void hs_budget_clear(hs_budget *self);

/* The places as first met; owned by the budget until more is added or it is cleared. */
HS_API const hs_budget_place *hs_budget_places(const hs_budget *self, int32_t *count);

/* {"contract", "engine", "overlay"?, "envelope"?, "places": [{"adcode", "name", "applicants", "open", "total", "total_all_years", "certain",
   "people", "loans", "fits"?: {"low", "high", "exceeding": [{"measure", "low", "high"}]}, "measures": [{"id", "clause", "title", "eligible",
   "undetermined", "ineligible", "unbounded", "year", "whole", "unstated"}], "drivers": [{"id", "line", "low", "high", "spread"}]}]}. "year"
   and "whole" are null where has_amount is 0. With an envelope, in fen (-1: none), "fits" says whether each end of the place's total keeps
   within it, and which measures alone go beyond it at an end. NUL-terminated; free it with free(); NULL when memory ran out. */
HS_API char *hs_budget_json(const hs_budget *self, int64_t envelope);

/* ---- Tables of applicants -----------------------------------------------------------------------------------------------------

   Comma-separated values (RFC 4180, UTF-8 with or without a byte order mark) become applicants' documents, a row each. Bytes are pushed in
   as they come and rows taken out; apart from lists, nothing but the row being read is held.

   Headings are fact ids or labels in either language; besides id (编号), name (名称), as_of (评估日期) and locations (所在地: codes or names
   of places with a policy, apart by ; or 、). "annual_rent@310118" states a fact for one place. A heading may end with the unit in brackets,
   年租金（万元）, which then holds for its plain figures. What begins with # is not read; an unknown heading and one that stands twice are refused.

   A cell that is empty or says 不清楚, 未知 or unknown leaves its fact unknown; 0 is zero. Yes or no: 是 否 true false 1 0 yes no. Choices: id or
   label; several apart by ; 、 or a comma; 无 or none for none of several. Figures: plain digits with at most two decimals, commas only between
   groups of three, wide digits as narrow ones; 万 and 亿 multiply exactly (2500万 = 25000000); the fact's own unit may follow (元, 美元, %). A range:
   300万-500万 with the unit at both ends, ≥300, ≤300, 300以上, 300以下, 300以内, each including the figure itself. Figures in Excel's
   scientific form have lost their digits and are refused, as is all that can be read in two ways.

   The records of a list stand in a table of their own that is read before the applicants' and held in memory: id, then its fields. An
   applicant without records there has not said that it has none: the list stays unknown, unless a column with the list's name in the
   applicants' table says 0 (or 无). Another number there must be that of its records. What was already paid stands in such a table too,
   called "received": measure and years, or matter and amount, each figure exact; who has no line there has received nothing. */

typedef struct hs_table_row {
    int64_t line;          /* at which it begins, 1 first */
    int32_t number;        /* as a spreadsheet counts rows, the headings being one */
    const char *id, *name; /* as written, or NULL */
    const char *json;      /* the document, or of a list's table the record; NULL: refused, `error` says why */
    size_t length;
    hs_error error; /* with line and column in the table; the message begins with the cell, "D7: " */
    uint64_t lists; /* whose records it wants, for hs_table_take */
} hs_table_row;

typedef struct hs_table hs_table;

/* A reader that is ready for the applicants' table. The engine outlives it. Free it with hs_table_free. */
HS_API int hs_table_new(hs_table **out, const hs_engine *engine, hs_error *error);

HS_API void hs_table_free(hs_table *self);

/* What is pushed from here on is the table of a list fact, or of "received"; HS_USAGE where there is no such list or it has its table already. A row that
   is refused costs its applicant too; one of which it cannot be told whose it is (HS_INPUT) the whole table. */
HS_API int hs_table_list(hs_table *self, const char *fact, hs_error *error);

/* What is pushed from here on is the applicants' table. */
HS_API void hs_table_applicants(hs_table *self);

/* Says, before the first byte of a table is pushed, that its UTF-8 was made of GB18030: bytes that are not UTF-8 were no GB18030. */
HS_API void hs_table_gb18030(hs_table *self);

/* Takes bytes of the table in, cut anywhere. */
HS_API int hs_table_push(hs_table *self, const char *bytes, size_t length, hs_error *error);

/* Says that the table ends here. */
HS_API void hs_table_end(hs_table *self);

/* Reads the headings, and how many there are; 0 where more bytes are wanted or the table has none. HS_INPUT where they are refused: nothing of
   the table can be read then. */
HS_API int hs_table_headings(hs_table *self, int32_t *count, hs_error *error);

/* Gives the next row, NULL where more bytes are wanted or at the end; it lives until the next call. Rows without a word are passed over.
   Headings that were not read yet are read first. */
HS_API int hs_table_next(hs_table *self, const hs_table_row **out, hs_error *error);

/* For several threads: one finds where the applicants' rows end, the others look into them, and where there are tables of lists take the
   records in turn. */
typedef struct hs_table_bytes {
    const char *bytes; /* the row as it stands, without its end */
    size_t length;
    int64_t line;
    int32_t number;
    const hs_error *error; /* where no row can be told, else NULL */
} hs_table_bytes;

/* Gives the next row uncut, NULL where more bytes are wanted or at the end; it lives until the next call. Otherwise as hs_table_next. */
HS_API int hs_table_cut(hs_table *self, const hs_table_bytes **out, hs_error *error);

/* A reader of the rows that another has found, for one thread; `of` outlives it. Free it with hs_table_free. */
HS_API int hs_table_reader(hs_table **out, const hs_table *of, hs_error *error);

/* Reads such a row, NULL where it has not a word. It lives until the next call. */
HS_API int hs_table_read(hs_table *self, const hs_table_bytes *bytes, const hs_table_row **out, hs_error *error);

/* Takes the records that a reader's row with the id and `lists` wants, refused or not: in the order of the rows, by one thread at a time.
   Where a row before has them, *out is the row as it is read now, refused for it; else NULL. */
HS_API int hs_table_take(hs_table *self, const hs_table_bytes *bytes, const char *id, uint64_t lists, const hs_table_row **out,
                         hs_error *error);

/* Once the applicants are read: the next id in a list's table that none of them had, refused or not, 0 where there is none left. */
HS_API int hs_table_left(hs_table *self, const char **fact, const char **id, int64_t *line);

/* Whether the bytes that a table begins with, cut anywhere, look like UTF-8; 64 KiB are enough. What does not is taken for GB18030, which is the
   host's to decode: a byte that fits nowhere as 0xFF, so that its row is refused for it. */
HS_API int hs_table_is_utf8(const char *bytes, size_t length);

/* ---- Many applicants: verdicts and totals without reasons, by the dozen --------------------------------------------------------- */

typedef struct hs_crowd hs_crowd;

/* Assesses applicants together, for one thread, and uses its memory again for the next ones. The options' `brief` is not read: there are
   no reasons, changes, questions, warnings and assumptions, and no SHA-256 of the input. Engine and options outlive it. Free it with
   hs_crowd_free. */
HS_API int hs_crowd_new(hs_crowd **out, const hs_engine *engine, const hs_options *options, hs_error *error);

HS_API void hs_crowd_free(hs_crowd *self);

/* Forgets the applicants and their results. */
HS_API void hs_crowd_clear(hs_crowd *self);

/* Takes in an applicant: a document as hs_assess wants it. What is refused (HS_INPUT) is not taken in. */
HS_API int hs_crowd_add(hs_crowd *self, const char *json, size_t length, hs_error *error);

/* The same from a row that another reader than `table` has found. *row as hs_table_read gives it, but without a document: the applicant was
   taken in unless it is NULL or its error has a code. */
HS_API int hs_crowd_add_row(hs_crowd *self, hs_table *table, const hs_table_bytes *bytes, const hs_table_row **row, hs_error *error);

/* Assesses those that were taken in. HS_MEMORY at most. */
HS_API int hs_crowd_assess(hs_crowd *self, hs_error *error);

/* The result of one of them, in the order in which they came; it lives until the next hs_crowd_clear. NULL: refused (HS_INPUT), for its
   figures come to more than can be computed. */
HS_API const hs_result *hs_crowd_result(const hs_crowd *self, int32_t index, hs_error *error);

/* ---- A policy's rules in prose -------------------------------------------------------------------------------------------------

   What an officer signs: a policy read back as prose, clause by clause, with everything that its trees say. Lines and no layout: a host
   wraps them for a terminal, marks them up or makes a page of them. */

enum hs_line_kind {
    HS_LINE_TITLE = 1, /* the document's, one */
    HS_LINE_HEADING,   /* a part: head, clauses, checks, facts, signature */
    HS_LINE_CLAUSE,    /* a clause's number */
    HS_LINE_MEASURE,   /* a measure's title, `label` its id */
    HS_LINE_ITEM       /* of a list that nests by `level`, 0 outermost; `label` its number ("2.1") or "" */
};

typedef struct hs_rules_line {
    int32_t kind; /* enum hs_line_kind */
    int32_t level;
    const char *label; /* "" where there is none */
    const char *text;
} hs_rules_line;

typedef struct hs_rules hs_rules;

/* The rules of the policy with number `index`, 0 first, in a language: the same lines for the same policy, whatever else the engine
   holds and on whatever day. HS_USAGE where there is no such policy. Free it with hs_rules_free before the engine. */
HS_API int hs_rules_new(hs_rules **out, const hs_engine *engine, int32_t index, enum hs_language language, hs_error *error);

HS_API void hs_rules_free(hs_rules *self);

/* The lines in their order, owned by the rules. */
HS_API const hs_rules_line *hs_rules_lines(const hs_rules *self, int32_t *count);

/* ---- Words ------------------------------------------------------------------------------------------------------------------- */

/* Writes fen as "1,234,567.89" (no unit); HS_UNBOUNDED as "∞". Returns `buffer`, of at least HS_MONEY_TEXT bytes. */
#define HS_MONEY_TEXT 32
HS_API char *hs_money_text(char *buffer, int64_t fen);

/* Reads YYYY-MM-DD; 1 if there is such a day, else 0 and *out is as it was. */
HS_API int hs_date_read(hs_date *out, const char *text);

/* Writes YYYY-MM-DD. Returns `buffer`, of at least HS_DATE_TEXT bytes. */
#define HS_DATE_TEXT 12
HS_API char *hs_date_text(char *buffer, hs_date date);

/* Whether a policy is in force on a day, its first and last day included: an enum hs_known. HS_UNKNOWN where it depends on a date that the
   document lacks (what it says excludes the day: HS_FALSE), and after its end as long as what arose before can be claimed. */
HS_API int32_t hs_policy_in_force(const hs_policy *policy, hs_date day);

/* Whether a place (its code) is the policy's or lies in it. */
HS_API int32_t hs_policy_covers(const hs_policy *policy, const char *adcode);

/* Whether facts of a type are figures: yuan, US dollars, counts and percentages. */
static inline int32_t hs_is_figure(int32_t type) { return type >= HS_MONEY && type <= HS_PERCENTAGE; }

/* Writes a figure of a type with its unit ("3,000,000 yuan", "80%", "3 years"; a count's unit is its fact's, which may be NULL).
   Returns `buffer`, cut at `size`. */
HS_API char *hs_figure_text(char *buffer, size_t size, int64_t value, int32_t type, const hs_fact *fact, enum hs_language language);

/* The band of a question's figure with number `index`, from 0 to its threshold_count: what is possible, cut at its thresholds. */
HS_API hs_interval hs_question_band(const hs_question *question, int32_t index);

/* Writes a subject as documents name it: "annual_rent", "overseas_sites[2]", "overseas_sites[2].audited". Returns `buffer`, cut at
   `size`. */
HS_API char *hs_subject_text(char *buffer, size_t size, hs_subject subject);

/* Reads such a name; 1 if the engine's policies ask for it, else 0 and *out is as it was. */
HS_API int hs_subject_read(hs_subject *out, const hs_engine *engine, const char *text);

/* The status's name, "INPUT" for HS_INPUT. */
HS_API const char *hs_status_name(int status);

/* {"code": "INPUT", "path", "line", "column", "clause", "message": {"zh", "en"}}, null where there is nothing to say. NUL-terminated;
   free it with free(); NULL when memory ran out. */
HS_API char *hs_error_json(const hs_error *error, size_t *length);

#ifdef __cplusplus
}
#endif
#endif
