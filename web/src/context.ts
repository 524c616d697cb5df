/* What every part of the page can reach: the shell at once, the engine when it is ready. */
import type { LoadedPolicy, Options, Result, Text } from "huisuan";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Desk } from "./desk/desk";
import type { Loaded } from "./engine";
import type { Page, State } from "./state";
import type { Language, Words } from "./words";

/** A built-in region, as the build wrote it down, so that a place can be chosen before the engine is there. */
export interface Region {
  id: string;
  adcode: string;
  name: Text;
}

/** An applicant of a batch, by its number there. */
export interface Firm {
  number: number;
  name: string;
  /** As `assess` takes it, with the options of the batch. */
  document: string;
  options: Options;
}

export interface Shell {
  state: State;
  words: Words;
  language: Language;
  places: { adcode: string; name: Text }[];
  /** The state as it is now: after waiting, what was at hand before may be old. */
  latest(): State;
  set(state: State): void;
  go(page: Page, state?: State): void;
}

export interface Context extends Shell {
  loaded: Loaded;
  /** Of what is answered so far, or of the firm; null until there is one. */
  result: Result | null;
  /** The applicant of an officer's batch whose result is shown; null where it is that of what was answered. */
  firm: Firm | null;
  /** What the officer's page holds; tables are kept nowhere else. */
  desk: { current: Desk | null };
  /** Opens a region beside the built-in ones in a worker of its own, to be looked at; throws what the engine refuses. */
  tryRegion(bytes: Uint8Array): Promise<LoadedPolicy>;
  /** From now on the engine holds the region too. */
  acceptRegion(bytes: Uint8Array): Promise<void>;
}

export const ShellContext = createContext<Shell | null>(null);
export const PageContext = createContext<Context | null>(null);

function present<T>(value: T | null): T {
  if (value === null) throw new Error("outside the page");
  return value;
}

export const useShell = () => present(useContext(ShellContext));
export const usePage = () => present(useContext(PageContext));
