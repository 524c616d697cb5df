/* Plugins as shared libraries. A constructor would run inside dlopen, so everything that can be checked is checked before: owner and mode
   of directory and files, the manifest, and the SHA-256 of the library. */
#define _GNU_SOURCE /* getauxval's header, AT_SECURE */
#include "checker.h"
#include "directory.h"
#include "engine.h"
#include "error.h"
#include "gate.h"
#include "library_gate.h"
#include "place.h"
#include "sha256.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <link.h>
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

/* A trusted regular file, read into memory that the caller frees, and when it was written. */
static int read_trusted(char **out, size_t *length, const char *path, size_t most, struct timespec *written, hs_error *error) {
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
        *written = found.st_mtim;
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
    struct vouched policy;
    const char *version, *sha256;
    const char *facts; /* with a space between them; NULL where it does not say */
    struct timespec written;
};

static int manifest_fault(hs_error *error, const char *path, const char *part) {
    return error_set(error, HS_PLUGIN, AT_PATH(path), "清单的“%s”缺失或不对：用 huisuan policy manifest 重新生成",
                     "\"%s\" is missing from the manifest or wrong: make it again with huisuan policy manifest", part);
}

static const char *text_of(const struct json *document, const char *key) {
    const struct json *member = json_member(document, key);
    return member == NULL ? NULL : member->text;
}

static int read_manifest(struct manifest *out, struct arena *arena, const char *path, hs_error *error) {
    char *text;
    size_t length;
    struct json *document;
    int status = read_trusted(&text, &length, path, MANIFEST_MAX, &out->written, error);
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
    } texts[] = {{"id", &out->policy.id}, {"version", &out->version}, {"sha256", &out->sha256}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct json *member = json_member(document, texts[i].key);
        if (member == NULL || member->kind != JSON_STRING) return manifest_fault(error, path, texts[i].key);
        *texts[i].value = member->text;
    }
    out->policy.adcode = text_of(document, "adcode");
    out->policy.sha256 = text_of(document, "policy_sha256");
    out->facts = text_of(document, "facts");
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
    char *bytes, digest[SHA256_TEXT];
    size_t length;
    struct timespec written;
    struct piece pieces[EXTENT_PIECES_MAX];
    const hs_policy *policy = NULL;
    struct extent extent = {.count = 0};
    const char *base = NULL;
    int status = read_trusted(&bytes, &length, path, LIBRARY_MAX, &written, error);
    if (status != HS_OK) return status;
    sha256_text(digest, bytes, length);
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
    status = engine_add(self, policy, extent, digest, manifest == NULL ? NULL : &manifest->policy, &inner);
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

/* The manifest beside a library. */
static int find_manifest(struct manifest *out, struct arena *arena, const char *path, hs_error *error) {
    char stem[PATH_LENGTH_MAX], manifest_path[PATH_LENGTH_MAX + 8];
    const char *id = NULL;
    int status = require_absolute(path, error);
    if (status == HS_OK) status = split_path(stem, &id, path, error);
    if (status != HS_OK) return status;
    snprintf(manifest_path, sizeof manifest_path, "%s.json", stem);
    status = read_manifest(out, arena, manifest_path, error);
    return status == HS_OK && strcmp(out->policy.id, id) != 0 ? manifest_fault(error, manifest_path, "id") : status;
}

int hs_engine_load_file(hs_engine *self, const char *path, hs_error *error) {
    struct arena arena = {0};
    struct manifest manifest;
    int status = find_manifest(&manifest, &arena, path, error);
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

static int require_directory(const char *directory, hs_error *error) {
    struct stat found;
    int status = require_absolute(directory, error);
    if (status != HS_OK) return status;
    if (stat(directory, &found) != 0) return directory_fault(error, directory, errno);
    if (!S_ISDIR(found.st_mode)) return refuse(error, directory, "不是目录", "it is not a directory");
    return require_trusted(&found, directory, error);
}

int hs_engine_load(hs_engine *self, const char *directory, hs_error *error) {
    int status = require_directory(directory, error);
    return status == HS_OK ? directory_load(self, directory, directory_load_file, error) : status;
}

/* ---- What a document asks for ------------------------------------------------------------------------------------------------------ */

/* A plugin left closed for the time being. */
struct closed {
    const char *path;
    struct manifest manifest;
};

struct choice {
    hs_engine *engine;
    const struct json *document;
    const char *const *places; /* that are assessed; NULL: all */
    int32_t count;
    struct closed *closed; /* room for every plugin of the directory */
    int32_t closed_count;
    struct arena arena;
};

/* The places that the options name, else the document; in what cannot be read none are named. */
static void choose_places(struct choice *c, const char *json, size_t length, const hs_options *options) {
    struct json *document;
    hs_error error;
    if (gate_read(&document, &c->arena, json, length, &error) != HS_OK || document->kind != JSON_OBJECT) return;
    c->document = document;
    c->places = options == NULL ? NULL : options->locations;
    c->count = options == NULL ? 0 : options->location_count;
    const struct json *locations = json_member(document, "locations");
    if (c->count > 0 || locations == NULL || locations->kind != JSON_ARRAY) return;
    const char **places = arena_array(&c->arena, (size_t)locations->count, sizeof *places);
    for (const struct json *item = locations->first; places != NULL && item != NULL; item = item->next)
        places[c->count++] = item->kind == JSON_STRING ? item->text : "";
    c->places = places;
}

static bool is_of_a_place(const struct choice *c, const char *adcode) {
    for (int32_t i = 0; i < c->count; i++)
        if (!adcode_is_valid(c->places[i]) || adcode_covers(adcode, c->places[i])) return true;
    return c->count == 0;
}

/* Whether a manifest says all that is wanted of a policy that stays closed. One that is older than its library speaks of another. */
static bool says_enough(const struct manifest *manifest, const char *path) {
    const char *digest = manifest->policy.sha256, *adcode = manifest->policy.adcode;
    if (adcode == NULL || !adcode_is_valid(adcode) || manifest->facts == NULL || digest == NULL) return false;
    if (strlen(digest) != SHA256_TEXT - 1 || strspn(digest, "0123456789abcdef") != SHA256_TEXT - 1) return false;
    struct stat library;
    if (stat(path, &library) != 0) return false;
    const struct timespec built = library.st_mtim, written = manifest->written;
    return built.tv_sec != written.tv_sec ? built.tv_sec < written.tv_sec : built.tv_nsec <= written.tv_nsec;
}

static int load_or_close(void *self, const char *path, hs_error *error) {
    struct choice *c = self;
    struct manifest manifest;
    int status = find_manifest(&manifest, &c->arena, path, error);
    if (status != HS_OK) return status;
    if (!says_enough(&manifest, path) || is_of_a_place(c, manifest.policy.adcode)) return load_checked(c->engine, path, &manifest, error);
    path = arena_copy(&c->arena, path, strlen(path));
    if (path == NULL) return error_memory(error);
    c->closed[c->closed_count++] = (struct closed){path, manifest};
    return HS_OK;
}

static bool has_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0')) return true;
    return false;
}

/* Loads a policy that knows a fact, where none does that is loaded. */
static int load_fact(struct choice *c, const char *fact, hs_error *error) {
    if (dictionary_find(&c->engine->dictionary, fact) >= 0) return HS_OK;
    int32_t at = 0;
    while (at < c->closed_count && !has_word(c->closed[at].manifest.facts, fact)) at++;
    if (at == c->closed_count) return HS_OK; /* hs_assess refuses it */
    int status = load_checked(c->engine, c->closed[at].path, &c->closed[at].manifest, error);
    memmove(c->closed + at, c->closed + at + 1, (size_t)(--c->closed_count - at) * sizeof *c->closed);
    return status;
}

/* The facts of "facts" and of each place of "facts_at". */
static int load_facts(struct choice *c, const struct json *facts, int levels, hs_error *error) {
    int status = HS_OK;
    for (const struct json *member = facts == NULL ? NULL : facts->first; status == HS_OK && member != NULL; member = member->next)
        status = levels > 1 ? load_facts(c, member, levels - 1, error) : member->key == NULL ? HS_OK : load_fact(c, member->key, error);
    return status;
}

static int list_closed(const struct choice *c, hs_error *error) {
    struct arena *arena = &c->engine->arena;
    struct listed_policy *listed = arena_array(arena, (size_t)c->closed_count, sizeof *listed);
    if (listed == NULL) return error_memory(error);
    for (int32_t i = 0; i < c->closed_count; i++) {
        const struct vouched *policy = &c->closed[i].manifest.policy;
        listed[i].id = arena_copy(arena, policy->id, strlen(policy->id));
        listed[i].sha256 = arena_copy(arena, policy->sha256, SHA256_TEXT - 1);
        if (listed[i].id == NULL || listed[i].sha256 == NULL) return error_memory(error);
    }
    c->engine->listed = listed;
    c->engine->listed_count = c->closed_count;
    return HS_OK;
}

/* Whether a check that the plan left out, because no policy here asks for one of its facts, could be broken while nothing is known of that
   fact: a figure is not surely less, or more, than one that may be anything. */
static bool may_warn(const struct loaded_policy *loaded) {
    for (int32_t i = 0; i < loaded->policy->check_count; i++) {
        const hs_node *holds = &loaded->policy->checks[i]->holds->n;
        if (loaded->plan.holds[i].node != NULL) continue;
        if (holds->op != HS_OP_AT_LEAST && holds->op != HS_OP_AT_MOST) return true;
        for (int k = 0; k < 2; k++)
            if (holds->arguments[k]->op != HS_OP_FACT && holds->arguments[k]->op != HS_OP_CONSTANT) return true;
    }
    return false;
}

/* Whether a place has no policy here: that there is none is not said on the word of manifests. */
static bool leaves_a_place(const struct choice *c) {
    for (int32_t i = 0; i < c->count; i++) {
        bool covered = false;
        for (int32_t p = 0; !covered && p < c->engine->count; p++)
            covered = adcode_covers(c->engine->policies[p]->policy->adcode, c->places[i]);
        if (!covered) return true;
    }
    return false;
}

static int load_chosen(struct choice *c, const char *directory, hs_error *error) {
    int status = require_directory(directory, error);
    if (status == HS_OK) status = directory_load(c, directory, load_or_close, error);
    if (status == HS_OK && c->closed_count > 0) status = load_facts(c, json_member(c->document, "facts"), 1, error);
    if (status == HS_OK && c->closed_count > 0) status = load_facts(c, json_member(c->document, "facts_at"), 2, error);
    if (status == HS_OK && c->closed_count > 0 && leaves_a_place(c))
        status = refuse(error, directory, "有的地点没有政策，请加载全部插件", "a place has no policy; load all plugins");
    for (int32_t i = 0; status == HS_OK && c->closed_count > 0 && i < c->engine->count; i++)
        if (may_warn(c->engine->policies[i]))
            status = refuse(error, directory, "有的核对要看其他地方的事实，请加载全部插件",
                            "a check looks at facts of other places; load all plugins");
    return status == HS_OK ? list_closed(c, error) : status;
}

int hs_engine_load_for(hs_engine *self, const char *directory, const char *json, size_t length, const hs_options *options,
                       hs_error *error) {
    struct choice choice = {.engine = self};
    choose_places(&choice, json, length, options);
    choice.closed = arena_array(&choice.arena, DIRECTORY_PLUGINS_MAX, sizeof *choice.closed);
    int status = choice.closed == NULL ? error_memory(error) : load_chosen(&choice, directory, error);
    arena_clear(&choice.arena);
    return status;
}
