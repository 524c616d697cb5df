/* Assertions that print where they fail and go on, and the line that a test program ends with. */
#ifndef CHECK_H
#define CHECK_H

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static int checks_passed, checks_failed;

static inline void check_that(int holds, const char *file, int line, const char *what) {
    if (holds) {
        checks_passed++;
        return;
    }
    checks_failed++;
    printf("%s:%d: failed: %s\n", file, line, what);
}

static inline void check_equal(int64_t found, int64_t wanted, const char *file, int line, const char *what) {
    if (found != wanted) printf("%s:%d: %s is %" PRId64 ", wanted %" PRId64 "\n", file, line, what, found, wanted);
    check_that(found == wanted, file, line, what);
}

static inline void check_text_equal(const char *found, const char *wanted, const char *file, int line, const char *what) {
    int same = found != NULL && strcmp(found, wanted) == 0;
    if (!same) printf("%s:%d: %s is \"%s\", wanted \"%s\"\n", file, line, what, found == NULL ? "(NULL)" : found, wanted);
    check_that(same, file, line, what);
}

#define EXPECT(condition) check_that((condition) != 0, __FILE__, __LINE__, #condition)
#define EXPECT_EQUAL(found, wanted) check_equal((int64_t)(found), (int64_t)(wanted), __FILE__, __LINE__, #found)
#define EXPECT_TEXT(found, wanted) check_text_equal((found), (wanted), __FILE__, __LINE__, #found)
#define EXPECT_HOLDS(text, part) check_that(strstr((text), (part)) != NULL, __FILE__, __LINE__, "\"" part "\" is in " #text)

/* The exit code of a test program. */
static inline int checks_end(void) {
    printf("%d checks passed, %d failed\n", checks_passed, checks_failed);
    return checks_failed == 0 && checks_passed > 0 ? 0 : 1;
}

#endif
