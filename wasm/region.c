#include "region.h"

#include "engine.h"
#include "error.h"
#include "module.h"
#include "sha256.h"

#include <stdlib.h>

int region_add(const hs_policy **out, hs_engine *engine, const uint8_t *bytes, size_t length, hs_error *error) {
    struct module module;
    char digest[SHA256_TEXT];
    uint32_t address;
    int status = module_read(&module, bytes, length, error);
    if (status != HS_OK) return status;
    uint8_t *memory = aligned_alloc(MODULE_ALIGNMENT, (module.memory_size + MODULE_ALIGNMENT - 1) / MODULE_ALIGNMENT * MODULE_ALIGNMENT);
    if (memory == NULL) return error_memory(error);
    module_place(&module, memory, (uint32_t)(uintptr_t)memory, &address);
    *out = (const hs_policy *)(uintptr_t)address;
    sha256_text(digest, bytes, length);
    struct extent extent = {{{(const char *)memory, (const char *)memory + module.memory_size}}, 1};
    status = engine_add(engine, *out, extent, digest, NULL, error);
    if (status != HS_OK) free(memory);
    return status;
}
