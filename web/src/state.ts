/* What the page knows: answers and where the user is. It lives in memory and in history.state, so that reload and back lose nothing; it gets
   into an address only when the user asks for a link to share. */
import type { Text } from "huisuan";

import type { Answer, Answers, Received } from "./answers";
import { type Language, says } from "./words";

export type Page =
  | { name: "start" | "questions" | "check" | "result" | "compare" | "facts" | "regions" }
  | { name: "measure"; id: string; place: string; firm?: number }
  | { name: "desk"; files?: true }
  | { name: "firm"; number: number }
  | { name: "whatif"; fact?: string };

export interface State {
  page: Page;
  language: Language;
  places: string[];
  /** YYYY-MM-DD */
  asOf: string;
  answers: Answers;
  /** What is otherwise at a place, by its code. */
  local: Record<string, Answers>;
  received: Received;
  /** Facts asked so far, the last ones last: going back finds them again. */
  asked: string[][];
  /** What the policies were when a link was shared that brought the state here. */
  policies?: Record<string, string>;
}

/** Today in China. */
export const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

const first = (): State => ({
  page: { name: "start" },
  language: /^zh/i.test(navigator.language) || !navigator.language ? "zh" : "en",
  places: [],
  asOf: today(),
  answers: {},
  local: {},
  received: { years: {}, amounts: {} },
  asked: [],
});

/** Answers, date and places as a link carries them, behind "#". */
export const shareFragment = ({ places, asOf, answers, local, received }: State, policies: Record<string, string>) =>
  `#${encodeURIComponent(JSON.stringify({ places, asOf, answers, local, received, policies }))}`;

export type Shared = Pick<State, "places" | "asOf" | "answers" | "local" | "received"> & { policies: Record<string, string> };

/* A link may be damaged: what is not of the form that the page makes is left out. */
const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isListOf = <T>(value: unknown, fits: (item: unknown) => item is T): value is T[] => Array.isArray(value) && value.every(fits);
const isAnswers = (value: unknown): value is Answers => isObject(value) && Object.values(value).every(isAnswer);

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value)) return false;
  const { unknown, text, to, yes, chosen, records } = value;
  const truth = [unknown, yes].every((part) => part === undefined || typeof part === "boolean");
  const typed = [text, to].every((part) => part === undefined || isText(part));
  return truth && typed && (chosen === undefined || isListOf(chosen, isText)) && (records === undefined || isListOf(records, isAnswers));
}

const sound = <T>(values: Record<string, unknown>, fits: (value: unknown) => value is T) =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => fits(entry[1])));

/** What a link that was shared holds; null where the address holds nothing of the kind. */
export function sharedState(fragment: string): Shared | null {
  try {
    const { places, asOf, answers, local, received, policies } = JSON.parse(decodeURIComponent(fragment.slice(1)));
    const fits = Array.isArray(places) && /^\d{4}-\d\d-\d\d$/.test(asOf) && [answers, local, policies, received?.years, received?.amounts].every(isObject);
    if (!fits) return null;
    return {
      places: [...new Set(places.filter((place) => /^[1-9]\d{5}$/.test(place)))],
      asOf,
      answers: sound(answers, isAnswer),
      local: Object.fromEntries(Object.entries(sound(local, isObject)).map(([place, at]) => [place, sound(at, isAnswer)])),
      received: { years: sound(received.years, isText), amounts: sound(received.amounts, isText) },
      policies: sound(policies, isText),
    };
  } catch {
    return null;
  }
}

/** The state that the page was left in, or that a link brings, or the first. */
export function openState(): State {
  const kept = history.state as State | null;
  if (kept?.page !== undefined) return kept;
  const shared = sharedState(location.hash);
  return shared === null ? first() : { ...first(), ...shared, page: { name: "result" } };
}

/** Keeps the state: as a step of its own when the page changes. */
export function keepState(state: State, step: boolean) {
  const address = location.href.split("#")[0];
  if (step) history.pushState(state, "", address);
  else history.replaceState(state, "", address);
}

export const answered = (state: State, fact: string, answer: Answer): State => ({ ...state, answers: { ...state.answers, [fact]: answer } });
export const answeredAt = (state: State, place: string, fact: string, answer: Answer): State => ({
  ...state,
  local: { ...state.local, [place]: { ...state.local[place], [fact]: answer } },
});
/** What a place is called; its code where no policy names it. */
export const placeName = (places: { adcode: string; name: Text }[], place: string, language: Language) => says(places.find(({ adcode }) => adcode === place)?.name, language) || place;
export const restarted = (state: State): State => ({ ...first(), language: state.language });
