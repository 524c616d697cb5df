#include "buffer.h"

#include <stdlib.h>
#include <string.h>

char *buffer_room(struct buffer *buffer, size_t more) {
    if (buffer->room - buffer->length >= more) return buffer->data + buffer->length;
    size_t room = buffer->room == 0 ? 4096 : buffer->room;
    while (room - buffer->length < more && room <= SIZE_MAX / 2) room *= 2;
    char *data = buffer->failed || room - buffer->length < more ? NULL : realloc(buffer->data, room);
    buffer->failed = data == NULL;
    if (data == NULL) return NULL;
    buffer->data = data;
    buffer->room = room;
    return buffer->data + buffer->length;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length) {
    char *room = length == 0 ? NULL : buffer_room(buffer, length);
    if (room == NULL) return;
    memcpy(room, bytes, length);
    buffer->length += length;
}

void buffer_text(struct buffer *buffer, const char *text) { buffer_add(buffer, text, strlen(text)); }

void buffer_integer(struct buffer *buffer, int64_t value) {
    char digits[24], *at = digits + sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do *--at = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0) *--at = '-';
    buffer_add(buffer, at, (size_t)(digits + sizeof digits - at));
}

void buffer_free(struct buffer *buffer) {
    free(buffer->data);
    *buffer = (struct buffer){0};
}
