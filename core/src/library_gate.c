#define _GNU_SOURCE /* ElfW */
#include "library_gate.h"

#include "error.h"

#include <link.h>
#include <stdbool.h>
#include <string.h>

/* The machine that this engine runs on, and the relocation that adds the address at which a library lies: constants need no other. */
#if defined(__x86_64__)
#define MACHINE EM_X86_64
#define RELATIVE R_X86_64_RELATIVE
#elif defined(__aarch64__)
#define MACHINE EM_AARCH64
#define RELATIVE R_AARCH64_RELATIVE
#elif defined(__riscv)
#define MACHINE EM_RISCV
#define RELATIVE R_RISCV_RELATIVE
#elif defined(__i386__)
#define MACHINE EM_386
#define RELATIVE R_386_RELATIVE
#else
#error "say here what this machine is called in ELF"
#endif
#define RELOCATION_TYPE(info) (sizeof(ElfW(Addr)) == 8 ? (uint32_t)(info) : (uint32_t)((info)&0xFF))

#if !defined(DT_RELR)
#define DT_RELRSZ 35
#define DT_RELR 36
#define DT_RELRENT 37
#endif

enum { LOADS_MAX = EXTENT_PIECES_MAX, PAGE = 4096, SPAN_MAX = 64 * 1024 * 1024, TAGS = 64 };

/* What is known of the library while it is looked at. */
struct library {
    const char *bytes, *path;
    size_t length;
    ElfW(Phdr) loads[LOADS_MAX], dynamic;
    int load_count;
    uint64_t given;                  /* the tags of the dynamic section, as bits */
    uint64_t values[TAGS], gnu_hash; /* of the dynamic section, by tag; 0 where there is none */
    hs_error *error;
};

static int refuse(struct library *l, const char *zh, const char *en) {
    return error_set(l->error, HS_PLUGIN, AT_PATH(l->path), "%s%.0s", "%.0s%s", zh, en);
}

static int refuse_part(struct library *l, const char *part) {
    return error_set(l->error, HS_PLUGIN, AT_PATH(l->path), "含有 %s：插件只能是常量数据，请按 plugins/README.md 编译",
                     "it has %s: a plugin is constant data only; compile it as plugins/README.md says", part);
}

static int refuse_broken(struct library *l, const char *part) {
    return error_set(l->error, HS_PLUGIN, AT_PATH(l->path), "%s 指到文件之外或不对：请重新编译或复制插件",
                     "its %s leads out of the file or is wrong; compile or copy the plugin again", part);
}

static bool lies_within(uint64_t offset, uint64_t size, uint64_t length) { return offset <= length && size <= length - offset; }

/* ---- Segments -------------------------------------------------------------------------------------------------------------------- */

/* The segment that holds so many bytes of memory from an address on; NULL where none does. */
static const ElfW(Phdr) * segment_of(const struct library *l, uint64_t address, uint64_t size) {
    for (int i = 0; i < l->load_count; i++)
        if (address >= l->loads[i].p_vaddr && lies_within(address - l->loads[i].p_vaddr, size, l->loads[i].p_memsz)) return &l->loads[i];
    return NULL;
}

/* The bytes of the file that will lie at an address; NULL where it has not so many there. */
static const char *bytes_at(const struct library *l, uint64_t address, uint64_t size) {
    const ElfW(Phdr) *load = segment_of(l, address, size);
    if (load == NULL || !lies_within(address - load->p_vaddr, size, load->p_filesz)) return NULL;
    return l->bytes + load->p_offset + (address - load->p_vaddr);
}

/* The end of the last page that a segment takes. */
static uint64_t page_end(const ElfW(Phdr) * load) { return (load->p_vaddr + load->p_memsz + PAGE - 1) / PAGE * PAGE; }

/* One behind the other, the first at 0, and no page in two of them. */
static int add_load(struct library *l, const ElfW(Phdr) * load) {
    const ElfW(Phdr) *last = l->load_count == 0 ? NULL : &l->loads[l->load_count - 1];
    uint64_t end = last == NULL ? 0 : page_end(last);
    if (!lies_within(load->p_offset, load->p_filesz, l->length))
        return refuse(l, "文件不完整，请重新复制", "the file is cut off; copy it again");
    if (l->load_count == LOADS_MAX || load->p_memsz == 0 || load->p_memsz < load->p_filesz ||
        !lies_within(load->p_vaddr, load->p_memsz, SPAN_MAX) || load->p_vaddr < end || (load->p_vaddr - load->p_offset) % PAGE != 0 ||
        (last == NULL && load->p_vaddr != 0))
        return refuse_broken(l, "LOAD");
    if ((load->p_flags & PF_R) == 0) return refuse_broken(l, "LOAD");
    if ((load->p_flags & PF_W) != 0 && (load->p_flags & PF_X) != 0) return refuse_part(l, "LOAD RWX");
    l->loads[l->load_count++] = *load;
    return HS_OK;
}

/* Whether it lies in the pages of one segment. */
static bool lies_in_pages(const struct library *l, const ElfW(Phdr) * part) {
    const ElfW(Phdr) *load = segment_of(l, part->p_vaddr, 1);
    return load != NULL && lies_within(part->p_vaddr, part->p_memsz, page_end(load));
}

/* The system's loader reads or protects what these headers name. */
static int check_segment(struct library *l, const ElfW(Phdr) * segment) {
    switch (segment->p_type) {
    case PT_NULL:
    case PT_LOAD: return HS_OK;
    case PT_GNU_STACK: return (segment->p_flags & PF_X) != 0 ? refuse_part(l, "GNU_STACK X") : HS_OK;
    case PT_GNU_RELRO: return lies_in_pages(l, segment) ? HS_OK : refuse_broken(l, "GNU_RELRO");
    case PT_DYNAMIC:
        if (l->dynamic.p_type == PT_DYNAMIC) return refuse_broken(l, "DYNAMIC");
        l->dynamic = *segment;
        return lies_within(segment->p_offset, segment->p_filesz, l->length) && segment->p_filesz == segment->p_memsz
                   ? HS_OK
                   : refuse_broken(l, "DYNAMIC");
    case PT_INTERP: return refuse_part(l, "INTERP");
    case PT_TLS: return refuse_part(l, "TLS");
    default: return bytes_at(l, segment->p_vaddr, segment->p_memsz) != NULL ? HS_OK : refuse_broken(l, "PHDR");
    }
}

static int read_segments(struct library *l) {
    static const unsigned char class = sizeof(ElfW(Addr)) == 8 ? ELFCLASS64 : ELFCLASS32;
    ElfW(Ehdr) header;
    if (l->length < sizeof header || memcmp(l->bytes, ELFMAG, SELFMAG) != 0)
        return refuse(l, "不是共享库（ELF），请用 gcc -shared 编译插件", "it is not a shared library (ELF); compile it with gcc -shared");
    memcpy(&header, l->bytes, sizeof header);
    if (header.e_type != ET_DYN || header.e_ident[EI_CLASS] != class || header.e_ident[EI_DATA] != ELFDATA2LSB ||
        header.e_machine != MACHINE || header.e_phentsize != sizeof(ElfW(Phdr)) ||
        !lies_within(header.e_phoff, (uint64_t)header.e_phnum * sizeof(ElfW(Phdr)), l->length))
        return refuse(l, "共享库的文件头不对：文件不完整，或为别的机器编译，请重新复制或编译",
                      "its header is wrong: the file may be cut off or be for another machine; copy it again, or compile it here");
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < header.e_phnum; i++) {
            ElfW(Phdr) segment;
            memcpy(&segment, l->bytes + header.e_phoff + (size_t)i * sizeof segment, sizeof segment);
            int status = round == 1 ? check_segment(l, &segment) : segment.p_type == PT_LOAD ? add_load(l, &segment) : HS_OK;
            if (status != HS_OK) return status;
        }
    return l->dynamic.p_type == PT_DYNAMIC
               ? HS_OK
               : refuse(l, "没有动态段，请用 gcc -shared 编译插件", "it has no dynamic section; compile it with gcc -shared");
}

/* ---- The dynamic section --------------------------------------------------------------------------------------------------------- */

/* What a library of constant data has no use for, and what would run code or pull in other libraries; NULL for what it needs. */
static const char *forbidden_tag(int64_t tag) {
    switch (tag) {
    case DT_HASH:
    case DT_GNU_HASH:
    case DT_STRTAB:
    case DT_STRSZ:
    case DT_SYMTAB:
    case DT_SYMENT:
    case DT_SONAME:
    case DT_RELA:
    case DT_RELASZ:
    case DT_RELAENT:
    case DT_RELACOUNT:
    case DT_REL:
    case DT_RELSZ:
    case DT_RELENT:
    case DT_RELCOUNT:
    case DT_RELR:
    case DT_RELRSZ:
    case DT_RELRENT: return NULL;
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
    case DT_JMPREL: return "JMPREL";
    case DT_VERNEED: return "VERNEED";
    default: return "dynamic entries that are not known";
    }
}

/* In memory that the system's loader may write to: it turns the addresses there into pointers. */
static int read_dynamic(struct library *l) {
    const ElfW(Phdr) *held = segment_of(l, l->dynamic.p_vaddr, l->dynamic.p_memsz);
    const char *bytes = bytes_at(l, l->dynamic.p_vaddr, l->dynamic.p_memsz);
    if (bytes == NULL || (held->p_flags & PF_W) == 0 || l->dynamic.p_vaddr % sizeof(ElfW(Addr)) != 0) return refuse_broken(l, "DYNAMIC");
    for (uint64_t at = 0; at + sizeof(ElfW(Dyn)) <= l->dynamic.p_memsz; at += sizeof(ElfW(Dyn))) {
        ElfW(Dyn) entry;
        memcpy(&entry, bytes + at, sizeof entry);
        if (entry.d_tag == DT_NULL) return HS_OK;
        const char *tag = forbidden_tag(entry.d_tag);
        if (tag != NULL) return refuse_part(l, tag);
        if (entry.d_tag == DT_GNU_HASH) l->gnu_hash = entry.d_un.d_ptr;
        if (entry.d_tag >= TAGS) continue;
        l->values[entry.d_tag] = entry.d_un.d_val;
        l->given |= UINT64_C(1) << entry.d_tag;
    }
    return refuse(l, "动态段没有结束，请重新编译插件", "its dynamic section has no end; compile the plugin again");
}

/* Whether the loader may write a pointer there: into data, and not into what it reads itself. */
static bool may_relocate(const struct library *l, uint64_t address) {
    const ElfW(Phdr) *load = segment_of(l, address, sizeof(ElfW(Addr)));
    if (load == NULL || (load->p_flags & PF_W) == 0) return false;
    return address >= l->dynamic.p_vaddr + l->dynamic.p_memsz || address + sizeof(ElfW(Addr)) <= l->dynamic.p_vaddr;
}

/* RELA and REL: an entry of REL is the beginning of one of RELA. */
static int check_relocations(struct library *l, int tag, uint64_t size, uint64_t each, uint64_t wanted) {
    const char *bytes = size == 0 ? NULL : bytes_at(l, l->values[tag], size);
    bool given = (l->given >> tag & 1) != 0;
    if ((given && each != wanted) || (size > 0 && (!given || bytes == NULL || size % wanted != 0))) return refuse_broken(l, "RELA");
    for (uint64_t at = 0; at < size; at += each) {
        ElfW(Rel) entry;
        memcpy(&entry, bytes + at, sizeof entry);
        if (RELOCATION_TYPE(entry.r_info) != RELATIVE) return refuse_part(l, "relocations that look something up");
        if (!may_relocate(l, entry.r_offset)) return refuse_broken(l, "RELA");
    }
    return HS_OK;
}

/* Addresses and bitmaps of the words behind the last one (gABI, SHT_RELR). */
static int check_packed(struct library *l) {
    const uint64_t word = sizeof(ElfW(Addr)), size = l->values[DT_RELRSZ];
    const char *bytes = size == 0 ? NULL : bytes_at(l, l->values[DT_RELR], size);
    bool given = (l->given >> DT_RELR & 1) != 0;
    if ((given && l->values[DT_RELRENT] != word) || (size > 0 && (!given || bytes == NULL || size % word != 0)))
        return refuse_broken(l, "RELR");
    uint64_t next = 0;
    for (uint64_t at = 0; at < size; at += word) {
        ElfW(Addr) entry;
        memcpy(&entry, bytes + at, sizeof entry);
        if ((entry & 1) == 0) {
            if (!may_relocate(l, entry)) return refuse_broken(l, "RELR");
            next = entry + word;
            continue;
        }
        for (uint64_t bit = 1; bit < 8 * word; bit++)
            if ((entry >> bit & 1) != 0 && !may_relocate(l, next + (bit - 1) * word)) return refuse_broken(l, "RELR");
        next += (8 * word - 1) * word;
    }
    return HS_OK;
}

/* ---- The getter ------------------------------------------------------------------------------------------------------------------ */

static uint32_t word_at(const char *bytes, uint64_t index) {
    uint32_t word;
    memcpy(&word, bytes + index * sizeof word, sizeof word);
    return word;
}

/* Whether a symbol is the getter: a plain function of that name in the library's code. */
static bool is_getter(struct library *l, uint64_t index, const char *names) {
    static const char wanted[] = "huisuan_policy";
    const char *bytes = bytes_at(l, l->values[DT_SYMTAB] + index * sizeof(ElfW(Sym)), sizeof(ElfW(Sym)));
    ElfW(Sym) symbol;
    if (bytes == NULL) return false;
    memcpy(&symbol, bytes, sizeof symbol);
    if (!lies_within(symbol.st_name, sizeof wanted, l->values[DT_STRSZ]) || strcmp(names + symbol.st_name, wanted) != 0) return false;
    const ElfW(Phdr) *load = segment_of(l, symbol.st_value, 1);
    return (symbol.st_info & 0xF) == STT_FUNC && symbol.st_info >> 4 == STB_GLOBAL && symbol.st_shndx != SHN_UNDEF &&
           symbol.st_shndx < SHN_LORESERVE && load != NULL && (load->p_flags & PF_X) != 0;
}

/* Goes the way of dlsym through the hash table, so that dlsym cannot lose its way there. */
static int find_getter(struct library *l) {
    const char *head = bytes_at(l, l->gnu_hash, 4 * sizeof(uint32_t)), *names = bytes_at(l, l->values[DT_STRTAB], l->values[DT_STRSZ]);
    if (l->gnu_hash == 0 || head == NULL) return refuse_broken(l, "GNU_HASH");
    if (names == NULL || l->values[DT_STRSZ] == 0 || names[l->values[DT_STRSZ] - 1] != '\0' || l->values[DT_SONAME] >= l->values[DT_STRSZ])
        return refuse_broken(l, "STRTAB");
    if (bytes_at(l, l->values[DT_SYMTAB], sizeof(ElfW(Sym))) == NULL) return refuse_broken(l, "SYMTAB");
    uint32_t buckets = word_at(head, 0), first = word_at(head, 1), words = word_at(head, 2), hash = 5381;
    uint64_t bucket_at = l->gnu_hash + 4 * sizeof(uint32_t) + (uint64_t)words * sizeof(ElfW(Addr));
    const char *bucket = bytes_at(l, bucket_at, (uint64_t)buckets * sizeof(uint32_t));
    if (buckets == 0 || words == 0 || (words & (words - 1)) != 0 || word_at(head, 3) > 31 || bucket == NULL)
        return refuse_broken(l, "GNU_HASH");
    for (const char *at = "huisuan_policy"; *at != '\0'; at++) hash = hash * 33 + (unsigned char)*at;
    uint64_t index = word_at(bucket, hash % buckets);
    for (const char *chain; index >= first; index++) {
        chain = bytes_at(l, bucket_at + ((uint64_t)buckets + index - first) * sizeof(uint32_t), sizeof(uint32_t));
        if (chain == NULL) return refuse_broken(l, "GNU_HASH");
        if ((word_at(chain, 0) ^ hash) >> 1 == 0 && is_getter(l, index, names)) return HS_OK;
        if ((word_at(chain, 0) ^ hash) >> 1 == 0) return refuse_broken(l, "SYMTAB");
        if ((word_at(chain, 0) & 1) != 0) break;
    }
    return refuse(l, "没有导出 huisuan_policy，请按 plugins/README.md 写 POLICY(…)",
                  "it does not export huisuan_policy; write POLICY(...) as plugins/README.md says");
}

int library_check(struct piece pieces[EXTENT_PIECES_MAX], int *count, const char *bytes, size_t length, const char *path, hs_error *error) {
    struct library library = {.bytes = bytes, .path = path, .length = length, .error = error}, *l = &library;
    int status = read_segments(l);
    if (status == HS_OK) status = read_dynamic(l);
    if (status == HS_OK) status = check_relocations(l, DT_RELA, l->values[DT_RELASZ], l->values[DT_RELAENT], sizeof(ElfW(Rela)));
    if (status == HS_OK) status = check_relocations(l, DT_REL, l->values[DT_RELSZ], l->values[DT_RELENT], sizeof(ElfW(Rel)));
    if (status == HS_OK) status = check_packed(l);
    if (status == HS_OK) status = find_getter(l);
    if (status != HS_OK) return status;
    for (*count = 0; *count < library.load_count; ++*count)
        pieces[*count] = (struct piece){library.loads[*count].p_vaddr, library.loads[*count].p_vaddr + library.loads[*count].p_memsz};
    return HS_OK;
}
