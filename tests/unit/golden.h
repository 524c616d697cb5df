/* What a test writes, held line by line against a file that was read and found right. */
#ifndef GOLDEN_H
#define GOLDEN_H

#include "check.h"

/* The end of a test program: with the argument `print` it writes what the file has to be, else it is held against GOLDEN. */
static inline int golden_end(int count, char **arguments, void (*write_all)(FILE *)) {
    char wanted[4096], found[4096];
    if (count > 1 && strcmp(arguments[1], "print") == 0) {
        write_all(stdout);
        return 0;
    }
    FILE *golden = fopen(GOLDEN, "r"), *written = tmpfile();
    EXPECT(golden != NULL && written != NULL);
    if (golden == NULL || written == NULL) return checks_end();
    write_all(written);
    rewind(written);
    while (fgets(wanted, sizeof wanted, golden) != NULL) EXPECT_TEXT(fgets(found, sizeof found, written), wanted);
    EXPECT(fgets(found, sizeof found, written) == NULL);
    fclose(golden);
    fclose(written);
    return checks_end();
}

#endif
