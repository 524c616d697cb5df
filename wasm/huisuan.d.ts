/// <reference lib="dom" />
/** 惠算: which public subsidies an applicant can get, how much, why, and what to change. The engine runs where it is called; nothing is sent
 * anywhere. Money is in yuan with at most two decimals. Results are estimates: the authority's review decides. */

/** A text for people, always in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** From `low` to `high`, both included; `high` is null where there is no upper bound. */
export interface Interval {
  low: number;
  high: number | null;
}

// ---- What goes in -------------------------------------------------------------------------------------------------------------------

/** A figure that is only known to lie in a range. */
export interface Range {
  min: number | string;
  max: number | string;
}

/** What is stated of a fact: yes or no, a figure (money also as "1234.56"), a range, an id of a choice, ids, or records of a list. What is
 * not known is left out or null; blank is unknown and 0 is zero. */
export type FactValue = boolean | number | string | null | Range | string[] | Record<string, boolean | number | string | null | Range>[];

export type Facts = Record<string, FactValue>;

/** An applicant's document, contract version 1. */
export interface Applicant {
  name?: string;
  /** YYYY-MM-DD; today in China if it is given nowhere. */
  as_of?: string;
  /** GB/T 2260 codes; every place that has a policy if left out. */
  locations?: string[];
  facts: Facts;
  /** What is otherwise at a place, by its code. */
  facts_at?: Record<string, Facts>;
  received?: ({ measure: string; years: number } | { matter: string; amount: number | string })[];
  evidence?: Record<string, { state: "declared" | "evidenced" | "verified" | "disputed"; note?: string; value?: FactValue }>;
  claims?: Record<string, number | string>;
  findings?: Record<string, { amount: number | string; reason: string }>;
}

/** The document as an object, as JSON text, or as the bytes of that text (at most 1 MiB). */
export type Document = Applicant | string | Uint8Array;

export interface Options {
  /** Replaces the document's date. */
  as_of?: string;
  /** The day to assume where neither gives a date; today in China if left out. */
  today?: string;
  /** Replaces the document's places. */
  locations?: string[];
  /** Leaves out why, ends, missing, change and questions. */
  brief?: boolean;
}

export interface SweepOptions extends Options {
  /** Which figure: "annual_rent" or "overseas_sites[0].build_cost". */
  fact: string;
  /** Its range; from 0 to a trillion yuan if left out. `from` needs `to`. */
  from?: number | string;
  to?: number | string;
}

/** Tables of applicants as the bytes of CSV files; how they are written stands in the README of Huisuan. */
export interface Tables {
  applicants: Uint8Array | ArrayBuffer;
  /** The records of list facts, by the fact: `{ overseas_sites: … }`; and what was already paid as `received`. */
  lists?: Record<string, Uint8Array | ArrayBuffer>;
  /** Of all of them; if left out, of each by itself what its first 64 KiB look like. */
  encoding?: "utf-8" | "gb18030";
}

// ---- What comes out -----------------------------------------------------------------------------------------------------------------

/** Why a condition holds, does not, or cannot be told. */
export interface Reason {
  rule: Text;
  truth: "true" | "false" | "unknown";
  fact?: string;
  have?: FactValue;
  need?: FactValue;
  /** What is lacking to `need`. */
  gap?: number;
  children?: Reason[];
}

export interface Change {
  fact: string;
  have: FactValue;
  /** A value to put into the document; for a new record of a list the fields that it needs. */
  need: FactValue | Record<string, FactValue>;
  /** By how much the measure's own amount grows; null where it has none in money. */
  brings: Interval | null;
}

export interface MeasureResult {
  /** "qingpu.rent" */
  id: string;
  clause: string;
  title: Text;
  kind: "cash" | "loan" | "in_kind" | "recognition";
  basis: "fixed" | "formula" | "discretionary" | "range" | "elsewhere";
  per: "once" | "year" | "event";
  payee: "applicant" | "person";
  status: "eligible" | "undetermined" | "ineligible";
  /** The whole over all years; null where nothing in money is given or the document gives no figure. */
  amount: Interval | null;
  /** Year 1 first. */
  schedule: Interval[];
  why?: Reason;
  /** Who or what decides each end. */
  ends?: { low: Text | null; high: Text | null };
  missing?: string[];
  /** Sets of changes, each of which would do. */
  change?: Change[][];
  evidence: Text[];
  procedure: Text[];
  department: Text[];
  note: Text | null;
  /** When it is applied for in each year ("03-01"), where the document says; whether the day assessed is within. */
  window?: { from: string; until: string; open: boolean };
}

/** A policy document. */
export interface Policy {
  id: string;
  adcode: string;
  name: Text;
  title: Text;
  number: string | null;
  /** First and last day; null where the document gives none. */
  effective: string | null;
  expires: string | null;
  /** Up to when what arose in force can still be applied for, where the document says. */
  claimable_until?: string;
  /** Of what the policy says: the same for every build of it. */
  sha256: string;
}

export interface PolicyResult extends Policy {
  in_force: "yes" | "no" | "unknown";
  adjustable: boolean;
  note: Text | null;
  measures: MeasureResult[];
}

export interface Totals {
  /** Cash for the applicant in the year assessed. */
  total: Interval;
  total_all_years: Interval;
  /** The part of `total` that rests on dated policies in force whose amounts nobody may lower. */
  certain: number;
  people: Interval;
  loans: Interval;
  /** Measures without a figure, in no total. */
  unstated: string[];
}

export interface PlaceResult extends Totals {
  adcode: string;
  name: Text | null;
  policies: PolicyResult[];
  schedule: Interval[];
  /** `matter` is null where a measure yields to another. */
  set_aside: { measure: string; matter: string | null; kept: string | null; reason: Text }[];
  /** Ceilings over several measures: what these come to before and after, in the year assessed ("year") or over all years ("once"). */
  limits?: { limit: string; clause: string; title: Text; per: "year" | "once"; ceiling: Interval; rule: Text; before: Interval; after: Interval; note: Text | null }[];
}

export interface Question {
  fact: string;
  measures: string[];
  /** How much the answer can settle; null where there is no bound. */
  at_stake: number | null;
  bands: { min: number; max?: number }[];
}

export interface Result {
  contract: 1;
  engine: string;
  as_of: string;
  places: PlaceResult[];
  questions?: Question[];
  warnings: (Text & { place: string | null })[];
  assumptions: Text[];
  receipt: { input_sha256: string; policies: Record<string, string> };
}

export interface Comparison {
  contract: 1;
  engine: string;
  as_of: string;
  places: (Totals & {
    adcode: string;
    name: Text | null;
    /** The applicant is not there, as far as the document says. */
    what_if: boolean;
    eligible: number;
    undetermined: number;
    missing: string[];
    /** Those of `missing` that are missing at none of the applicant's own places. */
    extra: string[];
    assumed: string[];
  })[];
  assumptions: Text[];
}

export interface Curve {
  /** null: the place's total. */
  measure: string | null;
  /** Within a piece the amount may go by steps or along a curve instead of in proportion; the first 64 steps are pieces. */
  uneven?: true;
  breakpoints: number[];
  pieces: { from: number; to: number; /** null: a place's total */ status: MeasureResult["status"] | null; at_from: Interval | null; at_to: Interval | null }[];
}

export interface Sweep {
  contract: 1;
  engine: string;
  as_of: string;
  fact: string;
  from: number;
  to: number;
  places: {
    adcode: string;
    name: Text | null;
    have: FactValue;
    curves: Curve[];
    previous: { at: number; total: Interval } | null;
    next: { at: number; total: Interval } | null;
  }[];
}

/** A measure in a row of a batch; what it says stands in MeasureResult. */
export interface BatchMeasure {
  id: string;
  status: MeasureResult["status"];
  /** Of its policy: in a budget the measures of one that is not in force count as ineligible. */
  in_force: PolicyResult["in_force"];
  /** What the year assessed brings, as a budget adds it up; null where `amount` is. */
  year: Interval | null;
  amount: Interval | null;
  /** The document speaks of money and gives no figure. */
  unstated: boolean;
  /** null where the batch is brief. */
  ends: MeasureResult["ends"] | null;
}

export interface BatchPlace extends Omit<Totals, "unstated"> {
  adcode: string;
  /** Of the policies of the place, nearest first. */
  measures: BatchMeasure[];
}

/** An applicant, or a row that is refused: then `error` says why, beginning with the cell, and there is no document and no place. */
export interface BatchRow {
  /** The line of the table at which it begins, and the row as a spreadsheet counts; 1 first. */
  line: number;
  number: number;
  /** As written. */
  id: string | null;
  name: string | null;
  /** What `assess` takes: it gives the same figures, and the reasons. */
  document: string | null;
  error: ErrorObject | null;
  places: BatchPlace[];
}

export interface BatchStep {
  rows: BatchRow[];
  /** Bytes of the applicants' table so far. */
  read: number;
  done: boolean;
  /** With the step that ends it: ids in the table of a list that no applicant had. */
  left: { fact: string; id: string; line: number }[];
}

/** Applicants added up, by place and measure. Measures stand each by itself, before duplication and common ceilings; a place's total is after
 * both. Places are not added up: an applicant may be assessed at several. */
export interface Budget {
  contract: 1;
  engine: string;
  envelope?: number;
  places: (Omit<Totals, "unstated"> & {
    adcode: string;
    name: Text | null;
    applicants: number;
    /** Of them, those whose total is open. */
    open: number;
    /** With an envelope: whether each end of the total keeps within it, and which measures alone go beyond it at an end. */
    fits?: { low: boolean; high: boolean; exceeding: { measure: string; low: boolean; high: boolean }[] };
    measures: {
      id: string;
      clause: string;
      title: Text;
      eligible: number;
      undetermined: number;
      ineligible: number;
      /** Of them, those whose amount has no upper bound. */
      unbounded: number;
      /** Of the year assessed, and of all years; null where nothing in money is given or the document gives no figure. */
      year: Interval | null;
      whole: Interval | null;
      /** Whether the document promises money but gives no figure. */
      unstated: boolean;
    }[];
    /** Whose open facts spread the total, the widest first, at most ten; null where there is no bound. */
    drivers: { id: string | null; line: number; low: number; high: number | null; spread: number | null }[];
  })[];
}

export interface LoadedPolicy extends Policy {
  version: string;
  /** Of the bytes that it was added from. */
  file_sha256: string;
  measures: { id: string; clause: string; title: Text; kind: MeasureResult["kind"]; matter: string | null }[];
  /** The clauses that grant nothing, and why. */
  silences: { clause: string; reason: Text }[];
}

export interface Fact {
  id: string;
  type: "yes_no" | "money" | "usd" | "count" | "percent" | "choice" | "choices" | "list";
  label: Text;
  topic?: string;
  period: "as_of" | "this_year" | "last_year" | "application" | "none" | "year_before_last" | "calendar_year";
  /** Of "calendar_year". */
  year?: number;
  /** Whether the applicant can bring it about. */
  change?: "no" | "time" | "action";
  /** About the place assessed; may differ from place to place. */
  local?: boolean;
  unit: Text | null;
  hint: Text | null;
  evidence: Text | null;
  values?: { id: string; label: Text }[];
  fields?: Fact[];
}

export interface Dictionary {
  topics: { id: string; label: Text }[];
  facts: Fact[];
  /** What was already paid, as a list: no fact, but a table and a heading like those of one. */
  received: Fact;
}

// ---- Errors -------------------------------------------------------------------------------------------------------------------------

/** USAGE the options, INPUT the document, PLUGIN the region, MEMORY no memory left: refused, and the engine is as it was. LOADING the engine
 * could not be had, CRASHED it stopped and has to be loaded anew, TIME_LIMIT its worker was ended, CLOSED it was closed before. */
export type ErrorCode = "USAGE" | "INPUT" | "OUTPUT" | "PLUGIN" | "MEMORY" | "LOADING" | "CRASHED" | "TIME_LIMIT" | "CLOSED";

export interface ErrorObject {
  code: ErrorCode;
  /** "facts.annual_rent.min", or a part of the policy. */
  path: string | null;
  line: number | null;
  column: number | null;
  clause: string | null;
  message: Text;
  /** What the host can do about it, which the message leaves it to say: take the table of the list at `path` along, read the tables in another
   * encoding, show the headings that there are. */
  cure?: Cure;
}

export type Cure = "table" | "encoding" | "headings";

export class HuisuanError extends Error implements Omit<ErrorObject, "message" | "cure"> {
  constructor(error: Partial<ErrorObject> & Pick<ErrorObject, "code" | "message">);
  readonly code: ErrorCode;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly clause: string | null;
  readonly messages: Text;
  readonly cure: Cure | null;
  toJSON(): ErrorObject;
}

// ---- The engine ---------------------------------------------------------------------------------------------------------------------

/** Every method throws HuisuanError. */
export interface Engine {
  /** Adds a region from the bytes of its side module, or refuses it and stays as it was. Nothing in the module is run. */
  addPolicy(bytes: Uint8Array | ArrayBuffer): LoadedPolicy;
  policies(): LoadedPolicy[];
  facts(): Dictionary;
  assess(applicant: Document, options?: Options): Result;
  /** The same as canonical UTF-8 JSON: byte for byte what `huisuan assess --format json` prints, without its newline. */
  assessBytes(applicant: Document, options?: Options): Uint8Array;
  compare(applicant: Document, options?: Options): Comparison;
  sweep(applicant: Document, options: SweepOptions): Sweep;
  /** Begins a batch and reads the tables of lists and the headings; refused where one of these is. One at a time: it ends with the next, with
   * `addPolicy`, and when a step fails. `size` are the bytes of the applicants' table; `refused` the rows of lists' tables that could not be
   * read, each of which costs its applicant, whose id it bears. */
  openBatch(tables: Tables, options?: Options): { size: number; refused: { fact: string; number: number; id: string | null; error: ErrorObject }[] };
  /** Reads and assesses up to `count` more applicants; nothing of them is kept but the sums. */
  stepBatch(count: number): BatchStep;
  /** The applicants assessed so far, added up; held against an envelope in yuan, if one is given. */
  budget(envelope?: number | string): Budget;
  closeBatch(): void;
  /** Bytes of memory in use; it grows to 256 MiB at most, and what is beyond that is refused with MEMORY. */
  readonly memory: number;
  close(): void;
}

export interface LoadOptions {
  /** huisuan.wasm: its bytes, compiled, or where it is (a relative address counts from huisuan.mjs); beside huisuan.mjs if left out. */
  wasm?: URL | string | Uint8Array | ArrayBuffer | WebAssembly.Module;
}

export function load(options?: LoadOptions): Promise<Engine>;

/** An engine in a worker: the same methods, each giving a promise. When a call takes too long, or the engine stops on an error, the worker is
 * ended, the call is refused, and the next call finds a new worker with the regions that were there, but no batch. */
export type EngineWorker = {
  [Method in "addPolicy" | "policies" | "facts" | "assess" | "assessBytes" | "compare" | "sweep" | "openBatch" | "stepBatch" | "budget" | "closeBatch"]: (
    ...parameters: Parameters<Engine[Method]>
  ) => Promise<ReturnType<Engine[Method]>>;
} & { close(): void };

export interface WorkerOptions extends LoadOptions {
  /** Milliseconds for one call; 10,000 if left out, Infinity for none. */
  timeLimit?: number;
  /** Makes the worker, which has to run worker.mjs or call `serve`; for bundlers and pages without module workers. It takes messages by
   * `onmessage`, as workers of browsers do. */
  worker?: () => Worker | Promise<Worker>;
}

export function startWorker(options?: WorkerOptions): EngineWorker;

/** The worker's side of `startWorker`: answers the calls that come in at `port`. */
export function serve(port: { onmessage: ((event: MessageEvent) => void) | null; postMessage(message: unknown): void }): void;
