/* Figures as people type them, kept exact: digits go in and digits come out, no number in between. */

/** A plain decimal ("25000000.5"), or what is wrong with what was typed. */
export type Figure = { digits: string } | { fault: "form" | "negative" | "fine" | "large" };

const POWERS: Record<string, number> = { 万: 4, 亿: 8, 萬: 4, 億: 8 };

/** Full-width digits and signs as the usual ones. */
export const narrow = (text: string) => text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ");

/** Moves the decimal point to the right. */
function shift(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction.padEnd(places, "0").slice(0, places);
  const rest = fraction.slice(places).replace(/0+$/, "");
  return digits.replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
}

/** Reads "2,500 万", "２５００", "1.5亿元". Commas stand only between groups of three; of units only `units` may follow. `decimals` is how many
 * digits may be left behind the point after 万 and 亿. */
export function readFigure(text: string, decimals: number, units: string[] = []): Figure {
  let plain = narrow(text).replace(/，/g, ",").trim();
  const unit = units.filter((known) => known !== "" && plain.endsWith(known)).sort((x, y) => y.length - x.length)[0] ?? "";
  plain = plain.slice(0, plain.length - unit.length).trim();
  if (/^[-−]/.test(plain)) return { fault: "negative" };
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? *(万亿|[万亿萬億])?$/.exec(plain);
  if (match === null) return { fault: "form" };
  const [, grouped = "", fraction = "", powers = ""] = match;
  const digits = shift(grouped.replace(/,/g, ""), fraction, [...powers].reduce((sum, character) => sum + (POWERS[character] ?? 0), 0));
  const [whole = "", rest = ""] = digits.split(".");
  if (rest.length > decimals) return { fault: "fine" };
  if (whole.length > 15) return { fault: "large" };
  return { digits };
}

/** "25000000.5" as "25,000,000.50" would be read: grouped, decimals as they are. */
export function group(digits: string): string {
  const [units = "", rest] = digits.split(".");
  return units.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}
