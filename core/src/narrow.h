/* What a Chinese keyboard types wide. */
#ifndef NARROW_H
#define NARROW_H

enum { WIDE_BYTES = 3 }; /* of a wide character */

/* The printable ASCII that the character at `text` is the wide form of: U+FF01 to U+FF5E; NUL of any other. */
static inline char narrow_of(const char *text) {
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] != 0xEF || (bytes[1] != 0xBC && bytes[1] != 0xBD)) return '\0';
    int point = (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
    return point >= 0xF01 && point <= 0xF5E ? (char)(point - 0xF01 + '!') : '\0';
}

#endif
