import { before } from "./before.ts";
import type { Finding, Suggestion } from "./Finding.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const year =
  "(?:(?:19|20)\\d{2}(?!\\d)|['’]?\\d{2}(?![\\d:.%/]|[ ]?(?:patients|people|mg|ml|beds|hours|days)))";
const day = "(?:3[01]|[12]\\d|0?[1-9])";
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );
const ordinal = [...ordinals].reverse().join("|");

const numeric =
  /(?<![\d.\-/£$:v])(?:(\d{1,2}) ?([/.\-–]) ?(\d{1,2}) ?\2 ?((?:19|20)\d{2}|\d{2})|((?:19|20)\d{2})([/.-])(\d{1,2})\6(\d{1,2}))(?![\d%]|[./-]\d)/g;
const dayMonth = new RegExp(
  `(?<![\\d.,/£$:-])(${day})(st|nd|rd|th)?(?: of)?[ \\-/]{0,2}(${month})\\b\\.?(?:,?[ \\-/]{0,2}(${year}))?`,
  "gi",
);
const monthDay = new RegExp(
  `\\b(${month})\\.? (?:the )?(${day})(st|nd|rd|th)?(?![\\d:/%]|\\.\\d)(?:,? ((?:19|20)\\d{2})(?!\\d))?`,
  "gi",
);
const spoken = new RegExp(
  `\\b(${ordinal}) (?:of )?(${month})\\b(?:,? ((?:19|20)\\d{2})(?!\\d))?`,
  "gi",
);
const short = /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d/]|\.\d)/g;
const packed = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2}|\d{2})(?!\d)/g;
const birth = /(?:\bd\.?o\.?b\b|\bborn\b|date of birth|birth ?date|birthday)[^.;]{0,24}$/;

/** Exact days, written in figures or words, and whether a birth is meant. */
export function findDates(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (start: number, length: number, d: number, m: number, y: string | undefined) => {
    const context = before(text, start, 40);
    found.push({
      kind: "DATE",
      start,
      end: start + length,
      ...meaningOf(context, d, m, y),
    });
  };
  for (const match of text.matchAll(numeric)) {
    const iso = match[5] !== undefined;
    const [d, m] = ordered(Number(iso ? match[8] : match[1]), Number(iso ? match[7] : match[3]));
    if (
      !isDay(d, m) ||
      /\b(?:version|v|section|ip|ratio)[ .]*$/.test(before(text, match.index, 12))
    )
      continue;
    keep(match.index, match[0].length, d, m, iso ? match[5] : match[4]);
  }
  for (const match of text.matchAll(dayMonth)) {
    const [whole, d, suffix, m, y] = match;
    if (!isSaidMonth(m, y ?? suffix)) continue;
    keep(match.index, whole.replace(/\.$/, "").length, Number(d), monthOf(m), y);
  }
  for (const match of text.matchAll(monthDay)) {
    const [whole, m, d, suffix, y] = match;
    if (!isSaidMonth(m, y ?? suffix)) continue;
    const after = text.slice(match.index + whole.length, match.index + whole.length + 4);
    if (suffix === undefined && y === undefined && /^[ -](?!at|to|an)[a-z\d]/.test(after)) continue;
    keep(match.index, whole.length, Number(d), monthOf(m), y);
  }
  for (const match of text.matchAll(spoken))
    if (isSaidMonth(match[2], "th"))
      keep(
        match.index,
        match[0].length,
        ordinals.indexOf((match[1] ?? "").toLowerCase()) + 1,
        monthOf(match[2]),
        match[3],
      );
  for (const match of text.matchAll(short)) {
    const context = before(text, match.index, 24);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    if (!/\b(?:on|dated|dob|born)[ :]*$/.test(context) || /^ of\b/.test(after)) continue;
    if (isDay(Number(match[1]), Number(match[2])))
      keep(match.index, match[0].length, Number(match[1]), Number(match[2]), undefined);
  }
  for (const match of text.matchAll(packed))
    if (
      /\b(?:d\.?o\.?b\.?|date of birth|born)[ :]*$/.test(before(text, match.index, 24)) &&
      isDay(Number(match[1]), Number(match[2]))
    )
      keep(match.index, match[0].length, Number(match[1]), Number(match[2]), match[3]);
  return found;
}

const isDay = (d: number, m: number) => d >= 1 && d <= 31 && m >= 1 && m <= 12;
const ordered = (d: number, m: number): readonly [number, number] =>
  m > 12 && d <= 12 ? [m, d] : [d, m];
const monthOf = (word: string | undefined) =>
  months.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;

/** "may" and "mar" in small letters are words, unless an ordinal or a year goes with them. */
const isSaidMonth = (word: string | undefined, sign: string | undefined) =>
  sign !== undefined ||
  /^[A-Z]/.test(word ?? "") ||
  !/^(?:may|mar|sept?|dec|march)$/.test(word ?? "");

/** A year in full: two digits up to 30 are of this century. */
function fullYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  const year = Number(written.replace(/\D/g, ""));
  if (year > 99) return year;
  return year <= 30 ? 2000 + year : 1900 + year;
}

function meaningOf(
  context: string,
  d: number,
  m: number,
  written: string | undefined,
): { why: "birth-date" | "exact-date"; suggestion: Suggestion } {
  const year = fullYear(written);
  if (birth.test(context))
    return {
      why: "birth-date",
      suggestion: {
        form: "birth-decade",
        decade: year === null ? null : Math.floor(year / 10) * 10,
      },
    };
  const part = d <= 10 ? "early" : d <= 20 ? "middle" : "late";
  return { why: "exact-date", suggestion: { form: "month-part", part, month: m, year } };
}
