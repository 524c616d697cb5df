/* The result as an Excel workbook: a sheet for each place, figures as figures. Loaded when it is asked for. */
import type { Result } from "huisuan";

import { groupOf } from "../money";
import type { Language, Words } from "../words";
import { says } from "../words";
import { type Cell, Workbook, sheetName } from "./sheets";

const yuan = (value: number | null | undefined): Cell => (value == null ? null : { yuan: value });

export async function workbook(result: Result, words: Words, language: Language): Promise<Blob> {
  const head = [words.policy, words.clause, words.details, words.status, words.kind, words.lowEnd, words.highEnd, words.note];
  const book = new Workbook();
  for (const [at, place] of result.places.entries()) {
    const rows: Cell[][] = [
      ["", "", words.total, "", words.kinds.cash, yuan(place.total.low), yuan(place.total.high), words.estimate],
      ["", "", words.certain("").trim(), "", words.kinds.cash, yuan(place.certain), yuan(place.certain), `${words.asOf} ${result.as_of}`],
      ...place.policies.flatMap((policy) =>
        policy.measures.map((measure): Cell[] => [
          says(policy.title, language),
          measure.clause,
          says(measure.title, language),
          words.groups[groupOf(measure, policy)],
          words.kinds[measure.kind] + (measure.payee === "person" ? words.aside(words.people("").trim()) : ""),
          yuan(measure.amount?.low),
          yuan(measure.amount?.high),
          says(measure.note, language),
        ]),
      ),
    ];
    await book.sheet(sheetName(`${at + 1} ${says(place.name, language) || place.adcode}`), [40, 12, 36, 18, 12, 16, 16, 60], head, rows);
  }
  return book.finish();
}
