import type { Proposal } from "#core/proposal/Proposal.ts";

/** The proposal on screen and the way to change it, handed to each part of the draft. */
export interface Editing {
  readonly proposal: Proposal;
  readonly change: (next: (proposal: Proposal) => Proposal) => void;
}
