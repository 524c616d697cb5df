/* The whole page: loading, what is answered, what the engine makes of it, and which part is shown. */
import type { LoadedPolicy, Result } from "huisuan";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { documentOf } from "./answers";
import { type Context, PageContext, type Region, type Shell, ShellContext, usePage } from "./context";
import type { Desk } from "./desk/desk";
import { type Loaded, builtIn, isRefusal, openEngine } from "./engine";
import { money } from "./money";
import { DeskPage, FirmPage, fetchLater } from "./parts/lazy";
import { Compare } from "./pages/compare";
import { AllFacts, Check } from "./pages/facts";
import { MeasurePage } from "./pages/measure";
import { Questions } from "./pages/questions";
import { Regions } from "./pages/regions";
import { ResultPage } from "./pages/result";
import { Start } from "./pages/start";
import { WhatIf } from "./pages/whatif";
import { type Page, type State, keepState, openState, restarted, sharedState } from "./state";
import { WORDS, says } from "./words";

function Shown({ page }: { page: Page }) {
  switch (page.name) {
    case "start":
      return <Start />;
    case "questions":
      return <Questions />;
    case "check":
      return <Check />;
    case "facts":
      return <AllFacts />;
    case "result":
      return <ResultPage />;
    case "measure":
      return page.firm === undefined ? <MeasurePage id={page.id} place={page.place} /> : <FirmPage number={page.firm}><MeasurePage id={page.id} place={page.place} /></FirmPage>;
    case "desk":
      return <DeskPage />;
    case "firm":
      return <FirmPage number={page.number}><ResultPage /></FirmPage>;
    case "compare":
      return <Compare />;
    case "whatif":
      return <WhatIf fact={page.fact} />;
    case "regions":
      return <Regions />;
  }
}

/* Each page is one of its own, apart from what may change on it. */
const keyOf = ({ page, asked }: State) => (page.name === "questions" ? `questions-${asked.length}` : page.name === "whatif" || page.name === "desk" ? page.name : JSON.stringify(page));

/** What is certain so far, place by place, and how many amounts are still open. */
function RunningLine({ result }: { result: Result | null }) {
  const { words, language } = usePage();
  if (result === null) return null;
  const places = result.places.filter((place) => place.policies.length > 0);
  const measures = places.flatMap((place) => place.policies).flatMap((policy) => (policy.in_force === "no" ? [] : policy.measures));
  const open = new Set(measures.filter((measure) => measure.status === "undetermined" && measure.kind === "cash" && measure.amount !== null).map((measure) => measure.id));
  const named = (certain: number, name: string) => (places.length === 1 ? money(certain, words) : `${name} ${money(certain, words)}`);
  const certain = places.map((place) => named(place.certain, says(place.name, language) || place.adcode)).join(language === "zh" ? "，" : ", ");
  return <p class="running" aria-live="polite" data-testid="running">{words.certainSoFar(certain, open.size)}</p>;
}

/* What is typed is assessed when the typing pauses for a moment, the last state wins. */
function useResult(loaded: Loaded | null, state: State): { result: Result | null; fault: unknown } {
  const [result, setResult] = useState<{ result: Result | null; fault: unknown }>({ result: null, fault: null });
  const asked = useMemo(() => (loaded === null ? "" : documentOf(loaded.dictionary, state)), [loaded, state.answers, state.local, state.received, state.asOf, state.places]);
  useEffect(() => {
    if (loaded === null) return;
    let last = true;
    loaded.engine.assess(asked).then(
      (found) => last && setResult({ result: found, fault: null }),
      (fault: unknown) => last && setResult((before) => ({ ...before, fault })),
    );
    return () => {
      last = false;
    };
  }, [loaded, asked]);
  return result;
}

/* What browsers have had since 2022. */
const SUPPORTED = typeof WebAssembly === "object" && typeof Worker === "function" && typeof structuredClone === "function" && typeof ResizeObserver === "function";

export function App() {
  const [state, setState] = useState(openState);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [regions, setRegions] = useState<Region[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  const others = useRef<Uint8Array[]>([]);
  const desk = useRef<Desk | null>(null);
  const main = useRef<HTMLElement>(null);
  const latest = useRef(state);
  const { result, fault } = useResult(loaded, state);
  const words = WORDS[state.language];

  useEffect(() => {
    keepState(state, false);
    if (!SUPPORTED) return;
    builtIn().then(setRegions, setFailed);
    openEngine().then((opened) => (setLoaded(opened), fetchLater()), setFailed);
    /* A step back shows another page; what was typed since stays. */
    const back = ({ state: then }: PopStateEvent) => then !== null && set({ ...latest.current, page: (then as State).page, asked: (then as State).asked });
    /* A link pasted where the page is already open. */
    const linked = () => {
      const shared = sharedState(location.hash);
      if (shared !== null) set({ ...latest.current, ...shared, page: { name: "result" } });
    };
    addEventListener("popstate", back);
    addEventListener("hashchange", linked);
    return () => {
      removeEventListener("popstate", back);
      removeEventListener("hashchange", linked);
    };
  }, []);
  useEffect(() => {
    document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
    document.title = `${words.name} · ${words.slogan}`;
  }, [state.language]);

  const set = (next: State) => {
    latest.current = next;
    keepState(next, false);
    setState(next);
  };
  const go = (page: Page, next: State = state) => {
    const moved = { ...next, page };
    latest.current = moved;
    keepState(moved, true);
    setState(moved);
    scrollTo(0, 0);
    requestAnimationFrame(() => main.current?.focus({ preventScroll: true }));
  };
  const restart = () => {
    desk.current?.batch?.stop();
    desk.current = null;
    go({ name: "start" }, restarted(state));
  };
  const tryRegion = async (bytes: Uint8Array) => {
    const trial = await openEngine([...others.current, bytes]);
    trial.close();
    return trial.policies.find((policy) => policy.id === trial.added[trial.added.length - 1]) as LoadedPolicy;
  };
  const acceptRegion = async (bytes: Uint8Array) => {
    const next = await openEngine([...others.current, bytes]);
    others.current.push(bytes);
    loaded?.close();
    setLoaded(next);
  };

  if (!SUPPORTED || failed !== null)
    return (
      <main class="page">
        <h1>{SUPPORTED ? words.failed : words.tooOld}</h1>
        <p>{words.failedHint}</p>
        {failed !== null && <p class="small">{String(failed)}</p>}
      </main>
    );
  const known = loaded?.policies ?? regions;
  const places = [...new Map(known.map(({ adcode, name }) => [adcode, name])).entries()].map(([adcode, name]) => ({ adcode, name })).sort((x, y) => x.adcode.localeCompare(y.adcode));
  const shell: Shell = { state, words, language: state.language, places, latest: () => latest.current, set, go };
  const link = (page: Page, text: string) => (
    <button type="button" class="link" aria-current={state.page.name === page.name ? "page" : undefined} onClick={() => go(page)}>{text}</button>
  );
  const ready = (context: Context) => (
    <PageContext.Provider value={context}>
      {["questions", "check", "facts"].includes(state.page.name) && <RunningLine result={result} />}
      <main class="page" id="top" tabIndex={-1} ref={main}>
        {state.page.name !== "start" && <button type="button" class="link backwards" onClick={() => history.back()}>← {words.back}</button>}
        {fault !== null && <p class="summary" role="alert">{isRefusal(fault) ? says(fault.messages, state.language) : String(fault)}</p>}
        <Shown key={keyOf(state)} page={state.page} />
      </main>
    </PageContext.Provider>
  );
  return (
    <ShellContext.Provider value={shell}>
      <a class="skip" href="#top" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{words.skip}</a>
      <header>
        <div class="bar">
          <button type="button" class="brand" onClick={() => go({ name: "start" })}>{words.name}</button>
          <nav aria-label={words.name}>
            {link({ name: "result" }, words.resultTitle)}
            {link({ name: "compare" }, words.compareTitle)}
            {link({ name: "facts" }, words.factsTitle)}
            {link({ name: "regions" }, words.regionsTitle)}
            <button type="button" class="link" lang={state.language === "zh" ? "en" : "zh-CN"} onClick={() => set({ ...state, language: state.language === "zh" ? "en" : "zh" })}>{words.language}</button>
          </nav>
        </div>
      </header>
      {loaded !== null ? (
        ready({ ...shell, loaded, result, firm: null, desk, tryRegion, acceptRegion })
      ) : (
        <main class="page" id="top" tabIndex={-1} ref={main}>{state.page.name === "start" && places.length > 0 ? <Start /> : <p role="status">{words.loading}</p>}</main>
      )}
      <footer>
        <p>{words.estimate} {words.promise}</p>
        <button type="button" class="link" onClick={restart}>{words.again}</button>
      </footer>
    </ShellContext.Provider>
  );
}
