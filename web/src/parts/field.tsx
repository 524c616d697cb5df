/* One question: label, unit, where to find it, and 不清楚 beside every answer. */
import type { Fact } from "huisuan";

import type { Answer } from "../answers";
import { faultOf, isFigure, readOf } from "../answers";
import { usePage } from "../context";
import { group } from "../figures";
import { says } from "../words";

interface FieldProps {
  fact: Fact;
  /** Of the inputs within the page: the fact's id, or "list-0-field". */
  id: string;
  answer: Answer | undefined;
  onAnswer(answer: Answer): void;
  note?: string | undefined;
  /** The place that the answer is about, where several have one each. */
  at?: string;
}

const PRIVATE = { autocomplete: "off", spellcheck: false, translate: false } as const;

function Choice({ id, name, type, label, checked, onChange }: { id: string; name: string; type: "radio" | "checkbox"; label: string; checked: boolean; onChange(): void }) {
  return (
    <span class="choice">
      <input id={id} name={name} type={type} checked={checked} onChange={onChange} />
      <label for={id}>{label}</label>
    </span>
  );
}

function Figure({ fact, id, answer, onAnswer }: FieldProps) {
  const { words, language } = usePage();
  const range = answer?.to !== undefined;
  const unit = fact.type === "money" ? words.yuan : fact.type === "usd" ? (language === "zh" ? "美元" : "US dollars") : fact.type === "percent" ? "%" : says(fact.unit, language);
  const input = (part: "text" | "to", label: string) => (
    <span class="figure">
      {range && <label for={`${id}-${part}`}>{label}</label>}
      <input
        id={part === "text" ? id : `${id}-${part}`}
        aria-label={range ? `${says(fact.label, language)} ${label}` : undefined}
        aria-describedby={`${id}-hint ${id}-read`}
        aria-invalid={faultOf(fact, answer) !== null}
        inputMode="decimal"
        value={answer?.[part] ?? ""}
        onInput={(event) => onAnswer({ ...answer, unknown: false, [part]: event.currentTarget.value })}
        {...PRIVATE}
      />
    </span>
  );
  const echo = [answer?.text, range ? answer?.to : undefined].flatMap((text) => {
    const figure = readOf(fact, text);
    return text === undefined || text.trim() === "" || "fault" in figure ? [] : [`${group(figure.digits)} ${unit}`];
  });
  return (
    <>
      <span class="figures">
        {input("text", words.low)}
        {range && input("to", words.high)}
        <span class="unit">{unit}</span>
        <button
          type="button"
          class="link"
          onClick={() => {
            const { to, ...rest } = answer ?? {};
            onAnswer(range ? rest : { ...rest, unknown: false, to: "" });
          }}
        >
          {range ? words.exact : words.about}
        </button>
      </span>
      <span class="echo" id={`${id}-read`} aria-live="polite">
        {answer?.unknown !== true && echo.length > 0 && words.read(echo.join(" – "))}
      </span>
    </>
  );
}

function Records({ fact, id, answer, onAnswer }: FieldProps) {
  const { words, language } = usePage();
  const records = answer?.records ?? [];
  const set = (changed: Record<string, Answer>[]) => onAnswer({ unknown: false, records: changed });
  return (
    <div class="records">
      {records.map((record, number) => (
        <fieldset key={number} class="record">
          <legend>
            {says(fact.label, language)}{words.colon}{words.record(number + 1)}
          </legend>
          {(fact.fields ?? []).map((field) => (
            <Field
              key={field.id}
              fact={field}
              id={`${id}-${number}-${field.id}`}
              answer={record[field.id]}
              onAnswer={(changed) => set(records.map((other, at) => (at === number ? { ...other, [field.id]: changed } : other)))}
            />
          ))}
          <button type="button" class="link" onClick={() => set(records.filter((_, at) => at !== number))}>
            {words.recordRemove}
          </button>
        </fieldset>
      ))}
      <button type="button" class="secondary" onClick={() => set([...records, {}])}>
        {words.recordAdd}
      </button>
      <Choice
        id={`${id}-none`}
        name={id}
        type="radio"
        label={words.recordNone}
        checked={answer?.unknown !== true && answer?.records?.length === 0}
        onChange={() => set([])}
      />
    </div>
  );
}

function Control(props: FieldProps) {
  const { fact, id, answer, onAnswer } = props;
  const { words, language } = usePage();
  if (isFigure(fact)) return <Figure {...props} />;
  if (fact.type === "list") return <Records {...props} />;
  if (fact.type === "yes_no")
    return (
      <>
        {[true, false].map((yes) => (
          <Choice
            key={String(yes)}
            id={yes ? id : `${id}-no`}
            name={id}
            type="radio"
            label={yes ? words.yes : words.no}
            checked={answer?.unknown !== true && answer?.yes === yes}
            onChange={() => onAnswer({ yes })}
          />
        ))}
      </>
    );
  const several = fact.type === "choices";
  const chosen = answer?.unknown === true ? [] : (answer?.chosen ?? []);
  const toggled = (value: string) => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <>
      {(fact.values ?? []).map((value, at) => (
        <Choice
          key={value.id}
          id={at === 0 ? id : `${id}-${value.id}`}
          name={several ? `${id}-${value.id}` : id}
          type={several ? "checkbox" : "radio"}
          label={says(value.label, language)}
          checked={chosen.includes(value.id)}
          onChange={() => {
            const next = several ? toggled(value.id) : [value.id];
            onAnswer(next.length === 0 ? {} : { chosen: next });
          }}
        />
      ))}
      {several && (
        <Choice id={`${id}-none`} name={`${id}-none`} type="checkbox" label={words.recordNone} checked={answer?.unknown !== true && answer?.chosen?.length === 0} onChange={() => onAnswer(answer?.chosen?.length === 0 ? {} : { chosen: [] })} />
      )}
    </>
  );
}

export function Field(props: FieldProps) {
  const { fact, id, at, answer, onAnswer, note } = props;
  const { words, language } = usePage();
  const fault = isFigure(fact) ? faultOf(fact, answer) : null;
  const label = at === undefined ? says(fact.label, language) : `${says(fact.label, language)} · ${at}`;
  return (
    <fieldset class={fault === null ? "field" : "field wrong"} aria-describedby={fault === null ? undefined : `${id}-fault`}>
      <legend>{isFigure(fact) ? <label for={id}>{label}</label> : label}</legend>
      {fact.hint !== null && (
        <p class="hint" id={`${id}-hint`}>
          {says(fact.hint, language)}
        </p>
      )}
      {note !== undefined && <p class="note">{note}</p>}
      {fault !== null && (
        <p class="fault" id={`${id}-fault`}>
          {words.faults[fault]}
        </p>
      )}
      <div class={fact.type === "yes_no" ? "row" : undefined}>
      <Control {...props} />
      <Choice
        id={`${id}-unknown`}
        name={isFigure(fact) || fact.type === "choices" ? `${id}-unknown` : id}
        type={isFigure(fact) || fact.type === "choices" ? "checkbox" : "radio"}
        label={words.unknown}
        checked={answer?.unknown === true}
        onChange={() => onAnswer({ ...answer, unknown: answer?.unknown !== true })}
      />
      </div>
    </fieldset>
  );
}
