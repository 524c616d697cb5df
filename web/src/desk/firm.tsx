/* One applicant of a batch on the pages that show a result: the engine assesses it once more, with all reasons. */
import type { Result } from "huisuan";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

import { PageContext, usePage } from "../context";
import { nameOf } from "./firms";
import { DESK_WORDS } from "./words";

export function FirmPage({ number, children }: { number: number; children: ComponentChildren }) {
  const context = usePage();
  const { words: common, language, loaded, desk, go } = context;
  const words = DESK_WORDS[language];
  const batch = desk.current?.batch ?? null, firm = batch?.loaded === loaded ? batch.firms[number] : undefined;
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    if (batch !== null && firm !== undefined) loaded.engine.assess(firm.document, batch.options).then(setResult, setFault);
  }, [firm]);
  const toBatch = <p class="buttons screen"><button type="button" class="secondary" onClick={() => go({ name: "desk", files: true })}>{words.toBatch}</button></p>;
  if (firm === undefined)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="summary">{words.gone}</p>
        {toBatch}
      </>
    );
  if (fault !== null) return <p class="summary" role="alert">{String(fault)}</p>;
  if (result === null) return <h1>{common.loading}</h1>;
  return (
    <PageContext.Provider value={{ ...context, result, firm: { number, name: nameOf(firm, words.line), document: firm.document, options: batch?.options ?? {} } }}>
      {children}
      {toBatch}
    </PageContext.Provider>
  );
}
