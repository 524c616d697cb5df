/* A batch as an Excel workbook, cell for cell as `huisuan batch --format xlsx` writes it: the budget, the refused rows, and a sheet for each
   place with a row for each applicant's measure. Loaded when it is asked for. */
import type { Budget, Interval, Text } from "huisuan";

import { type Cell, ROWS_MAX, Workbook, sheetName } from "../parts/sheets";
import type { Language } from "../words";
import { says } from "../words";
import type { Batch, Firm, FirmPlace, Row } from "./batch";
import { DESK_WORDS, type DeskWords, whyOf } from "./words";

const WIDTHS = [8, 14, 30, 10, 16, 12, 28, 12, 36, 14, 16, 16, 40, 40, 40];
const BUDGET_WIDTHS = Array<number>(10).fill(20);

/* No formula in a spreadsheet, nor when its rows are saved as CSV and opened again. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const yuan = (value: number | null, { sheet }: DeskWords): Cell => (value === null ? sheet.unbounded : { yuan: value });
const ends = (of: Interval | null, words: DeskWords): Cell[] => (of === null ? ["", ""] : [yuan(of.low, words), yuan(of.high, words)]);

function* budgetRows({ places }: Budget, words: DeskWords, language: Language): Generator<Cell[]> {
  for (const place of places) {
    const name = says(place.name, language);
    for (const { title, clause, eligible, undetermined, year, whole } of place.measures)
      yield [place.adcode, name, safe(says(title, language)), clause, eligible, undetermined, ...ends(year, words), ...ends(whole, words)];
    yield [place.adcode, name, words.sheet.total, "", place.applicants, place.open, ...ends(place.total, words), ...ends(place.total_all_years, words)];
  }
}

function* refusedRows({ refused }: Batch, { sheet }: DeskWords, language: Language): Generator<Cell[]> {
  for (const { line, id, name, error, list } of refused)
    if (list === null) yield [line, safe(id ?? ""), safe(name ?? ""), "", "", "", "", "", "", sheet.refusedStatus, "", "", "", "", safe(whyOf(error, language))];
}

type Measures = Map<string, { policy: string; clause: string; title: Text }>;

function rowOf(firm: Firm, place: FirmPlace, name: string, row: Row, measures: Measures, words: DeskWords, language: Language): Cell[] {
  const { sheet } = words, measure = measures.get(row.id);
  return [
    firm.line,
    safe(firm.id ?? ""),
    safe(firm.name ?? ""),
    place.adcode,
    name,
    measure?.policy ?? "",
    row.id,
    measure?.clause ?? "",
    safe(says(measure?.title, language)),
    row.in_force === "no" ? sheet.notInForce : sheet.statuses[row.status],
    ...(row.amount === null ? ["", ""] : ends(row.amount, words)),
    safe(says(row.ends.low, language)),
    safe(says(row.ends.high, language)),
    row.unstated ? sheet.noFigure : "",
  ];
}

/** `told` is called with how much of it is made, in percent. A batch that was stopped says so on a first sheet. */
export async function batchBook(batch: Batch, language: Language, partial: string | null, told: (percent: number) => void): Promise<Blob> {
  const words = DESK_WORDS[language], { sheet } = words, { firms, budget, loaded } = batch;
  const measures: Measures = new Map(loaded.policies.flatMap((policy) => policy.measures.map(({ id, clause, title }) => [id, { policy: policy.id, clause, title }])));
  const all = firms.reduce((sum, { places }) => sum + places.reduce((count, { ids }) => count + ids.length, 0), 0);
  const book = new Workbook();
  let before = 0;
  if (partial !== null) await book.sheet(sheet.partial, [100], [partial], []);
  if (budget !== null) await book.sheet(sheet.budget, BUDGET_WIDTHS, sheet.budgetRows, budgetRows(budget, words, language));
  await book.sheet(sheet.refused, WIDTHS, sheet.rows, refusedRows(batch, words, language));
  for (const { adcode, name } of budget?.places ?? []) {
    const rows = (function* () {
      for (const firm of firms)
        for (const place of firm.places)
          if (place.adcode === adcode) for (const row of batch.rows(place)) yield rowOf(firm, place, says(name, language), row, measures, words, language);
    })();
    /* A place with more rows than a sheet has goes on on another. */
    for (let number = 1, next = rows.next(); !next.done; number++) {
      let count = 0;
      const some = (function* () {
        for (; !next.done && count < ROWS_MAX - 1; count++, next = rows.next()) yield next.value;
      })();
      await book.sheet(sheetName(`${adcode} ${number > 1 ? `${number} ` : ""}${says(name, language)}`), WIDTHS, sheet.rows, some, (written) => told(Math.floor(((before + written) / all) * 100)));
      before += count;
    }
  }
  return book.finish();
}
