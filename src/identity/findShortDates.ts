import { suffix, wordOf } from "./addressParts.ts";
import { before } from "./before.ts";

const short = /(?<![\d./]|\d{4}-)(\d{1,2})\/(\d{1,2})(?![\d/]|\.\d)/g;
/** Words before a day, whatever follows: "on 3/7", "w/c 5/12". */
const dueDay = /\b(?:on|dated|dob|born|w\/c|week commencing|until|till|til|by)[ :]*$/;
/** The same, unless the second figure is one that durations and scores are given in: "review 3/12", "pain 4/10". */
const dueUnlessUnit =
  /\b(?:since|from|due|chased|booked(?: (?:in|for))*|seen|admitted|discharged|agreed for|appt|appointment|clinic|sent|done|last|next|bo|leave|visit(?:ed)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[ :,]*$/;
/** Whether figures may be days, weeks or months ("3/7", "2/52", "18/12", "24/7") or a score ("4/10", sight of "6/5"). */
const mayBeAmount = (over: number, under: number) =>
  under === 52 ||
  (under === 7 && (over <= 14 || over % 7 === 0 || over === 24)) ||
  (under === 12 && (over <= 12 || over % 3 === 0)) ||
  ([5, 10].includes(under) && over <= 12);

/** "23/5 Leith Walk": a flat in a house in Scotland. */
const flatInStreet = new RegExp(`^,? (?:${wordOf} ){1,3}${suffix}(?![\\p{L}\\d])`, "u");

interface ShortDate {
  readonly start: number;
  readonly length: number;
}

/**
 * Days written as "16/11", told from scores, doses and durations: by the word before, by a day that no score
 * can have, by the other end of a range, or by standing in a row of days ("2/6 …, 3/6 …, 4/6 …").
 */
export function findShortDates(text: string): readonly ShortDate[] {
  const all = [...text.matchAll(short)].map((match) => ({
    start: match.index,
    length: match[0].length,
    day: Number(match[1]),
    month: Number(match[2]),
  }));
  const sure = all.map((one, at) => {
    const { start, length, day, month } = one;
    if (day < 1 || day > 31 || month < 1 || month > 12) return false;
    const after = text.slice(start + length, start + length + 12);
    if (/^ of\b/.test(after)) return false;
    if (flatInStreet.test(text.slice(start + length, start + length + 60))) return false;
    const context = before(text, start, 24);
    if (dueDay.test(context)) return true;
    if (mayBeAmount(day, month)) return false;
    if (day > 12 || dueUnlessUnit.test(context)) return true;
    const next = [all[at + 1], all[at + 2]];
    const last = [all[at - 1], all[at - 2]];
    return [next, last, [all[at - 1], all[at + 1]]].some(inRow(one));
  });
  const months = new Set(all.filter((_, at) => sure[at]).map(({ month }) => month));
  return all.filter((one, at) => {
    if (sure[at]) return true;
    if (one.day < 1 || one.day > 31 || one.month < 1 || one.month > 12) return false;
    // "5/11 …, 19/11": the same month beside a sure day.
    if (months.has(one.month) && !mayBeAmount(one.day, one.month)) return true;
    // "24/11-5/12": the other end of a range from a day to a day.
    const [last, next] = [all[at - 1], all[at + 1]];
    const joins = (from: ShortDate | undefined, to: ShortDate | undefined) =>
      from !== undefined &&
      to !== undefined &&
      /^ ?(?:-|–|to|&|and) ?$/.test(text.slice(from.start + from.length, to.start));
    return (sure[at - 1] && joins(last, one)) || (sure[at + 1] && joins(one, next));
  });
}

type Figures = { readonly day: number; readonly month: number } | undefined;

/** Whether two neighbours count on from it or up to it, one by one, in the same month. */
const inRow =
  (one: NonNullable<Figures>) =>
  (others: readonly Figures[]): boolean => {
    const days = [one, ...others].map((other) => (other?.month === one.month ? other.day : 0));
    if (days.includes(0)) return false;
    days.sort((a, b) => a - b);
    return days.every((day, at) => day === (days[0] ?? 0) + at);
  };
