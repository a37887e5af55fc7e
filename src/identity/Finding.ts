/**
 * What a finding is about. The first eight are the kinds of shared/data/pii/README.md; BED is a bed, bay,
 * side room or cubicle, REGISTRATION a professional registration number, AGE an age over 89, INSURANCE a
 * National Insurance number, COMBINATION words that hint at a rare combination ("the only … in the county").
 */
export const findingKinds = [
  "PERSON",
  "NHS_NUMBER",
  "DATE",
  "PHONE",
  "POSTCODE",
  "EMAIL",
  "ADDRESS",
  "HOSPITAL_NUMBER",
  "BED",
  "REGISTRATION",
  "AGE",
  "INSURANCE",
  "COMBINATION",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Why something was marked: a code, whose words belong to the message catalogue. */
export type FindingReason =
  | "title-and-name"
  | "full-name"
  | "known-first-name"
  | "name-in-context"
  | "nhs-check-digit"
  | "exact-date"
  | "birth-date"
  | "uk-phone"
  | "international-phone"
  | "postcode"
  | "email"
  | "street"
  | "house-name"
  | "named-as-hospital-number"
  | "looks-like-hospital-number"
  | "bed-or-bay"
  | "nmc-pin"
  | "named-as-registration"
  | "age-over-89"
  | "insurance-number"
  | "rare-combination";

/**
 * What a general wording could be made of; the words themselves belong to the message catalogue.
 * - `colleague`, `relative`, `patient`, `person`: "a colleague", "a relative", "a patient", "someone"
 * - `month-part`: "early November"; month 1 to 12; the year, when written, in full
 * - `birth-decade`: "born in the 1940s"; null when no year was written
 * - `over-89`: "over ninety"
 * - `leave-out`: nothing general says it better than leaving it out
 * - `area`: "in the area", `ward`: "on the ward"
 */
export type Suggestion =
  | { readonly form: "colleague" | "relative" | "patient" | "person" }
  | {
      readonly form: "month-part";
      readonly part: "early" | "middle" | "late";
      readonly month: number;
      readonly year: number | null;
    }
  | { readonly form: "birth-decade"; readonly decade: number | null }
  | { readonly form: "over-89" | "leave-out" | "area" | "ward" };

/** Something in a text that may identify someone, at UTF-16 offsets `start` (in) to `end` (out). */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly why: FindingReason;
  readonly suggestion: Suggestion;
}
