#include "arena.h"

#include <stdlib.h>

enum { BLOCK_SIZE = 64 * 1024 };

static struct arena_block *make_block(struct arena *arena, size_t size) {
    struct arena_block *block = arena->spare;
    if (block != NULL && size <= block->size) {
        arena->spare = block->older;
        return block;
    }
    block = malloc(sizeof *block + size);
    if (block != NULL) block->size = size;
    return block;
}

void *arena_extend(struct arena *arena, size_t size) {
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 2) return NULL;
    size = (size + alignment - 1) / alignment * alignment;
    struct arena_block *block = make_block(arena, size > BLOCK_SIZE ? size : BLOCK_SIZE);
    if (block == NULL) return NULL;
    block->older = arena->blocks;
    arena->blocks = block;
    arena->used = size;
    return block->bytes;
}

void arena_rewind(struct arena *arena, struct arena then) {
    while (arena->blocks != then.blocks) {
        struct arena_block *older = arena->blocks->older;
        free(arena->blocks);
        arena->blocks = older;
    }
    arena->used = then.used;
}

void arena_reuse(struct arena *arena) {
    while (arena->blocks != NULL) {
        struct arena_block *block = arena->blocks;
        arena->blocks = block->older;
        if (block->size > BLOCK_SIZE) {
            free(block);
            continue;
        }
        block->older = arena->spare;
        arena->spare = block;
    }
    arena->used = 0;
}

void arena_clear(struct arena *arena) {
    arena_reuse(arena);
    arena->blocks = arena->spare;
    arena->spare = NULL;
    arena_rewind(arena, (struct arena){.blocks = NULL});
}
