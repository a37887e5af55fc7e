import { type Day, dayNumber } from "#core/measure/Day.ts";
import type { ChartMark } from "./ChartScene.ts";
import { circle, pathThrough } from "./chartShapes.ts";
import type { ChartLayout } from "./layOutChart.ts";

/** Changes that lie among the days drawn, numbered above the drawing. */
export const changeMarks = (
  changes: readonly Day[],
  { em, plot, days: [first, last], x }: ChartLayout,
): ChartMark[] =>
  changes.flatMap((day, index): ChartMark[] => {
    const number = dayNumber(day);
    if (number < first || number > last) return [];
    const at = x(number);
    const badge = em * 0.75;
    const line = pathThrough([
      [at, badge * 2 + 2],
      [at, plot.bottom],
    ]);
    return [
      { type: "shape", role: "change", path: line },
      { type: "shape", role: "badge", path: circle(at, badge + 1, badge) },
      {
        type: "words",
        role: "number",
        x: at,
        y: badge + 1 + em * 0.33,
        anchor: "middle",
        text: String(index + 1),
      },
    ];
  });
