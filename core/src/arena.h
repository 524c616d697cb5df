/* Memory that is freed all at once: one arena per assessment, one per engine. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct arena_block;

/* All zero is an empty arena. */
struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* of the newest */
    struct arena_block *spare;  /* emptied ones, to be used again */
};

/* `size` zeroed bytes, aligned for any type; NULL when memory ran out. Asking for 0 bytes gives a valid pointer. */
void *arena_take(struct arena *arena, size_t size);

/* The same for an array; NULL also where count * size does not fit. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* An array whose bytes the caller sets, every one that is read. */
void *arena_room(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL behind. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* Frees what was taken since the arena was as `then`, a copy of it. */
void arena_rewind(struct arena *arena, struct arena then);

/* Empties the arena and keeps its memory for what is taken next. */
void arena_reuse(struct arena *arena);

/* Frees everything; the arena is empty again. */
void arena_clear(struct arena *arena);

#endif
