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
    struct worker *self = argument;
    struct workers *workers = self->of;
    pthread_mutex_lock(&workers->mutex);
    for (struct block *block; (block = next(workers)) != NULL;) {
        pthread_mutex_unlock(&workers->mutex);
        workers->work(workers->context, block, &self->tools);
        pthread_mutex_lock(&workers->mutex);
        block->state = BLOCK_DONE;
        pthread_cond_signal(&workers->done);
    }
    pthread_mutex_unlock(&workers->mutex);
    return NULL;
}

bool workers_begin(struct workers *workers, int jobs, void (*work)(void *, struct block *, struct tools *), void *context) {
    *workers = (struct workers){.work = work, .context = context, .block_count = jobs > 1 ? 2 * jobs : 1};
    workers->blocks = calloc((size_t)workers->block_count, sizeof *workers->blocks);
    workers->each = calloc((size_t)jobs, sizeof *workers->each);
    pthread_mutex_init(&workers->mutex, NULL);
    pthread_cond_init(&workers->ready, NULL);
    pthread_cond_init(&workers->done, NULL);
    pthread_cond_init(&workers->turns, NULL);
    if (workers->blocks == NULL || workers->each == NULL) return false;
    for (int i = 0; jobs > 1 && i < jobs; i++) {
        workers->each[i].of = workers;
        if (pthread_create(&workers->each[i].thread, NULL, run, &workers->each[i]) != 0) break;
        workers->thread_count++;
    }
    return true;
}

void workers_submit(struct workers *workers, struct block *block) {
    pthread_mutex_lock(&workers->mutex);
    block->number = workers->submitted++;
    block->state = BLOCK_READY;
    pthread_cond_signal(&workers->ready);
    pthread_mutex_unlock(&workers->mutex);
}

void workers_enter(struct workers *workers, const struct block *block) {
    pthread_mutex_lock(&workers->mutex);
    while (workers->turn != block->number) pthread_cond_wait(&workers->turns, &workers->mutex);
    pthread_mutex_unlock(&workers->mutex);
}

void workers_leave(struct workers *workers) {
    pthread_mutex_lock(&workers->mutex);
    workers->turn++;
    pthread_cond_broadcast(&workers->turns);
    pthread_mutex_unlock(&workers->mutex);
}

void workers_wait(struct workers *workers, struct block *block) {
    if (workers->thread_count == 0) {
        workers->work(workers->context, block, &workers->each[0].tools);
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
    hs_crowd_free(block->crowd);
    hs_budget_free(block->budget);
}

static void free_tools(struct tools *tools) {
    rows_forget(&tools->rows);
    hs_crowd_free(tools->crowd);
    hs_table_free(tools->reader);
}

void workers_end(struct workers *workers) {
    pthread_mutex_lock(&workers->mutex);
    workers->over = true;
    pthread_cond_broadcast(&workers->ready);
    pthread_mutex_unlock(&workers->mutex);
    for (int i = 0; i < workers->thread_count; i++) pthread_join(workers->each[i].thread, NULL);
    for (int i = 0; workers->each != NULL && (i == 0 || i < workers->thread_count); i++) free_tools(&workers->each[i].tools);
    for (int b = 0; workers->blocks != NULL && b < workers->block_count; b++) free_block(&workers->blocks[b]);
    free(workers->blocks);
    free(workers->each);
}
