/* Memory that is freed all at once: one arena per assessment, one per engine. */
#ifndef ARENA_H
#define ARENA_H

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena_block {
    struct arena_block *older;
    size_t size; /* a multiple of the alignment, as is what is used of it */
    alignas(max_align_t) unsigned char bytes[];
};

/* All zero is an empty arena. */
struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* of the newest */
    struct arena_block *spare;  /* emptied ones, to be used again */
};

/* arena_bytes from a new block. */
void *arena_extend(struct arena *arena, size_t size);

/* `size` bytes that the caller sets, every one that is read; aligned for any type. NULL when memory ran out. Asking for 0 bytes gives a
   valid pointer. These stand here so that taking a few bytes is little work. */
static inline void *arena_bytes(struct arena *arena, size_t size) {
    struct arena_block *block = arena->blocks;
    if (block == NULL || block->size - arena->used < size) return arena_extend(arena, size);
    void *taken = block->bytes + arena->used;
    arena->used += (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    return taken;
}

/* The same, zeroed. */
static inline void *arena_take(struct arena *arena, size_t size) {
    void *taken = arena_bytes(arena, size);
    return taken == NULL ? NULL : memset(taken, 0, size);
}

/* arena_bytes for an array, arena_take for one; NULL also where count * size does not fit. */
static inline void *arena_room(struct arena *arena, size_t count, size_t size) {
    return size != 0 && count > SIZE_MAX / size ? NULL : arena_bytes(arena, count * size);
}
static inline void *arena_array(struct arena *arena, size_t count, size_t size) {
    return size != 0 && count > SIZE_MAX / size ? NULL : arena_take(arena, count * size);
}

/* A copy of `length` bytes with a NUL behind. */
static inline char *arena_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_bytes(arena, length + 1);
    if (copy == NULL) return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* Frees what was taken since the arena was as `then`, a copy of it. */
void arena_rewind(struct arena *arena, struct arena then);

/* Empties the arena and keeps its memory for what is taken next. */
void arena_reuse(struct arena *arena);

/* Frees everything; the arena is empty again. */
void arena_clear(struct arena *arena);

#endif
