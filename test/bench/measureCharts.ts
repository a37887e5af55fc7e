import { readChart } from "#charts/readChart.ts";
import { type Day, dayAt } from "#core/measure/Day.ts";
import { chartSheet } from "#notebook/chart/chartSheet.ts";
import { chartSvg } from "#notebook/chart/chartSvg.ts";
import { drawChart } from "#notebook/chart/drawChart.ts";
import { drawnWords } from "#notebook/chart/drawnWords.ts";
import type { BenchRow } from "./benchTable.ts";

/** Points of the series measured. */
export const chartSizes = [1_000, 100_000];

/** Statistics may cost so many plain passes over the values, the drawing so many. */
const budgets = { statistics: 500, drawing: 300 };

const today = "2026-01-01" as Day;

/** The quickest of several rounds, in milliseconds: what the work itself takes, whatever else the machine does. */
function timed(rounds: number, work: () => unknown): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - from);
  }
  return quickest;
}

/** What no chart can do without: the sum of the values and of their moving ranges, read once. */
function plainPass(values: Float64Array): number {
  let [sum, ranges] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value;
    if (index > 0) ranges += Math.abs(value - (values[index - 1] ?? 0));
  }
  return sum + ranges;
}

/** One size: milliseconds of a plain pass, of the statistics, of the drawing and of the whole file. */
function measure(size: number) {
  const values = Float64Array.from(
    { length: size },
    (_, index) => 150 + 30 * Math.sin(index * 12.9898) + (index > size / 2 ? -12 : 0),
  );
  const question = {
    kind: "xmr",
    better: "decrease",
    target: 120,
    fixFirst: null,
    screening: true,
    points: Array.from(values, (value, index) => ({
      on: dayAt(index % 20_000) ?? today,
      value,
    })).sort((a, b) => (a.on < b.on ? -1 : 1)),
    restartsOn: [],
  } as const;
  const read = readChart(question);
  if (!read.ok) throw new Error(read.error.why);
  const reading = read.value;
  const order = {
    width: 640,
    em: 16,
    changes: [],
    showNear: true,
    words: drawnWords(reading),
  };
  const rounds = size > 10_000 ? 15 : 100;
  // A thousand additions are quicker than the clock can tell: many passes are timed together.
  const passes = Math.ceil(2_000_000 / size);
  let kept = 0;
  const pass =
    timed(rounds, () => {
      for (let index = 0; index < passes; index += 1) kept += plainPass(values);
    }) / passes;
  if (!Number.isFinite(kept)) throw new Error("a plain pass went wrong");
  return {
    pass,
    statistics: timed(rounds, () => readChart(question)),
    drawing: timed(rounds, () => drawChart(reading, order)),
    file: timed(rounds, () =>
      chartSvg(chartSheet({ name: "Minutes", unit: "", reading, changes: [] }, true)),
    ),
  };
}

/** Statistics and drawing of charts beside a plain pass over their values, in this process. */
export function chartRows(): readonly BenchRow[] {
  const measured = chartSizes.map(measure);
  const column = (of: "pass" | "statistics" | "drawing" | "file") =>
    measured.map((each) => each[of]);
  const last = measured.at(-1);
  const ratio = (of: "statistics" | "drawing" | "file") => ({
    of: "of a plain pass",
    value: last ? last[of] / last.pass : Number.NaN,
  });
  return [
    {
      measure: "chart: limits, signals, sentences",
      unit: "ms",
      values: column("statistics"),
      ratio: ratio("statistics"),
      budget: budgets.statistics,
    },
    {
      measure: "chart: drawing",
      unit: "ms",
      values: column("drawing"),
      ratio: ratio("drawing"),
      budget: budgets.drawing,
    },
    { measure: "chart: SVG file", unit: "ms", values: column("file"), ratio: ratio("file") },
    { measure: "– a plain pass over the values", unit: "ms", values: column("pass") },
  ];
}
