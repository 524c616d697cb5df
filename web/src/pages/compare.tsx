/* Places side by side. */
import type { Comparison } from "huisuan";
import { useEffect, useState } from "preact/hooks";

import { documentOf, factAt } from "../answers";
import { Field } from "../parts/field";
import { answeredAt } from "../state";
import { usePage } from "../context";
import { interval } from "../money";
import { IntervalBars } from "../parts/lazy";
import { says } from "../words";

export function Compare() {
  const { words, language, state, loaded, set, go } = usePage();
  const [compared, setCompared] = useState<Comparison | null>(null);
  useEffect(() => {
    let last = true;
    loaded.engine.compare(documentOf(loaded.dictionary, state)).then((found) => last && setCompared(found), () => {});
    return () => {
      last = false;
    };
  }, [loaded, state]);
  if (compared === null) return <h1>{words.loading}</h1>;
  const name = (place: Comparison["places"][number]) => `${says(place.name, language) || place.adcode}${place.what_if ? words.aside(words.whatIf) : ""}`;
  return (
    <>
      <h1>{words.compareTitle}</h1>
      <p class="lead">{words.estimate}</p>
      <IntervalBars id="places" title={words.compareTitle} rows={compared.places.map((place) => ({ label: name(place), value: place.total }))} />
      <div class="wide" tabIndex={0} role="region" aria-label={words.compareTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.total}</th>
              <th scope="col">{words.allYears}</th>
              <th scope="col">{words.eligibleCount}</th>
              <th scope="col">{words.openCount}</th>
              <th scope="col">{words.missing}</th>
            </tr>
          </thead>
          <tbody>
            {compared.places.map((place) => (
              <tr key={place.adcode}>
                <th scope="row">{name(place)}</th>
                <td>{interval(place.total, words, language)}</td>
                <td>{interval(place.total_all_years, words, language)}</td>
                <td>{place.eligible}</td>
                <td>{place.undetermined}</td>
                <td class="words">{place.missing.slice(0, 3).map((fact) => says(factAt(loaded.dictionary, fact)?.label, language)).join(language === "zh" ? "；" : "; ")}{place.missing.length > 3 ? "…" : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section>
        <h2>{words.localTitle}</h2>
        <p class="hint">{words.localHint}</p>
        {compared.places.map((place) => {
          const facts = [...new Set([...place.assumed, ...place.missing, ...Object.keys(state.local[place.adcode] ?? {})])].map((name) => factAt(loaded.dictionary, name)).filter((fact) => fact?.local === true);
          if (facts.length === 0) return null;
          return (
            <details key={place.adcode}>
              <summary>{words.samePlace(name(place))}</summary>
              {facts.map((fact) => fact !== undefined && (
                <Field key={fact.id} fact={fact} id={`${place.adcode}-${fact.id}`} answer={state.local[place.adcode]?.[fact.id] ?? (place.what_if ? undefined : state.answers[fact.id])} onAnswer={(answer) => set(answeredAt(state, place.adcode, fact.id, answer))} />
              ))}
            </details>
          );
        })}
      </section>
      <p class="buttons"><button type="button" onClick={() => go({ name: "result" })}>{words.resultTitle}</button></p>
    </>
  );
}
