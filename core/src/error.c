#include "error.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

/* Cuts a text that may have been cut inside a character. */
static void mend_end(char *text, size_t size) {
    size_t length = strlen(text);
    if (length + 1 < size) return;
    while (length > 0 && !text_is_utf8(text, length)) text[--length] = '\0';
}

static void copy(char *to, size_t size, const char *from) {
    snprintf(to, size, "%s", from == NULL ? "" : from);
    mend_end(to, size);
}

int error_set_list(hs_error *error, int code, struct place_of_error place, const char *zh, const char *en, va_list arguments) {
    if (error == NULL) return code;
    error->code = code;
    error->line = place.line;
    error->column = place.column;
    error->cure = HS_CURE_NONE;
    copy(error->path, sizeof error->path, place.path);
    copy(error->clause, sizeof error->clause, place.clause);
    va_list again;
    va_copy(again, arguments);
    vsnprintf(error->zh, sizeof error->zh, zh, arguments);
    vsnprintf(error->en, sizeof error->en, en, again);
    va_end(again);
    mend_end(error->zh, sizeof error->zh);
    mend_end(error->en, sizeof error->en);
    return code;
}

int error_set(hs_error *error, int code, struct place_of_error place, const char *zh, const char *en, ...) {
    va_list arguments;
    va_start(arguments, en);
    error_set_list(error, code, place, zh, en, arguments);
    va_end(arguments);
    return code;
}

int error_cure(hs_error *error, int cure, int code) {
    if (error != NULL) error->cure = cure;
    return code;
}

int error_memory(hs_error *error) { return error_set(error, HS_MEMORY, NOWHERE, "内存不足", "out of memory"); }

const char *hs_status_name(int status) {
    switch (status) {
#define STATUS_NAME(name, code, meaning)                                                                                                   \
    case code: return #name;
        HS_STATUSES(STATUS_NAME)
#undef STATUS_NAME
    default: return "UNKNOWN";
    }
}
