/* Plugins as shared libraries. A constructor would run inside dlopen, so everything that can be checked is checked before: owner and mode
   of directory and files, the manifest, and the SHA-256 of the library. */
#define _GNU_SOURCE /* getauxval's header, AT_SECURE */
#include "checker.h"
#include "directory.h"
#include "engine.h"
#include "error.h"
#include "gate.h"
#include "library_gate.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <link.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIBRARY_MAX = 16 * 1024 * 1024, MANIFEST_MAX = 64 * 1024, PATH_LENGTH_MAX = 4096 };

static int refuse(hs_error *error, const char *path, const char *zh, const char *en) {
    return error_set(error, HS_PLUGIN, AT_PATH(path), "%s%.0s", "%.0s%s", zh, en);
}

/* ---- Files ----------------------------------------------------------------------------------------------------------------------- */

/* Owned by root or the caller, and writable by nobody else. */
static int require_trusted(const struct stat *found, const char *path, hs_error *error) {
    if (found->st_uid != 0 && found->st_uid != geteuid())
        return error_set(error, HS_PLUGIN, AT_PATH(path), "属主为 uid %u，应为 root 或你自己：chown root 后再试",
                         "it belongs to uid %u, not to root or you: chown it", (unsigned)found->st_uid);
    if ((found->st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return error_set(error, HS_PLUGIN, AT_PATH(path), "权限为 %03o，他人可写：chmod go-w 后再试",
                         "its mode is %03o, others can write to it: chmod go-w", (unsigned)(found->st_mode & 0777));
    return HS_OK;
}

static int read_whole(int file, char *bytes, size_t size, const char *path, hs_error *error) {
    for (size_t done = 0; done < size;) {
        ssize_t got = read(file, bytes + done, size - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return directory_fault(error, path, errno);
        if (got == 0) return refuse(error, path, "读到一半文件变短了", "it grew shorter while being read");
        done += (size_t)got;
    }
    return HS_OK;
}

/* A trusted regular file, read into memory that the caller frees. */
static int read_trusted(char **out, size_t *length, const char *path, size_t most, hs_error *error) {
    struct stat found;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    *out = NULL;
    if (file < 0 && errno == ELOOP)
        return refuse(error, path, "是符号链接，应为普通文件", "it is a symbolic link; a regular file is wanted");
    if (file < 0) return directory_fault(error, path, errno);
    int status = fstat(file, &found) != 0 ? directory_fault(error, path, errno) : HS_OK;
    if (status == HS_OK && !S_ISREG(found.st_mode)) status = refuse(error, path, "不是普通文件", "it is not a regular file");
    if (status == HS_OK) status = require_trusted(&found, path, error);
    if (status == HS_OK && (found.st_size <= 0 || (size_t)found.st_size > most))
        status = error_set(error, HS_PLUGIN, AT_PATH(path), "大小为 %" PRId64 " 字节，应为 1 至 %zu",
                           "it has %" PRId64 " bytes, wanted 1 to %zu", (int64_t)found.st_size, most);
    if (status == HS_OK) {
        *length = (size_t)found.st_size;
        *out = malloc(*length);
        status = *out == NULL ? error_memory(error) : read_whole(file, *out, *length, path, error);
    }
    close(file);
    if (status != HS_OK) {
        free(*out);
        *out = NULL;
    }
    return status;
}

/* ---- Manifests ------------------------------------------------------------------------------------------------------------------- */

/* What a manifest says of the library beside it. */
struct manifest {
    const char *id, *version, *sha256;
};

static int manifest_fault(hs_error *error, const char *path, const char *part) {
    return error_set(error, HS_PLUGIN, AT_PATH(path), "清单的“%s”缺失或不对：用 huisuan policy manifest 重新生成",
                     "\"%s\" is missing from the manifest or wrong: make it again with huisuan policy manifest", part);
}

static int read_manifest(struct manifest *out, struct arena *arena, const char *path, hs_error *error) {
    char *text;
    size_t length;
    struct json *document;
    int status = read_trusted(&text, &length, path, MANIFEST_MAX, error);
    if (status != HS_OK) return status;
    hs_error inner = {0};
    status = gate_read(&document, arena, text, length, &inner);
    free(text);
    if (status == HS_MEMORY) return error_memory(error);
    if (status != HS_OK)
        return error_set(error, HS_PLUGIN, AT_PATH(path), "清单不是有效的 JSON：%s%.0s", "the manifest is not valid JSON: %.0s%s", inner.zh,
                         inner.en);
    if (document->kind != JSON_OBJECT) return manifest_fault(error, path, "{}");
    const struct {
        const char *key;
        const char **value;
    } texts[] = {{"id", &out->id}, {"version", &out->version}, {"sha256", &out->sha256}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct json *member = json_member(document, texts[i].key);
        if (member == NULL || member->kind != JSON_STRING) return manifest_fault(error, path, texts[i].key);
        *texts[i].value = member->text;
    }
    const struct json *abi = json_member(document, "abi");
    int64_t number = 0;
    if (abi == NULL || abi->kind != JSON_NUMBER || json_hundredths(&number, abi) != DECIMAL_OK || number % 100 != 0)
        return manifest_fault(error, path, "abi");
    if (number / 100 < HS_ABI_MIN || number / 100 > HS_ABI_CURRENT)
        return error_set(error, HS_PLUGIN, AT_PATH(path), "插件的 ABI 为 %" PRId64 "，本引擎接受 %d 至 %d：请重新编译插件",
                         "the plugin's ABI is %" PRId64 ", this engine takes %d to %d: compile it again", number / 100, HS_ABI_MIN,
                         HS_ABI_CURRENT);
    return HS_OK;
}

/* ---- Libraries ------------------------------------------------------------------------------------------------------------------- */

typedef const hs_policy *getter(void);

/* Gives the policy and where the library begins in memory. */
static int open_library(const hs_policy **out, const char **base, const char *path, hs_error *error) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *reason = dlerror();
        return error_set(error, HS_PLUGIN, AT_PATH(path), "不能加载：%s", "cannot be loaded: %s", reason == NULL ? "?" : reason);
    }
    getter *get = NULL;
    void *symbol = dlsym(library, "huisuan_policy");
    memcpy(&get, &symbol, sizeof get); /* ISO C has no cast from an object pointer to a function pointer; POSIX gives both one size */
    if (get == NULL) return refuse(error, path, "不能取得 huisuan_policy", "huisuan_policy cannot be found in it");
    struct link_map *map = NULL;
    if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0) return refuse(error, path, "不能取得加载位置", "where it was loaded cannot be told");
    *base = (const char *)(uintptr_t)map->l_addr;
    *out = get();
    return HS_OK;
}

static int require_absolute(const char *path, hs_error *error) {
    if (getauxval(AT_SECURE) != 0)
        return refuse(error, path, "程序带有特权（setuid），不加载插件", "the program runs with raised privileges; no plugins are loaded");
    if (path[0] != '/') return refuse(error, path, "应为绝对路径", "an absolute path is wanted");
    if (strlen(path) >= PATH_LENGTH_MAX) return refuse(error, path, "路径过长", "the path is too long");
    return HS_OK;
}

static int load_checked(hs_engine *self, const char *path, const struct manifest *manifest, hs_error *error) {
    char *bytes, digest[65];
    size_t length;
    struct piece pieces[EXTENT_PIECES_MAX];
    const hs_policy *policy = NULL;
    struct extent extent = {.count = 0};
    const char *base = NULL;
    int status = read_trusted(&bytes, &length, path, LIBRARY_MAX, error);
    if (status != HS_OK) return status;
    SHA256Data((const uint8_t *)bytes, length, digest);
    status = library_check(pieces, &extent.count, bytes, length, path, error);
    free(bytes);
    if (status != HS_OK) return status;
    if (manifest != NULL && strcmp(digest, manifest->sha256) != 0)
        return error_set(error, HS_PLUGIN, AT_PATH(path),
                         "SHA-256 为 %.16s…，清单写的是 %.16s…：文件被改过或清单过期，请核对来源后重新生成清单",
                         "its SHA-256 is %.16s..., the manifest says %.16s...: the file was changed or the manifest is old; check where it "
                         "comes from and make the manifest again",
                         digest, manifest->sha256);
    status = open_library(&policy, &base, path, error);
    if (status != HS_OK) return status;
    hs_error inner = {0};
    for (int i = 0; i < extent.count; i++) {
        extent.pieces[i].first = base + pieces[i].first;
        extent.pieces[i].end = base + pieces[i].end;
    }
    status = checker_check(policy, extent, &inner);
    if (status == HS_OK && manifest != NULL && strcmp(policy->id, manifest->id) != 0)
        return error_set(error, HS_PLUGIN, AT_PATH(path), "里面的政策编号是 %s，文件名和清单写的是 %s：请改成一样",
                         "the policy in it has the id %s, file and manifest say %s: make them the same", policy->id, manifest->id);
    if (status == HS_OK) status = engine_add(self, policy, extent, digest, &inner);
    if (status == HS_OK) return HS_OK;
    struct place_of_error place = {path, 0, 0, inner.clause};
    if (inner.path[0] == '\0') return error_set(error, status, place, "%s%.0s", "%.0s%s", inner.zh, inner.en);
    return error_set(error, status, place, "%s：%s%.0s", "%s: %.0s%s", inner.path, inner.zh, inner.en);
}

/* `path` without ".so", and the id that the file's name gives. */
static int split_path(char stem[PATH_LENGTH_MAX], const char **id, const char *path, hs_error *error) {
    size_t length = strlen(path);
    if (length < 4 || strcmp(path + length - 3, HS_PLUGIN_SUFFIX) != 0)
        return refuse(error, path, "插件文件名应为 <编号>.so", "a plugin is called <id>.so");
    memcpy(stem, path, length - 3);
    stem[length - 3] = '\0';
    const char *slash = strrchr(stem, '/');
    *id = slash == NULL ? stem : slash + 1;
    return HS_OK;
}

int hs_engine_load_file(hs_engine *self, const char *path, hs_error *error) {
    char stem[PATH_LENGTH_MAX], manifest_path[PATH_LENGTH_MAX + 8];
    const char *id = NULL;
    struct arena arena = {0};
    struct manifest manifest;
    int status = require_absolute(path, error);
    if (status == HS_OK) status = split_path(stem, &id, path, error);
    if (status != HS_OK) return status;
    snprintf(manifest_path, sizeof manifest_path, "%s.json", stem);
    status = read_manifest(&manifest, &arena, manifest_path, error);
    if (status == HS_OK && strcmp(manifest.id, id) != 0) status = manifest_fault(error, manifest_path, "id");
    if (status == HS_OK) status = load_checked(self, path, &manifest, error);
    arena_clear(&arena);
    return status;
}

int hs_plugin_manifest(char **out, const char *path, hs_error *error) {
    hs_engine *engine = NULL;
    *out = NULL;
    int status = require_absolute(path, error);
    if (status == HS_OK) status = hs_engine_new(&engine, error);
    if (status == HS_OK) status = load_checked(engine, path, NULL, error);
    if (status == HS_OK) {
        *out = engine_manifest(engine);
        if (*out == NULL) status = error_memory(error);
    }
    hs_engine_free(engine);
    return status;
}

/* ---- Directories ------------------------------------------------------------------------------------------------------------------ */

int hs_engine_load(hs_engine *self, const char *directory, hs_error *error) {
    struct stat found;
    int status = require_absolute(directory, error);
    if (status != HS_OK) return status;
    if (stat(directory, &found) != 0) return directory_fault(error, directory, errno);
    if (!S_ISDIR(found.st_mode)) return refuse(error, directory, "不是目录", "it is not a directory");
    status = require_trusted(&found, directory, error);
    return status == HS_OK ? directory_load(self, directory, hs_engine_load_file, error) : status;
}
