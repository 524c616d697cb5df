/* The result: one sentence for the year, the rest beside it, and the measures by what they are for the applicant. */
import type { MeasureResult, PlaceResult } from "huisuan";
import { useState } from "preact/hooks";

import { allGiven, documentOf, faultOf } from "../answers";
import { usePage } from "../context";
import { days, forceText, groupOf, interval, isNothing, money } from "../money";
import { MeasureBars, YearColumns } from "../parts/lazy";
import { save } from "../parts/save";
import { shareFragment, today } from "../state";
import { says } from "../words";

export function useAmount() {
  const { words, language } = usePage();
  return ({ amount, kind }: MeasureResult) => (amount !== null ? interval(amount, words, language) : kind === "cash" || kind === "loan" ? words.noMoney : words.notMoney);
}

function Measures({ place }: { place: PlaceResult }) {
  const { words, language, firm, go } = usePage();
  const amount = useAmount();
  const all = place.policies.flatMap((policy) => policy.measures.map((measure) => ({ measure, policy, group: groupOf(measure, policy) })));
  return (
    <>
      {(["eligible", "undetermined", "near", "ineligible", "expired"] as const).map((group) => {
        const members = all.filter((entry) => entry.group === group);
        if (members.length === 0) return null;
        const list = (
          <ul class="measures">
            {members.map(({ measure, policy }) => (
              <li key={measure.id}>
                <a
                  href={`#${measure.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go({ name: "measure", id: measure.id, place: place.adcode, ...(firm === null ? {} : { firm: firm.number }) });
                  }}
                >
                  {says(measure.title, language)}
                </a>
                <span class="amount">{amount(measure)}</span>
                <span class="small">
                  {says(policy.name, language)} {measure.clause}
                  {policy.in_force === "unknown" && ` · ${forceText(policy, words)}`}
                </span>
              </li>
            ))}
          </ul>
        );
        return (
          <section key={group} class={`group ${group}`}>
            {group === "ineligible" || group === "expired" ? (
              <details>
                <summary>
                  <h3>{words.groups[group]}{words.aside(members.length)}</h3>
                </summary>
                {list}
              </details>
            ) : (
              <>
                <h3>{words.groups[group]}{words.aside(members.length)}</h3>
                {list}
              </>
            )}
          </section>
        );
      })}
    </>
  );
}

/** The papers for everything that can be had or may be, each once. */
function Papers({ place }: { place: PlaceResult }) {
  const { words, language } = usePage();
  const measures = place.policies.filter((policy) => policy.in_force !== "no").flatMap((policy) => policy.measures).filter((measure) => measure.status !== "ineligible");
  const papers = [...new Set(measures.flatMap((measure) => measure.evidence.map((text) => says(text, language))))];
  if (papers.length === 0) return null;
  return (
    <details>
      <summary><h3>{words.evidence}{words.aside(papers.length)}</h3></summary>
      <ul>{papers.map((paper) => <li key={paper}>{paper}</li>)}</ul>
    </details>
  );
}

function Place({ place }: { place: PlaceResult }) {
  const { words, language } = usePage();
  const counted = place.policies.filter((policy) => policy.in_force !== "no").flatMap((policy) => policy.measures).filter((measure) => measure.status !== "ineligible" && measure.kind === "cash");
  const titleOf = (id: string | null) => says(place.policies.flatMap((policy) => policy.measures).find((measure) => measure.id === id)?.title, language);
  if (place.policies.length === 0) return <section class="place"><h2>{place.adcode}</h2><p>{words.noPlace}</p></section>;
  return (
    <section class="place">
      <h2>{says(place.name, language) || place.adcode}</h2>
      <p class="total" data-testid={`total-${place.adcode}`}>{isNothing(place.total) ? words.totalNone : words.totalYear(interval(place.total, words, language))}</p>
      <ul class="beside">
        <li data-testid={`certain-${place.adcode}`}>{words.certain(money(place.certain, words))}</li>
        {!isNothing(place.total_all_years) && <li>{words.totalAll(interval(place.total_all_years, words, language))}</li>}
        {!isNothing(place.people) && <li>{words.people(interval(place.people, words, language))}</li>}
        {!isNothing(place.loans) && <li>{words.loans(interval(place.loans, words, language))}</li>}
        {place.unstated.length > 0 && <li>{words.unstated(place.unstated.length)}</li>}
      </ul>
      <ul class="dates">
        {place.policies.map((policy) => (
          <li key={policy.id}>
            {says(policy.title, language)} {policy.number} · <span class="whole">{days(policy, words)}</span>
            {policy.in_force === "no" && <strong> · {words.groups.expired}</strong>}
            {policy.in_force === "unknown" && policy.claimable_until !== undefined && ` · ${forceText(policy, words)}`}
          </li>
        ))}
      </ul>
      <MeasureBars id={`bars-${place.adcode}`} measures={counted} />
      {place.schedule.length > 1 && <YearColumns id={`years-${place.adcode}`} schedule={place.schedule} />}
      <Measures place={place} />
      <Papers place={place} />
      {(place.limits?.length ?? 0) > 0 && (
        <section>
          <h3>{words.limits}</h3>
          <ul>
            {place.limits?.map((limit) => (
              <li key={limit.limit}>
                {says(limit.title, language)} {limit.clause}{words.colon}{says(limit.rule, language)}
                {(limit.before.low !== limit.after.low || limit.before.high !== limit.after.high) && ` · ${words.limited(interval(limit.before, words, language), interval(limit.after, words, language))}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {place.set_aside.length > 0 && (
        <section>
          <h3>{words.setAside}</h3>
          <ul>{place.set_aside.map((entry) => <li key={entry.measure}>{titleOf(entry.measure)}{words.colon}{says(entry.reason, language)}</li>)}</ul>
        </section>
      )}
    </section>
  );
}

export function ResultPage() {
  const { words, language, state, loaded, result, firm, go } = usePage();
  const [copied, setCopied] = useState<string | null>(null);
  const moved = Object.entries(state.policies ?? {}).flatMap(([id, then]) => {
    const now = loaded.policies.find((policy) => policy.id === id)?.sha256 ?? "–";
    return now === then ? [] : [`${id}${words.aside(`${then.slice(0, 8)} → ${now.slice(0, 8)}`)}`];
  });
  if (result === null) return <h1>{words.loading}</h1>;
  const applicant = firm?.document ?? documentOf(loaded.dictionary, state);
  const flags = [...(firm?.options.locations ?? []).map((place) => ` --location ${place}`), firm?.options.as_of === undefined ? "" : ` --as-of ${firm.options.as_of}`].join("");
  /* 接着回答 asks again what was passed over and still matters. */
  const open = new Set(result.questions?.map((question) => question.fact.replace(/\[.*$/, "")));
  const asksAgain = Object.fromEntries(Object.entries(state.answers).filter(([id, answer]) => !(answer.unknown === true && open.has(id))));
  const unread = firm !== null ? [] : [...new Set(allGiven(loaded.dictionary, state).flatMap(({ fact, answer }) => (faultOf(fact, answer) === null ? [] : [fact])))];
  const excel = async () => {
    const { workbook } = await import("../parts/excel");
    save("huisuan.xlsx", await workbook(result, words, language));
  };
  const share = async () => {
    const policies = Object.fromEntries(loaded.policies.map((policy) => [policy.id, policy.sha256]));
    const link = location.href.split("#")[0] + shareFragment(state, policies);
    /* Without a clipboard (a page without TLS, a browser's refusal) the link is shown to be copied by hand. */
    const done = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    setCopied(done === true ? "" : link);
  };
  return (
    <>
      <h1>{firm?.name ?? words.resultTitle}</h1>
      <p class="lead">
        {words.estimate} {words.dates(result.as_of, today())}
      </p>
      {firm === null && moved.length > 0 && <p class="summary" role="alert">{words.sharedOther(moved.join(language === "zh" ? "、" : ", "))}</p>}
      {unread.length > 0 && (
        <section class="summary">
          <h2>{words.unread}</h2>
          <ul>{unread.map((fact) => <li key={fact.id}><button type="button" class="link" onClick={() => go({ name: "questions" }, { ...state, asked: [...state.asked, [fact.id]] })}>{says(fact.label, language)}</button></li>)}</ul>
        </section>
      )}
      {result.warnings.length > 0 && (
        <section class="summary">
          <h2>{words.warnings}</h2>
          <ul>{result.warnings.map((warning, at) => <li key={at}>{says(warning, language)}</li>)}</ul>
        </section>
      )}
      {result.places.map((place) => <Place key={place.adcode} place={place} />)}
      <section class="screen">
        <h2>{words.nextSteps}</h2>
        <p class="buttons">
          {firm === null && (result.questions?.length ?? 0) > 0 && <button type="button" onClick={() => go({ name: "questions" }, { ...state, asked: [], answers: asksAgain })}>{words.toQuestions}</button>}
          {firm === null && (
            <>
              <button type="button" class="secondary" onClick={() => go({ name: "check" })}>{words.toCheck}</button>
              <button type="button" class="secondary" onClick={() => go({ name: "compare" })}>{words.compareTitle}</button>
              <button type="button" class="secondary" onClick={() => go({ name: "whatif" })}>{words.whatIfTitle}</button>
            </>
          )}
          <button type="button" class="secondary" onClick={() => print()}>{words.print}</button>
          <button type="button" class="secondary" onClick={async () => save("huisuan.json", new Blob([(await loaded.engine.assessBytes(applicant, firm?.options)) as Uint8Array<ArrayBuffer>], { type: "application/json" }))}>{words.saveJson}</button>
          <button type="button" class="secondary" onClick={excel}>{words.excel}</button>
          {firm === null && <button type="button" class="secondary" onClick={share}>{words.share}</button>}
        </p>
        <p role="status">{copied === "" && words.shared}</p>
        {copied !== null && copied !== "" && (
          <div class="field">
            <label for="link">{words.shareByHand}</label>
            <input id="link" readOnly value={copied} onFocus={(event) => event.currentTarget.select()} />
          </div>
        )}
        <details>
          <summary>{words.command}</summary>
          <pre tabIndex={0}><code>{`cat > firm.json <<'END'\n${applicant}\nEND\nhuisuan assess firm.json${flags} --format json`}</code></pre>
        </details>
      </section>
      <section>
        <h2>{words.assumptions}</h2>
        <ul>{result.assumptions.map((text, at) => <li key={at}>{says(text, language)}</li>)}</ul>
      </section>
    </>
  );
}
