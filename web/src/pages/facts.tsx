/* Every fact on one page; and the answers, to be checked. */
import type { Fact } from "huisuan";
import { Fragment } from "preact";

import type { Answer } from "../answers";
import { allGiven, isAnswered, isFigure, readOf, receivedRead } from "../answers";
import { usePage } from "../context";
import { group } from "../figures";
import { Apart } from "../parts/apart";
import { Field } from "../parts/field";
import { answered, placeName, today } from "../state";
import { unitOf } from "../money";
import { says } from "../words";

/** An answer in words, as it was understood. */
export function useAnswerText() {
  const { words, language } = usePage();
  const text = (fact: Fact, answer: Answer | undefined): string => {
    if (answer === undefined || !isAnswered(fact, answer)) return words.notAnswered;
    if (answer.unknown === true) return words.unknown;
    if (fact.type === "yes_no") return answer.yes === true ? words.yes : words.no;
    if (fact.type === "list") {
      const records = (answer.records ?? []).map((record, at) => {
        const fields = (fact.fields ?? []).filter((field) => isAnswered(field, record[field.id])).map((field) => `${says(field.label, language)} ${text(field, record[field.id])}`);
        return `${words.record(at + 1)}${words.colon}${fields.join(language === "zh" ? "，" : ", ")}`;
      });
      return records.join(language === "zh" ? "；" : "; ") || words.recordNone;
    }
    if (!isFigure(fact)) return (answer.chosen ?? []).map((id) => says(fact.values?.find((value) => value.id === id)?.label, language)).join(language === "zh" ? "、" : ", ") || words.recordNone;
    const read = (typed: string | undefined) => {
      const figure = readOf(fact, typed);
      return "digits" in figure ? group(figure.digits) : "";
    };
    return `${[read(answer.text), read(answer.to)].filter((figure) => figure !== "").join(" – ")} ${says(unitOf(fact), language)}`.trim();
  };
  return text;
}

export function AllFacts() {
  const { words, language, state, loaded, set, go } = usePage();
  return (
    <>
      <h1>{words.factsTitle}</h1>
      <p class="lead">{words.factsHint}</p>
      {loaded.dictionary.topics.map((topic) => (
        <details key={topic.id} class="topic">
          <summary>{says(topic.label, language)}</summary>
          {loaded.dictionary.facts
            .filter((fact) => fact.topic === topic.id)
            .map((fact) => (
              <Fragment key={fact.id}>
                <Field fact={fact} id={fact.id} answer={state.answers[fact.id]} onAnswer={(answer) => set(answered(state, fact.id, answer))} />
                <Apart fact={fact} />
              </Fragment>
            ))}
        </details>
      ))}
      <p class="buttons">
        <button type="button" onClick={() => go({ name: "result" })}>{words.toResult}</button>
      </p>
    </>
  );
}

export function Check() {
  const { words, language, state, places, loaded, result, go } = usePage();
  const text = useAnswerText();
  const given = allGiven(loaded.dictionary, state).filter(({ fact, answer }) => isAnswered(fact, answer));
  const row = (key: string, name: string, said: string, change: () => void) => (
    <div key={key}>
      <dt>{name}</dt>
      <dd>{said}</dd>
      <dd>
        <button type="button" class="link" onClick={change}>
          {words.change}
          <span class="hidden"> {name}</span>
        </button>
      </dd>
    </div>
  );
  const measures = loaded.policies.flatMap((policy) => policy.measures);
  const placeOf = (id: string) => result?.places.find((place) => place.policies.some((policy) => policy.measures.some((measure) => measure.id === id)))?.adcode ?? "";
  const received = (["years", "amounts"] as const).flatMap((part) =>
    Object.entries(state.received[part]).flatMap(([key, typed]) => {
      const measure = measures.find(({ id, matter }) => (part === "years" ? id : matter) === key), said = receivedRead(part, typed);
      return measure === undefined || said === null ? [] : [row(`${part}-${key}`, `${words.received}${words.colon}${says(measure.title, language)}`, `${group(said)} ${part === "years" ? words.years : words.yuan}`, () => go({ name: "measure", id: measure.id, place: placeOf(measure.id) }))];
    }),
  );
  return (
    <>
      <h1>{words.checkTitle}</h1>
      <p class="lead">{words.dates(state.asOf, today())} {state.places.length === 0 ? words.everywhere : state.places.map((place) => placeName(places, place, language)).join(" · ")}</p>
      <dl class="answers">
        {given.map(({ fact, place, answer }) =>
          row(`${place}-${fact.id}`, says(fact.label, language) + (place === null ? "" : ` · ${placeName(places, place, language)}`), text(fact, answer), () =>
            go({ name: "questions" }, { ...state, asked: [...state.asked, [fact.id]] }),
          ),
        )}
        {received}
      </dl>
      <p class="buttons">
        <button type="button" onClick={() => go({ name: "result" })}>{words.toResult}</button>
        <button type="button" class="secondary" onClick={() => go({ name: "facts" })}>{words.factsTitle}</button>
      </p>
    </>
  );
}
