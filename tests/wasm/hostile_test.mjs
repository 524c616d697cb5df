/* Files that are no region, or pretend to be one: each is refused with the reason, and the engine goes on. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { BUILD, SOURCE, compileRegion, load, refusal, region } from "./support.mjs";

const good = region("qingpu");
const firm = { as_of: "2023-06-30", locations: ["330200", "310118"], facts: { applicant_kinds: ["hr_agency"] } };
const bytes = (...parts) => Uint8Array.from(parts.flat(Infinity));
const utf8 = (text) => [...new TextEncoder().encode(text)];

/* ---- Writing modules: WebAssembly core specification, section 5 */
const leb = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(Math.floor(value / 0x80))]);
const name = (text) => [leb(utf8(text).length), utf8(text)].flat();
const vector = (items) => [leb(items.length), ...items].flat(Infinity);
const section = (id, ...content) => [id, leb(content.flat(Infinity).length), content].flat(Infinity);
const start = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const dylink = (size = 64, alignment = 3, table = 0, ...more) => section(0, name("dylink.0"), 1, name("").length + 3 + (size > 127 ? leb(size).length - 1 : 0), leb(size), alignment, table, 0, ...more);
const base = [name("env"), name("__memory_base"), 3, 0x7f, 0];
const memory = [name("env"), name("memory"), 2, 0, 1];
const types = section(1, vector([[0x60, 0, 0], [0x60, 0, 1, 0x7f]]));
const body = (...code) => [leb(code.flat(Infinity).length + 1), 0, code].flat(Infinity);
const getter = body(0x23, 0, 0x41, 0, 0x6a, 0x0b);

/* A module that is a region's in form; what is given replaces its parts. */
const made = (parts = {}) => {
  const { head = dylink(), imports = [memory, base], functions = [0, 1], exports = [[name("huisuan_policy"), 0, 1]], relocations = body(0x0b), policy = getter, extra = [], data = [] } = parts;
  return bytes(
    start, head, types, section(2, vector(imports)), section(3, vector(functions)), section(7, vector(exports)), extra,
    section(8, 0), section(10, vector([relocations, policy])), data,
  );
};

async function refuses(file, en, zh) {
  const engine = await load();
  engine.addPolicy(region("ningbo"));
  const before = engine.policies();
  const error = refusal(() => engine.addPolicy(file));
  assert.equal(error.code, "PLUGIN");
  assert.ok(error.messages.en.includes(en), `${error.messages.en}, wanted ${en}`);
  assert.ok(error.messages.zh.includes(zh), `${error.messages.zh}, wanted ${zh}`);
  assert.deepEqual(engine.policies(), before);
  assert.equal(engine.assess(firm).places.length, 2);
}

test("what is no side module", async () => {
  await refuses(readFileSync(join(BUILD, "plugins/qingpu.so")), "it is a plugin for the native program (.so)", "本机程序用的插件");
  await refuses("<!DOCTYPE html><title>404</title>", "it is a web page", "这是网页");
  await refuses("\n  <html>", "it is a web page", "这是网页");
  await refuses(bytes(0x1f, 0x8b, 8), "it is compressed", "这是压缩文件");
  await refuses("", "it is not a WebAssembly module", "不是 WebAssembly 模块");
  await refuses(bytes(start.slice(0, 7), 2), "it is not a WebAssembly module", "不是 WebAssembly 模块");
  await refuses(bytes(start), "it does not export huisuan_policy", "没有导出 huisuan_policy");
  await refuses(bytes(start, types), "no dylink.0", "没有 dylink.0");
  await refuses(new Uint8Array(4 * 1024 * 1024 + 1), "at most 4194304 are taken", "应不超过 4194304");
});

test("what a plugin has no use for", async () => {
  await refuses(made({ imports: [memory, base, [name("env"), name("emscripten_run_script"), 0, 0]] }), "it imports emscripten_run_script", "导入了 emscripten_run_script");
  await refuses(made({ imports: [memory, base, [name("wasi"), name("memory"), 2, 0, 1]] }), "it imports memory", "导入了 memory");
  await refuses(made({ imports: [memory, base, [name("env"), name("GOT"), 3, 0x7f, 1]] }), "it imports GOT", "导入了 GOT");
  await refuses(made({ imports: [memory, base, [name("env"), utf8("\x07\x1b[31m\xff").length, utf8("\x07\x1b[31m\xff"), 3, 0x7f, 0]] }), "it imports ??[31m", "导入了 ??[31m");
  await refuses(made({ exports: [[name("huisuan_policy"), 0, 1], [name("_start"), 0, 0]] }), "it exports _start", "导出了 _start");
  await refuses(made({ exports: [[name("memory"), 2, 0]] }), "it exports memory", "导出了 memory");
  await refuses(made({ exports: [[name("other"), 0, 1]] }), "it exports other", "导出了 other");
  await refuses(made({ exports: [] }), "it does not export huisuan_policy", "没有导出 huisuan_policy");
  await refuses(made({ imports: [memory] }), "it does not import __memory_base", "没有导入 __memory_base");
  await refuses(made({ extra: section(4, vector([[0x70, 0, 1]])) }), "it has a table", "含有函数表");
  await refuses(made({ extra: section(5, vector([[0, 1]])) }), "it has a memory of its own", "含有自己的内存");
  await refuses(made({ extra: section(6, vector([[0x7f, 1, 0x41, 0, 0x0b]])) }), "it has globals of its own", "含有全局变量");
  await refuses(made({ extra: section(9, vector([])) }), "it has elements of a table", "含有函数表的内容");
  await refuses(made({ extra: section(13, vector([])) }), "section 13 is unknown or stands twice", "未知或重复的段 13");
  await refuses(made({ extra: types }), "section 1 is unknown or stands twice", "未知或重复的段 1");
  await refuses(made({ head: dylink(64, 3, 1) }), "it needs a table of functions", "需要函数表");
  await refuses(made({ head: dylink(4 * 1024 * 1024 + 1) }), "it needs 4194305 bytes of memory", "需要 4194305 字节内存");
  await refuses(made({ head: dylink(64, 5) }), "aligned to 2^5", "对齐 2^5");
  await refuses(made({ head: section(0, name("dylink.0"), 1, 4, 64, 3, 0, 0, 2, 9, 1, name("evil.so")) }), "it needs another library, evil.so", "需要别的库 evil.so");
});

test("code other than the linker's is never run", async () => {
  const en = "it has code beside its constant data", zh = "含有常量数据以外的代码";
  const loop = body(0x03, 0x40, 0x0c, 0, 0x0b, 0x0b);
  for (const code of [
    loop,
    body(0x00, 0x0b), // unreachable
    body(0x10, 0, 0x0b), // a call
    body(0x41, 8, 0x41, 1, 0x36, 2, 0, 0x0b), // a store at an address that is not its own
    body(0x23, 0, 0x41, 61, 0x6a, 0x41, 1, 0x36, 2, 0, 0x0b), // a store that ends behind its memory
    body(0x23, 0, 0x41, 0x7c, 0x6a, 0x41, 1, 0x36, 2, 0, 0x0b), // a store before its memory
    body(0x23, 0, 0x41, 1, 0x36, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x0b), // a store far behind it
    body(0x23, 1, 0x41, 1, 0x36, 2, 0, 0x0b), // another global
    body(0x23, 0, 0x23, 0, 0x6a, 0x41, 1, 0x36, 2, 0, 0x0b), // twice its base
    body(0x41, 8, 0x23, 0, 0x6b, 0x41, 1, 0x36, 2, 0, 0x0b), // its base taken away
    body(0x23, 0, 0x41, 4, 0x6b, 0x41, 1, 0x36, 2, 0, 0x0b), // four bytes before its memory
    body(0x36, 2, 0, 0x0b), // nothing to store
    body(0x20, 0, 0x1a, 0x0b), // a local that is not there
    body(Array(17).fill([0x41, 0]), 0x0b), // a deep stack
    body(0x41, 0, 0x0b), // something left over
    body(0x41), // cut off
    [4, 1, 0xff, 0x7f, 0x7f, 0x0b], // too many locals
    [3, 1, 1, 0x7e, 0x0b], // a local of 64 bits
  ])
    await refuses(made({ relocations: code }), en, zh);
  for (const code of [loop, body(0x41, 0, 0x0b), body(0x23, 0, 0x41, 0xc0, 0, 0x6a, 0x0b), body(0x23, 0, 0x41, 4, 0x6a, 0x0b), body(0x0b)])
    await refuses(made({ policy: code }), en, zh);
  await refuses(made({ exports: [[name("huisuan_policy"), 0, 7]] }), en, zh);
});

test("a table that is not one", async () => {
  await refuses(made(), "a pointer leads out of the plugin", "指针指到插件之外"); // 64 bytes are no policy
  await refuses(made({ head: dylink(256) }), "magic is 0", "magic 为 0");
  const data = (...segments) => section(11, vector(segments));
  const at = (offset, ...content) => [0, 0x23, 0, 0x41, offset, 0x6a, 0x0b, vector(content)];
  await refuses(made({ data: data(at(0, 1, 2, 3, 4)), head: dylink(256) }), "magic is 67305985", "magic 为 67305985");
  await refuses(made({ data: data(at(63, 1, 2)) }), "its data is cut off or out of range", "数据段不完整或越界");
  await refuses(made({ data: data([0, 0x41, 0, 0x0b, vector([1])]) }), "its data is cut off or out of range", "数据段不完整或越界");
  await refuses(made({ data: data([1, vector([1])]) }), "its data is cut off or out of range", "数据段不完整或越界");
});

test("a region of another layout, and the same region again", async () => {
  const magic = Buffer.from(good).indexOf(Buffer.from([0x48, 0x49, 0x55, 0x53]));
  assert.ok(magic > 0);
  const changed = (offset, value) => {
    const copy = Buffer.from(good);
    copy.writeUInt32LE(value, magic + offset);
    return copy;
  };
  await refuses(changed(4, 0), "abi is 0, wanted 1", "abi 为 0，应为 1");
  await refuses(changed(4, 2), "abi is 2, wanted 1", "abi 为 2，应为 1");
  await refuses(changed(12, 8), "pointer_size is 8, wanted 4", "pointer_size 为 8，应为 4");
  await refuses(changed(16, 30174), "toolchain is 30174, wanted 30106", "toolchain 为 30174，应为 30106");
  await refuses(region("ningbo"), "a policy with the id ningbo is already loaded", "编号为 ningbo 的政策已经加载");
});

test("a region cut off anywhere", async () => {
  const engine = await load();
  for (let length = 0; length < good.length; length += length < 300 ? 1 : 97)
    assert.equal(refusal(() => engine.addPolicy(good.subarray(0, length))).code, "PLUGIN", `${length} bytes`);
  assert.equal(engine.addPolicy(good).id, "qingpu");
});

/* A fixed sequence (the generator of C's standard, 7.22.2.2, with 32 bits). */
const sequence = (state) => () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;

test("a region with bytes changed anywhere is refused or read, and the engine goes on", async () => {
  const random = sequence(7);
  const wanted = (await load().then((engine) => (engine.addPolicy(region("ningbo")), engine))).assess(firm);
  /* The one to copy from has what the regions lack: limits, windows, every operation. */
  const template = compileRegion(join(SOURCE, "plugins/template/policy.c"), join(BUILD, "template.wasm"));
  const elsewhere = { as_of: "2024-06-30", locations: ["999901"], facts: { registered_locally: true } };
  assert.equal((await load()).addPolicy(template).id, "template");
  let engine = null, refused = 0, taken = 0;
  for (let i = 0; i < Number(process.env.MUTATIONS ?? 3000); i++) {
    if (i % 100 === 0) (engine = await load()).addPolicy(region("ningbo"));
    const copy = Buffer.from(i % 2 === 0 ? good : template), applicant = i % 2 === 0 ? firm : elsewhere;
    for (let n = Math.floor(random() * 4); n >= 0; n--) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    try {
      engine.addPolicy(copy);
      taken++;
      engine.assess(applicant);
      engine = await load();
      engine.addPolicy(region("ningbo"));
    } catch (error) {
      assert.ok(["PLUGIN", "INPUT"].includes(error.code), `${error}`); // INPUT: a fact of the firm has another name now
      refused++;
      if (error.code === "INPUT") (engine = await load()).addPolicy(region("ningbo"));
    }
  }
  assert.ok(refused > 100 && taken > 100, `${refused} refused, ${taken} taken`);
  assert.deepEqual(engine.assess(firm).places, wanted.places);
});

test("regions that ask for all the memory there is are refused, and the engine goes on", async () => {
  const engine = await load();
  const size = good.indexOf(Buffer.from([1, 6])) + 2; // of dylink.0's first part: three bytes of LEB128
  const id = good.indexOf(Buffer.from("\0qingpu\0")) + 1;
  assert.ok(size > 2 && size < 32 && id > 0 && good[size + 2] < 0x80);
  const large = (number) => {
    const copy = Buffer.from(good);
    copy.set([0xff, 0xff, 0x7f], size); // 2 MiB less a byte
    copy.write(`r${String(number).padStart(5, "0")}`, id);
    return copy;
  };
  let added = 0;
  const error = (() => {
    for (; added < 1000; added++) {
      try {
        engine.addPolicy(large(added));
      } catch (refused) {
        return refused;
      }
    }
  })();
  assert.equal(error.code, "MEMORY");
  assert.ok(added > 100 && engine.memory > 200 * 1024 * 1024 && engine.memory <= 256 * 1024 * 1024, `${added} regions, ${engine.memory} bytes`);
  assert.equal(refusal(() => engine.addPolicy(large(added))).code, "MEMORY");
  assert.equal(engine.policies().length, added);
});
