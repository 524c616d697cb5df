/* A region as a WebAssembly side module (the dylink.0 convention of Emscripten), read as data: none of its code is ever run.

   A policy is constant data and one getter. What a linker adds are stores that turn offsets into addresses; they are straight-line code
   without calls or jumps, so they can be followed here, step by step and within the module's own memory. A module with any other code
   where these stand, with imports beyond its memory and its base, with other exports, or with other libraries that it needs, is refused
   before anything of it is used. */
#ifndef MODULE_H
#define MODULE_H

#include <huisuan/huisuan.h>

enum {
    MODULE_MAX = 4 * 1024 * 1024, /* bytes of the file */
    MODULE_MEMORY_MAX = 4 * 1024 * 1024,
    MODULE_ALIGNMENT = 16
};

struct module_span {
    const uint8_t *at, *end;
};

struct module {
    uint32_t memory_size;           /* what its data needs, at an address that MODULE_ALIGNMENT divides */
    uint32_t base_global;           /* the index of __memory_base */
    struct module_span data;        /* the data section */
    struct module_span relocations; /* the body of the function that relocates, or empty */
    struct module_span getter;      /* the body of huisuan_policy */
};

/* Reads a module, which goes on pointing into `bytes`. HS_PLUGIN says what was found and what was wanted. */
int module_read(struct module *out, const uint8_t *bytes, size_t length, hs_error *error);

/* Fills `memory`, of memory_size bytes, with the module's data as it is when loaded at the address `base`, and gives the address of its
   policy, which lies within. */
void module_place(const struct module *self, uint8_t *memory, uint32_t base, uint32_t *policy);

#endif
