import type { Finding } from "#core/identity/IdentityMark.ts";
import { isNhsNumber } from "./isNhsNumber.ts";
import { numberOf } from "./numberOf.ts";

/** Ten digits in any groups, not inside a longer number; a date may stand before, a house number after. */
const tenDigits =
  /(?<![\d.£$+#/]|[^\p{L}]-)(?:(?<!\d[ ])|(?<=\d{3}[ -]\d{3}[ -]\d{4} |[./-]\d{2}(?:\d{2})? ))\d(?:[ \u00a0\u2009\-–‑./]{0,2}\d){9}(?:(?= \d{3}[ -]\d{3}[ -]\d{4}(?!\d)| \d{1,4}[a-z]? \p{Lu})|(?![ -]?\d|[a-z%]))/gu;
/** Unbroken, or three groups of three or four: other groups are taken only after words that name them. */
const usualGrouping = /^\d{10}$|^\d{3,4}[^\d/]+\d{3,4}[^\d/]+\d{3,4}$/;

/** NHS numbers, and the Scottish and Northern Irish ones of the same form: ten digits whose check is right. */
export function findNhsNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(tenDigits)) {
    const digits = match[0].replace(/\D/g, "");
    const end = match.index + match[0].length;
    if (!isNhsNumber(digits) || !isOfPatient(text, match.index, end, digits)) continue;
    found.push({ kind: "NHS_NUMBER", start: match.index, end, why: "nhs-check-digit" });
  }
  return found;
}

function isOfPatient(text: string, start: number, end: number, digits: string): boolean {
  const of = numberOf(text, start, end);
  if (of === "nhs") return true;
  if (of === "thing" || of === "phone" || /^0|^(\d)\1+$/.test(digits)) return false;
  if (!usualGrouping.test(text.slice(start, end))) return of === "patient";
  return of !== "some-thing" || end - start > digits.length;
}
