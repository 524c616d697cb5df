/* What the page knows: answers and where the user is. It lives in memory and in history.state, so that reload and back lose nothing; it gets
   into an address only when the user asks for a link to share. */
import type { Answer, Answers, Received } from "./answers";
import type { Language } from "./words";

export type Page =
  | { name: "start" | "questions" | "check" | "result" | "compare" | "facts" | "regions" }
  | { name: "measure"; id: string; place: string }
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

/** What a link that was shared holds; null where the address holds nothing of the kind. */
export function sharedState(fragment: string): Shared | null {
  try {
    const { places, asOf, answers, local, received, policies } = JSON.parse(decodeURIComponent(fragment.slice(1)));
    const fits = Array.isArray(places) && typeof asOf === "string" && [answers, local, policies, received?.years, received?.amounts].every((part) => typeof part === "object" && part !== null);
    return fits ? { places, asOf, answers, local, received, policies } : null;
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
export const restarted = (state: State): State => ({ ...first(), language: state.language });
