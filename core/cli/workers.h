/* Assessing on several processors with the output in the order of the input. Blocks of applicants go round in a ring: filled in turn, worked
   on by whoever is free, written in turn. */
#ifndef WORKERS_H
#define WORKERS_H

#include "rows.h"
#include "source.h"

#include <pthread.h>

enum { BLOCK_ENTRIES = 64, WORKERS_MAX = 64 };

struct block {
    struct entry entries[BLOCK_ENTRIES];
    int count;
    struct buffer bytes, text; /* of its entries: what was read, and what is to be printed */
    hs_crowd *crowd;           /* or NULL */
    hs_table *reader;          /* likewise */
    struct rows_memory rows;
    int state; /* enum block_state */
};

struct workers {
    void (*work)(void *context, struct block *block); /* from any thread */
    void *context;
    struct block *blocks;
    int block_count;
    int taken; /* the next block for a worker */
    pthread_t threads[WORKERS_MAX];
    int thread_count;
    bool over;
    pthread_mutex_t mutex;
    pthread_cond_t ready, done;
};

/* Begins with up to `jobs` threads; where there can be none, workers_wait does the work itself. False where memory ran out. */
bool workers_begin(struct workers *workers, int jobs, void (*work)(void *, struct block *), void *context);

/* A filled block may be worked on. */
void workers_submit(struct workers *workers, struct block *block);

/* Waits until a submitted block is done. */
void workers_wait(struct workers *workers, struct block *block);

/* Stops the threads and frees what the blocks hold. */
void workers_end(struct workers *workers);

#endif
