/* A policy's trees flattened once at load: a list of steps, each writing one register. What two trees share is computed once.

   Registers are of two sorts, numbered apart: numbers (an interval of int64; a choice is held as the values that it surely and possibly
   has, as bits) and truths (0 and 1 as an interval of bytes: 0..0 false, 0..1 unknown, 1..1 true). A register has one lane for each
   applicant and place of a block, or, within a list, one for each of their records. */
#ifndef PLAN_H
#define PLAN_H

#include "arena.h"
#include "dictionary.h"

#include <huisuan/huisuan.h>
#include <stdbool.h>

/* What a step does beyond the operations of the trees. */
enum step_op {
    STEP_SPREAD_NUMBER = HS_OP_COUNT, /* a value of the applicant, to each of its records */
    STEP_SPREAD_TRUTH,
    STEP_COMPARE_PRODUCTS /* x * a against y * b; `value` is the enum hs_op of the comparison */
};

enum { NO_LIST = -1 };

/* As the slot of an input: no fact. */
enum { SLOT_CONSTANT = -1, SLOT_DAY = -2 /* the day as of which is assessed */ };

/* Up to so many lanes a constant need not be set up for each evaluation. */
enum { CONSTANT_LANES = 128 };

struct step {
    int32_t op;   /* enum hs_op or enum step_op */
    int32_t out;  /* register, a truth or a number as the operation gives */
    int32_t list; /* slot of the list whose records are its lanes, or NO_LIST */
    int32_t over; /* slot of the list that it reduces, or NO_LIST */
    int64_t value;
    int32_t rounding;  /* enum rounding, of a percentage */
    const int32_t *in; /* registers, in the order of the operation's arguments */
    int32_t count;
};

/* A register that is a column of the applicant, or of a list's records, or a constant. */
struct input {
    bool truth;
    int32_t out;
    int32_t slot;  /* of the fact or list, or SLOT_CONSTANT, SLOT_DAY */
    int32_t field; /* of the list, or -1 */
    int64_t value; /* of the constant */
    void *lanes;   /* of the constant: CONSTANT_LANES times, as a register has it; both ends are the same */
};

/* A node and the register that holds its value. */
struct term {
    const hs_node *node;
    int32_t out;
    int32_t list; /* the list whose records are its lanes, or NO_LIST */
    int32_t over; /* the list that it reduces, or NO_LIST */
    const struct term *arguments;
    int32_t shared;                       /* ALL, ANY and NOT of the applicant: one number for all that say the same; -1 of others, and
                                             where a policy has very many */
    hs_text rule;                         /* of a condition or an amount, in words */
    const struct hs_condition_json *json; /* of a condition */
};

/* What one measure needs of a plan, by number and in order: its condition's and amount's steps, the inputs of those, the facts and lists
   that they read; and the terms that are facts, each fact once, or that run over records. */
struct portion {
    const int32_t *steps, *inputs, *slots;
    int32_t step_count, input_count, slot_count;
    const struct term **leaves;
    int32_t leaf_count;
    bool over_records; /* whether one of them runs over them */
};

struct plan {
    const struct step *steps;
    int32_t step_count;
    const struct input *inputs;
    int32_t input_count;
    int32_t number_count, truth_count;
    const int32_t *number_list, *truth_list; /* by register: the list whose records are its lanes, or NO_LIST */
    int32_t shared_count;                    /* of such numbers */
    const struct term *when;                 /* by measure */
    const struct term **pays;                /* by measure; NULL: no amount is computed */
    const struct portion *portions;          /* by measure */
    struct portion whole;                    /* all steps and inputs, without leaves */
    const struct term *ceilings;             /* by limit */
    const struct term *holds;                /* by check; a check whose facts no measure asks for has a NULL node */
};

/* Builds the plan of a checked policy whose facts are in the dictionary. */
int plan_build(struct plan *out, const hs_policy *policy, const struct dictionary *dictionary, struct arena *arena, hs_error *error);

/* Which sort of register a step writes, and reads. */
static inline bool step_gives_truth(int32_t op) {
    return (op >= HS_OP_ALL && op <= HS_OP_SOME) || op == STEP_SPREAD_TRUTH || op == STEP_COMPARE_PRODUCTS;
}
static inline bool step_takes_truth(int32_t op, int32_t argument) {
    bool condition_first = op == HS_OP_SOME || op == HS_OP_SUM || op == HS_OP_COUNT_IF || op == HS_OP_IF;
    return op == HS_OP_ALL || op == HS_OP_ANY || op == HS_OP_NOT || op == STEP_SPREAD_TRUTH || (condition_first && argument == 0);
}

/* Fills in the portions of a plan that is complete but for them; false when memory ran out. */
bool plan_divide(struct plan *plan, int32_t measure_count, int32_t slot_count, struct arena *arena);

#endif
