/* The officer's page: files are chosen, assessed some at a time, and shown together and one by one. */
import { useEffect, useReducer, useRef } from "preact/hooks";

import { usePage } from "../context";
import { plain } from "../money";
import type { Batch } from "./batch";
import { Choose } from "./choose";
import { type Desk, newDesk } from "./desk";
import { Outcome } from "./outcome";
import { DESK_WORDS } from "./words";

export { FirmPage } from "./firm";

/** What is held, and how to hold something else. */
export interface Held {
  desk: Desk;
  change(changed: Partial<Desk>): void;
}

function Running({ batch }: { batch: Batch }) {
  const { language } = usePage();
  const words = DESK_WORDS[language], { percent, firms, refused, read, size } = batch;
  const left = read === 0 ? null : Math.round((firms.length + refused.length) * (size / read - 1));
  return (
    <>
      <h1 tabIndex={-1}>{words.running}</h1>
      <p class="lead">{words.private}</p>
      <progress class="progress" aria-label={words.running} max={100} value={percent} />
      <p data-testid="progress">
        {words.percent(percent)} · {words.assessed(plain(firms.length))} · {words.refusedCount(plain(refused.length))}
        {left !== null && ` · ${words.remaining(plain(left))}`}
      </p>
      <p class="hidden" role="status">{words.percent(percent - (percent % 20))}</p>
      <p class="buttons"><button type="button" class="secondary" onClick={() => batch.stop()}>{words.cancel}</button></p>
    </>
  );
}

export function DeskPage() {
  const { loaded, desk: kept } = usePage();
  const desk = (kept.current ??= newDesk());
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const whole = useRef<HTMLDivElement>(null);
  const { batch } = desk;
  /* With another region the figures would be others. */
  const valid = batch !== null && batch.loaded === loaded && batch.progress !== "failed" ? batch : null;
  const shown = valid?.progress ?? "choosing", before = useRef(shown);
  useEffect(() => batch?.watch(() => refresh(0)), [batch]);
  /* What had the focus is gone with what was shown. */
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    scrollTo(0, 0);
    const find = (selector: string) => whole.current?.querySelector<HTMLElement>(selector);
    (find(".summary[tabindex]") ?? find("h1"))?.focus({ preventScroll: true });
  }, [shown]);
  const held: Held = {
    desk,
    change: (changed) => {
      Object.assign(desk, changed);
      refresh(0);
    },
  };
  return <div ref={whole}>{valid === null ? <Choose {...held} /> : valid.progress === "running" ? <Running batch={valid} /> : <Outcome {...held} batch={valid} />}</div>;
}
