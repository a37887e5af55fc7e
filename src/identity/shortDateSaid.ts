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

/** "23/5 Leith Walk": a flat in a house in Scotland. */
const flatInStreet = new RegExp(`^,? (?:${wordOf} ){1,3}${suffix}(?![\\p{L}\\d])`, "u");
/** Figures that may be a day: `dotted` when written with a dot or a dash. `start` and `length` in UTF-16 units. */
export interface ShortDate {
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

/** What the words beside figures and their form say they are; `timed` when times are written with a dot in the text. */
export function shortDateSaid(
  text: string,
  one: ShortDate,
  timed: boolean,
): "day" | "amount" | "open" {
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
const inList = /\d(?: ?[,;&]| and| to| [a-z]+,) $/;

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
    happenedBefore.test(lead) ||
    plannedBefore.test(lead) ||
    /^ (?:[a-z]{3,}ed|seen|fell|dna|given|done|sent|rang)\b/.test(follows);
  if (dayAfter.test(follows)) return happens && !timed ? "day" : "open";
  if (!happens) return inList.test(lead) ? "open" : "amount";
  return one.day > 23 || !(timed || timedBefore.test(lead)) ? "day" : "open";
}
