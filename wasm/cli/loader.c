/* Plugins from files, for the command line under Node. A region is read as data and runs no code, so no manifest has to vouch for it before
   it is opened, and who owns the file does not matter. */
#include "directory.h"
#include "engine.h"
#include "error.h"
#include "module.h"
#include "region.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* A whole file, at most a byte more than a module may have, which the caller frees. */
static uint8_t *read_file(const char *path, size_t *length, hs_error *error) {
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = file == NULL ? NULL : malloc(MODULE_MAX + 1);
    if (bytes == NULL) {
        file == NULL ? directory_fault(error, path, errno) : error_memory(error);
    } else {
        *length = fread(bytes, 1, MODULE_MAX + 1, file);
        if (ferror(file) != 0) {
            directory_fault(error, path, errno);
            free(bytes);
            bytes = NULL;
        }
    }
    if (file != NULL) fclose(file);
    return bytes;
}

int hs_engine_load_file(hs_engine *self, const char *path, hs_error *error) {
    size_t length = 0;
    hs_error inner = {0};
    const hs_policy *policy;
    uint8_t *bytes = read_file(path, &length, &inner);
    int status = bytes == NULL ? inner.code : region_add(&policy, self, bytes, length, &inner);
    free(bytes);
    if (status == HS_OK) return HS_OK;
    if (bytes == NULL) return error_set(error, status, AT_PATH(path), "%s%.0s", "%.0s%s", inner.zh, inner.en);
    struct place_of_error place = {path, 0, 0, inner.clause};
    const char *colon = inner.path[0] == '\0' ? "" : ": ";
    return error_set(error, status, place, "%s%s%s%.0s", "%s%s%.0s%s", inner.path, colon, inner.zh, inner.en);
}

int hs_engine_load(hs_engine *self, const char *directory, hs_error *error) {
    return directory_load(self, directory, directory_load_file, error);
}

/* There are no manifests to choose by. */
int hs_engine_load_for(hs_engine *self, const char *directory, const char *json, size_t length, const hs_options *options,
                       hs_error *error) {
    (void)json, (void)length, (void)options;
    return hs_engine_load(self, directory, error);
}

int hs_plugin_manifest(char **out, const char *path, hs_error *error) {
    hs_engine *engine = NULL;
    *out = NULL;
    int status = hs_engine_new(&engine, error);
    if (status == HS_OK) status = hs_engine_load_file(engine, path, error);
    if (status == HS_OK) {
        *out = engine_manifest(engine);
        if (*out == NULL) status = error_memory(error);
    }
    hs_engine_free(engine);
    return status;
}
