/* Which files, where, as of when: everything before the batch begins. */
import { useEffect, useRef, useState } from "preact/hooks";

import { usePage } from "../context";
import { isRefusal } from "../engine";
import { group } from "../figures";
import { plain } from "../money";
import { save } from "../parts/save";
import { says } from "../words";
import { type Desk, ENCODINGS, begin, envelopeOf } from "./desk";
import type { Held } from "./page";
import { faultOf, listsOf, takeFiles, template } from "./tables";
import { DESK_WORDS, whyOf } from "./words";

function Templates() {
  const { language, loaded } = usePage();
  const words = DESK_WORDS[language];
  const give = (list: Parameters<typeof template>[1]) => save(`${list?.id ?? "firms"}.csv`, new Blob([template(loaded.dictionary, list, language)], { type: "text/csv" }));
  return (
    <details>
      <summary>{words.template}</summary>
      <p class="templates">
        <button type="button" class="link" onClick={() => give(null)}>{words.templateFirms}</button>
        {listsOf(loaded.dictionary).map((list) => <button key={list.id} type="button" class="link" onClick={() => give(list)}>{words.listTable(says(list.label, language))}</button>)}
      </p>
    </details>
  );
}

function Files({ desk, change }: Held) {
  const { language, loaded, state, set } = usePage();
  const words = DESK_WORDS[language];
  const take = async (files: FileList | null | undefined) => {
    const taken = await takeFiles([...(files ?? [])], desk.tables, loaded.dictionary);
    change({ ...taken, batch: null });
    if (taken.tables.length > 0) set({ ...state, page: { name: "desk", files: true } });
  };
  return (
    <>
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files);
        }}
      >
        <p>{words.drop}</p>
        <p><strong>{words.private}</strong></p>
        <label for="tables">{words.choose}</label>
        <input
          id="tables"
          type="file"
          accept=".csv,.txt,text/csv"
          multiple
          onClick={({ currentTarget }) => (currentTarget.value = "")} /* the same file may be chosen again once it is mended */
          onChange={({ currentTarget }) => void take(currentTarget.files)}
        />
        <div role="status">
          {desk.refused.length > 0 && (
            <>
              <strong>{words.refusedFile}</strong>
              <ul>{desk.refused.map(({ name, why }) => <li key={name}>{name} {words.refusals[why]}</li>)}</ul>
            </>
          )}
        </div>
        <Templates />
      </div>
      {desk.tables.length > 0 && (
        <fieldset class="field">
          <legend>{words.chosen}</legend>
          <ul class="regions">
            {desk.tables.map(({ name, bytes, list }, at) => (
              <li key={name}>
                <label for={`table-${at}`}>{words.role(name, plain(Math.ceil(bytes.length / 1000)))}</label>
                <span class="figures">
                  <select id={`table-${at}`} value={list} onChange={({ currentTarget: { value } }) => change({ tables: desk.tables.map((table) => (table.name === name ? { ...table, list: value } : table)) })}>
                    <option value="">{words.firmsTable}</option>
                    {listsOf(loaded.dictionary).map((fact) => <option key={fact.id} value={fact.id}>{words.listTable(says(fact.label, language))}</option>)}
                  </select>
                  <button type="button" class="link" aria-label={words.remove(name)} onClick={() => change({ tables: desk.tables.filter((table) => table.name !== name) })}>{words.removeShort}</button>
                </span>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  );
}

/** The envelope's field; what is typed is echoed as it is read. */
export function Envelope({ desk, change }: Held) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language], read = envelopeOf(desk);
  const fault = read !== undefined && "fault" in read ? common.faults[read.fault] : null;
  return (
    <div class={fault === null ? "field" : "field wrong"}>
      <label for="envelope">{words.envelope}</label>
      <p class="hint" id="envelope-hint">{words.envelopeHint}</p>
      {fault !== null && <p class="fault" id="envelope-fault">{fault}</p>}
      <span class="figures">
        <span class="figure">
          <input id="envelope" inputMode="decimal" autocomplete="off" spellcheck={false} translate={false} value={desk.envelope} aria-describedby="envelope-hint envelope-read" aria-invalid={fault !== null} onInput={({ currentTarget: { value } }) => change({ envelope: value })} />
        </span>
        <span class="unit">{common.yuan}</span>
      </span>
      <span class="echo" id="envelope-read" aria-live="polite">{read !== undefined && "digits" in read && common.read(`${group(read.digits)} ${common.yuan}`)}</span>
    </div>
  );
}

/** Why the batch before could not be done, with the file that it stands in. */
function Failure({ desk, error }: { desk: Desk; error: unknown }) {
  const { language } = usePage();
  const words = DESK_WORDS[language];
  if (!isRefusal(error)) return <p>{String(error)}</p>;
  const { path, line } = error;
  const list = path?.split(".")[0] ?? "";
  const file = desk.tables.find((table) => table.list === list) ?? desk.tables.find((table) => table.list === "");
  return (
    <p>
      {line !== null && file !== undefined && `${words.inFile(file.name)} · ${words.line(line)} · `}
      {whyOf(error.toJSON(), language)}
    </p>
  );
}

export function Choose({ desk, change }: Held) {
  const { words: common, language, loaded, places, state } = usePage();
  const words = DESK_WORDS[language];
  const [asked, setAsked] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const failed = desk.batch?.progress === "failed" && desk.batch.loaded === loaded ? desk.batch.error : null;
  const envelope = envelopeOf(desk);
  const found = faultOf(desk.tables, loaded.dictionary, language) ?? (envelope !== undefined && "fault" in envelope ? words.faults.envelope + common.faults[envelope.fault] : null);
  const fault = asked ? found : null; /* said when it stands in the way, and gone once it is mended */
  useEffect(() => {
    if (fault !== null || failed !== null) summary.current?.focus();
  }, [asked, failed]);
  const run = () => {
    setAsked(found !== null);
    if (found !== null) return summary.current?.focus();
    begin(desk, loaded);
    change({});
  };
  const toggle = (adcode: string) => change({ places: desk.places.includes(adcode) ? desk.places.filter((other) => other !== adcode) : [...desk.places, adcode] });
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {state.page.name === "desk" && state.page.files === true && desk.tables.length === 0 && desk.refused.length === 0 && <p class="summary" role="status">{words.again}</p>}
      {desk.batch !== null && desk.batch.loaded !== loaded && <p class="summary" role="status">{words.changed}</p>}
      {(fault !== null || failed !== null) && (
        <section class="summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>{fault !== null ? common.summaryTitle : words.failed}</h2>
          {fault !== null ? <p>{fault}</p> : <><Failure desk={desk} error={failed} /><p>{words.failedHint}</p></>}
        </section>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Files desk={desk} change={change} />
        <fieldset class="field">
          <legend>{words.where}</legend>
          <p class="hint">{words.whereHint}</p>
          {places.map(({ adcode, name }) => (
            <span class="choice" key={adcode}>
              <input id={`desk-${adcode}`} type="checkbox" checked={desk.places.includes(adcode)} onChange={() => toggle(adcode)} />
              <label for={`desk-${adcode}`}>{says(name, language)}</label>
            </span>
          ))}
        </fieldset>
        <div class="field">
          <label for="desk-as-of">{common.asOf}</label>
          <p class="hint" id="desk-as-of-hint">{words.asOfHint}</p>
          <input id="desk-as-of" type="date" aria-describedby="desk-as-of-hint" min="2000-01-01" max="2100-12-31" value={desk.asOf} onInput={({ currentTarget: { value } }) => change({ asOf: value })} />
        </div>
        <Envelope desk={desk} change={change} />
        <details>
          <summary>{words.more}</summary>
          <div class="field">
            <label for="encoding">{words.encoding}</label>
            <select id="encoding" value={desk.encoding} onChange={({ currentTarget: { value } }) => change({ encoding: value as Desk["encoding"] })}>
              {ENCODINGS.map((encoding) => <option key={encoding} value={encoding}>{words.encodings[encoding]}</option>)}
            </select>
          </div>
        </details>
        <p class="buttons"><button type="submit">{words.run}</button></p>
      </form>
    </>
  );
}
