/* Bytes that grow and are used again. All zero is empty. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *data;
    size_t length, room;
    bool failed; /* memory ran out: what follows is dropped */
};

/* Room for `more` bytes behind the others; NULL where there is none. The caller adds to the length. */
char *buffer_grow(struct buffer *buffer, size_t more);
static inline char *buffer_room(struct buffer *buffer, size_t more) {
    return buffer->room - buffer->length >= more ? buffer->data + buffer->length : buffer_grow(buffer, more);
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);

/* Writes a number at `at`, where there is room for its digits, 20 at most; where they end. */
char *buffer_digits(char *at, uint64_t value);

void buffer_free(struct buffer *buffer);

#endif
