import { err, ok, type Result } from "#base/Result.ts";
import type { ChartQuestion } from "#core/chart/ChartQuestion.ts";
import type {
  ChartPoint,
  ChartReading,
  ChartStretch,
  NotASeries,
  PointType,
  SpecialCause,
} from "#core/chart/ChartReading.ts";
import { caveatsOf } from "./caveatsOf.ts";
import { findingsOf } from "./findingsOf.ts";
import { pointType } from "./pointType.ts";
import { type RunChart, runChart } from "./runChart.ts";
import { readSeries, type Series } from "./Series.ts";
import { xmrChart } from "./xmrChart.ts";

/** From so many points on an XmR chart says more than a run chart; its limits are trial limits before. */
export const enoughForXmr = 12;

/** What either kind of chart says about a series; `run` is that of the latest stretch. */
interface Read {
  readonly stretches: readonly ChartStretch[];
  readonly causes: readonly SpecialCause[];
  readonly meanings: readonly PointType[];
  readonly assurance: ChartReading["assurance"];
  readonly run: RunChart | null;
}

const none: SpecialCause = { type: "none" };

function readXmr(series: Series): Read {
  const { segments, causes, points, assurance } = xmrChart(series);
  return {
    stretches: segments.map((segment) => ({
      start: segment.start,
      end: segment.end,
      centre: segment.mean,
      lower: segment.lower,
      upper: segment.upper,
      nearLower: segment.nearLower,
      nearUpper: segment.nearUpper,
      isTrial: segment.isTrial,
    })),
    causes,
    meanings: points,
    assurance,
    run: null,
  };
}

/** A run chart's shift goes before its trend: the trend rule detects drift poorly (domain.md section 4). */
function runCauses(values: readonly number[], run: RunChart): readonly SpecialCause[] {
  return values.map((value, index): SpecialCause => {
    if (run.shift[index]) return { type: "shift", high: value > run.median };
    return run.trend[index] ? { type: "trend", high: run.rises[index] ?? false } : none;
  });
}

function readRun({ values, options }: Series): Read {
  const starts = [...new Set([0, ...options.rebaseAtIndexes])].sort((a, b) => a - b);
  const stretches: ChartStretch[] = [];
  const causes: SpecialCause[] = [];
  let latest: RunChart | null = null;
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? values.length) - 1;
    const own = values.slice(start, end + 1);
    latest = runChart(own, own.slice(0, options.fixAfterNPoints ?? own.length));
    for (const cause of runCauses(own, latest)) causes.push(cause);
    stretches.push({
      start,
      end,
      centre: latest.median,
      lower: null,
      upper: null,
      nearLower: null,
      nearUpper: null,
      isTrial: false,
    });
  }
  return {
    stretches,
    causes,
    meanings: causes.map((cause) => pointType(cause, options.improvementDirection)),
    assurance: null,
    run: latest,
  };
}

/** The first point on or after each restart; restarts after the last point wait for one. */
function restartIndexes({ points, restartsOn }: ChartQuestion): number[] {
  const indexes = restartsOn.map((day) => points.findIndex((point) => point.on >= day));
  return [...new Set(indexes)].filter((index) => index > 0);
}

const nothing = (kind: "run" | "xmr", target: number | null): ChartReading => ({
  kind,
  points: [],
  stretches: [],
  target,
  variation: "common_cause",
  assurance: null,
  findings: [{ type: "no-points" }],
  caveats: [],
});

/**
 * Reads a series as the chart asked for; `auto` takes a run chart for fewer than twelve points and an
 * XmR chart from then on. The rules are those of domain.md section 4.
 */
export function readChart(question: ChartQuestion): Result<ChartReading, NotASeries> {
  const { points: given, better, target, kind: asked } = question;
  const kind = asked === "auto" ? (given.length < enoughForXmr ? "run" : "xmr") : asked;
  if (given.length === 0) return ok(nothing(kind, target));
  const read = readSeries({
    values: given.map((point) => point.value),
    options: {
      improvementDirection: better,
      screenOutliers: question.screening,
      fixAfterNPoints: question.fixFirst,
      rebaseAtIndexes: restartIndexes(question),
      target,
    },
  });
  if (!read.ok) return err(read.error);
  const { stretches, causes, meanings, assurance, run } =
    kind === "xmr" ? readXmr(read.value) : readRun(read.value);
  let stretch = 0;
  const points = given.map(({ on, value }, index): ChartPoint => {
    while (index > (stretches[stretch]?.end ?? index)) stretch += 1;
    return {
      on,
      value,
      cause: causes[index] ?? none,
      meaning: meanings[index] ?? "common_cause",
      stretch,
    };
  });
  const partial = { kind, points, stretches, target, assurance } as const;
  const findings = findingsOf(partial, run);
  return ok({
    ...partial,
    variation: points.at(-1)?.meaning ?? "common_cause",
    findings,
    caveats: caveatsOf(partial, findings),
  });
}
