/* The package's engine in Node: what each method gives and what it refuses. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { runInNewContext } from "node:vm";

import { PACKAGE, REGIONS, firm, load, loadAll, native, refusal, region } from "./support.mjs";

const decode = (bytes) => new TextDecoder().decode(bytes);

test("regions are added from bytes, in any order, and say who they are", async () => {
  const engine = await load();
  assert.deepEqual(engine.policies(), []);
  for (const id of [...REGIONS].reverse()) {
    const policy = engine.addPolicy(region(id));
    assert.equal(policy.id, id);
    assert.equal(policy.file_sha256, createHash("sha256").update(region(id)).digest("hex"));
    assert.match(policy.sha256, /^[0-9a-f]{64}$/);
  }
  assert.deepEqual(engine.policies().map((policy) => policy.id), REGIONS);
  const { number, effective, expires, measures } = engine.policies().find((policy) => policy.id === "qingpu");
  assert.deepEqual([number, effective, expires, measures.length], ["青人社规〔2022〕9号", "2023-01-01", "2027-12-31", 18]);
  assert.equal(engine.addPolicy.call(await load(), region("qingpu").buffer.slice(region("qingpu").byteOffset)).id, "qingpu");
});

test("results do not depend on the order in which regions came", async () => {
  const wanted = await loadAll();
  for (const order of [[...REGIONS].reverse(), ["ningbo", "baotou", "qingpu", "beilun", "chaoyang"], ["qingpu", "chaoyang", "baotou", "ningbo", "beilun"]]) {
    const engine = await load();
    for (const id of order) engine.addPolicy(region(id));
    assert.equal(JSON.stringify(engine.facts()), JSON.stringify(wanted.facts()));
    assert.equal(JSON.stringify(engine.policies()), JSON.stringify(wanted.policies()));
    assert.equal(decode(engine.assessBytes(firm)), decode(wanted.assessBytes(firm)));
    assert.equal(JSON.stringify(engine.compare(firm)), JSON.stringify(wanted.compare(firm)));
    assert.equal(JSON.stringify(engine.sweep(firm, { fact: "annual_revenue" })), JSON.stringify(wanted.sweep(firm, { fact: "annual_revenue" })));
  }
});

test("policies, facts, comparison and sweep are those of the native program", async () => {
  const engine = await loadAll();
  const file = join(process.env.SOURCE, "tests/samples/firm.json");
  const alike = (policies) => policies.map(({ file_sha256, ...policy }) => (assert.match(file_sha256, /^[0-9a-f]{64}$/), policy));
  assert.deepEqual(alike(engine.policies()), alike(JSON.parse(native("policy", "list", "--format", "json"))));
  assert.deepEqual(engine.facts(), JSON.parse(native("facts", "--format", "json")));
  assert.deepEqual(engine.compare(firm), JSON.parse(native("compare", file, "--format", "json")));
  assert.deepEqual(engine.sweep(firm, { fact: "annual_revenue" }), JSON.parse(native("sweep", file, "--fact", "annual_revenue", "--format", "json")));
  assert.deepEqual(
    engine.sweep(firm, { fact: "annual_rent", from: "100000.50", to: 900000 }),
    JSON.parse(native("sweep", file, "--fact", "annual_rent", "--from", "100000.50", "--to", "900000", "--format", "json")),
  );
});

test("an applicant is an object, a text or bytes, and gives the bytes of the native program", async () => {
  const engine = await loadAll();
  const wanted = native("assess", join(process.env.SOURCE, "tests/samples/firm.json"), "--format", "json");
  assert.equal(`${decode(engine.assessBytes(firm))}\n`, wanted);
  assert.equal(`${decode(engine.assessBytes(decode(firm)))}\n`, wanted);
  assert.deepEqual(engine.assess(firm), JSON.parse(wanted));
  const { receipt, ...result } = engine.assess(JSON.parse(decode(firm)));
  const { receipt: wantedReceipt, ...wantedResult } = JSON.parse(wanted);
  assert.deepEqual(result, wantedResult);
  assert.deepEqual(receipt.policies, wantedReceipt.policies);
});

test("a text gives what its bytes give, however long it is and whatever its characters take", async () => {
  const engine = await loadAll();
  const wide = JSON.stringify({ ...JSON.parse(decode(firm)), name: "惠".repeat(1365) });
  for (const text of [wide, wide.padEnd(64 * 1024), wide.padEnd(64 * 1024 + 1), '{"name": "\ud800", "facts": {}}'])
    assert.equal(decode(engine.assessBytes(text)), decode(engine.assessBytes(new TextEncoder().encode(text))));
});

test("an answer stays what it was when the next call comes", async () => {
  const engine = await loadAll();
  const answer = engine.assessBytes(firm);
  const before = createHash("sha256").update(answer).digest("hex");
  engine.assessBytes({ facts: {} });
  engine.facts();
  assert.equal(createHash("sha256").update(answer).digest("hex"), before);
});

test("bytes of another realm are bytes", async () => {
  const engine = await load();
  const other = runInNewContext("(bytes) => Uint8Array.from(bytes)");
  assert.equal(engine.addPolicy(other(region("qingpu")).buffer).id, "qingpu");
  assert.equal(engine.addPolicy(other(region("ningbo"))).id, "ningbo");
});

test("options replace what the document says", async () => {
  const engine = await loadAll();
  const result = engine.assess(firm, { as_of: "2024-05-01", locations: ["330206"], brief: true });
  assert.equal(result.as_of, "2024-05-01");
  assert.deepEqual(result.places.map((place) => place.adcode), ["330206"]);
  assert.equal("questions" in result, false);
  assert.equal(engine.assess({ facts: {} }, { today: "2023-07-01" }).as_of, "2023-07-01");
  const china = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  assert.ok(engine.assess({ facts: {} }).as_of >= china);
});

test("options are refused by name", async () => {
  const engine = await loadAll();
  const refused = (options, call = "assess") => {
    const { code, path } = refusal(() => engine[call](firm, options));
    return `${code} ${path}`;
  };
  assert.equal(refused({ nope: 1 }), "USAGE options.nope");
  assert.equal(refused({ as_of: "2023-02-29" }), "USAGE options.as_of");
  assert.equal(refused({ today: 20230101 }), "USAGE options.today");
  assert.equal(refused({ brief: "yes" }), "USAGE options.brief");
  assert.equal(refused({ locations: [] }), "USAGE options.locations");
  assert.equal(refused({ locations: "330206" }), "USAGE options.locations");
  assert.equal(refused({ locations: ["330206", "330206"] }), "USAGE options.locations[1]");
  assert.equal(refused({ locations: ["33020"] }), "USAGE location");
  assert.equal(refused({}, "sweep"), "USAGE fact");
  assert.equal(refused({ fact: "hr_license" }, "sweep"), "USAGE fact");
  assert.equal(refused({ fact: 1 }, "sweep"), "USAGE options.fact");
  assert.equal(refused({ fact: "annual_rent", from: 1 }, "sweep"), "USAGE options.from");
  assert.equal(refused({ fact: "annual_rent", to: "x" }, "sweep"), "USAGE options.to");
  assert.equal(refused({ fact: "annual_rent", to: 0 }, "sweep"), "USAGE options.to");
  assert.equal(refused({ fact: "lease_years", to: 1.5 }, "sweep"), "USAGE options.to");
  assert.equal(refused({ fact: "annual_rent", from: 2, to: 1 }, "sweep"), "USAGE range");
});

test("a document is refused with its path, line and column, in both languages", async () => {
  const engine = await loadAll();
  const error = refusal(() => engine.assess('{"facts": {\n  "annual_revenue": -1}}'));
  assert.deepEqual([error.code, error.path, error.line, error.column, error.clause], ["INPUT", "facts.annual_revenue", 2, 21, null]);
  assert.ok(error.messages.zh.length > 0 && error.messages.en.length > 0);
  assert.equal(error.message, `facts.annual_revenue: ${error.messages.zh} / ${error.messages.en}`);
  assert.deepEqual(Object.keys(error.toJSON()), ["code", "path", "line", "column", "clause", "message"]);
  assert.equal(refusal(() => engine.assess("")).code, "INPUT");
  assert.equal(refusal(() => engine.assess(undefined)).code, "INPUT");
  assert.equal(refusal(() => engine.assess({ facts: {}, many: 1n })).code, "INPUT");
  assert.equal(refusal(() => engine.assess({ facts: {} }, { locations: [1n] })).code, "USAGE");
  assert.equal(refusal(() => engine.assess(new Uint8Array([0x7b, 0xff, 0x7d]))).code, "INPUT");
  assert.equal(refusal(() => engine.assess("x".repeat(1024 * 1024 + 1))).code, "INPUT");
  assert.equal(engine.assess({ facts: {} }).contract, 1);
});

test("nothing answers after close, and loading says why it failed", async () => {
  const engine = await load();
  engine.close();
  assert.equal(refusal(() => engine.facts()).code, "CLOSED");
  assert.equal(engine.memory, 0);
  await assert.rejects(load({ wasm: new Uint8Array([1, 2, 3]) }), { code: "LOADING" });
  await assert.rejects(load({ wasm: new URL("file:///none/huisuan.wasm") }), { code: "LOADING" });
  await assert.rejects(load({ wasm: region("qingpu") }), { code: "LOADING" });
  const bytes = readFileSync(join(PACKAGE, "huisuan.wasm"));
  assert.deepEqual((await load({ wasm: bytes })).policies(), []);
  assert.deepEqual((await load({ wasm: new WebAssembly.Module(bytes) })).policies(), []);
});

test("memory stays level over many assessments", async () => {
  const engine = await loadAll();
  for (let i = 0; i < 50; i++) engine.assessBytes(firm);
  const before = engine.memory;
  for (let i = 0; i < 2000; i++) engine.assessBytes(firm);
  for (let i = 0; i < 200; i++) refusal(() => engine.addPolicy(region("qingpu")));
  for (let i = 0; i < 20; i++) engine.sweep(firm, { fact: "annual_revenue" });
  assert.equal(engine.memory, before);
});
