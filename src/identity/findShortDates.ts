import { suffix, wordOf } from "./addressParts.ts";
import { before } from "./before.ts";
import {
  amountBefore,
  dayAfter,
  dayBefore,
  dayOrTimeBefore,
  durationAfter,
  entryAfter,
  happenedBefore,
  noDayBefore,
  plannedBefore,
  shareAfter,
  timedBefore,
  unitAfter,
} from "./dayWords.ts";

const short =
  /(?<![\d./\p{L}£$]|(?<![/.]\d{1,2})-)(\d{1,2})([/.-])(\d{1,2})(?![\d/%]|\.\d|-\d+(?![\d/.]))/gu;
/** "23/5 Leith Walk": a flat in a house in Scotland. */
const flatInStreet = new RegExp(`^,? (?:${wordOf} ){1,3}${suffix}(?![\\p{L}\\d])`, "u");
/** Times are written with a dot here. */
const times =
  /(?<![\d.])(?:[01]?\d|2[0-3])\.(?:00|1[3-9]|[2-5]\d)(?!\d|\.\d|%| ?(?:mg|ml|kg|mmol))/;
/** What joins the days of a list or the ends of a range. */
const join = /^(?: ?(?:,|-|–|to|&|\+|and|or|then|;|→) ?| ?, ?(?:and|then) )$/;

interface ShortDate {
  readonly start: number;
  readonly length: number;
  readonly day: number;
  readonly month: number;
  readonly dotted: boolean;
}

/** Whether figures are more often days, weeks or months ("3/7", "18/12") or a score ("4/10") than a day. */
const mayBeAmount = ({ day, month }: ShortDate) =>
  (month === 7 && (day <= 14 || day % 7 === 0 || day === 24)) ||
  (month === 12 && (day <= 12 || day % 3 === 0)) ||
  ([5, 10].includes(month) && day <= month);
/** No share, score, duration or sight: "16/11", "9/6". */
const onlyDay = (one: ShortDate) =>
  one.day > one.month && !mayBeAmount(one) && !(one.day === 6 && [4, 5].includes(one.month));

/**
 * Days written as "16/11" or "16.11", told from scores, shares, doses, times and durations: by the words beside
 * them, by a form that nothing else has, or by standing in a list, a range or a row with such.
 */
export function findShortDates(text: string): readonly ShortDate[] {
  const all = [...text.matchAll(short)]
    .map((match) => ({
      start: match.index,
      length: match[0].length,
      day: Number(match[1]),
      month: Number(match[3]),
      dotted: match[2] !== "/",
      padded: match[3]?.length === 2,
    }))
    .filter(({ day, month, dotted, padded }) => isDay(day, month) && (padded || !dotted))
    .filter(({ start, day, month }) => text[start + String(day).length] !== "-" || day > month);
  const timed = times.test(text);
  const said = all.map((one) => saidToBe(text, one, timed));
  const sure = said.map((as) => as === "day");
  const take = (at: number, from: number) => {
    const [one, other] = [all[at], all[from]];
    if (one && other && sure[from] && said[at] !== "amount" && one.dotted === other.dotted)
      sure[at] ||= joins(text, one, other) || sameRow(one, other);
  };
  for (let at = 0; at < all.length; at += 1) {
    if (isRow(all.slice(at, at + 3)) && !said.slice(at, at + 3).includes("amount"))
      sure.fill(true, at, at + 3);
  }
  // "24/12-1/1": from a month into another.
  for (let at = 1; at < all.length; at += 1) {
    const [one, other] = [all[at - 1], all[at]];
    const open = said[at - 1] !== "amount" && said[at] !== "amount";
    if (one && other && open && one.month !== other.month && isRange(text, one, other))
      sure.fill(true, at - 1, at + 1);
  }
  for (let at = 1; at < all.length; at += 1) take(at, at - 1);
  for (let at = all.length - 2; at >= 0; at -= 1) take(at, at + 1);
  return all.filter((_, at) => sure[at]);
}

const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** What the words beside it and its form say. */
function saidToBe(text: string, one: ShortDate, timed: boolean): "day" | "amount" | "open" {
  const { start, length } = one;
  const lead = before(text, start, 28);
  const rest = text.slice(start + length, start + length + 60);
  const follows = rest.slice(0, 28).toLowerCase();
  if (flatInStreet.test(rest) || /^ of\b/.test(rest) || noDayBefore.test(lead)) return "amount";
  if (one.dotted) return dottedSaid(one, lead, follows, timed);
  if (durationAfter.test(follows)) return "amount";
  if (dayBefore.test(lead)) return "day";
  const score = [5, 10].includes(one.month) && mayBeAmount(one);
  if (dayAfter.test(follows) && !score) return "day";
  const share = shareAfter.test(follows) && one.day <= one.month;
  if (amountBefore.test(lead))
    return onlyDay(one) && one.month !== 7 && one.month !== 12 ? "day" : "amount";
  if (share) return "amount";
  if (onlyDay(one) || dayOrTimeBefore.test(lead)) return "day";
  if (happenedBefore.test(lead))
    return mayBeAmount(one) && (one.month === 7 || one.day === one.month) ? "open" : "day";
  if (plannedBefore.test(lead))
    return mayBeAmount(one) && one.month > 5 && one.month !== 10 ? "open" : "day";
  if (/^\W*$/.test(lead) && entryAfter.test(follows)) return "day";
  return "open";
}

/** "13.11, 20.11 and …": after another such. */
const inList = /\d(?: ?[,;&]| and| to| [a-z]+ed,) $/;

/** "16.11" is a day only where one is due: it may be a time or a measure. */
function dottedSaid(
  one: ShortDate,
  lead: string,
  follows: string,
  timed: boolean,
): "day" | "amount" | "open" {
  if (unitAfter.test(follows)) return "amount";
  if (dayBefore.test(lead)) return "day";
  const happens =
    happenedBefore.test(lead) || plannedBefore.test(lead) || /^ [a-z]{3,}ed\b/.test(follows);
  if (dayAfter.test(follows)) return happens ? "day" : "open";
  if (!happens) return inList.test(lead) ? "open" : "amount";
  return one.day > 23 || !(timed || timedBefore.test(lead)) ? "day" : "open";
}

/** Next to a day in a list or a range: "12/11, 13/11 and 5/12". */
function joins(text: string, one: ShortDate, other: ShortDate): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return join.test(text.slice(first.start + first.length, second.start));
}

const isRange = (text: string, one: ShortDate, other: ShortDate) =>
  one.dotted === other.dotted &&
  /^ ?(?:-|–|to) ?$/.test(text.slice(one.start + one.length, other.start));

/** In one row with a day: "5/11 …, 19/11"; a month that scores and weeks have too needs a list. */
const sameRow = (one: ShortDate, other: ShortDate) =>
  (one.month === other.month &&
    ![5, 7, 10].includes(one.month) &&
    Math.abs(one.start - other.start) < 80) ||
  (one.dotted && Math.abs(one.month - other.month) % 10 <= 1);

/** Three in the same month, each later than the one before, that no score or waiting counts so: "1/12 …, 4/12 …, 8/12". */
const isRow = (three: readonly ShortDate[]) =>
  three.length === 3 &&
  three.every(
    (one, at) =>
      one.month === three[0]?.month &&
      !one.dotted &&
      (at === 0 || one.day > (three[at - 1]?.day ?? 0)),
  ) &&
  ![5, 7, 10].includes(three[0]?.month ?? 0) &&
  !three.every(({ day }) => day % 3 === 0);
