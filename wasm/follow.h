/* Following the code that a linker adds to constant data: straight lines that store addresses. Nothing is run; what strays is refused. */
#ifndef FOLLOW_H
#define FOLLOW_H

#include "binary.h"

/* Copies the segments of data into `memory`, where it is not NULL; false where one does not lie within the module's memory. */
bool follow_data(const struct module *module, uint8_t *memory);

/* Makes the stores of the function that relocates, for data that begins at the address `base`. With `memory` NULL only whether they can be
   followed. */
bool follow_relocations(const struct module *module, uint8_t *memory, uint32_t base);

/* The offset that huisuan_policy returns. */
bool follow_getter(const struct module *module, uint32_t *offset);

#endif
