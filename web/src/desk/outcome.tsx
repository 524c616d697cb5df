/* What a batch comes to: each place's totals and budget, who opens them, what was refused, and each applicant. */
import type { Budget } from "huisuan";
import { useState } from "preact/hooks";

import { factAt } from "../answers";
import { usePage } from "../context";
import { interval, isNothing, money, plain } from "../money";
import { IntervalBars } from "../parts/lazy";
import { save } from "../parts/save";
import { says } from "../words";
import type { Batch, Refused } from "./batch";
import { Envelope } from "./choose";
import { commandOf, envelopeOf } from "./desk";
import { FirmLink, Firms, Paged } from "./firms";
import type { Held } from "./page";
import { DESK_WORDS, whyOf } from "./words";

type Place = Budget["places"][number];

function Verdict({ place, envelope }: { place: Place; envelope: number | undefined }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language];
  if (place.fits === undefined || envelope === undefined) return null;
  const said = place.fits.high ? words.fitsHigh : place.fits.low ? words.fitsLow : words.fitsNot;
  return <p class={place.fits.high ? "note" : "fault"} data-testid={`fits-${place.adcode}`}>{said(money(envelope, common))}</p>;
}

function Measures({ place }: { place: Place }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language];
  const met = place.measures.filter(({ eligible, undetermined }) => eligible + undetermined > 0);
  const paid = met.flatMap(({ title, year, whole }) => (year === null || whole === null || isNothing(whole) ? [] : [{ label: says(title, language), value: year }]));
  const beyond = new Map(place.fits?.exceeding.map(({ measure, low }) => [measure, low ? words.exceedingLow : words.exceedingHigh]));
  const title = `${words.budgetChart}${common.colon}${says(place.name, language) || place.adcode}`;
  return (
    <>
      <h3>{words.budget}</h3>
      <p class="hint">{words.budgetHint}</p>
      {paid.length > 0 && <IntervalBars id={`budget-${place.adcode}`} title={title} rows={paid} screen />}
      {met.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={title}>
          <table class="budget" data-testid={`budget-${place.adcode}`}>
            <thead>
              <tr>{[words.measure, words.eligible, words.undetermined, words.ineligible, words.year, words.whole].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
            </thead>
            <tbody>
              {met.map((measure) => (
                <tr key={measure.id}>
                  <th scope="row">
                    {says(measure.title, language)} <span class="small">{measure.clause}</span>
                    {beyond.has(measure.id) && <span class="fault"> {beyond.get(measure.id)}</span>}
                  </th>
                  <td>{plain(measure.eligible)}</td>
                  <td>{plain(measure.undetermined)}</td>
                  <td>{plain(measure.ineligible)}</td>
                  <td>{measure.year !== null ? interval(measure.year, common, language) : measure.unstated ? words.sheet.noFigure : common.notMoney}</td>
                  <td>{measure.whole !== null && interval(measure.whole, common, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {met.length < place.measures.length && <p class="small">{words.unmet(place.measures.length - met.length)}</p>}
    </>
  );
}

function PlaceBudget({ place, envelope, batch }: { place: Place; envelope: number | undefined; batch: Batch }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language];
  return (
    <section class="place">
      <h2 id={`place-${place.adcode}`} tabIndex={-1}>{words.firmsOf(says(place.name, language) || place.adcode, plain(place.applicants))}</h2>
      <p class="total" data-testid={`total-${place.adcode}`}>{words.totalYear(interval(place.total, common, language))}</p>
      <Verdict place={place} envelope={envelope} />
      <ul class="beside">
        <li data-testid={`certain-${place.adcode}`}>{common.certain(money(place.certain, common))}</li>
        <li data-testid={`all-${place.adcode}`}>{common.totalAll(interval(place.total_all_years, common, language))}</li>
        {!isNothing(place.people) && <li>{common.people(interval(place.people, common, language))}</li>}
        {!isNothing(place.loans) && <li>{common.loans(interval(place.loans, common, language))}</li>}
        {place.open > 0 && <li>{words.openTotals(plain(place.open))}</li>}
      </ul>
      <Measures place={place} />
      {place.drivers.length > 0 && (
        <>
          <h3>{words.drivers}</h3>
          <p class="hint">{words.driversHint}</p>
          <ul class="measures">
            {place.drivers.map(({ line, low, high }) => (
              <li key={line}>
                <FirmLink batch={batch} line={line} at={`${place.adcode}-`} />
                <span class="amount">{interval({ low, high }, common, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A refused row: where it stands, whose it is, why, and what to do about it. */
function RefusedRow({ row }: { row: Refused }) {
  const { words: common, language, loaded } = usePage();
  const words = DESK_WORDS[language];
  const [, cell, why = ""] = /^(?:([A-Z]+\d+)(?:：|: ))?([^]*)$/.exec(whyOf(row.error, language)) ?? [];
  const name = row.error.path?.replace(/^facts(_at\.\d+)?\./, "") ?? "";
  const label = says(factAt(loaded.dictionary, name)?.label, language);
  const list = says(factAt(loaded.dictionary, row.list ?? "")?.label, language);
  return (
    <li>
      <strong>{[list, cell, label].filter(Boolean).join(" ")}</strong> <span class="small">{[words.line(row.line), row.id, row.name].filter(Boolean).join(" · ")}</span>
      <p>{cell === undefined && label === "" && name !== "" && `${name}${common.colon}`}{why}</p>
    </li>
  );
}

function Refusals({ batch }: { batch: Batch }) {
  const { words: common, language, loaded } = usePage();
  const words = DESK_WORDS[language], { refused, left } = batch;
  const labelOf = (fact: string) => says(factAt(loaded.dictionary, fact)?.label, language);
  return (
    <>
      {refused.length > 0 && (
        <section class="refused">
          <h2 id="refused" tabIndex={-1}>{words.refused}{common.aside(plain(refused.length))}</h2>
          <p class="hint">{words.refusedHint}</p>
          <Paged all={refused} label={words.refused}>{(row) => <RefusedRow key={`${row.list}-${row.line}`} row={row} />}</Paged>
        </section>
      )}
      {left.length > 0 && (
        <section class="left">
          <h2 id="left" tabIndex={-1}>{words.left}{common.aside(plain(left.length))}</h2>
          <p class="hint">{words.leftHint}</p>
          <Paged all={left} label={words.left}>{({ fact, line, id }) => <li key={`${fact}-${line}`}>{words.leftAt(labelOf(fact), line, id)}</li>}</Paged>
        </section>
      )}
    </>
  );
}

/** What the page has, for it may be long. */
function Contents({ batch: { budget, refused, left, firms } }: { batch: Batch }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language];
  const parts: [string, string][] = [
    ...(budget?.places ?? []).map(({ adcode, name, applicants }): [string, string] => [`place-${adcode}`, words.firmsOf(says(name, language) || adcode, plain(applicants))]),
    ...(refused.length > 0 ? [["refused", `${words.refused}${common.aside(plain(refused.length))}`] as [string, string]] : []),
    ...(left.length > 0 ? [["left", `${words.left}${common.aside(plain(left.length))}`] as [string, string]] : []),
    ...(firms.length > 0 ? [["firms", `${words.firms}${common.aside(plain(firms.length))}`] as [string, string]] : []),
  ];
  return (
    <nav class="contents screen" aria-label={words.contents}>
      <ul>
        {parts.map(([id, text]) => (
          <li key={id}><button type="button" class="link" onClick={() => document.getElementById(id)?.focus()}>{text}</button></li>
        ))}
      </ul>
    </nav>
  );
}

/** The buttons: save, print, other files. */
function Steps({ desk, change, batch, partial }: Held & { batch: Batch; partial: string | null }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language];
  const [making, setMaking] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const excel = async () => {
    if (making !== null) return;
    setMaking(0);
    setFault(null);
    try {
      const { batchBook } = await import("./book");
      save("huisuan-batch.xlsx", await batchBook(batch, language, partial, setMaking));
    } catch (error) {
      setFault(String(error));
    }
    setMaking(null);
  };
  return (
    <section class="screen">
      <p class="buttons">
        <button type="button" aria-disabled={making !== null || batch.budget === null} onClick={excel}>{common.excel}</button>
        <button type="button" class="secondary" onClick={() => print()}>{common.print}</button>
        <button type="button" class="secondary" onClick={() => (void batch.close(), change({ batch: null }))}>{words.otherFiles}</button>
      </p>
      <p role="status">{making !== null && words.making(making)}{fault !== null && `${words.excelFailed}${common.colon}${fault}`}</p>
      {partial === null && (
        <details>
          <summary>{words.command}</summary>
          <pre tabIndex={0}><code>{commandOf(desk)}</code></pre>
        </details>
      )}
    </section>
  );
}

export function Outcome({ desk, change, batch }: Held & { batch: Batch }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language], { firms, refused, budget, progress, percent } = batch;
  const rows = firms.length + refused.filter(({ list }) => list === null).length;
  const partial = progress === "stopped" ? words.partial(plain(rows), percent) : null;
  const weigh = () => {
    const envelope = envelopeOf(desk);
    if (envelope === undefined || "digits" in envelope) void batch.weigh(envelope?.digits);
  };
  return (
    <>
      <h1 tabIndex={-1}>{words.result}{partial !== null && words.partialTag}</h1>
      <p class="lead">{common.estimate}</p>
      {partial !== null && <p class="summary" role="alert">{partial}</p>}
      <p role="status" data-testid="counts">{words.counts(plain(firms.length), plain(refused.length))}</p>
      {batch.error !== null && <p class="summary" role="alert">{String(batch.error)}</p>}
      {firms.length === 0 && <p>{words.none}</p>}
      <Contents batch={batch} />
      <Steps desk={desk} change={change} batch={batch} partial={partial} />
      <form
        class="screen"
        onSubmit={(event) => {
          event.preventDefault();
          weigh();
        }}
      >
        <Envelope desk={desk} change={change} />
        <p class="buttons"><button type="submit" class="secondary">{words.weigh}</button></p>
      </form>
      {budget?.places.map((place) => <PlaceBudget key={place.adcode} place={place} envelope={budget.envelope} batch={batch} />)}
      <Refusals batch={batch} />
      {firms.length > 0 && <Firms desk={desk} change={change} batch={batch} />}
    </>
  );
}
