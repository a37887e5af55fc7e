import type { Assurance, PointType, SpecialCause } from "#core/chart/ChartReading.ts";
import { pointType } from "./pointType.ts";
import type { ChartOptions, Series } from "./Series.ts";
import { oneSideMembers, trendMembers, twoInThreeMembers } from "./specialCauses.ts";
import { type XmrLimits, xmrLimits } from "./xmrLimits.ts";

/** A stretch between rebasings; `start` and `end` are zero-based and inclusive. */
export interface Segment extends XmrLimits {
  readonly start: number;
  readonly end: number;
  /** Fewer than twelve points: say "trial limits". */
  readonly isTrial: boolean;
}

/** Everything that a drawing, a table or a sentence about the series needs. */
export interface XmrChart {
  readonly segments: readonly Segment[];
  readonly causes: readonly SpecialCause[];
  readonly points: readonly PointType[];
  /** The last point's type. */
  readonly variation: PointType;
  readonly assurance: Assurance | null;
}

const none: SpecialCause = { type: "none" };
const fewestForFirmLimits = 12;

function segmentCauses(values: readonly number[], limits: XmrLimits): SpecialCause[] {
  const { mean, lower, upper, nearLower, nearUpper } = limits;
  if (lower === null || upper === null || nearLower === null || nearUpper === null) {
    return values.map(() => none);
  }
  const sides = values.map((value) => Math.sign(value - mean));
  const isOutside = (value: number) => value > upper || value < lower;
  const near = values.map((value) => !isOutside(value) && (value > nearUpper || value < nearLower));
  const trend = trendMembers(values);
  const twoInThree = twoInThreeMembers(near, sides);
  const shift = oneSideMembers(sides);
  return values.map((value, index): SpecialCause => {
    if (isOutside(value)) return { type: "outside", high: value > upper };
    if (trend[index]) {
      const next = trend[index + 1] ? values[index + 1] : undefined;
      const rises = next === undefined ? value > (values[index - 1] ?? value) : next > value;
      return { type: "trend", high: rises };
    }
    const high = (sides[index] ?? 0) > 0;
    if (twoInThree[index]) return { type: "two-in-three", high };
    return shift[index] ? { type: "shift", high } : none;
  });
}

function assuranceOf({ lower, upper }: XmrLimits, options: ChartOptions): Assurance | null {
  const { target, improvementDirection: better } = options;
  if (target === null || better === "neutral" || lower === null || upper === null) return null;
  if (target > upper) return better === "increase" ? "consistent_fail" : "consistent_pass";
  if (target < lower) return better === "increase" ? "consistent_pass" : "consistent_fail";
  return "inconsistent";
}

/** An XmR chart as Making Data Count draws it; the rules are those of domain.md section 4, checked against NHSRplotthedots 0.2.2. */
export function xmrChart({ values, options }: Series): XmrChart {
  const starts = [...new Set([0, ...options.rebaseAtIndexes])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  const causes: SpecialCause[] = [];
  for (const [index, start] of starts.entries()) {
    const end = (starts[index + 1] ?? values.length) - 1;
    const own = values.slice(start, end + 1);
    const basis = options.fixAfterNPoints === null ? own : own.slice(0, options.fixAfterNPoints);
    const limits = xmrLimits(basis, options.screenOutliers);
    segments.push({ ...limits, start, end, isTrial: basis.length < fewestForFirmLimits });
    for (const cause of segmentCauses(own, limits)) causes.push(cause);
  }
  const points = causes.map((cause) => pointType(cause, options.improvementDirection));
  const latest = segments.at(-1);
  return {
    segments,
    causes,
    points,
    variation: points.at(-1) ?? "common_cause",
    assurance: latest ? assuranceOf(latest, options) : null,
  };
}
