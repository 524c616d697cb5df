#include "program.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The plugins that belong to this program: beside it in a build tree, else where they are installed, relative to the program so that an
   installed copy may be moved. */
char *program_plugins(void) {
    static const char *const relative[] = {"plugins", HUISUAN_PLUGINS_FROM_BIN};
    char program[PATH_MAX], path[2 * PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length > 0) {
        program[length] = '\0';
        char *slash = strrchr(program, '/');
        *slash = '\0';
        for (size_t i = 0; i < sizeof relative / sizeof relative[0]; i++) {
            snprintf(path, sizeof path, "%s/%s", program, relative[i]);
            char *found = realpath(path, NULL);
            if (found != NULL) return found;
        }
    }
    return realpath(HUISUAN_PLUGINS_DIR, NULL);
}

char *program_absolute(const char *path) { return realpath(path, NULL); }
