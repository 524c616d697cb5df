/* Runs a target over the files of directories, as the fuzzer would: `make test` replays the seeds with it. */
#include "fuzz.h"

#include <dirent.h>

static int replay(const char *path) {
    static uint8_t bytes[1 << 21];
    FILE *file = fopen(path, "rb");
    if (file == NULL) return 0;
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    uint8_t *exact = malloc(length + 1); /* so that a step beyond is seen */
    memcpy(exact + 1, bytes, length);
    LLVMFuzzerTestOneInput(exact + 1, length);
    free(exact);
    return 1;
}

int main(int count, char **arguments) {
    int files = 0;
    for (int i = 1; i < count; i++) {
        DIR *directory = opendir(arguments[i]);
        if (directory == NULL) files += replay(arguments[i]);
        for (struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", arguments[i], entry->d_name);
            if (entry->d_name[0] != '.') files += replay(path);
        }
        if (directory != NULL) closedir(directory);
    }
    fprintf(stderr, "%d inputs replayed\n", files);
    return files > 0 ? 0 : 1;
}
