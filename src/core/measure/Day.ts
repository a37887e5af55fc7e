import * as v from "valibot";
import type { Brand } from "#base/Brand.ts";

/** A day of the calendar, `yyyy-MM-dd`, the same in every time zone; years 1 to 9999. */
export type Day = Brand<string, "Day">;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsADay = 86_400_000;

/** The day of a year, month (1 to 12) and day of the month; null where the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger) || year < 1 || year > 9999) return null;
  const calendar = new Date(0);
  calendar.setUTCFullYear(year, month - 1, date);
  const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === date;
  return exists ? (calendar.toISOString().slice(0, 10) as Day) : null;
}

/** A day as a date field or a file writes it; null where there is no such day. */
export function readDay(text: string): Day | null {
  const [, year, month, date] = pattern.exec(text) ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(date));
}

/** A schema for days that exist. */
export const daySchema = v.pipe(
  v.string(),
  v.check((text) => readDay(text) !== null),
  v.transform((text) => text as Day),
);

/** Whole days since 1 January 1970, to measure along. */
export const dayNumber = (day: Day): number => Date.parse(day) / millisecondsADay;

/** The day that lies so many days after 1 January 1970; null outside the years 1 to 9999. */
export function dayAt(number: number): Day | null {
  const calendar = new Date(Math.trunc(number) * millisecondsADay);
  return Number.isNaN(calendar.getTime())
    ? null
    : dayOf(calendar.getUTCFullYear(), calendar.getUTCMonth() + 1, calendar.getUTCDate());
}

/** The day that this moment falls on by the device's clock and zone. */
export function localDay(at: number): Day | null {
  const moment = new Date(at);
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
