/* The engine in JavaScript: browsers, workers, Node from 18 on. Types and documentation stand in huisuan.d.ts.

   huisuan.wasm has no imports that do anything and no JavaScript of its own; what crosses the boundary is UTF-8 JSON and 32-bit integers
   (bridge.h). Regions are read as data (module.h): no code of theirs runs here. */

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/* The order of enum hs_status, 0 to -6. */
const STATUS = ["OK", null, "USAGE", "INPUT", "OUTPUT", "PLUGIN", "MEMORY"];

export class HuisuanError extends Error {
  constructor({ code, path = null, line = null, column = null, clause = null, message }) {
    super(`${path === null ? "" : `${path}: `}${message.zh} / ${message.en}`);
    this.name = "HuisuanError";
    this.code = code;
    this.path = path;
    this.line = line;
    this.column = column;
    this.clause = clause;
    this.messages = message;
  }

  /** A plain object: what a worker can post. */
  toJSON() {
    const { code, path, line, column, clause, messages } = this;
    return { code, path, line, column, clause, message: messages };
  }
}

const failure = (code, zh, en) => new HuisuanError({ code, message: { zh, en } });

/* ---- Loading ------------------------------------------------------------------------------------------------------------------------- */

/* Bytes of a URL; Node's fetch knows no file: addresses. */
async function bytesOf(url) {
  if (url.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw failure("LOADING", `不能取得 ${url}：${response.status}`, `${url} cannot be fetched: ${response.status}`);
  return response.arrayBuffer();
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = source instanceof URL || typeof source === "string" ? await bytesOf(new URL(source, import.meta.url)) : source;
  return WebAssembly.compile(bytes);
}

export async function load({ wasm = new URL("huisuan.wasm", import.meta.url) } = {}) {
  try {
    const instance = await WebAssembly.instantiate(await compile(wasm), { env: { emscripten_notify_memory_growth() {} } });
    return new Engine(instance.exports);
  } catch (cause) {
    if (cause instanceof HuisuanError) throw cause;
    throw failure("LOADING", `引擎不能加载：${cause.message}`, `the engine cannot be loaded: ${cause.message}`);
  }
}

/* ---- The engine ------------------------------------------------------------------------------------------------------------------------ */

/* Today in China, which has no summer time. */
const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

/* JSON text of what the caller handed over. */
function textOf(value, code) {
  try {
    return JSON.stringify(value) ?? "";
  } catch (cause) {
    throw failure(code, `不能写成 JSON：${cause.message}`, `it cannot be written as JSON: ${cause.message}`);
  }
}

/* A document or a region as bytes; buffers of another window are buffers too. */
function bytesFrom(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value))) return new Uint8Array(value);
  return encoder.encode(typeof value === "string" ? value : textOf(value, "INPUT"));
}

const optionsFrom = (options) => encoder.encode(textOf({ today: today(), ...options }, "USAGE"));

class Engine {
  #wasm;
  #gone = null;

  constructor(exports) {
    this.#wasm = exports;
    exports._initialize();
    this.#call("huisuan_open", []);
  }

  addPolicy(bytes) {
    const input = bytesFrom(bytes);
    const { id } = this.#json("huisuan_add", [input]);
    return this.policies().find((policy) => policy.id === id);
  }

  policies() {
    return this.#json("huisuan_policies", []);
  }

  facts() {
    return this.#json("huisuan_facts", []);
  }

  assess(applicant, options) {
    return JSON.parse(decoder.decode(this.assessBytes(applicant, options)));
  }

  assessBytes(applicant, options) {
    return this.#call("huisuan_assess", this.#question(applicant, options)).slice();
  }

  compare(applicant, options) {
    return this.#json("huisuan_compare", this.#question(applicant, options));
  }

  sweep(applicant, options) {
    return this.#json("huisuan_sweep", this.#question(applicant, options));
  }

  get memory() {
    return this.#wasm === null ? 0 : this.#wasm.memory.buffer.byteLength;
  }

  close() {
    this.#wasm = null;
    this.#gone ??= failure("CLOSED", "引擎已关闭", "the engine is closed");
  }

  #question(applicant, options) {
    return [bytesFrom(applicant), optionsFrom(options)];
  }

  #json(name, parts) {
    return JSON.parse(decoder.decode(this.#call(name, parts)));
  }

  /* Whatever is thrown from inside leaves the engine's memory in any state. */
  #enter(name, parameters) {
    try {
      return this.#wasm[name](...parameters);
    } catch (cause) {
      this.#wasm = null;
      this.#gone = failure("CRASHED", `引擎出错停止：${cause.message}`, `the engine stopped on an error: ${cause.message}`);
      throw this.#gone;
    }
  }

  /* Hands the parts over and calls; what comes back is a view of the answer, good until the next call. */
  #call(name, parts) {
    if (this.#gone) throw this.#gone;
    const wasm = this.#wasm;
    if (parts.length > 0) {
      const address = this.#enter("huisuan_input", [parts.reduce((sum, part) => sum + part.length, 0)]);
      if (address === 0) throw failure("MEMORY", "内存不足", "out of memory");
      const memory = new Uint8Array(wasm.memory.buffer);
      parts.reduce((at, part) => (memory.set(part, at), at + part.length), address);
    }
    const status = this.#enter(name, parts.map((part) => part.length));
    const answer = new Uint8Array(wasm.memory.buffer, wasm.huisuan_output(), wasm.huisuan_output_length());
    if (status === 0) return answer;
    if (answer.length === 0) throw failure(STATUS[-status], "内存不足", "out of memory");
    throw new HuisuanError(JSON.parse(decoder.decode(answer)));
  }
}

/* ---- In a worker ----------------------------------------------------------------------------------------------------------------------- */

const TIME_LIMIT = 10_000;
const LONGEST = 2 ** 31 - 1; /* that a timer can wait */

/* The methods, each with what of the call is taken along: what the caller changes afterwards changes nothing. */
const bare = () => [];
const asked = (applicant, options) => [bytesFrom(applicant).slice(), options === undefined ? undefined : JSON.parse(textOf(options, "USAGE"))];
const METHODS = {
  addPolicy: (bytes) => [bytesFrom(bytes).slice()], policies: bare, facts: bare, assess: asked, assessBytes: asked, compare: asked, sweep: asked,
};

/* The worker's side: answers the calls that `port` brings. worker.mjs is all that a worker needs besides. */
export function serve(port) {
  let engine = null;
  const answer = async ({ id, method, parameters }) => {
    try {
      if (method === "load") engine = await load(parameters[0]);
      port.postMessage({ id, result: method === "load" ? null : engine[method](...parameters) });
    } catch (cause) {
      const error = cause instanceof HuisuanError ? cause : failure("CRASHED", String(cause), String(cause));
      port.postMessage({ id, error: error.toJSON() });
    }
  };
  port.onmessage = (event) => answer(event.data);
}

async function newWorker() {
  const url = new URL("worker.mjs", import.meta.url);
  if (globalThis.Worker) return new Worker(url, { type: "module" });
  const { Worker: Thread } = await import("node:worker_threads");
  const thread = new Thread(url);
  thread.on("message", (data) => thread.onmessage?.({ data }));
  thread.on("error", (error) => thread.onerror?.(error));
  return thread;
}

class EngineWorker {
  #options;
  #worker = null;
  #waiting = null; /* the call under way */
  #last = Promise.resolve(); /* calls go one after the other */
  #calls = 0;
  #regions = []; /* what has to be added again after a restart */
  #closed = false;

  constructor(options) {
    this.#options = { wasm: options.wasm, timeLimit: options.timeLimit ?? TIME_LIMIT, worker: options.worker ?? newWorker };
    for (const [method, take] of Object.entries(METHODS)) this[method] = async (...parameters) => this.#queue(method, take(...parameters));
  }

  close() {
    this.#closed = true;
    this.#end(failure("CLOSED", "引擎已关闭", "the engine is closed"));
  }

  #queue(method, parameters) {
    const call = this.#last.then(() => this.#run(method, parameters));
    this.#last = call.catch(() => {});
    return call;
  }

  async #run(method, parameters) {
    if (this.#closed) throw failure("CLOSED", "引擎已关闭", "the engine is closed");
    if (this.#worker === null) await this.#start();
    const result = await this.#ask(method, parameters);
    if (method === "addPolicy") this.#regions.push(parameters[0]);
    return result;
  }

  async #start() {
    const worker = await this.#options.worker();
    if (this.#closed) {
      worker.terminate();
      throw failure("CLOSED", "引擎已关闭", "the engine is closed");
    }
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#take(data);
    worker.onerror = ({ message = "worker.mjs" }) => {
      const loading = this.#waiting?.method === "load";
      this.#end(
        loading ? failure("LOADING", `引擎不能加载：${message}`, `the engine cannot be loaded: ${message}`)
        : failure("CRASHED", `引擎出错停止：${message}`, `the engine stopped on an error: ${message}`),
      );
    };
    const { wasm } = this.#options;
    try {
      await this.#ask("load", [wasm === undefined ? {} : { wasm: wasm instanceof URL ? wasm.href : wasm }]);
      for (const region of this.#regions) await this.#ask("addPolicy", [region]);
    } catch (error) {
      this.#end(null); /* half an engine answers nothing */
      throw error;
    }
  }

  #ask(method, parameters) {
    const { timeLimit } = this.#options;
    return new Promise((resolve, reject) => {
      const late = () => this.#end(failure("TIME_LIMIT", `超过 ${timeLimit} 毫秒，已停止`, `it took more than ${timeLimit} ms and was stopped`));
      const timer = timeLimit <= LONGEST ? setTimeout(late, timeLimit) : undefined;
      this.#waiting = { id: ++this.#calls, method, timer, resolve, reject };
      this.#worker.postMessage({ id: this.#calls, method, parameters });
    });
  }

  #take({ id, result, error }) {
    if (this.#waiting?.id !== id) return;
    const { timer, resolve, reject } = this.#waiting;
    clearTimeout(timer);
    this.#waiting = null;
    if (error === undefined) return resolve(result);
    if (error.code === "CRASHED") this.#end(null);
    reject(new HuisuanError(error));
  }

  /* Ends the worker; the next call starts another with the regions that were there. */
  #end(error) {
    this.#worker?.terminate();
    this.#worker = null;
    if (this.#waiting === null) return;
    clearTimeout(this.#waiting.timer);
    this.#waiting.reject(error);
    this.#waiting = null;
  }
}

export const startWorker = (options = {}) => new EngineWorker(options);
