import type { ChartReading } from "#core/chart/ChartReading.ts";
import type { ChartMark, ShapeRole } from "./ChartScene.ts";
import { pathThrough } from "./chartShapes.ts";
import type { ChartLayout } from "./layOutChart.ts";

/** A line at one height. */
export const level = (role: ShapeRole, y: number, from: number, to: number): ChartMark => ({
  type: "shape",
  role,
  path: pathThrough([
    [from, y],
    [to, y],
  ]),
});

/** Limits and centre of each stretch; they step where they are worked out afresh. The target goes all along. */
export function stretchMarks(
  { stretches, points, target }: ChartReading,
  { plot, spots, y }: ChartLayout,
  showNear: boolean,
): ChartMark[] {
  const stepAt = (index: number): number => {
    const before = spots[index - 1];
    const here = spots[index];
    return before && here ? (before.x + here.x) / 2 : plot.left;
  };
  const marks = stretches.flatMap((stretch): ChartMark[] => {
    const from = stretch.start === 0 ? plot.left : stepAt(stretch.start);
    const to = stretch.end === points.length - 1 ? plot.right : stepAt(stretch.end + 1);
    const { lower, upper, nearLower, nearUpper } = stretch;
    const line = (role: ShapeRole, value: number) => level(role, y(value), from, to);
    const limits = (low: number, high: number): ChartMark[] => {
      const corners = [
        [from, y(high)],
        [to, y(high)],
        [to, y(low)],
        [from, y(low)],
      ] as const;
      const role = stretch.isTrial ? "trial" : "limit";
      const band: ChartMark = { type: "shape", role: "band", path: pathThrough(corners, true) };
      return [band, line(role, low), line(role, high)];
    };
    const hasNear = showNear && nearLower !== null && nearUpper !== null;
    return [
      ...(lower !== null && upper !== null ? limits(lower, upper) : []),
      ...(hasNear ? [line("near", nearLower), line("near", nearUpper)] : []),
      line("centre", stretch.centre),
    ];
  });
  return target === null ? marks : [...marks, level("target", y(target), plot.left, plot.right)];
}
