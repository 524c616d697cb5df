/* Two versions of a policy held against each other. */
#ifndef DIFF_H
#define DIFF_H

#include "constants.h"
#include "dictionary.h"
#include "sheet.h"

/* One difference in one language; the texts of both languages come together at the end. */
struct difference {
    hs_difference said;
    const char *text;
};

/* What is being compared. Where in the policy, how and of which figure stands in `now`; the text is said into the sheet's line. */
struct differ {
    const hs_policy *was, *is;
    struct dictionary was_facts, is_facts; /* of each alone */
    struct constant_list was_constants;
    struct sheet sheet;
    struct arena *arena; /* of what is kept */
    struct difference *items;
    int32_t count, capacity;
    hs_difference now;
};

/* Where in a tree, in words: "第 2 档", "比例". */
struct trail {
    const struct trail *outer; /* or NULL */
    hs_text word;
    int32_t number; /* of a tier, 1 first; 0: none */
};

/* diff.c: ends the line begun as a difference of the sign given (enum hs_sign). */
void diff_end(struct differ *d, int32_t sign);

/* diff_tree.c: says every difference between two trees of one type: figures that changed, comparisons, what was added and removed; where two parts
   are not alike, the smallest such parts in words. */
void diff_tree(struct differ *d, const hs_node *was, const hs_node *is, const struct trail *trail);

/* A condition or an amount in words to any depth, within a sentence. */
void diff_say_tree(struct differ *d, const hs_node *node);

/* diff_clause.c: the document, a measure or a limit in both versions, or in one of them alone. */
void diff_document(struct differ *d);
void diff_measure(struct differ *d, const hs_measure *was, const hs_measure *is);
void diff_lone_measure(struct differ *d, const hs_measure *measure, int32_t sign);
void diff_limit(struct differ *d, const hs_limit *was, const hs_limit *is);
void diff_lone_limit(struct differ *d, const hs_policy *policy, const hs_limit *limit, int32_t sign);
const hs_measure *diff_measure_called(const hs_policy *policy, const char *id);
const hs_limit *diff_limit_called(const hs_policy *policy, const char *id);

/* A text that a part has, where it is otherwise. */
void diff_texts(struct differ *d, const char *part, hs_text name, hs_text was, hs_text is);

/* diff_alike.c */

/* Whether two trees of two policies say the same: choices are the same where their ids are. */
bool diff_alike(const hs_node *x, const hs_node *y);

/* Whether one is the other with something changed in it, rather than something else. */
bool diff_akin(const hs_node *x, const hs_node *y);

/* Where BY has a branch for the value with an id, 0 where it has none; and the value of a branch. */
int32_t diff_branch(const hs_node *node, const char *id);
const hs_value *diff_value(const hs_node *node, int32_t branch);

/* diff_facts.c */

/* The facts asked for in one version alone, or defined otherwise. */
void diff_facts(struct differ *d);

#endif
