import type { ChartPoint, ChartReading, ChartStretch, Finding } from "#core/chart/ChartReading.ts";

/** What of a reading its signals are found in. */
export type Flagged = Pick<ChartReading, "kind" | "points" | "stretches">;

/** Neighbouring points that are out of the ordinary in one way. */
export type Signal = Extract<Finding, { type: "signal" }>;

/** Whether a point that is not itself flagged stands inside a signal: two in three skips one, a run chart steps over what it ignores. */
function stepsOver(
  point: ChartPoint,
  before: ChartPoint,
  signal: Signal,
  kind: Flagged["kind"],
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
export function signalsOf({ kind, points, stretches }: Flagged): readonly Signal[] {
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
