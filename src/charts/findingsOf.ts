import type { ChartReading, Finding } from "#core/chart/ChartReading.ts";
import type { RunChart } from "./runChart.ts";
import type { Flagged } from "./signalsOf.ts";
import { toldSignals } from "./toldSignals.ts";

/** At most so many signals are told each in a sentence; those before them in one together. */
const mostTold = 4;

/** Every flagged point is in one of these: the latest signals, and what was before them together. */
function signalFindings(flagged: Flagged): readonly Finding[] {
  const latestFirst = toldSignals(flagged).toReversed();
  const before = latestFirst.slice(mostTold);
  const [last, first] = [before[0], before.at(-1)];
  const told: readonly Finding[] = latestFirst.slice(0, mostTold);
  if (last === undefined || first === undefined) return told;
  const count = before.reduce((sum, signal) => sum + signal.count, 0);
  return [...told, { type: "earlier", from: first.from, to: last.to, count }];
}

/** What a chart shows, the latest first; where nothing is unusual, that. `run` is the latest stretch of a run chart. */
export function findingsOf(
  drawn: Flagged & Pick<ChartReading, "assurance">,
  run: RunChart | null,
): readonly Finding[] {
  const { kind, points, stretches, assurance } = drawn;
  if (points.length === 0) return [{ type: "no-points" }];
  if (points.length === 1) return [{ type: "one-point" }];
  const first = points[0]?.value;
  const isFlat = points.every((point) => point.value === first);
  const signals = signalFindings(drawn);
  const anhoej = run?.anhoej ?? null;
  const runs: Finding[] = [];
  if (anhoej !== null && anhoej.longestRun > anhoej.longestRunLimit) {
    runs.push({ type: "long-run", longest: anhoej.longestRun, limit: anhoej.longestRunLimit });
  }
  if (anhoej !== null && anhoej.crossings < anhoej.fewestCrossings) {
    runs.push({
      type: "few-crossings",
      crossings: anhoej.crossings,
      fewest: anhoej.fewestCrossings,
    });
  }
  const unusual: readonly Finding[] = [...signals, ...runs];
  const isWithoutLimits = kind === "xmr" && stretches.at(-1)?.upper === null;
  const main: readonly Finding[] =
    unusual.length > 0 ? unusual : [{ type: isFlat || isWithoutLimits ? "flat" : "quiet" }];
  return assurance === null ? main : [...main, { type: "target", assurance }];
}
