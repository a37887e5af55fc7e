import type { ChartReading } from "#core/chart/ChartReading.ts";
import { type Day, dayNumber } from "#core/measure/Day.ts";
import { niceTicks } from "./niceTicks.ts";

/** The least and the greatest of some numbers without spreading them, which long lists do not survive. */
export function extent(numbers: Iterable<number>): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low <= high ? [low, high] : [0, 1];
}

/** Everything that has to fit between the lowest and the highest tick. */
function* heights({ points, stretches, target }: ChartReading): Generator<number> {
  for (const point of points) yield point.value;
  for (const { centre, lower, upper } of stretches) {
    yield centre;
    if (lower !== null) yield lower;
    if (upper !== null) yield upper;
  }
  if (target !== null) yield target;
}

/** The ticks of the value axis. */
export function valueTicks(reading: ChartReading, most: number) {
  const [low, high] = extent(heights(reading));
  return niceTicks(low, high, most);
}

/**
 * The day of each point as a number; points that share a day are spread over it in their order. Whole
 * numbers are the beginnings of days, so that a change stands before the points of its day.
 */
export function pointDays(reading: ChartReading): readonly number[] {
  const counts = new Map<Day, number>();
  for (const { on } of reading.points) counts.set(on, (counts.get(on) ?? 0) + 1);
  const seen = new Map<Day, number>();
  return reading.points.map(({ on }) => {
    const before = seen.get(on) ?? 0;
    seen.set(on, before + 1);
    return dayNumber(on) + (before + 0.5) / (counts.get(on) ?? 1);
  });
}

/** How far beyond the points a change may lie and still be drawn, as a part of the whole time. */
const reach = 0.15;

/** First and last day to be drawn: the points, and changes that lie among them or close by. */
export function daysShown(
  points: readonly number[],
  changes: readonly Day[],
): readonly [number, number] {
  const [first, last] = extent(points);
  const room = Math.max((last - first) * reach, 3);
  const near = changes.map(dayNumber).filter((day) => day >= first - room && day <= last + room);
  const [low, high] = extent([...near, first, last]);
  return high > low ? [low, high] : [low - 1, high + 1];
}
