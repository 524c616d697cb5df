/* Shared libraries with bytes changed anywhere, whose manifests match, so that the gate and the checker are tested and not the hash:
       library PLUGIN.so WORK N SEED
   Each is loaded and assessed in a process of its own. Refused, or read as the policy that it now is: nothing else, as long as the changes
   leave the few bytes of the getter alone, and what says where they are, for that is code which the machine runs (every eighth has a byte of
   it changed, and what then crashes is counted by itself). Every second has the manifest of
   the good one: it is refused for its hash. */
#include "sha256.h"
#include <elf.h>
#include <huisuan/huisuan.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIZE_MAX_BYTES = 1 << 20, REFUSED = 0, TAKEN, WRONG };

static uint8_t good[SIZE_MAX_BYTES], bytes[SIZE_MAX_BYTES];
static size_t length;
static uint64_t state;

/* splitmix64 */
static uint64_t draw(uint64_t below) {
    uint64_t x = state += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
    return (x ^ x >> 31) % below;
}

static Elf64_Phdr code; /* the segment with the getter */
static size_t code_header;

static void find_code(void) {
    Elf64_Ehdr header;
    memcpy(&header, good, sizeof header);
    for (int i = 0; i < header.e_phnum && (code.p_flags & PF_X) == 0; i++) {
        code_header = header.e_phoff + (size_t)i * sizeof code;
        memcpy(&code, good + code_header, sizeof code);
    }
}

/* Whether a byte belongs to the getter or says where it is: the segment with code, its header, the address of the symbol. */
static bool is_getter(size_t at) {
    if (at >= code.p_offset && at < code.p_offset + code.p_filesz) return true;
    if (at >= code_header && at < code_header + sizeof code) return true;
    for (size_t from = at < 7 ? 0 : at - 7; from <= at && at < code.p_offset; from++)
        if (memcmp(good + from, &code.p_vaddr, sizeof code.p_vaddr) == 0) return true;
    return false;
}

/* Changes one to four bytes, half of them where the system's loader reads: headers, hash table, relocations. Or one of the getter's. */
static void mutate(bool getter) {
    memcpy(bytes, good, length);
    if (getter) {
        bytes[code.p_offset + draw(code.p_filesz)] = (uint8_t)draw(256);
        return;
    }
    for (uint64_t n = 1 + draw(4); n > 0; n--) {
        size_t at = (size_t)draw(draw(2) == 0 ? length : 1024);
        if (!is_getter(at)) bytes[at] = (uint8_t)(draw(2) == 0 ? draw(256) : bytes[at] ^ 1u << draw(8));
    }
}

static void write_file(const char *path, const void *content, size_t size) {
    unlink(path);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(content, 1, size, file) != size || fclose(file) != 0 || chmod(path, 0644) != 0) exit(2);
}

static void write_plugin(const char *library, const char *manifest, const char *id, bool matches) {
    char digest[65], text[256];
    write_file(library, bytes, length);
    sha256_text(digest, matches ? bytes : good, length);
    snprintf(text, sizeof text, "{\"id\":\"%s\",\"version\":\"1\",\"abi\":1,\"sha256\":\"%s\"}", id, digest);
    write_file(manifest, text, strlen(text));
}

static bool sound(hs_interval x) { return x.low >= 0 && x.low <= x.high; }

/* In the child: what comes of it. */
static int use(const char *library) {
    static const char document[] = "{\"as_of\":\"2023-06-30\",\"facts\":{}}";
    hs_engine *engine = NULL;
    hs_assessment *assessment = NULL;
    hs_error error = {0};
    if (hs_engine_new(&engine, NULL) != HS_OK) return WRONG;
    int status = hs_engine_load_file(engine, library, &error);
    if (status != HS_OK) return status == HS_PLUGIN && error.zh[0] != '\0' && hs_engine_policy_count(engine) == 0 ? REFUSED : WRONG;
    status = hs_assess(&assessment, engine, document, strlen(document), NULL, &error);
    if (status != HS_OK || hs_assessment_json(assessment, NULL) == NULL) return WRONG;
    const hs_result *result = hs_assessment_result(assessment);
    for (int32_t p = 0; p < result->count; p++)
        if (!sound(result->places[p].total) || !sound(result->places[p].all_years)) return WRONG;
    return TAKEN;
}

int main(int count, char **arguments) {
    char library[4096], manifest[4096], id[64];
    int counts[4] = {0}, crashed_in_getter = 0;
    if (count != 5) return 2;
    FILE *file = fopen(arguments[1], "rb");
    length = file == NULL ? 0 : fread(good, 1, sizeof good, file);
    if (file == NULL || length == 0 || fclose(file) != 0) return 2;
    const char *name = strrchr(arguments[1], '/') + 1;
    snprintf(id, sizeof id, "%.*s", (int)(strlen(name) - 3), name);
    snprintf(library, sizeof library, "%s/%s.so", arguments[2], id);
    snprintf(manifest, sizeof manifest, "%s/%s.json", arguments[2], id);
    mkdir(arguments[2], 0755);
    find_code();
    state = strtoull(arguments[4], NULL, 10);
    const int all = atoi(arguments[3]);
    for (int i = 0; i < all; i++) {
        bool matches = i % 2 == 0, getter = i % 8 == 0;
        mutate(getter);
        write_plugin(library, manifest, id, matches || memcmp(bytes, good, length) == 0);
        int status = 0;
        pid_t child = fork();
        if (child == 0) {
            alarm(2); /* a getter may also go round for ever */
            _exit(use(library));
        }
        if (child < 0 || waitpid(child, &status, 0) != child) return 2;
        int outcome = WIFEXITED(status) && WEXITSTATUS(status) < WRONG ? WEXITSTATUS(status) : WRONG;
        if (outcome == WRONG && getter && matches) {
            crashed_in_getter++;
            continue;
        }
        counts[outcome]++;
        if (outcome != WRONG) continue;
        printf("%d: status %x\n", i, (unsigned)status);
        for (size_t at = 0; at < length; at++)
            if (bytes[at] != good[at]) printf("  byte %zu: %02x, was %02x\n", at, bytes[at], good[at]);
    }
    printf("plugins: %d libraries with changed bytes, half with a manifest that matches: %d refused, %d read, %d crashes or wrong results; "
           "%d ended in their own changed getter\n",
           all, counts[REFUSED], counts[TAKEN], counts[WRONG], crashed_in_getter);
    return counts[WRONG] == 0 && counts[REFUSED] > 0 && counts[TAKEN] > 0 ? 0 : 1;
}
