/* Every fact on one page; and the answers, to be checked. */
import type { Fact } from "huisuan";

import { isAnswered } from "../answers";
import { usePage } from "../context";
import { group } from "../figures";
import { Field } from "../parts/field";
import { answered, today } from "../state";
import type { Answer } from "../answers";
import { isFigure, readOf } from "../answers";
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
              <Field key={fact.id} fact={fact} id={fact.id} answer={state.answers[fact.id]} onAnswer={(answer) => set(answered(state, fact.id, answer))} />
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
  const { words, language, state, places, loaded, go } = usePage();
  const text = useAnswerText();
  const facts = loaded.dictionary.facts.filter((fact) => isAnswered(fact, state.answers[fact.id]));
  return (
    <>
      <h1>{words.checkTitle}</h1>
      <p class="lead">{words.dates(state.asOf, today())} {state.places.length === 0 ? words.everywhere : state.places.map((place) => says(places.find(({ adcode }) => adcode === place)?.name, language) || place).join(" · ")}</p>
      <dl class="answers">
        {facts.map((fact) => (
          <div key={fact.id}>
            <dt>{says(fact.label, language)}</dt>
            <dd>{text(fact, state.answers[fact.id])}</dd>
            <dd>
              <button type="button" class="link" onClick={() => go({ name: "questions" }, { ...state, asked: [...state.asked, [fact.id]] })}>
                {words.change}
                <span class="hidden"> {says(fact.label, language)}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <button type="button" onClick={() => go({ name: "result" })}>{words.toResult}</button>
        <button type="button" class="secondary" onClick={() => go({ name: "facts" })}>{words.factsTitle}</button>
      </p>
    </>
  );
}
