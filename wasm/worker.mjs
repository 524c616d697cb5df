/* A worker that holds an engine; startWorker in huisuan.mjs starts it and speaks to it. */
import { serve } from "./huisuan.mjs";

const { parentPort } = globalThis.process?.versions?.node ? await import("node:worker_threads") : {};
serve(parentPort ?? globalThis);
