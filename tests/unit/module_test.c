/* Reading side modules: a small one byte by byte, and under the sanitizers everything that it turns into when it is cut off or changed in one
   place. What each refusal says is tested in tests/wasm/hostile_test.mjs. */
#include "check.h"
#include "module.h"

#include <stdlib.h>

enum { BASE = 0x1000, DATA = 48, POLICY = 16, DATA_SECTION = 19 };

/* 48 bytes of data, of which eight are given at 4 and two words are made addresses; the policy is said to be at 16. */
/* clang-format off */
static const uint8_t small[] = {
    0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00,
    /* memory */
    0x00, 0x0F, 0x08, 0x64, 0x79, 0x6C, 0x69, 0x6E, 0x6B, 0x2E, 0x30, 0x01, 0x04, 0x30, 0x03, 0x00, 0x00,
    /* types */
    0x01, 0x08, 0x02, 0x60, 0x00, 0x00, 0x60, 0x00, 0x01, 0x7F,
    /* imports */
    0x02, 0x24, 0x02, 0x03, 0x65, 0x6E, 0x76, 0x0D, 0x5F, 0x5F, 0x6D, 0x65, 0x6D, 0x6F, 0x72, 0x79, 0x5F, 0x62, 0x61, 0x73, 0x65, 0x03, 0x7F, 0x00,
    0x03, 0x65, 0x6E, 0x76, 0x06, 0x6D, 0x65, 0x6D, 0x6F, 0x72, 0x79, 0x02, 0x00, 0x01,
    /* functions */
    0x03, 0x03, 0x02, 0x00, 0x01,
    /* exports */
    0x07, 0x12, 0x01, 0x0E, 0x68, 0x75, 0x69, 0x73, 0x75, 0x61, 0x6E, 0x5F, 0x70, 0x6F, 0x6C, 0x69, 0x63, 0x79, 0x00, 0x01,
    /* start */
    0x08, 0x01, 0x00,
    /* code: the linker's, then the getter */
    0x0A, 0x29, 0x02, 0x1E, 0x01, 0x01, 0x7F, 0x23, 0x00, 0x22, 0x00, 0x41, 0x08, 0x6A, 0x20, 0x00, 0x41, 0x2C, 0x6A, 0x36, 0x02, 0x00, 0x41, 0x28,
    0x23, 0x00, 0x6A, 0x41, 0x7F, 0x36, 0x02, 0x04, 0x01, 0x0B, 0x08, 0x00, 0x23, 0x00, 0x41, 0x10, 0x6A, 0x0F, 0x0B,
    /* data */
    0x0B, 0x11, 0x01, 0x00, 0x23, 0x00, 0x41, 0x04, 0x6A, 0x0B, 0x08, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08,
};
/* clang-format on */

static int read(const uint8_t *bytes, size_t length, struct module *module) {
    hs_error error = {0};
    int status = module_read(module, bytes, length, &error);
    if (status != HS_OK && error.en[0] == '\0') check_that(0, __FILE__, __LINE__, "a refusal without a word");
    return status;
}

/* As `read`, and places the module where the sanitizers see every step beside its memory. */
static int use(const uint8_t *bytes, size_t length) {
    struct module module;
    if (read(bytes, length, &module) != HS_OK) return HS_PLUGIN;
    uint8_t *memory = malloc(module.memory_size);
    uint32_t policy = 0;
    if (memory == NULL) return HS_MEMORY;
    module_place(&module, memory, BASE, &policy);
    if (policy < BASE || policy - BASE >= module.memory_size) check_that(0, __FILE__, __LINE__, "the policy lies within");
    free(memory);
    return HS_OK;
}

static void test_placed(void) {
    static const uint8_t wanted[DATA] = {[4] = 1, 2, 3, 4, 0x2C, 0x10, 0, 0, [44] = 0xFF, 0xFF, 0xFF, 0xFF};
    struct module module;
    uint8_t memory[DATA];
    uint32_t policy = 0;
    memset(memory, 0xAA, sizeof memory);
    EXPECT_EQUAL(read(small, sizeof small, &module), HS_OK);
    EXPECT_EQUAL(module.memory_size, DATA);
    module_place(&module, memory, BASE, &policy);
    EXPECT_EQUAL(policy, BASE + POLICY);
    EXPECT_EQUAL(memcmp(memory, wanted, DATA), 0);
}

static void test_cut_off(void) {
    for (size_t length = 0; length < sizeof small; length++) {
        uint8_t *copy = malloc(length + 1); /* to the byte, so that reading on is seen; malloc(0) may be NULL */
        memcpy(copy + 1, small, length);
        int status = use(copy + 1, length);
        /* Without its data it is a module all the same, of zeroes. */
        EXPECT_EQUAL(status, length == sizeof small - DATA_SECTION ? HS_OK : HS_PLUGIN);
        free(copy);
    }
}

static void test_changed(void) {
    int taken = 0;
    for (size_t at = 0; at < sizeof small; at++)
        for (int byte = 0; byte < 256; byte++) {
            uint8_t copy[sizeof small];
            memcpy(copy, small, sizeof small);
            copy[at] = (uint8_t)byte;
            taken += use(copy, sizeof copy) == HS_OK;
        }
    EXPECT(taken > (int)sizeof small && taken < 256 * (int)sizeof small / 2);
}

int main(void) {
    test_placed();
    test_cut_off();
    test_changed();
    return checks_end();
}
