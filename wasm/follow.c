#include "follow.h"

#include <string.h>

enum { STACK_MAX = 16, LOCALS_MAX = 256 };

enum operation {
    OP_NOP = 0x01,
    OP_END = 0x0B,
    OP_RETURN = 0x0F,
    OP_DROP = 0x1A,
    OP_LOCAL_GET = 0x20,
    OP_LOCAL_SET,
    OP_LOCAL_TEE,
    OP_GLOBAL_GET,
    OP_STORE = 0x36,
    OP_CONST = 0x41,
    OP_ADD = 0x6A,
    OP_SUBTRACT
};

/* A number, or an offset from the module's base. */
struct word {
    uint32_t number;
    bool based;
};

struct machine {
    const struct module *module;
    struct reader code;
    struct word stack[STACK_MAX], locals[LOCALS_MAX];
    uint32_t depth, local_count;
    uint8_t *memory; /* of the module; NULL: look only */
    uint32_t base;
    bool strayed; /* something that constant data has no use for */
};

static void push(struct machine *m, struct word word) {
    if (m->depth == STACK_MAX)
        m->strayed = true;
    else
        m->stack[m->depth++] = word;
}

static struct word pop(struct machine *m) {
    if (m->depth == 0) m->strayed = true;
    return m->strayed ? (struct word){0, false} : m->stack[--m->depth];
}

static struct word *local(struct machine *m) {
    uint32_t index = read_count(&m->code);
    if (index >= m->local_count) m->strayed = true;
    return &m->locals[m->strayed ? 0 : index];
}

/* Numbers are little-endian in WebAssembly. */
static void store(struct machine *m) {
    read_count(&m->code); /* the alignment, a hint */
    uint64_t offset = read_count(&m->code);
    struct word value = pop(m), address = pop(m);
    uint64_t at = offset + address.number;
    if (!address.based || at + 4 > m->module->memory_size) m->strayed = true;
    if (m->strayed || m->code.failed || m->memory == NULL) return;
    uint32_t bits = value.number + (value.based ? m->base : 0);
    for (int i = 0; i < 4; i++) m->memory[at + (uint64_t)i] = (uint8_t)(bits >> 8 * i);
}

static void step(struct machine *m, uint8_t operation) {
    struct word x, y;
    switch (operation) {
    case OP_NOP: return;
    case OP_DROP: pop(m); return;
    case OP_LOCAL_GET: push(m, *local(m)); return;
    case OP_LOCAL_SET: *local(m) = pop(m); return;
    case OP_LOCAL_TEE:
        x = pop(m);
        *local(m) = x;
        push(m, x);
        return;
    case OP_GLOBAL_GET:
        if (read_count(&m->code) != m->module->base_global) m->strayed = true;
        push(m, (struct word){0, true});
        return;
    case OP_CONST: push(m, (struct word){read_signed(&m->code), false}); return;
    case OP_ADD:
        x = pop(m), y = pop(m);
        if (x.based && y.based) m->strayed = true;
        push(m, (struct word){x.number + y.number, x.based || y.based});
        return;
    case OP_SUBTRACT: /* an offset of 64 is a byte shorter as less -64 */
        y = pop(m), x = pop(m);
        if (y.based) m->strayed = true;
        push(m, (struct word){x.number - y.number, x.based});
        return;
    case OP_STORE: store(m); return;
    default: m->strayed = true; return;
    }
}

/* Follows instructions to their end; false if they stray. */
static bool follow(struct machine *m) {
    for (;;) {
        uint8_t operation = read_byte(&m->code);
        if (m->code.failed || m->strayed) return false;
        if (operation == OP_END || operation == OP_RETURN) return true;
        step(m, operation);
    }
}

static struct machine machine_for(const struct module *module, struct module_span code, uint8_t *memory, uint32_t base) {
    return (struct machine){.module = module, .code = {.in = code}, .memory = memory, .base = base};
}

/* The body of a function: its locals, all 32 bits wide, then its instructions. */
static bool follow_body(struct machine *m) {
    for (uint32_t groups = read_count(&m->code); groups > 0 && !m->code.failed; groups--) {
        uint32_t count = read_count(&m->code);
        if (read_byte(&m->code) != 0x7F || count > LOCALS_MAX - m->local_count) return false;
        m->local_count += count;
    }
    return !m->code.failed && follow(m);
}

bool follow_relocations(const struct module *module, uint8_t *memory, uint32_t base) {
    struct machine m = machine_for(module, module->relocations, memory, base);
    return module->relocations.at == module->relocations.end || (follow_body(&m) && m.depth == 0);
}

/* What the getter returns: an offset at which a policy has room. */
bool follow_getter(const struct module *module, uint32_t *offset) {
    struct machine m = machine_for(module, module->getter, NULL, 0);
    if (!follow_body(&m) || m.depth != 1 || !m.stack[0].based) return false;
    *offset = m.stack[0].number;
    return *offset % 8 == 0 && *offset < module->memory_size;
}

/* Goes through the segments of data; false where one is not where it should be. */
bool follow_data(const struct module *module, uint8_t *memory) {
    struct reader r = {.in = module->data};
    for (uint32_t left = r.in.at == r.in.end ? 0 : read_count(&r); left > 0 && !r.failed; left--) {
        if (read_count(&r) != 0) return false; /* active, memory 0 */
        struct machine m = machine_for(module, r.in, NULL, 0);
        if (!follow(&m) || m.depth != 1 || !m.stack[0].based) return false;
        r.in.at = m.code.in.at;
        struct module_span bytes = read_span(&r);
        size_t length = (size_t)(bytes.end - bytes.at);
        if (r.failed || m.stack[0].number > module->memory_size || length > module->memory_size - m.stack[0].number) return false;
        if (memory != NULL && length > 0) memcpy(memory + m.stack[0].number, bytes.at, length);
    }
    return !r.failed;
}
