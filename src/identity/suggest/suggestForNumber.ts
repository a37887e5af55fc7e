import type { Finding, IdentityKind } from "#core/identity/IdentityMark.ts";
import type { LeftOut } from "#core/identity/Wording.ts";
import { before } from "../before.ts";
import type { Candidate } from "./Candidate.ts";

const whatOf: Partial<Record<IdentityKind, LeftOut>> = {
  NHS_NUMBER: "nhs-number",
  HOSPITAL_NUMBER: "hospital-number",
  REGISTRATION: "registration",
  INSURANCE: "insurance",
  PHONE: "phone",
  EMAIL: "email",
};
const named =
  /\b(?:number|num|no|id|ref|pin|mrn|nhs|hosp|phone|mobile|mob|tel|telephone|e-?mail|address|gmc|nmc|hcpc|gphc|insurance|ni)\b[.:#]?(?: (?:is|was|reads?|of))?\s?$/;

/** Nothing general says a number or an address for messages: "[phone number left out]". */
export function suggestForNumber(
  text: string,
  { kind, start, end }: Finding,
): readonly Candidate[] {
  const what = named.test(before(text, start, 40)) ? "detail" : (whatOf[kind] ?? "detail");
  return [{ start, end, wording: { form: "left-out", what } }];
}

/** "A 94-year-old man" → "an older man"; "aged 94" → "aged over ninety". */
export function suggestForAge(text: string, { start, end }: Finding): readonly Candidate[] {
  const written = text.slice(start, end);
  if (/(?:th|ths)$/i.test(written))
    return [{ start, end, wording: { form: "left-out", what: "age" } }];
  const describes =
    /old$|yo$|y\/?o\.?$|yrs?$|olds?$/i.test(written) && /^\s\p{Ll}/u.test(text.slice(end, end + 2));
  const goesOn =
    /^\s(?:and|who|but|with|when|now|on|in|at|today|to|or|so|was|is|has|had|then)\b/i.test(
      text.slice(end, end + 8),
    );
  if (!describes || goesOn) return [{ start, end, wording: { form: "over-89" } }];
  const article = /\ban? $/i.exec(before(text, start, 6))?.[0].length ?? 0;
  return [
    {
      start: start - article,
      end,
      wording: { form: "older", article: article > 0 ? "a" : "none" },
    },
  ];
}
