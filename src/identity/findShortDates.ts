import { type ShortDate, shortDateSaid } from "./shortDateSaid.ts";

const short =
  /(?<![\d./\p{L}£$]|(?<![/.]\d{1,2})-)(\d{1,2})([/.-])(\d{1,2})(?![\d/%]|\.\d|-\d+(?![\d/.]))/gu;
/** Days are written with dots here. */
const dottedYear = /(?<!\d)\d{1,2}\.\d{1,2}\.(?:20)?\d{2}(?!\d)/;
/** Times are written with a dot here. */
const times =
  /(?<![\d.])(?:[01]?\d|2[0-3])\.(?:00|1[3-9]|[2-5]\d)(?!\d|\.\d|%| ?(?:mg|ml|kg|mmol))/;
/** What joins the days of a list or the ends of a range. */
const join = /^(?: ?(?:,|-|–|to|&|\+|and|or|then|;|→) ?| ?, ?(?:and|then) )$/;

/**
 * Days written as "16/11" or "16.11", told from scores, shares, doses, times and durations: by the words beside
 * them, by a form that nothing else has, or by standing in a list, a range or a row with such.
 */
export function findShortDates(text: string): readonly ShortDate[] {
  const styled = dottedYear.test(text);
  const all = [...text.matchAll(short)]
    .map((match) => ({
      start: match.index,
      length: match[0].length,
      day: Number(match[1]),
      month: Number(match[3]),
      dotted: match[2] !== "/",
      padded: match[3]?.length === 2,
      dashed: match[2] === "-",
    }))
    .filter(({ day, month, dotted, padded }) => isDay(day, month) && (padded || !dotted || styled))
    .filter(({ day, month, dashed }) => !dashed || day > month);
  const timed = !styled && times.test(text);
  const said = all.map((one) => shortDateSaid(text, one, timed));
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
