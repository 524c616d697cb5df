/* Reading the binary format of WebAssembly (core specification 5.2). */
#ifndef BINARY_H
#define BINARY_H

#include "module.h"

#include <stdbool.h>

/* What is left to read. `failed` once something was cut off or out of range; what is read from then on is 0 or empty. */
struct reader {
    struct module_span in;
    bool failed;
};

uint8_t read_byte(struct reader *r);

/* An unsigned LEB128 of 32 bits. */
uint32_t read_count(struct reader *r);

/* A signed one, as its 32 bits. */
uint32_t read_signed(struct reader *r);

/* A vector of bytes: its length and so many bytes. */
struct module_span read_span(struct reader *r);

bool span_says(struct module_span span, const char *text);
static inline size_t span_length(struct module_span span) { return (size_t)(span.end - span.at); }

#endif
