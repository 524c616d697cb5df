/* An Excel workbook (ECMA-376, SpreadsheetML), written sheet after sheet and packed as it comes, so that many rows neither hold up the page
   nor stand in memory twice. */
import { Zip, ZipDeflate, strToU8 } from "fflate";

/** A text cell is text, whatever it begins with: nothing in it becomes a formula. `yuan` is shown with two decimals. */
export type Cell = string | number | null | { yuan: number };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SOME = 400; /* rows between two pauses */
const CHARACTERS_MAX = 32_767; /* of a cell */
export const ROWS_MAX = 1_048_576; /* of a sheet, its head included */

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const coded = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/* XML has no control characters; they are written as spreadsheets do, and what looks like that already is not taken for it. */
const escape = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, coded)
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, coded)
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const related = (entries: [string, string][]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
const part = (name: string, kind: string) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

const pause = () => new Promise((resolve) => setTimeout(resolve));
const letter = (columns: number) => String.fromCharCode(64 + columns);

export class Workbook {
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #names: string[] = [];
  #texts = new Map<string, number>();
  #zip = new Zip((error, piece) => {
    if (error) throw error;
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
  });

  /** A sheet, its head in bold and staying in sight; its name is one that Excel takes. `told` is called with the rows written so far. */
  async sheet(name: string, widths: number[], head: string[], rows: Iterable<Cell[]>, told = (_rows: number) => {}) {
    const file = this.#begin(`xl/worksheets/sheet${this.#names.push(name)}.xml`);
    let count = 1;
    let xml =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` +
      `<sheetData><row>${head.map((text) => this.#text(text, 2)).join("")}</row>`;
    for (const row of rows) {
      xml += `<row>${row.map((value) => this.#cell(value)).join("")}</row>`;
      if (count++ % SOME !== 0) continue;
      file.push(strToU8(xml));
      xml = "";
      told(count - 1);
      await pause();
    }
    file.push(strToU8(`${xml}</sheetData><autoFilter ref="A1:${letter(head.length)}${count}"/></worksheet>`), true);
  }

  /** Ends the workbook. */
  finish(): Blob {
    const names = this.#names;
    this.#write(
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${part("/xl/sharedStrings.xml", "sharedStrings")}${names.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`,
    );
    this.#write("_rels/.rels", related([["officeDocument", "xl/workbook.xml"]]));
    this.#write("xl/_rels/workbook.xml.rels", related([...names.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]), ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]]));
    this.#write("xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join("")}</sheets></workbook>`);
    this.#write(
      "xl/styles.xml",
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
        `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    );
    this.#write("xl/sharedStrings.xml", `${HEAD}<sst xmlns="${MAIN}">${[...this.#texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("")}</sst>`);
    this.#zip.end();
    return new Blob(this.#pieces, { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  }

  #begin(path: string): ZipDeflate {
    const file = new ZipDeflate(path);
    this.#zip.add(file);
    return file;
  }

  #write(path: string, xml: string) {
    this.#begin(path).push(strToU8(xml), true);
  }

  #cell(value: Cell): string {
    if (value === null || value === "") return "<c/>";
    if (typeof value === "string") return this.#text(value, 0);
    return typeof value === "number" ? `<c><v>${value}</v></c>` : `<c s="1"><v>${value.yuan}</v></c>`;
  }

  /* Each text stands once and is referred to by its number. */
  #text(text: string, style: number): string {
    const kept = text.slice(0, CHARACTERS_MAX), number = this.#texts.get(kept) ?? this.#texts.size;
    this.#texts.set(kept, number);
    return `<c s="${style}" t="s"><v>${number}</v></c>`;
  }
}

/** Names of sheets are at most 31 characters, without some signs. */
export const sheetName = (name: string) => [...name.replace(/[\\/?*[\]:']/g, "")].slice(0, 31).join("");
