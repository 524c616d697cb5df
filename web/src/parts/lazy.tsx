/* The charts and the officer's page, fetched as soon as the engine is ready and not before: the first page needs neither. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

type Charts = typeof import("./charts");
type Officers = typeof import("../desk/page");

let charts: Promise<Charts> | undefined, officers: Promise<Officers> | undefined;
const fetchCharts = () => (charts ??= import("./charts"));
const fetchOfficers = () => (officers ??= import("../desk/page"));
export const fetchLater = () => void Promise.all([fetchCharts(), fetchOfficers()]);

function later<Module, Props extends object>(fetch: () => Promise<Module>, pick: (module: Module) => FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => {
    const [Part, setPart] = useState<FunctionComponent<Props> | null>(null);
    useEffect(() => void fetch().then((loaded) => setPart(() => pick(loaded))), []);
    return Part === null ? null : <Part {...props} />;
  };
}

export const MeasureBars = later(fetchCharts, (loaded) => loaded.MeasureBars);
export const IntervalBars = later(fetchCharts, (loaded) => loaded.IntervalBars);
export const YearColumns = later(fetchCharts, (loaded) => loaded.YearColumns);
export const StepCurve = later(fetchCharts, (loaded) => loaded.StepCurve);
export const DeskPage = later(fetchOfficers, (loaded) => loaded.DeskPage);
export const FirmPage = later(fetchOfficers, (loaded) => loaded.FirmPage);
