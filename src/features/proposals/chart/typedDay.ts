import { type Day, readDay } from "#core/measure/Day.ts";

/** While a year is typed, a date field says 0002, 0020, 0202: nobody means those. */
const earliest = "1900-01-01";

/** The day that a date field holds once it holds one that somebody may mean; else null. */
export function typedDay(text: string): Day | null {
  const day = readDay(text);
  return day !== null && day >= earliest ? day : null;
}
