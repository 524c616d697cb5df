/* The result as an Excel workbook: a sheet for each place, figures as figures (ECMA-376, SpreadsheetML). Loaded when it is asked for. */
import { strToU8, zipSync } from "fflate";
import type { Result } from "huisuan";

import { groupOf } from "../money";
import type { Language, Words } from "../words";
import { says } from "../words";

type Cell = string | number | null;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** A text cell is text, whatever it begins with: nothing in it becomes a formula. */
const cell = (value: Cell) => (value === null ? "<c/>" : typeof value === "number" ? `<c s="1"><v>${value}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`);

const sheet = (rows: Cell[][], widths: number[]) =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` +
  `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`;

/** Names of sheets are at most 31 characters, without some signs, each once. */
const sheetName = (name: string, at: number) => `${at + 1} ${name.replace(/[\\/?*[\]:]/g, " ")}`.slice(0, 31);

export function workbook(result: Result, words: Words, language: Language): Uint8Array<ArrayBuffer> {
  const head = [words.policy, words.clause, words.details, words.status, words.kind, words.lowEnd, words.highEnd, words.note];
  const sheets = result.places.map((place, at) => ({
    name: sheetName(says(place.name, language) || place.adcode, at),
    xml: sheet(
      [
        head,
        ["", "", words.total, "", words.kinds.cash, place.total.low, place.total.high, words.estimate],
        ["", "", words.certain("").trim(), "", words.kinds.cash, place.certain, place.certain, `${words.asOf} ${result.as_of}`],
        ...place.policies.flatMap((policy) =>
          policy.measures.map((measure): Cell[] => [
            says(policy.title, language),
            measure.clause,
            says(measure.title, language),
            words.groups[groupOf(measure, policy)],
            words.kinds[measure.kind] + (measure.payee === "person" ? ` (${words.people("").trim()})` : ""),
            measure.amount?.low ?? null,
            measure.amount?.high ?? null,
            says(measure.note, language),
          ]),
        ),
      ],
      [40, 12, 36, 18, 12, 16, 16, 60],
    ),
  }));
  const related = (entries: [string, string][]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const type = (part: string, kind: string) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const files: Record<string, string> = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `${type("/xl/workbook.xml", "sheet.main")}${type("/xl/styles.xml", "styles")}${sheets.map((_, at) => type(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`,
    "_rels/.rels": related([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": related([...sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]), ["styles", "styles.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach(({ xml }, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = xml));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))) as Uint8Array<ArrayBuffer>;
}
