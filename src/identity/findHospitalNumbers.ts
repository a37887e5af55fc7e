import type { Finding } from "#core/identity/IdentityMark.ts";
import { unitAfter } from "./dayWords.ts";
import { isBesidePerson } from "./isBesidePerson.ts";
import { numberOf } from "./numberOf.ts";

const token =
  /(?<![\w.@/£$+-])(?:[A-Za-z]{1,3}[-/ ]?)?\d(?:[ /-]?\d){3,9}[A-Za-z]{0,2}(?![\w@%]|[./]\d)/g;
/** Forms that hospital numbers usually have, and little else. */
const usual = /^(?:(?:MRN|[A-Z]-?)\d{6,8}|R[A-Z]{1,2}[ -]?\d{6,8}|[A-Z]\d{3}-\d{4}|\d{6,7}[A-Z])$/;
/** Taken right after a word for a patient. */
const lettered = /^(?!ID|NO|PO|SN|WO|REF|EXT)[A-Z]{1,3}[-/ ]?\d{5}/;
/** Taken where another was named as a hospital number before. */
const listed = /^(?:[A-Z]{1,3}[ -]?)?\d{5,8}[A-Z]?$/;
/** Taken beside a person's name. */
const figures = /^\d{6,8}$/;

/** Numbers under which a hospital knows a patient: named as such, or by their form, or in that of one named. */
export function findHospitalNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  const forms = new Set<string>();
  const others: Finding[] = [];
  const things = new Set<string>();
  for (const match of text.matchAll(token)) {
    const end = match.index + match[0].length;
    // "no 712345", "MRN 30055812": the letters before the space name or join the number, they are no part of it.
    const spoken = /^[A-Za-z]{1,3} /.exec(match[0])?.[0].length ?? 0;
    const inner = spoken > 0 ? numberOf(text, match.index + spoken, end) : "unsaid";
    if (inner === "nhs" || inner === "phone" || inner === "registration") continue;
    const apart = inner === "hospital" || /^[a-z]/.test(match[0].slice(0, spoken));
    const start = match.index + (apart ? spoken : 0);
    const of = apart ? inner : numberOf(text, start, end);
    const written = text.slice(start, end);
    if (of === "hospital") {
      forms.add(formOf(written));
      found.push({ kind: "HOSPITAL_NUMBER", start, end, why: "named-as-hospital-number" });
      continue;
    }
    if (unitAfter.test(text.slice(end, end + 8))) continue;
    if (!["unsaid", "patient", "nhs", "hospital-list"].includes(of)) {
      things.add(formOf(written));
      continue;
    }
    const finding = {
      kind: "HOSPITAL_NUMBER",
      start,
      end,
      why: "looks-like-hospital-number",
    } as const;
    const taken =
      (usual.test(written) && !things.has(formOf(written))) ||
      (of === "hospital-list" && listed.test(written)) ||
      (of === "patient" && lettered.test(written) && !things.has(formOf(written))) ||
      (figures.test(written) && isBesidePerson(text, start, end));
    if (taken) forms.add(formOf(written));
    (taken ? found : others).push(finding);
  }
  // "MRN 5512094 …, on the bag 5512904": what is written just as a named one is another.
  for (const other of others)
    if (forms.has(formOf(text.slice(other.start, other.end)))) found.push(other);
  return found;
}

const formOf = (written: string) =>
  /\d{5}|\d{3}\D\d{3}|[A-Z].*\d{4}/.test(written) ? written.replace(/\d/g, "0") : "none";
