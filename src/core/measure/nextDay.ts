import { type Day, dayAt, dayNumber } from "./Day.ts";

/**
 * The day that a new point is most likely of: as far after the latest as points usually lie apart,
 * but never beyond `today`; `today` where there is nothing to go by.
 */
export function nextDay(days: readonly Day[], today: Day): Day {
  const numbers = days.map(dayNumber).sort((a, b) => a - b);
  const gaps = numbers
    .slice(1)
    .map((number, index) => number - (numbers[index] ?? number))
    .sort((a, b) => a - b);
  const usual = gaps[gaps.length >> 1] ?? 0;
  const last = numbers.at(-1);
  if (last === undefined || usual === 0) return today;
  const next = dayAt(last + usual);
  return next !== null && next <= today ? next : today;
}
