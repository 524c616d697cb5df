/* What the user has said, as typed; and the applicant's document that it makes. Nothing that is not known gets into the document. */
import type { Dictionary, Fact } from "huisuan";

import { readFigure } from "./figures";

/** One answer, kept as it was typed so that nothing is lost. `unknown`: 不清楚 was chosen. */
export interface Answer {
  unknown?: boolean;
  text?: string;
  /** The upper end, where the figure is only known to lie in a range. */
  to?: string;
  yes?: boolean;
  chosen?: string[];
  records?: Record<string, Answer>[];
}

export type Answers = Record<string, Answer>;

export const isFigure = (fact: Fact) => ["money", "usd", "count", "percent"].includes(fact.type);
export const decimalsOf = (fact: Fact) => (fact.type === "count" ? 0 : 2);

/** What may be written behind a figure of a fact. */
export function unitsOf(fact: Fact): string[] {
  if (fact.type === "money") return ["元", "人民币", "yuan"];
  if (fact.type === "usd") return ["美元", "US dollars", "USD"];
  return fact.type === "percent" ? ["%"] : [fact.unit?.zh ?? "", fact.unit?.en ?? ""];
}

/** What a figure of a fact is read as. */
export const readOf = (fact: Fact, typed: string | undefined) => readFigure(typed ?? "", decimalsOf(fact), unitsOf(fact));

/** The JSON text of a figure; null where nothing can be read. Money goes as text, so that no digit is lost. */
function figureText(fact: Fact, typed: string | undefined): string | null {
  const figure = readOf(fact, typed);
  if ("fault" in figure) return null;
  return fact.type === "money" || fact.type === "usd" ? `"${figure.digits}"` : figure.digits;
}

export type Fault = "form" | "negative" | "fine" | "large" | "order" | "half";

const isBlank = (text: string | undefined) => text === undefined || text.trim() === "";

/** What is wrong with an answer, of a list with one of its records; null where nothing is, or nothing was typed. */
export function faultOf(fact: Fact, answer: Answer | undefined): Fault | null {
  if (answer === undefined || answer.unknown === true) return null;
  if (fact.type === "list")
    return (answer.records ?? []).flatMap((record) => (fact.fields ?? []).map((field) => faultOf(field, record[field.id]))).find((fault) => fault !== null) ?? null;
  if (!isFigure(fact)) return null;
  const ends = [answer.text, answer.to].filter((end): end is string => !isBlank(end)).map((end) => readOf(fact, end));
  for (const end of ends) if ("fault" in end) return end.fault;
  if (answer.to !== undefined && ends.length === 1) return "half";
  const [low, high] = ends as { digits: string }[];
  return low !== undefined && high !== undefined && exceeds(low.digits, high.digits) ? "order" : null;
}

function exceeds(x: string, y: string): boolean {
  const [wholeX = "", restX = ""] = x.split("."), [wholeY = "", restY = ""] = y.split(".");
  if (wholeX.length !== wholeY.length) return wholeX.length > wholeY.length;
  return wholeX === wholeY ? restX.padEnd(2, "0") > restY.padEnd(2, "0") : wholeX > wholeY;
}

/** An answer as JSON text; null where it says nothing. */
function valueText(fact: Fact, answer: Answer | undefined): string | null {
  if (answer === undefined || answer.unknown === true || (isFigure(fact) && faultOf(fact, answer) !== null)) return null;
  switch (fact.type) {
    case "yes_no":
      return answer.yes === undefined ? null : String(answer.yes);
    case "choice":
      return answer.chosen?.[0] === undefined ? null : JSON.stringify(answer.chosen[0]);
    case "choices":
      return answer.chosen === undefined ? null : JSON.stringify(answer.chosen);
    case "list":
      return answer.records === undefined ? null : `[${answer.records.map((record) => objectText(fact.fields ?? [], record)).join(", ")}]`;
    default: {
      const low = figureText(fact, answer.text);
      if (answer.to === undefined || answer.to.trim() === "") return low;
      const high = figureText(fact, answer.to);
      return low === null || high === null ? null : `{"min": ${low}, "max": ${high}}`;
    }
  }
}

/** With `open`, 不清楚 is said too: at a place it takes the place of what was said for everywhere. */
function objectText(facts: Fact[], answers: Answers, open = false): string {
  const members = facts.flatMap((fact) => {
    const text = open && answers[fact.id]?.unknown === true ? "null" : valueText(fact, answers[fact.id]);
    return text === null ? [] : [`${JSON.stringify(fact.id)}: ${text}`];
  });
  return `{${members.join(", ")}}`;
}

/** Whether anything was said at all, 不清楚 included. */
export const isAnswered = (fact: Fact, answer: Answer | undefined) => answer?.unknown === true || valueText(fact, answer) !== null;

/** What a document is made of; the page's state is one. */
export interface Said {
  asOf: string;
  places: string[];
  answers: Answers;
  local: Record<string, Answers>;
  received: Received;
}

/** What was already paid, as typed: years by measure, yuan by matter. */
export interface Received {
  years: Record<string, string>;
  amounts: Record<string, string>;
}

/** The applicant's document, contract version 1. An answer that cannot be read says nothing. */
export function documentOf(dictionary: Dictionary, { asOf, places, answers, local, received }: Said): string {
  const locations = places.length === 0 ? "" : ` "locations": ${JSON.stringify(places)},`;
  const ofPlaces = Object.entries(local).flatMap(([place, at]) => {
    const text = objectText(dictionary.facts.filter((fact) => fact.local === true), at, true);
    return text === "{}" ? [] : [`${JSON.stringify(place)}: ${text}`];
  });
  const factsAt = ofPlaces.length === 0 ? "" : `, "facts_at": {${ofPlaces.join(", ")}}`;
  return `{"as_of": ${JSON.stringify(asOf)},${locations} "facts": ${objectText(dictionary.facts, answers)}${factsAt}${receivedText(received)}}`;
}

/** One answer: of the applicant, or of a place where it is otherwise. */
export interface Given {
  fact: Fact;
  place: string | null;
  answer: Answer;
}

/** Every answer in the order of the facts, those of single places behind the one for everywhere. */
export function allGiven(dictionary: Dictionary, { answers, local }: Said): Given[] {
  const of = (fact: Fact, place: string | null, answer: Answer | undefined): Given[] => (answer === undefined ? [] : [{ fact, place, answer }]);
  return dictionary.facts.flatMap((fact) => [
    ...of(fact, null, answers[fact.id]),
    ...Object.entries(local).flatMap(([place, at]) => (fact.local === true ? of(fact, place, at[fact.id]) : [])),
  ]);
}

/** Where a fact of a place can be answered on its own: the places chosen and those where it is; none where there is only one. */
export function placesApart(fact: Fact, { places, local }: Said): string[] {
  if (fact.local !== true) return [];
  const apart = [...new Set([...places, ...Object.keys(local).filter((place) => local[place]?.[fact.id] !== undefined)])];
  return apart.length > 1 ? apart : [];
}

const YEARS_MAX = 30;
const readReceived = (part: keyof Received, typed: string) => readFigure(typed, part === "years" ? 0 : 2, part === "years" ? ["年", "years"] : ["元", "yuan"]);

/** The years or yuan that are read of what was typed; null where nothing can be. */
export function receivedRead(part: keyof Received, typed: string | undefined): string | null {
  const figure = readReceived(part, typed ?? "");
  return "fault" in figure || (part === "years" && Number(figure.digits) > YEARS_MAX) ? null : figure.digits;
}

/** Whether what was typed of what was received cannot be read. */
export const receivedFault = (part: keyof Received, typed: string | undefined) => !isBlank(typed) && receivedRead(part, typed) === null;

function receivedText({ years, amounts }: Received): string {
  const entries = (part: keyof Received, typed: Record<string, string>, text: (id: string, digits: string) => string) =>
    Object.entries(typed).flatMap(([id, value]) => {
      const digits = receivedRead(part, value);
      return digits !== null && /[1-9]/.test(digits) ? [text(id, digits)] : [];
    });
  const all = [
    ...entries("years", years, (measure, digits) => `{"measure": ${JSON.stringify(measure)}, "years": ${digits}}`),
    ...entries("amounts", amounts, (matter, digits) => `{"matter": ${JSON.stringify(matter)}, "amount": "${digits}"}`),
  ];
  return all.length === 0 ? "" : `, "received": [${all.join(", ")}]`;
}

/** A figure that can be varied, by the name the engine has for it: of the applicant, or of one of the records of a list. */
export interface Variable {
  name: string;
  fact: Fact;
  list?: Fact;
  record: number;
}

export function allFigures(dictionary: Dictionary, answers: Answers): Variable[] {
  return dictionary.facts.flatMap((fact): Variable[] => {
    if (isFigure(fact)) return [{ name: fact.id, fact, record: 0 }];
    const answer = answers[fact.id], records = answer?.unknown === true ? [] : (answer?.records ?? []);
    return records.flatMap((_, record) => (fact.fields ?? []).filter(isFigure).map((field) => ({ name: `${fact.id}[${record}].${field.id}`, fact: field, list: fact, record })));
  });
}

/** What a table of applicants can state, in the order of its columns. */
export const columnsOf = ({ facts, received }: Dictionary) => [...facts, received];

/** The fact, list or field that the engine names ("overseas_sites[0].build_cost"). */
export function factAt(dictionary: Dictionary, name: string): Fact | undefined {
  const [, id = "", field] = /^([a-z0-9_]+)(?:\[\d+\])?(?:\.([a-z0-9_]+))?$/.exec(name) ?? [];
  const fact = columnsOf(dictionary).find((known) => known.id === id);
  return field === undefined ? fact : fact?.fields?.find((known) => known.id === field);
}
