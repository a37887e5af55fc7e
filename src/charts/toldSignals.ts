import type { ChartPoint, ChartStretch } from "#core/chart/ChartReading.ts";
import { type Flagged, type Signal, signalsOf } from "./signalsOf.ts";

/** Of what a point may be on one side of the line, the first names it best: a shift holds points near the limits, and those hold some outside. */
const sideCauses = ["shift", "two-in-three", "outside"] as const;

/** On which side of its stretch's line a point lies: -1, 0 or 1. */
const sideOf = ({ value, stretch }: ChartPoint, stretches: readonly ChartStretch[]): number =>
  Math.sign(value - (stretches[stretch]?.centre ?? value));

/** Whether two signals, one after the other, are one special cause in the eyes of a reader: the same side, with no more than one point of that side between. */
function isOneCause(one: Signal, next: Signal, { points, stretches }: Flagged): boolean {
  const [last, first] = [points[one.to], points[next.from]];
  if (one.cause === "trend" || next.cause === "trend" || one.high !== next.high) return false;
  if (last?.stretch !== first?.stretch || next.from - one.to > 2) return false;
  return points
    .slice(one.to + 1, next.from)
    .every((point) => sideOf(point, stretches) === (one.high ? 1 : -1));
}

/** A shift as long as it is: points of it that are flagged as part of a trend count, too. */
function wholeShift(signal: Signal, { kind, points, stretches }: Flagged): Signal {
  if (signal.cause !== "shift" || kind === "run") return signal;
  const side = signal.high ? 1 : -1;
  const stretch = points[signal.from]?.stretch;
  const belongs = (index: number) => {
    const point = points[index];
    return point !== undefined && point.stretch === stretch && sideOf(point, stretches) === side;
  };
  let { from, to } = signal;
  while (belongs(from - 1)) from -= 1;
  while (belongs(to + 1)) to += 1;
  return { ...signal, from, to, count: to - from + 1 };
}

/** Signals as they are told: those about one special cause are one. */
export function toldSignals(flagged: Flagged): readonly Signal[] {
  const told: Signal[] = [];
  for (const next of signalsOf(flagged)) {
    const one = told.at(-1);
    if (one === undefined || !isOneCause(one, next, flagged)) {
      told.push(next);
      continue;
    }
    told[told.length - 1] = {
      ...one,
      cause: sideCauses.find((cause) => cause === one.cause || cause === next.cause) ?? one.cause,
      to: next.to,
      count: one.count + next.count,
      outside: one.outside + next.outside,
      reachesLatest: next.reachesLatest,
    };
  }
  return told.map((signal) => wholeShift(signal, flagged));
}
