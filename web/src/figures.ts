/* Figures as people type them, kept exact: digits go in and digits come out, no number in between. */

/** A plain decimal ("25000000.5"), or what is wrong with what was typed. */
export type Figure = { digits: string } | { fault: "form" | "negative" | "fine" | "large" };

const POWERS: Record<string, number> = { 万: 4, 亿: 8, 萬: 4, 億: 8 };

/** Full-width digits and signs as the usual ones. */
const narrow = (text: string) => text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ");

/** Moves the decimal point to the right. */
function shift(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction.padEnd(places, "0").slice(0, places);
  const rest = fraction.slice(places).replace(/0+$/, "");
  return digits.replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
}

/** Reads "2,500 万", "２５００", "1.5亿元". `decimals` is how many are left after 万 and 亿. */
export function readFigure(text: string, decimals: number): Figure {
  const plain = narrow(text).replace(/[\s,，、_]/g, "").replace(/(元|美元|人民币|%|家|人|年|个|项|次|场|㎡|平方米)$/, "");
  if (/^[-−]/.test(plain)) return { fault: "negative" };
  const match = /^(\d+)(?:\.(\d+))?(万亿|[万亿萬億])?$/.exec(plain);
  if (match === null) return { fault: "form" };
  const [, whole = "", fraction = "", unit = ""] = match;
  const digits = shift(whole, fraction, [...unit].reduce((sum, character) => sum + (POWERS[character] ?? 0), 0));
  const [units = "", rest = ""] = digits.split(".");
  if (rest.length > decimals) return { fault: "fine" };
  if (units.length > 15) return { fault: "large" };
  return { digits };
}

/** "25000000.5" as "25,000,000.50" would be read: grouped, decimals as they are. */
export function group(digits: string): string {
  const [units = "", rest] = digits.split(".");
  return units.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}
