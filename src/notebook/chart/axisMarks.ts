import type { ChartReading } from "#core/chart/ChartReading.ts";
import type { ChartMark } from "./ChartScene.ts";
import type { DrawnWords } from "./DrawingOrder.ts";
import { type ChartLayout, isSeveralYears, textWidth } from "./layOutChart.ts";
import { level } from "./stretchMarks.ts";

/** A line and a number for each tick of the value axis. */
export const tickMarks = ({ ticks, plot, em, y }: ChartLayout): ChartMark[] =>
  ticks.flatMap(({ value, text }): ChartMark[] => [
    level("grid", y(value), plot.left, plot.right),
    {
      type: "words",
      role: "tick",
      x: plot.left - em * 0.4,
      y: y(value) + em * 0.35,
      anchor: "end",
      text,
    },
  ]);

/** Dates of points below the axis: the last, the first, then as many between as fit; the year below the first of each. */
export function dateMarks(
  reading: ChartReading,
  { spots, plot, width, em }: ChartLayout,
  words: DrawnWords,
): ChartMark[] {
  const { points } = reading;
  const last = points.length - 1;
  if (last < 0) return [];
  const texts = new Map<number, string>();
  const textOf = (index: number): string => {
    const on = points[index]?.on;
    const text = texts.get(index) ?? (on === undefined ? "" : words.day(on));
    texts.set(index, text);
    return text;
  };
  const half = (index: number) => textWidth(textOf(index), em) / 2 + em * 0.5;
  const most = Math.max(1, Math.floor((plot.right - plot.left) / (half(0) * 2)));
  const steps = Math.max(1, Math.ceil(points.length / Math.max(1, most * 4)));
  const chosen: number[] = [];
  const isFree = (index: number) => {
    const here = spots[index];
    return (
      here !== undefined &&
      chosen.every(
        (other) => Math.abs((spots[other]?.x ?? 0) - here.x) >= half(index) + half(other),
      )
    );
  };
  const even = Array.from({ length: most }, (_, part) => Math.round((part / most) * last));
  const all = Array.from({ length: Math.ceil(points.length / steps) }, (_, part) => part * steps);
  for (const index of [last, 0, ...even, ...all]) if (isFree(index)) chosen.push(index);
  chosen.sort((a, b) => a - b);
  let year = "";
  const hasYears = isSeveralYears(reading);
  return chosen.flatMap((index): ChartMark[] => {
    const { on } = points[index] ?? {};
    const spot = spots[index];
    if (on === undefined || spot === undefined) return [];
    const reach = half(index) - em * 0.5;
    const x = Math.min(Math.max(spot.x, reach), width - reach);
    const common = { type: "words", role: "tick", x, anchor: "middle" } as const;
    const isNewYear = hasYears && on.slice(0, 4) !== year;
    year = on.slice(0, 4);
    return [
      { ...common, y: plot.bottom + em * 1.4, text: textOf(index) },
      ...(isNewYear ? [{ ...common, y: plot.bottom + em * 2.5, text: words.year(on) }] : []),
    ];
  });
}
