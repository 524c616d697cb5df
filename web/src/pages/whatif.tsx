/* The total against one figure, with the engine's exact turning points. */
import type { Sweep } from "huisuan";
import { useEffect, useState } from "preact/hooks";

import { allFigures, documentOf } from "../answers";
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

/* Of one question alone: another one is another component, so that no curve ever stands under the name of another figure. */
function Curves({ applicant, fact, label }: { applicant: string; fact: string; label: string }) {
  const { words, language, loaded } = usePage();
  const [swept, setSwept] = useState<Sweep | null>(null);
  useEffect(() => void sweepShown(loaded, applicant, fact).then(setSwept, () => {}), [loaded]);
  return (
    <>
      {swept?.places.map((place) => {
        const curve = place.curves[0];
        const have = typeof place.have === "number" ? place.have : null;
        if (curve === undefined) return null;
        const title = `${says(place.name, language) || place.adcode}${words.colon}${label}`;
        return (
          <section key={place.adcode}>
            <h2>{title}</h2>
            <p>{curve.breakpoints.length === 0 ? words.whatIfNone : words.whatIfTurns(curve.breakpoints.map(plain).join(language === "zh" ? "、" : ", "))}</p>
            {curve.uneven === true && <p class="hint">{words.whatIfUneven}</p>}
            <StepCurve id={`curve-${place.adcode}`} title={title} curve={curve} have={have} to={swept.to} />
          </section>
        );
      })}
    </>
  );
}

export function WhatIf({ fact: asked }: { fact?: string | undefined }) {
  const { words, language, state, loaded, set, go } = usePage();
  const figures = allFigures(loaded.dictionary, state.answers);
  const figure = figures.find((known) => known.name === asked) ?? figures.find((known) => state.answers[known.name]?.text !== undefined) ?? figures[0];
  const applicant = documentOf(loaded.dictionary, state);
  const labelOf = ({ list, record, fact }: (typeof figures)[number]) =>
    [...(list === undefined ? [] : [says(list.label, language), words.record(record + 1)]), says(fact.label, language)].join(" · ");
  return (
    <>
      <h1>{words.whatIfTitle}</h1>
      <p class="lead">{words.whatIfHint}</p>
      <div class="field">
        <label for="figure">{words.whatIfPick}</label>
        <select id="figure" value={figure?.name ?? ""} onChange={(event) => set({ ...state, page: { name: "whatif", fact: event.currentTarget.value } })}>
          {figures.map((known) => <option key={known.name} value={known.name}>{labelOf(known)}</option>)}
        </select>
      </div>
      {figure !== undefined && <Curves key={`${figure.name} ${applicant}`} applicant={applicant} fact={figure.name} label={labelOf(figure)} />}
      <p class="buttons"><button type="button" onClick={() => go({ name: "result" })}>{words.resultTitle}</button></p>
    </>
  );
}
