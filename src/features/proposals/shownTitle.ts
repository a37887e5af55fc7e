import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";

/** A proposal's title, or what stands in for it. */
export const shownTitle = (proposal: Pick<Proposal, "title">): string =>
  proposal.title.trim() === "" ? m.proposals_untitled() : proposal.title.trim();
