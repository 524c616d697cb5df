/* What every part of the page can reach. */
import type { LoadedPolicy, Result } from "huisuan";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Loaded } from "./engine";
import type { Page, State } from "./state";
import type { Language, Words } from "./words";

export interface Context {
  state: State;
  words: Words;
  language: Language;
  loaded: Loaded;
  /** Of what is answered so far; null until there is one. */
  result: Result | null;
  set(state: State): void;
  go(page: Page, state?: State): void;
  /** Opens a region beside the built-in ones in a worker of its own, to be looked at; throws what the engine refuses. */
  tryRegion(bytes: Uint8Array): Promise<LoadedPolicy>;
  /** From now on the engine holds the region too. */
  acceptRegion(bytes: Uint8Array): Promise<void>;
}

export const PageContext = createContext<Context | null>(null);

export function usePage(): Context {
  const context = useContext(PageContext);
  if (context === null) throw new Error("no page");
  return context;
}
