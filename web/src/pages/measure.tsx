/* One measure: amount, why, what is missing, what would change it, clause, review, papers. */
import { Fragment } from "preact";

import { factAt, receivedFault, receivedRead } from "../answers";
import { usePage } from "../context";
import { group } from "../figures";
import { days, forceText, groupOf, interval, isYours, money, valueText } from "../money";
import { YearColumns } from "../parts/lazy";
import { ReasonTree } from "../parts/reason";
import { says } from "../words";
import { useAmount } from "./result";

/** What was already paid for the measure or its matter. */
function ReceivedSoFar({ id, yearly }: { id: string; yearly: boolean }) {
  const { words, state, loaded, set } = usePage();
  const matter = loaded.policies.flatMap((policy) => policy.measures).find((measure) => measure.id === id)?.matter ?? null;
  const input = (part: "years" | "amounts", key: string, label: string, unit: string) => {
    const typed = state.received[part][key], said = receivedRead(part, typed);
    return (
      <div class="field">
        <label for={`received-${part}`}>{label}</label>
        <span class="figures">
          <span class="figure">
            <input id={`received-${part}`} inputMode="decimal" autocomplete="off" spellcheck={false} translate={false} value={typed ?? ""} aria-describedby={`received-${part}-read`}
              onInput={(event) => set({ ...state, received: { ...state.received, [part]: { ...state.received[part], [key]: event.currentTarget.value } } })} />
          </span>
          <span class="unit">{unit}</span>
        </span>
        <span class="echo" id={`received-${part}-read`} aria-live="polite">{said !== null && words.read(`${group(said)} ${unit}`)}</span>
        {receivedFault(part, typed) && <p class="fault">{words.faults.form}</p>}
      </div>
    );
  };
  if (!yearly && matter === null) return null;
  return (
    <details class="screen">
      <summary>{words.received}</summary>
      {yearly && input("years", id, words.receivedYears, words.years)}
      {matter !== null && input("amounts", matter, words.receivedAmount, words.yuan)}
    </details>
  );
}

export function MeasurePage({ id, place: adcode }: { id: string; place: string }) {
  const { words, language, state, loaded, result, firm, go } = usePage();
  const amount = useAmount();
  const place = result?.places.find((found) => found.adcode === adcode);
  const policy = place?.policies.find((found) => found.measures.some((measure) => measure.id === id));
  const measure = policy?.measures.find((found) => found.id === id);
  if (policy === undefined || measure === undefined) return <h1>{words.loading}</h1>;
  const low = says(measure.ends?.low, language), high = says(measure.ends?.high, language);
  const label = (name: string) => says(factAt(loaded.dictionary, name)?.label, language) || name;
  const ask = (name: string) => go({ name: "questions" }, { ...state, asked: [...state.asked, [name.replace(/\[.*$/, "")]] });
  const texts = (title: string, list: { zh: string; en: string }[]) =>
    list.length > 0 && (
      <section>
        <h2>{title}</h2>
        <ul>{list.map((text, at) => <li key={at}>{says(text, language)}</li>)}</ul>
      </section>
    );
  return (
    <>
      {firm !== null && <p class="lead">{firm.name}</p>}
      <h1>{says(measure.title, language)}</h1>
      <p class={`tag ${groupOf(measure, policy)}`}>{words.groups[groupOf(measure, policy)]}</p>
      <p class="total">{amount(measure)}</p>
      {measure.amount !== null && measure.amount.low !== measure.amount.high && <p>{!isYours(measure) ? words.theirs : ["discretionary", "range"].includes(measure.basis) || policy.adjustable ? words.both : words.yours}</p>}
      <dl class="answers">
        {low !== "" && <div><dt>{low === high ? words.amountBy : words.lowEnd}</dt><dd>{low}</dd></div>}
        {high !== "" && low !== high && <div><dt>{words.highEnd}</dt><dd>{high}</dd></div>}
        <div><dt>{words.policy}</dt><dd>{says(policy.title, language)} {policy.number}</dd></div>
        <div><dt>{words.clause}</dt><dd>{measure.clause}</dd></div>
        <div><dt>{words.inForce}</dt><dd>{days(policy, words)} {policy.in_force === "unknown" && forceText(policy, words)}</dd></div>
        {measure.window !== undefined && <div><dt>{words.window}</dt><dd>{words.windowText(measure.window.from, measure.window.until, measure.window.open)}</dd></div>}
      </dl>
      {measure.schedule.length > 1 && <YearColumns id="schedule" schedule={measure.schedule} />}
      {measure.why !== undefined && (
        <section>
          <h2>{words.reasons}</h2>
          <ul class="why"><ReasonTree reason={measure.why} /></ul>
        </section>
      )}
      {(measure.missing?.length ?? 0) > 0 && (
        <section>
          <h2>{words.missing}</h2>
          <ul>{measure.missing?.map((name) => <li key={name}>{firm !== null ? label(name) : <button type="button" class="link" onClick={() => ask(name)}>{label(name)}</button>}</li>)}</ul>
        </section>
      )}
      {(measure.change?.length ?? 0) > 0 && (
        <section>
          <h2>{measure.status === "eligible" ? words.changesMore : words.changes}</h2>
          {measure.change?.map((set, at) => (
            <Fragment key={at}>
              {at > 0 && <p class="or">{words.or}</p>}
              <ul>
                {set.map((change) => {
                  const fact = factAt(loaded.dictionary, change.fact);
                  return (
                    <li key={change.fact}>
                      {label(change.fact)}{words.colon}{words.now} {valueText(fact, change.have, words, language)} → {words.needs} {valueText(fact, change.need, words, language)}
                    </li>
                  );
                })}
              </ul>
              {set[0]?.brings != null && <p>{words.brings(set[0].brings.low === set[0].brings.high ? money(set[0].brings.low, words) : interval(set[0].brings, words, language))}</p>}
            </Fragment>
          ))}
        </section>
      )}
      {firm === null && <ReceivedSoFar id={id} yearly={measure.schedule.length > 1 || state.received.years[id] !== undefined} />}
      {texts(words.evidence, measure.evidence)}
      {texts(words.procedure, measure.procedure)}
      {texts(words.department, measure.department)}
      {measure.note !== null && texts(words.note, [measure.note])}
      <p class="buttons"><button type="button" onClick={() => go(firm === null ? { name: "result" } : { name: "firm", number: firm.number })}>{firm?.name ?? words.resultTitle}</button></p>
    </>
  );
}
