import type { ChartReading } from "#core/chart/ChartReading.ts";
import type { ChartScene } from "./ChartScene.ts";
import { daysShown, pointDays, valueTicks } from "./chartScale.ts";
import type { DrawingOrder, DrawnWords } from "./DrawingOrder.ts";

/** A part of the drawing, in CSS pixels from the top left. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where everything in a drawing has its place. */
export interface ChartLayout extends Pick<ChartScene, "width" | "height" | "em" | "spots"> {
  /** Where the points are, between the axes. */
  readonly plot: Box;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** What the ends of lines are called; none where they have no room beside the drawing. */
  readonly lineNames: readonly LineName[];
  /** The first and the last day that is drawn, as numbers. */
  readonly days: readonly [first: number, last: number];
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
}

/** What a line is called, and at which value it ends. */
export interface LineName {
  readonly text: string;
  readonly value: number;
}

/** Letters are taken to be this wide, as a part of their height. */
const letter = 0.56;
export const textWidth = (text: string, em: number): number => text.length * em * letter;

function namesOfLines({ stretches, target }: ChartReading, words: DrawnWords): LineName[] {
  const latest = stretches.at(-1);
  if (latest === undefined) return [];
  const { centre, upper, lower } = latest;
  const name = (value: number | null, say: (value: number) => string) =>
    value === null ? [] : [{ text: say(value), value }];
  return [
    ...name(centre, words.centre),
    ...name(upper, words.upper),
    ...name(lower, words.lower),
    ...name(target, words.target),
  ];
}

/** Whether points lie in different years, so that dates need theirs. */
export const isSeveralYears = ({ points }: ChartReading): boolean =>
  points[0]?.on.slice(0, 4) !== points.at(-1)?.on.slice(0, 4);

/** Everything scales with the letters: with larger ones there are fewer ticks, and nothing is cut. */
export function layOutChart(
  reading: ChartReading,
  { width, em, changes, words }: DrawingOrder,
): ChartLayout {
  const height = Math.round(Math.min(Math.max(width * 0.56, em * 17), em * 26));
  const { values, step } = valueTicks(
    reading,
    Math.max(3, Math.min(7, Math.floor(height / (em * 3)))),
  );
  const ticks = values.map((value) => ({ value, text: words.tick(value, step) }));
  const names = namesOfLines(reading, words);
  const nameRoom = Math.max(0, ...names.map(({ text }) => textWidth(text, em))) + em * 0.5;
  // On a phone the key below has them.
  const hasNames = names.length > 0 && nameRoom < width * 0.26;
  const tickRoom = Math.max(...ticks.map(({ text }) => textWidth(text, em))) + em * 0.6;
  const plot: Box = {
    left: Math.min(tickRoom, width * 0.4),
    right: width - (hasNames ? nameRoom : em * 0.8),
    top: em * (changes.length > 0 ? 2.2 : 0.8),
    bottom: height - em * (isSeveralYears(reading) ? 2.9 : 1.8),
  };
  const inset = em * 0.7;
  const across = plot.right - plot.left - inset * 2;
  const days = pointDays(reading);
  const [first, last] = daysShown(days, changes);
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 1];
  const x = (day: number) => plot.left + inset + ((day - first) / (last - first)) * across;
  const y = (value: number) =>
    plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
  const spots = reading.points.map((point, index) => ({
    x: x(days[index] ?? 0),
    y: y(point.value),
  }));
  const lineNames = hasNames ? names : [];
  return { width, height, em, plot, ticks, lineNames, days: [first, last], x, y, spots };
}
