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
