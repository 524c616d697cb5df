/* A question about the place, once more for each of several places: left blank, the answer for everywhere counts. */
import type { Fact } from "huisuan";

import { placesApart } from "../answers";
import { usePage } from "../context";
import { answeredAt, placeName } from "../state";
import { Field } from "./field";

export function Apart({ fact }: { fact: Fact }) {
  const { words, language, state, places, set } = usePage();
  const apart = placesApart(fact, state);
  if (apart.length === 0) return null;
  return (
    <details class="apart" open={apart.some((place) => state.local[place]?.[fact.id] !== undefined)}>
      <summary>{words.apart}</summary>
      <p class="hint">{words.localHint}</p>
      {apart.map((place) => (
        <Field key={place} fact={fact} id={`${place}-${fact.id}`} at={placeName(places, place, language)} answer={state.local[place]?.[fact.id]} onAnswer={(answer) => set(answeredAt(state, place, fact.id, answer))} />
      ))}
    </details>
  );
}
