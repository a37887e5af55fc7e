import { type Day, dayOf } from "./Day.ts";

/** How numbers like 03/04/2026 are read. */
export type DayOrder = "day-first" | "month-first";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const before =
  "(?:w/?[ce]\\s+|week (?:of|beginning|ending)\\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
const after = "(?:[T ,]+\\d{1,2}:\\d{2}.*)?";
const make = (pattern: string) => new RegExp(`^${before}${pattern}$`, "i");

const iso = make(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${after}`);
const isoMonth = make("(\\d{4})-(\\d{1,2})");
const numbers = make(`(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${after}`);
const dayMonth = make(
  `(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${monthName},?[\\s-]+(\\d{4}|\\d{2})${after}`,
);
const monthDay = make(`${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${after}`);
const monthYear = make(`${monthName}[\\s-]+(\\d{4}|\\d{2})`);

const monthNumber = (name: string | undefined): number =>
  months.indexOf((name ?? "").toLowerCase().slice(0, 3)) + 1;

/** Two-digit years up to 69 belong to this century, as spreadsheets have it. */
function fullYear(year: string | undefined): number {
  const number = Number(year);
  return year?.length === 2 ? number + (number < 70 ? 2000 : 1900) : number;
}

/** The two first numbers of a date such as 03/04/2026, or null: they tell how a column is ordered. */
export function orderNumbers(text: string): readonly [number, number] | null {
  const match = numbers.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/**
 * A day as people and spreadsheets write it: `2026-03-12`, `12/03/2026`, `12 March 2026`, `w/c 9 Mar
 * 26`, with or without weekday and time; a month alone (`Mar 2026`) is its first day. Null for what
 * is no day, days that do not exist included.
 */
export function readWrittenDay(text: string, order: DayOrder): Day | null {
  const written = text.trim().slice(0, 64);
  const year = iso.exec(written);
  if (year) return dayOf(Number(year[1]), Number(year[2]), Number(year[3]));
  const plain = numbers.exec(written);
  if (plain) {
    const [first, second, last] = [Number(plain[1]), Number(plain[2]), fullYear(plain[3])];
    const isDayFirst = first > 12 || (order === "day-first" && second <= 12);
    return isDayFirst ? dayOf(last, second, first) : dayOf(last, first, second);
  }
  const named = dayMonth.exec(written);
  if (named) return dayOf(fullYear(named[3]), monthNumber(named[2]), Number(named[1]));
  const american = monthDay.exec(written);
  if (american) return dayOf(Number(american[3]), monthNumber(american[1]), Number(american[2]));
  const month = isoMonth.exec(written);
  if (month) return dayOf(Number(month[1]), Number(month[2]), 1);
  const words = monthYear.exec(written);
  return words ? dayOf(fullYear(words[2]), monthNumber(words[1]), 1) : null;
}
