import type { Finding } from "#core/identity/IdentityMark.ts";
import { before } from "./before.ts";
import { noDayBefore, unitAfter } from "./dayWords.ts";
import { findShortDates } from "./findShortDates.ts";

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
  /(?<![\d.\-/£$v]|\d:)(?:(\d{1,2}) ?([/.\-–]) ?(\d{1,2}) ?\2 ?((?:19|20)\d{2}|\d{2})|(\d{2}) (\d{2}) ((?:19|20)\d{2})|((?:19|20)\d{2})([/.-])(\d{1,2})\9(\d{1,2}))(?![\d%]|[./-]\d)/g;
const dayMonth = new RegExp(
  `(?<![\\d.,£$]|(?<!(?<![\\d/.-])\\d{1,2})[/-]|\\d:)(${day})(st|nd|rd|th)?(?: of)?[ \\-/]{0,2}(${month})\\b\\.?(?:,?[ \\-/]{0,2}(${year}))?`,
  "gi",
);
const monthDay = new RegExp(
  `\\b(${month})\\.? (?:the )?(${day})(st|nd|rd|th)?(?![\\d/%]|[.:]\\d)(?:,? ((?:19|20)\\d{2})(?!\\d))?`,
  "gi",
);
const spoken = new RegExp(
  `\\b(${ordinal}) (?:of )?(${month})\\b(?:,? ((?:19|20)\\d{2})(?!\\d))?`,
  "gi",
);
/** "4.xi.1949" */
const roman = /(?<![\d.])\d{1,2}[./-](?:i{1,3}|i?[vx]|vi{1,3}|xi{1,2})[./-](?:\d{4}|\d{2})(?!\d)/gi;
const packed = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2}|\d{2})(?![\d-])/g;
const packedBefore =
  /\b(?:d\.?o\.?b\.?|date(?: of birth|d)?|born|admitted|adm|discharged|d\/c|seen|died|lmp|edd|w\/c)[ :]*$/;
const birth = /(?:\bd\.?o\.?b\b|\bborn\b|date of birth|birth ?date|birthday)[^.;]{0,24}$/;

/** Exact days, written in figures or words, and whether a birth is meant. */
export function findDates(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (start: number, length: number) => {
    found.push({
      kind: "DATE",
      start,
      end: start + length,
      why: birth.test(before(text, start, 40)) ? "birth-date" : "exact-date",
    });
  };
  for (const match of text.matchAll(numeric)) {
    const [d, m] = ordered(
      Number(match[1] ?? match[5] ?? match[11]),
      Number(match[3] ?? match[6] ?? match[10]),
    );
    if (
      !isDay(d, m) ||
      /(?:\b(?:version|section|ip|ratio|para|paragraph|clause|rule|chapter|appendix|standard|figure|table)|(?<![\w/])v)[ .]*$/.test(
        before(text, match.index, 12),
      ) ||
      (match[2] === "-" && isDose(text, match.index, match.index + match[0].length))
    )
      continue;
    keep(match.index, match[0].length);
  }
  for (const match of text.matchAll(dayMonth)) {
    const [whole, , suffix, m, y] = match;
    if (!isSaidMonth(m, y ?? suffix)) continue;
    keep(match.index, whole.replace(/\.$/, "").length);
  }
  for (const match of text.matchAll(monthDay)) {
    const [whole, m, , suffix, y] = match;
    if (!isSaidMonth(m, y ?? suffix)) continue;
    const after = text.slice(match.index + whole.length, match.index + whole.length + 4);
    if (suffix === undefined && y === undefined && /^[ -](?!at|to|an)[a-z\d]/.test(after)) continue;
    keep(match.index, whole.length);
  }
  for (const match of text.matchAll(spoken))
    if (isSaidMonth(match[2], "th")) keep(match.index, match[0].length);
  for (const match of text.matchAll(roman)) keep(match.index, match[0].length);
  for (const at of findShortDates(text)) keep(at.start, at.length);
  for (const match of text.matchAll(packed))
    if (
      packedBefore.test(before(text, match.index, 24)) &&
      isDay(Number(match[1]), Number(match[2]))
    )
      keep(match.index, match[0].length);
  return found;
}

/** "insulin 8-24-16 units": three doses a day. */
const isDose = (text: string, start: number, end: number) =>
  noDayBefore.test(before(text, start, 20)) || unitAfter.test(text.slice(end, end + 8));

const isDay = (d: number, m: number) => d >= 1 && d <= 31 && m >= 1 && m <= 12;
const ordered = (d: number, m: number): readonly [number, number] =>
  m > 12 && d <= 12 ? [m, d] : [d, m];

/** "may" and "mar" in small letters are words, unless an ordinal or a year goes with them. */
const isSaidMonth = (word: string | undefined, sign: string | undefined) =>
  sign !== undefined ||
  /^[A-Z]/.test(word ?? "") ||
  !/^(?:may|mar|sept?|dec|march)$/.test(word ?? "");
