/* A batch under way or done: the engine reads and assesses some applicants at a time, so that the page stays live; what is kept of each is
   little. Nothing is added up here: sums are the engine's budget. */
import type { BatchPlace, BatchRow, BatchStep, Budget, ErrorObject, Interval, MeasureResult, Options, PolicyResult, Tables, Text } from "huisuan";

import { type Loaded, isRefusal } from "../engine";

const STEP = 100; /* applicants at a time: some tenths of a second on a slow machine */

/** What a place gives a firm: the measures in the order of `ids`, each with what a row of the workbook says. */
export interface FirmPlace {
  adcode: string;
  total: Interval;
  certain: number;
  ids: string[];
  /** Low and high of each measure over all years; NaN: none, Infinity: no upper bound. */
  amounts: Float64Array;
  /** Of each measure: what it is (Mark), and who decides its ends (Batch.text). */
  marks: Uint32Array;
}

export type Standing = MeasureResult["status"];

export interface Firm {
  line: number;
  id: string | null;
  name: string | null;
  document: string;
  /** The best that one of its measures has. */
  standing: Standing;
  places: FirmPlace[];
}

export interface Refused {
  line: number;
  id: string | null;
  name: string | null;
  error: ErrorObject;
  /** The list whose table it stands in; null in the applicants' table. */
  list: string | null;
}

const STANDINGS: Standing[] = ["ineligible", "undetermined", "eligible"];
const FORCES: PolicyResult["in_force"][] = ["no", "unknown", "yes"];

/** A measure of a firm, as it was packed. */
export interface Row {
  id: string;
  status: Standing;
  in_force: PolicyResult["in_force"];
  unstated: boolean;
  amount: Interval | null;
  ends: { low: Text | null; high: Text | null };
}

export type Progress = "running" | "done" | "stopped" | "failed";

export class Batch {
  progress: Progress = "running";
  firms: Firm[] = [];
  refused: Refused[] = [];
  left: BatchStep["left"] = [];
  read = 0;
  size = 1;
  budget: Budget | null = null;
  /** Why it failed, or why the envelope could not be held against it. */
  error: unknown = null;
  #stopping = false;
  #texts: (Text | null)[] = [null];
  #numbers = new Map<string, number>();
  #ids = new Map<string, string[]>();
  #watchers = new Set<() => void>();

  constructor(
    readonly loaded: Loaded,
    readonly options: Options,
  ) {}

  /** Calls `watcher` now, for much may have happened, and on every change until the function that comes back is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    watcher();
    return () => void this.#watchers.delete(watcher);
  }

  /** How far the applicants' table is read. */
  get percent(): number {
    return Math.min(100, Math.floor((this.read / Math.max(1, this.size)) * 100));
  }

  /** Ends it with the step that is under way. */
  stop() {
    this.#stopping = true;
  }

  async run(tables: Tables, envelope: string | undefined) {
    const { engine } = this.loaded;
    try {
      const { size, refused } = await engine.openBatch(tables, this.options);
      this.size = size;
      this.refused = refused.map(({ fact, number, id, error }) => ({ line: error.line ?? number, id, name: null, error, list: fact }));
      while (this.progress === "running") {
        const step = await engine.stepBatch(STEP);
        this.#take(step);
        if (step.done) this.progress = "done";
        else if (this.#stopping) this.progress = "stopped";
        else this.#tell();
      }
      this.budget = await engine.budget(envelope);
      this.#tell();
    } catch (error) {
      this.error = error;
      this.#become("failed");
    }
  }

  /** Holds another envelope against the same sums. */
  async weigh(envelope: string | undefined) {
    try {
      this.budget = await this.loaded.engine.budget(envelope);
      this.error = null;
    } catch (error) {
      this.error = isRefusal(error) ? error : String(error);
    }
    this.#tell();
  }

  /** The engine forgets it; what is kept here stays. */
  close() {
    this.loaded.engine.closeBatch().catch(() => {});
  }

  /** What was packed of the measures that a place gives a firm. */
  *rows({ ids, amounts, marks }: FirmPlace): Generator<Row> {
    for (const [at, id] of ids.entries()) {
      const low = amounts[2 * at] ?? NaN, high = amounts[2 * at + 1] ?? NaN, mark = marks[3 * at] ?? 0;
      yield {
        id,
        status: STANDINGS[mark & 3] ?? "ineligible",
        in_force: FORCES[(mark >> 2) & 3] ?? "no",
        unstated: mark > 15,
        amount: Number.isNaN(low) ? null : { low, high: high === Infinity ? null : high },
        ends: { low: this.#texts[marks[3 * at + 1] ?? 0] ?? null, high: this.#texts[marks[3 * at + 2] ?? 0] ?? null },
      };
    }
  }

  #become(progress: Progress) {
    this.progress = progress;
    this.#tell();
  }

  #tell() {
    for (const watcher of this.#watchers) watcher();
  }

  #take({ rows, read, left }: BatchStep) {
    this.read = read;
    this.left = left;
    for (const row of rows) this.#add(row);
  }

  #add({ line, id, name, document, error, places }: BatchRow) {
    if (error !== null) {
      this.refused.push({ line, id, name, error, list: null });
      return;
    }
    const best = places.flatMap((place) => place.measures).reduce((most, { status, in_force }) => (in_force === "no" ? most : Math.max(most, STANDINGS.indexOf(status))), 0);
    this.firms.push({ line, id, name, document: document ?? "", standing: STANDINGS[best] ?? "ineligible", places: places.map((place) => this.#pack(place)) });
  }

  #pack({ adcode, total, certain, measures }: BatchPlace): FirmPlace {
    const names = measures.map(({ id }) => id), key = names.join();
    const ids = this.#ids.get(key) ?? names;
    this.#ids.set(key, ids);
    const amounts = new Float64Array(2 * ids.length), marks = new Uint32Array(3 * ids.length);
    for (const [at, { status, in_force, unstated, amount, ends }] of measures.entries()) {
      amounts.set(amount === null ? [NaN, NaN] : [amount.low, amount.high ?? Infinity], 2 * at);
      marks.set([STANDINGS.indexOf(status) | (FORCES.indexOf(in_force) << 2) | (unstated ? 16 : 0), this.#text(ends?.low), this.#text(ends?.high)], 3 * at);
    }
    return { adcode, total, certain, ids, amounts, marks };
  }

  /* The few texts that say who decides an end, each kept once. */
  #text(text: Text | null | undefined): number {
    if (text == null) return 0;
    const key = `${text.zh}\n${text.en}`, known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#texts.length);
    return this.#texts.push(text) - 1;
  }
}
