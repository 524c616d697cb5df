/* The engine in JavaScript: browsers, workers, Node from 18 on. Types and documentation stand in huisuan.d.ts.

   huisuan.wasm has no imports that do anything and no JavaScript of its own; what crosses the boundary is UTF-8 JSON and 32-bit integers
   (bridge.h). Regions are read as data (module.h): no code of theirs runs here. */

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/* The order of enum hs_status, 0 to -6. */
const STATUS = ["OK", null, "USAGE", "INPUT", "OUTPUT", "PLUGIN", "MEMORY"];

export class HuisuanError extends Error {
  constructor({ code, path = null, line = null, column = null, clause = null, message, cure = null }) {
    super(`${path === null ? "" : `${path}: `}${message.zh} / ${message.en}`);
    this.name = "HuisuanError";
    this.code = code;
    this.path = path;
    this.line = line;
    this.column = column;
    this.clause = clause;
    this.messages = message;
    this.cure = cure;
  }

  /** A plain object: what a worker can post. */
  toJSON() {
    const { code, path, line, column, clause, messages, cure } = this;
    return { code, path, line, column, clause, message: messages, ...(cure === null ? {} : { cure }) };
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

/* ---- What is handed over ----------------------------------------------------------------------------------------------------------------- */

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

const SHORT = 64 * 1024; /* characters of a text that is encoded where the engine reads it, with room for three bytes each */

/* A document or a region as bytes or short text; buffers of another window are buffers too. */
function partFrom(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value))) return new Uint8Array(value);
  const text = typeof value === "string" ? value : textOf(value, "INPUT");
  return text.length <= SHORT ? text : encoder.encode(text);
}

const bytesFrom = (value, part = partFrom(value)) => (typeof part === "string" ? encoder.encode(part) : part);

/* The tables of a batch, their bytes through `take`. */
function tablesFrom(tables, take) {
  const { applicants, lists, encoding } = tables ?? {};
  if (![undefined, "utf-8", "gb18030"].includes(encoding)) throw failure("USAGE", "encoding 应为 utf-8 或 gb18030", "encoding is utf-8 or gb18030");
  const bytes = (value) => {
    if (typeof (value ?? undefined) !== "object") throw failure("USAGE", "表格应为文件的字节", "a table is the bytes of its file");
    return take(bytesFrom(value));
  };
  return { applicants: bytes(applicants), lists: Object.fromEntries(Object.entries(lists ?? {}).map(([fact, value]) => [fact, bytes(value)])), encoding };
}

const optionsFrom = (options) => textOf({ today: today(), ...options }, "USAGE");

/* ---- Tables ------------------------------------------------------------------------------------------------------------------------------ */

const HEAD = 64 * 1024; /* bytes that an encoding is told from */
const CHUNK = 16 * 1024; /* bytes of a table that are handed over at a time */
const ROWS = 50; /* results that the engine holds at a time */

/* The bytes of the GB18030 character at `at`; 0 where there is none, whatever a TextDecoder would make of it. */
function widthOf(bytes, at) {
  const [first, second, third, fourth] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (first < 0x80) return 1;
  if (first === 0x80 || first === 0xff) return 0;
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2;
  if (!(second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39)) return 0;
  const index = ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30;
  return index < 39420 || (index >= 189000 && index < 1237576) ? 4 : 0;
}

/* A table that is handed over as UTF-8, piece by piece. A byte of GB18030 that fits nowhere goes on as 0xFF, and its row is refused for it. */
class Table {
  #bytes;
  #gb;
  read = 0;

  constructor(bytes, gb) {
    this.#bytes = bytes;
    this.#gb = gb;
  }

  /* The next piece, empty at the end. */
  next() {
    const from = this.read;
    const end = Math.min(from + CHUNK, this.#bytes.length);
    if (this.#gb) return this.#decode(from, end);
    this.read = end;
    return this.#bytes.subarray(from, end);
  }

  /* The last character may go beyond the end. */
  #decode(from, end) {
    const pieces = [];
    const take = (to) => pieces.push(...encoder.encode(new TextDecoder("gb18030").decode(this.#bytes.subarray(from, to))));
    let at = from;
    while (at < end) {
      const width = widthOf(this.#bytes, at);
      if (width > 0) {
        at += width;
        continue;
      }
      take(at);
      pieces.push(0xff);
      from = ++at;
    }
    take(at);
    this.read = at;
    return Uint8Array.from(pieces);
  }
}

/* ---- The engine ------------------------------------------------------------------------------------------------------------------------ */

class Engine {
  #wasm;
  #gone = null;
  #table = null; /* of the batch, the one being read */

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
    return this.#json("huisuan_assess", this.#question(applicant, options));
  }

  assessBytes(applicant, options) {
    return new Uint8Array(this.#call("huisuan_assess", this.#question(applicant, options))); /* a copy, which slice() takes longer for */
  }

  compare(applicant, options) {
    return this.#json("huisuan_compare", this.#question(applicant, options));
  }

  sweep(applicant, options) {
    return this.#json("huisuan_sweep", this.#question(applicant, options));
  }

  openBatch(tables, options) {
    const { applicants, lists, encoding } = tablesFrom(tables, (bytes) => bytes);
    const refused = [];
    this.#call("huisuan_batch_open", [optionsFrom(options)]);
    for (const [fact, bytes] of Object.entries(lists)) {
      this.#beginTable(fact, bytes, encoding);
      for (const { number, id, error } of this.#readRows(Infinity).rows) refused.push({ fact, number, id, error });
    }
    this.#beginTable("", applicants, encoding);
    this.#readRows(0);
    return { size: applicants.length, refused };
  }

  stepBatch(count) {
    if (!Number.isSafeInteger(count) || count < 1) throw failure("USAGE", "行数应为正整数", "a number of rows, 1 or more, is wanted");
    return this.#readRows(count);
  }

  budget(envelope) {
    return this.#json("huisuan_batch_budget", [textOf({ envelope }, "USAGE")]);
  }

  closeBatch() {
    if (this.#gone) throw this.#gone;
    this.#table = null;
    this.#enter("huisuan_batch_close", []);
  }

  get memory() {
    return this.#wasm === null ? 0 : this.#wasm.memory.buffer.byteLength;
  }

  close() {
    this.#wasm = null;
    this.#gone ??= failure("CLOSED", "引擎已关闭", "the engine is closed");
  }

  #question(applicant, options) {
    return [partFrom(applicant), optionsFrom(options)];
  }

  #beginTable(fact, bytes, encoding) {
    const gb = encoding === undefined ? !this.#json("huisuan_is_utf8", [bytes.subarray(0, HEAD)]) : encoding === "gb18030";
    this.#call("huisuan_batch_table", [fact], gb ? 1 : 0);
    this.#table = new Table(bytes, gb);
  }

  /* Reads on until there are `count` rows or the table ends; 0: the headings alone. */
  #readRows(count) {
    const rows = [];
    for (;;) {
      const step = this.#json("huisuan_batch_step", [], Math.min(count - rows.length, ROWS));
      rows.push(...step.rows);
      if (step.next === "end" || (step.next === "rows" && rows.length === count))
        return { rows, read: this.#table.read, done: step.next === "end", left: step.left ?? [] };
      if (step.next === "bytes") this.#call("huisuan_batch_push", [this.#table.next()]);
    }
  }

  #json(name, parts, ...figures) {
    return JSON.parse(decoder.decode(this.#call(name, parts, ...figures)));
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

  /* Hands the parts, bytes or text, over and calls with their lengths and the figures; what comes back is a view of the answer, good until
     the next call. */
  #call(name, parts, ...figures) {
    if (this.#gone) throw this.#gone;
    const wasm = this.#wasm;
    const lengths = [];
    if (parts.length > 0) {
      let address = this.#enter("huisuan_input", [parts.reduce((sum, part) => sum + (typeof part === "string" ? 3 : 1) * part.length, 0)]);
      if (address === 0) throw failure("MEMORY", "内存不足", "out of memory");
      const memory = new Uint8Array(wasm.memory.buffer);
      for (const part of parts) {
        if (typeof part === "string") lengths.push(encoder.encodeInto(part, memory.subarray(address)).written);
        else lengths.push(part.length), memory.set(part, address);
        address += lengths.at(-1);
      }
    }
    const status = this.#enter(name, [...lengths, ...figures]);
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
const opened = (tables, options) => [tablesFrom(tables, (bytes) => bytes.slice()), asked("", options)[1]];
const figures = (...given) => JSON.parse(textOf(given.filter((figure) => figure !== undefined), "USAGE"));
const METHODS = {
  addPolicy: (bytes) => [bytesFrom(bytes).slice()], policies: bare, facts: bare, assess: asked, assessBytes: asked, compare: asked, sweep: asked,
  openBatch: opened, stepBatch: figures, budget: figures, closeBatch: bare,
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
