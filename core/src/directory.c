#include "directory.h"

#include "error.h"
#include "trouble.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int directory_fault(hs_error *error, const char *path, int number) {
    return error_set(error, HS_PLUGIN, AT_PATH(path), "不能读取：%s%.0s", "cannot be read: %.0s%s", trouble_zh(number), strerror(number));
}

static int by_name(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

/* The paths of the plugins, in the order of their names, which are unique. */
static int list(char **paths, int *count, const char *directory, hs_error *error) {
    const size_t suffix = strlen(HS_PLUGIN_SUFFIX);
    DIR *stream = opendir(directory);
    if (stream == NULL) return directory_fault(error, directory, errno);
    int status = HS_OK;
    for (struct dirent *entry; status == HS_OK && (entry = readdir(stream)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length <= suffix || strcmp(entry->d_name + length - suffix, HS_PLUGIN_SUFFIX) != 0) continue;
        if (*count == DIRECTORY_PLUGINS_MAX) {
            status = error_set(error, HS_PLUGIN, AT_PATH(directory), "插件太多", "there are too many plugins");
            break;
        }
        size_t size = strlen(directory) + length + 2;
        paths[*count] = malloc(size);
        if (paths[*count] == NULL)
            status = error_memory(error);
        else
            snprintf(paths[(*count)++], size, "%s/%s", directory, entry->d_name);
    }
    closedir(stream);
    qsort(paths, (size_t)*count, sizeof *paths, by_name);
    return status;
}

int directory_load_file(void *self, const char *path, hs_error *error) { return hs_engine_load_file(self, path, error); }

int directory_load(void *self, const char *directory, int (*load)(void *self, const char *path, hs_error *error), hs_error *error) {
    char **paths = calloc(DIRECTORY_PLUGINS_MAX, sizeof *paths);
    if (paths == NULL) return error_memory(error);
    int count = 0, status = list(paths, &count, directory, error);
    for (int i = 0; i < count; i++) {
        if (status == HS_OK) status = load(self, paths[i], error);
        free(paths[i]);
    }
    free(paths);
    return status;
}
