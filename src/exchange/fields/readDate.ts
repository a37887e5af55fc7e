import { type Instant, instant } from "#base/Clock.ts";
import type { Happened } from "#core/entry/Entry.ts";
import type { DayOrder } from "#core/exchange/Importing.ts";

/** What was made of a date in a file. */
export type ReadDate =
  | { readonly type: "date"; readonly happened: Happened }
  | { readonly type: "no-date" | "date-not-understood" | "date-out-of-range" };

/** A date as its numbers, before it is known to exist. `zone` is minutes east of UTC; null: local time. */
interface Pieces {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  readonly zone: number | null;
}

const clock =
  "(?:(?:,?\\s+(?:at\\s+)?|T)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?m\\.?)?)?";
const offset = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)?";
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
const isoPattern = new RegExp(
  `^([+-]\\d{6}|-?\\d{4})-(\\d{1,2})-(\\d{1,2})${clock}${offset}$`,
  "i",
);
const yearFirst = new RegExp(`^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})${clock}${offset}$`, "i");
const numbers = new RegExp(
  `^${weekday}(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${clock}${offset}$`,
  "i",
);
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const dayMonth = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${monthName},?[\\s-]+(\\d{4})${clock}${offset}$`,
  "i",
);
const monthDay = new RegExp(
  `^${weekday}${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${clock}${offset}$`,
  "i",
);
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthNumber = (name: string | undefined): number =>
  months.indexOf((name ?? "").toLowerCase().slice(0, 3)) + 1;

/** Two-digit years up to 69 belong to this century, as spreadsheets have it. */
const fullYear = (year: string | undefined): number => {
  const number = Number(year);
  return year?.length === 2 ? number + (number < 70 ? 2000 : 1900) : number;
};

function readZone(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function readTime(groups: readonly (string | undefined)[]): Pieces["time"] {
  const [hour, minute, second, half] = groups;
  if (hour === undefined) return null;
  const afternoon = half?.toLowerCase().startsWith("p");
  return {
    hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0),
    minute: Number(minute),
    second: Number(second ?? 0),
  };
}

function piecesOf(text: string, order: DayOrder): Pieces | null {
  const whole = (match: RegExpExecArray, year: number, month: number, day: number): Pieces => ({
    year,
    month,
    day,
    time: readTime(match.slice(4, 8)),
    zone: readZone(match[8]),
  });
  const iso = isoPattern.exec(text) ?? yearFirst.exec(text);
  if (iso) return whole(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const plain = numbers.exec(text);
  if (plain) {
    const [first, second] = [Number(plain[1]), Number(plain[2])];
    const isDayFirst = first > 12 || (order === "day-first" && second <= 12);
    return isDayFirst
      ? whole(plain, fullYear(plain[3]), second, first)
      : whole(plain, fullYear(plain[3]), first, second);
  }
  const named = dayMonth.exec(text);
  if (named) return whole(named, Number(named[3]), monthNumber(named[2]), Number(named[1]));
  const american = monthDay.exec(text);
  if (american)
    return whole(american, Number(american[3]), monthNumber(american[1]), Number(american[2]));
  return null;
}

/** Local noon stands for a day, so that no time zone a person carries it to moves it to the day before. */
function momentOf({ year, month, day, time, zone }: Pieces): Date | null {
  const clockTime = time ?? { hour: 12, minute: 0, second: 0 };
  if (clockTime.hour > 23 || clockTime.minute > 59 || clockTime.second > 59) return null;
  const calendar = new Date(0);
  calendar.setUTCFullYear(year, month - 1, day);
  if (calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day) return null;
  const moment = new Date(0);
  if (zone === null || time === null) {
    moment.setFullYear(year, month - 1, day);
    moment.setHours(clockTime.hour, clockTime.minute, clockTime.second, 0);
  } else {
    moment.setUTCFullYear(year, month - 1, day);
    moment.setUTCHours(clockTime.hour, clockTime.minute - zone, clockTime.second, 0);
  }
  return moment;
}

/** Years that a person can mean; others are slips of a machine. */
const firstYear = 1;
const lastYear = 9999;

const isThinkable = (moment: Date): boolean =>
  moment.getUTCFullYear() >= firstYear && moment.getUTCFullYear() <= lastYear;

const asDate = (moment: Date, precision: "minute" | "day"): ReadDate =>
  Number.isFinite(moment.getTime()) && isThinkable(moment)
    ? { type: "date", happened: { at: instant(moment.getTime()), precision } }
    : { type: "date-out-of-range" };

/** Numbers below this many are seconds since 1970, above it milliseconds: the year 5138 and March 1973. */
const secondsBelow = 1e11;

function readNumber(number: number): ReadDate {
  if (!Number.isFinite(number)) return { type: "date-out-of-range" };
  return asDate(new Date(Math.abs(number) < secondsBelow ? number * 1000 : number), "minute");
}

/**
 * When something happened, from what a file says: ISO 8601, day/month/year in the given order unless
 * only the other fits, dates with English month names, or a number of seconds or milliseconds since
 * 1970. Times without a zone are local; of an hour that comes twice in autumn the first is meant.
 * Impossible dates are not moved to the next month but said not to be understood.
 */
export function readDate(value: unknown, order: DayOrder): ReadDate {
  if (typeof value === "number") return readNumber(value);
  if (value === null || value === undefined) return { type: "no-date" };
  if (typeof value !== "string") return { type: "date-not-understood" };
  const text = value.trim().slice(0, 64);
  if (text === "") return { type: "no-date" };
  if (/^\d{9,10}$|^\d{12,13}$/.test(text)) return readNumber(Number(text));
  const pieces = piecesOf(text, order);
  if (pieces === null) return { type: "date-not-understood" };
  const { year, month, day } = pieces;
  if (month < 1 || month > 12 || day < 1 || day > 31) return { type: "date-not-understood" };
  if (year < firstYear || year > lastYear) return { type: "date-out-of-range" };
  const moment = momentOf(pieces);
  return moment === null
    ? { type: "date-not-understood" }
    : asDate(moment, pieces.time === null ? "day" : "minute");
}

/** What stands in for a date that is not known: the moment of import, marked as unknown. */
export const unknownDate = (now: Instant): Happened => ({ at: now, precision: "unknown" });
