/* Charts in SVG, each with a title, a description and its data in a table. The two kinds of interval never look alike: what the user can
   narrow is hatched, what the authority decides is dotted. */
import type { Curve, Interval, MeasureResult } from "huisuan";
import { scaleLinear } from "d3-scale";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { usePage } from "../context";
import { interval, isYours, plain } from "../money";
import { says } from "../words";

/** The width there is, so that text keeps its size. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.max(260, Math.floor(entry.contentRect.width))));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  const { words } = usePage();
  return (
    <details class="data">
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>{head.map((cell) => <th key={cell} scope="col">{cell}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>{row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-yours`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="paper" width="8" height="8" />
        <line class="hatch" x1="0" y1="0" x2="0" y2="8" />
      </pattern>
      <pattern id={`${id}-theirs`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="paper" width="8" height="8" />
        <circle class="dot" cx="4" cy="4" r="2" />
      </pattern>
    </defs>
  );
}

function Chart({ id, title, description, width, height, children }: { id: string; title: string; description: string; width: number; height: number; children: ComponentChildren }) {
  return (
    <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Patterns id={id} />
      {children}
    </svg>
  );
}

/** What a bar is of, cut with an ellipsis where the chart ends; the table below has it whole. */
function Label({ width, children }: { width: number; children: string }) {
  return (
    <foreignObject width={width} height="22">
      <div class="label">{children}</div>
    </foreignObject>
  );
}

/** One bar for each measure; on paper the list below says the same and breaks between pages. */
export function MeasureBars({ id, measures }: { id: string; measures: MeasureResult[] }) {
  const { words, language } = usePage();
  const { ref, width } = useWidth();
  const shown = measures.filter((measure) => measure.amount !== null && (measure.amount.high ?? 1) > 0);
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ amount }) => amount?.high ?? (amount?.low ?? 0) * 1.25), 1);
  const x = scaleLinear([0, most], [0, width - 8]);
  const row = 58;
  return (
    <figure ref={ref} class="chart screen">
      <Chart id={id} title={words.resultTitle} description={shown.map((m) => `${says(m.title, language)} ${interval(m.amount as Interval, words, language)}`).join("; ")} width={width} height={shown.length * row}>
        {shown.map((measure, at) => {
          const { low, high } = measure.amount as Interval;
          const end = high ?? most;
          return (
            <g key={measure.id} transform={`translate(0 ${at * row})`}>
              <Label width={width}>{says(measure.title, language)}</Label>
              <rect class="certain" x="0" y="24" width={x(low)} height="12" />
              {end > low && <rect class={high === null ? "possible endless" : "possible"} fill={`url(#${id}-${isYours(measure) ? "yours" : "theirs"})`} x={x(low)} y="24" width={Math.max(2, x(end) - x(low))} height="12" />}
              <text class="small" x="0" y="51">{interval(measure.amount as Interval, words, language)}</text>
            </g>
          );
        })}
      </Chart>
      <figcaption class="legend">
        <span class="key certain" /> {words.surely} <span class="key yours" /> {words.yours} <span class="key theirs" /> {words.theirs}
      </figcaption>
      <IntervalTable rows={shown.map((m) => ({ label: says(m.title, language), value: m.amount as Interval }))} />
    </figure>
  );
}

interface Row {
  label: string;
  value: Interval;
}

function IntervalTable({ rows }: { rows: Row[] }) {
  const { words } = usePage();
  return <Table head={["", words.lowEnd, words.highEnd]} rows={rows.map(({ label, value }) => [label, plain(value.low), value.high === null ? "∞" : plain(value.high)])} />;
}

/** Intervals in a row: years, or places. A total may hold both kinds of interval: what is open in it is an outline. */
export function IntervalBars({ id, title, rows, screen = false }: { id: string; title: string; rows: Row[]; /** Left out on paper, where a list says the same. */ screen?: boolean }) {
  const { words, language } = usePage();
  const { ref, width } = useWidth();
  const most = Math.max(...rows.map(({ value }) => value.high ?? value.low * 1.25), 1);
  const x = scaleLinear([0, most], [0, width - 8]);
  const row = 58;
  return (
    <figure ref={ref} class={screen ? "chart screen" : "chart"}>
      <Chart id={id} title={title} description={rows.map(({ label, value }) => `${label} ${interval(value, words, language)}`).join("; ")} width={width} height={rows.length * row}>
        {rows.map(({ label, value }, at) => (
          <g key={at} transform={`translate(0 ${at * row})`}>
            <Label width={width}>{label}</Label>
            <rect class="certain" x="0" y="24" width={x(value.low)} height="12" />
            {(value.high ?? most) > value.low && <rect class={value.high === null ? "possible endless" : "possible"} fill="none" x={x(value.low)} y="24" width={Math.max(2, x(value.high ?? most) - x(value.low))} height="12" />}
            <text class="small" x="0" y="51">{interval(value, words, language)}</text>
          </g>
        ))}
      </Chart>
      <figcaption class="legend">
        <span class="key certain" /> {words.surely} <span class="key open" /> {words.open}
      </figcaption>
      <IntervalTable rows={rows} />
    </figure>
  );
}

/** A column for each year: what is sure, and on it what is open. Where columns would be too narrow for their figures, the years are rows. */
export function YearColumns({ id, schedule }: { id: string; schedule: Interval[] }) {
  const { words, language } = usePage();
  const { ref, width } = useWidth();
  const rows = schedule.map((value, at) => ({ label: words.year(at + 1), value }));
  const most = Math.max(...schedule.map(({ low, high }) => high ?? low * 1.25), 1);
  const step = Math.min(160, width / rows.length), height = 240, bottom = 28, top = 48;
  const y = scaleLinear([0, most], [height - bottom, top]);
  const end = (high: number | null) => (high === null ? "∞" : plain(high));
  return (
    <figure ref={ref} class="chart">
      {step < 88 ? (
        <IntervalBars id={id} title={words.byYear} rows={rows} />
      ) : (
        <>
          <Chart id={id} title={words.byYear} description={rows.map(({ label, value }) => `${label} ${interval(value, words, language)}`).join("; ")} width={width} height={height}>
            <line class="grid" x1="0" x2={step * rows.length} y1={y(0)} y2={y(0)} />
            {rows.map(({ label, value: { low, high } }, at) => {
              const to = y(high ?? most);
              return (
                <g key={label} transform={`translate(${at * step} 0)`}>
                  <rect class="certain" x="8" y={y(low)} width={step - 24} height={y(0) - y(low)} />
                  {high !== low && <rect class={high === null ? "possible endless" : "possible"} fill="none" x="8" y={to} width={step - 24} height={Math.max(2, y(low) - to)} />}
                  {high !== low && <text class="small" x="8" y={to - 22}>{words.highEnd} {end(high)}</text>}
                  <text class="small" x="8" y={to - 6}>{high === low ? plain(low) : `${words.lowEnd} ${plain(low)}`}</text>
                  <text x="8" y={height - 8}>{label}</text>
                </g>
              );
            })}
          </Chart>
          <figcaption class="legend">
            {words.byYear} <span class="key certain" /> {words.surely} <span class="key open" /> {words.open}
          </figcaption>
          <IntervalTable rows={rows} />
        </>
      )}
    </figure>
  );
}

/** The total against one figure, drawn from the engine's pieces: nothing is sampled. */
export function StepCurve({ id, title, curve, have, to }: { id: string; title: string; curve: Curve; have: number | null; to: number }) {
  const { words, language } = usePage();
  const { ref, width } = useWidth();
  const height = 280, left = 12, bottom = 34;
  const pieces = curve.pieces.filter((piece) => piece.at_from !== null && piece.at_to !== null);
  const heights = pieces.flatMap((piece) => [piece.at_from, piece.at_to]).flatMap((value) => (value === null ? [] : [value.low, value.high ?? value.low]));
  const x = scaleLinear([0, to], [left, width - 12]), y = scaleLinear([0, Math.max(...heights, 1)], [height - bottom, 24]);
  const path = (end: "low" | "high") =>
    pieces
      .flatMap((piece) => [[piece.from, piece.at_from] as const, [piece.to, piece.at_to] as const])
      .map(([at, value], index) => `${index === 0 ? "M" : "L"}${x(at)},${y(value?.[end] ?? value?.low ?? 0)}`)
      .join("");
  const bounded = pieces.every((piece) => piece.at_from?.high !== null && piece.at_to?.high !== null);
  const ends = (piece: Curve["pieces"][number]) => [piece.at_from, piece.at_to].map((value) => interval(value as Interval, words, language)).filter((text, at, all) => all.indexOf(text) === at);
  const said = pieces.map((piece) => `${plain(piece.from)}–${plain(piece.to)}: ${ends(piece).join(" → ")}`);
  const end = (value: number | null | undefined) => (value === null || value === undefined ? "∞" : plain(value));
  return (
    <figure ref={ref} class="chart">
      <Chart id={id} title={title} description={said.join("; ")} width={width} height={height}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={left} x2={width - 12} y1={y(tick)} y2={y(tick)} />
            <text class="small" x={left} y={y(tick) - 4}>{plain(tick)}</text>
          </g>
        ))}
        {x.ticks(width > 500 ? 5 : 3).map((tick) => (
          <text key={tick} class="small" x={x(tick)} y={height - 10} text-anchor={tick === 0 ? "start" : "middle"}>{plain(tick)}</text>
        ))}
        {bounded && <path class="line high" d={path("high")} />}
        <path class="line low" d={path("low")} />
        {have !== null && have <= to && <line class="here" x1={x(have)} x2={x(have)} y1={24} y2={height - bottom} />}
      </Chart>
      <Table
        head={[words.from, words.to, words.lowEnd, words.highEnd]}
        rows={curve.pieces.map((piece) => [plain(piece.from), plain(piece.to), `${plain(piece.at_from?.low ?? 0)} – ${plain(piece.at_to?.low ?? 0)}`, `${end(piece.at_from?.high)} – ${end(piece.at_to?.high)}`])}
      />
    </figure>
  );
}
