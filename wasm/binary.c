#include "binary.h"

#include <string.h>

uint8_t read_byte(struct reader *r) {
    if (r->in.at == r->in.end) r->failed = true;
    return r->failed ? 0 : *r->in.at++;
}

/* An unsigned LEB128 of 32 bits; `*width`, where wanted, is how many bits it took. */
static uint32_t read_leb(struct reader *r, int *width) {
    uint64_t value = 0;
    int shift = 0;
    for (bool more = true; more && !r->failed; shift += 7) {
        uint8_t byte = read_byte(r);
        value |= (uint64_t)(byte & 0x7F) << shift;
        more = (byte & 0x80) != 0;
        if (more && shift == 28) r->failed = true;
    }
    if (width != NULL) *width = shift;
    return r->failed ? 0 : (uint32_t)value;
}

uint32_t read_count(struct reader *r) { return read_leb(r, NULL); }

/* A signed one, as its 32 bits. */
uint32_t read_signed(struct reader *r) {
    int width = 0;
    uint32_t value = read_leb(r, &width);
    return width < 32 && (value >> (width - 1) & 1) != 0 ? value | ~UINT32_C(0) << width : value;
}

struct module_span read_span(struct reader *r) {
    uint32_t length = read_count(r);
    if (length > (size_t)(r->in.end - r->in.at)) r->failed = true;
    if (r->failed) return (struct module_span){r->in.at, r->in.at};
    r->in.at += length;
    return (struct module_span){r->in.at - length, r->in.at};
}

bool span_says(struct module_span span, const char *text) {
    size_t length = strlen(text);
    return (size_t)(span.end - span.at) == length && memcmp(span.at, text, length) == 0;
}
