import * as Comlink from "comlink";
import { readChart } from "#charts/readChart.ts";
import type { Charts } from "#core/chart/ChartReading.ts";

/** The chart engine in a thread of its own, for as long as a chart is on screen. */
const charts: Charts = { read: async (question) => readChart(question) };

Comlink.expose(charts);
