#include "module.h"

#include "error.h"
#include "follow.h"

#include <string.h>

#define NO_FUNCTION UINT32_MAX

enum section {
    SECTION_CUSTOM = 0,
    SECTION_TYPE,
    SECTION_IMPORT,
    SECTION_FUNCTION,
    SECTION_TABLE,
    SECTION_MEMORY,
    SECTION_GLOBAL,
    SECTION_EXPORT,
    SECTION_START,
    SECTION_ELEMENT,
    SECTION_CODE,
    SECTION_DATA,
    SECTION_DATA_COUNT,
    SECTION_COUNT
};

enum kind { KIND_FUNCTION = 0, KIND_TABLE, KIND_MEMORY, KIND_GLOBAL };

/* A module being opened: what its sections say, before the functions are looked up. */
struct opening {
    struct module *module;
    bool seen[SECTION_COUNT], has_base;
    uint32_t globals, start, relocations, getter; /* globals met so far; indices of functions */
    struct module_span code;
    hs_error *error;
};

static int refuse(const struct opening *o, const char *zh, const char *en) {
    return error_set(o->error, HS_PLUGIN, NOWHERE, "%s%.0s", "%.0s%s", zh, en);
}

/* Something that constant data has no use for. */
static int refuse_part(const struct opening *o, const char *zh, const char *en, const char *what) {
    return error_set(o->error, HS_PLUGIN, NOWHERE, "%s%.0s%s：插件只能是常量数据，请按 plugins/README.md 编译",
                     "%.0s%s%s: a plugin is constant data only; compile it as plugins/README.md says", zh, en, what);
}

static int refuse_name(const struct opening *o, struct module_span name, const char *zh, const char *en) {
    char text[61];
    size_t length = 0;
    for (; name.at < name.end && length + 1 < sizeof text; name.at++)
        text[length++] = *name.at >= 0x20 && *name.at < 0x7F ? (char)*name.at : '?';
    text[length] = '\0';
    return refuse_part(o, zh, en, text);
}

/* dylink.0, of which the first part says what memory the module needs and the second which libraries. */
static int read_dylink(const struct opening *o, struct reader r) {
    struct module *out = o->module;
    uint32_t alignment = 0, table = 0;
    while (!r.failed && r.in.at < r.in.end) {
        uint8_t part = read_byte(&r);
        struct reader content = {read_span(&r), false};
        if (part == 1) {
            out->memory_size = read_count(&content);
            alignment = read_count(&content);
            table = read_count(&content);
        } else if (part == 2 && read_count(&content) > 0) {
            return refuse_name(o, read_span(&content), "需要别的库 ", "it needs another library, ");
        }
        r.failed = r.failed || content.failed;
    }
    if (r.failed) return refuse(o, "dylink.0 段不完整", "its dylink.0 section is cut off");
    if (table > 0) return refuse_part(o, "需要函数表", "it needs a table of functions", "");
    if (out->memory_size > MODULE_MEMORY_MAX || alignment > 4)
        return error_set(o->error, HS_PLUGIN, NOWHERE, "需要 %u 字节内存，对齐 2^%u；应为不超过 %d 字节，对齐不超过 2^4",
                         "it needs %u bytes of memory, aligned to 2^%u; at most %d bytes aligned to 2^4 are taken",
                         (unsigned)out->memory_size, (unsigned)alignment, (int)MODULE_MEMORY_MAX);
    return HS_OK;
}

static void read_limits(struct reader *r) {
    uint32_t flags = read_count(r);
    read_count(r);
    if ((flags & 1) != 0) read_count(r);
}

static int read_imports(struct opening *o, struct reader r) {
    for (uint32_t left = read_count(&r); left > 0 && !r.failed; left--) {
        struct module_span from = read_span(&r), name = read_span(&r);
        uint8_t kind = read_byte(&r);
        bool env = span_says(from, "env"), base = env && kind == KIND_GLOBAL && span_says(name, "__memory_base");
        bool known = base || (env && kind == KIND_MEMORY && span_says(name, "memory")) ||
                     (env && kind == KIND_TABLE && span_says(name, "__indirect_function_table")) ||
                     (env && kind == KIND_GLOBAL && span_says(name, "__table_base"));
        if (!r.failed && !known) return refuse_name(o, name, "导入了 ", "it imports ");
        if (base) o->module->base_global = o->globals;
        o->has_base = o->has_base || base;
        if (kind == KIND_GLOBAL) {
            o->globals++;
            if (read_byte(&r) != 0x7F || read_byte(&r) != 0) r.failed = true; /* an i32 that never changes */
        }
        if (kind == KIND_TABLE) read_byte(&r);
        if (kind == KIND_TABLE || kind == KIND_MEMORY) read_limits(&r);
    }
    return r.failed ? refuse(o, "导入段不完整", "its imports are cut off") : HS_OK;
}

static int read_exports(struct opening *o, struct reader r) {
    for (uint32_t left = read_count(&r); left > 0 && !r.failed; left--) {
        struct module_span name = read_span(&r);
        uint8_t kind = read_byte(&r);
        uint32_t index = read_count(&r);
        if (r.failed) break;
        if (kind == KIND_FUNCTION && span_says(name, "huisuan_policy"))
            o->getter = index;
        else if (kind == KIND_FUNCTION && span_says(name, "__wasm_apply_data_relocs"))
            o->relocations = index;
        else if (kind != KIND_FUNCTION || !span_says(name, "__wasm_call_ctors"))
            return refuse_name(o, name, "导出了 ", "it exports ");
    }
    return r.failed ? refuse(o, "导出段不完整", "its exports are cut off") : HS_OK;
}

static int read_section(struct opening *o, uint8_t id, struct reader r) {
    static const hs_text unwanted[SECTION_COUNT] = {[SECTION_TABLE] = {"含有函数表", "it has a table"},
                                                    [SECTION_MEMORY] = {"含有自己的内存", "it has a memory of its own"},
                                                    [SECTION_GLOBAL] = {"含有全局变量", "it has globals of its own"},
                                                    [SECTION_ELEMENT] = {"含有函数表的内容", "it has elements of a table"}};
    if (id == SECTION_CUSTOM) return HS_OK;
    if (id >= SECTION_COUNT || o->seen[id])
        return error_set(o->error, HS_PLUGIN, NOWHERE, "有未知或重复的段 %u", "section %u is unknown or stands twice", (unsigned)id);
    o->seen[id] = true;
    if (unwanted[id].zh != NULL) return refuse_part(o, unwanted[id].zh, unwanted[id].en, "");
    if (id == SECTION_IMPORT) return read_imports(o, r);
    if (id == SECTION_EXPORT) return read_exports(o, r);
    if (id == SECTION_START) o->start = read_count(&r);
    if (id == SECTION_CODE) o->code = r.in;
    if (id == SECTION_DATA) o->module->data = r.in;
    return HS_OK;
}

/* The body of a function; empty where there is none of that index. */
static struct module_span find_body(struct module_span code, uint32_t index) {
    struct reader r = {code, false};
    uint32_t count = code.at == code.end ? 0 : read_count(&r);
    struct module_span body = {code.end, code.end};
    if (index >= count) return body;
    for (uint32_t i = 0; i <= index && !r.failed; i++) body = read_span(&r);
    return body;
}

static int find_functions(const struct opening *o) {
    struct module *out = o->module;
    uint32_t policy;
    if (o->getter == NO_FUNCTION) return refuse(o, "没有导出 huisuan_policy", "it does not export huisuan_policy");
    if (!o->has_base)
        return refuse(o, "没有导入 __memory_base：请用 -sSIDE_MODULE=2 链接",
                      "it does not import __memory_base: link it with -sSIDE_MODULE=2");
    /* The linker of LLVM 14 makes the function that relocates the module's start; other versions export it. */
    if (o->start != NO_FUNCTION && o->relocations != NO_FUNCTION && o->start != o->relocations)
        return refuse_part(o, "有启动函数", "it has a start function", "");
    out->getter = find_body(o->code, o->getter);
    uint32_t relocations = o->start != NO_FUNCTION ? o->start : o->relocations;
    out->relocations = find_body(o->code, relocations);
    bool missing = relocations != NO_FUNCTION && out->relocations.at == out->relocations.end;
    if (!follow_data(out, NULL)) return refuse(o, "数据段不完整或越界，请重新复制", "its data is cut off or out of range; copy it again");
    if (missing || !follow_relocations(out, NULL, 0) || !follow_getter(out, &policy))
        return refuse_part(o, "含有常量数据以外的代码", "it has code beside its constant data", "");
    return HS_OK;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------- */

static int refuse_kind(const struct opening *o, const uint8_t *bytes, size_t length) {
    static const struct {
        const char *start;
        hs_text text;
    } kinds[] = {
        {"\x7F"
         "ELF",
         {"这是本机程序用的插件（.so），这里要 .wasm", "it is a plugin for the native program (.so); .wasm is wanted here"}},
        {"<", {"这是网页，不是插件：下载地址可能有误", "it is a web page, not a plugin: the address it came from may be wrong"}},
        {"\x1F\x8B", {"这是压缩文件，请先解压", "it is compressed; unpack it first"}},
    };
    while (length > 0 && (*bytes == ' ' || *bytes == '\n' || *bytes == '\r' || *bytes == '\t')) bytes++, length--;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t size = strlen(kinds[i].start);
        if (length >= size && memcmp(bytes, kinds[i].start, size) == 0) return refuse(o, kinds[i].text.zh, kinds[i].text.en);
    }
    return refuse(o, "不是 WebAssembly 模块", "it is not a WebAssembly module");
}

static int read_sections(struct opening *o, struct reader *r) {
    int status = HS_OK;
    for (bool first = true; status == HS_OK && r->in.at < r->in.end; first = false) {
        uint8_t id = read_byte(r);
        struct reader content = {read_span(r), false};
        if (r->failed) return refuse(o, "文件不完整，请重新复制", "the file is cut off; copy it again");
        if (first && (id != SECTION_CUSTOM || !span_says(read_span(&content), "dylink.0")))
            return refuse(o, "不是 Emscripten 的侧模块（没有 dylink.0）：请用 -sSIDE_MODULE=2 链接",
                          "it is not a side module of Emscripten (no dylink.0): link it with -sSIDE_MODULE=2");
        status = first ? read_dylink(o, content) : read_section(o, id, content);
    }
    return status;
}

int module_read(struct module *out, const uint8_t *bytes, size_t length, hs_error *error) {
    static const uint8_t start[8] = {0, 'a', 's', 'm', 1, 0, 0, 0};
    struct opening o = {.module = out, .start = NO_FUNCTION, .relocations = NO_FUNCTION, .getter = NO_FUNCTION, .error = error};
    struct reader r = {{bytes, bytes + length}, false};
    *out = (struct module){.base_global = UINT32_MAX};
    if (length > MODULE_MAX)
        return error_set(error, HS_PLUGIN, NOWHERE, "大小为 %zu 字节，应不超过 %d", "it has %zu bytes, at most %d are taken", length,
                         (int)MODULE_MAX);
    if (length < sizeof start || memcmp(bytes, start, sizeof start) != 0) return refuse_kind(&o, bytes, length);
    r.in.at += sizeof start;
    int status = read_sections(&o, &r);
    return status == HS_OK ? find_functions(&o) : status;
}

void module_place(const struct module *self, uint8_t *memory, uint32_t base, uint32_t *policy) {
    memset(memory, 0, self->memory_size);
    follow_data(self, memory);
    follow_relocations(self, memory, base);
    follow_getter(self, policy);
    *policy += base;
}
