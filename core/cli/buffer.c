#include "buffer.h"

#include <stdlib.h>
#include <string.h>

char *buffer_grow(struct buffer *buffer, size_t more) {
    size_t room = buffer->room == 0 ? 256 : buffer->room;
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

char *buffer_digits(char *at, uint64_t value) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    char digits[20], *from = digits + sizeof digits;
    for (; value >= 100; value /= 100) memcpy(from -= 2, pairs + 2 * (value % 100), 2);
    if (value >= 10)
        memcpy(from -= 2, pairs + 2 * value, 2);
    else
        *--from = (char)('0' + value);
    size_t length = (size_t)(digits + sizeof digits - from);
    memcpy(at, from, length);
    return at + length;
}

void buffer_free(struct buffer *buffer) {
    free(buffer->data);
    *buffer = (struct buffer){0};
}
