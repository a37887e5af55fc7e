import type { Caveat, ChartPoint, Finding } from "#core/chart/ChartReading.ts";
import { dayNumber } from "#core/measure/Day.ts";
import type { Flagged } from "./signalsOf.ts";

/** Fewer points than this that are not on the median cannot tell a run chart anything (Anhøj & Olesen 2014). */
const fewestForRunChart = 10;

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
export function caveatsOf(
  { kind, points, stretches }: Flagged,
  findings: readonly Finding[],
): readonly Caveat[] {
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
