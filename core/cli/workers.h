/* Assessing on several processors with the output in the order of the input. Blocks of applicants go round in a ring: filled in turn, worked
   on by whoever is free, written in turn. */
#ifndef WORKERS_H
#define WORKERS_H

#include "rows.h"
#include "source.h"

#include <pthread.h>

enum { BLOCK_ENTRIES = 64 };

struct block {
    struct entry entries[BLOCK_ENTRIES];
    int count;
    struct buffer bytes, text; /* of its entries: what was read, and what is to be printed */
    hs_crowd *crowd;           /* whose results a workbook reads when the block is written, or NULL */
    hs_budget *budget;         /* of its entries, or NULL */
    hs_error fault;            /* of the budget, its code HS_OK where there is none */
    int64_t number;            /* 0 first */
    int state;                 /* enum block_state */
};

/* What a thread works with: its memory stays near its processor. Made when first wanted. */
struct tools {
    hs_crowd *crowd;
    hs_table *reader;
    struct rows_memory rows;
};

struct workers;

struct worker {
    struct workers *of;
    pthread_t thread;
    struct tools tools;
};

struct workers {
    void (*work)(void *context, struct block *block, struct tools *tools); /* from any thread */
    void *context;
    struct block *blocks;
    int block_count;
    int taken; /* the next block for a worker */
    struct worker *each;
    int thread_count;
    int64_t submitted, turn; /* blocks; the number of the one whose turn it is */
    bool over;
    pthread_mutex_t mutex;
    pthread_cond_t ready, done, turns;
};

/* Begins with up to `jobs` threads; where there can be none, workers_wait does the work itself. False where memory ran out. */
bool workers_begin(struct workers *workers, int jobs, void (*work)(void *, struct block *, struct tools *), void *context);

/* A filled block may be worked on. */
void workers_submit(struct workers *workers, struct block *block);

/* Within the work: what stands between them is done for one block after another, in their order. Each block has to come by. */
void workers_enter(struct workers *workers, const struct block *block);
void workers_leave(struct workers *workers);

/* Waits until a submitted block is done. */
void workers_wait(struct workers *workers, struct block *block);

/* Stops the threads and frees what the blocks hold. */
void workers_end(struct workers *workers);

#endif
