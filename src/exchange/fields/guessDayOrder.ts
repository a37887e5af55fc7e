import type { DayOrder } from "#core/exchange/Importing.ts";

/**
 * Whether dates like 03/04/2026 begin with the day: yes, as in Britain, unless some date in the same
 * column can only be read the other way and none can only be read this way.
 */
export function guessDayOrder(values: Iterable<string>): DayOrder {
  let monthFirst = false;
  for (const value of values) {
    const [, first, second] = /^\D{0,12}(\d{1,2})[/.-](\d{1,2})[/.-]\d{2}/.exec(value) ?? [];
    if (Number(first) > 12) return "day-first";
    if (Number(second) > 12) monthFirst = true;
  }
  return monthFirst ? "month-first" : "day-first";
}
