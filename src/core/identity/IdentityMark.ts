import type { Wording } from "./Wording.ts";

/**
 * What a mark is about. The first eight are the kinds of shared/data/pii/README.md; BED is a bed, bay,
 * side room or cubicle, REGISTRATION a professional registration number, AGE an age over 89, INSURANCE a
 * National Insurance number, CARE_PLACE a named hospital, hospice, practice or care home, COMBINATION
 * words that hint at a rare combination ("the only … in the county").
 */
export const identityKinds = [
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
  "CARE_PLACE",
  "COMBINATION",
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** Why something was marked: a code, whose words belong to the message catalogue. */
export type IdentityReason =
  | "title-and-name"
  | "full-name"
  | "known-first-name"
  | "name-in-context"
  | "initials"
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
  | "named-place-of-care"
  | "rare-combination";

/** Something in a text that may identify someone, at UTF-16 offsets `start` (in) to `end` (out). */
export interface Finding {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
  readonly why: IdentityReason;
}

/**
 * A more general wording for a finding. `start` to `end` is what it stands in for: at least the finding,
 * and as much around it as the grammar needs ("on 3 November 2025", ", Priya,").
 */
export interface Suggestion {
  readonly start: number;
  readonly end: number;
  readonly wording: Wording;
  /** It opens a sentence, so its first letter is a capital. */
  readonly opens: boolean;
}

/** A finding with what could be written instead; null where only the person can tell. */
export interface IdentityMark extends Finding {
  readonly suggestion: Suggestion | null;
}
