import type {
  Caveat,
  ChartPoint,
  ChartReading,
  ChartStretch,
  Finding,
} from "#core/chart/ChartReading.ts";
import { dayNumber } from "#core/measure/Day.ts";
import type { RunChart } from "./runChart.ts";

type Drawn = Pick<ChartReading, "kind" | "points" | "stretches" | "target" | "assurance">;
type Signal = Extract<Finding, { type: "signal" }>;

/** Fewer points than this that are not on the median cannot tell a run chart anything (Anhøj & Olesen 2014). */
const fewestForRunChart = 10;
/** At most so many signals are told each in a sentence; those before them in one together. */
const mostTold = 4;

/** Whether a point that is not itself flagged stands inside a signal: two in three skips one, a run chart steps over what it ignores. */
function stepsOver(
  point: ChartPoint,
  before: ChartPoint,
  signal: Signal,
  kind: Drawn["kind"],
  stretches: readonly ChartStretch[],
): boolean {
  if (point.cause.type !== "none") return false;
  if (signal.cause === "two-in-three") return true;
  if (kind !== "run") return false;
  return signal.cause === "shift"
    ? point.value === stretches[point.stretch]?.centre
    : point.value === before.value;
}

/** Flagged points gathered into signals: neighbours of the same cause, the same way, within one stretch. */
export function signalsOf({ kind, points, stretches }: Drawn): readonly Signal[] {
  const signals: Signal[] = [];
  let open: { signal: Signal; skipped: number } | null = null;
  points.forEach((point, index) => {
    const before = points[index - 1];
    const current = open;
    const joins =
      current !== null &&
      before !== undefined &&
      points[current.signal.to]?.stretch === point.stretch;
    if (point.cause.type === "none") {
      if (current === null) return;
      const mayStepOver =
        joins &&
        stepsOver(point, before, current.signal, kind, stretches) &&
        (current.signal.cause !== "two-in-three" || current.skipped === 0);
      open = mayStepOver ? { ...current, skipped: current.skipped + 1 } : null;
      return;
    }
    const { type: cause, high } = point.cause;
    if (joins && current.signal.cause === cause && current.signal.high === high) {
      const signal = {
        ...current.signal,
        to: index,
        count: current.signal.count + 1,
        outside: current.signal.outside + Number(cause === "outside"),
      };
      signals[signals.length - 1] = signal;
      open = { signal, skipped: 0 };
    } else {
      const signal: Signal = {
        type: "signal",
        cause,
        high,
        meaning: point.meaning,
        from: index,
        to: index,
        count: 1,
        outside: Number(cause === "outside"),
        reachesLatest: false,
      };
      signals.push(signal);
      open = { signal, skipped: 0 };
    }
  });
  return signals.map((signal) => ({
    ...signal,
    reachesLatest: signal.to === points.length - 1,
  }));
}

/** Of what a point may be on one side of the line, the first names it best: a shift holds points near the limits, and those hold some outside. */
const sideCauses = ["shift", "two-in-three", "outside"] as const;

/** On which side of its stretch's line a point lies: -1, 0 or 1. */
const sideOf = ({ value, stretch }: ChartPoint, stretches: readonly ChartStretch[]): number =>
  Math.sign(value - (stretches[stretch]?.centre ?? value));

/** Whether two signals, one after the other, are one special cause in the eyes of a reader: the same side, with no more than one point of that side between. */
function isOneCause(one: Signal, next: Signal, { points, stretches }: Drawn): boolean {
  const [last, first] = [points[one.to], points[next.from]];
  if (one.cause === "trend" || next.cause === "trend" || one.high !== next.high) return false;
  if (last?.stretch !== first?.stretch || next.from - one.to > 2) return false;
  return points
    .slice(one.to + 1, next.from)
    .every((point) => sideOf(point, stretches) === (one.high ? 1 : -1));
}

/** A shift as long as it is: points of it that are flagged as part of a trend count, too. */
function wholeShift(signal: Signal, { kind, points, stretches }: Drawn): Signal {
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
export function toldSignals(drawn: Drawn): readonly Signal[] {
  const told: Signal[] = [];
  for (const next of signalsOf(drawn)) {
    const one = told.at(-1);
    if (one === undefined || !isOneCause(one, next, drawn)) {
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
  return told.map((signal) => wholeShift(signal, drawn));
}

/** Every flagged point is in one of these: the latest signals, and what was before them together. */
function signalFindings(drawn: Drawn): readonly Finding[] {
  const latestFirst = toldSignals(drawn).toReversed();
  const before = latestFirst.slice(mostTold);
  const [last, first] = [before[0], before.at(-1)];
  const told: readonly Finding[] = latestFirst.slice(0, mostTold);
  if (last === undefined || first === undefined) return told;
  const count = before.reduce((sum, signal) => sum + signal.count, 0);
  return [...told, { type: "earlier", from: first.from, to: last.to, count }];
}

/** What a chart shows, the latest first; where nothing is unusual, that. `run` is the latest stretch of a run chart. */
export function findingsOf(drawn: Drawn, run: RunChart | null): readonly Finding[] {
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

/** Whether the days between points differ so much that limits, which expect a steady rhythm, mean less. */
function isUneven(points: readonly ChartPoint[]): boolean {
  if (points.length < 4) return false;
  const days = points.map((point) => dayNumber(point.on));
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  // Months are 28 to 31 days long, and a weekend is no gap in a series of working days.
  return gaps.some((gap) => gap > Math.max(usual * 2, usual + 3));
}

/** What makes a chart less sure, and what no chart can say. */
export function caveatsOf(drawn: Drawn, findings: readonly Finding[]): readonly Caveat[] {
  const { kind, points, stretches } = drawn;
  if (points.length === 0) return [];
  const latest = stretches.at(-1);
  const caveats: Caveat[] = [];
  if (kind === "xmr" && latest?.isTrial && latest.upper !== null) {
    caveats.push({ type: "trial-limits", count: latest.end - latest.start + 1 });
  }
  if (kind === "run" && latest) {
    const useful = points
      .slice(latest.start)
      .filter((point) => point.value !== latest.centre).length;
    if (useful < fewestForRunChart) caveats.push({ type: "few-points", count: useful });
  }
  if (isUneven(points)) caveats.push({ type: "uneven-days" });
  const isUnusual = findings.some((finding) =>
    ["signal", "long-run", "few-crossings"].includes(finding.type),
  );
  if (points.length > 1) caveats.push({ type: isUnusual ? "says-not-why" : "quiet-is-not-good" });
  return caveats;
}
