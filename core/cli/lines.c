#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024 };

bool lines_open(struct lines *lines, const struct cli *cli, const char *file, size_t most) {
    *lines = (struct lines){.file = file, .text = malloc(most + 2), .most = most, .bytes = malloc(CHUNK)};
    if (lines->text != NULL && lines->bytes != NULL) lines->in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    if (lines->in != NULL) return true;
    host_fail_file(cli, file, errno);
    free(lines->text);
    free(lines->bytes);
    return false;
}

/* Whether there are bytes left to look at. */
static bool more(struct lines *lines) {
    if (lines->from < lines->count) return true;
    lines->from = 0;
    lines->count = fread(lines->bytes, 1, CHUNK, lines->in);
    return lines->count > 0;
}

static void add(struct lines *lines, const char *bytes, size_t count) {
    size_t room = lines->most + 1 - lines->length;
    if (count > room) count = room;
    memcpy(lines->text + lines->length, bytes, count);
    lines->length += count;
}

/* Reads a line without its end; what is longer than the engine takes is cut a byte behind that. False at the end of the file. */
static bool read_line(struct lines *lines) {
    if (!more(lines)) return false;
    lines->length = 0;
    lines->number++;
    for (const char *end = NULL; end == NULL && more(lines);) {
        const char *start = lines->bytes + lines->from;
        size_t left = lines->count - lines->from;
        end = memchr(start, '\n', left);
        size_t count = end == NULL ? left : (size_t)(end - start);
        add(lines, start, count);
        lines->from += count + (end != NULL);
    }
    bool whole = lines->length <= lines->most;
    if (whole && lines->length > 0 && lines->text[lines->length - 1] == '\r') lines->length--;
    lines->text[lines->length] = '\0';
    return true;
}

bool lines_next(struct lines *lines) {
    while (read_line(lines))
        if (strspn(lines->text, " \t") < lines->length) return true;
    return false;
}

bool lines_failed(const struct lines *lines) { return ferror(lines->in) != 0; }

void lines_close(struct lines *lines) {
    if (lines->in != stdin) fclose(lines->in);
    free(lines->text);
    free(lines->bytes);
}
