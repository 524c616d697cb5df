/* Random applicants for the properties: a model of what is known, its document, its completions, and what the trees make of it, worked out
   here once more from the definitions and not by the engine. */
#ifndef PERSON_H
#define PERSON_H

#include <huisuan/huisuan.h>
#include <stdbool.h>

enum { FACTS_MAX = 256, FIELDS_MAX = 12, RECORDS_MAX = 4, VALUES_MAX = 64, SUBJECTS_MAX = 128, DOCUMENT_MAX = 1 << 16 };

struct records {
    bool stated;
    int32_t count;
    hs_interval fields[RECORDS_MAX][FIELDS_MAX];
};

/* By fact, in the order of the engine. Truths are 0 and 1, choices bits, as in hs_reason. */
struct person {
    hs_interval facts[FACTS_MAX];
    struct records lists[FACTS_MAX];
    const char *place, *day;
    const char *received_for; /* a matter, or NULL */
    int64_t received;         /* fen */
    int yes;                  /* so many of a hundred conditions that can be met are met */
};

/* A cell of a person: a fact, a whole list, or a field of a record. */
struct cell {
    int32_t fact, record, field; /* record and field: -1 for a fact or a list */
};

/* ---- Chance: one sequence for one seed */
void chance_begin(uint64_t seed);
uint64_t chance_below(uint64_t bound);
bool chance(int percent);

/* ---- The model */
void model_begin(const hs_engine *engine);
const hs_fact *cell_fact(struct cell cell);
struct cell cell_of(const hs_fact *fact, int32_t record);
hs_interval cell_get(const struct person *person, struct cell cell);
void cell_set(struct person *person, struct cell cell, hs_interval value);
bool cell_is_open(const struct person *person, struct cell cell);

/* `wholeness` of a hundred facts are known. */
void person_draw(struct person *out, int wholeness, int yes);

/* States every fact that is open. */
void person_complete(struct person *person);

/* Puts the person where its facts can be tried: one of the places that have a policy, by number. */
void person_move(struct person *person, int place);

/* Something already received for one of the matters. */
void person_receive(struct person *person);
void person_write(const struct person *person, char document[DOCUMENT_MAX]);
void person_write_shuffled(const struct person *person, char document[DOCUMENT_MAX]); /* the facts in any order */

/* Values at which something may turn, within what is known of the cell; of a list whole lists, drawn into `person`. */
int32_t cell_values(const struct person *person, struct cell cell, hs_interval out[VALUES_MAX]);
void cell_complete(struct person *person, struct cell cell);
void record_draw(struct person *person, int32_t fact, int32_t record);

/* The cells that a tree speaks of. */
int32_t tree_cells(const hs_node *node, const struct person *person, struct cell out[SUBJECTS_MAX]);

/* ---- The trees by their definition */
int32_t tree_truth(const hs_node *node, const struct person *person, int32_t record); /* enum hs_known */
hs_interval tree_amount(const hs_node *node, const struct person *person, int32_t record);

#endif
