/* The layout that core and plugins share.

   A plugin is constant data: one `hs_policy` and what it points to, reached through one exported getter. Nothing here is a function
   pointer, nothing is ever written to, and nothing is freed: a policy lives as long as the process.

   Authors of policies include <huisuan/policy.h>, which gives these structs the words of the law. Hosts include <huisuan/huisuan.h>.

   Compatibility: fields are only appended, enumerators keep their values, and `hs_policy` begins with plain integers so that a core of
   another version can refuse a table before it follows a pointer. The bodies of the macros in policy.h belong to this layout. */
#ifndef HUISUAN_ABI_H
#define HUISUAN_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HS_MAGIC UINT32_C(0x53554948) /* "HIUS" in memory order */
#define HS_ABI_MIN 1
#define HS_ABI_CURRENT 1

/* Side modules and main module of WebAssembly must come from one toolchain; native code of one pointer size is alike. */
#ifdef __EMSCRIPTEN__
#include <emscripten/version.h>
#define HS_TOOLCHAIN (__EMSCRIPTEN_major__ * 10000 + __EMSCRIPTEN_minor__ * 100 + __EMSCRIPTEN_tiny__)
#else
#define HS_TOOLCHAIN 0
#endif

/* A text for people. Both languages are always given; UTF-8. An optional text may be {NULL, NULL}. */
typedef struct hs_text {
    const char *zh, *en;
} hs_text;

typedef struct hs_texts {
    const hs_text *items;
    int32_t count;
} hs_texts;

/* A calendar date; all zero where a document gives none. */
typedef struct hs_date {
    int32_t year, month, day;
} hs_date;

/* What kind of value a node has. Money is in fen, US dollars in cents, a percentage in hundredths of a percent. */
enum hs_type {
    HS_TRUTH = 1,
    HS_MONEY,
    HS_USD,
    HS_COUNT,
    HS_PERCENTAGE,
    HS_CHOICE,  /* one of the fact's values */
    HS_CHOICES, /* a set of them, perhaps empty */
    HS_LIST     /* records with fields of their own */
};

/* The operations of the trees: one list makes the enumeration and the names. The meaning of each, also under unknowns, stands beside
   its word in policy.h. X(name, least arguments, most arguments) */
#define HS_OPERATIONS(X)                                                                                                                   \
    X(FACT, 0, 0)     /* the value of `fact` */                                                                                            \
    X(CONSTANT, 0, 0) /* `value` */                                                                                                        \
    X(ALL, 1, HS_ARGUMENTS_MAX)                                                                                                            \
    X(ANY, 1, HS_ARGUMENTS_MAX)                                                                                                            \
    X(NOT, 1, 1)                                                                                                                           \
    X(AT_LEAST, 2, 2)                                                                                                                      \
    X(MORE_THAN, 2, 2)                                                                                                                     \
    X(AT_MOST, 2, 2)                                                                                                                       \
    X(LESS_THAN, 2, 2)                                                                                                                     \
    X(IN, 1, 1)         /* `value`: a bit for each choice that will do */                                                                  \
    X(HAS, 1, 1)        /* likewise */                                                                                                     \
    X(SOME, 2, 2)       /* list, condition */                                                                                              \
    X(PERCENT, 1, 1)    /* `value`: the rate, in hundredths of a percent */                                                                \
    X(PERCENT_OF, 2, 2) /* rate, amount */                                                                                                 \
    X(CAP, 2, 2)                                                                                                                           \
    X(LESSER, 2, 2)                                                                                                                        \
    X(UP_TO, 1, 1)                                                                                                                         \
    X(RANGE, 2, 2)                                                                                                                         \
    X(EACH, 2, 2)                 /* amount for one, count */                                                                              \
    X(TIERS, 3, HS_ARGUMENTS_MAX) /* figure, then from, amount, from, amount, … ascending */                                             \
    X(BY, 3, HS_ARGUMENTS_MAX)    /* choice, then value, amount, value, amount, … each value once */                                     \
    X(SUM, 3, 3)                  /* list, condition, amount */                                                                            \
    X(COUNT_IF, 2, 2)             /* list, condition */                                                                                    \
    X(PLUS, 2, HS_ARGUMENTS_MAX)                                                                                                           \
    X(IF, 3, 3) /* condition, then, else */                                                                                                \
    X(UNSTATED, 0, 0)                                                                                                                      \
    X(SINCE, 0, 0)  /* `value`: the first day, as 20240501 */                                                                              \
    X(UNTIL, 0, 0)  /* `value`: the last day */                                                                                            \
    X(EXCESS, 2, 2) /* figure, less what it has to exceed */                                                                               \
    X(TOP_UP, 2, 2) /* amount, less what was paid already */                                                                               \
    X(GREATEST, 2, HS_ARGUMENTS_MAX)                                                                                                       \
    X(FULL, 2, 2)       /* unit, figure */                                                                                                 \
    X(ROUND_DOWN, 1, 1) /* `value`: the multiple */                                                                                        \
    X(ROUND_UP, 1, 1)                                                                                                                      \
    X(ROUND_HALF_UP, 1, 1)                                                                                                                 \
    X(EXCHANGE, 2, 2) /* yuan for 100 dollars, dollars */                                                                                  \
    X(FIRST_COME, 1, 1)                                                                                                                    \
    X(SHARE, 2, 2)  /* part, whole */                                                                                                      \
    X(GROWTH, 2, 2) /* figure, figure before */

#define HS_ARGUMENTS_MAX 32

enum hs_op {
    HS_OP_NONE = 0,
#define HS_OP_ENUM(name, least, most) HS_OP_##name,
    HS_OPERATIONS(HS_OP_ENUM)
#undef HS_OP_ENUM
        HS_OP_COUNT
};

typedef struct hs_topic {
    const char *id;
    hs_text label;
    int32_t order; /* where its questions stand in a form, 1 first */
} hs_topic;

/* One value of a choice. */
typedef struct hs_value {
    const char *id;
    hs_text label;
} hs_value;

#define HS_VALUES_MAX 62

/* Which day or year a fact speaks of. */
enum hs_period { HS_AS_OF = 1, HS_THIS_YEAR, HS_LAST_YEAR, HS_APPLICATION, HS_NO_PERIOD, HS_YEAR_BEFORE_LAST, HS_CALENDAR_YEAR };

/* Whether an applicant can bring a fact about. */
enum hs_change { HS_NEVER = 1, HS_IN_TIME, HS_BY_ACTION };

/* A fact that an applicant may state, or, with `list` set, a field of that list's records. */
typedef struct hs_fact {
    const char *id;
    int32_t type;          /* enum hs_type */
    int32_t local;         /* 1: about the place assessed, may differ from place to place */
    int32_t change;        /* enum hs_change; 0 for a field: as its list */
    int32_t period;        /* enum hs_period */
    const hs_topic *topic; /* NULL for a field: as its list */
    hs_text label, unit, hint, evidence;
    const hs_value *values; /* of a choice */
    int32_t value_count;
    const struct hs_fact *list; /* of a field */
    int32_t year;               /* of HS_CALENDAR_YEAR: 2023; else 0 */
} hs_fact;

/* A node of a condition or an amount. */
typedef struct hs_node hs_node;
struct hs_node {
    int32_t op;   /* enum hs_op */
    int32_t type; /* enum hs_type */
    int64_t value;
    const hs_fact *fact;
    const hs_node *const *arguments;
    int32_t count;
};

/* One node seen as a value of one kind. The types keep authors from comparing money with people; the address of `n` is the node. */
/* clang-format off */
typedef struct { hs_node n; } hs_truth;
typedef struct { hs_node n; } hs_money;
typedef struct { hs_node n; } hs_usd;
typedef struct { hs_node n; } hs_count;
typedef struct { hs_node n; } hs_percentage;
typedef struct { hs_node n; } hs_choice;
typedef struct { hs_node n; } hs_choices;
typedef struct { hs_node n; } hs_list;
/* clang-format on */

enum hs_kind { HS_CASH = 1, HS_LOAN, HS_IN_KIND, HS_RECOGNITION };

/* What an amount rests on: a figure, a calculation, the authority up to a ceiling, the authority between two figures, another document. */
enum hs_basis { HS_FIXED = 1, HS_FORMULA, HS_DISCRETIONARY, HS_BETWEEN, HS_ELSEWHERE };

enum hs_per { HS_ONCE = 1, HS_YEARLY, HS_PER_EVENT };

enum hs_payee { HS_APPLICANT = 0, HS_PERSON };

#define HS_INSTALMENTS_MAX 8
#define HS_YEARS_MAX 30

/* A time of each year, its first and last day included; it may run over the turn of the year. */
typedef struct hs_window {
    int32_t from_month, from_day, until_month, until_day;
} hs_window;

/* One thing that a clause grants. */
typedef struct hs_measure {
    const char *id;     /* within the policy: "rent"; outside it "qingpu.rent". An id never changes its meaning. */
    const char *clause; /* as the document numbers it */
    hs_text title;
    int32_t kind, basis, per, payee;
    const hs_truth *when;                    /* who can have it */
    const hs_money *pays;                    /* how much; NULL where nothing in money is given */
    int32_t years;                           /* `pays` in each of so many years; 0: once */
    int32_t instalments[HS_INSTALMENTS_MAX]; /* or: paid in these percentages, adding up to 100; first 0: at once */
    const char *matter;                      /* measures with one matter are not paid twice where a duplication rule binds; NULL: none */
    hs_texts procedure;                      /* the reviews that the law requires, in order */
    hs_texts department;
    hs_text note;              /* how a doubtful wording is read */
    hs_window window;          /* when it is applied for, every year; all zero where the document does not say */
    const char *const *yields; /* ids of measures of this policy: who has one of them does not have this one */
    int32_t yield_count;
} hs_measure;

#define HS_LIMITS_MAX 32

/* What several measures of a policy pay together at most. */
typedef struct hs_limit {
    const char *id;
    const char *clause;
    hs_text title;
    int32_t per;                 /* HS_YEARLY: in each year; HS_ONCE: over all years */
    const hs_money *ceiling;     /* a tree like `pays` */
    const char *const *measures; /* ids; NULL: every one that pays cash to the applicant */
    int32_t measure_count;
    hs_text note;
} hs_limit;

/* A numbered clause that grants nothing, and why. */
typedef struct hs_silence {
    const char *clause;
    hs_text reason;
} hs_silence;

/* What must hold between facts; surely broken, it gives a warning. Nothing is corrected. */
typedef struct hs_check {
    const char *id;
    const hs_truth *holds;
    hs_text warning;
} hs_check;

/* What a document says about being paid twice for one matter. */
enum hs_duplication { HS_NO_RULE = 0, HS_HIGHEST_WITH_TOP_UP, HS_HIGHEST_NO_DUPLICATE };

/* A policy document of one place. The plain integers come first and are read first. */
typedef struct hs_policy {
    uint32_t magic, abi, size, pointer_size, toolchain;
    uint32_t node_size, fact_size, measure_size;

    const char *id;             /* "qingpu": also the name of the plugin's file */
    const char *version;        /* of this reading of the document, for example "1.0.0" */
    const char *adcode;         /* GB/T 2260, six digits */
    hs_text name;               /* of the place */
    hs_text title;              /* of the document */
    const char *number;         /* of the document, or NULL */
    hs_date effective, expires; /* first and last day; all zero where the document gives none */
    int32_t duplication;        /* enum hs_duplication */
    int32_t adjustable;         /* 1: the authority may lower every amount */
    hs_text note;

    const hs_measure *measures;
    int32_t measure_count;
    const hs_silence *silences;
    int32_t silence_count;
    const hs_check *const *checks;
    int32_t check_count;
    const hs_limit *limits; /* any two of them disjoint, or one within the other */
    int32_t limit_count;
    hs_date claimable_until; /* what arose in force can still be applied for up to this day; all zero: the document does not say */
} hs_policy;

/* The one symbol of a plugin. Never NULL; the table lives for ever. */
const hs_policy *huisuan_policy(void);

#ifdef __cplusplus
}
#endif
#endif
