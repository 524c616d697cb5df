#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool lines_open(struct lines *lines, const struct cli *cli, const char *file, size_t most) {
    *lines = (struct lines){.file = file, .text = malloc(most + 2), .most = most};
    if (lines->text != NULL) lines->in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    if (lines->in != NULL) return true;
    host_fail_file(cli, file, errno);
    free(lines->text);
    return false;
}

/* Reads a line without its end; what is longer than the engine takes is cut a byte behind that. False at the end of the file. */
static bool read_line(struct lines *lines) {
    int byte = getc_unlocked(lines->in);
    if (byte == EOF) return false;
    lines->length = 0;
    lines->number++;
    for (; byte != EOF && byte != '\n'; byte = getc_unlocked(lines->in))
        if (lines->length <= lines->most) lines->text[lines->length++] = (char)byte;
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
}
