import type { Wording } from "#core/identity/Wording.ts";

/** One way of wording a finding, and the stretch of text it would stand in for. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly wording: Wording;
}

/** The determiner or adjective just before an offset that a general noun goes on from: "a Mr Patel". */
export const isDetermined = (before: string): boolean =>
  /\b(?:an?|the|another|this|that|these|those|same|our|my|your|his|her|their|each|every|no|old|young|poor|lovely|little|new|both)\s$/i.test(
    before,
  );
