/* The engine in its worker, with the built-in regions; and a second one when a region is added from elsewhere, so that a bad one leaves the
   first as it was. */
import { type Dictionary, type EngineWorker, HuisuanError, type LoadedPolicy, startWorker } from "huisuan";

import { engineBytes, regionBytes, regionList, workerUrl } from "assets";

const TIME_LIMIT = 10_000;

export interface Loaded {
  engine: EngineWorker;
  policies: LoadedPolicy[];
  dictionary: Dictionary;
  /** The ids that came from elsewhere. */
  added: string[];
  close(): void;
}

/* Under Trusted Types a worker's address has to come from a policy; only the page's own is let through. */
function makeWorker(url: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } };
  policy ??= trustedTypes?.createPolicy("huisuan", {
    createScriptURL: (asked: string) => {
      if (!asked.startsWith("blob:") && asked !== new URL("worker.js", document.baseURI).href) throw new TypeError(asked);
      return asked;
    },
  });
  return new Worker(policy?.createScriptURL(url) ?? url);
}
let policy: { createScriptURL(url: string): string } | undefined;

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};
const wasm = once(engineBytes);
export const builtIn = once(regionList);
const own = once(async () => Promise.all((await builtIn()).map(({ id }) => regionBytes(id))));
const address = once(workerUrl);

/** Starts a worker with the built-in regions and `others`. Throws HuisuanError where one is refused. */
export async function openEngine(others: Uint8Array[] = []): Promise<Loaded> {
  const url = await address();
  const engine = startWorker({ wasm: await wasm(), timeLimit: TIME_LIMIT, worker: () => makeWorker(url) });
  try {
    for (const region of await own()) await engine.addPolicy(region);
    const added: string[] = [];
    for (const region of others) added.push((await engine.addPolicy(region)).id);
    return { engine, policies: await engine.policies(), dictionary: await engine.facts(), added, close: () => engine.close() };
  } catch (error) {
    engine.close();
    throw error;
  }
}

export const isRefusal = (error: unknown): error is HuisuanError => error instanceof HuisuanError;
