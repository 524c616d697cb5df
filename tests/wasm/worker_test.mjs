/* The engine in a worker: a call that takes too long, a worker that dies, restart with the regions that were there. */
import assert from "node:assert/strict";
import test from "node:test";
import { Worker } from "node:worker_threads";

import { PACKAGE, firm, loadAll, region, startWorker } from "./support.mjs";

/* A worker in which the engine's answer to one call is replaced: a region cannot make the engine loop or trap, so something else has to. */
function troubled(method, trouble) {
  const code = `
    const { parentPort } = require("node:worker_threads");
    import(${JSON.stringify(new URL(`file://${PACKAGE}/huisuan.mjs`).href)}).then(({ serve }) => {
      serve(parentPort);
      const answer = parentPort.onmessage;
      parentPort.onmessage = (event) => { const { data } = event; if (data.method === "${method}") { ${trouble} } answer(event); };
    });`;
  return () => {
    const thread = new Worker(code, { eval: true });
    thread.on("message", (data) => thread.onmessage?.({ data }));
    thread.on("error", (error) => thread.onerror?.(error));
    return thread;
  };
}

test("a worker answers as the engine does, one call after the other", async () => {
  const engine = await loadAll();
  const worker = startWorker();
  const policies = await Promise.all(["qingpu", "ningbo", "beilun", "chaoyang", "baotou"].map((id) => worker.addPolicy(region(id))));
  assert.deepEqual(policies.map((policy) => policy.id), ["qingpu", "ningbo", "beilun", "chaoyang", "baotou"]);
  assert.deepEqual(await worker.policies(), engine.policies());
  assert.deepEqual(await worker.facts(), engine.facts());
  assert.deepEqual(await worker.assess(firm), engine.assess(firm));
  assert.deepEqual(await worker.assessBytes(firm), engine.assessBytes(firm));
  assert.deepEqual(await worker.compare(firm), engine.compare(firm));
  assert.deepEqual(await worker.sweep(firm, { fact: "annual_revenue" }), engine.sweep(firm, { fact: "annual_revenue" }));
  await assert.rejects(worker.addPolicy(region("qingpu")), { name: "HuisuanError", code: "PLUGIN", path: "qingpu" });
  await assert.rejects(worker.assess("{"), { code: "INPUT", line: 1, column: 2 });
  assert.equal((await worker.policies()).length, 5);
  worker.close();
  await assert.rejects(worker.facts(), { code: "CLOSED" });
});

test("a call that takes too long ends the worker, and the next one finds the regions again", async () => {
  let started = 0;
  const looping = troubled("sweep", "for (;;) ;");
  const worker = startWorker({ timeLimit: 1500, worker: () => (started++, looping()) });
  await worker.addPolicy(region("qingpu"));
  const [slow, next] = await Promise.allSettled([worker.sweep(firm, { fact: "annual_rent" }), worker.policies()]);
  assert.equal(slow.reason.code, "TIME_LIMIT");
  assert.equal(slow.reason.messages.en, "it took more than 1500 ms and was stopped");
  assert.deepEqual(next.value.map((policy) => policy.id), ["qingpu"]);
  assert.equal(started, 2);
  worker.close();
});

test("a worker that dies refuses its call, and the next one finds another", async () => {
  for (const trouble of ["throw new Error('gone')", "process.exit(1)", "parentPort.postMessage({ id: data.id, error: { code: 'CRASHED', message: { zh: '停', en: 'stopped' } } }); return"]) {
    let started = 0;
    const dying = troubled("compare", trouble);
    const worker = startWorker({ timeLimit: 1500, worker: () => (started++, dying()) });
    await worker.addPolicy(region("qingpu"));
    await assert.rejects(worker.compare(firm), (error) => ["CRASHED", "TIME_LIMIT"].includes(error.code), trouble);
    assert.deepEqual((await worker.policies()).map((policy) => policy.id), ["qingpu"]);
    assert.equal(started, 2);
    worker.close();
  }
});

test("what is asked is what was there when it was asked", async () => {
  const engine = await loadAll();
  const worker = startWorker();
  const bytes = Uint8Array.from(region("qingpu"));
  const added = worker.addPolicy(bytes);
  bytes.fill(0);
  assert.equal((await added).id, "qingpu");
  for (const id of ["ningbo", "beilun", "chaoyang", "baotou"]) await worker.addPolicy(region(id));
  const applicant = { as_of: "2023-06-30", facts: { annual_revenue: 1000000 } };
  const options = { locations: ["310118"] };
  const wanted = [engine.assess(applicant, options)];
  const found = [worker.assess(applicant, options)];
  applicant.facts.annual_revenue = 2000000;
  options.locations = ["330206"];
  found.push(worker.assess(applicant, options));
  wanted.push(engine.assess(applicant, options));
  assert.deepEqual(await Promise.all(found), wanted);
  worker.close();
});

test("what cannot be sent is refused, and the worker goes on", async () => {
  const worker = startWorker({ timeLimit: 1500 });
  await worker.addPolicy(region("qingpu"));
  await assert.rejects(worker.assess({ facts: {}, many: 1n }), { code: "INPUT" });
  await assert.rejects(worker.assess({ facts: {} }, { locations: [1n] }), { code: "USAGE" });
  await assert.rejects(worker.assess({ facts() {} }), { code: "INPUT" });
  await new Promise((resolve) => setTimeout(resolve, 1600));
  assert.equal((await worker.policies()).length, 1);
  worker.close();
});

test("a limit of Infinity is none, and a limit left undefined is the usual one", async () => {
  for (const options of [{ timeLimit: Infinity }, { timeLimit: undefined, worker: undefined, wasm: undefined }]) {
    const worker = startWorker(options);
    assert.deepEqual(await worker.policies(), []);
    worker.close();
  }
});

test("closing while the worker is being made ends it", async () => {
  let ended = 0;
  const worker = startWorker({
    worker: async () => {
      await null;
      const thread = new Worker("setInterval(() => {}, 1000)", { eval: true });
      thread.on("exit", () => ended++);
      return thread;
    },
  });
  const call = worker.policies();
  await null;
  worker.close();
  await assert.rejects(call, { code: "CLOSED" });
  while (ended === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(ended, 1);
});

test("closing refuses the call under way", async () => {
  const worker = startWorker();
  const loading = worker.policies();
  setTimeout(() => worker.close(), 0);
  await assert.rejects(loading, { code: "CLOSED" });
});

test("an engine that cannot be loaded says so each time", async () => {
  const worker = startWorker({ wasm: new Uint8Array([1, 2, 3]) });
  await assert.rejects(worker.facts(), { code: "LOADING" });
  await assert.rejects(worker.facts(), { code: "LOADING" });
  worker.close();
});
