/* A worker that holds an engine; startWorker in huisuan.mjs starts it and speaks to it. */
import { serve } from "./huisuan.mjs";

if (globalThis.process?.versions?.node) {
  const { parentPort } = await import("node:worker_threads");
  parentPort.on("message", (data) => parentPort.onmessage({ data }));
  serve(parentPort);
} else {
  serve(globalThis);
}
