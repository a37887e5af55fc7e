import type { SpecialCause } from "#core/chart/ChartReading.ts";
import type { Series } from "./Series.ts";
import { xmrChart } from "./xmrChart.ts";

/** The names that NHSRplotthedots 0.2.2 gives to special causes. */
function packageName(cause: SpecialCause): string {
  switch (cause.type) {
    case "none":
      return "Common Cause";
    case "outside":
      return cause.high ? "Above UCL" : "Below LCL";
    case "trend":
      return `7 Point Trend (${cause.high ? "Increasing" : "Decreasing"})`;
    case "two-in-three":
      return `2 in 3 ${cause.high ? "Above" : "Below"} CL`;
    case "shift":
      return `7 Points ${cause.high ? "Above" : "Below"} CL`;
  }
}

/** An XmR chart in the words and shape of `shared/data/spc`, as `npm run -s chart` prints it. */
export function expectedShape(series: Series) {
  const chart = xmrChart(series);
  return {
    segments: chart.segments.map((segment) => ({
      start: segment.start,
      end: segment.end,
      n: segment.end - segment.start + 1,
      mean: segment.mean,
      lpl: segment.lower,
      upl: segment.upper,
      meanMovingRangeBeforeScreening: segment.movingRangeBefore,
      mrLimit: segment.movingRangeLimit,
      meanMovingRange: segment.movingRange,
      screenedOutIndexes: segment.screenedOut.map((index) => index + segment.start),
      // The package warns below 13 points; we say "trial limits" below 12.
      packageShortGroupWarning: segment.end - segment.start + 1 < 13,
    })),
    specialCauseType: chart.causes.map(packageName),
    pointType: chart.points,
    variation: chart.variation,
    assurance: chart.assurance,
  };
}
