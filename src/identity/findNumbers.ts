import type { Finding } from "#core/identity/IdentityMark.ts";
import { before } from "./before.ts";
import { findHospitalNumbers } from "./findHospitalNumbers.ts";
import { findNhsNumbers } from "./findNhsNumbers.ts";
import { numberOf } from "./numberOf.ts";

/** Numbers under which a person is known: NHS, hospital, insurance and registration numbers, and phones. */
export function findNumbers(text: string): Finding[] {
  return [
    ...findNhsNumbers(text),
    ...findPhones(text),
    ...findInsuranceNumbers(text),
    ...findRegistrations(text),
    ...findHospitalNumbers(text),
  ];
}

/** Right before a number in a phone's form, these say that it is none; "oxygen supplier 0115 496 0862" is one. */
const labelled =
  /\b(?:order|serial|batch|lot|ref|reference|invoice|barcode|asset|code|ticket|job|tracking|consignment|account|isbn|gtin|udi|cat|catalogue|po|req|requisition|item|part|policy|model|licence|certificate|meter|parcel|stock)(?: (?:numbers?|no|num|id|tag|code|ref|label))?[ .:#]*(?:(?:is|was)[ :]*)?$/;

function findPhones(text: string): Finding[] {
  const found: Finding[] = [];
  const pattern =
    /(?<![\d\w.+£$-]|\d\/)(?:(?:\+44|0044|\(\+44\))[ \u00a0-]?(?:\(0\))?|\(?0)(?:[ \u00a0\-–.)(]{0,2}\d){9,10}(?![\d]|[ -]\d{5})/g;
  for (const match of text.matchAll(pattern)) {
    const digits = match[0].replace(/\D/g, "").replace(/^(?:0044|44)0?/, "0");
    if (!/^0(?:1\d{8,9}|[2-35789]\d{9}|800\d{6,7})$/.test(digits)) continue;
    // Ten digits are a few old areas' and are written as those are: "01204 52 2311" is something else.
    if (/^01\d{8}$/.test(digits) && !/^(?:\d{10}|\(?01\d{3,4}\)?[ -]?\d{4,5}|\+.*)$/.test(match[0]))
      continue;
    if (labelled.test(before(text, match.index, 32))) continue;
    found.push({
      kind: "PHONE",
      start: match.index,
      end: match.index + match[0].length,
      why: "uk-phone",
    });
  }
  // "ring 7700 900123": without the 0, where a phone is spoken of.
  for (const match of text.matchAll(
    /(?<![\w.+£$-]|\d[ -])7\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-]| \d)/g,
  )) {
    const end = match.index + match[0].length;
    const lead = before(text, match.index, 24);
    if (
      /\b(?:ring|rang|call|phone|tel|mob|mobile|text|whatsapp)\b/.test(lead) &&
      !/thing$/.test(numberOf(text, match.index, end, 24))
    )
      found.push({ kind: "PHONE", start: match.index, end, why: "uk-phone" });
  }
  for (const match of text.matchAll(
    /(?<![\d\w+])(?:\+|00)(?!44)[1-9]\d{0,2}(?:(?:[ \u00a0\-–.)(]|\) | \()?\d){7,11}(?!\d)/g,
  )) {
    if (labelled.test(before(text, match.index, 32))) continue;
    const end = match.index + match[0].length;
    found.push({ kind: "PHONE", start: match.index, end, why: "international-phone" });
  }
  return found;
}

function findInsuranceNumbers(text: string): Finding[] {
  const pattern = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g;
  return [...text.matchAll(pattern)].map((match) => ({
    kind: "INSURANCE",
    start: match.index,
    end: match.index + match[0].length,
    why: "insurance-number",
  }));
}

function findRegistrations(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(/\b\d{2}[A-L]\d{4}[A-Z]\b/g))
    found.push({
      kind: "REGISTRATION",
      start: match.index,
      end: match.index + match[0].length,
      why: "nmc-pin",
    });
  for (const match of text.matchAll(/\b[A-Z]{0,3}\d{5,7}\b/g))
    if (numberOf(text, match.index, match.index + match[0].length) === "registration")
      found.push({
        kind: "REGISTRATION",
        start: match.index,
        end: match.index + match[0].length,
        why: "named-as-registration",
      });
  return found;
}
