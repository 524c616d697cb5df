/* What the officer's page holds while it is open: the files, how they are to be assessed, the batch, and where in its list one is. None of it
   is kept anywhere: it may be large, and it is other people's. */
import { today } from "../state";
import { readFigure } from "../figures";
import type { Loaded } from "../engine";
import { Batch, type Standing } from "./batch";
import type { Refusal, Table } from "./tables";

export const ENCODINGS = ["auto", "utf-8", "gb18030"] as const;

export interface Desk {
  tables: Table[];
  refused: { name: string; why: Refusal }[];
  encoding: (typeof ENCODINGS)[number];
  /** None: those that the table says. */
  places: string[];
  /** "": the day that the table says. */
  asOf: string;
  /** As typed. */
  envelope: string;
  batch: Batch | null;
  view: { search: string; standing: Standing | ""; page: number; /** The link that was followed. */ visited: string | null };
}

const firstView = (): Desk["view"] => ({ search: "", standing: "", page: 0, visited: null });

export const newDesk = (): Desk => ({ tables: [], refused: [], encoding: "auto", places: [], asOf: "", envelope: "", batch: null, view: firstView() });

/** The envelope that was typed, in yuan; undefined where none was. */
export const envelopeOf = ({ envelope }: Desk) => (envelope.trim() === "" ? undefined : readFigure(envelope, 2, ["元", "yuan"]));

/** Begins to assess what was chosen; the tables and the envelope are sound. */
export function begin(desk: Desk, loaded: Loaded) {
  const { tables, encoding, places, asOf } = desk;
  const envelope = envelopeOf(desk);
  const applicants = tables.find(({ list }) => list === "")?.bytes ?? new Uint8Array();
  const lists = Object.fromEntries(tables.filter(({ list }) => list !== "").map(({ list, bytes }) => [list, bytes]));
  desk.batch = new Batch(loaded, { today: today(), ...(asOf === "" ? {} : { as_of: asOf }), ...(places.length === 0 ? {} : { locations: places }) });
  desk.view = firstView();
  void desk.batch.run({ applicants, lists, ...(encoding === "auto" ? {} : { encoding }) }, envelope !== undefined && "digits" in envelope ? envelope.digits : undefined);
}

const shell = (text: string) => (/^[\w./-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`);

/** The command line that gives the same figures. */
export function commandOf(desk: Desk): string {
  const { tables, encoding, places, asOf } = desk, envelope = envelopeOf(desk);
  const parts = [
    ...tables.filter(({ list }) => list === "").map(({ name }) => shell(name)),
    ...tables.filter(({ list }) => list !== "").map(({ name, list }) => `--list ${list}=${shell(name)}`),
    ...(encoding === "auto" ? [] : [`--encoding ${encoding}`]),
    ...places.map((place) => `--location ${place}`),
    ...(asOf === "" ? [] : [`--as-of ${asOf}`]),
  ].join(" ");
  const held = envelope !== undefined && "digits" in envelope ? ` --envelope ${envelope.digits}` : "";
  return `huisuan batch ${parts} --summary${held}\nhuisuan batch ${parts} --format xlsx --output huisuan-batch.xlsx`;
}
