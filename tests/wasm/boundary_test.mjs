/* What crosses the boundary: the imports and exports of every module, held against the header and the list that the linker gets. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { FOLDERS, PACKAGE, REGIONS, SOURCE, compileRegion, load, region } from "./support.mjs";

const text = (path) => readFileSync(join(SOURCE, path), "utf8");
const named = (entries) => entries.map(({ module, name, kind }) => [module, name, kind].filter(Boolean).join(" ")).sort();
const engine = new WebAssembly.Module(readFileSync(join(PACKAGE, "huisuan.wasm")));

test("every region imports its memory and its base and exports the getter", () => {
  assert.equal(REGIONS.length, FOLDERS.length);
  for (const id of REGIONS) {
    const module = new WebAssembly.Module(region(id));
    assert.deepEqual(named(WebAssembly.Module.imports(module)), ["env __memory_base global", "env memory memory"], id);
    assert.deepEqual(named(WebAssembly.Module.exports(module)), ["__wasm_call_ctors function", "huisuan_policy function"], id);
  }
});

test("the engine imports nothing but the note that its memory grew", () => {
  assert.deepEqual(named(WebAssembly.Module.imports(engine)), ["env emscripten_notify_memory_growth function"]);
});

test("the engine exports what the header declares", () => {
  const declared = [...text("wasm/bridge.h").matchAll(/^\w.*?\b(huisuan_\w+)\(.*\);$/gm)].map((match) => match[1]).sort();
  const listed = text("wasm/exports.txt").trim().split("\n").sort();
  const exported = WebAssembly.Module.exports(engine).map((entry) => entry.name);
  assert.ok(declared.length >= 10);
  assert.deepEqual(listed, declared);
  assert.deepEqual(exported.filter((name) => name.startsWith("huisuan_")).sort(), declared);
  const ofTheToolchain = ["__errno_location", "__indirect_function_table", "_initialize", "memory", "stackAlloc", "stackRestore", "stackSave"];
  assert.deepEqual(exported.filter((name) => !name.startsWith("huisuan_")).sort(), ofTheToolchain);
});

test("every exported function is called", async () => {
  const called = new Set();
  const instance = new WebAssembly.Instance(engine, { env: { emscripten_notify_memory_growth() {} } });
  const noting = ([name, value]) => [name, typeof value === "function" ? (...parameters) => (called.add(name), value(...parameters)) : value];
  const wasm = Object.fromEntries(Object.entries(instance.exports).map(noting));
  const call = (name, ...parts) => {
    const bytes = parts.filter((part) => typeof part !== "number").map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part));
    let at = bytes.length === 0 ? 0 : wasm.huisuan_input(bytes.reduce((sum, part) => sum + part.length, 0));
    for (const part of bytes) {
      new Uint8Array(wasm.memory.buffer).set(part, at);
      at += part.length;
    }
    const status = wasm[name](...bytes.map((part) => part.length), ...parts.filter((part) => typeof part === "number"));
    return [status, new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.huisuan_output(), wasm.huisuan_output_length()))];
  };
  wasm._initialize();
  assert.deepEqual(call("huisuan_open"), [0, ""]);
  assert.deepEqual(call("huisuan_add", region("qingpu")), [0, '{"id":"qingpu"}']);
  assert.match(call("huisuan_policies")[1], /^\[\{"id":"qingpu"/);
  assert.match(call("huisuan_facts")[1], /^\{"topics":/);
  const document = '{"as_of": "2023-06-30", "locations": ["310118"], "facts": {"annual_rent": 500000}}';
  assert.match(call("huisuan_assess", document, "{}")[1], /^\{"contract":1,"engine":"0.1.0","as_of":"2023-06-30","places":\[\{"adcode":"310118"/);
  assert.match(call("huisuan_compare", document, "{}")[1], /"what_if":false/);
  assert.match(call("huisuan_sweep", document, '{"fact": "annual_rent"}')[1], /"fact":"annual_rent","from":0/);
  assert.equal(call("huisuan_assess", document, '{"as_of": "x"}')[0], -2);
  assert.deepEqual(call("huisuan_is_utf8", "编号"), [0, "true"]);
  assert.equal(call("huisuan_batch_step", 1)[0], -2);
  assert.deepEqual(call("huisuan_batch_open", '{"as_of": "2023-06-30"}'), [0, ""]);
  assert.deepEqual(call("huisuan_batch_table", "", 0), [0, ""]);
  assert.deepEqual(call("huisuan_batch_push", "编号\nA1\n"), [0, ""]);
  assert.deepEqual(call("huisuan_batch_step", 0), [0, '{"rows":[],"next":"rows"}']);
  assert.match(call("huisuan_batch_step", 2)[1], /^\{"rows":\[\{"line":2,"number":2,"id":"A1","name":null,"document":"\{.*"error":null,"places":\[\{"adcode":"310118",.*\],"next":"bytes"\}$/);
  assert.deepEqual(call("huisuan_batch_push", ""), [0, ""]);
  assert.deepEqual(call("huisuan_batch_step", 2), [0, '{"rows":[],"next":"end","left":[]}']);
  assert.match(call("huisuan_batch_budget", "{}")[1], /"applicants":1,/);
  assert.equal(wasm.huisuan_batch_close(), undefined);
  assert.equal(call("huisuan_batch_budget", "{}")[0], -2);
  assert.equal(wasm.huisuan_input(-1), 0);
  assert.deepEqual([...called].filter((name) => name.startsWith("huisuan_")).sort(), text("wasm/exports.txt").trim().split("\n").sort());
});

test("a region is the same policy whatever the compiler makes of it", async () => {
  const work = mkdtempSync(join(tmpdir(), "huisuan-"));
  const engine = await load();
  const wanted = engine.addPolicy(region("qingpu")).sha256;
  for (const level of ["-O0", "-O1", "-O3", "-Oz", "-O2 -g"]) {
    const bytes = compileRegion(join(SOURCE, "plugins/qingpu/policy.c"), join(work, "qingpu.wasm"), level);
    assert.equal((await load()).addPolicy(bytes).sha256, wanted, level);
  }
  rmSync(work, { recursive: true });
});
