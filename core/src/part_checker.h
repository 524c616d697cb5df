/* The parts that tables and trees have in common: pointers, ids, texts, facts; and how a fault is reported. */
#ifndef PART_CHECKER_H
#define PART_CHECKER_H

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stddef.h>

enum { EXTENT_PIECES_MAX = 16 };

/* The memory that a plugin's table lies in: pieces, each from its first byte to the one behind its last; none: anywhere. */
struct extent {
    struct {
        const char *first, *end;
    } pieces[EXTENT_PIECES_MAX];
    int count;
};

/* Trees name a fact again and again; of so many it is remembered that they were looked at. */
enum { CHECKER_FACTS = 256 };

struct checker {
    const hs_policy *policy;
    struct extent extent;
    hs_error *error;
    char where[96];                      /* the measure or table entry being checked */
    const char *clause;                  /* of the measure being checked */
    int budget;                          /* nodes that may still be visited */
    const hs_fact *sound[CHECKER_FACTS]; /* by their addresses, facts that were found in order */
};

/* Reports a fault of `part` of what is being checked; returns HS_PLUGIN. */
int checker_fault(struct checker *c, const char *part, const char *zh, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

enum text_need { TEXT_OPTIONAL, TEXT_REQUIRED };

/* The length of a text, at most `most`; `most` too where the plugin ends before the text does. */
size_t check_length(const struct checker *c, const char *text, size_t most);

/* These report and return false. */
bool check_reach(struct checker *c, const char *part, const void *at, size_t size); /* `size` bytes of the plugin */
bool check_id(struct checker *c, const char *part, const char *id);                 /* a-z, then a-z 0-9 _, at most 48 */
bool check_string(struct checker *c, const char *part, const char *text);
bool check_text(struct checker *c, const char *part, hs_text text, enum text_need need);
bool check_texts(struct checker *c, const char *part, hs_texts texts);

/* A fact, with its topic or list. */
int check_fact(struct checker *c, const char *part, const hs_fact *fact);
int checker_fact_fault(struct checker *c, const char *part, const hs_fact *fact, const char *zh, const char *en);

/* Whether two definitions of a fact say the same; if not, `*difference` names the first part that differs. */
int checker_same_fact(const hs_fact *x, const hs_fact *y, const char **difference);

#endif
