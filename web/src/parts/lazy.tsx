/* The charts, fetched as soon as the engine is ready and not before: the first page needs none. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

type Charts = typeof import("./charts");

let charts: Promise<Charts> | undefined;
export const fetchCharts = () => (charts ??= import("./charts"));

function later<Props extends object>(pick: (charts: Charts) => FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => {
    const [Part, setPart] = useState<FunctionComponent<Props> | null>(null);
    useEffect(() => void fetchCharts().then((loaded) => setPart(() => pick(loaded))), []);
    return Part === null ? null : <Part {...props} />;
  };
}

export const MeasureBars = later((loaded) => loaded.MeasureBars);
export const IntervalBars = later((loaded) => loaded.IntervalBars);
export const YearColumns = later((loaded) => loaded.YearColumns);
export const StepCurve = later((loaded) => loaded.StepCurve);
