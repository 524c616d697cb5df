/* UTF-8 and a growing text. */
#ifndef TEXT_H
#define TEXT_H

#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct arena;

/* The length in bytes of the character that begins at `text` (RFC 3629), 0 where none does. */
size_t text_character(const char *text, size_t length);

bool text_is_utf8(const char *text, size_t length);

/* Whether a text is UTF-8 and holds no control character (C0, DEL, C1), which a terminal might obey. */
bool text_is_printable(const char *text, size_t length);

/* Of eight bytes those that a JSON string has to escape, by their top bits: below 0x20, a quotation mark or a backslash. */
static inline uint64_t text_escapes(const char *eight_bytes) {
    const uint64_t each = UINT64_C(0x0101010101010101), tops = each << 7;
    uint64_t bytes;
    memcpy(&bytes, eight_bytes, sizeof bytes);
    uint64_t quote = bytes ^ each * '"', slash = bytes ^ each * '\\';
    return ((bytes - each * 0x20) | (quote - each) | (slash - each)) & ~bytes & tops; /* the top bits of all three are those of `bytes` */
}

/* How many bytes from the beginning on are ASCII that stands for itself in a JSON string. */
size_t text_plain(const char *text, size_t length);

/* A number to find a text by, another one where the order of bytes is another. */
uint32_t text_hash(const char *text);
/* The same where the length is known. */
uint32_t text_hash_of(const char *text, size_t length);

/* A text that grows; all zero is empty. A failed allocation sets `failed`, and the text is never given out: look once, at the end. */
struct writer {
    char *data; /* `length` bytes; a NUL behind them once write_end has been called */
    size_t length, capacity;
    bool failed;
    bool fixed; /* the bytes are somebody else's and stay as many: what does not fit is dropped, with all behind it */
};

/* Bytes that hold a subject, a figure or an overlay in words, as a writer's own. */
enum { FIXED_TEXT = 2048 };

/* Copies what a fixed writer holds into `buffer`, cut at `size`, with a NUL behind it. Returns `buffer`. */
char *write_cut(const struct writer *writer, char *buffer, size_t size);

/* Makes room for `more` bytes and a NUL where there is none; false when that failed. */
bool write_grow(struct writer *writer, size_t more);
static inline bool write_reserve(struct writer *writer, size_t more) {
    return writer->capacity - writer->length > more || write_grow(writer, more);
}

/* Where `length` bytes can be written behind the text, by a caller who then adds to the writer's length; NULL where there is no room. */
static inline char *write_room(struct writer *writer, size_t length) {
    return write_reserve(writer, length) ? writer->data + writer->length : NULL;
}

/* These stand here so that the length of a text that the compiler sees is no work. */
static inline void write_bytes(struct writer *writer, const char *bytes, size_t length) {
    if (!write_reserve(writer, length) || length == 0) return;
    memcpy(writer->data + writer->length, bytes, length);
    writer->length += length;
}

static inline void write_text(struct writer *writer, const char *text) { write_bytes(writer, text, strlen(text)); }

/* A text that was written once to be repeated often. */
struct fragment {
    const char *text; /* NULL when memory ran out */
    size_t length;
};
static inline void write_fragment(struct writer *writer, struct fragment fragment) { write_bytes(writer, fragment.text, fragment.length); }

/* Where figures are put without a look at the room: at most so many bytes each. */
enum { INTEGER_TEXT_MAX = 20, HUNDREDTHS_TEXT_MAX = 21 };

/* Both return where the text ends. */
char *put_integer(char *out, int64_t value);
char *put_hundredths(char *out, int64_t value);

void write_format(struct writer *writer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void write_integer(struct writer *writer, int64_t value);

/* Hundredths as a plain decimal, at most two decimals: 1234567.5. */
void write_hundredths(struct writer *writer, int64_t value);

/* The same with commas every three digits: 1,234,567, and hundredths as 1,234,567.5. */
void write_grouped_integer(struct writer *writer, int64_t value);
void write_grouped(struct writer *writer, int64_t hundredths);

/* An amount as people write it: whole yuan, or to the fen: 1,234,567.50. */
void write_money(struct writer *writer, int64_t fen);

/* A text between quotation marks as JSON wants it (RFC 8259, section 7); NULL as null. */
void write_json_text(struct writer *writer, const char *text);

/* The NUL-terminated text, still the writer's; NULL when something failed. */
char *write_end(struct writer *writer);

/* The same for a caller who frees it with free(); nothing is left in the writer when something failed. */
char *write_take(struct writer *writer);

/* Moves the text into an arena and empties the writer; NULL when something failed. */
const char *write_keep(struct writer *writer, struct arena *arena);
/* The same, and the writer keeps its room for another text. */
const char *write_copy(struct writer *writer, struct arena *arena);
struct fragment write_keep_fragment(struct writer *writer, struct arena *arena);

void write_free(struct writer *writer);

/* The candidate nearest to `text` by edit distance, if it is near enough to be a slip of the pen. Call it for each candidate in turn,
   beginning with a zeroed struct. */
struct nearest {
    const char *candidate; /* NULL: none near enough */
    int distance;
};
void nearest_try(struct nearest *nearest, const char *text, const char *candidate);

#endif
