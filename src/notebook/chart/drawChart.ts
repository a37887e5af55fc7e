import type { ChartReading } from "#core/chart/ChartReading.ts";
import { dateMarks, tickMarks } from "./axisMarks.ts";
import type { ChartMark, ChartScene } from "./ChartScene.ts";
import { changeMarks } from "./changeMarks.ts";
import { marker, meaningRole, pathThrough, thinned } from "./chartShapes.ts";
import type { DrawingOrder } from "./DrawingOrder.ts";
import { type ChartLayout, layOutChart } from "./layOutChart.ts";
import { nameMarks } from "./nameMarks.ts";
import { signalMarks } from "./signalMarks.ts";
import { stretchMarks } from "./stretchMarks.ts";

/**
 * Draws a reading as marks. Words that find no room are left out; the key, the table and the sentences
 * beside the drawing have them all.
 */
export function drawChart(reading: ChartReading, order: DrawingOrder): ChartScene {
  const layout = layOutChart(reading, order);
  const { width, height, em, plot, spots } = layout;
  /** From one point to the next, on average. */
  const apart = (plot.right - plot.left) / Math.max(1, spots.length);
  const radius = Math.round(Math.min(Math.max(em * 0.3, 4.5), Math.max(2.5, apart * 0.45)) * 2) / 2;
  const marks = [
    ...tickMarks(layout),
    ...dateMarks(reading, layout, order.words),
    ...stretchMarks(reading, layout, order.showNear),
    ...changeMarks(order.changes, layout),
    ...pointMarks(reading, layout, radius, apart < crowded),
    ...nameMarks(layout),
    ...signalMarks(reading, layout, order.words, radius),
  ];
  return { width, height, em, marks, spots };
}

/** Where points stand closer than this, only unusual ones are marked. */
const crowded = 3;

/** The line through all points, and a shape for each that says what it means. */
function pointMarks(
  { points }: ChartReading,
  { spots }: ChartLayout,
  radius: number,
  isCrowded: boolean,
): ChartMark[] {
  const line: ChartMark[] =
    spots.length > 1 ? [{ type: "shape", role: "line", path: pathThrough(thinned(spots)) }] : [];
  const shapes = points.flatMap(({ meaning }, index): ChartMark[] => {
    const spot = spots[index];
    if (!spot || (isCrowded && meaning === "common_cause")) return [];
    const path = marker(meaning, spot.x, spot.y, radius);
    return [{ type: "shape", role: meaningRole[meaning], path }];
  });
  return [...line, ...shapes];
}
