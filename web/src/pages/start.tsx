/* Where, and as of when. */
import { useShell } from "../context";
import { says } from "../words";

export function Start() {
  const { words, language, state, places, set, go } = useShell();
  const toggle = (adcode: string) => set({ ...state, places: state.places.includes(adcode) ? state.places.filter((other) => other !== adcode) : [...state.places, adcode] });
  return (
    <>
      <h1>{words.slogan}</h1>
      <p class="lead">{words.promise}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go({ name: "questions" }, { ...state, asked: [] });
        }}
      >
        <fieldset class="field">
          <legend>{words.where}</legend>
          <p class="hint">{words.whereHint} {words.everywhere}</p>
          {places.map(({ adcode, name }) => (
            <span class="choice" key={adcode}>
              <input id={`place-${adcode}`} type="checkbox" checked={state.places.includes(adcode)} onChange={() => toggle(adcode)} />
              <label for={`place-${adcode}`}>{says(name, language)}</label>
            </span>
          ))}
        </fieldset>
        <div class="field">
          <label for="as-of">{words.asOf}</label>
          <p class="hint" id="as-of-hint">{words.asOfHint}</p>
          <input id="as-of" type="date" aria-describedby="as-of-hint" required min="2000-01-01" max="2100-12-31" value={state.asOf} onInput={({ currentTarget: { value } }) => value !== "" && set({ ...state, asOf: value })} />
        </div>
        <button type="submit">{words.start}</button>
      </form>
      <section>
        <h2>{words.officers}</h2>
        <p>{words.officersHint}</p>
        <button type="button" class="secondary" onClick={() => go({ name: "desk" })}>{words.toDesk}</button>
      </section>
    </>
  );
}
