import type { Day } from "#core/measure/Day.ts";
import { momentText } from "#notebook/momentText.ts";

/** Noon of a day by the device's clock: no zone moves it to another day. */
function noon(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const moment = new Date(0);
  moment.setHours(12, 0, 0, 0);
  moment.setFullYear(year, month - 1, date);
  return moment.getTime();
}

/** A day of the calendar in words. */
export const dayText = {
  /** 19 November 2026 */
  whole: (day: Day) => momentText.day(noon(day)),
  /** 19 Nov */
  short: (day: Day) => `${momentText.dayNumber(noon(day))} ${momentText.shortMonth(noon(day))}`,
  /** 2026 */
  year: (day: Day) => momentText.year(noon(day)),
} as const;
