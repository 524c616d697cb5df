/* Arenas: zeroed, aligned for any type, whatever the sizes; what does not fit is refused; what is given back is used again. */
#include "arena.h"
#include "check.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>

enum { BLOCK = 64 * 1024 }; /* as much as is asked of the system at a time */

static bool is_zero(const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0) return false;
    return true;
}

/* Each is filled, so that one that overlaps another, or is not zeroed, is seen. */
static void test_sizes(void) {
    static const size_t sizes[] = {1, 0, 3, 16, 17, BLOCK - 32, 40, BLOCK, BLOCK + 1, 5 * BLOCK, 2};
    enum { COUNT = sizeof sizes / sizeof sizes[0] };
    struct arena arena = {0};
    char *taken[COUNT];
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < COUNT; i++) {
            taken[i] = arena_take(&arena, sizes[i]);
            EXPECT(taken[i] != NULL);
            EXPECT_EQUAL((uintptr_t)taken[i] % alignof(max_align_t), 0);
            EXPECT(is_zero(taken[i], sizes[i]));
            memset(taken[i], (int)i + 1, sizes[i]);
        }
        for (size_t i = 0; i < COUNT; i++)
            for (size_t k = 0; k < sizes[i]; k++)
                if (taken[i][k] != (char)(i + 1)) EXPECT_EQUAL(taken[i][k], i + 1);
        arena_reuse(&arena);
    }
    EXPECT(arena.blocks == NULL && arena.spare != NULL);
    const struct arena_block *spare = arena.spare;
    EXPECT(arena_take(&arena, 1) != NULL && arena.blocks == spare);
    arena_clear(&arena);
    EXPECT(arena.blocks == NULL && arena.spare == NULL && arena.used == 0);
}

static void test_refused(void) {
    struct arena arena = {0};
    EXPECT(arena_take(&arena, SIZE_MAX) == NULL);
    EXPECT(arena_take(&arena, SIZE_MAX / 2 + 1) == NULL);
    EXPECT(arena_array(&arena, SIZE_MAX / 8 + 1, 8) == NULL);
    EXPECT(arena_room(&arena, SIZE_MAX / 8 + 1, 8) == NULL);
    EXPECT(arena_array(&arena, SIZE_MAX / 2, 3) == NULL); /* the product is short again */
    EXPECT(arena_room(&arena, SIZE_MAX / 2, 3) == NULL);
    EXPECT(arena_array(&arena, SIZE_MAX, 0) != NULL);
    EXPECT(arena_room(&arena, SIZE_MAX, 0) != NULL);
    EXPECT(arena_array(&arena, 0, 8) != NULL);
    arena_clear(&arena);
}

static void test_texts(void) {
    struct arena arena = {0};
    memset(arena_take(&arena, 4096), 'x', 4096);
    arena_reuse(&arena);
    char *copy = arena_copy(&arena, "abcdef", 3), *empty = arena_copy(&arena, "abc", 0), *full = arena_copy(&arena, "0123456789abcdef", 16);
    EXPECT_TEXT(copy, "abc");
    EXPECT_TEXT(empty, "");
    EXPECT_TEXT(full, "0123456789abcdef");
    EXPECT_EQUAL(full - empty, 16);
    memset(arena_take(&arena, 16), 'y', 16);
    EXPECT_TEXT(full, "0123456789abcdef"); /* its NUL is its own */
    struct arena then = arena;
    for (int i = 0; i < 3; i++) arena_take(&arena, BLOCK);
    EXPECT(arena.blocks != then.blocks);
    arena_rewind(&arena, then);
    EXPECT(arena.blocks == then.blocks && arena.used == then.used);
    arena_clear(&arena);
}

int main(void) {
    test_sizes();
    test_refused();
    test_texts();
    return checks_end();
}
