/* Filling in a caller's hs_error. */
#ifndef ERROR_H
#define ERROR_H

#include <huisuan/huisuan.h>
#include <stdarg.h>

/* Where something is wrong: any part may be missing. */
struct place_of_error {
    const char *path;
    int line, column;
    const char *clause;
};

#define NOWHERE ((struct place_of_error){NULL, 0, 0, NULL})
#define AT_PATH(path_) ((struct place_of_error){(path_), 0, 0, NULL})

/* Writes code, place and the message in both languages, cut where they do not fit, and returns the code. `error` may be NULL. The
   arguments are used for each format in turn; a format passes over the other language's text with %.0s. */
int error_set(hs_error *error, int code, struct place_of_error place, const char *zh, const char *en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

int error_set_list(hs_error *error, int code, struct place_of_error place, const char *zh, const char *en, va_list arguments)
    __attribute__((format(printf, 4, 0), format(printf, 5, 0)));

/* Names what the host can do about the error that was just set, and returns its code. */
int error_cure(hs_error *error, int cure, int code);

int error_memory(hs_error *error);

#endif
