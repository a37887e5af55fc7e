import type { Proposal } from "#core/proposal/Proposal.ts";
import { isPartBegun, partKeys } from "#core/proposal/proposalParts.ts";

/** How many parts of a proposal have something in them. */
export const begunParts = (proposal: Proposal): number =>
  partKeys.filter((part) => isPartBegun(proposal, part)).length;
