/* Under Node the system may be any: bin/huisuan.mjs knows where the package's plugins are, and Node resolves paths itself. */
#include "program.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *program_plugins(void) {
    const char *path = getenv("HUISUAN_PLUGINS");
    return path == NULL ? NULL : strdup(path);
}

char *program_absolute(const char *path) { return access(path, F_OK) == 0 ? strdup(path) : NULL; }
