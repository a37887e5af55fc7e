import type { Finding } from "#core/identity/IdentityMark.ts";
import { beforeInSentence } from "./before.ts";
import { isNhsNumber } from "./isNhsNumber.ts";

/** Words that say a number belongs to a thing, not to a person. */
const thing =
  /\b(?:order(?:ed|s)?|catalogue|code|invoice|serial|s\/n|batch|lot|asset|barcode|part|ticket|job|incident|datix|isbn|account|purchase|po|req|reqs|requisition|course|audit|model|version|policy|guideline|device|pump|equipment|tracking|stock|delivery|reference|refs?|licence|membership|loyalty|voucher|log|logbook|locker|tag|consignment|gtin|udi|customer|payroll|timesheet|meter|cylinder|pallet|supplier|implant|item|bag|case ref|sku|receipt|helpline|cost|quote|budget|trial|nct|doi|pmid)\b/;
/** The same said after the number: "9993661481 is on the asset label". */
const thingAfter =
  /\b(?:asset|order|serial|batch|invoice|ticket|barcode|parcel|delivery|equipment|tracking|pump|device|supplies|stock|loyalty|membership|voucher)\b/i;
/** Ten digits unbroken, or in three groups of three or four; others are taken only where the NHS is spoken of. */
const usualGrouping = /^\d{10}$|^\d{3,4}\D+\d{3,4}\D+\d{3,4}$/;
const nhs = /\b(?:nhs|chi|h&c|health and care)\b/;
const hospital =
  /\b(?:(?:hospital|hosp|unit|patient|pt|px|case ?notes?|casenote|records?|medical records?|mrn|pas|notes|district|clinic)[ .]*(?:number|no|num|nr|id|ref|#)|case (?:no|number)|mrn|hosp|crn|pas|pid|uhpi|case ?notes?|(?:k|s|d|x|t|unit) (?:number|no|num)|hospital identifier|patient identifier)\b[ .:#=]*(?:(?:is|was|of|reads?|read|shows?|showed|as|on the \w{1,12}|given|quoted)\b[ :]*)*$/;
const registration =
  /\b(?:gmc|nmc|hcpc|gphc|gdc|goc|pin|registration|registered|swe|registrant)\b[a-z .:#()]{0,24}$/;

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

function findNhsNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  const pattern =
    /(?<![\d.£$+#/]|[^\p{L}]-)(?:(?<!\d[ ])|(?<=\d{3}[ -]\d{3}[ -]\d{4} ))\d(?:[ \u00a0\u2009\-–‑.]{0,2}\d){9}(?:(?= \d{3}[ -]\d{3}[ -]\d{4}(?!\d))|(?![ -]?\d|[a-z%]))/gu;
  for (const match of text.matchAll(pattern)) {
    const digits = match[0].replace(/\D/g, "");
    if (!isNhsNumber(digits)) continue;
    const context = beforeInSentence(text, match.index, 60);
    const named = nhs.test(context);
    if (!named && !usualGrouping.test(match[0])) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 48);
    const ofThing = thing.test(context) || thingAfter.test(/^[^.;?!\n]*/.exec(after)?.[0] ?? "");
    if (!named && (ofThing || digits.startsWith("0") || /^(\d)\1+$/.test(digits))) continue;
    found.push({
      kind: "NHS_NUMBER",
      start: match.index,
      end: match.index + match[0].length,
      why: "nhs-check-digit",
    });
  }
  return found;
}

function findPhones(text: string): Finding[] {
  const found: Finding[] = [];
  const pattern =
    /(?<![\d\w.+£$-]|\d\/)(?:(?:\+44|0044|\(\+44\))[ \u00a0-]?(?:\(0\))?|\(?0)(?:[ \u00a0\-–.)(]{0,2}\d){9,10}(?![\d]|[ -]\d{5})/g;
  for (const match of text.matchAll(pattern)) {
    const digits = match[0].replace(/\D/g, "").replace(/^(?:0044|44)0?/, "0");
    if (!/^0[1-35789]\d{8,9}$/.test(digits)) continue;
    const context = beforeInSentence(text, match.index, 40);
    if (thing.test(context) && !/\b(?:phone|mobile|tel|call|rang|ring|text|number)/.test(context))
      continue;
    found.push({
      kind: "PHONE",
      start: match.index,
      end: match.index + match[0].length,
      why: "uk-phone",
    });
  }
  for (const match of text.matchAll(
    /(?<![\d\w+])(?:\+|00)(?!44)[1-9]\d{0,2}(?:[ \u00a0\-–.)(]{0,2}\d){7,11}(?!\d)/g,
  ))
    found.push({
      kind: "PHONE",
      start: match.index,
      end: match.index + match[0].length,
      why: "international-phone",
    });
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
    if (registration.test(beforeInSentence(text, match.index, 50)))
      found.push({
        kind: "REGISTRATION",
        start: match.index,
        end: match.index + match[0].length,
        why: "named-as-registration",
      });
  return found;
}

const token =
  /(?<![\w.@/£$+-])(?:[A-Za-z]{1,3}[-/ ]?)?\d(?:[ /-]?\d){3,9}[A-Za-z]{0,2}(?![\w@%]|[./]\d)/g;
/** "pt DN44102": letters and figures right after whom they stand for. */
const ofPatient = /\b(?:pt|px|patient|client)[ :]*$/;
const alone = /^(?:[A-Z]-?\d{6,8}|[A-Z]{2,3}\d{6,7}|\d{6,7}[A-Z])$/;

function findHospitalNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(token)) {
    const context = beforeInSentence(text, match.index, 60);
    // "no 712345", "MRN 30055812": the letters before the space name the number, they are no part of it.
    const spoken = /^[A-Za-z]{1,3} /.exec(match[0])?.[0] ?? "";
    const apart = spoken !== "" && hospital.test(context + spoken.toLowerCase());
    const start = match.index + (apart ? spoken.length : 0);
    const patient = /^[A-Za-z]{1,3}[-/ ]?\d{5}/.test(match[0]) && ofPatient.test(context);
    const named = apart || patient || hospital.test(context);
    if (!named && (!alone.test(match[0]) || thing.test(context))) continue;
    found.push({
      kind: "HOSPITAL_NUMBER",
      start,
      end: match.index + match[0].length,
      why: named ? "named-as-hospital-number" : "looks-like-hospital-number",
    });
  }
  return found;
}
