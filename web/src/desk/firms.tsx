/* The applicants of a batch, some at a time: ten thousand on one page would freeze it. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { usePage } from "../context";
import { interval, plain } from "../money";
import { placeName } from "../state";
import type { Batch, Firm, Standing } from "./batch";
import type { Held } from "./page";
import { DESK_WORDS } from "./words";

const AT_ONCE = 50;

/** The entries of a page and the way to the others; `page` and `turn` where somebody else remembers the page. */
export function Paged<Item>({ all, label, page: given, turn, children }: { all: Item[]; label: string; page?: number; turn?: (page: number) => void; children: (item: Item) => JSX.Element }) {
  const { language } = usePage();
  const words = DESK_WORDS[language];
  const [own, setOwn] = useState(0);
  const pages = Math.max(1, Math.ceil(all.length / AT_ONCE)), page = Math.min(given ?? own, pages - 1);
  const to = turn ?? setOwn;
  const step = (by: number, text: string): ComponentChildren => (
    <button type="button" class="link" aria-disabled={page + by < 0 || page + by >= pages} onClick={() => page + by >= 0 && page + by < pages && to(page + by)}>{text}</button>
  );
  return (
    <>
      <ul class="measures">{all.slice(page * AT_ONCE, (page + 1) * AT_ONCE).map(children)}</ul>
      {pages > 1 && (
        <nav class="pages screen" aria-label={label}>
          {step(-1, words.previous)} <span aria-live="polite">{words.page(page + 1, pages)}</span> {step(1, words.following)}
        </nav>
      )}
    </>
  );
}

export const nameOf = ({ name, id, line }: Firm, lineText: (line: number) => string) => name ?? id ?? lineText(line);

/** Leads to the result of the applicant at a line; `at` tells two such links on a page apart. */
export function FirmLink({ batch, line, at = "" }: { batch: Batch; line: number; at?: string }) {
  const { language, desk, go } = usePage();
  const words = DESK_WORDS[language];
  const number = batch.firms.findIndex((firm) => firm.line === line), firm = batch.firms[number];
  if (firm === undefined) return <span>{words.line(line)}</span>;
  return (
    <a
      id={`firm-${at}${number}`}
      href={`#firm-${number}`}
      onClick={(event) => {
        event.preventDefault();
        if (desk.current !== null) desk.current.view.visited = event.currentTarget.id;
        go({ name: "firm", number });
      }}
    >
      {nameOf(firm, words.line)}
    </a>
  );
}

function Entry({ firm, batch }: { firm: Firm; batch: Batch }) {
  const { words: common, language, places } = usePage();
  const words = DESK_WORDS[language];
  const several = firm.places.length > 1;
  return (
    <li>
      <FirmLink batch={batch} line={firm.line} />
      <span class="amount">
        {firm.places.map(({ adcode, total }) => <span key={adcode} class="line">{several && `${placeName(places, adcode, language)} `}{interval(total, common, language)}</span>)}
      </span>
      <span class="small">
        {[firm.name === null ? null : firm.id, words.line(firm.line), several ? null : placeName(places, firm.places[0]?.adcode ?? "", language), words.standings[firm.standing]].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

export function Firms({ desk, change, batch }: Held & { batch: Batch }) {
  const { words: common, language } = usePage();
  const words = DESK_WORDS[language], { view } = desk;
  const look = (changed: Partial<typeof view>) => change({ view: { ...view, page: 0, ...changed } });
  const wanted = view.search.trim().toLowerCase();
  const found = batch.firms.filter(({ name, id, standing }) => (view.standing === "" || standing === view.standing) && [name, id].some((text) => (text ?? "").toLowerCase().includes(wanted)));
  /* Who comes back from a firm's result finds the place again. */
  useEffect(() => {
    if (view.visited !== null) document.getElementById(view.visited)?.focus();
  }, []);
  return (
    <section class="firms">
      <h2 id="firms" tabIndex={-1}>{words.firms}</h2>
      <div class="finders screen">
        <div class="field">
          <label for="find">{words.search}</label>
          <input id="find" type="search" autocomplete="off" spellcheck={false} translate={false} value={view.search} onInput={({ currentTarget: { value } }) => look({ search: value })} />
        </div>
        <div class="field">
          <label for="standing">{words.filter}</label>
          <select id="standing" value={view.standing} onChange={({ currentTarget: { value } }) => look({ standing: value as Standing | "" })}>
            <option value="">{words.all}</option>
            {(["eligible", "undetermined", "ineligible"] as const).map((standing) => <option key={standing} value={standing}>{words.standings[standing]}</option>)}
          </select>
        </div>
      </div>
      <p role="status" data-testid="found">{found.length === 0 ? words.nothing : words.found(plain(found.length))}</p>
      <p class="hint">{common.total}</p>
      <Paged all={found} label={words.firms} page={view.page} turn={(page) => look({ page })}>{(firm) => <Entry key={firm.line} firm={firm} batch={batch} />}</Paged>
    </section>
  );
}
