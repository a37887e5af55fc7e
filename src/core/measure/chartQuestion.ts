import type { ChartQuestion } from "#core/chart/ChartQuestion.ts";
import type { Measure, Measuring } from "./Measuring.ts";

/** What is to be charted of one measure of a proposal, in date order; points of a day keep the order they were put in. */
export function chartQuestion(measuring: Measuring, measure: Measure): ChartQuestion {
  return {
    kind: measure.chart,
    better: measure.better,
    target: measure.target,
    fixFirst: measure.fixFirst,
    screening: measure.screening,
    points: measuring.points
      .filter((point) => point.measure === measure.id)
      .map(({ on, value }) => ({ on, value }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    restartsOn: measuring.changes
      .filter((change) => change.restarts)
      .map((change) => change.on)
      .sort(),
  };
}
