import { wrap } from "comlink";
import type { Charts, StartCharts } from "#core/chart/ChartReading.ts";
import { scriptAddress } from "./trustedTypes.ts";
import address from "./workers/charts.worker.ts?worker&url";

/** Starts a worker that reads series; it holds numbers and dates only, and ends with the chart. */
export const startCharts: StartCharts = (failed) => {
  const worker = new Worker(scriptAddress(address), { type: "module", name: "charts" });
  worker.addEventListener("error", failed);
  const charts: Charts = wrap<Charts>(worker);
  return { charts, stop: () => worker.terminate() };
};
