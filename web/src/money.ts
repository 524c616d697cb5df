/* Amounts and figures in words. */
import type { Fact, FactValue, Interval, MeasureResult, PolicyResult, Text } from "huisuan";

import type { Language, Words } from "./words";
import { says } from "./words";

/** 26000000.5 as "26,000,000.50". */
export function plain(value: number): string {
  return value.toLocaleString("en-US", Number.isInteger(value) ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export const money = (value: number, words: Words) => `${plain(value)} ${words.yuan}`;

/** "180,000 元", "0 至 600,000 元" or "0 元起，上限未定". */
export function interval({ low, high }: Interval, words: Words, language: Language): string {
  const to = language === "zh" ? "至" : "to";
  if (high === null) return words.unbounded(money(low, words));
  return low === high ? money(low, words) : `${plain(low)} ${to} ${money(high, words)}`;
}

export const isNothing = ({ low, high }: Interval) => low === 0 && high === 0;

/** The unit of a figure's fact. */
export function unitOf(fact: Fact): Text {
  if (fact.type === "money") return { zh: "元", en: "yuan" };
  if (fact.type === "usd") return { zh: "美元", en: "US dollars" };
  return fact.type === "percent" ? { zh: "%", en: "%" } : (fact.unit ?? { zh: "", en: "" });
}

const behind = (fact: Fact, language: Language) => ` ${says(unitOf(fact), language)}`.trimEnd();

/** What is known of a fact, or is needed of it, for people. */
export function valueText(fact: Fact | undefined, value: FactValue | Record<string, FactValue> | undefined, words: Words, language: Language): string {
  if (value === null || value === undefined) return words.unknown;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (fact === undefined) return String(value);
  const label = (id: unknown) => says(fact.values?.find((known) => known.id === id)?.label, language) || String(id);
  if (Array.isArray(value)) return value.length === 0 ? words.recordNone : value.map((item) => (typeof item === "string" ? label(item) : "…")).join(language === "zh" ? "、" : ", ");
  if (typeof value === "object" && "min" in value) {
    const { min, max } = value as { min: number; max?: number };
    return `${plain(Number(min))}${max === undefined ? "" : `–${plain(Number(max))}`}${behind(fact, language)}${max === undefined ? `${language === "zh" ? "" : " "}${words.noUpper}` : ""}`;
  }
  if (typeof value === "object") {
    return Object.entries(value as Record<string, FactValue>)
      .map(([id, field]) => {
        const known = fact.fields?.find((item) => item.id === id);
        return `${says(known?.label, language)} ${valueText(known, field, words, language)}`;
      })
      .join(language === "zh" ? "；" : "; ");
  }
  return typeof value === "number" ? `${plain(value)}${behind(fact, language)}` : label(value);
}

/** First and last day of a policy; a document may lack either. */
export const days = ({ effective, expires }: { effective: string | null; expires: string | null }, words: Words) =>
  effective === null && expires === null ? words.noDates : `${effective ?? "?"} – ${expires ?? "?"}`;

/** What there is to say of a policy whose force is unknown. */
export const forceText = ({ claimable_until, effective }: { claimable_until?: string; effective: string | null }, words: Words) =>
  claimable_until !== undefined && effective !== null ? words.claimable(claimable_until) : words.noForce;

/** Whether the user can narrow a measure's amount by answering, or it is for the authority. */
export const isYours = (measure: MeasureResult) => measure.status === "undetermined" || (measure.missing?.length ?? 0) > 0;

/** What a measure is for the applicant. */
export type Group = "eligible" | "undetermined" | "near" | "ineligible" | "expired";

export function groupOf(measure: MeasureResult, policy: PolicyResult): Group {
  if (policy.in_force === "no") return "expired";
  if (measure.status !== "ineligible") return measure.status;
  return measure.change?.some((set) => set.length === 1) === true ? "near" : "ineligible";
}
