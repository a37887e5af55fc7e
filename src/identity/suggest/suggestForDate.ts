import type { Finding } from "#core/identity/IdentityMark.ts";
import { before } from "../before.ts";
import type { Candidate } from "./Candidate.ts";
import { readDate } from "./readDate.ts";

const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?";
const onDay = new RegExp(`\\bon ${weekday}$`, "i");
const theDay = new RegExp(`\\b${weekday}$`, "i");

/** "On 3 November 2025" → "in early November"; a date of birth → "born in the 1940s". */
export function suggestForDate(text: string, finding: Finding): readonly Candidate[] {
  const { start, end } = finding;
  const lead = before(text, start, 40);
  const from = (pattern: RegExp) => start - (pattern.exec(lead)?.[0].length ?? 0);
  const date = readDate(text.slice(start, end));
  if (finding.why === "birth-date") {
    const decade = date?.year ? Math.floor(date.year / 10) * 10 : null;
    if (decade === null) return [{ start, end, wording: { form: "left-out", what: "birth" } }];
    const label =
      /(?:(?:\b(?:her|his|their|the|my)|['’]s) )?(?:\bd\.?o\.?b\.?|\bdate of birth)[ :]*$/i.exec(
        lead,
      )?.[0];
    const named = label !== undefined && !/^(?:h|t|m|['’])/i.test(label) ? label.length : 0;
    const on = named > 0 ? named : (/\bon (?:the )?$/i.exec(lead)?.[0].length ?? 0);
    const wording = { form: "birth-decade", decade, born: named > 0 } as const;
    return [
      { start: start - on, end, wording },
      { start, end, wording: { ...wording, born: false } },
    ];
  }
  if (date === null) return [{ start, end, wording: { form: "left-out", what: "detail" } }];
  const part = date.day <= 10 ? "early" : date.day <= 20 ? "middle" : "late";
  const wording = { form: "month-part", part, month: date.month, within: false } as const;
  return [
    ...(onDay.test(lead)
      ? [{ start: from(onDay), end, wording: { ...wording, within: true } }]
      : [{ start: from(theDay), end, wording }]),
    { start, end, wording },
  ];
}
