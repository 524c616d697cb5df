#include "workers.h"

#include <stdlib.h>

enum block_state { BLOCK_EMPTY, BLOCK_READY, BLOCK_BUSY, BLOCK_DONE };

/* The next block in turn that is ready; NULL when it is over. The mutex is held. */
static struct block *next(struct workers *workers) {
    while (!workers->over && workers->blocks[workers->taken].state != BLOCK_READY) pthread_cond_wait(&workers->ready, &workers->mutex);
    if (workers->over) return NULL;
    struct block *block = &workers->blocks[workers->taken];
    workers->taken = (workers->taken + 1) % workers->block_count;
    block->state = BLOCK_BUSY;
    return block;
}

static void *run(void *argument) {
    struct workers *workers = argument;
    pthread_mutex_lock(&workers->mutex);
    for (struct block *block; (block = next(workers)) != NULL;) {
        pthread_mutex_unlock(&workers->mutex);
        workers->work(workers->context, block);
        pthread_mutex_lock(&workers->mutex);
        block->state = BLOCK_DONE;
        pthread_cond_broadcast(&workers->done);
    }
    pthread_mutex_unlock(&workers->mutex);
    return NULL;
}

bool workers_begin(struct workers *workers, int jobs, void (*work)(void *, struct block *), void *context) {
    *workers = (struct workers){.work = work, .context = context, .block_count = jobs > 1 ? 2 * jobs : 1};
    workers->blocks = calloc((size_t)workers->block_count, sizeof *workers->blocks);
    if (workers->blocks == NULL) return false;
    pthread_mutex_init(&workers->mutex, NULL);
    pthread_cond_init(&workers->ready, NULL);
    pthread_cond_init(&workers->done, NULL);
    while (jobs > 1 && workers->thread_count < jobs && workers->thread_count < WORKERS_MAX &&
           pthread_create(&workers->threads[workers->thread_count], NULL, run, workers) == 0)
        workers->thread_count++;
    return true;
}

void workers_submit(struct workers *workers, struct block *block) {
    pthread_mutex_lock(&workers->mutex);
    block->state = BLOCK_READY;
    pthread_cond_signal(&workers->ready);
    pthread_mutex_unlock(&workers->mutex);
}

void workers_wait(struct workers *workers, struct block *block) {
    if (workers->thread_count == 0) {
        workers->work(workers->context, block);
        return;
    }
    pthread_mutex_lock(&workers->mutex);
    while (block->state != BLOCK_DONE) pthread_cond_wait(&workers->done, &workers->mutex);
    block->state = BLOCK_EMPTY;
    pthread_mutex_unlock(&workers->mutex);
}

static void free_block(struct block *block) {
    for (int i = 0; i < BLOCK_ENTRIES; i++) entry_clear(&block->entries[i]);
    buffer_free(&block->bytes);
    buffer_free(&block->text);
    rows_forget(&block->rows);
    hs_crowd_free(block->crowd);
    hs_table_free(block->reader);
}

void workers_end(struct workers *workers) {
    if (workers->blocks == NULL) return;
    pthread_mutex_lock(&workers->mutex);
    workers->over = true;
    pthread_cond_broadcast(&workers->ready);
    pthread_mutex_unlock(&workers->mutex);
    for (int i = 0; i < workers->thread_count; i++) pthread_join(workers->threads[i], NULL);
    for (int b = 0; b < workers->block_count; b++) free_block(&workers->blocks[b]);
    free(workers->blocks);
}
