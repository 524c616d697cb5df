#define _GNU_SOURCE /* ElfW */
#include "library_gate.h"

#include "error.h"

#include <link.h>
#include <stdbool.h>
#include <string.h>

static int refuse(hs_error *error, const char *path, const char *zh, const char *en) {
    return error_set(error, HS_PLUGIN, AT_PATH(path), "%s%.0s", "%.0s%s", zh, en);
}

static bool lies_within(uint64_t offset, uint64_t size, size_t length) { return offset <= length && size <= length - offset; }

/* What a library of constant data has no use for, and what would run code or pull in other libraries. */
static const char *forbidden_tag(int64_t tag) {
    switch (tag) {
    case DT_NEEDED: return "NEEDED";
    case DT_INIT: return "INIT";
    case DT_FINI: return "FINI";
    case DT_INIT_ARRAY: return "INIT_ARRAY";
    case DT_FINI_ARRAY: return "FINI_ARRAY";
    case DT_PREINIT_ARRAY: return "PREINIT_ARRAY";
    case DT_TEXTREL: return "TEXTREL";
    case DT_RPATH: return "RPATH";
    case DT_RUNPATH: return "RUNPATH";
    case DT_AUXILIARY: return "AUXILIARY";
    case DT_FILTER: return "FILTER";
    default: return NULL;
    }
}

static int check_dynamic(const char *bytes, const ElfW(Phdr) * segment, const char *path, hs_error *error) {
    for (uint64_t at = 0; at + sizeof(ElfW(Dyn)) <= segment->p_filesz; at += sizeof(ElfW(Dyn))) {
        ElfW(Dyn) entry;
        memcpy(&entry, bytes + segment->p_offset + at, sizeof entry);
        if (entry.d_tag == DT_NULL) return HS_OK;
        const char *tag = forbidden_tag(entry.d_tag);
        if (tag != NULL)
            return error_set(error, HS_PLUGIN, AT_PATH(path), "含有 %s：插件只能是常量数据，请按 plugins/README.md 编译",
                             "it has %s: a plugin is constant data only; compile it as plugins/README.md says", tag);
    }
    return refuse(error, path, "动态段没有结束", "its dynamic section has no end");
}

int library_check(const char *bytes, size_t length, size_t *span, const char *path, hs_error *error) {
    ElfW(Ehdr) header;
    bool dynamic = false;
    *span = 0;
    if (length < sizeof header || memcmp(bytes, ELFMAG, SELFMAG) != 0)
        return refuse(error, path, "不是共享库（ELF）", "it is not a shared library (ELF)");
    memcpy(&header, bytes, sizeof header);
    if (header.e_type != ET_DYN || header.e_phentsize != sizeof(ElfW(Phdr)) ||
        !lies_within(header.e_phoff, (uint64_t)header.e_phnum * sizeof(ElfW(Phdr)), length))
        return refuse(error, path, "共享库的文件头不对，文件可能不完整", "its header is wrong; the file may be cut off");
    for (int i = 0; i < header.e_phnum; i++) {
        ElfW(Phdr) segment;
        memcpy(&segment, bytes + header.e_phoff + (size_t)i * sizeof segment, sizeof segment);
        if (segment.p_type != PT_LOAD && segment.p_type != PT_DYNAMIC) continue;
        if (!lies_within(segment.p_offset, segment.p_filesz, length))
            return refuse(error, path, "文件不完整，请重新复制", "the file is cut off; copy it again");
        if (segment.p_type == PT_LOAD && *span < segment.p_vaddr + segment.p_memsz) *span = segment.p_vaddr + segment.p_memsz;
        if (segment.p_type == PT_LOAD) continue;
        dynamic = true;
        int status = check_dynamic(bytes, &segment, path, error);
        if (status != HS_OK) return status;
    }
    return dynamic ? HS_OK : refuse(error, path, "没有动态段", "it has no dynamic section");
}
