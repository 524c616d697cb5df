/* The files that an officer chooses: what each of them is, and why one cannot be taken. The engine reads them; here only their first line is
   looked at, to tell the applicants' table from those of lists. */
import type { Dictionary, Fact } from "huisuan";

import { columnsOf } from "../answers";
import { narrow } from "../figures";
import type { Language } from "../words";
import { says } from "../words";
import { DESK_WORDS } from "./words";

export interface Table {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The list fact whose records it holds; "" for the applicants' table. */
  list: string;
}

export type Refusal = keyof (typeof DESK_WORDS)["zh"]["refusals"];

export const BYTES_MAX = 50_000_000; /* of all tables together */
const LOOKED_AT = 65_536;

const LEADS = ["id", "name", "as_of", "locations", ...DESK_WORDS.zh.leads];

const begins = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);

/** What speaks against a file; null where nothing does. */
function refusalOf(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return "empty";
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "workbook";
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return "utf16";
  const head = bytes.subarray(0, LOOKED_AT);
  if (head.includes(0)) return "binary";
  const first = head.find((byte) => !" \t\r\n".includes(String.fromCharCode(byte)));
  if (first === undefined) return "empty";
  return first === 0x7b || first === 0x5b ? "json" : null;
}

/** The first bytes as text, whichever of the two encodings they are in; with the last character cut off they may be in both. */
function textOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, LOOKED_AT);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder("gb18030").decode(head);
  }
}

/** The cells of the first line, without the units in brackets and the places behind @. */
function headingsOf(text: string): string[] {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "";
  const cells = line.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
  return cells.map((cell) => narrow(cell.replace(/^"([^]*)"$/, "$1").replace(/""/g, '"')).trim());
}

const namesOf = (facts: Fact[]) => new Set(facts.flatMap(({ id, label }) => [id, narrow(label.zh), narrow(label.en).toLowerCase()]));

function isCalled(names: Set<string>, heading: string): boolean {
  const plain = heading.toLowerCase().replace(/@\d{6}$/, "");
  return names.has(plain) || names.has(plain.replace(/ *\([^()]*\)$/, ""));
}

export const listsOf = (dictionary: Dictionary) => columnsOf(dictionary).filter((fact) => fact.type === "list");

/** Which table a file is: the one most of whose headings it has; of several alike the list that the file's name names, else the applicants'. */
function listOf(name: string, bytes: Uint8Array, dictionary: Dictionary): string {
  const headings = headingsOf(textOf(bytes));
  const score = (names: Set<string>) => headings.filter((heading) => isCalled(names, heading)).length;
  const named = ({ id, label }: Fact) => [id, label.zh, label.en.toLowerCase()].some((part) => name.toLowerCase().includes(part));
  const candidates = [
    { list: "", score: score(new Set([...namesOf(columnsOf(dictionary)), ...LEADS])), named: false },
    ...listsOf(dictionary).map((fact) => ({ list: fact.id, score: score(new Set([...namesOf(fact.fields ?? []), "id", "编号"])), named: named(fact) })),
  ];
  const most = Math.max(...candidates.map((candidate) => candidate.score));
  const best = candidates.filter((candidate) => candidate.score === most);
  return (best.find((candidate) => candidate.named) ?? best[0])?.list ?? "";
}

/** Reads files beside those that are there already; of two of one name the later counts. */
export async function takeFiles(files: File[], before: Table[], dictionary: Dictionary): Promise<{ tables: Table[]; refused: { name: string; why: Refusal }[] }> {
  let tables = before;
  const refused: { name: string; why: Refusal }[] = [];
  for (const file of files) {
    const others = tables.filter(({ name }) => name !== file.name);
    if (others.reduce((sum, { bytes }) => sum + bytes.length, file.size) > BYTES_MAX) {
      refused.push({ name: file.name, why: "large" });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const why = refusalOf(bytes);
    if (why !== null) refused.push({ name: file.name, why });
    else tables = [...others, { name: file.name, bytes, list: listOf(file.name, bytes, dictionary) }];
  }
  return { tables, refused };
}

/** What keeps the tables from being assessed together, in words; null where nothing does. */
export function faultOf(tables: Table[], dictionary: Dictionary, language: Language): string | null {
  const { faults } = DESK_WORDS[language];
  const firms = tables.filter(({ list }) => list === "").length;
  if (firms !== 1) return firms === 0 ? faults.noFirms : faults.manyFirms;
  const twice = listsOf(dictionary).find(({ id }) => tables.filter(({ list }) => list === id).length > 1);
  return twice === undefined ? null : faults.twice(says(twice.label, language));
}

/* ---- Empty tables ---------------------------------------------------------------------------------------------------------------------- */

const quoted = (text: string) => (/[,"\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** The headings of an empty table, as `huisuan facts --template csv` writes them: labels, and ids where a label stands twice or a spreadsheet
 * would work it out. */
export function template(dictionary: Dictionary, list: Fact | null, language: Language): string {
  const { leads } = DESK_WORDS[language];
  const before = list === null ? leads : leads.slice(0, 1), facts = list === null ? columnsOf(dictionary) : (list.fields ?? []);
  const labels = [...before, ...facts.map(({ label }) => says(label, language))];
  const heading = ({ id }: Fact, label: string) => (/^[=+\-@#\t\r]/.test(label) || labels.indexOf(label) !== labels.lastIndexOf(label) ? id : label);
  return `\ufeff${[...before, ...facts.map((fact, at) => heading(fact, labels[before.length + at] ?? ""))].map(quoted).join(",")}\r\n`;
}

