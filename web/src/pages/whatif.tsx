/* The total against one figure, with the engine's exact turning points. */
import type { Sweep } from "huisuan";
import { useEffect, useState } from "preact/hooks";

import { documentOf, factAt, isFigure } from "../answers";
import { usePage } from "../context";
import type { Loaded } from "../engine";
import { plain } from "../money";
import { StepCurve } from "../parts/lazy";
import { says } from "../words";

const ROOM = 1.4; /* so much is shown behind the last turning point */

/* Every turning point is asked for first, then the part that is shown: what the curve is there is the engine's word too. */
async function sweepShown(loaded: Loaded, applicant: string, fact: string): Promise<Sweep> {
  const whole = await loaded.engine.sweep(applicant, { fact });
  const turns = whole.places.flatMap((place) => [...(place.curves[0]?.breakpoints ?? []), typeof place.have === "number" ? place.have : 0]);
  const to = Math.min(whole.to, Math.max(10, Math.ceil(Math.max(0, ...turns) * ROOM)));
  return loaded.engine.sweep(applicant, { fact, from: 0, to });
}

export function WhatIf({ fact: asked }: { fact?: string | undefined }) {
  const { words, language, state, loaded, set, go } = usePage();
  const figures = loaded.dictionary.facts.filter(isFigure);
  const fact = figures.find((known) => known.id === asked) ?? figures.find((known) => state.answers[known.id]?.text !== undefined) ?? figures[0];
  const [swept, setSwept] = useState<Sweep | null>(null);
  useEffect(() => {
    setSwept(null);
    let last = true; /* a figure chosen later is not overtaken by one chosen before */
    if (fact !== undefined) sweepShown(loaded, documentOf(loaded.dictionary, state), fact.id).then((found) => last && setSwept(found), () => {});
    return () => {
      last = false;
    };
  }, [loaded, state, fact?.id]);
  return (
    <>
      <h1>{words.whatIfTitle}</h1>
      <p class="lead">{words.whatIfHint}</p>
      <div class="field">
        <label for="figure">{words.whatIfPick}</label>
        <select id="figure" value={fact?.id ?? ""} onChange={(event) => set({ ...state, page: { name: "whatif", fact: event.currentTarget.value } })}>
          {figures.map((known) => <option key={known.id} value={known.id}>{says(known.label, language)}</option>)}
        </select>
      </div>
      {swept?.places.map((place) => {
        const curve = place.curves[0];
        const have = typeof place.have === "number" ? place.have : null;
        if (curve === undefined) return null;
        const title = `${says(place.name, language) || place.adcode}${words.colon}${says(factAt(loaded.dictionary, swept.fact)?.label, language)}`;
        return (
          <section key={place.adcode}>
            <h2>{title}</h2>
            <p>{curve.breakpoints.length === 0 ? words.whatIfNone : words.whatIfTurns(curve.breakpoints.map(plain).join(language === "zh" ? "、" : ", "))}</p>
            <StepCurve id={`curve-${place.adcode}`} title={title} curve={curve} have={have} to={swept.to} />
          </section>
        );
      })}
      <p class="buttons"><button type="button" onClick={() => go({ name: "result" })}>{words.resultTitle}</button></p>
    </>
  );
}
