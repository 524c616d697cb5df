/* Plugin files: side modules for the page, and shared libraries as the loader looks at them before the system maps them. */
#include "fuzz.h"

#include "library_gate.h"
#include "module.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct module module;
    struct piece pieces[EXTENT_PIECES_MAX];
    hs_error error = {0};
    int count = 0, status = module_read(&module, bytes, length, &error);
    fuzz_status(status, &error, HS_PLUGIN);
    if (status == HS_OK) {
        uint32_t policy = 0;
        uint8_t *memory = malloc(module.memory_size);
        CLAIM(memory != NULL && module.memory_size <= MODULE_MEMORY_MAX);
        module_place(&module, memory, 0x1000, &policy);
        CLAIM(policy >= 0x1000 && policy - 0x1000 < module.memory_size);
        free(memory);
    }
    status = library_check(pieces, &count, (const char *)bytes, length, "file", &error);
    fuzz_status(status, &error, HS_PLUGIN);
    for (int i = 0; status == HS_OK && i < count; i++)
        CLAIM(pieces[i].first < pieces[i].end && (i == 0 || pieces[i - 1].end <= pieces[i].first));
    return 0;
}
