/* The gate before shared libraries: a small one made here field by field, then each field that is read made wrong, on both sides of its border
   where it has one. */
#include "check.h"
#include "library_gate.h"

#include <link.h>
#include <stddef.h>

#if defined(__aarch64__)
enum { MACHINE = EM_AARCH64, RELATIVE = R_AARCH64_RELATIVE };
#else
enum { MACHINE = EM_X86_64, RELATIVE = R_X86_64_RELATIVE };
#endif

enum { PAGE = 4096, CODE = PAGE, DATA = 2 * PAGE, CODE_SIZE = 16, WORDS = 80, WORD = sizeof(ElfW(Addr)), ZEROES = 8 * WORD };
enum { FACTS, TEXT, WRITTEN, DYNAMIC, STACK, PROTECTED, NOTE, NO_SEGMENT, SEGMENTS };

/* Three segments: what the system's loader reads, the code of the getter, and data with the dynamic section behind them. */
static struct image {
    union {
        struct {
            ElfW(Ehdr) header;
            ElfW(Phdr) segments[SEGMENTS];
            uint32_t buckets, first, bloom_words, shift;
            ElfW(Addr) bloom;
            uint32_t bucket, chain[2];
            ElfW(Sym) symbols[3];
            char names[32];
            ElfW(Rela) added[2];
            ElfW(Rel) plain[2];
            ElfW(Addr) packed[3];
        };
        char head[PAGE];
    };
    char code[PAGE];
    ElfW(Addr) words[WORDS];
    ElfW(Dyn) dynamic[20];
} image;

static size_t length;

static uint32_t hash_of(const char *name) {
    uint32_t hash = 5381;
    for (; *name != '\0'; name++) hash = hash * 33 + (unsigned char)*name;
    return hash;
}

/* Of the dynamic section. */
static ElfW(Dyn) * entry(int64_t tag) {
    ElfW(Dyn) *at = image.dynamic;
    while (at->d_tag != tag && at->d_tag != DT_NULL) at++;
    EXPECT_EQUAL(at->d_tag, tag);
    return at;
}

#define VALUE(tag) entry(tag)->d_un.d_val
#define SEGMENT(which) image.segments[which]
#define WORD_AT(index) (DATA + (index)*WORD)
#define DYNAMIC_AT (DATA + WORDS * WORD)
#define END (DATA + SEGMENT(WRITTEN).p_memsz)

static ElfW(Phdr) segment(uint32_t type, uint32_t flags, size_t at, size_t size) {
    return (ElfW(Phdr)){.p_type = type, .p_flags = flags, .p_offset = at, .p_vaddr = at, .p_filesz = size, .p_memsz = size};
}

static void make(void) {
    static const ElfW(Dyn) dynamic[] = {{DT_GNU_HASH, {offsetof(struct image, buckets)}},
                                        {DT_STRTAB, {offsetof(struct image, names)}},
                                        {DT_STRSZ, {sizeof image.names}},
                                        {DT_SYMTAB, {offsetof(struct image, symbols)}},
                                        {DT_SYMENT, {sizeof(ElfW(Sym))}},
                                        {DT_SONAME, {16}},
                                        {DT_RELA, {offsetof(struct image, added)}},
                                        {DT_RELASZ, {sizeof image.added}},
                                        {DT_RELAENT, {sizeof(ElfW(Rela))}},
                                        {DT_RELACOUNT, {2}},
                                        {DT_REL, {offsetof(struct image, plain)}},
                                        {DT_RELSZ, {sizeof image.plain}},
                                        {DT_RELENT, {sizeof(ElfW(Rel))}},
                                        {DT_RELCOUNT, {2}},
                                        {DT_RELR, {offsetof(struct image, packed)}},
                                        {DT_RELRSZ, {sizeof image.packed}},
                                        {DT_RELRENT, {WORD}},
                                        {DT_HASH, {0}},
                                        {DT_NULL, {0}}};
    image = (struct image){.code = {0}};
    length = sizeof image;
    memcpy(image.header.e_ident, ELFMAG, SELFMAG);
    image.header.e_ident[EI_CLASS] = WORD == 8 ? ELFCLASS64 : ELFCLASS32;
    image.header.e_ident[EI_DATA] = ELFDATA2LSB;
    image.header.e_type = ET_DYN, image.header.e_machine = MACHINE;
    image.header.e_phoff = offsetof(struct image, segments);
    image.header.e_phentsize = sizeof(ElfW(Phdr)), image.header.e_phnum = SEGMENTS;
    SEGMENT(FACTS) = segment(PT_LOAD, PF_R, 0, PAGE);
    SEGMENT(TEXT) = segment(PT_LOAD, PF_R | PF_X, CODE, CODE_SIZE);
    SEGMENT(WRITTEN) = segment(PT_LOAD, PF_R | PF_W, DATA, sizeof image - DATA);
    SEGMENT(WRITTEN).p_memsz += ZEROES;
    SEGMENT(DYNAMIC) = segment(PT_DYNAMIC, PF_R | PF_W, offsetof(struct image, dynamic), sizeof image.dynamic);
    SEGMENT(STACK) = segment(PT_GNU_STACK, PF_R | PF_W, 0, 0);
    SEGMENT(PROTECTED) = segment(PT_GNU_RELRO, PF_R, DATA, PAGE);
    SEGMENT(NOTE) = segment(PT_NOTE, PF_R, PAGE - 4, 4);
    image.buckets = 1, image.first = 1, image.bloom_words = 1, image.shift = 31, image.bucket = 1;
    image.chain[0] = (hash_of("huisuan_policy") ^ 2) & ~1u, image.chain[1] = hash_of("huisuan_policy") | 1;
    image.symbols[2] = (ElfW(Sym)){.st_name = 1, .st_info = STB_GLOBAL << 4 | STT_FUNC, .st_shndx = 5, .st_value = CODE};
    memcpy(image.names + 1, "huisuan_policy", sizeof "huisuan_policy");
    image.added[0] = (ElfW(Rela)){.r_offset = DATA, .r_info = RELATIVE};
    image.added[1] = (ElfW(Rela)){.r_offset = WORD_AT(WORDS - 1), .r_info = RELATIVE};
    image.plain[0] = (ElfW(Rel)){.r_offset = END - WORD, .r_info = RELATIVE};
    image.plain[1] = (ElfW(Rel)){.r_offset = DATA, .r_info = RELATIVE};
    image.packed[0] = DATA, image.packed[1] = ~(ElfW(Addr))0, image.packed[2] = 1 | 1 << 16; /* words 0; 1 to 63; 79 */
    memcpy(image.dynamic, dynamic, sizeof dynamic);
}

/* Refused with `part` in the message, or taken where it is NULL. */
static void check(const char *part, const char *change, int line) {
    struct piece pieces[EXTENT_PIECES_MAX];
    hs_error error = {0};
    int count = 0, before = checks_failed;
    int status = library_check(pieces, &count, (const char *)&image, length, "x.so", &error);
    EXPECT_EQUAL(status, part == NULL ? HS_OK : HS_PLUGIN);
    EXPECT_TEXT(error.path, part == NULL ? "" : "x.so");
    EXPECT(part == NULL || (strstr(error.en, part) != NULL && error.zh[0] != '\0'));
    if (checks_failed > before) printf("  from line %d, %s: %s\n", line, change, error.en);
}

#define CHANGED(part, ...)                                                                                                                 \
    do {                                                                                                                                   \
        make();                                                                                                                            \
        __VA_ARGS__;                                                                                                                       \
        check(part, #__VA_ARGS__, __LINE__);                                                                                               \
    } while (0)
#define TAKEN(...) CHANGED(NULL, __VA_ARGS__)

static void test_good(void) {
    struct piece pieces[EXTENT_PIECES_MAX];
    int count = 0;
    make();
    EXPECT_EQUAL(library_check(pieces, &count, (const char *)&image, length, "x.so", NULL), HS_OK);
    EXPECT_EQUAL(count, 3);
    EXPECT_EQUAL(pieces[0].first, 0);
    EXPECT_EQUAL(pieces[0].end, PAGE);
    EXPECT_EQUAL(pieces[1].first, CODE);
    EXPECT_EQUAL(pieces[1].end, CODE + CODE_SIZE);
    EXPECT_EQUAL(pieces[2].first, DATA);
    EXPECT_EQUAL(pieces[2].end, sizeof image + ZEROES);
}

static void test_header(void) {
    CHANGED("not a shared library", length = sizeof image.header - 1);
    CHANGED("its header is wrong", length = sizeof image.header);
    CHANGED("not a shared library", image.header.e_ident[3] = 'G');
    CHANGED("its header is wrong", image.header.e_type = ET_EXEC);
    CHANGED("its header is wrong", image.header.e_ident[EI_CLASS]++);
    CHANGED("its header is wrong", image.header.e_ident[EI_DATA] = ELFDATA2MSB);
    CHANGED("its header is wrong", image.header.e_machine++);
    CHANGED("its header is wrong", image.header.e_phentsize++);
    CHANGED("its header is wrong", image.header.e_phoff = length + 1);
    CHANGED("its header is wrong", image.header.e_phoff = length - SEGMENTS * sizeof(ElfW(Phdr)) + 1);
    CHANGED("no dynamic section", image.header.e_phnum = 0);
    CHANGED("no dynamic section", SEGMENT(DYNAMIC).p_type = PT_NULL);
    TAKEN(memmove(image.head + PAGE - sizeof image.segments - 4, image.segments, sizeof image.segments),
          image.header.e_phoff = PAGE - sizeof image.segments - 4);
}

static void test_segments(void) {
    CHANGED("cut off", length = sizeof image - 1);
    CHANGED("cut off", SEGMENT(WRITTEN).p_offset = length + PAGE);
    for (size_t beyond = 0; beyond < 2; beyond++) /* zeroes alone, at the end of the file and behind it */
        CHANGED(beyond == 0 ? NULL : "cut off", SEGMENT(NO_SEGMENT) = segment(PT_LOAD, PF_R, length + beyond, 0),
                SEGMENT(NO_SEGMENT).p_vaddr += PAGE, SEGMENT(NO_SEGMENT).p_memsz = 1);
    CHANGED("its LOAD", SEGMENT(TEXT).p_filesz = 0, SEGMENT(TEXT).p_memsz = 0);
    TAKEN(SEGMENT(TEXT).p_filesz = 1, SEGMENT(TEXT).p_memsz = 1);
    CHANGED("its LOAD", SEGMENT(TEXT).p_memsz = CODE_SIZE - 1);
    CHANGED("its LOAD", SEGMENT(FACTS).p_vaddr = PAGE, SEGMENT(FACTS).p_filesz = 16, SEGMENT(FACTS).p_memsz = 16);
    CHANGED("its LOAD", SEGMENT(TEXT).p_vaddr = CODE + 1);
    CHANGED("its LOAD", SEGMENT(TEXT).p_vaddr = 0);
    CHANGED("its LOAD", SEGMENT(FACTS).p_memsz = PAGE + 1);
    TAKEN(SEGMENT(TEXT).p_memsz = PAGE);
    CHANGED("its LOAD", SEGMENT(TEXT).p_memsz = PAGE + 1);
    TAKEN(SEGMENT(WRITTEN).p_memsz = 64 * 1024 * 1024 - DATA);
    CHANGED("its LOAD", SEGMENT(WRITTEN).p_memsz = 64 * 1024 * 1024 - DATA + 1);
    CHANGED("its LOAD", SEGMENT(TEXT).p_flags = PF_X);
    CHANGED("it has LOAD RWX", SEGMENT(TEXT).p_flags = PF_R | PF_W | PF_X);
    CHANGED("it has GNU_STACK X", SEGMENT(STACK).p_flags |= PF_X);
    CHANGED("its GNU_RELRO", SEGMENT(PROTECTED).p_memsz = PAGE + 1);
    CHANGED("its GNU_RELRO", SEGMENT(PROTECTED).p_vaddr = END);
    TAKEN(SEGMENT(PROTECTED).p_vaddr = END - 1, SEGMENT(PROTECTED).p_memsz = 3 * PAGE - (END - 1));
    CHANGED("its DYNAMIC", SEGMENT(NOTE) = SEGMENT(DYNAMIC));
    CHANGED("its DYNAMIC", SEGMENT(DYNAMIC).p_filesz--);
    CHANGED("its DYNAMIC", SEGMENT(DYNAMIC).p_offset++);
    CHANGED("it has INTERP", SEGMENT(NOTE).p_type = PT_INTERP);
    CHANGED("it has TLS", SEGMENT(NOTE).p_type = PT_TLS);
    CHANGED("its PHDR", SEGMENT(NOTE).p_memsz = 5);
    CHANGED("its PHDR", SEGMENT(NOTE).p_vaddr = END - 8, SEGMENT(NOTE).p_memsz = 8); /* in memory, not in the file */
    for (int more = 0; more < 2; more++) { /* as many segments as there is room for, and one more */
        make();
        ElfW(Phdr) *last = (ElfW(Phdr) *)(void *)(image.code + PAGE / 2);
        memcpy(last, image.segments, sizeof image.segments);
        image.header.e_phoff = (size_t)((char *)last - (char *)&image);
        image.header.e_phnum = (uint16_t)(SEGMENTS + EXTENT_PIECES_MAX - 3 + more);
        for (int i = 0; i < EXTENT_PIECES_MAX - 3 + more; i++)
            last[SEGMENTS + i] = (ElfW(Phdr)){.p_type = PT_LOAD, .p_flags = PF_R, .p_vaddr = (size_t)(3 + i) * PAGE, .p_memsz = 1};
        check(more == 0 ? NULL : "its LOAD", "segments", __LINE__);
    }
}

static void test_dynamic(void) {
    static const struct {
        int64_t tag;
        const char *name;
    } forbidden[] = {{DT_NEEDED, "it has NEEDED"},
                     {DT_INIT, "it has INIT:"},
                     {DT_FINI, "it has FINI:"},
                     {DT_INIT_ARRAY, "it has INIT_ARRAY"},
                     {DT_FINI_ARRAY, "it has FINI_ARRAY"},
                     {DT_PREINIT_ARRAY, "it has PREINIT_ARRAY"},
                     {DT_TEXTREL, "it has TEXTREL"},
                     {DT_RPATH, "it has RPATH"},
                     {DT_RUNPATH, "it has RUNPATH"},
                     {DT_AUXILIARY, "it has AUXILIARY"},
                     {DT_FILTER, "it has FILTER"},
                     {DT_JMPREL, "it has JMPREL"},
                     {DT_VERNEED, "it has VERNEED"},
                     {DT_FLAGS, "dynamic entries that are not known"}};
    for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++)
        CHANGED(forbidden[i].name, entry(DT_HASH)->d_tag = (ElfW(Sxword))forbidden[i].tag);
    CHANGED("its DYNAMIC", SEGMENT(DYNAMIC).p_vaddr = END);
    CHANGED("its DYNAMIC", SEGMENT(DYNAMIC).p_vaddr = 0);
    CHANGED("its DYNAMIC", memmove((char *)image.dynamic - 4, image.dynamic, sizeof image.dynamic), SEGMENT(DYNAMIC).p_vaddr -= 4,
            SEGMENT(DYNAMIC).p_offset -= 4);
    CHANGED("no end", entry(DT_NULL)->d_tag = DT_HASH, image.dynamic[19].d_tag = DT_HASH);
    TAKEN(entry(DT_NULL)->d_tag = DT_HASH);
    CHANGED("no end", entry(DT_NULL)->d_tag = DT_HASH, SEGMENT(DYNAMIC).p_memsz--, SEGMENT(DYNAMIC).p_filesz--);
}

static void test_relocations(void) {
    CHANGED("its RELA", VALUE(DT_RELAENT)++);
    CHANGED("its RELA", VALUE(DT_RELASZ)++);
    CHANGED("its RELA", VALUE(DT_RELA) = END);
    CHANGED("its RELA", entry(DT_RELA)->d_tag = DT_HASH);
    TAKEN(entry(DT_RELA)->d_tag = DT_HASH, VALUE(DT_RELASZ) = 0);
    CHANGED("its RELA", VALUE(DT_RELENT)--);
    CHANGED("its RELA", VALUE(DT_RELSZ)--);
    CHANGED("its RELA", entry(DT_REL)->d_tag = DT_HASH);
    CHANGED("relocations that look something up", image.added[1].r_info++);
    CHANGED("relocations that look something up", image.plain[1].r_info++);
    CHANGED("its RELA", image.added[0].r_offset = 0);                     /* not to be written to */
    CHANGED("its RELA", image.added[1].r_offset = DYNAMIC_AT - WORD + 1); /* reaches into the dynamic section */
    CHANGED("its RELA", image.plain[1].r_offset = sizeof image - 1);      /* begins in it */
    TAKEN(image.plain[1].r_offset = sizeof image);
    CHANGED("its RELA", image.plain[0].r_offset = END - WORD + 1);
    TAKEN(VALUE(DT_RELASZ) = sizeof image.added[0], image.added[1].r_info++);
}

static void test_packed_relocations(void) {
    CHANGED("its RELR", VALUE(DT_RELRENT)++);
    CHANGED("its RELR", VALUE(DT_RELRSZ)--);
    CHANGED("its RELR", VALUE(DT_RELR) = END);
    CHANGED("its RELR", VALUE(DT_RELRSZ) = 0, entry(DT_RELRENT)->d_tag = DT_HASH);
    CHANGED("its RELR", entry(DT_RELR)->d_tag = DT_HASH);
    TAKEN(entry(DT_RELR)->d_tag = DT_HASH, VALUE(DT_RELRSZ) = 0);
    CHANGED("its RELR", image.packed[0] = 0);
    CHANGED("its RELR", image.packed[1] = DYNAMIC_AT);
    CHANGED("its RELR", image.packed[2] |= 1 << 17); /* words 64 to 79 are left */
    TAKEN(image.packed[2] |= 1 << 1);
    TAKEN(image.packed[0] = WORD_AT(WORDS - 2), image.packed[1] = 3, image.packed[2] = 1);
    CHANGED("its RELR", image.packed[0] = WORD_AT(WORDS - 1), image.packed[1] = 3, image.packed[2] = 1);
    CHANGED("its RELR", image.packed[0] = WORD_AT(WORDS - 2), image.packed[1] = 5, image.packed[2] = 1);
    TAKEN(VALUE(DT_RELRSZ) = 2 * WORD, image.packed[2] = 0);
}

static void test_getter(void) {
    CHANGED("its GNU_HASH", VALUE(DT_GNU_HASH) = 0);
    CHANGED("its GNU_HASH", VALUE(DT_GNU_HASH) = DATA - 12);
    CHANGED("its STRTAB", VALUE(DT_STRTAB) = END);
    CHANGED("its STRTAB", VALUE(DT_STRSZ) = 0);
    CHANGED("its STRTAB", VALUE(DT_STRSZ) = 15); /* ends within the name */
    TAKEN(VALUE(DT_STRSZ) = 17);
    CHANGED("its STRTAB", VALUE(DT_STRSZ) = 16); /* where the library's own name begins */
    TAKEN(VALUE(DT_STRSZ) = 16, VALUE(DT_SONAME) = 15);
    CHANGED("its SYMTAB", VALUE(DT_SYMTAB) = END);
    CHANGED("its GNU_HASH", image.buckets = 0);
    CHANGED("its GNU_HASH", image.buckets = PAGE);
    CHANGED("its GNU_HASH", image.bloom_words = 0);
    CHANGED("its GNU_HASH", image.bloom_words = 3);
    CHANGED("its GNU_HASH", image.shift = 32);
    CHANGED("its GNU_HASH", VALUE(DT_GNU_HASH) = PAGE - 28, memcpy(image.head + PAGE - 28, &image.buckets, 28));
    CHANGED("does not export", image.bucket = 0);
    CHANGED("does not export", image.chain[0] |= 1);
    CHANGED("does not export", image.chain[1] ^= 4);
    TAKEN(image.bucket = 2, image.chain[0] = 1);
    TAKEN(image.first = 2, image.bucket = 2, image.chain[0] = image.chain[1]);
    CHANGED("its SYMTAB", image.chain[0] = image.chain[1] & ~1u); /* another symbol of the same hash */
    CHANGED("its SYMTAB", image.symbols[2].st_name = 2);
    CHANGED("its SYMTAB", image.symbols[2].st_name = sizeof image.names - 14);
    CHANGED("its SYMTAB", image.symbols[2].st_info = STB_GLOBAL << 4 | STT_OBJECT);
    CHANGED("its SYMTAB", image.symbols[2].st_info = STB_LOCAL << 4 | STT_FUNC);
    CHANGED("its SYMTAB", image.symbols[2].st_shndx = SHN_UNDEF);
    CHANGED("its SYMTAB", image.symbols[2].st_shndx = SHN_LORESERVE);
    TAKEN(image.symbols[2].st_shndx = 1);
    TAKEN(image.symbols[2].st_value = CODE + CODE_SIZE - 1);
    CHANGED("its SYMTAB", image.symbols[2].st_value = CODE + CODE_SIZE);
    CHANGED("its SYMTAB", image.symbols[2].st_value = DATA);
    CHANGED("its SYMTAB", VALUE(DT_SYMTAB) = PAGE - 3 * sizeof(ElfW(Sym)) + 1);
    TAKEN(VALUE(DT_SYMTAB) = PAGE - 3 * sizeof(ElfW(Sym)),
          memcpy(image.head + PAGE - 3 * sizeof(ElfW(Sym)), image.symbols, sizeof image.symbols));
}

/* Paths that are looked at before any file is. */
static void test_paths(void) {
    static char longest[5000] = "/";
    memset(longest + 1, 'a', 4095);
    const struct {
        const char *path, *of_library, *of_directory;
    } rows[] = {
        {"", "an absolute path is wanted", "an absolute path is wanted"},
        {"x.so", "an absolute path is wanted", "an absolute path is wanted"},
        {"./x.so", "an absolute path is wanted", "an absolute path is wanted"},
        {longest, "the path is too long", "the path is too long"},
        {longest + 4093, "an absolute path is wanted", "an absolute path is wanted"},
        {"/none/x", "a plugin is called <id>.so", "cannot be read"},
        {"/so", "a plugin is called <id>.so", "cannot be read"},
        {"/none/x.dll", "a plugin is called <id>.so", "cannot be read"},
        {"/none/x.so", "cannot be read", "cannot be read"},
        {"/dev/null", "a plugin is called <id>.so", "it is not a directory"},
    };
    hs_engine *engine = NULL;
    EXPECT_EQUAL(hs_engine_new(&engine, NULL), HS_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        hs_error error = {0};
        EXPECT_EQUAL(hs_engine_load_file(engine, rows[i].path, &error), HS_PLUGIN);
        EXPECT(strstr(error.en, rows[i].of_library) != NULL);
        EXPECT_EQUAL(hs_engine_load(engine, rows[i].path, &error), HS_PLUGIN);
        EXPECT(strstr(error.en, rows[i].of_directory) != NULL);
        if (strstr(error.en, rows[i].of_directory) == NULL) printf("  %s: %s\n", rows[i].path, error.en);
    }
    longest[4095] = '\0'; /* one byte fewer is looked for */
    hs_error error = {0};
    EXPECT_EQUAL(hs_engine_load(engine, longest, &error), HS_PLUGIN);
    EXPECT_HOLDS(error.en, "cannot be read");
    hs_engine_free(engine);
}

int main(void) {
    test_paths();
    test_good();
    test_header();
    test_segments();
    test_dynamic();
    test_relocations();
    test_packed_relocations();
    test_getter();
    return checks_end();
}
