/* The questions that still matter, best first, a topic at a time. Which they are and in which order is the engine's word. */
import type { Fact, Question } from "huisuan";
import { Fragment } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { allGiven, documentOf, factAt, faultOf, isAnswered } from "../answers";
import { usePage } from "../context";
import { money } from "../money";
import { Apart } from "../parts/apart";
import { Field } from "../parts/field";
import { answered, placeName } from "../state";
import { says } from "../words";

const FEW = 3, MOST = 6; /* questions on a page */

/** The next questions: those of the topic of the best one, with the best of other topics where these are few. */
function nextFacts(questions: Question[], factOf: (name: string) => Fact | undefined, done: (fact: Fact) => boolean): Fact[] {
  const facts = [...new Set(questions.map((question) => factOf(question.fact.replace(/\[.*$/, ""))))].filter((fact): fact is Fact => fact !== undefined && !done(fact));
  const related = facts.filter((fact) => fact.topic === facts[0]?.topic).slice(0, MOST);
  return related.length >= FEW ? related : [...related, ...facts.filter((fact) => !related.includes(fact))].slice(0, FEW);
}

export function Questions() {
  const { words, language, state, places, latest, loaded, result, set, go } = usePage();
  const done = (fact: Fact) => isAnswered(fact, state.answers[fact.id]);
  const page = state.asked[state.asked.length - 1];
  const open = result?.questions ?? [];
  const next = useMemo(() => nextFacts(open, (name) => factAt(loaded.dictionary, name), done), [result]);
  /* The questions of this page stay where they are while they are answered. */
  const [shown, setShown] = useState<string[]>(page ?? []);
  useEffect(() => {
    if (shown.length === 0 && next.length > 0) {
      const ids = next.map((fact) => fact.id);
      setShown(ids);
      set({ ...state, asked: [...state.asked, ids] });
    }
  }, [next, shown]);
  const summary = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const facts = shown.map((id) => factAt(loaded.dictionary, id)).filter((fact): fact is Fact => fact !== undefined);
  const wrong = allGiven(loaded.dictionary, state).flatMap(({ fact, place, answer }) => {
    const fault = shown.includes(fact.id) ? faultOf(fact, answer) : null;
    const at = place === null ? "" : ` · ${placeName(places, place, language)}`;
    return fault === null ? [] : [{ id: place === null ? fact.id : `${place}-${fact.id}`, text: `${says(fact.label, language)}${at}${words.colon}${words.faults[fault]}` }];
  });
  const topic = facts.every((fact) => fact.topic === facts[0]?.topic) ? loaded.dictionary.topics.find(({ id }) => id === facts[0]?.topic) : undefined;
  const noteOf = (fact: Fact) => {
    const question = open.find((asked) => asked.fact === fact.id || asked.fact.startsWith(`${fact.id}[`));
    if (question === undefined) return undefined;
    const stake = question.at_stake === null || question.at_stake === 0 ? "" : `${language === "zh" ? "，" : ", "}${words.stake(money(question.at_stake, words))}`;
    return words.why(question.measures.length) + stake;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (wrong.length > 0) {
      setTried(true);
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    setTried(false);
    /* What was left blank was seen and passed over: it is not asked again. */
    const passed = facts.filter((fact) => !done(fact)).reduce((answers, fact) => ({ ...answers, [fact.id]: { ...answers[fact.id], unknown: true } }), state.answers);
    /* What matters next is decided by what was just answered, however fast that was. */
    const fresh = await loaded.engine.assess(documentOf(loaded.dictionary, { ...state, answers: passed })).catch(() => null);
    const now = latest();
    if (now.page.name !== "questions" || now.asked.length !== state.asked.length) return; /* the user has gone on meanwhile */
    const answers = { ...passed, ...Object.fromEntries(Object.entries(now.answers).filter(([id, answer]) => answer !== state.answers[id])) };
    const left = nextFacts(fresh?.questions ?? open, (name) => factAt(loaded.dictionary, name), (fact) => isAnswered(fact, passed[fact.id]) || shown.includes(fact.id));
    const ids = left.map((fact) => fact.id);
    setShown(ids);
    if (ids.length === 0) go({ name: "check" }, { ...now, answers });
    else go({ name: "questions" }, { ...now, answers, asked: [...now.asked, ids] });
    document.getElementById("top")?.focus();
  };
  if (facts.length === 0)
    return (
      <>
        <h1>{result === null ? words.loading : words.questionsNone}</h1>
        <button type="button" onClick={() => go({ name: "result" })}>{words.toResult}</button>
      </>
    );
  return (
    <form onSubmit={submit} noValidate>
      <h1>{says(topic?.label, language) || words.questionsTitle}</h1>
      {tried && wrong.length > 0 && (
        <div class="summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>{words.summaryTitle}</h2>
          <ul>
            {wrong.map(({ id, text }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {facts.map((fact) => (
        <Fragment key={fact.id}>
          <Field fact={fact} id={fact.id} answer={state.answers[fact.id]} note={noteOf(fact)} onAnswer={(answer) => set(answered(state, fact.id, answer))} />
          <Apart fact={fact} />
        </Fragment>
      ))}
      <p class="hint">{open.length > 0 ? words.questionsLeft(open.length) : words.questionsNone}</p>
      <p class="buttons">
        <button type="submit">{words.next}</button>
        <button type="button" class="secondary" onClick={() => go({ name: "result" })}>{words.toResult}</button>
      </p>
    </form>
  );
}
